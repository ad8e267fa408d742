//! From bytes to a record.

use std::collections::HashMap;
use std::hash::RandomState;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::outline::{Outline, SCAN_SHARE, Stop, outline};
use super::sniff;
use crate::format::{OpenError, Opened, Progress};
use crate::record::check::{Chunk, EventChecker, Finding, Findings, HeaderReader, Known};
use crate::record::{
    Built, Bytes, Code, ReadOnlyReason, RejectedEvent, Report, Span, build, places,
};

/// How many bytes of events one task reads: some milliseconds of work.
const CHUNK_BYTES: u64 = 1 << 20;

/// Reads a record.
///
/// # Errors
/// When the bytes are no record at all; an event that cannot be read is no error, but is listed
/// in the report.
pub fn read(bytes: impl Into<Bytes>) -> Result<Opened, OpenError> {
    read_with(bytes, &Progress::new())
}

/// As [`read`], telling how far it is, and stopping when it is asked to.
pub fn read_with(bytes: impl Into<Bytes>, progress: &Progress) -> Result<Opened, OpenError> {
    let bytes = bytes.into();
    let mut findings = Findings::default();
    let length = bytes.len() as u64;
    progress.start(length + length / SCAN_SHARE);
    let outline = outline(&bytes, &mut findings, progress).map_err(|stop| match stop {
        Stop::Refused(finding) => refuse(&bytes, finding),
        Stop::Cancelled => OpenError::Cancelled,
    })?;
    if let Some(message) = foreign(&bytes, &outline) {
        return Err(refuse(&bytes, not_a_record(message)));
    }
    let (declared, newer) = header(&bytes, &outline, findings);
    let HeaderReader { check, declared } = declared;
    let mut findings = check.findings;
    let events = outline.events.unwrap_or_default();
    for &(at, kind) in &events.gaps {
        findings.add(Code::JsonSyntax, 0, at..at + 1, || {
            format!("the file is not JSON here: {kind}")
        });
    }
    let hasher = RandomState::new();
    let chunks = read_events(&bytes, &events.spans, declared.known(), &hasher, progress)?;
    let built = build(bytes, outline.frame, declared, findings, chunks, hasher);
    progress.finish();
    Ok(finish(built, newer, !events.gaps.is_empty()))
}

/// Why a file that is JSON is no record; none where it may be one.
fn foreign(bytes: &[u8], outline: &Outline) -> Option<&'static str> {
    let has = |name: &str| outline.fields.iter().any(|field| *field.name == *name);
    if has("format") || has("events") {
        return None;
    }
    let Some(events) = &outline.events else {
        return Some(if has("timeline") {
            sniff::TIMELINE_JS
        } else {
            "the file is JSON, but no record: it has neither `format` nor `events`"
        });
    };
    let first = events.spans.first()?;
    let start = usize::try_from(first.start).ok()?;
    let event = bytes
        .get(start..)?
        .get(..usize::try_from(first.len).ok()?)?;
    sniff::is_timeline_js_event(event).then_some(sniff::TIMELINE_JS)
}

fn not_a_record(message: &str) -> Finding {
    Finding {
        code: Code::NotARecord,
        offset: 0,
        len: 1,
        event: None,
        message: message.to_owned(),
        other: None,
    }
}

/// Reads everything but the events. Whether the format is a later one.
fn header(bytes: &[u8], outline: &Outline, findings: Findings) -> (HeaderReader, bool) {
    let mut reader = HeaderReader::default();
    reader.check.findings = findings;
    let mut newer = false;
    // The language tells how to read strings, and the sources and actors who may be named.
    let order = |name: &str| match name {
        "format" => 0,
        "language" => 1,
        "actors" | "sources" => 2,
        _ => 3,
    };
    let mut fields: Vec<_> = outline.fields.iter().collect();
    fields.sort_by_key(|field| order(&field.name));
    if fields.first().is_none_or(|field| field.name != "format") {
        reader.no_format(0..1);
    }
    let places = fields.iter().enumerate();
    let last: HashMap<&str, usize> = places.map(|(at, field)| (&*field.name, at)).collect();
    for (at, field) in fields.iter().enumerate() {
        let text = std::str::from_utf8(bytes.get(field.start..field.end).unwrap_or_default());
        let text = match text {
            Ok(text) => text,
            Err(error) => {
                let at = field.start + error.valid_up_to();
                reader
                    .check
                    .findings
                    .add(Code::InvalidUtf8, 0, at..at + 1, || {
                        "the text is not UTF-8 here; save the file as UTF-8".to_owned()
                    });
                continue;
            }
        };
        let counts = last.get(&*field.name) == Some(&at);
        if let Some(node) = field.tape.root(text).filter(|_| counts) {
            if field.name == "format" {
                newer = reader.format(node, field.start as u64);
            } else {
                reader.field(&field.name, node, field.start as u64);
            }
        }
    }
    (reader, newer)
}

/// Reads the events on all processors.
fn read_events(
    bytes: &[u8],
    spans: &[Span],
    known: Known,
    hasher: &RandomState,
    progress: &Progress,
) -> Result<Vec<Chunk>, OpenError> {
    let shares = shares(spans);
    let threads = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(shares.len());
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(shares.len()));
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(share) = shares.get(at).filter(|_| !progress.is_cancelled()) else {
                return;
            };
            let mut events = EventChecker::new(known, hasher.clone());
            let mut length = 0;
            for span in *share {
                let start = usize::try_from(span.start).unwrap_or(usize::MAX);
                let end = start.saturating_add(usize::try_from(span.len).unwrap_or(usize::MAX));
                events.read(bytes.get(start..end).unwrap_or_default(), span.start);
                length += span.len;
            }
            progress.advance(length);
            done.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push((at, events.finish()));
        }
    };
    if threads <= 1 {
        work();
    } else {
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(work);
            }
        });
    }
    if progress.is_cancelled() {
        return Err(OpenError::Cancelled);
    }
    let mut chunks = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    chunks.sort_by_key(|(at, _)| *at);
    Ok(chunks.into_iter().map(|(_, chunk)| chunk).collect())
}

/// Divides the events into stretches of about [`CHUNK_BYTES`].
fn shares(spans: &[Span]) -> Vec<&[Span]> {
    let mut shares = Vec::new();
    let mut rest = spans;
    while let Some(first) = rest.first() {
        let length = rest.partition_point(|span| span.start < first.start + CHUNK_BYTES);
        let (share, after) = rest.split_at(length.max(1));
        shares.push(share);
        rest = after;
    }
    shares
}

fn refuse(bytes: &[u8], finding: Finding) -> OpenError {
    OpenError::Refused(Box::new(finding.into_diagnostic(bytes)))
}

/// Counts the lines of what was found, and says whether the record may be changed.
fn finish(built: Built, newer: bool, broken: bool) -> Opened {
    let Built {
        mut timeline,
        findings,
        mut rejected,
    } = built;
    rejected.sort_by_key(|event| event.offset);
    let left_out = findings.left_out();
    let diagnostics = findings.into_diagnostics(timeline.original());
    let starts: Vec<u64> = rejected.iter().map(|event| event.offset).collect();
    let starts = places(timeline.original(), &starts);
    let rejected = rejected
        .into_iter()
        .zip(starts)
        .map(|(event, place)| RejectedEvent {
            offset: event.offset,
            len: event.len,
            line: place.line,
            id: event.id,
            message: event.message,
        });
    let report = Report {
        diagnostics,
        rejected: rejected.collect(),
        left_out,
    };
    timeline.set_read_only(if newer {
        Some(ReadOnlyReason::NewerFormat)
    } else if broken {
        Some(ReadOnlyReason::BrokenJson)
    } else if !report.rejected.is_empty() {
        Some(ReadOnlyReason::RejectedEvents)
    } else if report.errors() > 0 {
        Some(ReadOnlyReason::Errors)
    } else {
        None
    });
    Opened { timeline, report }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Language;
    use crate::record::{ActorIx, Kind, Open, RelationKind};

    const RECORD: &str = r#"{
  "format": "nenpyo/1",
  "title": {"en": "East Asian diplomacy", "ja": "東アジア外交年表"},
  "license": "CC0-1.0",
  "actors":  [{"id": "JPN", "name": {"en": "Japan", "ja": "日本"}}, {"id": "CHN", "name": "China"}],
  "sources": [{"id": "satake-2024", "type": "article", "title": "Positivity peaks",
               "author": [{"family": "Satake", "given": "Haruka"}], "issued": "2024-12", "URL": null}],
  "events":  [{
    "id": "lima-2024", "title": {"en": "Ishiba and Xi meet in Lima", "ja": "石破・習会談"},
    "summary": {"en": "They met."}, "date": "2024-11-15", "time_zone": "America/Lima", "kind": "summit",
    "actors": ["JPN", "CHN"], "people": ["Shigeru Ishiba", "Xi Jinping"],
    "place": {"name": {"en": "Lima"}, "country": "PER", "lat": -12.05, "lon": -77.04},
    "tags": ["apec"], "importance": 5, "tone": {"value": 4, "reason": "Both sides spoke of progress."},
    "quotes": [{"text": "…", "lang": "en", "translations": {"ja": "…"}, "speaker": "Xi Jinping",
                "source": "satake-2024", "locator": "¶4", "about": ["tone"], "stance": "supports"}],
    "sources": [{"source": "satake-2024", "locator": "¶3"}],
    "relations": [{"type": "recalls", "event": "communique-1972"}],
    "images": [{"path": "images/lima.jpg", "caption": {"en": "…"}, "credit": "…"}],
    "status": "confirmed", "notes": "…"
  }, {"id": "communique-1972", "title": "Joint Communique", "date": "1972-09-29", "kind": "joint_statement"}],
  "bands":   [{"group": "Prime Minister of Japan", "label": {"en": "Tanaka Kakuei"}, "date": "1972-07-07/1974-12-09"}],
  "stories": [{"id": "positivity-peaks", "title": {"en": "Positivity peaks"},
               "steps": [{"title": {"en": "Lima"}, "event": "lima-2024", "window": "2024-11-10/2024-11-20"}]}]
}
"#;

    #[test]
    fn a_whole_record_is_read() {
        let Opened { timeline, report } = read(RECORD).unwrap();
        assert_eq!(report, Report::default());
        assert_eq!(timeline.len(), 2);
        let lima = timeline.find("lima-2024").unwrap();
        let communique = timeline.find("communique-1972").unwrap();
        let head = timeline.head(lima);
        assert_eq!(
            (head.kind, head.importance, head.tone),
            (Kind::Summit, 5, Some(4))
        );
        assert_eq!(
            (head.quotes, head.relations, head.sources, head.images),
            (1, 1, 1, 1)
        );
        assert_eq!(timeline.actor_set(head.actors), [ActorIx(0), ActorIx(1)]);
        assert_eq!(
            timeline
                .tag_set(head.tags)
                .iter()
                .map(|&t| timeline.tag(t))
                .collect::<Vec<_>>(),
            ["apec"]
        );
        assert_eq!(
            head.country.map(|country| timeline.country(country)),
            Some("PER")
        );
        assert_eq!(timeline.title(lima, Language::Ja), "石破・習会談");
        assert_eq!(timeline.title(communique, Language::Ko), "Joint Communique");
        let [link] = timeline.relations_to(communique) else {
            panic!("one relation")
        };
        assert_eq!((link.from, link.kind), (lima, Some(RelationKind::Recalls)));
        let event = timeline.event(lima).unwrap();
        assert_eq!(event.kind, Open::Known(Kind::Summit));
        assert_eq!(event.quotes[0].source.as_deref(), Some("satake-2024"));
        assert_eq!(event.place.unwrap().lat, Some(-12.05));
        assert_eq!(timeline.bands()[0].label.original(), "Tanaka Kakuei");
        assert_eq!(
            timeline.stories()[0].steps[0].event.as_deref(),
            Some("lima-2024")
        );
        assert_eq!(
            timeline.source("satake-2024").unwrap().author[0]
                .family
                .as_deref(),
            Some("Satake")
        );
        let mut written = Vec::new();
        timeline.write_to(&mut written).unwrap();
        assert_eq!(written, RECORD.as_bytes());
    }
}
