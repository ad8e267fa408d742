//! Opening records and dividing them into lanes: what may take longer than a frame.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::jobs::{Ended, Job};
use super::message::Message;
use super::motion::Motion;
use super::state::{Dialog, State};
use crate::document::{Document, OpenFileError, Origin, Stamp};
use crate::index::{Grouping, Index};
use crate::scene::Viewport;

/// Up to so many events are divided into lanes within a frame (2 ms for 20,000).
const REGROUP_AT_ONCE: usize = 20_000;

impl State {
    pub(super) fn open(&mut self, path: PathBuf) {
        self.remember_place();
        // One name for a file, from whatever folder it is asked for the next time.
        let path = std::path::absolute(&path).unwrap_or(path);
        let name = Origin::File(path.clone()).name();
        let grouping = self.settings.grouping;
        self.load = Some(Job::start(name, Arc::clone(&self.wake), move |progress| {
            let document = Document::open(&path, progress)?;
            let index = Index::build(&document.timeline, grouping, None);
            Ok((document, index))
        }));
    }

    pub(super) fn open_bundled(&mut self) {
        self.remember_place();
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
        self.document.stamp = self.changed_on_disk.take().or(self.document.stamp);
    }

    /// Notes what the open file looks like on disk now, as a watcher saw it.
    pub fn saw_file(&mut self, path: &Path, stamp: Stamp) {
        let is_open = self.document.origin.path() == Some(path);
        let changed = self.document.stamp.is_some_and(|read| read != stamp);
        self.changed_on_disk = (is_open && changed).then_some(stamp);
    }

    pub(super) fn take_load(&mut self) {
        let Some(ended) = self.load.as_ref().and_then(Job::poll) else {
            return;
        };
        self.load = None;
        match ended {
            Ended::Done(Ok((document, index))) => {
                if let Some(path) = document.origin.path() {
                    self.settings.remember_file(path.to_owned());
                }
                self.show(document, index);
            }
            Ended::Done(Err(OpenFileError::Cancelled)) => {}
            Ended::Done(Err(error)) => self.notices.problem(Message::from(&error)),
            Ended::Broke => self.notices.problem(Message::OpeningBroke),
        }
    }

    /// Shows a record that was read.
    pub(super) fn show(&mut self, document: Document, index: Index) {
        let again = document.origin == self.document.origin;
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
            .filter(|stamp| again && document.stamp != Some(*stamp));
        self.document = document;
        self.regroup = None;
        self.trail = super::trail::Trail::default();
        self.scroll_points = 0.0;
        self.selected = None;
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
        self.regroup = Some(Job::start(
            self.document.origin.name(),
            Arc::clone(&self.wake),
            move |_| Index::build(&timeline, grouping, None),
        ));
    }

    fn use_index(&mut self, index: Index) {
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
