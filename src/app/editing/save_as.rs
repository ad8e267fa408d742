//! Saving under another name: the way out where the file itself cannot be saved.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Editing, OnTheDisk};
use crate::app::command::Command;
use crate::app::jobs::{Ended, Job};
use crate::app::message::Message;
use crate::app::state::{Effect, State};
use crate::document::left::{is_free, leave_out};
use crate::document::pictures::{paths, take_along};
use crate::document::save::{SaveError, save};
use crate::document::{OnDisk, Origin, Revision};

/// A save under another name that runs.
#[derive(Debug)]
pub struct SavingAs {
    job: Job<Result<Vec<String>, SaveError>>,
    path: PathBuf,
    revision: Revision,
}

impl State {
    /// Saves the record as another file, which is open afterwards.
    pub(in crate::app) fn save_as(&mut self, path: PathBuf) {
        let Some(home) = self.home.clone() else {
            return;
        };
        let path = std::path::absolute(&path).unwrap_or(path);
        if self.path().as_ref() == Some(&path) && self.editing.disk == OnTheDisk::Kept {
            // It is this file's own name.
            self.save_now();
            return;
        }
        if self.path().as_ref() != Some(&path) && !is_free(&*home.storage, &home.folders, &path) {
            // What stands there, and the journal beside it, are that window's.
            self.notices
                .offer(Message::EditedThere(path), Command::SaveAsDialog);
            return;
        }
        self.write_to(path);
    }

    /// Writes the record to a file and goes on with that.
    pub(super) fn write_to(&mut self, path: PathBuf) {
        let Some(home) = self.home.clone() else {
            return;
        };
        let (record, to) = (self.document.timeline.snapshot(), path.clone());
        let name = path.display().to_string();
        let (from, timeline) = (self.path(), Arc::clone(&self.document.timeline));
        let job = Job::start(name, Arc::clone(&self.wake), move |_| {
            let pictures = from.as_ref().map(|_| paths(&timeline));
            // It can be changed where it lies again.
            drop(timeline);
            save(&*home.storage, &to, &record.to_bytes())?;
            let along = from.zip(pictures);
            let left = along.map(|(from, paths)| take_along(&*home.storage, &from, &to, &paths));
            Ok(left.unwrap_or_default())
        });
        let revision = self.editing.history.revision();
        self.saving_as = Some(SavingAs {
            job,
            path,
            revision,
        });
    }

    /// Takes a save under another name that has ended.
    pub(super) fn take_saved_as(&mut self) {
        let Some(ended) = self.saving_as.as_ref().and_then(|saving| saving.job.poll()) else {
            return;
        };
        let Some(SavingAs { path, revision, .. }) = self.saving_as.take() else {
            return;
        };
        match ended {
            // What was edited meanwhile is to be in it, too.
            Ended::Done(Ok(_)) if self.editing.history.revision() != revision => {
                self.save_as(path);
            }
            Ended::Done(Ok(left)) => {
                if !left.is_empty() {
                    self.notices.problem(Message::PicturesLeft(left));
                }
                self.move_to(path);
            }
            Ended::Done(Err(error)) => {
                let message = Message::NotSaved(error.to_string());
                self.notices.offer(message, Command::SaveAsDialog);
            }
            Ended::Broke => self.notices.problem(Message::OpeningBroke),
        }
    }

    /// Goes on with a file that holds everything; the journal of the one before is put aside.
    fn move_to(&mut self, path: PathBuf) {
        let before = self.path().filter(|before| *before != path);
        if let Some(keeper) = self.editing.keeper.take() {
            drop(keeper.finish());
        }
        if let Some(home) = &self.home {
            // What stood at the new place before is gone, and what its journal says of it.
            for old in before.iter().chain([&path]) {
                if let Err(error) = leave_out(&*home.storage, &home.folders, old) {
                    // There was none.
                    tracing::info!(%error, "no journal was put aside");
                }
            }
        }
        self.remember_place_as(&path);
        if self.document.timeline.read_only_reason().is_some() {
            // What may be changed in the new file is for its opening to say.
            self.editing = Editing::default();
            self.forms.moves_to = Some(path.clone());
            self.open(path);
        } else {
            self.go_on_as(path);
        }
    }

    /// The record is this file from now on, with its history. The next edit sets a keeper to work.
    fn go_on_as(&mut self, path: PathBuf) {
        if let OnDisk::File(stamp) = OnDisk::at(&path) {
            self.document.stamp = Some(stamp);
        }
        self.changed_on_disk = None;
        self.document.origin = Origin::File(path.clone());
        self.settings.remember_file(path);
        self.effects.push(Effect::Remember);
        let history = std::mem::take(&mut self.editing).history;
        self.editing.history = history;
        let revision = self.editing.history.revision();
        self.editing.history.set_saved(revision);
        let saved = self.document.timeline.snapshot();
        self.editing.merge.is_saved_as(saved);
        // Their journal was the other file's.
        self.forms.keep_again();
    }

    /// Whether edits would be lost if another record were opened now, or this one `again`; the reader
    /// is then told what to do, or the two are merged.
    pub(in crate::app) fn would_lose_edits(&mut self, again: bool) -> bool {
        // Another record leaves the keeper its work; the same one would be read without it.
        let is_modified = self.editing.is_modified();
        let is_failing = self.editing.disk == OnTheDisk::Failed;
        if is_modified && again {
            self.want_merge();
        } else if is_modified && is_failing {
            self.notices
                .offer(Message::SaveFirst, Command::SaveAsDialog);
        }
        is_modified && (again || is_failing)
    }
}
