//! Who was in office, and for how long the record knows it.

use super::*;
use crate::date::{Instant, Language, Zone};

const BANDS: &str = r#", "bands": [
    {"group": "Prime Minister of Japan", "actor": "JPN", "label": "Kishida", "date": "2021-10-04/2024-10-01"},
    {"group": "Prime Minister of Japan", "actor": "JPN", "label": "Ishiba", "date": "2024-10-01/.."}]"#;

/// The row of the record above, of which the last event is of January 2025.
fn row(view: Viewport, now: Option<Instant>) -> SegmentRow {
    let last = Made {
        date: "2025-01",
        ..EVENT
    };
    let stage = Stage::new(record_with(&[EVENT, last], BANDS), Grouping::None);
    let scene = SceneRequest {
        timeline: &stage.timeline,
        index: &stage.index,
        viewport: view,
        height_points: 500.0,
        metrics: &stage.metrics,
        language: Language::En,
        second_language: Language::Ja,
        zone: Zone::UTC,
        calendar: None,
        lanes: &stage.lanes,
        scroll_points: 0.0,
        bands: &[0],
        selected: None,
        matches: None,
        now,
        tone: false,
        overview: false,
        measure: &PlainMeasure,
    }
    .build(&mut SceneCache::new());
    scene.bands.into_iter().next().expect("it has a row")
}

#[test]
fn a_term_without_an_end_stops_where_the_record_does() {
    let view = window(day(2020, 1, 1), day(2045, 1, 1));
    let ends = |now: Option<f64>| {
        let row = row(view, now.map(|now| Instant(now as i64)));
        let last = row.segments.last().expect("Ishiba").clone();
        assert_eq!(last.end, SpanEdge::Open);
        view.time_at(last.rect.right - row.rect.left)
    };
    let near = |a: f64, b: f64| (a - b).abs() < 864_000.0;
    assert!(near(ends(None), day(2025, 2, 1)));
    assert!(near(ends(Some(day(2030, 1, 1))), day(2025, 2, 1)));
    assert!(near(ends(Some(day(2024, 11, 1))), day(2024, 11, 1)));
    // A window that ends before does not say that the term ended there.
    let row = row(window(day(2022, 1, 1), day(2024, 12, 1)), None);
    assert_eq!(
        row.segments.last().map(|last| last.end),
        Some(SpanEdge::Beyond)
    );
}

#[test]
fn a_row_is_named_in_the_readers_language_and_people_in_their_own_glyphs() {
    let bands = r#", "bands": [
        {"group": {"en": "President of the ROC (Taiwan)", "ja": "中華民国（台湾）総統"}, "actor": "TWN",
            "label": {"en": "Yen Chia-kan", "zh-Hant": "嚴家淦"}, "date": "1975-04-06/1978-05-20"},
        {"group": {"en": "President of the ROC (Taiwan)", "ja": "中華民国（台湾）総統"}, "actor": "TWN",
            "label": {"en": "Li Zongren"}, "date": "1970-01-21/1975-03-01", "acting": true},
        {"group": {"en": "Prime Minister of Japan"}, "actor": "JPN",
            "label": {"en": "Takeo Miki", "ja": "三木武夫"}, "date": "1974-12-09/1976-12-24"}]"#;
    let mut stage = Stage::new(record_with(&[EVENT], bands), Grouping::None);
    stage.bands = vec![0, 1];
    let mut said = |language| {
        stage.language = language;
        let scene = stage.scene(window(day(1970, 1, 1), day(1979, 1, 1)));
        let lines = scene.bands.iter().flat_map(|row| {
            let labels = row.segments.iter().filter_map(|band| band.label.as_ref());
            std::iter::once(&row.title).chain(labels)
        });
        let lines = lines.map(|line| (line.text.to_string(), line.language));
        lines.collect::<Vec<_>>()
    };
    let line = |text: &str, language| (text.to_owned(), language);
    assert_eq!(
        said(Language::ZhHans),
        [
            line("中华民国（台湾）总统", Language::ZhHans),
            line("Li Zongren（代理）", Language::ZhHans),
            line("嚴家淦", Language::ZhHant),
            line("日本首相", Language::ZhHans),
            line("三木武夫", Language::Ja),
        ]
    );
    assert_eq!(
        said(Language::Ko),
        [
            line("중화민국(대만) 총통", Language::Ko),
            line("Li Zongren (대행)", Language::Ko),
            line("Yen Chia-kan", Language::En),
            line("일본 총리", Language::Ko),
            line("Takeo Miki", Language::En),
        ]
    );
}

#[test]
fn of_many_who_hold_an_office_at_once_no_two_lie_on_the_same_pixels_or_words() {
    let band = |at: usize| {
        let (from, to) = (1950 + at % 7, 1980 + at % 5);
        format!(r#"{{"group": "Minister", "label": "Minister {at}", "date": "{from}/{to}"}}"#)
    };
    let bands: Vec<String> = (0..500).map(band).collect();
    let bands = format!(r#", "bands": [{}]"#, bands.join(","));
    let mut stage = Stage::new(record_with(&[EVENT], &bands), Grouping::Pair);
    stage.bands = vec![0];
    let scene = stage.scene(Viewport::new(day(1940, 1, 1), day(1990, 1, 1), 900.0));
    let row = &scene.bands[0];
    assert_eq!(row.segments.len(), 35, "each pair of years once");
    let names: Vec<(f32, f32)> = (row.segments.iter())
        .filter_map(|segment| segment.label.as_ref())
        .map(|label| (label.left(), label.right()))
        .collect();
    assert!(!names.is_empty());
    for (at, a) in names.iter().enumerate() {
        assert!(
            names[at + 1..].iter().all(|b| a.1 <= b.0 || b.1 <= a.0),
            "{names:?}"
        );
    }
}
