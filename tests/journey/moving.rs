//! Moving through time: the wheel, drags, flights, pills and arrows.

use super::*;

#[test]
fn zooming_goes_from_eighty_years_to_a_day_and_the_year_stays_in_view() {
    let mut harness = usual();
    harness.run();
    select(&mut harness, COMMUNIQUE);
    for _ in 0..2 {
        harness.state_mut().command(Command::CentreSelection);
        harness.run();
    }
    assert!(days_in_view(&harness) < 5.0, "{}", days_in_view(&harness));
    let scene = harness.state().canvas().scene().expect("a picture");
    let says_year = scene
        .axis
        .upper
        .iter()
        .any(|line| line.text.contains("1972"));
    assert!(says_year, "{:?}", scene.axis.upper);
}

#[test]
fn the_wheel_zooms_about_the_pointer() {
    let mut harness = usual();
    harness.run();
    let before = harness.state().state().viewport;
    harness.hover_at(egui::pos2(700.0, 400.0));
    harness.run();
    let x = harness.state().state().pointer_x.expect("over the plot");
    let held = before.time_at(x);
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, 50.0),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Wheel,
    });
    harness.run();
    let after = harness.state().state().viewport;
    assert!((before.length_s() / after.length_s() - 1.25).abs() < 1e-6);
    assert!((after.time_at(x) - held).abs() < before.seconds_per_point * 0.01);
}

#[test]
fn dragging_moves_the_paper_and_back_returns() {
    let mut harness = over_thirty_years();
    let before = harness.state().state().viewport;
    harness.drag_at(egui::pos2(700.0, 700.0));
    harness.step();
    harness.hover_at(egui::pos2(500.0, 700.0));
    harness.step();
    harness.drop_at(egui::pos2(500.0, 700.0));
    harness.run();
    let after = harness.state().state().viewport;
    assert!(after.start_s > before.start_s + 150.0 * before.seconds_per_point);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run();
    let returned = harness.state().state().viewport;
    assert!((returned.start_s - before.start_s).abs() < before.seconds_per_point);
}

#[test]
fn a_relative_off_screen_is_an_arrow_that_flies_there() {
    let mut harness = usual();
    harness.run();
    select(&mut harness, "xi-cites-tanaka-lima-2024");
    harness.state_mut().command(Command::Hand(Gesture::Show {
        start_s: 1.72e9,
        end_s: 1.74e9,
    }));
    harness.run();
    let arrow = {
        let scene = harness.state().canvas().scene().expect("a picture");
        scene
            .edge_arrows
            .first()
            .expect("its relatives are in 1972")
            .clone()
    };
    // The scene counts from the canvas' corner, under the top bar.
    let middle = arrow.rect.centre();
    press_at(&mut harness, egui::pos2(middle.x, middle.y + 48.0));
    let state = harness.state().state();
    let start = state.document.timeline.head(arrow.target).start.0 as f64;
    assert!(start >= state.viewport.start_s && start <= state.viewport.end_s());
    assert_eq!(state.selected, Some(arrow.target));
}

#[test]
fn back_returns_to_where_the_wheel_began() {
    let mut harness = usual();
    harness.run();
    let before = harness.state().state().viewport;
    harness.hover_at(egui::pos2(700.0, 400.0));
    harness.run();
    for _ in 0..5 {
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: vec2(0.0, 1.0),
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: egui::MouseWheelSource::Unknown,
        });
        harness.step();
    }
    harness.run();
    assert!(harness.state().state().viewport.length_s() < before.length_s() / 2.5);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run();
    let returned = harness.state().state().viewport;
    assert!((returned.length_s() / before.length_s() - 1.0).abs() < 1e-3);
}

#[test]
fn two_fingers_pan_where_the_system_names_no_trackpad() {
    let mut harness = over_thirty_years();
    let before = harness.state().state().viewport;
    harness.hover_at(egui::pos2(700.0, 400.0));
    harness.run();
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(-40.0, 6.0),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Unknown,
    });
    harness.run();
    let after = harness.state().state().viewport;
    assert!((after.length_s() - before.length_s()).abs() < 1.0);
    let moved = (after.start_s - before.start_s) / before.seconds_per_point;
    assert!((moved - 40.0).abs() < 0.5, "{moved}");
}

#[test]
fn an_event_that_is_flown_to_is_scrolled_into_view() {
    let mut harness = window(1280.0, 480.0, Settings::default());
    harness.run();
    select(&mut harness, "san-francisco-peace-treaty-1951");
    let scene = harness.state().canvas().scene().expect("a picture");
    assert!(scene.lanes_height > scene.layout.lanes.height());
    let selected = scene.marks.iter().find(|mark| mark.selected);
    let y = selected.expect("it has a mark").centre.y;
    assert!(
        (scene.layout.lanes.top..scene.layout.lanes.bottom).contains(&y),
        "{y} is out of {:?}",
        scene.layout.lanes
    );
}

#[test]
fn flying_to_the_last_event_shows_the_record_before_it_and_no_empty_half() {
    let mut harness = usual();
    harness.run();
    let (_, last) = harness.state().state().whole();
    harness.state_mut().command(Command::FlyTo {
        start_s: 0.0,
        end_s: 6e8,
    });
    harness.run();
    select(&mut harness, "ishiba-xi-summit-lima-2024");
    let view = harness.state().state().viewport;
    assert!(view.end_s() < last + 0.06 * view.length_s().max(2.5e9));
    assert!(view.end_s() > 1.7317e9);
    assert!((view.length_s() / 6e8 - 1.0).abs() < 1e-6);
}

#[test]
fn a_pill_that_cannot_be_zoomed_further_gives_its_events_one_after_the_other() {
    let events: Vec<String> = (0..40)
        .map(|at| {
            format!(r#"{{"id": "e{at}", "title": "Event {at}", "date": "1972-09-29T10:00:00Z"}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"format": "nenpyo/1", "events": [{}]}}"#,
        events.join(",")
    );
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("same.json");
    std::fs::write(&path, text).expect("written");
    let mut harness = usual();
    harness.run();
    open(&mut harness, &path);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..8 {
        let scene = harness.state().canvas().scene().expect("a picture");
        let pill = scene.clusters.first().expect("a pill").rect.centre();
        // The scene counts from the canvas' corner, under the top bar.
        press_at(&mut harness, egui::pos2(pill.x, pill.y + 48.0));
        seen.extend(harness.state().state().selected);
    }
    assert!(seen.len() >= 3, "{} events were reached", seen.len());
}

#[test]
fn an_event_beyond_all_counted_time_is_read_where_one_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("deep.json");
    let record = r#"{"format": "nenpyo/1", "title": "Deep", "events": [
        {"id": "peace", "title": "Peace", "date": "1972"},
        {"id": "far", "title": "Far future", "date": "Y1E18"}]}"#;
    std::fs::write(&path, record).expect("written");
    let mut harness = usual();
    harness.run();
    open(&mut harness, &path);
    let before = harness.state().state().viewport;
    harness
        .get_by(|node| {
            node.role() == Role::Link && node.label().is_some_and(|l| l.contains("Y1E18"))
        })
        .click();
    harness.run();
    let state = harness.state().state();
    assert_eq!(state.selected, state.document.timeline.find("far"));
    assert_eq!(state.viewport, before, "there is nowhere to fly to");
    assert!(is_shown(&harness, "Far future"));
    harness.state_mut().command(Command::CentreSelection);
    harness.run();
    assert_eq!(harness.state().state().viewport, before);
    harness.state_mut().command(Command::GoTo("Y-1E30".into()));
    harness.run();
    assert_eq!(harness.state().state().viewport, before);
    assert!(is_shown(&harness, "farther away than the axis reaches"));
}

#[test]
fn lanes_without_room_have_a_bar_that_scrolls_them() {
    let mut harness = window(1024.0, 640.0, Settings::default());
    harness.run();
    harness
        .state_mut()
        .command(Command::GroupBy(nenpyo::index::Grouping::Kind));
    harness.run();
    let bar = harness.get_by_label("Scroll the lanes").rect().center();
    harness.hover_at(bar);
    harness.drag_at(bar);
    harness.step();
    harness.hover_at(bar + egui::vec2(0.0, 400.0));
    harness.step();
    harness.drop_at(bar + egui::vec2(0.0, 400.0));
    harness.run();
    let scene = harness.state().canvas().scene().expect("a picture");
    let last = scene.lanes.last().expect("lanes");
    assert!(
        last.rect.bottom <= scene.layout.lanes.bottom + 1.0,
        "the last lane is in view"
    );
    let mut roomy = window(1600.0, 1400.0, Settings::default());
    roomy.run();
    assert!(roomy.query_by_label("Scroll the lanes").is_none());
}
