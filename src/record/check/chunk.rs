//! What comes of reading a stretch of the events, before it is joined with the others.

use super::super::head::EventHead;
use super::super::ids::{ActorIx, TagIx};
use super::super::pool::Pool;
use super::super::relation::RelationKind;
use super::super::store::Slot;
use super::Findings;

/// What came of reading a stretch of the file's events. Positions of actors, tags, countries and
/// kinds beyond what the header declares are this chunk's own until they are merged.
#[derive(Debug, Default)]
pub(crate) struct Chunk {
    pub heads: Vec<EventHead>,
    pub slots: Vec<Slot>,
    pub links: Vec<PendingLink>,
    pub rejected: Vec<Rejected>,
    pub findings: Findings,
    /// Actors that were not known; the first is at the number of known ones.
    pub actors: Pool<str>,
    pub tags: Pool<str>,
    pub countries: Pool<str>,
    /// Names of unknown kinds; the first is at the number of known ones.
    pub kinds: Pool<str>,
    pub actor_sets: Pool<[ActorIx]>,
    pub tag_sets: Pool<[TagIx]>,
}

/// A relation whose other end is still to be looked up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PendingLink {
    /// Position of the event in its chunk.
    pub from: u32,
    pub kind: Option<RelationKind>,
    /// Where the other's id stands, as a JSON string, in bytes from the file's start.
    pub offset: u64,
    pub len: u32,
}

/// An event that could not be read.
#[derive(Clone, Debug)]
pub(crate) struct Rejected {
    pub offset: u64,
    pub len: u64,
    pub id: Option<String>,
    pub message: String,
}
