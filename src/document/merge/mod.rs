//! Merging: a file that another program changed, and our edits of it as it was before.
//!
//! **Promise.** What one side changed is taken, by event and within an event by field; what both
//! changed otherwise is a [`Conflict`] that the reader decides, and until all are decided there is
//! no [`Edit`]. An event or a field that we did not touch stays as they have it, to the byte.
//!
//! **How.** The merge is made on *their* record: it is the edit that brings our changes to it, so
//! that it can be taken back, and that the file shows just that as changed. Events are joined by
//! their ids, and where they have none by their text, or their title and date. What we changed of
//! one is kept as changes of single values ([`patch`]), found in their text by what they are.

mod by_value;
mod list;
mod pairs;
mod part;
mod patch;
mod value;

use std::collections::{HashMap, HashSet};

use serde_json::Value;
use thiserror::Error;

use super::edit::{Change, Edit};
use super::label::{Label, What};
use crate::format::native::Style;
use crate::record::{EventIx, Text, Timeline};
pub(super) use by_value::stand_in;
use part::Part;
pub use patch::Step;
pub use value::Sides;

/// Which side is taken where both changed something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What we have.
    Ours,
    /// What the other program has.
    Theirs,
}

/// Where both sides changed something.
#[derive(Clone, Debug, PartialEq)]
pub enum On {
    /// In an event, which has this title.
    Event(Text),
    /// In what the record says of itself.
    Record,
}

/// Something that both sides changed, each otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// In which event.
    pub on: On,
    /// The way to the value within the event or the record; empty: the whole event.
    pub path: Vec<Step>,
    /// The value on each side; none where it is not there.
    pub values: Sides<Option<Value>>,
}

/// What became of a merge.
#[derive(Clone, Debug)]
pub struct Merge {
    conflicts: Vec<Conflict>,
    parts: Vec<Part>,
    /// How many events the other program changed, added or removed.
    their_events: usize,
    /// How many events its record has: the position of the first that is added.
    len: usize,
    style: Style,
}

/// Why a merge gives no edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Undecided {
    /// The reader has not said what is to become of so many conflicts.
    #[error("{0} conflicts are not decided yet")]
    Conflicts(usize),
    /// A change finds no place in their record, which is a defect; nothing is lost.
    #[error("a change finds no place in the file as it is now")]
    NoPlace,
}

/// Compares three versions of a record, and what each side changed since the base.
pub fn merge(base: &Timeline, ours: &Timeline, theirs: &Timeline) -> Merge {
    let sides = Sides { base, ours, theirs };
    let head = theirs.original();
    let mut merge = Merge {
        conflicts: Vec::new(),
        parts: Vec::new(),
        their_events: 0,
        len: theirs.len(),
        style: Style::of(head),
    };
    merge.events(sides);
    merge.fields(sides);
    merge
}

impl Merge {
    /// What the reader must decide.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// How many events the other program changed, added or removed.
    pub fn their_events(&self) -> usize {
        self.their_events
    }

    /// The edit of their record that brings our changes to it, with what was chosen for each
    /// conflict; without changes where all is in it.
    pub fn decide(&self, choices: &[Option<Choice>]) -> Result<Edit, Undecided> {
        let chosen = |at: usize| choices.get(at).copied().flatten();
        let open = (0..self.conflicts.len()).filter(|at| chosen(*at).is_none());
        let open = open.count();
        if open > 0 {
            return Err(Undecided::Conflicts(open));
        }
        let is_made = |conflict: Option<usize>| {
            conflict.is_none_or(|conflict| chosen(conflict) == Some(Choice::Ours))
        };
        let mut changes = Vec::new();
        // Where the events are that are added, or what they would have stood behind.
        let mut places: Vec<Option<EventIx>> = Vec::with_capacity(self.parts.len());
        let (mut events, mut title) = (0, None);
        let mut added = 0;
        for part in &self.parts {
            let behind = part.stands_behind(&places);
            let change = part.change(&is_made, &places, &self.style)?;
            places.push(match change {
                Some(Change::Add { .. }) => {
                    added += 1;
                    Some(EventIx::from_index(self.len + added - 1))
                }
                _ => behind,
            });
            let Some(change) = change else { continue };
            if let Some(of) = part.title() {
                events += 1;
                title = Some(of);
            }
            changes.push(change);
        }
        let label = match (events, title) {
            (1, Some(title)) => Label::one(What::MergeFiles, title.original()),
            (0, _) => Label::several(What::ChangeRecord, 0),
            _ => Label::several(What::MergeFiles, events),
        };
        Ok(Edit { label, changes })
    }

    fn events<'t>(&mut self, sides: Sides<&'t Timeline>) {
        let trios = pairs::trios(sides);
        // Where our events stand in their record.
        let mut places: HashMap<EventIx, Anchor> = trios
            .iter()
            .filter_map(|trio| Some((trio.ours?, Anchor::Theirs(trio.theirs?))))
            .collect();
        for trio in &trios {
            let text = |timeline: &'t Timeline, event: Option<EventIx>| {
                event.map(|event| timeline.event_json(event))
            };
            let texts = Sides {
                base: text(sides.base, trio.base),
                ours: text(sides.ours, trio.ours),
                theirs: text(sides.theirs, trio.theirs),
            };
            self.their_events += usize::from(texts.base != texts.theirs);
            if texts.ours == texts.base || texts.ours == texts.theirs {
                continue;
            }
            let title = || title(sides, *trio);
            let Some(part) = part::of_event(trio.theirs, texts, &title, sides.theirs, self) else {
                continue;
            };
            if part.adds() {
                let ours = trio.ours;
                let before = std::iter::successors(ours, |ours| sides.ours.event_before(*ours));
                let anchor = before.skip(1).find_map(|event| places.get(&event).copied());
                if let Some(ours) = ours {
                    places.insert(ours, Anchor::Added(self.parts.len()));
                }
                self.parts.push(part.behind(anchor));
            } else {
                self.parts.push(part);
            }
        }
    }

    fn fields(&mut self, sides: Sides<&Timeline>) {
        let mut names: Vec<&str> = sides.ours.field_names().collect();
        names.extend(sides.base.field_names());
        let mut seen = HashSet::new();
        names.retain(|name| seen.insert(*name));
        for name in names {
            let texts = Sides {
                base: sides.base.field(name),
                ours: sides.ours.field(name),
                theirs: sides.theirs.field(name),
            };
            if texts.ours != texts.base && texts.ours != texts.theirs {
                let part = part::of_field(name, texts, self);
                self.parts.extend(part);
            }
        }
    }

    fn conflict(&mut self, conflict: Conflict) -> usize {
        self.conflicts.push(conflict);
        self.conflicts.len() - 1
    }
}

/// What an event that is added stands behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Anchor {
    /// An event of their record.
    Theirs(EventIx),
    /// The event that this part of the merge adds, or what that one stands behind.
    Added(usize),
}

fn title(sides: Sides<&Timeline>, trio: pairs::Trio) -> Text {
    let of = |timeline: &Timeline, event: Option<EventIx>| Some(timeline.event(event?)?.title);
    of(sides.ours, trio.ours)
        .or_else(|| of(sides.theirs, trio.theirs))
        .or_else(|| of(sides.base, trio.base))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
