//! The compact head of an event: all that finding, ordering and drawing marks needs.

use super::ids::{ActorSetId, CountryIx, KindIx, TagSetId};
use super::kind::Kind;
use crate::date::{Edge, EdgeKind, Extent, Instant, Precision};

/// One event in at most 64 bytes, built while the record is opened.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct EventHead {
    /// First instant at which the event may have happened.
    pub start: Instant,
    /// First instant after it (exclusive); see [`Extent`] for open and unknown ends.
    pub end: Instant,
    /// The set of its actors.
    pub actors: ActorSetId,
    /// The set of its tags.
    pub tags: TagSetId,
    /// The country of its place, as a position among the record's countries.
    pub country: Option<CountryIx>,
    /// The kind's name as the file has it.
    pub kind_name: KindIx,
    /// What it draws as.
    pub kind: Kind,
    /// How exactly its date is known.
    pub precision: Precision,
    /// How the start is known.
    pub start_edge: EdgeKind,
    /// How the end is known.
    pub end_edge: EdgeKind,
    /// 1 (least) to 5.
    pub importance: u8,
    /// −5 (hostile) to +5 (warm).
    pub tone: Option<i8>,
    /// How many quotes it has (at most 65,535 are counted; so with the other counts).
    pub quotes: u16,
    /// How many relations its own text has.
    pub relations: u16,
    /// How many documents it cites as a whole.
    pub sources: u16,
    /// How many pictures it has.
    pub images: u16,
    /// What else there is to know without reading the event.
    pub flags: Flags,
}

const _: () = assert!(size_of::<EventHead>() <= 64);

impl EventHead {
    /// The instants between which the event lies.
    pub const fn extent(&self) -> Extent {
        Extent {
            start: Edge {
                at: self.start,
                kind: self.start_edge,
            },
            end: Edge {
                at: self.end,
                kind: self.end_edge,
            },
        }
    }
}

/// Yes-or-no facts about an event.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Flags(u8);

impl Flags {
    /// The date says "about" (`~`).
    pub const APPROXIMATE: Self = Self(1);
    /// The date says "perhaps" (`?`).
    pub const UNCERTAIN: Self = Self(1 << 1);
    /// A quote disputes what the record says.
    pub const DISPUTED: Self = Self(1 << 2);
    /// The place has a latitude and a longitude.
    pub const LOCATED: Self = Self(1 << 3);
    /// The event says in which zone its date is a date.
    pub const ZONED: Self = Self(1 << 4);
    /// The status is other than confirmed.
    pub const UNCONFIRMED: Self = Self(1 << 5);

    /// The event was removed since the record was opened: it is not drawn, found or counted.
    pub const REMOVED: Self = Self(1 << 6);

    /// Whether all of `flags` are set.
    pub const fn has(self, flags: Self) -> bool {
        self.0 & flags.0 == flags.0
    }

    /// Sets `flags` when `on`.
    pub(crate) fn set(&mut self, flags: Self, on: bool) {
        if on {
            self.0 |= flags.0;
        }
    }

    /// Sets `flags` when `on`, and takes them away when not.
    pub(crate) fn put(&mut self, flags: Self, on: bool) {
        self.clear(flags);
        self.set(flags, on);
    }

    /// Takes `flags` away.
    pub(crate) fn clear(&mut self, flags: Self) {
        self.0 &= !flags.0;
    }
}
