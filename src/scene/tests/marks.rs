//! Marks, labels and pills by example.

use super::*;
use crate::date::Precision;
use crate::index::EventSet;

#[test]
fn a_year_is_as_wide_as_its_year_and_says_so() {
    let mut stage = Stage::new(
        record(&[Made {
            date: "1972",
            ..EVENT
        }]),
        Grouping::None,
    );
    let view = window(day(1970, 1, 1), day(1976, 1, 1));
    let mark = mark_of(&stage.scene(view), &stage, "e0");
    let MarkForm::Span {
        rect,
        start,
        end,
        reason,
        shape,
    } = mark.form
    else {
        panic!("{mark:?}");
    };
    let left = stage.metrics.header_width;
    assert!((rect.left - left - view.x_of(day(1972, 1, 1))).abs() < 0.01);
    assert!((rect.right - left - view.x_of(day(1973, 1, 1))).abs() < 0.01);
    assert_eq!((start, end), (SpanEdge::Sharp, SpanEdge::Sharp));
    assert_eq!(reason, SpanReason::Precision(Precision::Year));
    assert_eq!(shape, Shape::Diamond);
    assert_eq!(
        &*mark.note.expect("it says how exact it is").text,
        precision_words(Precision::Year, stage.language)
    );
}

#[test]
fn from_afar_a_year_is_a_point_in_its_middle() {
    let mut stage = Stage::new(
        record(&[Made {
            date: "1972",
            ..EVENT
        }]),
        Grouping::None,
    );
    let view = window(day(1900, 1, 1), day(2050, 1, 1));
    let mark = mark_of(&stage.scene(view), &stage, "e0");
    assert!(matches!(
        mark.form,
        MarkForm::Point {
            shape: Shape::Diamond,
            ..
        }
    ));
    let middle = stage.metrics.header_width + view.x_of(day(1972, 7, 1));
    assert!((mark.centre.x - middle).abs() < 0.1);
}

#[test]
fn doubtful_open_and_unknown_ends_are_drawn_as_such() {
    let made = |date| Made { date, ..EVENT };
    let dates = [
        "1972~",
        "1972/..",
        "../1973",
        "1972/",
        "1972-02-01/1973-04-05",
    ];
    let events: Vec<Made> = dates.iter().map(|date| made(date)).collect();
    let mut stage = Stage::new(record(&events), Grouping::None);
    let scene = stage.scene(window(day(1970, 1, 1), day(1976, 1, 1)));
    let edges = |id: &str| match mark_of(&scene, &stage, id).form {
        MarkForm::Span {
            start, end, reason, ..
        } => (start, end, reason),
        MarkForm::Point { .. } => panic!("{id} is a point"),
    };
    let year = SpanReason::Precision(Precision::Year);
    assert_eq!(edges("e0"), (SpanEdge::Fuzzy, SpanEdge::Fuzzy, year));
    assert_eq!(
        edges("e1"),
        (SpanEdge::Sharp, SpanEdge::Open, SpanReason::Duration)
    );
    assert_eq!(
        edges("e2"),
        (SpanEdge::Open, SpanEdge::Sharp, SpanReason::Duration)
    );
    assert_eq!(edges("e3").1, SpanEdge::Unknown);
    assert_eq!(
        edges("e4"),
        (SpanEdge::Sharp, SpanEdge::Sharp, SpanReason::Duration)
    );
}

#[test]
fn about_and_perhaps_are_told_apart_beside_the_mark() {
    for (date, said) in [
        ("1972~", "a year, approx."),
        ("1972?", "a year, uncertain"),
        ("1972%", "a year, approx., uncertain"),
        ("1972", "a year"),
    ] {
        // A later event, for at the record's end labels stand left.
        let events = [
            Made { date, ..EVENT },
            Made {
                date: "1998-01-01",
                ..EVENT
            },
        ];
        let mut stage = Stage::new(record(&events), Grouping::None);
        let scene = stage.scene(window(day(1960, 1, 1), day(2000, 1, 1)));
        let note = mark_of(&scene, &stage, "e0").note;
        let note = note.unwrap_or_else(|| panic!("{date} has no note"));
        assert_eq!(&*note.text, said, "{date}");
    }
}

#[test]
fn an_open_end_has_its_arrow_inside_the_window() {
    let made = |date| Made { date, ..EVENT };
    let mut stage = Stage::new(record(&[made("1965/.."), made("../1975")]), Grouping::None);
    let view = window(day(1970, 1, 1), day(1974, 1, 1));
    let scene = stage.scene(view);
    let plot = scene.layout.plot();
    for event in ["e0", "e1"] {
        let MarkForm::Span { rect, .. } = mark_of(&scene, &stage, event).form else {
            panic!("{event} is no bar");
        };
        let (open, cut) = if event == "e0" {
            (plot.right - rect.right, plot.left - rect.left)
        } else {
            (rect.left - plot.left, rect.right - plot.right)
        };
        assert!(open >= 0.0, "{event}: the arrow is {open} inside");
        assert!(cut > 0.0, "{event}: the end that is cut goes on beyond");
    }
}

#[test]
fn the_text_of_a_long_span_stays_on_screen() {
    let mut stage = Stage::new(
        record(&[Made {
            date: "1950-01-01/2000-01-01",
            kind: "war",
            ..EVENT
        }]),
        Grouping::None,
    );
    for from in [1951, 1960, 1980, 1990] {
        let scene = stage.scene(window(day(from, 1, 1), day(from + 5, 1, 1)));
        let mark = mark_of(&scene, &stage, "e0");
        let label = mark.label.expect("the span has its label");
        assert!(
            label.left() >= scene.layout.plot().left && label.right() <= scene.layout.plot().right
        );
        assert!(
            (label.max_width - label_width(&label)).abs() < 0.01,
            "it is whole"
        );
        assert!(matches!(
            mark.form,
            MarkForm::Span {
                start: SpanEdge::Beyond,
                end: SpanEdge::Beyond,
                ..
            }
        ));
    }
}

fn label_width(line: &TextLine) -> f32 {
    PlainMeasure.width_points(&line.text, line.role, line.language)
}

#[test]
fn near_the_right_edge_a_label_stands_left_of_its_mark() {
    let mut stage = Stage::new(
        record(&[Made {
            date: "2024-11-15",
            ..EVENT
        }]),
        Grouping::None,
    );
    let scene = stage.scene(window(day(1970, 1, 1), day(2026, 1, 1)));
    let mark = mark_of(&scene, &stage, "e0");
    let label = mark.label.clone().expect("it has a label");
    assert_eq!(label.align, Align::Right);
    assert!(label.right() < mark.bounds().left);
    let scene = stage.scene(window(day(2020, 1, 1), day(2070, 1, 1)));
    let mark = mark_of(&scene, &stage, "e0");
    assert!(mark.label.is_some_and(|label| label.max_width > 20.0));
}

#[test]
fn shape_follows_family_size_follows_importance_and_ink_too() {
    let made = |date, kind, importance| Made {
        date,
        kind,
        importance,
        ..EVENT
    };
    let events = [
        made("1950", "summit", 5),
        made("1970", "treaty", 3),
        made("1990", "nuclear_test", 1),
        made("2010", "speech", 2),
    ];
    let mut stage = Stage::new(record(&events), Grouping::None);
    let scene = stage.scene(window(day(1900, 1, 1), day(2060, 1, 1)));
    let form = |id: &str| {
        let mark = mark_of(&scene, &stage, id);
        let MarkForm::Point { shape, radius } = mark.form else {
            panic!("{mark:?}")
        };
        (shape, radius, mark.label.expect("there is room").ink)
    };
    let all = ["e0", "e1", "e2", "e3"].map(form);
    assert_eq!(
        all.map(|(shape, ..)| shape),
        [
            Shape::Circle,
            Shape::Diamond,
            Shape::Triangle,
            Shape::SmallCircle
        ]
    );
    assert!(all[0].1 > all[1].1 && all[1].1 > all[2].1);
    assert_eq!(
        all.map(|(.., ink)| ink),
        [Ink::Strong, Ink::Strong, Ink::Muted, Ink::Muted]
    );
}

#[test]
fn many_at_one_place_become_a_pill_that_knows_its_first_five() {
    let events: Vec<Made> = (0..40)
        .map(|at| Made {
            importance: if at < 3 { 5 } else { 2 },
            title: "Talks about many things",
            ..EVENT
        })
        .collect();
    let mut stage = Stage::new(record(&events), Grouping::None);
    stage.height = 150.0;
    let view = window(day(1960, 1, 1), day(1990, 1, 1));
    let scene = stage.scene(view);
    let rows = scene
        .marks
        .iter()
        .filter(|mark| mark.place != MarkPlace::Overflow)
        .count();
    assert_eq!(scene.clusters.len(), 1);
    let pill = &scene.clusters[0];
    assert_eq!(pill.count as usize + rows, 40);
    assert_eq!(&*pill.label.text, pill.count.to_string());
    assert!(pill.label.max_width <= pill.rect.width());
    let first = first_events(&scene, &stage.cache, &stage.index, pill);
    assert_eq!(first.len(), 5);
    assert!(
        first
            .iter()
            .all(|&event| scene.marks.iter().all(|mark| mark.event != event))
    );
    // The window that a click zooms to holds all of it.
    assert!(pill.start_s as f64 >= view.start_s && (pill.end_s as f64) <= view.end_s());
    assert_eq!(pill.end_s - pill.start_s, 86_400);
}

#[test]
fn the_selected_event_has_a_row_is_last_and_stays_when_another_is_selected() {
    let events: Vec<Made> = (0..40)
        .map(|at| Made {
            importance: if at == 17 { 1 } else { 4 },
            ..EVENT
        })
        .collect();
    let mut stage = Stage::new(record(&events), Grouping::None);
    stage.height = 200.0;
    let view = window(day(1960, 1, 1), day(1990, 1, 1));
    stage.selected = Some(stage.event("e17"));
    let scene = stage.scene(view);
    let last = scene.marks.last().expect("there are marks");
    assert!(last.selected && last.event == stage.event("e17"));
    assert!(matches!(last.place, MarkPlace::Row(_)));
    assert_eq!(
        last.label.as_ref().map(|label| label.role),
        Some(TextRole::MarkLabelSelected)
    );
    let made = stage.cache.layouts_made;
    let other = scene
        .marks
        .iter()
        .find(|mark| mark.place == MarkPlace::Row(0))
        .map(|mark| mark.event);
    stage.selected = other;
    let again = stage.scene(view);
    assert_eq!(
        stage.cache.layouts_made, made,
        "selecting what has a row moves nothing"
    );
    assert!(
        again
            .marks
            .iter()
            .any(|mark| Some(mark.event) == other && mark.selected)
    );
}

#[test]
fn a_selected_dot_in_a_folded_lane_is_marked() {
    let mut stage = Stage::new(record(&[EVENT]), Grouping::None);
    stage.lanes.folded.insert(LaneKey::All);
    stage.selected = Some(stage.event("e0"));
    let scene = stage.scene(window(day(1960, 1, 1), day(1990, 1, 1)));
    assert_eq!(scene.lanes[0].rows, 0);
    assert_eq!(scene.marks.len(), 1);
    assert_eq!(scene.marks[0].place, MarkPlace::Overflow);
    assert!(scene.marks[0].selected);
}

#[test]
fn a_pan_inside_the_region_lays_nothing_out_again() {
    let events: Vec<String> = (0..300)
        .map(|at| format!("19{:02}-0{}-11", 10 + at % 90, 1 + at % 9))
        .collect();
    let made: Vec<Made> = events.iter().map(|date| Made { date, ..EVENT }).collect();
    let mut stage = Stage::new(record(&made), Grouping::None);
    let view = window(day(1950, 1, 1), day(1960, 1, 1));
    stage.scene(view);
    let made = stage.cache.layouts_made;
    let region = pack::Region::of(&view);
    for step in 0..30 {
        let moved = view.pan(-(step as f32) * 10.0);
        if pack::Region::of(&moved) == region {
            stage.scene(moved);
        }
    }
    assert_eq!(stage.cache.layouts_made, made);
}

#[test]
fn matches_are_ringed_and_counted_in_pills() {
    let events: Vec<Made> = (0..40)
        .map(|_| Made {
            title: "Talks about many things",
            ..EVENT
        })
        .collect();
    let mut stage = Stage::new(record(&events), Grouping::None);
    stage.height = 120.0;
    stage.matches = Some(stage.timeline.events().take(30).collect::<EventSet>());
    let view = window(day(1960, 1, 1), day(1990, 1, 1));
    let scene = stage.scene(view);
    let ringed = scene.marks.iter().filter(|mark| mark.matched).count();
    let in_pills: u32 = scene.clusters.iter().map(|pill| pill.matched).sum();
    assert_eq!(ringed + in_pills as usize, 30);
    stage.matches = None;
    let scene = stage.scene(view);
    assert!(scene.marks.iter().all(|mark| !mark.matched));
    assert!(scene.clusters.iter().all(|pill| pill.matched == 0));
}

#[test]
fn pills_of_events_with_open_ends_zoom_to_what_is_dated() {
    let made = |date| Made { date, ..EVENT };
    let mut events: Vec<Made> = (0..30).map(|_| made("1950/..")).collect();
    events.extend((0..20).map(|_| made("../1985")));
    let mut stage = Stage::new(record(&events), Grouping::None);
    stage.height = 150.0;
    let view = window(day(1940, 1, 1), day(2000, 1, 1));
    let narrow = window(day(1970, 1, 1), day(1972, 1, 1));
    let scene = stage.scene(narrow);
    let running = scene.lanes[0].running.clone().expect("many run on");
    let mut pills = vec![running];
    pills.extend(stage.scene(view).clusters);
    assert!(pills.len() >= 2, "{pills:?}");
    for pill in pills {
        assert!(pill.start_s < pill.end_s);
        assert!(pill.start_s as f64 >= day(1900, 1, 1), "{}", pill.start_s);
        assert!(pill.end_s as f64 <= day(2000, 1, 1), "{}", pill.end_s);
    }
}
