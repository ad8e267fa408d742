//! A disk in memory for tests, on which a call fails, or the power goes, when it is told to.
//!
//! It keeps apart what programs see and what would be there after a power cut: bytes reach the
//! disk with a sync of their file, names with a sync of their folder. What was not waited for may
//! be there or not, the one without the other: [`Loss`].

mod fault;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

pub(crate) use fault::{Fault, Loss};

use super::super::disk::Stamp;
use super::{Found, Kind, OpenFile, Readers, Rights, Storage};

#[derive(Clone, Debug, PartialEq, Eq)]
enum Entry {
    File(usize),
    Folder,
    Link(PathBuf),
}

type Names = BTreeMap<PathBuf, Entry>;

#[derive(Clone, Debug)]
struct Inode {
    data: Vec<u8>,
    durable: Vec<u8>,
    rights: Rights,
    modified: SystemTime,
}

#[derive(Clone, Debug, Default)]
struct State {
    names: Names,
    durable: Names,
    files: Vec<Inode>,
    calls: Vec<&'static str>,
    fault: Option<(usize, Fault)>,
    is_off: bool,
    clock_s: u64,
}

/// The disk.
#[derive(Clone, Debug)]
pub(crate) struct Faulty(Arc<Mutex<State>>);

impl Faulty {
    /// A disk with these folders.
    pub(crate) fn with_folders(folders: &[&str]) -> Self {
        let mut state = State::default();
        for folder in folders {
            state.names.insert(folder.into(), Entry::Folder);
        }
        state.durable = state.names.clone();
        Self(Arc::new(Mutex::new(state)))
    }

    /// Puts a file there that was there for long.
    pub(crate) fn put(&self, path: &str, bytes: &[u8], mode: u32) {
        let mut state = self.state();
        let file = state.new_file(mode);
        let inode = &mut state.files[file];
        (inode.data, inode.durable) = (bytes.to_vec(), bytes.to_vec());
        state.names.insert(path.into(), Entry::File(file));
        state.durable.insert(path.into(), Entry::File(file));
    }

    /// Puts a symbolic link there.
    pub(crate) fn put_link(&self, path: &str, to: &str) {
        let mut state = self.state();
        let link = Entry::Link(to.into());
        state.names.insert(path.into(), link.clone());
        state.durable.insert(path.into(), link);
    }

    /// Lets the call with this number, counted from 0 and from now, fail.
    pub(crate) fn fail_at(&self, call: usize, fault: Fault) {
        let mut state = self.state();
        state.calls.clear();
        state.fault = Some((call, fault));
    }

    /// The calls since [`Faulty::fail_at`] or the beginning.
    pub(crate) fn calls(&self) -> Vec<&'static str> {
        self.state().calls.clone()
    }

    /// A file's bytes, or none, and its mode; no call.
    pub(crate) fn peek(&self, path: &str) -> Option<(Vec<u8>, u32)> {
        let state = self.state();
        let file = state.file(Path::new(path)).ok()?;
        let inode = &state.files[file];
        Some((inode.data.clone(), inode.rights.mode))
    }

    /// All files and links; no call.
    pub(crate) fn all_names(&self) -> Vec<PathBuf> {
        let state = self.state();
        let files = state.names.iter();
        let files = files.filter(|(_, entry)| **entry != Entry::Folder);
        files.map(|(path, _)| path.clone()).collect()
    }

    /// The disk when the power is back.
    pub(crate) fn after_crash(&self, loss: Loss) -> Self {
        let mut state = self.state().clone();
        (state.fault, state.is_off) = (None, false);
        state.calls.clear();
        for file in &mut state.files {
            let kept = match file.data.strip_prefix(&*file.durable) {
                Some(more) => file.durable.len() + more.len() * loss.halves_of_data / 2,
                None => file.data.len() * loss.halves_of_data / 2,
            };
            file.data.truncate(kept);
            file.durable = file.data.clone();
        }
        if loss.names {
            state.durable = state.names.clone();
        } else {
            state.names = state.durable.clone();
        }
        Self(Arc::new(Mutex::new(state)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins a call that does nothing when it fails.
    fn call(&self, name: &'static str) -> io::Result<MutexGuard<'_, State>> {
        let mut state = self.state();
        match state.count(name)? {
            Some(fault) => Err(fault.error()),
            None => Ok(state),
        }
    }

    fn open(&self, file: usize) -> Box<dyn OpenFile> {
        let disk = self.clone();
        Box::new(FaultyFile { disk, file })
    }
}

impl State {
    /// Counts a call; the fault that it meets.
    fn count(&mut self, name: &'static str) -> io::Result<Option<Fault>> {
        if self.is_off {
            return Err(Fault::Crash.error());
        }
        let number = self.calls.len();
        self.calls.push(name);
        let fault = self.fault.filter(|(at, _)| *at == number);
        self.is_off = fault.is_some_and(|(_, fault)| fault == Fault::Crash);
        Ok(fault.map(|(_, fault)| fault))
    }

    fn new_file(&mut self, mode: u32) -> usize {
        self.files.push(Inode {
            data: Vec::new(),
            durable: Vec::new(),
            rights: Rights {
                mode,
                owner: 1000,
                group: 1000,
            },
            modified: SystemTime::UNIX_EPOCH,
        });
        self.files.len() - 1
    }

    fn follow(&self, path: &Path) -> io::Result<PathBuf> {
        let mut path = path.to_owned();
        for _ in 0..8 {
            match self.names.get(&path) {
                Some(Entry::Link(to)) => path = path.with_file_name(to),
                Some(_) => return Ok(path),
                None => {
                    let folder = path.parent().and_then(|folder| self.names.get(folder));
                    return match folder {
                        Some(Entry::Folder) => Ok(path),
                        Some(_) => Err(io::ErrorKind::NotADirectory.into()),
                        None => Err(io::ErrorKind::NotFound.into()),
                    };
                }
            }
        }
        Err(io::Error::other("a circle of links"))
    }

    fn file(&self, path: &Path) -> io::Result<usize> {
        match self.names.get(&self.follow(path)?) {
            Some(Entry::File(file)) => Ok(*file),
            Some(_) => Err(io::ErrorKind::IsADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn stamp(&self, file: usize) -> Stamp {
        let inode = &self.files[file];
        Stamp::new(inode.data.len() as u64, Some(inode.modified))
    }
}

impl Storage for Faulty {
    fn follow(&self, path: &Path) -> io::Result<PathBuf> {
        self.call("follow")?.follow(path)
    }

    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        let state = self.call("look")?;
        let path = state.follow(path)?;
        Ok(state.names.get(&path).map(|entry| match entry {
            Entry::File(file) => {
                let rights = state.files[*file].rights;
                Found {
                    kind: Kind::File,
                    stamp: state.stamp(*file),
                    is_read_only: rights.mode & 0o222 == 0,
                    rights: Some(rights),
                }
            }
            Entry::Folder | Entry::Link(_) => Found {
                kind: Kind::Folder,
                stamp: Stamp::new(0, None),
                is_read_only: false,
                rights: None,
            },
        }))
    }

    fn may_write(&self, path: &Path) -> io::Result<()> {
        let state = self.call("may_write")?;
        let file = state.file(path)?;
        if state.files[file].rights.mode & 0o200 == 0 {
            return Err(Fault::Denied.error());
        }
        Ok(())
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let state = self.call("read")?;
        Ok(state.files[state.file(path)?].data.clone())
    }

    fn create(&self, path: &Path, readers: Readers) -> io::Result<Box<dyn OpenFile>> {
        let mut state = self.call("create")?;
        if state.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let path = state.follow(path)?;
        let mode = if readers == Readers::Owner {
            0o600
        } else {
            0o644
        };
        let file = state.new_file(mode);
        state.names.insert(path, Entry::File(file));
        Ok(self.open(file))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        let file = self.call("append")?.file(path)?;
        Ok(self.open(file))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.call("rename")?;
        if state.names.get(to) == Some(&Entry::Folder) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let moved = state.names.remove(from).ok_or(io::ErrorKind::NotFound)?;
        state.names.insert(to.to_owned(), moved);
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.call("sync_folder")?;
        let inside = |path: &Path| path.parent() == Some(folder);
        state.durable.retain(|path, _| !inside(path));
        let here = state.names.iter().filter(|(path, _)| inside(path));
        let here: Vec<_> = here.map(|(path, at)| (path.clone(), at.clone())).collect();
        state.durable.extend(here);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.call("remove")?;
        let removed = state.names.remove(path);
        removed
            .map(drop)
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let state = self.call("list")?;
        if state.names.get(folder) != Some(&Entry::Folder) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let inside = state.names.keys();
        let inside = inside.filter(|path| path.parent() == Some(folder));
        Ok(inside
            .filter_map(|path| path.file_name().map(OsString::from))
            .collect())
    }

    fn create_folder(&self, folder: &Path, _: Readers) -> io::Result<()> {
        let mut state = self.call("create_folder")?;
        for folder in folder.ancestors() {
            match state.names.get(folder) {
                None => {}
                Some(Entry::Folder) => break,
                Some(_) => return Err(io::ErrorKind::NotADirectory.into()),
            }
            state.names.insert(folder.to_owned(), Entry::Folder);
            state.durable.insert(folder.to_owned(), Entry::Folder);
        }
        Ok(())
    }
}

#[derive(Debug)]
struct FaultyFile {
    disk: Faulty,
    file: usize,
}

impl OpenFile for FaultyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.disk.state();
        let fault = state.count("write")?;
        let written = match fault {
            None => bytes.len(),
            Some(Fault::Denied) => 0,
            Some(_) => bytes.len() / 2,
        };
        state.clock_s += 1;
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(state.clock_s);
        let inode = &mut state.files[self.file];
        inode.data.extend_from_slice(&bytes[..written]);
        inode.modified = now;
        fault.map_or(Ok(()), |fault| Err(fault.error()))
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut state = self.disk.call("sync")?;
        let inode = &mut state.files[self.file];
        inode.durable = inode.data.clone();
        Ok(())
    }

    fn keep_rights(&mut self, rights: Rights) -> io::Result<()> {
        let mut state = self.disk.call("keep_rights")?;
        state.files[self.file].rights = rights;
        Ok(())
    }

    fn stamp(&self) -> io::Result<Stamp> {
        Ok(self.disk.call("stamp")?.stamp(self.file))
    }
}
