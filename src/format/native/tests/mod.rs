//! What the reader says of records that are not as they should be, and that no bytes stop it.

mod counted;
mod refused;
mod robust;
mod told;

use super::read;
use crate::format::Opened;
use crate::record::Code;

/// A record around fields of one event, on its line 5.
fn with_event(fields: &str) -> String {
    format!(
        "{{\"format\": \"nenpyo/1\",\n\"actors\": [{{\"id\": \"JPN\", \"name\": \"Japan\"}}],\n\
         \"sources\": [{{\"id\": \"satake-2024\", \"title\": \"Positivity peaks\"}}],\n\
         \"events\": [{{\"id\": \"first-1972\", \"title\": \"First\", \"date\": \"1972\"}},\n\
         {{\"id\": \"e\", {fields}}}]}}"
    )
}

/// The only thing said about a record: its code, line, column and message.
#[track_caller]
fn only(text: &str) -> (Code, u32, u32, String) {
    let Opened { timeline, report } = read(text.to_owned()).unwrap();
    let [found] = report.diagnostics.as_slice() else {
        panic!("{:#?}", report.diagnostics)
    };
    assert_eq!(&timeline.original()[..], text.as_bytes());
    (found.code, found.line, found.column, found.message.clone())
}

/// A text without its mark `¦`, and the column in which it stood on `line` (1 without one).
fn unmarked(text: &str, line: usize) -> (String, u32) {
    let column = text
        .lines()
        .nth(line - 1)
        .unwrap()
        .chars()
        .position(|c| c == '¦');
    (text.replace('¦', ""), column.unwrap_or(0) as u32 + 1)
}
