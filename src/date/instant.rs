//! A point on the one line of time that everything is placed on.

use super::civil::{CivilDate, CivilDateTime};

/// Seconds since 1970-01-01T00:00:00Z in the proleptic Gregorian calendar, without leap seconds.
///
/// Times beyond the range of `i64` seconds (years past about ±292 thousand million) saturate to
/// [`Instant::MIN`] and [`Instant::MAX`]. Order dates that far out by [`super::Edtf`] itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Instant(pub i64);

/// Seconds in a day.
pub const SECONDS_PER_DAY: i64 = 86_400;

impl Instant {
    /// As early as time goes: also stands for "before all dates".
    pub const MIN: Self = Self(i64::MIN);
    /// As late as time goes: also stands for "after all dates".
    pub const MAX: Self = Self(i64::MAX);

    /// The midnight at the start of a date in UTC.
    pub fn from_utc_date(date: CivilDate) -> Self {
        Self(date.days_from_epoch().saturating_mul(SECONDS_PER_DAY))
    }

    /// What a clock in UTC reads.
    pub fn to_utc(self) -> CivilDateTime {
        CivilDateTime::from_clock_seconds(self.0)
    }

    /// The instant `seconds` later (earlier if negative), held at the ends of time.
    #[must_use]
    pub const fn saturating_add(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from `earlier` to `self`, held at the ends of `i64`.
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midnight_utc_of_known_days() {
        let known = [
            ((1970, 1, 1), 0),
            ((1972, 9, 29), 86_572_800),
            ((2000, 3, 1), 951_868_800),
            ((1969, 12, 31), -86_400),
            ((0, 1, 1), -62_167_219_200),
        ];
        for ((year, month, day), seconds) in known {
            let date = CivilDate { year, month, day };
            assert_eq!(Instant::from_utc_date(date), Instant(seconds), "{date}");
            assert_eq!(Instant(seconds).to_utc().date, date);
        }
    }

    #[test]
    fn arithmetic_holds_at_the_ends_of_time() {
        assert_eq!(Instant::MAX.saturating_add(1), Instant::MAX);
        assert_eq!(Instant::MIN.saturating_add(-1), Instant::MIN);
        assert_eq!(Instant::MAX.seconds_since(Instant::MIN), i64::MAX);
        assert_eq!(
            Instant::from_utc_date(CivilDate {
                year: i64::MAX,
                month: 1,
                day: 1
            }),
            Instant::MAX
        );
    }
}
