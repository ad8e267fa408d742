//! What the records of a journal say.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::digest::Digest;
use super::super::disk::Stamp;
use super::super::label::Label;
use super::super::named::Named;

/// The version of the format, which the head says.
pub(super) const VERSION: u32 = 1;

/// The file that edits were made on, as it was on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// Where it was; none for the record that the program brings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path: Option<StoredPath>,
    /// Its length.
    pub bytes: u64,
    /// Its bytes, in short: two files with one digest are the same.
    pub digest: Digest,
    /// When it was changed last, in nanoseconds since 1970, as far as the system says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    modified_ns: Option<u64>,
}

impl Base {
    /// The base for these bytes, which stand at `path` and look there as `stamp` says.
    pub fn of(path: Option<&Path>, bytes: &[u8], stamp: Option<Stamp>) -> Self {
        Self {
            path: path.map(StoredPath::from),
            bytes: bytes.len() as u64,
            digest: Digest::of(bytes),
            modified_ns: stamp.and_then(nanoseconds),
        }
    }

    /// Where the file was.
    pub fn path(&self) -> Option<PathBuf> {
        self.path.as_ref().map(PathBuf::from)
    }

    /// When the file was changed last.
    pub fn modified(&self) -> Option<SystemTime> {
        let since = Duration::from_nanos(self.modified_ns?);
        SystemTime::UNIX_EPOCH.checked_add(since)
    }

    pub(super) fn set_stamp(&mut self, stamp: Stamp) {
        self.modified_ns = nanoseconds(stamp);
    }
}

fn nanoseconds(stamp: Stamp) -> Option<u64> {
    let since = stamp.modified()?.duration_since(SystemTime::UNIX_EPOCH);
    u64::try_from(since.ok()?.as_nanos()).ok()
}

/// A path, as text wherever it is text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum StoredPath {
    Text(String),
    Raw(OsString),
}

impl From<&Path> for StoredPath {
    fn from(path: &Path) -> Self {
        let raw = || Self::Raw(path.as_os_str().to_owned());
        path.to_str()
            .map_or_else(raw, |text| Self::Text(text.to_owned()))
    }
}

impl From<&StoredPath> for PathBuf {
    fn from(path: &StoredPath) -> Self {
        match path {
            StoredPath::Text(text) => text.into(),
            StoredPath::Raw(raw) => raw.into(),
        }
    }
}

/// An edit as it was written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// What it is called; none for a walk through the history.
    pub label: Option<Label>,
    /// What it changed.
    pub changes: Vec<Named>,
}

/// One record of a journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Payload {
    /// The first.
    Head { journal: u32, base: Base },
    /// An edit was made.
    Edit(Recorded),
    /// What was edited so far, but for the last edits, is about to be saved, and will be these bytes.
    Saving {
        base: Base,
        /// How many of the last edits are not in them: they were made while the bytes were.
        #[serde(default, skip_serializing_if = "is_zero")]
        but_for: usize,
    },
    /// A form is filled so far.
    Draft { id: Box<str>, form: Value },
    /// A form was closed.
    DraftEnd { id: Box<str> },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// Of a first record, only what says by which version to read it.
#[derive(Deserialize)]
pub(super) struct Opening {
    pub head: OpeningHead,
}

#[derive(Deserialize)]
pub(super) struct OpeningHead {
    pub journal: u32,
}
