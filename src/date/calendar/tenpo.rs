//! The days of Meiji 1 to 5, which were days of the lunisolar Tenpō calendar (天保暦).
//!
//! Japan changed to the Gregorian calendar on 1873-01-01, the day after Meiji 5, 12th month, 2nd
//! day. So 明治4年7月29日 (the Sino-Japanese treaty of amity) is 1871-09-13 and not 29 July 1871.
//! The calendar was civil law, not astronomy; it cannot be computed from today's rules, and five
//! rows hold all of it that an era from Meiji on needs. Source: Uchida Masao, 日本暦日原典 (4th
//! edition, 1992); checked in the tests against days that documents of the time state both ways.

use crate::date::CivilDate;

/// A day of the Tenpō calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::date) struct TenpoDay {
    /// Year of Meiji, 1 to 5.
    pub meiji_year: u8,
    /// Month, 1 to 12.
    pub month: u8,
    /// Whether this is the leap month (閏) that follows `month`.
    pub leap: bool,
    /// Day of the month, 1 to 30.
    pub day: u8,
}

/// Why a written day is no day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::date) enum NotTenpo {
    /// That year has no such (leap) month.
    Month,
    /// The month ends with this day.
    DayAfter(u8),
}

/// One year: which month has a leap month after it (0: none) and the length of each month in days.
struct TenpoYear {
    leap_after: u8,
    month_days: &'static [u8],
}

/// Meiji 1, 1st month, 1st day.
const FIRST_DAY: CivilDate = CivilDate {
    year: 1868,
    month: 1,
    day: 25,
};

static YEARS: [TenpoYear; 5] = [
    TenpoYear {
        leap_after: 4,
        month_days: &[29, 30, 30, 29, 29, 30, 29, 29, 30, 29, 30, 30, 29],
    },
    TenpoYear {
        leap_after: 0,
        month_days: &[30, 30, 30, 29, 29, 30, 29, 29, 30, 29, 30, 30],
    },
    TenpoYear {
        leap_after: 10,
        month_days: &[29, 30, 30, 29, 30, 29, 30, 29, 30, 29, 29, 30, 29],
    },
    TenpoYear {
        leap_after: 0,
        month_days: &[30, 30, 29, 30, 30, 29, 30, 29, 30, 29, 29, 30],
    },
    TenpoYear {
        leap_after: 0,
        // The twelfth month was cut off after two days by the change of calendars.
        month_days: &[29, 30, 29, 30, 30, 29, 30, 30, 29, 30, 29, 2],
    },
];

/// Every month in order: year, month, leap, days.
fn months() -> impl Iterator<Item = (TenpoDay, u8)> {
    (1..).zip(&YEARS).flat_map(|(meiji_year, year)| {
        (1..).zip(year.month_days).map(move |(ordinal, &days)| {
            let after_leap = year.leap_after != 0 && ordinal > year.leap_after;
            let first = TenpoDay {
                meiji_year,
                month: ordinal - u8::from(after_leap),
                leap: year.leap_after != 0 && ordinal == year.leap_after + 1,
                day: 1,
            };
            (first, days)
        })
    })
}

impl TenpoDay {
    /// The Tenpō day of a Gregorian day; `None` outside 1868-01-25 to 1872-12-31.
    pub(in crate::date) fn from_civil(date: CivilDate) -> Option<Self> {
        let mut left = date
            .days_from_epoch()
            .checked_sub(FIRST_DAY.days_from_epoch())?;
        if left < 0 {
            return None;
        }
        for (first, days) in months() {
            if left < i64::from(days) {
                let day = 1 + u8::try_from(left).ok()?;
                return Some(Self { day, ..first });
            }
            left -= i64::from(days);
        }
        None
    }

    /// The Gregorian day of a Tenpō day.
    pub(in crate::date) fn to_civil(self) -> Result<CivilDate, NotTenpo> {
        let (start, days) =
            Self::month_start(self.meiji_year, self.month, self.leap).ok_or(NotTenpo::Month)?;
        if self.day == 0 || self.day > days {
            return Err(NotTenpo::DayAfter(days));
        }
        Ok(CivilDate::from_days(start + i64::from(self.day) - 1))
    }

    /// The first and the last Gregorian day of a Tenpō month.
    pub(in crate::date) fn month_span(
        meiji_year: u8,
        month: u8,
        leap: bool,
    ) -> Option<(CivilDate, CivilDate)> {
        let (start, days) = Self::month_start(meiji_year, month, leap)?;
        let last = start + i64::from(days) - 1;
        Some((CivilDate::from_days(start), CivilDate::from_days(last)))
    }

    /// The month's first day (days from the epoch) and its length.
    fn month_start(meiji_year: u8, month: u8, leap: bool) -> Option<(i64, u8)> {
        let mut start = FIRST_DAY.days_from_epoch();
        for (first, days) in months() {
            if (first.meiji_year, first.month, first.leap) == (meiji_year, month, leap) {
                return Some((start, days));
            }
            start += i64::from(days);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn civil(year: i64, month: u8, day: u8) -> CivilDate {
        CivilDate { year, month, day }
    }

    fn tenpo(meiji_year: u8, month: u8, day: u8) -> TenpoDay {
        TenpoDay {
            meiji_year,
            month,
            leap: false,
            day,
        }
    }

    /// Days known both ways from the documents themselves.
    #[test]
    fn days_that_history_dates_both_ways() {
        let known = [
            // Charter Oath.
            (tenpo(1, 3, 14), civil(1868, 4, 6)),
            // Edo handed over.
            (tenpo(1, 4, 11), civil(1868, 5, 3)),
            // Edo renamed Tokyo.
            (tenpo(1, 7, 17), civil(1868, 9, 3)),
            // Era of Meiji proclaimed.
            (tenpo(1, 9, 8), civil(1868, 10, 23)),
            // Surrender at Hakodate.
            (tenpo(2, 5, 18), civil(1869, 6, 27)),
            // Domains returned to the emperor.
            (tenpo(2, 6, 17), civil(1869, 7, 25)),
            // Commoners may take surnames.
            (tenpo(3, 9, 19), civil(1870, 10, 13)),
            // Domains abolished.
            (tenpo(4, 7, 14), civil(1871, 8, 29)),
            // Sino-Japanese Treaty of Amity signed at Tientsin.
            (tenpo(4, 7, 29), civil(1871, 9, 13)),
            // The Iwakura mission sails.
            (tenpo(4, 11, 12), civil(1871, 12, 23)),
            // It lands at San Francisco, in a month whose new moon fell on midnight.
            (tenpo(4, 12, 6), civil(1872, 1, 15)),
            // Education order.
            (tenpo(5, 8, 2), civil(1872, 9, 4)),
            // First railway opened.
            (tenpo(5, 9, 12), civil(1872, 10, 14)),
            // Tomioka silk mill starts.
            (tenpo(5, 10, 4), civil(1872, 11, 4)),
            // Gregorian calendar decreed.
            (tenpo(5, 11, 9), civil(1872, 12, 9)),
            // The last day.
            (tenpo(5, 12, 2), civil(1872, 12, 31)),
        ];
        for (day, gregorian) in known {
            assert_eq!(day.to_civil(), Ok(gregorian), "{day:?}");
            assert_eq!(TenpoDay::from_civil(gregorian), Some(day), "{gregorian:?}");
        }
    }

    #[test]
    fn leap_months_stand_after_their_month() {
        let leap = TenpoDay {
            meiji_year: 1,
            month: 4,
            leap: true,
            day: 21,
        };
        // Constitution of 1868 (政体書).
        assert_eq!(leap.to_civil(), Ok(civil(1868, 6, 11)));
        assert_eq!(
            TenpoDay { month: 5, ..leap }.to_civil(),
            Err(NotTenpo::Month)
        );
    }

    #[test]
    fn every_day_goes_there_and_back() {
        let first = FIRST_DAY.days_from_epoch();
        let last = civil(1872, 12, 31).days_from_epoch();
        for days in first..=last {
            let date = CivilDate::from_days(days);
            let day = TenpoDay::from_civil(date).unwrap();
            assert_eq!(day.to_civil(), Ok(date));
        }
        assert_eq!(TenpoDay::from_civil(CivilDate::from_days(first - 1)), None);
        assert_eq!(TenpoDay::from_civil(CivilDate::from_days(last + 1)), None);
    }

    #[test]
    fn days_that_never_were() {
        assert_eq!(tenpo(5, 12, 3).to_civil(), Err(NotTenpo::DayAfter(2)));
        assert_eq!(tenpo(1, 1, 30).to_civil(), Err(NotTenpo::DayAfter(29)));
        assert_eq!(tenpo(1, 13, 1).to_civil(), Err(NotTenpo::Month));
        assert_eq!(tenpo(6, 1, 1).to_civil(), Err(NotTenpo::Month));
    }
}
