//! What arcs and edge arrows say, and where they stay.

use super::*;
use crate::record::EventIx;

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
    stage.height = 900.0;
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

#[test]
fn a_relative_that_is_cut_by_an_edge_has_an_arc_and_no_arrow() {
    let mut stage = Stage::new(record(&LINKED), Grouping::Pair);
    stage.selected = Some(stage.event("e1"));
    // Half of the treaty's mark is in view.
    let scene = stage.scene(window(day(1972, 1, 1), day(1978, 8, 12)));
    let treaty = mark_of(&scene, &stage, "e0");
    assert!(treaty.bounds().right > scene.layout.plot().right);
    assert_eq!((scene.arcs.len(), scene.edge_arrows.len()), (1, 0));
    // As has one whose bar runs through the window, wherever its middle is.
    let war = Made {
        date: "1937/1999",
        more: r#", "relations": [{"type": "recalls", "event": "e1"}]"#,
        ..EVENT
    };
    let mut stage = Stage::new(record(&[war, LINKED[1]]), Grouping::Pair);
    stage.selected = Some(stage.event("e1"));
    let scene = stage.scene(window(day(1972, 1, 1), day(1973, 1, 1)));
    assert_eq!((scene.arcs.len(), scene.edge_arrows.len()), (1, 0));
    // One in view is not pointed at, also where the selected event is not.
    let mut stage = Stage::new(record(&LINKED), Grouping::Pair);
    stage.selected = Some(stage.event("e1"));
    let scene = stage.scene(window(day(1978, 1, 1), day(1979, 1, 1)));
    assert_eq!((scene.arcs.len(), scene.edge_arrows.len()), (0, 0));
}

#[test]
fn at_most_a_sixth_of_a_low_plots_rows_are_arrows_and_one_that_counts_the_others() {
    let mut stage = naming(12);
    stage.height = 360.0;
    let scene = stage.scene(window(day(1972, 1, 1), day(1973, 1, 1)));
    let words: Vec<&str> = (scene.edge_arrows.iter())
        .map(|arrow| &*arrow.label.text)
        .collect();
    assert_eq!(words.len(), 3, "{words:?}");
    assert_eq!(words[2], "+10 more");
}

#[test]
fn no_title_is_cut_through_by_an_arrow() {
    let others: Vec<String> = (0..60)
        .map(|at| format!("19{}-0{}-01", 72 + at / 20, 1 + at % 9))
        .collect();
    let named: Vec<String> = (1..=8)
        .map(|at| format!(r#"{{"type": "recalls", "event": "e{at}"}}"#))
        .collect();
    let named = format!(r#", "relations": [{}]"#, named.join(","));
    let mut events = vec![Made {
        more: &named,
        ..EVENT
    }];
    events.extend(
        [
            "1950", "1951", "1952", "1953", "1990", "1991", "1992", "1993",
        ]
        .map(|date| Made { date, ..EVENT }),
    );
    events.push(Made {
        date: "1971/1973-04",
        title: "A bar that comes from before",
        ..EVENT
    });
    events.extend(others.iter().map(|date| Made { date, ..EVENT }));
    let mut stage = Stage::new(record(&events), Grouping::Pair);
    let mut gave_way = 0;
    for month in 1..12 {
        let view = window(day(1972, month, 1), day(1974, month, 1));
        stage.selected = None;
        let rooms = |scene: &Scene| -> Vec<Option<(EventIx, f32, f32)>> {
            let rooms = scene.marks.iter().map(|mark| {
                let label = mark.label.as_ref()?;
                Some((mark.event, label.left(), label.right()))
            });
            rooms.collect()
        };
        let before = rooms(&stage.scene(view));
        stage.selected = Some(stage.event("e0"));
        let scene = stage.scene(view);
        assert_eq!(scene.edge_arrows.len(), 8);
        let after = rooms(&scene);
        gave_way += before.iter().filter(|room| !after.contains(room)).count();
        for mark in &scene.marks {
            for line in [&mark.label, &mark.note].into_iter().flatten() {
                let y = line.anchor.y;
                let words = Rect::new(line.left(), y - 8.0, line.right(), y + 8.0);
                let on = scene
                    .edge_arrows
                    .iter()
                    .find(|arrow| arrow.rect.overlaps(&words));
                assert!(on.is_none(), "{} under {:?}", line.text, on);
            }
        }
    }
    assert!(gave_way > 0, "{gave_way} titles gave way");
}

#[test]
fn of_thousands_of_relatives_the_most_important_have_an_arc() {
    let named: Vec<String> = (1..=2_000)
        .map(|at| format!(r#"{{"type": "recalls", "event": "e{at}"}}"#))
        .collect();
    let more = format!(r#", "relations": [{}]"#, named.join(","));
    let mut events = vec![Made {
        more: &more,
        ..EVENT
    }];
    events.extend((0..2_000).map(|at: u16| Made {
        date: "1973-05-01",
        importance: if at.is_multiple_of(100) { 5 } else { 1 },
        ..EVENT
    }));
    let mut stage = Stage::new(record(&events), Grouping::Pair);
    stage.selected = Some(stage.event("e0"));
    let scene = stage.scene(window(day(1970, 1, 1), day(1975, 1, 1)));
    assert!(scene.arcs.len() < 200, "{}", scene.arcs.len());
    let important = scene.arcs.iter().map(|arc| stage.timeline.head(arc.other));
    assert_eq!(important.filter(|head| head.importance == 5).count(), 20);
}
