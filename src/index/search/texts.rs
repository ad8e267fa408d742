//! The texts of an event that can be looked through.

use std::borrow::Cow;

use super::Field;
use crate::record::{Event, LangTag, Text, Timeline, tag_words};

/// Every text of an event that a reader can look for, with its language where the record says it.
pub(super) fn each_text<'t>(
    timeline: &'t Timeline,
    event: &'t Event,
    mut each: impl FnMut(Field, Option<&'t LangTag>, Cow<'t, str>),
) {
    let mut all = |field: Field, text: &'t Text| {
        for (lang, text) in text.entries() {
            each(field, Some(lang), Cow::Borrowed(text));
        }
    };
    all(Field::Title, &event.title);
    event
        .summary
        .iter()
        .for_each(|summary| all(Field::Summary, summary));
    event
        .notes
        .iter()
        .for_each(|notes| all(Field::Notes, notes));
    if let Some(name) = event.place.as_ref().and_then(|place| place.name.as_ref()) {
        all(Field::Place, name);
    }
    for quote in &event.quotes {
        all(Field::Quote, &quote.translations);
        quote
            .speaker
            .iter()
            .for_each(|speaker| all(Field::Quote, speaker));
    }
    for actor in &event.actors {
        let known = timeline
            .find_actor(actor)
            .and_then(|actor| timeline.actor(actor));
        if let Some(actor) = known {
            all(Field::Actor, &actor.name);
        }
    }
    for quote in &event.quotes {
        each(
            Field::Quote,
            quote.lang.as_ref(),
            Cow::Borrowed(&quote.text),
        );
    }
    for person in &event.people {
        each(Field::People, None, Cow::Borrowed(person));
    }
    for tag in &event.tags {
        each(Field::Tag, None, Cow::Borrowed(tag));
        if let words @ Cow::Owned(_) = tag_words(tag) {
            each(Field::Tag, None, words);
        }
    }
}
