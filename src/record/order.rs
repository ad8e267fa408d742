//! What stands before an event in the file as it would be written now.

use super::ids::EventIx;
use super::store::OwnPlace;
use super::timeline::Timeline;

impl Timeline {
    /// The event that stands before this one in the file, or before the place where it stood when
    /// it is removed; `None` where it is the first.
    pub fn event_before(&self, event: EventIx) -> Option<EventIx> {
        let store = &self.store;
        let added =
            |anchor: Option<EventIx>| store.added.get(&anchor).map_or(&[][..], Vec::as_slice);
        let last = |events: &[EventIx]| {
            let there = events.iter().rev();
            there.copied().find(|event| !store.removed.contains(event))
        };
        let mut opened = event;
        if let Some(OwnPlace::After(anchor)) = store.own.get(&event).map(|own| own.place) {
            let siblings = added(anchor);
            let at = siblings.iter().position(|other| *other == event);
            let found = last(siblings.get(..at.unwrap_or(0)).unwrap_or_default());
            match anchor {
                _ if found.is_some() => return found,
                None => return None,
                Some(anchor) if !store.removed.contains(&anchor) => return Some(anchor),
                Some(anchor) => opened = anchor,
            }
        }
        // Events that were there when the file was opened are in its order.
        for before in (0..opened.0).rev().map(EventIx) {
            let found = last(added(Some(before)));
            let found = found.or_else(|| (!store.removed.contains(&before)).then_some(before));
            if found.is_some() {
                return found;
            }
        }
        last(added(None))
    }
}

#[cfg(test)]
mod tests {
    use crate::format::native::read;
    use crate::record::{EventIx, Timeline};

    /// The ids in the order of the written file.
    fn written(timeline: &Timeline) -> Vec<String> {
        let bytes = String::from_utf8(timeline.to_bytes()).expect("text");
        let again = read(bytes).expect("a record").timeline;
        let ids = again
            .events()
            .filter_map(|event| again.id(event).map(std::borrow::Cow::into_owned));
        ids.collect()
    }

    #[test]
    fn the_event_before_is_the_one_before_in_the_file() {
        let text = r#"{"format": "nenpyo/1", "events": [{"id": "a", "title": "A", "date": "1901"},
            {"id": "b", "title": "B", "date": "1902"}, {"id": "c", "title": "C", "date": "1903"}]}"#;
        let mut timeline = read(text).expect("a record").timeline;
        let add = |timeline: &mut Timeline, id: &str, after: Option<u32>| {
            let text = format!(r#"{{"id": "{id}", "title": "T", "date": "1904"}}"#);
            timeline
                .add_event(&text, after.map(EventIx))
                .expect("added");
        };
        for (id, after) in [
            ("d", None),
            ("e", Some(1)),
            ("f", Some(4)),
            ("g", Some(1)),
            ("h", Some(3)),
        ] {
            add(&mut timeline, id, after);
        }
        assert_eq!(written(&timeline), ["d", "h", "a", "b", "g", "e", "f", "c"]);
        for removed in [
            vec![],
            vec![1],
            vec![1, 6],
            vec![0, 3, 1, 7],
            (0..8).collect(),
        ] {
            let mut timeline = timeline.clone();
            for event in &removed {
                timeline.remove_event(EventIx(*event)).expect("removed");
            }
            for event in (0..8).map(EventIx) {
                let before = timeline.event_before(event);
                let before = before
                    .and_then(|event| timeline.id(event))
                    .map(String::from);
                let mut there = timeline.clone();
                if removed.contains(&event.0) {
                    there.restore_event(event).expect("restored");
                }
                let ids = written(&there);
                let own = there.id(event).expect("an id");
                let at = ids.iter().position(|id| **id == *own).expect("there");
                let expected = at.checked_sub(1).map(|at| ids[at].clone());
                assert_eq!(before, expected, "{own} of {ids:?} without {removed:?}");
            }
        }
    }
}
