//! Moving a date, whole or by one of its ends, in steps of its own unit: it says afterwards as much
//! as before, and no more. A year stays a year, `197X` a decade, a day a day, and marks stay.

use thiserror::Error;

use super::bounds::{Place, bounds, is_in_order, latest_start};
use super::compound::{Endpoint, Interval};
use super::date::Date;
use super::time::DateTime;
use super::unit::Unit;
use super::{Edtf, Shape};
use crate::date::civil::CivilDateTime;
use crate::date::instant::{Instant, SECONDS_PER_DAY};
use crate::date::zone::Zone;

/// Seconds in a mean Gregorian month.
const SECONDS_PER_MONTH: f64 = 2_629_746.0;

/// What of a date is moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grip {
    /// All of it; what lasts keeps its length.
    #[default]
    Whole,
    /// The date from which it lasts; that to which it lasts stays.
    Start,
    /// The date to which it lasts; that from which it lasts stays.
    End,
}

/// What becomes of the time of day, where a date has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Clock {
    /// It stays, and the day moves.
    #[default]
    Kept,
    /// It moves, to the second.
    Moves,
}

/// The time on the clock of where a date was written that moves as one: a day's day, a year's year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Its first second.
    pub start: CivilDateTime,
    /// The first second after it.
    pub end: CivilDateTime,
}

/// Why a date cannot be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotMoved {
    /// It is a set: nobody says which of its dates is meant.
    #[error("there are several dates, and nothing says which of them is meant")]
    Several,
    /// The end is open (`..`).
    #[error("this end is open: there is no date to move")]
    Open,
    /// The end is not known.
    #[error("this end is not known: there is no date to move")]
    Unknown,
    /// It is one date, without a beginning and an end of its own.
    #[error("there is one date, without a beginning and an end to move apart")]
    NoEnds,
    /// All digits of the year are unspecified.
    #[error("no digit of the year is known, so there is nothing to move")]
    NothingKnown,
    /// What it would become cannot be written with as many known digits.
    #[error("no such date can be written")]
    NoSuchDate,
}

impl Hold {
    /// Its middle.
    pub fn middle(&self) -> CivilDateTime {
        let (start, end) = (self.start.clock_seconds(), self.end.clock_seconds());
        let half = end.saturating_sub(start) / 2;
        CivilDateTime::from_clock_seconds(start.saturating_add(half))
    }

    /// Whether a clock reading lies in it.
    pub fn contains(&self, clock: CivilDateTime) -> bool {
        self.start <= clock && clock < self.end
    }
}

impl Edtf {
    /// What the clock by which it is written reads at an instant; `zone` is its event's.
    pub fn clock_at(&self, at: Instant, zone: Zone) -> CivilDateTime {
        match self.own_shift() {
            Some(shift) => CivilDateTime::from_clock_seconds(at.0.saturating_add(shift)),
            None => zone.to_civil(at),
        }
    }

    /// The instant at which that clock reads this.
    pub fn instant_of(&self, clock: CivilDateTime, zone: Zone) -> Instant {
        match self.own_shift() {
            Some(shift) => Instant(clock.clock_seconds().saturating_sub(shift)),
            None => zone.to_instant(clock),
        }
    }

    fn own_shift(&self) -> Option<i64> {
        match &self.shape {
            Shape::DateTime(time) => time.shift().seconds(),
            _ => None,
        }
    }

    /// What moves as one, as it lies now.
    ///
    /// # Errors
    /// When it cannot be moved so.
    pub fn hold(&self, grip: Grip, clock: Clock) -> Result<Hold, NotMoved> {
        match &self.shape {
            Shape::Date(date) if grip == Grip::Whole => hold_of(date),
            Shape::DateTime(time) if grip == Grip::Whole => Ok(time_hold(time, clock)),
            Shape::Date(_) | Shape::DateTime(_) => Err(NotMoved::NoEnds),
            Shape::Interval(interval) => hold_of(interval.held(grip)?),
            Shape::Set(_) => Err(NotMoved::Several),
        }
    }

    /// Moved so that what is held contains this reading of its own clock. An end does not go beyond
    /// the other.
    ///
    /// # Errors
    /// When it cannot be moved so, or what it would be cannot be written.
    ///
    /// ```
    /// use nenpyo::date::{CivilDate, Clock, Edtf, Grip};
    /// let march = CivilDate { year: 1974, month: 3, day: 9 }.at_midnight();
    /// let moved = |text| Edtf::parse(text).unwrap().moved_to(Grip::Whole, Clock::Kept, march);
    /// assert_eq!(moved("1972~").unwrap().to_string(), "1974~");
    /// assert_eq!(moved("1972-09-25/1972-09-30").unwrap().to_string(), "1974-03-09/1974-03-14");
    /// assert_eq!(moved("195X").unwrap().to_string(), "197X");
    /// ```
    pub fn moved_to(&self, grip: Grip, clock: Clock, to: CivilDateTime) -> Result<Self, NotMoved> {
        self.hold(grip, clock)?;
        let steps = match &self.shape {
            Shape::Date(date) => date.steps_to(to)?,
            Shape::DateTime(time) => time_steps(time, clock, to),
            Shape::Interval(interval) => interval.steps_to(grip, to)?,
            Shape::Set(_) => return Err(NotMoved::Several),
        };
        self.stepped(grip, clock, steps)
    }

    /// Moved by so many of its own units: years for a year, days for a day. A time of day that
    /// moves does so by seconds. An end stops before it goes beyond the other.
    ///
    /// # Errors
    /// As [`Edtf::moved_to`].
    pub fn stepped(&self, grip: Grip, clock: Clock, steps: i64) -> Result<Self, NotMoved> {
        self.hold(grip, clock)?;
        if steps == 0 {
            return Ok(self.clone());
        }
        let shape = match &self.shape {
            Shape::Date(date) => Shape::Date(date.stepped(steps)?),
            Shape::DateTime(time) => Shape::DateTime(time_stepped(time, clock, steps)?),
            Shape::Interval(interval) => Shape::Interval(Box::new(interval.stepped(grip, steps)?)),
            Shape::Set(_) => return Err(NotMoved::Several),
        };
        // Whatever the arithmetic says: what is handed out can be read, and says as much as before.
        let text = Self { shape }.to_string();
        let moved = Self::parse(&text).map_err(|_| NotMoved::NoSuchDate)?;
        if moved.precision() == self.precision() {
            Ok(moved)
        } else {
            Err(NotMoved::NoSuchDate)
        }
    }
}

fn hold_of(date: &Date) -> Result<Hold, NotMoved> {
    date.unit()?;
    match bounds(date) {
        (Place::Clock(start), Place::Clock(end)) => Ok(Hold {
            start: CivilDateTime::from_clock_seconds(start),
            end: CivilDateTime::from_clock_seconds(end),
        }),
        // Beyond what a clock counts.
        _ => Err(NotMoved::NoSuchDate),
    }
}

fn time_hold(time: &DateTime, clock: Clock) -> Hold {
    let (start, length) = match clock {
        Clock::Kept => (time.date().at_midnight().clock_seconds(), SECONDS_PER_DAY),
        Clock::Moves => (time.clock_seconds(), 1),
    };
    Hold {
        start: CivilDateTime::from_clock_seconds(start),
        end: CivilDateTime::from_clock_seconds(start.saturating_add(length)),
    }
}

fn time_steps(time: &DateTime, clock: Clock, to: CivilDateTime) -> i64 {
    match clock {
        Clock::Kept => to.date.days_from_epoch() - time.date().days_from_epoch(),
        Clock::Moves => to.clock_seconds().saturating_sub(time.clock_seconds()),
    }
}

fn time_stepped(time: &DateTime, clock: Clock, steps: i64) -> Result<DateTime, NotMoved> {
    let mut moved = *time;
    let date = match clock {
        Clock::Kept => time.date().add_days(steps),
        Clock::Moves => {
            let seconds = time.clock_seconds().saturating_add(steps);
            let clock = CivilDateTime::from_clock_seconds(seconds);
            (moved.hour, moved.minute, moved.second) = (clock.hour, clock.minute, clock.second);
            clock.date
        }
    };
    moved.year = super::unit::plain_year(date.year)?;
    (moved.month, moved.day) = (date.month, date.day);
    Ok(moved)
}

/// How an interval moves as a whole.
enum Together {
    /// Each end by as many of its own units: they are the same.
    Steps,
    /// Both by so many months, which are whole units of either.
    Months(i64),
}

impl Interval {
    /// The date that a hand holds; of all of it the first that is known.
    fn held(&self, grip: Grip) -> Result<&Date, NotMoved> {
        let date = |end: &'_ Endpoint| match end {
            Endpoint::Open => NotMoved::Open,
            _ => NotMoved::Unknown,
        };
        match grip {
            Grip::Start => self.start.date().ok_or_else(|| date(&self.start)),
            Grip::End => self.end.date().ok_or_else(|| date(&self.end)),
            Grip::Whole => (self.start.date())
                .or(self.end.date())
                .ok_or_else(|| date(&self.start)),
        }
    }

    fn steps_to(&self, grip: Grip, to: CivilDateTime) -> Result<i64, NotMoved> {
        let held = self.held(grip)?;
        let together = match (grip, &self.start, &self.end) {
            (Grip::Whole, Endpoint::Date(first), Endpoint::Date(last)) => together(first, last)?,
            _ => Together::Steps,
        };
        let months = match together {
            Together::Steps => return held.steps_to(to),
            Together::Months(months) => months,
        };
        let middle = hold_of(held)?.middle().clock_seconds();
        let apart = to.clock_seconds().saturating_sub(middle) as f64;
        Ok((apart / (months as f64 * SECONDS_PER_MONTH)).round() as i64)
    }

    fn stepped(&self, grip: Grip, steps: i64) -> Result<Self, NotMoved> {
        let (start, end) = match (grip, &self.start, &self.end) {
            (Grip::Whole, Endpoint::Date(first), Endpoint::Date(last)) => {
                let (first, last) = match together(first, last)? {
                    Together::Steps => (first.stepped(steps)?, last.stepped(steps)?),
                    Together::Months(months) => {
                        let months = months.checked_mul(steps).ok_or(NotMoved::NoSuchDate)?;
                        (
                            first.later_by_months(months)?,
                            last.later_by_months(months)?,
                        )
                    }
                };
                (Endpoint::Date(first), Endpoint::Date(last))
            }
            (Grip::Start, Endpoint::Date(first), Endpoint::Date(last)) => {
                let fits = |first: &Date| is_in_order(first, last);
                let first = held_at(first, steps, &latest_start(last), -1, fits)?;
                (Endpoint::Date(first), self.end.clone())
            }
            (Grip::End, Endpoint::Date(first), Endpoint::Date(last)) => {
                let fits = |last: &Date| is_in_order(first, last);
                let last = held_at(last, steps, &bounds(first).0, 1, fits)?;
                (self.start.clone(), Endpoint::Date(last))
            }
            (Grip::Start | Grip::Whole, Endpoint::Date(first), end) => {
                (Endpoint::Date(first.stepped(steps)?), end.clone())
            }
            (_, start, Endpoint::Date(last)) => {
                (start.clone(), Endpoint::Date(last.stepped(steps)?))
            }
            _ => return Err(NotMoved::Unknown),
        };
        Ok(Self { start, end })
    }
}

/// One end moved, as far as it may: where it would go beyond the other, which is at `limit`, it
/// stops beside it, on its own side.
fn held_at(
    date: &Date,
    steps: i64,
    limit: &Place,
    side: i64,
    fits: impl Fn(&Date) -> bool,
) -> Result<Date, NotMoved> {
    let wanted = date.stepped(steps)?;
    if fits(&wanted) {
        return Ok(wanted);
    }
    let Place::Clock(limit) = limit else {
        return Err(NotMoved::NoSuchDate);
    };
    let last = date.steps_to(CivilDateTime::from_clock_seconds(*limit))?;
    (0..3)
        .filter_map(|more| date.stepped(last + side * more).ok())
        .find(|date| fits(date))
        .ok_or(NotMoved::NoSuchDate)
}

fn together(first: &Date, last: &Date) -> Result<Together, NotMoved> {
    let units = (first.unit()?, last.unit()?);
    if units.0 == units.1 {
        return Ok(Together::Steps);
    }
    let months = |unit: Unit| match unit {
        Unit::Days => Some(1),
        Unit::Months { count, .. } => Some(count),
        Unit::Years(years) => years.checked_mul(12),
    };
    let common = months(units.0).zip(months(units.1));
    let common = common.and_then(|(one, other)| (one / divisor(one, other)).checked_mul(other));
    common.map(Together::Months).ok_or(NotMoved::NoSuchDate)
}

/// The greatest common divisor of two numbers above 0.
fn divisor(one: i64, other: i64) -> i64 {
    if other == 0 {
        one
    } else {
        divisor(other, one % other)
    }
}
