//! A form half filled: strings as they were typed, which become an event only when it is saved.
//!
//! A draft keeps what a person writes, sense or nonsense, so that nothing typed is lost to a check;
//! [`check`] says what is wrong with it, [`Draft::edit`] makes of it one edit of the record in which
//! only what was changed has other bytes, and a journal keeps it as JSON.

mod check;
mod edit;
mod id;
mod items;
mod names;
mod patch;
mod problem;
mod read;
mod rebase;
mod source;
mod source_change;
mod twins;
mod what;

use serde::{Deserialize, Serialize};

pub use check::{Checked, Finding, Spot, check};
pub use edit::Unfinished;
pub(super) use edit::addition;
pub(super) use id::free;
pub(in crate::document) use id::slug;
pub use id::{actor_id, event_id};
pub(in crate::document) use patch::EVENT_DEPTH;
pub use problem::Problem;
pub use source_change::SourceChange;
pub use twins::twins;

use crate::record::{DEFAULT_IMPORTANCE, Kind, Status, Vocabulary, is_blank};

/// A text in one language.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Words {
    /// BCP 47 tag.
    pub lang: String,
    /// The text as it was typed.
    pub text: String,
}

impl Words {
    /// A text in a language.
    pub fn new(lang: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            lang: lang.into(),
            text: text.into(),
        }
    }
}

/// What a form for an event holds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    missing_docs,
    reason = "the fields are the event's: see `record::Event`"
)]
pub struct Draft {
    pub date: String,
    pub time_zone: String,
    pub title: Vec<Words>,
    pub summary: Vec<Words>,
    pub kind: String,
    pub actors: Vec<String>,
    pub people: Vec<String>,
    pub place: PlaceDraft,
    pub tags: Vec<String>,
    pub importance: u8,
    pub tone: ToneDraft,
    pub quotes: Vec<QuoteDraft>,
    pub sources: Vec<CitationDraft>,
    pub relations: Vec<RelationDraft>,
    pub images: Vec<ImageDraft>,
    pub status: String,
    pub notes: Vec<Words>,
    /// Actors that the record does not have yet, and gets with the event.
    pub new_actors: Vec<NewActor>,
    /// Sources that the record does not have yet, and gets with the event.
    pub new_sources: Vec<SourceDraft>,
    /// Sources that the record has, and that are changed with the event.
    pub changed_sources: Vec<SourceChange>,
}

/// Where it happened.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    missing_docs,
    reason = "the fields are the place's: see `record::Place`"
)]
pub struct PlaceDraft {
    pub name: Vec<Words>,
    pub country: String,
    pub lat: String,
    pub lon: String,
}

/// How warm or hostile it was.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ToneDraft {
    /// −5 to +5; none: it is not coded.
    pub value: Option<i8>,
    /// Why it is coded so.
    pub reason: Vec<Words>,
}

/// What was said.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    missing_docs,
    reason = "the fields are the quote's: see `record::Quote`"
)]
pub struct QuoteDraft {
    /// Its place in the event's list as it was opened; none: it is new.
    pub from: Option<usize>,
    pub text: String,
    pub lang: String,
    pub translations: Vec<Words>,
    pub speaker: Vec<Words>,
    pub source: String,
    pub locator: String,
    pub about: Vec<String>,
    pub stance: String,
    pub topic: Vec<String>,
    pub side: String,
    pub issuer: Vec<Words>,
    pub via: Vec<Words>,
    pub note: Vec<Words>,
}

/// A document that attests the event as a whole.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    missing_docs,
    reason = "the fields are the citation's: see `record::Citation`"
)]
pub struct CitationDraft {
    /// Its place in the event's list as it was opened; none: it is new.
    pub from: Option<usize>,
    pub source: String,
    pub locator: String,
}

/// How the event stands to another.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    missing_docs,
    reason = "the fields are the relation's: see `record::Relation`"
)]
pub struct RelationDraft {
    /// Its place in the event's list as it was opened; none: it is new.
    pub from: Option<usize>,
    pub kind: String,
    pub event: String,
}

/// A picture beside the record.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    missing_docs,
    reason = "the fields are the image's: see `record::Image`"
)]
pub struct ImageDraft {
    /// Its place in the event's list as it was opened; none: it is new.
    pub from: Option<usize>,
    pub path: String,
    pub caption: Vec<Words>,
    pub credit: Vec<Words>,
}

/// An actor that the record does not have yet.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NewActor {
    /// The name by which events mean it.
    pub id: String,
    /// What it is called.
    pub name: Words,
}

impl NewActor {
    /// The actor as the record gets it.
    pub(in crate::document) fn json(&self) -> serde_json::Value {
        serde_json::json!({"id": self.id, "name": {self.name.lang.as_str(): self.name.text.trim()}})
    }
}

/// A source that the record does not have yet, with the fields that a form shows.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    missing_docs,
    reason = "the fields are the source's: see `record::Source`"
)]
pub struct SourceDraft {
    pub id: String,
    pub kind: String,
    pub title: String,
    /// Names divided by semicolons: `Satake, Haruka; Ministry of Foreign Affairs`.
    pub author: String,
    pub container: String,
    pub publisher: String,
    pub issued: String,
    pub url: String,
    pub accessed: String,
    pub language: String,
    /// The fields that the form does not show, by CSL-JSON's names, as they were pasted.
    pub rest: serde_json::Map<String, serde_json::Value>,
    /// What of a pasted citation was not understood; it is no part of the source.
    pub unread: String,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            date: String::new(),
            time_zone: String::new(),
            title: Vec::new(),
            summary: Vec::new(),
            kind: Kind::Other.name().to_owned(),
            actors: Vec::new(),
            people: Vec::new(),
            place: PlaceDraft::default(),
            tags: Vec::new(),
            importance: DEFAULT_IMPORTANCE,
            tone: ToneDraft::default(),
            quotes: Vec::new(),
            sources: Vec::new(),
            relations: Vec::new(),
            images: Vec::new(),
            status: Status::Confirmed.name().to_owned(),
            notes: Vec::new(),
            new_actors: Vec::new(),
            new_sources: Vec::new(),
            changed_sources: Vec::new(),
        }
    }
}

impl Draft {
    /// Whether a person wrote nothing into it yet.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// The title for a reader of `language`, or the first that has words.
    pub fn title_in(&self, language: &str) -> &str {
        let spoken = |words: &&Words| !is_blank(&words.text);
        let own = self
            .title
            .iter()
            .filter(spoken)
            .find(|words| words.lang == language);
        let any = || self.title.iter().find(spoken);
        own.or_else(any).map_or("", |words| words.text.trim())
    }
}

#[cfg(test)]
mod tests;
