use super::*;

const RECORD: &str = r#"{"format": "nenpyo/1", "language": "en",
    "actors": [{"id": "JPN", "name": {"en": "Japan", "ja": "日本"}}],
    "events": [
    {"id": "jc", "title": {"en": "Joint Communiqué", "ja": "日中共同声明"}, "date": "1972-09-29",
     "actors": ["JPN"], "people": ["Kakuei Tanaka"], "tags": ["normalisation", "north-korea"],
     "summary": "A \"long\" text about and/or, \u6771\u4EAC, written so that the words that are looked for stand somewhere in its middle and the rest, of which there is enough for this, is cut off at both ends",
     "quotes": [{"text": "恒久的な平和友好関係", "lang": "ja"}]},
    {"id": "plain", "title": "Talks in Geneva", "date": "1994"}]}"#;

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

#[test]
fn the_words_are_marked_in_the_snippet() {
    let found = find("kakuei tanaka");
    let marked = |found: &Found| -> Vec<String> {
        found
            .marks
            .iter()
            .map(|mark| found.snippet[mark.clone()].to_owned())
            .collect()
    };
    assert_eq!(marked(&found[0]), ["Kakuei", "Tanaka"]);
    let found = find("somewhere middle");
    assert_eq!(marked(&found[0]), ["somewhere", "middle"]);
    assert!(found[0].snippet.starts_with('…') && found[0].snippet.ends_with('…'));
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
