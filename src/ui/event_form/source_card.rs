//! The fields of a source: of one that comes with the form, and of one that the record has.

use egui::{Align, Frame, Id, Layout, Margin, Ui};

use super::choice::{Choice, Manner, choice_ui};
use super::desk::Desk;
use super::field::{Field, label_ui, text_ui};
use super::findings_of_ui;
use super::phrases::{self, Phrase};
use super::place::columns_ui;
use crate::date::{Language, read_human};
use crate::document::draft::{Problem, SourceChange, SourceDraft, Spot};
use crate::scene::cut;
use crate::theme::TextRole;
use crate::ui::fonts::color32;

/// Where a source's fields write to.
#[derive(Clone, Copy, PartialEq)]
enum Stands {
    /// Among the new ones of the form.
    New(usize),
    /// Among those of the record that the form changes.
    Changed(usize),
    /// In the record; nothing of it is changed.
    Known,
}

/// The id of a field of a source.
fn field_id(name: &str, source: &str) -> Id {
    Id::unique(("event form", "source", name, source))
}

/// The field of a source that gets the keyboard first.
fn first_id(source: &str) -> Id {
    field_id("title", source)
}

/// The field of a source that a problem is about.
pub(super) fn wrong_id(source: &SourceDraft, problem: &Problem) -> Id {
    field_id(wrong_field(source, problem), &source.id)
}

fn wrong_field(source: &SourceDraft, problem: &Problem) -> &'static str {
    let is_of = |typed: &str| match (problem, read_human(typed)) {
        (Problem::BadDate(told), Err(error)) => *told == error,
        _ => false,
    };
    match problem {
        Problem::BadAddress => "url",
        Problem::BadDate(_) if is_of(&source.issued) => "issued",
        Problem::BadDate(_) => "accessed",
        _ => "title",
    }
}

/// What is wrong with one field, below it.
fn told_ui(ui: &mut Ui, desk: &Desk, source: &SourceDraft, field: &str) {
    let spot = match stands(desk, &source.id) {
        Stands::New(at) => Spot::NewSource(at),
        Stands::Changed(at) => Spot::ChangedSource(at),
        Stands::Known => return,
    };
    let is_about = |problem: &Problem| wrong_field(source, problem) == field;
    findings_of_ui(ui, desk, spot, is_about);
}

fn stands(desk: &Desk, id: &str) -> Stands {
    let draft = desk.draft();
    let new = draft.new_sources.iter().position(|new| new.id == id);
    let mut changed = draft.changed_sources.iter();
    match new {
        Some(at) => Stands::New(at),
        None => changed
            .position(|change| change.now.id == id)
            .map_or(Stands::Known, Stands::Changed),
    }
}

/// What stands in the fields.
fn fields_of(desk: &Desk, id: &str) -> Option<SourceDraft> {
    match stands(desk, id) {
        Stands::New(at) => desk.draft().new_sources.get(at).cloned(),
        Stands::Changed(at) => {
            let change = desk.draft().changed_sources.get(at);
            change.map(|change| change.now.clone())
        }
        Stands::Known => {
            let source = desk.timeline().source(id)?;
            Some(SourceDraft::of(source, id.to_owned()))
        }
    }
}

/// Writes into a field. What is as the record has it again is no change.
fn change(desk: &mut Desk, id: &str, write: impl FnOnce(&mut SourceDraft)) {
    match stands(desk, id) {
        Stands::New(at) => {
            if let Some(source) = desk.change().new_sources.get_mut(at) {
                write(source);
            }
        }
        Stands::Changed(at) => {
            let changed = &mut desk.change().changed_sources;
            if let Some(change) = changed.get_mut(at) {
                write(&mut change.now);
                if !change.differs() {
                    changed.remove(at);
                }
            }
        }
        Stands::Known => {
            let Some(source) = fields_of(desk, id) else {
                return;
            };
            let mut change = SourceChange::of(source);
            write(&mut change.now);
            if change.differs() {
                desk.change().changed_sources.push(change);
            }
        }
    }
}

/// Whether the fields of the source are shown where it is cited: of one that the record has only
/// when they are asked for.
fn is_open(desk: &Desk, id: &str) -> bool {
    let is_known = || desk.timeline().source(id).is_some();
    match stands(desk, id) {
        Stands::New(_) => true,
        Stands::Changed(_) => is_known(),
        Stands::Known => desk.typing.is_open(field_id("card", id)) && is_known(),
    }
}

/// What asks for the fields of a source that the record has.
pub(super) fn link_ui(ui: &mut Ui, desk: &mut Desk, id: &str, title: &str) {
    let (look, language) = (desk.look, desk.look.language);
    if desk.timeline().source(id).is_none() || is_open(desk, id) {
        return;
    }
    let link = super::field::link_ui(ui, &look, Phrase::EditSource.words(language));
    ui.ctx()
        .accesskit_node_builder(link.id, |node| node.set_description(title));
    if desk.typing.wants == Some(field_id("link", id)) {
        desk.typing.wants = None;
        link.request_focus();
    }
    if link.clicked() {
        desk.typing.open(field_id("card", id));
        desk.typing.wants = Some(first_id(id));
    }
}

/// The fields of the source, once in a frame however often the form cites it.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk, id: &str) {
    if !is_open(desk, id) || !desk.shows_source(id) {
        return;
    }
    let stands = stands(desk, id);
    let look = desk.look;
    // It stays, also where its last change is taken back letter by letter.
    desk.typing.open(field_id("card", id));
    ui.add_space(look.grid(1.5));
    let frame = Frame::new()
        .fill(color32(look.colors().faint))
        .corner_radius(look.sizes().corner)
        .inner_margin(Margin::same(look.grid(2.5) as i8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let is_known = !matches!(stands, Stands::New(_));
        if is_known {
            // Other events may cite it, too.
            let words = Phrase::SeenWherever.words(look.language);
            let text = look.text(TextRole::Meta, look.colors().muted, words);
            ui.add(egui::Label::new(text).selectable(false).wrap());
            ui.add_space(look.grid(1.5));
        }
        if let Some(source) = fields_of(desk, id) {
            fields_ui(ui, desk, &source);
        }
        if let Stands::New(at) = stands {
            unread_ui(ui, desk, at);
        }
        if is_known {
            back_ui(ui, desk, id, stands);
        }
    });
    ui.add_space(look.grid(2.0));
}

/// The way back from a source that the record has.
fn back_ui(ui: &mut Ui, desk: &mut Desk, id: &str, stands: Stands) {
    let (look, language) = (desk.look, desk.look.language);
    let words = match stands {
        Stands::Changed(_) => Phrase::LeaveSource,
        _ => Phrase::Fold,
    };
    ui.add_space(look.grid(1.0));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if super::field::link_ui(ui, &look, words.words(language)).clicked() {
            desk.change()
                .changed_sources
                .retain(|change| change.now.id != id);
            desk.typing.close(field_id("card", id));
            desk.typing.wants = Some(field_id("link", id));
        }
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

/// A field of a source: its name, label, hint, and where it stands.
type Part = (
    &'static str,
    Phrase,
    Option<Phrase>,
    fn(&mut SourceDraft) -> &mut String,
);

fn fields_ui(ui: &mut Ui, desk: &mut Desk, source: &SourceDraft) {
    let gap = desk.grid(2.0);
    let title: Part = ("title", Phrase::Title, None, |s| &mut s.title);
    part_ui(ui, desk, source, title, &source.title);
    told_ui(ui, desk, source, "title");
    ui.add_space(gap);
    let author: Part = ("author", Phrase::Author, Some(Phrase::AuthorHint), |s| {
        &mut s.author
    });
    part_ui(ui, desk, source, author, &source.author);
    ui.add_space(gap);
    let container: Part = ("container", Phrase::Container, None, |s| &mut s.container);
    let publisher: Part = ("publisher", Phrase::Publisher, None, |s| &mut s.publisher);
    columns_ui(
        ui,
        desk,
        |ui, desk| part_ui(ui, desk, source, container, &source.container),
        |ui, desk| part_ui(ui, desk, source, publisher, &source.publisher),
    );
    ui.add_space(gap);
    let issued: Part = ("issued", Phrase::Issued, None, |s| &mut s.issued);
    let accessed: Part = ("accessed", Phrase::Accessed, None, |s| &mut s.accessed);
    columns_ui(
        ui,
        desk,
        |ui, desk| part_ui(ui, desk, source, issued, &source.issued),
        |ui, desk| part_ui(ui, desk, source, accessed, &source.accessed),
    );
    told_ui(ui, desk, source, "issued");
    told_ui(ui, desk, source, "accessed");
    ui.add_space(gap);
    let url: Part = ("url", Phrase::Address, None, |s| &mut s.url);
    part_ui(ui, desk, source, url, &source.url);
    told_ui(ui, desk, source, "url");
    ui.add_space(gap);
    columns_ui(
        ui,
        desk,
        |ui, desk| kind_ui(ui, desk, source),
        |ui, desk| language_ui(ui, desk, source),
    );
}

fn part_ui(ui: &mut Ui, desk: &mut Desk, source: &SourceDraft, part: Part, now: &str) {
    let (name, label, hint, value) = part;
    let language = desk.look.language;
    label_ui(ui, &desk.look, label.words(language));
    let lang = match source.language.as_str() {
        "" => language.tag(),
        lang => lang,
    };
    let field = Field {
        hint: hint.map_or("", |hint| hint.words(language)),
        ..Field::line(field_id(name, &source.id), label.words(language), lang)
    };
    if let Some(typed) = text_ui(ui, desk, field, now) {
        change(desk, &source.id, |source| *value(source) = typed);
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

fn kind_ui(ui: &mut Ui, desk: &mut Desk, source: &SourceDraft) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::SourceKind.words(language);
    label_ui(ui, &look, label);
    let now = source.kind.clone();
    let words_of = |kind: &str| phrases::source_kind(kind, language).to_owned();
    let all = KINDS.map(|kind| (kind, words_of(kind)));
    let options = all.iter().map(|(kind, words)| Choice {
        value: (*kind).to_owned(),
        words,
    });
    let words = words_of(&now);
    let taken = choice_ui(ui, &look, Manner::Field, label, &words, &now, options);
    if let Some(kind) = taken {
        change(desk, &source.id, |source| source.kind = kind);
    }
}

fn language_ui(ui: &mut Ui, desk: &mut Desk, source: &SourceDraft) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::Language.words(language);
    label_ui(ui, &look, label);
    let now = source.language.clone();
    let words = super::texts::language_name(&now, language);
    let options = Language::ALL.into_iter().map(|option| Choice {
        value: option.tag().to_owned(),
        words: option.name(language),
    });
    let taken = choice_ui(ui, &look, Manner::Field, label, &words, &now, options);
    if let Some(lang) = taken {
        change(desk, &source.id, |source| source.language = lang);
    }
}
