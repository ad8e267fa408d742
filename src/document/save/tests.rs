use std::fs;

use super::*;
use crate::document::OnDisk;
use crate::document::storage::Disk;
use crate::document::storage::faulty::{Fault, Faulty, Loss};

const OLD: &[u8] = b"the old bytes\r\n";
const NEW: &[u8] = b"the new bytes, which are more\r\n";

/// Says what was not tried, also where a test's words are held back.
#[cfg(unix)]
fn skip(why: &str) {
    use std::io::Write as _;
    let _ = writeln!(io::stderr(), "skipped: {why}");
}

/// A disk with an old file, or none, and a link to it.
fn disk(has_old: bool) -> Faulty {
    let disk = Faulty::with_folders(&["/", "/r", "/links"]);
    if has_old {
        disk.put("/r/a.json", OLD, 0o640);
    }
    disk.put_link("/links/b.json", "/r/a.json");
    disk
}

/// The file and its bytes are as they were, or new.
fn is_whole(disk: &Faulty, has_old: bool) -> bool {
    let now = disk.peek("/r/a.json");
    let old = has_old.then(|| (OLD.to_vec(), 0o640));
    now == old || is_new(disk)
}

fn is_new(disk: &Faulty) -> bool {
    let now = disk.peek("/r/a.json");
    now.is_some_and(|(bytes, _)| bytes == NEW)
}

#[test]
fn whichever_call_fails_the_old_file_is_intact_or_the_new_one_complete() {
    for (has_old, path) in [
        (true, "/r/a.json"),
        (false, "/r/a.json"),
        (true, "/links/b.json"),
        (false, "/links/b.json"),
    ] {
        for fault in Fault::ERRORS {
            let mut call = 0;
            loop {
                let disk = disk(has_old);
                disk.fail_at(call, fault);
                let saved = save(&disk, Path::new(path), NEW);
                let calls = disk.calls();
                let said = format!("{path} {has_old} {fault:?} {call} {calls:?}");
                let unsettled = matches!(saved, Err(SaveError::Unsettled { .. }));
                assert!(is_whole(&disk, has_old), "{said}");
                assert_eq!(saved.is_ok() || unsettled, is_new(&disk), "{said}");
                // Nothing is left but the file and the link.
                let names = disk.all_names().len();
                assert_eq!(names, 1 + usize::from(has_old || is_new(&disk)), "{said}");
                if call >= calls.len() {
                    assert!(saved.is_ok(), "{said}");
                    break;
                }
                assert!(saved.is_err(), "{said}");
                call += 1;
            }
            assert!(call >= 8, "every call failed once: {call}");
        }
    }
}

#[test]
fn whenever_the_power_goes_the_old_file_is_intact_or_the_new_one_complete() {
    for has_old in [true, false] {
        let mut call = 0;
        loop {
            let disk = disk(has_old);
            disk.fail_at(call, Fault::Crash);
            let saved = save(&disk, Path::new("/r/a.json"), NEW);
            for loss in Loss::all() {
                let left = disk.after_crash(loss);
                let said = format!("{has_old} {call} {loss:?} {:?}", disk.calls());
                assert!(is_whole(&left, has_old), "{said}");
                assert!(saved.is_err() || is_new(&left), "{said}");
                // What the dead program left goes when the next one asks.
                sweep(&left, Path::new("/r/a.json")).expect("swept");
                let files = usize::from(left.peek("/r/a.json").is_some());
                assert_eq!(left.all_names().len(), 1 + files, "{said}");
            }
            if call >= disk.calls().len() {
                break;
            }
            call += 1;
        }
        assert!(call >= 8, "the power went at every call: {call}");
    }
}

#[test]
fn a_disk_that_stays_full_keeps_the_old_file_and_the_next_save_goes() {
    let disk = disk(true);
    let path = Path::new("/r/a.json");
    for call in 0..8 {
        disk.fail_at(call, Fault::NoSpace);
        let refused = save(&disk, path, NEW).expect_err("full");
        assert!(matches!(refused, SaveError::NoRoom { .. }), "{refused}");
    }
    assert!(!is_new(&disk));
    let stamp = save(&disk, path, NEW).expect("there is room");
    assert_eq!(
        disk.look(path).expect("looked").expect("there").stamp,
        stamp
    );
}

#[test]
fn what_cannot_be_saved_says_what_happened_where_and_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let said = |name: &str| {
        let error = save(&Disk, &folder.path().join(name), NEW).expect_err(name);
        assert_eq!(error.path(), folder.path().join(name));
        let said = error.to_string();
        let place = folder.path().display().to_string();
        said.replace(&place, "…")
            .replace(std::path::MAIN_SEPARATOR, "/")
    };
    fs::create_dir(folder.path().join("folder")).expect("made");
    assert_eq!(
        said("folder"),
        "…/folder was not saved: it is a folder now; save under another name"
    );
    assert_eq!(
        said("gone/a.json"),
        "…/gone/a.json was not saved: its folder is not there; make the folder, or save to another place"
    );
    let locked = folder.path().join("locked.json");
    fs::write(&locked, OLD).expect("written");
    let mut rights = fs::metadata(&locked).expect("there").permissions();
    rights.set_readonly(true);
    fs::set_permissions(&locked, rights).expect("set");
    assert_eq!(
        said("locked.json"),
        "…/locked.json was not saved: you may only read it; change its permissions, or save under another name"
    );
    assert_eq!(fs::read(&locked).expect("read"), OLD);
    let long = format!("{}.json", "n".repeat(300));
    assert!(said(&long).ends_with("save under a shorter or simpler one"));
    assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 2);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_file_and_is_not_waited_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo runs").success());
    let refused = save(&Disk, &pipe, NEW);
    assert!(matches!(refused, Err(SaveError::NotAFile { .. })));
}

#[cfg(unix)]
#[test]
fn rights_stay_links_stay_and_a_name_may_be_as_long_as_names_are() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a".repeat(255));
    let link = folder.path().join("link");
    fs::write(&path, OLD).expect("written");
    symlink(&path, &link).expect("linked");
    for mode in [0o640, 0o600, 0o664, 0o755] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("set");
        let before = fs::metadata(&path).expect("there");
        let stamp = save(&Disk, &link, NEW).expect("saved");
        let after = fs::metadata(&path).expect("there");
        assert_eq!(OnDisk::at(&path), OnDisk::File(stamp));
        assert_ne!(before.ino(), after.ino(), "it is another file");
        assert_eq!(after.mode(), before.mode());
        assert_eq!((after.uid(), after.gid()), (before.uid(), before.gid()));
        assert_eq!(fs::read_link(&link).expect("still a link"), path);
    }
    assert_eq!(fs::read(&path).expect("read"), NEW);
    let dangling = folder.path().join("dangling");
    symlink("new.json", &dangling).expect("linked");
    save(&Disk, &dangling, NEW).expect("saved");
    assert_eq!(fs::read(folder.path().join("new.json")).expect("read"), NEW);
    let secret = folder.path().join("secret");
    save_for_owner(&Disk, &secret, NEW).expect("saved");
    assert_eq!(fs::metadata(&secret).expect("there").mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 5);
}

#[cfg(unix)]
#[test]
fn who_saves_as_administrator_gives_the_file_back_to_its_owner() {
    use std::os::unix::fs::{MetadataExt as _, chown};
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.json");
    fs::write(&path, OLD).expect("written");
    if chown(&path, Some(12345), Some(23456)).is_err() {
        skip("only root can give a file away");
        return;
    }
    save(&Disk, &path, NEW).expect("saved");
    let after = fs::metadata(&path).expect("there");
    assert_eq!((after.uid(), after.gid()), (12345, 23456));
}

#[test]
fn a_sweep_takes_only_what_saves_of_this_file_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    for name in ["a.json", "b.json", ".nenpyo-x.new"] {
        fs::write(at(name), OLD).expect("written");
    }
    let left = |name: &str| format!("{}77-0.new", temporary_begin(&at(name)));
    for name in ["a.json", "b.json"] {
        fs::write(at(&left(name)), OLD).expect("written");
    }
    assert_eq!(sweep(&Disk, &at("a.json")).expect("swept"), 1);
    assert!(!at(&left("a.json")).exists());
    assert!(at(&left("b.json")).exists());
    assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 4);
}

/// A small file system in memory, which is gone again at the end.
#[cfg(target_os = "linux")]
struct Tmpfs(tempfile::TempDir);

#[cfg(target_os = "linux")]
impl Tmpfs {
    fn mount(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let mounted = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(folder.path())
            .output();
        let mounted = mounted.is_ok_and(|done| done.status.success());
        mounted.then_some(Self(folder))
    }
}

#[cfg(target_os = "linux")]
impl Drop for Tmpfs {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount")
            .arg(self.0.path())
            .status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_real_disk_that_is_full_keeps_the_old_file() {
    let Some(disk) = Tmpfs::mount("256k") else {
        skip("only root can mount a small disk");
        return;
    };
    let path = disk.0.path().join("a.json");
    let first = vec![b'a'; 150_000];
    save(&Disk, &path, &first).expect("there is room for one");
    // Old and new do not fit together.
    let refused = save(&Disk, &path, &vec![b'b'; 150_000]).expect_err("full");
    assert!(matches!(refused, SaveError::NoRoom { .. }), "{refused}");
    assert_eq!(fs::read(&path).expect("read"), first);
    assert_eq!(fs::read_dir(disk.0.path()).expect("listed").count(), 1);
    let last = vec![b'c'; 50_000];
    // A child that another test starts has the removed file open until it runs its own program, and
    // with it its room.
    let begun = std::time::Instant::now();
    while let Err(error) = save(&Disk, &path, &last) {
        let waits = begun.elapsed() < std::time::Duration::from_mins(1);
        assert!(waits, "this fits: {error}");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!(fs::read(&path).expect("read"), last);
}
