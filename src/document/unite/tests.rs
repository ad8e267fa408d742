//! Two events of a small record made one, and taken apart again.

use proptest::prelude::*;

use super::*;
use crate::date::Language;
use crate::document::{Edit, History, Label, What};

const RECORD: &str = r#"{
  "format": "nenpyo/1",
  "sources": [{"id": "s", "title": "S"}, {"id": "t", "title": "T"}],
  "events": [
    {"id": "a", "title": "Talks", "date": "1972-09-29", "kind": "talks", "tags": ["x"], "actors": ["JPN"],
     "place": {"name": {"en": "Beijing"}}, "quotes": [{"text": "one", "source": "s"}],
     "relations": [{"type": "recalls", "event": "b"}, {"type": "recalls", "event": "c"}]},
    {"id": "b", "title": {"ja": "会談", "en": "Talks"}, "date": "1972-09-30", "tags": ["x", "y"], "actors": ["CHN"],
     "summary": "What was said", "place": {"name": {"ja": "北京"}, "country": "CHN"}, "time_zone": "Asia/Shanghai",
     "quotes": [{"text": "one", "source": "s"}, {"text": "two", "source": "t"}], "x-own": 1,
     "relations": [{"type": "recalls", "event": "a"}, {"type": "recalls", "event": "c"}, {"type": "builds_on", "event": "d"}]},
    {"id": "c", "title": "C", "date": "1973", "relations": [{"type": "recalls", "event": "a"}, {"type": "recalls", "event": "b"}]},
    {"id": "d", "title": "D", "date": "1974", "relations": [{"type": "recalls", "event": "b"}]}
  ],
  "stories": [{"id": "one", "steps": [{"event": "b"}, {"event": "c"}]}]
}
"#;

fn open(text: &str) -> Timeline {
    let opened = crate::format::native::read(text.to_owned());
    opened.expect("a record").timeline
}

/// The record with the second event in the first, and with it taken out again.
fn joined(text: &str, first: &str, second: &str) -> (Timeline, Vec<String>, Vec<u8>) {
    let mut timeline = open(text);
    let [first, second] = [first, second].map(|id| timeline.find(id).expect("it is there"));
    let United { changes, kept } = unite(&timeline, first, second).expect("it can be done");
    let label = Label::one(What::Merge, "Talks");
    let mut history = History::default();
    let edit = Edit { label, changes };
    history.edit(&mut timeline, edit, ()).expect("made");
    let one = timeline.clone();
    history.go_to(&mut timeline, 0);
    (one, kept, timeline.to_bytes())
}

#[test]
fn lists_languages_and_evidence_join_and_what_differs_stays_the_firsts() {
    let (timeline, kept, back) = joined(RECORD, "a", "b");
    let event = |id: &str| timeline.find(id).and_then(|event| timeline.event(event));
    let one = event("a").expect("it stays");
    assert!(event("b").is_none());
    assert_eq!(one.title.get(Language::Ja), Some("会談"));
    assert_eq!(one.summary.expect("it comes").original(), "What was said");
    assert_eq!(
        (one.tags, one.actors),
        (
            vec!["x".to_owned(), "y".to_owned()],
            vec!["JPN".to_owned(), "CHN".to_owned()]
        )
    );
    let place = one.place.expect("a place");
    assert_eq!(place.country.as_deref(), Some("CHN"));
    assert_eq!(place.name.expect("named").get(Language::Ja), Some("北京"));
    let quotes: Vec<&str> = one.quotes.iter().map(|quote| &*quote.text).collect();
    assert_eq!(quotes, ["one", "two"]);
    let to: Vec<&str> = one
        .relations
        .iter()
        .map(|relation| &*relation.event)
        .collect();
    assert_eq!(to, ["c", "d"]);
    assert_eq!(kept, ["date"]);
    assert_eq!(one.time_zone, None, "the zone is that of the other date");
    assert_eq!(event("c").expect("there").relations.len(), 1);
    assert_eq!(event("d").expect("there").relations[0].event, "a");
    assert_eq!(timeline.stories()[0].steps[0].event.as_deref(), Some("a"));
    let again = crate::format::native::read(timeline.to_bytes()).expect("a record");
    assert_eq!(
        again.report.errors(),
        0,
        "{:?}",
        again.report.diagnostics.first()
    );
    assert_eq!(String::from_utf8(back).expect("text"), RECORD);
}

#[test]
fn another_place_is_not_mixed_with_ours() {
    let text = RECORD.replace(
        r#"{"ja": "北京"}, "country""#,
        r#"{"en": "Tokyo"}, "country""#,
    );
    let (timeline, kept, _) = joined(&text, "a", "b");
    let one = timeline.find("a").and_then(|event| timeline.event(event));
    assert_eq!(one.and_then(|one| one.place?.country), None);
    assert_eq!(kept, ["date", "place"]);
}

#[test]
fn an_event_without_an_id_takes_over_the_others() {
    let text = RECORD.replace(r#"{"id": "a", "#, "{");
    let mut timeline = open(&text);
    // What names "a" leads nowhere now.
    timeline.set_read_only(None);
    let second = timeline.find("b").expect("there");
    let united = unite(&timeline, EventIx(0), second).expect("it can be done");
    let label = Label::one(What::Merge, "Talks");
    let edit = Edit {
        label,
        changes: united.changes,
    };
    History::default()
        .edit(&mut timeline, edit, ())
        .expect("made");
    assert_eq!(timeline.find("b"), Some(EventIx(0)));
    assert_eq!(timeline.relations_to(EventIx(0)).len(), 2);
}

proptest! {
    /// Whatever is made one is two again by undo, to the byte, and no relation leads nowhere.
    #[test]
    fn undo_gives_the_same_bytes(first in 0..4_usize, second in 0..4_usize, crlf in any::<bool>()) {
        prop_assume!(first != second);
        let text = if crlf { RECORD.replace('\n', "\r\n") } else { RECORD.to_owned() };
        let ids = ["a", "b", "c", "d"];
        let (timeline, _, back) = joined(&text, ids[first], ids[second]);
        prop_assert_eq!(String::from_utf8(back).expect("text"), text);
        let again = crate::format::native::read(timeline.to_bytes()).expect("a record");
        prop_assert_eq!(again.report.errors(), 0);
        prop_assert_eq!(again.timeline.len(), 3);
    }
}
