//! Events as a small record, and records, lists of events and single events back.

use std::collections::HashSet;

use serde_json::Value;

use super::told::{ClipError, Place, Rejected, Why};
use super::{Clip, MOST_EVENTS, Piece};
use crate::format::native::Style;
use crate::record::json::{Node, SyntaxError, Tag, Tape};
use crate::record::{DEFAULT_LANGUAGE, EventIx, FORMAT, Timeline, places};

/// The events as a record of their own, each with its own text, and with the actors and sources of
/// the record that they refer to.
pub fn to_json(timeline: &Timeline, events: &[EventIx]) -> String {
    let style = Style::of(timeline.original().as_ref());
    let texts: Vec<&str> = events.iter().map(|e| timeline.event_json(*e)).collect();
    let mut wanted = Wanted::default();
    for text in &texts {
        let event: Value = serde_json::from_str(text).unwrap_or_default();
        wanted.refer(&event);
    }
    let (next, indent) = (style.newline, &style.indent);
    let line = |depth: usize| format!("{next}{}", indent.repeat(depth));
    let list = |name: &str, items: &[&str]| {
        let between = format!(",{}", line(2));
        let items = items.join(&between);
        format!("{}\"{name}\": [{}{items}{}]", line(1), line(2), line(1))
    };
    let mut parts = vec![format!("{}\"format\": \"{FORMAT}\"", line(1))];
    let language = timeline.language().as_str();
    if language != DEFAULT_LANGUAGE {
        parts.push(format!(
            "{}\"language\": {}",
            line(1),
            Value::from(language)
        ));
    }
    for (name, ids) in [("actors", &wanted.actors), ("sources", &wanted.sources)] {
        let items = declared(timeline, name, ids);
        if !items.is_empty() {
            parts.push(list(name, &items));
        }
    }
    parts.push(list("events", &texts));
    format!("{{{}{next}}}{next}", parts.join(","))
}

/// The ids that events refer to.
#[derive(Default)]
pub(super) struct Wanted {
    pub actors: HashSet<String>,
    pub sources: HashSet<String>,
}

impl Wanted {
    /// Notes what an event refers to.
    pub fn refer(&mut self, event: &Value) {
        let list = |name: &str| event[name].as_array().into_iter().flatten();
        let quoted = || list("quotes");
        let actors = list("actors").chain(quoted().map(|quote| &quote["side"]));
        let actors = actors.chain([&event["place"]["country"]]);
        let actors = actors.filter_map(Value::as_str).map(str::to_owned);
        self.actors.extend(actors);
        // One plain string is that of the record's language.
        let translated = quoted().map(|quote| &quote["translation_sources"]);
        let by_language = translated.clone().filter_map(Value::as_object);
        let translated = translated.chain(by_language.flat_map(|sources| sources.values()));
        let sources = quoted().chain(list("sources")).map(|item| &item["source"]);
        let sources = sources.chain(translated);
        let sources = sources.filter_map(Value::as_str).map(str::to_owned);
        self.sources.extend(sources);
    }
}

/// The items with these ids of one of the record's own lists, as they are written.
fn declared<'t>(timeline: &'t Timeline, name: &str, ids: &HashSet<String>) -> Vec<&'t str> {
    let Some(list) = timeline.field(name).filter(|_| !ids.is_empty()) else {
        return Vec::new();
    };
    let mut tape = Tape::new();
    let Ok(root) = tape.parse(list) else {
        return Vec::new();
    };
    let id_of = |item: &Node| item.field("id")?.as_str().map(std::borrow::Cow::into_owned);
    let items = root
        .items()
        .filter(|item| id_of(item).is_some_and(|id| ids.contains(&id)));
    items.filter_map(|item| list.get(item.span())).collect()
}

/// Reads a record, a list of events, or one event.
pub(super) fn read(text: &str) -> Result<Clip, ClipError> {
    let mut tape = Tape::new();
    let root = tape.parse(text).map_err(|error| not_json(text, error))?;
    let string = |name: &str| root.field(name)?.as_str().map(std::borrow::Cow::into_owned);
    let is_record = root.tag() == Tag::Object && root.field("events").is_some();
    let events: Vec<Node> = if is_record {
        root.field("events")
            .into_iter()
            .flat_map(|list| list.items())
            .collect()
    } else if root.tag() == Tag::Array {
        root.items().collect()
    } else if root.field("title").is_some() || root.field("date").is_some() {
        vec![root]
    } else {
        Vec::new()
    };
    if events.is_empty() {
        return Err(ClipError::NoEvents);
    }
    if events.len() > MOST_EVENTS {
        return Err(ClipError::TooMany(events.len()));
    }
    let offsets: Vec<u64> = events
        .iter()
        .map(|event| event.span().start as u64)
        .collect();
    let lines = places(text.as_bytes(), &offsets);
    let mut clip = Clip::default();
    if is_record {
        clip.language = Some(string("language").unwrap_or_else(|| DEFAULT_LANGUAGE.to_owned()));
        let list = |name: &str| {
            let items = root.field(name).into_iter().flat_map(|list| list.items());
            let values = items.filter_map(|item| serde_json::from_str(item.raw()).ok());
            values.collect::<Vec<Value>>()
        };
        clip.actors = list("actors");
        clip.sources = list("sources");
    }
    for (event, place) in events.iter().zip(lines) {
        let place = Place::Line(place.line);
        if event.tag() == Tag::Object {
            let text = event.raw().to_owned();
            clip.pieces.push(Piece { place, text });
        } else {
            let why = Why::NoObject(event.tag().in_words());
            clip.rejected.push(Rejected { place, why });
        }
    }
    Ok(clip)
}

fn not_json(text: &str, error: SyntaxError) -> ClipError {
    let place = places(text.as_bytes(), &[error.at as u64]).first().copied();
    let (line, column) = place.map_or((1, 1), |place| (place.line, place.column));
    ClipError::NotJson {
        line,
        column,
        kind: error.kind,
    }
}
