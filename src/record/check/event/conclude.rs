//! From an event's fields to its head, or to the reason why there is none.

use std::borrow::Cow;
use std::hash::BuildHasher;

use super::{EventChecker, Gathered};
use crate::date::Zone;
use crate::record::diagnostic::Code;
use crate::record::head::{EventHead, Flags};
use crate::record::ids::{ActorSetId, TagSetId};
use crate::record::json::Node;
use crate::record::store::{NOWHERE, Slot};

impl EventChecker<'_> {
    /// Makes the head, or says why there can be none.
    pub(super) fn conclude(
        &mut self,
        node: Node,
        found: &Gathered,
        len: usize,
    ) -> Result<(), (Option<String>, String)> {
        let start = node.span().start..node.span().start + 1;
        if let Some(id) = found.id
            && id.body().is_empty()
        {
            self.check.note(Code::EmptyId, id.span(), || {
                "the event's id is empty; give it a name that is its own".to_owned()
            });
        }
        let title_fault = match (found.title, found.title_fault.clone()) {
            (Some(_), _) => None,
            (None, Some(fault)) => Some(fault),
            (None, None) => {
                let message =
                    "the event has no title; write what it is called in `title`".to_owned();
                let at = found.blank_title.clone().unwrap_or_else(|| start.clone());
                Some(self.fatal(Code::NoTitle, at, message))
            }
        };
        let (extent, date_fault) = match (&found.date, found.date_fault.clone()) {
            (Some((date, value)), _) => {
                let zone = found.zone.unwrap_or(Zone::UTC);
                self.check.listen(|check| check.extent(date, zone, *value))
            }
            (None, Some(fault)) => (None, Some(fault)),
            (None, None) => {
                let message = "the event has no date; write when it happened in `date`, such as \
                               \"1972-09-29\" or \"1972\""
                    .to_owned();
                (None, Some(self.fatal(Code::NoDate, start, message)))
            }
        };
        let (Some(title), Some((date, _)), Some(extent), None) =
            (found.title, &found.date, extent, &title_fault)
        else {
            let id = found.id.and_then(|id| id.as_str()).map(Cow::into_owned);
            return Err((id, title_fault.or(date_fault).unwrap_or_default()));
        };
        let mut flags = found.flags;
        flags.set(Flags::APPROXIMATE, date.is_approximate());
        flags.set(Flags::UNCERTAIN, date.is_uncertain());
        let first_link = self
            .chunk
            .links
            .partition_point(|l| (l.from as usize) < self.chunk.heads.len());
        let relations = self.chunk.links.len() - first_link;
        let head = EventHead {
            start: extent.start.at,
            end: extent.end.at,
            actors: self.actor_set(),
            tags: self.tag_set(),
            country: found.country,
            kind_name: found.kind_name,
            kind: found.kind,
            precision: date.precision(),
            start_edge: extent.start.kind,
            end_edge: extent.end.kind,
            importance: found.importance,
            tone: found.tone,
            quotes: count(found.quotes),
            relations: count(relations),
            sources: count(found.sources),
            images: count(found.images),
            flags,
        };
        let id = found.id.filter(|id| !id.body().is_empty());
        let id_hash = id
            .and_then(|id| id.as_str())
            .map_or(0, |id| self.hasher.hash_one(&*id) as u32);
        self.chunk.heads.push(head);
        self.chunk.slots.push(Slot {
            start: self.check.base,
            len: len as u32,
            id_at: id.map_or(NOWHERE, |id| id.span().start as u32),
            title_at: title.span().start as u32,
            id_hash,
        });
        Ok(())
    }

    fn actor_set(&mut self) -> ActorSetId {
        self.actors.sort_unstable();
        self.actors.dedup();
        ActorSetId(self.chunk.actor_sets.place(&self.actors))
    }

    fn tag_set(&mut self) -> TagSetId {
        self.tags.sort_unstable();
        self.tags.dedup();
        TagSetId(self.chunk.tag_sets.place(&self.tags))
    }
}

fn count(of: usize) -> u16 {
    u16::try_from(of).unwrap_or(u16::MAX)
}
