//! One date: a year, perhaps a month or a part of the year, perhaps a day, each with its marks.

use std::fmt::{self, Write};

use super::qualifier::{Part, Qualification, Qualifiers, Side};
use super::sub_year::SubYear;
use super::year::{UNSPECIFIED, Year};
use crate::date::civil::CivilDate;
use crate::date::precision::Precision;

/// A month or a day as two characters, each a digit or `X`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TwoDigits(pub(crate) [u8; 2]);

impl TwoDigits {
    /// The number, or `None` while a digit is unspecified.
    pub const fn value(self) -> Option<u8> {
        let [tens, ones] = self.0;
        if tens == UNSPECIFIED || ones == UNSPECIFIED {
            return None;
        }
        Some(
            tens.wrapping_sub(b'0')
                .wrapping_mul(10)
                .wrapping_add(ones.wrapping_sub(b'0')),
        )
    }

    /// The two characters.
    pub const fn digits(self) -> [u8; 2] {
        self.0
    }

    /// Whether any digit is unspecified.
    pub const fn has_unspecified(self) -> bool {
        self.0[0] == UNSPECIFIED || self.0[1] == UNSPECIFIED
    }

    /// Whether both digits are unspecified.
    pub const fn is_unspecified(self) -> bool {
        self.0[0] == UNSPECIFIED && self.0[1] == UNSPECIFIED
    }

    /// Whether a number under 100 may be meant.
    pub(crate) const fn admits(self, number: u8) -> bool {
        let [tens, ones] = self.0;
        (tens == UNSPECIFIED || tens == b'0' + number / 10 % 10)
            && (ones == UNSPECIFIED || ones == b'0' + number % 10)
    }
}

impl fmt::Display for TwoDigits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char(char::from(self.0[0]))?;
        f.write_char(char::from(self.0[1]))
    }
}

/// What follows the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum AfterYear {
    Nothing,
    SubYear(SubYear),
    Month(TwoDigits),
    Day(TwoDigits, TwoDigits),
}

/// A date of the forms that stand alone, at the ends of an interval and in a set.
///
/// It is only made by parsing, so a `Date` has at least one day that it may mean.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    pub(crate) year: Year,
    pub(crate) after_year: AfterYear,
    pub(crate) qualifiers: Qualifiers,
    /// Whether any digit is `X`; kept because it is asked of every date.
    pub(crate) unspecified: bool,
}

impl Date {
    /// The year as written.
    pub const fn year(&self) -> &Year {
        &self.year
    }

    /// The month as written; `None` for a year alone and for a season.
    pub const fn month(&self) -> Option<TwoDigits> {
        match self.after_year {
            AfterYear::Month(month) | AfterYear::Day(month, _) => Some(month),
            AfterYear::Nothing | AfterYear::SubYear(_) => None,
        }
    }

    /// The season or other part of the year that stands in the month's place.
    pub const fn sub_year(&self) -> Option<SubYear> {
        match self.after_year {
            AfterYear::SubYear(sub_year) => Some(sub_year),
            _ => None,
        }
    }

    /// The day of the month as written.
    pub const fn day(&self) -> Option<TwoDigits> {
        match self.after_year {
            AfterYear::Day(_, day) => Some(day),
            _ => None,
        }
    }

    /// The day it names, if it names one: no digit unspecified (marks do not matter).
    pub fn civil(&self) -> Option<CivilDate> {
        CivilDate::new(
            self.year.value()?,
            self.month()?.value()?,
            self.day()?.value()?,
        )
    }

    /// How sure a part is, from the marks at it and after it.
    pub fn qualification(&self, part: Part) -> Qualification {
        self.qualifiers.of(part)
    }

    /// How sure the least sure part is.
    pub const fn qualification_of_any_part(&self) -> Qualification {
        self.qualifiers.of_any()
    }

    /// Whether one mark speaks for the whole date: the same is said of every part.
    pub fn is_qualified_as_a_whole(&self) -> bool {
        let whole = self.qualifiers.of(self.last_part());
        !self.qualifiers.is_empty()
            && [Part::Year, Part::Month]
                .into_iter()
                .filter(|part| *part < self.last_part())
                .all(|part| self.qualifiers.of(part) == whole)
    }

    /// Whether any digit is unspecified.
    pub const fn has_unspecified(&self) -> bool {
        self.unspecified
    }

    /// The last part that is written.
    pub const fn last_part(&self) -> Part {
        match self.after_year {
            AfterYear::Nothing => Part::Year,
            AfterYear::SubYear(_) | AfterYear::Month(_) => Part::Month,
            AfterYear::Day(..) => Part::Day,
        }
    }

    /// The stretch to which it is known.
    pub fn precision(&self) -> Precision {
        let unknown_digits = match &self.year {
            Year::Plain(year) if self.unspecified => year.unknown_digits(),
            Year::Plain(_) => 0,
            Year::Long(year) => super::far::unknown_digits(year),
        };
        if unknown_digits > 0 {
            return Precision::of_unknown_year_digits(unknown_digits);
        }
        match self.after_year {
            AfterYear::Nothing => Precision::Year,
            AfterYear::SubYear(sub_year) => sub_year.precision(),
            AfterYear::Month(month) | AfterYear::Day(month, _) if month.has_unspecified() => {
                Precision::Year
            }
            AfterYear::Month(_) => Precision::Month,
            AfterYear::Day(_, day) if day.has_unspecified() => Precision::Month,
            AfterYear::Day(..) => Precision::Day,
        }
    }

    /// Whether its limits are less than sure: marks, unspecified digits, a season, or a year of
    /// which only some digits count.
    pub(crate) fn is_fuzzy(&self) -> bool {
        self.unspecified
            || !self.qualifiers.is_empty()
            || matches!(self.after_year, AfterYear::SubYear(sub_year) if sub_year.is_soft())
            || matches!(&self.year, Year::Long(year) if year.significant.is_some())
    }

    /// The lowest conformance level that has this form.
    pub(crate) fn level(&self) -> u8 {
        let year = match &self.year {
            Year::Plain(year) if year.negative => 1,
            Year::Plain(_) => 0,
            Year::Long(year) if year.exponent.is_some() || year.significant.is_some() => 2,
            Year::Long(_) => 1,
        };
        let after_year = match self.after_year {
            AfterYear::SubYear(sub_year) if sub_year.code() > 24 => 2,
            AfterYear::SubYear(_) => 1,
            _ => 0,
        };
        let marks = match (
            self.qualifiers.is_empty(),
            self.qualifiers.only_at_the_end(self.last_part()),
        ) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        let digits = match (self.unspecified, self.is_unspecified_from_the_right()) {
            (false, _) => 0,
            (true, true) => 1,
            (true, false) => 2,
        };
        year.max(after_year).max(marks).max(digits)
    }

    /// Whether the unspecified digits are the ones that level 1 lists: one or two at the right of
    /// a year alone, a whole month after a year, a whole day, or a whole month and day.
    fn is_unspecified_from_the_right(&self) -> bool {
        let Year::Plain(year) = self.year else {
            return false;
        };
        let [a, b, c, d] = year.digits.map(|digit| digit == UNSPECIFIED);
        let year_known = !(a || b || c || d);
        match self.after_year {
            AfterYear::Nothing => !a && !b && d,
            AfterYear::SubYear(_) => false,
            AfterYear::Month(month) => year_known && month.is_unspecified(),
            AfterYear::Day(month, day) => {
                year_known
                    && day.is_unspecified()
                    && (month.is_unspecified() || !month.has_unspecified())
            }
        }
    }

    /// Whether two dates are written to the same precision, as the ends of a range must be.
    pub(crate) fn is_written_like(&self, other: &Self) -> bool {
        std::mem::discriminant(&self.after_year) == std::mem::discriminant(&other.after_year)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = |f: &mut fmt::Formatter<'_>, part, side| match self.qualifiers.mark(part, side) {
            Some(mark) => f.write_char(mark),
            None => Ok(()),
        };
        mark(f, Part::Year, Side::Left)?;
        self.year.fmt(f)?;
        mark(f, Part::Year, Side::Right)?;
        if let AfterYear::Nothing = self.after_year {
            return Ok(());
        }
        f.write_char('-')?;
        mark(f, Part::Month, Side::Left)?;
        match self.after_year {
            AfterYear::SubYear(sub_year) => write!(f, "{}", sub_year.code())?,
            AfterYear::Month(month) | AfterYear::Day(month, _) => month.fmt(f)?,
            AfterYear::Nothing => {}
        }
        mark(f, Part::Month, Side::Right)?;
        if let AfterYear::Day(_, day) = self.after_year {
            f.write_char('-')?;
            mark(f, Part::Day, Side::Left)?;
            day.fmt(f)?;
            mark(f, Part::Day, Side::Right)?;
        }
        Ok(())
    }
}
