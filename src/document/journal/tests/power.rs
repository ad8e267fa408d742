//! A whole session, edits and saves, on a disk whose power goes or whose calls fail.

use super::super::super::save::save;
use super::*;

const FILE: &str = "/home/a.json";

/// What is there after a power cut, all taken together.
fn left(disk: &Faulty) -> String {
    let (file, _) = disk.peek(FILE).expect("the file is always there");
    let file = String::from_utf8(file).expect("text");
    match read(disk, Path::new(PATH)) {
        Ok(None) => file,
        Ok(Some(recovered)) => replayed(&file, &recovered),
        Err(error) => panic!("{error}"),
    }
}

/// Edits and saves as long as the disk does it; the record as it was last durable, and as it was
/// when the next call failed.
fn session(disk: &Faulty) -> [Timeline; 2] {
    let mut timeline = open();
    let mut durable = timeline.clone();
    let start = Journal::start(Arc::new(disk.clone()), Path::new(PATH), base(RECORD));
    let Ok(mut journal) = start else {
        return [durable, timeline];
    };
    for number in 0..5 {
        let (label, named) = add(&mut timeline, number);
        let written = journal.edit(Some(&label), &named);
        if written.and_then(|()| journal.sync()).is_err() {
            break;
        }
        durable = timeline.clone();
        if number % 2 == 1 {
            let now = timeline.to_bytes();
            let mark = journal.mark();
            let saved = journal
                .saving(Base::of(None, &now, None), mark)
                .and_then(|()| save(disk, Path::new(FILE), &now))
                .and_then(|stamp| journal.saved(stamp));
            if saved.is_err() {
                break;
            }
        }
    }
    [durable, timeline]
}

fn disk_with_file() -> Faulty {
    let disk = Faulty::with_folders(&["/", "/home", "/state"]);
    disk.put(FILE, RECORD.as_bytes(), 0o644);
    disk
}

#[test]
fn whenever_the_power_goes_file_and_journal_together_hold_every_durable_edit() {
    let mut call = 0;
    loop {
        let disk = disk_with_file();
        disk.fail_at(call, Fault::Crash);
        let may_be = session(&disk).map(|timeline| value(&written(&timeline)));
        for loss in Loss::all() {
            let now = value(&left(&disk.after_crash(loss)));
            assert!(may_be.contains(&now), "{call} {loss:?} {:?}", disk.calls());
        }
        if call >= disk.calls().len() {
            break;
        }
        call += 1;
    }
    assert!(call > 60, "the power went at every call: {call}");
}

#[test]
fn whichever_call_fails_the_program_can_be_killed_then_and_no_durable_edit_is_missing() {
    for fault in Fault::ERRORS {
        for call in 0..100 {
            let disk = disk_with_file();
            disk.fail_at(call, fault);
            let may_be = session(&disk).map(|timeline| value(&written(&timeline)));
            let calls = disk.calls();
            disk.fail_at(usize::MAX, fault);
            let now = value(&left(&disk));
            assert!(may_be.contains(&now), "{fault:?} {call} {calls:?}");
        }
    }
}

/// Begins a journal, makes an edit durable and goes on with another file; how many of the three
/// were done.
fn go_on_with(disk: &Faulty, other: &str) -> u8 {
    let started = Journal::start(Arc::new(disk.clone()), Path::new(PATH), base(RECORD));
    let Ok(mut journal) = started else { return 0 };
    let (label, named) = add(&mut open(), 1);
    let written = journal.edit(Some(&label), &named);
    if written.and_then(|()| journal.sync()).is_err() {
        return 1;
    }
    match journal.rebase(base(other), Some(&label), &named) {
        Ok(()) => 3,
        Err(_) => 2,
    }
}

#[test]
fn whenever_the_power_goes_a_journal_is_the_old_files_or_the_new_ones() {
    let other = RECORD.replace("1903", "1904");
    let (mut call, mut both) = (0, [false, false]);
    loop {
        let disk = disk_with_file();
        disk.fail_at(call, Fault::Crash);
        let done = go_on_with(&disk, &other);
        for loss in Loss::all() {
            let left = read(&disk.after_crash(loss), Path::new(PATH)).expect("whole");
            if done < 2 {
                continue;
            }
            let left = left.expect("a journal");
            assert_eq!(left.edits().count(), 1, "{call} {loss:?}");
            let is_new = left.base == base(&other);
            assert!(is_new || done < 3 && left.base == base(RECORD));
            both[usize::from(is_new)] = true;
        }
        if call >= disk.calls().len() {
            break;
        }
        call += 1;
    }
    assert_eq!(both, [true, true], "the power went before and after");
}
