//! Why a typed date could not be read, and what would be right.

use thiserror::Error;

use crate::date::words::gregorian;
use crate::date::{
    Calendar, CivilDate, DateError, DateErrorKind, Era, Language, NameWidth, Precision, Weekday,
    in_calendar, weekday_name,
};

/// Why a typed date could not be read. Each error is a sentence that says what would be right.
///
/// ```
/// use nenpyo::date::read_human;
/// assert_eq!(
///     read_human("3/4/1972").unwrap_err().to_string(),
///     "\"3/4/1972\" may be 3 April 1972 or 4 March 1972: write 1972-04-03 or 1972-03-04"
/// );
/// assert_eq!(
///     read_human("平成元年1月7日").unwrap_err().to_string(),
///     "Heisei (平成) began on 1989-01-08: 1989-01-07 is 昭和64年1月7日"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum HumanDateError {
    /// No text at all.
    #[error("the date is empty: write one such as 1972-09-29, 29 Sep 1972 or 1972年9月29日")]
    Empty,
    /// It is written in EDTF's signs, and wrong in them.
    #[error(transparent)]
    Edtf(#[from] DateError),
    /// The words are known and make no date together.
    #[error(
        "\"{text}\" is no date that can be read: write it like 29 Sep 1972, September 1972, \
         about 1972, 1972 to 1978, 1972年9月29日, 昭和47年9月29日 or 1972년 9월 29일"
    )]
    NotADate {
        /// What was typed, shortened if it is long.
        text: String,
    },
    /// A word or sign that no date has.
    #[error(
        "\"{word}\" is no word of a date: write the date alone, like 29 Sep 1972, about 1972, \
         before 1980 or 1972年9月29日"
    )]
    NotUnderstood {
        /// The word.
        word: String,
    },
    /// Day and month may be either way around.
    #[error(
        "\"{text}\" may be {} or {}: write {day_first} or {month_first}",
        gregorian::day(*.day_first, Language::En), gregorian::day(*.month_first, Language::En)
    )]
    Ambiguous {
        /// What was typed.
        text: String,
        /// The day, if the first number is the day.
        day_first: CivilDate,
        /// The day, if the first number is the month.
        month_first: CivilDate,
    },
    /// "1900s" is a decade to some and a century to others.
    #[error(
        "\"{first}s\" may be ten years or a hundred: write {:03}X for {first}–{} or {:02}XX for \
         {first}–{}",
        first / 10, first + 9, first / 100, first + 99
    )]
    DecadeOrCentury {
        /// The first year, 100 to 9900.
        first: i64,
    },
    /// A year of one or two digits, of which the century is a guess.
    #[error(
        "the year {year} may be of any century: write all four digits, like 1972, or the era, \
         like 昭和47年 or 79 AD"
    )]
    ShortYear {
        /// The number.
        year: i64,
    },
    /// A day or a month without a year.
    #[error(
        "the year is missing: write it out, as in 29 September 1972, or XXXX-{month:02}{} if \
         nobody knows it", day_suffix(*.day)
    )]
    NoYear {
        /// The month.
        month: u8,
        /// The day, if there is one.
        day: Option<u8>,
    },
    /// A day without a month.
    #[error("the month of day {day} is missing: write it out, as in {day} September 1972")]
    NoMonth {
        /// The day.
        day: u8,
    },
    /// A number that is no month.
    #[error("there is no month {month}: months run from 1 to 12")]
    NoSuchMonth {
        /// The number.
        month: i64,
    },
    /// A day that the month does not have.
    #[error("there is no day {day} in {month}: that month has {last} days")]
    NoSuchDay {
        /// The number.
        day: i64,
        /// The month in words.
        month: String,
        /// Its last day.
        last: u8,
    },
    /// A weekday that is not that day's.
    #[error(
        "{date} was no {}: it was a {}; correct the one or the other",
        english(*.written), english(*.right)
    )]
    WrongWeekday {
        /// The day.
        date: CivilDate,
        /// The weekday that was typed.
        written: Weekday,
        /// The day's own.
        right: Weekday,
    },
    /// A day before its era began.
    #[error(
        "{} began on {}: {edtf} is {}",
        era_name(era), era.start, right_era(*.date, *.precision, .edtf)
    )]
    BeforeEra {
        /// The era that was typed.
        era: &'static Era,
        /// A day of the date that was typed.
        date: CivilDate,
        /// How exactly it was typed.
        precision: Precision,
        /// The date in EDTF.
        edtf: String,
    },
    /// A day after its era had ended.
    #[error(
        "{} ended on {}: {edtf} is {}",
        era_name(era), last_day(era), right_era(*.date, *.precision, .edtf)
    )]
    AfterEra {
        /// The era that was typed.
        era: &'static Era,
        /// A day of the date that was typed.
        date: CivilDate,
        /// How exactly it was typed.
        precision: Precision,
        /// The date in EDTF.
        edtf: String,
    },
    /// Year 0, which neither an era nor the common era has.
    #[error(
        "years count from 1: the first year of an era is 元年 or 1, and 1 BC stands before 1 AD"
    )]
    YearZero,
    /// An era's name with a month, and no year between them.
    #[error(
        "the year of {} is missing: write it before the month, as in 昭和47年9月29日",
        era_name(era)
    )]
    EraYearMissing {
        /// The era.
        era: &'static Era,
    },
    /// A month that the lunisolar calendar of Meiji 1 to 5 did not have that year.
    #[error(
        "明治{meiji_year}年 had no such month: until 明治5年12月2日 (1872-12-31) Japan's months were \
         lunar, and leap months (閏) stood after the 4th of 明治元年 and the 10th of 明治3年"
    )]
    NoSuchLunarMonth {
        /// The year of Meiji.
        meiji_year: u8,
    },
    /// A day that the lunar month did not have.
    #[error(
        "that month had {last} days: Japan's months were lunar until 明治5年12月2日 (1872-12-31), \
         and 明治6年1月1日 was the day after (1873-01-01)"
    )]
    NoSuchLunarDay {
        /// The month's last day.
        last: u8,
    },
    /// A leap month (閏) in a calendar that has none.
    #[error(
        "the Gregorian calendar has no leap months: leave out the 閏, or write the Gregorian day"
    )]
    LeapMonth,
    /// A time of day that stands alone, in an interval, without minutes, or with "pm".
    #[error(
        "a time of day is read after a whole day, with 24 hours and minutes: write it as in \
         15 November 2024, 14:30 or 2024-11-15T14:30:00+09:00"
    )]
    TimeOfDay,
    /// What was typed is understood, and makes no EDTF date.
    #[error("that would be {edtf}: {kind}")]
    Nonsense {
        /// The EDTF text.
        edtf: String,
        /// What is wrong with it.
        kind: DateErrorKind,
    },
}

fn day_suffix(day: Option<u8>) -> String {
    day.map_or_else(String::new, |day| format!("-{day:02}"))
}

fn english(weekday: Weekday) -> &'static str {
    weekday_name(weekday, Language::En, NameWidth::Long)
}

fn era_name(era: &Era) -> String {
    format!("{} ({})", era.name(Language::En), era.name(Language::Ja))
}

fn last_day(era: &Era) -> String {
    era.last.map_or_else(String::new, |day| day.to_string())
}

/// The same date in the era that it is of.
fn right_era(date: CivilDate, precision: Precision, edtf: &str) -> String {
    in_calendar(date, precision, Calendar::JapaneseEra, Language::Ja)
        .unwrap_or_else(|| format!("before all eras that are read here; write {edtf}"))
}
