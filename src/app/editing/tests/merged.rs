//! A file that another program changes while we have edits.

use std::path::PathBuf;

use super::*;
use crate::app::editing::Merging;
use crate::document::backup::folder_of;
use crate::document::journal;
use crate::document::merge::Choice;
use crate::document::{Change, OnDisk, What};
use crate::format::native::edit::{At, set};

const RECORD: &str = r#"{"format": "nenpyo/1", "title": "T", "events": [
    {"id": "a", "title": "A", "date": "1972", "notes": "n"},
    {"id": "b", "title": "B", "date": "1978",  "x-own": [1 ,2]},
    {"id": "c", "title": "C", "date": "1984"}]}
"#;

/// A file that is open, with folders of its own.
fn over_file() -> (Desk, PathBuf) {
    let mut desk = Desk::bundled();
    let path = desk.folder.path().join("record.json");
    std::fs::write(&path, RECORD).expect("written");
    open(&mut desk, &path);
    assert_eq!(desk.timeline().len(), 3);
    (desk, path)
}

fn open(desk: &mut Desk, path: &Path) {
    desk.state.update(Command::Open(path.to_owned()));
    desk.wait(|state| state.load.is_none());
}

/// The next program on the same machine.
fn next(desk: &Desk) -> Desk {
    let mut next = Desk::bundled();
    next.state.home = desk.state.home.clone();
    next
}

/// Gives a field of an event another value.
fn change(desk: &mut Desk, id: &str, field: &str, value: &str) {
    let event = desk.timeline().find(id).expect("it is there");
    let text = desk.timeline().event_json(event);
    let text = set(text, &[At::Field(field)], &format!("\"{value}\"")).expect("JSON");
    let edit = Edit {
        label: Label::one(What::Change, id),
        changes: vec![Change::Replace {
            event,
            text: text.into(),
        }],
    };
    desk.state.edit(edit).expect("made");
}

fn text_of(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a file")
}

/// Another program writes the file; the watcher sees it.
fn they_write(desk: &mut Desk, path: &Path, text: &str) {
    std::fs::write(path, text).expect("written");
    desk.state.saw_file(path, OnDisk::at(path));
}

fn ask(desk: &mut Desk, asked: Merging) {
    desk.state.update(Command::Editing(Asked::Merge(asked)));
}

fn says(state: &State, message: &Message) -> bool {
    let mut all = state.notices.all().iter();
    all.any(|notice| notice.message == *message)
}

fn journal_of(desk: &Desk, path: &Path) -> PathBuf {
    folder_of(&desk.folder.path().join("state"), path).join(journal::NAME)
}

fn wait_for_dialog(desk: &mut Desk) {
    desk.wait(|state| state.dialog == Some(Dialog::Merge));
}

/// An edit of ours that is not saved, and one of the same field in the file.
fn in_conflict() -> (Desk, PathBuf, String) {
    let (mut desk, path) = over_file();
    desk.state.settings.autosave = false;
    change(&mut desk, "a", "notes", "ours");
    change(&mut desk, "c", "notes", "ours too");
    desk.wait(|state| !state.editing.is_in_memory_only());
    let theirs = RECORD
        .replace("\"n\"", "\"theirs\"")
        .replace("\"1978\"", "\"1979\"");
    they_write(&mut desk, &path, &theirs);
    wait_for_dialog(&mut desk);
    (desk, path, theirs)
}

#[test]
fn another_programs_change_of_another_event_is_merged_at_once_and_saved() {
    let (mut desk, path) = over_file();
    change(&mut desk, "a", "notes", "ours");
    let theirs = RECORD.replace("\"1978\"", "\"1979\"");
    they_write(&mut desk, &path, &theirs);
    desk.wait(|state| says(state, &Message::Merged(1)));
    desk.wait(|state| !state.editing.is_modified());
    let both = theirs.replace("\"n\"", "\"ours\"");
    assert_eq!(text_of(&path), both);
    assert_eq!(desk.bytes(), both.as_bytes());
    assert_eq!(desk.state.dialog, None);
    assert_eq!(desk.state.changed_on_disk, None);
    // What the other program wrote is an earlier version now.
    desk.state.update(Command::Editing(Asked::ToggleVersions));
    desk.wait(|state| state.dialog == Some(Dialog::Versions));
    let kept = desk.state.versions.iter();
    let kept: Vec<String> = kept.map(|version| text_of(&version.path)).collect();
    assert!(kept.contains(&theirs), "{kept:?}");
    desk.state.update(Command::Escape);
    // Undo leads to what they wrote.
    desk.state.update(Command::Editing(Asked::Undo));
    desk.wait(|state| !state.editing.is_modified());
    assert_eq!(text_of(&path), theirs);
    desk.state.let_go(true);
    assert!(!journal_of(&desk, &path).exists());
}

#[test]
fn a_save_that_finds_the_file_changed_merges_with_what_was_saved_last() {
    let (mut desk, path) = over_file();
    change(&mut desk, "a", "notes", "first");
    desk.wait(|state| !state.editing.is_modified());
    let saved = text_of(&path);
    std::fs::write(&path, saved.replace("\"first\"", "\"theirs\"")).expect("written");
    // Nobody looked at the file; the save does. Of the notes only they changed anything since.
    change(&mut desk, "b", "title", "Ours");
    desk.wait(|state| says(state, &Message::Merged(1)));
    desk.wait(|state| !state.editing.is_modified());
    let both = saved
        .replace("\"first\"", "\"theirs\"")
        .replace("\"B\"", "\"Ours\"");
    assert_eq!(text_of(&path), both);
    desk.state.let_go(true);
}

#[test]
fn a_conflict_is_shown_and_nothing_is_written_until_it_is_decided() {
    for choice in [Choice::Ours, Choice::Theirs] {
        let (mut desk, path, theirs) = in_conflict();
        desk.state.settings.autosave = true;
        let conflicts = desk.state.editing.conflicts().expect("there are");
        assert_eq!((conflicts.list.len(), conflicts.decided()), (1, 0));
        // There is no way round the choice.
        ask(&mut desk, Merging::Finish);
        desk.select("b");
        desk.state.update(Command::Editing(Asked::Delete));
        desk.state.update(Command::Editing(Asked::Undo));
        desk.state.update(Command::Editing(Asked::Save));
        for _ in 0..60 {
            desk.state.pass(0.1, 0.1);
        }
        assert_eq!(desk.state.dialog, Some(Dialog::Merge));
        assert_eq!(text_of(&path), theirs);
        let notes = |desk: &Desk| {
            let event = desk.timeline().find("a").expect("there");
            desk.timeline().event_json(event).to_owned()
        };
        assert!(notes(&desk).contains("ours"));
        ask(&mut desk, Merging::Choose(0, choice));
        assert_eq!(desk.state.editing.conflicts().expect("still").decided(), 1);
        ask(&mut desk, Merging::Finish);
        assert_eq!(desk.state.dialog, None);
        desk.wait(|state| !state.editing.is_modified());
        let both = theirs.replace("\"1984\"", "\"1984\", \"notes\": \"ours too\"");
        let both = match choice {
            Choice::Ours => both.replace("\"theirs\"", "\"ours\""),
            Choice::Theirs => both,
        };
        assert_eq!(text_of(&path), both, "{choice:?}");
        // The keeper goes on.
        change(&mut desk, "a", "title", "Later");
        desk.wait(|state| !state.editing.is_modified());
        assert_eq!(text_of(&path), both.replace("\"A\"", "\"Later\""));
        desk.state.let_go(true);
        assert!(!journal_of(&desk, &path).exists());
    }
}

#[test]
fn a_merge_that_is_put_off_leaves_all_as_it_is_and_can_be_come_back_to() {
    let (mut desk, path, theirs) = in_conflict();
    desk.state.settings.autosave = true;
    ask(&mut desk, Merging::Choose(0, Choice::Ours));
    let before = desk.bytes();
    desk.state.update(Command::Escape);
    assert_eq!(desk.state.dialog, None);
    assert!(says(&desk.state, &Message::MergePutOff));
    assert_eq!(desk.bytes(), before);
    // One can go on, and what is edited then is kept in the journal.
    change(&mut desk, "b", "title", "Later");
    let journal = journal_of(&desk, &path);
    desk.wait(|_| text_of(&journal).contains("Later"));
    for _ in 0..60 {
        desk.state.pass(0.1, 0.1);
    }
    assert_eq!(text_of(&path), theirs, "it is not saved over");
    let offered = desk.state.notices.all().iter();
    let offered = offered
        .filter_map(|notice| notice.offer.clone())
        .next_back();
    desk.state.update(offered.expect("an offer"));
    wait_for_dialog(&mut desk);
    // What is as it was stays decided.
    assert_eq!(desk.state.editing.conflicts().expect("there").decided(), 1);
    ask(&mut desk, Merging::Finish);
    desk.wait(|state| !state.editing.is_modified());
    let both = theirs
        .replace("\"1984\"", "\"1984\", \"notes\": \"ours too\"")
        .replace("\"theirs\"", "\"ours\"")
        .replace("\"B\"", "\"Later\"");
    assert_eq!(text_of(&path), both);
    desk.state.let_go(true);
}

#[test]
fn reading_the_file_anew_merges_where_there_are_edits() {
    let (mut desk, path) = over_file();
    desk.state.settings.autosave = false;
    change(&mut desk, "a", "notes", "ours");
    std::fs::write(&path, RECORD.replace("\"C\"", "\"Theirs\"")).expect("written");
    desk.state.update(Command::Reload);
    desk.wait(|state| says(state, &Message::Merged(1)));
    let both = RECORD
        .replace("\"C\"", "\"Theirs\"")
        .replace("\"n\"", "\"ours\"");
    assert_eq!(desk.bytes(), both.as_bytes());
    assert!(desk.state.editing.is_modified());
    desk.state.update(Command::Editing(Asked::Save));
    desk.wait(|state| !state.editing.is_modified());
    assert_eq!(text_of(&path), both);
    desk.state.let_go(true);
}

#[test]
fn a_file_that_was_only_touched_asks_for_nothing() {
    let (mut desk, path) = over_file();
    change(&mut desk, "a", "notes", "ours");
    std::thread::sleep(Duration::from_millis(20));
    they_write(&mut desk, &path, RECORD);
    desk.wait(|state| !state.editing.is_modified());
    assert_eq!(text_of(&path), RECORD.replace("\"n\"", "\"ours\""));
    assert!(desk.state.notices.all().is_empty());
    desk.state.let_go(true);
}

#[test]
fn a_file_that_is_no_record_now_is_merged_when_it_is_one_again() {
    let (mut desk, path) = over_file();
    change(&mut desk, "a", "notes", "ours");
    they_write(&mut desk, &path, "{\"format\": ");
    let offers = |state: &State| {
        let mut all = state.notices.all().iter();
        all.any(|notice| notice.offer == Some(Command::SaveAsDialog))
    };
    desk.wait(offers);
    assert_eq!(text_of(&path), "{\"format\": ");
    let theirs = RECORD.replace("\"1978\"", "\"1979\"");
    they_write(&mut desk, &path, &theirs);
    desk.wait(|state| !state.editing.is_modified());
    assert_eq!(text_of(&path), theirs.replace("\"n\"", "\"ours\""));
    desk.state.let_go(true);
}

/// What stands on the disk now is what a kill would leave: ends the program and puts it back.
fn kill(desk: &mut Desk, path: &Path) {
    let journal = journal_of(desk, path);
    let left = [path, &journal].map(|path| (path.to_owned(), std::fs::read(path).expect("read")));
    desk.state.let_go(true);
    for (path, bytes) in left {
        std::fs::write(path, bytes).expect("written");
    }
}

#[test]
fn a_kill_before_the_choice_loses_nothing() {
    let (mut desk, path, theirs) = in_conflict();
    kill(&mut desk, &path);
    assert_eq!(text_of(&path), theirs);
    let mut next = next(&desk);
    open(&mut next, &path);
    assert_eq!(next.state.dialog, Some(Dialog::Merge));
    let conflicts = next.state.editing.conflicts().expect("there is one");
    let values = &conflicts.list[0].values;
    let said = [&values.ours, &values.theirs].map(|value| value.clone().expect("there"));
    assert_eq!(said, ["ours", "theirs"]);
    // Its edits come first, or not at all.
    next.state.update(Command::Escape);
    next.select("b");
    next.state.update(Command::Editing(Asked::Delete));
    assert_eq!(next.state.dialog, Some(Dialog::Merge));
    assert!(next.timeline().find("b").is_some());
    ask(&mut next, Merging::ChooseAll(Choice::Ours));
    ask(&mut next, Merging::Finish);
    next.wait(|state| !state.editing.is_modified());
    let both = theirs
        .replace("\"1984\"", "\"1984\", \"notes\": \"ours too\"")
        .replace("\"theirs\"", "\"ours\"");
    assert_eq!(text_of(&path), both);
    next.state.let_go(true);
    assert!(!journal_of(&desk, &path).exists());
}

#[test]
fn a_kill_after_the_choice_and_before_the_save_loses_nothing() {
    let (mut desk, path, theirs) = in_conflict();
    ask(&mut desk, Merging::ChooseAll(Choice::Ours));
    ask(&mut desk, Merging::Finish);
    let journal = journal_of(&desk, &path);
    desk.wait(|_| text_of(&journal).contains("merge_files"));
    kill(&mut desk, &path);
    let mut next = next(&desk);
    open(&mut next, &path);
    assert_eq!(
        next.state.dialog,
        Some(Dialog::Left),
        "the file is its base"
    );
    next.state.update(Command::Editing(Asked::BringBack));
    next.wait(|state| !state.editing.is_modified());
    let both = theirs
        .replace("\"1984\"", "\"1984\", \"notes\": \"ours too\"")
        .replace("\"theirs\"", "\"ours\"");
    assert_eq!(text_of(&path), both);
    next.state.let_go(true);
}

#[test]
fn a_journal_of_a_file_that_is_nowhere_any_more_is_merged_by_its_own_texts() {
    let (mut desk, path) = over_file();
    desk.state.settings.autosave = false;
    change(&mut desk, "a", "notes", "ours");
    desk.select("c");
    desk.state.update(Command::Editing(Asked::Delete));
    desk.wait(|state| !state.editing.is_in_memory_only());
    let journal = journal_of(&desk, &path);
    desk.wait(|_| text_of(&journal).contains("remove"));
    kill(&mut desk, &path);
    // There is no earlier version: nothing was saved.
    let theirs = RECORD
        .replace("\"A\"", "\"Theirs\"")
        .replace("\"1978\"", "\"1979\"");
    std::fs::write(&path, &theirs).expect("written");
    let versions = desk.folder.path().join("data/versions");
    drop(std::fs::remove_dir_all(versions));
    let mut next = next(&desk);
    open(&mut next, &path);
    assert_eq!(next.state.dialog, None);
    next.wait(|state| !state.editing.is_modified());
    let both = theirs.replace("\"n\"", "\"ours\"").replace(
        ",\n    {\"id\": \"c\", \"title\": \"C\", \"date\": \"1984\"}",
        "",
    );
    assert_eq!(text_of(&path), both);
    next.state.let_go(true);
}

#[test]
fn a_journal_whose_file_is_an_earlier_version_is_merged_with_that_one() {
    let (mut desk, path) = over_file();
    change(&mut desk, "a", "notes", "saved");
    desk.wait(|state| !state.editing.is_modified());
    let base = text_of(&path);
    desk.state.settings.autosave = false;
    change(&mut desk, "a", "title", "Ours");
    let journal = journal_of(&desk, &path);
    desk.wait(|_| text_of(&journal).contains("Ours"));
    kill(&mut desk, &path);
    let versions = folder_of(&desk.folder.path().join("data/versions"), &path);
    crate::document::backup::keep(&Disk, &versions, base.as_bytes(), chrono::Utc::now())
        .expect("kept");
    let theirs = base.replace("\"saved\"", "\"theirs\"");
    std::fs::write(&path, &theirs).expect("written");
    let mut next = next(&desk);
    open(&mut next, &path);
    next.wait(|state| says(state, &Message::Merged(1)));
    next.wait(|state| !state.editing.is_modified());
    assert_eq!(text_of(&path), theirs.replace("\"A\"", "\"Ours\""));
    next.state.let_go(true);
}
