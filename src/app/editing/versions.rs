//! Earlier versions of the open record: listed, and opened for reading.

use std::path::PathBuf;

use crate::app::message::Message;
use crate::app::state::{Dialog, State};
use crate::document::backup::{Backup, VERSIONS, folder_of, list};

impl State {
    /// Lists the versions of the open record, the newest first.
    pub(super) fn show_versions(&mut self) {
        if self.dialog == Some(Dialog::Versions) {
            self.dialog = None;
            return;
        }
        match self.find_versions() {
            Ok(versions) if versions.is_empty() => {
                self.notices.done(Message::NoVersions);
            }
            Ok(versions) => {
                self.versions = versions;
                self.dialog = Some(Dialog::Versions);
            }
            Err(reason) => self.notices.problem(reason),
        }
    }

    fn find_versions(&self) -> Result<Vec<Backup>, Message> {
        let (Some(home), Some(path)) = (&self.home, self.path()) else {
            return Ok(Vec::new());
        };
        let storage = &*home.storage;
        let told = |error: &dyn std::error::Error| Message::AsTold(error.to_string());
        let path = storage.follow(&path).map_err(|error| told(&error))?;
        let folder = folder_of(&home.folders.data.join(VERSIONS), &path);
        list(storage, &folder).map_err(|error| told(&error))
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
