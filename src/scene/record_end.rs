//! Where a record ends: after that it knows nothing, so nothing may seem to go on.

use crate::date::{Calendar, Edge, EdgeKind, Instant, Language, Precision, in_calendar};
use crate::record::{EventIx, Timeline};

/// The end of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordEnd {
    /// The first second after its last event.
    pub at_s: i64,
    /// The event that ends last.
    last: EventIx,
}

/// The end of a record; `None` without events.
pub fn record_end(timeline: &Timeline) -> Option<RecordEnd> {
    let ends = timeline
        .events()
        .filter_map(|event| Some((end_s(timeline, event)?, event)));
    let (at_s, last) = ends.max_by_key(|&(end, _)| end)?;
    Some(RecordEnd { at_s, last })
}

/// The first second after an event; `None` where its date says nothing of the record, being beyond
/// the range of `i64` seconds.
fn end_s(timeline: &Timeline, event: EventIx) -> Option<i64> {
    let head = timeline.heads().get(event.index())?;
    let known = |second: &i64| *second > i64::MIN && *second < i64::MAX;
    [head.end.0, head.start.0].into_iter().find(known)
}

impl RecordEnd {
    /// Whether it is still the end when nothing but these events has changed.
    pub fn still_holds(&self, timeline: &Timeline, changed: &[EventIx]) -> bool {
        changed.iter().all(|&event| {
            let before = end_s(timeline, event).is_none_or(|end| end < self.at_s);
            event != self.last && (timeline.is_removed(event) || before)
        })
    }

    /// "The record ends January 2025": the month by the clock of where the last event was.
    pub fn words(&self, timeline: &Timeline, language: Language) -> Option<String> {
        let event = timeline.event(self.last)?;
        let day = event.zone().to_civil(Instant(self.at_s - 1)).date;
        let month = in_calendar(day, Precision::Month, Calendar::Gregorian, language)?;
        Some(match language {
            Language::En => format!("The record ends {month}"),
            Language::Ja => format!("記録は{month}まで"),
            Language::ZhHans => format!("记录止于{month}"),
            Language::ZhHant => format!("記錄止於{month}"),
            Language::Ko => format!("기록은 {month}까지"),
        })
    }
}

/// The second after the last that a band is known to go on: of an open one the record's end or
/// the present, whichever is first, but all of its own date.
pub fn band_end_s(end: Edge, record_end: Option<RecordEnd>, now: Option<Instant>) -> i64 {
    if end.kind != EdgeKind::Open {
        return end.at.0;
    }
    let last = record_end.map_or(i64::MAX, |record| record.at_s);
    let now = now.map_or(i64::MAX, |now| now.0);
    last.min(now).max(end.at.0)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{EVENT, Made, day, record};
    use super::*;

    #[test]
    fn a_removed_event_does_not_end_the_record() {
        let last = Made {
            date: "2024-11-15",
            ..EVENT
        };
        let mut timeline = record(&[EVENT, last]);
        timeline.remove_event(EventIx(1)).expect("it is there");
        let end = record_end(&timeline).expect("one is left");
        assert_eq!(end.last, EventIx(0));
        assert!((end.at_s as f64) < day(1972, 10, 1));
        timeline.remove_event(EventIx(0)).expect("it is there");
        assert_eq!(record_end(&timeline), None);
    }
}
