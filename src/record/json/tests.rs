use std::path::PathBuf;

use proptest::prelude::*;
use serde_json::Value;

use super::*;

/// The same value, built from a tape's nodes.
fn value(node: Node) -> Value {
    match node.tag() {
        Tag::Null => Value::Null,
        Tag::True | Tag::False => node.as_bool().unwrap().into(),
        Tag::Number => serde_json::from_str(node.raw()).unwrap(),
        Tag::String => node.as_str().unwrap().into(),
        Tag::Array => node.items().map(value).collect(),
        Tag::Object => Value::Object(
            node.members()
                .map(|(k, v)| (k.as_str().unwrap().into_owned(), value(v)))
                .collect(),
        ),
    }
}

#[track_caller]
fn fails(text: &str) -> (usize, SyntaxErrorKind) {
    let error = Tape::new().parse(text).unwrap_err();
    let grammar = check_grammar(text.as_bytes());
    assert!(grammar == Err(error) || error.kind == SyntaxErrorKind::TrailingText);
    (error.at, error.kind)
}

#[test]
fn errors_stand_where_the_text_stops_being_json() {
    use SyntaxErrorKind as K;
    let cases = [
        ("", 0, K::EndInsteadOfValue),
        ("{", 1, K::EndInObject),
        ("[1, 2", 5, K::EndInArray),
        ("\"abc", 4, K::EndInString),
        ("\"a\nb\"", 2, K::ControlInString),
        ("\"a\\x\"", 2, K::BadEscape),
        ("\"\\uD800\"", 1, K::LoneSurrogate),
        ("\"\\uDC00\\uD800\"", 1, K::LoneSurrogate),
        ("{\"a\" 1}", 5, K::ExpectedColon),
        ("{\"a\": 1 \"b\": 2}", 8, K::ExpectedCommaOrBrace),
        ("[1 2]", 3, K::ExpectedCommaOrBracket),
        ("{\"a\": 1,}", 8, K::TrailingComma),
        ("[1,]", 3, K::TrailingComma),
        ("{a: 1}", 1, K::ExpectedKey),
        ("[tru]", 1, K::ExpectedValue),
        ("[nullx]", 1, K::ExpectedValue),
        ("{'a': 1}", 1, K::ExpectedKey),
        ("01", 0, K::BadNumber),
        ("[-]", 1, K::BadNumber),
        ("[1.]", 1, K::BadNumber),
        ("[.5]", 1, K::BadNumber),
        ("1 2", 2, K::TrailingText),
        ("[}", 1, K::ExpectedValue),
        ("{]", 1, K::ExpectedKey),
    ];
    for (text, at, kind) in cases {
        assert_eq!(fails(text), (at, kind), "{text}");
    }
}

#[test]
fn depth_has_its_bound() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(Tape::new().parse(&nested(MAX_DEPTH)).is_ok());
    assert_eq!(
        fails(&nested(MAX_DEPTH + 1)),
        (MAX_DEPTH, SyntaxErrorKind::TooDeep)
    );
}

#[test]
fn nodes_know_their_place() {
    let text = r#" {"a": [1, {"\u0062": "x"}], "c": null} "#;
    let mut tape = Tape::new();
    let root = tape.parse(text).unwrap();
    let list = root.field("a").unwrap();
    assert_eq!(list.raw(), r#"[1, {"\u0062": "x"}]"#);
    let inner = list.items().nth(1).unwrap().field("b").unwrap();
    assert_eq!(
        (inner.span(), inner.as_str().as_deref()),
        (22..25, Some("x"))
    );
    assert!(root.field("c").unwrap().is_null() && root.field("d").is_none());
    assert_eq!(
        inner.members().count() + inner.items().count() + root.items().count(),
        0
    );
}

/// Public test files for JSON readers; beside the project, not in it.
#[test]
fn the_public_suite_is_judged_as_it_says() {
    let Some(root) = std::env::var_os("NENPYO_FIXTURES") else {
        return;
    };
    let folder = PathBuf::from(root).join("torture/JSONTestSuite/test_parsing");
    let mut judged = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let accepted =
            std::str::from_utf8(&bytes).is_ok_and(|text| Tape::new().parse(text).is_ok());
        match name.as_bytes()[0] {
            b'y' => assert!(accepted, "{name}"),
            b'n' => assert!(!accepted, "{name}"),
            _ => {}
        }
        judged += 1;
    }
    assert!(judged > 100, "only {judged} files");
}

fn token() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "false",
        "-",
        "0",
        "1.5e3",
        "\"a\"",
        "\"\\u00e9\"",
        "\"\\\"",
        "\"\\ud83d\\ude00\"",
        "\\",
        "\"",
        " ",
        "\n",
        "年",
        "\"年表\"",
        "\u{1}",
        "\"a\":",
        "{}",
        "[]",
    ]);
    fixed.prop_map(str::to_owned)
}

proptest! {
    #[test]
    fn it_reads_what_serde_json_reads_and_nothing_else(tokens in prop::collection::vec(token(), 0..16)) {
        let text = tokens.concat();
        let serde = serde_json::from_str::<Value>(&text);
        let mut tape = Tape::new();
        match tape.parse(&text) {
            Ok(node) => prop_assert_eq!(value(node), serde.unwrap()),
            Err(error) => {
                prop_assert!(serde.is_err(), "{}: {}", text, error);
                prop_assert!(error.at <= text.len());
            }
        }
    }

    #[test]
    fn strings_of_any_characters_come_back(text in any::<String>()) {
        let json = serde_json::to_string(&text).unwrap();
        let mut tape = Tape::new();
        let node = tape.parse(&json).unwrap();
        prop_assert_eq!(node.as_str().unwrap(), text.as_str());
        prop_assert_eq!(string_at(json.as_bytes(), 0).unwrap(), text.as_str());
    }
}
