//! A source that was read elsewhere, as the fields of a form.

use serde_json::{Map, Value};

use super::SourceDraft;
use crate::record::{Name, Source, SourceDate};

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
                .map(name)
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

pub(super) fn name(name: &Name) -> String {
    let parts = [&name.family, &name.given].map(Option::as_deref);
    match (parts, &name.literal) {
        ([Some(family), Some(given)], _) => format!("{family}, {given}"),
        ([Some(only), None] | [None, Some(only)], _) => only.to_owned(),
        ([None, None], Some(literal)) if literal.contains([',', '，', ';', '；']) => {
            format!("{{{literal}}}")
        }
        ([None, None], literal) => literal.clone().unwrap_or_default(),
    }
}

fn date(date: Option<&SourceDate>) -> String {
    match date {
        Some(SourceDate::Edtf(date)) => date.to_string(),
        _ => String::new(),
    }
}
