//! Commands as the window sends them, and what they change.

use std::sync::Arc;

use super::command::Gesture;
use super::*;
use crate::document::Document;

fn state() -> State {
    let document = Document::bundled().expect("the bundled record opens");
    State::new(document, Settings::default(), Arc::new(|| {}))
}

#[test]
fn a_lane_that_is_let_go_over_itself_stays() {
    let mut state = state();
    let keys: Vec<_> = state.index.keys().to_vec();
    let move_lane = |state: &mut State, lane: usize, before: Option<usize>| {
        state.update(Command::MoveLane {
            lane: keys[lane].clone(),
            before: before.map(|at| keys[at].clone()),
        });
    };
    move_lane(&mut state, 0, Some(0));
    assert!(state.settings.lane_settings().order.is_empty());
    move_lane(&mut state, 2, Some(1));
    let order = state.settings.lane_settings().order;
    assert_eq!(
        order[..3],
        [keys[0].clone(), keys[2].clone(), keys[1].clone()]
    );
    move_lane(&mut state, 2, Some(2));
    assert_eq!(state.settings.lane_settings().order, order);
}

#[test]
fn each_group_of_office_holders_can_be_shown_and_hidden_again() {
    let mut state = state();
    let names: Vec<String> = (state.band_groups.iter())
        .map(|group| group.name.original().to_owned())
        .collect();
    let toggle = |state: &mut State, at: usize| {
        state.update(Command::ToggleBandGroup(names[at].clone()));
        state.shown_bands()
    };
    assert_eq!(state.shown_bands(), [0], "the first one from the start");
    assert!(toggle(&mut state, 0).is_empty());
    assert_eq!(toggle(&mut state, 0), [0]);
    assert_eq!(toggle(&mut state, 1), [0, 1]);
    // All of them off and on, as B does.
    state.update(Command::ToggleBands);
    assert!(state.shown_bands().is_empty());
    assert_eq!(toggle(&mut state, 1), [1]);
    // What was chosen in another record stays chosen there, and is in nobody's way here.
    state.settings.band_groups = vec!["Doge of Venice".to_owned()];
    assert_eq!(state.shown_bands(), [0]);
    assert!(toggle(&mut state, 0).is_empty());
    assert_eq!(toggle(&mut state, 1), [1]);
    assert!(
        state
            .settings
            .band_groups
            .contains(&"Doge of Venice".to_owned())
    );
}

#[test]
fn two_fingers_leave_a_place_to_come_back_to_once_a_burst() {
    let mut state = state();
    state.set_plot_width(1000.0);
    state.update(Command::ZoomIn);
    for _ in 0..200 {
        state.pass(0.016, 0.016);
    }
    let before = state.spot();
    for _ in 0..30 {
        state.update(Command::Hand(Gesture::Pan(12.0)));
        state.pass(0.016, 0.016);
    }
    assert_ne!(state.spot(), before);
    state.update(Command::Back);
    for _ in 0..200 {
        state.pass(0.016, 0.016);
    }
    let after = state.spot();
    let near = |a: f64, b: f64| (a - b).abs() < 1e-3 * (before.end_s - before.start_s);
    assert!(near(after.start_s, before.start_s) && near(after.end_s, before.end_s));
}

#[test]
fn a_step_back_forgets_the_lane_that_was_looked_at_last() {
    let mut state = state();
    state.set_plot_width(1000.0);
    let mut events = state.document.timeline.events();
    let (first, other) = (events.next().expect("one"), events.nth(50).expect("many"));
    drop(events);
    state.update(Command::Select(first));
    state.update(Command::SelectInLane {
        event: other,
        lane: 3,
    });
    state.update(Command::Back);
    assert_eq!((state.selected, state.selected_lane), (Some(first), None));
}
