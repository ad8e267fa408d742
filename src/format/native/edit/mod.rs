//! Changing one value of a JSON text and leaving every other byte as it is.
//!
//! A record is read, compared and mailed as text, so an edit must show as just that edit: a value
//! is replaced where it stands, a new field goes to its usual place in the manner of its
//! neighbours, and what this version does not know is not even looked at.

mod order;
mod splice;

use thiserror::Error;

use crate::record::json::{Node, SyntaxError, Tag, Tape};
use splice::{insert_field, insert_item, removal};

/// A step into a JSON value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At<'p> {
    /// The field of an object; of several with one name the last, which is the one that counts.
    Field(&'p str),
    /// The item of a list, from 0; just past the end, to add one.
    Item(usize),
}

/// Why a text cannot be edited so. The text stays as it was.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum EditError {
    /// The text itself is not JSON.
    #[error("the text to change is not JSON: {0}")]
    Text(SyntaxError),
    /// The new value is not JSON.
    #[error("the new value is not JSON: {0}")]
    Value(SyntaxError),
    /// The path leads to nothing.
    #[error("there is nothing at step {step} of the path")]
    Nothing {
        /// Which step of the path, from 0.
        step: usize,
    },
    /// The path names a field of what is no object, or an item of what is no list.
    #[error("step {step} of the path leads into {found}")]
    WrongType {
        /// Which step of the path, from 0.
        step: usize,
        /// What is there instead.
        found: &'static str,
    },
}

/// The value at `path`, as it is written; `None` when there is none.
pub fn get<'t>(text: &'t str, path: &[At]) -> Result<Option<&'t str>, EditError> {
    let mut tape = Tape::new();
    let root = tape.parse(text).map_err(EditError::Text)?;
    match walk(root, path) {
        Ok(node) => Ok(text.get(node.span())),
        Err(EditError::Nothing { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The text with the value at `path` replaced by `value` (JSON), or added: a new field at its
/// usual place among the others, a new item at the list's end.
pub fn set(text: &str, path: &[At], value: &str) -> Result<String, EditError> {
    Tape::new().parse(value).map_err(EditError::Value)?;
    let value = value.trim_ascii();
    let mut tape = Tape::new();
    let root = tape.parse(text).map_err(EditError::Text)?;
    let (place, new) = match walk(root, path) {
        Ok(node) => (node.span(), value.to_owned()),
        Err(EditError::Nothing { step }) if step + 1 == path.len() => {
            let parent = walk(root, path.get(..step).unwrap_or_default())?;
            match path.get(step) {
                Some(At::Field(name)) => insert_field(text, parent, name, value, order::of(path)),
                _ => insert_item(text, parent, usize::MAX, value),
            }
        }
        Err(error) => return Err(error),
    };
    Ok(spliced(text, place, &new))
}

/// The text with a new item before the one at the path's end (or last, when there is none).
pub fn insert(text: &str, path: &[At], value: &str) -> Result<String, EditError> {
    Tape::new().parse(value).map_err(EditError::Value)?;
    let mut tape = Tape::new();
    let root = tape.parse(text).map_err(EditError::Text)?;
    let Some((At::Item(item), parents)) = path.split_last() else {
        return Err(EditError::WrongType {
            step: path.len(),
            found: "a field",
        });
    };
    let parent = walk(root, parents)?;
    if parent.tag() != Tag::Array {
        return Err(EditError::WrongType {
            step: parents.len(),
            found: parent.tag().in_words(),
        });
    }
    let (place, new) = insert_item(text, parent, *item, value.trim_ascii());
    Ok(spliced(text, place, &new))
}

/// The text without the value at `path` (and, of fields with one name, without any of them).
pub fn remove(text: &str, path: &[At]) -> Result<String, EditError> {
    let mut text = text.to_owned();
    loop {
        let mut tape = Tape::new();
        let root = tape.parse(&text).map_err(EditError::Text)?;
        let Some((last, parents)) = path.split_last() else {
            return Err(EditError::Nothing { step: 0 });
        };
        let node = walk(root, path)?;
        let parent = walk(root, parents)?;
        let place = removal(parent, node);
        text = spliced(&text, place, "");
        let again = matches!(last, At::Field(_)) && get(&text, path)?.is_some();
        if !again {
            return Ok(text);
        }
    }
}

fn spliced(text: &str, place: std::ops::Range<usize>, new: &str) -> String {
    let before = text.get(..place.start).unwrap_or_default();
    let after = text.get(place.end..).unwrap_or_default();
    [before, new, after].concat()
}

fn walk<'t>(root: Node<'t>, path: &[At]) -> Result<Node<'t>, EditError> {
    let mut node = root;
    for (step, at) in path.iter().enumerate() {
        let next = match (at, node.tag()) {
            (At::Field(name), Tag::Object) => node.field(name),
            (At::Item(item), Tag::Array) => node.items().nth(*item),
            (_, found) => {
                return Err(EditError::WrongType {
                    step,
                    found: found.in_words(),
                });
            }
        };
        node = next.ok_or(EditError::Nothing { step })?;
    }
    Ok(node)
}

#[cfg(test)]
mod tests;
