//! A date with a time of day.

use std::fmt;

use super::year::PlainYear;
use crate::date::civil::{CivilDate, CivilDateTime};

/// What a time of day says about its distance from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeShift {
    /// Nothing: local time, in the event's zone.
    Local,
    /// `Z`.
    Utc,
    /// `+09`: hours ahead of UTC.
    Hours(i8),
    /// `+04:30`: minutes ahead of UTC in all, here 270.
    HoursMinutes(i16),
}

impl TimeShift {
    /// Seconds ahead of UTC, or `None` for local time.
    pub fn seconds(self) -> Option<i64> {
        match self {
            Self::Local => None,
            Self::Utc => Some(0),
            Self::Hours(hours) => Some(i64::from(hours) * 3_600),
            Self::HoursMinutes(minutes) => Some(i64::from(minutes) * 60),
        }
    }
}

/// A whole date with a time of day, to the second.
///
/// 24:00:00 is the midnight at the end of the day; second 60 is a leap second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateTime {
    pub(crate) year: PlainYear,
    pub(crate) month: u8,
    pub(crate) day: u8,
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) second: u8,
    pub(crate) shift: TimeShift,
}

impl DateTime {
    /// The day as written.
    pub fn date(&self) -> CivilDate {
        CivilDate {
            year: self.year.with_unspecified_as(b'0'),
            month: self.month,
            day: self.day,
        }
    }

    /// The hour as written, 0 to 24.
    pub const fn hour(&self) -> u8 {
        self.hour
    }

    /// The minute as written.
    pub const fn minute(&self) -> u8 {
        self.minute
    }

    /// The second as written, 0 to 60.
    pub const fn second(&self) -> u8 {
        self.second
    }

    /// The distance from UTC.
    pub const fn shift(&self) -> TimeShift {
        self.shift
    }

    /// Seconds that a clock at that shift has counted since it read 1970-01-01T00:00:00. Time is
    /// counted without leap seconds, so a leap second falls together with the one after it.
    pub(crate) fn clock_seconds(&self) -> i64 {
        let midnight = self.date().at_midnight().clock_seconds();
        midnight
            + i64::from(self.hour) * 3_600
            + i64::from(self.minute) * 60
            + i64::from(self.second)
    }

    /// The clock reading, with 24:00:00 as the next day's midnight.
    pub fn civil(&self) -> CivilDateTime {
        CivilDateTime::from_clock_seconds(self.clock_seconds())
    }

    /// The lowest conformance level that has this form.
    pub(crate) const fn level(&self) -> u8 {
        self.year.negative as u8
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            year,
            month,
            day,
            hour,
            minute,
            second,
            shift,
        } = self;
        write!(
            f,
            "{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        )?;
        match shift {
            TimeShift::Local => Ok(()),
            TimeShift::Utc => f.write_str("Z"),
            TimeShift::Hours(hours) => write!(f, "{hours:+03}"),
            TimeShift::HoursMinutes(minutes) => {
                let sign = if *minutes < 0 { '-' } else { '+' };
                let minutes = minutes.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}
