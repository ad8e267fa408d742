//! One text in several languages, and which of them a reader is shown.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::date::Language;

/// Whether nothing of a text can be seen: it has only spaces, controls and what a renderer may leave
/// out.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || c.is_control() || is_ignorable(c))
}

/// Whether Unicode lets a renderer leave a character out: `Default_Ignorable_Code_Point` in
/// `DerivedCoreProperties.txt`, Unicode 16.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// A language tag as BCP 47 writes them (`en`, `zh-Hans`, `ja-Latn`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(transparent)]
pub struct LangTag(String);

impl LangTag {
    /// Keeps a tag as it is written; [`LangTag::is_well_formed`] says whether it is one.
    pub fn new(tag: impl Into<String>) -> Self {
        Self(tag.into())
    }

    /// The tag as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The display language that reads this tag.
    pub fn language(&self) -> Option<Language> {
        Language::from_tag(&self.0)
    }

    /// Whether `tag` has the form of BCP 47 (RFC 5646 §2.1): subtags of 1 to 8 letters or digits
    /// joined by hyphens, the first of 2 to 8 letters, or `x-…`, `i-…`.
    pub fn is_well_formed(tag: &str) -> bool {
        let mut subtags = tag.split('-');
        let first = subtags.next().unwrap_or_default();
        let private = matches!(first, "x" | "X" | "i" | "I");
        let alphabetic = first.bytes().all(|b| b.is_ascii_alphabetic());
        let first_fits = alphabetic && ((2..=8).contains(&first.len()) || private && tag.len() > 2);
        first_fits
            && subtags
                .all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()))
    }
}

impl fmt::Display for LangTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl JsonSchema for LangTag {
    fn schema_name() -> Cow<'static, str> {
        "LanguageTag".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A language tag (BCP 47), such as `en`, `ja`, `zh-Hans`, `zh-Hant`, `ko`.",
            "pattern": LANGUAGE_TAG_PATTERN,
        })
    }
}

/// The form of a language tag, as a regular expression for the schema.
const LANGUAGE_TAG_PATTERN: &str = "^([A-Za-z]{2,8}|[xXiI](?=-))(-[A-Za-z0-9]{1,8})*$";

/// A text in one or more languages, in the order of the file.
///
/// A plain string in the file is one entry in the record's language.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Text {
    entries: Vec<(LangTag, String)>,
    /// Which entry is in the record's language (the first when none is).
    own: usize,
    plain: bool,
}

impl Text {
    /// A plain string, in the record's language.
    pub fn plain(text: impl Into<String>, language: LangTag) -> Self {
        Self {
            entries: vec![(language, text.into())],
            own: 0,
            plain: true,
        }
    }

    /// A map of languages; `record_language` is what a reader of none of them gets.
    pub fn map(entries: Vec<(LangTag, String)>, record_language: &str) -> Self {
        let own = position(
            record_language,
            &entries.iter().map(|(tag, _)| tag.as_str()),
        );
        Self {
            own: own.unwrap_or(0),
            entries,
            plain: false,
        }
    }

    /// Each language with its text, in the order of the file.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (&LangTag, &str)> {
        self.entries.iter().map(|(tag, text)| (tag, text.as_str()))
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether the file has it as a plain string.
    pub fn is_plain(&self) -> bool {
        self.plain
    }

    /// The text in exactly this language (`zh` counts as simplified Chinese).
    pub fn get(&self, language: Language) -> Option<&str> {
        self.entries
            .iter()
            .find(|(tag, _)| tag.language() == Some(language))
            .map(|(_, text)| text.as_str())
    }

    /// The text for a reader of `language`: that language, else the other Chinese script for a
    /// reader of Chinese, else the record's language, else the first; `""` when there is none.
    pub fn pick(&self, language: Language) -> &str {
        self.pick_entry(language).map_or("", |(_, text)| text)
    }

    /// As [`Text::pick`], with the tag of the language that was found.
    pub fn pick_entry(&self, language: Language) -> Option<(&LangTag, &str)> {
        let at =
            choose(language, &self.entries.iter().map(|(tag, _)| tag.as_str())).unwrap_or(self.own);
        self.entries.get(at).map(|(tag, text)| (tag, text.as_str()))
    }

    /// The text in the record's language, or the first.
    pub fn original(&self) -> &str {
        self.original_entry().map_or("", |(_, text)| text)
    }

    /// As [`Text::original`], with the tag of its language.
    pub fn original_entry(&self) -> Option<(&LangTag, &str)> {
        self.entries
            .get(self.own)
            .map(|(tag, text)| (tag, text.as_str()))
    }
}

/// Which of `tags` a reader of `language` is shown, `None` when neither that language nor a
/// close one is there.
pub(crate) fn choose<'t>(
    language: Language,
    tags: &(impl Iterator<Item = &'t str> + Clone),
) -> Option<usize> {
    let find = |wanted: Language| {
        tags.clone()
            .position(|tag| Language::from_tag(tag) == Some(wanted))
    };
    find(language).or_else(|| match language {
        Language::ZhHans => find(Language::ZhHant),
        Language::ZhHant => find(Language::ZhHans),
        Language::En | Language::Ja | Language::Ko => None,
    })
}

/// The position of the record's language among `tags`: the same tag, else the same language.
pub(crate) fn position<'t>(
    record_language: &str,
    tags: &(impl Iterator<Item = &'t str> + Clone),
) -> Option<usize> {
    let primary = |tag: &str| {
        tag.split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    tags.clone()
        .position(|tag| tag.eq_ignore_ascii_case(record_language))
        .or_else(|| {
            tags.clone()
                .position(|tag| primary(tag) == primary(record_language))
        })
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.plain
            && let [(_, text)] = self.entries.as_slice()
        {
            return serializer.serialize_str(text);
        }
        let mut map = serializer.serialize_map(Some(self.entries.len()))?;
        for (tag, text) in &self.entries {
            map.serialize_entry(tag.as_str(), text)?;
        }
        map.end()
    }
}

/// A text for each language and never a plain string; for the schema only.
pub(crate) struct TextByLanguage;

fn by_language() -> Value {
    json!({
        "type": "object",
        "propertyNames": { "pattern": LANGUAGE_TAG_PATTERN },
        "additionalProperties": { "type": "string" },
        "minProperties": 1,
    })
}

impl JsonSchema for TextByLanguage {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "TextByLanguage".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let Value::Object(schema) = by_language() else {
            return Schema::default();
        };
        schema.into()
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A plain string in the record's language, or a text for each language.",
            "anyOf": [{ "type": "string" }, by_language()],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(entries: &[(&str, &str)]) -> Text {
        let entries = entries
            .iter()
            .map(|(tag, t)| (LangTag::new(*tag), (*t).to_owned()))
            .collect();
        Text::map(entries, "en")
    }

    #[test]
    fn what_cannot_be_seen_is_blank() {
        for text in [
            "",
            " \u{3000}\n",
            "\u{200B}\u{FEFF}\u{AD}",
            "\u{3164}",
            "\u{0}\u{202E}",
        ] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["a", "\u{200B}年", ".", "\u{FFFD}"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn a_reader_gets_their_language_then_a_close_one_then_the_records() {
        let t = text(&[("zh-Hant", "東亞"), ("en", "East Asia"), ("ja", "東アジア")]);
        assert_eq!(t.pick(Language::Ja), "東アジア");
        assert_eq!(t.pick(Language::ZhHans), "東亞");
        assert_eq!(t.pick(Language::Ko), "East Asia");
        assert_eq!(t.get(Language::ZhHans), None);
        assert_eq!(
            text(&[("fr", "Asie"), ("de", "Asien")]).pick(Language::Ko),
            "Asie"
        );
        assert_eq!(text(&[]).pick(Language::En), "");
    }

    #[test]
    fn the_records_language_is_found_by_its_primary_subtag_too() {
        let t = text(&[("ja", "東アジア"), ("en-GB", "East Asia")]);
        assert_eq!(t.original(), "East Asia");
    }

    #[test]
    fn tags_have_the_form_of_bcp_47() {
        for tag in [
            "en",
            "zh-Hans",
            "ja-Latn",
            "x-mine",
            "sl-rozaj-biske",
            "de-1996",
            "yue",
        ] {
            assert!(LangTag::is_well_formed(tag), "{tag}");
        }
        for tag in [
            "",
            "e",
            "x",
            "english language",
            "zh_Hans",
            "en-",
            "-en",
            "日本語",
            "en--GB",
        ] {
            assert!(!LangTag::is_well_formed(tag), "{tag}");
        }
    }
}
