//! Pictures brought beside the record and into a form.

use std::path::PathBuf;

use super::*;
use crate::format::picture::Raster;
use crate::format::picture::tests::picture;

/// A picture's file outside the record's folder.
fn outside(desk: &Desk, name: &str) -> PathBuf {
    let path = desk.folder.path().join(name);
    std::fs::write(&path, picture(Raster::Jpeg, 12, 8)).expect("written");
    path
}

fn is_idle(state: &State) -> bool {
    state.forms.bringing().is_none()
}

fn paths(form: &Form) -> Vec<&str> {
    let images = form.draft().images.iter();
    images.map(|image| &*image.path).collect()
}

#[test]
fn a_picture_of_a_new_event_lands_beside_the_records_copy_and_undo_leaves_it() {
    let mut desk = Desk::bundled();
    new_event(&mut desk, "2024-11-15", "リマ");
    let from = outside(&desk, "Lima.JPEG");
    assert_eq!(
        desk.state.dropped(from.clone()),
        Command::Form(Asked::AddPicture(from.clone()))
    );
    ask(&mut desk, Asked::AddPicture(from));
    assert!(!is_idle(&desk.state), "it is a job");
    desk.wait(is_idle);
    assert_eq!(paths(open(&desk)), ["images/lima.jpg"]);
    let warned = open(&desk).checked().of(Spot::Image(0)).next();
    assert_eq!(warned, Some(&Problem::NoCredit));
    fill(&mut desk, |draft| {
        draft.images[0].caption = vec![Words::new("en", "They meet")];
        draft.images[0].credit = vec![Words::new("en", "A. Photographer, CC BY 4.0")];
    });
    assert_eq!(open(&desk).checked().of(Spot::Image(0)).next(), None);
    ask(&mut desk, Asked::Save);
    let event = desk.state.selected.expect("saved");
    let event = desk.timeline().event(event).expect("whole");
    assert_eq!(event.images[0].path, "images/lima.jpg");
    let record = desk.state.path().expect("the copy");
    let file = record.with_file_name("images").join("lima.jpg");
    assert!(file.is_file());
    desk.state.update(Command::Editing(Editing::Undo));
    assert!(file.is_file(), "redo, or another event, may need it");
}

#[test]
fn a_form_saved_while_a_picture_is_on_its_way_waits_for_it() {
    let mut desk = Desk::bundled();
    new_event(&mut desk, "2024-11-15", "リマ");
    let from = outside(&desk, "lima.jpg");
    ask(&mut desk, Asked::AddPicture(from));
    ask(&mut desk, Asked::Save);
    assert!(desk.state.forms.open().is_some());
    desk.wait(|state| state.forms.open().is_none());
    let event = desk.state.selected.expect("saved");
    assert_eq!(desk.timeline().event(event).expect("whole").images.len(), 1);
}

#[test]
fn a_picture_comes_into_a_form_that_was_left_and_into_none_that_was_discarded() {
    let mut desk = Desk::bundled();
    desk.select("japan-china-joint-communique-1972");
    ask(&mut desk, Asked::Edit);
    let from = outside(&desk, "a.jpg");
    ask(&mut desk, Asked::AddPicture(from.clone()));
    ask(&mut desk, Asked::Leave);
    desk.wait(is_idle);
    assert_eq!(paths(&desk.state.forms.kept()[0]), ["images/a.jpg"]);
    ask(&mut desk, Asked::Edit);
    assert_eq!(paths(open(&desk)), ["images/a.jpg"]);
    ask(&mut desk, Asked::AddPicture(from));
    ask(&mut desk, Asked::Discard);
    assert!(is_idle(&desk.state));
    ask(&mut desk, Asked::TakeBack);
    assert_eq!(paths(open(&desk)), ["images/a.jpg"]);
}

#[test]
fn a_picture_that_cannot_be_brought_says_why_and_leaves_the_form() {
    let mut desk = Desk::bundled();
    new_event(&mut desk, "2024-11-15", "リマ");
    let from = desk.folder.path().join("lima.svg");
    std::fs::write(&from, "<svg/>").expect("written");
    let before = open(&desk).draft().clone();
    ask(&mut desk, Asked::AddPicture(from));
    ask(&mut desk, Asked::Save);
    desk.wait(is_idle);
    assert_eq!(*open(&desk).draft(), before, "it is open and as it was");
    let said = desk.state.notices.all().iter();
    let mut said = said.map(|notice| notice.message.words(Language::En));
    let why = said.find(|words| words.contains("lima.svg")).expect("told");
    assert!(why.contains("Only PNG, JPEG, WebP and GIF"), "{why}");
}

#[test]
fn the_same_picture_is_in_an_event_once() {
    let mut desk = Desk::bundled();
    new_event(&mut desk, "2024-11-15", "リマ");
    let (one, two) = (outside(&desk, "a.jpg"), outside(&desk, "b.jpg"));
    ask(&mut desk, Asked::AddPicture(one));
    ask(&mut desk, Asked::AddPicture(two));
    desk.wait(is_idle);
    assert_eq!(paths(open(&desk)), ["images/a.jpg"]);
    let there = Message::PictureIsThere("images/a.jpg".to_owned());
    assert!(
        desk.state
            .notices
            .all()
            .iter()
            .any(|it| it.message == there)
    );
}

#[test]
fn without_a_place_for_the_record_a_picture_is_refused_and_a_record_is_opened() {
    let mut desk = Desk::bundled();
    desk.state.home = None;
    let from = outside(&desk, "a.jpg");
    assert_eq!(
        desk.state.dropped(from.clone()),
        Command::Open(from.clone())
    );
    ask(&mut desk, Asked::New);
    let record = PathBuf::from("/r/other.JSON");
    assert_eq!(desk.state.dropped(record.clone()), Command::Open(record));
    ask(&mut desk, Asked::AddPicture(from));
    assert!(is_idle(&desk.state));
    let last = desk.state.notices.all().last().map(|it| &it.message);
    assert_eq!(last, Some(&Message::PictureNeedsAFile));
}
