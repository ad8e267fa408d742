//! Quotes with their documents, and both sides' words.

use super::*;

/// Texts in two languages with a document each, one of them on paper, and two sides' words.
const TWO_DOCUMENTS: &str = r#"{"format": "nenpyo/1",
 "actors": [{"id": "JPN", "name": {"en": "Japan"}}, {"id": "CHN", "name": {"en": "China"}}],
 "sources": [{"id": "ja", "title": "会談録", "language": "ja", "note": "Seen on a copy; not linked."},
  {"id": "en", "title": "Record of talks", "language": "en", "URL": "https://example.org/en"}],
 "events": [{"title": "Talks", "date": "1972", "quotes": [
    {"text": "迷惑", "lang": "ja", "speaker": "Tanaka", "source": "ja", "locator": "p. 2", "note": "A remark.",
     "translations": {"en": "trouble", "ko": "폐"}, "translation_sources": {"en": "en", "ko": "ja"}},
    {"text": "反省", "lang": "ja", "source": "ja"},
    {"text": "和平", "lang": "zh-Hans", "side": "CHN", "topic": ["peace"]},
    {"text": "友好", "lang": "zh-Hans", "side": "CHN", "topic": ["peace"]},
    {"text": "Trade", "lang": "en", "side": "JPN", "topic": ["trade"]}],
  "sources": [{"source": "ja"}]}]}"#;

#[test]
fn each_document_stands_under_its_own_text() {
    let mut harness = harness_of_size(desk(TWO_DOCUMENTS.to_owned(), Some(0)), 420.0, 1600.0);
    harness.run();
    let order = [
        "「迷惑」",
        "Tanaka",
        "会談録 · p. 2",
        "Seen on a copy; not linked.",
        "“trouble”",
        "Record of talks",
        "Open source",
        "A remark.",
        "1 more language",
    ];
    let tops = order.map(|words| top(&harness, words));
    assert!(tops.is_sorted(), "{tops:?}");
    harness.get_by_label_contains("1 more language").click();
    harness.run();
    assert!(top(&harness, "“폐”") < top(&harness, "In the same document"));
}

#[test]
fn where_a_document_was_seen_is_told_once_in_an_event() {
    let mut harness = harness_of_size(desk(TWO_DOCUMENTS.to_owned(), Some(0)), 420.0, 1600.0);
    harness.run();
    let told = lines(&harness, "Seen on a copy").len();
    assert_eq!(told, 1, "of two quotes and the event's own source");
}

#[test]
fn a_card_says_that_nothing_is_in_the_readers_language_and_a_topic_who_is_silent() {
    let mut harness = harness_of_size(desk(TWO_DOCUMENTS.to_owned(), Some(0)), 420.0, 1600.0);
    harness.run();
    let says_no = lines(&harness, "no English").len();
    assert_eq!(says_no, 3, "反省, 和平, 友好");
    assert!(shows(&harness, "Japan: not in the text as seen"));
    assert!(shows(&harness, "China: not in the text as seen"));
    harness.state_mut().look.language = Language::ZhHant;
    harness.run();
    assert!(shows(&harness, "無中文譯文"), "Japanese");
    let says_no = lines(&harness, "無中文譯文").len();
    assert_eq!(says_no, 3, "either Chinese script is read");
}

#[test]
fn the_languages_of_the_translations_shown_are_counted() {
    let mut harness = harness_of_size(desk(TWO_DOCUMENTS.to_owned(), Some(0)), 420.0, 1600.0);
    harness.run();
    assert!(shows(&harness, "5 quotes · 3 languages"));
    harness.state_mut().look.language = Language::Ja;
    harness.run();
    assert!(shows(&harness, "3言語"), "his own words need no English");
}

#[test]
fn quotes_stand_at_one_distance_from_each_other() {
    let mut harness = harness_of_size(desk(TWO_DOCUMENTS.to_owned(), Some(0)), 420.0, 1600.0);
    harness.run();
    let ends: Vec<f32> = lines(&harness, "Copy with citation")
        .iter()
        .map(egui::Rect::bottom)
        .collect();
    let starts: Vec<f32> = ["JAPANESE", "CHINESE, SIMPLIFIED"]
        .iter()
        .flat_map(|language| lines(&harness, language))
        .map(|line| line.top())
        .collect();
    let gap = |quote: usize| (starts[quote + 1] - ends[quote]).round();
    assert_eq!((gap(0), gap(2)), (24.0, 24.0), "in a row, and of one side");
}

/// A long event with both sides' words at its end.
fn with_sides_far_down() -> String {
    let many = r#"{"text": "Words of a long event, said at some length so that lines wrap and wrap", "lang": "en", "source": "en"},"#.repeat(20);
    TWO_DOCUMENTS.replacen("\"quotes\": [", &format!("\"quotes\": [{many}"), 1)
}

#[test]
fn a_link_goes_down_to_both_sides_words() {
    let record = with_sides_far_down();
    let mut harness = harness_of_size(desk(record, Some(0)), 1400.0, 700.0);
    harness.run();
    harness.get_by_label("Both sides’ words ↓").click();
    harness.run_steps(8);
    let heading = lines(&harness, "BOTH SIDES’ WORDS");
    let top = heading.first().expect("the heading").top();
    assert!((0.0..120.0).contains(&top), "{top}");
}

fn on_one_topic() -> String {
    TWO_DOCUMENTS.replace("[\"trade\"]", "[\"peace\"]")
}

#[test]
fn a_narrow_panel_offers_to_be_wide_enough_for_both_sides() {
    let mut harness = harness_of_size(desk(on_one_topic(), Some(0)), 420.0, 1600.0);
    harness.run();
    let beside = "Beside each other";
    assert!(!shows(&harness, beside), "this window has no room for it");
    let sides = ["Japan", "China"].map(|side| top(&harness, side));
    assert!((sides[0] - sides[1]).abs() > 50.0, "{sides:?}");
    let mut harness = in_window(desk(on_one_topic(), Some(0)), 1400.0);
    harness.run();
    harness.get_by_label(beside).click();
    harness.run_steps(8);
    let sent = &harness.state().sent;
    let width = sent.iter().find_map(|command| match command {
        Command::PanelWidth(points) => Some(*points),
        _ => None,
    });
    harness.state_mut().state.settings.panel_width_points = width.expect("a width is sent");
    harness.run();
    assert!(!shows(&harness, beside), "they have it");
    let sides = ["Japan", "China"].map(|side| top(&harness, side));
    assert!((sides[0] - sides[1]).abs() < 1.0, "{sides:?}");
}
