//! Pictures beside the record: read from there and from nowhere else, and brought there.
//!
//! **Promise.** Only a plain file inside the record's folder is read, links followed, and only of a
//! type and size that [`picture`] takes. A picture that is brought has its bytes on the disk under a
//! name that was free before its path is told; a file that is there is never replaced. Whatever
//! fails, nothing but whole files is left.

mod error;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

pub use error::{BringError, ReadError};

use super::disk::Stamp;
use super::draft::slug;
use super::save::{SaveError, save};
use super::storage::{Kind, Readers, Storage};
use crate::format::{Progress, picture};
use crate::record::{EventIx, Timeline, path_stays_beside};

/// The folder for pictures beside a record.
pub const FOLDER: &str = "images";

/// A picture's file that may be read.
#[derive(Clone, Debug)]
pub struct Beside {
    path: PathBuf,
    /// What it looks like.
    pub stamp: Stamp,
}

impl Beside {
    /// Finds the picture of this path, as the record has it.
    pub fn find(storage: &dyn Storage, record: &Path, path: &str) -> Result<Self, ReadError> {
        if !path_stays_beside(path) {
            return Err(ReadError::Outside);
        }
        let folder = folder_of(storage, record).map_err(ReadError::from)?;
        let path = storage.follow(&folder.join(path))?;
        // A link may lead anywhere.
        if !path.starts_with(&folder) {
            return Err(ReadError::Outside);
        }
        let stamp = plain_file(storage, &path)?;
        Ok(Self { path, stamp })
    }

    /// All of its bytes.
    pub fn read(&self, storage: &dyn Storage) -> Result<Vec<u8>, ReadError> {
        picture::may_have_bytes(self.stamp.len())?;
        Ok(storage.read(&self.path)?)
    }
}

/// Brings a picture beside the record; returns its path as the record has it. What is beside it
/// already, the same file or the same bytes, stays where it is. Meant for a job's thread.
///
/// # Errors
/// Nothing was brought.
pub fn bring(
    storage: &dyn Storage,
    record: &Path,
    from: &Path,
    progress: &Progress,
) -> Result<String, BringError> {
    let from = storage.follow(from).map_err(ReadError::from)?;
    let stamp = plain_file(storage, &from)?;
    picture::may_have_bytes(stamp.len()).map_err(ReadError::from)?;
    // It is read, and written if it is not there yet.
    progress.start(stamp.len().saturating_mul(2).max(1));
    let bytes = storage.read(&from).map_err(ReadError::from)?;
    progress.advance(stamp.len());
    let head = picture::inspect(&bytes).map_err(ReadError::from)?;
    let folder = folder_of(storage, record).map_err(ReadError::from)?;
    if let Some(path) = path_inside(&folder, &from) {
        return Ok(path);
    }
    let pictures = folder.join(FOLDER);
    let failed = |source| SaveError::new(&pictures, source);
    storage
        .create_folder(&pictures, Readers::Usual)
        .map_err(failed)?;
    if let Some(name) = same_bytes(storage, &pictures, &bytes).map_err(failed)? {
        return Ok(format!("{FOLDER}/{name}"));
    }
    let name = free_name(storage, &pictures, &from, head.raster.extension()).map_err(failed)?;
    if progress.is_cancelled() {
        return Err(BringError::Cancelled);
    }
    save(storage, &pictures.join(&name), &bytes)?;
    progress.finish();
    Ok(format!("{FOLDER}/{name}"))
}

/// The paths of a record's pictures, each once. Meant for a job's thread.
pub fn paths(timeline: &Timeline) -> BTreeSet<String> {
    let names_some = |event: &EventIx| {
        let text = timeline.event_json(*event).as_bytes();
        memchr::memmem::find(text, b"\"images\"").is_some()
    };
    let events = timeline.events().filter(names_some);
    let images = events
        .filter_map(|event| timeline.event(event))
        .flat_map(|event| event.images);
    images.map(|image| image.path).collect()
}

/// Takes pictures along to the folder of another file of the record; returns those that could not be.
/// What is not there stays so, and a file that is there is never replaced. Meant for a job's thread.
pub fn take_along(
    storage: &dyn Storage,
    from: &Path,
    to: &Path,
    paths: &BTreeSet<String>,
) -> Vec<String> {
    if paths.is_empty() {
        // The disk that they would be on may hang.
        return Vec::new();
    }
    let folders = folder_of(storage, from).and_then(|from| Ok((from, folder_of(storage, to)?)));
    let Ok((old, new)) = folders else {
        return paths.iter().cloned().collect();
    };
    if old == new {
        return Vec::new();
    }
    let is_along = |path: &String| {
        let beside = match Beside::find(storage, from, path) {
            Ok(beside) => beside,
            Err(error) => return matches!(error, ReadError::Missing),
        };
        let Ok(bytes) = beside.read(storage) else {
            return false;
        };
        let target = new.join(path);
        match storage.look(&target) {
            Ok(None) => {}
            Ok(Some(_)) => return storage.read(&target).is_ok_and(|there| there == bytes),
            Err(_) => return false,
        }
        let folder = target.parent().unwrap_or(&new);
        let made = storage.create_folder(folder, Readers::Usual);
        made.is_ok() && save(storage, &target, &bytes).is_ok()
    };
    paths
        .iter()
        .filter(|path| !is_along(path))
        .cloned()
        .collect()
}

/// The folder that the record's file is in, links followed.
fn folder_of(storage: &dyn Storage, record: &Path) -> io::Result<PathBuf> {
    let record = storage.follow(record)?;
    Ok(record
        .parent()
        .map_or_else(|| record.clone(), Path::to_owned))
}

/// To open a pipe would be to wait for its other end.
fn plain_file(storage: &dyn Storage, path: &Path) -> Result<Stamp, ReadError> {
    let found = storage.look(path)?.ok_or(ReadError::Missing)?;
    match found.kind {
        Kind::File => Ok(found.stamp),
        Kind::Folder | Kind::Other => Err(ReadError::NotAFile),
    }
}

/// The path of a file from a folder that it is in; none where it is not, or has a name that no
/// record can hold.
fn path_inside(folder: &Path, file: &Path) -> Option<String> {
    let inside = file.strip_prefix(folder).ok()?;
    let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
    let path = parts?.join("/");
    path_stays_beside(&path).then_some(path)
}

/// The name of a file in the folder with these bytes.
fn same_bytes(storage: &dyn Storage, folder: &Path, bytes: &[u8]) -> io::Result<Option<String>> {
    let names = storage.list(folder)?;
    let mut names: Vec<_> = names.iter().filter_map(|name| name.to_str()).collect();
    names.sort_unstable();
    // What a save left that was killed is no picture.
    let names = names.into_iter().filter(|name| !name.starts_with('.'));
    for name in names.filter(|name| path_stays_beside(name)) {
        // What cannot be looked at is not the same.
        let path = folder.join(name);
        let Ok(Some(found)) = storage.look(&path) else {
            continue;
        };
        let may_be = found.kind == Kind::File && found.stamp.len() == bytes.len() as u64;
        // Through a link it would not be beside the record.
        if may_be
            && storage.follow(&path).is_ok_and(|at| at == path)
            && storage.read(&path).is_ok_and(|there| there == bytes)
        {
            return Ok(Some(name.to_owned()));
        }
    }
    Ok(None)
}

/// A name in the folder that nothing has, in letters that every system and every link takes.
fn free_name(
    storage: &dyn Storage,
    folder: &Path,
    from: &Path,
    extension: &str,
) -> io::Result<String> {
    let stem = from.file_stem().unwrap_or_default().to_string_lossy();
    let stem = match slug(&stem) {
        stem if stem.is_empty() => "picture".to_owned(),
        stem if is_device(&stem) => format!("{stem}-picture"),
        stem => stem,
    };
    let mut number = 1_u32;
    loop {
        let name = match number {
            1 => format!("{stem}.{extension}"),
            _ => format!("{stem}-{number}.{extension}"),
        };
        if storage.look(&folder.join(&name))?.is_none() {
            return Ok(name);
        }
        number += 1;
    }
}

/// What Windows takes for a device, whatever follows the dot.
fn is_device(stem: &str) -> bool {
    let numbered = |begin: &str| {
        let rest = stem.strip_prefix(begin);
        rest.is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    };
    matches!(stem, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests;
