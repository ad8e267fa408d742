//! Two accounts of one event made one: the second's words and evidence join the first's.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::draft::EVENT_DEPTH;
use super::edit::Change;
use super::removal::without_relations_to;
use crate::format::native::edit::{At, EditError, get, insert, remove, set};
use crate::format::native::{Style, value};
use crate::record::{EventIx, Status, Timeline, Vocabulary};

/// What making one event of two does.
#[derive(Clone, Debug, PartialEq)]
pub struct United {
    /// The changes, for one edit.
    pub changes: Vec<Change>,
    /// The fields in which the two differ, by their names in the file: the first's stay.
    pub kept: Vec<String>,
}

/// Brings the second event into the first, which stays: lists are united, languages that the first
/// lacks are filled in, and the relations and stories that named the second name the first.
///
/// # Errors
/// A text of the record cannot be taken apart.
pub fn unite(timeline: &Timeline, first: EventIx, second: EventIx) -> Result<United, EditError> {
    let id = |event| timeline.id(event).map(std::borrow::Cow::into_owned);
    let (own, other) = (id(first), id(second));
    let mut text = timeline.event_json(first).to_owned();
    let mut changes = Vec::new();
    if let Some(other) = &other {
        let gone = HashSet::from([other.clone()]);
        text = without_relations_to(&text, &gone).map_or(text, |text| text.to_string());
        match &own {
            Some(own) => changes = renamed(timeline, (first, second), own, other)?,
            // Nothing has to be renamed when the name goes over.
            None => text = set(&text, &[At::Field("id")], &json!(other).to_string())?,
        }
    }
    let mut joined = Joined {
        text,
        style: Style::of(timeline.original().as_ref()),
        language: timeline.language().as_str(),
        kept: Vec::new(),
    };
    let ours = [own, other].into_iter().flatten().collect();
    joined.take(timeline.event_json(second), &ours)?;
    let (text, event) = (joined.text.into(), first);
    changes.extend([Change::Remove(second), Change::Replace { event, text }]);
    let kept = joined.kept;
    Ok(United { changes, kept })
}

/// The event as it becomes.
struct Joined<'t> {
    text: String,
    style: Style,
    /// The language of plain strings.
    language: &'t str,
    kept: Vec<String>,
}

impl Joined<'_> {
    /// Takes up what the second event says; relations to `own` are to itself now.
    fn take(&mut self, second: &str, own: &HashSet<String>) -> Result<(), EditError> {
        let second: Value = serde_json::from_str(second).unwrap_or_default();
        let first: Value = serde_json::from_str(&self.text).unwrap_or_default();
        let nothing = Map::new();
        for (name, theirs) in second.as_object().unwrap_or(&nothing) {
            let mut theirs = theirs.clone();
            if let (true, Some(relations)) = (name == "relations", theirs.as_array_mut()) {
                relations.retain(|relation| {
                    let to = relation["event"].as_str();
                    !to.is_some_and(|to| own.contains(to))
                });
            }
            let is_nothing = theirs.as_array().is_some_and(Vec::is_empty) || theirs.is_null();
            let ours = first.get(name).filter(|ours| !ours.is_null());
            if name == "id" || is_nothing || ours == Some(&theirs) {
                continue;
            }
            let path = [At::Field(name)];
            match (ours, name.as_str()) {
                // Their zone is that of their date.
                (None, "time_zone") if first["date"] != second["date"] => {}
                // Without a word it is confirmed.
                (None, "status") => {
                    if theirs != Status::Confirmed.name() {
                        self.kept.push(name.clone());
                    }
                }
                (None, _) => self.set(&path, &theirs)?,
                (Some(ours), "title" | "summary" | "notes") => self.texts(&path, ours, &theirs)?,
                (Some(ours), "place" | "tone") if self.agree(ours, &theirs) => {
                    self.parts(name, ours, &theirs)?;
                }
                (Some(Value::Array(ours)), _) if theirs.is_array() => {
                    self.list(name, ours, &theirs)?;
                }
                _ => self.kept.push(name.clone()),
            }
        }
        Ok(())
    }

    fn set(&mut self, path: &[At], new: &Value) -> Result<(), EditError> {
        let new = value(new, &self.style, EVENT_DEPTH + path.len());
        self.text = set(&self.text, path, &new)?;
        Ok(())
    }

    /// A text as a map of languages; none where it is no text.
    fn by_language(&self, text: &Value) -> Option<Map<String, Value>> {
        match text {
            Value::String(plain) => {
                Some(Map::from_iter([(self.language.to_owned(), json!(plain))]))
            }
            Value::Object(map) => Some(map.clone()),
            _ => None,
        }
    }

    /// Fills in the languages that ours lacks.
    fn texts(&mut self, path: &[At], ours: &Value, theirs: &Value) -> Result<(), EditError> {
        let (Some(mut all), Some(more)) = (self.by_language(ours), self.by_language(theirs)) else {
            return Ok(());
        };
        let mut differs = false;
        for (lang, text) in more {
            match all.get(&lang) {
                Some(own) => differs |= *own != text,
                None if ours.is_object() => {
                    self.set(&[path, &[At::Field(&lang)]].concat(), &text)?;
                }
                None => drop(all.insert(lang, text)),
            }
        }
        if ours.is_string() && all.len() > 1 {
            self.set(path, &Value::Object(all))?;
        }
        if let (true, Some(At::Field(name))) = (differs, path.first()) {
            self.kept.push((*name).to_owned());
        }
        Ok(())
    }

    /// Whether two objects say nothing otherwise than each other, so that they may be of one thing.
    fn agree(&self, ours: &Value, theirs: &Value) -> bool {
        let (Some(ours), Some(theirs)) = (ours.as_object(), theirs.as_object()) else {
            return false;
        };
        ours.iter().all(|(name, own)| match theirs.get(name) {
            None => true,
            Some(other) => {
                let texts = self.by_language(own).zip(self.by_language(other));
                own == other
                    || texts.is_some_and(|(own, other)| {
                        let same = |lang: &String, text| other.get(lang).is_none_or(|o| o == text);
                        matches!(&**name, "name" | "reason")
                            && own.iter().all(|(lang, text)| same(lang, text))
                    })
            }
        })
    }

    /// Fills in the fields of an object that ours lacks.
    fn parts(&mut self, name: &str, ours: &Value, theirs: &Value) -> Result<(), EditError> {
        let nothing = Map::new();
        for (part, theirs) in theirs.as_object().unwrap_or(&nothing) {
            let path = [At::Field(name), At::Field(part)];
            match ours.get(part) {
                None => self.set(&path, theirs)?,
                Some(ours) if ours != theirs => self.texts(&path, ours, theirs)?,
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// Appends the items that ours lacks.
    fn list(&mut self, name: &str, ours: &[Value], theirs: &Value) -> Result<(), EditError> {
        let theirs = theirs.as_array().map(Vec::as_slice).unwrap_or_default();
        let more: Vec<&Value> = theirs.iter().filter(|item| !ours.contains(item)).collect();
        // Relations that became none took their list with them.
        let now = get(&self.text, &[At::Field(name)])?;
        let now: Option<Vec<Value>> = now.and_then(|list| serde_json::from_str(list).ok());
        if now.is_none_or(|items| items.is_empty()) {
            return self.set(&[At::Field(name)], &json!(more));
        }
        for item in more {
            let item = value(item, &self.style, EVENT_DEPTH + 2);
            let path = [At::Field(name), At::Item(usize::MAX)];
            self.text = insert(&self.text, &path, &item)?;
        }
        Ok(())
    }
}

/// The changes by which all else in the record that named the second event names the first.
fn renamed(
    timeline: &Timeline,
    (first, second): (EventIx, EventIx),
    own: &str,
    other: &str,
) -> Result<Vec<Change>, EditError> {
    let links = timeline.relations_to(second).iter();
    let from: BTreeSet<EventIx> = links
        .map(|link| link.from)
        .filter(|from| *from != first)
        .collect();
    let mut changes = Vec::new();
    for event in from {
        let text: Arc<str> = retold(timeline.event_json(event), own, other)?.into();
        changes.push(Change::Replace { event, text });
    }
    if let Some(stories) = timeline.field("stories") {
        let value = told(stories, own, other)?;
        if value != stories {
            let (name, value) = ("stories".to_owned(), value.into());
            changes.push(Change::SetField { name, value });
        }
    }
    Ok(changes)
}

/// An event's text whose relations to `other` are to `own`, each once.
fn retold(text: &str, own: &str, other: &str) -> Result<String, EditError> {
    let event: Value = serde_json::from_str(text).unwrap_or_default();
    let relations = event["relations"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let mut text = text.to_owned();
    // From the last: those before keep their places.
    for (at, relation) in relations.iter().enumerate().rev() {
        if relation["event"] != other {
            continue;
        }
        let mut new = relation.clone();
        new["event"] = json!(own);
        let before = relations.get(..at).unwrap_or_default();
        let is_there = relations.contains(&new) || before.contains(relation);
        let item = [At::Field("relations"), At::Item(at)];
        text = if is_there {
            remove(&text, &item)?
        } else {
            let name = json!(own).to_string();
            set(&text, &[item[0], item[1], At::Field("event")], &name)?
        };
    }
    Ok(text)
}

/// The stories with steps to `other` going to `own`.
fn told(stories: &str, own: &str, other: &str) -> Result<String, EditError> {
    let all: Value = serde_json::from_str(stories).unwrap_or_default();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut text = stories.to_owned();
    for (story, told) in list(&all).iter().enumerate() {
        for (step, told) in list(&told["steps"]).iter().enumerate() {
            if told["event"] == other {
                let steps = [At::Item(story), At::Field("steps"), At::Item(step)];
                let path = [steps[0], steps[1], steps[2], At::Field("event")];
                text = set(&text, &path, &json!(own).to_string())?;
            }
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
