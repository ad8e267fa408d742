//! The schema in `data/` is that of the types, and the bundled record is as it says.

use std::path::PathBuf;

use nenpyo::format::{native, sample, schema::schema_json};
use nenpyo::record::{EventIx, Record};
use serde_json::Value;

fn data(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(file)
}

fn errors(record: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(&schema_json()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator
        .iter_errors(record)
        .map(|e| format!("{}: {e}", e.instance_path()))
        .take(5)
        .collect()
}

/// `NENPYO_UPDATE=1 cargo test --test schema` writes the schema anew.
#[test]
fn the_schema_is_current() {
    let path = data("nenpyo.schema.json");
    let made = schema_json();
    if std::env::var_os("NENPYO_UPDATE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(
        written == made,
        "data/nenpyo.schema.json is not current: NENPYO_UPDATE=1 cargo test --test schema"
    );
}

#[test]
fn the_bundled_record_is_as_the_schema_says_and_without_fault() {
    let bytes = std::fs::read(data("east-asia.json")).unwrap();
    let record: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(errors(&record), Vec::<String>::new());
    let opened = native::read(bytes).unwrap();
    assert_eq!(opened.report.diagnostics, []);
    assert!(opened.timeline.len() > 200);
}

#[test]
fn a_sample_is_as_the_schema_says() {
    let record: Value = serde_json::from_str(&sample::record(50, 3)).unwrap();
    assert_eq!(errors(&record), Vec::<String>::new());
}

#[test]
fn what_the_types_write_is_as_the_schema_says_and_reads_back() {
    let bytes = std::fs::read(data("east-asia.json")).unwrap();
    let timeline = native::read(bytes).unwrap().timeline;
    let record = Record {
        title: timeline.title_text().clone(),
        language: Some(timeline.language().clone()),
        actors: timeline.actors().to_vec(),
        sources: timeline.sources().to_vec(),
        events: timeline
            .events()
            .filter_map(|event| timeline.event(event))
            .collect(),
        bands: timeline.bands().to_vec(),
        stories: timeline.stories().to_vec(),
        ..Record::default()
    };
    assert_eq!(record.events.len(), timeline.len());
    let written = native::write(&record);
    assert_eq!(
        errors(&serde_json::from_str(&written).unwrap()),
        Vec::<String>::new()
    );
    let again = native::read(written).unwrap();
    assert_eq!(again.report.diagnostics, []);
    assert_eq!(again.timeline.heads(), timeline.heads());
    for (at, event) in record.events.iter().enumerate() {
        assert_eq!(
            again.timeline.event(EventIx::from_index(at)).as_ref(),
            Some(event)
        );
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let bad = [
        r#"{"events": []}"#,
        r#"{"format": "other/1"}"#,
        r#"{"format": "nenpyo/1", "events": [{"title": "No date"}]}"#,
        r#"{"format": "nenpyo/1", "events": [{"date": "1972"}]}"#,
        r#"{"format": "nenpyo/1", "events": [{"title": 7, "date": "1972"}]}"#,
        r#"{"format": "nenpyo/1", "events": [{"title": {"not a tag": "x"}, "date": "1972"}]}"#,
        r#"{"format": "nenpyo/1", "events": [{"title": "x", "date": "1972", "importance": 6}]}"#,
        r#"{"format": "nenpyo/1", "events": [{"title": "x", "date": "1972", "tone": {"value": 6}}]}"#,
        r#"{"format": "nenpyo/1", "events": [{"title": "x", "date": "1972", "place": {"lat": 91, "lon": 0}}]}"#,
        r#"{"format": "nenpyo/1", "actors": [{"name": "no id"}]}"#,
        r#"{"format": "nenpyo/1", "sources": [{"id": "s", "author": ["plain"]}]}"#,
    ];
    for text in bad {
        assert_ne!(
            errors(&serde_json::from_str(text).unwrap()),
            Vec::<String>::new(),
            "{text}"
        );
        let report = native::read(text.to_owned()).unwrap().report;
        assert_ne!(report.diagnostics, [], "{text}");
    }
}
