//! Whole journeys through the real program, without a display: what a user does, and what they
//! then see.

use std::path::Path;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use nenpyo::app::command::{Command, Copied, Gesture};
use nenpyo::app::{Dialog, Settings};
use nenpyo::date::Language;
use nenpyo::index::Grouping;
use nenpyo::ui::NenpyoApp;

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
    let mut harness = usual();
    harness.run();
    harness.state_mut().command(Command::FlyTo {
        start_s: 0.0,
        end_s: 1e9,
    });
    harness.run();
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
fn keys_alone_find_an_event_and_read_it() {
    let mut harness = usual();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Find")
        .type_text("Mencius");
    harness.run();
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

#[test]
fn the_list_of_what_was_found_has_room_for_its_rows() {
    let mut harness = usual();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Find")
        .type_text("北朝鮮");
    harness.run();
    let rows = harness.query_all_by(|node| {
        let label = node.label().unwrap_or_default();
        // The best hits are titles: each row says what it is and shows the word.
        let says = ["title: ", "actor: ", "tag: "]
            .iter()
            .any(|field| label.contains(field));
        node.role() == Role::Button && says && label.contains("北朝鮮")
    });
    let shown = rows.filter(|row| row.rect().height() > 30.0).count();
    assert!(shown >= 6, "{shown} rows");
}

#[test]
fn every_theme_language_and_grouping_draws_at_both_sizes() {
    for (width, height) in [(1280.0, 720.0), (1920.0, 1080.0)] {
        let mut harness = window(
            width,
            height,
            Settings {
                tone: true,
                ..Settings::default()
            },
        );
        for theme in nenpyo::theme::ThemeId::ALL {
            harness.state_mut().command(Command::UseTheme(theme));
            harness.run();
        }
        for language in Language::ALL {
            harness.state_mut().command(Command::UseLanguage(language));
            harness.run();
        }
        for grouping in Grouping::ALL {
            harness.state_mut().command(Command::GroupBy(grouping));
            harness.run();
            let scene = harness.state().canvas().scene().expect("a picture");
            assert!(
                !scene.lanes.is_empty() && !scene.marks.is_empty(),
                "{grouping:?}"
            );
        }
    }
}

#[test]
fn the_smallest_window_holds_every_theme_at_twice_the_size() {
    for scale in [1.0, 2.0] {
        let settings = Settings {
            scale,
            tone: true,
            ..Settings::default()
        };
        let mut harness = window(720.0 / scale, 480.0 / scale, settings);
        harness.run();
        select(&mut harness, COMMUNIQUE);
        for theme in nenpyo::theme::ThemeId::ALL {
            harness.state_mut().command(Command::UseTheme(theme));
            harness.run();
        }
    }
}

#[test]
fn an_open_panel_leaves_room_for_time() {
    let settings = Settings {
        theme: "projector".into(),
        ..Settings::default()
    };
    let mut harness = window(720.0, 480.0, settings);
    harness.run();
    let plot = harness.state().state().viewport.width_points;
    assert!(plot >= 199.0, "{plot}");
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
fn a_bad_file_is_told_and_what_was_open_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bad.json");
    std::fs::write(&path, "<!doctype html><title>no record</title>").expect("written");
    let mut harness = usual();
    harness.run();
    let before = harness.state().state().document.timeline.len();
    open(&mut harness, &path);
    let state = harness.state().state();
    assert_eq!(state.document.timeline.len(), before);
    assert!(
        state
            .notices
            .all()
            .iter()
            .any(|notice| notice.message.words(Language::En).contains("bad.json"))
    );
}

#[test]
fn a_record_with_a_bad_event_opens_with_the_good_ones_and_lists_the_bad() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("half.json");
    let text = r#"{"format": "nenpyo/1", "events": [
        {"id": "good", "title": "Good", "date": "1972-09-29"},
        {"id": "bad", "title": "Bad", "date": "1972-13-29"}]}"#;
    std::fs::write(&path, text).expect("written");
    let mut harness = usual();
    harness.run();
    open(&mut harness, &path);
    let state = harness.state().state();
    assert_eq!(state.document.timeline.len(), 1);
    assert_eq!(state.document.report.rejected.len(), 1);
    assert_eq!(state.dialog, Some(Dialog::Problems));
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

#[test]
fn a_message_that_something_was_done_goes_by_itself_at_rest() {
    let mut harness = usual();
    harness.run();
    harness.state_mut().command(Command::Copy {
        text: "words".into(),
        what: Copied::QuoteAndCitation,
    });
    harness.step();
    assert_eq!(harness.state().state().notices.all().len(), 1);
    // The window wakes once, five seconds later: that is no usual frame.
    let rested = harness.input().time.unwrap_or(0.0) + 6.0;
    harness.input_mut().time = Some(rested);
    harness.step();
    assert!(harness.state().state().notices.all().is_empty());
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
    let mut harness = usual();
    harness.run();
    harness.state_mut().command(Command::FlyTo {
        start_s: 0.0,
        end_s: 1e9,
    });
    harness.run();
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
fn the_panel_has_its_own_width_again_when_there_is_room() {
    let mut harness = usual();
    harness.run();
    let before = harness.state().state().viewport.width_points;
    harness.set_size(vec2(760.0, 900.0));
    harness.run();
    harness.set_size(vec2(1600.0, 900.0));
    harness.run();
    let after = harness.state().state().viewport.width_points;
    assert!((before - after).abs() < 1.0, "{before} {after}");
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
fn a_large_record_is_divided_anew_without_holding_a_frame() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.json");
    std::fs::write(&path, nenpyo::format::sample::record(30_000, 7)).expect("written");
    let mut harness = usual();
    harness.run();
    open(&mut harness, &path);
    let old = harness.state().state().index.grouping();
    harness
        .state_mut()
        .command(Command::GroupBy(Grouping::Kind));
    assert_eq!(harness.state().state().index.grouping(), old);
    let start = Instant::now();
    while harness.state().state().regroup.is_some() {
        assert!(start.elapsed() < Duration::from_secs(20), "the job hangs");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
    assert_eq!(harness.state().state().index.grouping(), Grouping::Kind);
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
fn the_panels_handle_answers_on_both_sides_of_its_line() {
    for aside in [-2.0, 0.0, 2.0] {
        let mut harness = usual();
        harness.run();
        let view = harness.state().state().viewport;
        let handle = harness.get_by_label("Resize panel").rect();
        let line = egui::pos2(handle.center().x + aside, handle.center().y);
        harness.hover_at(line);
        harness.drag_at(line);
        harness.step();
        harness.hover_at(line - egui::vec2(60.0, 0.0));
        harness.step();
        harness.drop_at(line - egui::vec2(60.0, 0.0));
        harness.run();
        let now = harness.state().state().viewport;
        assert_eq!(
            now.start_s, view.start_s,
            "{aside}: the timeline was not panned"
        );
        let width = harness.state().state().settings.panel_width_points;
        assert!(width > 460.0, "{aside}: {width}");
    }
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
