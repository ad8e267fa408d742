//! What is wrong in a file, as `nenpyo check` prints it: for people, or one JSON object a line.

use std::fmt::Write as _;

use serde::Serialize;

use super::OpenError;
use crate::record::{Code, Diagnostic, OneLine, Report, Shown, Vocabulary};

/// `FILE:LINE:COL: error|warning: message`, with the event where there is one. One line whatever
/// the file and what is in it are called: what would break the line is escaped.
pub fn line(file: &str, diagnostic: &Diagnostic) -> String {
    let Diagnostic {
        line,
        column,
        message,
        ..
    } = diagnostic;
    let severity = diagnostic.severity();
    let code = diagnostic.code;
    let (file, message) = (OneLine(file), OneLine(message));
    let mut text = format!("{file}:{line}:{column}: {severity}: {message} [{code}]");
    if let Some(event) = &diagnostic.event {
        let _ = write!(text, " (event {})", Shown(event));
    }
    text
}

#[derive(Serialize)]
struct Told<'d> {
    file: &'d str,
    line: Option<u32>,
    column: Option<u32>,
    severity: &'static str,
    code: &'static str,
    event: Option<&'d str>,
    message: &'d str,
}

impl Told<'_> {
    fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// One JSON object: `file`, `line`, `column`, `severity`, `code`, `event`, `message`; no line break.
pub fn json_line(file: &str, diagnostic: &Diagnostic) -> String {
    let told = Told {
        file,
        line: Some(diagnostic.line),
        column: Some(diagnostic.column),
        severity: diagnostic.severity().name(),
        code: diagnostic.code.name(),
        event: diagnostic.event.as_deref(),
        message: &diagnostic.message,
    };
    told.to_json()
}

/// All of a report, a line each, as people read it; last, what was left out.
pub fn lines(file: &str, report: &Report) -> Vec<String> {
    let listed = report
        .diagnostics
        .iter()
        .map(|diagnostic| line(file, diagnostic));
    let left_out = report.left_out.iter().map(|(code, count)| {
        format!(
            "{}: {}: {}",
            OneLine(file),
            code.severity(),
            not_listed(*code, *count)
        )
    });
    listed.chain(left_out).collect()
}

/// All of a report, a JSON object each; last, one for each code of which some were left out, whose
/// `line` and `column` are `null`.
pub fn json_lines(file: &str, report: &Report) -> Vec<String> {
    let listed = report
        .diagnostics
        .iter()
        .map(|diagnostic| json_line(file, diagnostic));
    let left_out = report.left_out.iter().map(|(code, count)| {
        let told = Told {
            file,
            line: None,
            column: None,
            severity: code.severity().name(),
            code: code.name(),
            event: None,
            message: &not_listed(*code, *count),
        };
        told.to_json()
    });
    listed.chain(left_out).collect()
}

fn not_listed(code: Code, count: u64) -> String {
    format!("{count} more of {code} are not listed")
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
    fn a_finding_is_one_short_line_whatever_the_file_holds() {
        let hostile = format!("a\\n\\u001b[2J{}", "x".repeat(100_000));
        let text = format!(
            "{{\"format\": \"nenpyo/1\", \"events\": [{{\"id\": \"{hostile}\", \"title\": \"x\", \
             \"date\": \"1972\", \"kind\": \"{hostile}\", \"actors\": [\"{hostile}\"], \
             \"tone\": {{\"value\": 1{digits}, \"reason\": \"r\"}}, \"time_zone\": \"{hostile}\", \
             \"relations\": [{{\"type\": \"{hostile}\", \"event\": \"{hostile}2\"}}], \
             \"sources\": [{{\"source\": \"{hostile}\"}}], \"images\": [{{\"path\": \"/{hostile}\"}}], \
             \"summary\": {{\"{hostile}\": \"s\"}}, \"x{hostile}\": 1, \"x{hostile}\": 2}}, \
             {{\"title\": \"x\", \"date\": \"{hostile}\"}}]}}",
            digits = "0".repeat(100_000),
        );
        let report = read(text).unwrap().report;
        assert!(report.diagnostics.len() >= 11, "{:#?}", report.diagnostics);
        for line in lines("b\n\u{1B}c.json", &report) {
            assert!(!line.contains(char::is_control), "{line:?}");
            assert!(line.chars().count() < 600, "{line}");
            assert!(line.starts_with(r"b\n\u{1b}c.json:"), "{line}");
        }
    }

    #[test]
    fn what_is_left_out_is_told_to_people_and_to_scripts() {
        let event = "{\"title\": \"x\", \"date\": \"1972\", \"kind\": \"odd\"}";
        let events = vec![event; 1000].join(",");
        let text = format!("{{\"format\": \"nenpyo/1\", \"events\": [{events}]}}");
        let report = read(text).unwrap().report;
        let words = "800 more of unknown-kind are not listed";
        assert_eq!(
            lines("a.json", &report).last().unwrap(),
            &format!("a.json: warning: {words}")
        );
        let told = json_lines("a.json", &report);
        assert_eq!(told.len(), 201);
        let told: serde_json::Value = serde_json::from_str(told.last().unwrap()).unwrap();
        let expected = serde_json::json!({
            "file": "a.json", "line": null, "column": null, "severity": "warning",
            "code": "unknown-kind", "event": null, "message": words
        });
        assert_eq!(told, expected);
    }

    #[test]
    fn a_file_that_does_not_open_is_a_report_of_one_line() {
        let report = of_error(&read("").unwrap_err());
        assert_eq!((report.errors(), report.warnings()), (1, 0));
        assert!(lines("-", &report)[0].starts_with("-:1:1: error: the file is empty"));
        assert_eq!(of_error(&OpenError::Cancelled), Report::default());
    }
}
