//! An event's text as a draft.

use serde_json::Value;

use super::{
    CitationDraft, Draft, ImageDraft, PlaceDraft, QuoteDraft, RelationDraft, ToneDraft, Words,
};
use crate::record::DEFAULT_IMPORTANCE;

impl Draft {
    /// What a form shows of an event's JSON text; plain strings are in `language`, the record's.
    /// What cannot be read stays out of the form, and where it is in the file.
    pub fn read(text: &str, language: &str) -> Self {
        let event: Value = serde_json::from_str(text).unwrap_or_default();
        let usual = Self::default();
        let word = |name: &str, otherwise: String| match &event[name] {
            Value::String(word) => word.clone(),
            _ => otherwise,
        };
        let importance = event["importance"].as_f64().unwrap_or_default();
        let is_importance = importance.fract() == 0.0 && (1.0..=5.0).contains(&importance);
        Self {
            date: string(&event["date"]),
            time_zone: string(&event["time_zone"]),
            title: texts(&event["title"], language),
            summary: texts(&event["summary"], language),
            kind: word("kind", usual.kind),
            actors: strings(&event["actors"]),
            people: strings(&event["people"]),
            place: place(&event["place"], language),
            tags: strings(&event["tags"]),
            importance: if is_importance {
                importance as u8
            } else {
                DEFAULT_IMPORTANCE
            },
            tone: tone(&event["tone"], language),
            quotes: items(&event["quotes"], |from, quote| QuoteDraft {
                from,
                text: string(&quote["text"]),
                lang: string(&quote["lang"]),
                translations: texts(&quote["translations"], language),
                speaker: texts(&quote["speaker"], language),
                source: string(&quote["source"]),
                locator: string(&quote["locator"]),
                about: strings(&quote["about"]),
                stance: string(&quote["stance"]),
                topic: strings(&quote["topic"]),
                side: string(&quote["side"]),
                issuer: texts(&quote["issuer"], language),
                via: texts(&quote["via"], language),
                note: texts(&quote["note"], language),
            }),
            sources: items(&event["sources"], |from, citation| CitationDraft {
                from,
                source: string(&citation["source"]),
                locator: string(&citation["locator"]),
            }),
            relations: items(&event["relations"], |from, relation| RelationDraft {
                from,
                kind: string(&relation["type"]),
                event: string(&relation["event"]),
            }),
            images: items(&event["images"], |from, image| ImageDraft {
                from,
                path: string(&image["path"]),
                caption: texts(&image["caption"], language),
                credit: texts(&image["credit"], language),
            }),
            status: word("status", usual.status),
            notes: texts(&event["notes"], language),
            new_actors: Vec::new(),
            new_sources: Vec::new(),
            changed_sources: Vec::new(),
        }
    }
}

fn place(place: &Value, language: &str) -> PlaceDraft {
    PlaceDraft {
        name: texts(&place["name"], language),
        country: string(&place["country"]),
        lat: number(&place["lat"]),
        lon: number(&place["lon"]),
    }
}

fn tone(tone: &Value, language: &str) -> ToneDraft {
    let value = tone["value"].as_i64();
    ToneDraft {
        value: value.and_then(|value| i8::try_from(value).ok()),
        reason: texts(&tone["reason"], language),
    }
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn number(value: &Value) -> String {
    value
        .as_number()
        .map_or_else(String::new, ToString::to_string)
}

fn strings(value: &Value) -> Vec<String> {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let strings = items.iter().filter_map(Value::as_str);
    strings.map(str::to_owned).collect()
}

pub(super) fn texts(value: &Value, language: &str) -> Vec<Words> {
    match value {
        Value::String(text) => vec![Words::new(language, text)],
        Value::Object(texts) => {
            let texts = texts.iter();
            let texts = texts.filter_map(|(lang, text)| Some(Words::new(lang, text.as_str()?)));
            texts.collect()
        }
        _ => Vec::new(),
    }
}

/// The objects of a list, each with its place in it.
fn items<T>(list: &Value, read: impl Fn(Option<usize>, &Value) -> T) -> Vec<T> {
    let items = list.as_array().map(Vec::as_slice).unwrap_or_default();
    let objects = items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.is_object());
    objects.map(|(at, item)| read(Some(at), item)).collect()
}
