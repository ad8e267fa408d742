//! Several events: copied and pasted, and by the keyboard alone selected and changed together.

use egui::Event;
use nenpyo::app::command::Selecting;

use super::*;

type Window = Harness<'static, NenpyoApp>;

/// What the window last put on the clipboard.
fn clipboard(harness: &Window) -> String {
    let commands = &harness.output().platform_output.commands;
    let copied = commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    copied.expect("something was copied")
}

fn press_with(harness: &mut Window, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// What a screen reader calls what has the keyboard.
fn field(harness: &Window) -> String {
    let mut found = harness.query_all_by(|node| node.is_focused() && !node.is_hidden());
    let node = found.next();
    node.and_then(|node| node.accesskit_node().label())
        .unwrap_or_default()
}

#[test]
fn an_event_is_copied_and_pasted_by_the_keys_that_copy_and_paste_words() {
    let mut harness = over_thirty_years();
    select(&mut harness, COMMUNIQUE);
    let before = harness.state().state().index.len();
    harness.event(Event::Copy);
    harness.step();
    let text = clipboard(&harness);
    assert!(text.contains("\"format\": \"nenpyo/1\""), "{text}");
    harness.run();
    harness.event(Event::Paste(text.clone()));
    harness.run();
    let state = harness.state().state();
    assert_eq!(state.index.len(), before + 1);
    let pasted = state.selected.expect("it is selected");
    let id = state.document.timeline.id(pasted).expect("an id");
    assert_eq!(id, format!("{COMMUNIQUE}-2"));
    assert!(is_shown(&harness, "Pasted: "));
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(harness.state().state().index.len(), before);
    // In a field they are words.
    find(&mut harness, "x");
    harness.event(Event::Paste(text));
    harness.run();
    assert_eq!(harness.state().state().index.len(), before);
    assert!(harness.state().state().find.text().starts_with("x{"));
}

#[test]
fn events_are_selected_and_changed_together_by_the_keyboard_alone() {
    let mut harness = over_thirty_years();
    select(&mut harness, COMMUNIQUE);
    let main = harness.state().state().selected.expect("it is selected");
    // The keyboard goes on from the event, and Space with Ctrl takes the next one along.
    harness.key_press(Key::Comma);
    harness.run();
    harness.key_press(Key::Period);
    harness.run();
    assert_eq!(harness.state().state().selected, Some(main));
    harness.key_press(Key::Tab);
    harness.run();
    press_with(&mut harness, Modifiers::COMMAND, Key::Space);
    let events = harness.state().state().selection();
    assert_eq!(events.len(), 2, "{events:?}");
    assert_eq!(events[0], main);
    assert!(is_shown(&harness, "2 events selected"));
    let marks = &harness.state().canvas().scene().expect("a picture").marks;
    let shown = |event| {
        marks
            .iter()
            .any(|mark| mark.event == event && mark.selected)
    };
    assert!(
        events.iter().all(|event| shown(*event)),
        "both are drawn so"
    );
    press_with(&mut harness, Modifiers::COMMAND, Key::E);
    assert_eq!(harness.state().state().dialog, Some(Dialog::Bulk));
    assert_eq!(field(&harness), "Tags to add");
    harness.event(Event::Text("re".to_owned()));
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    let dialog = harness.state().state().dialog;
    assert_eq!(dialog, Some(Dialog::Bulk), "the first closes the list");
    harness.event(Event::Text("viewed".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    for _ in 0..20 {
        if field(&harness) == "Save changes" {
            break;
        }
        harness.key_press(Key::Tab);
        harness.run();
    }
    harness.key_press(Key::Enter);
    harness.run();
    let state = harness.state().state();
    assert_eq!(state.dialog, None);
    for event in events {
        let event = state.document.timeline.event(event).expect("there");
        assert!(
            event.tags.iter().any(|tag| tag == "reviewed"),
            "{:?}",
            event.tags
        );
    }
    assert!(is_shown(&harness, "2 events changed"));
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(!harness.state().state().editing.is_modified());
    // The key that saves a form saves this one too, with what is half typed.
    press_with(&mut harness, Modifiers::COMMAND, Key::E);
    harness.event(Event::Text("seen".to_owned()));
    harness.run();
    press_with(&mut harness, Modifiers::COMMAND, Key::Enter);
    let state = harness.state().state();
    assert_eq!(state.dialog, None);
    let timeline = &state.document.timeline;
    let event = timeline.event(main).expect("there");
    assert!(event.tags.iter().any(|tag| tag == "seen"));
    let all = Command::Selecting(Selecting::All);
    harness.state_mut().command(all);
    harness.run();
    assert!(harness.state().state().selection().len() > 20);
}
