//! Reading EDTF: which form a text has, and the values made of several dates.

use super::bounds::is_in_order;
use super::compound::{Endpoint, Interval, Member, Set, SetKind};
use super::cursor::{Cursor, error_at};
use super::parse_date::{date, plain_date};
use super::parse_time::date_time;
use super::{Edtf, Shape};
use crate::date::error::{DateError, DateErrorKind};

/// Reads any EDTF value of levels 0 to 2.
pub(super) fn edtf(text: &str) -> Result<Edtf, DateError> {
    if let Some(shape) = plain(text.as_bytes()) {
        return Ok(Edtf { shape });
    }
    let cursor = &mut Cursor::new(text);
    let shape = match cursor.peek() {
        None => return Err(cursor.error(DateErrorKind::Empty)),
        Some(b'[') => Shape::Set(Box::new(set(cursor, SetKind::OneOf)?)),
        Some(b'{') => Shape::Set(Box::new(set(cursor, SetKind::AllOf)?)),
        Some(_) => date_or_interval(cursor)?,
    };
    cursor.expect_end()?;
    Ok(Edtf { shape })
}

/// The commonest forms, `1972-09-29`, `1972-09`, `1972` and two of them as an interval, without
/// the machinery: a record of a million events is read while its user waits.
fn plain(text: &[u8]) -> Option<Shape> {
    match text.len() {
        4 | 7 | 10 => plain_date(text).map(Shape::Date),
        length @ (9 | 15 | 21) => {
            let (start, slash_and_end) = text.split_at_checked(length / 2)?;
            let (slash, end) = slash_and_end.split_first()?;
            // Of two dates of one form, the earlier is the earlier text; seasons never come here.
            if *slash != b'/' || start > end {
                return None;
            }
            Some(Shape::Interval(Box::new(Interval {
                start: Endpoint::Date(plain_date(start)?),
                end: Endpoint::Date(plain_date(end)?),
            })))
        }
        _ => None,
    }
}

fn date_or_interval(cursor: &mut Cursor) -> Result<Shape, DateError> {
    let start_at = cursor.position();
    let start = endpoint(cursor)?;
    if cursor.eat(b'/') {
        return interval(cursor, start);
    }
    match start {
        Endpoint::Date(date) if cursor.peek() == Some(b'T') => {
            date_time(cursor, &date).map(Shape::DateTime)
        }
        Endpoint::Date(date) => Ok(Shape::Date(date)),
        Endpoint::Open if cursor.is_at_end() => Err(error_at(start_at, DateErrorKind::OpenAlone)),
        Endpoint::Open | Endpoint::Unknown => Err(cursor.unexpected("a slash")),
    }
}

fn interval(cursor: &mut Cursor, start: Endpoint) -> Result<Shape, DateError> {
    let end_at = cursor.position();
    let end = endpoint(cursor)?;
    match cursor.peek() {
        Some(b'T') => return Err(cursor.error(DateErrorKind::TimeInCompound)),
        Some(b'/') => return Err(cursor.error(DateErrorKind::SecondSlash)),
        _ => cursor.expect_end()?,
    }
    if let (Endpoint::Date(first), Endpoint::Date(second)) = (&start, &end)
        && !is_in_order(first, second)
    {
        let kind = DateErrorKind::EndBeforeStart {
            start: start.to_string(),
            end: end.to_string(),
        };
        return Err(error_at(end_at, kind));
    }
    Ok(Shape::Interval(Box::new(Interval { start, end })))
}

fn endpoint(cursor: &mut Cursor) -> Result<Endpoint, DateError> {
    if cursor.is_at_end() || cursor.peek() == Some(b'/') {
        Ok(Endpoint::Unknown)
    } else if cursor.eat_text("..") {
        Ok(Endpoint::Open)
    } else {
        let date = date(cursor)?;
        if cursor.peek() == Some(b'T') && has_slash_ahead(cursor) {
            return Err(cursor.error(DateErrorKind::TimeInCompound));
        }
        Ok(Endpoint::Date(date))
    }
}

fn has_slash_ahead(cursor: &Cursor) -> bool {
    let mut ahead = *cursor;
    ahead.eat_while(|byte| byte != b'/');
    ahead.peek() == Some(b'/')
}

fn set(cursor: &mut Cursor, kind: SetKind) -> Result<Set, DateError> {
    let (open, close) = match kind {
        SetKind::OneOf => (b'[', b']'),
        SetKind::AllOf => (b'{', b'}'),
    };
    cursor.expect(open, "a bracket")?;
    if cursor.peek() == Some(close) {
        return Err(cursor.error(DateErrorKind::EmptySet));
    }
    let mut members = Vec::new();
    loop {
        let member = member(cursor, members.is_empty(), close)?;
        members.push(member);
        if cursor.eat(close) {
            break;
        }
        match cursor.peek() {
            Some(b',') => cursor.expect(b',', "a comma")?,
            None | Some(b']' | b'}') => {
                let expected = char::from(close);
                return Err(cursor.error(DateErrorKind::Unclosed { expected }));
            }
            Some(b'T') => return Err(cursor.error(DateErrorKind::TimeInCompound)),
            Some(_) => return Err(cursor.unexpected("a comma or the end of the set")),
        }
    }
    Ok(Set {
        kind,
        members: members.into_boxed_slice(),
    })
}

fn member(cursor: &mut Cursor, is_first: bool, close: u8) -> Result<Member, DateError> {
    let start_at = cursor.position();
    if cursor.eat_text("..") {
        let is_alone = matches!(cursor.peek(), None | Some(b',' | b']' | b'}'));
        if !is_first || is_alone {
            return Err(error_at(start_at, DateErrorKind::OpenInside));
        }
        return Ok(Member::UpTo(date(cursor)?));
    }
    let first = date(cursor)?;
    let dots_at = cursor.position();
    if !cursor.eat_text("..") {
        return Ok(Member::Date(first));
    }
    match cursor.peek() {
        Some(byte) if byte == close => return Ok(Member::From(first)),
        Some(b',') => return Err(error_at(dots_at, DateErrorKind::OpenInside)),
        _ => {}
    }
    let last_at = cursor.position();
    let last = date(cursor)?;
    let (first_text, last_text) = (first.to_string(), last.to_string());
    if !first.is_written_like(&last) {
        let kind = DateErrorKind::RangeMixesPrecision {
            first: first_text,
            last: last_text,
        };
        return Err(error_at(last_at, kind));
    }
    if !is_in_order(&first, &last) {
        let kind = DateErrorKind::EndBeforeStart {
            start: first_text,
            end: last_text,
        };
        return Err(error_at(last_at, kind));
    }
    Ok(Member::Range(first, last))
}
