//! Earlier versions: the last ten that were saved over, each named by the time in UTC.
//!
//! **Promise.** Before a save, the bytes that it will replace stand in a folder of their own,
//! whole and on the disk; a version that stands there already is not kept twice in a row. The
//! folder is the caller's to choose, and so is the time: nothing here asks a clock. Times are in
//! UTC, so that the names sort as the versions were made, also when summer time ends; a clock that
//! was set back makes them lie, and never costs the version that was kept last.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, SubsecRound as _, TimeDelta, Utc};
use thiserror::Error;

use super::digest::Digest;
use super::save::{SaveError, save_for_owner};
use super::storage::{Readers, Storage};

/// The folder for versions, in the program's folder for data.
pub const VERSIONS: &str = "versions";

/// How many versions are kept of a record.
pub const MOST: usize = 10;

/// How a version is named, `2026-11-27T08-26-09.123Z.json`: no system forbids these characters.
const NAME: &str = "%Y-%m-%dT%H-%M-%S%.3fZ.json";

/// Versions that are closer than this are named one after the other.
const MOMENT: TimeDelta = TimeDelta::seconds(1);

/// An earlier version of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was kept.
    pub at: DateTime<Utc>,
    /// Where it is.
    pub path: PathBuf,
}

/// Why a version was not kept, or not found.
#[derive(Debug, Error)]
pub enum BackupError {
    /// It could not be written.
    #[error("the earlier version was not kept: {0}")]
    Save(#[from] SaveError),
    /// The folder could not be made, or its files not be read.
    #[error("the earlier versions in {} could not be reached: {source}; look whether the folder is there and may be read", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// The folder within `data` for what the program keeps of the record at `path`, which is
/// [followed](Storage::follow): readable, and another for each path.
///
/// ```
/// use std::path::Path;
/// use nenpyo::document::backup::folder_of;
/// let folder = folder_of(Path::new("/data"), Path::new("/home/a/東アジア.json"));
/// assert!(folder.starts_with("/data"));
/// assert!(folder.file_name().unwrap().to_str().unwrap().starts_with("東アジア-"));
/// ```
pub fn folder_of(data: &Path, path: &Path) -> PathBuf {
    /// As long as fits into a name with the rest, in UTF-8.
    const MOST_CHARACTERS: usize = 40;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let readable = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let stem: String = stem.chars().take(MOST_CHARACTERS).map(readable).collect();
    let digest = Digest::of(path.as_os_str().as_encoded_bytes()).to_string();
    data.join(format!("{stem}-{}", digest.get(..16).unwrap_or_default()))
}

/// The versions in a folder, the newest first. What has another name is left alone.
pub fn list(storage: &dyn Storage, folder: &Path) -> Result<Vec<Backup>, BackupError> {
    let names = match storage.list(folder) {
        Ok(names) => names,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(failed(folder, source)),
    };
    let backup = |name: &OsStr| {
        let at = time_of(name)?;
        let path = folder.join(name);
        Some(Backup { at, path })
    };
    let mut backups: Vec<Backup> = names.iter().filter_map(|name| backup(name)).collect();
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    Ok(backups)
}

/// Keeps bytes as the version of this time; `None` where the newest version has the same bytes.
/// Of more than [`MOST`] the oldest go.
pub fn keep(
    storage: &dyn Storage,
    folder: &Path,
    bytes: &[u8],
    at: DateTime<Utc>,
) -> Result<Option<Backup>, BackupError> {
    let there = list(storage, folder)?;
    if let Some(newest) = there.first() {
        // One that cannot be read is no reason to keep none.
        let is_same = storage.read(&newest.path).is_ok_and(|old| old == bytes);
        if is_same {
            return Ok(None);
        }
    }
    let created = storage.create_folder(folder, Readers::Owner);
    created.map_err(|source| failed(folder, source))?;
    let mut at = at.trunc_subsecs(3);
    // One after the other within a moment, and not into the gap that the oldest left.
    if let Some(newest) = there.first().map(|newest| newest.at)
        && (TimeDelta::zero()..MOMENT).contains(&(newest - at))
    {
        at = newest;
    }
    while there.iter().any(|other| other.at == at) {
        at += TimeDelta::milliseconds(1);
    }
    let path = folder.join(at.format(NAME).to_string());
    save_for_owner(storage, &path, bytes)?;
    for old in there.iter().skip(MOST - 1) {
        // What cannot be removed now goes with the next one.
        let _ = storage.remove(&old.path);
    }
    Ok(Some(Backup { at, path }))
}

fn time_of(name: &OsStr) -> Option<DateTime<Utc>> {
    let name = name.to_str()?;
    let at = NaiveDateTime::parse_from_str(name, NAME).ok()?.and_utc();
    // Other spellings of a time are not ours.
    (at.format(NAME).to_string() == name).then_some(at)
}

fn failed(folder: &Path, source: io::Error) -> BackupError {
    let folder = folder.to_owned();
    BackupError::Folder { folder, source }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::storage::Disk;
    use crate::document::storage::faulty::{Fault, Faulty, Loss};

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_790_000_000 + seconds, 123_456_789).expect("a time")
    }

    fn texts(storage: &dyn Storage, folder: &Path) -> Vec<String> {
        let listed = list(storage, folder).expect("listed");
        let text = |backup: &Backup| storage.read(&backup.path).expect("read");
        let texts = listed.iter().map(text);
        texts
            .map(|text| String::from_utf8(text).expect("text"))
            .collect()
    }

    #[test]
    fn ten_versions_are_kept_the_newest_first_and_none_twice_in_a_row() {
        let data = tempfile::tempdir().expect("a folder");
        let folder = folder_of(data.path(), Path::new("/home/a/Ein Test?.json"));
        assert!(list(&Disk, &folder).expect("none yet").is_empty());
        let first = keep(&Disk, &folder, b"0", at(0))
            .expect("kept")
            .expect("new");
        let name = first.path.file_name().expect("a name");
        assert_eq!(name, "2026-09-21T14-13-20.123Z.json");
        assert_eq!(keep(&Disk, &folder, b"0", at(1)).expect("asked"), None);
        std::fs::write(folder.join("2026.json"), "mine").expect("written");
        for number in 1..15 {
            let text = number.to_string();
            let kept = keep(&Disk, &folder, text.as_bytes(), at(number)).expect("kept");
            assert_eq!(
                kept.expect("new").at,
                list(&Disk, &folder).expect("listed")[0].at
            );
        }
        let expected: Vec<String> = (5..15).rev().map(|number| number.to_string()).collect();
        assert_eq!(texts(&Disk, &folder), expected);
        assert!(folder.join("2026.json").exists(), "it is not ours");
        keep(&Disk, &folder, b"13", at(20))
            .expect("kept")
            .expect("not the last");
    }

    #[test]
    fn versions_of_one_moment_and_of_a_clock_that_was_set_back_are_all_kept() {
        let disk = Faulty::with_folders(&["/", "/d"]);
        let folder = Path::new("/d/a");
        for number in 0..12 {
            keep(&disk, folder, &[b'a' + number], at(50))
                .expect("kept")
                .expect("new");
        }
        assert_eq!(texts(&disk, folder).concat(), "lkjihgfedc");
        let kept = keep(&disk, folder, b"z", at(-50))
            .expect("kept")
            .expect("new");
        assert_eq!(list(&disk, folder).expect("listed").len(), MOST);
        assert_eq!(disk.read(&kept.path).expect("still there"), b"z");
    }

    #[test]
    fn two_records_with_one_name_have_folders_of_their_own() {
        let folder = |path: &str| folder_of(Path::new("/d"), Path::new(path));
        assert_ne!(folder("/a/x.json"), folder("/b/x.json"));
        let long = folder(&format!("/a/{}.json", "年".repeat(200)));
        assert!(long.file_name().expect("a name").len() < 200);
        for odd in ["/", "/..", "/a/...json", "/a/con:?*.json"] {
            let name = folder(odd);
            let name = name
                .strip_prefix("/d")
                .expect("within")
                .to_str()
                .expect("text");
            assert!(
                name.chars().all(|c| c.is_alphanumeric() || c == '-'),
                "{name}"
            );
        }
    }

    #[test]
    fn whichever_call_fails_no_version_is_lost_or_halved() {
        let folder = Path::new("/d/a");
        let filled = || {
            let disk = Faulty::with_folders(&["/", "/d"]);
            for number in 0..MOST {
                let text = format!("version {number}");
                keep(&disk, folder, text.as_bytes(), at(number as i64)).expect("kept");
            }
            disk
        };
        let old = texts(&filled(), folder);
        let new = [&["the newest".to_owned()], &old[..MOST - 1]].concat();
        for fault in Fault::ERRORS.into_iter().chain([Fault::Crash]) {
            for call in 0..40 {
                let disk = filled();
                disk.fail_at(call, fault);
                let kept = keep(&disk, folder, b"the newest", at(100)).is_ok();
                let disks: Vec<Faulty> = match fault {
                    Fault::Crash => Loss::all().map(|loss| disk.after_crash(loss)).collect(),
                    _ => vec![disk],
                };
                for disk in disks {
                    disk.fail_at(usize::MAX, fault);
                    let mut left = texts(&disk, folder);
                    left.truncate(MOST);
                    assert!(left == old || left == new, "{fault:?} {call} {left:?}");
                    assert!(!kept || left == new, "{fault:?} {call} {left:?}");
                }
            }
        }
    }
}
