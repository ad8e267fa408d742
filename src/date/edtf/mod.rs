//! EDTF: dates that say how exactly and how surely they are known.
//!
//! The format is ISO 8601-2:2019 in the profile of the Library of Congress
//! (<https://www.loc.gov/standards/datetime/>), levels 0, 1 and 2 whole. Where that text is silent,
//! this room decides:
//!
//! - An interval, or a range in a set, may not end before it begins: of the days that each end may
//!   mean, the earliest start must not be later than the latest beginning of the end.
//! - `Y` years may stand in intervals and sets, as every other date may; so may seasons.
//! - `Y` is for years of more than four digits, with an exponent too.
//! - A time may be 24:00:00, and have a second 60 where a leap second can be; its shift lies
//!   between −12:00 and +14:00 and is not −00:00.
//! - Unspecified digits in a month stand for 01 to 12, never for a season.

mod bounds;
mod compound;
mod cursor;
mod date;
mod extent;
mod far;
mod moved;
mod parse;
mod parse_date;
mod parse_time;
mod qualifier;
mod sub_year;
mod time;
mod unit;
mod within;
mod year;

#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

pub use compound::{Endpoint, Interval, Member, Set, SetKind};
pub use date::{Date, TwoDigits};
pub use moved::{Clock, Grip, Hold, NotMoved};
pub use qualifier::{Part, Qualification};
pub use sub_year::{Hemisphere, Season, SubYear, SubYearKind};
pub use time::{DateTime, TimeShift};
pub use year::{LongYear, PlainYear, Year};

use super::civil::CivilDate;
use super::error::DateError;
use super::precision::Precision;

/// An EDTF value: a date, a time, an interval or a set of dates.
///
/// It prints exactly the text it was read from. Values are ordered by where they begin, then by
/// where they end (in UTC), then by their text; years of any size keep their place.
///
/// ```
/// use nenpyo::date::{Edtf, Precision, Zone};
///
/// let communique = Edtf::parse("1972-09-29")?;
/// assert_eq!(communique.precision(), Precision::Day);
/// let day = communique.extent(Zone::BEIJING);
/// assert_eq!(day.start.at.to_utc().to_string(), "1972-09-28T16:00:00");
/// assert_eq!(day.length_s(), 86_400);
///
/// let about = Edtf::parse("1972~/1978-XX")?;
/// assert!(about.is_approximate() && about.level() == 2);
/// assert_eq!(about.to_string(), "1972~/1978-XX");
/// assert!(communique > about);
/// # Ok::<(), nenpyo::date::DateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edtf {
    shape: Shape,
}

/// What an [`Edtf`] is made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One date.
    Date(Date),
    /// A date with a time of day.
    DateTime(DateTime),
    /// From one date to another.
    Interval(Box<Interval>),
    /// One of several dates, or all of them.
    Set(Box<Set>),
}

impl Edtf {
    /// Reads an EDTF value of any level.
    ///
    /// # Errors
    /// When the text is none; the error names the byte and says what would be right.
    ///
    /// ```
    /// let error = nenpyo::date::Edtf::parse("1972-09-31").unwrap_err();
    /// assert_eq!(error.position, 8);
    /// assert_eq!(
    ///     error.to_string(),
    ///     "day 31 does not exist: this month runs from 01 to 30 (character 9)"
    /// );
    /// ```
    pub fn parse(text: &str) -> Result<Self, DateError> {
        parse::edtf(text)
    }

    /// What it is made of.
    pub const fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The lowest conformance level that has this form: 0, 1 or 2.
    pub fn level(&self) -> u8 {
        match &self.shape {
            Shape::Date(date) => date.level(),
            Shape::DateTime(time) => time.level(),
            Shape::Interval(interval) => interval.level(),
            Shape::Set(_) => 2,
        }
    }

    /// The stretch to which it is known; of several dates, the coarsest.
    pub fn precision(&self) -> Precision {
        match &self.shape {
            Shape::Date(date) => date.precision(),
            Shape::DateTime(_) => Precision::Second,
            Shape::Interval(_) | Shape::Set(_) => self
                .dates()
                .map(Date::precision)
                .max()
                .unwrap_or(Precision::Ages),
        }
    }

    /// Whether any part of any date is marked approximate.
    pub fn is_approximate(&self) -> bool {
        self.dates()
            .any(|date| date.qualification_of_any_part().approximate)
    }

    /// Whether any part of any date is marked uncertain.
    pub fn is_uncertain(&self) -> bool {
        self.dates()
            .any(|date| date.qualification_of_any_part().uncertain)
    }

    /// Whether any digit of any date is left unspecified.
    pub fn has_unspecified(&self) -> bool {
        self.dates().any(Date::has_unspecified)
    }

    /// The one day that it names, if it is a date to the day or a time.
    pub fn civil(&self) -> Option<CivilDate> {
        match &self.shape {
            Shape::Date(date) => date.civil(),
            Shape::DateTime(time) => Some(time.date()),
            Shape::Interval(_) | Shape::Set(_) => None,
        }
    }

    /// All dates that are written in it, in order; a date with a time is not among them.
    pub fn dates(&self) -> impl Iterator<Item = &Date> {
        let (one, ends, members) = match &self.shape {
            Shape::Date(date) => (Some(date), [None, None], [].as_slice()),
            Shape::DateTime(_) => (None, [None, None], [].as_slice()),
            Shape::Interval(interval) => (
                None,
                [interval.start.date(), interval.end.date()],
                [].as_slice(),
            ),
            Shape::Set(set) => (None, [None, None], &*set.members),
        };
        let members = members.iter().flat_map(|member| {
            let last = matches!(member, Member::Range(..)).then(|| member.last());
            std::iter::once(member.first()).chain(last)
        });
        one.into_iter()
            .chain(ends.into_iter().flatten())
            .chain(members)
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.shape {
            Shape::Date(date) => date.fmt(f),
            Shape::DateTime(time) => time.fmt(f),
            Shape::Interval(interval) => interval.fmt(f),
            Shape::Set(set) => set.fmt(f),
        }
    }
}

impl FromStr for Edtf {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}
