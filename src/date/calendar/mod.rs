//! Calendars for reading: what East Asia calls a day that the record keeps in Gregorian days.
//!
//! A record is always dated in the proleptic Gregorian calendar; [`in_calendar`] only says the day
//! again in another one. It never says more than the date's precision, and it says nothing where
//! the calendar has nothing true to say:
//!
//! | Calendar | Day | Month | Year | Covers |
//! |---|---|---|---|---|
//! | [`Gregorian`](Calendar::Gregorian) | yes | yes | yes | all |
//! | [`JapaneseEra`](Calendar::JapaneseEra) | yes | from 1873 | yes | from 1868-10-23 |
//! | [`Minguo`](Calendar::Minguo) | yes | yes | yes | all; years before 1912 as 民國前 |
//! | [`ChineseLunar`](Calendar::ChineseLunar) | yes | never | its name | lunar years 1900 to 2100 |
//! | [`KoreanLunar`](Calendar::KoreanLunar) | yes | never | its name | lunar years 1900 to 2100 |
//!
//! - A year in which eras change has both: 昭和64年・平成元年; so has such a month.
//! - Days before 1873 are Japanese lunisolar days, as every document of Meiji 1 to 5 has them:
//!   1871-09-13 is 明治4年7月29日. A Gregorian month of that time is no month of that calendar and
//!   has no text, while a whole year is named by custom: 1871 is 明治4年, though that year began
//!   on 1871-02-19.
//! - A Gregorian month is never a lunar month; a year is named by the lunar year that begins in it.
//! - Seasons and other parts of a year are named by the year; decades and more have no text except
//!   in Gregorian words (see [`in_words`](crate::date::in_words)).

mod era;
mod japanese;
mod lunisolar;
mod minguo;
mod numerals;
mod tenpo;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors;

use crate::date::words::gregorian;
use crate::date::{CivilDate, Five, Language, Precision};

pub use era::{Era, japanese_eras};
pub use lunisolar::{Almanac, LunarDate};
pub(in crate::date) use tenpo::{NotTenpo, TenpoDay};

/// A calendar in which a date can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Calendar {
    /// The calendar of the record.
    Gregorian,
    /// Japanese eras from Meiji to Reiwa: 昭和47年9月29日.
    JapaneseEra,
    /// Years of the Republic of China, 1912 being the first: 民國61年9月29日.
    Minguo,
    /// The Chinese lunisolar calendar: 壬子年八月廿二.
    ChineseLunar,
    /// The Korean lunisolar calendar (Dangi): 임자년 8월 22일.
    KoreanLunar,
}

impl Calendar {
    /// All calendars, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Gregorian,
        Self::JapaneseEra,
        Self::Minguo,
        Self::ChineseLunar,
        Self::KoreanLunar,
    ];

    /// The calendar's name as a label: "Japanese era", 和暦, 일본 연호.
    pub const fn name(self, language: Language) -> &'static str {
        let names = match self {
            Self::Gregorian => Five::new("Gregorian", "西暦", "公历", "西曆", "양력"),
            Self::JapaneseEra => {
                Five::new("Japanese era", "和暦", "日本年号", "日本年號", "일본 연호")
            }
            Self::Minguo => Five::new("Minguo", "民国暦", "民国纪年", "民國紀年", "민국 기년"),
            Self::ChineseLunar => {
                Five::new("Chinese lunar", "中国の農暦", "农历", "農曆", "중국 음력")
            }
            Self::KoreanLunar => Five::new(
                "Korean lunar",
                "韓国の陰暦",
                "韩国阴历",
                "韓國陰曆",
                "한국 음력",
            ),
        };
        names.get(language)
    }
}

/// The part of a date that a calendar can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Day,
    Month,
    Year,
}

impl Part {
    /// What is left to name at this precision; `None` for a decade and more.
    const fn of(precision: Precision) -> Option<Self> {
        match precision {
            Precision::Second | Precision::Minute | Precision::Hour | Precision::Day => {
                Some(Self::Day)
            }
            Precision::Month => Some(Self::Month),
            Precision::Season | Precision::Quadrimester | Precision::Semester | Precision::Year => {
                Some(Self::Year)
            }
            Precision::Decade | Precision::Century | Precision::Millennium | Precision::Ages => {
                None
            }
        }
    }
}

/// The date in a calendar, to its precision and no further: the day, its month or its year.
///
/// `None` where the calendar does not cover the date.
///
/// ```
/// use nenpyo::date::{Calendar, CivilDate, Language, Precision, in_calendar};
/// let day = CivilDate { year: 1972, month: 9, day: 29 };
/// let read = |calendar, language| in_calendar(day, Precision::Day, calendar, language).unwrap();
/// assert_eq!(read(Calendar::JapaneseEra, Language::Ja), "昭和47年9月29日");
/// assert_eq!(read(Calendar::Minguo, Language::ZhHant), "民國61年9月29日");
/// assert_eq!(read(Calendar::ChineseLunar, Language::ZhHans), "壬子年八月廿二");
/// assert_eq!(read(Calendar::KoreanLunar, Language::Ko), "임자년 8월 22일");
/// ```
pub fn in_calendar(
    date: CivilDate,
    precision: Precision,
    calendar: Calendar,
    language: Language,
) -> Option<String> {
    // A field from elsewhere may hold a day that is none; no calendar has a name for it.
    let date = CivilDate::new(date.year, date.month, date.day)?;
    let part = Part::of(precision)?;
    match calendar {
        Calendar::Gregorian => Some(match part {
            Part::Day => gregorian::day(date, language),
            Part::Month => gregorian::month_of_year(date.year, date.month, language),
            Part::Year => gregorian::year(date.year, language),
        }),
        Calendar::JapaneseEra => japanese::in_era(date, part, language),
        Calendar::Minguo => Some(minguo::in_minguo(date, part, language)),
        Calendar::ChineseLunar => lunisolar::in_almanac(date, part, Almanac::Chinese, language),
        Calendar::KoreanLunar => lunisolar::in_almanac(date, part, Almanac::Korean, language),
    }
}
