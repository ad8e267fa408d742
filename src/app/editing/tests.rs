//! Edits of an open record, from the command to the disk.

use std::path::Path;
use std::time::{Duration, Instant};

use super::*;
use crate::app::command::Editing as Asked;
use crate::app::{Command, Settings};
use crate::document::storage::Disk;
use crate::document::{Document, Origin};
use crate::format::Progress;
use crate::record::Timeline;

struct Desk {
    state: State,
    folder: tempfile::TempDir,
}

impl Desk {
    /// The bundled record, with folders of its own.
    fn bundled() -> Self {
        Self::with(Document::bundled().expect("the bundled record opens"))
    }

    fn with(document: Document) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut state = State::new(document, Settings::default(), Arc::new(|| {}));
        state.home = Some(Home {
            storage: Arc::new(Disk),
            folders: Folders {
                data: folder.path().join("data"),
                state: folder.path().join("state"),
            },
            words: "a test".to_owned(),
        });
        Self { state, folder }
    }

    fn select(&mut self, id: &str) -> EventIx {
        let event = self.timeline().find(id).expect("it is there");
        self.state.update(Command::Select(event));
        event
    }

    fn timeline(&self) -> &Timeline {
        &self.state.document.timeline
    }

    /// Lets time pass in the program until it holds.
    fn wait(&mut self, until: impl Fn(&State) -> bool) {
        let start = Instant::now();
        while !until(&self.state) {
            assert!(start.elapsed() < Duration::from_secs(20), "it hangs");
            self.state.pass(0.05, 0.05);
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    fn bytes(&self) -> Vec<u8> {
        self.timeline().to_bytes()
    }
}

fn an_event(timeline: &Timeline) -> String {
    let event = timeline.events().nth(100).expect("a hundred events");
    timeline.id(event).expect("it has an id").into_owned()
}

#[test]
fn a_deleted_event_is_gone_and_undo_brings_back_it_and_the_view() {
    let mut desk = Desk::bundled();
    let (before, count) = (desk.bytes(), desk.state.index.len());
    let id = an_event(desk.timeline());
    let event = desk.select(&id);
    let spot = desk.state.spot();
    desk.state.update(Command::Editing(Asked::Delete));
    assert_eq!(desk.state.selected, None);
    assert_eq!(desk.state.index.len(), count - 1);
    assert_eq!(desk.timeline().find(&id), None);
    assert!(desk.state.editing.is_modified());
    let offered = desk
        .state
        .notices
        .all()
        .last()
        .and_then(|notice| notice.offer.clone());
    assert_eq!(offered, Some(Command::Editing(Asked::Undo)));
    desk.state.update(Command::FitAll);
    desk.state.update(Command::Editing(Asked::Undo));
    assert_eq!(desk.state.selected, Some(event));
    assert_eq!(desk.state.spot(), spot);
    assert_eq!((desk.bytes(), desk.state.index.len()), (before, count));
    assert!(!desk.state.editing.is_modified());
    desk.state.update(Command::Editing(Asked::Redo));
    assert_eq!(desk.timeline().find(&id), None);
    desk.state.update(Command::Editing(Asked::WalkTo(0)));
    assert_eq!(desk.state.editing.history().point(), 0);
    assert_eq!(desk.timeline().find(&id), Some(event));
}

#[test]
fn a_twin_has_an_id_of_its_own_and_stands_behind_its_event_in_the_file() {
    let mut desk = Desk::bundled();
    let id = an_event(desk.timeline());
    let event = desk.select(&id);
    for number in [2, 3] {
        desk.state.update(Command::Select(event));
        desk.state.update(Command::Editing(Asked::Duplicate));
        let twin = desk.state.selected.expect("the twin is selected");
        let timeline = desk.timeline();
        assert_eq!(
            timeline.id(twin).as_deref(),
            Some(&*format!("{id}-{number}"))
        );
        let both = [event, twin].map(|event| timeline.event(event).expect("there"));
        assert_eq!(both[0].title, both[1].title);
        assert_eq!(both[0].quotes, both[1].quotes);
    }
    let text = String::from_utf8(desk.bytes()).expect("text");
    let places: Vec<usize> = ["", "-3", "-2"]
        .iter()
        .map(|end| {
            text.find(&format!("\"id\": \"{id}{end}\""))
                .expect("written")
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn the_first_edit_of_the_bundled_record_makes_a_copy_which_is_saved_by_itself() {
    let mut desk = Desk::bundled();
    let id = an_event(desk.timeline());
    desk.select(&id);
    desk.state.update(Command::Editing(Asked::Delete));
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
    let id = an_event(desk.timeline());
    desk.select(&id);
    desk.state.update(Command::Editing(Asked::Delete));
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
    let id = an_event(desk.timeline());
    desk.select(&id);
    desk.state.update(Command::Editing(Asked::Delete));
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
fn a_lane_comes_with_its_first_event_and_goes_with_its_last() {
    let record = r#"{"format": "nenpyo/1", "events": [
        {"id": "a", "title": "A", "date": "1972", "kind": "treaty"},
        {"id": "b", "title": "B", "date": "1978", "kind": "summit"}]}"#;
    let opened = crate::format::native::read(record).expect("a record");
    let mut desk = Desk::with(Document {
        timeline: Arc::new(opened.timeline),
        report: Arc::new(opened.report),
        origin: Origin::Bundled,
        stamp: None,
    });
    desk.state.home = None;
    desk.state
        .update(Command::GroupBy(crate::index::Grouping::Kind));
    assert_eq!(desk.state.index.lanes().len(), 2);
    desk.select("b");
    desk.state.update(Command::Editing(Asked::Delete));
    assert_eq!(desk.state.index.lanes().len(), 1);
    desk.state.update(Command::Editing(Asked::Undo));
    assert_eq!(desk.state.index.lanes().len(), 2);
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
    let id = an_event(desk.timeline());
    desk.select(&id);
    desk.state.update(Command::Editing(Asked::Delete));
    // The keeper has not said anything yet: the window waits for it, and then asks.
    assert!(!desk.state.may_close());
    desk.wait(|state| state.dialog == Some(Dialog::Closing));
    assert!(!desk.state.may_close());
    assert!(desk.state.take_effects().is_empty());
    std::fs::remove_file(&data).expect("removed");
    desk.state.update(Command::Escape);
    desk.state.update(Command::Editing(Asked::TryToSave));
    desk.wait(|state| !state.editing.is_in_memory_only());
    assert!(desk.state.may_close());
}

#[test]
fn a_window_that_closes_right_after_the_first_edit_waits_for_its_keeper() {
    let mut desk = Desk::bundled();
    let id = an_event(desk.timeline());
    desk.select(&id);
    desk.state.update(Command::Editing(Asked::Delete));
    if !desk.state.may_close() {
        desk.wait(|state| state.path().is_some());
        assert!(
            desk.state
                .take_effects()
                .contains(&crate::app::Effect::Close)
        );
    }
    assert!(desk.state.may_close());
}

#[test]
fn a_deleted_event_takes_the_relations_to_it_along() {
    let mut desk = Desk::bundled();
    let before = desk.bytes();
    let event = desk.select("ishiba-xi-summit-lima-2024");
    let links = desk.timeline().relations_to(event);
    let from: Vec<EventIx> = links.iter().map(|link| link.from).collect();
    assert!(from.len() > 3);
    let others = |desk: &Desk| {
        let count = |event: &EventIx| desk.timeline().relations_from(*event).len();
        from.iter().map(count).sum::<usize>()
    };
    let all = others(&desk);
    desk.state.update(Command::Editing(Asked::Delete));
    assert_eq!(others(&desk), all - from.len());
    let anew = crate::format::native::read(desk.bytes()).expect("a record");
    let is_in_events = |diagnostic: &&crate::record::Diagnostic| diagnostic.event.is_some();
    let wrong = anew.report.diagnostics.iter().filter(is_in_events).count();
    assert_eq!(wrong, 0, "{:?}", anew.report.diagnostics);
    desk.state.update(Command::Editing(Asked::Undo));
    assert_eq!((desk.bytes(), others(&desk)), (before, all));
}

#[test]
fn a_record_that_cannot_be_saved_is_saved_under_another_name_and_goes_on_there() {
    let mut desk = Desk::bundled();
    let id = an_event(desk.timeline());
    desk.select(&id);
    desk.state.update(Command::Editing(Asked::Delete));
    desk.wait(|state| !state.editing.is_modified());
    let path = desk.state.path().expect("the copy");
    // Another program changes the file, and the next edit finds it so.
    let theirs = br#"{"format": "nenpyo/1", "events": []}"#;
    std::fs::write(&path, theirs).expect("written");
    let other = an_event(desk.timeline());
    desk.select(&other);
    desk.state.update(Command::Editing(Asked::Delete));
    let offers = |state: &State| {
        let mut all = state.notices.all().iter();
        all.any(|notice| notice.offer == Some(Command::SaveAsDialog))
    };
    desk.wait(offers);
    // To read it anew would drop the edit.
    desk.state.update(Command::Reload);
    assert!(desk.state.load.is_none());
    let aside = desk.folder.path().join("mine.json");
    desk.state.update(Command::SaveAs(aside.clone()));
    desk.wait(|state| state.path().as_ref() == Some(&aside));
    assert_eq!(desk.timeline().find(&other), None);
    assert!(!desk.state.editing.is_modified());
    assert!(desk.state.left.is_none());
    assert_eq!(std::fs::read(&path).expect("read"), theirs);
    // The next edit is kept there.
    let third = an_event(desk.timeline());
    desk.select(&third);
    desk.state.update(Command::Editing(Asked::Delete));
    desk.state.let_go(true);
    let saved = Document::open(&aside, &Progress::new()).expect("it opens");
    assert_eq!(saved.timeline.find(&third), None);
}

#[test]
fn a_record_with_errors_can_be_edited_and_what_could_not_be_read_keeps_its_bytes() {
    let bad = r#"{"id": "bad", "title": "no date",   "x": [1 ,2]}"#;
    let record = format!(
        r#"{{"format": "nenpyo/1", "events": [
        {{"id": "a", "title": "A", "date": "1972", "relations": [{{"type": "recalls", "event": "none"}}]}},
        {bad},
        {{"id": "b", "title": "B", "date": "1978"}}]}}"#
    );
    let opened = crate::format::native::read(record).expect("a record");
    assert!(opened.timeline.read_only_reason().is_some());
    let mut desk = Desk::with(Document {
        timeline: Arc::new(opened.timeline),
        report: Arc::new(opened.report),
        origin: Origin::Bundled,
        stamp: None,
    });
    desk.select("b");
    desk.state.update(Command::Editing(Asked::Delete));
    assert_eq!(desk.timeline().find("b"), None);
    let text = String::from_utf8(desk.bytes()).expect("text");
    assert!(text.contains(bad) && !text.contains("1978"), "{text}");
}

#[test]
fn a_record_of_a_later_version_is_not_edited_but_may_be_saved_as_another() {
    let record = r#"{"format": "nenpyo/2", "events": [{"id": "a", "title": "A", "date": "1972"}]}"#;
    let opened = crate::format::native::read(record).expect("a record");
    let mut desk = Desk::with(Document {
        timeline: Arc::new(opened.timeline),
        report: Arc::new(opened.report),
        origin: Origin::Bundled,
        stamp: None,
    });
    desk.select("a");
    desk.state.update(Command::Editing(Asked::Delete));
    assert!(desk.timeline().find("a").is_some());
    let offered = desk
        .state
        .notices
        .all()
        .last()
        .and_then(|notice| notice.offer.clone());
    assert_eq!(offered, Some(Command::SaveAsDialog));
    assert!(!desk.state.editing.is_modified());
}

#[test]
fn the_version_that_was_saved_over_opens_for_reading_and_can_be_saved_as_another() {
    let mut desk = Desk::bundled();
    desk.state.update(Command::Editing(Asked::ToggleVersions));
    assert_eq!(desk.state.dialog, None, "the bundled record has none");
    let id = an_event(desk.timeline());
    desk.select(&id);
    desk.state.update(Command::Editing(Asked::Delete));
    desk.wait(|state| !state.editing.is_modified());
    let copy = desk.state.path().expect("the copy");
    desk.state.update(Command::Editing(Asked::ToggleVersions));
    assert_eq!(desk.state.dialog, Some(Dialog::Versions));
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
