//! The small steps of reading JSON: whitespace, strings, numbers.

use std::borrow::Cow;

use super::error::SyntaxErrorKind as Kind;

/// The first position from `at` on that is not JSON whitespace.
#[inline]
pub(crate) fn skip_whitespace(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\t' | b'\r') = bytes.get(at) {
        at += 1;
    }
    at
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = ONES << 7;

/// A bit at the top of each byte that is `"`, `\` or a control character (false hits only above
/// a true one).
#[inline]
fn marks(word: u64) -> u64 {
    let quote = word ^ (ONES * u64::from(b'"'));
    let backslash = word ^ (ONES * u64::from(b'\\'));
    let zero = |x: u64| x.wrapping_sub(ONES) & !x & HIGHS;
    let control = word.wrapping_sub(ONES * 0x20) & !word & HIGHS;
    zero(quote) | zero(backslash) | control
}

/// The first position from `at` on of `"`, `\` or a control character; the length when none is.
#[inline]
fn next_mark(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let found = marks(u64::from_le_bytes(*chunk));
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while let Some(&byte) = bytes.get(at) {
        if byte == b'"' || byte == b'\\' || byte < 0x20 {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

/// A string from its opening quotation mark at `open`: the position after the closing one, and
/// whether it holds escapes. An error names its place.
#[inline]
pub(crate) fn string(bytes: &[u8], open: usize) -> Result<(usize, bool), (usize, Kind)> {
    let mark = next_mark(bytes, open + 1);
    if bytes.get(mark) == Some(&b'"') {
        return Ok((mark + 1, false));
    }
    string_from_mark(bytes, mark)
}

/// The rest of a string whose first mark, at `at`, is not its end.
#[cold]
fn string_from_mark(bytes: &[u8], mut at: usize) -> Result<(usize, bool), (usize, Kind)> {
    loop {
        match bytes.get(at) {
            Some(b'"') => return Ok((at + 1, true)),
            Some(b'\\') => at = next_mark(bytes, escape(bytes, at)?),
            Some(_) => return Err((at, Kind::ControlInString)),
            None => return Err((bytes.len(), Kind::EndInString)),
        }
    }
}

/// The position after the escape whose backslash is at `at`.
fn escape(bytes: &[u8], at: usize) -> Result<usize, (usize, Kind)> {
    match bytes.get(at + 1) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at + 2),
        Some(b'u') => match hex4(bytes, at + 2) {
            None => Err((at, Kind::BadEscape)),
            Some(0xD800..=0xDBFF) => {
                let low = (bytes.get(at + 6) == Some(&b'\\') && bytes.get(at + 7) == Some(&b'u'))
                    .then(|| hex4(bytes, at + 8))
                    .flatten();
                match low {
                    Some(0xDC00..=0xDFFF) => Ok(at + 12),
                    _ => Err((at, Kind::LoneSurrogate)),
                }
            }
            Some(0xDC00..=0xDFFF) => Err((at, Kind::LoneSurrogate)),
            Some(_) => Ok(at + 6),
        },
        Some(_) => Err((at, Kind::BadEscape)),
        None => Err((bytes.len(), Kind::EndInString)),
    }
}

/// Four hexadecimal digits at `at`.
fn hex4(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at..at + 4)?;
    digits.iter().try_fold(0, |value, &digit| {
        char::from(digit)
            .to_digit(16)
            .map(|digit| value * 16 + digit)
    })
}

/// The text of the string whose opening quotation mark is at `open`.
pub(crate) fn string_at(bytes: &[u8], open: usize) -> Option<Cow<'_, str>> {
    let (end, escaped) = string(bytes, open).ok()?;
    let body = std::str::from_utf8(bytes.get(open + 1..end - 1)?).ok()?;
    Some(if escaped {
        Cow::Owned(unescape(body))
    } else {
        Cow::Borrowed(body)
    })
}

/// The text between a string's quotation marks with its escapes undone. `body` has been through
/// [`string`], so that every escape in it is whole.
pub(super) fn unescape(body: &str) -> String {
    let bytes = body.as_bytes();
    let mut text = String::with_capacity(body.len());
    let mut from = 0;
    while let Some(found) = memchr::memchr(b'\\', bytes.get(from..).unwrap_or_default()) {
        let at = from + found;
        text.push_str(body.get(from..at).unwrap_or_default());
        let (character, length) = match bytes.get(at + 1) {
            Some(b'b') => ('\u{8}', 2),
            Some(b'f') => ('\u{c}', 2),
            Some(b'n') => ('\n', 2),
            Some(b'r') => ('\r', 2),
            Some(b't') => ('\t', 2),
            Some(b'u') => unicode_escape(bytes, at),
            Some(&other) => (char::from(other), 2),
            None => ('\u{FFFD}', 1),
        };
        text.push(character);
        from = at + length;
    }
    text.push_str(body.get(from..).unwrap_or_default());
    text
}

/// The character of the escape `\uXXXX` (or pair of them) at `at`, and its length.
fn unicode_escape(bytes: &[u8], at: usize) -> (char, usize) {
    let (code_point, length) = match (hex4(bytes, at + 2), hex4(bytes, at + 8)) {
        (Some(high @ 0xD800..=0xDBFF), Some(low @ 0xDC00..=0xDFFF)) => (
            Some(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00)),
            12,
        ),
        (unit, _) => (unit, 6),
    };
    (
        code_point
            .and_then(char::from_u32)
            .unwrap_or(char::REPLACEMENT_CHARACTER),
        length,
    )
}

/// The position after the number that starts at `start`.
#[inline]
pub(crate) fn number(bytes: &[u8], start: usize) -> Result<usize, (usize, Kind)> {
    let digits = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    };
    let some_digits = |at: usize| {
        let end = digits(at);
        if end == at {
            Err((start, Kind::BadNumber))
        } else {
            Ok(end)
        }
    };
    let first = start + usize::from(bytes.get(start) == Some(&b'-'));
    let mut at = if bytes.get(first) == Some(&b'0') {
        first + 1
    } else {
        some_digits(first)?
    };
    if bytes.get(at) == Some(&b'.') {
        at = some_digits(at + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        at = some_digits(at + 1 + sign)?;
    }
    match bytes.get(at) {
        Some(b'0'..=b'9' | b'.' | b'+' | b'-' | b'a'..=b'z' | b'A'..=b'Z' | b'_') => {
            Err((start, Kind::BadNumber))
        }
        _ => Ok(at),
    }
}
