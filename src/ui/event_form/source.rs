//! The document that words stand in: picked from the record's, or made.

use egui::Ui;

use super::desk::{self, Desk};
use super::field::{Field, label_ui};
use super::list::{Picked, Unknown, pick_ui};
use super::phrases::Phrase;
use super::source_card as card;
use super::texts::language_of;
use crate::app::form::offers;
use crate::document::draft::{CitationDraft, SourceDraft};
use crate::format::citation::{self, Manner as Written, Pasted};
use crate::record::{LangTag, Source, Text};
use crate::scene::cut;

/// What a source is called: its title, else its id.
pub(super) fn title_of(desk: &Desk, id: &str) -> String {
    let draft = desk.draft();
    let new = draft.new_sources.iter().find(|new| new.id == id);
    let changed = || draft.changed_sources.iter().map(|change| &change.now);
    if let Some(own) = new.or_else(|| changed().find(|now| now.id == id)) {
        let parts = [&own.title, &own.url, &own.id];
        let first = parts.into_iter().find(|part| !part.trim().is_empty());
        return first.map_or_else(String::new, |title| cut(title.trim()).into_owned());
    }
    let source = desk.timeline().source(id);
    let title = source.and_then(|source| source.title.as_ref());
    let title = title.map_or("", |title| title.pick(desk.look.language));
    let url = source.and_then(|source| source.url.as_deref());
    let parts = [title, url.unwrap_or_default()];
    let first = parts.into_iter().find(|part| !part.is_empty());
    cut(first.unwrap_or(id)).into_owned()
}

/// The field that picks a quote's source.
pub(super) fn pick_source_ui(ui: &mut Ui, desk: &mut Desk, at: usize, now: &str) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::Source.words(language);
    label_ui(ui, &look, label);
    let id = desk::id("quote source", at);
    let title = title_of(desk, now);
    desk.typing.stand(ui, id, &title);
    let field = Field {
        hint: Phrase::SourceHint.words(language),
        ..Field::line(id, label, language.tag())
    };
    let timeline = desk.timeline();
    let offers = |typed: &str| offers::sources(timeline, typed, language);
    let new = Unknown::Pasted(Phrase::NewSource.words(language));
    let before = desk.typing.pick(id).text;
    let (picked, _) = pick_ui(ui, desk, field, new, offers);
    let cited = match picked {
        Some(Picked::Offer(id)) => Some(id),
        Some(Picked::Typed(typed)) => {
            let mut ids = from_typed(desk, &typed).into_iter();
            let first = ids.next();
            // A quote has one source; of several that were pasted the others are the event's.
            desk.change()
                .sources
                .extend(ids.map(|source| CitationDraft {
                    source,
                    ..CitationDraft::default()
                }));
            first
        }
        None => {
            // Who empties the field wants no source.
            let is_emptied = !before.is_empty() && desk.typing.pick(id).text.is_empty();
            is_emptied.then(String::new)
        }
    };
    if let Some(cited) = cited {
        let title = title_of(desk, &cited);
        desk.typing.choose(ui, id, &title);
        if let Some(quote) = desk.change().quotes.get_mut(at) {
            quote.source = cited;
        }
    }
    let now = desk
        .draft()
        .quotes
        .get(at)
        .map(|quote| quote.source.clone());
    let now = now.unwrap_or_default();
    if !now.is_empty() {
        ui.add_space(look.grid(1.0));
        let title = title_of(desk, &now);
        card::link_ui(ui, desk, &now, &title);
    }
    card::show(ui, desk, &now);
}

/// Makes sources of what was typed or pasted into a field for one, and returns their ids. One that
/// the record has already is that one.
pub(super) fn from_typed(desk: &mut Desk, typed: &str) -> Vec<String> {
    let timeline = desk.timeline();
    let known = timeline.sources().iter().find(|source| {
        let titles = source.title.iter().flat_map(Text::entries);
        source.id == typed || titles.into_iter().any(|(_, title)| title == typed)
    });
    if let Some(known) = known {
        return vec![known.id.clone()];
    }
    let reading = citation::read(typed, timeline.language());
    let (found, refused) = reading.map_or_else(
        |_| Default::default(),
        |reading| (reading.found, reading.refused),
    );
    let found: Vec<_> = found.into_iter().filter(is_certain).collect();
    if found.is_empty() {
        let lang = LangTag::new(language_of(typed, desk.look.language));
        let source = Source {
            title: Some(Text::plain(typed, lang.clone())),
            kind: Some("document".to_owned()),
            language: Some(lang),
            ..Source::new("")
        };
        return vec![add(desk, &source, String::new())];
    }
    let ids = found.into_iter().map(|pasted| {
        match citation::same_source(&pasted.source, timeline.sources()) {
            Some(known) => known.id.clone(),
            None => add(desk, &pasted.source, pasted.left),
        }
    });
    let ids: Vec<String> = ids.collect();
    if let (Some(source), false) = (desk.change().new_sources.last_mut(), refused.is_empty()) {
        // What could not be read of several is told beside the last that could.
        let told = refused.iter().map(ToString::to_string);
        let told = std::iter::once(std::mem::take(&mut source.unread)).chain(told);
        let told: Vec<String> = told.filter(|told| !told.trim().is_empty()).collect();
        source.unread = told.join("; ");
    }
    ids
}

/// Whether a citation says more than a title would: words alone are a title as they are.
fn is_certain(pasted: &Pasted) -> bool {
    let source = &pasted.source;
    let parts = [
        !source.author.is_empty(),
        source.issued.is_some(),
        source.url.is_some() || source.doi.is_some(),
        source.container_title.is_some() || source.publisher.is_some(),
    ];
    let said = parts.into_iter().filter(|is_said| *is_said).count();
    match pasted.manner {
        Written::Prose => said >= 2,
        _ => said >= 1 || source.title.is_some(),
    }
}

/// Adds a source under an id that neither the record nor the form has, and returns it.
fn add(desk: &mut Desk, source: &Source, unread: String) -> String {
    let timeline = desk.timeline();
    let new = &mut desk.change().new_sources;
    let is_taken =
        |id: &str| timeline.source(id).is_some() || new.iter().any(|other| other.id == id);
    let id = citation::id_for(source, is_taken);
    new.push(SourceDraft {
        unread,
        ..SourceDraft::of(source, id.clone())
    });
    id
}
