//! Reading one date.

use super::bounds::has_any_meaning;
use super::cursor::{Cursor, error_at};
use super::date::{AfterYear, Date, TwoDigits};
use super::qualifier::{Part, Qualifiers, Side};
use super::sub_year::SubYear;
use super::year::{LongYear, PlainYear, UNSPECIFIED, Year};
use crate::date::civil::days_in_month;
use crate::date::error::{DateError, DateErrorKind};

/// `1972-09-29`, `1972-09` or `1972`, all digits, or `None` for anything else.
pub(super) fn plain_date(text: &[u8]) -> Option<Date> {
    let (&digits, rest) = text.split_first_chunk::<4>()?;
    let after_year = match *rest {
        [] => AfterYear::Nothing,
        [b'-', tens, ones] => {
            let month = two_plain_digits(tens, ones)?;
            if !matches!(month.value(), Some(1..=12)) {
                return None;
            }
            AfterYear::Month(month)
        }
        [b'-', tens, ones, b'-', day_tens, day_ones] => {
            let month = two_plain_digits(tens, ones)?;
            AfterYear::Day(month, two_plain_digits(day_tens, day_ones)?)
        }
        _ => return None,
    };
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let year = PlainYear {
        negative: false,
        digits,
    };
    if let AfterYear::Day(month, day) = after_year {
        let day = day.value()?;
        // Only the end of a month asks which year it is.
        let exists = match (month.value()?, day) {
            (1..=12, 1..=28) => true,
            (month, 29..=31) => day <= days_in_month(year.value()?, month),
            _ => false,
        };
        if !exists {
            return None;
        }
    }
    Some(Date {
        year: Year::Plain(year),
        after_year,
        qualifiers: Qualifiers::default(),
        unspecified: false,
    })
}

fn two_plain_digits(tens: u8, ones: u8) -> Option<TwoDigits> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then_some(TwoDigits([tens, ones]))
}

/// A date of any form, up to the first byte that is no part of it.
pub(super) fn date(cursor: &mut Cursor) -> Result<Date, DateError> {
    let mut qualifiers = Qualifiers::default();
    mark(cursor, &mut qualifiers, Part::Year, Side::Left);
    let year = year(cursor)?;
    mark(cursor, &mut qualifiers, Part::Year, Side::Right);
    let after_year = match &year {
        Year::Long(_) if cursor.peek() == Some(b'-') => {
            return Err(cursor.error(DateErrorKind::LongYearWithMonth));
        }
        Year::Long(_) => AfterYear::Nothing,
        Year::Plain(year) => after_year(cursor, *year, &mut qualifiers)?,
    };
    let year_is_incomplete = matches!(&year, Year::Plain(year) if year.unknown_digits() > 0);
    let rest_is_incomplete = match after_year {
        AfterYear::Nothing | AfterYear::SubYear(_) => false,
        AfterYear::Month(month) => month.has_unspecified(),
        AfterYear::Day(month, day) => month.has_unspecified() || day.has_unspecified(),
    };
    Ok(Date {
        year,
        after_year,
        qualifiers,
        unspecified: year_is_incomplete || rest_is_incomplete,
    })
}

fn mark(cursor: &mut Cursor, qualifiers: &mut Qualifiers, part: Part, side: Side) {
    if let Some(bits) = cursor.take(Qualifiers::bits_of) {
        qualifiers.set(part, side, bits);
    }
}

const fn is_digit_or_x(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == UNSPECIFIED
}

fn year(cursor: &mut Cursor) -> Result<Year, DateError> {
    let start = cursor.position();
    if cursor.eat(b'Y') {
        return letter_year(cursor, start);
    }
    let negative = cursor.eat(b'-');
    let digits = cursor.eat_while(is_digit_or_x);
    let digits: [u8; 4] = match (digits.len(), digits.as_bytes().try_into()) {
        (_, Ok(digits)) => digits,
        (0, _) => return Err(cursor.unexpected("a year of four digits")),
        (1..=3, _) if matches!(cursor.peek(), Some(b'u' | b'x')) => {
            return Err(cursor.unexpected("X"));
        }
        (1..=3, _) => return Err(error_at(start, DateErrorKind::YearTooShort)),
        _ => return Err(error_at(start, DateErrorKind::YearTooLong)),
    };
    let plain = PlainYear { negative, digits };
    if negative && digits == *b"0000" {
        return Err(error_at(start, DateErrorKind::NegativeZeroYear));
    }
    if plain.unknown_digits() > 0 || !cursor.eat(b'S') {
        return Ok(Year::Plain(plain));
    }
    Ok(Year::Long(Box::new(LongYear {
        letter: false,
        negative,
        digits: digits.iter().map(|&digit| char::from(digit)).collect(),
        exponent: None,
        significant: Some(positive_number(cursor)?.into()),
    })))
}

fn letter_year(cursor: &mut Cursor, start: usize) -> Result<Year, DateError> {
    let negative = cursor.eat(b'-');
    let digits = positive_number(cursor)?;
    let exponent = if cursor.eat(b'E') {
        Some(positive_number(cursor)?)
    } else {
        None
    };
    if matches!(cursor.peek(), Some(UNSPECIFIED | b'e' | b'u' | b'x')) {
        return Err(cursor.unexpected("a year with all digits known"));
    }
    // An exponent that does not fit is far more than is needed.
    let zeros = exponent.map_or(0, |digits| digits.parse::<usize>().unwrap_or(usize::MAX));
    if digits.len().saturating_add(zeros) <= 4 {
        return Err(error_at(start, DateErrorKind::LetterYearTooSmall));
    }
    let significant = if cursor.eat(b'S') {
        Some(positive_number(cursor)?)
    } else {
        None
    };
    Ok(Year::Long(Box::new(LongYear {
        letter: true,
        negative,
        digits: digits.into(),
        exponent: exponent.map(Into::into),
        significant: significant.map(Into::into),
    })))
}

/// Digits that do not begin with 0.
fn positive_number<'a>(cursor: &mut Cursor<'a>) -> Result<&'a str, DateError> {
    if cursor.peek() == Some(b'0') {
        return Err(cursor.error(DateErrorKind::LeadingZero));
    }
    let digits = cursor.eat_while(|byte| byte.is_ascii_digit());
    if digits.is_empty() {
        return Err(cursor.unexpected("a number"));
    }
    Ok(digits)
}

fn after_year(
    cursor: &mut Cursor,
    year: PlainYear,
    qualifiers: &mut Qualifiers,
) -> Result<AfterYear, DateError> {
    if !cursor.eat(b'-') {
        return Ok(AfterYear::Nothing);
    }
    mark(cursor, qualifiers, Part::Month, Side::Left);
    let month_at = cursor.position();
    let month = two_digits(cursor, Part::Month)?;
    mark(cursor, qualifiers, Part::Month, Side::Right);
    if let Some(sub_year) = month.value().and_then(SubYear::from_code) {
        if cursor.peek() == Some(b'-') {
            return Err(cursor.error(DateErrorKind::SubYearWithDay));
        }
        return Ok(AfterYear::SubYear(sub_year));
    }
    if !(1..=12).any(|number| month.admits(number)) {
        let kind = match month.value() {
            Some(month) => DateErrorKind::NoSuchMonth { month },
            None => DateErrorKind::NoMonthFits {
                digits: month.to_string(),
            },
        };
        return Err(error_at(month_at, kind));
    }
    if !cursor.eat(b'-') {
        return Ok(AfterYear::Month(month));
    }
    mark(cursor, qualifiers, Part::Day, Side::Left);
    let day_at = cursor.position();
    let day = two_digits(cursor, Part::Day)?;
    mark(cursor, qualifiers, Part::Day, Side::Right);
    let after_year = AfterYear::Day(month, day);
    if !has_any_meaning(year, after_year) {
        let kind = match (year.value(), month.value(), day.value()) {
            (Some(year), Some(month), Some(day)) => DateErrorKind::NoSuchDay {
                day,
                last: days_in_month(year, month),
            },
            _ => DateErrorKind::NoDayFits {
                digits: day.to_string(),
            },
        };
        return Err(error_at(day_at, kind));
    }
    Ok(after_year)
}

fn two_digits(cursor: &mut Cursor, part: Part) -> Result<TwoDigits, DateError> {
    let start = cursor.position();
    let digits = cursor.eat_while(is_digit_or_x);
    match digits.as_bytes() {
        &[tens, ones] => Ok(TwoDigits([tens, ones])),
        [] => Err(cursor.unexpected(match part {
            Part::Day => "a day of two digits",
            _ => "a month of two digits",
        })),
        _ if matches!(cursor.peek(), Some(b'u' | b'x')) => Err(cursor.unexpected("X")),
        _ => Err(error_at(start, DateErrorKind::PartDigits { part })),
    }
}
