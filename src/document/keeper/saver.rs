//! The thread that saves.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use super::scribe::Ask;
use super::{BeginError, NotSaved, Teller, Told};
use crate::document::backup;
use crate::document::history::Revision;
use crate::document::journal::{Base, Mark};
use crate::document::save::{SaveError, save};
use crate::document::storage::Storage;
use crate::document::{Digest, Stamp};
use crate::record::Snapshot;

/// What is saved by itself every few seconds would leave ten versions of a minute; so the versions
/// that are kept are at least so far from each other.
const BETWEEN_VERSIONS: Duration = Duration::from_mins(10);

/// What is asked of the saver.
pub(super) enum Order {
    Save(Save),
    /// Another program's file is known now, as it looks and what is in it.
    Known(Option<Stamp>, Digest),
}

/// A record to be saved.
pub(super) struct Save {
    pub record: Snapshot,
    pub revision: Revision,
    /// The edits that it has.
    pub mark: Mark,
}

/// Where orders go; the thread ends when it is dropped.
pub(super) struct Saver(Sender<Order>);

struct Desk {
    storage: Arc<dyn Storage>,
    path: PathBuf,
    versions: PathBuf,
    /// What the file looks like as far as this program knows, and what is in it.
    known: (Option<Stamp>, Digest),
    version_kept: Option<Instant>,
    teller: Teller,
    scribe: Sender<Ask>,
}

impl Saver {
    pub(super) fn start(
        storage: Arc<dyn Storage>,
        path: PathBuf,
        versions: PathBuf,
        known: (Option<Stamp>, Digest),
        teller: Teller,
        scribe: Sender<Ask>,
    ) -> Result<Self, BeginError> {
        let (orders, taken) = channel();
        let mut desk = Desk {
            storage,
            path,
            versions,
            known,
            version_kept: None,
            teller,
            scribe,
        };
        let spawned = Builder::new()
            .name("nenpyo saver".into())
            .spawn(move || desk.work(&taken));
        spawned.map_err(|_| BeginError::NoThread)?;
        Ok(Self(orders))
    }

    pub(super) fn order(&self, order: Order) {
        // It ends only when this end is gone.
        let _ = self.0.send(order);
    }
}

impl Desk {
    fn work(&mut self, orders: &Receiver<Order>) {
        while let Ok(order) = orders.recv() {
            let mut last = self.take(order);
            // Of several that wait only the last is wanted.
            while let Ok(later) = orders.try_recv() {
                last = self.take(later);
            }
            let Some(order) = last else { continue };
            let told = match self.save(&order) {
                Ok(stamp) => Told::Saved {
                    revision: order.revision,
                    stamp,
                },
                Err(error) => Told::NotSaved(error),
            };
            self.teller.tell(told);
        }
        let _ = self.scribe.send(Ask::SaverEnded);
    }

    /// Takes what it is to know; the record that it is to save.
    fn take(&mut self, order: Order) -> Option<Save> {
        match order {
            Order::Save(save) => Some(save),
            Order::Known(stamp, digest) => {
                self.known = (stamp, digest);
                // It is none of ours, so it is kept when it is saved over.
                self.version_kept = None;
                None
            }
        }
    }

    fn save(&mut self, order: &Save) -> Result<Stamp, NotSaved> {
        let bytes = order.record.to_bytes();
        let base = Base::of(Some(&self.path), &bytes, None);
        let digest = base.digest;
        self.look_at_the_old()?;
        let (done, wait) = sync_channel(1);
        let mark = order.mark;
        let announced = self.scribe.send(Ask::Announce { base, mark, done });
        if announced.is_ok() {
            // Without an answer the scribe is gone, and the file is the better place.
            let _ = wait.recv();
        }
        let stamp = save(&*self.storage, &self.path, &bytes)?;
        self.known = (Some(stamp), digest);
        let _ = self.scribe.send(Ask::Saved(stamp));
        Ok(stamp)
    }

    /// Sees that the file is the one that is known, and keeps it among the earlier versions.
    fn look_at_the_old(&mut self) -> Result<(), NotSaved> {
        let failed = |source| SaveError::new(&self.path, source);
        let found = self.storage.look(&self.path).map_err(failed)?;
        let Some(found) = found else { return Ok(()) };
        let as_known = self.known.0 == Some(found.stamp);
        let is_due = self
            .version_kept
            .is_none_or(|at| at.elapsed() >= BETWEEN_VERSIONS);
        if as_known && !is_due || found.kind != crate::document::storage::Kind::File {
            return Ok(());
        }
        let old = self.storage.read(&self.path).map_err(failed)?;
        if !as_known && Digest::of(&old) != self.known.1 {
            let path = self.path.clone();
            return Err(NotSaved::Changed { path });
        }
        if is_due {
            let now = chrono::Utc::now();
            backup::keep(&*self.storage, &self.versions, &old, now)?;
            self.version_kept = Some(Instant::now());
        }
        Ok(())
    }
}
