//! A disk of which one folder answers when a test lets it: a drive in a network that hangs.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use super::{Disk, Found, OpenFile, Readers, Rights, Storage};
use crate::document::Stamp;

/// Whether the drive answers.
#[derive(Debug, Default)]
pub(crate) struct Line {
    hangs: Mutex<bool>,
    changed: Condvar,
}

impl Line {
    /// Nothing is answered from now on, or everything that waits is.
    pub(crate) fn hang(&self, hangs: bool) {
        *self.hangs.lock().unwrap_or_else(PoisonError::into_inner) = hangs;
        self.changed.notify_all();
    }

    fn wait(&self) {
        let hangs = self.hangs.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.changed.wait_while(hangs, |hangs| *hangs));
    }
}

/// The real disk, with a folder that is far away.
#[derive(Debug)]
pub(crate) struct Far {
    folder: PathBuf,
    line: Arc<Line>,
}

impl Far {
    pub(crate) fn new(folder: PathBuf, line: Arc<Line>) -> Self {
        Self { folder, line }
    }

    fn reach(&self, path: &Path) {
        if path.starts_with(&self.folder) {
            self.line.wait();
        }
    }

    fn file(&self, path: &Path, file: Box<dyn OpenFile>) -> Box<dyn OpenFile> {
        let line = path
            .starts_with(&self.folder)
            .then(|| Arc::clone(&self.line));
        Box::new(FarFile { file, line })
    }
}

#[derive(Debug)]
struct FarFile {
    file: Box<dyn OpenFile>,
    line: Option<Arc<Line>>,
}

impl FarFile {
    fn reach(&self) {
        if let Some(line) = &self.line {
            line.wait();
        }
    }
}

impl Storage for Far {
    fn follow(&self, path: &Path) -> io::Result<PathBuf> {
        self.reach(path);
        Disk.follow(path)
    }

    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        self.reach(path);
        Disk.look(path)
    }

    fn may_write(&self, path: &Path) -> io::Result<()> {
        self.reach(path);
        Disk.may_write(path)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.reach(path);
        Disk.read(path)
    }

    fn create(&self, path: &Path, readers: Readers) -> io::Result<Box<dyn OpenFile>> {
        self.reach(path);
        Ok(self.file(path, Disk.create(path, readers)?))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        self.reach(path);
        Ok(self.file(path, Disk.append(path)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.reach(to);
        Disk.rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.reach(folder);
        Disk.sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.reach(path);
        Disk.remove(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.reach(folder);
        Disk.list(folder)
    }

    fn create_folder(&self, folder: &Path, readers: Readers) -> io::Result<()> {
        self.reach(folder);
        Disk.create_folder(folder, readers)
    }
}

impl OpenFile for FarFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.reach();
        self.file.write(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.reach();
        self.file.sync()
    }

    fn keep_rights(&mut self, rights: Rights) -> io::Result<()> {
        self.reach();
        self.file.keep_rights(rights)
    }

    fn stamp(&self) -> io::Result<Stamp> {
        self.reach();
        self.file.stamp()
    }
}
