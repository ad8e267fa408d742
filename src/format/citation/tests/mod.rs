//! Real sources in every manner, and texts that are meant to harm.

mod back;
mod files;
mod hostile;
mod identity;
mod prose;

use super::*;
use crate::record::Text;

fn en() -> LangTag {
    LangTag::new("en")
}

fn all(pasted: &str) -> Vec<Pasted> {
    let reading = read(pasted, &en()).unwrap_or_else(|error| panic!("{pasted}: {error}"));
    assert_eq!(reading.refused, [], "{pasted}");
    reading.found
}

fn one(pasted: &str) -> Pasted {
    let mut found = all(pasted);
    assert_eq!(found.len(), 1, "{pasted}: {found:#?}");
    found.remove(0)
}

/// The source as CSL-JSON on one line, without its id: what a test compares.
fn csl(source: &Source) -> String {
    let mut value = serde_json::to_value(source).expect("a source is JSON");
    value.as_object_mut().expect("an object").shift_remove("id");
    value.to_string()
}

#[track_caller]
fn reads(pasted: &str, expected: &str, left: &str) {
    let found = one(pasted);
    let json = |text: &str| -> serde_json::Value { serde_json::from_str(text).expect("JSON") };
    let (mut is, mut expected) = (json(&csl(&found.source)), json(expected));
    // The order of fields says nothing, but a failure is read more easily in one.
    is.sort_all_objects();
    expected.sort_all_objects();
    assert_eq!(is.to_string(), expected.to_string(), "{pasted}");
    assert_eq!(found.left, left, "{pasted}");
}
