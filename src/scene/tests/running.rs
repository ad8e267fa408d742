//! What began before the window and runs on in it without a row.

use super::*;

/// One lane with little room.
fn low_lane(events: &[Made]) -> Stage {
    let mut stage = Stage::new(record(events), Grouping::None);
    stage.height = 150.0;
    stage
}

#[test]
fn what_runs_without_a_row_is_counted_beside_the_lane() {
    let events: Vec<Made> = (0..30)
        .map(|_| Made {
            date: "1950/2000",
            ..EVENT
        })
        .collect();
    let mut stage = low_lane(&events);
    let scene = stage.scene(window(day(1970, 1, 1), day(1972, 1, 1)));
    let pill = scene.lanes[0].running.clone().expect("many run on");
    assert_eq!(scene.marks.len() + pill.count as usize, 30);
    assert!(pill.rect.right <= scene.layout.header.right);
    let centre = pill.rect.centre();
    assert_eq!(scene.hit(centre.x, centre.y), Some(Hit::Running(0)));
}

#[test]
fn the_pill_of_what_runs_on_knows_its_first_five() {
    let made = |date, importance| Made {
        date,
        importance,
        ..EVENT
    };
    let mut events: Vec<Made> = (0..30).map(|at| made("1950/2000", 1 + at % 5)).collect();
    // What was over before the window is not among them, however important.
    events.extend((0..10).map(|_| made("1951/1960", 5)));
    let mut stage = low_lane(&events);
    let scene = stage.scene(window(day(1970, 1, 1), day(1972, 1, 1)));
    let first = first_running(&scene, &stage.cache, &stage.index, 0);
    assert_eq!(first.len(), 5);
    for event in first {
        assert!(stage.timeline.head(event).end.0 as f64 > day(1990, 1, 1));
        assert!(scene.marks.iter().all(|mark| mark.event != event));
    }
    assert!(first_running(&scene, &stage.cache, &stage.index, 7).is_empty());
}

#[test]
fn what_runs_on_and_was_not_counted_to_the_end_is_at_least_so_many() {
    let said = |count: u32| {
        let events: Vec<Made> = (0..count)
            .map(|at| Made {
                date: "1950/2000",
                importance: if at + 3 >= count { 5 } else { 1 },
                ..EVENT
            })
            .collect();
        let mut stage = low_lane(&events);
        let scene = stage.scene(window(day(1970, 1, 1), day(1972, 1, 1)));
        let pill = scene.lanes[0].running.clone().expect("many run on");
        let with_row = count - pill.count;
        let name = cluster_name(&pill, crate::date::Zone::UTC, crate::date::Language::En);
        (with_row, pill.label.text.to_string(), pill.at_least, name)
    };
    // Some of the hundred that are looked at have a row.
    let (_, words, at_least, name) = said(150);
    let number = words
        .strip_suffix(" running")
        .expect("there is room for words");
    let counted: u32 = number.trim_start_matches('≥').parse().expect("a number");
    assert!(
        words.starts_with('≥') && at_least && counted < 100,
        "{words}"
    );
    assert!(
        name.starts_with(&format!("at least {counted} events")),
        "{name}"
    );
    let (with_row, words, at_least, name) = said(90);
    assert_eq!(words, format!("+{} running", 90 - with_row));
    assert!(!at_least && !name.contains("least"), "{name}");
}

#[test]
fn what_runs_on_is_put_into_words_where_they_lie_over_nothing() {
    let events: Vec<Made> = (0..30)
        .map(|_| Made {
            date: "1950/2000",
            ..EVENT
        })
        .collect();
    let mut stage = Stage::new(record(&events), Grouping::None);
    let mut words = 0;
    for height in 60..160 {
        stage.height = height as f32;
        let scene = stage.scene(window(day(1970, 1, 1), day(1972, 1, 1)));
        let lane = &scene.lanes[0];
        let Some(pill) = &lane.running else { continue };
        if pill.label.text.contains("running") {
            words += 1;
            assert!(pill.rect.left >= HEADER_INSET, "{height}: {:?}", pill.rect);
            assert!(pill.label.left() > pill.rect.left && pill.label.right() < pill.rect.right);
            for line in [&lane.title, &lane.subtitle] {
                let text = Rect::new(
                    line.left(),
                    line.anchor.y - 5.0,
                    line.right(),
                    line.anchor.y + 5.0,
                );
                assert!(!text.overlaps(&pill.rect), "{height}: {}", line.text);
            }
        } else {
            assert!(pill.label.text.starts_with('+'));
        }
    }
    assert!(words > 0, "there was room once");
}

#[test]
fn the_card_of_what_runs_on_lists_what_its_pill_holds() {
    let made = |date, importance| Made {
        date,
        importance,
        ..EVENT
    };
    // Of more than are counted, the important ones began first.
    let mut events: Vec<Made> = (0..20).map(|_| made("1940/1971-06", 5)).collect();
    events.extend((0..280).map(|at: u16| made("1950/2000", 1 + (at % 3) as u8)));
    let mut stage = low_lane(&events);
    let scene = stage.scene(window(day(1970, 1, 1), day(1972, 1, 1)));
    let pill = scene.lanes[0].running.clone().expect("many run on");
    assert!(pill.at_least);
    let columns = &stage.index.lanes()[0];
    for event in first_running(&scene, &stage.cache, &stage.index, 0) {
        let head = stage.timeline.head(event);
        let at = columns.position(event, head.start.0).expect("in the lane") as u32;
        assert!((pill.low..pill.high).contains(&at));
        assert!((pill.start_s..=pill.end_s).contains(&head.start.0));
    }
}
