//! The fields of a record's outermost object: most are read at once, `events` is only measured.

use std::collections::HashSet;

use super::elements::{Elements, Unbalanced, elements};
use super::sniff::{byte_order_mark, refusal};
use crate::format::Progress;
use crate::record::check::{Finding, Findings};
use crate::record::json::{
    SyntaxError, SyntaxErrorKind, Tag, Tape, check_grammar, skip_whitespace, string, string_at,
};
use crate::record::{Code, Frame, Shown, Span};

/// Measuring the events is worth this fraction of reading them, for the progress that is shown.
pub(super) const SCAN_SHARE: u64 = 4;

/// One field other than `events`, with its value read.
pub(super) struct Field {
    pub name: String,
    /// First byte of the value in the file.
    pub start: usize,
    pub end: usize,
    pub tape: Tape,
}

/// What a record's file consists of.
#[derive(Default)]
pub(super) struct Outline {
    pub fields: Vec<Field>,
    /// `None` when there is no array `events`.
    pub events: Option<Elements>,
    /// Where everything stands.
    pub frame: Frame,
}

/// Why there is no outline.
pub(super) enum Stop {
    Refused(Finding),
    Cancelled,
}

/// Reads the outline of a file.
pub(super) fn outline(
    bytes: &[u8],
    findings: &mut Findings,
    progress: &Progress,
) -> Result<Outline, Stop> {
    if let Some((code, message)) = refusal(bytes) {
        return Err(refused(code, 0, message));
    }
    let start = byte_order_mark(bytes);
    if start > 0 {
        findings.add(Code::ByteOrderMark, 0, 0..start, || {
            "the file starts with a byte order mark, which JSON does not have; save it as UTF-8 \
             without it"
                .to_owned()
        });
    }
    let first = skip_whitespace(bytes, start);
    if bytes.get(first) != Some(&b'{') {
        return Err(not_an_object(bytes, first));
    }
    match fields(bytes, first, findings, progress) {
        Ok((outline, end)) => nothing_after(bytes, end).map(|()| outline),
        Err(Broken::Cancelled) => Err(Stop::Cancelled),
        Err(Broken::Json { open_item }) => Err(first_error(bytes, first, open_item)),
    }
}

enum Broken {
    Json { open_item: Option<usize> },
    Cancelled,
}

impl From<Unbalanced> for Broken {
    fn from(unbalanced: Unbalanced) -> Self {
        Self::Json {
            open_item: unbalanced.open_item,
        }
    }
}

const BROKEN: Broken = Broken::Json { open_item: None };

fn fields(
    bytes: &[u8],
    open: usize,
    findings: &mut Findings,
    progress: &Progress,
) -> Result<(Outline, usize), Broken> {
    let mut outline = Outline::default();
    let mut names = HashSet::new();
    outline.frame.end = open as u64 + 1;
    let mut at = skip_whitespace(bytes, open + 1);
    if bytes.get(at) == Some(&b'}') {
        return Ok((outline, at + 1));
    }
    loop {
        let key = at;
        if bytes.get(key) != Some(&b'"') {
            return Err(BROKEN);
        }
        let (key_end, _) = string(bytes, key).map_err(|_| BROKEN)?;
        let colon = skip_whitespace(bytes, key_end);
        if bytes.get(colon) != Some(&b':') {
            return Err(BROKEN);
        }
        let start = skip_whitespace(bytes, colon + 1);
        let name = string_at(bytes, key).unwrap_or_default();
        if !names.insert(name.clone()) {
            findings.add(Code::DuplicateKey, 0, key..key_end, || {
                format!(
                    "the field `{}` stands twice in the record, and the last one counts; join them",
                    Shown(&name)
                )
            });
        }
        let end = if name == "events" && bytes.get(start) == Some(&b'[') {
            let mut told = start;
            let goes_on = |at: usize| {
                progress.advance((at - told) as u64 / SCAN_SHARE);
                told = at;
                !progress.is_cancelled()
            };
            let (events, end) = elements(bytes, start + 1, goes_on)?.ok_or(Broken::Cancelled)?;
            outline.events = Some(events);
            outline.frame.events = Some(span(start + 1, end - 1));
            end
        } else {
            let mut tape = Tape::new();
            let rest = bytes.get(start..).unwrap_or_default();
            let end = start + tape.parse_prefix(rest).map_err(|_| BROKEN)?;
            let name = name.into_owned();
            outline.frame.fields.push((name.clone(), span(start, end)));
            outline.fields.push(Field {
                name,
                start,
                end,
                tape,
            });
            end
        };
        outline.frame.end = end as u64;
        at = skip_whitespace(bytes, end);
        match bytes.get(at) {
            Some(b',') => at = skip_whitespace(bytes, at + 1),
            Some(b'}') => return Ok((outline, at + 1)),
            _ => return Err(BROKEN),
        }
    }
}

fn span(start: usize, end: usize) -> Span {
    Span {
        start: start as u64,
        len: end.saturating_sub(start) as u64,
    }
}

fn refused(code: Code, at: usize, message: String) -> Stop {
    Stop::Refused(Finding {
        code,
        offset: at as u64,
        len: 1,
        event: None,
        message,
        other: None,
    })
}

fn syntax(error: SyntaxError) -> Stop {
    let deep = error.kind == SyntaxErrorKind::TooDeep;
    let code = if deep {
        Code::TooDeep
    } else {
        Code::JsonSyntax
    };
    refused(
        code,
        error.at,
        format!("the file is not JSON here: {}", error.kind),
    )
}

/// The file is no JSON, or not an object.
fn not_an_object(bytes: &[u8], first: usize) -> Stop {
    let rest = bytes.get(first..).unwrap_or_default();
    if let Err(error) = check_grammar(rest) {
        return syntax(SyntaxError {
            at: first + error.at,
            ..error
        });
    }
    let tag = match rest.first() {
        Some(b'[') => Tag::Array,
        Some(b'"') => Tag::String,
        Some(b'n') => Tag::Null,
        Some(b't') => Tag::True,
        Some(b'f') => Tag::False,
        _ => Tag::Number,
    };
    let message = format!(
        "the file holds {}; a record is an object with `format`, `title` and `events`",
        tag.in_words()
    );
    refused(Code::NotARecord, first, message)
}

/// Where a file that is not JSON stops being it.
fn first_error(bytes: &[u8], first: usize, open_item: Option<usize>) -> Stop {
    let error = match check_grammar(bytes.get(first..).unwrap_or_default()) {
        Err(error) => SyntaxError {
            at: first + error.at,
            ..error
        },
        Ok(end) => SyntaxError {
            at: first + end,
            kind: SyntaxErrorKind::TrailingText,
        },
    };
    let at_end = error.at >= bytes.len();
    let mut stop = syntax(error);
    if let Stop::Refused(finding) = &mut stop {
        if at_end {
            finding.message = format!(
                "the file stops before the record ends, so a part of it is missing: {}",
                error.kind
            );
        }
        finding.event = open_item.and_then(|start| id_of_broken(bytes, start, error.at));
    }
    stop
}

/// The id of an event that cannot be read, from what of it comes before the error.
fn id_of_broken(bytes: &[u8], start: usize, end: usize) -> Option<String> {
    let event = bytes.get(start..end.min(bytes.len()))?;
    let key = memchr::memmem::find(event, b"\"id\"")?;
    let colon = skip_whitespace(event, key + 4);
    let value = skip_whitespace(event, colon + 1);
    let is_string = event.get(colon) == Some(&b':') && event.get(value) == Some(&b'"');
    if is_string {
        string_at(event, value).map(std::borrow::Cow::into_owned)
    } else {
        None
    }
}

/// Nothing may follow the record.
fn nothing_after(bytes: &[u8], end: usize) -> Result<(), Stop> {
    let at = skip_whitespace(bytes, end);
    match bytes.get(at) {
        None => Ok(()),
        Some(b'{' | b'[') => Err(refused(
            Code::SeveralDocuments,
            at,
            "a second JSON document starts here; a record is one JSON object (for JSON Lines, put \
             the lines into its `events`)"
                .to_owned(),
        )),
        Some(_) => Err(syntax(SyntaxError {
            at,
            kind: SyntaxErrorKind::TrailingText,
        })),
    }
}
