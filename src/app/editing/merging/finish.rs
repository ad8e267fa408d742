//! The end of a merge: what was decided is made on the other program's record, and that is open
//! from then on.

use std::sync::Arc;

use super::{Pending, Stage, Theirs};
use crate::app::command::{Command, Editing as Asked};
use crate::app::editing::Editing;
use crate::app::message::Message;
use crate::app::state::{Dialog, Spot, State};
use crate::document::journal::Recovered;
use crate::document::keeper::Onto;
use crate::document::left::keep_copy;
use crate::document::merge::Undecided;
use crate::document::{Document, Edit, EditError, History, Made};
use crate::index::{Index, Patched};

impl State {
    /// Makes what was decided; nothing as long as anything is not.
    pub(super) fn finish_merge(&mut self) {
        let Stage::Deciding(pending) = &self.editing.merge.stage else {
            return;
        };
        let edit = match pending.merge.decide(&pending.choices) {
            Ok(edit) => edit,
            Err(Undecided::Conflicts(_)) => return,
            Err(error @ Undecided::NoPlace) => {
                self.notices
                    .offer(Message::NotSaved(error.to_string()), Command::SaveAsDialog);
                return;
            }
        };
        if let Theirs::Open(_, failed) = pending.theirs
            && failed > 0
            && !self.keep_what_failed(failed)
        {
            // The edits stay where they are until there is a place for them.
            return;
        }
        if self.dialog == Some(Dialog::Merge) {
            self.dialog = None;
        }
        let stage = std::mem::take(&mut self.editing.merge.stage);
        let Stage::Deciding(pending) = stage else {
            return;
        };
        let Pending { merge, theirs, .. } = *pending;
        let is_empty = edit.changes.is_empty();
        let done = match theirs {
            Theirs::Read(theirs) => self.go_on_with(*theirs, edit),
            Theirs::Open(left, _) => self.make_left(*left, edit),
        };
        match done {
            Ok(()) => {
                let is_over = |message: &Message| matches!(message, Message::MergePutOff);
                self.notices.forget(is_over);
                let message = Message::Merged(merge.their_events());
                if is_empty {
                    self.notices.done(message);
                } else {
                    let undo = Command::Editing(Asked::Undo);
                    self.notices.done_but(message, undo);
                }
            }
            Err(error) => self.not_merged(error.to_string()),
        }
    }

    /// Shows the other program's record with our changes, and has it kept.
    fn go_on_with(&mut self, theirs: (Document, Index), edit: Edit) -> Result<(), EditError> {
        let (mut document, mut index) = theirs;
        let selected = self.selected.and_then(|event| {
            let id = self.document.timeline.id(event)?;
            document.timeline.find(&id)
        });
        let spot = Spot {
            selected,
            ..self.spot()
        };
        let opened = document.timeline.snapshot();
        let label = edit.label.clone();
        let mut history = History::default();
        let timeline = Arc::make_mut(&mut document.timeline);
        let made = if edit.changes.is_empty() {
            Made::default()
        } else {
            history.edit(timeline, edit, spot)?
        };
        let patched = if index.grouping() == self.settings.grouping {
            index.patch(timeline, &made.events)
        } else {
            index = Index::build(timeline, self.settings.grouping, None);
            Patched::Whole
        };
        let stamp = document.stamp;
        // The keeper goes on: what it has in the journal is there until it has what is new.
        let Editing { keeper, disk, .. } = std::mem::take(&mut self.editing);
        let had_errors = self.document.report.errors() > 0;
        self.show(document, index);
        if had_errors {
            // They were shown.
            self.dialog = None;
        }
        self.editing = Editing {
            history,
            keeper,
            disk,
            unsaved_s: Some(0.0),
            ..Editing::default()
        };
        if patched == Patched::LanesDiffer {
            self.divide_anew();
        }
        if let Some(keeper) = &self.editing.keeper {
            keeper.rebase(Onto {
                opened,
                stamp,
                label,
                changes: made.named,
            });
        }
        Ok(())
    }

    /// Makes the changes that a program which died left on the record that is open.
    fn make_left(&mut self, left: Recovered, edit: Edit) -> Result<(), EditError> {
        let opened = self.document.timeline.snapshot();
        let (label, spot) = (edit.label.clone(), self.spot());
        self.let_go_of_jobs();
        let timeline = Arc::make_mut(&mut self.document.timeline);
        timeline.set_read_only(None);
        let made = if edit.changes.is_empty() {
            Ok(Made::default())
        } else {
            self.editing.history.edit(timeline, edit, spot)
        };
        let made = match made {
            Ok(made) => made,
            Err(error) => {
                // The journal that holds them goes on.
                self.editing.journal = Some(left);
                return Err(error);
            }
        };
        self.follow(&made.events, &made.fields);
        let stamp = self.document.stamp;
        // A form may have begun to be kept meanwhile, in the same journal.
        if self.editing.keeper.is_none() {
            self.begin_to_keep(opened.clone(), Some(left));
        }
        if let Some(keeper) = &self.editing.keeper {
            keeper.rebase(Onto {
                opened,
                stamp,
                label,
                changes: made.named,
            });
        }
        self.editing.unsaved_s = Some(0.0);
        Ok(())
    }

    /// Keeps the journal whose edits could not all be made again, and says where; whether it is kept.
    pub(in crate::app::editing) fn keep_what_failed(&mut self, failed: usize) -> bool {
        let (Some(home), Some(path)) = (&self.home, self.path()) else {
            return true;
        };
        match keep_copy(&*home.storage, &home.folders, &path) {
            Ok(path) => {
                let why = Message::LeftFailed(failed).words(self.language());
                self.notices.problem(Message::LeftUnusable { path, why });
                true
            }
            Err(error) => {
                self.notices.problem(Message::NotKept(error.to_string()));
                false
            }
        }
    }
}
