//! The history of a record's edits: back, forward, and to any point of it.

use std::collections::VecDeque;

use super::edit::{Change, Edit, EditError, Made, first_of_each, make};
use super::label::{Label, What};
use super::named::Named;
use crate::index::Touched;
use crate::record::Timeline;

/// Bytes of steps that are kept; the oldest go first.
const MOST_BYTES: usize = 64 << 20;

/// Names a state of the record: two states with one revision are the same bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(u64);

/// A point of the history: so many of its steps are made.
pub type Point = usize;

/// One edit that was made. `V` is where the reader was, which undo gives back.
#[derive(Clone, Debug)]
pub struct Entry<V> {
    /// What it is called.
    pub label: Label,
    /// Where the reader was when it was made.
    pub view: V,
    back: Vec<Change>,
    again: Vec<Change>,
    /// The revision that it led to.
    revision: Revision,
    bytes: usize,
}

/// What a walk through the history did.
#[derive(Clone, Debug, PartialEq)]
pub struct Walked<V> {
    /// Events that may not be as they were, each once, with their heads from before the walk.
    pub events: Vec<Touched>,
    /// Fields of the record that may not be as they were.
    pub fields: Vec<String>,
    /// The changes as they were made, for the [`super::journal`].
    pub named: Vec<Named>,
    /// Where the reader was at the change reached last; none when nothing was walked.
    pub view: Option<V>,
    /// Why it ended before its goal, which is a defect; what was walked until there stays walked.
    pub stopped: Option<EditError>,
}

/// Every edit since the record was opened, as far as memory is given to it.
#[derive(Clone, Debug)]
pub struct History<V> {
    entries: VecDeque<Entry<V>>,
    made: Point,
    /// The revision before the first entry.
    first: Revision,
    saved: Revision,
    next: u64,
    bytes: usize,
    most_bytes: usize,
}

impl<V> Default for History<V> {
    fn default() -> Self {
        Self::with_limit(MOST_BYTES)
    }
}

impl<V> History<V> {
    /// A history that keeps so many bytes, and the last edit in any case.
    pub fn with_limit(most_bytes: usize) -> Self {
        Self {
            entries: VecDeque::new(),
            made: 0,
            first: Revision::default(),
            saved: Revision::default(),
            next: 1,
            bytes: 0,
            most_bytes,
        }
    }

    /// The present state.
    pub fn revision(&self) -> Revision {
        let last = self.made.checked_sub(1).and_then(|at| self.entries.get(at));
        last.map_or(self.first, |entry| entry.revision)
    }

    /// Whether the present state differs from the one that was saved.
    pub fn is_modified(&self) -> bool {
        self.revision() != self.saved
    }

    /// The state with this revision is on disk now.
    pub fn set_saved(&mut self, revision: Revision) {
        self.saved = revision;
    }

    /// The steps, the oldest first; the first [`History::point`] of them are made.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = &Entry<V>> {
        self.entries.iter()
    }

    /// Whether the oldest steps are gone: there was no room to keep them.
    pub fn forgot(&self) -> bool {
        self.first != Revision::default()
    }

    /// How many of the steps are made.
    pub fn point(&self) -> Point {
        self.made
    }

    /// The step that undo takes back.
    pub fn to_undo(&self) -> Option<&Entry<V>> {
        self.entries.get(self.made.checked_sub(1)?)
    }

    /// The step that redo makes again.
    pub fn to_redo(&self) -> Option<&Entry<V>> {
        self.entries.get(self.made)
    }

    /// What a walk to a point is called that is a single step; `None` for others.
    pub fn step_to(&self, point: Point) -> Option<Label> {
        if point.checked_add(1) == Some(self.made) {
            let label = &self.to_undo()?.label;
            let is_named = label.events > 1 || !label.title.is_empty();
            is_named.then(|| Label {
                what: What::TakeBack,
                ..label.clone()
            })
        } else if point == self.made + 1 {
            Some(self.to_redo()?.label.clone())
        } else {
            None
        }
    }

    /// Makes an edit; what had been taken back is forgotten.
    ///
    /// # Errors
    /// The edit cannot be made: record and history are as before.
    pub fn edit(
        &mut self,
        timeline: &mut Timeline,
        edit: Edit,
        view: V,
    ) -> Result<Made, EditError> {
        let made = make(timeline, &edit.changes)?;
        self.forget_undone();
        let revision = Revision(self.next);
        self.next += 1;
        let changes = made.back.iter().chain(&made.again);
        let bytes = changes.map(Change::bytes).sum::<usize>() + edit.label.title.len();
        self.bytes += bytes;
        self.entries.push_back(Entry {
            label: edit.label,
            view,
            back: made.back.clone(),
            again: made.again.clone(),
            revision,
            bytes,
        });
        self.made = self.entries.len();
        self.forget_oldest();
        Ok(made)
    }

    /// Takes back the last step, or makes the next again, until `point` steps are made.
    pub fn go_to(&mut self, timeline: &mut Timeline, point: Point) -> Walked<V>
    where
        V: Clone,
    {
        let mut walked = Walked {
            events: Vec::new(),
            fields: Vec::new(),
            named: Vec::new(),
            view: None,
            stopped: None,
        };
        let goal = point.min(self.entries.len());
        while self.made != goal {
            let back = self.made > goal;
            let at = if back { self.made - 1 } else { self.made };
            let Some(entry) = self.entries.get(at) else {
                break;
            };
            match make(timeline, if back { &entry.back } else { &entry.again }) {
                Ok(made) => {
                    walked.events.extend(made.events);
                    walked.fields.extend(made.fields);
                    walked.named.extend(made.named);
                    walked.view = Some(entry.view.clone());
                    self.made = if back { at } else { at + 1 };
                }
                Err(error) => {
                    walked.stopped = Some(error);
                    break;
                }
            }
        }
        first_of_each(&mut walked.events, |(event, _)| *event);
        first_of_each(&mut walked.fields, String::clone);
        walked
    }

    fn forget_undone(&mut self) {
        for entry in self.entries.drain(self.made..) {
            self.bytes -= entry.bytes;
        }
    }

    fn forget_oldest(&mut self) {
        while self.bytes > self.most_bytes && self.entries.len() > 1 {
            if let Some(entry) = self.entries.pop_front() {
                self.bytes -= entry.bytes;
                self.first = entry.revision;
                self.made -= 1;
            }
        }
    }
}

#[cfg(test)]
mod tests;
