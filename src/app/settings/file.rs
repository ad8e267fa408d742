//! Where settings stand on disk. The file is at every moment whole: a new one is written beside it
//! and takes its place in one step, so that a kill or a power cut leaves the old or the new one.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;
use std::time::Duration;

use super::Settings;

/// The file's name in its folder.
const NAME: &str = "settings.json";

/// The settings file, and what this program last knew to stand in it.
#[derive(Debug)]
pub struct SettingsFile {
    path: PathBuf,
    /// What was last read or written: after a write that failed it is still what was before.
    known: Settings,
    writing: Option<Writing>,
    /// What is to be saved when the save under way has ended.
    next: Option<Settings>,
}

/// A save under way.
#[derive(Debug)]
struct Writing {
    settings: Settings,
    thread: JoinHandle<io::Result<()>>,
}

impl SettingsFile {
    /// The file in a folder, and the settings in it. One that is missing or spoilt reads as the
    /// default.
    pub fn open(folder: &Path) -> (Self, Settings) {
        let path = folder.join(NAME);
        let settings = read(&path, &Settings::default()).unwrap_or_default();
        let file = Self {
            path,
            known: settings.clone(),
            writing: None,
            next: None,
        };
        (file, settings)
    }

    /// Saves what was changed, on a thread of its own: the disk may take its time. What could not
    /// be saved, or not yet since a save is under way, is tried again with the next call, and
    /// before the end.
    pub fn save(&mut self, settings: &Settings) {
        let under_way = self.writing.as_ref();
        if under_way.is_some_and(|one| !one.thread.is_finished()) {
            self.next = Some(settings.clone());
            return;
        }
        self.wait();
        self.start(settings);
    }

    fn start(&mut self, settings: &Settings) {
        self.next = None;
        if *settings == self.known {
            return;
        }
        let (path, base, ours) = (self.path.clone(), self.known.clone(), settings.clone());
        let spawned = std::thread::Builder::new()
            .name("settings".into())
            .spawn(move || write(&path, &base, &ours));
        match spawned {
            Ok(thread) => {
                let settings = settings.clone();
                self.writing = Some(Writing { settings, thread });
            }
            Err(error) => tracing::warn!(%error, "no thread to save the settings"),
        }
    }

    /// Waits until what was saved stands on disk.
    fn wait(&mut self) {
        let Some(Writing { settings, thread }) = self.writing.take() else {
            return;
        };
        match thread.join() {
            Ok(Ok(())) => self.known = settings,
            Ok(Err(error)) => {
                tracing::warn!(%error, path = %self.path.display(), "the settings were not saved");
            }
            Err(_) => tracing::warn!("the thread that saves the settings broke off"),
        }
    }
}

impl Drop for SettingsFile {
    fn drop(&mut self) {
        self.wait();
        if let Some(next) = self.next.take() {
            self.start(&next);
            self.wait();
        }
    }
}

/// The settings that stand in a file, those of its fields that cannot be read as in `otherwise`.
/// `None` where nothing stands that says what a reader chose.
fn read(path: &Path, otherwise: &Settings) -> Option<Settings> {
    Settings::read_over(&fs::read_to_string(path).ok()?, otherwise)
}

/// Writes what was changed since `base` to what stands on disk.
fn write(path: &Path, base: &Settings, ours: &Settings) -> io::Result<()> {
    // Where the name is a link, what it leads to is replaced.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let _turn = Turn::take(path)?;
    // Another program may have saved since.
    let merged = read(path, base).map(|theirs| ours.merged(base, &theirs));
    let merged = merged.as_ref().unwrap_or(ours);
    replace(path, merged.write().as_bytes())
}

/// The right to save: of two programs that save at once the second reads what the first has written.
struct Turn {
    lock: PathBuf,
}

impl Turn {
    /// How often the turn is asked for: a save takes some milliseconds.
    const TRIES: u32 = 50;
    /// The time between.
    const PAUSE: Duration = Duration::from_millis(20);

    /// Waits for the turn. One that is held for longer than a save takes was left by a program that
    /// died in it; should that program only be slow, one of the two changes may be lost, but the
    /// file stays whole.
    fn take(path: &Path) -> io::Result<Self> {
        let lock = path.with_extension("lock");
        for _ in 0..Self::TRIES {
            match fs::File::create_new(&lock) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    std::thread::sleep(Self::PAUSE);
                }
                made => return made.map(|_| Self { lock }),
            }
        }
        Ok(Self { lock })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // Should it stay, the next save waits for it once.
        let _ = fs::remove_file(&self.lock);
    }
}

/// Puts new bytes in the place of a file's old ones, or leaves the old ones.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
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
    use super::super::Place;
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

    #[test]
    fn a_save_waits_for_no_other_and_the_last_wish_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        // What a program that died left holds a save up for a while.
        fs::write(folder.path().join("settings.lock"), "").expect("written");
        let (mut file, _) = SettingsFile::open(folder.path());
        let start = std::time::Instant::now();
        file.save(&with_theme("dark"));
        file.save(&with_theme("projector"));
        file.save(&with_theme("light"));
        assert!(start.elapsed() < Duration::from_millis(200));
        drop(file);
        assert_eq!(SettingsFile::open(folder.path()).1.theme, "light");
    }

    #[test]
    fn a_save_that_failed_is_tried_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        let (mut file, _) = SettingsFile::open(folder.path());
        fs::create_dir(&path).expect("a folder in its place");
        file.save(&with_theme("dark"));
        file.wait();
        fs::remove_dir(&path).expect("removed");
        file.save(&with_theme("dark"));
        drop(file);
        assert_eq!(SettingsFile::open(folder.path()).1.theme, "dark");
    }

    #[test]
    fn a_file_that_was_spoilt_meanwhile_takes_nothing_with_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        let mut settings = Settings::default();
        settings.remember_file("a.json".into());
        for spoilt in ["", "{\"recent\": [", "[]", "{\"recent\": 7}", "{}"] {
            let (mut file, _) = SettingsFile::open(folder.path());
            file.save(&settings);
            file.wait();
            fs::write(&path, spoilt).expect("written");
            settings.tone = !settings.tone;
            file.save(&settings);
            drop(file);
            assert_eq!(SettingsFile::open(folder.path()).1, settings, "{spoilt}");
        }
    }

    #[test]
    fn two_programs_that_save_at_once_lose_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut one, mut settings) = SettingsFile::open(folder.path());
        let (mut other, mut theirs) = SettingsFile::open(folder.path());
        for turn in 0..12u8 {
            settings.scale = 1.0 + f32::from(turn % 4) / 4.0;
            theirs.places.insert(
                turn.to_string(),
                Place {
                    start_s: 0.0,
                    end_s: 1.0,
                    selected: None,
                },
            );
            one.save(&settings);
            other.save(&theirs);
            one.wait();
            other.wait();
            let (_, read) = SettingsFile::open(folder.path());
            assert_eq!(read.scale, settings.scale, "{turn}");
            assert_eq!(read.places, theirs.places, "{turn}");
        }
    }

    #[test]
    fn a_turn_that_a_dead_program_left_is_taken_over() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("settings.lock"), "").expect("written");
        let (mut file, _) = SettingsFile::open(folder.path());
        file.save(&with_theme("dark"));
        drop(file);
        assert_eq!(SettingsFile::open(folder.path()).1.theme, "dark");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }
}
