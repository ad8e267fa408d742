//! What holds for every record and every window of time.

use proptest::prelude::*;

use super::*;

const TITLES: [&str; 6] = [
    "Joint Communique: relations normalised",
    "Talks",
    "Li Peng visits Japan",
    "日中共同声明に署名",
    "A treaty of peace and friendship that took six years to agree on in all its words",
    "Summit in Lima",
];
const KINDS: [&str; 5] = ["summit", "treaty", "incident", "speech", "what_is_this"];
const SETS: [&[&str]; 4] = [
    &["JPN", "CHN"],
    &["JPN", "CHN", "KOR"],
    &["PRK"],
    &["USA", "CHN"],
];

/// Random records: days, months, years, intervals, open and approximate ones.
fn events() -> impl Strategy<Value = Vec<(String, usize, usize, usize, u8)>> {
    let date =
        (1945i64..2025, 1u8..=12, 1u8..=28, 0u8..12).prop_map(|(y, m, d, form)| match form {
            0 => format!("{y}"),
            1 => format!("{y}-{m:02}"),
            2 => format!("{y}-{m:02}-{d:02}/{}-{m:02}-{d:02}", y + 2),
            3 => format!("{y}-{m:02}/.."),
            4 => format!("{y}~"),
            _ => format!("{y}-{m:02}-{d:02}"),
        });
    let event = (
        date,
        0..TITLES.len(),
        0..KINDS.len(),
        0..SETS.len(),
        1u8..=5,
    );
    prop::collection::vec(event, 0..120)
}

fn stage(events: &[(String, usize, usize, usize, u8)]) -> Stage {
    let made: Vec<Made> = events
        .iter()
        .map(|(date, title, kind, set, importance)| Made {
            date,
            title: TITLES[*title],
            kind: KINDS[*kind],
            actors: SETS[*set],
            importance: *importance,
            more: "",
        })
        .collect();
    Stage::new(record(&made), Grouping::Pair)
}

/// Everything that takes room in a lane: (lane, box, what).
fn boxes(scene: &Scene) -> Vec<(u16, Rect, String)> {
    let mut found = Vec::new();
    for mark in &scene.marks {
        let mut all = mark.bounds();
        for line in [&mark.label, &mark.note].into_iter().flatten() {
            all.left = all.left.min(line.left());
            all.right = all.right.max(line.right());
        }
        found.push((mark.lane, all, format!("{:?} {:?}", mark.event, mark.place)));
    }
    for pill in &scene.clusters {
        found.push((pill.lane, pill.rect, format!("pill of {}", pill.count)));
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn nothing_overlaps_and_no_label_leaves_the_window(
        events in events(), start in 1940f64..2020.0, log_years in -2.5f64..2.2, select in any::<prop::sample::Index>(),
    ) {
        let mut stage = stage(&events);
        if !events.is_empty() {
            stage.selected = Some(crate::record::EventIx::from_index(select.index(events.len())));
        }
        let from = (start - 1970.0) * SECONDS_PER_YEAR;
        let scene = stage.scene(window(from, from + 10f64.powf(log_years) * SECONDS_PER_YEAR));
        let plot = scene.layout.plot();
        let boxes = boxes(&scene);
        for (at, (lane, rect, what)) in boxes.iter().enumerate() {
            for (other_lane, other, other_what) in &boxes[at + 1..] {
                let apart = lane != other_lane || !rect.grown(-0.6).overlaps(&other.grown(-0.6));
                prop_assert!(apart, "{what} {rect:?} lies on {other_what} {other:?}");
            }
        }
        for mark in &scene.marks {
            for line in [&mark.label, &mark.note].into_iter().flatten() {
                prop_assert!(line.left() >= plot.left - 8.0 && line.right() <= plot.right + 0.01);
                prop_assert!(line.max_width >= 1.0);
            }
            let lane = &scene.lanes[usize::from(mark.lane)];
            prop_assert!(mark.bounds().top >= lane.rect.top && mark.bounds().bottom <= lane.rect.bottom);
        }
    }

    #[test]
    fn marks_pills_and_what_runs_add_up_to_the_events_in_the_window(
        events in events(), start in 1940f64..2020.0, log_years in -1.0f64..2.2,
    ) {
        let mut stage = stage(&events);
        let from = (start - 1970.0) * SECONDS_PER_YEAR;
        let view = window(from, from + 10f64.powf(log_years) * SECONDS_PER_YEAR);
        let scene = stage.scene(view);
        for (at, lane) in scene.lanes.iter().enumerate() {
            let columns = &stage.index.lanes()[usize::from(lane.index_lane)];
            let marks = scene.marks.iter().filter(|mark| usize::from(mark.lane) == at);
            let pills = scene.clusters.iter().filter(|pill| usize::from(pill.lane) == at);
            let shown = marks.count()
                + pills.map(|pill| pill.count as usize).sum::<usize>()
                + lane.running.as_ref().map_or(0, |pill| pill.count as usize);
            let sure = columns.count_overlapping(view.start_s as i64, view.end_s() as i64);
            // At the edges a mark's own width, a pill's group and what is nearly over decide.
            let slack = 80.0 * view.seconds_per_point;
            let near = |second: i64| {
                (second as f64 - view.start_s).abs() < slack || (second as f64 - view.end_s()).abs() < slack
            };
            let edge = (0..columns.len())
                .filter(|&p| near(columns.start(p)) || near(columns.end(p)))
                .count();
            prop_assert!(shown + edge >= sure && shown <= sure + edge, "{shown} {sure} {edge}");
        }
    }

    #[test]
    fn a_mark_keeps_its_row_while_one_pans(events in events(), log_years in -1.0f64..1.7) {
        let mut stage = stage(&events);
        let mut view = window(day(1970, 1, 1), day(1970, 1, 1) + 10f64.powf(log_years) * SECONDS_PER_YEAR);
        let mut before = stage.scene(view);
        for _ in 0..30 {
            view = view.pan(-110.0);
            let after = stage.scene(view);
            for old in &before.marks {
                let new = after.marks.iter().find(|new| new.event == old.event);
                if let (Some(new), MarkPlace::Row(_)) = (new, old.place) {
                    prop_assert_eq!(new.place, old.place);
                    if let (MarkForm::Point { .. }, MarkForm::Point { .. }) = (new.form, old.form) {
                        prop_assert!((new.centre.x - (old.centre.x - 110.0)).abs() < 0.5);
                    }
                }
            }
            before = after;
        }
    }

    #[test]
    fn what_is_hit_is_what_is_there(events in events(), log_years in -1.0f64..2.0) {
        let mut stage = stage(&events);
        let scene = stage.scene(window(day(1960, 1, 1), day(1960, 1, 1) + 10f64.powf(log_years) * SECONDS_PER_YEAR));
        let plot = scene.layout.plot();
        for mark in scene.marks.iter().filter(|mark| plot.contains(mark.centre)) {
            let hit = scene.hit(mark.centre.x, mark.centre.y);
            let event = match hit { Some(Hit::Event { event, .. }) => Some(event), _ => None };
            prop_assert_eq!(event, Some(mark.event));
        }
        for (at, pill) in scene.clusters.iter().enumerate() {
            let centre = pill.rect.centre();
            if plot.contains(centre) {
                prop_assert_eq!(scene.hit(centre.x, centre.y), Some(Hit::Cluster(at)));
            }
        }
    }

    #[test]
    fn no_window_of_time_panics(events in events(), start in -9e18f64..9e18, log_s in 0f64..18.9) {
        let mut stage = stage(&events);
        stage.tone = true;
        stage.overview = true;
        let _ = stage.scene(window(start, start + 10f64.powf(log_s)));
    }
}
