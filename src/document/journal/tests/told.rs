use proptest::prelude::*;
use serde_json::json;

use super::super::*;
use super::*;

#[test]
fn damage_in_the_middle_is_told_with_its_byte_and_keeps_what_was_before() {
    let disk = disk();
    let mut journal = start(&disk);
    let mut timeline = open();
    let mut ends = Vec::new();
    for number in 0..4 {
        let (label, named) = add(&mut timeline, number);
        journal.edit(Some(&label), &named).expect("written");
        ends.push(bytes_of(&disk).len());
    }
    let mut bytes = bytes_of(&disk);
    bytes[ends[1] + 60] ^= 1;
    let Err(ReadError::Damaged { at, before, .. }) = parse(Path::new(PATH), &bytes) else {
        panic!("damage is an error");
    };
    assert_eq!((at, before.edits().count()), (ends[1] as u64, 2));
    let error = parse(Path::new(PATH), &bytes).expect_err("damaged");
    assert_eq!(
        error.to_string(),
        format!("{PATH} is damaged at byte {at}; the edits before it can be recovered")
    );
    // A journal goes on with what can be recovered.
    let mut anew =
        Journal::resume(Arc::new(disk.clone()), Path::new(PATH), &before).expect("written");
    let (label, named) = add(&mut timeline, 9);
    anew.edit(Some(&label), &named).expect("written");
    assert_eq!(recovered(&bytes_of(&disk)).edits().count(), 3);
}

#[test]
fn edits_of_another_file_are_not_made() {
    let disk = disk();
    let mut journal = start(&disk);
    let (label, named) = add(&mut open(), 1);
    journal.edit(Some(&label), &named).expect("written");
    let other = RECORD.replace("1903", "1904");
    let opened = read_record(other.clone()).expect("a record").timeline;
    let refused = replay(opened, &recovered(&bytes_of(&disk))).expect_err("another file");
    assert_eq!(refused.base, base(RECORD));
    assert_eq!(
        refused.base.path().as_deref(),
        Some(Path::new("/home/a.json"))
    );
    assert_eq!(refused.found, Digest::of(other.as_bytes()));
}

#[test]
fn a_journal_that_is_there_is_not_written_over() {
    let disk = disk();
    drop(start(&disk));
    let again = Journal::start(Arc::new(disk.clone()), Path::new(PATH), base(RECORD));
    assert!(matches!(again, Err(StartError::Unread { .. })));
}

#[test]
fn a_journal_of_a_later_version_and_what_is_none_are_told_apart() {
    let later = json!({ "head": { "journal": 2, "bases": [] } });
    let later = frame::of(&later).expect("a frame");
    let refused = parse(Path::new(PATH), &later).expect_err("a later version");
    assert!(matches!(refused, ReadError::Newer { version: 2, .. }));
    for bytes in [&b""[..], b"{}", &frame::of(&json!({})).expect("a frame")] {
        let refused = parse(Path::new(PATH), bytes);
        assert!(matches!(refused, Err(ReadError::NotAJournal { .. })));
    }
    let none = read(&disk(), Path::new("/state/journal")).expect("asked");
    assert_eq!(none, None);
}

#[test]
fn drafts_are_as_they_were_last_until_their_form_is_closed() {
    let disk = disk();
    let mut journal = start(&disk);
    let long = "年".repeat(20_000);
    for number in 0..100 {
        journal
            .draft("new", json!({ "text": long, "number": number }))
            .expect("written");
        journal
            .draft("a", json!(["\n", null, 1e3]))
            .expect("written");
    }
    journal.draft("closed", json!(1)).expect("written");
    journal.end_draft("closed").expect("written");
    journal.end_draft("never opened").expect("nothing to do");
    let bytes = bytes_of(&disk);
    assert!(
        bytes.len() < 2 << 20,
        "what was replaced goes: {}",
        bytes.len()
    );
    let drafts = recovered(&bytes).drafts;
    let mut ids: Vec<&str> = drafts.iter().map(|(id, _)| &**id).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["a", "new"]);
    assert!(drafts.contains(&("new".into(), json!({ "text": long, "number": 99 }))));
    journal.end_draft("new").expect("written");
    journal.end_draft("a").expect("written");
    assert!(recovered(&bytes_of(&disk)).is_empty());
    journal.finish().expect("removed");
    assert_eq!(disk.peek(PATH), None, "nothing is unsaved or unfinished");
}

#[test]
fn a_field_that_was_added_and_saved_can_be_taken_back() {
    let mut session = Session::new();
    session.edit(&[(7, any_index(), 1)]);
    session.save(true);
    session.edit(&[(2, any_index(), 1), (4, any_index(), 3)]);
    session.go_to(0);
    session.edit(&[(1, any_index(), 5)]);
    let recovered = recovered(&bytes_of(&session.disk));
    let now = written(&session.timeline);
    assert_eq!(replayed(&session.saved, &recovered), now);
    assert!(!now.contains("x-1") && now.contains("n5"), "{now}");
}

fn any_index() -> prop::sample::Index {
    use proptest::strategy::ValueTree as _;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let tree = any::<prop::sample::Index>().new_tree(&mut runner);
    tree.expect("an index").current()
}

#[test]
fn a_label_and_a_path_that_is_no_text_read_back() {
    let mut session = Session::new();
    session.edit(&[(1, any_index(), 5)]);
    session.go_to(0);
    let recovered = recovered(&bytes_of(&session.disk));
    let labels: Vec<_> = recovered.edits().map(|edit| edit.label.clone()).collect();
    assert_eq!(labels, [Some(Label::one(What::Change, "x")), None]);
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        let path = Path::new(std::ffi::OsStr::from_bytes(b"/a/\xFF.json"));
        let stamp = Stamp::new(3, Some(std::time::SystemTime::UNIX_EPOCH));
        let base = Base::of(Some(path), b"123", Some(stamp));
        let text = serde_json::to_string(&base).expect("JSON");
        let again: Base = serde_json::from_str(&text).expect("read");
        assert_eq!(again.path().as_deref(), Some(path));
        assert_eq!(again.modified(), Some(std::time::SystemTime::UNIX_EPOCH));
        assert_eq!(again, base);
    }
}

#[test]
fn an_edit_is_durable_on_the_real_disk_soon_enough() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("state/a").join(NAME);
    let mut journal = Journal::start(Arc::new(Disk), &path, base(RECORD)).expect("begun");
    let mut timeline = open();
    let mut times = Vec::new();
    for number in 0..20 {
        let began = std::time::Instant::now();
        let (label, named) = add(&mut timeline, number);
        journal.edit(Some(&label), &named).expect("written");
        journal.sync().expect("durable");
        times.push(began.elapsed());
    }
    times.sort();
    // The middle one: a test must not fail because another program writes.
    println!("median {:?}, longest {:?}", times[10], times[19]);
    assert!(times[10].as_millis() < 100, "{times:?}");
    let bytes = std::fs::read(&path).expect("read");
    assert_eq!(
        value(&replayed(RECORD, &recovered(&bytes))),
        value(&written(&timeline))
    );
}
