//! Earlier versions of the open record: listed, and opened for reading.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Home;
use crate::app::jobs::{Ended, Job};
use crate::app::message::Message;
use crate::app::state::{Dialog, State};
use crate::document::backup::{Backup, VERSIONS, folder_of, list};

impl State {
    /// Looks for the versions of the open record and lists them, the newest first. Their disk may
    /// take its time.
    pub(super) fn show_versions(&mut self) {
        if self.dialog == Some(Dialog::Versions) {
            self.dialog = None;
            return;
        }
        let (Some(home), Some(path)) = (self.home.clone(), self.path()) else {
            self.notices.done(Message::NoVersions);
            return;
        };
        let (name, wake) = (path.display().to_string(), Arc::clone(&self.wake));
        let job = Job::start(name, wake, move |_| find_versions(&home, &path));
        self.finding_versions = Some(job);
    }

    /// Takes the versions that were looked for.
    pub(super) fn take_versions(&mut self) {
        let Some(ended) = self.finding_versions.as_ref().and_then(Job::poll) else {
            return;
        };
        let job = self.finding_versions.take();
        let path = self.path().map(|path| path.display().to_string());
        if job.map(|job| job.subject.clone()) != path {
            // Another record was opened meanwhile.
            return;
        }
        match ended {
            Ended::Done(Ok(versions)) if versions.is_empty() => {
                self.notices.done(Message::NoVersions);
            }
            Ended::Done(Ok(versions)) => {
                self.versions = versions;
                // What was opened meanwhile stays.
                self.dialog = self.dialog.or(Some(Dialog::Versions));
            }
            Ended::Done(Err(reason)) => self.notices.problem(reason),
            Ended::Broke => self.notices.problem(Message::VersionsBroke),
        }
    }

    /// Opens a version, by its place in the list. It is read only: to go on with it is to save it
    /// under another name.
    pub(super) fn open_version(&mut self, at: usize) {
        self.dialog = None;
        let path: Option<PathBuf> = self.versions.get(at).map(|version| version.path.clone());
        if let Some(path) = path {
            self.save();
            self.open_to_read(path);
        }
    }
}

fn find_versions(home: &Home, path: &Path) -> Result<Vec<Backup>, Message> {
    let told = |error: &dyn std::error::Error| Message::AsTold(error.to_string());
    let path = home.storage.follow(path).map_err(|error| told(&error))?;
    let folder = folder_of(&home.folders.data.join(VERSIONS), &path);
    list(&*home.storage, &folder).map_err(|error| told(&error))
}
