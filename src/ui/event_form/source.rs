//! The document that words stand in: picked from the record's, or made.

use egui::{Frame, Margin, Ui};

use super::choice::{Choice, Manner, choice_ui};
use super::desk::{self, Desk};
use super::field::{Field, label_ui, text_ui};
use super::findings_ui;
use super::list::{Picked, Unknown, pick_ui};
use super::phrases::{self, Phrase};
use super::place::columns_ui;
use super::texts::language_of;
use crate::app::form::offers;
use crate::date::Language;
use crate::document::draft::{CitationDraft, SourceDraft, Spot};
use crate::format::citation::{self, Manner as Written, Pasted};
use crate::record::{LangTag, Source, Text};
use crate::scene::cut;
use crate::ui::fonts::color32;

/// What a source is called: its title, else its id.
pub(super) fn title_of(desk: &Desk, id: &str) -> String {
    if let Some(new) = desk.draft().new_sources.iter().find(|new| new.id == id) {
        let parts = [&new.title, &new.url, &new.id];
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
    new_ui(ui, desk, &now.unwrap_or_default());
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

/// The fields of a source that comes with the form.
pub(super) fn new_ui(ui: &mut Ui, desk: &mut Desk, id: &str) {
    let Some(at) = desk.draft().new_sources.iter().position(|new| new.id == id) else {
        return;
    };
    let look = desk.look;
    ui.add_space(look.grid(1.5));
    let frame = Frame::new()
        .fill(color32(look.colors().faint))
        .corner_radius(look.sizes().corner)
        .inner_margin(Margin::same(look.grid(2.5) as i8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        fields_ui(ui, desk, at);
        findings_ui(ui, desk, Spot::NewSource(at));
        unread_ui(ui, desk, at);
    });
}

/// What of a pasted citation was not understood, so that a hand can bring it to its field.
fn unread_ui(ui: &mut Ui, desk: &Desk, at: usize) {
    let look = desk.look;
    let unread = desk
        .draft()
        .new_sources
        .get(at)
        .map_or("", |source| source.unread.trim());
    if !unread.is_empty() {
        let words = phrases::not_understood(&cut(unread), look.language);
        super::below_ui(ui, &look, look.colors().warning, "", &words);
    }
}

/// A field of a new source: its name, label, hint, and where it stands.
type Part = (
    &'static str,
    Phrase,
    Option<Phrase>,
    fn(&mut SourceDraft) -> &mut String,
);

fn fields_ui(ui: &mut Ui, desk: &mut Desk, at: usize) {
    let gap = desk.grid(2.0);
    let title: Part = ("source title", Phrase::Title, None, |s| &mut s.title);
    part_ui(ui, desk, at, title);
    ui.add_space(gap);
    let author: Part = (
        "source author",
        Phrase::Author,
        Some(Phrase::AuthorHint),
        |s| &mut s.author,
    );
    part_ui(ui, desk, at, author);
    ui.add_space(gap);
    let container: Part = ("source container", Phrase::Container, None, |s| {
        &mut s.container
    });
    let publisher: Part = ("source publisher", Phrase::Publisher, None, |s| {
        &mut s.publisher
    });
    columns_ui(
        ui,
        desk,
        |ui, desk| part_ui(ui, desk, at, container),
        |ui, desk| part_ui(ui, desk, at, publisher),
    );
    ui.add_space(gap);
    let issued: Part = ("source issued", Phrase::Issued, None, |s| &mut s.issued);
    let accessed: Part = ("source accessed", Phrase::Accessed, None, |s| {
        &mut s.accessed
    });
    columns_ui(
        ui,
        desk,
        |ui, desk| part_ui(ui, desk, at, issued),
        |ui, desk| part_ui(ui, desk, at, accessed),
    );
    ui.add_space(gap);
    let url: Part = ("source url", Phrase::Address, None, |s| &mut s.url);
    part_ui(ui, desk, at, url);
    ui.add_space(gap);
    columns_ui(
        ui,
        desk,
        |ui, desk| kind_ui(ui, desk, at),
        |ui, desk| language_ui(ui, desk, at),
    );
}

fn part_ui(ui: &mut Ui, desk: &mut Desk, at: usize, part: Part) {
    let (name, label, hint, value) = part;
    let language = desk.look.language;
    label_ui(ui, &desk.look, label.words(language));
    let Some(mut source) = desk.draft().new_sources.get(at).cloned() else {
        return;
    };
    let lang = match source.language.as_str() {
        "" => language.tag().to_owned(),
        lang => lang.to_owned(),
    };
    let field = Field {
        hint: hint.map_or("", |hint| hint.words(language)),
        ..Field::line(desk::id(name, at), label.words(language), &lang)
    };
    if let Some(typed) = text_ui(ui, desk, field, value(&mut source))
        && let Some(source) = desk.change().new_sources.get_mut(at)
    {
        *value(source) = typed;
    }
}

/// Types of documents that diplomacy is told by, in CSL's words.
const KINDS: [&str; 11] = [
    "document",
    "treaty",
    "speech",
    "report",
    "article-newspaper",
    "article-journal",
    "article",
    "webpage",
    "book",
    "chapter",
    "interview",
];

fn kind_ui(ui: &mut Ui, desk: &mut Desk, at: usize) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::SourceKind.words(language);
    label_ui(ui, &look, label);
    let now = desk
        .draft()
        .new_sources
        .get(at)
        .map_or("", |source| &source.kind)
        .to_owned();
    let words_of = |kind: &str| phrases::source_kind(kind, language).to_owned();
    let all = KINDS.map(|kind| (kind, words_of(kind)));
    let options = all.iter().map(|(kind, words)| Choice {
        value: (*kind).to_owned(),
        words,
    });
    let words = words_of(&now);
    let taken = choice_ui(ui, &look, Manner::Field, label, &words, &now, options);
    if let Some(kind) = taken
        && let Some(source) = desk.change().new_sources.get_mut(at)
    {
        source.kind = kind;
    }
}

fn language_ui(ui: &mut Ui, desk: &mut Desk, at: usize) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::Language.words(language);
    label_ui(ui, &look, label);
    let now = desk
        .draft()
        .new_sources
        .get(at)
        .map_or("", |source| &source.language)
        .to_owned();
    let words = super::texts::language_name(&now, language);
    let options = Language::ALL.into_iter().map(|option| Choice {
        value: option.tag().to_owned(),
        words: option.name(language),
    });
    let taken = choice_ui(ui, &look, Manner::Field, label, &words, &now, options);
    if let Some(lang) = taken
        && let Some(source) = desk.change().new_sources.get_mut(at)
    {
        source.language = lang;
    }
}
