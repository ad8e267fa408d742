//! From the header and the chunks of events, read side by side, to one timeline.

use std::collections::HashSet;
use std::hash::RandomState;
use std::thread;

use super::bytes::Bytes;
use super::check::{Chunk, Declared, Findings, PendingLink, Rejected, StepTarget, did_you_mean};
use super::diagnostic::Code;
use super::head::EventHead;
use super::header::Actor;
use super::id_table::IdTable;
use super::ids::{ActorIx, ActorSetId, CountryIx, EventIx, KindIx, TagIx, TagSetId};
use super::json::string_at;
use super::kind::Kind;
use super::links::{Links, LostLink};
use super::nearest::nearest;
use super::pool::Pool;
use super::relation::Link;
use super::shown::Shown;
use super::store::{Frame, NOWHERE, Slot, Span, Store};
use super::text::Text;
use super::timeline::Timeline;
use super::vocabulary::Vocabulary;

/// A timeline, and what was found wrong on the way to it.
pub(crate) struct Built {
    pub timeline: Timeline,
    pub findings: Findings,
    pub rejected: Vec<Rejected>,
}

/// Puts a record together. The chunks are in the order of the file.
pub(crate) fn build(
    bytes: Bytes,
    frame: Frame,
    declared: Declared,
    findings: Findings,
    chunks: Vec<Chunk>,
    hasher: RandomState,
) -> Built {
    let mut timeline = Timeline {
        header: declared.header,
        actors: declared.actor_list,
        actor_places: declared.actors,
        sources: declared.source_list,
        source_places: declared.sources,
        bands: declared.bands,
        stories: declared.stories,
        hasher,
        store: Store::new(bytes, frame),
        ..Timeline::default()
    };
    for kind in Kind::ALL {
        timeline.kinds.place(kind.name());
    }
    let events = chunks.iter().map(|chunk| chunk.heads.len()).sum();
    timeline.heads.reserve_exact(events);
    timeline.store.slots.reserve_exact(events);
    let mut pending = Vec::with_capacity(chunks.iter().map(|chunk| chunk.links.len()).sum());
    let mut built = Built {
        timeline,
        findings,
        rejected: Vec::new(),
    };
    let known_actors = built.timeline.actors.len();
    for mut chunk in chunks {
        built.findings.absorb(std::mem::take(&mut chunk.findings));
        built.rejected.append(&mut chunk.rejected);
        let first = built.timeline.heads.len() as u32;
        let adopted = built.timeline.adopt(chunk, known_actors);
        built.timeline.heads.extend(adopted.heads);
        built.timeline.store.slots.extend(adopted.slots);
        pending.extend(adopted.links.into_iter().map(|l| PendingLink {
            from: l.from + first,
            ..l
        }));
    }
    built.index_ids(&mut pending);
    built.resolve_links(&pending);
    built.look_up_steps(&declared.steps);
    let store = &mut built.timeline.store;
    store.opened = store.slots.len() as u32;
    store.frame.others = built
        .rejected
        .iter()
        .map(|r| Span {
            start: r.offset,
            len: r.len,
        })
        .collect();
    built
}

/// What of a chunk is the timeline's own by now.
pub(super) struct Adopted {
    pub heads: Vec<EventHead>,
    pub slots: Vec<Slot>,
    pub links: Vec<PendingLink>,
}

impl Timeline {
    /// Turns a chunk's own positions of actors, tags and the like into the timeline's. The chunk
    /// was read when `known_actors` actors were known.
    pub(super) fn adopt(&mut self, chunk: Chunk, known_actors: usize) -> Adopted {
        let unknown_actors: Vec<ActorIx> = chunk
            .actors
            .items()
            .iter()
            .map(|id| self.undeclared_actor(id))
            .collect();
        let actor = |local: ActorIx| match local.index().checked_sub(known_actors) {
            None => local,
            Some(unknown) => unknown_actors.get(unknown).copied().unwrap_or_default(),
        };
        let tags = moved(&chunk.tags, &mut self.tags, TagIx);
        let countries = moved(&chunk.countries, &mut self.countries, CountryIx);
        let kinds = moved(&chunk.kinds, &mut self.kinds, KindIx);
        let mut actor_sets = Vec::with_capacity(chunk.actor_sets.items().len());
        for set in chunk.actor_sets.items() {
            let set = sorted(set.iter().map(|&local| actor(local)));
            actor_sets.push(ActorSetId(self.actor_sets.place(&set)));
        }
        let mut tag_sets = Vec::with_capacity(chunk.tag_sets.items().len());
        for set in chunk.tag_sets.items() {
            let set = sorted(set.iter().filter_map(|tag| tags.get(tag.index()).copied()));
            tag_sets.push(TagSetId(self.tag_sets.place(&set)));
        }
        let mut heads = chunk.heads;
        for head in &mut heads {
            head.actors = actor_sets
                .get(head.actors.index())
                .copied()
                .unwrap_or_default();
            head.tags = tag_sets.get(head.tags.index()).copied().unwrap_or_default();
            head.country = head
                .country
                .and_then(|country| countries.get(country.index()).copied());
            if let Some(unknown) = head.kind_name.index().checked_sub(Kind::ALL.len()) {
                head.kind_name = kinds.get(unknown).copied().unwrap_or_default();
            }
        }
        Adopted {
            heads,
            slots: chunk.slots,
            links: chunk.links,
        }
    }
}

impl Built {
    /// Makes events findable by their ids; of two with one id the second is rejected.
    fn index_ids(&mut self, pending: &mut Vec<PendingLink>) {
        let repeated = self.timeline.fill_id_table();
        if repeated.is_empty() {
            return;
        }
        let mut kept: Vec<Option<u32>> = vec![Some(0); self.timeline.heads.len()];
        for (event, earlier) in repeated {
            self.reject_repeated(event, earlier);
            if let Some(place) = kept.get_mut(event.index()) {
                *place = None;
            }
        }
        let mut next = 0..;
        for place in kept.iter_mut().filter(|place| place.is_some()) {
            *place = next.next();
        }
        let stays = |old: usize| kept.get(old).copied().flatten().is_some();
        let mut at = 0..;
        self.timeline.heads.retain(|_| at.next().is_some_and(stays));
        let mut at = 0..;
        self.timeline
            .store
            .slots
            .retain(|_| at.next().is_some_and(stays));
        pending.retain_mut(|link| {
            let place = kept.get(link.from as usize).copied().flatten();
            link.from = place.unwrap_or(link.from);
            place.is_some()
        });
        self.timeline.fill_id_table();
    }

    fn reject_repeated(&mut self, event: EventIx, earlier: EventIx) {
        let slot_of = |event: EventIx| self.timeline.store.slots.get(event.index()).copied();
        let (Some(slot), Some(first)) = (slot_of(event), slot_of(earlier)) else {
            return;
        };
        let id = self.timeline.id(event).unwrap_or_default().into_owned();
        let message = format!(
            "an earlier event has the id \"{}\" already; give this one an id of its own",
            Shown(&id)
        );
        let at = slot.id_at as usize;
        let span = at..at + id.len() + 2;
        let finding = self
            .findings
            .add(Code::DuplicateId, slot.start, span, || message.clone());
        if let Some(finding) = finding {
            finding.other = Some(first.start + u64::from(first.id_at));
            finding.event = Some(id.clone());
        }
        self.rejected.push(Rejected {
            offset: slot.start,
            len: u64::from(slot.len),
            id: Some(id),
            message,
        });
    }

    /// Looks up the other end of every relation.
    fn resolve_links(&mut self, pending: &[PendingLink]) {
        let timeline = &self.timeline;
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let share = pending.len().div_ceil(threads).max(4096);
        let shares: Vec<_> = thread::scope(|scope| {
            let tasks: Vec<_> = pending
                .chunks(share)
                .map(|share| scope.spawn(|| timeline.resolve(share)))
                .collect();
            tasks
                .into_iter()
                .filter_map(|task| task.join().ok())
                .collect()
        });
        let mut links = Vec::with_capacity(pending.len());
        let mut lost = Vec::new();
        for (found, missing) in shares {
            links.extend(found);
            lost.extend(missing);
        }
        self.timeline.links = Links::new(links);
        self.report_lost_links(&lost);
    }

    fn report_lost_links(&mut self, lost: &[PendingLink]) {
        // An event that could not be read is there all the same.
        let unreadable: HashSet<String> = self
            .rejected
            .iter()
            .filter_map(|event| event.id.clone())
            .collect();
        for link in lost {
            let target = self.timeline.target(link).unwrap_or_default().into_owned();
            let from = EventIx(link.from);
            let own = self.timeline.id(from).map(std::borrow::Cow::into_owned);
            let to_itself = own.as_ref() == Some(&target);
            self.timeline.lost_links.push(LostLink {
                from,
                kind: link.kind,
                to: target.as_str().into(),
            });
            if unreadable.contains(&target) {
                continue;
            }
            let code = if to_itself {
                Code::RelationToItself
            } else {
                Code::RelationToNothing
            };
            let timeline = &self.timeline;
            let finding = self
                .findings
                .add(code, link.offset, 0..link.len as usize, || {
                    if to_itself {
                        return "the relation names the event that it stands in; name another"
                            .to_owned();
                    }
                    format!(
                        "there is no event with the id \"{}\"{}",
                        Shown(&target),
                        timeline.near_event(&target)
                    )
                });
            if let Some(finding) = finding {
                finding.event = own;
            }
        }
    }

    /// Looks up the events that stories show.
    fn look_up_steps(&mut self, steps: &[StepTarget]) {
        let rejected = self.rejected.iter();
        let unreadable: HashSet<&str> = rejected.filter_map(|r| r.id.as_deref()).collect();
        for step in steps {
            if self.timeline.find(&step.event).is_none() && !unreadable.contains(&*step.event) {
                let timeline = &self.timeline;
                self.findings
                    .add(Code::StepToNothing, step.offset, 0..step.len, || {
                        let near = timeline.near_event(&step.event);
                        format!(
                            "there is no event with the id \"{}\" to show in this step{near}",
                            Shown(&step.event)
                        )
                    });
            }
        }
    }
}

impl Timeline {
    /// The position of an actor that events name; one that the record does not declare is added.
    fn undeclared_actor(&mut self, id: &str) -> ActorIx {
        let place = self.actor_places.place(id);
        if place as usize == self.actors.len() {
            self.actors.push(Actor {
                id: id.to_owned(),
                name: Text::plain(id, self.header.language.clone()),
                kind: None,
                formal_name: None,
                note: None,
                declared: false,
            });
        }
        ActorIx(place)
    }

    /// Fills the table of ids; returns each event whose id an earlier one has, with that one.
    pub(super) fn fill_id_table(&mut self) -> Vec<(EventIx, EventIx)> {
        let mut table = IdTable::with_room(self.store.slots.len());
        let mut repeated = Vec::new();
        for (at, slot) in self.store.slots.iter().enumerate() {
            let event = EventIx::from_index(at);
            if slot.id_at == NOWHERE || self.store.removed.contains(&event) {
                continue;
            }
            // The texts are far apart in memory: they are looked at only when hashes agree.
            let same = |other: EventIx| {
                let hashes_agree = self
                    .store
                    .slot(other)
                    .is_some_and(|s| s.id_hash == slot.id_hash);
                hashes_agree && self.store.id(other) == self.store.id(event)
            };
            match table.find(slot.id_hash, same) {
                Some(earlier) => repeated.push((event, earlier)),
                None => table.insert(slot.id_hash, event),
            }
        }
        self.ids = table;
        repeated
    }

    /// The id that a relation names.
    fn target(&self, link: &PendingLink) -> Option<std::borrow::Cow<'_, str>> {
        string_at(&self.store.bytes, usize::try_from(link.offset).ok()?)
    }

    /// The relations of a stretch whose other end is there, and those that lead nowhere.
    fn resolve(&self, pending: &[PendingLink]) -> (Vec<Link>, Vec<PendingLink>) {
        let mut links = Vec::with_capacity(pending.len());
        let mut lost = Vec::new();
        for link in pending {
            let from = EventIx(link.from);
            let to = self.target(link).and_then(|id| self.find(&id));
            match to.filter(|&to| to != from) {
                Some(to) => links.push(Link {
                    from,
                    to,
                    kind: link.kind,
                }),
                None => lost.push(*link),
            }
        }
        (links, lost)
    }

    /// The end of a sentence that offers the event with the nearest id.
    fn near_event(&self, id: &str) -> String {
        did_you_mean(nearest(
            id,
            self.events().filter_map(|event| self.id(event)),
        ))
    }
}

/// Where the values of a chunk's pool are in the timeline's.
fn moved<Ix>(from: &Pool<str>, to: &mut Pool<str>, position: impl Fn(u32) -> Ix) -> Vec<Ix> {
    from.items()
        .iter()
        .map(|value| position(to.place(value)))
        .collect()
}

fn sorted<Ix: Ord>(items: impl Iterator<Item = Ix>) -> Vec<Ix> {
    let mut set: Vec<Ix> = items.collect();
    set.sort_unstable();
    set
}
