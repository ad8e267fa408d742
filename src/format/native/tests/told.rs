//! What is wrong in a record, told with its place and what would be right.

use super::{only, read, unmarked, with_event};
use crate::date::Language;
use crate::format::Opened;
use crate::record::{Code, EventIx, ReadOnlyReason, Severity};

#[test]
fn what_is_wrong_in_an_event_is_told_with_its_place_and_what_would_be_right() {
    let title_and_date = r#""title": "x", "date": "1972""#;
    // What stands in the event (with the place in question marked), the code, words of the
    // message, and whether the event is read.
    #[rustfmt::skip]
    let cases: &[(&str, Code, &str, bool)] = &[
        (r#""date": "1972""#, Code::NoTitle, "write what it is called in `title`", false),
        (r#""title": null, "date": "1972""#, Code::NoTitle, "no title", false),
        (r#""title": ¦"", "date": "1972""#, Code::NoTitle, "write what it is called", false),
        (r#""title": ¦{"en": " ", "ja": ""}, "date": "1972""#, Code::NoTitle, "no title", false),
        (r#""title": ¦{"en": null}, "date": "1972""#, Code::NoTitle, "no title", false),
        (r#""title": ¦{}, "date": "1972""#, Code::NoTitle, "no title", false),
        (r#""title": "x""#, Code::NoDate, "write when it happened in `date`", false),
        (r#""title": "x", "date": "1972-¦13-01""#, Code::BadDate, "1972-13-01", false),
        (r#""title": "x", "date": "1980/¦1970""#, Code::EndBeforeStart, "earlier date first", false),
        (r#""title": ¦5, "date": "1972""#, Code::WrongType, "a number here; it should be", false),
        (r#""title": "x", "date": ¦1972"#, Code::WrongType, "a string with an EDTF date", false),
        ("¦+", Code::JsonSyntax, "field's name", false),
        (r#""title": "x",¦"#, Code::JsonSyntax, "comma stands before the closing", false),
        (r#"?, "time_zone": ¦"Asia/Tokio""#, Code::UnknownTimeZone, "Asia/Tokyo", true),
        (r#"?, "kind": ¦"sumit""#, Code::UnknownKind, "perhaps \"summit\"", true),
        (r#"?, "actors": [¦"JPM"]"#, Code::UnknownActor, "did you mean \"JPN\"?", true),
        (r#"?, "actors": ¦"JPN""#, Code::WrongType, "a list of actors' ids", true),
        (r#"?, "place": {"lat": ¦91, "lon": 0}"#, Code::LatitudeOutOfRange, "between -90 and 90", true),
        (r#"?, "place": {"lat": 0, "lon": ¦-200}"#, Code::LongitudeOutOfRange, "between -180 and 180", true),
        (r#"?, "place": {¦"lat": 9}"#, Code::HalfPosition, "both lat and lon", true),
        (r#"?, "tone": {"value": ¦6, "reason": "r"}"#, Code::ToneOutOfRange, "from -5", true),
        (r#"?, "tone": {"value": ¦4.5, "reason": "r"}"#, Code::ToneOutOfRange, "whole number", true),
        (r#"?, "tone": ¦{"value": 4}"#, Code::ToneWithoutReason, "say in `reason`", true),
        (r#"?, "tone": ¦{"value": 4, "reason": " "}"#, Code::ToneWithoutReason, "say in `reason`", true),
        (r#"?, "tone": ¦{"reason": "r"}"#, Code::ToneWithoutValue, "in `value`", true),
        (r#"?, "tone": ¦{"value": null, "reason": "r"}"#, Code::ToneWithoutValue, "in `value`", true),
        (r#"?, "tone": {"value": ¦"4", "reason": "r"}"#, Code::WrongType, "a whole number from -5 to 5", true),
        (r#"?, "importance": ¦0"#, Code::ImportanceOutOfRange, "from 1 to 5", true),
        (r#"?, "quotes": [¦{"text": "q"}]"#, Code::QuoteWithoutSource, "names no source", true),
        (r#"?, "quotes": [¦{"source": "satake-2024"}]"#, Code::QuoteWithoutText, "write them in `text`", true),
        (r#"?, "quotes": [¦{"text": " ", "source": "satake-2024"}]"#, Code::QuoteWithoutText, "write them in `text`", true),
        (r#"?, "quotes": [{"text": "q", "source": ¦"satake-2025"}]"#, Code::SourceToNothing, "did you mean \"satake-2024\"?", true),
        (r#"?, "sources": [¦{"locator": "p. 1"}]"#, Code::SourceToNothing, "names no source", true),
        (r#"?, "sources": [¦{"source": null}]"#, Code::SourceToNothing, "names no source", true),
        (r#"?, "sources": [{"source": ¦5}]"#, Code::WrongType, "a string", true),
        (r#"?, "relations": [{"type": "recalls", "event": ¦"first-1973"}]"#, Code::RelationToNothing, "did you mean \"first-1972\"?", true),
        (r#"?, "relations": [{"type": "recalls", "event": ¦"e"}]"#, Code::RelationToItself, "name another", true),
        (r#"?, "relations": [¦{"type": "recalls"}]"#, Code::RelationToNothing, "names no event", true),
        (r#"?, "relations": [{"type": ¦"recals", "event": "first-1972"}]"#, Code::UnknownRelation, "perhaps \"recalls\"", true),
        (r#"?, "images": [{"path": ¦"../secret.png"}]"#, Code::ImageOutside, "beside the record", true),
        (r#"?, "summary": {¦"english!": "s"}"#, Code::BadLanguageTag, "en, ja, zh-Hans", true),
        (r#"?, ¦"date": "1973""#, Code::DuplicateKey, "`date` stands twice", true),
        (r#"?, "x": 1, ¦"\u0078": 2, "y": 3"#, Code::DuplicateKey, "`x` stands twice", true),
        (r#"?, "status": ¦"perhaps""#, Code::UnknownWord, "is not a status", true),
        (r#"?, "quotes": ¦"words""#, Code::WrongType, "a list of objects", true),
    ];
    for (fields, code, words, readable) in cases {
        let (text, column) = unmarked(&with_event(&fields.replace('?', title_and_date)), 5);
        let (found, line, at, message) = only(&text);
        assert_eq!((found, line, at), (*code, 5, column), "{fields}: {message}");
        assert!(message.contains(words), "{fields}: {message}");
        let Opened { timeline, report } = read(text).unwrap();
        assert_eq!(timeline.len(), if *readable { 2 } else { 1 }, "{fields}");
        assert_eq!(report.rejected.len(), usize::from(!readable), "{fields}");
        // An error asks the user first; a warning does not.
        let reason = match (readable, code.severity()) {
            (false, _) => Some(ReadOnlyReason::RejectedEvents),
            (true, Severity::Error) => Some(ReadOnlyReason::Errors),
            (true, Severity::Warning) => None,
        };
        assert_eq!(timeline.read_only_reason(), reason, "{fields}");
        if *code != Code::JsonSyntax {
            assert_eq!(
                report.diagnostics[0].event.as_deref(),
                Some("e"),
                "{fields}"
            );
        }
    }
}

#[test]
fn an_error_makes_a_record_read_only_until_the_user_decides() {
    let opened = |fields: &str| {
        let text = with_event(&format!(r#""title": "x", "date": "1972", {fields}"#));
        read(text).unwrap().timeline
    };
    let mut timeline = opened(r#""importance": 9"#);
    assert_eq!(timeline.read_only_reason(), Some(ReadOnlyReason::Errors));
    timeline.set_read_only(None);
    assert_eq!(timeline.read_only_reason(), None);
    let timeline = opened(r#""kind": "sumit""#);
    assert_eq!(timeline.read_only_reason(), None);
}

#[test]
fn two_events_with_one_id_are_told_with_both_places() {
    let text = with_event(r#""title": "x", "date": "1972""#).replace("\"e\"", "\"first-1972\"");
    let (code, line, column, message) = only(&text);
    assert_eq!((code, line, column), (Code::DuplicateId, 5, 8));
    assert!(
        message.ends_with("the other is at line 4, column 19"),
        "{message}"
    );
    let opened = read(text).unwrap();
    assert_eq!(opened.timeline.len(), 1);
    assert_eq!(opened.timeline.find("first-1972"), Some(EventIx(0)));
    assert_eq!(opened.report.rejected[0].line, 5);
}

#[test]
fn events_after_a_repeated_one_keep_their_heads_texts_and_relations() {
    let text = r#"{"format": "nenpyo/1", "events": [
        {"id": "a", "title": "A", "date": "1901"},
        {"id": "a", "title": "A again", "date": "1902", "relations": [{"type": "recalls", "event": "b"}]},
        {"id": "b", "title": "B", "date": "1903", "relations": [{"type": "recalls", "event": "a"}]}]}"#;
    let timeline = read(text).unwrap().timeline;
    let (a, b) = (timeline.find("a").unwrap(), timeline.find("b").unwrap());
    assert_eq!(
        (
            timeline.title(a, Language::En),
            timeline.title(b, Language::En)
        ),
        ("A".into(), "B".into())
    );
    assert_eq!(
        timeline.head(b).start,
        timeline.event(b).unwrap().extent().start.at
    );
    let links: Vec<_> = timeline
        .relations()
        .iter()
        .map(|link| (link.from, link.to))
        .collect();
    assert_eq!(links, [(b, a)]);
}

#[test]
fn what_is_wrong_around_the_events_is_told() {
    let around = |fields: &str| format!("{{\"format\": \"nenpyo/1\",\n{fields}}}");
    let cases: &[(&str, Code)] = &[
        (r#""language": ¦"english language""#, Code::BadLanguageTag),
        (r#""title": ¦5"#, Code::WrongType),
        (r#""events": ¦{}"#, Code::WrongType),
        (r#""title": "a", ¦"title": "b""#, Code::DuplicateKey),
        (r#""actors": [¦{"name": "n"}]"#, Code::NoId),
        (
            r#""actors": [{"id": "a"}, {"id": ¦"a"}]"#,
            Code::DuplicateId,
        ),
        (r#""sources": [{"id": ¦""}]"#, Code::EmptyId),
        (
            r#""sources": [{"id": "s"}, {"id": ¦"s"}]"#,
            Code::DuplicateId,
        ),
        (
            r#""sources": [{"id": "s", "URL": ¦"file:///x"}]"#,
            Code::UnsafeLink,
        ),
        (
            r#""sources": [{"id": "s", "issued": "¦soon"}]"#,
            Code::BadDate,
        ),
        (
            r#""sources": [{"id": "s", "issued": ¦{"date-parts": [["x"]]}}]"#,
            Code::BadDate,
        ),
        (
            r#""bands": [{"label": "l", "date": "1972/¦1971"}]"#,
            Code::EndBeforeStart,
        ),
        (r#""bands": [¦{"label": "l"}]"#, Code::NoDate),
        (r#""bands": [¦{"date": "1972"}]"#, Code::NoTitle),
        (
            r#""bands": [{"label": "l", "date": "1972", "actor": ¦"X"}]"#,
            Code::UnknownActor,
        ),
        (
            r#""stories": [{"id": "s", "steps": [{"event": ¦"nothing"}]}]"#,
            Code::StepToNothing,
        ),
        (
            r#""stories": [{"id": "s", "steps": [{"window": "¦then"}]}]"#,
            Code::BadDate,
        ),
    ];
    for (fields, code) in cases {
        let (text, column) = unmarked(&around(fields), 2);
        let (found, line, at, message) = only(&text);
        assert_eq!((found, line, at), (*code, 2, column), "{fields}: {message}");
    }
}

#[test]
fn the_format_is_asked_for() {
    let (code, line, column, _) = only("{\"events\": []}");
    assert_eq!((code, line, column), (Code::NoFormat, 1, 1));
    assert_eq!(only("{\"format\": \"timeline/1\"}").0, Code::WrongFormat);
    let (code, line, column, _) = only("{\"format\":\n null}");
    assert_eq!((code, line, column), (Code::NoFormat, 2, 2));
    for wrong in [
        "nenpyo/",
        "nenpyo/0",
        "nenpyo/+2",
        "nenpyo/1.0",
        "nenpyo/-9",
    ] {
        let (code, ..) = only(&format!("{{\"format\": \"{wrong}\"}}"));
        assert_eq!(code, Code::WrongFormat, "{wrong}");
    }
    let far = "{\"format\": \"nenpyo/99999999999\"}";
    assert_eq!(only(far).0, Code::NewerFormat);
    let reason = read(far).unwrap().timeline.read_only_reason();
    assert_eq!(reason, Some(ReadOnlyReason::NewerFormat));
    let newer = "{\"format\": \"nenpyo/2\", \"events\": [{\"title\": \"x\", \"date\": \"1972\"}]}";
    assert_eq!(only(newer).0, Code::NewerFormat);
    let timeline = read(newer).unwrap().timeline;
    assert_eq!(
        (timeline.len(), timeline.read_only_reason()),
        (1, Some(ReadOnlyReason::NewerFormat))
    );
}

/// Reads records in which so many fields stand and two of them twice; how long it takes.
fn twice_among(many: usize) -> std::time::Duration {
    let members = |escaped: bool| {
        let name = |at| {
            if escaped {
                format!("\\u0078{at}")
            } else {
                format!("x{at}")
            }
        };
        let fields: Vec<String> = (0..many).map(|at| format!("\"{}\": 1", name(at))).collect();
        // One of the first and one of the last again.
        format!("{}, \"x7\": 2, \"x{}\": 2", fields.join(", "), many - 1)
    };
    let started = std::time::Instant::now();
    for escaped in [false, true] {
        let members = members(escaped);
        let in_event = with_event(&format!(r#""title": "t", "date": "1972", {members}"#));
        for text in [in_event, format!("{{\"format\": \"nenpyo/1\", {members}}}")] {
            let report = read(text).unwrap().report;
            let codes: Vec<Code> = report.diagnostics.iter().map(|d| d.code).collect();
            assert_eq!(codes, [Code::DuplicateKey; 2]);
        }
    }
    started.elapsed()
}

#[test]
fn fields_that_stand_twice_are_found_among_very_many_in_no_time() {
    // The best of a few: a busy machine makes any of them long.
    let few = (0..5).map(|_| twice_among(5_000)).min().expect("five");
    let many = (0..2).map(|_| twice_among(100_000)).min().expect("two");
    // Comparing each with each would take 400 times as long.
    assert!(many < few * 100, "{few:?}, {many:?}");
}

#[test]
fn events_that_are_no_list_are_told_as_such() {
    let report = read("{\"events\": 5}").unwrap().report;
    let codes: Vec<Code> = report.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, [Code::NoFormat, Code::WrongType]);
}

#[test]
fn a_byte_order_mark_is_told_and_kept() {
    let text = "\u{FEFF}{\"format\": \"nenpyo/1\"}";
    assert_eq!(only(text).0, Code::ByteOrderMark);
}

#[test]
fn a_million_of_the_same_are_not_told_one_by_one() {
    let events = vec!["{\"title\": \"x\", \"date\": \"1972\", \"kind\": \"odd\"}"; 1000].join(",");
    let report = read(format!(
        "{{\"format\": \"nenpyo/1\", \"events\": [{events}]}}"
    ))
    .unwrap()
    .report;
    assert_eq!(report.left_out, [(Code::UnknownKind, 800)]);
    assert_eq!(
        (report.diagnostics.len(), report.warnings(), report.errors()),
        (200, 1000, 0)
    );
}

#[test]
fn a_rejected_event_says_what_is_wrong_with_itself() {
    let reason = |fields: &str| {
        let report = read(with_event(fields)).unwrap().report;
        report.rejected[0].message.clone()
    };
    #[rustfmt::skip]
    let cases = [
        (r#""title": "x", "date": "soon", "kind": "sumit""#, "\"soon\" is not an EDTF date"),
        (r#""title": "x", "date": "soon", "importance": 9"#, "\"soon\" is not an EDTF date"),
        (r#""title": "x", "date": "soon", "date": 5"#, "`date` is a number here"),
        (r#""title": 5, "date": "1972", "tags": 5"#, "`title` is a number here"),
        (r#""title": {"en": "", "en": " "}, "date": "1972""#, "the event has no title"),
        (r#""title": {"not a tag": 5}, "date": "1972""#, "`title` is a number here"),
        (r#""date": "soon""#, "the event has no title"),
        (r#""title": "x", "place": {"lat": 99, "lon": 1}"#, "the event has no date"),
    ];
    for (fields, words) in cases {
        assert!(reason(fields).starts_with(words), "{}", reason(fields));
    }
    // Also when so many are alike that the finding is not listed.
    let late = "{\"title\": \"x\", \"date\": \"soon\", \"kind\": \"odd\"}";
    let events = vec![late; 300].join(",");
    let report = read(format!(
        "{{\"format\": \"nenpyo/1\", \"events\": [{events}]}}"
    ));
    for event in report.unwrap().report.rejected {
        assert!(event.message.starts_with("\"soon\" is not"), "{event:?}");
    }
}
