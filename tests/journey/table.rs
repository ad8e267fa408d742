//! The table of all events, by the keyboard alone.

use egui::Event;
use egui::accesskit::SortDirection;
use nenpyo::app::table::Column;

use super::*;

type Window = Harness<'static, NenpyoApp>;

fn opened() -> Window {
    let mut harness = usual();
    harness.run();
    press(&mut harness, Key::G);
    harness
}

fn press(harness: &mut Window, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn press_with(harness: &mut Window, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn type_text(harness: &mut Window, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run();
}

/// What a screen reader calls what has the keyboard: a cell with its column.
fn at_hand(harness: &Window) -> String {
    let mut found = harness.query_all_by(|node| node.is_focused() && !node.is_hidden());
    let node = found.next().expect("something has the keyboard");
    node.accesskit_node().label().unwrap_or_default()
}

fn titles(harness: &Window, most: usize) -> Vec<String> {
    let state = harness.state().state();
    let rows = state.table.rows().iter().take(most);
    let title = |event| state.document.timeline.title(event, Language::En);
    rows.map(|event| title(*event).into_owned()).collect()
}

fn selected_date(harness: &Window) -> String {
    let state = harness.state().state();
    let event = state.selected.expect("a row is at hand");
    let event = state.document.timeline.event(event).expect("it is there");
    event.date.to_string()
}

#[test]
fn a_date_is_changed_in_the_sorted_table_and_taken_back_by_the_keyboard_alone() {
    let mut harness = opened();
    assert!(harness.state().state().table.is_shown());
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowRight);
    press_with(&mut harness, Modifiers::ALT, Key::ArrowUp);
    let sorted = titles(&harness, 50);
    let folded: Vec<String> = sorted
        .iter()
        .map(|title| nenpyo::index::fold(title))
        .collect();
    assert!(folded.is_sorted(), "{folded:?}");
    let header = harness.get_by_role_and_label(Role::ColumnHeader, "Title, ascending");
    let direction = header.accesskit_node().data().sort_direction();
    assert_eq!(direction, Some(SortDirection::Ascending));
    press_with(&mut harness, Modifiers::COMMAND, Key::Home);
    let before = selected_date(&harness);
    assert!(
        at_hand(&harness).starts_with("Date: "),
        "{}",
        at_hand(&harness)
    );
    press(&mut harness, Key::F2);
    assert_eq!(at_hand(&harness), "Date");
    type_text(&mut harness, "昭和47年9月30日");
    assert!(is_shown(&harness, "✓ 30 September 1972, a day  1972-09-30"));
    press(&mut harness, Key::Enter);
    let second = titles(&harness, 2).pop().expect("two rows");
    let state = harness.state().state();
    let now = state.selected.expect("a row is at hand");
    assert_eq!(
        state.document.timeline.title(now, Language::En),
        second,
        "it went down"
    );
    assert_eq!(titles(&harness, 50), sorted);
    press(&mut harness, Key::ArrowUp);
    assert_eq!(selected_date(&harness), "1972-09-30");
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    press_with(&mut harness, Modifiers::COMMAND, Key::Home);
    assert_eq!(selected_date(&harness), before);
    press(&mut harness, Key::G);
    assert!(!harness.state().state().table.is_shown());
    harness.get_by_label_contains("Japan – China, ");
}

#[test]
fn what_cannot_be_read_is_told_below_the_cell_and_escape_leaves_it() {
    let mut harness = opened();
    press(&mut harness, Key::ArrowDown);
    let before = selected_date(&harness);
    press(&mut harness, Key::Enter);
    type_text(&mut harness, "29 September");
    assert!(is_shown(&harness, "✗ "));
    press(&mut harness, Key::Enter);
    assert_eq!(at_hand(&harness), "Date", "the field keeps the keyboard");
    press(&mut harness, Key::Escape);
    assert!(at_hand(&harness).starts_with("Date: "));
    assert_eq!(selected_date(&harness), before);
    assert!(harness.state().state().selected.is_some());
}

#[test]
fn what_is_typed_over_a_cell_takes_its_place_and_calls_no_command() {
    let mut harness = opened();
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowRight);
    assert!(
        at_hand(&harness).starts_with("Title: "),
        "{}",
        at_hand(&harness)
    );
    // As a keyboard sends it: in one frame the key, and the letter that it types.
    for (key, letter) in [(Key::N, "N"), (Key::E, "e"), (Key::L, "l")] {
        let pressed = egui::Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let typed = egui::Event::Text(letter.to_owned());
        harness.input_mut().events.extend([pressed, typed]);
        harness.run();
    }
    assert!(harness.state().state().forms.open().is_none());
    let cell = harness
        .state()
        .state()
        .table
        .cell()
        .expect("a cell is open");
    assert_eq!(cell.text(), "Nel");
    press(&mut harness, Key::Escape);
    assert!(harness.state().state().table.is_shown());
    press(&mut harness, Key::Escape);
    assert!(
        !harness.state().state().table.is_shown(),
        "Escape leaves it"
    );
}

#[test]
fn tab_goes_on_to_the_next_cell_and_a_list_takes_one_name_after_the_other() {
    let mut harness = opened();
    press(&mut harness, Key::ArrowDown);
    for _ in 0..2 {
        press(&mut harness, Key::ArrowRight);
    }
    press(&mut harness, Key::Enter);
    press_with(&mut harness, Modifiers::COMMAND, Key::A);
    type_text(&mut harness, "treat");
    press(&mut harness, Key::Tab);
    assert_eq!(harness.state().state().table.column(), Column::Actors);
    press(&mut harness, Key::Enter);
    press_with(&mut harness, Modifiers::COMMAND, Key::A);
    type_text(&mut harness, "日本");
    press(&mut harness, Key::Enter);
    assert_eq!(at_hand(&harness), "Actors", "one more can be typed");
    press(&mut harness, Key::End);
    type_text(&mut harness, ", russ");
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::ArrowUp);
    let state = harness.state().state();
    let event = state.selected.expect("a row is at hand");
    let event = state.document.timeline.event(event).expect("it is there");
    assert_eq!(event.kind.name(), "treaty");
    assert_eq!(event.actors, ["JPN", "RUS"]);
}

#[test]
fn keys_of_the_canvas_are_the_tables_while_it_is_there() {
    let mut harness = opened();
    press(&mut harness, Key::ArrowDown);
    let days = days_in_view(&harness);
    press(&mut harness, Key::PageDown);
    press(&mut harness, Key::End);
    let table = &harness.state().state().table;
    assert!(table.row().expect("at hand") > 10);
    assert_eq!(table.column(), Column::Sources);
    press_with(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut harness, Key::Home);
    assert_eq!(harness.state().state().table.column(), Column::Date);
    assert_eq!(days_in_view(&harness), days);
    assert_eq!(harness.state().state().editing.history().point(), 0);
    let count = harness.state().state().table.rows().len();
    press(&mut harness, Key::Delete);
    assert_eq!(harness.state().state().table.rows().len(), count - 1);
    assert!(at_hand(&harness).starts_with("Date: "));
    press(&mut harness, Key::E);
    assert!(harness.state().state().forms.open().is_some());
}

#[test]
fn the_table_has_a_node_for_each_row_and_cell_in_view_and_no_more() {
    let mut harness = opened();
    press(&mut harness, Key::ArrowDown);
    let grid = harness.get_by_role_and_label(Role::Grid, "Table of events, 258 events");
    assert_eq!(grid.accesskit_node().data().row_count(), Some(258));
    let rows = harness
        .query_all_by(|node| node.role() == Role::Row)
        .count();
    assert!((20..60).contains(&rows), "{rows} rows");
    let cells = harness
        .query_all_by(|node| node.role() == Role::GridCell)
        .count();
    assert!(cells >= 4 * (rows - 1), "{cells} cells");
}

#[test]
fn an_input_method_keeps_its_enter() {
    let mut harness = opened();
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::Enter);
    let preedit = |text: &str| {
        Event::Ime(egui::ImeEvent::Preedit {
            text: text.to_owned(),
            active_range_chars: None,
        })
    };
    harness.event(preedit("にっちゅう"));
    harness.run();
    harness.event(preedit("日中"));
    harness.key_press(Key::Enter);
    harness.run();
    let cell = |harness: &Window| {
        harness
            .state()
            .state()
            .table
            .cell()
            .map(|cell| cell.text().to_owned())
    };
    assert!(cell(&harness).is_some_and(|text| !text.contains('日')));
    harness.event(preedit(""));
    harness.event(Event::Ime(egui::ImeEvent::Commit("日中".to_owned())));
    harness.run();
    assert!(cell(&harness).is_some_and(|text| text.contains("日中")));
    press(&mut harness, Key::Enter);
    assert!(cell(&harness).is_none());
}
