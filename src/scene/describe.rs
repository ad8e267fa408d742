//! What a screen reader says for what is painted.

use std::fmt::Write as _;

use super::cut::cut;
use super::lane_header::plain_title;
use super::lanes::{count_words, kind_name};
use super::{Cluster, Lane};
use crate::date::{CivilDate, Five, Instant, Language, Precision, Zone};
use crate::record::{EventIx, Flags, Timeline};

/// An event's accessible name: "1972-09-29, Japan-China Joint Communique, joint statement,
/// 3 quotes". The date is the record's own text.
pub fn event_name(timeline: &Timeline, event: EventIx, language: Language) -> String {
    let Some(whole) = timeline.event(event) else {
        return String::new();
    };
    let head = timeline.head(event);
    let kind = match whole.kind.known() {
        Some(kind) => kind_name(kind, language),
        None => timeline.kind_name(head.kind_name),
    };
    let (date, title) = (cut(whole.date.to_string()), cut(whole.title.pick(language)));
    let mut name = format!("{date}, {title}, {}", cut(kind));
    if head.quotes > 0 {
        let _ = write!(name, ", {}", quote_words(head.quotes, language));
    }
    name
}

/// "3 quotes".
pub fn quote_words(quotes: u16, language: Language) -> String {
    match language {
        Language::En if quotes == 1 => "1 quote".to_owned(),
        Language::En => format!("{quotes} quotes"),
        Language::Ja => format!("引用{quotes}件"),
        Language::ZhHans | Language::ZhHant => format!("{quotes}段引文"),
        Language::Ko => format!("인용 {quotes}건"),
    }
}

/// A pill's accessible name: "4 events, 1972-03-10 to 1972-11-02"; "at least 97 events, …" where
/// they were not counted to the end.
pub fn cluster_name(cluster: &Cluster, zone: Zone, language: Language) -> String {
    let day = |second: i64| -> CivilDate { zone.to_civil(Instant(second)).date };
    let mut count = count_words(cluster.count as usize, language);
    if cluster.at_least {
        count = match language {
            Language::En => format!("at least {count}"),
            Language::Ja => format!("{count}以上"),
            Language::ZhHans | Language::ZhHant => format!("至少{count}"),
            Language::Ko => format!("{count} 이상"),
        };
    }
    let (first, last) = (day(cluster.start_s), day(cluster.end_s.saturating_sub(1)));
    if first == last {
        return format!("{count}, {first}");
    }
    match language {
        Language::En => format!("{count}, {first} to {last}"),
        _ => format!("{count}, {first} – {last}"),
    }
}

/// A lane header's accessible name: "Japan – China, 日中 79 events".
pub fn lane_name_in_full(lane: &Lane) -> String {
    format!("{}, {}", plain_title(&lane.title), lane.subtitle.text)
}

/// How exact a date is, in words: "a year".
pub fn precision_words(precision: Precision, language: Language) -> &'static str {
    crate::date::precision_in_words(precision, language)
}

/// What makes a date doubtful, in a word after its precision: that it is about right (`~`), perhaps
/// right (`?`), or both (`%`). None where nothing does.
pub fn doubt_words(flags: Flags, language: Language) -> Option<&'static str> {
    let about = Five::new("approx.", "おおよそ", "大约", "大約", "대략");
    let perhaps = Five::new("uncertain", "不確か", "存疑", "存疑", "불확실");
    let both = Five::new(
        "approx., uncertain",
        "おおよそ・不確か",
        "大约、存疑",
        "大約、存疑",
        "대략·불확실",
    );
    let words = match (flags.has(Flags::APPROXIMATE), flags.has(Flags::UNCERTAIN)) {
        (false, false) => return None,
        (true, false) => about,
        (false, true) => perhaps,
        (true, true) => both,
    };
    Some(words.get(language))
}
