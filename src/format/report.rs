//! What is wrong in a file, as `nenpyo check` prints it: for people, or one JSON object a line.

use std::fmt::Write as _;

use serde::Serialize;

use super::OpenError;
use crate::record::{Diagnostic, Report, Vocabulary};

/// `FILE:LINE:COL: error|warning: message`, with the event where there is one; no line break.
pub fn line(file: &str, diagnostic: &Diagnostic) -> String {
    let Diagnostic {
        line,
        column,
        message,
        ..
    } = diagnostic;
    let severity = diagnostic.severity();
    let code = diagnostic.code;
    let mut text = format!("{file}:{line}:{column}: {severity}: {message} [{code}]");
    if let Some(event) = &diagnostic.event {
        let _ = write!(text, " (event {event})");
    }
    text
}

/// One JSON object: `file`, `line`, `column`, `severity`, `code`, `event`, `message`; no line break.
pub fn json_line(file: &str, diagnostic: &Diagnostic) -> String {
    #[derive(Serialize)]
    struct Told<'d> {
        file: &'d str,
        line: u32,
        column: u32,
        severity: &'static str,
        code: &'static str,
        event: Option<&'d str>,
        message: &'d str,
    }
    let told = Told {
        file,
        line: diagnostic.line,
        column: diagnostic.column,
        severity: diagnostic.severity().name(),
        code: diagnostic.code.name(),
        event: diagnostic.event.as_deref(),
        message: &diagnostic.message,
    };
    serde_json::to_string(&told).unwrap_or_default()
}

/// All of a report, a line each, as people read it; last, what was left out.
pub fn lines(file: &str, report: &Report) -> Vec<String> {
    let listed = report
        .diagnostics
        .iter()
        .map(|diagnostic| line(file, diagnostic));
    let left_out = report.left_out.iter().map(|(code, count)| {
        format!(
            "{file}: {}: {count} more of {code} are not listed",
            code.severity()
        )
    });
    listed.chain(left_out).collect()
}

/// All of a report, a JSON object each.
pub fn json_lines(file: &str, report: &Report) -> Vec<String> {
    report
        .diagnostics
        .iter()
        .map(|diagnostic| json_line(file, diagnostic))
        .collect()
}

/// Why a file did not open, as a report of one line.
pub fn of_error(error: &OpenError) -> Report {
    Report {
        diagnostics: error.diagnostic().cloned().into_iter().collect(),
        ..Report::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::native::read;

    const BAD: &str = "{\"format\": \"nenpyo/1\", \"events\": [\n\
                       {\"id\": \"年\", \"title\": \"x\", \"date\": \"soon\"}]}";

    #[test]
    fn a_line_names_file_place_severity_code_and_event() {
        let report = read(BAD).unwrap().report;
        let [text] = &lines("a.json", &report)[..] else {
            panic!("{report:?}")
        };
        assert!(
            text.starts_with("a.json:2:36: error: \"soon\" is not an EDTF date"),
            "{text}"
        );
        assert!(text.ends_with("[bad-date] (event 年)"), "{text}");
    }

    #[test]
    fn a_json_line_is_an_object_with_the_same() {
        let report = read(BAD).unwrap().report;
        let [text] = &json_lines("a.json", &report)[..] else {
            panic!("{report:?}")
        };
        let told: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(told["line"], 2);
        assert_eq!(told["column"], 36);
        assert_eq!(told["severity"], "error");
        assert_eq!(told["code"], "bad-date");
        assert_eq!(told["event"], "年");
        assert!(!text.contains('\n'));
    }

    #[test]
    fn a_file_that_does_not_open_is_a_report_of_one_line() {
        let report = of_error(&read("").unwrap_err());
        assert_eq!((report.errors(), report.warnings()), (1, 0));
        assert!(lines("-", &report)[0].starts_with("-:1:1: error: the file is empty"));
        assert_eq!(of_error(&OpenError::Cancelled), Report::default());
    }
}
