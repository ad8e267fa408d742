//! What holds of every merge.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;

/// What a side does to a record.
#[derive(Clone, Debug)]
enum Op {
    /// Sets a field of an event, or what is in it.
    Set(usize, &'static [&'static str], u8),
    Unset(usize, &'static str),
    AddItem(usize, &'static str, u8),
    RemoveItem(usize, &'static str, u8),
    ChangeItem(usize, u8, u8),
    Delete(usize),
    Add(usize, u8),
    SetOfRecord(u8),
    SetSource(u8, &'static str, u8),
}

fn base() -> Value {
    let event = |number: usize| {
        let quote = |text: &str| json!({"text": text, "lang": "en"});
        json!({
            "id": format!("e{number}"),
            "title": {"en": format!("E{number}"), "ja": "出来事"},
            "date": format!("190{number}"),
            "tags": ["x", "y", "z"],
            "place": {"name": "Lima", "lat": 1.5},
            "quotes": [quote("p"), quote("q"), quote("r")],
        })
    };
    let mut events: Vec<Value> = (0..6).map(event).collect();
    if let Some(last) = events.last_mut().and_then(Value::as_object_mut) {
        last.remove("id");
    }
    json!({
        "format": "nenpyo/1",
        "sources": [{"id": "s0", "type": "book", "title": "S"}, {"id": "s1", "type": "book", "title": "T"}],
        "events": events,
        "x-own": 1,
    })
}

fn list<'v>(record: &'v mut Value, event: usize, name: &str) -> Option<&'v mut Vec<Value>> {
    record["events"]
        .get_mut(event)?
        .get_mut(name)?
        .as_array_mut()
}

fn item(name: &str, number: u8) -> Value {
    match name {
        "tags" => json!(format!("t{number}")),
        _ => json!({"text": format!("n{number}"), "lang": "ja"}),
    }
}

/// Does it where it can be done.
fn apply(record: &mut Value, op: &Op) {
    match *op {
        Op::Set(event, path, number) => {
            let Some(mut value) = record["events"].get_mut(event) else {
                return;
            };
            for name in path {
                let Some(inside) = value.as_object_mut() else {
                    return;
                };
                value = inside.entry(*name).or_insert(Value::Null);
            }
            *value = json!(format!("v{number}"));
        }
        Op::Unset(event, name) => {
            let event = record["events"].get_mut(event);
            if let Some(event) = event.and_then(Value::as_object_mut) {
                event.shift_remove(name);
            }
        }
        Op::AddItem(event, name, number) => {
            let new = item(name, number);
            if let Some(list) = list(record, event, name).filter(|list| !list.contains(&new)) {
                list.insert(usize::from(number) % (list.len() + 1), new);
            }
        }
        Op::RemoveItem(event, name, at) => {
            if let Some(list) = list(record, event, name).filter(|list| !list.is_empty()) {
                list.remove(usize::from(at) % list.len());
            }
        }
        Op::ChangeItem(event, at, number) => {
            let new = json!(format!("c{number}"));
            let list = list(record, event, "quotes");
            let is_new = |list: &&mut Vec<Value>| list.iter().all(|item| item["text"] != new);
            if let Some(list) = list.filter(|list| !list.is_empty()).filter(is_new) {
                let at = usize::from(at) % list.len();
                list[at]["text"] = new;
            }
        }
        Op::Delete(event) => {
            if let Some(events) = record["events"]
                .as_array_mut()
                .filter(|all| event < all.len())
            {
                events.remove(event);
            }
        }
        Op::Add(at, number) => {
            let id = json!(format!("n{number}"));
            let events = record["events"].as_array_mut();
            let is_new = |events: &Vec<Value>| events.iter().all(|event| event["id"] != id);
            if let Some(events) = events.filter(|events| is_new(events)) {
                let new = json!({"id": id, "title": "N", "date": "1950", "tags": []});
                events.insert(at.min(events.len()), new);
            }
        }
        Op::SetOfRecord(number) => record["x-own"] = json!(number),
        Op::SetSource(at, name, number) => {
            let source = record["sources"].get_mut(usize::from(at));
            if let Some(source) = source.and_then(Value::as_object_mut) {
                source.insert(name.to_owned(), json!(format!("https://v{number}")));
            }
        }
    }
}

fn changed(ops: &[Op]) -> Timeline {
    let mut record = base();
    for op in ops {
        apply(&mut record, op);
    }
    opened(&record)
}

fn opened(record: &Value) -> Timeline {
    read(record.to_string()).expect("a record").timeline
}

fn value(timeline: &Timeline) -> Value {
    serde_json::from_slice(&timeline.to_bytes()).expect("JSON")
}

/// The value with its lists in one order, whatever order they were in.
fn sorted(value: Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.into_iter().map(sorted).collect();
            items.sort_by_key(Value::to_string);
            Value::Array(items)
        }
        Value::Object(fields) => {
            let mut fields: Vec<(String, Value)> = fields.into_iter().collect();
            fields.sort_by(|one, other| one.0.cmp(&other.0));
            let fields = fields
                .into_iter()
                .map(|(name, value)| (name, sorted(value)));
            Value::Object(fields.collect::<Map<_, _>>())
        }
        other => other,
    }
}

fn made(merge: &Merge, theirs: &Timeline, choice: Option<Choice>) -> Timeline {
    let choices = vec![choice; merge.conflicts().len()];
    let edit = merge.decide(&choices).expect("all is decided");
    let mut timeline = theirs.clone();
    make(&mut timeline, &edit.changes).expect("it can be made");
    timeline
}

fn any_op() -> impl Strategy<Value = Op> {
    const PATHS: [&[&str]; 6] = [
        &["title", "en"],
        &["title", "ja"],
        &["notes"],
        &["place", "name"],
        &["place", "country"],
        &["x-own"],
    ];
    let (event, number) = (0..6_usize, 0..4_u8);
    let path = prop::sample::select(PATHS.to_vec());
    let list = prop::sample::select(vec!["tags", "quotes"]);
    prop_oneof![
        (event.clone(), path, number.clone()).prop_map(|(e, path, n)| Op::Set(e, path, n)),
        (
            event.clone(),
            prop::sample::select(vec!["place", "tags", "quotes"])
        )
            .prop_map(|(e, name)| Op::Unset(e, name)),
        (event.clone(), list.clone(), number.clone()).prop_map(|(e, l, n)| Op::AddItem(e, l, n)),
        (event.clone(), list, number.clone()).prop_map(|(e, l, n)| Op::RemoveItem(e, l, n)),
        (event.clone(), number.clone(), number.clone())
            .prop_map(|(e, at, n)| Op::ChangeItem(e, at, n)),
        event.clone().prop_map(Op::Delete),
        (event, number.clone()).prop_map(|(at, n)| Op::Add(at, n)),
        number.clone().prop_map(Op::SetOfRecord),
        (0..2_u8, prop::sample::select(vec!["title", "URL"]), number)
            .prop_map(|(at, name, n)| Op::SetSource(at, name, n)),
    ]
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    prop::collection::vec(any_op(), 0..8)
}

/// What one of two sides does that never touch the same.
fn apart(side: usize) -> impl Strategy<Value = Vec<Op>> {
    const PATHS: [[&[&str]; 3]; 2] = [
        [&["title", "en"], &["notes"], &["place", "name"]],
        [&["title", "ja"], &["summary"], &["place", "country"]],
    ];
    let (event, number) = (0..4_usize, 0..4_u8);
    let path = prop::sample::select(PATHS[side].to_vec());
    let list = ["tags", "quotes"][side];
    // Of each side's own: events that are added and one that only it deletes.
    let own = 4 * side as u8;
    let field = ["title", "URL"][side];
    let op = prop_oneof![
        4 => (event.clone(), path, number.clone()).prop_map(|(e, path, n)| Op::Set(e, path, n)),
        2 => (event.clone(), number.clone()).prop_map(move |(e, n)| Op::AddItem(e, list, n)),
        2 => (event, number.clone()).prop_map(move |(e, n)| Op::RemoveItem(e, list, n)),
        1 => (4..6_usize, number.clone()).prop_map(move |(at, n)| Op::Add(at, own + n)),
        1 => (0..2_u8, number).prop_map(move |(at, n)| Op::SetSource(at, field, n)),
    ];
    prop::collection::vec(op, 0..8)
}

/// Whether an event of a record has two quotes that are equal.
fn says_something_twice(record: &Value) -> bool {
    let events = record["events"].as_array().into_iter().flatten();
    let mut quotes = events.filter_map(|event| event["quotes"].as_array());
    quotes.any(|quotes| (1..quotes.len()).any(|at| quotes[..at].contains(&quotes[at])))
}

proptest! {
    #[test]
    fn what_only_we_changed_is_as_we_have_it(ops in ops()) {
        let (base, ours) = (changed(&[]), changed(&ops));
        let merge = merge(&base, &ours, &base);
        prop_assert_eq!(merge.conflicts(), []);
        prop_assert_eq!(merge.their_events(), 0);
        prop_assert_eq!(value(&made(&merge, &base, None)), value(&ours));
    }

    #[test]
    fn what_only_they_changed_is_as_they_have_it(ops in ops()) {
        let (base, theirs) = (changed(&[]), changed(&ops));
        for ours in [&base, &theirs] {
            let merge = merge(&base, ours, &theirs);
            let edit = merge.decide(&[]).expect("no conflicts");
            prop_assert_eq!(edit.changes, []);
        }
    }

    #[test]
    fn sides_that_touch_other_things_never_clash_and_it_does_not_matter_which_is_which(
        ours in apart(0),
        theirs in apart(1),
    ) {
        let base = changed(&[]);
        let both = changed(&[ours.clone(), theirs.clone()].concat());
        let (ours, theirs) = (changed(&ours), changed(&theirs));
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let merge = merge(&base, ours, theirs);
            prop_assert_eq!(merge.conflicts(), []);
            let made = made(&merge, theirs, None);
            prop_assert_eq!(sorted(value(&made)), sorted(value(&both)));
        }
    }

    #[test]
    fn merging_twice_changes_nothing(ours in ops(), theirs in ops()) {
        let (base, ours, theirs) = (changed(&[]), changed(&ours), changed(&theirs));
        let first = merge(&base, &ours, &theirs);
        if first.conflicts().is_empty() {
            let once = made(&first, &theirs, None);
            // Both may have made other quotes say the same: which is which cannot be told again.
            prop_assume!(!says_something_twice(&value(&once)));
            let again = merge(&base, &once, &theirs);
            prop_assert_eq!(again.conflicts(), []);
            prop_assert_eq!(sorted(value(&made(&again, &theirs, None))), sorted(value(&once)));
            let again = merge(&theirs, &once, &theirs);
            prop_assert_eq!(value(&made(&again, &theirs, None)), value(&once));
        }
    }

    #[test]
    fn whatever_is_chosen_can_be_made_and_taken_back(
        ours in ops(),
        theirs in ops(),
        choices in prop::collection::vec(any::<bool>(), 64),
    ) {
        let (base, ours, theirs) = (changed(&[]), changed(&ours), changed(&theirs));
        let merge = merge(&base, &ours, &theirs);
        let choices: Vec<Option<Choice>> = choices
            .iter()
            .map(|ours| Some(if *ours { Choice::Ours } else { Choice::Theirs }))
            .collect();
        let edit = merge.decide(&choices).expect("decided");
        let mut timeline = theirs.clone();
        let back = make(&mut timeline, &edit.changes).expect("made").back;
        prop_assert!(read(timeline.to_bytes()).expect("a record").report.errors() == 0);
        make(&mut timeline, &back).expect("taken back");
        prop_assert_eq!(timeline.to_bytes(), theirs.to_bytes());
    }

    #[test]
    fn odd_values_are_never_the_end(
        ours in prop::collection::vec((0..6_usize, odd()), 0..6),
        theirs in prop::collection::vec((0..6_usize, odd()), 0..6),
    ) {
        let side = |odd: &[(usize, (&'static str, &'static str))]| {
            let mut events: Vec<String> = Vec::new();
            for at in 0..6 {
                let mut text = format!(r#"{{"id": "e{at}", "title": "E", "date": "1901""#);
                let own = odd.iter().filter(|(of, _)| *of == at);
                let fields = own.map(|(_, (name, value))| format!(r#", "{name}": {value}"#));
                text.extend(fields);
                events.push(text + "}");
            }
            let record = format!(r#"{{"format": "nenpyo/1", "events": [{}]}}"#, events.join(", "));
            read(record).expect("a record").timeline
        };
        let (base, mut ours, mut theirs) = (side(&[]), side(&ours), side(&theirs));
        ours.set_read_only(None);
        theirs.set_read_only(None);
        let merge = merge(&base, &ours, &theirs);
        for choice in [Choice::Ours, Choice::Theirs] {
            made(&merge, &theirs, Some(choice));
        }
    }
}

fn odd() -> impl Strategy<Value = (&'static str, &'static str)> {
    let names = [
        "title",
        "tags",
        "place",
        "quotes",
        "notes",
        "x",
        "relations",
    ];
    let values = [
        "null",
        "1e999",
        "-0.0",
        "\"\\ud800\"",
        "{}",
        "[]",
        "[[]]",
        "[\"a\", 1]",
        "{\"en\": \"a\", \"en\": \"b\"}",
        "{\"a\": {\"b\": []}}",
        "[{\"id\": 1}, {\"id\": \"1\"}]",
    ];
    (
        prop::sample::select(names.to_vec()),
        prop::sample::select(values.to_vec()),
    )
}
