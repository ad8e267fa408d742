//! Files that are bad, or large, and what is said of them.

use super::*;

#[test]
fn a_bad_file_is_told_and_what_was_open_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bad.json");
    std::fs::write(&path, "<!doctype html><title>no record</title>").expect("written");
    let mut harness = usual();
    harness.run();
    let before = harness.state().state().document.timeline.len();
    open(&mut harness, &path);
    let state = harness.state().state();
    assert_eq!(state.document.timeline.len(), before);
    assert!(
        state
            .notices
            .all()
            .iter()
            .any(|notice| notice.message.words(Language::En).contains("bad.json"))
    );
}

#[test]
fn a_record_with_a_bad_event_opens_with_the_good_ones_and_lists_the_bad() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("half.json");
    let text = r#"{"format": "nenpyo/1", "events": [
        {"id": "good", "title": "Good", "date": "1972-09-29"},
        {"id": "bad", "title": "Bad", "date": "1972-13-29"}]}"#;
    std::fs::write(&path, text).expect("written");
    let mut harness = usual();
    harness.run();
    open(&mut harness, &path);
    let state = harness.state().state();
    assert_eq!(state.document.timeline.len(), 1);
    assert_eq!(state.document.report.rejected.len(), 1);
    assert_eq!(state.dialog, Some(Dialog::Problems));
}

#[test]
fn a_message_that_something_was_done_goes_by_itself_at_rest() {
    let mut harness = usual();
    harness.run();
    harness.state_mut().command(Command::Copy {
        text: "words".into(),
        what: Copied::QuoteAndCitation,
    });
    harness.step();
    assert_eq!(harness.state().state().notices.all().len(), 1);
    // The window wakes once, five seconds later: that is no usual frame.
    let rested = harness.input().time.unwrap_or(0.0) + 6.0;
    harness.input_mut().time = Some(rested);
    harness.step();
    assert!(harness.state().state().notices.all().is_empty());
}

#[test]
fn a_large_record_is_divided_anew_without_holding_a_frame() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.json");
    std::fs::write(&path, nenpyo::format::sample::record(30_000, 7)).expect("written");
    let mut harness = usual();
    harness.run();
    open(&mut harness, &path);
    let old = harness.state().state().index.grouping();
    harness
        .state_mut()
        .command(Command::GroupBy(Grouping::Kind));
    assert_eq!(harness.state().state().index.grouping(), old);
    let start = Instant::now();
    while harness.state().state().regroup.is_some() {
        assert!(start.elapsed() < Duration::from_secs(20), "the job hangs");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
    assert_eq!(harness.state().state().index.grouping(), Grouping::Kind);
}

#[test]
fn where_the_system_has_no_dialog_a_path_is_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let theirs = folder.path().join("theirs.json");
    std::fs::write(&theirs, "theirs").expect("written");
    let mut harness = usual();
    harness.state_mut().keep_in(folder.path());
    harness.run();
    let type_path = |harness: &mut Harness<'static, NenpyoApp>, typed: &str| {
        harness
            .state_mut()
            .command(Command::TypePath(PathFor::SaveAs));
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.event(egui::Event::Text(typed.to_owned()));
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
    };
    let wait = |harness: &mut Harness<'static, NenpyoApp>, until: &dyn Fn(&State) -> bool| {
        let start = Instant::now();
        while !until(harness.state().state()) {
            assert!(start.elapsed() < Duration::from_secs(20), "it hangs");
            std::thread::sleep(Duration::from_millis(5));
            harness.step();
        }
        harness.run();
    };
    // A folder is no file: it stays open and says so.
    type_path(&mut harness, &format!("{}/", folder.path().display()));
    assert_eq!(
        harness.state().state().dialog,
        Some(Dialog::Path(PathFor::SaveAs))
    );
    harness.get_by_label_contains("name of the file");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().state().dialog, None);
    // What stands there is asked about first.
    type_path(&mut harness, &theirs.display().to_string());
    wait(&mut harness, &|state| !state.notices.all().is_empty());
    assert_eq!(std::fs::read(&theirs).expect("read"), b"theirs");
    harness.get_by_label("Replace it").click();
    wait(&mut harness, &|state| {
        state.path().as_ref() == Some(&theirs)
    });
    // From then on a name alone is one beside it.
    type_path(&mut harness, "mine.json");
    let mine = folder.path().join("mine.json");
    wait(&mut harness, &|state| state.path().as_ref() == Some(&mine));
    assert!(mine.is_file());
}
