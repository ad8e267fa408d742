//! The journal: every finished edit on the disk before the file is saved, and unfinished forms too.
//!
//! **Promise.** After [`Journal::sync`] returned without an error, what was written before it is
//! there after a kill and after a power cut. To ask for it within 100 ms of an edit is the
//! caller's part, on a thread of its own: a disk takes from 1 to 30 ms for it, a busy one more.
//!
//! **How.** Records are appended, each in a frame that tells whether it is whole, as
//! databases do it (`SQLite`, "Write-Ahead Logging", <https://sqlite.org/wal.html>). After a call
//! failed, nothing is known of the file's end, and a second wait for it would say nothing
//! ("fsyncgate", <https://lwn.net/Articles/752063/>): so the records since the last save are kept
//! in memory, and the next call writes the whole journal anew and puts it in the old one's place,
//! as [`super::save`] does. So a journal is repaired by trying again.
//!
//! The head names the [`Base`], the file that the edits were made on. A save is announced before
//! it ([`Journal::saving`]) and reported after it ([`Journal::saved`]): whenever the program dies
//! between the two, the journal still knows the file, be it the old one or the new.

mod frame;
mod payload;
mod recovered;
mod replay;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;
use thiserror::Error;

pub use payload::{Base, Recorded};
pub use recovered::{ReadError, Recovered, Torn, read};
pub(super) use replay::replay_on;
pub use replay::{Failed, OtherBase, Replayed, Why, replay};

use super::disk::Stamp;
use super::label::Label;
use super::named::Named;
use super::save::{SaveError, save_for_owner};
use super::storage::{OpenFile, Readers, Storage};
use payload::{Payload, VERSION};
use recovered::Entry;

/// The journal's name in the folder for what is kept of a record.
pub const NAME: &str = "journal";

/// Bytes of drafts that were replaced by later ones, over which the journal is written anew.
const MOST_REPLACED_BYTES: usize = 1 << 20;

/// A journal that is being written.
#[derive(Debug)]
pub struct Journal {
    storage: Arc<dyn Storage>,
    path: PathBuf,
    /// None after a call failed: then the next one writes the whole journal anew.
    file: Option<Box<dyn OpenFile>>,
    base: Base,
    /// What happened since the base, each with its frame.
    entries: Vec<Kept>,
    /// How many edits were ever written here.
    edits: u64,
    /// The frames of the drafts as they are now.
    drafts: BTreeMap<Box<str>, Vec<u8>>,
    /// Bytes in the file that no one needs any more.
    replaced_bytes: usize,
    is_durable: bool,
}

/// A moment in a journal.
#[derive(Clone, Copy, Debug)]
pub struct Mark(u64);

fn announcement(base: Base, but_for: usize) -> Payload {
    Payload::Saving { base, but_for }
}

#[derive(Debug)]
struct Kept {
    frame: Vec<u8>,
    /// The record was about to be saved as this.
    saving: Option<Base>,
}

/// Why a journal was not begun.
#[derive(Debug, Error)]
pub enum StartError {
    /// Another is there, which may hold edits that are nowhere else.
    #[error("{} is there already; recover what is in it first", path.display())]
    Unread {
        /// The other journal.
        path: PathBuf,
    },
    /// It could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl Journal {
    /// Begins a journal of edits on `base`; its folder is made where it is missing.
    ///
    /// # Errors
    /// One that is there already is left as it is: [`read`] it, and [`Journal::resume`].
    pub fn start(storage: Arc<dyn Storage>, path: &Path, base: Base) -> Result<Self, StartError> {
        let failed = |source| SaveError::new(path, source);
        if let Some(folder) = path.parent() {
            storage
                .create_folder(folder, Readers::Owner)
                .map_err(failed)?;
        }
        if storage.look(path).map_err(failed)?.is_some() {
            let path = path.to_owned();
            return Err(StartError::Unread { path });
        }
        let mut journal = Self::new(storage, path, base);
        journal.write_anew()?;
        Ok(journal)
    }

    /// Goes on with a journal that was read. A torn end, or what was behind a damage, goes.
    pub fn resume(
        storage: Arc<dyn Storage>,
        path: &Path,
        recovered: &Recovered,
    ) -> Result<Self, SaveError> {
        let mut journal = Self::new(storage, path, recovered.base.clone());
        for entry in &recovered.entries {
            let (payload, saving) = match entry {
                Entry::Edit(edit) => (Payload::Edit(edit.clone()), None),
                Entry::Saving(base) => (announcement(base.clone(), 0), Some(base.clone())),
            };
            let frame = journal.frame(&payload)?;
            journal.entries.push(Kept { frame, saving });
        }
        for (id, form) in &recovered.drafts {
            let (id, form) = (id.clone(), form.clone());
            let payload = Payload::Draft { id, form };
            let frame = journal.frame(&payload)?;
            if let Payload::Draft { id, .. } = payload {
                journal.drafts.insert(id, frame);
            }
        }
        journal.write_anew()?;
        Ok(journal)
    }

    fn new(storage: Arc<dyn Storage>, path: &Path, base: Base) -> Self {
        Self {
            storage,
            path: path.to_owned(),
            file: None,
            base,
            entries: Vec::new(),
            edits: 0,
            drafts: BTreeMap::new(),
            replaced_bytes: 0,
            is_durable: false,
        }
    }

    /// Writes an edit down that was made ([`super::Made::named`]), or a walk through the history.
    ///
    /// # Errors
    /// As with all that follow: it is kept in memory, and the next call writes it too.
    pub fn edit(&mut self, label: Option<&Label>, changes: &[Named]) -> Result<(), SaveError> {
        let (label, changes) = (label.cloned(), changes.to_vec());
        let payload = Payload::Edit(Recorded { label, changes });
        let frame = self.frame(&payload)?;
        let written = self.append(&frame);
        self.entries.push(Kept {
            frame,
            saving: None,
        });
        self.edits += 1;
        self.or_anew(written)
    }

    /// Writes down how far a form is filled; what was written of it before is replaced.
    pub fn draft(&mut self, id: &str, form: Value) -> Result<(), SaveError> {
        let id: Box<str> = id.into();
        let payload = Payload::Draft {
            id: id.clone(),
            form,
        };
        let frame = self.frame(&payload)?;
        let written = self.append(&frame);
        let old = self.drafts.insert(id, frame);
        self.replaced_bytes += old.map_or(0, |old| old.len());
        self.or_anew(written)
    }

    /// Writes down that a form was closed, saved or not.
    pub fn end_draft(&mut self, id: &str) -> Result<(), SaveError> {
        let Some(old) = self.drafts.remove(id) else {
            return Ok(());
        };
        let payload = Payload::DraftEnd { id: id.into() };
        let frame = self.frame(&payload)?;
        self.replaced_bytes += old.len() + frame.len();
        let written = self.append(&frame);
        self.or_anew(written)
    }

    /// The edits that are written here now: those that a save begun now will have.
    pub fn mark(&self) -> Mark {
        Mark(self.edits)
    }

    /// Announces that the record, with the edits up to the mark, is about to be saved as these
    /// bytes, and makes it durable.
    pub fn saving(&mut self, base: Base, mark: Mark) -> Result<(), SaveError> {
        let but_for = usize::try_from(self.edits - mark.0).unwrap_or(usize::MAX);
        let written = self.frame(&announcement(base.clone(), but_for))?;
        let written = self.append(&written);
        // Written anew, it stands where it belongs.
        let frame = self.frame(&announcement(base.clone(), 0))?;
        let at = self.entries.len().saturating_sub(but_for);
        let saving = Some(base);
        self.entries.insert(at, Kept { frame, saving });
        self.or_anew(written)?;
        self.sync()
    }

    /// What was announced last is saved, and looks so: the edits before it need no journal more.
    pub fn saved(&mut self, stamp: Stamp) -> Result<(), SaveError> {
        let at = self.entries.iter().rposition(|kept| kept.saving.is_some());
        let Some(at) = at else { return Ok(()) };
        let announced = self.entries.drain(..=at).next_back();
        if let Some(base) = announced.and_then(|kept| kept.saving) {
            self.base = base;
            self.base.set_stamp(stamp);
        }
        self.write_anew()
    }

    /// Goes on with another file, which has what was written here but for these changes. The old
    /// journal stands until the new one is in its place, in one step. No save may be announced.
    pub fn rebase(
        &mut self,
        base: Base,
        label: Option<&Label>,
        changes: &[Named],
    ) -> Result<(), SaveError> {
        let mut entries = Vec::new();
        if !changes.is_empty() {
            let (label, changes) = (label.cloned(), changes.to_vec());
            let frame = self.frame(&Payload::Edit(Recorded { label, changes }))?;
            entries.push(Kept {
                frame,
                saving: None,
            });
        }
        (self.base, self.entries) = (base, entries);
        self.edits += 1;
        self.write_anew()
    }

    /// Waits until all that was written is on the disk.
    pub fn sync(&mut self) -> Result<(), SaveError> {
        if self.is_durable {
            return Ok(());
        }
        let Some(file) = &mut self.file else {
            return self.write_anew();
        };
        if let Err(source) = file.sync() {
            self.file = None;
            return Err(SaveError::new(&self.path, source));
        }
        self.is_durable = true;
        Ok(())
    }

    /// Whether nothing waits for [`Journal::sync`].
    pub fn is_durable(&self) -> bool {
        self.is_durable
    }

    /// The file that the edits here were made on.
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// Ends the journal: where nothing in it is unsaved or unfinished, its file goes.
    pub fn finish(mut self) -> Result<(), SaveError> {
        if !self.entries.is_empty() || !self.drafts.is_empty() {
            return self.sync();
        }
        self.file = None;
        let removed = self.storage.remove(&self.path);
        removed.map_err(|source| SaveError::new(&self.path, source))
    }

    fn frame(&self, payload: &Payload) -> Result<Vec<u8>, SaveError> {
        frame::of(payload).map_err(|source| SaveError::new(&self.path, source))
    }

    /// Writes a frame after the others; whether it could be: without a file, or where much is
    /// replaced, all is to be written anew.
    fn append(&mut self, frame: &[u8]) -> Result<bool, SaveError> {
        self.is_durable = false;
        let Some(file) = &mut self.file else {
            return Ok(false);
        };
        if let Err(source) = file.write(frame) {
            // Half of it may stand there now.
            self.file = None;
            return Err(SaveError::new(&self.path, source));
        }
        Ok(self.replaced_bytes <= MOST_REPLACED_BYTES)
    }

    fn or_anew(&mut self, written: Result<bool, SaveError>) -> Result<(), SaveError> {
        if written? { Ok(()) } else { self.write_anew() }
    }

    /// Writes the whole journal and puts it in the old one's place; it is durable then.
    fn write_anew(&mut self) -> Result<(), SaveError> {
        self.file = None;
        self.is_durable = false;
        let mut bytes = self.frame(&Payload::Head {
            journal: VERSION,
            base: self.base.clone(),
        })?;
        let entries = self.entries.iter().map(|kept| &kept.frame);
        for frame in entries.chain(self.drafts.values()) {
            bytes.extend_from_slice(frame);
        }
        save_for_owner(&*self.storage, &self.path, &bytes)?;
        (self.is_durable, self.replaced_bytes) = (true, 0);
        // Where it cannot be opened now, the next call writes it anew again.
        self.file = self.storage.append(&self.path).ok();
        Ok(())
    }
}

#[cfg(test)]
mod tests;
