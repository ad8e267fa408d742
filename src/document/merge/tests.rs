mod laws;

use serde_json::{Value, json};

use super::*;
use crate::date::Language;
use crate::document::edit::make;
use crate::format::native::read;

const BASE: &str = "{\r\n  \"format\": \"nenpyo/1\", \"title\": {\"en\":  \"T\"},\r\n  \
    \"sources\": [{\"id\": \"s\", \"type\": \"book\", \"title\": \"B\"}, {\"id\": \"t\", \"type\": \"book\", \"title\": \"C\"}],\r\n  \
    \"events\": [\r\n    \
    {\"id\": \"a\", \"title\": {\"en\": \"A\", \"ja\": \"甲\"}, \"date\": \"1901\", \"tags\": [\"x\",  \"y\"]},\r\n    \
    {\"title\": \"no id\", \"date\": \"1902\", \"x\": [1 ,2]},\r\n    \
    {\"id\": \"c\", \"title\": \"C\", \"date\": \"1903\", \"quotes\": [{\"text\": \"p\", \"lang\": \"en\"}, {\"text\": \"q\", \"lang\": \"en\"}]}\r\n  ],\r\n  \
    \"x-own\": 1e2\r\n}\r\n";

fn open(text: &str) -> Timeline {
    read(text.to_owned()).expect("a record").timeline
}

fn written(timeline: &Timeline) -> String {
    String::from_utf8(timeline.to_bytes()).expect("text")
}

/// The base with some of its text replaced, each once.
fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(BASE.to_owned(), |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text.replace(old, new)
    })
}

fn merged(ours: &str, theirs: &str) -> Merge {
    merge(&open(BASE), &open(ours), &open(theirs))
}

/// Their record with what is decided.
fn decided(merge: &Merge, theirs: &str, choice: Option<Choice>) -> String {
    let choices = vec![choice; merge.conflicts().len()];
    let edit = merge.decide(&choices).expect("all is decided");
    let mut timeline = open(theirs);
    make(&mut timeline, &edit.changes).expect("it can be made");
    written(&timeline)
}

/// The only conflict: its path in short, and its values.
fn conflict(merge: &Merge) -> (String, Value) {
    let [conflict] = merge.conflicts() else {
        panic!("{:?}", merge.conflicts())
    };
    let path = conflict.path.iter().map(|step| match step {
        Step::Field(name) => name.to_string(),
        Step::Keyed(id) => format!("#{id}"),
        Step::Item(_) => "*".to_owned(),
    });
    let values = &conflict.values;
    let values = json!([values.base, values.ours, values.theirs]);
    (path.collect::<Vec<_>>().join("."), values)
}

#[test]
fn each_side_keeps_what_it_alone_changed_and_no_other_byte_is_touched() {
    let ours = with(&[("\"甲\"", "\"乙\""), ("\"y\"]", "\"y\", \"z\"]")]);
    let theirs = with(&[("\"1901\"", "\"1911\""), ("\"x\",  ", ""), ("1e2", "3")]);
    let merge = merged(&ours, &theirs);
    assert_eq!(merge.conflicts(), []);
    assert_eq!(merge.their_events(), 1);
    let both = with(&[
        ("\"甲\"", "\"乙\""),
        ("\"1901\"", "\"1911\""),
        ("\"x\",  \"y\"]", "\"y\", \"z\"]"),
        ("1e2", "3"),
    ]);
    assert_eq!(decided(&merge, &theirs, None), both);
    let edit = merge.decide(&[]).expect("decided");
    assert_eq!(
        edit.label.words(Language::En),
        "Merge A with the changed file"
    );
}

#[test]
fn an_event_that_they_did_not_touch_gets_our_text_as_we_wrote_it() {
    let ours = with(&[("\"1903\"", "\"1903-05\",   \"notes\":\"n\"")]);
    let theirs = with(&[("\"1901\"", "\"1911\"")]);
    let both = with(&[
        ("\"1903\"", "\"1903-05\",   \"notes\":\"n\""),
        ("\"1901\"", "\"1911\""),
    ]);
    let merge = merged(&ours, &theirs);
    assert_eq!(decided(&merge, &theirs, None), both);
}

#[test]
fn a_field_that_both_changed_is_the_readers_to_decide() {
    let ours = with(&[("\"A\"", "\"Ours\""), ("\"1903\"", "\"1904\"")]);
    let theirs = with(&[("\"A\"", "\"Theirs\"")]);
    let merge = merged(&ours, &theirs);
    let title = ("title.en".to_owned(), json!(["A", "Ours", "Theirs"]));
    assert_eq!(conflict(&merge), title);
    let On::Event(title) = &merge.conflicts()[0].on else {
        panic!("it is an event's")
    };
    assert_eq!(title.pick(Language::Ja), "甲");
    let undecided = merge.decide(&[None]).expect_err("nothing is chosen");
    assert_eq!(undecided, Undecided::Conflicts(1));
    let of_ours = decided(&merge, &theirs, Some(Choice::Ours));
    assert_eq!(of_ours, ours);
    let of_theirs = decided(&merge, &theirs, Some(Choice::Theirs));
    assert_eq!(
        of_theirs,
        with(&[("\"A\"", "\"Theirs\""), ("\"1903\"", "\"1904\"")])
    );
}

#[test]
fn what_both_changed_alike_is_no_conflict_however_it_is_laid_out() {
    let ours = with(&[("\"A\"", "\"Both\"")]);
    let theirs = with(&[("{\"en\": \"A\"", "{ \"en\" : \"Both\"")]);
    let merge = merged(&ours, &theirs);
    assert_eq!(merge.conflicts(), []);
    assert_eq!(decided(&merge, &theirs, None), theirs);
}

#[test]
fn an_event_that_one_side_deleted_and_the_other_changed_is_a_conflict() {
    let a = "{\"id\": \"a\", \"title\": {\"en\": \"A\", \"ja\": \"甲\"}, \"date\": \"1901\", \"tags\": [\"x\",  \"y\"]}";
    let gone = with(&[(&format!("{a},\r\n    "), "")]);
    let changed = with(&[("\"1901\"", "\"1911\"")]);
    let we_changed = merged(&changed, &gone);
    assert_eq!(conflict(&we_changed).0, "");
    assert_eq!(decided(&we_changed, &gone, Some(Choice::Theirs)), gone);
    assert_eq!(decided(&we_changed, &gone, Some(Choice::Ours)), changed);
    let they_changed = merged(&gone, &changed);
    assert_eq!(conflict(&they_changed).1[1], Value::Null);
    assert_eq!(decided(&they_changed, &changed, Some(Choice::Ours)), gone);
    let theirs = decided(&they_changed, &changed, Some(Choice::Theirs));
    assert_eq!(theirs, changed);
    // Nobody minds where only one side has anything to say.
    for (ours, theirs, is) in [
        (BASE, &*gone, &*gone),
        (&*gone, BASE, &*gone),
        (&*gone, &*gone, &*gone),
    ] {
        let merge = merged(ours, theirs);
        assert_eq!(decided(&merge, theirs, None), is);
    }
}

#[test]
fn quotes_are_merged_one_by_one() {
    let (p, q) = (
        "{\"text\": \"p\", \"lang\": \"en\"}",
        "{\"text\": \"q\", \"lang\": \"en\"}",
    );
    let new = |text: &str| format!("{{\"text\": \"{text}\", \"lang\": \"en\"}}");
    let ours = with(&[(p, &new("p2")), (q, &format!("{q}, {}", new("ours")))]);
    let theirs = with(&[(q, &format!("{q}, {}", new("theirs")))]);
    let merge = merged(&ours, &theirs);
    assert_eq!(merge.conflicts(), []);
    let both = with(&[
        (p, &new("p2")),
        (q, &format!("{q}, {}, {}", new("ours"), new("theirs"))),
    ]);
    assert_eq!(decided(&merge, &theirs, None), both);

    let theirs = with(&[(p, &new("p3"))]);
    let merge = merged(&ours, &theirs);
    assert_eq!(conflict(&merge).0, "quotes.*");
    assert_eq!(decided(&merge, &theirs, Some(Choice::Ours)), ours);
    let of_theirs = decided(&merge, &theirs, Some(Choice::Theirs));
    assert!(of_theirs.contains(&new("p3")) && of_theirs.contains("ours"));

    let theirs = with(&[(&format!("{p}, "), "")]);
    let merge = merged(&ours, &theirs);
    let (path, values) = conflict(&merge);
    assert_eq!((&*path, &values[1]["text"]), ("quotes.*", &json!("p2")));
    assert_eq!(decided(&merge, &theirs, Some(Choice::Ours)), ours);
    let of_theirs = decided(&merge, &theirs, Some(Choice::Theirs));
    assert!(!of_theirs.contains("p2") && of_theirs.contains("ours"));
}

#[test]
fn sources_are_merged_by_their_ids() {
    let ours = with(&[("\"title\": \"B\"", "\"title\": \"B2\"")]);
    let theirs = with(&[(
        "\"title\": \"B\"}",
        "\"title\": \"B\", \"URL\": \"https://b\"}, {\"id\": \"n\", \"type\": \"book\", \"title\": \"N\"}",
    )]);
    let merge = merged(&ours, &theirs);
    assert_eq!(merge.conflicts(), []);
    assert_eq!(merge.their_events(), 0);
    let both = theirs.replace("\"title\": \"B\"", "\"title\": \"B2\"");
    assert_eq!(decided(&merge, &theirs, None), both);
    let theirs = with(&[("\"title\": \"B\"", "\"title\": \"B3\"")]);
    let merge = merged(&ours, &theirs);
    let expected = ("sources.#s.title".to_owned(), json!(["B", "B2", "B3"]));
    assert_eq!(conflict(&merge), expected);
    assert_eq!(decided(&merge, &theirs, Some(Choice::Ours)), ours);
    let theirs = with(&[(
        "{\"id\": \"s\", \"type\": \"book\", \"title\": \"B\"}, ",
        "",
    )]);
    let merge = merged(&ours, &theirs);
    assert_eq!(conflict(&merge).0, "sources.#s");
    assert_eq!(decided(&merge, &theirs, Some(Choice::Ours)), ours);
}

#[test]
fn an_event_without_an_id_is_known_by_its_title_and_date() {
    let ours = with(&[("[1 ,2]", "[3]")]);
    let theirs = with(&[(
        "\"no id\", \"date\": \"1902\"",
        "\"no id\", \"date\": \"1902\", \"notes\": \"theirs\"",
    )]);
    let merge = merged(&ours, &theirs);
    assert_eq!(merge.conflicts(), []);
    let both = theirs.replace("[1 ,2]", "[3]");
    assert_eq!(decided(&merge, &theirs, None), both);
}

#[test]
fn events_that_both_added_stand_where_they_were_put() {
    let b = "{\"id\": \"b\", \"title\": \"B\", \"date\": \"1950\"}";
    let (d, e) = (b.replace("\"b\"", "\"d\""), b.replace("\"b\"", "\"e\""));
    let ours = with(&[("[1 ,2]},", &format!("[1 ,2]}},\r\n    {d},\r\n    {e},"))]);
    let theirs = with(&[("[1 ,2]},", &format!("[1 ,2]}},\r\n    {b},"))]);
    let merge = merged(&ours, &theirs);
    assert_eq!(merge.conflicts(), []);
    let both = with(&[(
        "[1 ,2]},",
        &format!("[1 ,2]}},\r\n    {d},\r\n    {e},\r\n    {b},"),
    )]);
    assert_eq!(decided(&merge, &theirs, None), both);
    // The same event from both sides is one.
    let theirs = with(&[("[1 ,2]},", &format!("[1 ,2]}},\r\n    {d},"))]);
    let merge = merged(&ours, &theirs);
    assert_eq!(merge.conflicts(), []);
    assert_eq!(decided(&merge, &theirs, None), ours);
}

#[test]
fn what_was_added_behind_an_event_that_stays_removed_stands_where_that_stood() {
    let c = "{\"id\": \"c\", \"title\": \"C\", \"date\": \"1903\", \"quotes\": [{\"text\": \"p\", \"lang\": \"en\"}, {\"text\": \"q\", \"lang\": \"en\"}]}";
    let d = "{\"id\": \"d\", \"title\": \"D\", \"date\": \"1950\"}";
    let changed = c.replace("\"C\"", "\"Changed\"");
    let ours = with(&[(c, &format!("{changed},\r\n    {d}"))]);
    let theirs = with(&[(&format!(",\r\n    {c}"), "")]);
    let merge = merged(&ours, &theirs);
    assert_eq!(merge.conflicts().len(), 1);
    let text = decided(&merge, &theirs, Some(Choice::Theirs));
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let events = value["events"].as_array().expect("a list");
    let ids: Vec<_> = events.iter().map(|event| event["id"].as_str()).collect();
    assert_eq!(ids, [Some("a"), None, Some("d")]);
}

#[test]
fn changes_that_are_right_alone_and_wrong_together_are_a_conflict() {
    let ours = with(&[("{\"en\": \"A\", \"ja\": \"甲\"}", "{\"ja\": \"甲\"}")]);
    let theirs = with(&[("{\"en\": \"A\", \"ja\": \"甲\"}", "{\"en\": \"A\"}")]);
    let merge = merged(&ours, &theirs);
    assert_eq!(conflict(&merge).0, "");
    assert_eq!(decided(&merge, &theirs, Some(Choice::Ours)), ours);
    assert_eq!(decided(&merge, &theirs, Some(Choice::Theirs)), theirs);
}

#[test]
fn odd_json_is_compared_as_a_whole() {
    // A number that is JSON, and more than its usual readers take.
    let odd = "1e999";
    let ours = with(&[("[1 ,2]", odd)]);
    let theirs = with(&[("[1 ,2]", "[9]")]);
    // Both are sides of one event, whose title and date cannot be told where it is odd.
    let merge = merged(&ours, &theirs);
    let text = decided(&merge, &theirs, Some(Choice::Ours));
    assert!(text.contains(odd), "{text}");
    let odd = format!("\"x\": {odd}, \"date\": \"1903\"");
    let ours = with(&[("\"date\": \"1903\"", &odd)]);
    let theirs = with(&[("\"1903\"", "\"1904\"")]);
    let merge = merged(&ours, &theirs);
    assert_eq!(conflict(&merge).0, "");
    assert_eq!(decided(&merge, &theirs, Some(Choice::Ours)), ours);
    assert_eq!(decided(&merge, &theirs, Some(Choice::Theirs)), theirs);
}
