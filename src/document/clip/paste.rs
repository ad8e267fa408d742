//! What was read from the clipboard as one edit of a record.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::json::Wanted;
use super::told::{ClipError, Rejected, Why};
use super::{Clip, Piece, json, table, tongue};
use crate::date::{Edtf, Instant, Language, Zone};
use crate::document::draft::{Draft, addition, event_id, free};
use crate::document::{Change, Edit, Label, What};
use crate::format::Progress;
use crate::format::native::Style;
use crate::format::native::edit::{At, EditError, set};
use crate::record::{EventIx, Timeline};

/// What pasting does.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// The edit that adds what could be read; none where nothing could.
    pub edit: Option<Edit>,
    /// How many events it adds; they get the positions after all others.
    pub events: usize,
    /// The title of the only one, for a reader.
    pub title: String,
    /// What could not be read.
    pub rejected: Vec<Rejected>,
    /// Names of columns that are none of an event's.
    pub unknown_columns: Vec<String>,
}

/// Reads a clipboard's text as events for this record: JSON (a record, a list of events, or one) or
/// a table. Texts of a table are in `language`, the reader's.
///
/// # Errors
/// Nothing can be pasted; the words say what would be right.
pub fn paste(text: &str, timeline: &Timeline, language: Language) -> Result<Pasted, ClipError> {
    read(text, timeline, language, &Progress::new())
}

/// The same for a job; none where it was asked to stop.
pub fn paste_unless_cancelled(
    text: &str,
    timeline: &Timeline,
    language: Language,
    progress: &Progress,
) -> Option<Result<Pasted, ClipError>> {
    let pasted = read(text, timeline, language, progress);
    (!progress.is_cancelled()).then_some(pasted)
}

/// What is read is whole only where it was not asked to stop.
fn read(
    text: &str,
    timeline: &Timeline,
    language: Language,
    progress: &Progress,
) -> Result<Pasted, ClipError> {
    let begin = text.trim_start_matches('\u{FEFF}').trim_start();
    let clip = if begin.starts_with(['{', '[']) {
        json::read(text.trim_start_matches('\u{FEFF}'))?
    } else {
        table::read(text, timeline, language, progress)?
    };
    edit(clip, timeline, language, progress).map_err(|error| ClipError::Text(error.to_string()))
}

fn edit(
    clip: Clip,
    timeline: &Timeline,
    language: Language,
    progress: &Progress,
) -> Result<Pasted, EditError> {
    let goes_on = || !progress.is_cancelled();
    let own = timeline.language().as_str();
    let other = clip.language.as_deref().filter(|other| *other != own);
    let (mut actors, mut sources) = (clip.actors, clip.sources);
    if let Some(other) = other {
        for item in actors.iter_mut().chain(&mut sources) {
            tongue::of_declared(item, other);
        }
    }
    let style = Style::of(timeline.original().as_ref());
    let (mut good, mut rejected) = (Vec::new(), clip.rejected);
    for Piece { place, text } in clip.pieces.into_iter().take_while(|_| goes_on()) {
        let text = match other {
            Some(other) => tongue::of_event(text, other)?,
            None => text,
        };
        match timeline.unreadable(&text) {
            None => good.push(indented(&text, &style)),
            Some(message) => rejected.push(Rejected {
                place,
                why: Why::Text(message),
            }),
        }
    }
    let mut wanted = Wanted::default();
    for text in &good {
        wanted.refer(&parsed(text));
    }
    let mut changes = Vec::new();
    actors.retain(|actor| {
        let id = actor["id"].as_str().unwrap_or_default();
        let known = timeline.find_actor(id).and_then(|at| timeline.actor(at));
        wanted.actors.contains(id) && !known.is_some_and(|actor| actor.declared)
    });
    changes.extend(addition(timeline, "actors", actors)?);
    let renamed = rename_sources(&mut sources, timeline, &wanted.sources);
    changes.extend(addition(timeline, "sources", sources)?);
    let texts = named(good, timeline, &renamed, progress)?;
    let title = match &*texts {
        [one] => Draft::read(one, own).title_in(language.tag()).to_owned(),
        _ => String::new(),
    };
    let (events, added) = (texts.len(), placed(texts, timeline));
    changes.extend(added);
    let label = match events {
        1 => Label::one(What::Paste, &title),
        _ => Label::several(What::Paste, events),
    };
    Ok(Pasted {
        edit: (events > 0).then_some(Edit { label, changes }),
        events,
        title,
        rejected,
        unknown_columns: clip.unknown_columns,
    })
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// An event's text with its lines ended and begun as those of the record's events are. No string
/// of JSON holds the end of a line, so this changes the layout alone.
fn indented(text: &str, style: &Style) -> String {
    let last = text.lines().last().unwrap_or_default();
    let blank = last.len() - last.trim_start_matches([' ', '\t']).len();
    let margin = last.get(..blank).unwrap_or_default();
    let begin = style.indent.repeat(2);
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |text, line| {
        let line = line.strip_prefix(margin).unwrap_or(line);
        text + style.newline + &begin + line
    })
}

/// Leaves those sources that are wanted and that the record does not have. Another document under
/// an id that is taken gets a new one; returns the old ids with the new.
fn rename_sources(
    sources: &mut Vec<Value>,
    timeline: &Timeline,
    wanted: &HashSet<String>,
) -> HashMap<String, String> {
    let mut renamed = HashMap::new();
    let mut seen: HashSet<String> = HashSet::new();
    // What is still to come keeps its id.
    let ids = sources.iter().filter_map(|source| source["id"].as_str());
    let mut taken: HashSet<String> = ids.map(str::to_owned).collect();
    let own: Value = timeline.field("sources").map(parsed).unwrap_or_default();
    let own = own.as_array().map(Vec::as_slice).unwrap_or_default();
    sources.retain_mut(|source| {
        let Some(id) = source["id"].as_str().map(str::to_owned) else {
            return false;
        };
        if !wanted.contains(&id) || !seen.insert(id.clone()) {
            return false;
        }
        let same = own.iter().find(|own| own["id"] == *id);
        if let Some(same) = same {
            if is_same_document(same, source) {
                return false;
            }
            let is_taken = |id: &str| timeline.source(id).is_some() || taken.contains(id);
            let new = free(&id, "source", is_taken);
            source["id"] = json!(new);
            taken.insert(new.clone());
            renamed.insert(id, new);
        }
        true
    });
    renamed
}

/// Whether two sources with one id are one document: they have one address or one title.
fn is_same_document(one: &Value, other: &Value) -> bool {
    let shares = |name: &str| !one[name].is_null() && one[name] == other[name];
    shares("URL") || shares("DOI") || shares("title") || one == other
}

/// The texts with ids that are free, their relations among each other following, and their
/// evidence naming the sources as the record will.
fn named(
    texts: Vec<String>,
    timeline: &Timeline,
    sources: &HashMap<String, String>,
    progress: &Progress,
) -> Result<Vec<String>, EditError> {
    let language = timeline.language().as_str();
    let (mut taken, mut renamed) = (HashSet::new(), HashMap::new());
    let mut ids = Vec::new();
    for text in texts.iter().take_while(|_| !progress.is_cancelled()) {
        let event = parsed(text);
        let old = event["id"].as_str().filter(|id| !id.is_empty());
        let is_taken = |id: &str| timeline.find(id).is_some() || taken.contains(id);
        let new = match old {
            Some(old) => free(old, "event", is_taken),
            None => event_id(&Draft::read(text, language), is_taken),
        };
        if let Some(old) = old {
            // Of two with one id, relations mean the first.
            renamed.entry(old.to_owned()).or_insert_with(|| new.clone());
        }
        taken.insert(new.clone());
        ids.push((old != Some(&*new)).then_some(new));
    }
    let named = texts.into_iter().zip(ids);
    let named = named.take_while(|_| !progress.is_cancelled());
    let texts = named.map(|(text, id)| {
        let text = match id {
            Some(id) => set(&text, &[At::Field("id")], &json!(id).to_string())?,
            None => text,
        };
        let text = followed(text, "relations", "event", &renamed)?;
        let text = followed(text, "quotes", "source", sources)?;
        let text = translated(text, sources)?;
        followed(text, "sources", "source", sources)
    });
    texts.collect()
}

/// The text with the new names in one field of the items of a list.
fn followed(
    text: String,
    list: &str,
    field: &str,
    names: &HashMap<String, String>,
) -> Result<String, EditError> {
    let event = parsed(&text);
    let items = event[list]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let mut text = text;
    for (at, item) in items.iter().enumerate() {
        let old = item[field].as_str();
        if let Some(new) = old
            .and_then(|old| names.get(old))
            .filter(|new| Some(&***new) != old)
        {
            let path = [At::Field(list), At::Item(at), At::Field(field)];
            text = set(&text, &path, &json!(new).to_string())?;
        }
    }
    Ok(text)
}

/// The same for the sources of translations.
fn translated(text: String, names: &HashMap<String, String>) -> Result<String, EditError> {
    let event = parsed(&text);
    let quotes = event["quotes"].as_array().map(Vec::as_slice);
    let mut text = text;
    for (at, quote) in quotes.unwrap_or_default().iter().enumerate() {
        let field = At::Field("translation_sources");
        let path = [At::Field("quotes"), At::Item(at), field];
        let sources = &quote["translation_sources"];
        let by_language = sources.as_object().into_iter().flatten();
        let all = by_language.map(|(lang, old)| (Some(lang), old));
        for (lang, old) in all.chain([(None, sources)]) {
            if let Some(new) = old.as_str().and_then(|old| names.get(old)) {
                let lang = lang.map(|lang| At::Field(lang));
                let path: Vec<At> = path.into_iter().chain(lang).collect();
                text = set(&text, &path, &json!(new).to_string())?;
            }
        }
    }
    Ok(text)
}

/// The changes that add events, in the order of time, each after the last event of the record that
/// does not begin later, so that a record in the order of time stays so.
fn placed(texts: Vec<String>, timeline: &Timeline) -> Vec<Change> {
    let mut texts: Vec<(Instant, String)> =
        texts.into_iter().map(|text| (start(&text), text)).collect();
    texts.sort_by_key(|(start, _)| *start);
    // Of each, the latest event that is not after it, but after the one before it.
    let mut nearest: Vec<Option<(Instant, EventIx)>> = vec![None; texts.len()];
    for event in timeline.events() {
        let at = timeline.head(event).start;
        let first = texts.partition_point(|(start, _)| *start < at);
        if let Some(nearest) = nearest.get_mut(first) {
            *nearest = (*nearest).max(Some((at, event)));
        }
    }
    let mut after = None;
    let mut changes = Vec::new();
    for ((_, text), nearest) in texts.into_iter().zip(nearest) {
        after = nearest.map(|(_, event)| event).or(after);
        changes.push(Change::Add {
            text: text.into(),
            after,
        });
        after = Some(EventIx::from_index(timeline.len() + changes.len() - 1));
    }
    changes
}

fn start(text: &str) -> Instant {
    let event = parsed(text);
    let date = event["date"]
        .as_str()
        .and_then(|date| Edtf::parse(date).ok());
    let zone = event["time_zone"]
        .as_str()
        .and_then(|zone| Zone::parse(zone).ok());
    date.map_or(Instant::MAX, |date| {
        date.extent(zone.unwrap_or(Zone::UTC)).start.at
    })
}
