//! Saving: new bytes take the place of a file's old ones in one step.
//!
//! **Promise.** Whatever fails, and whenever the power goes, the file is whole: it has its old
//! bytes or the new ones. After [`save`] returned without an error it has the new ones, on the
//! disk. The bytes are the caller's, line endings too; nothing is added.
//!
//! **How.** A temporary file in the same folder is written, waited for, and renamed over the old
//! one, and then the folder is waited for. POSIX makes `rename` one step for all who look; that a
//! power cut does not leave the new name with no bytes, or the old name, takes the two waits (Dan
//! Luu, "Files are hard", <https://danluu.com/file-consistency/>; T. S. Pillai et al., "All File
//! Systems Are Not Created Equal", OSDI 2014). The file that a symbolic link leads to is replaced
//! and the link stays. Owner, group and permissions go over to the new file, as far as the user
//! may give them; other names of the old file (hard links) keep the old bytes, and so they do with
//! every editor that saves safely.

mod error;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

pub use error::SaveError;

use super::digest::Digest;
use super::disk::Stamp;
use super::storage::{Found, Kind, OpenFile, Readers, Storage};

/// How many names are tried for the temporary file; others may be left from a machine that died.
const TRIES: usize = 100;

/// Saves bytes as a file; it looks then as the stamp says.
///
/// # Errors
/// The file is as it was, except after [`SaveError::Unsettled`].
pub fn save(storage: &dyn Storage, path: &Path, bytes: &[u8]) -> Result<Stamp, SaveError> {
    replace(storage, path, bytes, Readers::Usual)
}

/// The same for a file of the program's own, which only its owner shall read.
pub fn save_for_owner(
    storage: &dyn Storage,
    path: &Path,
    bytes: &[u8],
) -> Result<Stamp, SaveError> {
    replace(storage, path, bytes, Readers::Owner)
}

/// Removes the temporary files that saves of this file left when their program was killed; how
/// many. To be asked only by who alone may save the file (a lock tells).
pub fn sweep(storage: &dyn Storage, path: &Path) -> io::Result<usize> {
    let target = storage.follow(path)?;
    let (folder, begin) = (folder_of(&target), temporary_begin(&target));
    let mut removed = 0;
    for name in storage.list(folder)? {
        let is_ours = name.to_str().is_some_and(|name| {
            let rest = name.strip_prefix(&*begin);
            rest.is_some_and(|rest| rest.ends_with(TEMPORARY_END))
        });
        if is_ours {
            storage.remove(&folder.join(name))?;
            removed += 1;
        }
    }
    Ok(removed)
}

fn replace(
    storage: &dyn Storage,
    path: &Path,
    bytes: &[u8],
    readers: Readers,
) -> Result<Stamp, SaveError> {
    let failed = |source| SaveError::new(path, source);
    let target = storage.follow(path).map_err(failed)?;
    let old = storage.look(&target).map_err(failed)?;
    if let Some(old) = &old {
        may_be_replaced(storage, path, &target, old)?;
    }
    // Until it has its rights, nobody else is to read what may be secret.
    let readers = if old.is_some() {
        Readers::Owner
    } else {
        readers
    };
    let (beside, file) = create_beside(storage, &target, readers).map_err(failed)?;
    let replaced =
        write(file, bytes, old).and_then(|stamp| storage.rename(&beside, &target).map(|()| stamp));
    let stamp = replaced.map_err(|error| {
        // The first error is the one to tell.
        let _ = storage.remove(&beside);
        failed(error)
    })?;
    let settled = storage.sync_folder(folder_of(&target));
    settled.map_err(|source| SaveError::Unsettled {
        path: path.to_owned(),
        source,
    })?;
    Ok(stamp)
}

/// Refuses what a rename would replace without asking.
fn may_be_replaced(
    storage: &dyn Storage,
    path: &Path,
    target: &Path,
    old: &Found,
) -> Result<(), SaveError> {
    let owned = || path.to_owned();
    match old.kind {
        Kind::Folder => return Err(SaveError::Folder { path: owned() }),
        Kind::Other => return Err(SaveError::NotAFile { path: owned() }),
        Kind::File => {}
    }
    if old.is_read_only {
        return Err(SaveError::ReadOnly { path: owned() });
    }
    storage.may_write(target).map_err(|source| {
        if source.kind() == io::ErrorKind::PermissionDenied {
            SaveError::ReadOnly { path: owned() }
        } else {
            SaveError::new(path, source)
        }
    })
}

fn write(mut file: Box<dyn OpenFile>, bytes: &[u8], old: Option<Found>) -> io::Result<Stamp> {
    file.write(bytes)?;
    if let Some(rights) = old.and_then(|old| old.rights) {
        file.keep_rights(rights)?;
    }
    file.sync()?;
    file.stamp()
}

fn create_beside(
    storage: &dyn Storage,
    target: &Path,
    readers: Readers,
) -> io::Result<(PathBuf, Box<dyn OpenFile>)> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let mut tries = 0;
    loop {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!(
            "{}{}-{number}{TEMPORARY_END}",
            temporary_begin(target),
            std::process::id()
        );
        let beside = target.with_file_name(name);
        tries += 1;
        match storage.create(&beside, readers) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tries < TRIES => {}
            made => return made.map(|file| (beside, file)),
        }
    }
}

/// How the names of a file's temporary files begin: hidden, short also where the name is as long
/// as names may be, and another for each file.
fn temporary_begin(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default();
    let digest = Digest::of(name.as_encoded_bytes()).to_string();
    format!(".nenpyo-{}-", digest.get(..16).unwrap_or_default())
}

const TEMPORARY_END: &str = ".new";

/// The folder that a followed path is in.
fn folder_of(target: &Path) -> &Path {
    target.parent().unwrap_or(target)
}

#[cfg(test)]
mod tests;
