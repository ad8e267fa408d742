//! A source that was read elsewhere, as the fields of a form.

use serde_json::{Map, Value};

use super::{SourceDraft, names};
use crate::record::{Source, SourceDate};

/// The fields that a form shows, by CSL-JSON's names.
const SHOWN: [&str; 10] = [
    "id",
    "type",
    "title",
    "author",
    "container-title",
    "publisher",
    "issued",
    "URL",
    "accessed",
    "language",
];

impl SourceDraft {
    /// The fields of a source under an id of the record; what the form has no field for is kept.
    pub fn of(source: &Source, id: String) -> Self {
        let text = |text: &Option<crate::record::Text>| {
            text.as_ref()
                .map_or_else(String::new, |text| text.original().to_owned())
        };
        let mut draft = Self {
            id,
            kind: source.kind.clone().unwrap_or_default(),
            title: text(&source.title),
            author: source
                .author
                .iter()
                .map(names::shown)
                .filter(|name| !name.is_empty())
                .collect::<Vec<_>>()
                .join("; "),
            container: text(&source.container_title),
            publisher: text(&source.publisher),
            issued: date(source.issued.as_ref()),
            url: source.url.clone().unwrap_or_default(),
            accessed: date(source.accessed.as_ref()),
            language: source
                .language
                .as_ref()
                .map_or("", |tag| tag.as_str())
                .to_owned(),
            rest: Map::new(),
            unread: String::new(),
        };
        let whole = serde_json::to_value(source).unwrap_or_default();
        if let Value::Object(whole) = whole {
            let is_shown = |field: &str| match field {
                // A date that is no EDTF stays as it is.
                "issued" => !draft.issued.is_empty(),
                "accessed" => !draft.accessed.is_empty(),
                field => SHOWN.contains(&field),
            };
            let rest = whole.into_iter().filter(|(field, _)| !is_shown(field));
            draft.rest = rest.collect();
        }
        draft
    }
}

fn date(date: Option<&SourceDate>) -> String {
    match date {
        Some(SourceDate::Edtf(date)) => date.to_string(),
        _ => String::new(),
    }
}
