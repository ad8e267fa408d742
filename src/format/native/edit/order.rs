//! The order in which the fields of each object are usually written.

use super::At;
use crate::record::SOURCE_FIELDS;

/// The fields of an event.
pub(super) const EVENT: &[&str] = &[
    "id",
    "title",
    "summary",
    "date",
    "time_zone",
    "kind",
    "actors",
    "people",
    "place",
    "tags",
    "importance",
    "tone",
    "quotes",
    "sources",
    "relations",
    "images",
    "status",
    "notes",
];

const PLACE: &[&str] = &["name", "country", "lat", "lon"];
const TONE: &[&str] = &["value", "reason"];
const QUOTE: &[&str] = &[
    "text",
    "lang",
    "translations",
    "translation_sources",
    "speaker",
    "source",
    "locator",
    "about",
    "stance",
    "topic",
    "side",
    "issuer",
    "via",
    "seen_at",
    "note",
];
const CITATION: &[&str] = &["source", "locator"];
const RELATION: &[&str] = &["type", "event"];
const IMAGE: &[&str] = &["path", "caption", "credit"];
const LANGUAGES: &[&str] = &["en", "ja", "zh-Hans", "zh-Hant", "ko"];

/// The usual order at the end of a path that starts at an event, or of a source's own field.
pub(super) fn of(path: &[At]) -> &'static [&'static str] {
    let parents = path.split_last().map_or(path, |(_, parents)| parents);
    let name = parents.iter().rev().find_map(|at| match at {
        At::Field(name) => Some(*name),
        At::Item(_) => None,
    });
    match name {
        None => match path {
            [At::Field(field)] if SOURCE_FIELDS.contains(field) && !EVENT.contains(field) => {
                &SOURCE_FIELDS
            }
            _ => EVENT,
        },
        Some("place") => PLACE,
        Some("tone") => TONE,
        Some("quotes") => QUOTE,
        Some("sources") => CITATION,
        Some("relations") => RELATION,
        Some("images") => IMAGE,
        Some(_) => LANGUAGES,
    }
}
