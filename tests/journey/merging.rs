//! Another program changes the file that is edited here.

use super::*;

const RECORD: &str = r#"{"format": "nenpyo/1", "events": [
    {"id": "a", "title": "Alpha talks", "date": "1972-09-29"},
    {"id": "b", "title": "Beta talks", "date": "1978-08-12"}]}
"#;

/// Lets frames pass until it holds.
fn wait(
    harness: &mut Harness<'static, NenpyoApp>,
    until: impl Fn(&Harness<'static, NenpyoApp>) -> bool,
) {
    let start = Instant::now();
    while !until(harness) {
        assert!(start.elapsed() < Duration::from_secs(20), "it hangs");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
    harness.run();
}

fn press(harness: &mut Harness<'static, NenpyoApp>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn focused(harness: &Harness<'static, NenpyoApp>) -> Option<String> {
    let mut found = harness.query_all_by(|node| node.is_focused() && !node.is_hidden());
    found.next().and_then(|node| node.accesskit_node().label())
}

/// An event was deleted here and changed in the file.
fn in_conflict() -> (Harness<'static, NenpyoApp>, tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("record.json");
    std::fs::write(&path, RECORD).expect("written");
    let settings = Settings {
        autosave: false,
        ..Settings::default()
    };
    let mut harness = window(1280.0, 720.0, settings);
    harness.run();
    harness.state_mut().keep_in(folder.path());
    open(&mut harness, &path);
    select(&mut harness, "b");
    press(&mut harness, Key::Delete);
    wait(&mut harness, |harness| {
        !harness.state().state().editing.is_in_memory_only()
    });
    let theirs = RECORD.replace("1978-08-12", "1978-08-13");
    std::fs::write(&path, &theirs).expect("written");
    // The window looks at its file every two seconds.
    wait(&mut harness, |harness| {
        harness.state().state().dialog == Some(Dialog::Merge)
    });
    (harness, folder, theirs)
}

#[test]
fn a_conflict_is_decided_in_the_dialog_by_keyboard_and_the_file_has_it() {
    let (mut harness, folder, theirs) = in_conflict();
    let path = folder.path().join("record.json");
    for shown in [
        "Beta talks",
        "The whole event",
        "1978-08-13",
        "Deleted",
        "0 of 1 decided",
    ] {
        assert!(is_shown(&harness, shown), "{shown}");
    }
    let finish = harness.get_by_role_and_label(Role::Button, "Finish the merge");
    assert!(finish.accesskit_node().is_disabled());
    let mine = "Keep mine: Beta talks, The whole event";
    assert_eq!(focused(&harness).as_deref(), Some(mine));
    press(&mut harness, Key::Enter);
    assert!(is_shown(&harness, "1 of 1 decided"));
    press(&mut harness, Key::Tab);
    let theirs_button = "Take theirs: Beta talks, The whole event";
    assert_eq!(focused(&harness).as_deref(), Some(theirs_button));
    press(&mut harness, Key::Tab);
    assert_eq!(focused(&harness).as_deref(), Some("Finish the merge"));
    assert_eq!(std::fs::read_to_string(&path).expect("read"), theirs);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().state().dialog, None);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    wait(&mut harness, |harness| {
        !harness.state().state().editing.is_modified()
    });
    let text = std::fs::read_to_string(&path).expect("read");
    assert!(text.contains("Alpha") && !text.contains("Beta"), "{text}");
}

#[test]
fn a_merge_that_is_put_off_is_offered_again() {
    let (mut harness, folder, theirs) = in_conflict();
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().state().dialog, None);
    harness
        .get_by_role_and_label(Role::Button, "Merge with the file…")
        .click();
    harness.run();
    wait(&mut harness, |harness| {
        harness.state().state().dialog == Some(Dialog::Merge)
    });
    harness
        .get_by_role_and_label(Role::Button, "Take all of theirs")
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Finish the merge")
        .click();
    harness.run();
    assert!(!harness.state().state().editing.is_modified());
    assert!(
        harness
            .state()
            .state()
            .document
            .timeline
            .find("b")
            .is_some()
    );
    let path = folder.path().join("record.json");
    assert_eq!(std::fs::read_to_string(&path).expect("read"), theirs);
}
