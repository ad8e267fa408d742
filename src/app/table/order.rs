//! The order of the rows. What a column's cells say is in the events' heads or in their texts;
//! reading a text takes microseconds, so that a large record is sorted on a job.

use std::cmp::Reverse;

use super::column::Column;
use super::words::{BETWEEN, actors_words, kind_words, place_words};
use crate::date::{Instant, Language};
use crate::index::fold;
use crate::record::{EventHead, EventIx, Flags, Kind, Open, Status, Timeline, Vocabulary};

/// Records up to this size are sorted within a frame: by what the heads say (7 ms for 50,000) …
const HEADS_AT_ONCE: usize = 50_000;
/// … and by what the texts say, of which each takes some microseconds.
const TEXTS_AT_ONCE: usize = 4_000;

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// The least first.
    #[default]
    Up,
    /// The greatest first.
    Down,
}

impl Direction {
    /// The other one.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }
}

/// What rows are sorted by; those that are alike in it stand as time goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorting {
    /// The column.
    pub column: Column,
    /// Which way.
    pub direction: Direction,
}

impl Sorting {
    /// Whether a record of so many events is sorted within a frame.
    pub(super) fn is_quick(self, events: usize) -> bool {
        let most = match self.column {
            Column::Title | Column::Actors | Column::Place | Column::Tags | Column::Status => {
                TEXTS_AT_ONCE
            }
            _ => HEADS_AT_ONCE,
        };
        events <= most
    }
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Number(i64),
    Words(Box<str>),
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Toward {
    Up(Value),
    Down(Reverse<Value>),
}

/// By what a row is compared: whatever the direction, cells that say nothing stand last.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    says_nothing: bool,
    value: Option<Toward>,
    start: Instant,
    end: Instant,
    /// The row.
    pub event: EventIx,
}

/// Makes keys.
pub(super) struct Keys<'t> {
    timeline: &'t Timeline,
    sorting: Sorting,
    language: Language,
    /// The places of the record's kinds in the order of their names.
    kinds: Vec<i64>,
}

impl<'t> Keys<'t> {
    pub fn new(timeline: &'t Timeline, sorting: Sorting, language: Language) -> Self {
        let kinds = match sorting.column {
            Column::Kind => ranks(timeline, language),
            _ => Vec::new(),
        };
        Self {
            timeline,
            sorting,
            language,
            kinds,
        }
    }

    /// The key of an event.
    pub fn key(&self, event: EventIx) -> Key {
        let head = self.timeline.head(event);
        let value = self.value(event, head);
        Key {
            says_nothing: value.is_none(),
            value: value.map(|value| match self.sorting.direction {
                Direction::Up => Toward::Up(value),
                Direction::Down => Toward::Down(Reverse(value)),
            }),
            start: head.start,
            end: head.end,
            event,
        }
    }

    fn value(&self, event: EventIx, head: &EventHead) -> Option<Value> {
        let (timeline, language) = (self.timeline, self.language);
        let whole = || timeline.event(event);
        let words = match self.sorting.column {
            Column::Date => return Some(Value::Number(head.start.0)),
            Column::Kind => {
                let rank = self.kinds.get(head.kind_name.0 as usize);
                return rank.map(|rank| Value::Number(*rank));
            }
            Column::Importance => return Some(Value::Number(head.importance.into())),
            Column::Tone => return head.tone.map(|tone| Value::Number(tone.into())),
            Column::Quotes => return Some(Value::Number(head.quotes.into())),
            Column::Sources => return Some(Value::Number(head.sources.into())),
            Column::Status => return Some(Value::Number(self.status(event, head))),
            Column::Title => fold(&timeline.title(event, language)),
            Column::Actors if timeline.actor_set(head.actors).is_empty() => return None,
            Column::Actors => fold(&actors_words(timeline, &whole()?, language)),
            Column::Place => fold(&place_words(timeline, whole()?.place.as_ref()?, language)),
            Column::Tags if timeline.tag_set(head.tags).is_empty() => return None,
            Column::Tags => fold(&whole()?.tags.join(BETWEEN)),
        };
        (!words.is_empty()).then(|| Value::Words(words.into()))
    }

    fn status(&self, event: EventIx, head: &EventHead) -> i64 {
        let whole = head.flags.has(Flags::UNCONFIRMED);
        let whole = whole.then(|| self.timeline.event(event)).flatten();
        let status = whole.map_or(Some(Status::Confirmed), |event| event.status.known());
        let at = |status| Status::ALL.iter().position(|other| *other == status);
        let at = status.map_or(Some(Status::ALL.len()), at);
        at.unwrap_or_default() as i64
    }
}

fn ranks(timeline: &Timeline, language: Language) -> Vec<i64> {
    let names = timeline.kinds().iter();
    let names: Vec<String> = names
        .map(|name| fold(&kind_words(&Open::<Kind>::from_name(name), language)))
        .collect();
    let mut sorted: Vec<&String> = names.iter().collect();
    sorted.sort();
    let rank = |name: &String| sorted.partition_point(|other| *other < name) as i64;
    names.iter().map(rank).collect()
}
