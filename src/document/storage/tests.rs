use super::faulty::{Fault, Faulty, Loss};
use super::*;

/// Everything that the calls answer, done in one order on any disk.
fn answers(storage: &dyn Storage, root: &Path) -> Vec<String> {
    let (folder, file) = (root.join("a/b"), root.join("a/b/file"));
    let other = folder.join("other");
    let kind = |path: &Path| match storage.look(path) {
        Ok(found) => format!("{:?}", found.map(|found| found.kind)),
        Err(error) => format!("{:?}", error.kind()),
    };
    let of = |done: io::Result<()>| format!("{:?}", done.map_err(|error| error.kind()));
    let mut said = vec![
        of(storage.follow(&file).map(drop)),
        of(storage.create_folder(&folder, Readers::Owner)),
        of(storage.create_folder(&folder, Readers::Owner)),
        kind(&folder),
        kind(&file),
        of(storage.may_write(&file)),
        of(storage.read(&file).map(drop)),
        of(storage.append(&file).map(drop)),
        of(storage.remove(&file)),
        of(storage.rename(&file, &other)),
        of(storage.list(&file).map(drop)),
        of(storage
            .create(&file.join("in a file"), Readers::Usual)
            .map(drop)),
    ];
    let mut open = storage.create(&file, Readers::Owner).expect("made");
    let again = storage.create(&file, Readers::Owner);
    said.push(of(again.map(drop)));
    said.push(of(open.write(b"one").and_then(|()| open.sync())));
    drop(open);
    let mut open = storage.append(&file).expect("opened");
    said.push(of(open.write(b", two").and_then(|()| open.sync())));
    let stamp = open.stamp().expect("looked at");
    let found = storage.look(&file).expect("looked").expect("there");
    said.push(format!("{} {}", stamp == found.stamp, found.is_read_only));
    if let Some(rights) = found.rights {
        said.push(format!("{:o}", rights.mode));
        let mode = 0o640;
        said.push(of(open.keep_rights(Rights { mode, ..rights })));
        let found = storage.look(&file).expect("looked").expect("there");
        said.push(format!("{:o}", found.rights.expect("as before").mode));
    }
    drop(open);
    let inside = folder.join("inside");
    said.push(of(storage.create_folder(&inside, Readers::Owner)));
    said.push(of(storage.rename(&file, &inside)));
    said.push(of(storage.rename(&file, &other)));
    said.push(of(storage.sync_folder(&folder)));
    let mut names = storage.list(&folder).expect("listed");
    names.sort();
    said.push(format!("{names:?}"));
    let text = storage.read(&other).map(String::from_utf8);
    said.push(format!("{text:?}"));
    said.push(of(storage.may_write(&other)));
    said.push(of(storage.remove(&other)));
    said.push(kind(&other));
    said
}

#[test]
fn the_disk_of_the_tests_answers_as_the_real_one() {
    let real = tempfile::tempdir().expect("a folder");
    let root = real.path().canonicalize().expect("a folder");
    let mut expected = answers(&Disk, &root);
    let mut said = answers(&Faulty::with_folders(&["/", "/r"]), Path::new("/r"));
    if cfg!(not(unix)) {
        // Only what is the same everywhere.
        expected.truncate(5);
        said.truncate(5);
    }
    assert_eq!(said, expected);
}

#[cfg(unix)]
#[test]
fn links_are_followed_also_to_what_is_not_there_yet() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().canonicalize().expect("a folder");
    std::fs::create_dir(root.join("inside")).expect("made");
    symlink("inside/second", root.join("first")).expect("linked");
    symlink("../none.json", root.join("inside/second")).expect("linked");
    assert_eq!(
        Disk.follow(&root.join("first")).expect("followed"),
        root.join("none.json")
    );
    symlink("round", root.join("round")).expect("linked");
    assert!(Disk.follow(&root.join("round")).is_err());
    symlink("nowhere/file", root.join("lost")).expect("linked");
    let lost = Disk.follow(&root.join("lost")).expect_err("no folder");
    assert_eq!(lost.kind(), io::ErrorKind::NotFound);
    let faulty = Faulty::with_folders(&["/", "/r"]);
    faulty.put_link("/r/first", "second");
    faulty.put_link("/r/second", "none");
    let led = faulty.follow(Path::new("/r/first")).expect("followed");
    assert_eq!(led, Path::new("/r/none"));
}

#[cfg(unix)]
#[test]
fn folders_that_are_made_are_for_their_owner() {
    use std::os::unix::fs::MetadataExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let deep = folder.path().join("a/b");
    Disk.create_folder(&deep, Readers::Owner).expect("made");
    for made in [&deep, &folder.path().join("a")] {
        let mode = made.metadata().expect("there").mode();
        assert_eq!(mode & 0o777, 0o700);
    }
    std::fs::write(folder.path().join("file"), "").expect("written");
    assert!(
        Disk.create_folder(&folder.path().join("file"), Readers::Owner)
            .is_err()
    );
}

#[test]
fn a_power_cut_takes_what_nobody_waited_for() {
    let disk = Faulty::with_folders(&["/", "/r"]);
    disk.put("/r/a", b"old", 0o644);
    let (new, old) = (Path::new("/r/new"), Path::new("/r/a"));
    let mut file = disk.create(new, Readers::Usual).expect("made");
    file.write(b"newest").expect("written");
    disk.rename(new, old).expect("renamed");
    let left = |disk: &Faulty| {
        let left: Vec<String> = Loss::all()
            .map(|loss| {
                disk.after_crash(loss)
                    .peek("/r/a")
                    .map_or_else(String::new, text)
            })
            .collect();
        left
    };
    // What a save that waits for nothing may leave: half a file, or an empty one.
    assert_eq!(left(&disk), ["old", "", "old", "new", "old", "newest"]);
    file.sync().expect("synced");
    let whole = ["old", "newest", "old", "newest", "old", "newest"];
    assert_eq!(left(&disk), whole);
    disk.sync_folder(Path::new("/r")).expect("synced");
    assert_eq!(left(&disk), ["newest"; 6]);
}

fn text((bytes, _): (Vec<u8>, u32)) -> String {
    String::from_utf8(bytes).expect("text")
}

#[test]
fn a_call_that_is_told_to_fails_and_after_a_power_cut_all_do() {
    for fault in Fault::ERRORS {
        let disk = Faulty::with_folders(&["/"]);
        let mut file = disk.create(Path::new("/a"), Readers::Usual).expect("made");
        disk.fail_at(1, fault);
        file.write(b"12").expect("the first call");
        assert!(file.write(b"34").is_err(), "the second call");
        file.write(b"56").expect("the third call");
        let half = if fault == Fault::Denied {
            "1256"
        } else {
            "12356"
        };
        assert_eq!(disk.peek("/a").map(text).as_deref(), Some(half));
        assert_eq!(disk.calls(), ["write"; 3]);
    }
    let disk = Faulty::with_folders(&["/"]);
    disk.fail_at(0, Fault::Crash);
    assert!(disk.list(Path::new("/")).is_err());
    assert!(disk.list(Path::new("/")).is_err());
    assert_eq!(disk.calls().len(), 1);
}
