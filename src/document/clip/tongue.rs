//! Plain strings of a record in one language, for a record in another: there they say their language.

use serde_json::{Value, json};

use crate::format::native::edit::{At, EditError, get, set};
use crate::format::native::{Style, value};

/// The texts of an event outside its lists.
const OF_EVENT: [&[At]; 5] = [
    &[At::Field("title")],
    &[At::Field("summary")],
    &[At::Field("notes")],
    &[At::Field("place"), At::Field("name")],
    &[At::Field("tone"), At::Field("reason")],
];
/// The texts in the items of its lists.
const OF_ITEMS: [(&str, &[&str]); 2] = [
    (
        "quotes",
        &["speaker", "translations", "translation_sources"],
    ),
    ("images", &["caption", "credit"]),
];
/// The texts of actors and of sources.
const OF_DECLARED: [&str; 9] = [
    "name",
    "formal_name",
    "note",
    "title",
    "container-title",
    "publisher",
    "publisher-place",
    "collection-title",
    "event-title",
];

/// The event's text with each plain string as a map of the one language that it is in.
pub(super) fn of_event(text: String, language: &str) -> Result<String, EditError> {
    let mut text = text;
    for path in OF_EVENT {
        text = told(text, path, language)?;
    }
    for (list, names) in OF_ITEMS {
        let event: Value = serde_json::from_str(&text).unwrap_or_default();
        let items = event[list].as_array().map_or(0, Vec::len);
        for (at, name) in (0..items).flat_map(|at| names.iter().map(move |name| (at, name))) {
            let path = [At::Field(list), At::Item(at), At::Field(name)];
            text = told(text, &path, language)?;
        }
    }
    Ok(text)
}

fn told(text: String, path: &[At], language: &str) -> Result<String, EditError> {
    // A field of what is no object is no text.
    let Ok(Some(plain)) = get(&text, path) else {
        return Ok(text);
    };
    match serde_json::from_str(plain) {
        Ok(Value::String(plain)) => {
            let map = value(&json!({ language: plain }), &Style::default(), 1);
            set(&text, path, &map)
        }
        _ => Ok(text),
    }
}

/// The same for an actor or a source.
pub(super) fn of_declared(item: &mut Value, language: &str) {
    for name in OF_DECLARED {
        if let Some(text @ Value::String(_)) = item.get_mut(name) {
            *text = json!({ language: text.take() });
        }
    }
}
