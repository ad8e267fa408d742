//! A whole record, open: its header decoded, a head for each event, and the events' own text.

use std::borrow::Cow;
use std::hash::BuildHasher;
use std::hash::RandomState;
use std::sync::Arc;

use super::bytes::Bytes;
use super::decode;
use super::event::Event;
use super::head::{EventHead, Flags};
use super::header::{Actor, Band, Header, Story};
use super::id_table::IdTable;
use super::ids::{ActorIx, ActorSetId, CountryIx, EventIx, KindIx, SourceIx, TagIx, TagSetId};
use super::json::Tape;
use super::links::{Links, LostLink};
use super::pool::Pool;
use super::relation::Link;
use super::source::Source;
use super::store::Store;
use super::text::{LangTag, Text, choose, position};
use crate::date::Language;

/// A record of events.
///
/// The file's bytes are kept once; an event is decoded from them when it is asked for. What
/// drawing and finding need of every event is in [`Timeline::heads`].
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    pub(super) header: Header,
    pub(super) actors: Vec<Actor>,
    pub(super) actor_places: Pool<str>,
    pub(super) sources: Vec<Source>,
    pub(super) source_places: Pool<str>,
    pub(super) bands: Vec<Band>,
    pub(super) stories: Vec<Story>,
    pub(super) tags: Pool<str>,
    pub(super) countries: Pool<str>,
    pub(super) kinds: Pool<str>,
    pub(super) actor_sets: Pool<[ActorIx]>,
    pub(super) tag_sets: Pool<[TagIx]>,
    pub(super) heads: Vec<EventHead>,
    pub(super) links: Links,
    pub(super) lost_links: Vec<LostLink>,
    pub(super) ids: IdTable,
    pub(super) hasher: RandomState,
    pub(super) store: Store,
    pub(super) read_only: Option<ReadOnlyReason>,
}

/// Why a record may be read and not changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadOnlyReason {
    /// A later version of the format: it may hold what this version would spoil.
    NewerFormat,
    /// It is not JSON throughout: a comma is missing between two events, or the like.
    BrokenJson,
    /// Some events could not be read; the user decides whether to go on without them.
    RejectedEvents,
    /// Another window edits it; it can be changed here when that is closed.
    EditedElsewhere,
    /// A journal of edits lies beside it that this program cannot read now: a later version wrote it,
    /// or the disk does not give it. Editing would need that place.
    UnreadEdits,
    /// It is an earlier version of a record, kept so that one can go back to it.
    EarlierVersion,
    /// All events were read, but something in the file cannot be meant as it stands; the user
    /// decides whether to go on.
    Errors,
}

impl ReadOnlyReason {
    /// Whether the user may decide to change the record all the same: nothing is lost by it.
    pub const fn user_decides(self) -> bool {
        matches!(self, Self::Errors | Self::RejectedEvents)
    }
}

impl Timeline {
    /// What the record says about itself.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// What the record is called.
    pub fn title_text(&self) -> &Text {
        &self.header.title
    }

    /// Language of plain strings.
    pub fn language(&self) -> &LangTag {
        &self.header.language
    }

    /// Why the record may not be changed; `None` when it may.
    pub fn read_only_reason(&self) -> Option<ReadOnlyReason> {
        self.read_only
    }

    /// Lets the record be changed after all (or no more), as the user decided.
    pub fn set_read_only(&mut self, reason: Option<ReadOnlyReason>) {
        self.read_only = reason;
    }

    /// How many events there are, removed ones included: they keep their positions until the
    /// record is opened anew.
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    /// Whether there are no events at all.
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// Each event's head, by [`EventIx`], in the order of the file.
    pub fn heads(&self) -> &[EventHead] {
        &self.heads
    }

    /// One event's head.
    ///
    /// # Panics
    /// When the event is not of this timeline, as with a slice.
    pub fn head(&self, event: EventIx) -> &EventHead {
        &self.heads[event.index()]
    }

    /// All events that were not removed.
    pub fn events(&self) -> impl Iterator<Item = EventIx> + '_ {
        let all = (0..self.heads.len()).map(EventIx::from_index);
        all.filter(|event| !self.is_removed(*event))
    }

    /// Whether the event was removed since the record was opened.
    pub fn is_removed(&self, event: EventIx) -> bool {
        self.heads
            .get(event.index())
            .is_some_and(|head| head.flags.has(Flags::REMOVED))
    }

    /// An event, whole: decoded now, some microseconds. `None` when it is not of this timeline.
    pub fn event(&self, event: EventIx) -> Option<Event> {
        let mut tape = Tape::new();
        let node = tape.parse(self.store.text(event)).ok()?;
        decode::event(node, &self.header.language)
    }

    /// The event's JSON text, as it stands in the file.
    pub fn event_json(&self, event: EventIx) -> &str {
        self.store.text(event)
    }

    /// The event's id, without decoding the rest; `None` when its text has none.
    pub fn id(&self, event: EventIx) -> Option<Cow<'_, str>> {
        self.store.id(event)
    }

    /// The event's title for a reader of `language` (as [`Text::pick`]), without decoding the
    /// rest; about a third of a microsecond.
    pub fn title(&self, event: EventIx, language: Language) -> Cow<'_, str> {
        let own = self.header.language.as_str();
        let pick = |tags: &[&str]| {
            let tags = tags.iter().copied();
            let at = choose(language, &tags).or_else(|| position(own, &tags));
            at.unwrap_or(0)
        };
        self.store.title(event, pick).unwrap_or_default()
    }

    /// The event with this id.
    pub fn find(&self, id: &str) -> Option<EventIx> {
        let hash = self.hash(id);
        self.ids
            .find(hash, |event| self.store.has_id(event, hash, id))
    }

    pub(super) fn hash(&self, id: &str) -> u32 {
        self.hasher.hash_one(id) as u32
    }

    /// The record's actors, then those that only events name.
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// One actor.
    pub fn actor(&self, actor: ActorIx) -> Option<&Actor> {
        self.actors.get(actor.index())
    }

    /// The actor with this id.
    pub fn find_actor(&self, id: &str) -> Option<ActorIx> {
        self.actor_places.find(id).map(ActorIx)
    }

    /// A set of actors, sorted; each once.
    pub fn actor_set(&self, set: ActorSetId) -> &[ActorIx] {
        self.actor_sets.get(set.0).unwrap_or_default()
    }

    /// How many different sets of actors occur; their ids run from 0.
    pub fn actor_set_count(&self) -> usize {
        self.actor_sets.items().len()
    }

    /// The record's sources.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.get(self.find_source(id)?.index())
    }

    /// The position of the source with this id.
    pub fn find_source(&self, id: &str) -> Option<SourceIx> {
        self.source_places.find(id).map(SourceIx)
    }

    /// Stretches of time behind the lanes.
    pub fn bands(&self) -> &[Band] {
        &self.bands
    }

    /// Walks through the record.
    pub fn stories(&self) -> &[Story] {
        &self.stories
    }

    /// All tags that occur.
    pub fn tags(&self) -> &[Arc<str>] {
        self.tags.items()
    }

    /// One tag.
    pub fn tag(&self, tag: TagIx) -> &str {
        self.tags.get(tag.0).unwrap_or_default()
    }

    /// A set of tags, sorted by position; each once.
    pub fn tag_set(&self, set: TagSetId) -> &[TagIx] {
        self.tag_sets.get(set.0).unwrap_or_default()
    }

    /// How many different sets of tags occur; their ids run from 0.
    pub fn tag_set_count(&self) -> usize {
        self.tag_sets.items().len()
    }

    /// All countries of places that occur, as the file writes them.
    pub fn countries(&self) -> &[Arc<str>] {
        self.countries.items()
    }

    /// One country.
    pub fn country(&self, country: CountryIx) -> &str {
        self.countries.get(country.0).unwrap_or_default()
    }

    /// All names of kinds: first those of [`Kind`](super::Kind), in its order, then unknown ones.
    pub fn kinds(&self) -> &[Arc<str>] {
        self.kinds.items()
    }

    /// The name of a kind, as the file has it.
    pub fn kind_name(&self, kind: KindIx) -> &str {
        self.kinds.get(kind.0).unwrap_or_default()
    }

    /// The relations that the event's own text has, to events that are there.
    pub fn relations_from(&self, event: EventIx) -> &[Link] {
        self.links.from(event)
    }

    /// The relations of other events that name this one.
    pub fn relations_to(&self, event: EventIx) -> &[Link] {
        self.links.to(event)
    }

    /// All relations, by the event whose text has them.
    pub fn relations(&self) -> &[Link] {
        self.links.all()
    }

    /// The file's bytes as it was opened.
    pub fn original(&self) -> &Bytes {
        &self.store.bytes
    }
}
