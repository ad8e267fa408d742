//! The edits of the open record: made, taken back, and brought to the disk by their keeper.
//!
//! An edit changes the record in memory at once. The keeper, on threads of its own, writes it to a
//! journal and, some time after the last one, saves the file; what it says of that is taken here in
//! each frame. The bundled record is a template: with its first edit the keeper makes a copy, and
//! the copy is what is open from then on.

mod closing;
mod commands;
mod elsewhere;
mod kept;
mod left;
mod merging;
mod moving;
mod pasting;
mod save_as;
mod several;
mod versions;

use std::sync::Arc;
use std::time::{Duration, Instant};

pub use closing::Closing;
pub use merging::{Conflicts, Merging};
pub use moving::{LaneChange, Move, Moving};
pub use pasting::Pasting;
pub use save_as::SavingAs;

use super::command::{Command, Editing as Asked};
use super::message::Message;
use super::state::{Dialog, Spot, State};
use crate::document::journal::Recovered;
use crate::document::keeper::{Folders, Keeper, Start};
use crate::document::storage::Storage;
use crate::document::{Edit, EditError, History, Label, Named, Point, Revision};
use crate::index::{Index, Patched, Touched};
use crate::record::{EventIx, ReadOnlyReason, Snapshot};

/// Seconds after the last edit until the file is saved.
pub const AUTOSAVE_S: f64 = 2.0;

/// Seconds after which a save that is not done is told of.
pub const SLOW_S: f64 = 10.0;

/// The longest that the program's end waits for a disk.
const LAST_WAIT: Duration = Duration::from_secs(10);

/// The longest that an edit waits for a job that was told to stop.
const LET_GO: Duration = Duration::from_millis(4);

/// Where what is edited is kept.
#[derive(Clone, Debug)]
pub struct Home {
    /// The disk, or what a test has in its place.
    pub storage: Arc<dyn Storage>,
    /// The program's folders.
    pub folders: Folders,
    /// What a second window is told of who edits.
    pub words: String,
}

/// The edits of the open record.
#[derive(Debug, Default)]
pub struct Editing {
    history: History<Spot>,
    keeper: Option<Keeper>,
    disk: OnTheDisk,
    /// Seconds since the last edit, as long as no save was asked for.
    unsaved_s: Option<f64>,
    /// The revision that the keeper is saving.
    saving: Option<Revision>,
    /// Seconds that it has been saving without a word.
    saving_s: f64,
    /// Another window edits the record.
    elsewhere: Option<elsewhere::Elsewhere>,
    /// A journal that holds forms and no edits: it goes on as soon as something is kept.
    journal: Option<Recovered>,
    /// What another program's changes of the file ask for.
    merge: merging::Merge,
}

/// How the keeper's work goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum OnTheDisk {
    /// It has not said whether it could begin.
    #[default]
    Nothing,
    /// It keeps what it is given.
    Kept,
    /// Something failed: what was edited last is in memory only.
    Failed,
}

impl Editing {
    /// The edits, and which of them are made.
    pub fn history(&self) -> &History<Spot> {
        &self.history
    }

    /// Whether a keeper is at work.
    pub(in crate::app) fn is_kept(&self) -> bool {
        self.keeper.is_some()
    }

    /// Whether the file lacks an edit.
    pub fn is_modified(&self) -> bool {
        self.history.is_modified()
    }

    /// Whether the keeper could not begin, or not write.
    pub fn is_failing(&self) -> bool {
        self.disk == OnTheDisk::Failed
    }

    /// Whether changes stay out of the file until the reader does something: those that are saved by
    /// themselves in a moment do not.
    pub fn waits_for_reader(&self, autosave: bool) -> bool {
        let is_due = self.saving.is_some() || autosave && self.unsaved_s.is_some();
        self.is_modified() && (!is_due || self.is_failing() || self.merge.holds_saves())
    }

    /// Whether the last edits would be lost if the program ended now.
    pub fn is_in_memory_only(&self) -> bool {
        self.is_modified() && self.disk != OnTheDisk::Kept
    }
}

impl State {
    /// Makes an edit. Says why where it cannot be made; then nothing has changed.
    pub(in crate::app) fn edit(&mut self, edit: Edit) -> Option<Vec<Touched>> {
        if self.left.is_some() {
            // Its edits come first, or not at all.
            self.dialog = Some(Dialog::Left);
            return None;
        }
        if self.must_decide() {
            return None;
        }
        let opened = self.editing.keeper.is_none();
        let opened = opened.then(|| self.document.timeline.snapshot());
        let (label, spot) = (edit.label.clone(), self.spot());
        let divides = self.let_go_of_jobs();
        let timeline = Arc::make_mut(&mut self.document.timeline);
        let made = self.editing.history.edit(timeline, edit, spot);
        if divides {
            self.start_division(self.settings.grouping);
        }
        match made {
            Ok(made) => {
                if let Some(opened) = opened {
                    let journal = self.editing.journal.take();
                    self.begin_to_keep(opened, journal);
                }
                self.keep(Some(label), made.named);
                self.follow(&made.events, &made.fields);
                Some(made.events)
            }
            Err(error) => {
                self.tell_not_edited(&error);
                None
            }
        }
    }

    /// Says why an edit was not made, and what the reader may do.
    pub(in crate::app) fn tell_not_edited(&mut self, error: &EditError) {
        let reason = self.document.timeline.read_only_reason();
        match error {
            // The errors were shown.
            EditError::ReadOnly if reason.is_some_and(ReadOnlyReason::user_decides) => {
                let anyway = Command::Editing(Asked::EditAnyway);
                self.notices.offer(Message::HasErrors, anyway);
            }
            EditError::ReadOnly => {
                let reason = reason.unwrap_or(ReadOnlyReason::NewerFormat);
                self.notices
                    .offer(Message::ReadOnly(reason), Command::SaveAsDialog);
            }
            EditError::Change(_) => {
                let message = Message::NotEdited(error.to_string());
                self.notices.problem(message);
            }
        }
    }

    /// Takes edits back, or makes them again, until so many of the history's are made; returns to
    /// where the reader was at the last of them.
    pub(super) fn walk_to(&mut self, point: Point) -> bool {
        if self.must_decide() {
            return false;
        }
        // After a save under another name none is at work yet.
        let opened = self.editing.keeper.is_none();
        let opened = opened.then(|| self.document.timeline.snapshot());
        let divides = self.let_go_of_jobs();
        let timeline = Arc::make_mut(&mut self.document.timeline);
        let label = self.editing.history.step_to(point);
        let walked = self.editing.history.go_to(timeline, point);
        if divides {
            self.start_division(self.settings.grouping);
        }
        if walked.named.is_empty() {
            return false;
        }
        if let Some(opened) = opened {
            let journal = self.editing.journal.take();
            self.begin_to_keep(opened, journal);
        }
        self.keep(label, walked.named);
        self.follow(&walked.events, &walked.fields);
        if let Some(spot) = walked.view {
            self.return_to(&spot);
            self.select_touched(&walked.events);
        }
        if let Some(error) = &walked.stopped {
            self.notices.problem(Message::NotEdited(error.to_string()));
        }
        walked.stopped.is_none()
    }

    /// Selects what a walk through the history changed, where that is not what was selected then: an
    /// event that is there again first.
    fn select_touched(&mut self, events: &[Touched]) {
        let timeline = &self.document.timeline;
        let is_there = |(event, _): &&Touched| !timeline.is_removed(*event);
        let there = || events.iter().filter(is_there);
        if there().any(|(event, _)| Some(*event) == self.selected) {
            return;
        }
        let again = there().find(|(_, before)| before.is_none());
        if let Some((event, _)) = again.or_else(|| there().next()) {
            self.reveal(*event);
        }
    }

    /// Jobs hold the record as it was; without them it can be changed where it lies. Returns whether
    /// it was being divided into lanes, which is to begin anew.
    fn let_go_of_jobs(&mut self) -> bool {
        let divides = self.regroup.take().is_some();
        self.forms.stop_gathering();
        self.table.let_go_of_job();
        if let Some(pasting) = self.pasting.front_mut() {
            pasting.let_go_of_job();
        }
        self.editing.merge.let_go_of_job();
        // A job that is told to stop does so within microseconds; a copy of a large record would
        // take longer than the wait.
        let begun = Instant::now();
        while Arc::strong_count(&self.document.timeline) > 1 && begun.elapsed() < LET_GO {
            std::thread::sleep(LET_GO / 50);
        }
        divides
    }

    /// Brings everything up to date that was made of the events that an edit touched.
    fn follow(&mut self, events: &[Touched], fields: &[String]) {
        // What a hand holds is not as it was taken, and an offer to undo was of another change.
        self.cancel_move();
        self.notices.withdraw(&Command::Editing(Asked::Undo));
        let timeline = &self.document.timeline;
        let patched = Arc::make_mut(&mut self.index).patch(timeline, events);
        if fields.iter().any(|name| name == "bands") {
            self.band_groups = crate::scene::band_groups(timeline);
        }
        self.find.restart();
        let is_gone = |event: EventIx| timeline.is_removed(event);
        self.selected_more.retain(|event| !is_gone(*event));
        if self.selected.is_some_and(is_gone) {
            self.selected = self.selected_more.pop_first();
            self.selected_lane = None;
        }
        self.focus_event = self.focus_event.filter(|event| !is_gone(*event));
        if patched == Patched::LanesDiffer {
            self.divide_anew();
        }
        self.follow_in_table(events);
        let touched = events.iter().map(|(event, _)| *event);
        self.follow_in_forms(&touched.collect::<Vec<_>>());
    }

    /// Divides the record into lanes again: an edit asks for a lane that is not there, or left one
    /// empty. Of a large record that is a job.
    fn divide_anew(&mut self) {
        let (timeline, grouping) = (Arc::clone(&self.document.timeline), self.index.grouping());
        if timeline.len() <= super::opening::REGROUP_AT_ONCE {
            self.index = Arc::new(Index::build(&timeline, grouping, None));
            self.selected_lane = None;
        } else {
            self.start_division(grouping);
        }
    }

    /// Sets a keeper to work on the record as it was opened; `left` is the journal that goes on.
    fn begin_to_keep(&mut self, opened: Snapshot, left: Option<Recovered>) {
        let Some(home) = self.home.clone() else {
            return;
        };
        let start = Start {
            origin: self.document.origin.clone(),
            opened,
            stamp: self.document.stamp,
            folders: home.folders,
            words: home.words,
            left,
        };
        let wake = Arc::clone(&self.wake);
        self.editing.keeper = Some(Keeper::start(home.storage, start, wake));
    }

    /// Writes a form down, or that it is closed.
    pub(in crate::app) fn keep_draft(&mut self, id: &str, form: Option<serde_json::Value>) {
        if form.is_none() && self.editing.keeper.is_none() && self.editing.journal.is_none() {
            return;
        }
        self.have_a_keeper();
        if let Some(keeper) = &self.editing.keeper {
            keeper.draft(id, form);
        }
    }

    /// Sets a keeper to work before the first edit: the bundled record has a file from then on.
    pub(in crate::app) fn have_a_keeper(&mut self) {
        if self.editing.keeper.is_none() {
            let journal = self.editing.journal.take();
            let journal = journal.or_else(|| self.editing.merge.left().cloned());
            let opened = self.document.timeline.snapshot();
            self.begin_to_keep(opened, journal);
        }
    }

    fn keep(&mut self, label: Option<Label>, changes: Vec<Named>) {
        if let Some(keeper) = &self.editing.keeper {
            keeper.edit(label, changes);
        }
        self.editing.unsaved_s = Some(0.0);
    }
}

#[cfg(test)]
pub(in crate::app) mod tests;
