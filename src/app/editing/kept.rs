//! What the keeper says, and when it is asked to save.

use std::time::Instant;

use super::{AUTOSAVE_S, Editing, LAST_WAIT, OnTheDisk, SLOW_S};
use crate::app::command::{Command, Editing as Asked};
use crate::app::message::Message;
use crate::app::state::{Effect, State};
use crate::document::keeper::{Keeper, NotSaved, Told};
use crate::document::{OnDisk, Origin};

/// What may be done where the file or the journal was not written.
const AGAIN: Command = Command::Editing(Asked::TryToSave);
const ELSEWHERE: Command = Command::SaveAsDialog;

impl State {
    /// Takes what the keeper says, and asks it to save a while after the last edit. Returns the
    /// seconds until it wants to be called again.
    pub(in crate::app) fn pass_edits(&mut self, passed_s: f64) -> Option<f64> {
        while let Some(told) = self.editing.keeper.as_ref().and_then(Keeper::told) {
            self.take_told(told);
            self.close_if_it_waits();
        }
        self.take_saved_as();
        self.take_versions();
        self.pass_pasting();
        let leaves = !self.leaving.is_empty();
        self.leaving.retain(|job| job.poll().is_none());
        if leaves && self.leaving.is_empty() && self.editing.is_failing() {
            // It may have been opened again while its old keeper had the lock.
            self.try_to_save_again();
        }
        self.pass_merge();
        if let Some(wanted) = self.look_for_other(passed_s) {
            return Some(wanted);
        }
        let wanted = [self.pass_save(passed_s), self.pass_unsaved(passed_s)];
        wanted.into_iter().flatten().reduce(f64::min)
    }

    /// Says when a save takes long; seconds until then.
    fn pass_save(&mut self, passed_s: f64) -> Option<f64> {
        let editing = &mut self.editing;
        editing.saving?;
        if editing.disk != OnTheDisk::Kept {
            // It waits for the journal: of that something else is told.
            return None;
        }
        let before_s = editing.saving_s;
        editing.saving_s += passed_s;
        if editing.saving_s < SLOW_S {
            return Some(SLOW_S - editing.saving_s);
        }
        if before_s < SLOW_S
            && let Some(path) = self.path()
        {
            self.notices
                .offer_either(Message::SlowToSave(path), AGAIN, ELSEWHERE);
        }
        None
    }

    /// Saves a while after the last edit; seconds until then.
    fn pass_unsaved(&mut self, passed_s: f64) -> Option<f64> {
        let unsaved_s = self.editing.unsaved_s.as_mut();
        let unsaved_s = unsaved_s.filter(|_| self.settings.autosave)?;
        *unsaved_s += passed_s;
        let left_s = AUTOSAVE_S - *unsaved_s;
        if left_s > 0.0 {
            return Some(left_s);
        }
        self.save();
        None
    }

    /// Asks the keeper to save the record as it is now.
    pub(super) fn save(&mut self) {
        let editing = &mut self.editing;
        editing.unsaved_s = None;
        let revision = editing.history.revision();
        let is_saving = editing.saving == Some(revision);
        if !editing.is_modified() || is_saving || editing.merge.holds_saves() {
            return;
        }
        if let Some(keeper) = &editing.keeper {
            let record = self.document.timeline.snapshot();
            editing.merge.saves(revision, record.clone());
            keeper.save(record, revision);
            if editing.saving.replace(revision).is_none() {
                editing.saving_s = 0.0;
            }
        }
    }

    /// Saves at the reader's wish, or says that there is nothing to save.
    pub(super) fn save_now(&mut self) {
        self.close_cell();
        if self.editing.merge.holds_saves() {
            self.want_merge();
        } else if self.editing.is_failing() {
            self.try_to_save_again();
        } else if self.editing.is_modified() {
            self.save();
        } else if self.changed_on_disk == Some(OnDisk::Gone)
            && let Some(path) = self.path()
        {
            self.write_to(path);
        } else {
            self.notices.done(Message::AllSaved);
        }
    }

    /// Begins with what failed.
    pub(super) fn try_to_save_again(&mut self) {
        if self.editing.saving.is_some() && self.editing.disk == OnTheDisk::Kept {
            // It is being tried: what hangs is told of again in a while.
            self.editing.saving_s = 0.0;
            return;
        }
        self.editing.saving = None;
        if let Some(keeper) = &self.editing.keeper {
            keeper.try_again();
        }
        if self.editing.merge.holds_saves() {
            self.want_merge();
        }
        self.save();
    }

    /// Lets go of the record: what was edited is saved before the keeper ends. With `wait` it has
    /// ended when this returns, unless the disk hangs.
    pub fn let_go(&mut self, wait: bool) {
        self.close_cell();
        self.leave_cell();
        self.keep_open_form();
        self.keep_left_forms();
        self.save();
        let editing = std::mem::take(&mut self.editing);
        if !wait {
            return;
        }
        if let Some(keeper) = editing.keeper {
            for told in keeper.finish_within(LAST_WAIT) {
                if let Told::NotSaved(error) = &told {
                    tracing::warn!(%error, "the last edits were not saved; the journal has them");
                }
                self.take_told(told);
            }
        }
    }

    /// The program ends: what was edited is on the disk when this returns, unless a disk hangs.
    pub fn end(&mut self) {
        let begun = Instant::now();
        self.let_go(true);
        while !self.leaving.is_empty() && begun.elapsed() < LAST_WAIT {
            std::thread::sleep(LAST_WAIT / 10_000);
            self.leaving.retain(|job| job.poll().is_none());
        }
    }

    fn take_told(&mut self, told: Told) {
        match told {
            Told::Begun {
                path,
                stamp,
                is_copy,
            } => {
                self.is_kept();
                if is_copy {
                    self.remember_place();
                    self.document.origin = Origin::File(path.clone());
                    self.document.stamp = stamp;
                    self.remember_place();
                    self.settings.remember_file(path.clone());
                    self.settings.own_copy = Some(path.clone());
                    self.effects.push(Effect::Remember);
                    self.notices.done(Message::CopyMade(path));
                }
            }
            Told::NotBegun(error) => self.failed(&Message::NotKept(error.to_string())),
            Told::Durable(_) => self.is_kept(),
            Told::NotDurable(error) => self.failed(&Message::NotKept(error.to_string())),
            Told::Saved { revision, stamp } => {
                let editing: &mut Editing = &mut self.editing;
                editing.history.set_saved(revision);
                editing.saving = editing.saving.filter(|asked| *asked != revision);
                editing.saving_s = 0.0;
                if editing.is_modified() && editing.saving.is_none() {
                    // An undo meanwhile led to what was saved before.
                    editing.unsaved_s.get_or_insert(0.0);
                }
                editing.merge.saved(revision);
                self.notices.withdraw(&Command::Editing(Asked::TryToSave));
                self.not_slow();
                self.document.stamp = Some(stamp);
                // The watcher may have seen the new file before this was said.
                let is_ours = self.changed_on_disk == Some(OnDisk::File(stamp));
                self.changed_on_disk = self.changed_on_disk.filter(|_| !is_ours);
            }
            Told::NotSaved(error) => {
                self.editing.merge.saves_failed();
                self.editing.saving = None;
                self.not_slow();
                let message = Message::NotSaved(error.to_string());
                match error {
                    NotSaved::Changed { .. } => self.want_merge(),
                    NotSaved::Save(_) | NotSaved::Backup(_) => {
                        self.notices.offer_either(message, AGAIN, ELSEWHERE);
                    }
                }
            }
        }
    }

    /// The disk has answered.
    pub(super) fn not_slow(&mut self) {
        self.notices
            .forget(|message| matches!(message, Message::SlowToSave(_)));
    }

    /// The journal has what was edited.
    fn is_kept(&mut self) {
        if std::mem::replace(&mut self.editing.disk, OnTheDisk::Kept) == OnTheDisk::Failed {
            let is_over = |message: &Message| matches!(message, Message::NotKept(_));
            self.notices.forget(is_over);
        }
    }

    fn failed(&mut self, message: &Message) {
        self.editing.disk = OnTheDisk::Failed;
        self.notices.offer_either(message.clone(), AGAIN, ELSEWHERE);
    }
}
