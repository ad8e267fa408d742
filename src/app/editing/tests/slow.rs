//! Edits of a record on a drive that hangs.

use super::*;
use crate::document::backup::folder_of;
use crate::document::journal;
use crate::document::storage::slow::{Far, Line};
use crate::index::Grouping;

/// The bundled record as a file on a drive in a network; the program's folders are near.
fn far_away() -> (Desk, Arc<Line>, std::path::PathBuf) {
    let mut desk = Desk::bundled();
    let net = desk.folder.path().join("net");
    std::fs::create_dir(&net).expect("a folder");
    let path = net.join("far.json");
    std::fs::write(&path, desk.bytes()).expect("written");
    let document = Document::open(&path, &Progress::new()).expect("it opens");
    let index = Index::build(&document.timeline, Grouping::Pair, None);
    desk.state.show(document, index);
    let line = Arc::new(Line::default());
    let home = desk.state.home.as_mut().expect("a home");
    home.storage = Arc::new(Far::new(net, Arc::clone(&line)));
    (desk, line, path)
}

/// The same with one edit saved, and one of this event made since, which hangs.
fn hangs() -> (Desk, Arc<Line>, std::path::PathBuf, String) {
    let (mut desk, line, path) = far_away();
    desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    line.hang(true);
    let id = desk.delete_one();
    (desk, line, path, id)
}

fn is_told(state: &State) -> bool {
    let mut all = state.notices.all().iter();
    all.any(|notice| {
        matches!(notice.message, Message::SlowToSave(_))
            && notice.offer == Some(Command::Editing(Asked::TryToSave))
            && notice.other_offer == Some(Command::SaveAsDialog)
    })
}

fn journal_of(desk: &Desk, path: &Path) -> std::path::PathBuf {
    folder_of(&desk.folder.path().join("state"), path).join(journal::NAME)
}

#[test]
fn while_a_drive_hangs_edits_go_to_the_journal_and_can_be_saved_elsewhere() {
    let (mut desk, line, path) = far_away();
    desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    let journal = journal_of(&desk, &path);
    line.hang(true);
    let id = desk.delete_one();
    desk.wait(|_| std::fs::read_to_string(&journal).is_ok_and(|text| text.contains(&id)));
    assert!(desk.state.editing.is_modified());
    assert!(!is_told(&desk.state));
    desk.wait(is_told);
    assert!(desk.state.may_close(), "the journal has it");

    let near = desk.folder.path().join("near.json");
    desk.state.update(Command::SaveAs(near.clone()));
    desk.wait(|state| state.path().as_ref() == Some(&near));
    assert!(!is_told(&desk.state));
    assert!(!desk.state.editing.is_modified());
    assert_eq!(desk.state.leaving.len(), 1, "the keeper before still waits");
    let other = desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    let saved = Document::open(&near, &Progress::new()).expect("it opens");
    assert_eq!(saved.timeline.find(&id), None);
    assert_eq!(saved.timeline.find(&other), None);

    line.hang(false);
    desk.wait(|state| state.leaving.is_empty());
    assert!(!journal.exists(), "what it has is in the new file");
    let far = Document::open(&path, &Progress::new()).expect("it opens");
    assert_eq!(far.timeline.find(&id), None, "what was asked for is done");
    assert!(far.timeline.find(&other).is_some());
}

#[test]
fn that_a_save_is_slow_is_told_until_it_is_done() {
    let (mut desk, line, path, id) = hangs();
    desk.wait(is_told);
    // Who tries again is told again; an edit meanwhile is no reason to.
    desk.state.update(Command::Editing(Asked::TryToSave));
    desk.state.notices.forget(|_| true);
    desk.wait(is_told);
    desk.state.notices.forget(|_| true);
    let other = desk.delete_one();
    for _ in 0..400 {
        desk.state.pass(0.05, 0.05);
    }
    assert!(!is_told(&desk.state));
    line.hang(false);
    desk.wait(|state| !state.editing.is_modified());
    let far = Document::open(&path, &Progress::new()).expect("it opens");
    assert_eq!(far.timeline.find(&id), None);
    assert_eq!(far.timeline.find(&other), None);
    line.hang(true);
    desk.delete_one();
    desk.wait(is_told);
    line.hang(false);
    desk.wait(|state| !state.editing.is_modified());
    assert!(!is_told(&desk.state));
}

#[test]
fn the_second_wish_to_close_asks_where_the_first_edit_hangs() {
    let (mut desk, line, _) = far_away();
    line.hang(true);
    desk.delete_one();
    assert!(!desk.state.may_close());
    assert_eq!(desk.state.dialog, None, "it waits for the disk");
    assert!(!desk.state.may_close());
    assert_eq!(desk.state.dialog, Some(Dialog::Closing));
    // Who stays is not closed on when the disk answers.
    desk.state.update(Command::Escape);
    line.hang(false);
    desk.wait(|state| !state.editing.is_modified());
    let effects = desk.state.take_effects();
    assert!(!effects.contains(&crate::app::Effect::Close));
}

#[test]
fn what_was_undone_while_a_save_hung_is_saved_afterwards() {
    let (mut desk, line, path, id) = hangs();
    desk.wait(is_told);
    desk.state.update(Command::Editing(Asked::Undo));
    for _ in 0..100 {
        desk.state.pass(0.05, 0.05);
    }
    line.hang(false);
    let is_back = |_: &State| {
        let far = Document::open(&path, &Progress::new());
        far.is_ok_and(|far| far.timeline.find(&id).is_some())
    };
    desk.wait(|state| state.editing.is_modified());
    desk.wait(|state| !state.editing.is_modified());
    assert!(is_back(&desk.state));
}

#[test]
fn that_a_save_is_slow_is_not_told_of_edits_that_are_in_no_journal() {
    let (mut desk, _, _) = far_away();
    let state = desk.folder.path().join("state");
    std::fs::write(&state, "a file where the folder should be").expect("written");
    desk.delete_one();
    desk.wait(|state| state.editing.is_failing());
    for _ in 0..400 {
        desk.state.pass(0.05, 0.05);
    }
    assert!(!is_told(&desk.state));
    assert!(desk.state.editing.is_in_memory_only());
}

#[test]
fn no_frame_waits_for_a_drive_that_is_looked_through_for_earlier_versions() {
    let (mut desk, line, path) = far_away();
    desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    line.hang(true);
    desk.state.update(Command::Editing(Asked::ToggleVersions));
    desk.state.pass(0.05, 0.05);
    assert_eq!(desk.state.dialog, None, "nothing was found yet");
    // Another record is opened meanwhile: its versions are not these.
    let other = desk.folder.path().join("other.json");
    std::fs::write(&other, desk.bytes()).expect("written");
    desk.state.update(Command::Open(other.clone()));
    desk.wait(|state| state.path().as_ref() == Some(&other));
    line.hang(false);
    desk.wait(|state| state.finding_versions.is_none());
    assert_eq!(desk.state.dialog, None);
    desk.state.update(Command::Open(path.clone()));
    desk.wait(|state| state.path().as_ref() == Some(&path));
    desk.state.update(Command::Editing(Asked::ToggleVersions));
    desk.wait(|state| state.dialog == Some(Dialog::Versions));
}
