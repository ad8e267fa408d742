//! The keyboard's way through the window: the events, what was said, then the bars.

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use nenpyo::app::Settings;
use nenpyo::app::command::Command;
use nenpyo::date::Language;
use nenpyo::scene::MarkForm;
use nenpyo::ui::NenpyoApp;

const COMMUNIQUE: &str = "japan-china-joint-communique-1972";

fn window(settings: Settings) -> Harness<'static, NenpyoApp> {
    let mut harness = Harness::builder()
        .with_size(vec2(1600.0, 900.0))
        .with_max_steps(240)
        .build_eframe(move |creation| {
            NenpyoApp::for_test(&creation.egui_ctx, settings).expect("the bundled record opens")
        });
    harness.run();
    harness
}

/// The role and name of what has the keyboard.
fn focused(harness: &Harness<'static, NenpyoApp>) -> (Role, String) {
    let mut found = harness.query_all_by(|node| node.is_focused() && !node.is_hidden());
    let (Some(node), None) = (found.next(), found.next()) else {
        panic!("one thing has the keyboard");
    };
    let node = node.accesskit_node();
    (node.role(), node.label().unwrap_or_default())
}

fn is_event(said: &(Role, String)) -> bool {
    said.0 == Role::Button
        && ["19", "20"]
            .iter()
            .any(|century| said.1.starts_with(century))
}

fn tab(harness: &mut Harness<'static, NenpyoApp>) -> (Role, String) {
    harness.key_press(Key::Tab);
    harness.run();
    focused(harness)
}

fn tab_back(harness: &mut Harness<'static, NenpyoApp>) -> (Role, String) {
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run();
    focused(harness)
}

/// Presses on the mark of the selected event, as it lies in the window.
fn press_selected(harness: &mut Harness<'static, NenpyoApp>) -> egui::Pos2 {
    let scene = harness.state().canvas().scene().expect("a picture");
    let mark = scene.marks.iter().find(|mark| mark.selected);
    let centre = mark.expect("it has a mark").centre;
    // The scene counts from the canvas' corner, under the top bar.
    let at = egui::pos2(centre.x, centre.y + 48.0);
    harness.hover_at(at);
    harness.drag_at(at);
    harness.step();
    harness.drop_at(at);
    harness.run();
    at
}

fn reveal(harness: &mut Harness<'static, NenpyoApp>, id: &str) {
    let timeline = &harness.state().state().document.timeline;
    let event = timeline.find(id).expect("the event is there");
    harness.state_mut().command(Command::Reveal(event));
    harness.run();
}

#[test]
fn the_first_tab_after_a_press_or_escape_goes_to_an_event_and_not_to_the_bar() {
    for tone in [false, true] {
        let mut harness = window(Settings {
            tone,
            ..Settings::default()
        });
        let first = tab(&mut harness);
        assert!(is_event(&first), "in a fresh window: {first:?}");
        harness.key_press(Key::Escape);
        harness.run();
        let first = tab(&mut harness);
        assert!(is_event(&first), "after Escape: {first:?}");
        // On the canvas, beside all events.
        let ground = egui::pos2(700.0, 864.0);
        harness.hover_at(ground);
        harness.drag_at(ground);
        harness.step();
        harness.drop_at(ground);
        harness.run();
        let first = tab(&mut harness);
        assert!(is_event(&first), "after a press on the ground: {first:?}");
    }
}

#[test]
fn tab_goes_through_a_lane_as_time_does_pills_too() {
    let mut harness = window(Settings::default());
    let scene = harness.state().canvas().scene().expect("a picture");
    let in_lane = |lane: u16| lane == 0;
    let marks = scene.marks.iter().filter(|mark| in_lane(mark.lane));
    let pills = scene.clusters.iter().filter(|pill| in_lane(pill.lane));
    let marks = marks.map(|mark| match mark.form {
        MarkForm::Point { .. } => (mark.centre.x, false),
        MarkForm::Span { rect, .. } => (rect.left, false),
    });
    let mut expected: Vec<(f32, bool)> = marks
        .chain(pills.map(|pill| (pill.rect.left, true)))
        .collect();
    expected.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let pills = expected.iter().filter(|(_, is_pill)| *is_pill).count();
    assert!(pills > 3 && expected.len() > pills + 6, "{expected:?}");
    for (x, is_pill) in expected {
        let (_, said) = tab(&mut harness);
        let mut found = harness.query_all_by(|node| node.is_focused() && !node.is_hidden());
        let place = found.next().expect("something has the keyboard").rect();
        assert_eq!(is_pill, said.contains(" events"), "{said} at {x}");
        assert!(
            place.left() <= x + 1.0 && x <= place.right(),
            "{said} at {x}"
        );
    }
}

#[test]
fn one_key_leads_from_an_event_to_what_was_said_and_back() {
    let mut harness = window(Settings::default());
    reveal(&mut harness, COMMUNIQUE);
    harness.key_press(Key::F6);
    harness.run();
    assert_eq!(focused(&harness), (Role::Button, "Japan".to_owned()));
    let (_, next) = tab(&mut harness);
    assert_eq!(next, "China");
    harness.key_press(Key::F6);
    harness.run();
    let (_, said) = focused(&harness);
    assert!(said.starts_with("1972-09-29, Japan-China"), "{said}");
}

#[test]
fn after_a_search_tab_goes_on_from_the_event_that_was_found() {
    let mut harness = window(Settings::default());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Find");
    field.type_text("Ishiba-Xi summit in Lima");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    let (_, said) = focused(&harness);
    assert!(said.contains("Ishiba-Xi summit in Lima"), "{said}");
}

#[test]
fn after_a_click_on_an_event_tab_goes_on_from_it() {
    let mut harness = window(Settings::default());
    reveal(&mut harness, COMMUNIQUE);
    press_selected(&mut harness);
    let (_, clicked) = focused(&harness);
    assert!(clicked.starts_with("1972-09-29, Japan-China"), "{clicked}");
    let next = tab(&mut harness);
    assert!(is_event(&next) && next.1[..10] >= *"1972-09-29", "{next:?}");
    let (_, back) = tab_back(&mut harness);
    assert_eq!(back, clicked);
}

#[test]
fn tab_goes_from_the_events_to_the_panel_and_then_along_the_bar_from_left_to_right() {
    let mut harness = window(Settings::default());
    reveal(&mut harness, COMMUNIQUE);
    harness
        .state_mut()
        .command(Command::FindText("Tanaka".into()));
    harness.run();
    harness.get_by_label("Resize panel").focus();
    harness.run();
    let bar: Vec<String> = (0..8).map(|_| tab(&mut harness).1).collect();
    let expected = [
        "Find",
        "Empty the find field",
        "Lanes: pair",
        "Fit",
        "Back",
        "Theme",
        "Menu",
    ];
    assert_eq!(bar[..7], expected);
    let round = tab(&mut harness);
    assert!(is_event(&round), "{bar:?} and round: {round:?}");
    // Back from the handle lie the panel's words, and before them the canvas.
    harness.get_by_label("Resize panel").focus();
    harness.run();
    let before = tab_back(&mut harness);
    assert!(!is_event(&before), "{before:?}");
    let x = |harness: &Harness<'static, NenpyoApp>| {
        let mut found = harness.query_all_by(|node| node.is_focused() && !node.is_hidden());
        found.next().expect("it has the keyboard").rect().left()
    };
    let left = harness.state().state().viewport.width_points;
    assert!(x(&harness) > left, "it lies in the panel");
}

#[test]
fn keys_make_the_panel_wider_and_narrower() {
    let mut harness = window(Settings::default());
    harness.get_by_label("Resize panel").focus();
    harness.run();
    let width =
        |harness: &Harness<'static, NenpyoApp>| harness.state().state().settings.panel_width_points;
    let before = width(&harness);
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert!(width(&harness) > before + 10.0);
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!((width(&harness) - before).abs() < 0.1);
    assert_eq!(focused(&harness).1, "Resize panel");
}

#[test]
fn a_step_to_an_event_takes_the_keyboard_from_nobody_who_writes() {
    let mut harness = window(Settings::default());
    let event = harness.state().state().document.timeline.find(COMMUNIQUE);
    let event = event.expect("the event is there");
    for command in [
        Command::Reveal(event),
        Command::CentreSelection,
        Command::CentreSelection,
    ] {
        harness.state_mut().command(command);
        harness.run();
    }
    // The flight to the next event takes a while, in which the reader begins to look for a word.
    harness.state_mut().command(Command::NextInLane);
    harness.state_mut().command(Command::Find);
    harness.run();
    assert_eq!(focused(&harness).0, Role::TextInput);
    // An event that has no place on the canvas waits for none either.
    harness.state_mut().command(Command::Escape);
    harness.state_mut().command(Command::NextInLane);
    harness.step();
    harness.state_mut().command(Command::Find);
    harness.run();
    assert_eq!(focused(&harness).0, Role::TextInput);
}

#[test]
fn what_the_keyboard_comes_to_is_told_in_a_card() {
    let mut harness = window(Settings::default());
    let (_, name) = tab(&mut harness);
    let event = harness.state().canvas().scene().and_then(|scene| {
        let timeline = &harness.state().state().document.timeline;
        let title = |event| timeline.title(event, Language::En).into_owned();
        let mut marks = scene.marks.iter().map(|mark| title(mark.event));
        marks.find(|title| name.contains(title.as_str()))
    });
    let title = event.expect("an event has the keyboard");
    let cards = |harness: &Harness<'static, NenpyoApp>| {
        let told = harness.query_all_by(|node| {
            node.role() == Role::Label && node.value().is_some_and(|value| value == title)
        });
        told.count()
    };
    assert_eq!(cards(&harness), 1, "{title}");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(cards(&harness), 0);
}
