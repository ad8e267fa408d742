//! What a program that died while it edited left behind: edits that their file lacks.

use std::io;
use std::path::{Path, PathBuf};

use super::Document;
use super::backup::folder_of;
use super::journal::{self, ReadError, Recovered, Replayed, read, replay};
use super::keeper::Folders;
use super::lock::{self, Lock};
use super::storage::Storage;
use crate::record::Timeline;

/// The name under which a journal is kept whose edits nobody wants, or that cannot be used.
const ASIDE: &str = "journal-aside";

/// What was found beside a record.
#[derive(Debug)]
pub enum Left {
    /// Edits that can be made again.
    Edits(Box<LeftEdits>),
    /// A journal that is of no use for the file as it is. It was put aside, to this path.
    Unusable {
        /// Where it is.
        path: PathBuf,
        /// Why it is of no use.
        why: String,
        /// Unfinished forms that stood in it.
        drafts: Vec<(Box<str>, serde_json::Value)>,
    },
    /// Unfinished forms, and no edits that the file lacks. The journal stays where it is.
    Forms(Box<Recovered>),
}

/// Edits that can be made again.
#[derive(Debug)]
pub struct LeftEdits {
    /// The journal.
    pub recovered: Recovered,
    /// The record with its edits.
    pub replayed: Replayed,
}

/// Looks for what an earlier program left of a record that was just opened. Where another window
/// edits it now, its journal is that one's; nothing is then found.
pub fn look(storage: &dyn Storage, folders: &Folders, document: &Document) -> Option<Left> {
    let path = storage.follow(document.origin.path()?).ok()?;
    let folder = folder_of(&folders.state, &path);
    let journal = folder.join(journal::NAME);
    storage.look(&journal).ok()??;
    let _lock = Lock::take(&folder.join(lock::NAME), "looking for changes").ok()?;
    let read = match read(storage, &journal) {
        Ok(read) => read?,
        Err(ReadError::Damaged { before, .. }) => *before,
        Err(error) => return put_aside(storage, &journal, error.to_string(), Vec::new()),
    };
    if read.is_empty() {
        // It only says that the record was about to be edited.
        let _ = storage.remove(&journal);
        return None;
    }
    match replay(Timeline::clone(&document.timeline), &read) {
        Ok(replayed) if replayed.edits.is_empty() && replayed.failed.is_empty() => {
            // All edits are in the file.
            if !read.drafts.is_empty() {
                return Some(Left::Forms(Box::new(read)));
            }
            let _ = storage.remove(&journal);
            None
        }
        Ok(replayed) => Some(Left::Edits(Box::new(LeftEdits {
            recovered: read,
            replayed,
        }))),
        Err(error) => put_aside(storage, &journal, error.to_string(), read.drafts),
    }
}

/// Puts the journal of a record aside: its edits are not wanted. They can still be found there.
pub fn leave_out(storage: &dyn Storage, folders: &Folders, path: &Path) -> io::Result<()> {
    let path = storage.follow(path)?;
    let journal = folder_of(&folders.state, &path).join(journal::NAME);
    rename_aside(storage, &journal).map(|_| ())
}

fn put_aside(
    storage: &dyn Storage,
    journal: &Path,
    why: String,
    drafts: Vec<(Box<str>, serde_json::Value)>,
) -> Option<Left> {
    let path = rename_aside(storage, journal).ok()?;
    Some(Left::Unusable { path, why, drafts })
}

fn rename_aside(storage: &dyn Storage, journal: &Path) -> io::Result<PathBuf> {
    let mut number = 1;
    loop {
        let aside = journal.with_file_name(format!("{ASIDE}-{number}"));
        if storage.look(&aside)?.is_none() {
            storage.rename(journal, &aside)?;
            return Ok(aside);
        }
        number += 1;
    }
}
