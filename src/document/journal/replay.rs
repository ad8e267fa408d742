//! Making the edits of a journal again, on the file that they were made on.

use std::slice;

use thiserror::Error;

use super::super::digest::Digest;
use super::super::edit::{Change, Edit, EditError, make};
use super::super::label::{Label, What};
use super::super::named::{Finder, Named};
use super::payload::{Base, Recorded};
use super::recovered::Recovered;
use crate::format::native::{self, edit as json};
use crate::record::{ChangeError, Timeline};

/// A record with the edits of a journal.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// The record, edited.
    pub timeline: Timeline,
    /// The record that [`Replayed::edits`] lead from to that one: as it was opened, but for the
    /// rare edit that can only be made in the file's text, which is in it.
    pub start: Timeline,
    /// The edits, for a history.
    pub edits: Vec<Edit>,
    /// Those that could not be made again, which is a defect; the others were.
    pub failed: Vec<Failed>,
}

/// An edit that could not be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// The edit.
    pub edit: Recorded,
    /// Why.
    pub why: Why,
}

/// Why an edit could not be made again.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Why {
    /// It is about an event that is not in the record.
    #[error("it changes an event that is not in the record")]
    NoSuchEvent,
    /// The record does not take it.
    #[error(transparent)]
    Edit(#[from] EditError),
}

/// The edits were made on another file than the one that was opened: another program changed it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the file was changed by another program since the edits were made; merge the two")]
pub struct OtherBase {
    /// The file that the edits were made on.
    pub base: Base,
    /// The digest of the one that was opened.
    pub found: Digest,
}

/// Makes the edits of a journal again on a record as it was just opened. What it was read-only
/// for, the user had decided about when the edits were made.
pub fn replay(opened: Timeline, recovered: &Recovered) -> Result<Replayed, OtherBase> {
    let found = Digest::of(opened.original());
    let Some(edits) = recovered.edits_since(found) else {
        let base = recovered.base.clone();
        return Err(OtherBase { base, found });
    };
    Ok(replay_on(opened, edits))
}

/// Makes edits again on a record that has the events which they are about, if not the rest of the
/// one that they were made on.
pub(in crate::document) fn replay_on<'r>(
    opened: Timeline,
    edits: impl Iterator<Item = &'r Recorded>,
) -> Replayed {
    let mut replay = Replay::new(opened);
    let mut failed = Vec::new();
    for edit in edits {
        if let Err(why) = replay.edit(edit) {
            let edit = edit.clone();
            failed.push(Failed { edit, why });
        }
    }
    Replayed {
        timeline: replay.timeline,
        start: replay.start,
        edits: replay.edits,
        failed,
    }
}

struct Replay {
    start: Timeline,
    edits: Vec<Edit>,
    timeline: Timeline,
    finder: Finder,
}

impl Replay {
    fn new(mut opened: Timeline) -> Self {
        opened.set_read_only(None);
        Self {
            start: opened.clone(),
            edits: Vec::new(),
            timeline: opened,
            finder: Finder::default(),
        }
    }

    /// Makes an edit, or nothing of it.
    fn edit(&mut self, recorded: &Recorded) -> Result<(), Why> {
        let (mut changes, mut back) = (Vec::new(), Vec::new());
        for named in &recorded.changes {
            match self.change(named) {
                Ok((change, its_back)) => {
                    changes.push(change);
                    back.extend(its_back);
                }
                Err(why) => {
                    for back in back.iter().rev() {
                        // What was made a moment ago can be taken back.
                        let undone = make(&mut self.timeline, slice::from_ref(back));
                        debug_assert!(undone.is_ok(), "{undone:?}");
                    }
                    let takes_back = |named| matches!(named, &Named::TakeBackField { .. });
                    if recorded.changes.iter().any(takes_back) {
                        return self.edit_in_text(recorded);
                    }
                    return Err(why);
                }
            }
        }
        let label = label(recorded);
        self.edits.push(Edit { label, changes });
        Ok(())
    }

    fn change(&mut self, named: &Named) -> Result<(Change, Vec<Change>), Why> {
        let change = self.finder.change(&self.timeline, named);
        let change = change.ok_or(Why::NoSuchEvent)?;
        let made = make(&mut self.timeline, slice::from_ref(&change))?;
        Ok((change, made.back))
    }

    /// Makes an edit, or nothing of it, that takes a field out which was added and saved, and so is
    /// the file's now.
    fn edit_in_text(&mut self, recorded: &Recorded) -> Result<(), Why> {
        let mut anew = Self::new(self.timeline.clone());
        let mut changes = Vec::new();
        for named in &recorded.changes {
            match (anew.change(named), named) {
                (Ok((change, _)), _) => changes.push(change),
                (Err(_), Named::TakeBackField { name }) => {
                    anew.take_out(name)?;
                    changes.clear();
                }
                (Err(why), _) => return Err(why),
            }
        }
        if !changes.is_empty() {
            let label = label(recorded);
            anew.edits.push(Edit { label, changes });
        }
        *self = anew;
        Ok(())
    }

    /// Opens the record anew without a field.
    fn take_out(&mut self, name: &str) -> Result<(), Why> {
        let lacks = || EditError::from(ChangeError::NoSuchField(name.to_owned()));
        let text = String::from_utf8(self.timeline.to_bytes()).map_err(|_| lacks())?;
        let text = json::remove(&text, &[json::At::Field(name)]).map_err(|_| lacks())?;
        let opened = native::read(text).map_err(|_| lacks())?;
        *self = Self::new(opened.timeline);
        Ok(())
    }
}

fn label(recorded: &Recorded) -> Label {
    let walk = || Label::several(What::ChangeRecord, 0);
    recorded.label.clone().unwrap_or_else(walk)
}
