//! The record that comes with the program, as it opens.

use super::*;
use crate::record::Timeline;

fn bundled() -> Timeline {
    let text = include_str!("../../../data/east-asia.json");
    crate::format::native::read(text)
        .expect("the bundled record reads")
        .timeline
}

fn set(ids: &[&str]) -> LaneKey {
    LaneKey::Actors(ids.iter().map(|&id| id.to_owned()).collect())
}

#[test]
fn its_lanes_by_pair_are_those_one_would_draw_by_hand() {
    let stage = Stage::new(bundled(), Grouping::Pair);
    let expected = [
        set(&["JPN", "CHN"]),
        set(&["JPN", "CHN", "KOR"]),
        set(&["CHN", "USA"]),
        set(&["JPN", "KOR"]),
        LaneKey::Around("PRK".to_owned()),
        LaneKey::Multilateral,
        LaneKey::Rest,
    ];
    assert_eq!(stage.index.keys(), expected);
    let standing: usize = stage
        .index
        .lanes()
        .iter()
        .map(crate::index::LaneColumns::len)
        .sum();
    assert_eq!(
        standing,
        stage.timeline.len(),
        "each event stands in one lane"
    );
}

#[test]
fn as_it_opens_the_three_moments_of_its_story_have_labels() {
    let mut stage = Stage::new(bundled(), Grouping::Pair);
    stage.height = 830.0;
    let (first, last) = stage.index.span_s().expect("it has events");
    let view = Viewport::fit(first as f64, last as f64, 0.02, 1_428.0);
    let scene = stage.scene(view);
    for (title, year) in [
        ("Joint Communique", 1972),
        ("Joint Statement", 2008),
        ("Lima", 2024),
    ] {
        let (from, to) = (day(year, 1, 1), day(year + 1, 1, 1));
        let labelled = scene.marks.iter().any(|mark| {
            let start = stage.timeline.head(mark.event).start.0 as f64;
            let label = mark.label.as_ref();
            start >= from && start < to && label.is_some_and(|label| label.text.contains(title))
        });
        assert!(labelled, "{title} {year}");
    }
    let labels = scene
        .marks
        .iter()
        .filter(|mark| mark.label.is_some())
        .count();
    assert!(labels >= 60, "{labels} labels");
}

#[test]
fn every_event_has_an_accessible_name_with_its_title() {
    let timeline = bundled();
    for event in timeline.events() {
        let name = event_name(&timeline, event, crate::date::Language::En);
        let title = timeline.title(event, crate::date::Language::En);
        assert!(name.contains(&*title) && name.contains(','), "{name}");
    }
}

#[test]
fn its_offices_have_a_name_in_every_language() {
    for group in band_groups(&bundled()) {
        for language in crate::date::Language::ALL {
            let (named_in, name) = office_name(&group.name, language);
            assert_eq!(named_in, language, "{name}");
            assert!(!name.is_empty());
        }
    }
}
