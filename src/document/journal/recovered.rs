//! Reading a journal: everything that was written whole.

use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;
use thiserror::Error;

use super::super::digest::Digest;
use super::super::storage::Storage;
use super::frame::{self, Frame};
use super::payload::{Base, Opening, Payload, Recorded, VERSION};

/// What a journal holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovered {
    /// The file that the first edit was made on.
    pub base: Base,
    /// Unfinished forms, as they were last, by their ids.
    pub drafts: Vec<(Box<str>, Value)>,
    /// The last record was not written whole and was left out; nobody was told that it is durable.
    pub torn: Option<Torn>,
    pub(super) entries: Vec<Entry>,
}

/// What was left out at a journal's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Torn {
    /// Its first byte.
    pub at: u64,
    /// How many bytes it is.
    pub bytes: u64,
}

/// What happened to the record.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Entry {
    Edit(Recorded),
    Saving(Base),
}

/// Why a journal was not read, or not to its end.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The system did not give it.
    #[error("{} could not be read: {source}", path.display())]
    Io {
        /// The journal.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is no journal, or its first record is spoilt.
    #[error("{} is no journal of edits, or its beginning is spoilt", path.display())]
    NotAJournal {
        /// The file.
        path: PathBuf,
    },
    /// A later version of the program wrote it.
    #[error("{} was written by a later version of this program (format {version}); open the record with that one", path.display())]
    Newer {
        /// The journal.
        path: PathBuf,
        /// The version of its format.
        version: u32,
    },
    /// A record in its middle is spoilt: the disk is failing, or another program wrote to it.
    #[error("{} is damaged at byte {at}; the edits before it can be recovered", path.display())]
    Damaged {
        /// The journal.
        path: PathBuf,
        /// The first byte of the record that is spoilt.
        at: u64,
        /// What was before it.
        before: Box<Recovered>,
    },
}

/// Reads a journal; `None` where there is none.
pub fn read(storage: &dyn Storage, path: &Path) -> Result<Option<Recovered>, ReadError> {
    match storage.read(path) {
        Ok(bytes) => parse(path, &bytes).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(ReadError::Io {
            path: path.to_owned(),
            source,
        }),
    }
}

/// Reads the bytes of the journal at `path`.
pub(super) fn parse(path: &Path, bytes: &[u8]) -> Result<Recovered, ReadError> {
    let frames = frame::frames(bytes);
    let Some((first, rest)) = frames.whole.split_first() else {
        return Err(ReadError::NotAJournal {
            path: path.to_owned(),
        });
    };
    let mut recovered = head(path, first.payload)?;
    let damaged = |at: usize, before: Recovered| ReadError::Damaged {
        path: path.to_owned(),
        at: at as u64,
        before: Box::new(before),
    };
    for Frame { at, payload } in rest {
        match serde_json::from_str(payload) {
            Ok(payload) if !matches!(payload, Payload::Head { .. }) => recovered.take(payload),
            _ => return Err(damaged(*at, recovered)),
        }
    }
    if frames.goes_on {
        return Err(damaged(frames.end, recovered));
    }
    if frames.end < bytes.len() {
        recovered.torn = Some(Torn {
            at: frames.end as u64,
            bytes: (bytes.len() - frames.end) as u64,
        });
    }
    Ok(recovered)
}

fn head(path: &Path, payload: &str) -> Result<Recovered, ReadError> {
    let path = || path.to_owned();
    let opening: Result<Opening, _> = serde_json::from_str(payload);
    let version = match opening {
        Ok(opening) => opening.head.journal,
        Err(_) => return Err(ReadError::NotAJournal { path: path() }),
    };
    if version > VERSION {
        return Err(ReadError::Newer {
            path: path(),
            version,
        });
    }
    match serde_json::from_str(payload) {
        Ok(Payload::Head { base, .. }) => Ok(Recovered {
            base,
            drafts: Vec::new(),
            torn: None,
            entries: Vec::new(),
        }),
        _ => Err(ReadError::NotAJournal { path: path() }),
    }
}

impl Recovered {
    /// Every edit, the oldest first.
    pub fn edits(&self) -> impl Iterator<Item = &Recorded> {
        self.entries.iter().filter_map(Entry::edit)
    }

    /// The edits that a file with this digest lacks; `None` where they were not made on it: it was
    /// changed by another program.
    ///
    /// The file may have been saved after some of them and before the journal was told.
    pub fn edits_since(&self, digest: Digest) -> Option<impl Iterator<Item = &Recorded>> {
        let is_it = |entry: &Entry| matches!(entry, Entry::Saving(base) if base.digest == digest);
        let from = match self.entries.iter().rposition(is_it) {
            Some(saved) => saved + 1,
            None if self.base.digest == digest => 0,
            None => return None,
        };
        let since = self.entries.get(from..).unwrap_or_default();
        Some(since.iter().filter_map(Entry::edit))
    }

    /// Whether edits of it were made on a file with this digest.
    pub fn knows(&self, digest: Digest) -> bool {
        self.edits_since(digest).is_some()
    }

    /// Whether there is nothing to recover.
    pub fn is_empty(&self) -> bool {
        self.edits().next().is_none() && self.drafts.is_empty()
    }

    fn take(&mut self, payload: Payload) {
        match payload {
            Payload::Head { .. } => {}
            Payload::Edit(edit) => self.entries.push(Entry::Edit(edit)),
            Payload::Saving { base, but_for } => {
                let at = self.entries.len().saturating_sub(but_for);
                self.entries.insert(at, Entry::Saving(base));
            }
            Payload::Draft { id, form } => {
                match self.drafts.iter_mut().find(|(known, _)| *known == id) {
                    Some((_, known)) => *known = form,
                    None => self.drafts.push((id, form)),
                }
            }
            Payload::DraftEnd { id } => self.drafts.retain(|(known, _)| *known != id),
        }
    }
}

impl Entry {
    fn edit(&self) -> Option<&Recorded> {
        match self {
            Self::Edit(edit) => Some(edit),
            Self::Saving(_) => None,
        }
    }
}
