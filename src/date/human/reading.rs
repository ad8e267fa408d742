//! From the parts of a date to EDTF, or to what is wrong with them.

use std::fmt::Write as _;

use super::HumanDateError;
use super::clock::Clock;
use super::era_date;
use super::lexicon::{Stage, Within};
use super::parts::{DayPart, Fail, Parts, YearPart};
use crate::date::words::gregorian;
use crate::date::{CivilDate, Language, days_in_month};

/// The first year of the Republic of China is 1912.
const YEAR_BEFORE_MINGUO: i64 = 1911;

/// A date read, in EDTF without its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// One date.
    Date(String),
    /// One of the dates from the first to the last: "late 1970s".
    OneOf(String, String),
    /// All from the first to the last, or without end: 明治.
    Span(String, Option<String>),
}

/// A date read, with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    pub reading: Reading,
    pub mark: &'static str,
}

impl Marked {
    /// The EDTF text.
    pub(super) fn edtf(&self) -> String {
        let mark = self.mark;
        match &self.reading {
            Reading::Date(date) => format!("{date}{mark}"),
            Reading::OneOf(first, last) => format!("[{first}{mark}..{last}{mark}]"),
            Reading::Span(first, Some(last)) => format!("{first}{mark}/{last}{mark}"),
            Reading::Span(first, None) => format!("{first}{mark}/.."),
        }
    }

    /// The EDTF text of a bound at its start; where one of several dates is meant, about the first.
    pub(super) fn as_start(&self) -> String {
        match &self.reading {
            Reading::Date(date) | Reading::Span(date, _) => format!("{date}{}", self.mark),
            Reading::OneOf(first, _) => format!("{first}{}", self.about()),
        }
    }

    /// The EDTF text of a bound at its end; where one of several dates is meant, about the last.
    pub(super) fn as_end(&self) -> String {
        match &self.reading {
            Reading::Date(date) | Reading::Span(_, Some(date)) => format!("{date}{}", self.mark),
            Reading::Span(_, None) => "..".to_owned(),
            Reading::OneOf(_, last) => format!("{last}{}", self.about()),
        }
    }

    /// The EDTF text of a member of a set.
    pub(super) fn as_member(&self) -> String {
        let mark = self.mark;
        match &self.reading {
            Reading::Date(date) => format!("{date}{mark}"),
            Reading::OneOf(first, last) | Reading::Span(first, Some(last)) => {
                format!("{first}{mark}..{last}{mark}")
            }
            Reading::Span(first, None) => format!("{first}{mark}.."),
        }
    }

    /// The mark with "about" added.
    fn about(&self) -> &'static str {
        match self.mark {
            "?" | "%" => "%",
            _ => "~",
        }
    }
}

/// What the parts mean.
pub(super) fn marked(parts: &Parts) -> Result<Marked, Fail> {
    let mark = match (parts.marks.uncertain, parts.marks.approximate) {
        (false, false) => "",
        (true, false) => "?",
        (false, true) => "~",
        (true, true) => "%",
    };
    let mut reading = reading(parts)?;
    if parts.time.is_some() || parts.shift.is_some() {
        reading = at_time(reading, parts)?;
    }
    Ok(Marked { reading, mark })
}

/// A day with its time.
fn at_time(day: Reading, parts: &Parts) -> Result<Reading, Fail> {
    let (Reading::Date(mut text), Some(clock), Some(_)) = (day, parts.time, parts.day) else {
        return Err(HumanDateError::TimeOfDay.into());
    };
    let Clock {
        hour,
        minute,
        second,
    } = clock;
    // Writing to a String cannot fail.
    let _ = write!(text, "T{hour:02}:{minute:02}:{second:02}");
    match parts.shift {
        None => {}
        Some(0) => text.push('Z'),
        Some(shift) => {
            let sign = if shift < 0 { '-' } else { '+' };
            let (hours, minutes) = (shift.abs() / 60, shift.abs() % 60);
            let _ = write!(text, "{sign}{hours:02}:{minutes:02}");
        }
    }
    Ok(Reading::Date(text))
}

fn reading(parts: &Parts) -> Result<Reading, Fail> {
    if let Some(bare) = parts.bare {
        return Err(match (parts.year, u8::try_from(bare.value)) {
            (Some(YearPart::Common { .. }), Ok(day @ 1..=31)) => HumanDateError::NoMonth { day },
            _ => HumanDateError::ShortYear { year: bare.value },
        }
        .into());
    }
    match parts.year {
        None if parts.unknown_year => of_unknown_year(parts),
        Some(_) if parts.unknown_year => Err(Fail::NotThis),
        None => Err(without_year(parts)),
        Some(YearPart::Short(year)) => Err(HumanDateError::ShortYear { year }.into()),
        Some(YearPart::Common { year, .. }) => in_year(year, parts),
        Some(YearPart::Minguo(year)) => in_year(YEAR_BEFORE_MINGUO.saturating_add(year), parts),
        Some(YearPart::Era(era, year)) => era_date::in_era(era, year, parts),
        Some(YearPart::WholeEra(era)) => {
            alone(parts)?;
            let last = era.last.map(|day| day.to_string());
            Ok(Reading::Span(era.start.to_string(), last))
        }
        Some(YearPart::EraDecade(era, first)) => {
            alone(parts)?;
            let last = first
                .saturating_add(9)
                .min(era.last_year().unwrap_or(i64::MAX));
            if last < first {
                return Err(era_date::after_era(era, era.gregorian_year(first)));
            }
            let (first, last) = (era.gregorian_year(first), era.gregorian_year(last));
            Ok(Reading::OneOf(year_text(first), year_text(last)))
        }
        Some(YearPart::Decade(first)) => decade(first, parts),
        Some(YearPart::Century {
            number,
            before_christ,
        }) => century(number, before_christ, parts),
        Some(YearPart::Millennium {
            number,
            before_christ,
        }) => {
            alone(parts)?;
            let sign = if before_christ { "-" } else { "" };
            match number {
                1..=10 => Ok(Reading::Date(format!("{sign}{}XXX", number - 1))),
                _ => Err(Fail::NotThis),
            }
        }
    }
}

fn without_year(parts: &Parts) -> Fail {
    let month = parts.month.map(u8::try_from);
    let day = match parts.day {
        Some(DayPart::Number(day)) => u8::try_from(day).ok(),
        Some(DayPart::Last) | None => None,
    };
    match (month, day) {
        (Some(Ok(month @ 1..=12)), day) => HumanDateError::NoYear { month, day }.into(),
        (None, Some(day)) => HumanDateError::NoMonth { day }.into(),
        _ => Fail::NotThis,
    }
}

/// "12 January, year not known". February may have its 29th day.
fn of_unknown_year(parts: &Parts) -> Result<Reading, Fail> {
    let month = checked_month(parts.month.ok_or(Fail::NotThis)?)?;
    match parts.day {
        None => Ok(Reading::Date(format!("XXXX-{month:02}"))),
        Some(day) => {
            let date = checked_day(2000, month, day)?;
            Ok(Reading::Date(format!("XXXX-{month:02}-{:02}", date.day)))
        }
    }
}

/// Holds for a stretch of years that nothing else may be said of.
fn alone(parts: &Parts) -> Result<(), Fail> {
    let more = parts.month.is_some()
        || parts.day.is_some()
        || parts.weekday.is_some()
        || parts.sub_year.is_some()
        || parts.stage.is_some()
        || parts.ten_days.is_some()
        || matches!(parts.within, Some(Within::Day | Within::Month));
    if more { Err(Fail::NotThis) } else { Ok(()) }
}

/// The year in EDTF.
pub(super) fn year_text(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    match year.unsigned_abs() {
        digits @ ..=9999 => format!("{sign}{digits:04}"),
        digits => format!("Y{sign}{digits}"),
    }
}

/// A date of one year.
pub(super) fn in_year(year: i64, parts: &Parts) -> Result<Reading, Fail> {
    if parts.leap_month {
        return Err(HumanDateError::LeapMonth.into());
    }
    let text = year_text(year);
    if let Some(code) = parts.sub_year {
        if parts.month.is_some() || parts.day.is_some() || parts.stage.is_some() {
            return Err(Fail::NotThis);
        }
        return Ok(Reading::Date(format!("{text}-{code}")));
    }
    let Some(month) = parts.month else {
        return match (parts.day, parts.weekday, parts.ten_days, parts.within) {
            (None, None, None, Some(Within::Day)) => Ok(Reading::Date(format!("{text}-XX-XX"))),
            (None, None, None, Some(Within::Month)) => Ok(Reading::Date(format!("{text}-XX"))),
            (None, None, None, _) => Ok(part_of_year(&text, parts.stage)),
            (Some(DayPart::Number(day)), ..) => Err(match u8::try_from(day) {
                Ok(day) => HumanDateError::NoMonth { day }.into(),
                Err(_) => Fail::NotThis,
            }),
            _ => Err(Fail::NotThis),
        };
    };
    let month = checked_month(month)?;
    let Some(day) = parts.day else {
        return in_month(year, month, parts);
    };
    if parts.stage.is_some() || parts.ten_days.is_some() {
        return Err(Fail::NotThis);
    }
    let date = checked_day(year, month, day)?;
    check_weekday(date, parts)?;
    Ok(Reading::Date(format!("{text}-{month:02}-{:02}", date.day)))
}

/// The first third of the year is early, the last one late.
fn part_of_year(year: &str, stage: Option<Stage>) -> Reading {
    let months = |first: u8, last: u8| {
        Reading::OneOf(format!("{year}-{first:02}"), format!("{year}-{last:02}"))
    };
    match stage {
        None => Reading::Date(year.to_owned()),
        Some(Stage::FirstHalf) => Reading::Date(format!("{year}-40")),
        Some(Stage::SecondHalf) => Reading::Date(format!("{year}-41")),
        Some(Stage::Early) => months(1, 4),
        Some(Stage::Mid) => months(5, 8),
        Some(Stage::Late) => months(9, 12),
    }
}

/// A date of one month, without a day.
fn in_month(year: i64, month: u8, parts: &Parts) -> Result<Reading, Fail> {
    let text = format!("{}-{month:02}", year_text(year));
    let last_day = days_in_month(year, month);
    let days = |first: u8, last: u8| {
        Ok(Reading::OneOf(
            format!("{text}-{first:02}"),
            format!("{text}-{last:02}"),
        ))
    };
    if parts.weekday.is_some() {
        return Err(Fail::NotThis);
    }
    match (parts.stage, parts.ten_days, parts.within) {
        (None, None, Some(Within::Day)) => Ok(Reading::Date(format!("{text}-XX"))),
        (None, None, _) => Ok(Reading::Date(text)),
        (Some(Stage::Early), None, _) | (None, Some(1), _) => days(1, 10),
        (Some(Stage::Mid), None, _) | (None, Some(2), _) => days(11, 20),
        (Some(Stage::Late), None, _) | (None, Some(_), _) => days(21, last_day),
        (Some(Stage::FirstHalf), None, _) => days(1, 15),
        (Some(Stage::SecondHalf), None, _) => days(16, last_day),
        (Some(_), Some(_), _) => Err(Fail::NotThis),
    }
}

/// 197X. Stages overlap, for "mid-1970s" is 1973 to some and 1977 to others; that one of a set of
/// years is meant says just that.
fn decade(first: i64, parts: &Parts) -> Result<Reading, Fail> {
    let tens = first / 10;
    if let (Some(month), None, None, None) = (parts.month, parts.day, parts.stage, parts.weekday) {
        let month = checked_month(month)?;
        return Ok(Reading::Date(format!("{tens:03}X-{month:02}")));
    }
    let Some(stage) = parts.stage else {
        alone(parts)?;
        return Ok(Reading::Date(format!("{tens:03}X")));
    };
    alone(&Parts {
        stage: None,
        ..parts.clone()
    })?;
    let (from, to) = match stage {
        Stage::Early => (0, 3),
        Stage::Mid => (3, 7),
        Stage::Late => (6, 9),
        Stage::FirstHalf => (0, 4),
        Stage::SecondHalf => (5, 9),
    };
    Ok(Reading::OneOf(
        year_text(first + from),
        year_text(first + to),
    ))
}

/// 18XX for the nineteenth century, as EDTF and libraries have it: 1800 to 1899.
fn century(number: i64, before_christ: bool, parts: &Parts) -> Result<Reading, Fail> {
    if !(1..=100).contains(&number) {
        return Err(Fail::NotThis);
    }
    let hundreds = number - 1;
    let Some(stage) = parts.stage else {
        alone(parts)?;
        let sign = if before_christ { "-" } else { "" };
        return Ok(Reading::Date(format!("{sign}{hundreds:02}XX")));
    };
    alone(&Parts {
        stage: None,
        ..parts.clone()
    })?;
    let (from, to) = match stage {
        Stage::Early => (0, 39),
        Stage::Mid => (30, 69),
        Stage::Late => (60, 99),
        Stage::FirstHalf => (0, 49),
        Stage::SecondHalf => (50, 99),
    };
    let first = if before_christ {
        -hundreds * 100 - 99
    } else {
        hundreds * 100
    };
    Ok(Reading::OneOf(
        year_text(first + from),
        year_text(first + to),
    ))
}

pub(super) fn checked_month(month: i64) -> Result<u8, Fail> {
    match u8::try_from(month) {
        Ok(month @ 1..=12) => Ok(month),
        _ => Err(HumanDateError::NoSuchMonth { month }.into()),
    }
}

pub(super) fn checked_day(year: i64, month: u8, day: DayPart) -> Result<CivilDate, Fail> {
    let last = days_in_month(year, month);
    let day = match day {
        DayPart::Last => i64::from(last),
        DayPart::Number(day) => day,
    };
    u8::try_from(day)
        .ok()
        .and_then(|day| CivilDate::new(year, month, day))
        .ok_or_else(|| {
            HumanDateError::NoSuchDay {
                day,
                month: gregorian::month_of_year(year, month, Language::En),
                last,
            }
            .into()
        })
}

pub(super) fn check_weekday(date: CivilDate, parts: &Parts) -> Result<(), Fail> {
    match parts.weekday {
        Some(written) if written != date.weekday() => Err(HumanDateError::WrongWeekday {
            date,
            written,
            right: date.weekday(),
        }
        .into()),
        _ => Ok(()),
    }
}
