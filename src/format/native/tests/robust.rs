//! Whatever the bytes, what was read holds together and is written as it was.

use proptest::prelude::*;

use super::read;
use crate::date::Language;
use crate::format::native::read_with;
use crate::format::{OpenError, Opened, Progress, sample};

#[test]
fn many_chunks_make_the_same_record_as_their_events_alone() {
    let text = sample::record(4000, 11);
    let timeline = read(text).unwrap().timeline;
    for event in timeline.events().step_by(97) {
        let whole = timeline.event(event).unwrap();
        let head = timeline.head(event);
        assert_eq!(head.extent(), whole.extent());
        assert_eq!(head.kind, whole.kind.drawn());
        assert_eq!(usize::from(head.quotes), whole.quotes.len());
        assert_eq!(head.tone, whole.tone.map(|tone| tone.value));
        let mut actors: Vec<_> = whole
            .actors
            .iter()
            .map(|id| timeline.find_actor(id).unwrap())
            .collect();
        actors.sort_unstable();
        assert_eq!(timeline.actor_set(head.actors), actors);
        let tags: Vec<_> = timeline
            .tag_set(head.tags)
            .iter()
            .map(|&tag| timeline.tag(tag))
            .collect();
        assert_eq!(tags, whole.tags);
        let id = timeline.id(event).unwrap();
        assert_eq!(timeline.find(&id), Some(event));
        assert_eq!(timeline.relations_from(event).len(), whole.relations.len());
        assert_eq!(
            timeline.title(event, Language::Ja),
            whole.title.pick(Language::Ja)
        );
    }
}

/// A record that uses everything, small enough to be spoiled in many ways.
const FULL: &str = r#"{"format":"nenpyo/1","title":{"en":"t","ja":"題"},"language":"en","license":"CC0-1.0","notes":["n"],
"actors":[{"id":"JPN","name":{"en":"Japan"}}],"sources":[{"id":"s","title":"S","issued":{"date-parts":[[2024,12]]},"URL":"https://example.org/"}],
"events":[{"id":"a","title":{"en":"A"},"summary":"\u5e74\"表","date":"1972-09-25/1972-09-30","time_zone":"Asia/Tokyo","kind":"visit","actors":["JPN"],"people":["P"],
"place":{"name":"Lima","country":"PER","lat":-12.05,"lon":-77.04},"tags":["t"],"importance":5,"tone":{"value":-4,"reason":"r"},
"quotes":[{"text":"q","lang":"en","translations":{"ja":"引"},"source":"s","about":["date"],"stance":"disputes","topic":["x"]}],
"sources":[{"source":"s","locator":"p. 1"}],"relations":[{"type":"recalls","event":"b"}],"images":[{"path":"i.png"}],"status":"confirmed","notes":"n","x":[{}]},
{"id":"b","title":"B","date":"1972~"}],"bands":[{"group":"g","label":"l","date":"1972/1974"}],"stories":[{"id":"s","title":"t","steps":[{"event":"a","window":"1972"}]}]}"#;

#[test]
fn the_full_record_is_without_fault() {
    assert_eq!(read(FULL).unwrap().report.diagnostics, []);
}

/// Whatever was read can be asked for anything, and is written as it was.
fn ask_everything(bytes: &[u8]) {
    let Ok(Opened { timeline, report }) = read(bytes.to_vec()) else {
        return;
    };
    for event in timeline.events() {
        let whole = timeline
            .event(event)
            .expect("an event with a head can be decoded");
        assert_eq!(whole.extent(), timeline.head(event).extent());
        assert_eq!(
            whole.title.pick(Language::Ko),
            timeline.title(event, Language::Ko)
        );
        assert_eq!(
            whole.id.filter(|id| !id.is_empty()),
            timeline.id(event).map(Into::into)
        );
        assert_eq!(
            timeline.tag_set(timeline.head(event).tags).is_empty(),
            whole.tags.is_empty()
        );
    }
    for diagnostic in &report.diagnostics {
        assert!(diagnostic.line >= 1 && diagnostic.column >= 1 && !diagnostic.message.is_empty());
        assert!(diagnostic.offset as usize <= bytes.len());
    }
    let mut written = Vec::new();
    timeline.write_to(&mut written).unwrap();
    assert_eq!(written, bytes);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_stop_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        ask_everything(&bytes);
    }

    #[test]
    fn no_spoiled_record_stops_the_reader(
        spoils in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..6),
    ) {
        let mut bytes = FULL.as_bytes().to_vec();
        for (at, byte, how) in spoils {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => { bytes.remove(at); }
                2 => bytes.insert(at, byte),
                _ => {
                    // Pieces of the record's own words in the wrong place.
                    let end = (at + usize::from(byte)).min(bytes.len());
                    let piece: Vec<u8> = bytes[at..end].to_vec();
                    let to = usize::from(byte) * 7 % bytes.len();
                    bytes.splice(to..to, piece);
                }
            }
        }
        ask_everything(&bytes);
    }

    #[test]
    fn no_cut_record_stops_the_reader(words in prop::collection::vec(prop::sample::select(vec![
        "{", "}", "[", "]", ",", ":", "\"events\"", "\"format\"", "\"nenpyo/1\"", "\"title\"", "\"date\"",
        "\"1972\"", "\"id\"", "null", "1", "-", "\\", "\"", " ", "{\"title\":\"x\",\"date\":\"1972\"}", "年",
    ]), 0..60)) {
        let text = words.concat();
        ask_everything(text.as_bytes());
        ask_everything(format!("{{\"format\":\"nenpyo/1\",\"events\":[{text}").as_bytes());
        ask_everything(format!("{{\"format\":\"nenpyo/1\",\"events\":[{text}]}}").as_bytes());
    }
}

#[test]
fn a_reader_that_was_asked_to_stop_stops_and_tells_how_far_it_came() {
    let progress = Progress::new();
    let text = sample::record(2000, 5);
    assert!(read_with(text.clone(), &progress).is_ok());
    assert!(progress.fraction() >= 1.0);
    progress.cancel();
    assert!(matches!(
        read_with(text, &progress),
        Err(OpenError::Cancelled)
    ));
}
