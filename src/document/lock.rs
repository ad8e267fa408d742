//! The lock: of all windows and programs that open a record, one may change it.
//!
//! **Promise.** While a [`Lock`] is held nobody else on this machine gets it, and whoever asks is
//! told who has it. It ends with its holder, however that ends, so a lock that was left behind
//! holds nobody up.
//!
//! **How.** The system locks the file (`flock`, `LockFileEx`) and lets go when the process is gone;
//! that a lock file is there says nothing. The file stays for good: who removes one lets a second
//! program lock the removed and a third the new one. Who holds it stands in a second file beside
//! it, since on some systems a locked file cannot be read; where it is still there when the lock
//! is free, the last holder died.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::storage::{Disk, Readers, Storage as _};

/// The lock's name in the folder for what is kept of a record.
pub const NAME: &str = "lock";

/// Who holds a lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The number of the process.
    pub pid: u32,
    /// What it says of itself, for a person: a window, a machine, a time.
    pub words: String,
}

impl Holder {
    /// Whether it is this program.
    pub fn is_this_process(&self) -> bool {
        self.pid == std::process::id()
    }
}

/// The right to change a record, given back when it is dropped.
#[derive(Debug)]
pub struct Lock {
    /// Locked as long as it is open.
    _file: File,
    holder_path: PathBuf,
    left_by: Option<Holder>,
}

/// Why a lock was not taken.
#[derive(Debug, Error)]
pub enum LockError {
    /// Another window or program has it; ask again when it is gone.
    #[error("the record is being edited elsewhere{}; it can be read here, and edited when that is closed", in_words(holder.as_ref()))]
    Held {
        /// Who; none where it has not said so yet.
        holder: Option<Holder>,
    },
    /// The system did not do it.
    #[error("{} could not be locked: {source}", path.display())]
    Io {
        /// The lock's file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

fn in_words(holder: Option<&Holder>) -> String {
    let words = |holder: &Holder| format!(" ({}, process {})", holder.words, holder.pid);
    holder.map(words).unwrap_or_default()
}

impl Lock {
    /// Takes the lock at `path`, whose folder is made where it is missing; `words` say for a person
    /// who has it. Never waits.
    pub fn take(path: &Path, words: &str) -> Result<Self, LockError> {
        let failed = |source| LockError::Io {
            path: path.to_owned(),
            source,
        };
        let holder_path = path.with_extension("holder");
        if let Some(folder) = path.parent() {
            Disk.create_folder(folder, Readers::Owner).map_err(failed)?;
        }
        let mut options = OpenOptions::new();
        let options = options.create(true).write(true).truncate(false);
        let file = options.open(path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let holder = read(&holder_path);
                return Err(LockError::Held { holder });
            }
            Err(TryLockError::Error(source)) => return Err(failed(source)),
        }
        let left_by = read(&holder_path);
        let holder = Holder {
            pid: std::process::id(),
            words: words.to_owned(),
        };
        let text = serde_json::to_vec(&holder).map_err(|error| failed(error.into()))?;
        // Who cannot say that they hold it hold it all the same.
        let _ = fs::write(&holder_path, text);
        Ok(Self {
            _file: file,
            holder_path,
            left_by,
        })
    }

    /// The holder before, where it died with the lock in its hands: there may be edits to recover.
    pub fn left_by(&self) -> Option<&Holder> {
        self.left_by.as_ref()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Before the file is closed, or the next holder's words would go.
        let _ = fs::remove_file(&self.holder_path);
    }
}

fn read(holder_path: &Path) -> Option<Holder> {
    serde_json::from_slice(&fs::read(holder_path).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    fn a_second_opener_is_told_who_has_the_lock_and_gets_it_when_that_is_gone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a").join(NAME);
        let first = Lock::take(&path, "the first window").expect("free");
        assert_eq!(first.left_by(), None);
        let refused = Lock::take(&path, "the second window").expect_err("held");
        let LockError::Held {
            holder: Some(holder),
        } = &refused
        else {
            panic!("{refused:?}")
        };
        let words = "the first window".to_owned();
        let pid = std::process::id();
        assert_eq!(*holder, Holder { pid, words });
        assert_eq!(
            refused.to_string(),
            format!(
                "the record is being edited elsewhere (the first window, process {pid}); \
                 it can be read here, and edited when that is closed"
            )
        );
        drop(first);
        let second = Lock::take(&path, "the second window").expect("free again");
        assert_eq!(second.left_by(), None, "the first has given it back");
        assert!(
            Lock::take(&folder.path().join("b/lock"), "").is_ok(),
            "another record"
        );
    }

    #[test]
    fn only_a_file_that_is_there_locks_nobody_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        fs::write(&path, "4242").expect("written");
        fs::write(path.with_extension("holder"), "no holder").expect("written");
        let lock = Lock::take(&path, "").expect("nobody has it");
        assert_eq!(lock.left_by(), None);
        fs::remove_file(path.with_extension("holder")).expect("removed");
        let refused = Lock::take(&path, "").expect_err("held");
        assert!(matches!(refused, LockError::Held { holder: None }));
    }

    #[test]
    fn a_lock_whose_holder_was_killed_is_seen_through() {
        const PLACE: &str = "NENPYO_TEST_LOCK";
        // The holder is this test itself, which is told what to lock.
        if let Some(path) = std::env::var_os(PLACE) {
            let _lock = Lock::take(Path::new(&path), "a child").expect("free");
            println!("\nholding");
            std::thread::sleep(std::time::Duration::from_mins(1));
            return;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args([
                "--exact",
                "document::lock::tests::a_lock_whose_holder_was_killed_is_seen_through",
                "--nocapture",
            ])
            .env(PLACE, &path)
            .stdout(Stdio::piped())
            .spawn()
            .expect("started");
        let said = BufReader::new(child.stdout.take().expect("piped"));
        let mut lines = said.lines().map_while(Result::ok);
        assert!(
            lines.any(|line| line.ends_with("holding")),
            "it has the lock"
        );
        let refused = Lock::take(&path, "").expect_err("held");
        let LockError::Held {
            holder: Some(holder),
        } = refused
        else {
            panic!("{refused:?}")
        };
        assert_eq!(holder.pid, child.id());
        child.kill().expect("killed");
        child.wait().expect("gone");
        let lock = Lock::take(&path, "").expect("free");
        assert_eq!(lock.left_by(), Some(&holder));
    }
}
