//! An editor's documents: pasted, and mended where an event cites them.

use egui::Event;
use nenpyo::date::Language;

use super::form::{draft, opened, press, press_with, tab_to, type_text};
use super::*;

#[test]
fn a_pasted_reference_fills_the_source_and_a_known_one_is_found() {
    let mut harness = opened();
    press(&mut harness, Key::N);
    type_text(&mut harness, "2024-12");
    tab_to(&mut harness, "+ Add a quote");
    press(&mut harness, Key::Enter);
    type_text(&mut harness, "words");
    tab_to(&mut harness, "Source");
    let entry = "@article{satake,\n  author = {Satake, Haruka},\n  title = {Positivity},\n  \
                 journal = {East Asia Forum},\n  year = 2019\n}";
    harness.event(Event::Paste(entry.to_owned()));
    harness.run();
    let filled = draft(&harness);
    let source = &filled.new_sources[0];
    assert_eq!(source.title, "Positivity");
    assert_eq!(source.author, "Satake, Haruka");
    assert_eq!(
        (&*source.container, &*source.issued),
        ("East Asia Forum", "2019")
    );
    assert_eq!(filled.quotes[0].source, source.id);
    tab_to(&mut harness, "Sources of the event");
    let timeline = &harness.state().state().document.timeline;
    let known = timeline
        .sources()
        .iter()
        .find(|source| source.url.is_some());
    let (id, url) = known
        .map(|known| (known.id.clone(), known.url.clone()))
        .expect("one");
    // An address is no title: it needs no other key.
    harness.event(Event::Paste(url.expect("an address")));
    harness.run();
    assert_eq!(draft(&harness).sources[0].source, id);
    assert_eq!(
        draft(&harness).new_sources.len(),
        1,
        "it was not made twice"
    );
}

#[test]
fn a_source_that_the_record_has_is_mended_in_the_form_of_an_event_that_cites_it() {
    let mut harness = opened();
    let timeline = &harness.state().state().document.timeline;
    let event = timeline
        .find("japan-china-joint-communique-1972")
        .expect("there");
    let text = timeline.event_json(event).to_owned();
    harness.state_mut().command(Command::Reveal(event));
    harness.run();
    press(&mut harness, Key::E);
    let id = draft(&harness).sources[0].source.clone();
    tab_to(&mut harness, "Edit source");
    press(&mut harness, Key::Enter);
    // The title has the keyboard, its caret at the end.
    type_text(&mut harness, " (mended)");
    assert_eq!(draft(&harness).changed_sources.len(), 1);
    tab_to(&mut harness, "Undo changes");
    press(&mut harness, Key::Enter);
    assert_eq!(draft(&harness).changed_sources, []);
    tab_to(&mut harness, "Edit source");
    press(&mut harness, Key::Enter);
    type_text(&mut harness, " (mended)");
    press_with(&mut harness, Modifiers::COMMAND, Key::Enter);
    let state = harness.state().state();
    let timeline = &state.document.timeline;
    let source = timeline.source(&id).expect("the source");
    let title = source.title.as_ref().map(nenpyo::record::Text::original);
    assert!(title.is_some_and(|title| title.ends_with(" (mended)")));
    assert_eq!(timeline.event_json(event), text);
    let label = &state.editing.history().to_undo().expect("an edit").label;
    let words = label.words(Language::En);
    assert!(words.starts_with("Change the source "), "{words}");
}
