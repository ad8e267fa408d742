use super::*;

const RECORD: &str = r#"{"format": "nenpyo/1", "language": "en",
    "actors": [{"id": "JPN", "name": {"en": "Japan", "ja": "日本"}}],
    "events": [
    {"id": "jc", "title": {"en": "Joint Communiqué", "ja": "日中共同声明"}, "date": "1972-09-29",
     "actors": ["JPN"], "people": ["Kakuei Tanaka"], "tags": ["normalisation", "north-korea"],
     "summary": "A \"long\" text about and/or, \u6771\u4EAC, written so that the words that are looked for stand somewhere in its middle and the rest, of which there is enough for this, is cut off at both ends",
     "quotes": [{"text": "恒久的な平和友好関係", "lang": "ja"}]},
    {"id": "plain", "title": "Talks in Geneva", "date": "1994"}],
    "bands": [
    {"group": "Prime Minister", "label": {"en": "Kakuei Tanaka (acting)", "ja": "田中角榮（代行）"}, "date": "1972/1974"},
    {"group": "Prime Minister", "label": {"en": "Kakuei", "ja": "他田"}, "date": "1975"}]}"#;

fn timeline() -> Timeline {
    crate::format::native::read(RECORD)
        .expect("a record")
        .timeline
}

fn find(words: &str) -> Vec<Found> {
    let timeline = timeline();
    let (mut search, mut all) = (Search::new(words), Vec::new());
    while search.step(&timeline, 1, |found| all.push(found)) {}
    all
}

#[test]
fn words_are_found_in_any_field_and_writing() {
    for (words, field) in [
        ("communique", Field::Title),
        ("共同聲明", Field::Title),
        ("tanaka", Field::People),
        ("日本", Field::Actor),
        ("japan", Field::Actor),
        ("north korea", Field::Tag),
        ("\"north korea\"", Field::Tag),
        ("north-korea", Field::Tag),
        ("平和友好関係", Field::Quote),
        ("和平友好", Field::Quote),
        ("ｔａｎａｋａ", Field::People),
        ("and/or", Field::Summary),
        ("東京", Field::Summary),
    ] {
        let found = find(words);
        if words == "和平友好" {
            assert!(found.is_empty(), "other characters are another word");
            continue;
        }
        assert_eq!(found.len(), 1, "{words}");
        assert_eq!(found[0].field, field, "{words}");
    }
}

#[test]
fn office_holders_are_found_by_their_names_in_other_languages() {
    for words in ["田中角榮", "田中", "田中角栄 communique", "japan 田中"] {
        assert_eq!(find(words).len(), 1, "{words}");
    }
    assert_eq!(find("田中角榮")[0].field, Field::People);
    assert!(find("他田").is_empty(), "another with a part of the name");
    assert!(find("田中 geneva").is_empty());
    let timeline = timeline();
    let mut search = Search::new("田中");
    let mut found = None;
    while search.step(&timeline, 9, |hit| found = Some(hit.event)) {}
    let shown = search.excerpt(&timeline, found.expect("found"), Language::En);
    let shown = shown.expect("where it was found");
    assert_eq!(shown.field, Field::People);
    assert_eq!(shown.text, "田中角榮（代行）");
}

#[test]
fn all_words_must_be_there_and_a_phrase_stands_together() {
    assert_eq!(find("tanaka communiqué").len(), 1);
    assert_eq!(find("japan tanaka 平和").len(), 1);
    assert!(find("tanaka geneva").is_empty());
    assert!(find("japan geneva").is_empty());
    assert_eq!(find("\"kakuei tanaka\"").len(), 1);
    assert!(find("\"tanaka kakuei\"").is_empty());
    assert!(find("   ").is_empty());
    assert!(find("\"\"").is_empty());
}

#[test]
fn names_of_fields_and_ids_are_not_found() {
    for words in ["\"title\"", "summary", "format", "jc", "lang"] {
        assert!(find(words).is_empty(), "{words}");
    }
}

fn excerpt(words: &str, language: Language) -> Option<Excerpt> {
    Search::new(words).excerpt(&timeline(), EventIx::from_index(0), language)
}

fn marked(excerpt: &Excerpt) -> Vec<&str> {
    let part = |mark: &Range<usize>| &excerpt.text[mark.clone()];
    excerpt.marks.iter().map(part).collect()
}

#[test]
fn the_words_are_marked_in_the_excerpt() {
    let found = excerpt("kakuei tanaka", Language::En).expect("found");
    assert_eq!(found.field, Field::People);
    assert_eq!(marked(&found), ["Kakuei", "Tanaka"]);
    let found = excerpt("somewhere middle", Language::En).expect("found");
    assert_eq!(marked(&found), ["somewhere", "middle"]);
    assert!(found.text.starts_with('…') && found.text.ends_with('…'));
}

#[test]
fn an_excerpt_is_in_the_language_of_its_text_and_marked_in_its_own_writing() {
    let found = excerpt("恒久的な平和", Language::En).expect("found");
    assert_eq!(found.field, Field::Quote);
    assert_eq!(found.lang.as_ref().map(LangTag::as_str), Some("ja"));
    assert_eq!(marked(&found), ["恒久的な平和"]);
    let found = excerpt("共同聲明", Language::En).expect("the title in Japanese");
    assert_eq!(found.lang.as_ref().map(LangTag::as_str), Some("ja"));
    assert_eq!(marked(&found), ["共同声明"]);
}

#[test]
fn an_excerpt_does_not_say_the_title_again() {
    assert_eq!(excerpt("communique", Language::En), None);
    assert_eq!(excerpt("共同声明", Language::Ja), None);
    let found = excerpt("communique 平和", Language::En).expect("the word the title lacks");
    assert_eq!(found.field, Field::Quote);
}

#[test]
fn a_mark_over_the_end_of_an_excerpt_is_cut_with_it() {
    let (gap, long) = ("-".repeat(AROUND * 2 - 5), "x".repeat(30));
    let search = Search::new(&format!("first {long}"));
    let (text, marks) = search.cut(&format!("first{gap}{long}"));
    assert_eq!(marks.len(), 2);
    assert_eq!(&text[marks[1].clone()], "xxxxx");
    assert!(text.ends_with("xxxxx…"));
    let (text, marks) = Search::new("二").cut("一\n二");
    assert_eq!((text.as_str(), &text[marks[0].clone()]), ("一 二", "二"));
}

#[test]
fn any_text_can_be_marked() {
    let search = Search::new("tanaka 国");
    let text = "TANAKA went to 中國.";
    let parts: Vec<&str> = search
        .marks(text)
        .into_iter()
        .map(|mark| &text[mark])
        .collect();
    assert_eq!(parts, ["TANAKA", "國"]);
}

#[test]
fn a_search_stops_between_steps_and_goes_on() {
    let timeline = timeline();
    let mut search = Search::new("a");
    let mut count = 0;
    assert!(search.step(&timeline, 1, |_| count += 1));
    assert!((search.fraction(&timeline) - 0.5).abs() < 1e-6);
    assert!(!search.step(&timeline, 100, |_| count += 1));
    assert_eq!(count, 2);
}
