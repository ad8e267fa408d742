//! Two dates of which each leaves out what the other says: "25–30 September 1972".

use super::parts::{DayPart, Fail, Parts, YearPart};
use super::reader;
use super::reading::{self, Marked};
use super::token::{Sign, Token};

/// Reads two dates and gives each what it takes from the other.
pub(super) fn pair(left: &[Token], right: &[Token]) -> Result<(Marked, Marked), Fail> {
    let mut first = reader::parts(left)?;
    let mut second = match month_and_day(right) {
        Some(parts) if first.day.is_some() => parts,
        _ => reader::parts(right)?,
    };
    share(&mut first, &mut second)?;
    Ok((reading::marked(&first)?, reading::marked(&second)?))
}

/// 9.30 after 1972.9.25: no date of its own, but the month and day of a second one.
fn month_and_day(tokens: &[Token]) -> Option<Parts> {
    let [
        Token::Number(month),
        Token::Sign(Sign::Dot | Sign::Slash),
        Token::Number(day),
        rest @ ..,
    ] = tokens
    else {
        return None;
    };
    let ends = matches!(rest, [] | [Token::Sign(Sign::Dot)]);
    (ends && month.digits <= 2 && day.digits <= 2).then(|| Parts {
        month: Some(month.value),
        day: Some(DayPart::Number(day.value)),
        ..Parts::default()
    })
}

/// Gives each date what only the other says.
fn share(first: &mut Parts, second: &mut Parts) -> Result<(), Fail> {
    share_bare(first, second)?;
    share_year(first, second)?;
    if first.month.is_none() && first.day.is_some() {
        first.month = second.month;
        first.leap_month = second.leap_month;
    }
    if second.month.is_none() && second.day.is_some() {
        second.month = first.month;
        second.leap_month = first.leap_month;
    }
    Ok(())
}

/// A bare number is what its neighbour is: a day beside a day, a short year beside a year.
fn share_bare(first: &mut Parts, second: &mut Parts) -> Result<(), Fail> {
    if let Some(number) = second.bare {
        if first.day.is_some() {
            // "September 25–30, 1972": the year may stand with the bare day.
            second.day = Some(DayPart::Number(number.value));
            second.bare = None;
        } else if second.is_bare() && first.month.is_none() && first.year.is_some() {
            second.year = Some(YearPart::Short(number.value));
            second.bare = None;
        }
    }
    if let Some(number) = first.bare
        && first.is_bare()
    {
        first.bare = None;
        match second.year {
            _ if second.day.is_some() => first.day = Some(DayPart::Number(number.value)),
            // "17th–19th centuries"
            Some(YearPart::Century { before_christ, .. }) => {
                first.year = Some(YearPart::Century {
                    number: number.value,
                    before_christ,
                });
            }
            // "44–31 BC"
            Some(YearPart::Common {
                era_typed: true, ..
            }) if second.month.is_none() => {
                first.year = Some(YearPart::Common {
                    year: number.value,
                    era_typed: false,
                });
            }
            _ => return Err(Fail::NotThis),
        }
    }
    Ok(())
}

fn share_year(first: &mut Parts, second: &mut Parts) -> Result<(), Fail> {
    match (first.year, second.year) {
        (None, year) => first.year = year,
        (year, None) => second.year = year,
        (
            Some(YearPart::Common {
                year,
                era_typed: false,
            }),
            Some(YearPart::Common {
                year: ..=0,
                era_typed: true,
            }),
        ) if year > 0 => {
            first.year = Some(YearPart::Common {
                year: 1 - year,
                era_typed: true,
            });
        }
        (Some(YearPart::Common { year, .. }), Some(YearPart::Short(short))) => {
            // 1972–78: the century is that of the year before, or the range would end first.
            let full = year - year.rem_euclid(100) + short;
            if year < 100 || full <= year {
                return Err(Fail::NotThis);
            }
            second.year = Some(YearPart::Common {
                year: full,
                era_typed: false,
            });
        }
        (Some(YearPart::Era(era, _)), Some(YearPart::Short(year))) => {
            second.year = Some(YearPart::Era(era, year));
        }
        (Some(YearPart::Minguo(_)), Some(YearPart::Short(year))) => {
            second.year = Some(YearPart::Minguo(year));
        }
        _ => {}
    }
    Ok(())
}
