//! All relations whose two events are in the record, found from either end.

use super::ids::EventIx;
use super::relation::{Link, RelationKind};

/// A relation whose other end is not (or no longer) there; it may come.
#[derive(Clone, Debug)]
pub(crate) struct LostLink {
    pub from: EventIx,
    pub kind: Option<RelationKind>,
    /// The id of the event that is not there.
    pub to: Box<str>,
}

/// Relations in two orders.
#[derive(Clone, Debug, Default)]
pub(crate) struct Links {
    /// By the event whose text has the relation, in the order of the text.
    outgoing: Vec<Link>,
    /// By the event that is named.
    incoming: Vec<Link>,
}

impl Links {
    pub(crate) fn new(mut outgoing: Vec<Link>) -> Self {
        outgoing.sort_by_key(|link| link.from);
        let mut incoming = outgoing.clone();
        incoming.sort_by_key(|link| (link.to, link.from));
        Self { outgoing, incoming }
    }

    /// Takes away the relations that the event's own text has.
    pub(crate) fn take_from(&mut self, event: EventIx) -> Vec<Link> {
        let taken = take_run(&mut self.outgoing, event, |link| link.from);
        self.incoming.retain(|link| link.from != event);
        taken
    }

    /// Takes away the relations of others that name the event.
    pub(crate) fn take_to(&mut self, event: EventIx) -> Vec<Link> {
        let taken = take_run(&mut self.incoming, event, |link| link.to);
        self.outgoing.retain(|link| link.to != event);
        taken
    }

    pub(crate) fn add(&mut self, link: Link) {
        let at = self
            .outgoing
            .partition_point(|other| other.from <= link.from);
        self.outgoing.insert(at, link);
        let at = self
            .incoming
            .partition_point(|other| (other.to, other.from) <= (link.to, link.from));
        self.incoming.insert(at, link);
    }

    pub(crate) fn from(&self, event: EventIx) -> &[Link] {
        run(&self.outgoing, event, |link| link.from)
    }

    pub(crate) fn to(&self, event: EventIx) -> &[Link] {
        run(&self.incoming, event, |link| link.to)
    }

    pub(crate) fn all(&self) -> &[Link] {
        &self.outgoing
    }
}

/// The stretch of `links` (sorted by `key`) that belongs to `event`.
fn run(links: &[Link], event: EventIx, key: impl Fn(&Link) -> EventIx) -> &[Link] {
    let start = links.partition_point(|link| key(link) < event);
    let rest = links.get(start..).unwrap_or_default();
    let length = rest.partition_point(|link| key(link) <= event);
    rest.get(..length).unwrap_or_default()
}

fn take_run(links: &mut Vec<Link>, event: EventIx, key: impl Fn(&Link) -> EventIx) -> Vec<Link> {
    let start = links.partition_point(|link| key(link) < event);
    let length = run(links, event, key).len();
    links.drain(start..start + length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_is_found_from_both_ends() {
        let link = |from, to| Link {
            from: EventIx(from),
            to: EventIx(to),
            kind: None,
        };
        let links = Links::new(vec![link(2, 0), link(1, 0), link(2, 1)]);
        assert_eq!(links.from(EventIx(2)), [link(2, 0), link(2, 1)]);
        assert_eq!(links.to(EventIx(0)), [link(1, 0), link(2, 0)]);
        assert!(links.from(EventIx(0)).is_empty() && links.to(EventIx(9)).is_empty());
    }
}
