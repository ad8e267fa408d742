//! A small odd record, and changes of it chosen by numbers, for the tests of this room.

use std::sync::Arc;

use proptest::prelude::*;

use super::{Change, Edit, Label, What};
use crate::format::native::read;
use crate::record::{EventIx, Timeline};

pub(super) const RECORD: &str = "{\r\n  \"format\": \"nenpyo/1\", \"title\": {\"en\":  \"T\"},\r\n  \"events\": [\r\n    \
    {\"id\": \"a\", \"title\": \"A\", \"date\": \"1901\"},\r\n    \
    {\"title\": \"no id\", \"date\": \"1902\", \"x\": [1 ,2]},\r\n    \
    {\"id\": \"c\", \"title\": \"C\", \"date\": \"1903\", \"relations\": [{\"type\": \"recalls\", \"event\": \"a\"}]}\r\n  ],\r\n  \
    \"x-own\": 1e2\r\n}\r\n";

pub(super) fn open() -> Timeline {
    read(RECORD.to_owned()).expect("a record").timeline
}

pub(super) fn written(timeline: &Timeline) -> String {
    String::from_utf8(timeline.to_bytes()).expect("text")
}

pub(super) fn text(id: u8, year: usize) -> Arc<str> {
    format!(
        "{{\"id\": \"n{id}\", \"title\": \"N{id}\", \"date\": \"19{:02}\", \
         \"relations\": [{{\"type\": \"recalls\", \"event\": \"n3\"}}]}}",
        year % 100
    )
    .into()
}

pub(super) fn edit(changes: Vec<Change>) -> Edit {
    let label = Label::one(What::Change, "x");
    Edit { label, changes }
}

/// What chooses a change.
pub(super) type Numbers = (u8, prop::sample::Index, u8);

/// The numbers of some edits, each of some changes.
pub(super) fn edits(most: usize) -> impl Strategy<Value = Vec<Vec<Numbers>>> {
    let numbers = (0..8_u8, any::<prop::sample::Index>(), 0..12_u8);
    prop::collection::vec(prop::collection::vec(numbers, 1..4), 0..most)
}

/// One of the things that an edit may hold.
pub(super) fn change(timeline: &Timeline, (what, at, id): Numbers) -> Change {
    let event = EventIx::from_index(at.index(timeline.len()));
    let text = text(id, timeline.len());
    match what {
        0 => Change::Replace { event, text },
        1 => Change::Add {
            text,
            after: (id != 0).then_some(event),
        },
        2 => Change::Remove(event),
        3 => Change::Restore(event),
        4 => Change::SetField {
            name: "x-own".to_owned(),
            value: format!("[{id}]").into(),
        },
        5 => Change::SetField {
            name: "title".to_owned(),
            value: format!("{{\"ja\": \"{id}\"}}").into(),
        },
        6 => Change::SetField {
            name: "sources".to_owned(),
            value: format!("[{{\"id\": \"s{id}\", \"type\": \"book\", \"title\": \"B\"}}]").into(),
        },
        _ => Change::SetField {
            name: format!("x-{}", id % 3),
            value: "null".into(),
        },
    }
}
