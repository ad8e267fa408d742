//! A typed text that is a date, and the events in it.

use crate::date::{
    Edge, EdgeKind, Edtf, Extent, Instant, SECONDS_PER_DAY, Shape, Zone, read_human,
};
use crate::record::{Event, EventHead};

/// The date, and the seconds that any clock on Earth may show it.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    date: Edtf,
    from: Instant,
    until: Instant,
}

impl Dated {
    /// The date that a text is. A span is one only with a figure in it: 昭和 is a word first.
    pub(super) fn new(text: &str) -> Option<Self> {
        let date = read_human(text).ok()?;
        let is_one = matches!(date.shape(), Shape::Date(_) | Shape::DateTime(_));
        if !is_one && !text.contains(char::is_numeric) {
            return None;
        }
        let Extent { start, end } = date.extent(Zone::UTC);
        let is_known = |edge: Edge| !matches!(edge.kind, EdgeKind::Open | EdgeKind::Unknown);
        // What lasts on without an end known holds all that is after its beginning.
        let from = if is_known(start) {
            start.at
        } else {
            Instant::MIN
        };
        let until = if is_known(end) { end.at } else { Instant::MAX };
        Some(Self {
            date,
            from: from.saturating_add(-SECONDS_PER_DAY),
            until: until.saturating_add(SECONDS_PER_DAY),
        })
    }

    /// A quick look: false only if the event is surely not in it.
    pub(super) fn may_hold(&self, head: &EventHead) -> bool {
        head.start <= self.until && head.end >= self.from
    }

    /// Whether the event's date lies in it.
    pub(super) fn holds(&self, event: &Event) -> bool {
        event.date.lies_in(&self.date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quick_look_leaves_out_what_lies_outside_of_a_span_or_set() {
        let record = r#"{"format": "nenpyo/1", "events": [
            {"title": "Before", "date": "1950"}, {"title": "Within", "date": "1975"},
            {"title": "Across", "date": "1979/1990"}, {"title": "After", "date": "2000"}]}"#;
        let opened = crate::format::native::read(record).expect("a record");
        for (text, expected) in [
            ("1972/1980", [false, true, true, false]),
            ("1970s", [false, true, true, false]),
            ("[1972,1980]", [false, true, true, false]),
            ("1972/..", [false, true, true, true]),
            ("../1980", [true, true, true, false]),
            ("[..1960]", [true, false, false, false]),
        ] {
            let dated = Dated::new(text).expect("a date");
            let heads = opened.timeline.heads().iter();
            let held: Vec<bool> = heads.map(|head| dated.may_hold(head)).collect();
            assert_eq!(held, expected, "{text}");
        }
    }
}
