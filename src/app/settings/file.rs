//! Where settings stand on disk. The file is at every moment whole: a new one is written beside it
//! and takes its place in one step, so that a kill or a power cut leaves the old or the new one.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

use super::Settings;

/// The file's name in its folder.
const NAME: &str = "settings.json";

/// The settings file, and what this program last knew to stand in it.
#[derive(Debug)]
pub struct SettingsFile {
    path: PathBuf,
    known: Settings,
    writing: Option<JoinHandle<()>>,
}

impl SettingsFile {
    /// The file in a folder, and the settings in it. One that is missing or spoilt reads as the
    /// default.
    pub fn open(folder: &Path) -> (Self, Settings) {
        let path = folder.join(NAME);
        let settings = read(&path).unwrap_or_default();
        let file = Self {
            path,
            known: settings.clone(),
            writing: None,
        };
        (file, settings)
    }

    /// Saves what was changed, on a thread of its own: the disk may take its time.
    pub fn save(&mut self, settings: &Settings) {
        if *settings == self.known {
            return;
        }
        self.wait();
        let base = std::mem::replace(&mut self.known, settings.clone());
        let (path, ours) = (self.path.clone(), settings.clone());
        let write = move || {
            // Another program may have saved since.
            let merged = match read(&path) {
                Some(theirs) => ours.merged(&base, &theirs),
                None => ours,
            };
            if let Err(error) = replace(&path, merged.write().as_bytes()) {
                tracing::warn!(%error, path = %path.display(), "the settings were not saved");
            }
        };
        let spawned = std::thread::Builder::new()
            .name("settings".into())
            .spawn(write);
        match spawned {
            Ok(thread) => self.writing = Some(thread),
            Err(error) => tracing::warn!(%error, "no thread to save the settings"),
        }
    }

    /// Waits until what was saved stands on disk.
    fn wait(&mut self) {
        if let Some(thread) = self.writing.take() {
            // A fault in there was told where it happened.
            let _ = thread.join();
        }
    }
}

impl Drop for SettingsFile {
    fn drop(&mut self) {
        self.wait();
    }
}

fn read(path: &Path) -> Option<Settings> {
    let json = fs::read_to_string(path).ok()?;
    Some(Settings::read(&json))
}

/// Puts new bytes in the place of a file's old ones, or leaves the old ones.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // Where the name is a link, what it leads to is replaced.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Two programs that save at once must not write into one file.
    let beside = path.with_extension(format!("{}.new", std::process::id()));
    let written = fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let replaced = written.and_then(|()| fs::rename(&beside, path));
    if replaced.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_theme(theme: &str) -> Settings {
        Settings {
            theme: theme.into(),
            ..Settings::default()
        }
    }

    #[test]
    fn settings_are_there_in_the_next_run_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let nested = folder.path().join("not yet made");
        let (mut file, settings) = SettingsFile::open(&nested);
        assert_eq!(settings, Settings::default());
        file.save(&with_theme("dark"));
        file.save(&with_theme("projector"));
        drop(file);
        assert_eq!(SettingsFile::open(&nested).1.theme, "projector");
        let names = fs::read_dir(&nested).expect("a folder");
        assert_eq!(names.count(), 1);
    }

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        // Larger than what a disk writes at once, so that half of it could be seen.
        let texts = ["a", "b"].map(|letter| letter.repeat(1 << 20));
        replace(&path, texts[0].as_bytes()).expect("written");
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for turn in 0..20 {
                    replace(&path, texts[turn % 2].as_bytes()).expect("written");
                }
            });
            for _ in 0..50 {
                let seen = fs::read_to_string(&path).expect("always there");
                assert!(texts.contains(&seen), "{} bytes", seen.len());
            }
        });
    }

    #[test]
    fn what_cannot_be_written_leaves_the_old_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        fs::create_dir(&path).expect("a folder in its place");
        assert!(replace(&path, b"{}").is_err());
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }

    #[test]
    fn two_programs_keep_each_others_changes() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut one, settings) = SettingsFile::open(folder.path());
        let (mut other, _) = SettingsFile::open(folder.path());
        one.save(&with_theme("dark"));
        one.wait();
        other.save(&Settings {
            tone: true,
            ..settings
        });
        drop((one, other));
        let (_, read) = SettingsFile::open(folder.path());
        assert_eq!(read.theme, "dark");
        assert!(read.tone);
    }
}
