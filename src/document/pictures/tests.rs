use std::fs;

use super::*;
use crate::document::storage::Disk;
use crate::document::storage::faulty::{Fault, Faulty, Loss};
use crate::format::picture::PictureError;
use crate::format::picture::Raster;
use crate::format::picture::tests::picture;

const RECORD: &str = "/r/a.json";

/// A disk with a record and a picture elsewhere.
fn disk() -> Faulty {
    let disk = Faulty::with_folders(&["/", "/r", "/home"]);
    disk.put(RECORD, b"{}", 0o644);
    disk.put("/home/Lima 2024.PNG", &bytes(), 0o644);
    disk
}

fn bytes() -> Vec<u8> {
    picture(Raster::Png, 8, 5)
}

fn brought(storage: &dyn Storage, from: &str) -> Result<String, BringError> {
    bring(
        storage,
        Path::new(RECORD),
        Path::new(from),
        &Progress::new(),
    )
}

fn found(storage: &dyn Storage, path: &str) -> Result<Vec<u8>, ReadError> {
    Beside::find(storage, Path::new(RECORD), path)?.read(storage)
}

#[test]
fn a_picture_is_brought_under_a_safe_name_and_read_from_there() {
    let disk = disk();
    let path = brought(&disk, "/home/Lima 2024.PNG").expect("brought");
    assert_eq!(path, "images/lima-2024.png");
    assert_eq!(found(&disk, &path).expect("read"), bytes());
}

#[test]
fn pictures_go_along_to_another_folder_and_replace_nothing_there() {
    let disk = Faulty::with_folders(&["/", "/r", "/r/images", "/other", "/other/images"]);
    disk.put(RECORD, b"{}", 0o644);
    disk.put("/other/b.json", b"{}", 0o644);
    disk.put("/r/images/a.png", &bytes(), 0o644);
    disk.put("/r/images/b.png", &bytes(), 0o644);
    disk.put("/other/images/b.png", b"another", 0o644);
    let paths = ["images/a.png", "images/b.png", "images/gone.png"];
    let paths = paths.map(str::to_owned).into();
    let to = Path::new("/other/b.json");
    let left = take_along(&disk, Path::new(RECORD), to, &paths);
    assert_eq!(left, ["images/b.png"]);
    let there = |path: &str| disk.read(Path::new(path)).expect("read");
    assert_eq!(there("/other/images/a.png"), bytes());
    assert_eq!(there("/other/images/b.png"), b"another");
}

#[test]
fn the_same_bytes_are_brought_once_and_others_of_the_name_get_a_number() {
    let disk = disk();
    disk.put("/home/other.png", &bytes(), 0o644);
    disk.put("/home/lima-2024.png", &picture(Raster::Jpeg, 8, 5), 0o644);
    disk.put("/home/lima 2024.gif", &picture(Raster::Png, 9, 5), 0o644);
    let all = [
        "/home/Lima 2024.PNG",
        "/home/other.png",
        "/home/lima-2024.png",
        "/home/lima 2024.gif",
    ];
    let paths = all.map(|from| brought(&disk, from).expect("brought"));
    let expected = [
        "images/lima-2024.png",
        "images/lima-2024.png",
        // Its bytes say what it is, whatever its name says.
        "images/lima-2024.jpg",
        "images/lima-2024-2.png",
    ];
    assert_eq!(paths, expected);
}

#[test]
fn a_picture_that_is_beside_the_record_stays_where_it_is() {
    let disk = disk();
    disk.put("/r/リマ.png", &bytes(), 0o644);
    assert_eq!(brought(&disk, "/r/リマ.png").expect("beside"), "リマ.png");
    assert_eq!(disk.all_names().len(), 3);
}

#[test]
fn names_that_a_system_would_not_take_are_made_safe() {
    let disk = disk();
    let [one, two, three] = [1, 2, 3].map(|width| picture(Raster::Gif, width, 1));
    disk.put("/home/リマ.gif", &one, 0o644);
    disk.put("/home/CON.gif", &two, 0o644);
    disk.put("/home/lpt1.gif", &three, 0o644);
    let brought = |from| brought(&disk, from).expect("brought");
    assert_eq!(brought("/home/リマ.gif"), "images/picture.gif");
    assert_eq!(brought("/home/CON.gif"), "images/con-picture.gif");
    assert_eq!(brought("/home/lpt1.gif"), "images/lpt1-picture.gif");
}

#[test]
fn what_is_no_picture_is_not_brought() {
    let disk = disk();
    disk.put("/home/a.jpg", b"<html>", 0o644);
    disk.put("/home/b.png", &vec![0; 20_000_001], 0o644);
    let why = |from| match brought(&disk, from) {
        Err(BringError::Read(error)) => error,
        other => panic!("{other:?}"),
    };
    let picture = |error| matches!(error, ReadError::Picture(PictureError::OtherType));
    assert!(picture(why("/home/a.jpg")));
    let large = |error| matches!(error, ReadError::Picture(PictureError::TooLarge { .. }));
    assert!(large(why("/home/b.png")));
    assert!(matches!(why("/home/none.png"), ReadError::Missing));
    assert!(matches!(why("/home"), ReadError::NotAFile));
    assert_eq!(disk.peek("/r/images/a.jpg"), None);
}

#[test]
fn a_path_or_a_link_out_of_the_records_folder_is_not_followed() {
    let disk = disk();
    disk.put_link("/r/link.png", "/home/Lima 2024.PNG");
    for path in [
        "../home/Lima 2024.PNG",
        "/home/Lima 2024.PNG",
        "link.png",
        "",
    ] {
        assert!(
            matches!(found(&disk, path), Err(ReadError::Outside)),
            "{path}"
        );
    }
    assert!(matches!(
        found(&disk, "images/a.png"),
        Err(ReadError::Missing)
    ));
}

#[test]
fn whichever_call_fails_no_half_picture_is_left_and_the_record_is_as_it_was() {
    for fault in Fault::ERRORS {
        let mut call = 0;
        loop {
            let disk = disk();
            disk.fail_at(call, fault);
            let path = brought(&disk, "/home/Lima 2024.PNG");
            let calls = disk.calls();
            let said = format!("{fault:?} {call} {calls:?} {path:?}");
            let left = disk.peek("/r/images/lima-2024.png");
            let is_whole = left.as_ref().is_some_and(|(left, _)| *left == bytes());
            assert!(left.is_none() || is_whole, "{said}");
            assert!(path.is_err() || is_whole, "{said}");
            assert_eq!(disk.all_names().len(), 2 + usize::from(is_whole), "{said}");
            if call >= calls.len() {
                assert!(path.is_ok(), "{said}");
                break;
            }
            call += 1;
        }
        assert!(call >= 10, "every call failed once: {call}");
    }
}

#[test]
fn whenever_the_power_goes_a_picture_that_was_told_is_there() {
    let mut call = 0;
    loop {
        let disk = disk();
        disk.fail_at(call, Fault::Crash);
        let path = brought(&disk, "/home/Lima 2024.PNG");
        for loss in Loss::all() {
            let left = disk.after_crash(loss).peek("/r/images/lima-2024.png");
            let is_whole = left.as_ref().is_some_and(|(left, _)| *left == bytes());
            let said = format!("{call} {loss:?} {:?}", disk.calls());
            assert!(left.is_none() || is_whole, "{said}");
            assert!(path.is_err() || is_whole, "{said}");
        }
        if call >= disk.calls().len() {
            break;
        }
        call += 1;
    }
}

#[test]
fn a_cancelled_copy_brings_nothing() {
    let disk = disk();
    let progress = Progress::new();
    progress.cancel();
    let from = Path::new("/home/Lima 2024.PNG");
    let stopped = bring(&disk, Path::new(RECORD), from, &progress);
    assert!(matches!(stopped, Err(BringError::Cancelled)));
    assert_eq!(disk.all_names().len(), 2);
}

#[cfg(unix)]
#[test]
fn on_a_real_disk_a_pipe_is_not_waited_for_and_a_link_out_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let (inside, outside) = (folder.path().join("in"), folder.path().join("out.png"));
    fs::create_dir(&inside).expect("made");
    let record = inside.join("record.json");
    fs::write(&record, "{}").expect("written");
    fs::write(&outside, bytes()).expect("written");
    let pipe = std::process::Command::new("mkfifo")
        .arg(inside.join("pipe.png"))
        .status();
    assert!(pipe.expect("mkfifo runs").success());
    std::os::unix::fs::symlink(&outside, inside.join("link.png")).expect("linked");
    let find = |path| Beside::find(&Disk, &record, path);
    assert!(matches!(find("pipe.png"), Err(ReadError::NotAFile)));
    assert!(matches!(find("link.png"), Err(ReadError::Outside)));
    let path = bring(&Disk, &record, &outside, &Progress::new()).expect("brought");
    assert_eq!(path, "images/out.png");
    let read = find(&path).expect("found").read(&Disk).expect("read");
    assert_eq!(read, bytes());
}
