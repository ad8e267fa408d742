//! Dates of numbers and signs only: 29/9/1972, 1972.9.29, 1972-9, 9/1972, 19720929.

use super::HumanDateError;
use super::parts::Fail;
use super::token::{Number, Sign, Token};
use crate::date::CivilDate;

/// The year, the month and perhaps the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub year: i64,
    pub month: i64,
    pub day: Option<i64>,
}

/// The group that begins with `first`, and how many of the following tokens belong to it; `None`
/// if the number stands alone.
///
/// Where the year comes last, day and month may be either way around: the group is only read when
/// one of the two is no month.
pub(super) fn group(first: Number, rest: &[Token]) -> Result<Option<(Group, usize)>, Fail> {
    let [Token::Sign(sign), Token::Number(second), rest @ ..] = rest else {
        return Ok(compact(first).map(|group| (group, 0)));
    };
    if !matches!(sign, Sign::Slash | Sign::Dot | Sign::Hyphen) || first.ordinal || second.ordinal {
        return Ok(None);
    }
    if let [Token::Sign(sign_again), Token::Number(third), ..] = rest
        && sign_again == sign
        && !third.ordinal
    {
        return three(first, *second, *third, *sign).map(|group| Some((group, 4)));
    }
    two(first, *second, *sign).map(|group| Some((group, 2)))
}

fn is_year(number: Number) -> bool {
    matches!(number.digits, 3 | 4)
}

fn three(a: Number, b: Number, c: Number, sign: Sign) -> Result<Group, Fail> {
    if b.digits > 2 {
        return Err(Fail::NotThis);
    }
    if is_year(a) && c.digits <= 2 {
        return Ok(Group {
            year: a.value,
            month: b.value,
            day: Some(c.value),
        });
    }
    if a.digits > 2 {
        return Err(Fail::NotThis);
    }
    if !is_year(c) {
        return Err(match c.digits {
            ..=2 => HumanDateError::ShortYear { year: c.value }.into(),
            _ => Fail::NotThis,
        });
    }
    let year = c.value;
    let day_first = Group {
        year,
        month: b.value,
        day: Some(a.value),
    };
    let month_first = Group {
        year,
        month: a.value,
        day: Some(b.value),
    };
    match (civil(day_first), civil(month_first)) {
        (Some(day_first), Some(month_first)) if day_first != month_first => {
            Err(HumanDateError::Ambiguous {
                text: typed([a, b, c], sign),
                day_first,
                month_first,
            }
            .into())
        }
        (None, Some(_)) => Ok(month_first),
        // Neither may be a date; what is wrong is told of the one with a month, if there is one.
        (None, None) if b.value > 12 && a.value <= 12 => Ok(month_first),
        _ => Ok(day_first),
    }
}

fn two(a: Number, b: Number, sign: Sign) -> Result<Group, Fail> {
    match (is_year(a), is_year(b)) {
        (true, false) if b.digits <= 2 => Ok(Group {
            year: a.value,
            month: b.value,
            day: None,
        }),
        (false, true) if a.digits <= 2 => Ok(Group {
            year: b.value,
            month: a.value,
            day: None,
        }),
        // 25-30 may be two days; 29/9 is a date without a year.
        (false, false) if sign != Sign::Hyphen => Err(without_year(a, b)),
        _ => Err(Fail::NotThis),
    }
}

fn without_year(a: Number, b: Number) -> Fail {
    let (Ok(a), Ok(b)) = (u8::try_from(a.value), u8::try_from(b.value)) else {
        return Fail::NotThis;
    };
    let (month, day) = match (a, b) {
        (13..=31, 1..=12) => (b, a),
        (1..=12, 13..=31) => (a, b),
        _ => return Fail::NotThis,
    };
    HumanDateError::NoYear {
        month,
        day: Some(day),
    }
    .into()
}

/// ISO 8601 without hyphens: 19720929. With commas between its thousands it is a year.
fn compact(number: Number) -> Option<Group> {
    if number.digits != 8 || number.grouped {
        return None;
    }
    let group = Group {
        year: number.value / 10_000,
        month: number.value / 100 % 100,
        day: Some(number.value % 100),
    };
    civil(group).map(|_| group)
}

fn civil(group: Group) -> Option<CivilDate> {
    let month = u8::try_from(group.month).ok()?;
    let day = u8::try_from(group.day?).ok()?;
    CivilDate::new(group.year, month, day)
}

fn typed(numbers: [Number; 3], sign: Sign) -> String {
    let sign = match sign {
        Sign::Slash => "/",
        Sign::Dot => ".",
        _ => "-",
    };
    numbers
        .map(|number| {
            let digits = usize::try_from(number.digits).unwrap_or(1);
            format!("{:0digits$}", number.value)
        })
        .join(sign)
}
