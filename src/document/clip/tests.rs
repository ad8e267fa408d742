//! Events copied from one record and pasted into it, into another, and from a spreadsheet.

use proptest::prelude::*;

use super::*;
use crate::date::Language;
use crate::document::History;
use crate::record::{EventIx, Timeline};

const RECORD: &str = r#"{
  "format": "nenpyo/1",
  "actors": [
    {"id": "JPN", "name": {"en": "Japan", "ja": "日本"}, "x-own": 1},
    {"id": "CHN", "name": {"en": "China", "ja": "中国"}}
  ],
  "sources": [
    {"id": "jc", "title": "Joint Communique"},
    {"id": "other", "title": "Other"}
  ],
  "events": [
    {
      "id": "a",
      "title": "Japan and China sign",
      "date": "1972-09-29",
      "x-own": [1,  2],
      "actors": ["JPN"],
      "quotes": [
        {"text": "one", "x-mark": true, "source": "jc", "translation_sources": {"ja": "jc"}}
      ]
    },
    {"id": "b", "title": {"en": "Later", "ja": "後"}, "date": "1978-08-12", "relations": [{"type": "builds_on", "event": "a"}]}
  ]
}
"#;

const EMPTY: &str = r#"{"format": "nenpyo/1", "language": "ja", "events": []}"#;

fn open(text: &str) -> Timeline {
    let opened = crate::format::native::read(text.to_owned());
    opened.expect("a record").timeline
}

fn all(timeline: &Timeline) -> Vec<EventIx> {
    timeline.events().collect()
}

/// The record after pasting, and what was added.
fn after(text: &str, into: &str) -> (Timeline, Vec<EventIx>, Pasted) {
    let mut timeline = open(into);
    let before = timeline.len();
    let pasted = paste(text, &timeline, Language::En).expect("it can be pasted");
    if let Some(edit) = pasted.edit.clone() {
        History::default()
            .edit(&mut timeline, edit, ())
            .expect("made");
    }
    let added = (before..timeline.len()).map(EventIx::from_index).collect();
    (timeline, added, pasted)
}

fn id(timeline: &Timeline, event: EventIx) -> String {
    timeline.id(event).expect("an id").into_owned()
}

#[test]
fn what_is_copied_is_a_record_with_what_its_events_refer_to() {
    let timeline = open(RECORD);
    let copied = to_json(&timeline, &all(&timeline)[..1]);
    let opened = crate::format::native::read(copied).expect("a record");
    assert_eq!(opened.report.diagnostics, []);
    let small = opened.timeline;
    assert_eq!(small.len(), 1);
    assert_eq!(
        small.event_json(EventIx(0)),
        timeline.event_json(EventIx(0))
    );
    assert!(small.source("jc").is_some() && small.source("other").is_none());
    assert!(small.field("actors").expect("actors").contains("x-own"));
}

#[test]
fn in_their_own_record_copies_get_new_ids_and_relate_to_each_other() {
    let copied = to_json(&open(RECORD), &all(&open(RECORD)));
    let (timeline, added, pasted) = after(&copied, RECORD);
    assert_eq!(pasted.events, 2);
    assert_eq!(
        [id(&timeline, added[0]), id(&timeline, added[1])],
        ["a-2", "b-2"]
    );
    let whole = timeline.event(added[1]).expect("there");
    assert_eq!(whole.relations[0].event, "a-2");
    assert_eq!(timeline.sources().len(), 2, "what is there comes once");
    let text = String::from_utf8(timeline.to_bytes()).expect("text");
    let at = |id: &str| {
        text.find(&format!("\"id\": \"{id}\""))
            .expect("it stands there")
    };
    assert!(at("a") < at("a-2") && at("a-2") < at("b") && at("b") < at("b-2"));
}

#[test]
fn a_plain_string_says_its_language_in_a_record_of_another() {
    let copied = to_json(&open(RECORD), &all(&open(RECORD)));
    let (timeline, added, _) = after(&copied, EMPTY);
    let text = String::from_utf8(timeline.to_bytes()).expect("text");
    let again = crate::format::native::read(text).expect("a record");
    assert_eq!(again.report.diagnostics, []);
    let event = timeline.event(added[0]).expect("there");
    assert_eq!(event.title.get(Language::En), Some("Japan and China sign"));
    let source = timeline.source("jc").expect("it came along");
    let title = source.title.as_ref().expect("a title");
    assert_eq!(title.get(Language::En), Some("Joint Communique"));
}

#[test]
fn another_document_under_a_taken_id_comes_under_a_new_one() {
    let other = RECORD.replace("Joint Communique", "Another paper");
    let copied = to_json(&open(RECORD), &[EventIx(0)]);
    let (timeline, added, _) = after(&copied, &other);
    let event = timeline.event(added[0]).expect("there");
    assert_eq!(event.quotes[0].source.as_deref(), Some("jc-2"));
    let text = timeline.event_json(added[0]);
    assert!(
        text.contains(r#""translation_sources": {"ja": "jc-2"}"#),
        "{text}"
    );
    let title = timeline
        .source("jc-2")
        .and_then(|source| source.title.clone());
    assert_eq!(title.expect("a title").original(), "Joint Communique");
}

#[test]
fn a_list_or_one_event_is_read_and_what_is_none_is_told_by_its_line() {
    let (timeline, added, _) = after(r#"{"title": "Tea", "date": "1975"}"#, RECORD);
    assert_eq!(id(&timeline, added[0]), "tea-1975");
    let text = "[\n{\"title\": \"Tea\", \"date\": \"1975\"},\n7,\n{\"title\": \"No date\"}]";
    let (_, added, pasted) = after(text, RECORD);
    assert_eq!(added.len(), 1);
    let told: Vec<String> = pasted
        .rejected
        .iter()
        .map(|one| one.words(Language::En))
        .collect();
    assert_eq!(
        told[0],
        "Line 3: expected an event (an object), found a number"
    );
    assert!(
        told[1].starts_with("Line 4: ") && told[1].contains("date"),
        "{told:?}"
    );
}

#[test]
fn rows_of_a_spreadsheet_become_events_and_bad_ones_are_told_by_their_row() {
    let table = "Title\tDate\tactors\tKind\ttone\tTone reason\tcolour\n\
                 Tea\t昭和47年9月29日\t日本; CHN; ASEAN\tJoint statement\t+3\twarm\tred\n\
                 \t1973\t\t\t\t\t\n\
                 Nine\t1974\t\t\t9\t\t\n\
                 When\t29 September\t\t\t\t\t\n";
    let (timeline, added, pasted) = after(table, RECORD);
    assert_eq!(pasted.unknown_columns, ["colour"]);
    let event = timeline.event(added[0]).expect("there");
    assert_eq!(event.date.to_string(), "1972-09-29");
    assert_eq!(event.actors, ["JPN", "CHN", "ASEAN"]);
    assert_eq!(event.kind.name(), "joint_statement");
    assert_eq!(event.tone.expect("a tone").value, 3);
    assert!(
        timeline
            .find_actor("ASEAN")
            .and_then(|at| timeline.actor(at))
            .expect("new")
            .declared
    );
    let told: Vec<String> = pasted
        .rejected
        .iter()
        .map(|one| one.words(Language::En))
        .collect();
    assert_eq!(
        told[..2],
        [
            "Row 3: Give the event a title, in any language",
            "Row 4: '9' is no tone; write a number from -5 to 5",
        ]
    );
    assert!(told[2].starts_with("Row 5: "), "{told:?}");
}

#[test]
fn what_is_no_event_says_what_would_be_right() {
    let timeline = open(RECORD);
    let refused = |text: &str| paste(text, &timeline, Language::En).expect_err("refused");
    for text in [
        "",
        "Some words\nof a letter",
        "[]",
        "{\"a\": 1}",
        "1,2\n3,4",
    ] {
        assert_eq!(refused(text), ClipError::NoEvents, "{text}");
    }
    assert_eq!(
        refused("title,kind\nTea,talks"),
        ClipError::NoColumn("date")
    );
    let told = refused("[{\"title\": \"Tea\",\n}]").words(Language::En);
    assert!(
        told.starts_with("Nothing was pasted: line 2, column 1: "),
        "{told}"
    );
    let many = format!(
        "[{}]",
        vec!["{\"title\": \"T\", \"date\": \"1975\"}"; MOST_EVENTS + 1].join(",")
    );
    assert_eq!(refused(&many), ClipError::TooMany(MOST_EVENTS + 1));
}

#[test]
fn every_refusal_is_told_in_every_language() {
    let kind = crate::record::json::SyntaxErrorKind::TrailingComma;
    let refusals = [
        ClipError::NoEvents,
        ClipError::NoColumn("date"),
        ClipError::NotJson {
            line: 1,
            column: 2,
            kind,
        },
        ClipError::TooMany(3_000),
    ];
    let row = |why| Rejected {
        place: Place::Row(4),
        why,
    };
    let rejected = [row(Why::Tone("9".into())), row(Why::Importance("9".into()))];
    for language in Language::ALL {
        let said = refusals.iter().map(|error| error.words(language));
        let mut said: Vec<String> = said
            .chain(rejected.iter().map(|one| one.words(language)))
            .collect();
        assert!(
            said.iter()
                .all(|words| !words.contains(['{', '}']) || words.contains("bracket"))
        );
        said.sort();
        said.dedup();
        assert_eq!(said.len(), refusals.len() + rejected.len());
    }
}

#[test]
fn the_bundled_record_goes_through_rows_and_json() {
    let bundled = crate::document::Document::bundled()
        .expect("it opens")
        .timeline;
    let events = all(&bundled);
    let (timeline, added, pasted) = after(&to_json(&bundled, &events), EMPTY);
    assert_eq!((pasted.events, pasted.rejected), (events.len(), Vec::new()));
    let text = String::from_utf8(timeline.to_bytes()).expect("text");
    let again = crate::format::native::read(text).expect("a record");
    assert_eq!(
        again.report.errors(),
        0,
        "{:?}",
        again.report.diagnostics.first()
    );
    assert_eq!(added.len(), events.len());
    let rows = to_rows(&bundled, &events, Language::Ja);
    let pasted = paste(&rows, &bundled, Language::Ja).expect("rows");
    assert_eq!((pasted.events, pasted.rejected), (events.len(), Vec::new()));
    assert_eq!(pasted.unknown_columns, [""; 0]);
}

fn words() -> impl Strategy<Value = String> {
    "[a-zA-Z年表\",;\n\t\\\\]{0,8}".prop_map(|words| format!("w{words}"))
}

proptest! {
    /// What was copied is what is pasted, but for its place.
    #[test]
    fn pasted_events_are_those_that_were_copied(
        titles in prop::collection::vec((words(), 1900..2000_u32, words()), 1..6),
        crlf in any::<bool>(), tabs in any::<bool>(),
    ) {
        let events: Vec<Value> = titles.iter().enumerate().map(|(at, (title, year, note))| serde_json::json!({
            "id": format!("e{at}"), "title": {"ja": title}, "date": year.to_string(), "notes": note, "x": {"y": [note]},
            "relations": [{"type": "recalls", "event": format!("e{}", at / 2)}],
        })).collect();
        let record = serde_json::json!({"format": "nenpyo/1", "events": events});
        let mut text = serde_json::to_string_pretty(&record).expect("JSON");
        if tabs {
            text = text.replace("  ", "\t");
        }
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        let from = open(&text);
        let copied = to_json(&from, &all(&from)).replace("\r\n", "\n");
        let (into, added, pasted) = after(&copied, r#"{"format": "nenpyo/1", "events": []}"#);
        prop_assert_eq!(&pasted.rejected, &[]);
        for event in added {
            let own = from.find(&id(&into, event)).expect("its original");
            prop_assert_eq!(into.event(event), from.event(own));
            let [new, old]: [Value; 2] = [into.event_json(event), from.event_json(own)].map(|text| serde_json::from_str(text).expect("JSON"));
            prop_assert_eq!(new, old);
        }
    }

    /// Rows keep what they show.
    #[test]
    fn rows_that_were_copied_give_the_same_texts(title in words(), summary in words(), year in 1900..2000_u32, tone in -5..=5_i8) {
        let record = serde_json::json!({"format": "nenpyo/1", "events": [{
            "id": "e", "title": title, "date": year.to_string(), "summary": summary.trim(), "people": ["A, B", "C"],
            "tone": {"value": tone, "reason": "r"}, "importance": 5,
        }]});
        let from = open(&record.to_string());
        let rows = to_rows(&from, &all(&from), Language::En);
        let (into, added, pasted) = after(&rows, r#"{"format": "nenpyo/1", "events": []}"#);
        prop_assert_eq!(&pasted.rejected, &[]);
        let title = from.title(EventIx(0), Language::En).trim().to_owned();
        prop_assert_eq!(into.title(added[0], Language::En), title);
        prop_assert_eq!(into.event(added[0]).map(|e| (e.people, e.tone.map(|t| t.value), e.importance)),
            from.event(EventIx(0)).map(|e| (e.people, e.tone.map(|t| t.value), e.importance)));
    }
}

#[test]
fn text_that_is_anything_is_pasted_or_refused() {
    let timeline = open(RECORD);
    proptest!(|(text in "\\PC{0,60}", head in 0..4_usize)| {
        let head = ["", "title,date\n", "[{\"title\":", "{\"events\": ["][head];
        let _ = paste(&format!("{head}{text}"), &timeline, Language::En);
    });
}
