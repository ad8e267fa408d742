//! What a date is counted in when it moves, and the date so many of them on.

use super::bounds::has_any_meaning;
use super::date::{AfterYear, Date, TwoDigits};
use super::far;
use super::moved::NotMoved;
use super::sub_year::{SubYear, SubYearKind};
use super::year::{LongYear, PlainYear, UNSPECIFIED, Year};
use crate::date::civil::{CivilDate, CivilDateTime, days_in_month};

/// The largest year of four digits.
const LAST_PLAIN_YEAR: u64 = 9_999;

/// The unit of a date: what it is known to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    /// So many months at a time, counted from `base` months after a January: seasons from March.
    Months {
        count: i64,
        base: i64,
    },
    /// So many years at a time.
    Years(i64),
}

impl Date {
    /// What it moves by.
    pub(super) fn unit(&self) -> Result<Unit, NotMoved> {
        const MONTH: Unit = Unit::Months { count: 1, base: 0 };
        let years = Unit::Years(self.year.stride()?);
        if self.plain_year().is_none() {
            return Ok(years);
        }
        Ok(match self.after_year {
            AfterYear::SubYear(sub_year) => Unit::Months {
                count: i64::from(sub_year.months().count),
                base: base_of(sub_year),
            },
            AfterYear::Month(month) if !month.has_unspecified() => MONTH,
            AfterYear::Day(month, _) if month.has_unspecified() => years,
            AfterYear::Day(_, day) if day.has_unspecified() => MONTH,
            AfterYear::Day(..) => Unit::Days,
            AfterYear::Nothing | AfterYear::Month(_) => years,
        })
    }

    /// The year, if it has four digits that are all known.
    fn plain_year(&self) -> Option<i64> {
        match &self.year {
            Year::Plain(year) => year.value(),
            Year::Long(_) => None,
        }
    }

    /// Months from the January of year 0 to its first.
    fn months(&self) -> Result<i64, NotMoved> {
        let first = match self.after_year {
            AfterYear::SubYear(sub_year) => Some(sub_year.months().first),
            AfterYear::Month(month) | AfterYear::Day(month, _) => month.value(),
            AfterYear::Nothing => Some(1),
        };
        let (year, first) = self.plain_year().zip(first).ok_or(NotMoved::NoSuchDate)?;
        Ok(year * 12 + i64::from(first) - 1)
    }

    /// How many of its units it is to the one that holds a clock's reading.
    pub(super) fn steps_to(&self, to: CivilDateTime) -> Result<i64, NotMoved> {
        let date = to.date;
        match self.unit()? {
            Unit::Days => {
                let own = self.civil().ok_or(NotMoved::NoSuchDate)?;
                Ok(date.days_from_epoch() - own.days_from_epoch())
            }
            Unit::Months { count, base } => {
                let there = date.year.saturating_mul(12) + i64::from(date.month) - 1;
                let place = |months: i64| (months - base).div_euclid(count);
                Ok(place(there) - place(self.months()?))
            }
            Unit::Years(stride) => self.year.steps_to(date.year, stride),
        }
    }

    /// The date so many of its units on.
    pub(super) fn stepped(&self, steps: i64) -> Result<Self, NotMoved> {
        match self.unit()? {
            Unit::Days => {
                let own = self.civil().ok_or(NotMoved::NoSuchDate)?;
                self.with_day(own.add_days(steps))
            }
            Unit::Months { count, .. } => {
                let by = steps.checked_mul(count).ok_or(NotMoved::NoSuchDate)?;
                let months = self.months()?.checked_add(by);
                self.with_months(months.ok_or(NotMoved::NoSuchDate)?)
            }
            Unit::Years(stride) => {
                let alone = self.after_year == AfterYear::Nothing;
                let year = self.year.stepped(steps, stride, alone)?;
                self.with(year, self.after_year)
            }
        }
    }

    /// The date so many months on, which are whole units of it; a day that the month there has not
    /// becomes its last.
    pub(super) fn later_by_months(&self, months: i64) -> Result<Self, NotMoved> {
        match self.unit()? {
            Unit::Days => {
                let own = self.civil().ok_or(NotMoved::NoSuchDate)?;
                let there = self.months()?.checked_add(months);
                let there = there.ok_or(NotMoved::NoSuchDate)?;
                let (year, month) = (there.div_euclid(12), there.rem_euclid(12) as u8 + 1);
                let day = own.day.min(days_in_month(year, month));
                self.with_day(CivilDate { year, month, day })
            }
            Unit::Months { count, .. } => self.stepped(months / count),
            Unit::Years(years) => self.stepped(months / 12 / years),
        }
    }

    fn with_day(&self, date: CivilDate) -> Result<Self, NotMoved> {
        let year = Year::Plain(plain_year(date.year)?);
        self.with(year, AfterYear::Day(digits(date.month), digits(date.day)))
    }

    fn with_months(&self, months: i64) -> Result<Self, NotMoved> {
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u8 + 1);
        let after_year = match self.after_year {
            AfterYear::SubYear(sub_year) => {
                let there = codes_of(sub_year)
                    .filter_map(SubYear::from_code)
                    .find(|there| there.months().first == month);
                AfterYear::SubYear(there.ok_or(NotMoved::NoSuchDate)?)
            }
            AfterYear::Day(_, day) => AfterYear::Day(digits(month), day),
            AfterYear::Month(_) | AfterYear::Nothing => AfterYear::Month(digits(month)),
        };
        self.with(Year::Plain(plain_year(year)?), after_year)
    }

    /// The same marks on other digits, where any day is meant by them.
    fn with(&self, year: Year, after_year: AfterYear) -> Result<Self, NotMoved> {
        if let Year::Plain(plain) = &year
            && !has_any_meaning(*plain, after_year)
        {
            return Err(NotMoved::NoSuchDate);
        }
        Ok(Self {
            year,
            after_year,
            ..self.clone()
        })
    }
}

/// From which month on parts of the year of this sort are counted.
fn base_of(sub_year: SubYear) -> i64 {
    match sub_year.kind() {
        SubYearKind::Season(..) => 2,
        _ => 0,
    }
}

/// The codes of the parts of the year of one sort.
fn codes_of(sub_year: SubYear) -> std::ops::RangeInclusive<u8> {
    match sub_year.code() {
        code @ ..=36 => {
            let first = code - (code - SubYear::FIRST) % 4;
            first..=first + 3
        }
        37..=39 => 37..=39,
        _ => 40..=41,
    }
}

impl Year {
    /// By how many years it moves at a time.
    fn stride(&self) -> Result<i64, NotMoved> {
        let digits = match self {
            Self::Plain(year) if year.unknown_digits() >= 4 => return Err(NotMoved::NothingKnown),
            Self::Plain(year) => year.unknown_digits(),
            Self::Long(year) => far::unknown_digits(year).max(year.zeros()?),
        };
        10_i64.checked_pow(digits).ok_or(NotMoved::NoSuchDate)
    }

    fn steps_to(&self, to: i64, stride: i64) -> Result<i64, NotMoved> {
        match self {
            Self::Plain(year) if year.unknown_digits() == 0 => {
                Ok(to - year.with_unspecified_as(b'0'))
            }
            Self::Plain(year) => Ok(cell(to, stride) - year.cell(stride)),
            Self::Long(year) => {
                let own = year.value().ok_or(NotMoved::NoSuchDate)?;
                if far::unknown_digits(year) == 0 {
                    // The nearest: an exact year has no stretch around it.
                    let apart = to
                        .checked_sub(own)
                        .and_then(|by| by.checked_add(stride / 2));
                    return Ok(apart.ok_or(NotMoved::NoSuchDate)?.div_euclid(stride));
                }
                if (to < 0) != year.negative {
                    return Err(NotMoved::NoSuchDate);
                }
                Ok(to / stride - own / stride)
            }
        }
    }

    fn stepped(&self, steps: i64, stride: i64, alone: bool) -> Result<Self, NotMoved> {
        match self {
            Self::Plain(year) if year.unknown_digits() == 0 => {
                let there = year.with_unspecified_as(b'0').checked_add(steps);
                let there = there.ok_or(NotMoved::NoSuchDate)?;
                match plain_year(there) {
                    Err(_) if alone => Ok(letter_year(there)),
                    year => year.map(Self::Plain),
                }
            }
            Self::Plain(year) => {
                let cell = year.cell(stride).checked_add(steps);
                year.in_cell(cell.ok_or(NotMoved::NoSuchDate)?, stride)
                    .map(Self::Plain)
            }
            Self::Long(year) => year.stepped(steps, stride),
        }
    }
}

impl LongYear {
    /// How many zeros its exponent stands for.
    fn zeros(&self) -> Result<u32, NotMoved> {
        let Some(exponent) = &self.exponent else {
            return Ok(0);
        };
        exponent.parse().map_err(|_| NotMoved::NoSuchDate)
    }

    fn stepped(&self, steps: i64, stride: i64) -> Result<Year, NotMoved> {
        let there = steps
            .checked_mul(stride)
            .and_then(|by| self.value()?.checked_add(by))
            .ok_or(NotMoved::NoSuchDate)?;
        let is_estimate = far::unknown_digits(self) > 0;
        // An estimate on the other side of year 0 would count its digits the other way.
        if is_estimate && (there < 0) != self.negative {
            return Err(NotMoved::NoSuchDate);
        }
        let is_exact = self.exponent.is_none() && self.significant.is_none();
        if is_exact && let Ok(plain) = plain_year(there) {
            return Ok(Year::Plain(plain));
        }
        let power = 10_u64.checked_pow(self.zeros()?);
        let number = there.unsigned_abs() / power.ok_or(NotMoved::NoSuchDate)?;
        let digits = if self.letter {
            number.to_string()
        } else {
            format!("{number:04}")
        };
        if number == 0 || (self.significant.is_some() && digits.len() != self.digits.len()) {
            return Err(NotMoved::NoSuchDate);
        }
        Ok(Year::Long(Box::new(Self {
            negative: there < 0,
            digits: digits.into(),
            ..self.clone()
        })))
    }
}

impl PlainYear {
    /// Which of the stretches of so many years it is; see [`cell`].
    fn cell(self, stride: i64) -> i64 {
        let number = self.with_unspecified_as(b'0').abs() / stride;
        if self.negative { -number - 1 } else { number }
    }

    /// The same unspecified digits after other ones.
    fn in_cell(self, cell: i64, stride: i64) -> Result<Self, NotMoved> {
        let negative = cell < 0;
        let number = if negative { -(cell + 1) } else { cell };
        let number = number.checked_mul(stride).ok_or(NotMoved::NoSuchDate)?;
        let written = plain_year(number)?.digits;
        let known = 4 - self.unknown_digits() as usize;
        let mut digits = self.digits;
        for (digit, new) in digits.iter_mut().zip(written).take(known) {
            *digit = new;
        }
        debug_assert!(digits[known..].contains(&UNSPECIFIED));
        Ok(Self { negative, digits })
    }
}

/// Which stretch of so many years a year lies in, counted from year 0 on. Before it they count by
/// the digits, as `-197X` does, so that the last one lacks a year: there is no year −0.
fn cell(year: i64, stride: i64) -> i64 {
    if year < 0 {
        -(year.saturating_neg() / stride) - 1
    } else {
        year / stride
    }
}

fn digits(number: u8) -> TwoDigits {
    TwoDigits([b'0' + number / 10 % 10, b'0' + number % 10])
}

/// A year of four digits.
pub(super) fn plain_year(year: i64) -> Result<PlainYear, NotMoved> {
    let mut magnitude = year.unsigned_abs();
    if magnitude > LAST_PLAIN_YEAR {
        return Err(NotMoved::NoSuchDate);
    }
    let mut digits = [b'0'; 4];
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (magnitude % 10) as u8;
        magnitude /= 10;
    }
    let negative = year < 0;
    Ok(PlainYear { negative, digits })
}

fn letter_year(year: i64) -> Year {
    Year::Long(Box::new(LongYear {
        letter: true,
        negative: year < 0,
        digits: year.unsigned_abs().to_string().into(),
        exponent: None,
        significant: None,
    }))
}
