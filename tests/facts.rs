//! Lays the bundled record beside the facts it was made from, when the folder of facts is there
//! (`NENPYO_FACTS`, a folder with `events.json`, `article.md` and the others); passes without it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The facts and the record, as they are in the files.
struct Beside {
    verified: Vec<Value>,
    readouts: Vec<Value>,
    leaders: Vec<Value>,
    article: String,
    record: Value,
}

impl Beside {
    /// Reads both; `None` when no folder of facts is named.
    fn read() -> Option<Self> {
        let folder = PathBuf::from(std::env::var_os("NENPYO_FACTS")?);
        let list = |name: &str| items(&json(&folder.join(name))).to_vec();
        let mut verified = list("events.json");
        verified.extend(list("events-more.json"));
        verified.retain(|event| event["verified"] == true);
        Some(Self {
            verified,
            readouts: list("readouts.json"),
            leaders: list("leaders.json"),
            article: text_of(&folder.join("article.md")),
            record: json(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/east-asia.json")),
        })
    }

    /// The record's events by id.
    fn events(&self) -> BTreeMap<&str, &Value> {
        items(&self.record["events"])
            .iter()
            .map(|event| (string(&event["id"]), event))
            .collect()
    }
}

fn text_of(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&text_of(path))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The items of a list; none when there is no list.
fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A string; empty when there is none.
fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The words of a quote: its text and its translations.
fn words(quote: &Value) -> Vec<&str> {
    let translations = quote["translations"].as_object();
    let translated = translations
        .into_iter()
        .flat_map(|map| map.values().map(string));
    std::iter::once(string(&quote["text"]))
        .chain(translated)
        .collect()
}

/// Every string in a value, joined.
fn all_strings(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => {
            out.push_str(text);
            out.push('\n');
        }
        Value::Array(list) => list.iter().for_each(|item| all_strings(item, out)),
        Value::Object(map) => map.values().for_each(|item| all_strings(item, out)),
        _ => {}
    }
}

/// A text without what copies of it write differently: spaces, the width and shape of punctuation.
fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2013}' | '\u{2014}' => '-',
            '、' => ',',
            '。' => '.',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// Titles that are written otherwise than in the facts, since these have a slip: the event, the slip
/// and what is right.
const CORRECTED_TITLES: [(&str, &str, &str); 1] = [(
    // 光華寮 is Kokaryo: "Twenty years without end", The Japan Times, 1 April 2007.
    "kokario-dormitory-ruling-1987",
    "Kokario dormitory ruling",
    "Kokaryo dormitory ruling",
)];

#[test]
fn every_verified_event_is_in_the_record() {
    let Some(beside) = Beside::read() else { return };
    let events = beside.events();
    assert!(
        beside.verified.len() >= 258,
        "only {} verified events",
        beside.verified.len()
    );
    assert_eq!(events.len(), beside.verified.len());
    for fact in &beside.verified {
        let id = string(&fact["id"]);
        let event = events.get(id).unwrap_or_else(|| panic!("{id} is missing"));
        // A day of a month that is not known is written out (`-XX`) where the standard asks for it.
        let date = string(&event["date"]).replace("-XX", "");
        assert_eq!(date, string(&fact["date"]), "{id}");
        assert_eq!(event["actors"], fact["actors"], "{id}");
        assert_eq!(event["tone"]["value"], fact["tone"], "{id}");
        let corrected = CORRECTED_TITLES.iter().find(|(of, ..)| *of == id);
        let title = corrected.map_or(string(&fact["title_en"]), |(_, from, to)| {
            // A correction that is no longer needed goes.
            assert_eq!(string(&fact["title_en"]), *from, "{id}");
            to
        });
        assert_eq!(string(&event["title"]["en"]), title, "{id}");
        assert!(!items(&event["sources"]).is_empty(), "{id} has no source");
    }
}

#[test]
fn every_quote_is_there_word_for_word() {
    let Some(beside) = Beside::read() else { return };
    let events = beside.events();
    for fact in &beside.verified {
        let id = string(&fact["id"]);
        let quotes = items(&events[id]["quotes"]);
        let shown: Vec<&str> = quotes.iter().flat_map(words).collect();
        let notes = quotes.iter().map(|quote| string(&quote["note"]));
        let told: Vec<String> = shown.iter().copied().chain(notes).map(fold).collect();
        for quote in items(&fact["quotes"]) {
            let text = string(&quote["text"]);
            assert!(shown.contains(&text), "{id}: {text}");
            for other in items(&quote["counterparts"]) {
                let text = fold(string(&other["text"]));
                assert!(
                    told.iter().any(|words| words.contains(&text)),
                    "{id}: {text}"
                );
            }
        }
    }
}

#[test]
fn no_word_is_made_up() {
    let Some(beside) = Beside::read() else { return };
    let quotes = beside
        .verified
        .iter()
        .flat_map(|fact| items(&fact["quotes"]));
    let counterparts = quotes
        .clone()
        .flat_map(|quote| items(&quote["counterparts"]));
    let sides = beside
        .readouts
        .iter()
        .flat_map(|pair| [&pair["side_a"], &pair["side_b"]]);
    let passages = sides.flat_map(|side| items(&side["passages"]));
    let omissions = beside
        .readouts
        .iter()
        .flat_map(|pair| items(&pair["observed_omissions"]));
    let known: BTreeSet<&str> = quotes
        .chain(counterparts)
        .chain(passages)
        .chain(omissions)
        .map(|passage| string(&passage["text"]))
        .collect();
    for (id, event) in beside.events() {
        for text in items(&event["quotes"]).iter().flat_map(words) {
            assert!(
                known.contains(text) || beside.article.contains(text),
                "{id}: {text}"
            );
        }
    }
}

#[test]
fn both_sides_of_every_readout_are_there() {
    let Some(beside) = Beside::read() else { return };
    let events = beside.events();
    for pair in &beside.readouts {
        let id = string(&pair["event"]);
        for side in [&pair["side_a"], &pair["side_b"]] {
            for passage in items(&side["passages"]) {
                let text = fold(string(&passage["text"]));
                let found = items(&events[id]["quotes"]).iter().any(|quote| {
                    words(quote)
                        .into_iter()
                        .any(|words| fold(words).contains(&text))
                        && items(&quote["topic"]).contains(&passage["topic"])
                        && quote["issuer"] == side["issuer"]
                        && quote["side"].is_string()
                });
                assert!(found, "{id}: {text}");
            }
        }
        for omission in items(&pair["observed_omissions"]) {
            let text = string(&omission["text"]);
            let quotes = items(&events[id]["quotes"]);
            assert!(
                quotes.iter().flat_map(words).any(|words| words == text),
                "{id}: {text}"
            );
        }
    }
}

#[test]
fn every_relation_and_source_resolves() {
    let Some(beside) = Beside::read() else { return };
    let events = beside.events();
    let sources: BTreeSet<&str> = items(&beside.record["sources"])
        .iter()
        .map(|source| string(&source["id"]))
        .collect();
    let mut relations = 0;
    for (id, event) in &events {
        for relation in items(&event["relations"]) {
            assert!(
                events.contains_key(string(&relation["event"])),
                "{id}: {relation}"
            );
            relations += 1;
        }
        for cited in items(&event["sources"])
            .iter()
            .chain(items(&event["quotes"]))
        {
            assert!(
                sources.contains(string(&cited["source"])),
                "{id}: {}",
                cited["source"]
            );
        }
    }
    let kept = beside
        .verified
        .iter()
        .flat_map(|fact| items(&fact["relations"]));
    let kept = kept
        .filter(|relation| events.contains_key(string(&relation["target"])))
        .count();
    assert_eq!(relations, kept, "a relation of the facts is lost");
}

#[test]
fn every_term_of_office_is_a_band() {
    let Some(beside) = Beside::read() else { return };
    let bands = items(&beside.record["bands"]);
    assert_eq!(bands.len(), beside.leaders.len());
    for term in &beside.leaders {
        let date = format!(
            "{}/{}",
            string(&term["start"]),
            term["end"].as_str().unwrap_or("..")
        );
        let name = &term["name_en"];
        let band = bands
            .iter()
            .find(|band| band["label"]["en"] == *name && string(&band["date"]) == date)
            .unwrap_or_else(|| panic!("{name} {date} is missing"));
        assert_eq!(
            band["acting"] == true,
            term["acting"] == true,
            "{name} {date}"
        );
        assert_eq!(band["actor"], term["country"], "{name} {date}");
        if let Some(native) = term["name_native"].as_str() {
            let labels = band["label"]
                .as_object()
                .into_iter()
                .flat_map(|map| map.values());
            assert!(
                labels.map(string).any(|label| label == native),
                "{name} {date}: {native}"
            );
        }
    }
}

#[test]
fn a_quote_that_disputes_has_its_opposite_beside_it() {
    let Some(beside) = Beside::read() else { return };
    let events = beside.events();
    for id in [
        "japan-china-joint-statement-2008",
        "japan-china-joint-press-statement-2006",
        "japan-china-four-point-consensus-2014",
        "us-china-normalization-communique-1979",
        "cheonan-sinking-2010",
        "xi-cites-tanaka-lima-2024",
        "biden-xi-summit-lima-2024",
    ] {
        let quotes = items(&events[id]["quotes"]);
        let disputing = quotes.iter().find(|quote| quote["stance"] == "disputes");
        let about = &disputing.unwrap_or_else(|| panic!("{id}: nothing disputes"))["about"];
        let answered = quotes.iter().any(|quote| {
            quote["stance"] == "supports"
                && items(&quote["about"])
                    .iter()
                    .any(|on| items(about).contains(on))
        });
        assert!(answered, "{id}: nothing stands on the other side");
    }
}

/// People, institutions, quotations and claims of the article.
const ARTICLE: [&str; 37] = [
    "Haruka Satake",
    "Joe Biden",
    "Xi Jinping",
    "Shigeru Ishiba",
    "Kakuei Tanaka",
    "Policy Research Fellow",
    "Edwin O Reischauer Center for East Asian Studies",
    "Johns Hopkins School of Advanced International Studies",
    "East Asia Forum",
    "Positivity Peaks At The Japan–China Summit",
    "China cannot tolerate conflict and chaos in the Korean Peninsula and will not sit by and watch China’s strategic security and core interests being threatened",
    "did not explicitly name North Korea or Russia",
    "a concern about the possibility of problems between North Korea and Russia",
    "the North Korean issue was not discussed at the Japan–China summit in Peru on 15 November 2024",
    "strategic mutually beneficial relationship",
    "Established in 2008",
    "respecting mutual interests and addressing common challenges through cooperation",
    "high expectations for Ishiba",
    "the most favourable of any meeting with a Japanese leader in recent years",
    "Both Prime Minister Ishiba and President Xi appeared conciliatory in their public interactions",
    "China’s shift to smile diplomacy instead of its hard-line wolf warrior approach of the past",
    "political mentor",
    "the normalisation of diplomatic relations between Japan and China in 1972",
    "Japanese Foreign Ministry official",
    "if I reflect and correct myself, I will move forward even against ten million opponents",
    "hope for improved Japan–China relations despite current domestic challenges",
    "expansion of North Korea’s nuclear and missile capabilities",
    "align their strategic interests",
    "reduce its nuclear ambitions",
    "bring Pyongyang back to the negotiating table",
    "defence cooperation with the United States and South Korea",
    "push North Korea further toward expanding its nuclear arsenal",
    "demilitarisation",
    "Track 1.5 and Track 2",
    "build trust among stakeholders",
    "include North Korea in a broader group committed to non-military solutions",
    "dialogue and cooperation rather than confrontation",
];

#[test]
fn the_article_can_be_found_in_the_record() {
    let Some(beside) = Beside::read() else { return };
    let mut text = String::new();
    all_strings(&beside.record["events"], &mut text);
    all_strings(&beside.record["sources"], &mut text);
    let (article, text) = (fold(&beside.article), fold(&text));
    for phrase in ARTICLE {
        let phrase = fold(phrase);
        assert!(article.contains(&phrase), "not in the article: {phrase}");
        assert!(text.contains(&phrase), "not in the record: {phrase}");
    }
    let tags: BTreeSet<&str> = beside
        .events()
        .values()
        .flat_map(|event| items(&event["tags"]))
        .map(string)
        .collect();
    for tag in [
        "track-1.5",
        "track-2",
        "smile-diplomacy",
        "wolf-warrior",
        "north-korea-nuclear",
    ] {
        assert!(tags.contains(tag), "no event has the tag {tag}");
    }
}
