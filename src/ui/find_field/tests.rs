//! The find field in a harness without a display: what it lists where, and what its keys do.

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::*;
use crate::app::Settings;
use crate::date::Language;
use crate::document::{Document, Origin};
use crate::format::native;
use crate::theme::{Theme, ThemeId};

/// The field at the top of a window; what it sends is done.
struct Desk {
    find: FindField,
    state: State,
    look: Look,
    sent: Vec<Command>,
}

const FIELD: Rect = Rect::from_min_max(pos2(200.0, 12.0), pos2(560.0, 60.0));

/// A window as small as a projector's, over a record with forty talks.
fn harness() -> Harness<'static, Desk> {
    let titles: Vec<String> = (0..40).map(|at| format!("Talks {at}")).collect();
    harness_with(&titles)
}

/// The same over a record with these events, the first in 1950 and one a year.
fn harness_with(titles: &[impl AsRef<str>]) -> Harness<'static, Desk> {
    let event = |(at, title): (usize, &_)| {
        let title = AsRef::<str>::as_ref(title);
        format!(r#"{{"title": "{title}", "date": "{}"}}"#, 1950 + at)
    };
    let events: Vec<String> = titles.iter().enumerate().map(event).collect();
    let record = format!(
        r#"{{"format": "nenpyo/1", "events": [{}]}}"#,
        events.join(",")
    );
    let opened = native::read(record).expect("the test's own record");
    let document = Document {
        timeline: Arc::new(opened.timeline),
        report: Arc::new(opened.report),
        origin: Origin::Bundled,
        stamp: None,
    };
    let look = Look {
        theme: Theme::of(ThemeId::Projector),
        language: Language::En,
    };
    let desk = Desk {
        find: FindField::default(),
        state: State::new(document, Settings::default(), Arc::new(|| {})),
        look,
        sent: Vec::new(),
    };
    let style = look.style();
    let mut harness = Harness::builder()
        .with_size(vec2(1024.0, 640.0))
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            ctx.set_global_style(style.clone());
        })
        .build_ui_state(
            |ui, desk: &mut Desk| {
                let mut sent = Vec::new();
                desk.find
                    .show(ui, FIELD, &desk.state, &desk.look, &mut sent);
                for command in &sent {
                    desk.state.update(command.clone());
                }
                while desk
                    .state
                    .find
                    .step(&desk.state.document.timeline.clone(), 0.016)
                {}
                desk.sent.extend(sent);
            },
            desk,
        );
    harness.run();
    let ctx = harness.ctx.clone();
    harness.state_mut().find.focus(&ctx);
    harness.run();
    harness
}

fn type_text(harness: &mut Harness<'static, Desk>, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
    harness.run();
}

fn rows(harness: &Harness<'static, Desk>) -> Vec<Rect> {
    harness
        .query_all_by(|node| {
            let label = node.label().unwrap_or_default();
            node.role() == Role::Button && label.contains(", Talks ")
        })
        .map(|row| row.rect())
        .collect()
}

#[test]
fn the_list_stands_below_the_field_with_whole_rows_however_low_the_window() {
    let mut harness = harness();
    type_text(&mut harness, "Talks");
    let rows = rows(&harness);
    let whole: Vec<&Rect> = rows
        .iter()
        .filter(|row| row.bottom() <= 640.0 - 8.0)
        .collect();
    assert_eq!(whole.len(), 8, "{rows:?}");
    assert!(
        rows.iter().all(|row| row.top() >= FIELD.bottom()),
        "{rows:?}"
    );
}

#[test]
fn enter_closes_the_list_and_goes_on_and_typing_opens_it_again() {
    let mut harness = harness();
    type_text(&mut harness, "Talks");
    for at in [0, 1] {
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(rows(&harness), [], "what was flown to can be seen");
        assert_eq!(harness.state().state.find.current(), Some(at));
    }
    type_text(&mut harness, " 1");
    assert_ne!(rows(&harness), []);
    harness.key_press(Key::Enter);
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_ne!(rows(&harness), [], "the arrows walk through the list");
}

#[test]
fn a_click_in_the_field_opens_the_list_again() {
    let mut harness = harness();
    type_text(&mut harness, "Talks");
    harness.key_press(Key::Enter);
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Find")
        .click();
    harness.run();
    assert_ne!(rows(&harness), []);
}

#[test]
fn a_screen_reader_is_told_how_many_were_found() {
    let mut harness = harness();
    type_text(&mut harness, "Talks");
    let told = harness.get_by_role_and_label(Role::Label, "40 found");
    assert_eq!(told.accesskit_node().live(), Live::Polite);
    type_text(&mut harness, " nowhere");
    harness.get_by_role_and_label(Role::Label, "None found");
}

#[test]
fn a_whole_date_that_no_event_holds_is_gone_to() {
    let mut harness = harness();
    type_text(&mut harness, "29 Sep 1972");
    harness.get_by_label("Go to 29 September 1972");
    harness.key_press(Key::Enter);
    harness.run();
    let expected = Command::GoTo("29 Sep 1972".to_owned());
    assert!(
        harness.state().sent.contains(&expected),
        "{:?}",
        harness.state().sent
    );
}

#[test]
fn a_year_is_offered_to_go_to_above_the_events_in_it() {
    let mut harness = harness();
    type_text(&mut harness, "1972");
    let offered = harness.get_by_label("Go to 1972").rect();
    let found = rows(&harness);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        offered.bottom() <= found[0].top() + 1.0,
        "{offered:?} {found:?}"
    );
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().sent.contains(&Command::GoTo("1972".into())));
    assert_eq!(harness.state().state.find.current(), None);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(
        harness.state().state.find.current(),
        Some(0),
        "then the event"
    );
}

#[test]
fn a_year_far_from_the_record_is_offered_below_what_its_number_finds() {
    let mut harness = harness_with(&["Talks on 200", "Silence"]);
    type_text(&mut harness, "200");
    let offered = harness.get_by_label_contains("Go to").rect();
    let found = rows(&harness);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        offered.top() >= found[0].bottom() - 1.0,
        "{offered:?} {found:?}"
    );
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().state.find.current(), Some(0));
    assert!(!harness.state().sent.contains(&Command::GoTo("200".into())));
}

#[test]
fn a_sign_is_offered_as_no_date() {
    let mut harness = harness();
    type_text(&mut harness, "/");
    assert!(harness.query_by_label_contains("Go to").is_none());
    harness.key_press(Key::Enter);
    harness.run();
    assert!(!harness.state().sent.contains(&Command::GoTo("/".into())));
}

#[test]
fn the_list_stays_in_the_window_with_a_date_above_it() {
    let mut harness = harness();
    type_text(&mut harness, "1950/2000");
    let rows = rows(&harness);
    let whole = rows.iter().filter(|row| row.bottom() <= 640.0 - 8.0);
    assert_eq!(whole.count(), 7, "{rows:?}");
}
