//! Everything of a record that is not an event: its title, actors, bands and stories.

use schemars::JsonSchema;
use serde::Serialize;

use super::quote::Citation;
use super::text::{LangTag, Text};
use super::wire;
use crate::date::{Edtf, Extent, Zone};

/// A state, an organisation or a person that takes part in events.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Actor {
    /// Name by which events refer to the actor, such as `JPN` (ISO 3166-1 alpha-3 for states).
    #[schemars(length(min = 1))]
    pub id: String,
    /// What the actor is called; its id when it is missing.
    #[schemars(default)]
    pub name: Text,
    /// What sort of actor it is (`state`, `organisation`, `person`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its full name in official use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formal_name: Option<Text>,
    /// A remark on the actor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Whether the record's `actors` has it; an actor that only events name is kept with its id
    /// as its name.
    #[serde(skip)]
    #[schemars(skip)]
    pub declared: bool,
}

/// A stretch of time behind the lanes: who was in office, which government, which era.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Band {
    /// The row that the band lies in (`Prime Minister of Japan`).
    #[schemars(default)]
    pub group: Text,
    /// What is written on it.
    pub label: Text,
    /// From when to when: an EDTF interval; the last day belongs to it.
    #[serde(serialize_with = "wire::edtf")]
    #[schemars(with = "String", length(min = 1))]
    pub date: Edtf,
    /// Where those dates were the dates (IANA).
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::optional_zone"
    )]
    #[schemars(with = "Option<String>")]
    pub time_zone: Option<Zone>,
    /// The actor whose band it is: an id of the record's `actors`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// What the office is, where the row holds more than one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<Text>,
    /// Whether the office was only held for another, or until another came.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(default)]
    pub acting: bool,
    /// Documents that attest it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub sources: Vec<Citation>,
    /// A remark on the band.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Band {
    /// The instants between which the band lies.
    pub fn extent(&self) -> Extent {
        self.date.extent(self.time_zone.unwrap_or(Zone::UTC))
    }
}

/// A walk through the record, told in steps.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Story {
    /// Name of the story; unique in the record.
    #[schemars(length(min = 1))]
    pub id: String,
    /// What the story is called; its id when it is missing.
    #[schemars(default)]
    pub title: Text,
    /// Its steps, in the order in which they are told.
    #[schemars(default)]
    pub steps: Vec<Step>,
}

/// One step of a story: an event or a window of time, and what is said there.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Step {
    /// What the step is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What the audience reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// What only the presenter reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Text>,
    /// The event that it shows: an event's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// The window of time that it shows: an EDTF interval.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::optional_edtf"
    )]
    #[schemars(with = "Option<String>")]
    pub window: Option<Edtf>,
}

/// What a record says about itself.
#[derive(Clone, PartialEq, Debug)]
pub struct Header {
    /// The `format` as written, such as `nenpyo/1`; `None` when the file does not say.
    pub format: Option<String>,
    /// What the record is called; empty when the file does not say.
    pub title: Text,
    /// Language of plain strings.
    pub language: LangTag,
    /// Licence of the record (SPDX), such as `CC0-1.0`.
    pub license: Option<String>,
    /// What a reader should know about the record, a paragraph each.
    pub notes: Vec<Text>,
}

impl Default for Header {
    fn default() -> Self {
        Self {
            format: None,
            title: Text::default(),
            language: LangTag::new(DEFAULT_LANGUAGE),
            license: None,
            notes: Vec::new(),
        }
    }
}

/// The record's language when the file does not say.
pub const DEFAULT_LANGUAGE: &str = "en";
