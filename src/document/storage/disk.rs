//! The real disk.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::super::disk::Stamp;
use super::{Found, Kind, OpenFile, Readers, Rights, Storage};

/// As many links as Linux follows.
const MOST_LINKS: usize = 40;

/// The disk, as the system gives it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Storage for Disk {
    fn follow(&self, path: &Path) -> io::Result<PathBuf> {
        let mut path = std::path::absolute(path)?;
        for _ in 0..MOST_LINKS {
            match fs::canonicalize(&path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                found => return found,
            }
            let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
                return Ok(path);
            };
            let here = fs::canonicalize(folder)?.join(name);
            match fs::read_link(&here) {
                Ok(target) => path = here.with_file_name(target),
                Err(_) => return Ok(here),
            }
        }
        Err(io::Error::other("symbolic links lead in a circle"))
    }

    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        match fs::metadata(path) {
            Ok(meta) => Ok(Some(Found::from(&meta))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn may_write(&self, path: &Path) -> io::Result<()> {
        OpenOptions::new().write(true).open(path).map(drop)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn create(&self, path: &Path, readers: Readers) -> io::Result<Box<dyn OpenFile>> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        if readers == Readers::Owner {
            for_owner_only(&mut options);
        }
        Ok(Box::new(DiskFile(options.open(path)?)))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        let file = OpenOptions::new().append(true).open(path)?;
        Ok(Box::new(DiskFile(file)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name()))
            .collect()
    }

    fn create_folder(&self, folder: &Path, readers: Readers) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        let above = folder
            .parent()
            .filter(|above| !above.as_os_str().is_empty());
        if let Some(above) = above {
            self.create_folder(above, readers)?;
        }
        match create_folder(folder, readers) {
            // Another program was faster.
            Err(_) if folder.is_dir() => return Ok(()),
            made => made?,
        }
        above.map_or(Ok(()), sync_folder)
    }
}

/// A file of the disk.
#[derive(Debug)]
struct DiskFile(File);

impl OpenFile for DiskFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }

    fn keep_rights(&mut self, rights: Rights) -> io::Result<()> {
        keep_rights(&self.0, rights)
    }

    fn stamp(&self) -> io::Result<Stamp> {
        self.0.metadata().map(|meta| Stamp::from(&meta))
    }
}

impl From<&fs::Metadata> for Found {
    fn from(meta: &fs::Metadata) -> Self {
        let kind = if meta.is_file() {
            Kind::File
        } else if meta.is_dir() {
            Kind::Folder
        } else {
            Kind::Other
        };
        Self {
            kind,
            stamp: Stamp::from(meta),
            is_read_only: meta.permissions().readonly(),
            rights: rights_of(meta),
        }
    }
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have none")]
fn rights_of(meta: &fs::Metadata) -> Option<Rights> {
    use std::os::unix::fs::MetadataExt as _;
    Some(Rights {
        mode: meta.mode() & 0o7777,
        owner: meta.uid(),
        group: meta.gid(),
    })
}

#[cfg(unix)]
fn keep_rights(file: &File, rights: Rights) -> io::Result<()> {
    use std::os::unix::fs::{PermissionsExt as _, fchown};
    let own = |file: &File| {
        file.metadata()
            .map(|meta| rights_of(&meta).unwrap_or(rights))
    };
    let before = own(file)?;
    let mut mode = rights.mode;
    if before.group != rights.group && fchown(file, None, Some(rights.group)).is_err() {
        // Another group has it now, which may do no more than all others.
        mode = mode & !0o2070 | (mode & 0o007) << 3;
    }
    if before.owner != rights.owner && fchown(file, Some(rights.owner), None).is_err() {
        // Only the administrator gives files away; who saves it has it then.
        mode &= !0o4000;
    }
    // Not every file system can change what it cannot store.
    if own(file)?.mode == mode {
        return Ok(());
    }
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(unix)]
fn for_owner_only(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(unix)]
fn create_folder(folder: &Path, readers: Readers) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    let mut builder = fs::DirBuilder::new();
    if readers == Readers::Owner {
        builder.mode(0o700);
    }
    builder.create(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network file systems write names at once and cannot be asked.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        synced => synced,
    }
}

#[cfg(not(unix))]
fn rights_of(_: &fs::Metadata) -> Option<Rights> {
    None
}

#[cfg(not(unix))]
fn keep_rights(_: &File, _: Rights) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn for_owner_only(_: &mut OpenOptions) {}

#[cfg(not(unix))]
fn create_folder(folder: &Path, _: Readers) -> io::Result<()> {
    fs::create_dir(folder)
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
