//! A record as one value, for writing a new file and for the schema; an open one is a
//! [`Timeline`](super::Timeline).

use schemars::JsonSchema;
use serde::Serialize;

use super::event::Event;
use super::header::{Actor, Band, Story};
use super::source::Source;
use super::text::{LangTag, Text};

/// The format that this version writes.
pub const FORMAT: &str = "nenpyo/1";

/// A record of events, each with its evidence.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Record {
    /// `nenpyo/1`; a later number is opened read-only.
    #[schemars(regex(pattern = "^nenpyo/[1-9][0-9]*$"))]
    pub format: String,
    /// What the record is called.
    #[serde(skip_serializing_if = "Text::is_empty")]
    #[schemars(default)]
    pub title: Text,
    /// Language of plain strings, `en` when it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<LangTag>,
    /// Licence of the record (SPDX), such as `CC0-1.0`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// What a reader should know about the record, a paragraph each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub notes: Vec<Text>,
    /// Who acts in the events.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub actors: Vec<Actor>,
    /// Documents that quotes and events cite.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub sources: Vec<Source>,
    /// What happened.
    #[schemars(default)]
    pub events: Vec<Event>,
    /// Stretches of time behind the lanes: who was in office, which government, which era.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub bands: Vec<Band>,
    /// Walks through the record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub stories: Vec<Story>,
}

impl Default for Record {
    fn default() -> Self {
        Self {
            format: FORMAT.to_owned(),
            title: Text::default(),
            language: None,
            license: None,
            notes: Vec::new(),
            actors: Vec::new(),
            sources: Vec::new(),
            events: Vec::new(),
            bands: Vec::new(),
            stories: Vec::new(),
        }
    }
}
