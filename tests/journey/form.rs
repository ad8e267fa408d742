//! An editor's way: a new event by the keyboard alone, its form left and found again, an input
//! method, and an event changed in place.

use egui::{Event, ImeEvent};
use nenpyo::document::draft::Words;

use super::*;

pub type Window = Harness<'static, NenpyoApp>;

pub fn opened() -> Window {
    let mut harness = usual();
    harness.run();
    harness
}

pub fn type_text(harness: &mut Window, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run();
}

pub fn press(harness: &mut Window, key: Key) {
    harness.key_press(key);
    harness.run();
}

pub fn press_with(harness: &mut Window, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// What a screen reader calls the field that has the keyboard.
pub fn field(harness: &Window) -> String {
    let mut found = harness.query_all_by(|node| node.is_focused() && !node.is_hidden());
    let node = found.next().expect("something has the keyboard");
    node.accesskit_node().label().unwrap_or_default()
}

pub fn tab_to(harness: &mut Window, name: &str) {
    for _ in 0..60 {
        if field(harness) == name {
            return;
        }
        press(harness, Key::Tab);
    }
    panic!("Tab does not come to {name}");
}

pub fn draft(harness: &Window) -> nenpyo::document::draft::Draft {
    let forms = &harness.state().state().forms;
    forms.open().expect("a form is open").draft().clone()
}

#[test]
fn a_new_event_is_added_by_the_keyboard_alone() {
    let mut harness = opened();
    let before = harness.state().state().index.len();
    press(&mut harness, Key::N);
    assert_eq!(field(&harness), "Date");
    type_text(&mut harness, "昭和47年9月29日");
    assert!(
        harness
            .query_by_label("✓ 29 September 1972, a day  1972-09-29")
            .is_some()
    );
    tab_to(&mut harness, "Title, English");
    type_text(&mut harness, "Tea in Beijing");
    tab_to(&mut harness, "Actors");
    type_text(&mut harness, "日本");
    press(&mut harness, Key::Enter);
    assert_eq!(draft(&harness).actors, ["JPN"]);
    type_text(&mut harness, "chin");
    press(&mut harness, Key::Enter);
    assert_eq!(draft(&harness).actors, ["JPN", "CHN"]);
    assert_eq!(field(&harness), "Actors", "one more can be typed at once");
    press_with(&mut harness, Modifiers::COMMAND, Key::Enter);
    let state = harness.state().state();
    assert!(state.forms.open().is_none());
    assert_eq!(state.index.len(), before + 1);
    let event = state.selected.expect("it is selected");
    let event = state.document.timeline.event(event).expect("it is there");
    assert_eq!(event.date.to_string(), "1972-09-29");
    assert_eq!(event.actors, ["JPN", "CHN"]);
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(harness.state().state().index.len(), before);
}

#[test]
fn what_was_typed_in_the_frame_of_the_key_that_saves_is_saved() {
    let mut harness = opened();
    press(&mut harness, Key::N);
    type_text(&mut harness, "1972");
    tab_to(&mut harness, "Title, English");
    type_text(&mut harness, "Quick");
    harness.event(Event::Text("ly".to_owned()));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run();
    let state = harness.state().state();
    let event = state.selected.expect("it is saved");
    let title = state
        .document
        .timeline
        .title(event, nenpyo::date::Language::En);
    assert_eq!(title, "Quickly");
}

#[test]
fn an_input_method_is_left_alone_until_it_is_done() {
    let mut harness = opened();
    press(&mut harness, Key::N);
    type_text(&mut harness, "1972");
    tab_to(&mut harness, "Title, English");
    let preedit = |text: &str| {
        Event::Ime(ImeEvent::Preedit {
            text: text.to_owned(),
            active_range_chars: None,
        })
    };
    harness.event(preedit("にっちゅう"));
    harness.run();
    assert_eq!(
        draft(&harness).title[0].text,
        "",
        "nothing is taken before it is done"
    );
    harness.event(preedit("日中"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run();
    assert!(
        harness.state().state().forms.open().is_some(),
        "Enter is the input method's"
    );
    harness.event(preedit(""));
    harness.event(Event::Ime(ImeEvent::Commit("日中共同声明".to_owned())));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(draft(&harness).title[0].text, "日中共同声明");
    assert!(harness.state().state().forms.open().is_some());
}

#[test]
fn a_form_says_what_is_missing_where_it_is_and_leads_there() {
    let mut harness = opened();
    press(&mut harness, Key::N);
    type_text(&mut harness, "29 September");
    let sentence = "✗ there is no year";
    let told = harness.query_all_by(|node| {
        node.value()
            .or_else(|| node.label())
            .is_some_and(|said| said.contains("year"))
    });
    assert!(told.count() > 0, "{sentence}");
    press_with(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert_eq!(field(&harness), "Date");
    press_with(&mut harness, Modifiers::COMMAND, Key::A);
    type_text(&mut harness, "29 September 1972");
    press_with(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert_eq!(field(&harness), "Title, English");
    assert!(
        harness
            .query_by_label("✗ Give the event a title, in any language")
            .is_some()
    );
}

#[test]
fn escape_leaves_a_form_which_is_there_again() {
    let mut harness = opened();
    press(&mut harness, Key::N);
    type_text(&mut harness, "1972");
    tab_to(&mut harness, "Actors");
    type_text(&mut harness, "jap");
    press(&mut harness, Key::Escape);
    assert!(
        harness.state().state().forms.open().is_some(),
        "the first closes the list"
    );
    press(&mut harness, Key::Escape);
    assert!(harness.state().state().forms.open().is_none());
    press(&mut harness, Key::N);
    assert_eq!(draft(&harness).date, "1972");
}

#[test]
fn enter_on_the_selected_event_opens_its_form() {
    let mut harness = opened();
    let timeline = &harness.state().state().document.timeline;
    let event = timeline
        .find("japan-china-joint-communique-1972")
        .expect("there");
    harness.state_mut().command(Command::Reveal(event));
    harness.run();
    press(&mut harness, Key::E);
    assert_eq!(draft(&harness).date, "1972-09-29");
    assert_eq!(draft(&harness).quotes.len(), 3);
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Enter);
    assert_eq!(draft(&harness).date, "1972-09-29");
}

#[test]
fn a_double_click_in_a_lane_begins_an_event_there() {
    // Two presses within the time of a double click.
    let mut harness = Harness::builder()
        .with_size(vec2(1600.0, 900.0))
        .with_max_steps(240)
        .with_step_dt(1.0 / 60.0)
        .build_eframe(|creation| {
            NenpyoApp::for_test(&creation.egui_ctx, Settings::default()).expect("it opens")
        });
    harness.run();
    let scene = harness.state().canvas().scene().expect("a scene");
    let plot = scene.layout.plot();
    let lane = &scene.lanes[0];
    // A place between the marks of the first lane.
    let y = lane.rect.top + 3.0;
    let free = (0..200).map(|step| plot.left + 5.0 + 4.0 * step as f32);
    let x = free
        .into_iter()
        .find(|x| scene.hit(*x, y).is_none())
        .expect("a free place");
    let at = egui::pos2(x, y + 48.0);
    for _ in 0..2 {
        for pressed in [true, false] {
            harness.event(Event::PointerMoved(at));
            harness.event(Event::PointerButton {
                pos: at,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        harness.step();
    }
    harness.run();
    let filled = draft(&harness);
    assert_eq!(filled.actors, ["JPN", "CHN"]);
    assert_eq!(
        filled.date.len(),
        4,
        "eighty years in view: a year and no more, {}",
        filled.date
    );
}

#[test]
fn a_second_new_form_holds_nothing_of_the_first() {
    let mut harness = opened();
    press(&mut harness, Key::N);
    type_text(&mut harness, "1972");
    tab_to(&mut harness, "Title, English");
    type_text(&mut harness, "First");
    tab_to(&mut harness, "Place");
    type_text(&mut harness, "Nowhere in particular");
    press_with(&mut harness, Modifiers::COMMAND, Key::Enter);
    press(&mut harness, Key::N);
    assert_eq!(draft(&harness).place.name, []);
    assert_eq!(draft(&harness).title_in("en"), "");
}

#[test]
fn a_window_that_another_one_covers_has_left_no_field() {
    let mut harness = opened();
    press(&mut harness, Key::N);
    tab_to(&mut harness, "Sources of the event");
    type_text(&mut harness, "Joint Com");
    harness.input_mut().focused = false;
    harness.run();
    harness.run();
    assert!(
        draft(&harness).new_sources.is_empty(),
        "half a title is no source yet"
    );
    harness.input_mut().focused = true;
    harness.run();
    type_text(&mut harness, "munique of the Government");
    press(&mut harness, Key::Enter);
    let draft = draft(&harness);
    assert_eq!(draft.sources.len(), 1);
    assert!(
        draft.new_sources.is_empty(),
        "the record has it: {:?}",
        draft.sources
    );
}

#[test]
fn a_discarded_form_can_be_taken_back_by_a_button_that_says_so() {
    let mut harness = opened();
    press(&mut harness, Key::N);
    type_text(&mut harness, "1972");
    harness.get_by_label("Discard").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Undo").click();
    harness.run();
    assert_eq!(draft(&harness).date, "1972");
}

#[test]
fn a_title_typed_in_japanese_is_japanese() {
    let mut harness = opened();
    press(&mut harness, Key::N);
    tab_to(&mut harness, "Title, English");
    type_text(&mut harness, "日中首脳会談");
    assert_eq!(draft(&harness).title, [Words::new("ja", "日中首脳会談")]);
    // What was chosen by hand stays.
    tab_to(&mut harness, "Language, Title, Japanese");
    press(&mut harness, Key::Enter);
    tab_to(&mut harness, "Chinese, traditional");
    press(&mut harness, Key::Enter);
    assert_eq!(draft(&harness).title[0].lang, "zh-Hant");
}

#[test]
fn a_connection_without_its_other_event_is_told_when_the_form_is_saved() {
    let mut harness = opened();
    press(&mut harness, Key::N);
    type_text(&mut harness, "1972");
    tab_to(&mut harness, "Title, English");
    type_text(&mut harness, "Lone");
    tab_to(&mut harness, "+ Add a connection");
    press(&mut harness, Key::Enter);
    press_with(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert!(harness.state().state().forms.open().is_some());
    harness.get_by_label_contains("Choose the other event, or remove the connection");
}

#[test]
fn a_menu_of_the_form_begins_at_what_is_chosen_and_closes_with_enter() {
    let mut harness = opened();
    press(&mut harness, Key::N);
    tab_to(&mut harness, "Kind, Other");
    press(&mut harness, Key::Enter);
    assert_eq!(field(&harness), "Other");
    press(&mut harness, Key::ArrowUp);
    let above = field(&harness);
    assert_ne!(above, "Other");
    press(&mut harness, Key::Enter);
    assert_eq!(field(&harness), format!("Kind, {above}"));
    assert!(harness.query_by_label("Other").is_none(), "it is closed");
}

#[test]
fn the_history_is_walked_by_keys() {
    let mut harness = opened();
    for _ in 0..3 {
        let timeline = &harness.state().state().document.timeline;
        let event = timeline.events().find(|event| !timeline.is_removed(*event));
        harness
            .state_mut()
            .command(Command::Select(event.expect("an event")));
        harness.run();
        press(&mut harness, Key::Delete);
    }
    let point = |harness: &Window| harness.state().state().editing.history().point();
    assert_eq!(point(&harness), 3);
    press_with(&mut harness, Modifiers::COMMAND, Key::H);
    press(&mut harness, Key::ArrowUp);
    assert_eq!(point(&harness), 2);
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(point(&harness), 1);
    press(&mut harness, Key::Home);
    assert_eq!(
        (point(&harness), &*field(&harness)),
        (0, "As it was opened")
    );
    press_with(&mut harness, Modifiers::COMMAND, Key::Y);
    assert_eq!(point(&harness), 1);
    press(&mut harness, Key::End);
    assert_eq!(point(&harness), 3);
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().state().dialog, None);
}
