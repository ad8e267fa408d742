//! The ladder of steps between ticks, and where each step's ticks stand.

use crate::date::{CivilDate, CivilDateTime, Instant, Zone};

/// How far ticks are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Every so many seconds of the clock (a divisor of 60).
    Seconds(u8),
    /// Every so many minutes of the clock (a divisor of 60).
    Minutes(u8),
    /// Every so many hours of the clock (a divisor of 24).
    Hours(u8),
    /// Every day.
    Day,
    /// The 1st, 11th and 21st.
    TenDays,
    /// Every so many months (a divisor of 12).
    Months(u8),
    /// Every so many years.
    Years(i64),
}

impl Step {
    /// Every step below a year, from fine to coarse.
    pub const BELOW_YEAR: [Self; 16] = [
        Self::Seconds(1),
        Self::Seconds(5),
        Self::Seconds(10),
        Self::Seconds(30),
        Self::Minutes(1),
        Self::Minutes(5),
        Self::Minutes(10),
        Self::Minutes(30),
        Self::Hours(1),
        Self::Hours(3),
        Self::Hours(6),
        Self::Hours(12),
        Self::Day,
        Self::TenDays,
        Self::Months(1),
        Self::Months(3),
    ];

    /// All steps, from fine to coarse.
    pub fn ladder() -> impl Iterator<Item = Self> {
        let years =
            (0..10).flat_map(|power| [1, 2, 5].map(|times| Self::Years(times * 10i64.pow(power))));
        Self::BELOW_YEAR
            .iter()
            .copied()
            .chain(years)
            // As far as seconds can be counted.
            .chain([1, 2, 5, 10].map(|times| Self::Years(times * 10_000_000_000)))
    }

    /// How long it is, on average.
    pub fn seconds(self) -> f64 {
        const DAY: f64 = 86_400.0;
        const YEAR: f64 = crate::scene::viewport::SECONDS_PER_YEAR;
        match self {
            Self::Seconds(n) => f64::from(n),
            Self::Minutes(n) => f64::from(n) * 60.0,
            Self::Hours(n) => f64::from(n) * 3_600.0,
            Self::Day => DAY,
            Self::TenDays => DAY * 10.0,
            Self::Months(n) => f64::from(n) * YEAR / 12.0,
            Self::Years(n) => n as f64 * YEAR,
        }
    }

    /// The unit whose name stands over these ticks.
    #[must_use]
    pub fn context(self) -> Self {
        match self {
            Self::Seconds(_) | Self::Minutes(_) | Self::Hours(_) => Self::Day,
            Self::Day | Self::TenDays => Self::Months(1),
            Self::Months(_) => Self::Years(1),
            Self::Years(n) => {
                let mut over = 10;
                while over <= n {
                    over = over.saturating_mul(10);
                }
                Self::Years(over)
            }
        }
    }

    /// The tick at or before an instant.
    pub fn floor(self, at: Instant, zone: Zone) -> CivilDateTime {
        let clock = zone.to_civil(at);
        let date = clock.date;
        match self {
            Self::Seconds(n) => CivilDateTime {
                second: clock.second - clock.second % n,
                ..clock
            },
            Self::Minutes(n) => CivilDateTime {
                minute: clock.minute - clock.minute % n,
                second: 0,
                ..clock
            },
            Self::Hours(n) => CivilDateTime {
                hour: clock.hour - clock.hour % n,
                minute: 0,
                second: 0,
                ..clock
            },
            Self::Day => date.at_midnight(),
            Self::TenDays => CivilDate {
                day: if date.day >= 21 {
                    21
                } else if date.day >= 11 {
                    11
                } else {
                    1
                },
                ..date
            }
            .at_midnight(),
            Self::Months(n) => CivilDate {
                month: date.month - (date.month - 1) % n,
                day: 1,
                ..date
            }
            .at_midnight(),
            Self::Years(n) => new_year(floor_year(date.year, n)),
        }
    }

    /// The tick after a tick.
    pub fn next(self, tick: CivilDateTime) -> CivilDateTime {
        let date = tick.date;
        match self {
            Self::Seconds(n) => later(tick, i64::from(n)),
            Self::Minutes(n) => later(tick, i64::from(n) * 60),
            Self::Hours(n) => later(tick, i64::from(n) * 3_600),
            Self::Day => date.add_days(1).at_midnight(),
            Self::TenDays => match date.day {
                1 => CivilDate { day: 11, ..date }.at_midnight(),
                11 => CivilDate { day: 21, ..date }.at_midnight(),
                _ => next_month(date, 1),
            },
            Self::Months(n) => next_month(date, n),
            Self::Years(n) => new_year(next_year(date.year, n)),
        }
    }

    /// The ticks from the last at or before `start_s` up to the first at or after `end_s`, with
    /// their instants. Where the zone's clock skips a tick it is left out, and one read twice
    /// stands once; minutes and seconds, which one may look at within an hour that is read
    /// twice, follow the time that runs. At most `most`.
    pub fn ticks(
        self,
        start_s: f64,
        end_s: f64,
        zone: Zone,
        most: usize,
    ) -> Vec<(Instant, CivilDateTime)> {
        if let Self::Seconds(n) = self {
            return running_clock(i64::from(n), start_s, end_s, zone, most);
        }
        if let Self::Minutes(n) = self {
            return running_clock(i64::from(n) * 60, start_s, end_s, zone, most);
        }
        let mut found: Vec<(Instant, CivilDateTime)> = Vec::new();
        let mut tick = self.floor(Instant(start_s as i64), zone);
        // At the end of time instants stand still while the calendar goes on.
        for _ in 0..most {
            let at = zone.to_instant(tick);
            let clock = zone.to_civil(at);
            let after_last = found.last().is_none_or(|&(last, _)| last < at);
            // A day begins also when the clock skips its midnight, unless it skips the day.
            let begins = self >= Self::Day && clock.date == tick.date;
            let exists = clock == tick || begins || at.0 == i64::MIN || at.0 == i64::MAX;
            if after_last && exists {
                found.push((at, tick));
            }
            // A tick that does not exist does not close the window.
            if at.0 as f64 >= end_s && (exists || at.0 == i64::MAX) {
                break;
            }
            let next = self.next(tick);
            if next <= tick {
                break;
            }
            tick = next;
        }
        found
    }
}

/// Ticks every so many seconds of a running clock.
fn running_clock(
    step: i64,
    start_s: f64,
    end_s: f64,
    zone: Zone,
    most: usize,
) -> Vec<(Instant, CivilDateTime)> {
    let mut found = Vec::new();
    let aligned = |at: Instant| {
        let over = zone.to_civil(at).clock_seconds().rem_euclid(step);
        Instant(at.0.saturating_sub(over))
    };
    let mut at = aligned(Instant(start_s as i64));
    while found.len() < most {
        found.push((at, zone.to_civil(at)));
        if at.0 as f64 >= end_s {
            break;
        }
        // Aligned again, for a zone whose clock was once set by odd seconds.
        let next = aligned(at.saturating_add(step));
        at = if next > at {
            next
        } else {
            at.saturating_add(step)
        };
    }
    found
}

fn later(tick: CivilDateTime, seconds: i64) -> CivilDateTime {
    CivilDateTime::from_clock_seconds(tick.clock_seconds().saturating_add(seconds))
}

fn next_month(date: CivilDate, months: u8) -> CivilDateTime {
    let month = date.month + months;
    let (year, month) = if month > 12 {
        (date.year.saturating_add(1), month - 12)
    } else {
        (date.year, month)
    };
    CivilDate {
        year,
        month,
        day: 1,
    }
    .at_midnight()
}

fn new_year(year: i64) -> CivilDateTime {
    CivilDate {
        year,
        month: 1,
        day: 1,
    }
    .at_midnight()
}

/// Years before the common era are counted as people count them: ticks stand at 500 BCE, not at
/// the astronomical year −500, which is 501 BCE. Year 1 is a tick of every step.
fn floor_year(year: i64, step: i64) -> i64 {
    if step <= 1 {
        return year;
    }
    if year >= step {
        year - year % step
    } else if year >= 1 {
        1
    } else {
        // 1 BCE is year 0.
        let before = 1i64.saturating_sub(year);
        let rounded = before.saturating_add(step - 1) / step * step;
        1 - rounded
    }
}

fn next_year(year: i64, step: i64) -> i64 {
    if step <= 1 {
        return year.saturating_add(1);
    }
    if year >= step {
        year.saturating_add(step)
    } else if year >= 1 {
        step
    } else {
        let before = 1i64.saturating_sub(year);
        if before <= step {
            1
        } else {
            year.saturating_add(step)
        }
    }
}

#[cfg(test)]
mod tests;
