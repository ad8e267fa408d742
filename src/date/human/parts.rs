//! What the tokens of one date say, part by part, before it is known whether there is such a date.

use super::HumanDateError;
use super::clock::Clock;
use super::lexicon::{Stage, Within};
use super::token::Number;
use crate::date::{Era, Qualification, Weekday};

/// Why tokens are no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fail {
    /// They are none, and perhaps something else.
    NotThis,
    /// They are meant as one, and wrong.
    Wrong(Box<HumanDateError>),
}

impl From<HumanDateError> for Fail {
    fn from(error: HumanDateError) -> Self {
        Self::Wrong(Box::new(error))
    }
}

/// A year as typed, or what stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearPart {
    /// An astronomical year.
    Common {
        year: i64,
        /// Whether BC or AD was typed.
        era_typed: bool,
    },
    /// One or two digits.
    Short(i64),
    Era(&'static Era, i64),
    Minguo(i64),
    /// An era's name alone.
    WholeEra(&'static Era),
    /// Ten years, from this one on.
    Decade(i64),
    /// 昭和30年代: ten years of an era, from this one on.
    EraDecade(&'static Era, i64),
    /// Counted from 1, in either direction from Christ.
    Century {
        number: i64,
        before_christ: bool,
    },
    Millennium {
        number: i64,
        before_christ: bool,
    },
}

/// What one date's tokens say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub year: Option<YearPart>,
    pub month: Option<i64>,
    pub leap_month: bool,
    pub day: Option<DayPart>,
    /// A number that may be a day or a short year; its neighbour in a range decides.
    pub bare: Option<Number>,
    pub weekday: Option<Weekday>,
    /// An EDTF code from 21 to 41.
    pub sub_year: Option<u8>,
    pub stage: Option<Stage>,
    pub ten_days: Option<u8>,
    pub within: Option<Within>,
    /// Whether the year was said not to be known.
    pub unknown_year: bool,
    pub time: Option<Clock>,
    /// Minutes ahead of UTC.
    pub shift: Option<i16>,
    pub marks: Qualification,
}

/// A day of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    Number(i64),
    /// 晦日: the month's last.
    Last,
}

impl Parts {
    /// Whether nothing but a bare number was typed.
    pub(super) fn is_bare(&self) -> bool {
        self.bare.is_some() && self.year.is_none() && self.month.is_none() && self.day.is_none()
    }

    /// A bare number beside a month is its day.
    pub(super) fn settle_bare(mut self) -> Result<Self, Fail> {
        if let Some(number) = self.bare
            && self.month.is_some()
        {
            if self.year.is_none() && number.value > 31 {
                return Err(HumanDateError::ShortYear { year: number.value }.into());
            }
            if self.day.is_some() {
                return Err(Fail::NotThis);
            }
            self.day = Some(DayPart::Number(number.value));
            self.bare = None;
        }
        Ok(self)
    }
}
