use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::{Map, Value};

use super::*;

const EVENT: &str = r#"{
      "id": "a",
      "title": {"en": "One", "ja": "一"},
      "x-mine": [1,  2],
      "date": "1972"
    }"#;

fn one(name: &str) -> [At<'_>; 1] {
    [At::Field(name)]
}

#[test]
fn a_value_is_replaced_where_it_stands() {
    let path = [At::Field("title"), At::Field("ja")];
    let edited = set(EVENT, &path, "\"二\"").unwrap();
    assert_eq!(edited, EVENT.replace("一", "二"));
    let path = [At::Field("x-mine"), At::Item(1)];
    assert_eq!(
        set(EVENT, &path, " null ").unwrap(),
        EVENT.replace("2]", "null]")
    );
}

#[test]
fn a_new_field_goes_to_its_usual_place_in_the_manner_of_its_neighbours() {
    let summary = set(EVENT, &one("summary"), "\"s\"").unwrap();
    assert_eq!(
        summary,
        EVENT.replace("一\"},", "一\"},\n      \"summary\": \"s\",")
    );
    let notes = set(EVENT, &one("notes"), "\"n\"").unwrap();
    assert_eq!(
        notes,
        EVENT.replace("\"1972\"", "\"1972\",\n      \"notes\": \"n\"")
    );
    let korean = set(EVENT, &[At::Field("title"), At::Field("ko")], "\"일\"").unwrap();
    assert_eq!(korean, EVENT.replace("\"一\"", "\"一\", \"ko\": \"일\""));
    assert_eq!(
        set("{\"date\":\"1972\"}", &one("id"), "\"a\"").unwrap(),
        "{\"id\":\"a\", \"date\":\"1972\"}"
    );
    assert_eq!(set("{ }", &one("id"), "\"a\"").unwrap(), "{\"id\": \"a\" }");
    assert_eq!(
        set("{\n  \"b\" : 1\n}", &one("c"), "2").unwrap(),
        "{\n  \"b\" : 1,\n  \"c\" : 2\n}"
    );
}

#[test]
fn items_are_added_and_taken_away() {
    assert_eq!(insert("[1, 2]", &[At::Item(1)], "9").unwrap(), "[1, 9, 2]");
    assert_eq!(insert("[1, 2]", &[At::Item(0)], "9").unwrap(), "[9, 1, 2]");
    assert_eq!(insert("[1, 2]", &[At::Item(7)], "9").unwrap(), "[1, 2, 9]");
    assert_eq!(
        set("[\n 1,\n 2\n]", &[At::Item(2)], "3").unwrap(),
        "[\n 1,\n 2,\n 3\n]"
    );
    assert_eq!(insert("[]", &[At::Item(0)], "9").unwrap(), "[9]");
    assert_eq!(remove("[1, 2, 3]", &[At::Item(1)]).unwrap(), "[1, 3]");
    assert_eq!(remove("[1, 2]", &[At::Item(1)]).unwrap(), "[1]");
    assert_eq!(remove("[ 1 ]", &[At::Item(0)]).unwrap(), "[  ]");
}

#[test]
fn a_field_is_removed_with_one_comma_and_whenever_it_stands_twice() {
    let without = remove(EVENT, &one("x-mine")).unwrap();
    assert_eq!(without, EVENT.replace("\"x-mine\": [1,  2],\n      ", ""));
    assert_eq!(
        remove(EVENT, &one("date")).unwrap(),
        EVENT.replace(",\n      \"date\": \"1972\"", "")
    );
    assert_eq!(
        remove("{\"a\":1,\"b\":2,\"\\u0061\":3}", &one("a")).unwrap(),
        "{\"b\":2}"
    );
    assert_eq!(
        set("{\"a\":1,\"\\u0061\":3}", &one("a"), "4").unwrap(),
        "{\"a\":1,\"\\u0061\":4}"
    );
}

#[test]
fn what_cannot_be_done_is_told() {
    assert!(matches!(set("{", &one("a"), "1"), Err(EditError::Text(_))));
    assert!(matches!(
        set("{}", &one("a"), "1 2"),
        Err(EditError::Value(_))
    ));
    let deep = [At::Field("a"), At::Field("b")];
    assert_eq!(set("{}", &deep, "1"), Err(EditError::Nothing { step: 0 }));
    let found = "a number";
    assert_eq!(
        set("{\"a\": 1}", &deep, "1"),
        Err(EditError::WrongType { step: 1, found })
    );
    assert_eq!(remove("{}", &one("a")), Err(EditError::Nothing { step: 0 }));
    assert_eq!(get("{}", &one("a")), Ok(None));
}

/// Any JSON value, written with odd whitespace and escapes.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        any::<i32>().prop_map(|n| n.to_string()),
        any::<f32>()
            .prop_filter("finite", |n| n.is_finite())
            .prop_map(|n| format!("{n:e}")),
        string(),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        let list = prop::collection::vec((space(), inner.clone(), space()), 0..4)
            .prop_map(|items| format!("[{}]", joined(items)));
        let object = prop::collection::vec((space(), string(), space(), inner, space()), 0..4)
            .prop_map(|fields| {
                let fields = fields
                    .into_iter()
                    .map(|(a, key, b, value, c)| (a, format!("{key}{b}:{value}"), c));
                format!("{{{}}}", joined(fields.collect()))
            });
        prop_oneof![list, object]
    })
}

fn joined(items: Vec<(String, String, String)>) -> String {
    let items: Vec<String> = items
        .into_iter()
        .map(|(a, b, c)| format!("{a}{b}{c}"))
        .collect();
    items.join(",")
}

fn space() -> impl Strategy<Value = String> {
    prop_oneof![Just(""), Just(" "), Just("\n  "), Just("\t\r\n")].prop_map(str::to_owned)
}

/// A JSON string, some of its characters needlessly escaped.
fn string() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::char::any(), any::<bool>()), 0..6).prop_map(|characters| {
        let mut text = String::from("\"");
        for (character, escaped) in characters {
            if escaped {
                let mut units = [0; 2];
                for unit in character.encode_utf16(&mut units) {
                    write!(text, "\\u{unit:04x}").unwrap();
                }
            } else {
                let json = serde_json::to_string(&character).unwrap();
                text.push_str(&json[1..json.len() - 1]);
            }
        }
        text.push('"');
        text
    })
}

fn object() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        prop::sample::select(vec![
            "\"id\"",
            "\"title\"",
            "\"date\"",
            "\"\\u0064ate\"",
            "\"notes\""
        ])
        .prop_map(str::to_owned),
        string(),
    ];
    let field = (space(), name, space(), space(), json(), space());
    (prop::collection::vec(field, 0..6), space()).prop_map(|(fields, end)| {
        let fields: Vec<String> = fields
            .into_iter()
            .map(|(a, name, b, c, value, d)| format!("{a}{name}{b}:{c}{value}{d}"))
            .collect();
        format!("{{{}{end}}}", fields.join(","))
    })
}

fn parsed(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap()
}

proptest! {
    #[test]
    fn a_field_that_was_set_reads_back_and_nothing_else_changes(
        text in object(),
        name in prop::sample::select(vec!["id", "date", "summary", "notes", "x-other"]),
        value in json(),
    ) {
        let edited = set(&text, &one(name), &value).unwrap();
        let mut expected = parsed(&text);
        expected.insert(name.to_owned(), serde_json::from_str(&value).unwrap());
        prop_assert_eq!(parsed(&edited), expected);
        prop_assert_eq!(get(&edited, &one(name)).unwrap(), Some(value.trim_ascii()));
        // All other bytes stand as they did, before and after one place.
        let before = text.bytes().zip(edited.bytes()).take_while(|(a, b)| a == b).count();
        let after = text.bytes().rev().zip(edited.bytes().rev()).take_while(|(a, b)| a == b).count();
        let old = get(&text, &one(name)).unwrap().map_or(0, str::len);
        prop_assert!(before + after + old >= text.len(), "{} -> {}", text, edited);
    }

    #[test]
    fn a_field_that_was_removed_is_gone_and_nothing_else_is(text in object()) {
        for name in ["id", "date"] {
            let mut expected = parsed(&text);
            match remove(&text, &one(name)) {
                Ok(edited) => {
                    prop_assert!(expected.shift_remove(name).is_some());
                    prop_assert_eq!(parsed(&edited), expected);
                }
                Err(error) => {
                    prop_assert_eq!(error, EditError::Nothing { step: 0 });
                    prop_assert!(!expected.contains_key(name));
                }
            }
        }
    }
}
