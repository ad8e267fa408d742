//! The keeper of a record that is edited: it writes each finished edit down, saves, and keeps
//! earlier versions, on threads of its own, so that no frame waits for a disk.
//!
//! **Promise.** What [`Told::Durable`] was said of comes back after a kill or a power cut. A file
//! that another program changed is not saved over. Whatever fails, the edits stay with the keeper,
//! and [`Keeper::try_again`] begins with what failed.
//!
//! **How.** One thread, the scribe, holds the lock and the journal; another saves, so that an edit
//! is durable at once while a large file is being written. A save has the edits up to the moment at
//! which it was asked for; those made meanwhile stay in the journal.

mod saver;
mod scribe;

use std::cell::Cell;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use serde_json::Value;
use thiserror::Error;

use super::backup::BackupError;
use super::history::Revision;
use super::journal::{Recovered, StartError};
use super::label::Label;
use super::lock::LockError;
use super::named::Named;
use super::save::SaveError;
use super::storage::Storage;
use super::{Origin, Stamp};
use crate::record::Snapshot;
use scribe::{Ask, Scribe};

/// Calls the window when there is something to be told.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Where the program keeps what belongs to its user.
#[derive(Clone, Debug)]
pub struct Folders {
    /// For copies of the bundled record and for earlier versions.
    pub data: PathBuf,
    /// For journals and locks.
    pub state: PathBuf,
}

/// What a keeper begins with.
#[derive(Debug)]
pub struct Start {
    /// The record's file; of the bundled record a copy is made in the folder for data.
    pub origin: Origin,
    /// The record as it was opened.
    pub opened: Snapshot,
    /// What its file looked like then.
    pub stamp: Option<Stamp>,
    /// The program's folders.
    pub folders: Folders,
    /// What a second window is told of who edits.
    pub words: String,
    /// The journal that a program which died left, whose edits were made again.
    pub left: Option<Recovered>,
}

/// The file that a keeper goes on with after a merge.
#[derive(Debug)]
pub struct Onto {
    /// The record as it was read.
    pub opened: Snapshot,
    /// What its file looked like then.
    pub stamp: Option<Stamp>,
    /// What the edit is called that brings our changes to it.
    pub label: Label,
    /// What it changed; nothing where all is in the file.
    pub changes: Vec<Named>,
}

/// What a keeper has done.
#[derive(Debug)]
pub enum Told {
    /// It has the lock and a journal; edits are saved to this file.
    Begun {
        /// The file.
        path: PathBuf,
        /// What it looks like.
        stamp: Option<Stamp>,
        /// It was made now, as a copy of the bundled record.
        is_copy: bool,
    },
    /// It has not begun: edits are in memory only until it is asked to try again.
    NotBegun(BeginError),
    /// So many edits, of all that it was given, are on the disk.
    Durable(u64),
    /// What was edited last is in memory only.
    NotDurable(SaveError),
    /// The record is saved as it was at this revision.
    Saved {
        /// Which.
        revision: Revision,
        /// What the file looks like.
        stamp: Stamp,
    },
    /// It is not saved.
    NotSaved(NotSaved),
}

/// Why nothing is kept yet.
#[derive(Debug, Error)]
pub enum BeginError {
    /// Another window has the record, or there is no telling.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// There is no journal.
    #[error(transparent)]
    Journal(#[from] StartError),
    /// The copy of the bundled record, or what belongs to it, could not be made.
    #[error(transparent)]
    Copy(#[from] SaveError),
    /// The system gave no thread.
    #[error("the system gave the program no thread to save with")]
    NoThread,
}

/// Why a record was not saved.
#[derive(Debug, Error)]
pub enum NotSaved {
    /// Another program changed the file since it was read or saved last.
    #[error("{} was not saved: another program changed it meanwhile; save under another name, or open it anew", path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The disk did not do it.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The version that it would have replaced could not be kept.
    #[error(transparent)]
    Backup(#[from] BackupError),
}

/// A keeper at work.
#[derive(Debug)]
pub struct Keeper {
    asks: Sender<Ask>,
    told: Receiver<Told>,
    scribe: Option<JoinHandle<()>>,
    /// Edits that it was given, and of how many it has said that they are on the disk.
    given: Cell<u64>,
    durable: Cell<u64>,
}

impl Keeper {
    /// Sets a keeper to work; it says by [`Told::Begun`] or [`Told::NotBegun`] whether it could.
    pub fn start(storage: Arc<dyn Storage>, start: Start, wake: Wake) -> Self {
        let (asks, taken) = channel();
        let (tell, told) = channel();
        let teller = Teller { tell, wake };
        let to_scribe = asks.clone();
        let broken = teller.clone();
        let scribe = Builder::new()
            .name("nenpyo scribe".into())
            .spawn(move || Scribe::new(storage, start, teller, to_scribe).work(&taken));
        if scribe.is_err() {
            broken.tell(Told::NotBegun(BeginError::NoThread));
        }
        Self {
            asks,
            told,
            scribe: scribe.ok(),
            given: Cell::new(0),
            durable: Cell::new(0),
        }
    }

    /// Writes an edit down, or without a label a walk through the history.
    pub fn edit(&self, label: Option<Label>, changes: Vec<Named>) {
        self.given.set(self.given.get() + 1);
        self.ask(Ask::Edit { label, changes });
    }

    /// Writes down how far a form is filled; none: it was closed.
    pub fn draft(&self, id: &str, form: Option<Value>) {
        let id = id.into();
        self.ask(Ask::Draft { id, form });
    }

    /// Saves the record as it is now.
    pub fn save(&self, record: Snapshot, revision: Revision) {
        self.ask(Ask::Save { record, revision });
    }

    /// Goes on with the file as another program left it, and with what is to be changed in it: the
    /// edits that were written down before are in these changes. No save may be under way.
    ///
    /// The old journal stands until the new one is in its place; [`Told::Durable`] says when.
    pub fn rebase(&self, onto: Onto) {
        self.given.set(self.given.get() + 1);
        self.ask(Ask::Rebase(onto));
    }

    /// Begins where it could not begin or write before.
    pub fn try_again(&self) {
        self.ask(Ask::TryAgain);
    }

    /// What it has done since it was last asked.
    pub fn told(&self) -> Option<Told> {
        let told = self.told.try_recv().ok();
        if let Some(Told::Durable(edits)) = told {
            self.durable.set(edits);
        }
        told
    }

    /// Whether it has said of all edits that they are on the disk.
    pub fn has_all(&self) -> bool {
        self.durable.get() == self.given.get()
    }

    /// Waits until all that was asked for is done or has failed, and lets go of the record.
    pub fn finish(mut self) -> Vec<Told> {
        self.ask(Ask::Finish);
        if let Some(scribe) = self.scribe.take() {
            // It holds nothing that a panic could spoil, and is ended either way.
            let _ = scribe.join();
        }
        self.told.try_iter().collect()
    }

    /// The same, but waits no longer than this: a drive in a network may hang for as long as it
    /// likes. The keeper then goes on as long as the program does; what is durable by then comes back
    /// from the journal.
    pub fn finish_within(self, most: Duration) -> Vec<Told> {
        self.ask(Ask::Finish);
        let begun = Instant::now();
        while let Some(scribe) = &self.scribe {
            if scribe.is_finished() {
                break;
            }
            if begun.elapsed() >= most {
                tracing::warn!("the disk does not answer: the last edits are not saved");
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        self.told.try_iter().collect()
    }

    fn ask(&self, ask: Ask) {
        // Nobody is there where the system gave no thread, which was told.
        let _ = self.asks.send(ask);
    }
}

impl Drop for Keeper {
    /// Lets go of the record when all is done, without waiting for it.
    fn drop(&mut self) {
        self.ask(Ask::Finish);
    }
}

/// Tells what was done.
#[derive(Clone)]
struct Teller {
    tell: Sender<Told>,
    wake: Wake,
}

impl Teller {
    fn tell(&self, told: Told) {
        // The window may be gone by now.
        let _ = self.tell.send(told);
        (self.wake)();
    }
}

#[cfg(test)]
mod tests;
