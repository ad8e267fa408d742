//! Documents, by CSL-JSON's names, so that citation tools read them.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::text::{LangTag, Text};
use crate::date::Edtf;

/// The names of a source's fields, in the order in which they are usually written.
pub const SOURCE_FIELDS: [&str; 20] = [
    "id",
    "type",
    "title",
    "author",
    "editor",
    "container-title",
    "publisher",
    "publisher-place",
    "issued",
    "accessed",
    "volume",
    "issue",
    "page",
    "number",
    "genre",
    "archive",
    "DOI",
    "URL",
    "language",
    "note",
];

/// A document that quotes and events cite.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Source {
    /// Name by which quotes and events cite the document; unique in the record.
    #[schemars(length(min = 1))]
    pub id: String,
    /// Type of the document in CSL's words: `article`, `article-journal`, `article-newspaper`,
    /// `book`, `chapter`, `report`, `speech`, `treaty`, `webpage`, `interview`, `document` …
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Title of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub author: Vec<Name>,
    /// Who edited it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub editor: Vec<Name>,
    /// The journal, newspaper, book or site that it is part of.
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    pub container_title: Option<Text>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Text>,
    /// Where it was published.
    #[serde(rename = "publisher-place", skip_serializing_if = "Option::is_none")]
    pub publisher_place: Option<Text>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<SourceDate>,
    /// When the record's author saw it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<SourceDate>,
    /// Volume of the journal or series.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<StringOrNumber>")]
    pub volume: Option<String>,
    /// Issue of the journal.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<StringOrNumber>")]
    pub issue: Option<String>,
    /// Pages of the whole document (a citation's `locator` says which one).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<StringOrNumber>")]
    pub page: Option<String>,
    /// Number of the document (of a report, a resolution, a treaty series).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<StringOrNumber>")]
    pub number: Option<String>,
    /// What sort of document it is, in words (`joint statement`, `press conference`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genre: Option<String>,
    /// Archive that keeps it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive: Option<String>,
    /// Digital object identifier, without the resolver's address.
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// Its address; opened only when it is `http`, `https` or `mailto`.
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Language of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<LangTag>,
    /// A remark on the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Source {
    /// A source of which only the id is known.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            kind: None,
            title: None,
            author: Vec::new(),
            editor: Vec::new(),
            container_title: None,
            publisher: None,
            publisher_place: None,
            issued: None,
            accessed: None,
            volume: None,
            issue: None,
            page: None,
            number: None,
            genre: None,
            archive: None,
            doi: None,
            url: None,
            language: None,
            note: None,
        }
    }
}

/// A string, or a number as CSL-JSON allows for it; for the schema only.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code)] // never made: it stands for what the file may hold
enum StringOrNumber {
    String(String),
    Number(f64),
}

/// A person's or a body's name, as CSL-JSON divides it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, JsonSchema)]
pub struct Name {
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// Given names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// A name that is not divided: a ministry, a newspaper's staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub literal: Option<String>,
}

/// A document's date: EDTF, or CSL-JSON's `{"date-parts": [[2024, 12]]}`.
#[derive(Clone, PartialEq, Debug)]
pub enum SourceDate {
    /// A date that could be read.
    Edtf(Edtf),
    /// Words that are no EDTF (CSL's `raw` and `literal`).
    Literal(String),
}

impl Serialize for SourceDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        match self {
            Self::Edtf(date) => serializer.collect_str(date),
            Self::Literal(words) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("literal", words)?;
                map.end()
            }
        }
    }
}

impl JsonSchema for SourceDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SourceDate".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "EDTF (`2024-12`), or a date as CSL-JSON has it.",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "properties": {
                        "date-parts": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 2,
                            "items": {
                                "type": "array",
                                "minItems": 1,
                                "maxItems": 3,
                                "items": { "type": ["integer", "string"] },
                            },
                        },
                        "raw": { "type": "string" },
                        "literal": { "type": "string" },
                        "circa": { "type": ["boolean", "integer", "string"] },
                    },
                },
            ],
        })
    }
}
