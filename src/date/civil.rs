//! Calendar dates and clock times of the proleptic Gregorian calendar, without a zone.
//!
//! The conversion to and from day numbers follows Howard Hinnant's `days_from_civil`: years run
//! from March, so that the leap day is the last one and months need no table.

use std::fmt;

use super::instant::SECONDS_PER_DAY;

/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_SHIFT_DAYS: i64 = 719_468;
/// Days in 400 Gregorian years.
const DAYS_PER_400_YEARS: i64 = 146_097;
/// Years beyond this are held here in day arithmetic, so that it never overflows.
const YEAR_LIMIT: i64 = 10_000_000_000_000_000;
/// Day numbers beyond this are held here for the same reason.
const DAY_LIMIT: i64 = 1 << 60;

/// A day of the proleptic Gregorian calendar; the year is astronomical (0 is 1 BCE).
///
/// ```
/// use nenpyo::date::{CivilDate, Weekday};
///
/// let day = CivilDate { year: 1972, month: 9, day: 29 };
/// assert_eq!(day.weekday(), Weekday::Friday);
/// assert_eq!(day.add_days(2).to_string(), "1972-10-01");
/// assert_eq!(CivilDate::new(1972, 9, 31), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate {
    /// Astronomical year: 1 BCE is 0, 2 BCE is −1.
    pub year: i64,
    /// Month of the year, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

/// A day and a time of day on some clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDateTime {
    /// The day.
    pub date: CivilDate,
    /// Hour of the day, 0 to 23.
    pub hour: u8,
    /// Minute of the hour, 0 to 59.
    pub minute: u8,
    /// Second of the minute, 0 to 59.
    pub second: u8,
}

/// A day of the week, from Monday as ISO 8601 counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// The seven days in order, from Monday.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// 1 for Monday to 7 for Sunday, as in ISO 8601.
    pub const fn iso_number(self) -> u8 {
        self as u8 + 1
    }
}

/// Whether February of that year has 29 days.
pub const fn is_leap_year(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days in a month, or 0 where there is no such month.
pub const fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year(year) => 29,
        2 => 28,
        _ => 0,
    }
}

impl CivilDate {
    /// A date that exists, or `None` for one like 30 February.
    pub const fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        if day >= 1 && day <= days_in_month(year, month) {
            Some(Self { year, month, day })
        } else {
            None
        }
    }

    /// Days since 1970-01-01 (negative before).
    pub const fn days_from_epoch(self) -> i64 {
        let year = if self.year > YEAR_LIMIT {
            YEAR_LIMIT
        } else if self.year < -YEAR_LIMIT {
            -YEAR_LIMIT
        } else {
            self.year
        };
        let month = self.month as i64;
        // Years and months counted from March.
        let march_year = if month <= 2 { year - 1 } else { year };
        let march_month = if month <= 2 { month + 9 } else { month - 3 };
        let era = march_year.div_euclid(400);
        let year_of_era = march_year.rem_euclid(400);
        let day_of_year = (153 * march_month + 2) / 5 + self.day as i64 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * DAYS_PER_400_YEARS + day_of_era - EPOCH_SHIFT_DAYS
    }

    /// The date that many days after 1970-01-01.
    pub const fn from_days(days: i64) -> Self {
        let days = if days > DAY_LIMIT {
            DAY_LIMIT
        } else if days < -DAY_LIMIT {
            -DAY_LIMIT
        } else {
            days
        };
        let shifted = days + EPOCH_SHIFT_DAYS;
        let era = shifted.div_euclid(DAYS_PER_400_YEARS);
        let day_of_era = shifted.rem_euclid(DAYS_PER_400_YEARS);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 {
            march_month + 3
        } else {
            march_month - 9
        };
        let year = era * 400 + year_of_era + if month <= 2 { 1 } else { 0 };
        Self {
            year,
            month: month as u8,
            day: day as u8,
        }
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        // Day 0 was a Thursday.
        let from_monday = (self.days_from_epoch() + 3).rem_euclid(7);
        Weekday::ALL[usize::try_from(from_monday).unwrap_or(0) % 7]
    }

    /// The day that many days later (earlier if negative).
    #[must_use]
    pub const fn add_days(self, days: i64) -> Self {
        Self::from_days(self.days_from_epoch().saturating_add(days))
    }

    /// Midnight at the start of the day.
    pub const fn at_midnight(self) -> CivilDateTime {
        CivilDateTime {
            date: self,
            hour: 0,
            minute: 0,
            second: 0,
        }
    }
}

impl CivilDateTime {
    /// Seconds this clock has counted since it read 1970-01-01T00:00:00; saturates.
    pub const fn clock_seconds(self) -> i64 {
        let of_day = self.hour as i64 * 3_600 + self.minute as i64 * 60 + self.second as i64;
        let seconds =
            self.date.days_from_epoch() as i128 * SECONDS_PER_DAY as i128 + of_day as i128;
        if seconds > i64::MAX as i128 {
            i64::MAX
        } else if seconds < i64::MIN as i128 {
            i64::MIN
        } else {
            seconds as i64
        }
    }

    /// What a clock reads that many seconds after it read 1970-01-01T00:00:00.
    pub const fn from_clock_seconds(seconds: i64) -> Self {
        let date = CivilDate::from_days(seconds.div_euclid(SECONDS_PER_DAY));
        let of_day = seconds.rem_euclid(SECONDS_PER_DAY);
        Self {
            date,
            hour: (of_day / 3_600) as u8,
            minute: (of_day / 60 % 60) as u8,
            second: (of_day % 60) as u8,
        }
    }
}

/// Writes the EDTF form: `1972-09-29`, `-0044-03-15`, and years of five digits or more as they are.
impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        let year = self.year.unsigned_abs();
        write!(f, "{sign}{year:04}-{:02}-{:02}", self.month, self.day)
    }
}

/// Writes `1972-09-29T10:20:00`.
impl fmt::Display for CivilDateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            date,
            hour,
            minute,
            second,
        } = self;
        write!(f, "{date}T{hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_eight_centuries_comes_back() {
        let first = CivilDate::new(-401, 1, 1).unwrap().days_from_epoch();
        let last = CivilDate::new(402, 12, 31).unwrap().days_from_epoch();
        let mut expected = CivilDate::new(-401, 1, 1).unwrap();
        for days in first..=last {
            let date = CivilDate::from_days(days);
            assert_eq!(date, expected);
            assert_eq!(date.days_from_epoch(), days);
            expected.day += 1;
            if expected.day > days_in_month(expected.year, expected.month) {
                expected.day = 1;
                expected.month += 1;
                if expected.month > 12 {
                    expected.month = 1;
                    expected.year += 1;
                }
            }
        }
    }

    #[test]
    fn weekdays_of_known_days() {
        let friday = CivilDate::new(1972, 9, 29).unwrap();
        assert_eq!(friday.weekday(), Weekday::Friday);
        assert_eq!(friday.add_days(2).weekday(), Weekday::Sunday);
        assert_eq!(friday.add_days(3).weekday(), Weekday::Monday);
        let before_the_epoch = CivilDate::new(1945, 8, 15).unwrap();
        assert_eq!(before_the_epoch.weekday(), Weekday::Wednesday);
        assert_eq!(Weekday::Sunday.iso_number(), 7);
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for (year, month, day) in [(1900, 2, 29), (2023, 2, 29), (2024, 4, 31), (2024, 13, 1)] {
            assert_eq!(CivilDate::new(year, month, day), None);
        }
        assert!(CivilDate::new(2000, 2, 29).is_some());
        assert!(CivilDate::new(0, 2, 29).is_some());
        assert!(CivilDate::new(-4, 2, 29).is_some());
        assert_eq!(CivilDate::new(2024, 1, 0), None);
    }

    #[test]
    fn clock_seconds_come_back_also_before_the_epoch() {
        for seconds in [0, 1, -1, 86_399, -86_401, 1_731_672_000, i64::MAX, i64::MIN] {
            let clock = CivilDateTime::from_clock_seconds(seconds);
            assert_eq!(clock.clock_seconds(), seconds, "{clock}");
        }
        assert_eq!(
            CivilDateTime::from_clock_seconds(-1).to_string(),
            "1969-12-31T23:59:59"
        );
    }

    #[test]
    fn absurd_fields_do_not_panic() {
        let absurd = CivilDate {
            year: i64::MIN,
            month: 255,
            day: 255,
        };
        let _ = absurd.days_from_epoch();
        let _ = absurd.weekday();
        let _ = CivilDate::from_days(i64::MAX);
        let _ = CivilDate::from_days(i64::MIN);
    }
}
