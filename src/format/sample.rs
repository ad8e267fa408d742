//! Records of any size for measurements: the same events from the same seed, on every machine.
//!
//! An event is about 700 bytes, with titles in English and Japanese, one or two quotes with a
//! translation, sources, relations, and now and then a date that is not a plain day. Nothing in
//! them happened.

use std::fmt::Write as _;

/// Who may act in a sample, with their names in English and Japanese.
const ACTORS: [(&str, &str, &str); 12] = [
    ("JPN", "Japan", "日本"),
    ("CHN", "China", "中国"),
    ("KOR", "South Korea", "韓国"),
    ("PRK", "North Korea", "北朝鮮"),
    ("USA", "United States", "米国"),
    ("TWN", "Taiwan", "台湾"),
    ("RUS", "Russia", "ロシア"),
    ("VNM", "Vietnam", "ベトナム"),
    ("PHL", "Philippines", "フィリピン"),
    ("IND", "India", "インド"),
    ("AUS", "Australia", "オーストラリア"),
    ("ASEAN", "ASEAN", "東南アジア諸国連合"),
];

/// Kinds, the frequent ones several times.
const KINDS: [&str; 16] = [
    "talks",
    "talks",
    "visit",
    "visit",
    "visit",
    "summit",
    "summit",
    "joint_statement",
    "agreement",
    "incident",
    "protest",
    "speech",
    "forum",
    "missile_launch",
    "treaty",
    "sanction",
];

const PLACES: [(&str, &str, &str, &str, &str, &str); 6] = [
    ("Tokyo", "東京", "JPN", "35.68", "139.69", "Asia/Tokyo"),
    ("Beijing", "北京", "CHN", "39.9", "116.41", "Asia/Shanghai"),
    ("Seoul", "ソウル", "KOR", "37.57", "126.98", "Asia/Seoul"),
    (
        "Washington",
        "ワシントン",
        "USA",
        "38.9",
        "-77.04",
        "America/New_York",
    ),
    (
        "Jakarta",
        "ジャカルタ",
        "IDN",
        "-6.21",
        "106.85",
        "Asia/Jakarta",
    ),
    ("Lima", "リマ", "PER", "-12.05", "-77.04", "America/Lima"),
];

const PHRASES: [(&str, &str); 6] = [
    (
        "Both sides agreed to continue their dialogue at all levels.",
        "双方は、あらゆるレベルで対話を続けることで一致した。",
    ),
    (
        "The two governments will settle disputes by peaceful means.",
        "両国政府は、紛争を平和的手段により解決する。",
    ),
    (
        "We expressed grave concern over recent developments.",
        "我々は、最近の動きに深刻な懸念を表明した。",
    ),
    (
        "Exchange between the peoples is the foundation of all else.",
        "国民の間の交流は、他のすべての基礎である。",
    ),
    (
        "History should be taken as a mirror, and the future faced with confidence.",
        "歴史を鑑とし、自信をもって未来に向かうべきである。",
    ),
    (
        "Neither side will seek hegemony.",
        "双方のいずれも覇権を求めるべきではない。",
    ),
];

/// A record of `events` events in Nenpyo's format; the same for the same `seed`.
pub fn record(events: usize, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut text = String::with_capacity(events * 760 + 20_000);
    let sources = (events / 20).clamp(5, 2000);
    header(&mut text, sources);
    for event in 0..events {
        text.push_str(if event == 0 { "\n    " } else { ",\n    " });
        // Writing to a string cannot fail.
        let _ = write_event(&mut text, event, sources, &mut dice);
    }
    text.push_str("\n  ],\n");
    footer(&mut text);
    text
}

fn header(text: &mut String, sources: usize) {
    text.push_str(
        "{\n  \"format\": \"nenpyo/1\",\n  \"title\": {\"en\": \"A sample\", \"ja\": \"見本\"},\n  \
         \"license\": \"CC0-1.0\",\n  \"actors\": [",
    );
    for (at, (id, en, ja)) in ACTORS.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        let _ = write!(
            text,
            "{comma}\n    {{\"id\": \"{id}\", \"name\": {{\"en\": \"{en}\", \"ja\": \"{ja}\"}}}}"
        );
    }
    text.push_str("\n  ],\n  \"sources\": [");
    for at in 0..sources {
        let comma = if at == 0 { "" } else { "," };
        let year = 1945 + at % 80;
        let _ = write!(
            text,
            "{comma}\n    {{\"id\": \"source-{at}\", \"type\": \"document\", \"title\": \"Collected documents, volume {at}\", \
             \"publisher\": \"A ministry\", \"issued\": \"{year}\", \"language\": \"en\"}}"
        );
    }
    text.push_str("\n  ],\n  \"events\": [");
}

fn footer(text: &mut String) {
    text.push_str("  \"bands\": [");
    for at in 0..20 {
        let comma = if at == 0 { "" } else { "," };
        let (from, to) = (1945 + at * 4, 1949 + at * 4);
        let _ = write!(
            text,
            "{comma}\n    {{\"group\": \"Head of government\", \"label\": \"Holder {at}\", \"date\": \"{from}/{to}\"}}"
        );
    }
    text.push_str(
        "\n  ],\n  \"stories\": [{\"id\": \"walk\", \"title\": \"A walk\", \"steps\": []}]\n}\n",
    );
}

fn write_event(
    text: &mut String,
    event: usize,
    sources: usize,
    dice: &mut Dice,
) -> std::fmt::Result {
    let (first, second) = (dice.below(5), 1 + dice.below(11));
    let (a, b) = (ACTORS[first], ACTORS[(first + second) % ACTORS.len()]);
    let kind = KINDS[dice.below(KINDS.len())];
    let words = kind.replace('_', " ");
    let place = PLACES[dice.below(PLACES.len())];
    write!(
        text,
        "{{\"id\": \"event-{event}\", \"title\": {{\"en\": \"{} and {}: {words} {event}\", \
         \"ja\": \"{}・{}第{event}回\"}},\n     \"date\": \"",
        a.1, b.1, a.2, b.2
    )?;
    write_date(text, dice)?;
    write!(
        text,
        "\", \"time_zone\": \"{}\", \"kind\": \"{kind}\", \"actors\": [\"{}\", \"{}\"",
        place.5, a.0, b.0
    )?;
    if dice.below(8) == 0 {
        write!(
            text,
            ", \"{}\"",
            ACTORS[(first + second + 1) % ACTORS.len()].0
        )?;
    }
    write!(
        text,
        "],\n     \"place\": {{\"name\": {{\"en\": \"{}\", \"ja\": \"{}\"}}, \"country\": \"{}\", \
         \"lat\": {}, \"lon\": {}}}, \"tags\": [\"tag-{}\"],\n     \"importance\": {}, \
         \"tone\": {{\"value\": {}, \"reason\": \"By its words.\"}},\n     \"quotes\": [",
        place.0,
        place.1,
        place.2,
        place.3,
        place.4,
        dice.below(40),
        5 - (1 + dice.below(624)).ilog(5),
        dice.below(11) as i64 - 5,
    )?;
    for quote in 0..=dice.below(16) / 15 {
        let (en, ja) = PHRASES[dice.below(PHRASES.len())];
        let comma = if quote == 0 { "" } else { ", " };
        let stance = if quote > 0 {
            ", \"stance\": \"disputes\""
        } else {
            ""
        };
        write!(
            text,
            "{comma}{{\"text\": \"{en}\", \"lang\": \"en\", \"translations\": {{\"ja\": \"{ja}\"}}, \
             \"source\": \"source-{}\", \"locator\": \"p. {}\"{stance}}}",
            dice.below(sources),
            1 + dice.below(400),
        )?;
    }
    write!(
        text,
        "],\n     \"sources\": [{{\"source\": \"source-{}\"}}]",
        dice.below(sources)
    )?;
    if event > 0 && dice.below(3) == 0 {
        let earlier = dice.below(event);
        write!(
            text,
            ",\n     \"relations\": [{{\"type\": \"follows_from\", \"event\": \"event-{earlier}\"}}]"
        )?;
    }
    text.push('}');
    Ok(())
}

/// A date between 1945 and 2024: nine of ten a plain day.
fn write_date(text: &mut String, dice: &mut Dice) -> std::fmt::Result {
    let (year, month, day) = (
        1945 + dice.below(80),
        1 + dice.below(12),
        1 + dice.below(28),
    );
    match dice.below(40) {
        0 => write!(text, "{year}"),
        1 => write!(text, "{year}-{month:02}"),
        2 => write!(
            text,
            "{year}-{month:02}-{day:02}/{}-{month:02}-{day:02}",
            year + 1
        ),
        3 => write!(text, "{year}~"),
        _ => write!(text, "{year}-{month:02}-{day:02}"),
    }
}

/// Numbers that look random and are always the same (`SplitMix64`, Steele and others 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound.max(1) as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::native;

    #[test]
    fn a_sample_is_a_record_without_fault_and_always_the_same() {
        let text = record(500, 7);
        assert_eq!(text, record(500, 7));
        assert_ne!(text, record(500, 8));
        let opened = native::read(text.clone()).unwrap();
        assert_eq!(opened.report.diagnostics, []);
        assert_eq!(opened.timeline.len(), 500);
        assert!(
            (600..800).contains(&(text.len() / 500)),
            "{} bytes",
            text.len() / 500
        );
    }
}
