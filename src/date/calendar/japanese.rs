//! A date in the words of the Japanese eras: 昭和47年9月29日, 令和元年5月1日.

use crate::date::words::gregorian::{self, english_ordinal};
use crate::date::{CivilDate, Language, days_in_month};

use super::Part;
use super::era::{Era, japanese_eras};
use super::tenpo::TenpoDay;

/// The first year of the Gregorian calendar in Japan.
const FIRST_GREGORIAN_YEAR: i64 = 1873;

/// The date in its era; `None` before the Meiji era, and for a month before 1873.
pub(super) fn in_era(date: CivilDate, part: Part, language: Language) -> Option<String> {
    /// No era had so many years. What the era of such a far day will be, nobody knows.
    const MOST_YEARS: i64 = 100;
    let far = |era: &Era| era.last.is_none() && era.year_of(date.year) > MOST_YEARS;
    if Era::on(date).is_some_and(far) {
        return None;
    }
    let lunisolar = date.year < FIRST_GREGORIAN_YEAR;
    match part {
        Part::Day => {
            let era = Era::on(date)?;
            if lunisolar {
                return Some(lunisolar_day(era, TenpoDay::from_civil(date)?, language));
            }
            let year = year_text(era, era.year_of(date.year), language);
            Some(gregorian::day_in_year(
                &year, date.month, date.day, language,
            ))
        }
        Part::Month => {
            if lunisolar {
                return None;
            }
            let first = Era::on(CivilDate { day: 1, ..date })?;
            let last_day = days_in_month(date.year, date.month);
            let last = Era::on(CivilDate {
                day: last_day,
                ..date
            })?;
            let month = |era: &Era| {
                let year = year_text(era, era.year_of(date.year), language);
                gregorian::month_in_year(&year, date.month, language)
            };
            Some(joined(first, last, month, language))
        }
        Part::Year => {
            let of_new_year = Era::on(CivilDate {
                year: date.year,
                month: 1,
                day: 1,
            });
            let last = Era::on(CivilDate {
                year: date.year,
                month: 12,
                day: 31,
            })?;
            // 1868 began as Keiō 4, which is no era of ours.
            let first = of_new_year.unwrap_or(&japanese_eras()[0]);
            let year = |era: &Era| year_text(era, era.year_of(date.year), language);
            Some(joined(first, last, year, language))
        }
    }
}

/// The text of a stretch that began in one era and ended in the same or the next.
fn joined(first: &Era, last: &Era, text: impl Fn(&Era) -> String, language: Language) -> String {
    if first == last {
        return text(first);
    }
    let between = match language {
        Language::Ja => "・",
        Language::ZhHans | Language::ZhHant => "／",
        Language::En | Language::Ko => " / ",
    };
    format!("{}{between}{}", text(first), text(last))
}

/// 昭和47年, 令和元年, "Shōwa 47", 쇼와 47년.
fn year_text(era: &Era, year: i64, language: Language) -> String {
    let name = era.name(language);
    match (language, year) {
        (Language::En, _) => format!("{name} {year}"),
        (Language::Ko, 1) => format!("{name} 원년"),
        (Language::Ko, _) => format!("{name} {year}년"),
        (_, 1) => format!("{name}元年"),
        _ => format!("{name}{year}年"),
    }
}

fn lunisolar_day(era: &Era, tenpo: TenpoDay, language: Language) -> String {
    let TenpoDay {
        meiji_year,
        month,
        leap,
        day,
    } = tenpo;
    let year = year_text(era, i64::from(meiji_year), language);
    let leap_word = match (leap, language) {
        (false, _) => "",
        (true, Language::En) => "leap ",
        (true, Language::Ko) => "윤",
        (true, Language::ZhHans) => "闰",
        (true, Language::Ja | Language::ZhHant) => "閏",
    };
    match language {
        Language::En => {
            let (day, month) = (english_ordinal(day.into()), english_ordinal(month.into()));
            format!("{day} day of the {leap_word}{month} month, {year}")
        }
        Language::Ko => format!("{year} {leap_word}{month}월 {day}일"),
        _ => format!("{year}{leap_word}{month}月{day}日"),
    }
}
