//! Words that stay from frame to frame.

use std::fmt::Write as _;
use std::sync::Arc;

use super::*;
use crate::date::Language;

/// Terms of office of a year each, from 1900 on.
fn terms(count: usize) -> String {
    let mut bands = String::new();
    for at in 0..count {
        let (comma, year) = (if at > 0 { "," } else { "" }, 1900 + at);
        let _ = write!(
            bands,
            r#"{comma}{{"group": "Office", "actor": "JPN", "label": {{"en": "Ann No{at}", "ja": "第{at}"}},
            "date": "{year}-01-01/{year}-12-31"}}"#
        );
    }
    format!(r#", "bands": [{bands}]"#)
}

#[test]
fn bands_are_named_once_and_only_those_in_view() {
    let mut stage = Stage::new(record_with(&[EVENT], &terms(120)), Grouping::None);
    stage.bands = vec![0];
    let view = window(day(1970, 1, 1), day(1975, 1, 1));
    let before = stage.scene(view);
    let named = before.bands[0].segments.len();
    assert_eq!(stage.cache.bands.named(), named);
    let after = stage.scene(view.pan(-3.0));
    let (old, new) = (&before.bands[0], &after.bands[0]);
    assert!(Arc::ptr_eq(&old.title.text, &new.title.text));
    for (old, new) in old.segments.iter().zip(&new.segments) {
        assert!(Arc::ptr_eq(&old.name, &new.name), "{}", old.name);
    }
    stage.language = Language::Ja;
    let japanese = stage.scene(view);
    assert_eq!(&*japanese.bands[0].segments[0].name, "第70");
    // Another record, or an edited one.
    stage.language = Language::En;
    stage.timeline = record_with(&[EVENT], &terms(120).replace("Ann", "Bea"));
    stage.index = crate::index::Index::build(&stage.timeline, Grouping::None, None);
    let edited = stage.scene(view);
    assert_eq!(&*edited.bands[0].segments[0].name, "Bea No70");
}

#[test]
fn headers_are_worded_once_and_move_with_their_lanes() {
    let korea = Made {
        date: "1950/2040",
        actors: &["JPN", "KOR"],
        ..EVENT
    };
    let mut stage = Stage::new(record(&[EVENT, EVENT, korea]), Grouping::Actor);
    stage.height = 150.0;
    let view = window(day(1960, 1, 1), day(1990, 1, 1));
    let texts = |scene: &Scene| {
        let lines = scene
            .lanes
            .iter()
            .flat_map(|lane| [&lane.title, &lane.subtitle]);
        lines
            .map(|line| (line.text.clone(), line.anchor.y))
            .collect::<Vec<_>>()
    };
    for fold in [false, true] {
        if fold {
            stage.lanes.folded = stage.index.keys().iter().cloned().collect();
            stage.height = 126.0;
        }
        stage.scroll = 0.0;
        let before = texts(&stage.scene(view));
        stage.scroll = 5.0;
        let after = texts(&stage.scene(view.pan(-3.0)));
        for ((old, old_y), (new, new_y)) in before.iter().zip(&after) {
            assert!(Arc::ptr_eq(old, new), "{old} {new}");
            assert!((old_y - new_y - 5.0).abs() < 0.01, "{old_y} {new_y}");
        }
    }
    stage.language = Language::Ja;
    let japanese = texts(&stage.scene(view));
    assert!(japanese.iter().any(|(text, _)| &**text == "▶ 日本"));
    // Unfolded, and in a wider header column, they are worded anew.
    stage.metrics.header_width = 400.0;
    stage.lanes.folded.clear();
    assert!(
        texts(&stage.scene(view))
            .iter()
            .all(|(text, _)| !text.contains('▶'))
    );
}

#[test]
fn a_look_at_a_minor_event_leaves_no_trace() {
    let dates: Vec<String> = (0..80).map(|at| format!("{}-03", 1930 + at)).collect();
    let events: Vec<Made> = (dates.iter().zip(0u8..))
        .map(|(date, at)| Made {
            date,
            importance: if at % 7 == 0 { 5 } else { 1 + at % 3 },
            ..EVENT
        })
        .collect();
    let mut stage = Stage::new(record(&events), Grouping::Pair);
    stage.height = 130.0;
    let view = window(day(1925, 1, 1), day(2015, 1, 1));
    let before = stage.scene(view);
    let has_row = |scene: &Scene, event| {
        let mut marks = scene.marks.iter();
        marks.any(|mark| mark.event == event && matches!(mark.place, MarkPlace::Row(_)))
    };
    let minor = (0..80).map(EventIx).find(|&event| !has_row(&before, event));
    stage.selected = minor;
    let selected = stage.scene(view);
    assert!(has_row(&selected, minor.expect("not all have a row")));
    assert_ne!(selected.marks.len(), before.marks.len());
    stage.selected = None;
    assert_eq!(stage.scene(view).marks, before.marks);
    // Nor when one moved on meanwhile and came back.
    stage.selected = minor;
    stage.scene(view);
    stage.scene(window(day(1985, 1, 1), day(2075, 1, 1)));
    stage.selected = None;
    let again = stage.scene(view);
    for mark in before.marks.iter().filter(|mark| mark.importance == 5) {
        assert_eq!(has_row(&again, mark.event), has_row(&before, mark.event));
    }
}
