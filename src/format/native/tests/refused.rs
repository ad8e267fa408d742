//! Files that are no record, and records that are broken.

use super::{read, with_event};
use crate::format::{OpenError, Opened};
use crate::record::{Code, ReadOnlyReason};

#[track_caller]
fn refused(bytes: &[u8]) -> (Code, u32, u32, String) {
    match read(bytes.to_vec()) {
        Err(OpenError::Refused(found)) => {
            assert!(!found.message.is_empty());
            (found.code, found.line, found.column, found.message)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_no_record_is_refused_by_name() {
    let utf16: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: &[(&[u8], Code)] = &[
        (b"", Code::EmptyFile),
        (b" \n ", Code::EmptyFile),
        (b"\n<!DOCTYPE html><html>", Code::WebPage),
        (b"<?xml version=\"1.0\"?>", Code::WebPage),
        (b"\xFF\xFE{\0}\0", Code::WrongEncoding),
        (&utf16, Code::WrongEncoding),
        (b"PK\x03\x04....", Code::NotARecord),
        (b"[1, 2]", Code::NotARecord),
        (b"\"words\"", Code::NotARecord),
        (b"{\"name\": \"package\"}", Code::NotARecord),
        (
            b"{\"format\": \"nenpyo/1\"}\n{\"format\": \"nenpyo/1\"}\n",
            Code::SeveralDocuments,
        ),
        (b"format: nenpyo", Code::JsonSyntax),
        (b"{\"format\": \"nenpyo/1\",}", Code::JsonSyntax),
        (b"{\"format\": \"nenpyo/1\"} and more", Code::JsonSyntax),
    ];
    for (bytes, code) in cases {
        assert_eq!(
            refused(bytes).0,
            *code,
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
    let (_, line, column, message) = refused(b"{\n  \"format\" \"nenpyo/1\"\n}");
    assert_eq!((line, column), (2, 12));
    assert!(message.contains("expected `:`"), "{message}");
}

#[test]
fn a_timeline_of_another_program_is_told_as_one() {
    let third = r#"{"title": {"text": {"headline": "Women"}}, "events": [
        {"start_date": {"year": "1815"}, "text": {"headline": "Ada Lovelace"}}]}"#;
    let second = r#"{"timeline": {"headline": "Doresol", "date": [{"startDate": "1938,12,21"}]}}"#;
    for text in [third, second] {
        let (code, line, column, message) = refused(text.as_bytes());
        assert_eq!((code, line, column), (Code::NotARecord, 1, 1));
        assert!(message.contains("TimelineJS"), "{message}");
    }
    // A record that forgot to name its format, with a field of its owner's.
    for own in [
        r#"{"events": [{"title": "t", "date": "1972", "start_date": {"year": 1}}]}"#,
        r#"{"events": [{"title": "no date", "start_date": "1971"}, {"title": "t", "date": "1972"}]}"#,
    ] {
        assert_eq!(read(own).expect("a record").timeline.len(), 1, "{own}");
    }
}

#[test]
fn a_truncated_file_says_so_and_names_the_event() {
    let whole = with_event(r#""title": "x", "date": "1972""#);
    let (code, line, _, message) = refused(&whole.as_bytes()[..whole.len() - 8]);
    assert_eq!((code, line), (Code::JsonSyntax, 5));
    assert!(message.contains("a part of it is missing"), "{message}");
    let Err(error) = read(whole.as_bytes()[..whole.len() - 8].to_vec()) else {
        panic!()
    };
    assert_eq!(
        error.diagnostic().and_then(|d| d.event.as_deref()),
        Some("e")
    );
    for end in 0..whole.len() {
        let _ = read(whole.as_bytes()[..end].to_vec());
    }
}

#[test]
fn an_unclosed_string_is_told_at_its_line() {
    let text = with_event("\"title\": \"x, \n\"date\": \"1972\"");
    let (_, line, _, message) = refused(text.as_bytes());
    assert_eq!(line, 5);
    assert!(message.contains("close the quotation marks"), "{message}");
}

#[test]
fn a_missing_comma_between_events_costs_nothing_but_the_right_to_write() {
    let text = with_event(r#""title": "x", "date": "1972""#).replace("},\n{", "}\n{");
    let Opened { timeline, report } = read(text).unwrap();
    assert_eq!(timeline.len(), 2);
    assert_eq!(report.diagnostics[0].code, Code::JsonSyntax);
    assert_eq!(
        timeline.read_only_reason(),
        Some(ReadOnlyReason::BrokenJson)
    );
}

#[test]
fn deep_nesting_is_met_with_an_error() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(refused(deep.as_bytes()).0, Code::TooDeep);
    let text = with_event(&format!(
        "\"title\": \"x\", \"date\": \"1972\", \"x\": {deep}"
    ));
    let report = read(text).unwrap().report;
    assert_eq!(
        (report.diagnostics[0].code, report.rejected.len()),
        (Code::TooDeep, 1)
    );
    assert_eq!(
        refused(format!("{{\"x\": {deep}}}").as_bytes()).0,
        Code::TooDeep
    );
}

#[test]
fn bytes_that_are_not_utf8_spoil_only_their_event() {
    let mut bytes = with_event(r#""title": "x?", "date": "1972""#).into_bytes();
    let at = bytes.iter().rposition(|&byte| byte == b'?').unwrap();
    bytes[at] = 0xFF;
    let Opened { timeline, report } = read(bytes).unwrap();
    assert_eq!(timeline.len(), 1);
    assert_eq!(
        (report.diagnostics[0].code, report.diagnostics[0].column),
        (Code::InvalidUtf8, 24)
    );
}
