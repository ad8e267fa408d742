//! Saving under another name: the way out where the file itself cannot be saved.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Editing, OnTheDisk};
use crate::app::command::Command;
use crate::app::jobs::{Ended, Job};
use crate::app::message::Message;
use crate::app::state::{Effect, State};
use crate::document::keeper::Folders;
use crate::document::left::{is_free, leave_out};
use crate::document::pictures::{paths, take_along};
use crate::document::save::{SaveError, save};
use crate::document::storage::{Found, Kind, Storage};
use crate::document::{Origin, Revision, Stamp};

/// A save under another name that runs.
#[derive(Debug)]
pub struct SavingAs {
    job: Job<Result<Written, NotWritten>>,
    path: PathBuf,
    revision: Revision,
}

/// What a save under another name did.
#[derive(Debug)]
struct Written {
    stamp: Stamp,
    /// Pictures that could not be taken along.
    left: Vec<String>,
}

/// Why it did not.
#[derive(Debug)]
enum NotWritten {
    /// Another window edits what stands there.
    EditedThere,
    /// A file stands there, and it was not said that it may go.
    Exists,
    /// There is no telling what stands there.
    Look(io::Error),
    Save(SaveError),
}

impl State {
    /// Saves the record as another file, which is open afterwards. What stands there goes only where it
    /// is said that it may.
    pub(in crate::app) fn save_as(&mut self, path: PathBuf, replaces: bool) {
        let path = std::path::absolute(&path).unwrap_or(path);
        if self.path().as_ref() == Some(&path) && self.editing.disk == OnTheDisk::Kept {
            // It is this file's own name.
            self.save_now();
            return;
        }
        // Its own name is no other file's.
        let is_own = self.path().as_ref() == Some(&path);
        self.write_as(path, replaces || is_own);
    }

    /// Writes the record to a file that may be replaced and goes on with that.
    pub(super) fn write_to(&mut self, path: PathBuf) {
        self.write_as(path, true);
    }

    /// Writes the record to a file and goes on with that. No disk is asked in the frame: either
    /// may hang.
    fn write_as(&mut self, path: PathBuf, replaces: bool) {
        let Some(home) = self.home.clone() else {
            return;
        };
        self.forget_saves();
        let (record, to) = (self.document.timeline.snapshot(), path.clone());
        let name = path.display().to_string();
        let (from, timeline) = (self.path(), Arc::clone(&self.document.timeline));
        let job = Job::start(name, Arc::clone(&self.wake), move |_| {
            let pictures = from.as_ref().map(|_| paths(&timeline));
            // It can be changed where it lies again.
            drop(timeline);
            let storage = &*home.storage;
            let is_another = from.as_ref() != Some(&to);
            if is_another && !is_free(storage, &home.folders, &to) {
                // What stands there, and the journal beside it, are that window's.
                return Err(NotWritten::EditedThere);
            }
            let look = || storage.look(&to).map_err(NotWritten::Look);
            // What is no file is refused by the save, which says why.
            let is_file = |found: Found| found.kind == Kind::File;
            if !replaces && look()?.is_some_and(is_file) {
                return Err(NotWritten::Exists);
            }
            let saved = save(storage, &to, &record.to_bytes());
            let stamp = saved.map_err(NotWritten::Save)?;
            if is_another {
                // What stood there before is gone, and what its journal says of it.
                put_aside(storage, &home.folders, &to);
            }
            let along = from.zip(pictures);
            let left = along.map(|(from, paths)| take_along(storage, &from, &to, &paths));
            let left = left.unwrap_or_default();
            Ok(Written { stamp, left })
        });
        let revision = self.editing.history.revision();
        self.saving_as = Some(SavingAs {
            job,
            path,
            revision,
        });
    }

    /// What was said of saves is of another file, or over.
    pub(in crate::app) fn forget_saves(&mut self) {
        self.notices.forget(|message| {
            matches!(
                message,
                Message::StandsThere(_)
                    | Message::EditedThere(_)
                    | Message::NotSaved(_)
                    | Message::SaveFirst
            )
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
                self.save_as(path, true);
            }
            Ended::Done(Ok(Written { stamp, left })) => {
                if !left.is_empty() {
                    self.notices.problem(Message::PicturesLeft(left));
                }
                self.move_to(path.clone(), stamp);
                self.notices.done(Message::SavedAs(path));
            }
            Ended::Done(Err(NotWritten::EditedThere)) => {
                self.notices
                    .offer(Message::EditedThere(path), Command::SaveAsDialog);
            }
            Ended::Done(Err(NotWritten::Exists)) => {
                let replace = Command::SaveAs(path.clone());
                let message = Message::StandsThere(path);
                self.notices
                    .offer_either(message, Command::SaveAsDialog, replace);
            }
            Ended::Done(Err(NotWritten::Look(error))) => {
                let why = format!("{}: {error}", path.display());
                self.notices
                    .offer(Message::NotSaved(why), Command::SaveAsDialog);
            }
            Ended::Done(Err(NotWritten::Save(error))) => {
                let message = Message::NotSaved(error.to_string());
                self.notices.offer(message, Command::SaveAsDialog);
            }
            Ended::Broke => self.notices.problem(Message::SavingBroke),
        }
    }

    /// Goes on with a file that holds everything; the journal of the one before is put aside.
    fn move_to(&mut self, path: PathBuf, stamp: Stamp) {
        self.leave_keeper(&path);
        self.not_slow();
        self.remember_place_as(&path);
        if self.document.timeline.read_only_reason().is_some() {
            // What may be changed in the new file is for its opening to say.
            self.editing = Editing::default();
            self.forms.moves_to = Some(path.clone());
            self.open(path);
        } else {
            self.go_on_as(path, stamp);
        }
    }

    /// Ends the keeper of the file before, whose disk may be why there is another: nothing waits for
    /// it. Of the same file the next keeper needs its lock; that disk has just answered.
    fn leave_keeper(&mut self, path: &Path) {
        let before = self.path();
        let keeper = self.editing.keeper.take();
        let home = self.home.clone();
        let is_same = before.as_deref() == Some(path);
        let end = move || {
            if let Some(keeper) = keeper {
                drop(keeper.finish());
            }
            if let Some((home, before)) = home.zip(before) {
                put_aside(&*home.storage, &home.folders, &before);
            }
        };
        if is_same {
            end();
        } else {
            let name = path.display().to_string();
            let job = Job::start(name, Arc::clone(&self.wake), move |_| end());
            self.leaving.push(job);
        }
    }

    /// The record is this file from now on, with its history. The next edit sets a keeper to work.
    fn go_on_as(&mut self, path: PathBuf, stamp: Stamp) {
        self.document.stamp = Some(stamp);
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
        self.keep_cell_again();
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

/// Puts the journal of a file aside, where it has one.
fn put_aside(storage: &dyn Storage, folders: &Folders, path: &Path) {
    if let Err(error) = leave_out(storage, folders, path) {
        // There was none.
        tracing::info!(%error, "no journal was put aside");
    }
}
