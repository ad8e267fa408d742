//! Which event of one version is which of another.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;

use serde_json::Value;

use crate::record::{EventIx, Timeline};

use super::value::Sides;

/// An event on each side, where it is there.
pub(super) type Trio = Sides<Option<EventIx>>;

/// All events of three versions: those of the base in its order, then those that we added, then
/// those that they did.
pub(super) fn trios(sides: Sides<&Timeline>) -> Vec<Trio> {
    let all = |timeline: &Timeline| timeline.events().collect::<Vec<EventIx>>();
    let in_base = all(sides.base);
    let ours = pairs(sides.base, &in_base, sides.ours, &all(sides.ours));
    let theirs = pairs(sides.base, &in_base, sides.theirs, &all(sides.theirs));
    let new = |timeline: &Timeline, known: &HashMap<EventIx, EventIx>| {
        let known: HashSet<EventIx> = known.values().copied().collect();
        let events = timeline.events().filter(|event| !known.contains(event));
        events.collect::<Vec<EventIx>>()
    };
    let (our_new, their_new) = (new(sides.ours, &ours), new(sides.theirs, &theirs));
    let both_new = pairs(sides.ours, &our_new, sides.theirs, &their_new);
    let of_base = in_base.iter().map(|event| Trio {
        base: Some(*event),
        ours: ours.get(event).copied(),
        theirs: theirs.get(event).copied(),
    });
    let of_ours = our_new.iter().map(|event| Trio {
        base: None,
        ours: Some(*event),
        theirs: both_new.get(event).copied(),
    });
    let in_both: HashSet<EventIx> = both_new.values().copied().collect();
    let of_theirs = their_new.iter().filter(|event| !in_both.contains(event));
    let of_theirs = of_theirs.map(|event| Trio {
        theirs: Some(*event),
        ..Trio::default()
    });
    of_base.chain(of_ours).chain(of_theirs).collect()
}

/// For events of one version those of the other that they are.
fn pairs(
    from: &Timeline,
    events: &[EventIx],
    to: &Timeline,
    others: &[EventIx],
) -> HashMap<EventIx, EventIx> {
    let mut pairs = Pairs::new(others);
    let mut left: Vec<EventIx> = Vec::new();
    for &event in events {
        let found = from.id(event).and_then(|id| to.find(&id));
        match found {
            Some(found) if pairs.join(event, found) => {}
            _ => left.push(event),
        }
    }
    let text_of = |timeline: &Timeline, event| Some(timeline.event_json(event).to_owned());
    left = pairs.join_by(from, left, to, &text_of);
    // Two events that have ids and not the same one are two.
    left.retain(|event| from.id(*event).is_none());
    pairs.free.retain(|event| to.id(*event).is_none());
    pairs.join_by(from, left, to, &title_and_date);
    pairs.made
}

/// The event that `timeline` has in place of one with this text.
pub(super) fn counterpart(timeline: &Timeline, id: Option<&str>, text: &str) -> Option<EventIx> {
    if let Some(id) = id {
        return timeline.find(id);
    }
    let same = |event: &EventIx| timeline.event_json(*event) == text;
    let named = named_so(text);
    let alike = |event: &EventIx| {
        named.is_some()
            && timeline.id(*event).is_none()
            && title_and_date(timeline, *event) == named
    };
    let mut events = timeline.events();
    events.find(same).or_else(|| timeline.events().find(alike))
}

fn title_and_date(timeline: &Timeline, event: EventIx) -> Option<String> {
    named_so(timeline.event_json(event))
}

fn named_so(text: &str) -> Option<String> {
    let event: Value = serde_json::from_str(text).ok()?;
    Some(format!("{}\n{}", event.get("title")?, event.get("date")?))
}

struct Pairs {
    made: HashMap<EventIx, EventIx>,
    /// Events that nothing is joined to.
    free: HashSet<EventIx>,
}

impl Pairs {
    fn new(others: &[EventIx]) -> Self {
        Self {
            made: HashMap::new(),
            free: others.iter().copied().collect(),
        }
    }

    /// Joins two events; not where the second is another's already.
    fn join(&mut self, event: EventIx, other: EventIx) -> bool {
        let is_free = self.free.remove(&other);
        if is_free {
            self.made.insert(event, other);
        }
        is_free
    }

    /// Joins events of which the same is said, the first to the first; returns the rest.
    fn join_by<K: Hash + Eq>(
        &mut self,
        from: &Timeline,
        events: Vec<EventIx>,
        to: &Timeline,
        key: &impl Fn(&Timeline, EventIx) -> Option<K>,
    ) -> Vec<EventIx> {
        if events.is_empty() || self.free.is_empty() {
            return events;
        }
        let mut free: Vec<EventIx> = self.free.iter().copied().collect();
        free.sort_unstable();
        let mut by_key: HashMap<K, VecDeque<EventIx>> = HashMap::new();
        for other in free {
            if let Some(key) = key(to, other) {
                by_key.entry(key).or_default().push_back(other);
            }
        }
        let mut left = Vec::new();
        for event in events {
            let found = key(from, event)
                .and_then(|key| by_key.get_mut(&key))
                .and_then(VecDeque::pop_front);
            match found {
                Some(other) if self.join(event, other) => {}
                _ => left.push(event),
            }
        }
        left
    }
}
