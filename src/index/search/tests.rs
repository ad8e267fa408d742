use super::excerpt::AROUND;
use super::*;
use crate::date::Language;

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
    let mut search = Search::new("ta");
    let mut count = 0;
    assert!(search.step(&timeline, 1, |_| count += 1));
    assert!((search.fraction(&timeline) - 0.5).abs() < 1e-6);
    assert!(!search.step(&timeline, 100, |_| count += 1));
    assert_eq!(count, 2);
}

fn ids_of(record: &str, words: &str) -> Vec<(String, Field)> {
    let opened = crate::format::native::read(record.to_owned()).expect("a record");
    let timeline = opened.timeline;
    let mut found = Search::new(words).all(&timeline);
    found.sort_by_key(|hit| (hit.fit, timeline.head(hit.event).start));
    let named = |hit: &Found| {
        let id = timeline.id(hit.event).unwrap_or_default();
        (id.into_owned(), hit.field)
    };
    found.iter().map(named).collect()
}

fn only_ids(record: &str, words: &str) -> Vec<String> {
    ids_of(record, words)
        .into_iter()
        .map(|(id, _)| id)
        .collect()
}

const YEARS: &str = r#"{"format": "nenpyo/1", "language": "en", "events": [
    {"id": "recalled", "title": "Forty years since 1972", "date": "2012-09-29"},
    {"id": "talk", "title": "Talks", "date": "1990", "summary": "Since 1972 much has changed"},
    {"id": "tokyo", "title": "New year", "date": "1972-01-01", "time_zone": "Asia/Tokyo"},
    {"id": "day", "title": "Communiqué", "date": "1972-09-29", "people": ["Tanaka"]},
    {"id": "year", "title": "A year", "date": "1972"},
    {"id": "war", "title": "War", "date": "1971/1972-03"},
    {"id": "showa", "title": "昭和の日", "date": "2007"},
    {"id": "after", "title": "Talks", "date": "1973-01-01", "time_zone": "Asia/Tokyo"}]}"#;

#[test]
fn a_typed_date_finds_the_events_in_it() {
    let found = ids_of(YEARS, "1972");
    let ids: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["recalled", "war", "tokyo", "year", "day", "talk"]);
    assert_eq!(found[1].1, Field::Date);
    assert_eq!(only_ids(YEARS, "29 Sep 1972"), ["day"]);
    assert_eq!(only_ids(YEARS, "1972年9月"), ["day"]);
    assert_eq!(only_ids(YEARS, "昭和47年9月29日"), ["day"]);
    assert_eq!(only_ids(YEARS, "tanaka 1972"), ["day"]);
    assert_eq!(only_ids(YEARS, "talks 1990"), ["talk"]);
    assert_eq!(only_ids(YEARS, "\"1972\""), ["recalled", "talk"], "words");
    assert_eq!(only_ids(YEARS, "昭和"), ["showa"], "an era is a word");
}

const PLACES: &str = r#"{"format": "nenpyo/1", "language": "en", "events": [
    {"id": "kuilima", "title": "Kuilima Declaration", "date": "1972-09-01"},
    {"id": "climate", "title": "Climate talks", "date": "1992", "summary": "Not in Peru"},
    {"id": "quote", "title": "A word", "date": "2000", "summary": "What Lima meant"},
    {"id": "limassol", "title": "Talks in Limassol", "date": "2001"},
    {"id": "place", "title": "Summit", "date": "2008", "place": {"name": "Lima"}},
    {"id": "title", "title": "Ishiba and Xi meet in Lima, 北京東京", "date": "2024-11-15"}]}"#;

#[test]
fn latin_words_are_found_where_words_begin_and_the_title_first() {
    let found = only_ids(PLACES, "Lima");
    assert_eq!(found, ["title", "limassol", "place", "quote"]);
    assert_eq!(only_ids(PLACES, "meet lima"), ["title"]);
    assert_eq!(
        only_ids(PLACES, "京東"),
        ["title"],
        "East Asian words run together"
    );
}

#[test]
fn inside_of_words_is_found_only_what_is_nowhere_else() {
    assert_eq!(only_ids(PLACES, "uilima"), ["kuilima"]);
    assert_eq!(only_ids(PLACES, "limat"), ["climate"]);
    let opened = crate::format::native::read(PLACES).expect("a record");
    let mut search = Search::new("Lima");
    let mut found = Vec::new();
    while search.step(&opened.timeline, 1, |hit| found.push(hit)) {}
    let is_inside: Vec<bool> = found.iter().map(|hit| hit.fit.is_inside()).collect();
    assert_eq!(is_inside, [true, true, false, false, false, false]);
    assert_eq!(search.marks("Climate, Lima").len(), 1, "and no more marked");
    assert_eq!(Search::new("lima").marks("Climate, Lima").len(), 2);
}

const LEADERS: &str = r#"{"format": "nenpyo/1", "language": "en", "events": [
    {"id": "speaker", "title": "A speech", "date": "2013",
     "quotes": [{"text": "和平", "lang": "zh", "speaker": "Xi Jinping"}]},
    {"id": "title", "title": "Ishiba meets Xi", "date": "2024"},
    {"id": "korean", "title": "시진핑 방문", "date": "2014"},
    {"id": "han", "title": "習近平の訪問", "date": "2015"},
    {"id": "xian", "title": "A visit to Xi’an", "date": "1992"},
    {"id": "makiko", "title": "Tanaka resigns", "date": "2002", "people": ["Makiko Tanaka"]},
    {"id": "kakuei", "title": "Tanaka resigns", "date": "1974"},
    {"id": "kim", "title": "Kim speaks", "date": "1990"},
    {"id": "sung", "title": "A speech of Kim Il Sung", "date": "1980"}],
    "bands": [
    {"group": "Leader", "actor": "CHN", "label": {"en": "Xi Jinping", "zh-Hans": "习近平"}, "date": "2012/.."},
    {"group": "President", "actor": "CHN", "label": {"en": "Xi Jinping", "ko": "시진핑"}, "date": "2013/.."},
    {"group": "Prime Minister", "actor": "JPN", "label": {"en": "Shigeru Ishiba", "ja": "石破茂"}, "date": "2024/.."},
    {"group": "Prime Minister", "actor": "JPN", "label": {"en": "Kakuei Tanaka", "ja": "田中角栄"}, "date": "1972/1974"},
    {"group": "Supreme leader", "actor": "PRK", "label": {"en": "Kim Il Sung", "ko": "김일성"}, "date": "1948/1994"},
    {"group": "Supreme leader", "actor": "PRK", "label": {"en": "Kim Jong Un", "ko": "김정은"}, "date": "2011/.."}]}"#;

#[test]
fn a_person_is_found_under_all_names_by_any_of_them() {
    let sorted = |words: &str| {
        let mut found = only_ids(LEADERS, words);
        found.sort();
        found
    };
    for name in [
        "Xi Jinping",
        "Jinping Xi",
        "\"xi jinping\"",
        "习近平",
        "習近平",
        "시진핑",
    ] {
        assert_eq!(
            sorted(name),
            ["han", "korean", "speaker", "title"],
            "{name}"
        );
    }
    assert_eq!(sorted("Xi"), ["han", "korean", "speaker", "title", "xian"]);
    for name in ["Ishiba", "石破", "石破茂", "Shigeru Ishiba"] {
        assert_eq!(sorted(name), ["title"], "{name}");
    }
    assert_eq!(sorted("石"), [""; 0], "one character is no Japanese name");
    assert_eq!(sorted("石破 시진핑"), ["title"]);
    assert_eq!(sorted("田中角栄"), ["kakuei"], "not the other of that name");
    assert_eq!(sorted("김일성"), ["sung"], "Kim may be another");
    assert_eq!(sorted("김"), [""; 0]);
    assert_eq!(sorted("Kim"), ["kim", "sung"]);
}

#[test]
fn another_name_is_marked_where_it_stands() {
    let opened = crate::format::native::read(LEADERS).expect("a record");
    let timeline = opened.timeline;
    let mut search = Search::new("시진핑");
    while search.step(&timeline, 9, |_| ()) {}
    assert_eq!(search.marks("Ishiba meets Xi").first(), Some(&(13..15)));
    let shown = search.excerpt(&timeline, EventIx::from_index(0), Language::En);
    assert_eq!(shown.expect("the speaker").text, "Xi Jinping");
}
