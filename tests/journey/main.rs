//! Whole journeys through the real program, without a display: what a user does, and what they
//! then see.

use std::path::Path;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use nenpyo::app::command::{Command, Copied, Gesture, PathFor};
use nenpyo::app::{Dialog, Settings, State};
use nenpyo::date::Language;
use nenpyo::index::Grouping;
use nenpyo::ui::NenpyoApp;

mod drag;
mod files;
mod form;
mod keyboard;
mod merging;
mod moving;
mod pictures;
mod rooms;
mod several;
mod sources;
mod table;

const COMMUNIQUE: &str = "japan-china-joint-communique-1972";

fn window(width: f32, height: f32, settings: Settings) -> Harness<'static, NenpyoApp> {
    Harness::builder()
        .with_size(vec2(width, height))
        .with_max_steps(240)
        .build_eframe(move |creation| {
            NenpyoApp::for_test(&creation.egui_ctx, settings).expect("the bundled record opens")
        })
}

fn usual() -> Harness<'static, NenpyoApp> {
    window(1600.0, 900.0, Settings::default())
}

fn select(harness: &mut Harness<'static, NenpyoApp>, id: &str) {
    let event = harness
        .state()
        .state()
        .document
        .timeline
        .find(id)
        .expect("the event is there");
    harness.state_mut().command(Command::Reveal(event));
    harness.run();
}

/// Types words into the find field.
fn find(harness: &mut Harness<'static, NenpyoApp>, words: &str) {
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Find");
    field.type_text(words);
    harness.run();
}

/// A usual window over the thirty years from 1970 on.
fn over_thirty_years() -> Harness<'static, NenpyoApp> {
    let mut harness = usual();
    harness.run();
    harness.state_mut().command(Command::FlyTo {
        start_s: 0.0,
        end_s: 1e9,
    });
    harness.run();
    harness
}

/// Presses and lets go at a place.
fn press_at(harness: &mut Harness<'static, NenpyoApp>, at: egui::Pos2) {
    harness.hover_at(at);
    harness.drag_at(at);
    harness.step();
    harness.drop_at(at);
    harness.run();
}

/// Whether a text stands on the screen, as a screen reader finds it.
fn is_shown(harness: &Harness<'static, NenpyoApp>, text: &str) -> bool {
    let mut shown = harness.query_all_by(|node| {
        let texts = [node.label(), node.value()];
        texts.into_iter().flatten().any(|said| said.contains(text))
    });
    shown.next().is_some()
}

fn days_in_view(harness: &Harness<'static, NenpyoApp>) -> f64 {
    harness.state().state().viewport.length_s() / 86_400.0
}

#[test]
fn the_record_opens_with_its_lanes_and_events_and_comes_to_rest() {
    let mut harness = usual();
    harness.run();
    harness.get_by_label_contains("Japan – China, ");
    assert!(days_in_view(&harness) > 79.0 * 365.0);
    let scene = harness.state().canvas().scene().expect("a picture");
    assert!(scene.marks.len() > 50);
    assert!(scene.lanes.len() >= 5);
}

#[test]
fn clicking_an_event_shows_the_words_that_were_said() {
    let mut harness = usual();
    harness.run();
    let event = harness
        .state()
        .state()
        .document
        .timeline
        .find(COMMUNIQUE)
        .expect("the event");
    let title = harness
        .state()
        .state()
        .document
        .timeline
        .title(event, Language::En)
        .into_owned();
    harness
        .get_all_by_label_contains(&title)
        .next()
        .expect("its node")
        .click();
    harness.run();
    assert_eq!(harness.state().state().selected, Some(event));
    let quote = harness
        .state()
        .state()
        .document
        .timeline
        .event(event)
        .expect("whole")
        .quotes[0]
        .text
        .clone();
    let first: String = quote.chars().take(24).collect();
    assert!(is_shown(&harness, &first), "the panel shows '{first}'");
}

#[test]
fn a_search_folds_scripts_and_finds_in_every_language() {
    let mut harness = usual();
    harness.run();
    for words in ["日中共同声明", "日中共同聲明", "ＴＡＮＡＫＡ", "北朝鮮"] {
        harness
            .state_mut()
            .command(Command::FindText(words.to_owned()));
        harness.run();
        assert!(harness.state().state().find.count() > 0, "{words}");
    }
    harness
        .state_mut()
        .command(Command::FindText("no such words anywhere".to_owned()));
    harness.run();
    assert_eq!(harness.state().state().find.count(), 0);
}

fn open(harness: &mut Harness<'static, NenpyoApp>, path: &Path) {
    harness.state_mut().command(Command::Open(path.to_owned()));
    let start = Instant::now();
    while harness.state().state().load.is_some() {
        assert!(start.elapsed() < Duration::from_secs(20), "the load hangs");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
    harness.run();
}
