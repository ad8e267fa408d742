//! What a file is that is no record, told from its first bytes.

use crate::record::Code;
use crate::record::json::{Tag, Tape};

/// The length of a UTF-8 byte order mark at the start.
pub(super) fn byte_order_mark(bytes: &[u8]) -> usize {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        3
    } else {
        0
    }
}

/// What is said of a file of `TimelineJS`, in the second form of its JSON or the third.
pub(super) const TIMELINE_JS: &str = "the file is a timeline of TimelineJS, not a record of this program; \
     a record names its format (\"format\": \"nenpyo/1\") and each of its events has a `title` and a `date`";

/// Whether an event is one of `TimelineJS`: its date is an object of year, month and day.
pub(super) fn is_timeline_js_event(event: &[u8]) -> bool {
    let mut tape = Tape::new();
    let event = std::str::from_utf8(event).ok();
    event
        .and_then(|text| tape.parse(text).ok())
        .is_some_and(|event| {
            let start = event.field("start_date");
            event.field("date").is_none() && start.is_some_and(|date| date.tag() == Tag::Object)
        })
}

/// Why bytes are clearly not JSON in UTF-8, when they are not.
pub(super) fn refusal(bytes: &[u8]) -> Option<(Code, String)> {
    let told = |code, words: &str| Some((code, words.to_owned()));
    let content = bytes.trim_ascii_start();
    if content.is_empty() {
        return told(
            Code::EmptyFile,
            "the file is empty; a record begins with `{`",
        );
    }
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, _, ..] | [_, 0, ..] = bytes {
        return told(
            Code::WrongEncoding,
            "the file is in UTF-16 or UTF-32 (or not text at all); save it as UTF-8",
        );
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return told(
            Code::NotARecord,
            "the file is a zip archive (perhaps a spreadsheet), not a JSON record",
        );
    }
    if bytes.starts_with(b"\x1F\x8B") {
        return told(
            Code::NotARecord,
            "the file is compressed with gzip; unpack it first",
        );
    }
    if content.starts_with(b"<") {
        let start = content.get(..content.len().min(512)).unwrap_or_default();
        let start = start.to_ascii_lowercase();
        let has = |word: &str| memchr::memmem::find(&start, word.as_bytes()).is_some();
        return if has("<!doctype html") || has("<html") || has("<head") || has("<body") {
            told(
                Code::WebPage,
                "the file is a web page, not a JSON record; perhaps the page about the file was \
                 saved instead of the file",
            )
        } else {
            told(Code::WebPage, "the file is XML or HTML, not a JSON record")
        };
    }
    None
}
