//! Writing a record: the file's own bytes wherever nothing was changed.

use std::io;
use std::sync::Arc;

use super::ids::EventIx;
use super::store::{Span, Store};
use super::timeline::Timeline;

/// A record as it was at a moment, to be written while it is edited further. It shares the file's
/// bytes; to take one costs some 24 bytes an event, and to clone it nothing.
#[derive(Clone, Debug)]
pub struct Snapshot(Arc<Store>);

impl Timeline {
    /// Writes the record; one that was not changed is the same bytes as were read, and of one
    /// that was, only what was changed differs.
    pub fn write_to(&self, out: &mut impl io::Write) -> io::Result<()> {
        write(&self.store, out)
    }

    /// The record as [`Timeline::write_to`] writes it.
    pub fn to_bytes(&self) -> Vec<u8> {
        to_bytes(&self.store)
    }

    /// The record as it is now.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot(Arc::new(self.store.clone()))
    }
}

impl Snapshot {
    /// The record as [`Timeline::write_to`] would have written it at that moment.
    pub fn to_bytes(&self) -> Vec<u8> {
        to_bytes(&self.0)
    }

    /// The bytes that were opened.
    pub fn original(&self) -> &[u8] {
        &self.0.bytes
    }
}

fn write(store: &Store, out: &mut impl io::Write) -> io::Result<()> {
    for piece in Pieces::of(store) {
        match piece {
            Piece::Opened(span) => out.write_all(store.span(span))?,
            Piece::New(text) => out.write_all(text.as_bytes())?,
        }
    }
    Ok(())
}

fn to_bytes(store: &Store) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(store.bytes.len() + 4096);
    // Writing to memory cannot fail.
    let _ = write(store, &mut bytes);
    bytes
}

/// A stretch of the file to be written.
#[derive(Clone, Copy)]
enum Piece<'s> {
    Opened(Span),
    New(&'s str),
}

/// An item of the array `events` as it was opened: an event, or what could not be read.
struct Item {
    span: Span,
    event: Option<EventIx>,
}

struct Pieces<'s> {
    store: &'s Store,
    list: Vec<Piece<'s>>,
}

impl<'s> Pieces<'s> {
    fn of(store: &'s Store) -> Vec<Piece<'s>> {
        let mut pieces = Self {
            store,
            list: Vec::new(),
        };
        let whole = store.bytes.len() as u64;
        if store.own.is_empty() && store.removed.is_empty() && store.changed_fields.is_empty() {
            pieces.opened(0, whole);
            return pieces.list;
        }
        let mut from = 0;
        if let Some(inside) = store.frame.events {
            from = pieces.events(inside);
        }
        pieces.with_fields(from, store.frame.end);
        pieces.new_fields();
        pieces.opened(store.frame.end, whole);
        pieces.list
    }

    /// Everything up to the last of the events; the position after it.
    fn events(&mut self, inside: Span) -> u64 {
        let items = items(self.store);
        let (Some(first), Some(last)) = (items.first(), items.last()) else {
            self.with_fields(0, inside.start);
            return if self.only_new_events() {
                inside.end()
            } else {
                inside.start
            };
        };
        self.with_fields(0, first.span.start);
        let between = match items.as_slice() {
            [first, second, ..] => {
                let start = first.span.end();
                Piece::Opened(Span {
                    start,
                    len: second.span.start - start,
                })
            }
            _ => Piece::New(self.separator()),
        };
        let mut any = self.added(None, between, false);
        let mut before = None;
        for item in &items {
            let removed = item
                .event
                .is_some_and(|event| self.store.removed.contains(&event));
            if !removed {
                match before {
                    _ if !any => {}
                    Some(before) => self.opened(before, item.span.start),
                    None => self.list.push(between),
                }
                match item.event.and_then(|event| self.store.own.get(&event)) {
                    Some(own) => self.list.push(Piece::New(&own.text)),
                    None => self.opened(item.span.start, item.span.end()),
                }
                any = true;
            }
            before = Some(item.span.end());
            if item.event.is_some() {
                any = self.added(item.event, between, any);
            }
        }
        last.span.end()
    }

    /// Events that were added after one that was there. Whether any event is written by now.
    fn added(&mut self, after: Option<EventIx>, between: Piece<'s>, mut any: bool) -> bool {
        for event in self.store.added.get(&after).into_iter().flatten() {
            let own = self
                .store
                .own
                .get(event)
                .filter(|_| !self.store.removed.contains(event));
            if let Some(own) = own {
                if any {
                    self.list.push(between);
                }
                self.list.push(Piece::New(&own.text));
                any = true;
            }
        }
        any
    }

    /// The inside of an array that was empty; whether there is anything in it now.
    fn only_new_events(&mut self) -> bool {
        let separator = self.separator();
        let lead = separator.trim_start_matches(',');
        let before = self.list.len();
        self.list.push(Piece::New(lead));
        if self.added(None, Piece::New(separator), false) {
            self.list
                .push(Piece::New(lead.strip_suffix("  ").unwrap_or(lead)));
            return true;
        }
        self.list.truncate(before);
        false
    }

    /// Fields that the record did not have, after the last that it had.
    fn new_fields(&mut self) {
        let store = self.store;
        let separator = self.separator();
        let lead = separator.strip_suffix("  ").unwrap_or(separator);
        let mut comma = !store.frame.fields.is_empty() || store.frame.events.is_some();
        let mut name = |pieces: &mut Self, name: &'s str| {
            let lead = if comma {
                lead
            } else {
                lead.trim_start_matches(',')
            };
            comma = true;
            pieces
                .list
                .extend([lead, "\"", name, "\": "].map(Piece::New));
        };
        for (field, value) in &store.changed_fields {
            if !store.frame.fields.iter().any(|(known, _)| known == field) {
                name(self, field);
                self.list.push(Piece::New(value));
            }
        }
        let live = |event: &EventIx| !store.removed.contains(event);
        if store.frame.events.is_none() && store.added.values().flatten().any(live) {
            name(self, "events");
            self.list.push(Piece::New("["));
            self.only_new_events();
            self.list.push(Piece::New("]"));
        }
    }

    /// A stretch outside the events, with the values of changed fields in place of the old.
    fn with_fields(&mut self, start: u64, end: u64) {
        let mut from = start;
        for (name, span) in &self.store.frame.fields {
            let changed = self
                .store
                .changed_fields
                .iter()
                .find(|(field, _)| field == name);
            if let Some((_, value)) = changed
                && (from..end).contains(&span.start)
            {
                self.opened(from, span.start);
                self.list.push(Piece::New(value));
                from = span.end();
            }
        }
        self.opened(from, end);
    }

    /// Bytes of the file as it was opened.
    fn opened(&mut self, start: u64, end: u64) {
        if let Some(Piece::Opened(last)) = self.list.last_mut()
            && last.end() == start
        {
            last.len += end.saturating_sub(start);
        } else if start < end {
            self.list.push(Piece::Opened(Span {
                start,
                len: end - start,
            }));
        }
    }

    /// What stands between two events where the file does not show it.
    fn separator(&self) -> &'static str {
        let start = self.store.bytes.get(..4096).unwrap_or(&self.store.bytes);
        if memchr::memmem::find(start, b"\r\n").is_some() {
            ",\r\n    "
        } else {
            ",\n    "
        }
    }
}

/// The items of the array as it was opened, in the order of the file.
fn items(store: &Store) -> Vec<Item> {
    let events = (0..store.opened).map(EventIx).filter_map(|event| {
        Some(Item {
            span: store.opened_span(event)?,
            event: Some(event),
        })
    });
    let others = store
        .frame
        .others
        .iter()
        .map(|&span| Item { span, event: None });
    let mut items: Vec<Item> = events.chain(others).collect();
    items.sort_by_key(|item| item.span);
    items
}
