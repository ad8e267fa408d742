//! The first and last time that a date may mean, on the clock of wherever it was written.

use super::date::{AfterYear, Date};
use super::far::{self, FarYear};
use super::sub_year::SubYear;
use super::year::{PlainYear, UNSPECIFIED, Year};
use crate::date::civil::{CivilDate, days_in_month, is_leap_year};
use crate::date::instant::{Instant, SECONDS_PER_DAY};
use crate::date::zone::Zone;

/// A place on a clock's line of time, near or far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Seconds since the clock read 1970-01-01T00:00:00.
    Clock(i64),
    /// A year whose seconds are beyond `i64`: its beginning or its end, which never need to be
    /// told apart.
    Far(Box<FarYear>),
}

impl Place {
    pub(crate) fn to_instant(&self, zone: Zone) -> Instant {
        match self {
            Self::Clock(seconds) => zone.clock_to_instant(*seconds),
            Self::Far(year) if year.is_negative() => Instant::MIN,
            Self::Far(_) => Instant::MAX,
        }
    }

    fn start_of(year: FarYear) -> Self {
        match year.clock_year() {
            Some(number) => Self::Clock(start_of_year(number)),
            None => Self::Far(Box::new(year)),
        }
    }

    fn end_of(year: FarYear) -> Self {
        match year.clock_year() {
            Some(number) => Self::Clock(start_of_year(number + 1)),
            None => Self::Far(Box::new(year)),
        }
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        use std::cmp::Ordering::{Greater, Less};
        match (self, other) {
            (Self::Clock(one), Self::Clock(other)) => one.cmp(other),
            (Self::Far(one), Self::Far(other)) => one.cmp(other),
            (Self::Far(far), Self::Clock(_)) => {
                if far.is_negative() {
                    Less
                } else {
                    Greater
                }
            }
            (Self::Clock(_), Self::Far(far)) => {
                if far.is_negative() {
                    Greater
                } else {
                    Less
                }
            }
        }
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

fn clock_seconds(year: i64, month: u8, day: u8) -> i64 {
    let date = CivilDate { year, month, day };
    date.days_from_epoch().saturating_mul(SECONDS_PER_DAY)
}

fn start_of_year(year: i64) -> i64 {
    clock_seconds(year, 1, 1)
}

/// The start of the month that is `months` after January of a year.
fn start_of_month(year: i64, months: u8) -> i64 {
    clock_seconds(year + i64::from(months / 12), months % 12 + 1, 1)
}

/// A date with every digit decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Completion {
    Year(i64),
    SubYear(i64, SubYear),
    Month(i64, u8),
    Day(i64, u8, u8),
}

impl Completion {
    fn start(self) -> i64 {
        match self {
            Self::Year(year) => start_of_year(year),
            Self::SubYear(year, sub_year) => start_of_month(year, sub_year.months().first - 1),
            Self::Month(year, month) => clock_seconds(year, month, 1),
            Self::Day(year, month, day) => clock_seconds(year, month, day),
        }
    }

    fn end(self) -> i64 {
        match self {
            Self::Year(year) => start_of_year(year + 1),
            Self::SubYear(year, sub_year) => {
                let months = sub_year.months();
                start_of_month(year, months.first - 1 + months.count)
            }
            Self::Month(year, month) => start_of_month(year, month),
            Self::Day(year, month, day) => clock_seconds(year, month, day) + SECONDS_PER_DAY,
        }
    }

    /// Both, for the price of one where it is a day.
    fn start_and_end(self) -> (i64, i64) {
        let start = self.start();
        let end = match self {
            Self::Day(..) => start + SECONDS_PER_DAY,
            _ => self.end(),
        };
        (start, end)
    }
}

/// From which side to look for a completion.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Earliest,
    Latest,
}

/// Every year that an incomplete one may be, from one side.
fn years_from(year: PlainYear, side: Side) -> impl Iterator<Item = i64> {
    let unspecified = year.digits.iter().filter(|&&digit| digit == UNSPECIFIED);
    let count = 10_u32.pow(u32::try_from(unspecified.count()).unwrap_or(4));
    let downwards = (side == Side::Latest) != year.negative;
    (0..count)
        .map(move |index| if downwards { count - 1 - index } else { index })
        .map(move |mut fill| {
            let mut completed = year;
            for digit in completed.digits.iter_mut().rev() {
                if *digit == UNSPECIFIED {
                    *digit = b'0' + (fill % 10) as u8;
                    fill /= 10;
                }
            }
            completed.with_unspecified_as(b'0')
        })
        // There is no year −0.
        .filter(move |&number| !(year.negative && number == 0))
}

/// The numbers from 1 to `last`, from one side.
fn numbers_from(side: Side, last: u8) -> impl Iterator<Item = u8> {
    (1..=last).map(move |index| match side {
        Side::Earliest => index,
        Side::Latest => last + 1 - index,
    })
}

/// The first or last day, month or year that the digits may mean, if there is any.
fn completion(year: PlainYear, after_year: AfterYear, side: Side) -> Option<Completion> {
    let (mut tried_leap, mut tried_common) = (false, false);
    for year in years_from(year, side) {
        let found = match after_year {
            AfterYear::Nothing => Some(Completion::Year(year)),
            AfterYear::SubYear(sub_year) => Some(Completion::SubYear(year, sub_year)),
            AfterYear::Month(month) => numbers_from(side, 12)
                .find(|&number| month.admits(number))
                .map(|number| Completion::Month(year, number)),
            AfterYear::Day(month, day) => numbers_from(side, 12)
                .filter(|&number| month.admits(number))
                .find_map(|month| {
                    numbers_from(side, days_in_month(year, month))
                        .find(|&number| day.admits(number))
                        .map(|day| Completion::Day(year, month, day))
                }),
        };
        if found.is_some() {
            return found;
        }
        // What fails in a leap year and in a common year fails in all.
        if is_leap_year(year) {
            tried_leap = true;
        } else {
            tried_common = true;
        }
        if tried_leap && tried_common {
            break;
        }
    }
    None
}

/// Whether the digits may mean any day, month or year that exists.
pub(crate) fn has_any_meaning(year: PlainYear, after_year: AfterYear) -> bool {
    completion(year, after_year, Side::Earliest).is_some()
}

/// The date of which every digit is known.
fn complete(year: i64, after_year: AfterYear) -> Option<Completion> {
    Some(match after_year {
        AfterYear::Nothing => Completion::Year(year),
        AfterYear::SubYear(sub_year) => Completion::SubYear(year, sub_year),
        AfterYear::Month(month) => Completion::Month(year, month.value()?),
        AfterYear::Day(month, day) => Completion::Day(year, month.value()?, day.value()?),
    })
}

fn completion_of(date: &Date, year: PlainYear, side: Side) -> Completion {
    let found = if date.unspecified {
        completion(year, date.after_year, side)
    } else {
        complete(year.with_unspecified_as(b'0'), date.after_year)
    };
    // Parsing lets no date through without one.
    found.unwrap_or(Completion::Year(year.with_unspecified_as(b'0')))
}

/// The first instant that a date may mean, and the first after the last.
pub(crate) fn bounds(date: &Date) -> (Place, Place) {
    match &date.year {
        Year::Plain(year) => {
            let earliest = completion_of(date, *year, Side::Earliest);
            let (start, end) = if date.unspecified {
                let latest = completion_of(date, *year, Side::Latest);
                (earliest.start(), latest.end())
            } else {
                earliest.start_and_end()
            };
            (Place::Clock(start), Place::Clock(end))
        }
        Year::Long(year) => {
            let (first, last) = far::first_and_last(year);
            (Place::start_of(first), Place::end_of(last))
        }
    }
}

/// The latest time at which a date may begin: of `198X`, the start of 1989.
pub(crate) fn latest_start(date: &Date) -> Place {
    match &date.year {
        Year::Plain(year) => Place::Clock(completion_of(date, *year, Side::Latest).start()),
        Year::Long(year) => Place::start_of(far::first_and_last(year).1),
    }
}

/// Whether the first date begins no later than the second may.
pub(crate) fn is_in_order(first: &Date, second: &Date) -> bool {
    bounds(first).0 <= latest_start(second)
}
