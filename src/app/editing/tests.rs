//! Edits of an open record, from the command to the disk.

use std::path::Path;
use std::time::{Duration, Instant};

use super::*;
use crate::app::command::Editing as Asked;
use crate::app::{Command, Effect, Settings};
use crate::document::storage::Disk;
use crate::document::{Document, Origin};
use crate::format::Progress;
use crate::record::Timeline;

mod kept;
mod merged;
mod save_as;
mod slow;

pub(in crate::app) struct Desk {
    pub state: State,
    pub folder: tempfile::TempDir,
}

impl Desk {
    /// The bundled record, with folders of its own.
    pub fn bundled() -> Self {
        Self::with(Document::bundled().expect("the bundled record opens"))
    }

    /// A record of a test's own, in memory only until its first edit.
    pub fn over(record: &str) -> Self {
        let opened = crate::format::native::read(record.to_owned()).expect("a record");
        Self::with(Document {
            timeline: Arc::new(opened.timeline),
            report: Arc::new(opened.report),
            origin: Origin::Bundled,
            stamp: None,
        })
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

    pub fn select(&mut self, id: &str) -> EventIx {
        let event = self.timeline().find(id).expect("it is there");
        self.state.update(Command::Select(event));
        event
    }

    pub fn timeline(&self) -> &Timeline {
        &self.state.document.timeline
    }

    /// Lets time pass in the program until it holds.
    pub fn wait(&mut self, until: impl Fn(&State) -> bool) {
        let start = Instant::now();
        while !until(&self.state) {
            assert!(start.elapsed() < Duration::from_secs(20), "it hangs");
            self.state.pass(0.05, 0.05);
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Wishes to close; the window does, at once or when all edits are on the disk.
    fn closes(&mut self) {
        let start = Instant::now();
        let mut may = self.state.may_close();
        while !may {
            assert!(start.elapsed() < Duration::from_secs(20), "it stays open");
            std::thread::sleep(Duration::from_millis(2));
            self.state.pass(0.05, 0.05);
            may = self.state.take_effects().contains(&Effect::Close);
        }
        assert!(self.state.may_close());
    }

    /// Deletes an event; returns its id.
    fn delete_one(&mut self) -> String {
        let id = an_event(self.timeline());
        self.select(&id);
        self.state.update(Command::Editing(Asked::Delete));
        id
    }

    pub fn bytes(&self) -> Vec<u8> {
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
fn an_offer_to_undo_goes_with_the_change_that_it_was_of() {
    let mut desk = Desk::bundled();
    let undo = Command::Editing(Asked::Undo);
    let offers = |desk: &Desk| {
        let all = desk.state.notices.all().iter();
        all.filter(|notice| notice.offer == Some(Command::Editing(Asked::Undo)))
            .count()
    };
    desk.delete_one();
    desk.delete_one();
    assert_eq!(offers(&desk), 1, "the last change's");
    desk.state.update(undo);
    assert_eq!(offers(&desk), 0);
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
fn a_lane_comes_with_its_first_event_and_goes_with_its_last() {
    let record = r#"{"format": "nenpyo/1", "events": [
        {"id": "a", "title": "A", "date": "1972", "kind": "treaty"},
        {"id": "b", "title": "B", "date": "1978", "kind": "summit"}]}"#;
    let mut desk = Desk::over(record);
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
fn a_record_with_errors_can_be_edited_and_what_could_not_be_read_keeps_its_bytes() {
    let bad = r#"{"id": "bad", "title": "no date",   "x": [1 ,2]}"#;
    let record = format!(
        r#"{{"format": "nenpyo/1", "events": [
        {{"id": "a", "title": "A", "date": "1972", "relations": [{{"type": "recalls", "event": "none"}}]}},
        {bad},
        {{"id": "b", "title": "B", "date": "1978"}}]}}"#
    );
    let mut desk = Desk::over(&record);
    desk.select("b");
    desk.state.update(Command::Editing(Asked::Delete));
    assert!(
        desk.timeline().find("b").is_some(),
        "the reader decides first"
    );
    let offered = desk
        .state
        .notices
        .all()
        .last()
        .and_then(|notice| notice.offer.clone());
    assert_eq!(offered, Some(Command::Editing(Asked::EditAnyway)));
    desk.state.update(Command::Editing(Asked::EditAnyway));
    desk.state.update(Command::Editing(Asked::Delete));
    assert_eq!(desk.timeline().find("b"), None);
    let text = String::from_utf8(desk.bytes()).expect("text");
    assert!(text.contains(bad) && !text.contains("1978"), "{text}");
}

#[test]
fn a_record_of_a_later_version_is_not_edited_but_may_be_saved_as_another() {
    let record = r#"{"format": "nenpyo/2", "events": [{"id": "a", "title": "A", "date": "1972"}]}"#;
    let mut desk = Desk::over(record);
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
