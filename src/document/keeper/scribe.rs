//! The thread that holds the lock and the journal.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender};

use serde_json::Value;

use super::saver::{Order, Save, Saver};
use super::{BeginError, Onto, Start, Teller, Told};
use crate::document::backup::{VERSIONS, folder_of};
use crate::document::history::Revision;
use crate::document::journal::{self, Base, Journal, Mark};
use crate::document::label::Label;
use crate::document::lock::{self, Lock};
use crate::document::named::Named;
use crate::document::save::{SaveError, save};
use crate::document::storage::{Readers, Storage};
use crate::document::{Origin, Stamp};
use crate::record::Snapshot;

/// The name of a copy of the bundled record, without its end and with it.
const COPY: (&str, &str) = ("east-asia", "json");

/// What is asked of the scribe.
#[derive(Debug)]
pub(super) enum Ask {
    /// Write an edit down.
    Edit {
        label: Option<Label>,
        changes: Vec<Named>,
    },
    /// Write a form down, or that it was closed.
    Draft { id: Box<str>, form: Option<Value> },
    /// Save the record.
    Save {
        record: Snapshot,
        revision: Revision,
    },
    /// Go on with another file.
    Rebase(Onto),
    /// Begin with what failed.
    TryAgain,
    /// By the saver: these bytes take the file's place as soon as this is answered.
    Announce {
        base: Base,
        mark: Mark,
        done: SyncSender<()>,
    },
    /// By the saver: they did.
    Saved(Stamp),
    /// By the saver: it has ended.
    SaverEnded,
    /// End when all is done.
    Finish,
}

/// Edits and forms that wait for a journal.
#[derive(Debug)]
enum Waiting {
    Edit(Option<Label>, Vec<Named>),
    Draft(Box<str>, Option<Value>),
    Rebase(Base, Label, Vec<Named>),
}

/// Where the record is kept, and the right to change it.
struct Begun {
    path: PathBuf,
    journal: Journal,
    saver: Option<Saver>,
    _lock: Lock,
}

pub(super) struct Scribe {
    storage: Arc<dyn Storage>,
    start: Start,
    teller: Teller,
    to_me: Sender<Ask>,
    begun: Option<Begun>,
    waiting: Vec<Waiting>,
    /// A save that was asked for before there was a journal.
    save: Option<(Snapshot, Revision)>,
    edits: u64,
    told_durable: u64,
    /// It ends when the saver has.
    finishing: bool,
}

impl Scribe {
    pub(super) fn new(
        storage: Arc<dyn Storage>,
        start: Start,
        teller: Teller,
        to_me: Sender<Ask>,
    ) -> Self {
        Self {
            storage,
            start,
            teller,
            to_me,
            begun: None,
            waiting: Vec::new(),
            save: None,
            edits: 0,
            told_durable: 0,
            finishing: false,
        }
    }

    /// Works until it is asked to finish, or nobody can ask any more.
    pub(super) fn work(mut self, asks: &Receiver<Ask>) {
        self.begin();
        let mut ends = false;
        while let Ok(ask) = asks.recv() {
            ends |= self.take(ask);
            // What came meanwhile is written with one wait for the disk.
            while !ends && let Ok(more) = asks.try_recv() {
                ends |= self.take(more);
            }
            self.sync();
            if ends {
                break;
            }
        }
        if let Some(begun) = self.begun.take()
            && let Err(error) = begun.journal.finish()
        {
            self.teller.tell(Told::NotDurable(error));
        }
    }

    /// Does what it is asked; whether that was the last.
    fn take(&mut self, ask: Ask) -> bool {
        match ask {
            Ask::Edit { label, changes } => {
                self.edits += 1;
                self.write(Waiting::Edit(label, changes));
            }
            Ask::Draft { id, form } => self.write(Waiting::Draft(id, form)),
            Ask::Save { record, revision } => match &self.begun {
                Some(begun) => order(begun, record, revision),
                None => self.save = Some((record, revision)),
            },
            Ask::Rebase(onto) => self.rebase(onto),
            Ask::TryAgain => self.begin(),
            Ask::Announce { base, mark, done } => {
                if let Some(begun) = &mut self.begun
                    && let Err(error) = begun.journal.saving(base, mark)
                {
                    // The file itself can still be saved, which is more than a journal.
                    self.teller.tell(Told::NotDurable(error));
                }
                let _ = done.send(());
            }
            Ask::Saved(stamp) => {
                if let Some(begun) = &mut self.begun
                    && let Err(error) = begun.journal.saved(stamp)
                {
                    self.teller.tell(Told::NotDurable(error));
                }
            }
            Ask::SaverEnded => return true,
            // The saver ends when nobody can order any more, and says so.
            Ask::Finish => {
                let saver = self.begun.as_mut().and_then(|begun| begun.saver.take());
                self.finishing |= saver.is_some();
                return !self.finishing;
            }
        }
        false
    }

    fn write(&mut self, waiting: Waiting) {
        let Some(begun) = &mut self.begun else {
            self.waiting.push(waiting);
            return;
        };
        // What fails stays with the journal, and the sync that follows says so.
        let _ = write(&mut begun.journal, waiting);
    }

    fn rebase(&mut self, onto: Onto) {
        self.edits += 1;
        let Onto {
            opened,
            stamp,
            label,
            changes,
        } = onto;
        let path = match &self.begun {
            Some(begun) => Some(&*begun.path),
            None => self.start.origin.path(),
        };
        let base = Base::of(path, opened.original(), stamp);
        if let Some(saver) = self.begun.as_ref().and_then(|begun| begun.saver.as_ref()) {
            saver.order(Order::Known(stamp, base.digest));
        } else {
            // What waits was made on the file as it was, and is in the changes.
            let is_draft = |waiting: &Waiting| matches!(waiting, Waiting::Draft(..));
            self.waiting.retain(is_draft);
            self.save = None;
            (self.start.opened, self.start.stamp) = (opened, stamp);
        }
        self.write(Waiting::Rebase(base, label, changes));
    }

    fn sync(&mut self) {
        let Some(begun) = &mut self.begun else { return };
        match begun.journal.sync() {
            Ok(()) if self.told_durable < self.edits => {
                self.told_durable = self.edits;
                self.teller.tell(Told::Durable(self.edits));
            }
            Ok(()) => {}
            Err(error) => self.teller.tell(Told::NotDurable(error)),
        }
    }

    fn begin(&mut self) {
        if self.begun.is_some() {
            return;
        }
        let (mut begun, told) = match self.try_begin() {
            Ok(begun) => begun,
            Err(error) => {
                self.teller.tell(Told::NotBegun(error));
                return;
            }
        };
        for waiting in self.waiting.drain(..) {
            let _ = write(&mut begun.journal, waiting);
        }
        self.teller.tell(told);
        if let Some((record, revision)) = self.save.take() {
            order(&begun, record, revision);
        }
        self.begun = Some(begun);
    }

    fn try_begin(&self) -> Result<(Begun, Told), BeginError> {
        let storage = &*self.storage;
        let (path, is_copy) = match &self.start.origin {
            Origin::File(path) => {
                let followed = match storage.follow(path) {
                    // Its folder is gone: the journal is by the path as it was opened.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => path.clone(),
                    followed => followed.map_err(|source| SaveError::new(path, source))?,
                };
                (followed, false)
            }
            Origin::Bundled => (self.free_name()?, true),
        };
        let folders = &self.start.folders;
        let kept = folder_of(&folders.state, &path);
        let lock = Lock::take(&kept.join(lock::NAME), &self.start.words)?;
        let opened = self.start.opened.original();
        let stamp = if is_copy {
            Some(save(storage, &path, opened)?)
        } else {
            self.start.stamp
        };
        let base = Base::of(Some(&path), opened, stamp);
        let digest = base.digest;
        let storage = || Arc::clone(&self.storage);
        let journal_path = kept.join(journal::NAME);
        let journal = match &self.start.left {
            Some(left) => Journal::resume(storage(), &journal_path, left)?,
            None => Journal::start(storage(), &journal_path, base)?,
        };
        let saver = Saver::start(
            storage(),
            path.clone(),
            folder_of(&folders.data.join(VERSIONS), &path),
            (stamp, digest),
            self.teller.clone(),
            self.to_me.clone(),
        )?;
        let begun = Begun {
            path: path.clone(),
            journal,
            saver: Some(saver),
            _lock: lock,
        };
        let told = Told::Begun {
            path,
            stamp,
            is_copy,
        };
        Ok((begun, told))
    }

    /// A path for a copy of the bundled record at which nothing stands.
    fn free_name(&self) -> Result<PathBuf, SaveError> {
        let folder = &self.start.folders.data;
        let failed = |source| SaveError::new(folder, source);
        self.storage
            .create_folder(folder, Readers::Owner)
            .map_err(failed)?;
        let mut number = 1;
        loop {
            let path = copy_path(folder, number);
            if self.storage.look(&path).map_err(failed)?.is_none() {
                return self.storage.follow(&path).map_err(failed);
            }
            number += 1;
        }
    }
}

fn copy_path(folder: &Path, number: u32) -> PathBuf {
    let (stem, end) = COPY;
    folder.join(match number {
        1 => format!("{stem}.{end}"),
        _ => format!("{stem} {number}.{end}"),
    })
}

fn write(journal: &mut Journal, waiting: Waiting) -> Result<(), SaveError> {
    match waiting {
        Waiting::Edit(label, changes) => journal.edit(label.as_ref(), &changes),
        Waiting::Draft(id, Some(form)) => journal.draft(&id, form),
        Waiting::Draft(id, None) => journal.end_draft(&id),
        Waiting::Rebase(base, label, changes) => journal.rebase(base, Some(&label), &changes),
    }
}

fn order(begun: &Begun, record: Snapshot, revision: Revision) {
    if let Some(saver) = &begun.saver {
        let mark = begun.journal.mark();
        saver.order(Order::Save(Save {
            record,
            revision,
            mark,
        }));
    }
}
