//! Another program changed the file while we have edits: the two are merged, and what both changed
//! is the reader's to decide. Until then the file stays as the other program left it, and our edits
//! stay in memory and in the journal.
//!
//! The file is read and compared on a job. What comes of it is open afterwards: the record as the
//! other program has it, with our changes as the first edit of a new history. An edit that is made
//! while the job runs begins it anew.

mod finish;
mod read;

use crate::app::command::{Command, Editing as Asked};
use crate::app::jobs::{Ended, Job};
use crate::app::message::Message;
use crate::app::state::{Dialog, State};
use crate::document::journal::Recovered;
use crate::document::left::LeftMerge;
use crate::document::merge::{Choice, Conflict, Merge as Merged};
use crate::document::{Document, OnDisk, OpenFileError, Revision};
use crate::index::Index;
use crate::record::Snapshot;
use read::{Compared, compare};

/// What is asked about a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merging {
    /// Read the file as it is now, and merge.
    Begin,
    /// Take this side in one of the conflicts, by its place in the list.
    Choose(usize, Choice),
    /// Take this side in all of them.
    ChooseAll(Choice),
    /// Go on with what was chosen.
    Finish,
}

/// The conflicts that wait for the reader.
#[derive(Clone, Copy, Debug)]
pub struct Conflicts<'m> {
    /// What both sides changed.
    pub list: &'m [Conflict],
    /// What was chosen for each so far.
    pub choices: &'m [Option<Choice>],
}

impl Conflicts<'_> {
    /// How many are decided.
    pub fn decided(&self) -> usize {
        self.choices.iter().flatten().count()
    }
}

/// How far a merge is, and what the next one needs to know.
#[derive(Debug, Default)]
pub(super) struct Merge {
    stage: Stage,
    /// The record as it was saved last; none: as it was opened.
    base: Option<Snapshot>,
    /// What the keeper is saving.
    saving: Vec<(Revision, Snapshot)>,
    /// What was chosen before the reader put a merge off.
    chosen: Vec<(Conflict, Choice)>,
}

#[derive(Debug, Default)]
enum Stage {
    /// There is nothing to merge.
    #[default]
    None,
    /// It begins as soon as no save is under way.
    Wanted,
    /// The file is read and compared.
    Reading(Job<Result<Compared, OpenFileError>>),
    /// The reader decides.
    Deciding(Box<Pending>),
    /// The reader does not want to decide now.
    PutOff,
    /// The file could not be merged when it looked so.
    Failed(Option<OnDisk>),
}

/// A merge that waits for the reader.
#[derive(Debug)]
struct Pending {
    merge: Merged,
    choices: Vec<Option<Choice>>,
    theirs: Theirs,
}

/// What our changes are made on.
#[derive(Debug)]
enum Theirs {
    /// The file as it was read beside what is open.
    Read(Box<(Document, Index)>),
    /// What is open: our changes are those in the journal of a program that died, but for so many.
    Open(Box<Recovered>, usize),
}

impl Merge {
    /// Whether the file must not be saved now.
    pub(super) fn holds_saves(&self) -> bool {
        !matches!(self.stage, Stage::None)
    }

    /// The journal of a program that died whose edits wait for the reader.
    pub(super) fn left(&self) -> Option<&Recovered> {
        match &self.stage {
            Stage::Deciding(pending) => match &pending.theirs {
                Theirs::Open(recovered, _) => Some(recovered),
                Theirs::Read(_) => None,
            },
            _ => None,
        }
    }

    /// The record is changed; what compares it begins anew.
    pub(super) fn let_go_of_job(&mut self) {
        if let Stage::Reading(_) = self.stage {
            self.stage = Stage::Wanted;
        }
    }

    /// The keeper was asked to save the record as it is at this revision.
    pub(super) fn saves(&mut self, revision: Revision, record: Snapshot) {
        self.saving.push((revision, record));
    }

    /// None of those that were asked for is saved; what was saved last stays the base.
    pub(super) fn saves_failed(&mut self) {
        self.saving.clear();
    }

    /// The record is saved as it was at this revision.
    pub(super) fn saved(&mut self, revision: Revision) {
        let at = self.saving.iter().position(|(of, _)| *of == revision);
        if let Some((_, record)) = at.and_then(|at| self.saving.drain(..=at).next_back()) {
            self.base = Some(record);
        }
    }

    /// The record is another file now, which holds it as it is.
    pub(super) fn is_saved_as(&mut self, record: Snapshot) {
        self.base = Some(record);
    }

    /// Waits for the reader.
    fn ask(&mut self, merge: Merged, theirs: Theirs) {
        let chosen = std::mem::take(&mut self.chosen);
        let known = |conflict: &Conflict| {
            let found = chosen.iter().find(|(known, _)| known == conflict);
            found.map(|(_, choice)| *choice)
        };
        let choices = merge.conflicts().iter().map(known).collect();
        self.stage = Stage::Deciding(Box::new(Pending {
            merge,
            choices,
            theirs,
        }));
    }
}

impl super::Editing {
    /// The conflicts that wait for the reader.
    pub fn conflicts(&self) -> Option<Conflicts<'_>> {
        let Stage::Deciding(pending) = &self.merge.stage else {
            return None;
        };
        let (list, choices) = (pending.merge.conflicts(), &*pending.choices);
        Some(Conflicts { list, choices })
    }
}

impl State {
    /// Carries out one command.
    pub(super) fn update_merge(&mut self, asked: Merging) {
        if asked == Merging::Begin {
            if self.editing.is_modified() || self.editing.merge.holds_saves() {
                self.want_merge();
            } else {
                self.notices.done(Message::AllSaved);
            }
            return;
        }
        let Stage::Deciding(pending) = &mut self.editing.merge.stage else {
            return;
        };
        match asked {
            Merging::Begin => {}
            Merging::Choose(at, choice) => {
                if let Some(chosen) = pending.choices.get_mut(at) {
                    *chosen = Some(choice);
                }
            }
            Merging::ChooseAll(choice) => pending.choices.fill(Some(choice)),
            Merging::Finish => self.finish_merge(),
        }
    }

    /// Begins a merge, or shows the one that waits for the reader.
    pub(super) fn want_merge(&mut self) {
        match self.editing.merge.stage {
            Stage::Wanted | Stage::Reading(_) => {}
            Stage::Deciding(_) => self.dialog = Some(Dialog::Merge),
            Stage::None | Stage::PutOff | Stage::Failed(_) => {
                if self.editing.is_modified() {
                    self.editing.merge.stage = Stage::Wanted;
                    (self.wake)();
                }
            }
        }
    }

    /// Whether a merge must be decided before the record can be changed; its dialog is then shown.
    pub(super) fn must_decide(&mut self) -> bool {
        let must = matches!(self.editing.merge.stage, Stage::Deciding(_));
        if must {
            self.dialog = Some(Dialog::Merge);
        }
        must
    }

    /// A dialog was closed without a decision. If it was a merge's, all stays as it is, and a notice
    /// offers to come back to it.
    pub(in crate::app) fn put_off_merge(&mut self, closed: Dialog) {
        if closed != Dialog::Merge {
            return;
        }
        let merge = &mut self.editing.merge;
        let Stage::Deciding(pending) = &mut merge.stage else {
            return;
        };
        let begin = Command::Editing(Asked::Merge(Merging::Begin));
        self.notices.ask(Message::MergePutOff, begin);
        if let Theirs::Open(..) = pending.theirs {
            // The edits of a program that died come first, or not at all.
            return;
        }
        // When the reader comes back, either side may be another; what is not, stays decided.
        let conflicts = pending.merge.conflicts().iter().zip(&pending.choices);
        let chosen =
            conflicts.filter_map(|(conflict, choice)| Some((conflict.clone(), (*choice)?)));
        merge.chosen = chosen.collect();
        merge.stage = Stage::PutOff;
    }

    /// Begins a merge that is due, and takes what its job has done.
    pub(super) fn pass_merge(&mut self) {
        let on_disk = self.changed_on_disk;
        let is_new = matches!(on_disk, Some(OnDisk::File(_)));
        match &self.editing.merge.stage {
            Stage::None if is_new => self.want_merge(),
            Stage::Failed(then) if is_new && *then != on_disk => self.want_merge(),
            _ => {}
        }
        // A cell of the table that is open now is closed first: what is typed there is of this record.
        let is_free = self.editing.saving.is_none() && self.table.cell().is_none();
        if matches!(self.editing.merge.stage, Stage::Wanted) && is_free {
            self.compare_with_file();
        }
        let Stage::Reading(job) = &self.editing.merge.stage else {
            return;
        };
        let Some(ended) = job.poll() else { return };
        self.editing.merge.stage = Stage::None;
        match ended {
            Ended::Done(Ok(compared)) => self.take_compared(compared),
            // A file that is gone is saved anew.
            Ended::Done(Err(OpenFileError::Missing { .. })) => self.editing.unsaved_s = Some(0.0),
            Ended::Done(Err(OpenFileError::Cancelled)) => {}
            Ended::Done(Err(error)) => self.not_merged(error.to_string()),
            Ended::Broke => self.not_merged(Message::OpeningBroke.words(self.language())),
        }
    }

    fn compare_with_file(&mut self) {
        let Some(path) = self.path() else {
            self.editing.merge.stage = Stage::None;
            return;
        };
        // It is being taken care of.
        self.changed_on_disk = None;
        let ours = std::sync::Arc::clone(&self.document.timeline);
        let base = self.editing.merge.base.clone();
        let grouping = self.settings.grouping;
        let (name, wake) = (
            self.document.origin.name(),
            std::sync::Arc::clone(&self.wake),
        );
        let job = Job::start(name, wake, move |progress| {
            compare(&path, base.as_ref(), &ours, grouping, progress)
        });
        self.editing.merge.stage = Stage::Reading(job);
    }

    fn take_compared(&mut self, compared: Compared) {
        match compared {
            Compared::Same(stamp) => {
                self.document.stamp = stamp;
                self.editing.unsaved_s = Some(0.0);
            }
            Compared::ReadOnly => {
                let error = crate::document::EditError::ReadOnly;
                self.not_merged(error.to_string());
            }
            Compared::Merged(merge, theirs) => self.take_merge(*merge, Theirs::Read(theirs)),
        }
    }

    /// Takes the merge of what a program that died left with the record that was opened.
    pub(super) fn take_left_merge(&mut self, left: LeftMerge) {
        let LeftMerge {
            recovered,
            merge,
            failed,
        } = left;
        self.take_merge(merge, Theirs::Open(Box::new(recovered), failed));
    }

    fn take_merge(&mut self, merge: Merged, theirs: Theirs) {
        let is_decided = merge.conflicts().is_empty();
        self.editing.merge.ask(merge, theirs);
        if is_decided {
            self.finish_merge();
        } else {
            self.dialog = Some(Dialog::Merge);
        }
    }

    /// Says why the file cannot be merged; it is tried again when the file is another.
    fn not_merged(&mut self, why: String) {
        let path = self.path();
        let now = path.map(|path| OnDisk::at(&path));
        self.editing.merge.stage = Stage::Failed(now);
        self.notices
            .offer(Message::NotSaved(why), Command::SaveAsDialog);
    }
}
