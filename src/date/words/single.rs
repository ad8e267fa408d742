//! One date in words, with what is not known of it and how sure the rest is.

use super::gregorian::{day_of_any_year, english_ordinal, with_year};
use super::names::{NameWidth, month_name, season_name};
use super::year::{self, YearWords};
use crate::date::Five;
use crate::date::{
    Date, Hemisphere, Language, Part, Qualification, SubYear, SubYearKind, TwoDigits,
};

/// The date in words.
pub(super) fn date(date: &Date, language: Language) -> String {
    let bare = without_marks(date, language);
    if date.is_qualified_as_a_whole() {
        return qualified(&bare, date.qualification(date.last_part()), language);
    }
    let notes = notes_on_parts(date, language);
    if notes.is_empty() {
        return bare;
    }
    in_parentheses(&bare, &notes, language)
}

/// "about 1972", "1972 (uncertain)", "about 1972 (uncertain)".
fn qualified(bare: &str, how: Qualification, language: Language) -> String {
    let text = match (how.approximate, language) {
        (false, _) => bare.to_owned(),
        (true, Language::En) => format!("about {bare}"),
        (true, Language::Ja) => format!("{bare}頃"),
        (true, Language::ZhHans) => format!("约{bare}"),
        (true, Language::ZhHant) => format!("約{bare}"),
        (true, Language::Ko) => format!("{bare}경"),
    };
    if how.uncertain {
        in_parentheses(&text, UNCERTAIN.get(language), language)
    } else {
        text
    }
}

const UNCERTAIN: Five = Five::new("uncertain", "不確実", "存疑", "存疑", "불확실");
const APPROXIMATE: Five = Five::new("approximate", "おおよそ", "大约", "大約", "대략");
const UNCERTAIN_AND_APPROXIMATE: Five = Five::new(
    "uncertain and approximate",
    "不確実でおおよそ",
    "存疑且大约",
    "存疑且大約",
    "불확실하고 대략",
);

fn in_parentheses(text: &str, note: &str, language: Language) -> String {
    match language {
        Language::En => format!("{text} ({note})"),
        Language::Ko => format!("{text}({note})"),
        _ => format!("{text}（{note}）"),
    }
}

/// What is said of single parts: "year uncertain, day approximate".
fn notes_on_parts(date: &Date, language: Language) -> String {
    let mut notes: Vec<String> = Vec::new();
    for part in [Part::Year, Part::Month, Part::Day] {
        if part > date.last_part() {
            break;
        }
        let how = date.qualification(part);
        let name = part_name(date, part).get(language);
        let word = match (how.uncertain, how.approximate) {
            (false, false) => continue,
            (true, false) => UNCERTAIN,
            (false, true) => APPROXIMATE,
            (true, true) => UNCERTAIN_AND_APPROXIMATE,
        };
        let word = word.get(language);
        notes.push(match language {
            Language::En | Language::Ko => format!("{name} {word}"),
            Language::Ja => format!("{name}は{word}"),
            Language::ZhHans | Language::ZhHant => format!("{name}{word}"),
        });
    }
    let comma = match language {
        Language::En | Language::Ko => ", ",
        Language::Ja => "、",
        Language::ZhHans | Language::ZhHant => "，",
    };
    notes.join(comma)
}

const fn part_name(date: &Date, part: Part) -> Five {
    match part {
        Part::Year => Five::new("year", "年", "年份", "年份", "연도"),
        Part::Month if date.sub_year().is_some() => {
            Five::new("part of the year", "時期", "时期", "時期", "시기")
        }
        Part::Month => Five::new("month", "月", "月份", "月份", "월"),
        Part::Day => Five::new("day", "日", "日期", "日期", "일"),
    }
}

/// The date with its missing digits and without its marks.
fn without_marks(date: &Date, language: Language) -> String {
    let year = year::year(date.year(), language);
    if let Some(part) = date.sub_year() {
        return match year {
            YearWords::Known(year) => part_of_year(part, &year, language),
            YearWords::Unknown => part_of_year(part, UNKNOWN_YEAR.get(language), language),
        };
    }
    let month = date.month();
    let day = date.day();
    let missing = Missing {
        year: matches!(year, YearWords::Unknown),
        month: month.is_some_and(TwoDigits::is_unspecified),
        day: day.is_some_and(TwoDigits::is_unspecified),
    };
    let of_year = of_year(
        month.filter(|month| !month.is_unspecified()),
        day.filter(|day| !day.is_unspecified()),
        language,
    );
    let known = match (year, of_year) {
        (YearWords::Known(year), None) => year,
        (YearWords::Known(year), Some(of_year)) => {
            let one_year = date.year().value().is_some();
            let one_month = month.is_some_and(|month| !month.has_unspecified());
            match language {
                Language::En if !(one_year && one_month) => format!("{of_year} in {year}"),
                Language::Ja if !one_year => format!("{year}の{of_year}"),
                Language::ZhHans | Language::ZhHant if !one_year => format!("{year}的{of_year}"),
                Language::Ko if !one_year => format!("{year}의 {of_year}"),
                _ => with_year(&year, &of_year, language),
            }
        }
        (YearWords::Unknown, Some(of_year)) => of_year,
        (YearWords::Unknown, None) => return missing.alone(language),
    };
    match missing.note(language) {
        None => known,
        Some(note) if language == Language::En => format!("{known}, {note}"),
        Some(note) => in_parentheses(&known, &note, language),
    }
}

const UNKNOWN_YEAR: Five = Five::new(
    "of an unknown year",
    "年不明の",
    "年份不详的",
    "年份不詳的",
    "연도 미상의",
);

/// The month and day, as far as they are known; a digit that is not stands as X.
fn of_year(month: Option<TwoDigits>, day: Option<TwoDigits>, language: Language) -> Option<String> {
    let Some(month) = month else {
        return day.map(|day| match language {
            Language::En => format!("day {}", digits(day)),
            Language::Ko => format!("{}일", digits(day)),
            _ => format!("{}日", digits(day)),
        });
    };
    let month_text = month_words(month, language);
    let Some(day) = day else {
        return Some(month_text);
    };
    if let (Some(month), Some(day)) = (month.value(), day.value()) {
        return Some(day_of_any_year(month, day, language));
    }
    Some(match language {
        Language::En => format!("day {} of {month_text}", digits(day)),
        Language::Ko => format!("{month_text} {}일", digits(day)),
        _ => format!("{month_text}{}日", digits(day)),
    })
}

fn month_words(month: TwoDigits, language: Language) -> String {
    match month.value() {
        Some(number) => month_name(number, language, NameWidth::Long).to_owned(),
        None => match language {
            Language::En => format!("month {}", digits(month)),
            Language::Ko => format!("{}월", digits(month)),
            _ => format!("{}月", digits(month)),
        },
    }
}

/// 2X as it is written; a number without its leading zero.
fn digits(two: TwoDigits) -> String {
    two.value()
        .map_or_else(|| two.to_string(), |number| number.to_string())
}

/// Which whole parts are not known.
struct Missing {
    year: bool,
    month: bool,
    day: bool,
}

impl Missing {
    /// "month and day not known".
    fn note(&self, language: Language) -> Option<String> {
        let names: Vec<&str> = [
            (self.year, Five::new("year", "年", "年份", "年份", "연도")),
            (self.month, Five::new("month", "月", "月份", "月份", "월")),
            (self.day, Five::new("day", "日", "日期", "日期", "일")),
        ]
        .into_iter()
        .filter(|(missing, _)| *missing)
        .map(|(_, name)| name.get(language))
        .collect();
        let list = match (language, names.as_slice()) {
            (_, []) => return None,
            (Language::En, [all @ .., last]) if !all.is_empty() => {
                format!("{} and {last}", all.join(", "))
            }
            (Language::Ja, all) => all.join(""),
            (Language::ZhHans | Language::ZhHant, all) => all.join("和"),
            (_, all) => all.join("·"),
        };
        Some(match language {
            Language::En => format!("{list} not known"),
            Language::Ja => format!("{list}不明"),
            Language::ZhHans => format!("{list}不详"),
            Language::ZhHant => format!("{list}不詳"),
            Language::Ko => format!("{list} 미상"),
        })
    }

    /// The words for a date of which nothing is known.
    fn alone(&self, language: Language) -> String {
        self.note(language).unwrap_or_default()
    }
}

/// "spring 1972", "the first quarter of 1972", 1972年春, 1972年上半年.
fn part_of_year(part: SubYear, year: &str, language: Language) -> String {
    match part.kind() {
        SubYearKind::Season(season, hemisphere) => {
            let text = with_year(year, season_name(season, language), language);
            match hemisphere {
                None => text,
                Some(hemisphere) => {
                    in_parentheses(&text, hemisphere_name(hemisphere).get(language), language)
                }
            }
        }
        SubYearKind::Quarter(number) => match language {
            Language::En => format!("the {} quarter of {year}", english_place(number)),
            Language::Ja => format!("{year}第{number}四半期"),
            Language::ZhHans | Language::ZhHant => {
                format!(
                    "{year}第{}季度",
                    HAN_PLACES[usize::from(number.clamp(1, 4)) - 1]
                )
            }
            Language::Ko => format!("{year} {number}분기"),
        },
        SubYearKind::Quadrimester(number) => {
            let (first, last) = (number * 4 - 3, number * 4);
            match language {
                Language::En => format!("the {} third of {year}", english_place(number)),
                Language::Ja => format!("{year}{first}月〜{last}月期"),
                Language::ZhHans | Language::ZhHant => format!("{year}{first}月至{last}月期"),
                Language::Ko => format!("{year} {first}월~{last}월기"),
            }
        }
        SubYearKind::Semester(number) => {
            let first = number == 1;
            match language {
                Language::En => format!("the {} half of {year}", english_place(number)),
                Language::Ja if first => format!("{year}上半期"),
                Language::Ja => format!("{year}下半期"),
                Language::ZhHans | Language::ZhHant if first => format!("{year}上半年"),
                Language::ZhHans | Language::ZhHant => format!("{year}下半年"),
                Language::Ko if first => format!("{year} 상반기"),
                Language::Ko => format!("{year} 하반기"),
            }
        }
    }
}

const HAN_PLACES: [&str; 4] = ["一", "二", "三", "四"];

fn english_place(number: u8) -> String {
    match number {
        1 => "first".to_owned(),
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        4 => "fourth".to_owned(),
        other => english_ordinal(other.into()),
    }
}

const fn hemisphere_name(hemisphere: Hemisphere) -> Five {
    match hemisphere {
        Hemisphere::Northern => Five::new(
            "northern hemisphere",
            "北半球",
            "北半球",
            "北半球",
            "북반구",
        ),
        Hemisphere::Southern => Five::new(
            "southern hemisphere",
            "南半球",
            "南半球",
            "南半球",
            "남반구",
        ),
    }
}
