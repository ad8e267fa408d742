//! The panel in a harness without a display: what it shows, and what a click asks for.

use std::sync::Arc;

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use egui::Rect;
use egui::accesskit::Role;

use super::*;
use crate::app::Settings;
use crate::app::command::Copied;
use crate::date::Language;
use crate::document::{Document, Origin};
use crate::format::native;
use crate::theme::{Theme, ThemeId};
use crate::ui::fonts;

mod documents;
mod head;

const RECORD: &str = r#"{"format": "nenpyo/1", "title": {"en": "Small record", "ja": "小さな記録"},
 "actors": [{"id": "JPN", "name": {"en": "Japan", "ja": "日本"}}, {"id": "CHN", "name": {"en": "China", "ja": "中国"}}],
 "sources": [{"id": "satake", "title": "Positivity peaks", "language": "en", "publisher": "East Asia Forum",
   "issued": "2024-12", "URL": "https://example.org/a"},
  {"id": "paper", "title": "会談録", "language": "ja", "note": "Read on paper; not linked."}],
 "events": [
  {"id": "lima", "title": {"en": "Xi cites Tanaka", "ja": "習主席、田中の言葉を引用"}, "date": "2024-11-15",
   "time_zone": "America/Lima", "kind": "Speech", "actors": ["JPN", "CHN"], "people": ["Xi Jinping"],
   "status": "disputed", "summary": {"en": "A saying of Mencius."}, "tags": ["mencius"], "notes": "Not settled.",
   "tone": {"value": 4, "reason": "symbolic appeal"},
   "quotes": [
    {"text": "自ら反みて縮くんば", "lang": "ja", "speaker": "Xi Jinping", "via": "a Japanese official",
     "translations": {"ko": "스스로 돌이켜", "en": "If I reflect", "zh-Hans": "自反而缩"}, "source": "satake", "locator": "¶4",
     "about": ["wording"]},
    {"text": "He said otherwise", "lang": "en", "source": "paper", "about": ["wording"], "stance": "disputes"}],
   "sources": [{"source": "satake"}],
   "relations": [{"type": "recalls", "event": "tanaka"}]},
  {"id": "tanaka", "title": {"en": "Tanaka visits China"}, "date": "1972-09-25/1972-09-30", "time_zone": "Asia/Shanghai"}]}"#;

/// The panel over a record, and the commands it sent.
struct Desk {
    panel: Panel,
    state: State,
    look: Look,
    sent: Vec<Command>,
}

fn desk(record: String, event: Option<usize>) -> Desk {
    let opened = native::read(record).expect("the test's own record");
    let document = Document {
        timeline: Arc::new(opened.timeline),
        report: Arc::new(opened.report),
        origin: Origin::Bundled,
        stamp: None,
    };
    let mut state = State::new(document, Settings::default(), Arc::new(|| {}));
    state.selected = event.map(EventIx::from_index);
    let look = Look {
        theme: Theme::of(ThemeId::Light),
        language: Language::En,
    };
    Desk {
        panel: Panel::default(),
        state,
        look,
        sent: Vec::new(),
    }
}

fn harness(desk: Desk) -> Harness<'static, Desk> {
    harness_of_size(desk, 420.0, 900.0)
}

fn harness_of_size(desk: Desk, width: f32, height: f32) -> Harness<'static, Desk> {
    harness_with(desk, width, height, |ui, desk| {
        let place = PanelPlace::find(ui, &desk.state, &desk.look);
        desk.panel
            .show(ui, &desk.state, &desk.look, &place, &mut desk.sent);
    })
}

/// The panel where it stands in a window of this width, with the margins that a window gives it.
fn in_window(desk: Desk, width: f32) -> Harness<'static, Desk> {
    harness_with(desk, width, 1600.0, |ui, desk| {
        let place = PanelPlace::find(ui, &desk.state, &desk.look);
        let mut rect = ui.max_rect();
        rect.min.x = rect.max.x - place.width_points + 28.0;
        ui.scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| {
            desk.panel
                .show(ui, &desk.state, &desk.look, &place, &mut desk.sent);
        });
    })
}

fn harness_with(
    desk: Desk,
    width: f32,
    height: f32,
    show: impl FnMut(&mut egui::Ui, &mut Desk) + 'static,
) -> Harness<'static, Desk> {
    let style = desk.look.style();
    Harness::builder()
        .with_size(vec2(width, height))
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            ctx.set_global_style(style.clone());
        })
        .build_ui_state(show, desk)
}

fn shows(harness: &Harness<'_, Desk>, words: &str) -> bool {
    harness
        .query_all_by(|node| says(node, words))
        .next()
        .is_some()
}

fn says(node: &egui_kittest::kittest::AccessKitNode<'_>, words: &str) -> bool {
    node.value().is_some_and(|value| value.contains(words))
        || node.label().is_some_and(|label| label.contains(words))
}

#[test]
fn an_event_is_told_with_its_words_and_their_source() {
    let mut harness = harness_of_size(desk(RECORD.to_owned(), Some(0)), 420.0, 1600.0);
    harness.run();
    for words in [
        "15 November 2024",
        "16 November in Tokyo",
        "Xi cites Tanaka",
        "習主席、田中の言葉を引用",
        "Speech",
        "Japan",
        "A saying of Mencius.",
        "Disputed: sources contradict each other",
        "Tone +4 of 5: symbolic appeal",
        "WHAT WAS SAID",
        "2 quotes · 2 languages",
        "日本語 · JAPANESE",
        "「自ら反みて縮くんば」",
        "“If I reflect”",
        "via a Japanese official",
        "Positivity peaks · East Asia Forum · December 2024 · ¶4",
        "Disputed: wording",
        "“He said otherwise”",
        "Read on paper; not linked.",
        "recalls Tanaka visits China, 1972",
        "mencius",
        "Not settled.",
    ] {
        assert!(shows(&harness, words), "{words:?} is not shown");
    }
    assert!(
        !shows(&harness, "스스로"),
        "other languages wait behind their link"
    );
}

#[test]
fn more_languages_open_and_close() {
    let mut harness = harness(desk(RECORD.to_owned(), Some(0)));
    harness.run();
    harness.get_by_label_contains("2 more languages").click();
    harness.run();
    assert!(shows(&harness, "“스스로 돌이켜”"));
    harness.get_by_label_contains("Fewer languages").click();
    harness.run();
    assert!(!shows(&harness, "스스로"));
}

#[test]
fn a_quote_is_copied_with_its_citation() {
    let mut harness = harness(desk(RECORD.to_owned(), Some(0)));
    harness.run();
    harness
        .get_all_by_label("Copy with citation")
        .next()
        .expect("a link")
        .click();
    harness.run();
    let [Command::Copy { text, what }] = harness.state().sent.as_slice() else {
        panic!("{:?}", harness.state().sent)
    };
    assert!(
        text.contains("自ら反みて縮くんば") && text.contains("Positivity peaks"),
        "{text}"
    );
    assert_eq!(*what, Copied::QuoteAndCitation);
}

#[test]
fn a_source_opens_and_a_relative_is_revealed() {
    let mut harness = harness_of_size(desk(RECORD.to_owned(), Some(0)), 420.0, 1600.0);
    harness.run();
    harness
        .get_all_by_label("Open source ↗")
        .next()
        .expect("a link")
        .click();
    harness.run();
    harness
        .get_by_label("recalls Tanaka visits China, 1972")
        .click();
    harness.run();
    let expected = [
        Command::OpenLink("https://example.org/a".to_owned()),
        Command::Reveal(EventIx::from_index(1)),
    ];
    assert_eq!(harness.state().sent, expected);
}

#[test]
fn the_other_event_says_who_recalls_it() {
    let mut harness = harness(desk(RECORD.to_owned(), Some(1)));
    harness.run();
    assert!(shows(&harness, "recalled by Xi cites Tanaka, 2024"));
}

#[test]
fn the_keyboard_reaches_the_links() {
    let mut harness = harness(desk(RECORD.to_owned(), Some(1)));
    harness.run();
    harness.key_press(egui::Key::Tab);
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(
        harness.state().sent,
        [Command::Reveal(EventIx::from_index(0))]
    );
}

#[test]
fn headings_are_headings() {
    let mut harness = harness(desk(RECORD.to_owned(), Some(0)));
    harness.run();
    let title = harness.get_by_role_and_label(Role::Heading, "Xi cites Tanaka");
    assert_eq!(title.accesskit_node().level(), Some(1));
    harness.get_by_role_and_label(Role::Heading, "WHAT WAS SAID");
}

#[test]
fn without_an_event_the_panel_says_what_to_do() {
    let mut harness = harness(desk(RECORD.to_owned(), None));
    harness.run();
    for words in [
        "Nothing is selected",
        "Click an event",
        "Small record",
        "2 events · 1972–2024",
        "2 quotes · 2 languages",
    ] {
        assert!(shows(&harness, words), "{words:?} is not shown");
    }
}

#[test]
fn what_the_makers_of_a_record_note_is_shown_to_who_asks_for_it() {
    let record = RECORD.replace(
        r#""actors": [{"id": "JPN""#,
        r#""notes": ["translation_sources names the document"], "actors": [{"id": "JPN""#,
    );
    let mut harness = harness(desk(record, None));
    harness.run();
    let note = "translation_sources";
    assert!(!shows(&harness, note));
    for is_shown in [true, false] {
        harness.get_by_label("Notes on this record").click();
        harness.run();
        assert_eq!(shows(&harness, note), is_shown);
    }
}

#[test]
fn the_invitation_is_in_the_readers_language() {
    for (language, words) in [
        (Language::En, "turn the wheel"),
        (Language::Ja, "ホイールで"),
        (Language::ZhHans, "滚轮可缩放"),
        (Language::ZhHant, "滾輪可縮放"),
        (Language::Ko, "휠을 돌리면"),
    ] {
        let mut harness = harness(desk(RECORD.to_owned(), None));
        harness.state_mut().look.language = language;
        harness.run();
        assert!(shows(&harness, words), "{words}");
    }
}

#[test]
fn an_event_that_is_gone_leaves_the_empty_panel() {
    let mut harness = harness(desk(RECORD.to_owned(), Some(99)));
    harness.run();
    assert!(shows(&harness, "Nothing is selected"));
}

#[test]
fn the_reader_may_change_the_language_in_place() {
    let mut harness = harness(desk(RECORD.to_owned(), Some(0)));
    harness.run();
    harness.state_mut().look.language = Language::Ja;
    harness.run();
    assert!(shows(&harness, "2024年11月15日"));
    assert!(shows(&harness, "出典つきでコピー"));
    // What only another language says is marked.
    assert!(shows(&harness, "A saying of Mencius.  英語"));
}

/// An event with this many quotes.
fn many(count: usize) -> String {
    let quotes: Vec<String> = (0..count)
        .map(|at| format!(r#"{{"text": "Words number {at} of a long event, said at some length so that lines wrap", "lang": "en", "speaker": "Speaker {at}", "source": "s"}}"#))
        .collect();
    format!(
        r#"{{"format": "nenpyo/1", "sources": [{{"id": "s", "title": "S", "URL": "https://example.org"}}],
            "events": [{{"title": "Long", "date": "2024", "quotes": [{}]}}]}}"#,
        quotes.join(",")
    )
}

#[test]
fn of_many_quotes_only_those_near_the_view_are_laid_out_and_all_have_a_node() {
    let mut harness = harness(desk(many(400), Some(0)));
    harness.run();
    let links = harness.get_all_by_label("Copy with citation").count();
    assert!((3..40).contains(&links), "{links} cards are laid out");
    assert!(
        shows(&harness, "Words number 399"),
        "the last one has a node"
    );
}

#[test]
fn tab_walks_through_all_of_many_quotes() {
    let mut harness = harness(desk(many(30), Some(0)));
    harness.run();
    // Each quote has two links.
    for _ in 0..60 {
        harness.key_press(egui::Key::Tab);
        harness.run_ok();
    }
    harness.key_press(egui::Key::Enter);
    harness.run_ok();
    let sent = &harness.state().sent;
    assert!(
        matches!(sent.as_slice(), [Command::Copy { text, .. }] if text.contains("number 29")),
        "{sent:?}"
    );
}

#[test]
fn an_event_opens_at_its_title_however_far_it_was_scrolled_before() {
    let mut harness = harness(desk(RECORD.to_owned(), Some(0)));
    harness.run();
    let title = |harness: &Harness<'_, Desk>| {
        let title = harness.get_by_role_and_label(Role::Heading, "Xi cites Tanaka");
        title.rect().top()
    };
    let at_the_top = title(&harness);
    harness.hover_at(egui::pos2(200.0, 400.0));
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -150.0),
        phase: egui::TouchPhase::Move,
        modifiers: egui::Modifiers::NONE,
        source: egui::MouseWheelSource::Wheel,
    });
    harness.run();
    let scrolled = title(&harness);
    assert!(scrolled < at_the_top, "{scrolled}");

    harness.state_mut().look.language = Language::ZhHans;
    harness.run();
    assert!(
        (title(&harness) - scrolled).abs() < 60.0,
        "the same event stays where it was"
    );
    harness.state_mut().look.language = Language::En;
    for event in [1, 0] {
        harness.state_mut().state.selected = Some(EventIx::from_index(event));
        harness.run();
    }
    assert_eq!(title(&harness), at_the_top);
}

/// The lines that say this, without the groups they lie in and the runs of text they are made of.
fn lines(harness: &Harness<'_, Desk>, words: &str) -> Vec<Rect> {
    harness
        .query_all_by(|node| {
            !matches!(node.role(), Role::TextRun | Role::Blockquote) && says(node, words)
        })
        .map(|node| node.rect())
        .collect()
}

fn top(harness: &Harness<'_, Desk>, words: &str) -> f32 {
    let lines = lines(harness, words);
    lines
        .first()
        .unwrap_or_else(|| panic!("{words:?} is not shown"))
        .top()
}

#[test]
fn a_click_on_a_name_finds_the_events_that_hold_it() {
    let mut harness = harness_of_size(desk(RECORD.to_owned(), Some(0)), 420.0, 1600.0);
    harness.run();
    for (name, words) in [
        ("Xi Jinping", "\"Xi Jinping\""),
        ("Japan", "Japan"),
        ("mencius", "mencius"),
    ] {
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run();
        let sent = std::mem::take(&mut harness.state_mut().sent);
        assert_eq!(sent, [Command::FindText(words.to_owned())]);
    }
}
