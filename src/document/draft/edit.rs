//! A draft as one edit of the record.

use std::sync::Arc;

use serde_json::{Map, Value};
use thiserror::Error;

use super::super::edit::{Change, Edit};
use super::super::label::{Label, What};
use super::items::{self, plain_fields};
use super::patch::Writer;
use super::{Draft, SourceChange, event_id};
use crate::date::read_human;
use crate::format::native::Style;
use crate::format::native::edit::{At, EditError, get, insert, set};
use crate::record::{EventIx, Timeline};

/// Why a draft is no edit yet.
#[derive(Debug, Error)]
pub enum Unfinished {
    /// The event's text, or a list of the record, cannot be taken apart.
    #[error(transparent)]
    Text(#[from] EditError),
    /// It holds what the event held before.
    #[error("nothing was changed")]
    Same,
}

impl Draft {
    /// The event's text with what differs from `before`, the form as it was opened: of a new event
    /// all of it. The draft need not be sound; what cannot be read stands there as it was typed.
    pub fn text(
        &self,
        before: &Self,
        timeline: &Timeline,
        event: Option<EventIx>,
    ) -> Result<String, EditError> {
        let writer = Writer {
            style: Style::of(timeline.original().as_ref()),
            language: timeline.language().as_str(),
        };
        let Some(event) = event else {
            let is_taken = |id: &str| timeline.find(id).is_some();
            return Ok(writer.laid_out(&self.whole(&event_id(self, is_taken)), 0));
        };
        let (old, new) = (plain_fields(before), plain_fields(self));
        let text = timeline.event_json(event).to_owned();
        let text = writer.fields(text, &[], &old, &new)?;
        let text = writer.list(text, "quotes", &before.quotes, &self.quotes)?;
        let text = writer.list(text, "sources", &before.sources, &self.sources)?;
        let text = writer.list(text, "relations", &before.relations, &self.relations)?;
        writer.list(text, "images", &before.images, &self.images)
    }

    /// The edit that makes the record have what the form says: the event, and the actors and
    /// sources that it brings along. `before` is the form as it was opened, `language` the reader's.
    pub fn edit(
        &self,
        before: &Self,
        timeline: &Timeline,
        event: Option<EventIx>,
        language: &str,
    ) -> Result<Edit, Unfinished> {
        let text: Arc<str> = self.text(before, timeline, event)?.into();
        let mut changes = Vec::new();
        let actors = self
            .new_actors
            .iter()
            .filter(|new| self.actors.contains(&new.id));
        let actors = actors.map(super::NewActor::json).collect();
        changes.extend(addition(timeline, "actors", actors)?);
        let changed = self.with_changed_sources(timeline)?;
        let changes_a_source = changed.is_some();
        let sources = self.new_sources.iter().filter(|new| self.cites(&new.id));
        let sources = sources.map(|new| items::source(new, timeline.language()));
        let sources = sources.collect();
        changes.extend(match changed {
            Some(list) => Some(extension(timeline, "sources", Some(&list), sources)?),
            None => addition(timeline, "sources", sources)?,
        });
        let what = match event {
            None => {
                let after = self.neighbour(timeline);
                changes.push(Change::Add { text, after });
                What::Add
            }
            Some(event) => {
                let is_same = *text == *timeline.event_json(event);
                if changes.is_empty() && is_same {
                    return Err(Unfinished::Same);
                }
                if is_same && changes_a_source {
                    let label = self.label_of_sources(language);
                    return Ok(Edit { label, changes });
                }
                changes.push(Change::Replace { event, text });
                self.what(before)
            }
        };
        let label = Label::one(what, self.title_in(language));
        Ok(Edit { label, changes })
    }

    /// What is changed of the record's sources, as far as the event still cites them.
    pub(super) fn changed(&self) -> impl Iterator<Item = &SourceChange> {
        let changed = self.changed_sources.iter();
        changed.filter(|change| change.differs() && self.cites(&change.now.id))
    }

    /// The record's list of sources with those that the form changed; none where it changed none.
    fn with_changed_sources(&self, timeline: &Timeline) -> Result<Option<String>, EditError> {
        let writer = Writer {
            style: Style::of(timeline.original().as_ref()),
            language: timeline.language().as_str(),
        };
        let mut list = None;
        for change in self.changed() {
            let stands = list.as_deref().or_else(|| timeline.field("sources"));
            // One that is gone was taken out by another edit; it is told beside its citation.
            let Some((stands, at)) = stands.and_then(|list| {
                let place = place_of(list, &change.now.id)?;
                Some((list, place))
            }) else {
                continue;
            };
            let path = [At::Item(at)];
            let source = get(stands, &path)?.unwrap_or_default();
            let changed = change.text(source, &writer)?;
            if changed != source {
                list = Some(set(stands, &path, &changed)?);
            }
        }
        Ok(list)
    }

    /// Whether the event refers to a source.
    pub fn cites(&self, source: &str) -> bool {
        let quotes = self.quotes.iter().map(|quote| &quote.source);
        let mut cited = quotes.chain(self.sources.iter().map(|citation| &citation.source));
        cited.any(|id| id == source)
    }

    /// A new event, whole, its fields in their usual order.
    fn whole(&self, id: &str) -> Value {
        let mut plain = plain_fields(self);
        let mut event = Map::new();
        event.insert("id".to_owned(), id.into());
        let tail: Vec<(String, Value)> = ["status", "notes"]
            .into_iter()
            .filter_map(|name| plain.shift_remove_entry(name))
            .collect();
        event.append(&mut plain);
        put_list(&mut event, "quotes", &self.quotes);
        put_list(&mut event, "sources", &self.sources);
        put_list(&mut event, "relations", &self.relations);
        put_list(&mut event, "images", &self.images);
        event.extend(tail);
        Value::Object(event)
    }

    /// The event after which a new one stands in the file: the last that does not begin later, so
    /// that a record in the order of time stays so.
    fn neighbour(&self, timeline: &Timeline) -> Option<EventIx> {
        let date = read_human(&self.date).ok()?;
        let zone = crate::date::Zone::parse(&self.time_zone).unwrap_or(crate::date::Zone::UTC);
        let start = date.extent(zone).start.at;
        let earlier = timeline
            .events()
            .filter(|event| timeline.head(*event).start <= start);
        earlier.max_by_key(|event| (timeline.head(*event).start, *event))
    }
}

fn put_list<T: items::Item>(event: &mut Map<String, Value>, name: &str, list: &[T]) {
    let list = list.iter().map(items::Item::fields);
    let list = list.filter(|fields| !fields.is_empty()).map(Value::Object);
    let list: Vec<Value> = list.collect();
    if !list.is_empty() {
        event.insert(name.to_owned(), Value::Array(list));
    }
}

/// Items at the end of one of the record's own lists.
pub(in crate::document) fn addition(
    timeline: &Timeline,
    name: &str,
    items: Vec<Value>,
) -> Result<Option<Change>, EditError> {
    if items.is_empty() {
        return Ok(None);
    }
    extension(timeline, name, timeline.field(name), items).map(Some)
}

/// One of the record's own lists as it is given, with these items at its end.
fn extension(
    timeline: &Timeline,
    name: &str,
    list: Option<&str>,
    items: Vec<Value>,
) -> Result<Change, EditError> {
    let style = Style::of(timeline.original().as_ref());
    let list = list.map(str::trim);
    let list = list.filter(|list| list.starts_with('[') && *list != "[]");
    let value = match list {
        None => crate::format::native::value(&Value::Array(items), &style, 1),
        Some(list) => {
            let mut list = list.to_owned();
            for item in items {
                let item = crate::format::native::value(&item, &style, 2);
                list = insert(&list, &[At::Item(usize::MAX)], &item)?;
            }
            list
        }
    };
    let name = name.to_owned();
    Ok(Change::SetField {
        name,
        value: value.into(),
    })
}

/// The place of the source of this id in the record's list.
fn place_of(list: &str, id: &str) -> Option<usize> {
    let sources: Vec<Value> = serde_json::from_str(list).ok()?;
    let mut ids = sources.iter().map(|source| source.get("id"));
    ids.position(|own| own.and_then(Value::as_str) == Some(id))
}
