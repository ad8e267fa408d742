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

/// A record in which one event names far and near relatives in many lanes, and years beyond the
/// axis stand in most of them.
fn far_hub() -> Stage {
    let named: Vec<String> = (1..=60)
        .map(|at| format!(r#"{{"type": "recalls", "event": "e{at}"}}"#))
        .collect();
    let more = format!(r#", "relations": [{}]"#, named.join(","));
    let dates: Vec<String> = (0..60)
        .map(|at| match at % 4 {
            0 => "Y1E18".to_owned(),
            1 => "Y-1E18".to_owned(),
            2 => format!("{}-05-01", 1872 + at),
            _ if at > 30 => format!("{}-05-01", 1992 + at / 2),
            _ => format!("1973-{:02}-01", 1 + at % 12),
        })
        .collect();
    let actors: [&[&str]; 6] = [
        &["JPN", "CHN"],
        &["PRK"],
        &["KOR"],
        &["USA"],
        &["USA", "CHN"],
        &["KOR", "PRK"],
    ];
    let mut events = vec![Made {
        more: &more,
        ..EVENT
    }];
    events.extend(dates.iter().enumerate().map(|(at, date)| Made {
        date,
        actors: actors[at % actors.len()],
        ..EVENT
    }));
    let mut stage = Stage::new(record(&events), Grouping::Pair);
    stage.selected = Some(stage.event("e0"));
    stage
}

#[test]
fn arrows_of_far_years_and_of_relatives_lie_inside_the_plot_and_not_on_each_other() {
    let mut seen = [0; 4];
    for height in [60.0, 90.0, 140.0, 200.0, 330.0, 700.0] {
        for scroll in [0.0, 13.0, 60.0, 131.0, 400.0] {
            for factor in [1.0, 1.5] {
                let mut stage = far_hub();
                stage.metrics = Metrics::default().scaled(factor);
                (stage.height, stage.scroll, stage.tone) = (height, scroll, height > 300.0);
                let scene = stage.scene(window(day(1972, 1, 1), day(1975, 1, 1)));
                let plot = scene.layout.plot();
                for (at, arrow) in scene.edge_arrows.iter().enumerate() {
                    assert!(is_inside(&plot, &arrow.rect), "{:?} {plot:?}", arrow.rect);
                    assert!((arrow.rect.height() - 20.0 * factor).abs() < 0.01);
                    let mut others = scene.edge_arrows[at + 1..].iter();
                    let on = others.find(|other| other.rect.overlaps(&arrow.rect));
                    assert_eq!(on, None, "{arrow:?} at {height} {scroll} {factor}");
                    seen[arrow.side as usize] += 1;
                }
            }
        }
    }
    assert!(seen.iter().all(|&of_side| of_side > 0), "{seen:?}");
}

#[test]
fn a_far_year_is_found_behind_any_number_of_open_starts() {
    let mut made: Vec<Made> = vec![
        Made {
            date: "../1980",
            importance: 5,
            ..EVENT
        };
        1_200
    ];
    made.push(Made {
        date: "Y-1E30",
        importance: 1,
        ..EVENT
    });
    let mut stage = Stage::new(record(&made), Grouping::None);
    let scene = stage.scene(window(day(1970, 1, 1), day(1975, 1, 1)));
    let far = &scene.edge_arrows[0];
    assert_eq!((far.side, far.target), (Side::Left, stage.event("e1200")));
}
