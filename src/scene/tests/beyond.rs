//! Years of any size are drawn.

use super::*;

fn arrows(scene: &Scene) -> Vec<(Side, &str)> {
    let arrows = scene.edge_arrows.iter();
    arrows
        .map(|arrow| (arrow.side, &*arrow.label.text))
        .collect()
}

#[test]
fn a_year_beyond_all_counted_seconds_is_an_arrow_in_every_window() {
    let dates = [
        "1972",
        "Y1E18",
        "Y-1E30",
        "Y170000002",
        "../1980",
        "1960/Y1E18",
    ];
    let made: Vec<Made> = dates.iter().map(|date| Made { date, ..EVENT }).collect();
    let mut stage = Stage::new(record(&made), Grouping::None);
    for view in [
        window(day(1970, 1, 1), day(1975, 1, 1)),
        window(day(1900, 1, 1), i64::MAX as f64 / 4.0),
    ] {
        let scene = stage.scene(view);
        let found = arrows(&scene);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].0 == Side::Left && found[0].1.starts_with("Y-1E30 · "));
        assert!(found[1].0 == Side::Right && found[1].1.starts_with("Y1E18 · "));
        assert_eq!(scene.edge_arrows[1].target, stage.event("e1"));
        for arrow in &scene.edge_arrows {
            let plot = scene.layout.plot();
            assert!(arrow.rect.left >= plot.left && arrow.rect.right <= plot.right);
        }
    }
}

#[test]
fn of_several_beyond_the_axis_the_number_is_said() {
    let made: Vec<Made> = ["Y1E18", "Y1E19", "1972"]
        .iter()
        .enumerate()
        .map(|(at, date)| Made {
            date,
            importance: if at == 1 { 5 } else { 1 },
            ..EVENT
        })
        .collect();
    let mut stage = Stage::new(record(&made), Grouping::None);
    let scene = stage.scene(window(day(1970, 1, 1), day(1975, 1, 1)));
    assert_eq!(
        arrows(&scene),
        [(Side::Right, "2 later than the axis reaches")]
    );
    assert_eq!(scene.edge_arrows[0].target, stage.event("e1"));
}

#[test]
fn a_span_into_such_a_year_is_an_arrow_at_its_far_end() {
    let made = |date, title| Made {
        date,
        title,
        ..EVENT
    };
    let events = [
        made("1972/Y1E18", "On and on"),
        made("Y-1E30/1980", "Ever since"),
        made("1990", "Then"),
    ];
    let mut stage = Stage::new(record(&events), Grouping::Pair);
    let scene = stage.scene(window(day(1960, 1, 1), day(2000, 1, 1)));
    let ends = |id| match mark_of(&scene, &stage, id).form {
        MarkForm::Span {
            rect, start, end, ..
        } => (rect, start, end),
        MarkForm::Point { .. } => panic!("{id} is a span"),
    };
    let plot = scene.layout.plot();
    let (rect, start, end) = ends("e0");
    assert_eq!((start, end), (SpanEdge::Sharp, SpanEdge::Open));
    assert!(rect.right <= plot.right, "the arrow is in view");
    let (rect, start, end) = ends("e1");
    assert_eq!((start, end), (SpanEdge::Open, SpanEdge::Sharp));
    assert!(rect.left >= plot.left, "the arrow is in view");
}
