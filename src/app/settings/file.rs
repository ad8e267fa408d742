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
mod tests;
