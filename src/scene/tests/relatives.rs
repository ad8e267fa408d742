//! What arcs and edge arrows say, and where they stay.

use super::*;

const LINKED: [Made<'static>; 2] = [
    Made {
        more: r#", "relations": [{"type": "builds_on", "event": "e1"}]"#,
        date: "1978-08-12",
        title: "Treaty of Peace",
        ..EVENT
    },
    Made {
        date: "1972-09-29",
        ..EVENT
    },
];

#[test]
fn words_of_relations_are_said_from_the_selected_events_side() {
    let mut stage = Stage::new(record(&LINKED), Grouping::Pair);
    let both = window(day(1960, 1, 1), day(1990, 1, 1));
    for (selected, words) in [("e0", "builds on"), ("e1", "built on by")] {
        stage.selected = Some(stage.event(selected));
        assert_eq!(&*stage.scene(both).arcs[0].label.text, words);
    }
    let scene = stage.scene(window(day(1972, 1, 1), day(1973, 1, 1)));
    let arrow = &scene.edge_arrows[0];
    assert_eq!(arrow.side, Side::Right);
    assert_eq!(&*arrow.label.text, "built on by · Treaty of Peace");
}

/// A record whose first event names so many others of a hundred years before.
fn naming(count: usize) -> Stage {
    let named: Vec<String> = (1..=count)
        .map(|at| format!(r#"{{"type": "recalls", "event": "e{at}"}}"#))
        .collect();
    let more = format!(r#", "relations": [{}]"#, named.join(","));
    let dates: Vec<String> = (0..count)
        .map(|at| format!("{}-05-01", 1872 + at))
        .collect();
    let mut events = vec![Made {
        more: &more,
        ..EVENT
    }];
    events.extend(dates.iter().map(|date| Made { date, ..EVENT }));
    let mut stage = Stage::new(record(&events), Grouping::Pair);
    stage.selected = Some(stage.event("e0"));
    stage
}

#[test]
fn the_last_arrow_of_many_says_how_many_others_there_are() {
    let words = |count| {
        let mut stage = naming(count);
        let scene = stage.scene(window(day(1972, 1, 1), day(1973, 1, 1)));
        let arrows = scene.edge_arrows.iter();
        let mut words: Vec<String> = arrows.map(|arrow| arrow.label.text.to_string()).collect();
        (words.len(), words.pop().expect("an arrow"))
    };
    let (count, last) = words(6);
    assert_eq!(count, 6);
    assert!(last.starts_with("recalls"), "{last}");
    assert_eq!(words(7), (6, "+2 more".to_owned()));
    assert_eq!(words(12), (6, "+7 more".to_owned()));
}

#[test]
fn an_arc_is_not_cut_off_by_the_axis() {
    for years in [2, 10, 40] {
        let mut stage = Stage::new(record(&LINKED), Grouping::Pair);
        stage.selected = Some(stage.event("e1"));
        let scene = stage.scene(window(day(1972, 1, 1), day(1980 + years, 1, 1)));
        let plot = scene.layout.plot();
        for share in 0..=40 {
            let on = curve_at(&scene.arcs[0].curve, share as f32 / 40.0);
            assert!(on.y >= plot.top + 1.0, "{} {}", on.y, plot.top);
        }
    }
}
