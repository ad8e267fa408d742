//! What is wrong with a date, where, and what would be right.

use thiserror::Error;

use super::edtf::Part;

/// Why a text is no EDTF date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{kind} (character {})", position + 1)]
pub struct DateError {
    /// Where it went wrong: a byte offset into the text. All before it is ASCII.
    pub position: usize,
    /// What is wrong.
    pub kind: DateErrorKind,
}

/// What is wrong with a date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DateErrorKind {
    /// No text at all.
    #[error("the date is empty: write one such as 1972-09-29, 1972-09 or 1972")]
    Empty,
    /// A character that cannot stand there.
    #[error("\"{found}\" cannot stand here: {expected} is due")]
    Unexpected {
        /// The character.
        found: char,
        /// What may stand there.
        expected: &'static str,
    },
    /// The text ends too soon.
    #[error("the date ends too soon: {expected} is due")]
    EndsTooSoon {
        /// What is missing.
        expected: &'static str,
    },
    /// A space.
    #[error("a date has no spaces: leave it out")]
    Space,
    /// A small letter for a capital, as in the draft of 2012.
    #[error("\"{found}\" is no part of a date: write {write}")]
    WriteInstead {
        /// What stands there.
        found: String,
        /// What to write for it.
        write: &'static str,
    },
    /// Parentheses, as in the draft of 2012.
    #[error("parentheses are no longer used: put ?, ~ or % to the left of the part it is about")]
    Parentheses,
    /// Two marks after each other.
    #[error("two marks stand together: write % for \"uncertain and approximate\"")]
    TwoMarks,
    /// A year of too few digits.
    #[error(
        "a year has four digits: write 0079 for the year 79, and 197X or 19XX for a decade or a century"
    )]
    YearTooShort,
    /// A year of too many digits.
    #[error("a year of more than four digits stands after the letter Y, as in Y12345")]
    YearTooLong,
    /// The year −0000.
    #[error("there is no year -0000: write 0000 for the year before 1")]
    NegativeZeroYear,
    /// A year after Y that four digits can hold.
    #[error(
        "Y is for years beyond 9999 or before -9999: write this one with four digits, without Y"
    )]
    LetterYearTooSmall,
    /// A number that begins with 0.
    #[error("a number after Y, E or S begins with a digit from 1 to 9")]
    LeadingZero,
    /// A month or day after a year that stands alone.
    #[error("a year with Y or S stands alone: it has no month")]
    LongYearWithMonth,
    /// A month or day without two digits.
    #[error("a {} has two digits, as in 04", name(*.part))]
    PartDigits {
        /// Which.
        part: Part,
    },
    /// A number that is no month.
    #[error(
        "month {month:02} does not exist: months run from 01 to 12, seasons and other parts of the year from 21 to 41"
    )]
    NoSuchMonth {
        /// The number.
        month: u8,
    },
    /// Digits that fit no month.
    #[error("no month is meant by {digits}: months run from 01 to 12")]
    NoMonthFits {
        /// The digits.
        digits: String,
    },
    /// A day that this month never has.
    #[error("day {day:02} does not exist: this month runs from 01 to {last:02}")]
    NoSuchDay {
        /// The number.
        day: u8,
        /// The last day of that month.
        last: u8,
    },
    /// Digits that fit no day of the months that may be meant.
    #[error("no day is meant by {digits} here: no month that fits has such a day")]
    NoDayFits {
        /// The digits of the day.
        digits: String,
    },
    /// A day after a season.
    #[error("a season, quarter or half of a year has no days: end the date after it")]
    SubYearWithDay,
    /// A time after something else than a plain day.
    #[error(
        "a time of day needs a whole date before it, without ?, ~, % or X: 1985-04-12T23:20:30"
    )]
    TimeWithoutDay,
    /// A time without its seconds.
    #[error("a time of day has hours, minutes and seconds: 1985-04-12T23:20:00")]
    TimeEndsTooSoon,
    /// A time in an interval or a set.
    #[error("a time of day cannot stand in an interval or a set: leave it out")]
    TimeInCompound,
    /// A field of the time out of range.
    #[error("{field} {value:02} does not exist: {field}s run from 00 to {last:02}")]
    TimeRange {
        /// The name of the field.
        field: &'static str,
        /// What was written.
        value: u8,
        /// The last that exists.
        last: u8,
    },
    /// 24 o'clock with minutes or seconds.
    #[error("the day ends at 24:00:00: write a later time as the next day's")]
    PastMidnight,
    /// A second 60 where no leap second can be.
    #[error("second 60 is for leap seconds, at 23:59:60 UTC on 30 June or 31 December since 1972")]
    NoLeapSecond,
    /// A shift from UTC that no clock has.
    #[error("clocks are between 12 hours behind UTC and 14 hours ahead: write -12:00 to +14:00")]
    ShiftRange,
    /// The shift −00.
    #[error("a shift of nothing is written +00:00 or Z")]
    NegativeZeroShift,
    /// A second slash.
    #[error("an interval has one slash, between its start and its end")]
    SecondSlash,
    /// `..` alone.
    #[error("\"..\" stands for the open end of an interval or a set: write ../1972 or 1972/..")]
    OpenAlone,
    /// An interval that ends before it begins.
    #[error("the end {end} comes before the start {start}: write the earlier date first")]
    EndBeforeStart {
        /// The start as written.
        start: String,
        /// The end as written.
        end: String,
    },
    /// A set that names nothing.
    #[error("the set is empty: write its dates with commas between, as in [1667,1668]")]
    EmptySet,
    /// A set that is not closed as it was opened.
    #[error("the set is not closed: {expected} is due at its end")]
    Unclosed {
        /// The bracket.
        expected: char,
    },
    /// A range of two precisions.
    #[error("the ends of a range have the same precision: {first}..{last} mixes two")]
    RangeMixesPrecision {
        /// The first as written.
        first: String,
        /// The last as written.
        last: String,
    },
    /// `..` without a date in the middle of a set.
    #[error("an open \"..\" stands at the very beginning or the very end of a set")]
    OpenInside,
}

fn name(part: Part) -> &'static str {
    match part {
        Part::Year => "year",
        Part::Month => "month",
        Part::Day => "day",
    }
}
