//! Reading the time of day after a date.

use super::cursor::{Cursor, error_at};
use super::date::Date;
use super::time::{DateTime, TimeShift};
use super::year::Year;
use crate::date::civil::CivilDateTime;
use crate::date::error::{DateError, DateErrorKind};

/// The first year with a leap second.
const FIRST_LEAP_SECOND_YEAR: i64 = 1972;

/// Reads `T23:20:30`, `…Z`, `…-04` or `…+04:30` after the date.
pub(super) fn date_time(cursor: &mut Cursor, date: &Date) -> Result<DateTime, DateError> {
    let (Year::Plain(year), Some(day)) = (&date.year, date.civil()) else {
        return Err(cursor.error(DateErrorKind::TimeWithoutDay));
    };
    if !date.qualifiers.is_empty() {
        return Err(cursor.error(DateErrorKind::TimeWithoutDay));
    }
    cursor.expect(b'T', "T and the time")?;
    let start = cursor.position();
    let hour = field(cursor, "hour", 24)?;
    colon(cursor)?;
    let minute = field(cursor, "minute", 59)?;
    colon(cursor)?;
    let second_at = cursor.position();
    let second = field(cursor, "second", 60)?;
    if hour == 24 && (minute, second) != (0, 0) {
        return Err(error_at(start, DateErrorKind::PastMidnight));
    }
    let read = DateTime {
        year: *year,
        month: day.month,
        day: day.day,
        hour,
        minute,
        second,
        shift: shift(cursor)?,
    };
    if second == 60 && !may_be_leap_second(&read) {
        return Err(error_at(second_at, DateErrorKind::NoLeapSecond));
    }
    Ok(read)
}

/// The colon before the next field. EDTF knows no times to the hour or to the minute.
fn colon(cursor: &mut Cursor) -> Result<(), DateError> {
    if cursor.is_at_end() || matches!(cursor.peek(), Some(b'Z' | b'+' | b'-')) {
        return Err(cursor.error(DateErrorKind::TimeEndsTooSoon));
    }
    cursor.expect(b':', "a colon")
}

fn field(cursor: &mut Cursor, field: &'static str, last: u8) -> Result<u8, DateError> {
    let at = cursor.position();
    let value = cursor.two_digits("a time of the form 23:20:30")?;
    if value > last {
        // 60 is allowed for seconds, and 24 for hours, only where they are not the rule.
        let last = match field {
            "hour" => 23,
            _ => 59,
        };
        return Err(error_at(
            at,
            DateErrorKind::TimeRange { field, value, last },
        ));
    }
    Ok(value)
}

fn shift(cursor: &mut Cursor) -> Result<TimeShift, DateError> {
    let at = cursor.position();
    let negative = match cursor.peek() {
        Some(b'Z') => {
            cursor.eat(b'Z');
            return Ok(TimeShift::Utc);
        }
        Some(b'+') => false,
        Some(b'-') => true,
        _ => return Ok(TimeShift::Local),
    };
    cursor.eat(if negative { b'-' } else { b'+' });
    let hours = cursor.two_digits("the hours of a shift from UTC, as in +09")?;
    let minutes = if cursor.eat(b':') {
        Some(field(cursor, "minute", 59)?)
    } else {
        None
    };
    let total = i16::from(hours) * 60 + i16::from(minutes.unwrap_or(0));
    let signed = if negative { -total } else { total };
    if negative && total == 0 {
        return Err(error_at(at, DateErrorKind::NegativeZeroShift));
    }
    if !(-12 * 60..=14 * 60).contains(&signed) {
        return Err(error_at(at, DateErrorKind::ShiftRange));
    }
    Ok(match minutes {
        Some(_) => TimeShift::HoursMinutes(signed),
        None => TimeShift::Hours(i8::try_from(signed / 60).unwrap_or(0)),
    })
}

/// Leap seconds come at the end of June or December in UTC. Of a local time only the minute is
/// sure to be a last one, on one of the two days that this may be somewhere.
fn may_be_leap_second(time: &DateTime) -> bool {
    let is_last_of_half_year = |utc: CivilDateTime| {
        let date = utc.date;
        matches!((date.month, date.day), (6, 30) | (12, 31))
            && (utc.hour, utc.minute, utc.second) == (23, 59, 59)
            && date.year >= FIRST_LEAP_SECOND_YEAR
    };
    let second_before = time.clock_seconds() - 1;
    let quarters_of_an_hour = |shift: i64| shift * 15 * 60;
    match time.shift.seconds() {
        Some(shift) => {
            is_last_of_half_year(CivilDateTime::from_clock_seconds(second_before - shift))
        }
        None => (-12 * 4..=14 * 4).any(|shift| {
            let utc = second_before - quarters_of_an_hour(shift);
            is_last_of_half_year(CivilDateTime::from_clock_seconds(utc))
        }),
    }
}
