//! What makes a lane: the grouping, and the key by which a lane is remembered.

use serde::{Deserialize, Serialize};

/// What the canvas is divided by.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// By who dealt with whom; see [`super::lanes`] for the rule.
    #[default]
    Pair,
    /// By actor: an event stands in the lane of each of its actors.
    Actor,
    /// By kind of event.
    Kind,
    /// By the country of the place.
    Country,
    /// By tag: an event stands in the lane of each of its tags.
    Tag,
    /// One lane for everything.
    None,
}

impl Grouping {
    /// Every grouping, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Pair,
        Self::Actor,
        Self::Kind,
        Self::Country,
        Self::Tag,
        Self::None,
    ];
}

/// What a lane holds, in the record's own ids, so that it outlives an edit and a restart.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LaneKey {
    /// Events with exactly these actors, in the record's order of actors.
    Actors(Vec<String>),
    /// Events with this actor that stand in no lane of their own set.
    Around(String),
    /// Events of three and more actors that stand in no other lane.
    Multilateral,
    /// What no other lane holds.
    Rest,
    /// Events of one actor.
    Actor(String),
    /// Events of one kind, by its word in the file.
    Kind(String),
    /// Events in one country, by its code.
    Country(String),
    /// Events with one tag.
    Tag(String),
    /// Everything.
    All,
}
