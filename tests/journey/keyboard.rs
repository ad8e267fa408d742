//! By keyboard alone, and with a screen reader.

use super::*;

#[test]
fn keys_alone_find_an_event_and_read_it() {
    let mut harness = usual();
    find(&mut harness, "Mencius");
    assert!(harness.state().state().find.count() > 0);
    harness.key_press(Key::Enter);
    harness.run();
    let selected = harness.state().state().selected.expect("flown to");
    assert_eq!(
        Some(selected),
        harness
            .state()
            .state()
            .find
            .results()
            .first()
            .map(|found| found.event)
    );
    assert!(is_shown(
        &harness,
        "I will move forward even against ten million opponents"
    ));
    // On along the lane, by keys as well.
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press(Key::Comma);
    harness.run();
    assert_ne!(harness.state().state().selected, Some(selected));
}

#[test]
fn tab_and_enter_select_an_event_and_the_panel_reads_it() {
    let mut harness = usual();
    harness.run();
    let name = "1972-09-29, Japan-China Joint Communique normalises relations";
    harness.get_by_label_contains(name).focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(is_shown(&harness, "戦争状態の終結と日中国交の正常化"));
    harness.key_press(Key::Tab);
    harness.run();
    let focused = harness.query_all_by(|node| {
        node.is_focused()
            && node
                .label()
                .is_some_and(|label| label.starts_with(char::is_numeric))
    });
    assert_eq!(focused.count(), 1, "Tab goes on to the next event");
}

#[test]
fn escape_closes_a_menu_before_it_clears_the_selection() {
    let mut harness = usual();
    harness.run();
    select(&mut harness, COMMUNIQUE);
    harness.get_by_label_contains("Theme").click();
    harness.run();
    harness.get_by_label_contains("Dark projector theme");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(
        harness
            .query_by_label_contains("Dark projector theme")
            .is_none()
    );
    assert!(harness.state().state().selected.is_some());
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().state().selected, None);
}

#[test]
fn plain_keys_do_nothing_behind_a_dialog() {
    let mut harness = usual();
    harness.run();
    harness.state_mut().command(Command::Keys);
    harness.run();
    harness.key_press(Key::T);
    harness.run();
    assert!(!harness.state().state().settings.tone);
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press(Key::T);
    harness.run();
    assert!(harness.state().state().settings.tone);
}

#[test]
fn lanes_are_folded_moved_and_hidden_by_keys_alone() {
    let mut harness = usual();
    harness.run();
    let lanes = |harness: &Harness<'static, NenpyoApp>| -> Vec<nenpyo::scene::LaneKey> {
        let scene = harness.state().canvas().scene().expect("a picture");
        scene.lanes.iter().map(|lane| lane.key.clone()).collect()
    };
    let before = lanes(&harness);
    harness
        .get_by_label_contains("China – United States, ")
        .focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let scene = harness.state().canvas().scene().expect("a picture");
    assert!(scene.lanes[2].folded);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    harness.run();
    let moved = lanes(&harness);
    assert_eq!((&moved[1], &moved[2]), (&before[2], &before[1]));
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    harness.run();
    assert_eq!(lanes(&harness), before);
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(lanes(&harness).len(), before.len() - 1);
}

#[test]
fn a_screen_reader_presses_a_lane() {
    let mut harness = usual();
    harness.run();
    harness
        .get_by_label_contains("China – United States, ")
        .click_accesskit();
    harness.run();
    let scene = harness.state().canvas().scene().expect("a picture");
    assert!(scene.lanes[2].folded);
}

#[test]
fn the_keyboard_goes_along_with_the_steps() {
    let mut harness = usual();
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    let focused = |harness: &Harness<'static, NenpyoApp>| -> Vec<String> {
        harness
            .query_all_by(|node| node.is_focused() && node.role() == Role::Button)
            .filter_map(|node| node.accesskit_node().label())
            .collect()
    };
    let first = focused(&harness);
    assert!(
        first.len() == 1 && first[0].starts_with("19"),
        "the first Tab goes to an event: {first:?}"
    );
    harness.key_press(Key::Enter);
    harness.run();
    harness.key_press(Key::Period);
    harness.run();
    let state = harness.state().state();
    let selected = state.selected.expect("the next event");
    let title = state
        .document
        .timeline
        .title(selected, Language::En)
        .into_owned();
    let now = focused(&harness);
    assert!(
        now.len() == 1 && now[0].contains(&title),
        "{now:?}: {title}"
    );
}

#[test]
fn stepping_stays_in_the_lane_where_one_began() {
    let mut harness = usual();
    harness.run();
    harness
        .state_mut()
        .command(Command::GroupBy(Grouping::Actor));
    harness.run();
    let (event, lane) = {
        let state = harness.state().state();
        let event = state.document.timeline.find(COMMUNIQUE).expect("there");
        let lanes = state.index.lanes_of(state.document.timeline.head(event));
        (event, *lanes.last().expect("in a lane"))
    };
    harness
        .state_mut()
        .command(Command::SelectInLane { event, lane });
    harness.run();
    for _ in 0..6 {
        harness.key_press(Key::Period);
        harness.run();
        let state = harness.state().state();
        let selected = state.selected.expect("the next");
        let lanes = state.index.lanes_of(state.document.timeline.head(selected));
        assert!(lanes.contains(&lane));
    }
    assert_ne!(harness.state().state().selected, Some(event));
}

#[test]
fn the_words_are_read_to_their_end_by_keyboard() {
    let mut harness = usual();
    harness.run();
    select(&mut harness, "japan-china-joint-communique-1972");
    let title_top = |harness: &Harness<'static, NenpyoApp>| {
        let headings = harness.query_all_by(|node| node.role() == Role::Heading);
        let tops = headings.map(|node| node.rect().top());
        tops.fold(f32::INFINITY, f32::min)
    };
    let first = title_top(&harness);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::PageDown);
    harness.run();
    let second = title_top(&harness);
    assert!(second < first - 100.0, "a page on: {first} then {second}");
    harness.key_press_modifiers(Modifiers::SHIFT, Key::PageUp);
    harness.run();
    assert!((title_top(&harness) - first).abs() < 1.0, "and back");
}
