//! Changes as they are written down: their events named so that they are found in the file when it
//! is opened anew.
//!
//! A [`Change`] names events by their positions, which are those of one open record: what was
//! added comes last until the file is saved and opened again. So an event is named by its id, and
//! by its text before the change, which is also what a merge with another program's changes needs.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::edit::Change;
use crate::record::{EventIx, Timeline};

/// An event's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// Its position where the change was made, which tells events with one text apart.
    pub at: u32,
    /// Its id, where it has one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Box<str>>,
    /// Its text before the change; not said where only its place is asked for and the id tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Box<str>>,
}

/// A change whose events are named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Named {
    /// Give an event another text.
    Replace {
        /// The event.
        event: Name,
        /// Its new text.
        text: Box<str>,
    },
    /// Add an event.
    Add {
        /// The position that it got.
        at: u32,
        /// Its text.
        text: Box<str>,
        /// The event before it in the file; none: it is the first.
        after: Option<Name>,
        /// The removed event that it was put after, where it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        removed: Option<Name>,
    },
    /// Remove an event.
    Remove {
        /// The event.
        event: Name,
    },
    /// Bring a removed event back.
    Restore {
        /// The event, with its text.
        event: Name,
        /// The event before it in the file.
        after: Option<Name>,
    },
    /// Set a field of the record other than `events`.
    SetField {
        /// Its name.
        name: Box<str>,
        /// JSON.
        value: Box<str>,
    },
    /// Take back a field that was added.
    TakeBackField {
        /// Its name.
        name: Box<str>,
    },
}

impl Named {
    /// Names what a change, which is about to be made, is about.
    pub fn new(timeline: &Timeline, change: &Change) -> Self {
        let anchor = |event: Option<EventIx>| event.map(|event| Name::of_place(timeline, event));
        match change {
            Change::Replace { event, text } => Self::Replace {
                event: Name::whole(timeline, *event),
                text: (**text).into(),
            },
            Change::Add { text, after } => {
                let removed = after.filter(|after| timeline.is_removed(*after));
                let after = match removed {
                    Some(removed) => timeline.event_before(removed),
                    None => *after,
                };
                Self::Add {
                    at: EventIx::from_index(timeline.len()).0,
                    text: (**text).into(),
                    after: anchor(after),
                    removed: anchor(removed),
                }
            }
            Change::Remove(event) => Self::Remove {
                event: Name::whole(timeline, *event),
            },
            Change::Restore(event) => Self::Restore {
                event: Name::whole(timeline, *event),
                after: anchor(timeline.event_before(*event)),
            },
            Change::SetField { name, value } => Self::SetField {
                name: (**name).into(),
                value: (**value).into(),
            },
            Change::TakeBackField { name } => Self::TakeBackField {
                name: (**name).into(),
            },
        }
    }
}

impl Name {
    fn whole(timeline: &Timeline, event: EventIx) -> Self {
        Self {
            at: event.0,
            id: own_id(timeline, event),
            text: Some(timeline.event_json(event).into()),
        }
    }

    fn of_place(timeline: &Timeline, event: EventIx) -> Self {
        let id = own_id(timeline, event);
        let text = id.is_none().then(|| timeline.event_json(event).into());
        let at = event.0;
        Self { at, id, text }
    }
}

/// The id that names this event and no other.
fn own_id(timeline: &Timeline, event: EventIx) -> Option<Box<str>> {
    let id = timeline.id(event)?;
    (timeline.find(&id) == Some(event)).then(|| (*id).into())
}

/// Finds named events in a record, change after change.
#[derive(Clone, Debug, Default)]
pub(super) struct Finder {
    /// Where the events are that had these positions when they were named.
    places: BTreeMap<u32, EventIx>,
}

impl Finder {
    /// The change for this record; `None` where it is about an event that is not there.
    pub(super) fn change(&mut self, timeline: &Timeline, named: &Named) -> Option<Change> {
        Some(match named {
            Named::Replace { event, text } => Change::Replace {
                event: self.find(timeline, event, State::There)?,
                text: Arc::from(&**text),
            },
            Named::Add {
                at,
                text,
                after,
                removed,
            } => {
                let after = self.find_some(timeline, after.as_ref(), State::There);
                let removed = self.find_some(timeline, removed.as_ref(), State::Removed);
                // What was brought back from before a save may stand on the other side of it.
                let removed = removed.filter(|removed| timeline.event_before(*removed) == after);
                self.added(timeline, *at, text, removed.or(after))
            }
            Named::Remove { event } => Change::Remove(self.find(timeline, event, State::There)?),
            Named::Restore { event, after } => {
                let after = self.find_some(timeline, after.as_ref(), State::There);
                let removed = self.find(timeline, event, State::Removed);
                match removed.filter(|removed| timeline.event_before(*removed) == after) {
                    Some(event) => Change::Restore(event),
                    // It was removed before the file was saved.
                    None => self.added(timeline, event.at, event.text.as_ref()?, after),
                }
            }
            Named::SetField { name, value } => Change::SetField {
                name: name.to_string(),
                value: Arc::from(&**value),
            },
            Named::TakeBackField { name } => Change::TakeBackField {
                name: name.to_string(),
            },
        })
    }

    fn added(
        &mut self,
        timeline: &Timeline,
        at: u32,
        text: &str,
        after: Option<EventIx>,
    ) -> Change {
        self.places.insert(at, EventIx::from_index(timeline.len()));
        let text = Arc::from(text);
        Change::Add { text, after }
    }

    fn find_some(
        &mut self,
        timeline: &Timeline,
        name: Option<&Name>,
        state: State,
    ) -> Option<EventIx> {
        name.and_then(|name| self.find(timeline, name, state))
    }

    fn find(&mut self, timeline: &Timeline, name: &Name, state: State) -> Option<EventIx> {
        let is_it = |event: &EventIx| {
            event.index() < timeline.len()
                && state.is_that_of(timeline, *event)
                && match (&name.text, &name.id) {
                    (Some(text), _) => timeline.event_json(*event) == &**text,
                    (None, Some(id)) => timeline.id(*event).as_deref() == Some(&**id),
                    (None, None) => false,
                }
        };
        let known = self.places.get(&name.at).copied();
        // Events of the file itself have one position whenever it is opened.
        let here = known.unwrap_or(EventIx(name.at));
        let by_id = || name.id.as_ref().and_then(|id| timeline.find(id));
        let all = || (0..timeline.len()).map(EventIx::from_index);
        let found = Some(here).filter(is_it);
        let found = found.or_else(|| by_id().filter(is_it));
        let found = found.or_else(|| all().find(is_it))?;
        self.places.insert(name.at, found);
        Some(found)
    }
}

/// What an event must be to be meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    There,
    Removed,
}

impl State {
    fn is_that_of(self, timeline: &Timeline, event: EventIx) -> bool {
        match self {
            Self::There => !timeline.is_removed(event),
            Self::Removed => timeline.is_removed(event),
        }
    }
}
