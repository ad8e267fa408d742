//! The window in each of its languages: what is switched, what is said, and what can be found.

use egui::accesskit::Role;
use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use nenpyo::app::catalogue::{Menu, catalogue};
use nenpyo::app::command::{Command, Copied};
use nenpyo::app::{Dialog, Settings};
use nenpyo::date::Language;
use nenpyo::ui::NenpyoApp;

/// Words that are the same for every reader: they stand on keys, or are names.
const SAME_EVERYWHERE: [&str; 14] = [
    "Ctrl", "Shift", "Alt", "Tab", "Enter", "Esc", "Delete", "Home", "End", "PageDown", "PageUp",
    "English", "UTC", "json",
];

const LEARNT: [Language; 4] = [
    Language::Ja,
    Language::ZhHans,
    Language::ZhHant,
    Language::Ko,
];

type Window = Harness<'static, NenpyoApp>;

/// The window over the bundled record.
fn window(language: Language) -> Window {
    let settings = Settings {
        language: language.tag().to_owned(),
        ..Settings::default()
    };
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .with_max_steps(240)
        .build_eframe(move |creation| {
            NenpyoApp::for_test(&creation.egui_ctx, settings).expect("the bundled record opens")
        });
    harness.run();
    harness
}

/// What a screen reader finds, but for what the record says: its title in a second language, its
/// lanes' second names, its office holders, its events.
fn said(harness: &Window) -> Vec<String> {
    let state = harness.state().state();
    let language = state.language();
    let title = state.document.timeline.title_text();
    let second = title.pick(state.second_language()).to_owned();
    let in_office = ["在任：", "재임: "];
    let lanes = harness.state().canvas().scene().map(|scene| &scene.lanes);
    let lanes: Vec<&str> = (lanes.into_iter().flatten())
        .map(|lane| lane.subtitle.text.as_ref())
        .collect();
    let is_records = |said: &str| {
        said.starts_with(|first: char| first.is_ascii_digit())
            || said == second
            || in_office.iter().any(|words| said.starts_with(words))
            || lanes.iter().any(|lane| said.ends_with(lane))
    };
    assert_ne!(language, Language::En);
    harness
        .query_all_by(|node| !node.is_hidden())
        .flat_map(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value()]
        })
        .flatten()
        .filter(|said| !is_records(said))
        .collect()
}

/// Whether it holds an English word.
fn is_english(said: &str) -> bool {
    said.split(|letter: char| !letter.is_ascii_alphabetic())
        .any(|word| word.len() > 1 && !SAME_EVERYWHERE.contains(&word))
}

fn assert_no_english(harness: &Window, place: &str) {
    let said = said(harness);
    assert!(said.len() > 10, "{place}: {said:?}");
    for words in said {
        assert!(!is_english(&words), "{place}: {words}");
    }
}

fn press(harness: &mut Window, words: &str) {
    harness.get_by_role_and_label(Role::Button, words).click();
    harness.run();
}

fn press_key(harness: &mut Window, key: Key) {
    harness.key_press(key);
    harness.run();
}

#[test]
fn a_reader_who_chooses_japanese_finds_no_english_menu_or_button() {
    let mut harness = window(Language::En);
    press(&mut harness, "Theme");
    press(&mut harness, "日本語");
    press_key(&mut harness, Key::Escape);
    assert_eq!(harness.state().state().language(), Language::Ja);
    assert_no_english(&harness, "the bars");
    for menu in ["レーン：二国間", "テーマ"] {
        press(&mut harness, menu);
        assert_no_english(&harness, menu);
        press_key(&mut harness, Key::Escape);
    }
    for part in Menu::ALL {
        press(&mut harness, "メニュー");
        press(&mut harness, part.words().get(Language::Ja));
        let own = catalogue().iter().find(|entry| entry.menu == part);
        let own = own.expect("no menu is empty").words.get(Language::Ja);
        harness.get_by_role_and_label(Role::Button, own);
        assert_no_english(&harness, part.words().get(Language::En));
        press_key(&mut harness, Key::Escape);
    }
}

#[test]
fn no_part_of_the_window_speaks_english_to_a_reader_of_another_language() {
    for language in LEARNT {
        let mut harness = window(language);
        assert_no_english(&harness, "the window");
        for dialog in [
            Command::Palette,
            Command::GoToDate,
            Command::Keys,
            Command::ToggleProblems,
        ] {
            harness.state_mut().command(dialog.clone());
            harness.run();
            assert!(harness.state().state().dialog.is_some());
            assert_no_english(&harness, &format!("{dialog:?}"));
            harness.state_mut().command(dialog);
            harness.run();
        }
        harness.state_mut().command(Command::Copy {
            text: "words".into(),
            what: Copied::QuoteAndCitation,
        });
        harness.state_mut().command(Command::FindText("¿".into()));
        harness.state_mut().command(Command::FindNext);
        harness.step();
        assert_no_english(&harness, "messages");
    }
}

#[test]
fn the_canvas_offers_its_lanes_in_the_readers_language() {
    let mut harness = window(Language::Ja);
    let lane = harness.get_by_label_contains("日中, ").rect().center();
    harness.hover_at(lane);
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton {
            pos: lane,
            button: egui::PointerButton::Secondary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        });
        harness.step();
    }
    harness.run();
    for words in ["レーンを隠す", "隠したレーンを表示", "日付へ移動…"] {
        harness.get_by_role_and_label(Role::Button, words);
    }
    assert_no_english(&harness, "the canvas' own menu");
    press(&mut harness, "レーンを隠す");
    press(&mut harness, "レーン：二国間");
    press(&mut harness, "隠したレーンを表示 (1)");
    let hidden = harness.state().state().settings.lane_settings().hidden;
    assert!(hidden.is_empty());
}

#[test]
fn a_message_that_stays_follows_the_language() {
    let mut harness = window(Language::En);
    let link = Command::OpenLink("file:///etc".into());
    harness.state_mut().command(link);
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Close");
    harness
        .state_mut()
        .command(Command::UseLanguage(Language::Ko));
    harness.run();
    harness.get_by_role_and_label(Role::Button, "닫기");
}

#[test]
fn the_palette_finds_a_command_by_the_readers_words_and_by_the_english_ones() {
    for (language, typed) in [
        (Language::Ja, "ダークテーマ"),
        (Language::Ja, "dark theme"),
        (Language::ZhHans, "深色主题"),
        (Language::ZhHant, "深色主題"),
        (Language::Ko, "어두운 테마"),
        (Language::Ko, "Dark theme"),
        (Language::En, "dark theme"),
    ] {
        let mut harness = window(language);
        harness.state_mut().command(Command::Palette);
        harness.run();
        harness.event(egui::Event::Text(typed.to_owned()));
        harness.run();
        press_key(&mut harness, Key::Enter);
        assert_eq!(harness.state().state().settings.theme, "dark", "{typed}");
    }
}

#[test]
fn a_language_is_found_by_its_own_name_and_by_its_english_one() {
    for typed in ["日本語", "Japanese"] {
        let mut harness = window(Language::Ko);
        harness.state_mut().command(Command::Palette);
        harness.run();
        assert_eq!(harness.state().state().dialog, Some(Dialog::Palette));
        harness.get_by_label_contains("언어: 日本語");
        harness.event(egui::Event::Text(typed.to_owned()));
        harness.run();
        press_key(&mut harness, Key::Enter);
        assert_eq!(harness.state().state().language(), Language::Ja, "{typed}");
    }
}
