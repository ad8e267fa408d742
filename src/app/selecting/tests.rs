//! Several events selected, and what is done with all of them.

use super::*;
use crate::app::Command;
use crate::app::command::{Clip, Editing as Asked};
use crate::app::editing::tests::Desk;
use crate::app::state::{Dialog, Effect};
use crate::document::bulk::Bulk;

const RECORD: &str = r#"{
  "format": "nenpyo/1",
  "actors": [{"id": "JPN", "name": "Japan"}],
  "sources": [{"id": "s", "title": "S"}],
  "events": [
    {"id": "a", "title": "A", "date": "1971", "actors": ["JPN"], "quotes": [{"text": "one", "source": "s"}]},
    {"id": "b", "title": "B", "date": "1972", "actors": ["JPN"], "relations": [{"type": "recalls", "event": "a"}]},
    {"id": "c", "title": "C talks", "date": "1973", "actors": ["JPN"], "relations": [{"type": "recalls", "event": "b"}]},
    {"id": "d", "title": "D talks", "date": "1974", "actors": ["JPN"]}
  ]
}
"#;

fn toggle(desk: &mut Desk, id: &str) {
    let (event, lane) = (desk.timeline().find(id).expect("there"), 0);
    let toggle = Selecting::Toggle { event, lane };
    desk.state.update(Command::Selecting(toggle));
}

fn range(desk: &mut Desk, id: &str) {
    let (event, lane) = (desk.timeline().find(id).expect("there"), 0);
    let range = Selecting::Range { event, lane };
    desk.state.update(Command::Selecting(range));
}

fn selected(desk: &Desk) -> Vec<String> {
    let timeline = desk.timeline();
    let ids = desk.state.selection().into_iter();
    ids.map(|event| timeline.id(event).expect("an id").into_owned())
        .collect()
}

/// The text that was put on the clipboard.
fn copied(desk: &mut Desk, clip: Clip) -> String {
    desk.state.update(Command::Clip(clip));
    let copied = desk
        .state
        .take_effects()
        .into_iter()
        .find_map(|effect| match effect {
            Effect::Copy(text) => Some(text),
            _ => None,
        });
    copied.expect("it was copied")
}

fn edit(desk: &mut Desk, asked: Asked) {
    desk.state.update(Command::Editing(asked));
}

#[test]
fn events_join_the_selected_one_and_leave_it() {
    let mut desk = Desk::over(RECORD);
    toggle(&mut desk, "c");
    assert_eq!(selected(&desk), ["c"], "the first is the main one");
    toggle(&mut desk, "a");
    range(&mut desk, "d");
    assert_eq!(selected(&desk), ["c", "a", "d"]);
    toggle(&mut desk, "c");
    assert_eq!(selected(&desk), ["a", "d"]);
    desk.select("b");
    assert_eq!(selected(&desk), ["b"], "a plain click begins anew");
    range(&mut desk, "d");
    assert_eq!(selected(&desk), ["b", "c", "d"]);
    desk.state.update(Command::Escape);
    assert_eq!(selected(&desk), [""; 0]);
}

#[test]
fn all_are_those_found_or_else_those_in_view() {
    let mut desk = Desk::over(RECORD);
    desk.state.update(Command::FitAll);
    desk.state.viewport = desk.state.whole_fitted();
    desk.state.update(Command::Selecting(Selecting::All));
    assert_eq!(desk.state.selection().len(), 4);
    desk.state.update(Command::FindText("talks".to_owned()));
    desk.wait(|state| !state.find.is_running());
    desk.state.update(Command::Selecting(Selecting::All));
    assert_eq!(selected(&desk).len(), 2);
    let said = desk
        .state
        .notices
        .all()
        .last()
        .map(|notice| notice.message.clone());
    assert_eq!(said, Some(Message::Selected(2)));
}

#[test]
fn all_selected_are_deleted_by_one_edit_and_come_back_by_one_undo() {
    let mut desk = Desk::over(RECORD);
    let before = desk.bytes();
    desk.select("a");
    toggle(&mut desk, "b");
    edit(&mut desk, Asked::Delete);
    assert_eq!(desk.state.index.len(), 2);
    assert_eq!(desk.state.editing.history().point(), 1);
    assert_eq!(selected(&desk), [""; 0]);
    let c = desk
        .timeline()
        .find("c")
        .and_then(|event| desk.timeline().event(event));
    assert_eq!(c.expect("it stays").relations, []);
    let said = desk
        .state
        .notices
        .all()
        .last()
        .map(|notice| notice.message.clone());
    assert_eq!(said, Some(Message::DeletedSeveral(2)));
    edit(&mut desk, Asked::Undo);
    assert_eq!(desk.bytes(), before);
}

#[test]
fn all_selected_are_duplicated_and_the_twins_are_selected() {
    let mut desk = Desk::over(RECORD);
    desk.select("a");
    toggle(&mut desk, "b");
    edit(&mut desk, Asked::Duplicate);
    assert_eq!(selected(&desk), ["a-2", "b-2"]);
    assert_eq!(desk.state.editing.history().point(), 1);
}

#[test]
fn many_rows_are_read_beside_the_frames_and_an_edit_meanwhile_spoils_nothing() {
    let mut desk = Desk::over(RECORD);
    let rows = (0..500).map(|at| format!("19{}-05,Talks of the round number {at}", 50 + at % 50));
    let rows: Vec<String> = rows.collect();
    let rows = rows.join("\n");
    let before = desk.timeline().len();
    let paste = Command::Clip(Clip::Paste(format!("date,title\n{rows}")));
    desk.state.update(paste);
    assert_eq!(desk.timeline().len(), before, "it is being read");
    desk.select("a");
    edit(&mut desk, Asked::Duplicate);
    let start = before + 1;
    assert_eq!(desk.timeline().len(), start);
    desk.wait(|state| state.pasting.is_empty());
    assert_eq!(desk.timeline().len(), start + 500);
    edit(&mut desk, Asked::Undo);
    let is_there = |event: &EventIx| !desk.timeline().is_removed(*event);
    assert_eq!(desk.timeline().events().filter(is_there).count(), start);
}

#[test]
fn what_is_copied_is_pasted_by_one_edit_and_selected() {
    let mut desk = Desk::over(RECORD);
    let before = desk.bytes();
    desk.select("a");
    toggle(&mut desk, "b");
    let text = copied(&mut desk, Clip::Copy);
    desk.state.update(Command::Clip(Clip::Paste(text.clone())));
    assert_eq!(selected(&desk), ["a-2", "b-2"]);
    let undo = desk
        .state
        .notices
        .all()
        .last()
        .and_then(|notice| notice.offer.clone());
    assert_eq!(undo, Some(Command::Editing(Asked::Undo)));
    edit(&mut desk, Asked::Undo);
    assert_eq!(desk.bytes(), before);
    let mut other = Desk::over(r#"{"format": "nenpyo/1", "events": []}"#);
    other.state.update(Command::Clip(Clip::Paste(text)));
    assert_eq!(selected(&other), ["a", "b"]);
    assert!(
        other.timeline().source("s").is_some(),
        "its evidence came along"
    );
    desk.select("c");
    let rows = copied(&mut desk, Clip::CopyRows);
    assert!(rows.starts_with("id,title,date,"), "{rows}");
    other.state.update(Command::Clip(Clip::Paste(rows)));
    assert_eq!(selected(&other), ["c"]);
}

#[test]
fn what_cannot_be_pasted_is_told_and_changes_nothing() {
    let mut desk = Desk::over(RECORD);
    let before = desk.bytes();
    let mut paste = |text: &str| {
        let paste = Clip::Paste(text.to_owned());
        desk.state.update(Command::Clip(paste));
        let last = desk
            .state
            .notices
            .all()
            .last()
            .cloned()
            .expect("it is told");
        last.message.words(crate::date::Language::En)
    };
    assert!(paste("a letter").starts_with("Nothing was pasted"));
    let told = paste("title,date\nTea,29 September\n");
    assert!(
        told.starts_with("One event was not pasted\nRow 2: "),
        "{told}"
    );
    assert_eq!(desk.bytes(), before);
}

#[test]
fn two_events_become_one_and_undo_makes_them_two() {
    let mut desk = Desk::over(RECORD);
    let before = desk.bytes();
    desk.select("b");
    edit(&mut desk, Asked::Unite);
    assert_eq!(desk.bytes(), before, "one alone is merged with nothing");
    toggle(&mut desk, "a");
    edit(&mut desk, Asked::Unite);
    assert_eq!(selected(&desk), ["b"]);
    let one = desk
        .state
        .selected
        .and_then(|event| desk.timeline().event(event));
    let one = one.expect("it is there");
    assert_eq!((one.quotes.len(), one.relations.len()), (1, 0));
    let said = desk
        .state
        .notices
        .all()
        .last()
        .map(|notice| notice.message.clone());
    let kept = ["title", "date"].map(str::to_owned).to_vec();
    let title = "B".to_owned();
    assert_eq!(said, Some(Message::United { title, kept }));
    edit(&mut desk, Asked::Undo);
    assert_eq!(desk.bytes(), before);
}

#[test]
fn all_selected_are_changed_by_one_edit() {
    let mut desk = Desk::over(RECORD);
    edit(&mut desk, Asked::ToggleBulk);
    assert_eq!(desk.state.dialog, None, "nothing is selected");
    desk.select("a");
    toggle(&mut desk, "b");
    edit(&mut desk, Asked::ToggleBulk);
    assert_eq!(desk.state.dialog, Some(Dialog::Bulk));
    let bulk = Bulk {
        add_tags: vec!["east".to_owned()],
        ..Bulk::default()
    };
    desk.state.update(Command::ChangeSelected(Box::new(bulk)));
    assert_eq!(desk.state.dialog, None);
    assert_eq!(desk.state.editing.history().point(), 1);
    assert_eq!(selected(&desk), ["a", "b"], "they stay selected");
    for id in ["a", "b"] {
        let event = desk
            .timeline()
            .find(id)
            .and_then(|event| desk.timeline().event(event));
        assert_eq!(event.expect("there").tags, ["east"]);
    }
}
