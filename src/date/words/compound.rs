//! Intervals and sets in words: "25–30 September 1972", "before 1980", "1667 or 1668".
//!
//! EDTF has no word for "before": an interval with an unknown start (`/1980`) is worded "before
//! 1980" and one with an open start (`../1980`) "until 1980"; both reach to the end of 1980.

use super::gregorian::{counted_year, day_of_any_year, english_number};
use super::names::{NameWidth, month_name};
use super::single;
use crate::date::Five;
use crate::date::{Date, Endpoint, Interval, Language, Member, Set, SetKind};

/// The interval in words.
pub(super) fn interval(interval: &Interval, language: Language) -> String {
    match (interval.start(), interval.end()) {
        (Endpoint::Date(start), Endpoint::Date(end)) => range(start, end, language),
        (Endpoint::Unknown, Endpoint::Date(end)) => {
            let end = single::date(end, language);
            match language {
                Language::En => format!("before {end}"),
                Language::Ja | Language::ZhHans | Language::ZhHant => format!("{end}以前"),
                Language::Ko => format!("{end} 이전"),
            }
        }
        (Endpoint::Date(start), Endpoint::Unknown) => {
            let start = single::date(start, language);
            match language {
                Language::En => format!("after {start}"),
                Language::ZhHans => format!("{start}以后"),
                Language::Ja | Language::ZhHant => format!("{start}以後"),
                Language::Ko => format!("{start} 이후"),
            }
        }
        (Endpoint::Open, Endpoint::Date(end)) => {
            let end = single::date(end, language);
            match language {
                Language::En => format!("until {end}"),
                Language::Ja => format!("{end}まで"),
                Language::ZhHans | Language::ZhHant => format!("至{end}"),
                Language::Ko => format!("{end}까지"),
            }
        }
        (Endpoint::Date(start), Endpoint::Open) => {
            let start = single::date(start, language);
            match language {
                Language::En => format!("from {start}"),
                Language::Ja => format!("{start}から"),
                Language::ZhHans | Language::ZhHant => format!("{start}起"),
                Language::Ko => format!("{start}부터"),
            }
        }
        (start, end) => {
            let (start, end) = (end_name(start, language), end_name(end, language));
            format!("{start}{}{end}", long_dash(language))
        }
    }
}

/// The name of an end without a date.
fn end_name(end: &Endpoint, language: Language) -> String {
    match end {
        Endpoint::Date(date) => single::date(date, language),
        Endpoint::Open => Five::new("open", "開", "开放", "開放", "열림")
            .get(language)
            .to_owned(),
        Endpoint::Unknown => Five::new("unknown", "不明", "不详", "不詳", "미상")
            .get(language)
            .to_owned(),
    }
}

/// Between two dates that are each written whole.
const fn long_dash(language: Language) -> &'static str {
    Five::new(" – ", "〜", "至", "至", " ~ ").get(language)
}

/// Between two dates of which the second is shortened.
const fn short_dash(language: Language) -> &'static str {
    Five::new("–", "〜", "至", "至", "~").get(language)
}

/// From one date to another, each part written once where both share it.
fn range(start: &Date, end: &Date, language: Language) -> String {
    shortened(start, end, language).unwrap_or_else(|| {
        let (start, end) = (single::date(start, language), single::date(end, language));
        format!("{start}{}{end}", long_dash(language))
    })
}

/// A plain date: no marks, nothing missing, a year that is a number.
struct Plain {
    year: i64,
    month: Option<u8>,
    day: Option<u8>,
}

impl Plain {
    fn of(date: &Date) -> Option<Self> {
        let marks = date.qualification_of_any_part();
        if marks.uncertain
            || marks.approximate
            || date.has_unspecified()
            || date.sub_year().is_some()
            || matches!(date.year(), crate::date::Year::Long(long) if long.significant().is_some())
        {
            return None;
        }
        Some(Self {
            year: date.year().value()?,
            month: date.month().and_then(crate::date::TwoDigits::value),
            day: date.day().and_then(crate::date::TwoDigits::value),
        })
    }
}

/// The range with what both ends share written once; `None` where that would not be clear.
fn shortened(start: &Date, end: &Date, language: Language) -> Option<String> {
    let (from, to) = (Plain::of(start)?, Plain::of(end)?);
    let dash = short_dash(language);
    let long = long_dash(language);
    let english = language == Language::En;
    let same_year = from.year == to.year;
    let whole_start = || single::date(start, language);
    let whole_end = || single::date(end, language);
    match (from.month, from.day, to.month, to.day) {
        (None, None, None, None) if english && !same_year => english_years(from.year, to.year),
        (None, None, None, None) if !same_year => {
            Some(format!("{}{dash}{}", whole_start(), whole_end()))
        }
        (Some(a), None, Some(b), None) if same_year && a != b => {
            let (a, b) = (
                month_name(a, language, NameWidth::Long),
                month_name(b, language, NameWidth::Long),
            );
            Some(if english {
                format!("{a}{dash}{}", whole_end())
            } else {
                format!("{}{dash}{b}", whole_start())
            })
        }
        (Some(month), Some(first), Some(last_month), Some(last)) if same_year => {
            let same_month = month == last_month;
            if same_month && first == last {
                return None;
            }
            Some(match (english, same_month) {
                (true, true) => format!("{first}{dash}{}", whole_end()),
                (true, false) => {
                    let first = day_of_any_year(month, first, language);
                    format!("{first}{long}{}", whole_end())
                }
                (false, true) => {
                    let unit = if language == Language::Ko {
                        "일"
                    } else {
                        "日"
                    };
                    format!("{}{dash}{last}{unit}", whole_start())
                }
                (false, false) => {
                    let last = day_of_any_year(last_month, last, language);
                    format!("{}{long}{last}", whole_start())
                }
            })
        }
        _ => None,
    }
}

/// "1972–1978", "44–31 BC".
fn english_years(from: i64, to: i64) -> Option<String> {
    let numbers = |era: &str| {
        let from = english_number(counted_year(from));
        let to = english_number(counted_year(to));
        format!("{from}–{to}{era}")
    };
    match (from, to) {
        (_, ..=0) => Some(numbers(" BC")),
        (1.., ..=999) => Some(numbers(" AD")),
        (1000.., _) => Some(numbers("")),
        _ => None,
    }
}

/// The set in words.
pub(super) fn set(set: &Set, language: Language) -> String {
    let one_of = set.kind() == SetKind::OneOf;
    let members = set.members();
    if let [member] = members {
        return match member {
            Member::Range(first, last) if one_of => between(first, last, language),
            Member::Range(first, last) => {
                let range = range(first, last, language);
                match language {
                    Language::En => format!("all of {range}"),
                    Language::Ja => format!("{range}のすべて"),
                    Language::ZhHans | Language::ZhHant => format!("{range}全部"),
                    Language::Ko => format!("{range} 전부"),
                }
            }
            _ => member_words(member, language),
        };
    }
    let words: Vec<String> = members
        .iter()
        .map(|member| member_words(member, language))
        .collect();
    let Some((last, before)) = words.split_last() else {
        return String::new();
    };
    let comma = match language {
        Language::En | Language::Ko => ", ",
        _ => "、",
    };
    let rest = before.join(comma);
    // Two dates are joined by "or"; more, or "or later" within one, call for a list.
    let all_dates = members
        .iter()
        .all(|member| matches!(member, Member::Date(_)));
    let count_before = if all_dates { before.len() } else { usize::MAX };
    match (language, one_of, count_before) {
        (Language::En, true, 1) => format!("{rest} or {last}"),
        (Language::En, true, _) => format!("one of {rest}, {last}"),
        (Language::En, false, _) => format!("{rest} and {last}"),
        (Language::Ja, true, 1) => format!("{rest}または{last}"),
        (Language::Ja, true, _) => format!("{rest}、{last}のいずれか"),
        (Language::Ja, false, _) => format!("{rest}と{last}"),
        (Language::ZhHans | Language::ZhHant, true, 1) => format!("{rest}或{last}"),
        (Language::ZhHans | Language::ZhHant, true, _) => format!("{rest}、{last}之一"),
        (Language::ZhHans | Language::ZhHant, false, _) => format!("{rest}和{last}"),
        (Language::Ko, true, 1) => format!("{rest} 또는 {last}"),
        (Language::Ko, true, _) => format!("{rest}, {last} 중 하나"),
        (Language::Ko, false, _) => format!("{rest} 및 {last}"),
    }
}

/// A choice from a row of dates.
fn between(first: &Date, last: &Date, language: Language) -> String {
    match language {
        Language::En => {
            let (first, last) = (single::date(first, language), single::date(last, language));
            format!("between {first} and {last}")
        }
        Language::Ja => format!("{}のいずれか", range(first, last, language)),
        Language::ZhHans => format!("{}之间", range(first, last, language)),
        Language::ZhHant => format!("{}之間", range(first, last, language)),
        Language::Ko => format!("{} 사이", range(first, last, language)),
    }
}

fn member_words(member: &Member, language: Language) -> String {
    match member {
        Member::Date(date) => single::date(date, language),
        Member::Range(first, last) => range(first, last, language),
        Member::UpTo(date) => {
            let date = single::date(date, language);
            match language {
                Language::En => format!("{date} or earlier"),
                Language::Ja => format!("{date}またはそれ以前"),
                Language::ZhHans | Language::ZhHant => format!("{date}或更早"),
                Language::Ko => format!("{date} 또는 그 이전"),
            }
        }
        Member::From(date) => {
            let date = single::date(date, language);
            match language {
                Language::En => format!("{date} or later"),
                Language::Ja => format!("{date}またはそれ以後"),
                Language::ZhHans | Language::ZhHant => format!("{date}或更晚"),
                Language::Ko => format!("{date} 또는 그 이후"),
            }
        }
    }
}
