//! Time zones: where a date was the date.
//!
//! The IANA database comes compiled in with chrono-tz, so that a zone means the same on every
//! machine and needs no file.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, LocalResult, NaiveDateTime, Offset, TimeZone};
use chrono_tz::{GapInfo, TZ_VARIANTS, Tz};
use thiserror::Error;

use super::civil::CivilDateTime;
use super::instant::Instant;

/// A zone of the IANA time zone database, or UTC.
///
/// ```
/// use nenpyo::date::{CivilDate, Zone};
///
/// let midnight = CivilDate { year: 2024, month: 11, day: 16 }.at_midnight();
/// let in_tokyo = Zone::parse("Asia/Tokyo")?.to_instant(midnight);
/// assert_eq!(Zone::LIMA.to_civil(in_tokyo).to_string(), "2024-11-15T10:00:00");
/// # Ok::<(), nenpyo::date::ZoneError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone(Tz);

/// A name that is no zone of the IANA database.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "there is no time zone \"{name}\": write a name of the IANA database, such as Asia/Tokyo or UTC"
)]
pub struct ZoneError {
    /// What was written.
    pub name: String,
}

/// The first second that chrono's date types reach, on any clock (−262143-01-01).
const FIRST_CLOCK_SECOND: i64 = -8_334_601_228_800 + 86_400;
/// The last such second (262142-12-31).
const LAST_CLOCK_SECOND: i64 = 8_210_266_876_799 - 86_400;

impl Zone {
    /// Universal time.
    pub const UTC: Self = Self(Tz::UTC);
    /// Japan.
    pub const TOKYO: Self = Self(Tz::Asia__Tokyo);
    /// China. The IANA zone of Beijing's time is named after Shanghai.
    pub const BEIJING: Self = Self(Tz::Asia__Shanghai);
    /// South Korea.
    pub const SEOUL: Self = Self(Tz::Asia__Seoul);
    /// North Korea.
    pub const PYONGYANG: Self = Self(Tz::Asia__Pyongyang);
    /// Taiwan.
    pub const TAIPEI: Self = Self(Tz::Asia__Taipei);
    /// Hong Kong.
    pub const HONG_KONG: Self = Self(Tz::Asia__Hong_Kong);
    /// The east of the United States. The IANA zone of Washington's time is New York's.
    pub const WASHINGTON: Self = Self(Tz::America__New_York);
    /// Peru.
    pub const LIMA: Self = Self(Tz::America__Lima);
    /// Western Russia.
    pub const MOSCOW: Self = Self(Tz::Europe__Moscow);

    /// Reads an IANA name such as `Asia/Tokyo`.
    ///
    /// # Errors
    /// When the database has no such name; case matters, as it does there.
    pub fn parse(name: &str) -> Result<Self, ZoneError> {
        Tz::from_str(name).map(Self).map_err(|_| ZoneError {
            name: name.to_owned(),
        })
    }

    /// The IANA name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Every zone of the database, by name.
    pub fn all() -> impl Iterator<Item = Self> {
        TZ_VARIANTS.iter().copied().map(Self)
    }

    /// The instant at which a clock in this zone first reads that time.
    ///
    /// A time that the clock skips gives the instant of the skip; a time that it reads twice the
    /// first of the two.
    pub fn to_instant(self, clock: CivilDateTime) -> Instant {
        self.clock_to_instant(clock.clock_seconds())
    }

    /// What a clock in this zone reads at an instant.
    pub fn to_civil(self, instant: Instant) -> CivilDateTime {
        let clock = instant.0.saturating_add(self.offset_seconds(instant));
        CivilDateTime::from_clock_seconds(clock)
    }

    /// Seconds by which clocks in this zone are ahead of UTC at an instant.
    pub fn offset_seconds(self, instant: Instant) -> i64 {
        if self == Self::UTC {
            return 0;
        }
        let utc = naive(instant.0);
        let offset = self.0.offset_from_utc_datetime(&utc).fix();
        i64::from(offset.local_minus_utc())
    }

    /// [`Zone::to_instant`] for the seconds a clock has counted since it read 1970-01-01T00:00:00.
    pub(crate) fn clock_to_instant(self, clock_seconds: i64) -> Instant {
        if self == Self::UTC {
            return Instant(clock_seconds);
        }
        let local = naive(clock_seconds);
        let offset = match self.0.offset_from_local_datetime(&local) {
            LocalResult::Single(offset) => offset.fix(),
            LocalResult::Ambiguous(one, other) => {
                // The clock that is further ahead reads the time first.
                let (one, other) = (one.fix(), other.fix());
                if one.local_minus_utc() >= other.local_minus_utc() {
                    one
                } else {
                    other
                }
            }
            LocalResult::None => return self.end_of_gap(&local, clock_seconds),
        };
        Instant(clock_seconds.saturating_sub(i64::from(offset.local_minus_utc())))
    }

    /// The instant at which the clock skipped over a local time.
    fn end_of_gap(self, local: &NaiveDateTime, clock_seconds: i64) -> Instant {
        let gap_begin = GapInfo::new(local, &self.0).and_then(|gap| gap.begin);
        match gap_begin {
            Some((last_read, offset)) => {
                Instant(last_read.and_utc().timestamp() - i64::from(offset.fix().local_minus_utc()))
            }
            None => Instant(clock_seconds),
        }
    }
}

/// chrono's form of a clock reading; readings outside its range take the offset at its ends.
fn naive(clock_seconds: i64) -> NaiveDateTime {
    let held = clock_seconds.clamp(FIRST_CLOCK_SECOND, LAST_CLOCK_SECOND);
    DateTime::from_timestamp(held, 0)
        .unwrap_or_default()
        .naive_utc()
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::super::civil::CivilDate;
    use super::*;

    fn clock(year: i64, month: u8, day: u8, hour: u8, minute: u8) -> CivilDateTime {
        CivilDateTime {
            date: CivilDate { year, month, day },
            hour,
            minute,
            second: 0,
        }
    }

    fn instant_as_utc(zone: Zone, at: CivilDateTime) -> String {
        zone.to_instant(at).to_utc().to_string()
    }

    #[test]
    fn the_evening_in_lima_is_the_next_day_in_tokyo() {
        let in_lima = clock(2024, 11, 15, 18, 0);
        let at = Zone::LIMA.to_instant(in_lima);
        assert_eq!(Zone::TOKYO.to_civil(at), clock(2024, 11, 16, 8, 0));
        assert_eq!(Zone::LIMA.to_civil(at), in_lima);
    }

    #[test]
    fn summer_time_counts_where_it_was_kept() {
        // Japan kept summer time from 1948 to 1951 only.
        let tokyo = |year| instant_as_utc(Zone::TOKYO, clock(year, 8, 15, 12, 0));
        assert_eq!(tokyo(1945), "1945-08-15T03:00:00");
        assert_eq!(tokyo(1950), "1950-08-15T02:00:00");
        assert_eq!(tokyo(1972), "1972-08-15T03:00:00");
    }

    #[test]
    fn a_skipped_midnight_starts_when_the_clock_skips() {
        // Beirut went from 23:59:59 on 26 March 2022 to 01:00 on 27 March.
        let beirut = Zone::parse("Asia/Beirut").unwrap();
        let start = beirut.to_instant(clock(2022, 3, 27, 0, 0));
        assert_eq!(start.to_utc().to_string(), "2022-03-26T22:00:00");
        assert_eq!(beirut.to_instant(clock(2022, 3, 27, 0, 30)), start);
        assert_eq!(beirut.to_civil(start), clock(2022, 3, 27, 1, 0));
    }

    #[test]
    fn a_time_read_twice_is_the_first() {
        let washington = instant_as_utc(Zone::WASHINGTON, clock(2024, 11, 3, 1, 30));
        assert_eq!(washington, "2024-11-03T05:30:00");
    }

    #[test]
    fn a_day_that_a_country_skipped_is_empty() {
        let apia = Zone::parse("Pacific/Apia").unwrap();
        let start = apia.to_instant(clock(2011, 12, 30, 0, 0));
        let end = apia.to_instant(clock(2011, 12, 31, 0, 0));
        assert_eq!(start, end);
    }

    #[test]
    fn readings_beyond_the_tables_do_not_panic() {
        for zone in [Zone::UTC, Zone::TOKYO, Zone::LIMA] {
            for seconds in [i64::MIN, i64::MAX, FIRST_CLOCK_SECOND, LAST_CLOCK_SECOND] {
                let at = zone.clock_to_instant(seconds);
                let _ = zone.to_civil(at);
            }
        }
        let far = clock(5_000_000, 1, 1, 0, 0);
        assert_eq!(Zone::TOKYO.to_civil(Zone::TOKYO.to_instant(far)), far);
    }

    #[test]
    fn the_range_given_to_chrono_is_in_its_range() {
        for held in [FIRST_CLOCK_SECOND, LAST_CLOCK_SECOND] {
            assert!(DateTime::from_timestamp(held, 0).is_some());
        }
    }

    #[test]
    fn names_come_back_and_others_are_explained() {
        for zone in Zone::all() {
            assert_eq!(Zone::parse(zone.name()), Ok(zone));
        }
        let error = Zone::parse("Asia/Edo").unwrap_err();
        assert!(error.to_string().contains("Asia/Edo"));
        assert!(error.to_string().contains("Asia/Tokyo"));
    }
}
