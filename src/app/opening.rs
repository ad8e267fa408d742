//! Opening records and dividing them into lanes: what may take longer than a frame.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::editing::Home;
use super::jobs::{Ended, Job};
use super::message::Message;
use super::motion::Motion;
use super::state::{Dialog, State};
use crate::document::left::{Spoilt, look};
use crate::document::{Document, OnDisk, OpenFileError, Origin};
use crate::index::{Grouping, Index};
use crate::record::ReadOnlyReason;
use crate::scene::Viewport;

/// What a record is opened for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To read it, and to change it.
    Any,
    /// To read it.
    Reading,
}

/// Up to so many events are divided into lanes within a frame (2 ms for 20,000).
pub(super) const REGROUP_AT_ONCE: usize = 20_000;

impl State {
    pub(super) fn open(&mut self, path: PathBuf) {
        self.open_for(path, Purpose::Any);
    }

    /// Opens an earlier version, which is not to be changed where it lies.
    pub(super) fn open_to_read(&mut self, path: PathBuf) {
        self.open_for(path, Purpose::Reading);
    }

    fn open_for(&mut self, path: PathBuf, purpose: Purpose) {
        // One name for a file, from whatever folder it is asked for the next time.
        let path = std::path::absolute(&path).unwrap_or(path);
        let is_open = self.path().as_ref() == Some(&path);
        if self.would_lose_edits(is_open) {
            return;
        }
        self.remember_place();
        self.notices.opens();
        let name = Origin::File(path.clone()).name();
        let (grouping, home) = (self.settings.grouping, self.home.clone());
        self.load = Some(Job::start(name, Arc::clone(&self.wake), move |progress| {
            let mut document = Document::open(&path, progress)?;
            if purpose == Purpose::Reading {
                let timeline = Arc::make_mut(&mut document.timeline);
                timeline.set_read_only(Some(ReadOnlyReason::EarlierVersion));
            }
            let index = Index::build(&document.timeline, grouping, None);
            let look = |home: Home| look(&*home.storage, &home.folders, &document);
            let found = home.map(look).unwrap_or_default();
            Ok((document, index, found))
        }));
    }

    pub(super) fn open_bundled(&mut self) {
        if self.would_lose_edits(false) {
            return;
        }
        self.remember_place();
        // The later wish counts: a file that is still being read must not take the place of this.
        self.load = None;
        self.notices.opens();
        match Document::bundled() {
            Ok(document) => {
                let index = Index::build(&document.timeline, self.settings.grouping, None);
                self.show(document, index);
            }
            Err(error) => self
                .notices
                .problem(Message::BundledIsBroken(error.to_string())),
        }
    }

    pub(super) fn reload(&mut self) {
        match self.path() {
            Some(path) => self.open(path),
            None => self.notices.done(Message::BundledDoesNotChange),
        }
    }

    pub(super) fn keep_as_is(&mut self) {
        if let Some(OnDisk::File(stamp)) = self.changed_on_disk.take() {
            self.document.stamp = Some(stamp);
        }
    }

    /// Notes what has become of the open file, as a watcher saw it.
    pub fn saw_file(&mut self, path: &Path, now: OnDisk) {
        let is_open = self.document.origin.path() == Some(path);
        let changed = match now {
            OnDisk::File(stamp) => self.document.stamp.is_some_and(|read| read != stamp),
            OnDisk::Gone => true,
        };
        self.changed_on_disk = (is_open && changed).then_some(now);
    }

    pub(super) fn take_load(&mut self) {
        let Some(ended) = self.load.as_ref().and_then(Job::poll) else {
            return;
        };
        self.load = None;
        match ended {
            Ended::Done(Ok((document, index, found))) => {
                let is_version =
                    document.timeline.read_only_reason() == Some(ReadOnlyReason::EarlierVersion);
                if let Some(path) = document.origin.path().filter(|_| !is_version) {
                    self.settings.remember_file(path.to_owned());
                }
                self.show(document, index);
                self.take_left(found.left);
                if let Some(Spoilt { path, why }) = found.spoilt {
                    self.notices.problem(Message::LeftUnusable { path, why });
                }
            }
            Ended::Done(Err(OpenFileError::Cancelled)) => {}
            Ended::Done(Err(error)) => self.notices.not_opened(Message::from(&error)),
            Ended::Broke => self.notices.not_opened(Message::OpeningBroke),
        }
    }

    /// Shows a record that was read.
    pub(super) fn show(&mut self, document: Document, index: Index) {
        // It was of the record before.
        self.saving_as = None;
        let again = document.origin == self.document.origin;
        self.forget_saves();
        if !again {
            self.pasting.clear();
        }
        if let Some(pasting) = self.pasting.front_mut() {
            pasting.let_go_of_job();
        }
        let moves = self.forms.moves_to.take();
        let moves = moves.is_some_and(|path| document.origin.path() == Some(&*path));
        if !again && !moves {
            // Its forms are no longer at hand.
            self.notices
                .forget(|message| matches!(message, Message::FormKept(_) | Message::FormDiscarded));
        }
        if again || moves {
            // Its change would be made in the record that goes.
            self.leave_cell();
        }
        let forms = (again || moves).then(|| self.carry_forms());
        // The next keeper of the same file needs its lock: there is nothing left to save.
        let at_once = forms.as_ref().is_some_and(|forms| !forms.is_empty());
        self.let_go(again && at_once && !self.editing.is_modified());
        self.forms = self.forms.emptied();
        self.left = None;
        self.cancel_move();
        let spot = self.spot();
        let selected = self.selected.and_then(|event| {
            self.document
                .timeline
                .id(event)
                .map(std::borrow::Cow::into_owned)
        });
        self.band_groups = crate::scene::band_groups(&document.timeline);
        let regroup = index.grouping() != self.settings.grouping;
        self.index = Arc::new(index);
        let problems = document.report.errors();
        let warnings = document.report.warnings();
        // It may have changed once more while it was read.
        self.changed_on_disk = self
            .changed_on_disk
            .filter(|now| again && document.stamp.map(OnDisk::File) != Some(*now));
        self.document = document;
        self.table.forget();
        if let Some(forms) = forms {
            self.put_forms(forms);
        }
        self.regroup = None;
        self.trail = super::trail::Trail::default();
        if !again {
            self.scroll_points = 0.0;
        }
        self.selected = None;
        self.selected_more.clear();
        // Its number is another event's now.
        (self.focus_event, self.bring_into_view) = (None, None);
        self.find.restart();
        if regroup {
            // Another grouping was chosen while the file was read.
            self.group_by(self.settings.grouping);
        }
        if again {
            self.selected = selected.and_then(|id| self.document.timeline.find(&id));
            self.viewport = Viewport::new(spot.start_s, spot.end_s, self.viewport.width_points);
            self.motion = Motion::Still;
        } else {
            self.restore_place();
        }
        self.selected_lane = None;
        if problems > 0 {
            self.dialog = Some(Dialog::Problems);
        } else if warnings > 0 {
            self.notices.done(Message::OpenedWithWarnings(warnings));
        }
    }

    /// Divides the canvas anew. A large record is divided on a job; the old lanes stay until then.
    pub(super) fn group_by(&mut self, grouping: Grouping) {
        self.settings.grouping = grouping;
        self.regroup = None;
        if self.index.grouping() == grouping {
            return;
        }
        let timeline = Arc::clone(&self.document.timeline);
        if timeline.len() <= REGROUP_AT_ONCE {
            self.use_index(Index::build(&timeline, grouping, None));
            return;
        }
        self.start_division(grouping);
    }

    /// Begins to divide the record into lanes, on a job.
    pub(super) fn start_division(&mut self, grouping: Grouping) {
        let timeline = Arc::clone(&self.document.timeline);
        let (name, wake) = (self.document.origin.name(), Arc::clone(&self.wake));
        let divide = move |_: &_| Index::build(&timeline, grouping, None);
        self.regroup = Some(Job::start(name, wake, divide));
    }

    fn use_index(&mut self, index: Index) {
        // The lanes that a hand holds an event over are others now.
        self.cancel_move();
        self.table.knows(index.revision());
        self.index = Arc::new(index);
        self.scroll_points = 0.0;
        self.selected_lane = None;
        self.bring_into_view = self.selected;
    }

    /// Takes the lanes that a job has made.
    pub(super) fn take_regroup(&mut self) {
        let Some(ended) = self.regroup.as_ref().and_then(Job::poll) else {
            return;
        };
        self.regroup = None;
        match ended {
            Ended::Done(index) => self.use_index(index),
            Ended::Broke => {
                self.settings.grouping = self.index.grouping();
                self.notices.problem(Message::ArrangingBroke);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::app::{Command, Settings};

    const RECORD: &str = r#"{"format": "nenpyo/1", "events": [
        {"id": "a", "title": "A", "date": "1972"}, {"id": "b", "title": "B", "date": "1978"}]}"#;

    struct Desk {
        state: State,
        folder: tempfile::TempDir,
    }

    impl Desk {
        fn new() -> Self {
            let document = Document::bundled().expect("the bundled record opens");
            Self {
                state: State::new(document, Settings::default(), Arc::new(|| {})),
                folder: tempfile::tempdir().expect("a folder"),
            }
        }

        fn path(&self) -> PathBuf {
            self.folder.path().join("record.json")
        }

        fn write(&self, text: &str) {
            std::fs::write(self.path(), text).expect("written");
        }

        fn open(&mut self) {
            self.state.update(Command::Open(self.path()));
            self.wait();
        }

        fn wait(&mut self) {
            let start = Instant::now();
            while self.state.load.is_some() {
                assert!(start.elapsed() < Duration::from_secs(20), "the load hangs");
                self.state.pass(0.01, 0.01);
                std::thread::sleep(Duration::from_millis(5));
            }
        }

        /// What the watcher sees.
        fn look(&mut self) -> Option<OnDisk> {
            let path = self.path();
            self.state.saw_file(&path, OnDisk::at(&path));
            self.state.changed_on_disk
        }
    }

    #[test]
    fn the_bundled_record_is_not_replaced_by_a_file_that_was_still_being_read() {
        let mut desk = Desk::new();
        desk.write(RECORD);
        desk.state.update(Command::Open(desk.path()));
        desk.state.update(Command::OpenBundled);
        assert!(desk.state.load.is_none());
        desk.state.pass(0.01, 0.01);
        assert_eq!(desk.state.document.origin, Origin::Bundled);
    }

    #[test]
    fn a_file_that_was_deleted_is_told_of_until_it_is_back() {
        let mut desk = Desk::new();
        desk.write(RECORD);
        desk.open();
        assert_eq!(desk.look(), None);
        let aside = desk.folder.path().join("aside.json");
        std::fs::rename(desk.path(), &aside).expect("moved");
        assert_eq!(desk.look(), Some(OnDisk::Gone));
        std::fs::rename(&aside, desk.path()).expect("moved back");
        assert_eq!(desk.look(), None);
        std::fs::remove_file(desk.path()).expect("removed");
        desk.look();
        desk.state.update(Command::KeepAsIs);
        assert_eq!(desk.state.changed_on_disk, None);
        assert_eq!(desk.state.document.timeline.len(), 2);
    }

    #[test]
    fn a_broken_file_leaves_what_is_open_and_says_so_until_a_sound_one_opens() {
        let mut desk = Desk::new();
        desk.write(RECORD);
        desk.open();
        for broken in ["", "{\"format\": \"nenpyo/1\", \"ev", "PK\u{3}\u{4}"] {
            desk.write(broken);
            desk.state.update(Command::Reload);
            desk.wait();
            assert_eq!(desk.state.document.timeline.len(), 2, "{broken}");
            assert_eq!(desk.state.notices.all().len(), 1, "{broken}");
        }
        desk.write(RECORD);
        desk.state.update(Command::Reload);
        desk.wait();
        assert!(desk.state.notices.all().is_empty());
    }

    #[test]
    fn reading_a_file_anew_keeps_the_view() {
        let mut desk = Desk::new();
        desk.write(RECORD);
        desk.open();
        desk.state.viewport = Viewport::new(5e7, 9e7, 100.0);
        desk.state.scroll_points = 40.0;
        desk.state.selected = desk.state.document.timeline.find("b");
        desk.write(&RECORD.replace(
            "[\n",
            "[\n{\"id\": \"0\", \"title\": \"0\", \"date\": \"1971\"},",
        ));
        desk.state.update(Command::Reload);
        desk.wait();
        assert_eq!(desk.state.document.timeline.len(), 3);
        assert_eq!(desk.state.viewport, Viewport::new(5e7, 9e7, 100.0));
        assert_eq!(desk.state.scroll_points, 40.0);
        let selected = desk
            .state
            .selected
            .and_then(|event| desk.state.document.timeline.id(event));
        assert_eq!(selected.as_deref(), Some("b"));
    }

    #[test]
    fn a_file_that_is_emptied_and_written_at_once_opens() {
        let mut desk = Desk::new();
        desk.write("");
        desk.state.update(Command::Open(desk.path()));
        std::thread::sleep(Duration::from_millis(50));
        desk.write(RECORD);
        desk.wait();
        assert_eq!(desk.state.document.timeline.len(), 2);
    }
}
