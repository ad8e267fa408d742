//! Bringing what was changed in a form into an event's text, and leaving every other byte.

use serde_json::{Map, Value};

use super::items::Item;
use crate::format::native::edit::{At, EditError, get, insert, remove, set};
use crate::format::native::{Style, value};

/// How deep an event stands in its record.
pub(in crate::document) const EVENT_DEPTH: usize = 2;

/// Writes into a text as its file is written.
pub(super) struct Writer<'r> {
    pub style: Style,
    /// The language of plain strings.
    pub language: &'r str,
}

impl Writer<'_> {
    /// A value that stands so many levels below the event.
    pub fn laid_out(&self, new: &Value, below: usize) -> String {
        value(new, &self.style, EVENT_DEPTH + below)
    }

    /// Brings the fields of an object that differ into the text; those that it has besides stay.
    pub fn fields(
        &self,
        text: String,
        path: &[At],
        before: &Map<String, Value>,
        after: &Map<String, Value>,
    ) -> Result<String, EditError> {
        let mut text = text;
        for name in before.keys().filter(|name| !after.contains_key(*name)) {
            let path = [path, &[At::Field(name)]].concat();
            if get(&text, &path)?.is_some() {
                text = remove(&text, &path)?;
            }
        }
        for (name, new) in after {
            let old = before.get(name);
            if old != Some(new) {
                let path = [path, &[At::Field(name)]].concat();
                text = self.field(text, &path, old, new)?;
            }
        }
        Ok(text)
    }

    fn field(
        &self,
        text: String,
        path: &[At],
        old: Option<&Value>,
        new: &Value,
    ) -> Result<String, EditError> {
        let stands = get(&text, path)?.map(str::trim_ascii_start);
        if let (Some(Value::Object(old)), Value::Object(new)) = (old, new)
            && stands.is_some_and(|stands| stands.starts_with('{'))
        {
            return self.fields(text, path, old, new);
        }
        let plain = stands.is_some_and(|stands| stands.starts_with('"'));
        let new = match new {
            // What was a plain string stays one as long as it is in one language.
            Value::Object(texts) if plain && texts.len() == 1 => {
                texts.get(self.language).unwrap_or(new)
            }
            _ => new,
        };
        set(&text, path, &self.laid_out(new, path.len()))
    }

    /// Brings a list of objects into the text: items that were changed, taken out or added.
    pub fn list<T: Item>(
        &self,
        text: String,
        name: &str,
        before: &[T],
        after: &[T],
    ) -> Result<String, EditError> {
        let (mut text, list) = (text, [At::Field(name)]);
        let kept = |old: &T| after.iter().find(|new| new.from() == old.from());
        for old in before {
            if let (Some(new), Some(at)) = (kept(old), old.from()) {
                let path = [list[0], At::Item(at)];
                text = self.fields(text, &path, &old.fields(), &new.fields())?;
            }
        }
        // From the last: those before keep their places.
        for old in before.iter().rev().filter(|old| kept(old).is_none()) {
            if let Some(at) = old.from() {
                text = remove(&text, &[list[0], At::Item(at)])?;
            }
        }
        let stands = get(&text, &list)?;
        let has_items = stands.is_some_and(has_items);
        let added = after.iter().filter(|new| new.from().is_none());
        let added = added.map(Item::fields).filter(|fields| !fields.is_empty());
        let added: Vec<Value> = added.map(Value::Object).collect();
        if has_items {
            for item in added {
                let path = [list[0], At::Item(usize::MAX)];
                text = insert(&text, &path, &self.laid_out(&item, 2))?;
            }
        } else if !added.is_empty() {
            text = set(&text, &list, &self.laid_out(&Value::Array(added), 1))?;
        } else if stands.is_some() && !before.is_empty() {
            text = remove(&text, &list)?;
        }
        Ok(text)
    }
}

fn has_items(list: &str) -> bool {
    let items: Result<Vec<Value>, _> = serde_json::from_str(list);
    items.is_ok_and(|items| !items.is_empty())
}
