//! A JSON text as a flat list of the spans of its values, read in one pass without recursion.

use super::error::{SyntaxError, SyntaxErrorKind as Kind};
use super::node::Node;
use super::scan::{number, skip_whitespace, string};

/// How deep brackets may be nested. RFC 8259 §9 lets a reader set a limit; `serde_json` sets the same.
pub const MAX_DEPTH: usize = 128;

/// The types of JSON value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tag {
    /// `null`
    Null,
    /// `false`
    False,
    /// `true`
    True,
    /// A number
    Number,
    /// A string
    String,
    /// An object
    Object,
    /// An array
    Array,
}

impl Tag {
    /// The type with its article, for a sentence: "an object".
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::False => "false",
            Self::True => "true",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Object => "an object",
            Self::Array => "a list",
        }
    }
}

/// One value (or one field's name) and the bytes it covers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Position of the first entry that is not inside this one.
    pub next: u32,
    pub tag: Tag,
    /// A string that holds escapes.
    pub escaped: bool,
}

/// The spans of one JSON value and all that is in it; reused from text to text.
#[derive(Default, Debug)]
pub struct Tape {
    entries: Vec<Entry>,
    /// The containers that are not closed yet: their entries, and whether they are objects.
    open: Vec<(u32, bool)>,
    only_check: bool,
}

/// Reads a text of any size for its grammar alone: the position after the value at its start.
pub fn check_grammar(bytes: &[u8]) -> Result<usize, SyntaxError> {
    let mut tape = Tape {
        only_check: true,
        ..Tape::default()
    };
    tape.parse_prefix(bytes)
}

impl Tape {
    /// An empty tape.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a text that is one JSON value, with whitespace around it.
    pub fn parse<'t>(&'t mut self, text: &'t str) -> Result<Node<'t>, SyntaxError> {
        let end = self.parse_prefix(text.as_bytes())?;
        let rest = skip_whitespace(text.as_bytes(), end);
        if rest < text.len() {
            return Err(SyntaxError {
                at: rest,
                kind: Kind::TrailingText,
            });
        }
        Ok(Node::root(&self.entries, text))
    }

    /// Reads the JSON value at the start of `bytes` and returns the position after it; whether
    /// the bytes are UTF-8 is not asked.
    pub fn parse_prefix(&mut self, bytes: &[u8]) -> Result<usize, SyntaxError> {
        self.entries.clear();
        self.open.clear();
        let longest = if self.only_check {
            usize::MAX
        } else {
            u32::MAX as usize
        };
        let readable = bytes.get(..longest).unwrap_or(bytes);
        self.read(readable).map_err(|(at, kind)| {
            let cut = at >= readable.len() && readable.len() < bytes.len();
            SyntaxError {
                at,
                kind: if cut { Kind::TooLong } else { kind },
            }
        })
    }

    /// The value last read by [`Tape::parse_prefix`], whose bytes have been found to be `text`.
    pub fn root<'t>(&'t self, text: &'t str) -> Option<Node<'t>> {
        let fits = self
            .entries
            .first()
            .is_some_and(|root| root.end as usize <= text.len());
        fits.then(|| Node::root(&self.entries, text))
    }

    fn read(&mut self, bytes: &[u8]) -> Result<usize, (usize, Kind)> {
        let mut at = skip_whitespace(bytes, 0);
        loop {
            at = self.value(bytes, at)?;
            // After a value: close what ends here, then go on to the next value or stop.
            loop {
                let Some(&(_, in_object)) = self.open.last() else {
                    return Ok(at);
                };
                at = skip_whitespace(bytes, at);
                match (bytes.get(at), in_object) {
                    (Some(b','), _) => {
                        at = skip_whitespace(bytes, at + 1);
                        if in_object {
                            at = self.key(bytes, at)?;
                        } else if bytes.get(at) == Some(&b']') {
                            return Err((at, Kind::TrailingComma));
                        }
                        break;
                    }
                    (Some(b'}'), true) | (Some(b']'), false) => {
                        at += 1;
                        self.close(at);
                    }
                    (None, true) => return Err((bytes.len(), Kind::EndInObject)),
                    (None, false) => return Err((bytes.len(), Kind::EndInArray)),
                    (Some(_), true) => return Err((at, Kind::ExpectedCommaOrBrace)),
                    (Some(_), false) => return Err((at, Kind::ExpectedCommaOrBracket)),
                }
            }
        }
    }

    /// Reads one scalar, empty container, or a container's beginning up to its first value.
    #[inline]
    fn value(&mut self, bytes: &[u8], mut at: usize) -> Result<usize, (usize, Kind)> {
        loop {
            match bytes.get(at) {
                Some(b'"') => {
                    let (end, escaped) = string(bytes, at)?;
                    self.push(at, end, Tag::String, escaped);
                    return Ok(end);
                }
                Some(b'{') => {
                    self.open(at, Tag::Object)?;
                    at = skip_whitespace(bytes, at + 1);
                    if bytes.get(at) == Some(&b'}') {
                        self.close(at + 1);
                        return Ok(at + 1);
                    }
                    at = self.key(bytes, at)?;
                }
                Some(b'[') => {
                    self.open(at, Tag::Array)?;
                    at = skip_whitespace(bytes, at + 1);
                    match bytes.get(at) {
                        Some(b']') => {
                            self.close(at + 1);
                            return Ok(at + 1);
                        }
                        None => return Err((at, Kind::EndInArray)),
                        Some(_) => {}
                    }
                }
                Some(b'-' | b'0'..=b'9') => {
                    let end = number(bytes, at)?;
                    self.push(at, end, Tag::Number, false);
                    return Ok(end);
                }
                Some(b'n') => return self.word(bytes, at, b"null", Tag::Null),
                Some(b't') => return self.word(bytes, at, b"true", Tag::True),
                Some(b'f') => return self.word(bytes, at, b"false", Tag::False),
                Some(b'+' | b'.') => return Err((at, Kind::BadNumber)),
                Some(_) => return Err((at, Kind::ExpectedValue)),
                None => return Err((bytes.len(), Kind::EndInsteadOfValue)),
            }
        }
    }

    /// A field's name and its colon; the position of the value.
    #[inline]
    fn key(&mut self, bytes: &[u8], at: usize) -> Result<usize, (usize, Kind)> {
        match bytes.get(at) {
            Some(b'"') => {}
            Some(b'}') => return Err((at, Kind::TrailingComma)),
            Some(_) => return Err((at, Kind::ExpectedKey)),
            None => return Err((bytes.len(), Kind::EndInObject)),
        }
        let (end, escaped) = string(bytes, at)?;
        self.push(at, end, Tag::String, escaped);
        let colon = skip_whitespace(bytes, end);
        match bytes.get(colon) {
            Some(b':') => Ok(skip_whitespace(bytes, colon + 1)),
            Some(_) => Err((colon, Kind::ExpectedColon)),
            None => Err((bytes.len(), Kind::EndInObject)),
        }
    }

    fn word(
        &mut self,
        bytes: &[u8],
        at: usize,
        word: &[u8],
        tag: Tag,
    ) -> Result<usize, (usize, Kind)> {
        let end = at + word.len();
        let goes_on = bytes
            .get(end)
            .is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_');
        if bytes.get(at..end) != Some(word) || goes_on {
            return Err((at, Kind::ExpectedValue));
        }
        self.push(at, end, tag, false);
        Ok(end)
    }

    #[inline]
    fn push(&mut self, start: usize, end: usize, tag: Tag, escaped: bool) {
        if self.only_check {
            return;
        }
        let next = self.entries.len() as u32 + 1;
        // What is read is shorter than 4 GiB.
        let (start, end) = (start as u32, end as u32);
        self.entries.push(Entry {
            start,
            end,
            next,
            tag,
            escaped,
        });
    }

    fn open(&mut self, at: usize, tag: Tag) -> Result<(), (usize, Kind)> {
        if self.open.len() >= MAX_DEPTH {
            return Err((at, Kind::TooDeep));
        }
        let entry = self.entries.len() as u32;
        self.push(at, at, tag, false);
        self.open.push((entry, tag == Tag::Object));
        Ok(())
    }

    fn close(&mut self, end: usize) {
        let next = self.entries.len() as u32;
        if let Some((entry, _)) = self.open.pop()
            && let Some(entry) = self.entries.get_mut(entry as usize)
        {
            entry.end = end as u32;
            entry.next = next;
        }
    }
}
