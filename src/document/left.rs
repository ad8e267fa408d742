//! What a program that died while it edited left behind: edits that their file lacks.

use std::io;
use std::path::{Path, PathBuf};

use super::Document;
use super::backup::{VERSIONS, folder_of, list};
use super::digest::Digest;
use super::journal::{self, Base, ReadError, Recovered, Replayed, read, replay};
use super::keeper::Folders;
use super::lock::{self, Holder, Lock, LockError};
use super::merge::{Merge, merge, stand_in};
use super::save::save_for_owner;
use super::storage::Storage;
use crate::format::native;
use crate::record::{ReadOnlyReason, Timeline};

/// The name under which a journal is kept whose edits nobody wants, or that cannot be used.
const ASIDE: &str = "journal-aside";

/// What was found beside a record.
#[derive(Debug)]
pub enum Left {
    /// Edits that can be made again.
    Edits(Box<LeftEdits>),
    /// Edits of the file as it was before another program changed it.
    Merge(Box<LeftMerge>),
    /// A journal that is of no use for the file as it is. It was put aside, to this path.
    Unusable {
        /// Where it is.
        path: PathBuf,
        /// Why it is of no use.
        why: String,
        /// Unfinished forms that stood in it.
        drafts: Vec<(Box<str>, serde_json::Value)>,
    },
    /// A journal that cannot be read now, and may be by a later version or another time: it stays
    /// where it is.
    Unread {
        /// Where it is.
        path: PathBuf,
        /// Why it is not read.
        why: String,
    },
    /// Another window edits the record now.
    Held,
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

/// Edits of the file as it was before another program changed it, merged with what it is now.
#[derive(Debug)]
pub struct LeftMerge {
    /// The journal.
    pub recovered: Recovered,
    /// The merge; its edit is to be made on the record as it was opened.
    pub merge: Merge,
    /// How many edits could not be made again. They are in the journal only: see [`keep_copy`].
    pub failed: usize,
}

/// A journal whose middle is spoilt, kept as it was before what can be read of it goes on.
#[derive(Debug)]
pub struct Spoilt {
    /// Where it is kept.
    pub path: PathBuf,
    /// What is wrong with it.
    pub why: String,
}

/// What was found beside a record.
#[derive(Debug, Default)]
pub struct Found {
    /// What an earlier program left.
    pub left: Option<Left>,
    /// Of a journal that can be read in part only.
    pub spoilt: Option<Spoilt>,
}

/// Looks for what an earlier program left of a record that was just opened. Where another window
/// edits it now, its journal is that one's, and only that is told.
pub fn look(storage: &dyn Storage, folders: &Folders, document: &Document) -> Found {
    let mut spoilt = None;
    let left = left(storage, folders, document, &mut spoilt);
    Found { left, spoilt }
}

fn left(
    storage: &dyn Storage,
    folders: &Folders,
    document: &Document,
    spoilt: &mut Option<Spoilt>,
) -> Option<Left> {
    let path = storage.follow(document.origin.path()?).ok()?;
    let folder = folder_of(&folders.state, &path);
    let journal = folder.join(journal::NAME);
    storage.look(&journal).ok()??;
    let _lock = match Lock::take(&folder.join(lock::NAME), "looking for changes") {
        Ok(lock) => lock,
        Err(LockError::Held { holder }) => {
            let is_ours = holder.as_ref().is_some_and(Holder::is_this_process);
            return (!is_ours).then_some(Left::Held);
        }
        Err(LockError::Io { .. }) => return None,
    };
    let mut read = match read(storage, &journal) {
        Ok(read) => read?,
        Err(ReadError::Damaged { path, at, before }) => {
            let recovered = before.clone();
            let why = ReadError::Damaged { path, at, before }.to_string();
            match keep_copy_of(storage, &journal) {
                Ok(path) => *spoilt = Some(Spoilt { path, why }),
                // Without a copy nothing of it is touched.
                Err(_) => return Some(Left::Unread { path: journal, why }),
            }
            *recovered
        }
        Err(error @ (ReadError::Io { .. } | ReadError::Newer { .. })) => {
            let why = error.to_string();
            return Some(Left::Unread { path: journal, why });
        }
        Err(error @ ReadError::NotAJournal { .. }) => {
            return put_aside(storage, &journal, error.to_string(), Vec::new());
        }
    };
    if read.is_empty() {
        // It only says that the record was about to be edited.
        let _ = storage.remove(&journal);
        return None;
    }
    if read.edits().next().is_none() {
        // Forms are of whatever the record is now.
        read.base = Base::of(Some(&path), document.timeline.original(), document.stamp);
        return Some(Left::Forms(Box::new(read)));
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
        Err(error) => {
            let drafts = read.drafts.clone();
            match merged(storage, folders, &path, document, read) {
                Some(merge) => Some(Left::Merge(Box::new(merge))),
                None => put_aside(storage, &journal, error.to_string(), drafts),
            }
        }
    }
}

/// Whether nobody edits the record at `path` any more.
pub fn is_free(storage: &dyn Storage, folders: &Folders, path: &Path) -> bool {
    let path = storage.follow(path).unwrap_or_else(|_| path.to_owned());
    let lock = folder_of(&folders.state, &path).join(lock::NAME);
    Lock::take(&lock, "looking whether it is free").is_ok()
}

/// Merges edits with a file that they were not made on; `None` where none of them can be.
fn merged(
    storage: &dyn Storage,
    folders: &Folders,
    path: &Path,
    document: &Document,
    recovered: Recovered,
) -> Option<LeftMerge> {
    let theirs = &*document.timeline;
    let may_be_changed = theirs
        .read_only_reason()
        .is_none_or(ReadOnlyReason::user_decides);
    if !may_be_changed {
        return None;
    }
    let on_its_own_base = || {
        let base = base_of(storage, folders, path, &recovered)?;
        let replayed = replay(base.clone(), &recovered).ok()?;
        Some((base, replayed.timeline, replayed.failed.len()))
    };
    let (base, ours, failed) = on_its_own_base().unwrap_or_else(|| {
        let made_up = stand_in(theirs, &recovered);
        (made_up.base, made_up.ours, made_up.failed.len())
    });
    if failed > 0 && failed == recovered.edits().count() {
        return None;
    }
    let merge = merge(&base, &ours, theirs);
    Some(LeftMerge {
        recovered,
        merge,
        failed,
    })
}

/// The file that a journal's edits were made on, if it is one of the earlier versions.
fn base_of(
    storage: &dyn Storage,
    folders: &Folders,
    path: &Path,
    recovered: &Recovered,
) -> Option<Timeline> {
    let versions = list(storage, &folder_of(&folders.data.join(VERSIONS), path)).ok()?;
    let bytes = versions.iter().find_map(|version| {
        let bytes = storage.read(&version.path).ok()?;
        recovered.knows(Digest::of(&bytes)).then_some(bytes)
    });
    Some(native::read(bytes?).ok()?.timeline)
}

/// Keeps a copy of a record's journal beside it, before it goes on without some of its edits.
pub fn keep_copy(storage: &dyn Storage, folders: &Folders, path: &Path) -> io::Result<PathBuf> {
    let path = storage.follow(path)?;
    keep_copy_of(
        storage,
        &folder_of(&folders.state, &path).join(journal::NAME),
    )
}

fn keep_copy_of(storage: &dyn Storage, journal: &Path) -> io::Result<PathBuf> {
    let bytes = storage.read(journal)?;
    let aside = free_name(storage, journal)?;
    save_for_owner(storage, &aside, &bytes).map_err(io::Error::other)?;
    Ok(aside)
}

/// Puts the journal of a record aside: its edits are not wanted. They can still be found there.
pub fn leave_out(storage: &dyn Storage, folders: &Folders, path: &Path) -> io::Result<()> {
    let path = storage.follow(path)?;
    let folder = folder_of(&folders.state, &path);
    // What another window writes to is not taken from it.
    let lock = Lock::take(&folder.join(lock::NAME), "putting changes aside");
    let _lock = lock.map_err(io::Error::other)?;
    rename_aside(storage, &folder.join(journal::NAME)).map(|_| ())
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
    let aside = free_name(storage, journal)?;
    storage.rename(journal, &aside)?;
    Ok(aside)
}

/// A name for a journal that is put aside at which nothing stands.
fn free_name(storage: &dyn Storage, journal: &Path) -> io::Result<PathBuf> {
    let mut number = 1;
    loop {
        let aside = journal.with_file_name(format!("{ASIDE}-{number}"));
        if storage.look(&aside)?.is_none() {
            return Ok(aside);
        }
        number += 1;
    }
}
