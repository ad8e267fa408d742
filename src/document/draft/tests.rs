//! Drafts read, checked and made into edits of a small record.

use proptest::prelude::*;

use super::*;
use crate::document::{Edit, History};
use crate::record::{EventIx, Timeline};

pub(super) const RECORD: &str = r#"{
  "format": "nenpyo/1",
  "actors": [{"id": "JPN", "name": {"en": "Japan", "ja": "日本"}}],
  "sources": [
    {"id": "jc", "title": "Joint Communique"}
  ],
  "events": [
    {
      "id": "normal-1972",
      "title": "Japan and China sign",
      "date": "1972-09-29",
      "x-own": [1,  2],
      "actors": ["JPN"],
      "place": {"name": "Beijing", "x": 1},
      "quotes": [
        {"text": "one", "x-mark": true, "source": "jc"},
        {"text": "two", "source": "jc"}
      ]
    },
    {"id": "b", "title": {"en": "Later", "ja": "後"}, "date": "1978-08-12"}
  ]
}
"#;

pub(super) fn record() -> Timeline {
    crate::format::native::read(RECORD)
        .expect("a record")
        .timeline
}

pub(super) fn draft(timeline: &Timeline, id: &str) -> (EventIx, Draft) {
    let event = timeline.find(id).expect("an event");
    (event, Draft::read(timeline.event_json(event), "en"))
}

/// The lines that an edit changed, before and after.
fn changed(edit: Edit) -> (Vec<String>, Vec<String>) {
    let mut timeline = record();
    let mut history = History::default();
    history.edit(&mut timeline, edit, ()).expect("made");
    let after = String::from_utf8(timeline.to_bytes()).expect("text");
    let only = |one: &str, other: &str| -> Vec<String> {
        let other: Vec<&str> = other.lines().collect();
        let own = one.lines().filter(|line| !other.contains(line));
        own.map(str::to_owned).collect()
    };
    (only(RECORD, &after), only(&after, RECORD))
}

#[test]
fn a_form_that_was_not_touched_is_no_edit() {
    let timeline = record();
    for id in ["normal-1972", "b"] {
        let (event, draft) = draft(&timeline, id);
        assert_eq!(
            draft.text(&draft, &timeline, Some(event)).unwrap(),
            timeline.event_json(event)
        );
        let edit = draft.edit(&draft, &timeline, Some(event), "en");
        assert!(matches!(edit, Err(Unfinished::Same)));
    }
}

#[test]
fn one_changed_field_is_one_changed_line() {
    let timeline = record();
    let (event, before) = draft(&timeline, "normal-1972");
    let mut after = before.clone();
    after.date = "昭和47年9月30日".to_owned();
    let edit = after.edit(&before, &timeline, Some(event), "en").unwrap();
    assert_eq!(
        edit.label.words(crate::date::Language::En),
        "Change the date of Japan and China sign"
    );
    let (old, new) = changed(edit);
    assert_eq!(old, [r#"      "date": "1972-09-29","#]);
    assert_eq!(new, [r#"      "date": "1972-09-30","#]);
}

#[test]
fn what_a_form_does_not_know_stays() {
    let timeline = record();
    let (event, before) = draft(&timeline, "normal-1972");
    let mut after = before.clone();
    after.quotes[0].text = "One".to_owned();
    after.quotes.remove(1);
    after.place.country = "CHN".to_owned();
    let edit = after.edit(&before, &timeline, Some(event), "en").unwrap();
    let (_, new) = changed(edit);
    assert_eq!(
        new,
        [
            r#"      "place": {"name": "Beijing", "country": "CHN", "x": 1},"#,
            r#"        {"text": "One", "x-mark": true, "source": "jc"}"#
        ]
    );
}

#[test]
fn a_second_language_makes_a_map_of_a_plain_title() {
    let timeline = record();
    let (event, before) = draft(&timeline, "normal-1972");
    let mut after = before.clone();
    after.title[0].text = "Signed".to_owned();
    let text = after.text(&before, &timeline, Some(event)).unwrap();
    assert!(text.contains(r#""title": "Signed","#), "{text}");
    after.title.push(Words::new("ja", "日中共同声明"));
    let text = after.text(&before, &timeline, Some(event)).unwrap();
    assert!(
        text.contains(r#""title": {"en": "Signed", "ja": "日中共同声明"},"#),
        "{text}"
    );
}

#[test]
fn a_new_event_brings_its_actors_and_sources_and_stands_in_its_time() {
    let timeline = record();
    let mut new = Draft {
        date: "3 May 1975".to_owned(),
        title: vec![Words::new("en", "A visit"), Words::new("ja", "訪問")],
        actors: vec!["JPN".to_owned(), "ASEAN".to_owned()],
        ..Draft::default()
    };
    new.new_actors.push(NewActor {
        id: "ASEAN".to_owned(),
        name: Words::new("en", "ASEAN"),
    });
    new.new_sources.push(SourceDraft {
        id: "asahi-1975".to_owned(),
        title: "訪問".to_owned(),
        language: "ja".to_owned(),
        author: "Sato, Jiro; MOFA".to_owned(),
        issued: "1975年5月".to_owned(),
        ..SourceDraft::default()
    });
    new.quotes.push(QuoteDraft {
        text: "はい".to_owned(),
        lang: "ja".to_owned(),
        source: "asahi-1975".to_owned(),
        ..QuoteDraft::default()
    });
    let checked = check(&new, &Draft::default(), &timeline, None);
    assert_eq!(checked.findings, []);
    let edit = new.edit(&Draft::default(), &timeline, None, "ja").unwrap();
    let (old, lines) = changed(edit.clone());
    // The items before the new ones get a comma.
    assert_eq!(old.len(), 2, "{old:?}");
    let all = lines.join("\n");
    assert!(all.contains(r#""id": "ASEAN""#), "{all}");
    assert!(all.contains(r#""title": {"ja": "訪問"}"#), "{all}");
    assert!(all.contains(r#""issued": "1975-05""#), "{all}");
    assert!(
        all.contains(r#"{"family": "Sato", "given": "Jiro"}"#),
        "{all}"
    );
    assert!(all.contains(r#""id": "a-visit-1975""#), "{all}");
    let mut timeline = record();
    let mut history = History::default();
    history.edit(&mut timeline, edit, ()).expect("made");
    let saved = String::from_utf8(timeline.to_bytes()).expect("text");
    let at = |id: &str| saved.find(id).expect(id);
    assert!(at("normal-1972") < at("a-visit-1975") && at("a-visit-1975") < at(r#""id": "b""#));
    let again = crate::format::native::read(saved).expect("a record");
    assert_eq!(again.report.diagnostics, []);
    let event = again
        .timeline
        .find("a-visit-1975")
        .and_then(|e| again.timeline.event(e));
    assert_eq!(event.expect("there").date.to_string(), "1975-05-03");
}

#[test]
fn what_blocks_is_told_apart_from_what_warns() {
    let timeline = record();
    let blank = Draft::default();
    let problems = |draft: &Draft| -> Vec<Problem> {
        let checked = check(draft, &blank, &timeline, None);
        checked
            .findings
            .into_iter()
            .map(|finding| finding.problem)
            .collect()
    };
    assert_eq!(
        problems(&blank),
        [Problem::NoDate, Problem::NoTitle, Problem::NoSource]
    );
    let sound = Draft {
        date: "1972".to_owned(),
        title: vec![Words::new("ja", "訪問")],
        ..Draft::default()
    };
    assert_eq!(problems(&sound), [Problem::NoSource]);
    assert!(!check(&sound, &blank, &timeline, None).blocks());
    let with = |change: fn(&mut Draft)| {
        let mut draft = sound.clone();
        change(&mut draft);
        let checked = check(&draft, &blank, &timeline, None);
        checked
            .findings
            .iter()
            .filter(|f| f.problem != Problem::NoSource)
            .map(|f| (f.spot, f.problem.blocks()))
            .collect::<Vec<_>>()
    };
    assert_eq!(with(|d| d.date = "1978/1972".into()), [(Spot::Date, true)]);
    assert_eq!(with(|d| d.date = "3/4/1972".into()), [(Spot::Date, true)]);
    assert_eq!(
        with(|d| d.time_zone = "Asia/Tokio".into()),
        [(Spot::TimeZone, true)]
    );
    assert_eq!(with(|d| d.tone.value = Some(2)), [(Spot::Tone, true)]);
    assert_eq!(
        with(|d| d.actors = vec!["XXX".into()]),
        [(Spot::Actors, false)]
    );
    assert_eq!(with(|d| d.place.lat = "95".into()), [(Spot::Place, true)]);
    assert_eq!(
        with(|d| d.place.lat = "north".into()),
        [(Spot::Place, true)]
    );
    assert_eq!(
        with(|d| d.place.lat = "35.5".into()),
        [(Spot::Place, false)]
    );
    assert_eq!(
        with(|d| d.quotes.push(QuoteDraft::default())),
        [(Spot::Quote(0), true), (Spot::QuoteSource(0), false)]
    );
    assert_eq!(
        with(|d| d.relations.push(RelationDraft {
            event: "nowhere".into(),
            kind: "recalls".into(),
            from: None
        })),
        [(Spot::Relation(0), false)]
    );
}

#[test]
fn an_event_told_in_other_words_or_another_language_is_a_likely_double() {
    let timeline = record();
    let likely = |lang: &str, title: &str, date: &str, actors: &[&str]| {
        let draft = Draft {
            date: date.to_owned(),
            title: vec![Words::new(lang, title)],
            actors: actors.iter().map(|&actor| actor.to_owned()).collect(),
            ..Draft::default()
        };
        let checked = check(&draft, &Draft::default(), &timeline, None);
        let found = twins(&draft, checked.extent().expect("a date"), &timeline, None);
        found
            .into_iter()
            .filter_map(|event| timeline.id(event).map(std::borrow::Cow::into_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        likely("en", "China and Japan sign", "1972-09-30", &["JPN"]),
        ["normal-1972"]
    );
    assert_eq!(
        likely("en", "Japan and China sign", "1972-09", &[]),
        ["normal-1972"]
    );
    assert_eq!(
        likely("en", "Japan and China sign", "1975", &["JPN"]),
        [""; 0]
    );
    assert_eq!(
        likely("en", "Sapporo Olympics", "1972-09-29", &["JPN"]),
        [""; 0]
    );
    assert_eq!(likely("zh-Hant", "後", "1978-08-12", &[]), [""; 0]);
}

#[test]
fn ids_are_readable_and_free() {
    let id = |lang: &str, title: &str, date: &str| {
        let draft = Draft {
            date: date.to_owned(),
            title: vec![Words::new(lang, title)],
            kind: "summit".to_owned(),
            actors: vec!["JPN".to_owned(), "CHN".to_owned()],
            ..Draft::default()
        };
        event_id(&draft, |id| id == "taken-1972")
    };
    assert_eq!(
        id("en", "Ishiba and Xi meet in Lima", "2024-11-15"),
        "ishiba-and-xi-meet-in-lima-2024"
    );
    assert_eq!(id("en", "Taken", "1972"), "taken-1972-2");
    assert_eq!(id("ja", "首脳会談", "2024年11月"), "jpn-chn-summit-2024");
    assert_eq!(id("en", "Shōwa’s end", ""), "showas-end");
    let name = |text: &str| actor_id(&Words::new("en", text), |id| id == "EU");
    assert_eq!(
        [
            name("ASEAN"),
            name("EU"),
            name("日本"),
            name("European Union")
        ],
        ["ASEAN", "EU-2", "actor", "european-union"]
    );
}

/// What stands in the file of what was typed: nothing where nothing of it can be seen.
fn said(typed: &str) -> &str {
    if is_blank(typed) { "" } else { typed.trim() }
}

proptest! {
    /// Whatever is typed, the event's text is JSON, has what was typed, and all else it had.
    #[test]
    fn whatever_is_typed_stands_in_the_text(
        title in "\\PC{0,12}", date in "\\PC{0,12}", tag in "\\PC{0,8}", quote in "\\PC{0,12}",
        drop_first in any::<bool>(), lat in "\\PC{0,6}",
    ) {
        let timeline = record();
        let (event, before) = draft(&timeline, "normal-1972");
        let mut after = before.clone();
        after.title[0].text.clone_from(&title);
        after.date = date;
        after.tags = vec![tag.clone()];
        after.place.lat = lat;
        if drop_first {
            after.quotes.remove(0);
        }
        after.quotes.push(QuoteDraft { text: quote.clone(), ..QuoteDraft::default() });
        let text = after.text(&before, &timeline, Some(event)).expect("a text");
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(&value["x-own"], &serde_json::json!([1, 2]));
        prop_assert_eq!(value["title"].as_str().unwrap_or_default(), said(&title));
        let tags: Vec<&str> = value["tags"].as_array().map(|t| t.iter().filter_map(|t| t.as_str()).collect()).unwrap_or_default();
        prop_assert_eq!(tags.concat(), said(&tag));
        let last = value["quotes"].as_array().and_then(|q| q.last()).and_then(|q| q["text"].as_str());
        let expected = if said(&quote).is_empty() { "two" } else { said(&quote) };
        prop_assert_eq!(last, Some(expected));
        check(&after, &before, &timeline, Some(event));
    }
}

#[test]
fn a_change_of_a_quote_stays_with_it_when_another_takes_its_place() {
    let timeline = record();
    let (event, before) = draft(&timeline, "normal-1972");
    let mut own = before.clone();
    own.quotes[0].text = "ONE".to_owned();
    own.tags.push("mine".to_owned());
    let mut timeline = timeline;
    let text = timeline.event_json(event).replace(
        r#"{"text": "one","#,
        r#"{"text": "zero", "source": "jc"},
        {"text": "one","#,
    );
    let text = text.replace(
        "\"date\": \"1972-09-29\"",
        "\"date\": \"1972-09-28\", \"tags\": [\"theirs\"]",
    );
    timeline.replace_event(event, &text).expect("replaced");
    let now = Draft::read(timeline.event_json(event), "en");
    let rebased = own.rebased(&before, &now);
    assert_eq!(rebased.date, "1972-09-28");
    assert_eq!(rebased.tags, ["theirs", "mine"]);
    let saved = rebased.text(&now, &timeline, Some(event)).expect("a text");
    let saved: serde_json::Value = serde_json::from_str(&saved).expect("JSON");
    let quotes: Vec<_> = saved["quotes"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|q| q["text"].as_str().expect("words"))
        .collect();
    assert_eq!(quotes, ["zero", "ONE", "two"]);
    assert_eq!(saved["quotes"][1]["x-mark"], true, "it is the same quote");
    assert_eq!(own.rebased(&before, &before), own);
    assert_eq!(
        before.rebased(&before, &now),
        Draft {
            quotes: rebased_order(&now),
            ..now.clone()
        }
    );
}

/// An untouched form's quotes: those that were there in their order, then what is new.
fn rebased_order(now: &Draft) -> Vec<QuoteDraft> {
    vec![
        now.quotes[1].clone(),
        now.quotes[2].clone(),
        now.quotes[0].clone(),
    ]
}
