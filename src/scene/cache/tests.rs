//! What is kept between scenes holds.

use super::super::fixture::{EVENT, Made, Stage, day, record, window};
use super::*;
use crate::index::{Grouping, Patched};

#[test]
fn matches_that_come_bit_by_bit_stand_where_all_at_once_would() {
    let dates: Vec<String> = (0..90)
        .map(|at| format!("{}", 1950 + at * 37 % 60))
        .collect();
    let events: Vec<Made> = dates.iter().map(|date| Made { date, ..EVENT }).collect();
    let mut growing = Stage::new(record(&events), Grouping::Actor);
    let view = window(day(1940, 1, 1), day(2020, 1, 1));
    let mut matches = EventSet::new();
    for at in [80, 3, 4, 62, 1, 89, 0, 33] {
        matches.insert(EventIx(at));
        growing.matches = Some(matches.clone());
        growing.scene(view);
        let mut fresh = Stage::new(record(&events), Grouping::Actor);
        fresh.matches = Some(matches.clone());
        fresh.scene(view);
        assert_eq!(growing.cache.match_positions, fresh.cache.match_positions);
    }
    let fewer: EventSet = [EventIx(62), EventIx(7)].into_iter().collect();
    growing.matches = Some(fewer);
    growing.scene(view);
    assert!(
        growing
            .cache
            .match_positions
            .iter()
            .all(|of| of.len() == 2 || of.is_empty())
    );
    growing.matches = None;
    growing.scene(view);
    assert!(growing.cache.match_positions.iter().all(Vec::is_empty));
}

/// A record of every kind of date, tone and lane.
fn crowd() -> Stage {
    let dates: Vec<String> = (0..400)
        .map(|at| match at % 50 {
            7 => "../1985".to_owned(),
            8 => "Y1E18".to_owned(),
            _ => format!("{}-{:02}", 1950 + at * 37 % 60, at % 12 + 1),
        })
        .collect();
    let tones: Vec<String> = (0..dates.len())
        .map(|at| {
            format!(
                ", \"tone\": {{\"value\": {}, \"reason\": \"r\"}}",
                (at % 11) as i8 - 5
            )
        })
        .collect();
    let actors: [&[&str]; 4] = [&["JPN", "CHN"], &["KOR", "USA"], &["CHN"], &["PRK", "JPN"]];
    let events: Vec<Made> = (0..dates.len())
        .map(|at| Made {
            date: &dates[at],
            importance: (at % 5 + 1) as u8,
            actors: actors[at % 4],
            more: if at % 3 == 0 { &tones[at] } else { "" },
            ..EVENT
        })
        .collect();
    let mut stage = Stage::new(record(&events), Grouping::Actor);
    (stage.tone, stage.overview) = (true, true);
    stage
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]

    /// What is kept over edits gives the picture that is made from nothing.
    #[test]
    fn a_picture_after_edits_is_the_one_of_a_new_cache(
        edits in proptest::collection::vec(
            (0..3_u8, 0..400_usize, 1940..2030_u32, 0..4_usize, 0..2_usize), 1..12,
        ),
        selected in proptest::option::of(0..400_u32),
        far in proptest::bool::ANY,
    ) {
        let mut kept = crowd();
        kept.selected = selected.map(EventIx);
        let view = window(day(if far { 1900 } else { 1975 }, 1, 1), day(1990, 1, 1));
        kept.scene(view);
        for (what, at, year, actors, tone) in edits {
            let event = EventIx::from_index(at);
            let before = kept.timeline.heads().get(at).copied();
            let actors = ["\"JPN\"", "\"CHN\", \"KOR\"", "\"USA\"", ""][actors];
            let tone = ["", ", \"tone\": {\"value\": 4, \"reason\": \"r\"}"][tone];
            let text = format!(
                "{{\"title\": \"Changed in {year}\", \"date\": \"{year}\", \"kind\": \"summit\", \
                 \"actors\": [{actors}]{tone}}}"
            );
            let made = match what {
                0 => kept.timeline.remove_event(event).is_ok(),
                1 => kept.timeline.restore_event(event).is_ok(),
                _ => kept.timeline.replace_event(event, &text).is_ok(),
            };
            if made && kept.index.patch(&kept.timeline, &[(event, before)]) == Patched::LanesDiffer {
                kept.index = Index::build(&kept.timeline, Grouping::Actor, None);
            }
            let again = kept.scene(view);
            let known = std::mem::take(&mut kept.cache);
            let fresh = kept.scene(view);
            kept.cache = known;
            proptest::prop_assert_eq!(again, fresh);
        }
    }
}

#[test]
fn an_edit_lays_out_the_lanes_of_its_event_only() {
    let mut stage = crowd();
    let view = window(day(1975, 1, 1), day(1990, 1, 1));
    stage.scene(view);
    let made = stage.cache.layouts_made;
    let event = EventIx(2);
    let head = *stage.timeline.head(event);
    let lanes = stage.index.lanes_of(&head).len();
    assert!(lanes > 0 && lanes < stage.index.lanes().len());
    let text = "{\"title\": \"Another\", \"date\": \"1980\", \"kind\": \"summit\", \
                \"actors\": [\"CHN\"]}";
    stage
        .timeline
        .replace_event(event, text)
        .expect("an event can be replaced");
    let patched = stage.index.patch(&stage.timeline, &[(event, Some(head))]);
    assert_eq!(patched, Patched::Whole);
    stage.scene(view);
    assert_eq!(stage.cache.layouts_made - made, lanes as u64);
}
