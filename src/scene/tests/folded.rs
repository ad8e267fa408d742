//! Lanes folded to one line.

use super::*;
use crate::date::Language;

fn folded(language: Language, events: &[Made]) -> Scene {
    let mut stage = Stage::new(record(events), Grouping::Pair);
    stage.language = language;
    stage.lanes.folded = stage.index.keys().iter().cloned().collect();
    stage.scene(window(day(1960, 1, 1), day(2030, 1, 1)))
}

#[test]
fn a_folded_lane_says_its_name_and_count_on_one_line_inside_it() {
    let korea = Made {
        actors: &["JPN", "KOR"],
        ..EVENT
    };
    // One event of the first lane began before the window and still runs.
    let events = [
        Made {
            date: "1950/2040",
            ..EVENT
        },
        EVENT,
        korea,
        Made {
            date: "1965-06-22",
            ..korea
        },
    ];
    for language in Language::ALL {
        let scene = folded(language, &events);
        for lane in &scene.lanes {
            assert!(lane.folded && lane.title.text.starts_with("▶ "));
            assert!(lane.subtitle.text.contains(&lane.count.to_string()));
            assert!(!lane_name_in_full(lane).contains('▶'));
            let (title, count) = (&lane.title, &lane.subtitle);
            assert_eq!(title.anchor.y, count.anchor.y);
            let middle = lane.rect.centre().y;
            assert!((title.anchor.y - middle).abs() < 0.01);
            assert!(title.left() >= 0.0 && title.right() < count.left());
            let running = lane.running.as_ref().map(|pill| pill.rect.left);
            let end = running.unwrap_or(scene.layout.header.right);
            assert!(count.right() <= end, "{} {end}", count.right());
        }
        assert!(scene.lanes.iter().any(|lane| lane.running.is_some()));
    }
}

#[test]
fn a_folded_lane_without_room_elides_its_name_and_keeps_its_count() {
    let nations = Made {
        actors: &["JPN", "CHN", "KOR", "PRK", "USA"],
        ..EVENT
    };
    let mut stage = Stage::new(record(&[nations]), Grouping::Pair);
    stage.metrics.header_width = 80.0;
    stage.lanes.folded = stage.index.keys().iter().cloned().collect();
    let scene = stage.scene(window(day(1960, 1, 1), day(2030, 1, 1)));
    let lane = &scene.lanes[0];
    assert_eq!(&*lane.subtitle.text, "1");
    assert!(lane.subtitle.right() <= 80.0);
    assert!(lane.title.right() < lane.subtitle.left());
}
