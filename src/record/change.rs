//! Changing an open record, an event or a field of the record at a time.
//!
//! Positions stay: an event that is added comes last, one that is removed keeps its place and is
//! marked. So an index can be patched, and every change can be taken back by its opposite.

mod field;

use std::sync::Arc;

use thiserror::Error;

use super::check::{Chunk, EventChecker, Known};
use super::diagnostic::Diagnostic;
use super::head::{EventHead, Flags};
use super::ids::EventIx;
use super::json::string_at;
use super::links::LostLink;
use super::relation::{Link, RelationKind};
use super::shown::Shown;
use super::store::{NOWHERE, Own, OwnPlace, Slot};
use super::timeline::Timeline;

/// Why a change was not made. The record stays as it was.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ChangeError {
    /// The new text cannot be read as an event; lines and columns are those of the text.
    #[error("{}", .0.first().map_or("the event cannot be read", |d| d.message.as_str()))]
    Unreadable(Vec<Diagnostic>),
    /// Another event has this id.
    #[error("another event has the id \"{}\"; give this one an id of its own", Shown(.0))]
    IdTaken(String),
    /// There is no such event, or it was removed.
    #[error("the event is not in the record")]
    NoSuchEvent,
    /// The new value of a field is not JSON.
    #[error("the new value is not JSON: {0}")]
    Value(super::json::SyntaxError),
    /// The record has no such field that was added since it was opened.
    #[error("the record has no field \"{}\" that was added", Shown(.0))]
    NoSuchField(String),
    /// The field holds the events, which are changed one by one.
    #[error("`events` is changed event by event")]
    Events,
}

impl Timeline {
    /// Everything that is wrong with a text as an event of this record, on its own: what blocks
    /// it and what only warns. Lines and columns are those of the text.
    pub fn check_event(&self, text: &str) -> Vec<Diagnostic> {
        let chunk = self.read_one(text);
        chunk.findings.into_diagnostics(text.as_bytes())
    }

    /// Why a text cannot be read as an event of this record at all; none where it can.
    pub fn unreadable(&self, text: &str) -> Option<String> {
        let chunk = self.read_one(text);
        if !chunk.heads.is_empty() {
            return None;
        }
        let found = chunk.findings.into_diagnostics(text.as_bytes());
        Some(ChangeError::Unreadable(found).to_string())
    }

    /// Gives an event a new text (a JSON object, as the file should have it), and returns the old.
    pub fn replace_event(&mut self, event: EventIx, text: &str) -> Result<Arc<str>, ChangeError> {
        if event.index() >= self.len() || self.is_removed(event) {
            return Err(ChangeError::NoSuchEvent);
        }
        let adopted = self.adopt_one(text, Some(event))?;
        let old: Arc<str> = Arc::from(self.store.text(event));
        let old_id = self.id(event).map(std::borrow::Cow::into_owned);
        let place = match self.store.own.get(&event) {
            Some(own) => own.place,
            None => OwnPlace::Of(self.store.opened_span(event).unwrap_or_default()),
        };
        self.links.take_from(event);
        self.lost_links.retain(|link| link.from != event);
        let opened =
            matches!(place, OwnPlace::Of(span) if self.store.span(span) == text.as_bytes());
        if opened && let OwnPlace::Of(span) = place {
            // Taken back to what the file says.
            self.store.own.remove(&event);
            self.set(event, adopted, span.start);
        } else {
            self.store.own.insert(
                event,
                Own {
                    text: Arc::from(text),
                    place,
                },
            );
            self.set(event, adopted, 0);
        }
        let new_id = self.id(event).map(std::borrow::Cow::into_owned);
        if new_id != old_id {
            self.lose_links_to(event, old_id.as_deref());
            self.find_links_to(event, new_id.as_deref());
        }
        Ok(old)
    }

    /// Adds an event after another (`None`: before all), and returns its position, the last.
    pub fn add_event(
        &mut self,
        text: &str,
        after: Option<EventIx>,
    ) -> Result<EventIx, ChangeError> {
        if after.is_some_and(|after| after.index() >= self.len()) {
            return Err(ChangeError::NoSuchEvent);
        }
        let adopted = self.adopt_one(text, None)?;
        let event = EventIx::from_index(self.len());
        let anchor = after.and_then(|after| match self.store.own.get(&after)?.place {
            OwnPlace::After(anchor) => Some(anchor),
            OwnPlace::Of(_) => None,
        });
        let added = self.store.added.entry(anchor.unwrap_or(after)).or_default();
        let at = match anchor {
            Some(_) => added
                .iter()
                .position(|&e| Some(e) == after)
                .map_or(added.len(), |at| at + 1),
            None => 0,
        };
        added.insert(at, event);
        let place = OwnPlace::After(anchor.unwrap_or(after));
        self.store.own.insert(
            event,
            Own {
                text: Arc::from(text),
                place,
            },
        );
        self.heads.push(adopted.head);
        self.store.slots.push(adopted.slot);
        self.set(event, adopted, 0);
        let id = self.id(event).map(std::borrow::Cow::into_owned);
        self.find_links_to(event, id.as_deref());
        Ok(event)
    }

    /// Removes an event; its position stays taken, and [`Timeline::restore_event`] brings it back.
    pub fn remove_event(&mut self, event: EventIx) -> Result<(), ChangeError> {
        if self.is_removed(event) || event.index() >= self.len() {
            return Err(ChangeError::NoSuchEvent);
        }
        let id = self.id(event).map(std::borrow::Cow::into_owned);
        self.lose_links_to(event, id.as_deref());
        for link in self.links.take_from(event) {
            if let Some(to) = self.id(link.to) {
                let lost = LostLink {
                    from: event,
                    kind: link.kind,
                    to: to.into(),
                };
                self.lost_links.push(lost);
            }
        }
        self.store.removed.insert(event);
        if let Some(head) = self.heads.get_mut(event.index()) {
            head.flags.set(Flags::REMOVED, true);
        }
        Ok(())
    }

    /// Brings a removed event back as it was.
    pub fn restore_event(&mut self, event: EventIx) -> Result<(), ChangeError> {
        if !self.is_removed(event) {
            return Err(ChangeError::NoSuchEvent);
        }
        let id = self.id(event).map(std::borrow::Cow::into_owned);
        if let Some(id) = id.as_ref().filter(|id| self.find(id).is_some()) {
            return Err(ChangeError::IdTaken(id.clone()));
        }
        self.store.removed.remove(&event);
        if let Some(head) = self.heads.get_mut(event.index()) {
            head.flags.clear(Flags::REMOVED);
        }
        if let Some(slot) = self.store.slot(event) {
            self.list_id(event, slot);
        }
        self.find_links_to(event, id.as_deref());
        let own: Vec<LostLink> = self
            .lost_links
            .extract_if(.., |link| link.from == event)
            .collect();
        for link in own {
            self.join(link);
        }
        Ok(())
    }

    fn read_one(&self, text: &str) -> Chunk {
        let known = Known {
            actors: &self.actor_places,
            actor_list: &self.actors,
            sources: &self.source_places,
        };
        let mut checker = EventChecker::new(known, self.hasher.clone());
        checker.read(text.as_bytes(), 0);
        checker.finish()
    }

    /// Reads one event's text and takes its tags, actors and the like into the record's lists.
    fn adopt_one(&mut self, text: &str, own: Option<EventIx>) -> Result<One, ChangeError> {
        let known_actors = self.actor_places.items().len();
        let mut chunk = self.read_one(text);
        let (Some(&head), Some(&slot)) = (chunk.heads.first(), chunk.slots.first()) else {
            return Err(ChangeError::Unreadable(
                chunk.findings.into_diagnostics(text.as_bytes()),
            ));
        };
        let bytes = text.as_bytes();
        if slot.id_at != NOWHERE
            && let Some(id) = string_at(bytes, slot.id_at as usize)
            && self.find(&id).is_some_and(|other| Some(other) != own)
        {
            return Err(ChangeError::IdTaken(id.into_owned()));
        }
        let target = |at: u64| string_at(bytes, usize::try_from(at).ok()?).map(Into::into);
        let links = std::mem::take(&mut chunk.links);
        let targets = links
            .iter()
            .filter_map(|link| Some((link.kind, target(link.offset)?)));
        let targets = targets.collect();
        let head = self
            .adopt(chunk, known_actors)
            .heads
            .first()
            .copied()
            .unwrap_or(head);
        Ok(One {
            head,
            slot,
            targets,
        })
    }

    /// Puts what was read in the event's place, and makes it findable.
    fn set(&mut self, event: EventIx, one: One, start: u64) {
        let slot = Slot { start, ..one.slot };
        if let Some(place) = self.heads.get_mut(event.index()) {
            *place = one.head;
        }
        if let Some(place) = self.store.slots.get_mut(event.index()) {
            *place = slot;
        }
        self.list_id(event, slot);
        for (kind, to) in one.targets {
            self.join(LostLink {
                from: event,
                kind,
                to,
            });
        }
    }

    /// Makes the event findable by its id.
    fn list_id(&mut self, event: EventIx, slot: Slot) {
        let listed = self.ids.find(slot.id_hash, |other| other == event);
        if slot.id_at == NOWHERE || listed.is_some() {
            return;
        }
        if self.ids.is_full() {
            self.fill_id_table();
        } else {
            self.ids.insert(slot.id_hash, event);
        }
    }

    /// Joins a relation to the event that it names, when that is there.
    fn join(&mut self, link: LostLink) {
        match self.find(&link.to).filter(|&to| to != link.from) {
            Some(to) => self.links.add(Link {
                from: link.from,
                to,
                kind: link.kind,
            }),
            None => self.lost_links.push(link),
        }
    }

    /// The relations that named the event lead nowhere now.
    fn lose_links_to(&mut self, event: EventIx, id: Option<&str>) {
        for Link { from, kind, .. } in self.links.take_to(event) {
            self.lost_links.push(LostLink {
                from,
                kind,
                to: id.unwrap_or_default().into(),
            });
        }
    }

    /// Relations that led nowhere may lead to the event now.
    fn find_links_to(&mut self, event: EventIx, id: Option<&str>) {
        let Some(id) = id else { return };
        let heads = &self.heads;
        let found: Vec<LostLink> = self
            .lost_links
            .extract_if(.., |link| {
                let removed = heads
                    .get(link.from.index())
                    .is_some_and(|h| h.flags.has(Flags::REMOVED));
                &*link.to == id && link.from != event && !removed
            })
            .collect();
        for link in found {
            self.links.add(Link {
                from: link.from,
                to: event,
                kind: link.kind,
            });
        }
    }
}

/// One event that was read on its own.
struct One {
    head: EventHead,
    slot: Slot,
    /// The relations in its text.
    targets: Vec<(Option<RelationKind>, Box<str>)>,
}

#[cfg(test)]
mod tests;
