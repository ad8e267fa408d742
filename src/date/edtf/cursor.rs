//! Reading a text byte by byte, and saying what stood there when it does not fit.

use crate::date::error::{DateError, DateErrorKind};

/// A place in a text. It only ever moves past ASCII, so it stands between characters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub(crate) const fn position(&self) -> usize {
        self.at
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    pub(crate) fn starts_with(&self, ascii: &str) -> bool {
        self.rest().starts_with(ascii)
    }

    /// Moves past an ASCII byte if it stands here.
    pub(crate) fn eat(&mut self, byte: u8) -> bool {
        let found = byte.is_ascii() && self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Moves past one ASCII byte if it means something.
    pub(crate) fn take<T>(&mut self, read: impl Fn(u8) -> Option<T>) -> Option<T> {
        let meaning = self.peek().filter(u8::is_ascii).and_then(read)?;
        self.at += 1;
        Some(meaning)
    }

    /// Moves past an ASCII text if it stands here.
    pub(crate) fn eat_text(&mut self, ascii: &str) -> bool {
        let found = self.starts_with(ascii);
        if found {
            self.at += ascii.len();
        }
        found
    }

    /// Moves past all ASCII bytes that are wanted, and returns them.
    pub(crate) fn eat_while(&mut self, wanted: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest
            .bytes()
            .take_while(|&byte| byte.is_ascii() && wanted(byte))
            .count();
        self.at += length;
        rest.get(..length).unwrap_or("")
    }

    /// Exactly two digits that stand here, as a number.
    pub(crate) fn two_digits(&mut self, expected: &'static str) -> Result<u8, DateError> {
        let mut number = 0;
        for _ in 0..2 {
            match self.peek() {
                Some(byte @ b'0'..=b'9') => number = number * 10 + (byte - b'0'),
                _ => return Err(self.unexpected(expected)),
            }
            self.at += 1;
        }
        Ok(number)
    }

    pub(crate) fn expect(&mut self, byte: u8, expected: &'static str) -> Result<(), DateError> {
        if self.eat(byte) {
            Ok(())
        } else {
            Err(self.unexpected(expected))
        }
    }

    pub(crate) fn expect_end(&self) -> Result<(), DateError> {
        if self.is_at_end() {
            Ok(())
        } else {
            Err(self.unexpected("the end of the date"))
        }
    }

    pub(crate) const fn error(&self, kind: DateErrorKind) -> DateError {
        error_at(self.at, kind)
    }

    /// The error for what stands here, with the likeliest reason.
    pub(crate) fn unexpected(&self, expected: &'static str) -> DateError {
        let rest = self.rest();
        let word = instead_of(rest);
        let kind = match (rest.chars().next(), word) {
            (None, _) => DateErrorKind::EndsTooSoon { expected },
            (_, Some((found, write))) => DateErrorKind::WriteInstead {
                found: found.to_owned(),
                write,
            },
            (Some('(' | ')'), _) => DateErrorKind::Parentheses,
            (Some('?' | '~' | '%'), _) if self.follows_a_mark() => DateErrorKind::TwoMarks,
            (Some(space), _) if space.is_whitespace() => DateErrorKind::Space,
            (Some(found), _) => DateErrorKind::Unexpected { found, expected },
        };
        self.error(kind)
    }

    fn follows_a_mark(&self) -> bool {
        let before = self.at.checked_sub(1);
        let before = before.and_then(|at| self.text.as_bytes().get(at));
        matches!(before, Some(b'?' | b'~' | b'%'))
    }
}

/// The word at the start of a text that stands for something in the draft of 2012 or in small
/// letters, and what to write for it.
fn instead_of(text: &str) -> Option<(&str, &'static str)> {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = text.get(..length)?;
    let write = match word {
        "" => return None,
        "open" => "\"..\" for an open end",
        "unknown" => "nothing at all for an unknown end",
        "y" => "a capital Y before a year of more than four digits",
        "e" => "a capital E before an exponent",
        "p" | "s" => "a capital S before the number of significant digits",
        "t" => "a capital T before a time",
        "z" => "a capital Z for UTC",
        _ if word.bytes().all(|byte| matches!(byte, b'u' | b'x')) => {
            "a capital X for each unspecified digit"
        }
        _ => return None,
    };
    Some((word, write))
}

/// An error at a byte offset.
pub(crate) const fn error_at(position: usize, kind: DateErrorKind) -> DateError {
    DateError { position, kind }
}
