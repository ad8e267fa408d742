//! A typed text that is a date, and the events in it.

use crate::date::{Edtf, Instant, SECONDS_PER_DAY, Shape, Zone, read_human};
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
        let (from, until) = match date.shape() {
            Shape::Date(_) | Shape::DateTime(_) => {
                let extent = date.extent(Zone::UTC);
                (extent.start.at, extent.end.at)
            }
            Shape::Interval(_) | Shape::Set(_) => (Instant::MIN, Instant::MAX),
        };
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
