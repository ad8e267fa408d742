//! Forms opened, filled in, left, saved and recovered, without a window.

mod pictures;

use super::*;
use crate::app::Command;
use crate::app::command::{Editing, Form as Asked};
use crate::app::editing::tests::Desk;
use crate::app::message::Message;
use crate::app::state::{Effect, State};
use crate::date::Language;
use crate::document::draft::{Problem, RelationDraft, Spot, Words};
use crate::index::LaneKey;

fn ask(desk: &mut Desk, asked: Asked) {
    desk.state.update(Command::Form(asked));
}

fn open(desk: &Desk) -> &Form {
    desk.state.forms.open().expect("a form is open")
}

/// Changes what is filled in, as the window does.
fn fill(desk: &mut Desk, change: impl FnOnce(&mut Draft)) {
    let mut draft = open(desk).draft().clone();
    change(&mut draft);
    ask(desk, Asked::Change(Box::new(draft)));
}

fn new_event(desk: &mut Desk, date: &str, title: &str) {
    ask(desk, Asked::New);
    fill(desk, |draft| {
        draft.date = date.to_owned();
        draft.title = vec![Words::new("ja", title)];
    });
}

#[test]
fn a_new_event_is_one_edit_which_undo_takes_back() {
    let mut desk = Desk::bundled();
    let (before, count) = (desk.bytes(), desk.state.index.len());
    new_event(&mut desk, "昭和47年9月30日", "新しい出来事");
    let words = open(&desk).date().map(ToString::to_string);
    assert_eq!(words.as_deref(), Some("1972-09-30"));
    assert_eq!(
        desk.bytes(),
        before,
        "nothing is changed before it is saved"
    );
    ask(&mut desk, Asked::Save);
    assert!(desk.state.forms.open().is_none());
    let event = desk.state.selected.expect("the new event is selected");
    assert_eq!(desk.timeline().title(event, Language::En), "新しい出来事");
    assert_eq!(desk.state.index.len(), count + 1);
    assert_eq!(desk.state.editing.history().point(), 1);
    desk.state.update(Command::Editing(Editing::Undo));
    assert_eq!((desk.bytes(), desk.state.index.len()), (before, count));
}

#[test]
fn a_form_that_cannot_be_saved_stays_open_and_says_where() {
    let mut desk = Desk::bundled();
    ask(&mut desk, Asked::New);
    desk.state.take_effects();
    ask(&mut desk, Asked::Save);
    assert!(open(&desk).was_tried());
    assert!(desk.state.take_effects().contains(&Effect::FocusProblem));
    let first = open(&desk)
        .checked()
        .first_block()
        .map(|found| &found.problem);
    assert_eq!(first, Some(&Problem::NoDate));
    assert_eq!(desk.state.editing.history().point(), 0);
}

#[test]
fn a_form_that_is_left_is_there_again_and_one_that_is_discarded_can_be_taken_back() {
    let mut desk = Desk::bundled();
    new_event(&mut desk, "1972", "途中");
    desk.state.update(Command::Escape);
    assert!(desk.state.forms.open().is_none());
    assert_eq!(desk.state.forms.kept().len(), 1);
    ask(&mut desk, Asked::New);
    assert_eq!(open(&desk).draft().date, "1972");
    ask(&mut desk, Asked::Discard);
    assert!(desk.state.forms.open().is_none() && desk.state.forms.kept().is_empty());
    let offered = desk
        .state
        .notices
        .all()
        .last()
        .and_then(|notice| notice.offer.clone());
    desk.state.update(offered.expect("a way back"));
    assert_eq!(open(&desk).draft().title_in("ja"), "途中");
    ask(&mut desk, Asked::Discard);
    ask(&mut desk, Asked::New);
    assert_eq!(
        open(&desk).draft().date,
        "",
        "what is discarded does not come by itself"
    );
}

#[test]
fn a_form_that_was_not_touched_is_not_kept() {
    let mut desk = Desk::bundled();
    ask(&mut desk, Asked::New);
    ask(&mut desk, Asked::Leave);
    desk.select("japan-china-joint-communique-1972");
    ask(&mut desk, Asked::Edit);
    ask(&mut desk, Asked::Save);
    assert_eq!(
        desk.state.notices.all().last().map(|n| &n.message),
        Some(&Message::NothingChanged)
    );
    assert!(desk.state.forms.kept().is_empty());
    assert_eq!(desk.state.editing.history().point(), 0);
    assert_eq!(desk.state.path(), None, "no copy was made for it");
}

#[test]
fn a_changed_title_is_one_hunk_of_the_file() {
    let mut desk = Desk::bundled();
    let before = String::from_utf8(desk.bytes()).expect("text");
    desk.select("japan-china-joint-communique-1972");
    ask(&mut desk, Asked::Edit);
    fill(&mut desk, |draft| {
        "The Joint Communiqué".clone_into(&mut draft.title[0].text);
    });
    ask(&mut desk, Asked::Save);
    let after = String::from_utf8(desk.bytes()).expect("text");
    let (before, after): (Vec<&str>, Vec<&str>) =
        (before.lines().collect(), after.lines().collect());
    assert_eq!(before.len(), after.len());
    let differ = before
        .iter()
        .zip(&after)
        .filter(|(one, other)| one != other);
    assert_eq!(differ.count(), 1);
}

#[test]
fn a_place_in_a_lane_fills_in_date_and_actors() {
    let mut desk = Desk::bundled();
    let lane = Some(LaneKey::Actors(vec!["JPN".to_owned(), "CHN".to_owned()]));
    let date = "1985-03".to_owned();
    ask(&mut desk, Asked::NewAt { date, lane });
    assert_eq!(open(&desk).draft().date, "1985-03");
    assert_eq!(open(&desk).draft().actors, ["JPN", "CHN"]);
}

#[test]
fn a_relation_is_picked_on_the_canvas_and_never_to_itself() {
    let mut desk = Desk::bundled();
    let own = desk.select("japan-china-joint-communique-1972");
    ask(&mut desk, Asked::Edit);
    let count = open(&desk).draft().relations.len();
    fill(&mut desk, |draft| {
        draft.relations.push(RelationDraft::default());
    });
    ask(&mut desk, Asked::Pick(Some(count)));
    ask(&mut desk, Asked::Picked(own));
    assert_eq!(
        desk.state.notices.all().last().map(|n| &n.message),
        Some(&Message::CannotRelate)
    );
    ask(&mut desk, Asked::Pick(Some(count)));
    let id = "ishiba-xi-summit-lima-2024";
    let other = desk.timeline().find(id).expect("it is there");
    ask(&mut desk, Asked::Picked(other));
    assert_eq!(open(&desk).draft().relations[count].event, id);
    assert_eq!(open(&desk).picking(), None);
    ask(&mut desk, Asked::Pick(Some(count)));
    desk.state.update(Command::Escape);
    assert!(
        desk.state.forms.open().is_some(),
        "the first Escape stops the picking only"
    );
}

#[test]
fn a_form_half_filled_survives_a_kill() {
    let mut desk = Desk::bundled();
    new_event(&mut desk, "1972年9月", "書きかけ");
    desk.wait(|state| state.path().is_some());
    let path = desk.state.path().expect("the copy");
    let journal = crate::document::backup::folder_of(&desk.folder.path().join("state"), &path)
        .join(crate::document::journal::NAME);
    let written = || std::fs::read_to_string(&journal).is_ok_and(|text| text.contains("書きかけ"));
    desk.wait(|_| written());
    // What stands on the disk now is what a kill would leave.
    let left = std::fs::read(&journal).expect("read");
    ask(&mut desk, Asked::Discard);
    desk.state.let_go(true);
    assert!(!journal.exists(), "what is discarded leaves nothing");
    std::fs::write(&journal, left).expect("written");

    let mut next = Desk::bundled();
    next.state.home = desk.state.home.clone();
    next.state.update(Command::Open(path.clone()));
    next.wait(|state| state.load.is_none());
    assert_eq!(next.state.dialog, None, "no edit is lost: nothing is asked");
    let notice = next.state.notices.all().last().expect("it is told");
    assert_eq!(notice.message, Message::FormKept("書きかけ".to_owned()));
    let resume = notice.offer.clone().expect("a way to it");
    next.state.update(resume);
    assert_eq!(open(&next).draft().date, "1972年9月");
    ask(&mut next, Asked::Save);
    next.wait(|state| !state.editing.is_modified());
    next.state.let_go(true);
    assert!(!journal.exists(), "it is an event now");
    let saved = std::fs::read_to_string(&path).expect("read");
    assert!(saved.contains("書きかけ"));
}

#[test]
fn a_form_that_is_open_when_the_window_closes_is_kept() {
    let mut desk = Desk::bundled();
    new_event(&mut desk, "1972", "閉じる");
    desk.state.let_go(true);
    let path = desk.folder.path().join("data/east-asia.json");
    let mut next = Desk::bundled();
    next.state.home = desk.state.home.clone();
    next.state.update(Command::Open(path));
    next.wait(|state| state.load.is_none());
    assert_eq!(next.state.forms.kept().len(), 1);
    ask(&mut next, Asked::New);
    assert_eq!(open(&next).draft().title_in("ja"), "閉じる");
}

#[test]
fn two_forms_for_new_events_are_kept_apart() {
    let mut desk = Desk::bundled();
    new_event(&mut desk, "1972", "one");
    ask(&mut desk, Asked::Discard);
    new_event(&mut desk, "1973", "two");
    ask(&mut desk, Asked::TakeBack);
    assert_eq!(open(&desk).draft().title_in("ja"), "one");
    desk.state.let_go(true);
    let path = desk.folder.path().join("data/east-asia.json");
    for _ in 0..2 {
        // Those that come back are kept under their names as long as they are not taken up.
        let mut next = Desk::bundled();
        next.state.home = desk.state.home.clone();
        next.state.update(Command::Open(path.clone()));
        next.wait(|state| state.load.is_none());
        let kept = next.state.forms.kept().iter();
        let mut titles: Vec<&str> = kept.map(|form| form.draft.title_in("ja")).collect();
        titles.sort_unstable();
        assert_eq!(titles, ["one", "two"]);
        next.state.let_go(true);
    }
}

#[test]
fn a_form_whose_event_is_gone_hinders_no_edit_after_the_next_start() {
    let mut desk = Desk::bundled();
    desk.select("japan-china-joint-communique-1972");
    ask(&mut desk, Asked::Edit);
    fill(&mut desk, |draft| draft.tags.push("kept".to_owned()));
    ask(&mut desk, Asked::Leave);
    desk.state.update(Command::Editing(Editing::Delete));
    desk.wait(|state| !state.editing.is_modified());
    desk.state.let_go(true);
    let path = desk.folder.path().join("data/east-asia.json");
    let journal = crate::document::backup::folder_of(&desk.folder.path().join("state"), &path)
        .join(crate::document::journal::NAME);
    let mut next = Desk::bundled();
    next.state.home = desk.state.home.clone();
    next.state.update(Command::Open(path.clone()));
    next.wait(|state| state.load.is_none());
    assert_eq!(next.state.forms.kept().len(), 1);
    next.select("wang-koo-talks-1993");
    next.state.update(Command::Editing(Editing::Delete));
    next.wait(|state| !state.editing.is_modified());
    ask(&mut next, Asked::New);
    assert_eq!(
        open(&next).draft().tags.last().map(String::as_str),
        Some("kept")
    );
    ask(&mut next, Asked::Save);
    next.wait(|state| !state.editing.is_modified());
    next.state.let_go(true);
    assert!(!journal.exists(), "nothing is left to be brought back");
    let saved = std::fs::read_to_string(&path).expect("read");
    assert!(saved.contains("\"kept\"") && !saved.contains("wang-koo-talks-1993\""));
}

#[test]
fn an_event_deleted_under_its_form_is_saved_as_a_new_one() {
    let mut desk = Desk::bundled();
    let id = "japan-china-joint-communique-1972";
    let event = desk.select(id);
    ask(&mut desk, Asked::Edit);
    fill(&mut desk, |draft| draft.tags.push("kept".to_owned()));
    desk.state.update(Command::Editing(Editing::Delete));
    ask(&mut desk, Asked::Save);
    let saved = desk.state.selected.expect("saved");
    assert_ne!(saved, event);
    assert!(desk.timeline().event_json(saved).contains("\"kept\""));
}

#[test]
fn a_record_that_is_read_only_opens_no_form() {
    let mut desk = Desk::over(r#"{"format": "nenpyo/9", "events": []}"#);
    ask(&mut desk, Asked::New);
    assert!(desk.state.forms.open().is_none());
    assert!(!desk.state.notices.all().is_empty());
}

#[test]
fn names_are_offered_in_any_language() {
    let mut desk = Desk::bundled();
    ask(&mut desk, Asked::New);
    desk.wait(|state| !state.forms.known().places.is_empty());
    let (timeline, known) = (&desk.state.document.timeline, desk.state.forms.known());
    let first = |found: Vec<offers::Offer<String>>| found.first().map(|offer| offer.value.clone());
    for typed in ["jap", "日本", "일본", "JPN"] {
        let found = offers::actors(timeline, typed, &[], Language::En);
        assert_eq!(first(found).as_deref(), Some("JPN"), "{typed}");
    }
    let found = offers::people(timeline, known, "田中角", &[], Language::En);
    assert_eq!(first(found).as_deref(), Some("Kakuei Tanaka"));
    let found = offers::places(known, "リマ", Language::En);
    assert_eq!(found.first().map(|offer| &*offer.words), Some("Lima"));
    assert_eq!(found[0].value.time_zone, "America/Lima");
    let found = offers::zones("lima");
    assert_eq!(first(found).as_deref(), Some("America/Lima"));
    let taken = ["JPN".to_owned()];
    let found = offers::actors(timeline, "japan", &taken, Language::En);
    assert!(found.iter().all(|offer| offer.value != "JPN"));
}

#[test]
fn a_form_follows_its_event_when_that_is_changed_elsewhere() {
    let mut desk = Desk::bundled();
    let event = desk.select("japan-china-joint-communique-1972");
    ask(&mut desk, Asked::Edit);
    fill(&mut desk, |draft| draft.tags.push("typed".to_owned()));
    let text = desk.timeline().event_json(event).to_owned();
    let text = text.replace("\"date\": \"1972-09-29\"", "\"date\": \"1972-09-28\"");
    let changes = vec![crate::document::Change::Replace {
        event,
        text: text.into(),
    }];
    let label = crate::document::Label::one(crate::document::What::ChangeDate, "it");
    desk.state.edit(crate::document::Edit { label, changes });
    assert_eq!(open(&desk).draft().date, "1972-09-28");
    ask(&mut desk, Asked::Save);
    let event = desk.timeline().event(event).expect("there");
    assert_eq!(
        event.date.to_string(),
        "1972-09-28",
        "the other change stays"
    );
    assert!(event.tags.iter().any(|tag| tag == "typed"));
}

#[test]
fn a_form_of_an_event_without_an_id_finds_that_event_and_no_other() {
    let record = |first: &str| {
        format!(
            r#"{{"format": "nenpyo/1", "events": [{first}
                {{"title": "Mine", "date": "1972"}}, {{"title": "Other", "date": "1973"}}]}}"#
        )
    };
    let mut desk = Desk::over(&record(""));
    desk.state.update(Command::Select(EventIx(0)));
    ask(&mut desk, Asked::Edit);
    fill(&mut desk, |draft| draft.tags.push("typed".to_owned()));
    let kept = (
        open(&desk).journal_id(desk.timeline()),
        serde_json::json!({"draft": open(&desk).draft(), "before": open(&desk).before}),
    );
    let anew = |text: String| {
        let opened = crate::format::native::read(text).expect("a record");
        Form::kept(&kept.0, &kept.1, &opened.timeline)
            .expect("a form")
            .subject()
    };
    assert_eq!(anew(record("")), Subject::Event(EventIx(0)));
    assert_eq!(
        anew(record(r#"{"title": "New", "date": "1971"},"#)),
        Subject::New
    );
}
