//! How one event stands to another.

use schemars::JsonSchema;
use serde::Serialize;

use super::ids::EventIx;
use super::vocabulary::{Open, vocabulary};

vocabulary! {
    /// How an event stands to an earlier (or larger) one.
    pub enum RelationKind called "RelationType" {
        /// It came about because of the other.
        FollowsFrom = "follows_from",
        /// It carries the other's text or arrangement further.
        BuildsOn = "builds_on",
        /// Its words name the other.
        Recalls = "recalls",
        /// It answers the other.
        RespondsTo = "responds_to",
        /// It is a part of the other.
        PartOf = "part_of",
        /// It undoes the other.
        Reverses = "reverses",
    }
}

/// A relation as the event's own text has it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Relation {
    /// How this event stands to the other.
    #[serde(rename = "type")]
    pub kind: Open<RelationKind>,
    /// The other event's id.
    pub event: String,
}

/// A relation between two events that are both in the record.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Link {
    /// The event whose text has the relation.
    pub from: EventIx,
    /// The event that it names.
    pub to: EventIx,
    /// How `from` stands to `to`; `None` for a type that this version does not know (the word is
    /// in the event's own [`Relation`]).
    pub kind: Option<RelationKind>,
}
