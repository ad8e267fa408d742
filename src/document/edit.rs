//! Edits: what changes a record in one go, and how it is taken back.

use std::sync::Arc;

use thiserror::Error;

use super::label::Label;
use super::named::Named;
use crate::index::Touched;
use crate::record::{ChangeError, EventIx, Timeline};

/// One change of a record. Positions of events stay, so a change can wait and be made later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Give an event another text.
    Replace {
        /// The event.
        event: EventIx,
        /// Its JSON object, as the file should have it.
        text: Arc<str>,
    },
    /// Add an event; it gets the position after all others.
    Add {
        /// Its JSON object.
        text: Arc<str>,
        /// The event that it stands after in the file; none: before all.
        after: Option<EventIx>,
    },
    /// Remove an event.
    Remove(EventIx),
    /// Bring a removed event back.
    Restore(EventIx),
    /// Set a field of the record other than `events`.
    SetField {
        /// Its name.
        name: String,
        /// JSON.
        value: Arc<str>,
    },
    /// Take back a field that was added.
    TakeBackField {
        /// Its name.
        name: String,
    },
}

impl Change {
    /// The event that it is about; none for one that it adds and for fields.
    fn event(&self) -> Option<EventIx> {
        match self {
            Self::Replace { event, .. } | Self::Remove(event) | Self::Restore(event) => {
                Some(*event)
            }
            Self::Add { .. } | Self::SetField { .. } | Self::TakeBackField { .. } => None,
        }
    }

    /// Bytes that keeping it takes.
    pub fn bytes(&self) -> usize {
        let text = match self {
            Self::Replace { text, .. } | Self::Add { text, .. } => text.len(),
            Self::Remove(_) | Self::Restore(_) => 0,
            Self::SetField { name, value } => name.len() + value.len(),
            Self::TakeBackField { name } => name.len(),
        };
        size_of::<Self>() + text
    }
}

/// Changes that are made together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What it does, for the history.
    pub label: Label,
    /// In the order in which they are made.
    pub changes: Vec<Change>,
}

/// Why an edit was not made. The record stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// One of its changes cannot be made.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// The record may only be read.
    #[error("the record is open for reading only; save it under another name to change it")]
    ReadOnly,
}

/// What making changes did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Made {
    /// What takes them back, in the order in which to do it.
    pub back: Vec<Change>,
    /// What makes them again afterwards.
    pub again: Vec<Change>,
    /// The events that are not as they were, each once, with their heads from before: what
    /// [`crate::index::Index::patch`] asks for.
    pub events: Vec<Touched>,
    /// Fields of the record other than `events` that are not as they were.
    pub fields: Vec<String>,
    /// The changes as they were made, for the [`super::journal`].
    pub named: Vec<Named>,
}

/// Makes all of the changes, or none.
pub fn make(timeline: &mut Timeline, changes: &[Change]) -> Result<Made, EditError> {
    if timeline.read_only_reason().is_some() {
        return Err(EditError::ReadOnly);
    }
    let mut made = Made::default();
    for change in changes {
        let before = change
            .event()
            .and_then(|event| timeline.heads().get(event.index()).copied());
        let named = Named::new(timeline, change);
        match one(timeline, change) {
            Ok(step) => {
                match step.touched {
                    Part::Event(event) => made.events.push((event, before)),
                    Part::Field(name) => made.fields.push(name),
                }
                made.back.push(step.back);
                made.again.push(step.again);
                made.named.push(named);
            }
            Err(error) => {
                // What was made a moment ago can be taken back: nothing came between.
                for back in made.back.iter().rev() {
                    if let Err(error) = one(timeline, back) {
                        debug_assert!(false, "a change cannot be taken back: {error}");
                    }
                }
                return Err(error.into());
            }
        }
    }
    made.back.reverse();
    first_of_each(&mut made.events, |(event, _)| *event);
    first_of_each(&mut made.fields, String::clone);
    Ok(made)
}

/// Leaves of all with one key the first, in the order of the keys.
pub(super) fn first_of_each<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    list.sort_by_key(&key);
    list.dedup_by_key(|one| key(one));
}

/// One change that was made.
struct Step {
    back: Change,
    again: Change,
    touched: Part,
}

/// What a change touched.
enum Part {
    Event(EventIx),
    Field(String),
}

fn one(timeline: &mut Timeline, change: &Change) -> Result<Step, ChangeError> {
    let (back, again, touched) = match change {
        Change::Replace { event, text } => {
            let event = *event;
            let old = timeline.replace_event(event, text)?;
            let back = Change::Replace { event, text: old };
            (back, change.clone(), Part::Event(event))
        }
        Change::Add { text, after } => {
            let event = timeline.add_event(text, *after)?;
            // Its position stays taken when it is removed, so the next time it comes back.
            let again = Change::Restore(event);
            (Change::Remove(event), again, Part::Event(event))
        }
        Change::Remove(event) => {
            timeline.remove_event(*event)?;
            (Change::Restore(*event), change.clone(), Part::Event(*event))
        }
        Change::Restore(event) => {
            timeline.restore_event(*event)?;
            (Change::Remove(*event), change.clone(), Part::Event(*event))
        }
        Change::SetField { name, value } => {
            let name = name.clone();
            let back = match timeline.set_field(&name, value)? {
                Some(old) => Change::SetField {
                    name: name.clone(),
                    value: Arc::from(old),
                },
                None => Change::TakeBackField { name: name.clone() },
            };
            (back, change.clone(), Part::Field(name))
        }
        Change::TakeBackField { name } => {
            let value = Arc::from(timeline.take_back_field(name)?);
            let back = Change::SetField {
                name: name.clone(),
                value,
            };
            (back, change.clone(), Part::Field(name.clone()))
        }
    };
    Ok(Step {
        back,
        again,
        touched,
    })
}
