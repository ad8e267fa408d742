//! A record saved under another name, and opened in an earlier version.

use super::*;

#[test]
fn a_record_that_cannot_be_saved_is_saved_under_another_name_and_goes_on_there() {
    let mut desk = Desk::bundled();
    desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    let path = desk.state.path().expect("the copy");
    // Another program spoils the file, and the next edit finds it so.
    let theirs = br#"{"format": "nenpyo/1", "events": ["#;
    std::fs::write(&path, theirs).expect("written");
    let other = desk.delete_one();
    let offers = |state: &State| {
        let mut all = state.notices.all().iter();
        all.any(|notice| notice.offer == Some(Command::SaveAsDialog))
    };
    desk.wait(offers);
    // To read it anew would drop the edit.
    desk.state.update(Command::Reload);
    assert!(desk.state.load.is_none());
    assert_eq!(desk.timeline().find(&other), None);
    let aside = desk.folder.path().join("mine.json");
    desk.state.update(Command::SaveAs(aside.clone()));
    desk.wait(|state| state.path().as_ref() == Some(&aside));
    assert_eq!(desk.timeline().find(&other), None);
    assert!(!desk.state.editing.is_modified());
    assert!(desk.state.left.is_none());
    assert_eq!(std::fs::read(&path).expect("read"), theirs);
    // The next edit is kept there.
    let third = desk.delete_one();
    desk.state.let_go(true);
    let saved = Document::open(&aside, &Progress::new()).expect("it opens");
    assert_eq!(saved.timeline.find(&third), None);
}

#[test]
fn the_version_that_was_saved_over_opens_for_reading_and_can_be_saved_as_another() {
    let mut desk = Desk::bundled();
    desk.state.update(Command::Editing(Asked::ToggleVersions));
    assert_eq!(desk.state.dialog, None, "the bundled record has none");
    let id = desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    let copy = desk.state.path().expect("the copy");
    desk.state.update(Command::Editing(Asked::ToggleVersions));
    desk.wait(|state| state.dialog == Some(Dialog::Versions));
    assert_eq!(desk.state.versions.len(), 1);
    desk.state.update(Command::Editing(Asked::OpenVersion(0)));
    desk.wait(|state| state.load.is_none() && state.path().as_ref() != Some(&copy));
    assert!(desk.timeline().find(&id).is_some(), "as it was before");
    assert_eq!(desk.state.settings.recent, std::slice::from_ref(&copy));
    desk.select(&id);
    desk.state.update(Command::Editing(Asked::Delete));
    assert!(desk.timeline().find(&id).is_some(), "it is read only");
    let again = desk.folder.path().join("again.json");
    desk.state.update(Command::SaveAs(again.clone()));
    desk.wait(|state| state.path().as_ref() == Some(&again));
    desk.select(&id);
    desk.state.update(Command::Editing(Asked::Delete));
    assert_eq!(desk.timeline().find(&id), None, "it can be changed there");
    desk.state.let_go(true);
}

#[test]
fn a_file_that_another_window_edits_is_not_saved_over() {
    let mut first = Desk::bundled();
    first.delete_one();
    first.wait(|state| !state.editing.is_modified());
    let path = first.state.path().expect("the copy");
    let bytes = std::fs::read(&path).expect("read");

    let mut second = Desk::bundled();
    second.state.home = first.state.home.clone();
    second.state.update(Command::SaveAs(path.clone()));
    second.wait(|state| state.saving_as.is_none());
    let told = second.state.notices.all().iter();
    let mut told = told.map(|notice| &notice.message);
    assert!(told.any(|message| matches!(message, Message::EditedThere(_))));
    assert_eq!(std::fs::read(&path).expect("read"), bytes);
}

#[test]
fn a_record_saved_under_another_name_keeps_its_history() {
    let mut desk = Desk::bundled();
    let id = desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    let with_it = Document::bundled().expect("it opens").timeline.to_bytes();
    let path = desk.folder.path().join("another.json");
    desk.state.update(Command::SaveAs(path.clone()));
    desk.wait(|state| state.path().as_ref() == Some(&path));
    assert!(!desk.state.editing.is_modified());
    assert_eq!(desk.state.editing.history().point(), 1);
    desk.state.update(Command::Editing(Asked::Undo));
    assert!(desk.timeline().find(&id).is_some());
    desk.wait(|state| !state.editing.is_modified());
    assert_eq!(std::fs::read(&path).expect("read"), with_it);
    desk.state.let_go(true);
    let copy = desk.folder.path().join("data/east-asia.json");
    let copy = Document::open(&copy, &Progress::new()).expect("it opens");
    assert_eq!(
        copy.timeline.find(&id),
        None,
        "the file before stays as it was"
    );
}

#[test]
fn a_save_as_of_a_record_that_was_left_does_not_move_the_next() {
    let mut desk = Desk::bundled();
    let path = desk.folder.path().join("aside.json");
    desk.state.update(Command::SaveAs(path.clone()));
    desk.state.update(Command::OpenBundled);
    let start = Instant::now();
    while !path.is_file() {
        assert!(start.elapsed() < Duration::from_secs(20), "it hangs");
        desk.state.pass(0.05, 0.05);
        std::thread::sleep(Duration::from_millis(2));
    }
    for _ in 0..20 {
        desk.state.pass(0.05, 0.05);
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(
        desk.state.path(),
        None,
        "the record that is open is another"
    );
}

#[test]
fn a_record_saved_as_a_file_that_has_a_journal_is_kept_there() {
    let mut desk = Desk::bundled();
    desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    let path = desk.folder.path().join("other.json");
    std::fs::write(&path, "{}").expect("written");
    let folder = crate::document::backup::folder_of(&desk.folder.path().join("state"), &path);
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join(crate::document::journal::NAME), "left").expect("written");
    desk.state.update(Command::SaveAs(path.clone()));
    desk.wait(|state| state.path().as_ref() == Some(&path));
    desk.state.update(Command::Editing(Asked::Undo));
    desk.wait(|state| !state.editing.is_modified());
    assert!(!desk.state.editing.is_in_memory_only());
}

#[test]
fn a_typed_name_replaces_no_file_before_the_reader_says_so() {
    let mut desk = Desk::bundled();
    let id = desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    let aside = desk.folder.path().join("theirs.json");
    std::fs::write(&aside, "theirs").expect("written");
    desk.state.update(Command::SaveAsNew(aside.clone()));
    let asks = |state: &State| {
        let mut all = state.notices.all().iter();
        let replace = Some(Command::SaveAs(aside.clone()));
        all.any(|notice| notice.other_offer == replace)
    };
    desk.wait(asks);
    assert_eq!(std::fs::read(&aside).expect("read"), b"theirs");
    assert_ne!(desk.state.path().as_ref(), Some(&aside));
    desk.state.update(Command::SaveAs(aside.clone()));
    desk.wait(|state| state.path().as_ref() == Some(&aside));
    let saved = Document::open(&aside, &Progress::new()).expect("it opens");
    assert_eq!(saved.timeline.find(&id), None);
    // Where nothing stands, nothing is asked.
    let new = desk.folder.path().join("new.json");
    desk.state.update(Command::SaveAsNew(new.clone()));
    desk.wait(|state| state.path().as_ref() == Some(&new));
}

#[test]
fn a_question_about_a_file_is_over_when_another_record_is_open() {
    let mut desk = Desk::bundled();
    desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    let theirs = desk.folder.path().join("theirs.json");
    std::fs::write(&theirs, desk.bytes()).expect("written");
    let asks = |state: &State| {
        let mut all = state.notices.all().iter();
        all.any(|notice| matches!(notice.message, Message::StandsThere(_)))
    };
    desk.state.update(Command::SaveAsNew(theirs.clone()));
    desk.wait(asks);
    desk.state.update(Command::Open(theirs.clone()));
    desk.wait(|state| state.path().as_ref() == Some(&theirs));
    assert!(!asks(&desk.state), "it would be another record's now");
    // Its own name is no other file's.
    desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    desk.state.update(Command::SaveAsNew(theirs));
    desk.wait(|state| state.saving_as.is_none());
    assert!(!asks(&desk.state));
}

#[test]
fn what_is_half_typed_into_a_cell_goes_along_to_another_file() {
    use crate::app::table::{Asked as InTable, Column};
    let mut desk = Desk::bundled();
    desk.delete_one();
    desk.wait(|state| !state.editing.is_modified());
    let event = desk
        .timeline()
        .find(&an_event(desk.timeline()))
        .expect("one");
    for asked in [
        InTable::Toggle,
        InTable::GoTo {
            event,
            column: Column::Date,
        },
        InTable::Open,
        InTable::Type("1972-13".to_owned()),
    ] {
        desk.state.update(Command::Table(asked));
    }
    let aside = desk.folder.path().join("aside.json");
    desk.state.update(Command::SaveAs(aside.clone()));
    desk.wait(|state| state.path().as_ref() == Some(&aside));
    let journal = crate::document::backup::folder_of(&desk.folder.path().join("state"), &aside)
        .join(crate::document::journal::NAME);
    desk.wait(|_| std::fs::read_to_string(&journal).is_ok_and(|text| text.contains("1972-13")));
    // Read anew, it is a form of its event.
    desk.state.update(Command::Reload);
    desk.wait(|state| state.load.is_none());
    let forms = desk.state.forms.kept();
    assert_eq!(forms.len(), 1);
    assert_eq!(forms[0].draft().date, "1972-13");
}

#[test]
fn what_no_save_is_due_for_waits_for_the_reader() {
    let mut desk = Desk::bundled();
    let waits = |desk: &Desk| {
        let autosave = desk.state.settings.autosave;
        desk.state.editing.waits_for_reader(autosave)
    };
    desk.delete_one();
    assert!(!waits(&desk), "it is saved in a moment");
    desk.wait(|state| !state.editing.is_modified());
    assert!(!waits(&desk));
    // A save that fails waits for whoever mends it.
    let path = desk.state.path().expect("the copy");
    std::fs::remove_file(&path).expect("removed");
    std::fs::create_dir(&path).expect("a folder in its place");
    desk.delete_one();
    desk.wait(|state| state.editing.waits_for_reader(true));
    std::fs::remove_dir(&path).expect("removed");
    desk.state.update(Command::Editing(Asked::TryToSave));
    desk.wait(|state| !state.editing.is_modified());
    assert!(!waits(&desk));
    desk.state.update(Command::Editing(Asked::ToggleAutosave));
    desk.delete_one();
    assert!(waits(&desk));
    desk.state.update(Command::Editing(Asked::Save));
    desk.wait(|state| !state.editing.is_modified());
    assert!(!waits(&desk));
}
