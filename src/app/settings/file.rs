//! Where settings stand on disk. The file is at every moment whole: a new one is written beside it
//! and takes its place in one step, so that a kill or a power cut leaves the old or the new one.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use super::Settings;
use crate::app::jobs::Wake;

/// The file's name in its folder.
const NAME: &str = "settings.json";

/// The settings file, and what this program last knew to stand in it.
pub struct SettingsFile {
    path: PathBuf,
    /// What was last read or written: after a write that failed it is still what was before.
    known: Settings,
    writing: Option<Writing>,
    /// What is to be saved when the save under way has ended.
    next: Option<Settings>,
    health: Health,
    spoilt: Option<PathBuf>,
    /// Called when a save has ended.
    wake: Wake,
}

/// A save under way, and where its thread says how it ended.
struct Writing {
    settings: Settings,
    ended: Receiver<io::Result<()>>,
}

/// How the saves go.
#[derive(Default)]
enum Health {
    /// The last one went well, or none was tried.
    #[default]
    Good,
    /// One failed, for this reason, and nobody was told.
    Failed(io::Error),
    /// They still fail, which was told.
    Told,
}

impl SettingsFile {
    /// The file in a folder, and the settings in it. One that is missing or spoilt reads as the
    /// default. `wake` is called on another thread each time that a save has ended.
    pub fn open(folder: &Path, wake: Wake) -> (Self, Settings) {
        let path = folder.join(NAME);
        let settings = read(&path, &Settings::default());
        let spoilt = settings.is_none().then(|| keep_spoilt(&path)).flatten();
        let settings = settings.unwrap_or_default();
        let file = Self {
            spoilt,
            path,
            known: settings.clone(),
            writing: None,
            next: None,
            health: Health::Good,
            wake,
        };
        (file, settings)
    }

    /// Saves what was changed, on a thread of its own: the disk may take its time. What could not
    /// be saved is tried again with the next call; what cannot be saved yet, since a save is under
    /// way, when that one has ended.
    pub fn save(&mut self, settings: &Settings) {
        self.look();
        if self.writing.is_some() {
            self.next = Some(settings.clone());
        } else {
            self.start(settings);
        }
    }

    /// Why what was chosen is not remembered, told once until a save goes well again. To be asked
    /// in every frame: it starts the save that had to wait, too.
    pub fn failure(&mut self) -> Option<io::Error> {
        self.look();
        if self.writing.is_none()
            && let Some(next) = self.next.take()
        {
            self.start(&next);
        }
        match std::mem::take(&mut self.health) {
            Health::Good => None,
            Health::Told => {
                self.health = Health::Told;
                None
            }
            Health::Failed(error) => {
                self.health = Health::Told;
                Some(error)
            }
        }
    }

    /// Where the settings are that could not be read when the file was opened; told once.
    pub fn take_spoilt(&mut self) -> Option<PathBuf> {
        self.spoilt.take()
    }

    fn start(&mut self, settings: &Settings) {
        self.next = None;
        if *settings == self.known {
            return;
        }
        let (path, base, ours) = (self.path.clone(), self.known.clone(), settings.clone());
        let (tell, ended) = channel();
        let wake = Arc::clone(&self.wake);
        let spawned = std::thread::Builder::new()
            .name("settings".into())
            .spawn(move || {
                let _wake = WakeAtEnd(wake);
                // Nobody listens any more where the program has ended.
                let _ = tell.send(write(&path, &base, &ours));
            });
        match spawned {
            Ok(_) => {
                let settings = settings.clone();
                self.writing = Some(Writing { settings, ended });
            }
            Err(error) => self.failed(error),
        }
    }

    /// Takes note of a save that has ended.
    fn look(&mut self) {
        if let Some(writing) = &self.writing {
            match writing.ended.try_recv() {
                Ok(written) => self.ended(written),
                Err(TryRecvError::Disconnected) => self.ended(Err(broke_off())),
                Err(TryRecvError::Empty) => {}
            }
        }
    }

    /// Waits until what was saved stands on disk.
    fn wait(&mut self) {
        if let Some(writing) = &self.writing {
            let written = writing.ended.recv();
            self.ended(written.unwrap_or_else(|_| Err(broke_off())));
        }
    }

    fn ended(&mut self, written: io::Result<()>) {
        match (self.writing.take(), written) {
            (Some(writing), Ok(())) => {
                self.known = writing.settings;
                self.health = Health::Good;
            }
            (None, Ok(())) => {}
            (_, Err(error)) => self.failed(error),
        }
    }

    fn failed(&mut self, error: io::Error) {
        tracing::warn!(%error, path = %self.path.display(), "the settings were not saved");
        if !matches!(self.health, Health::Told) {
            self.health = Health::Failed(error);
        }
    }
}

/// Wakes the program however a save ends.
struct WakeAtEnd(Wake);

impl Drop for WakeAtEnd {
    fn drop(&mut self) {
        (self.0)();
    }
}

fn broke_off() -> io::Error {
    io::Error::other("the program failed while it saved them")
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
    let text = fs::read_to_string(path).ok()?;
    // Some editors put a byte order mark before what they save.
    Settings::read_over(text.trim_start_matches('\u{FEFF}'), otherwise)
}

/// Keeps a file that cannot be read as settings beside it, before other settings take its place.
/// None where there is nothing to keep.
fn keep_spoilt(path: &Path) -> Option<PathBuf> {
    let bytes = fs::read(path).ok().filter(|bytes| !bytes.is_empty())?;
    let aside = path.with_extension("json.bad");
    tracing::warn!(path = %aside.display(), "the settings cannot be read; they are kept here");
    fs::write(&aside, bytes).ok().map(|()| aside)
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

    fn open(folder: &Path) -> (SettingsFile, Settings) {
        SettingsFile::open(folder, Arc::new(|| {}))
    }

    #[test]
    fn settings_are_there_in_the_next_run_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let nested = folder.path().join("not yet made");
        let (mut file, settings) = open(&nested);
        assert_eq!(settings, Settings::default());
        file.save(&with_theme("dark"));
        file.save(&with_theme("projector"));
        drop(file);
        assert_eq!(open(&nested).1.theme, "projector");
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
        let (mut one, settings) = open(folder.path());
        let (mut other, _) = open(folder.path());
        one.save(&with_theme("dark"));
        one.wait();
        other.save(&Settings {
            tone: true,
            ..settings
        });
        drop((one, other));
        let (_, read) = open(folder.path());
        assert_eq!(read.theme, "dark");
        assert!(read.tone);
    }

    #[test]
    fn a_save_waits_for_no_other_and_the_last_wish_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        // What a program that died left holds a save up for a while.
        fs::write(folder.path().join("settings.lock"), "").expect("written");
        let (mut file, _) = open(folder.path());
        let start = std::time::Instant::now();
        file.save(&with_theme("dark"));
        file.save(&with_theme("projector"));
        file.save(&with_theme("light"));
        assert!(start.elapsed() < Duration::from_millis(200));
        drop(file);
        assert_eq!(open(folder.path()).1.theme, "light");
    }

    #[test]
    fn a_save_that_failed_is_tried_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        let (mut file, _) = open(folder.path());
        fs::create_dir(&path).expect("a folder in its place");
        file.save(&with_theme("dark"));
        file.wait();
        fs::remove_dir(&path).expect("removed");
        file.save(&with_theme("dark"));
        drop(file);
        assert_eq!(open(folder.path()).1.theme, "dark");
    }

    #[test]
    fn that_a_save_failed_is_told_once_until_one_goes_well() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        let (tell, woken) = channel();
        let wake: Wake = Arc::new(move || tell.send(()).expect("somebody waits"));
        let (mut file, _) = SettingsFile::open(folder.path(), wake);
        let mut save = |theme: &str| {
            file.save(&with_theme(theme));
            woken.recv().expect("a save ends");
            file.failure().map(|error| error.kind())
        };
        fs::create_dir(&path).expect("a folder in its place");
        assert!(save("dark").is_some());
        assert_eq!(save("projector"), None);
        fs::remove_dir(&path).expect("removed");
        assert_eq!(save("dark"), None);
        fs::remove_file(&path).expect("removed");
        fs::create_dir(&path).expect("a folder in its place again");
        assert!(save("light").is_some());
    }

    #[test]
    fn a_save_that_had_to_wait_begins_when_the_other_has_ended() {
        let folder = tempfile::tempdir().expect("a folder");
        let (tell, woken) = channel();
        let wake: Wake = Arc::new(move || tell.send(()).expect("somebody waits"));
        let (mut file, _) = SettingsFile::open(folder.path(), wake);
        file.save(&with_theme("dark"));
        file.next = Some(with_theme("light"));
        for _ in 0..2 {
            woken.recv().expect("a save ends");
            assert!(file.failure().is_none());
        }
        assert_eq!(open(folder.path()).1.theme, "light");
    }

    #[test]
    fn a_file_that_was_spoilt_meanwhile_takes_nothing_with_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        let mut settings = Settings::default();
        settings.remember_file("a.json".into());
        for spoilt in ["", "{\"recent\": [", "[]", "{\"recent\": 7}", "{}"] {
            let (mut file, _) = open(folder.path());
            file.save(&settings);
            file.wait();
            fs::write(&path, spoilt).expect("written");
            settings.tone = !settings.tone;
            file.save(&settings);
            drop(file);
            assert_eq!(open(folder.path()).1, settings, "{spoilt}");
        }
    }

    #[test]
    fn settings_that_cannot_be_read_are_kept_and_told_of() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        fs::write(&path, "{\"theme\": \"dark\", \"recent\": [").expect("written");
        let (mut file, settings) = open(folder.path());
        assert_eq!(settings, Settings::default());
        let aside = file.take_spoilt().expect("it is told");
        assert_eq!(file.take_spoilt(), None);
        file.save(&with_theme("dark"));
        drop(file);
        let kept = fs::read_to_string(aside).expect("kept");
        assert!(kept.starts_with("{\"theme\": \"dark\""));
        // A byte order mark spoils nothing.
        let text = fs::read_to_string(&path).expect("saved");
        fs::write(&path, format!("\u{FEFF}{text}")).expect("written");
        let (mut file, settings) = open(folder.path());
        assert_eq!(
            (settings.theme.as_str(), file.take_spoilt()),
            ("dark", None)
        );
    }

    #[test]
    fn two_programs_that_save_at_once_lose_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut one, mut settings) = open(folder.path());
        let (mut other, mut theirs) = open(folder.path());
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
            let (_, read) = open(folder.path());
            assert_eq!(read.scale, settings.scale, "{turn}");
            assert_eq!(read.places, theirs.places, "{turn}");
        }
    }

    #[test]
    fn a_turn_that_a_dead_program_left_is_taken_over() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("settings.lock"), "").expect("written");
        let (mut file, _) = open(folder.path());
        file.save(&with_theme("dark"));
        drop(file);
        assert_eq!(open(folder.path()).1.theme, "dark");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }
}
