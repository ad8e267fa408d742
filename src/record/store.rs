//! Where the text of each event is: a span of the file as it was opened, or a text of its own
//! once it was edited.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::bytes::Bytes;
use super::ids::EventIx;
use super::json::{Tape, string_at};

/// Nothing of the kind stands in the event.
pub(crate) const NOWHERE: u32 = u32::MAX;

/// One event's text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    /// First byte in the file as it was opened.
    pub start: u64,
    /// Bytes.
    pub len: u32,
    /// First byte of the id's value within the text, or [`NOWHERE`].
    pub id_at: u32,
    /// First byte of the title's value within the text.
    pub title_at: u32,
    /// Hash of the id.
    pub id_hash: u32,
}

/// A stretch of the file as it was opened, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(crate) struct Span {
    pub start: u64,
    pub len: u64,
}

impl Span {
    pub(crate) const fn end(self) -> u64 {
        self.start + self.len
    }
}

/// An event whose text is not that of the file as it was opened.
#[derive(Clone, Debug)]
pub(crate) struct Own {
    pub text: Arc<str>,
    pub place: OwnPlace,
}

/// Where in the file an event's own text goes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OwnPlace {
    /// In place of the text that it had.
    Of(Span),
    /// After an event that was there when the file was opened (`None`: before all).
    After(Option<EventIx>),
}

/// Where in the file the events are, for writing it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frame {
    /// The inside of the array `events`, without its brackets; `None` when there is none.
    pub events: Option<Span>,
    /// Items of it that are no event of the timeline: they could not be read.
    pub others: Vec<Span>,
    /// The record's fields other than `events`, and their values.
    pub fields: Vec<(String, Span)>,
    /// The end of the record's last field, before its closing brace.
    pub end: u64,
}

/// The bytes of the record and which of them are whose.
#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    pub bytes: Bytes,
    pub frame: Frame,
    /// How many events were there when the file was opened: those before this position.
    pub opened: u32,
    pub slots: Vec<Slot>,
    pub own: HashMap<EventIx, Own>,
    pub removed: BTreeSet<EventIx>,
    /// Events that were added, in their order, by their [`OwnPlace::After`].
    pub added: BTreeMap<Option<EventIx>, Vec<EventIx>>,
    /// Fields of the record whose value was changed or added, in the order of the changes.
    pub changed_fields: Vec<(String, Arc<str>)>,
}

impl Store {
    /// A file as it was opened.
    pub(crate) fn new(bytes: Bytes, frame: Frame) -> Self {
        Self {
            bytes,
            frame,
            ..Self::default()
        }
    }

    pub(crate) fn slot(&self, event: EventIx) -> Option<Slot> {
        self.slots.get(event.index()).copied()
    }

    /// The event's JSON text; empty for an event that is not there.
    pub(crate) fn text(&self, event: EventIx) -> &str {
        std::str::from_utf8(self.raw(event)).unwrap_or_default()
    }

    /// A stretch of the file as it was opened.
    pub(crate) fn span(&self, span: Span) -> &[u8] {
        let start = usize::try_from(span.start).unwrap_or(usize::MAX);
        let end = usize::try_from(span.end()).unwrap_or(usize::MAX);
        self.bytes.get(start..end).unwrap_or_default()
    }

    fn raw(&self, event: EventIx) -> &[u8] {
        if !self.own.is_empty()
            && let Some(own) = self.own.get(&event)
        {
            return own.text.as_bytes();
        }
        let Some(slot) = self.slot(event) else {
            return &[];
        };
        self.span(Span {
            start: slot.start,
            len: u64::from(slot.len),
        })
    }

    /// Where the event stands in the file as it was opened; `None` for one that was added.
    pub(crate) fn opened_span(&self, event: EventIx) -> Option<Span> {
        match self.own.get(&event) {
            Some(Own {
                place: OwnPlace::Of(span),
                ..
            }) => Some(*span),
            Some(_) => None,
            None => self.slot(event).map(|s| Span {
                start: s.start,
                len: u64::from(s.len),
            }),
        }
    }

    /// The event's id; `None` when its text has none.
    pub(crate) fn id(&self, event: EventIx) -> Option<Cow<'_, str>> {
        let slot = self.slot(event)?;
        if slot.id_at == NOWHERE {
            return None;
        }
        string_at(self.raw(event), slot.id_at as usize)
    }

    /// Whether the event has this id, whose hash is `hash`.
    pub(crate) fn has_id(&self, event: EventIx, hash: u32, id: &str) -> bool {
        self.slot(event).is_some_and(|slot| slot.id_hash == hash)
            && !self.removed.contains(&event)
            && self.id(event).is_some_and(|found| found == id)
    }

    /// The event's title as `pick` chooses it among the languages that it is in.
    pub(crate) fn title(
        &self,
        event: EventIx,
        pick: impl Fn(&[&str]) -> usize,
    ) -> Option<Cow<'_, str>> {
        let slot = self.slot(event)?;
        let bytes = self.raw(event).get(slot.title_at as usize..)?;
        if bytes.first() == Some(&b'"') {
            return string_at(bytes, 0);
        }
        let mut tape = Tape::new();
        let end = tape.parse_prefix(bytes).ok()?;
        let root = tape.root(std::str::from_utf8(bytes.get(..end)?).ok()?)?;
        let entries = || root.members().filter(|(_, text)| text.as_str().is_some());
        let tags: Vec<&str> = entries().map(|(tag, _)| tag.body()).collect();
        let (_, text) = entries().nth(pick(&tags))?;
        string_at(bytes, text.span().start)
    }
}
