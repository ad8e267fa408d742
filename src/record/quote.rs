//! Evidence: words as they were said, and the documents they stand in.

use schemars::JsonSchema;
use serde::Serialize;

use super::text::{LangTag, Text, TextByLanguage};
use super::vocabulary::{Open, vocabulary};

/// Words as they were said or written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Quote {
    /// The words, in the language in which they were said.
    pub text: String,
    /// Language of the words; the record's when it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<LangTag>,
    /// The same words in other languages.
    #[serde(skip_serializing_if = "Text::is_empty")]
    #[schemars(default, with = "TextByLanguage")]
    pub translations: Text,
    /// The document of each translation: an id of the record's `sources` for each language.
    #[serde(skip_serializing_if = "Text::is_empty")]
    #[schemars(default, with = "TextByLanguage")]
    pub translation_sources: Text,
    /// Who said them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Text>,
    /// The document they stand in: an id of the record's `sources`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Where in the document (`p. 3`, `¶4`, `Article 2(b)`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
    /// What about the event the words bear on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub about: Vec<Open<About>>,
    /// Whether they bear out what the record says there, or contradict it.
    #[serde(skip_serializing_if = "is_supporting")]
    #[schemars(default = "supporting")]
    pub stance: Open<Stance>,
    /// What the words are on (`taiwan`, `strategic-relationship`), to lay two sides' words side by side.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub topic: Vec<String>,
    /// Whose account it is: an actor's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// Who issued the account, in words (`Government of Japan`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Text>,
    /// Through whom the words reached the source (`AFP`, `a Japanese official`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<Text>,
    /// Where the record's author saw the words, when that is not the document itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<String>,
    /// A remark on the quote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A document, and where in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Citation {
    /// An id of the record's `sources`.
    pub source: String,
    /// Where in the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
}

vocabulary! {
    /// What about an event a quote bears on.
    pub enum About called "About" {
        /// When it happened.
        Date = "date",
        /// Where it happened.
        Place = "place",
        /// Who took part.
        Participants = "participants",
        /// What exactly was said or written.
        Wording = "wording",
        /// How warm it was.
        Tone = "tone",
        /// Something else.
        Other = "other",
    }
}

vocabulary! {
    /// Whether a quote bears the record out.
    pub enum Stance called "Stance" {
        /// It says what the record says.
        Supports = "supports",
        /// It contradicts the record, or another quote of the event.
        Disputes = "disputes",
    }
}

fn supporting() -> Open<Stance> {
    Open::Known(Stance::Supports)
}

fn is_supporting(stance: &Open<Stance>) -> bool {
    *stance == supporting()
}
