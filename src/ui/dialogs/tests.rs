//! The dialogs in a harness without a display.

use std::sync::Arc;

use egui::{Event, ImeEvent};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::*;
use crate::app::Settings;
use crate::date::Language;
use crate::document::{Document, Origin};
use crate::format::native;
use crate::theme::{Theme, ThemeId};
use crate::ui::fonts;

/// A dialog over a button, and what it sent.
struct Desk {
    dialogs: Dialogs,
    state: State,
    look: Look,
    sent: Vec<Command>,
}

fn open(dialog: Dialog, record: &str) -> Harness<'static, Desk> {
    let opened = native::read(record.to_owned()).expect("the test's own record");
    let document = Document {
        timeline: Arc::new(opened.timeline),
        report: Arc::new(opened.report),
        origin: Origin::Bundled,
        stamp: None,
    };
    let mut state = State::new(document, Settings::default(), Arc::new(|| {}));
    state.dialog = Some(dialog);
    let look = Look {
        theme: Theme::of(ThemeId::Light),
        language: Language::En,
    };
    let desk = Desk {
        dialogs: Dialogs::default(),
        state,
        look,
        sent: Vec::new(),
    };
    let style = look.style();
    let mut harness = Harness::builder()
        .with_size(vec2(900.0, 500.0))
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            ctx.set_global_style(style.clone());
        })
        .build_ui_state(
            |ui, desk: &mut Desk| {
                let _ = ui.button("Behind");
                desk.dialogs
                    .show(ui, &desk.state, &desk.look, &mut desk.sent);
            },
            desk,
        );
    harness.run();
    harness
}

const EMPTY: &str = r#"{"format": "nenpyo/1", "events": []}"#;

fn compose(harness: &mut Harness<'static, Desk>, text: &str) {
    harness.event(Event::Ime(ImeEvent::Preedit {
        text: text.to_owned(),
        active_range_chars: None,
    }));
    harness.run();
}

fn commit(harness: &mut Harness<'static, Desk>, text: &str) {
    harness.event(Event::Ime(ImeEvent::Commit(text.to_owned())));
    harness.run();
}

#[test]
fn the_palette_seeks_nothing_that_an_input_method_still_composes() {
    let mut harness = open(Dialog::Palette, EMPTY);
    compose(&mut harness, "にほn");
    assert!(
        harness
            .query_by_label("No command holds these words")
            .is_none()
    );
    // Enter ends the composition and runs nothing yet.
    harness.key_press(Key::Enter);
    commit(&mut harness, "日本語");
    assert_eq!(harness.state().sent, []);
    harness.get_by_label_contains("日本語");
    harness.key_press(Key::Enter);
    harness.run();
    let language = Command::UseLanguage(Language::Ja);
    assert!(
        harness.state().sent.contains(&language),
        "{:?}",
        harness.state().sent
    );
}

#[test]
fn no_date_is_read_while_an_input_method_composes_it() {
    let mut harness = open(Dialog::GoTo, EMPTY);
    compose(&mut harness, "しょうわ47ねん");
    harness.get_by_label("A day, a month, a year, a decade or a span");
    harness.key_press(Key::Enter);
    commit(&mut harness, "昭和47年");
    assert_eq!(harness.state().sent, []);
    harness.get_by_label_contains("1972");
}

fn focused_label(harness: &Harness<'static, Desk>) -> Option<String> {
    harness
        .query_all_by(|node| node.is_focused() && !node.is_hidden())
        .next()
        .and_then(|node| node.accesskit_node().label())
}

#[test]
fn tab_and_arrows_stay_in_the_dialog() {
    for dialog in [
        Dialog::Palette,
        Dialog::GoTo,
        Dialog::Keys,
        Dialog::Problems,
    ] {
        let mut harness = open(dialog, EMPTY);
        for key in [
            Key::Tab,
            Key::Tab,
            Key::ArrowUp,
            Key::Tab,
            Key::ArrowLeft,
            Key::Tab,
        ] {
            harness.key_press(key);
            harness.run();
            assert_ne!(
                focused_label(&harness).as_deref(),
                Some("Behind"),
                "{dialog:?}"
            );
        }
    }
}

#[test]
fn a_click_beside_the_dialog_closes_it() {
    let mut harness = open(Dialog::Keys, EMPTY);
    harness.drag_at(egui::pos2(3.0, 480.0));
    harness.step();
    harness.drop_at(egui::pos2(3.0, 480.0));
    harness.run();
    assert_eq!(harness.state().sent, [Command::Escape]);
}

#[test]
fn the_list_of_keys_has_every_key_of_a_command_and_scrolls_by_keys() {
    let mut harness = open(Dialog::Keys, EMPTY);
    assert_eq!(focused_label(&harness).as_deref(), Some("Close"));
    let top =
        |harness: &Harness<'static, Desk>| harness.get_by_label_contains("Ctrl 0").rect().top();
    let before = top(&harness);
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert!(top(&harness) < before);
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert_eq!(top(&harness), before);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().sent, [Command::Escape]);
}

#[test]
fn a_problem_says_its_event_and_what_is_not_listed_is_counted() {
    let one =
        r#"{"format": "nenpyo/1", "events": [{"id": "lima", "title": "A", "date": "no date"}]}"#;
    let harness = open(Dialog::Problems, one);
    harness.get_by_label_contains(
        "1 error and 0 warnings. 1 event could not be read and is not shown",
    );
    harness.get_by_label("event lima");
    let events: Vec<String> = (0..1_000)
        .map(|at| format!(r#"{{"id": "e{at}", "title": "A", "date": "1972", "kind": "odd{at}"}}"#))
        .collect();
    let many = format!(
        r#"{{"format": "nenpyo/1", "events": [{}]}}"#,
        events.join(",")
    );
    let mut harness = open(Dialog::Problems, &many);
    harness.get_by_label("0 errors and 1000 warnings. Every event opened.");
    harness.key_press(Key::End);
    harness.run();
    harness.get_by_label("800 more of this kind (unknown-kind) are not listed");
}

#[test]
fn a_long_problem_is_wrapped_and_read_to_its_end() {
    let record = r#"{"format": "nenpyo/1", "events": [
            {"id": "a", "title": "A", "date": "1972", "kind": "odd"},
            {"id": "b", "title": "B", "date": "1972", "kind": "strange"}]}"#;
    let harness = open(Dialog::Problems, record);
    let message = |words: &str| {
        let mut found = harness.query_all_by(|node| {
            node.role() == egui::accesskit::Role::Label
                && node.value().is_some_and(|value| value.contains(words))
        });
        found.next().expect("the message").rect()
    };
    let line = harness.get_by_label("event b").rect();
    for words in ["odd", "strange"] {
        let message = message(words);
        assert!(message.height() > 2.0 * line.height(), "{words}: {message}");
        assert!(
            message.right() < 810.0,
            "{words}: {message} ends in the dialog"
        );
    }
    assert!(
        message("odd").bottom() <= line.top(),
        "no row lies on another"
    );
    assert!(line.bottom() <= message("strange").top());
}

#[test]
fn today_is_a_date_in_each_language() {
    for word in ["today", "Today", "今日", "今天", "오늘"] {
        let mut harness = open(Dialog::GoTo, EMPTY);
        harness.event(Event::Text(word.to_owned()));
        harness.run();
        harness.get_by_label("✓ Today");
        harness.key_press(Key::Enter);
        harness.run();
        let expected = [Command::Escape, Command::GoToToday];
        assert_eq!(harness.state().sent, expected, "{word}");
    }
}
