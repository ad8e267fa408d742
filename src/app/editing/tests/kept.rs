//! What becomes of edits on the disk: saved, lost and found.

use super::*;

#[test]
fn the_first_edit_of_the_bundled_record_makes_a_copy_which_is_saved_by_itself() {
    let mut desk = Desk::bundled();
    let id = desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    let path = desk.state.path().expect("it is a file now");
    assert_eq!(path, desk.folder.path().join("data/east-asia.json"));
    assert_eq!(desk.state.settings.own_copy.as_deref(), Some(&*path));
    assert_eq!(desk.state.settings.recent, std::slice::from_ref(&path));
    let saved = Document::open(&path, &Progress::new()).expect("it opens");
    assert_eq!(saved.timeline.find(&id), None);
    assert_eq!(saved.timeline.to_bytes(), desk.bytes());
    // The program's own save is no change by another.
    let stamp = crate::document::OnDisk::at(&path);
    desk.state.saw_file(&path, stamp);
    assert_eq!(desk.state.changed_on_disk, None);
}

#[test]
fn what_was_edited_last_is_saved_when_another_record_is_opened() {
    let mut desk = Desk::bundled();
    let id = desk.delete_one();
    desk.state.let_go(true);
    let path = desk.folder.path().join("data/east-asia.json");
    let saved = Document::open(&path, &Progress::new()).expect("it opens");
    assert_eq!(saved.timeline.find(&id), None);
}

#[test]
fn a_record_that_cannot_be_kept_says_so_and_is_kept_when_it_can() {
    let mut desk = Desk::bundled();
    let data = desk.folder.path().join("data");
    std::fs::write(&data, "a file where the folder should be").expect("written");
    desk.delete_one();
    let offers = |state: &State| {
        let mut all = state.notices.all().iter();
        all.any(|notice| notice.offer == Some(Command::Editing(Asked::TryToSave)))
    };
    desk.wait(offers);
    assert!(desk.state.editing.is_in_memory_only());
    std::fs::remove_file(&data).expect("removed");
    desk.state.update(Command::Editing(Asked::TryToSave));
    desk.wait(|state| !state.editing.is_modified());
    assert!(!desk.state.editing.is_in_memory_only());
    assert!(Path::is_file(&data.join("east-asia.json")));
}

#[test]
fn what_a_program_that_was_killed_had_edited_is_offered_and_comes_back() {
    let mut desk = Desk::bundled();
    desk.state.settings.autosave = false;
    let id = an_event(desk.timeline());
    let event = desk.select(&id);
    let language = desk.state.language();
    let title = desk.timeline().title(event, language).into_owned();
    desk.state.update(Command::Editing(Asked::Delete));
    desk.wait(|state| state.path().is_some());
    let path = desk.state.path().expect("the copy");
    let journal = crate::document::backup::folder_of(&desk.folder.path().join("state"), &path)
        .join(crate::document::journal::NAME);
    let is_written = || std::fs::read_to_string(&journal).is_ok_and(|text| text.contains("remove"));
    desk.wait(|_| is_written());
    // What stands on the disk now is what a kill would leave.
    let as_killed =
        [&path, &journal].map(|path| (path.clone(), std::fs::read(path).expect("read")));
    desk.state.let_go(true);
    assert!(!journal.exists(), "all was saved");
    for (path, bytes) in &as_killed {
        std::fs::write(path, bytes).expect("written");
    }

    for brings_back in [false, true] {
        for (path, bytes) in &as_killed {
            std::fs::write(path, bytes).expect("written");
        }
        let mut next = Desk::bundled();
        next.state.home = desk.state.home.clone();
        next.state.update(Command::Open(path.clone()));
        next.wait(|state| state.load.is_none());
        assert_eq!(next.state.dialog, Some(Dialog::Left));
        let left = next.state.left.as_ref().expect("edits are left");
        let label = &left.replayed.edits[0].label;
        assert_eq!(
            label.words(next.state.language()),
            format!("Delete {title}")
        );
        // There is no way round the choice.
        next.state.update(Command::Escape);
        assert_eq!(next.state.dialog, Some(Dialog::Left));
        if brings_back {
            next.state.update(Command::Editing(Asked::BringBack));
            assert_eq!(next.timeline().find(&id), None);
            next.wait(|state| !state.editing.is_modified());
            next.state.let_go(true);
        } else {
            next.state.update(Command::Editing(Asked::LeaveOut));
            assert!(next.timeline().find(&id).is_some());
            let aside = journal.with_file_name("journal-aside-1");
            assert_eq!(std::fs::read(aside).expect("kept"), as_killed[1].1);
        }
        assert_eq!(next.state.dialog, None);
        assert!(!journal.exists());
        let saved = Document::open(&path, &Progress::new()).expect("it opens");
        assert_eq!(saved.timeline.find(&id).is_some(), !brings_back);
    }
}

#[test]
fn the_window_does_not_close_over_edits_that_are_on_no_disk() {
    let mut desk = Desk::bundled();
    assert!(desk.state.may_close());
    let data = desk.folder.path().join("data");
    std::fs::write(&data, "a file where the folder should be").expect("written");
    desk.delete_one();
    // The keeper has not said anything yet: the window waits for it, and then asks.
    assert!(!desk.state.may_close());
    desk.wait(|state| state.dialog == Some(Dialog::Closing));
    assert!(!desk.state.may_close());
    assert!(desk.state.take_effects().is_empty());
    std::fs::remove_file(&data).expect("removed");
    desk.state.update(Command::Escape);
    desk.state.update(Command::Editing(Asked::TryToSave));
    desk.wait(|state| !state.editing.is_in_memory_only());
    desk.closes();
}

#[test]
fn a_window_that_closes_right_after_the_first_edit_waits_for_its_keeper() {
    let mut desk = Desk::bundled();
    let id = desk.delete_one();
    desk.closes();
    assert_eq!(desk.state.dialog, None);
    let path = desk.state.path().expect("the copy");
    desk.state.let_go(true);
    let saved = Document::open(&path, &Progress::new()).expect("it opens");
    assert_eq!(saved.timeline.find(&id), None);
}

#[test]
fn a_second_window_reads_until_the_first_is_gone_and_then_takes_over() {
    let mut first = Desk::bundled();
    let id = first.delete_one();
    first.wait(|state| !state.editing.is_modified());
    let path = first.state.path().expect("the copy");
    // This process has the lock; another one's would say another number.
    let folder = crate::document::backup::folder_of(&first.folder.path().join("state"), &path);
    let holder = folder
        .join(crate::document::lock::NAME)
        .with_extension("holder");
    std::fs::write(&holder, r#"{"pid": 1, "words": "another"}"#).expect("written");

    let mut second = Desk::bundled();
    second.state.home = first.state.home.clone();
    second.state.update(Command::Open(path));
    second.wait(|state| state.load.is_none());
    let reason = |state: &State| state.document.timeline.read_only_reason();
    assert_eq!(reason(&second.state), Some(ReadOnlyReason::EditedElsewhere));
    second.delete_one();
    assert_eq!(
        second.state.editing.history().point(),
        0,
        "it can be read only"
    );

    second.wait(|state| state.editing.elsewhere.is_some());
    first.state.let_go(true);
    second.wait(|state| reason(state).is_none());
    second.wait(|state| state.load.is_none());
    assert_eq!(
        second.timeline().find(&id),
        None,
        "it is as the first window left it"
    );
    second.delete_one();
    assert_eq!(second.state.editing.history().point(), 1);
}

#[test]
fn edits_that_cannot_be_read_now_stay_where_they_are_and_the_record_is_read_only() {
    let mut desk = Desk::bundled();
    desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    let path = desk.state.path().expect("the copy");
    desk.state.let_go(true);
    let journal = crate::document::backup::folder_of(&desk.folder.path().join("state"), &path)
        .join(crate::document::journal::NAME);
    // What the system does not give, whoever asks.
    std::fs::create_dir_all(&journal).expect("a folder");
    let mut next = Desk::bundled();
    next.state.home = desk.state.home.clone();
    next.state.update(Command::Open(path));
    next.wait(|state| state.load.is_none());
    let reason = next.state.document.timeline.read_only_reason();
    assert_eq!(reason, Some(ReadOnlyReason::UnreadEdits));
    assert!(journal.is_dir(), "another time it may be read");
    let told = next.state.notices.all().iter();
    let mut told = told.map(|notice| &notice.message);
    assert!(told.any(|message| matches!(message, Message::LeftUnusable { .. })));
}

#[test]
fn a_journal_that_is_spoilt_in_its_middle_is_kept_whole_and_told_of() {
    let mut desk = Desk::bundled();
    desk.state.settings.autosave = false;
    for _ in 0..3 {
        desk.delete_one();
    }
    desk.wait(|state| state.path().is_some() && !state.editing.is_in_memory_only());
    let path = desk.state.path().expect("the copy");
    let folder = crate::document::backup::folder_of(&desk.folder.path().join("state"), &path);
    let journal = folder.join(crate::document::journal::NAME);
    let lines = || std::fs::read_to_string(&journal).map_or(0, |text| text.lines().count());
    desk.wait(|_| lines() >= 4);
    let mut left = std::fs::read(&journal).expect("read");
    // One letter of the second edit, as a failing disk would have it.
    let begin = left
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'\n')
        .nth(1)
        .expect("a line")
        .0;
    left[begin + 60] ^= 1;
    // No save of these edits is what a kill leaves.
    let file = std::fs::read(&path).expect("read");
    desk.state.let_go(true);
    std::fs::write(&path, file).expect("written");
    std::fs::write(&journal, &left).expect("written");

    let mut next = Desk::bundled();
    next.state.home = desk.state.home.clone();
    next.state.update(Command::Open(path));
    next.wait(|state| state.load.is_none());
    let edits = next
        .state
        .left
        .as_ref()
        .expect("what is before it is offered");
    assert_eq!(edits.recovered.edits().count(), 1);
    let told = next.state.notices.all().iter();
    let aside = told.filter_map(|notice| match &notice.message {
        Message::LeftUnusable { path, .. } => Some(path.clone()),
        _ => None,
    });
    let aside: Vec<_> = aside.collect();
    assert_eq!(aside.len(), 1, "{:?}", next.state.notices.all());
    assert_eq!(std::fs::read(&aside[0]).expect("kept"), left);
}

#[test]
fn a_file_that_is_gone_is_written_again_by_save() {
    let mut desk = Desk::bundled();
    desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    let path = desk.state.path().expect("the copy");
    let bytes = std::fs::read(&path).expect("read");
    std::fs::remove_file(&path).expect("removed");
    desk.state.saw_file(&path, crate::document::OnDisk::Gone);
    desk.state.update(Command::Editing(Asked::Save));
    desk.wait(|_| path.exists());
    desk.wait(|state| state.changed_on_disk.is_none());
    assert_eq!(std::fs::read(&path).expect("read"), bytes);
    desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    assert_ne!(std::fs::read(&path).expect("read"), bytes, "it goes on");
}
