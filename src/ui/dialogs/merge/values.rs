//! A value of the file in words, and the way to it.

use serde_json::Value;

use super::phrases::{self, Phrase};
use crate::date::Language;
use crate::document::merge::Step;

/// What the value at a path is called: "Title: Japanese", "Sources: satake-2024: URL".
pub(super) fn field(path: &[Step], language: Language) -> String {
    let words = |step: &Step| match step {
        Step::Field(name) => {
            let of = Language::from_tag(name).map(|of| of.name(language));
            let known = phrases::field(name, language).or(of);
            Some(known.unwrap_or(name).to_owned())
        }
        Step::Keyed(id) => Some(id.to_string()),
        // The item itself stands beside it.
        Step::Item(_) => None,
    };
    let mut names = path.iter().filter_map(words);
    let whole = || Phrase::WholeEvent.words(language).to_owned();
    let first = names.next().unwrap_or_else(whole);
    names.fold(first, |name, of| phrases::joined(&name, &of, language))
}

/// What a side has of the value at a path; an event that it has not was deleted there.
pub(super) fn side(path: &[Step], value: Option<&Value>, language: Language) -> String {
    match value {
        None if path.is_empty() => Phrase::Deleted.words(language).to_owned(),
        value => words(value, language),
    }
}

/// A value as a person reads it.
pub(super) fn words(value: Option<&Value>, language: Language) -> String {
    let words = match value {
        None => String::new(),
        Some(value) => lines(value, language),
    };
    if words.trim().is_empty() {
        Phrase::Nothing.words(language).to_owned()
    } else {
        words
    }
}

fn lines(value: &Value, language: Language) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            words.join(", ")
        }
        Value::Array(items) => {
            let items = items.iter().map(|item| lines(item, language));
            items.collect::<Vec<_>>().join("\n")
        }
        Value::Object(fields) => {
            let line = |(name, value): (&String, &Value)| {
                let name = phrases::field(name, language).unwrap_or(name);
                phrases::joined(name, &lines(value, language), language)
            };
            fields.iter().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_value_and_the_way_to_it_are_in_words() {
        let path = [Step::Field("title".into()), Step::Field("ja".into())];
        assert_eq!(field(&path, Language::En), "Title: Japanese");
        assert_eq!(field(&path, Language::Ja), "題名：日本語");
        assert_eq!(field(&[], Language::En), "The whole event");
        let path = [
            Step::Field("sources".into()),
            Step::Keyed("s-1".into()),
            Step::Field("URL".into()),
        ];
        assert_eq!(field(&path, Language::En), "Sources: s-1: URL");
        assert_eq!(side(&path, None, Language::En), "Nothing");
        assert_eq!(side(&[], None, Language::En), "Deleted");
        assert_eq!(words(Some(&json!(["a", "b"])), Language::En), "a, b");
        let place = json!({"name": {"en": "Lima"}, "lat": -12.5});
        assert_eq!(
            words(Some(&place), Language::En),
            "Name: en: Lima\nlat: -12.5"
        );
        assert_eq!(words(Some(&json!(null)), Language::Ko), "없음");
    }
}
