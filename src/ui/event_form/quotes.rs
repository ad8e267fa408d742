//! What was said: the quotes, folded but for those at hand, and the documents that attest the event.

use egui::{Align, Frame, Layout, Margin, Ui};

use super::desk::{self, Desk};
use super::field::{Field, text_ui};
use super::list::{Picked, Unknown, pick_ui};
use super::phrases::{self, Phrase};
use super::relations::cross_ui;
use super::{findings_ui, quote, source, source_card};
use crate::app::form::offers;
use crate::date::Language;
use crate::document::draft::{CitationDraft, QuoteDraft, Spot};
use crate::theme::{TextRole, symbol};
use crate::ui::fonts::color32;

/// A heading inside the form, with a few words at its right.
pub(super) fn section_ui(ui: &mut Ui, desk: &Desk, words: Phrase, right: &str) {
    let (look, colors) = (desk.look, desk.look.colors());
    ui.horizontal(|ui| {
        let text = look.text(TextRole::Strong, colors.ink, words.words(look.language));
        let heading = ui.add(egui::Label::new(text).selectable(false));
        ui.ctx().accesskit_node_builder(heading.id, |node| {
            node.set_role(egui::accesskit::Role::Heading);
            node.set_level(2);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = look.text(TextRole::Label, colors.muted, right);
            ui.add(egui::Label::new(text).selectable(false).truncate());
        });
    });
    ui.add_space(look.grid(1.5));
}

/// How many there are, where there are any.
pub(super) fn counted(
    count: usize,
    words: fn(usize, Language) -> String,
    language: Language,
) -> String {
    if count > 0 {
        words(count, language)
    } else {
        String::new()
    }
}

/// The quotes and the sources.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk) {
    let (look, language) = (desk.look, desk.look.language);
    ui.add_space(look.grid(4.0));
    let count = desk.draft().quotes.len();
    let counted = counted(count, phrases::quotes, language);
    section_ui(ui, desk, Phrase::Said, &counted);
    for at in 0..count {
        card_ui(ui, desk, at);
        ui.add_space(look.grid(2.0));
    }
    let words = format!("{} {}", symbol::ADD, Phrase::AddQuote.words(language));
    if super::field::link_ui(ui, &look, &words).clicked() {
        desk.change().quotes.push(QuoteDraft::default());
        desk.typing.open_quotes.push(count);
        desk.typing.wants = Some(desk::id("quote text", count));
    }
    ui.add_space(look.grid(3.0));
    sources_ui(ui, desk);
}

/// Whether something of a quote, or of its source, keeps the form from being saved.
fn is_wrong(desk: &Desk, at: usize) -> bool {
    let draft = desk.draft();
    let source = draft.quotes.get(at).map(|quote| &quote.source);
    let mut new = draft.new_sources.iter();
    let new = new.position(|new| Some(&new.id) == source);
    let mut changed = draft.changed_sources.iter();
    let changed = changed.position(|change| Some(&change.now.id) == source);
    let spots = [
        Some(Spot::Quote(at)),
        Some(Spot::QuoteSource(at)),
        new.map(Spot::NewSource),
        changed.map(Spot::ChangedSource),
    ];
    spots.into_iter().flatten().any(|spot| desk.is_wrong(spot))
}

fn card_ui(ui: &mut Ui, desk: &mut Desk, at: usize) {
    let look = desk.look;
    let frame = Frame::new()
        .fill(color32(look.colors().paper))
        .stroke(egui::Stroke::new(
            look.sizes().hairline,
            color32(look.colors().line),
        ))
        .corner_radius(look.sizes().corner)
        .inner_margin(Margin::same(look.grid(3.0) as i8));
    let is_open =
        desk.typing.open_quotes.contains(&at) || desk.form.was_tried() && is_wrong(desk, at);
    let card = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        if is_open {
            quote::open_ui(ui, desk, at);
        } else {
            quote::folded_ui(ui, desk, at);
        }
    });
    if !is_open && desk.typing.folded.take_if(|folded| *folded == at).is_some() {
        card.response.scroll_to_me(Some(Align::Center));
    }
}

/// Below a document's title: where in it, and its own fields. Most events are what the whole document
/// is about, so where in it is asked for.
fn citation_ui(ui: &mut Ui, desk: &mut Desk, at: usize, citation: &CitationDraft, title: &str) {
    let (look, language) = (desk.look, desk.look.language);
    let id = desk::id("citation locator", at);
    if !citation.locator.is_empty() {
        desk.typing.open(id);
    }
    let has_locator = desk.typing.is_open(id);
    if has_locator {
        super::field::label_ui(ui, &look, Phrase::Locator.words(language));
        locator_ui(ui, desk, at, &citation.locator);
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = look.grid(4.0);
        if !has_locator {
            let words = Phrase::Locator.words(language);
            if super::field::link_ui(ui, &look, &format!("{} {words}", symbol::ADD)).clicked() {
                desk.typing.open(id);
                desk.typing.wants = Some(id);
            }
        }
        source_card::link_ui(ui, desk, &citation.source, title);
    });
    source_card::show(ui, desk, &citation.source);
}

fn locator_ui(ui: &mut Ui, desk: &mut Desk, at: usize, now: &str) {
    let language = desk.look.language;
    let field = Field {
        hint: Phrase::LocatorHint.words(language),
        ..Field::line(
            desk::id("citation locator", at),
            Phrase::Locator.words(language),
            language.tag(),
        )
    };
    if let Some(typed) = text_ui(ui, desk, field, now)
        && let Some(citation) = desk.change().sources.get_mut(at)
    {
        citation.locator = typed;
    }
}

/// Documents that attest the event as a whole.
fn sources_ui(ui: &mut Ui, desk: &mut Desk) {
    let (look, colors, language) = (desk.look, desk.look.colors(), desk.look.language);
    let label = Phrase::Sources.words(language);
    super::field::label_ui(ui, &look, label);
    for at in 0..desk.draft().sources.len() {
        let Some(citation) = desk.draft().sources.get(at).cloned() else {
            continue;
        };
        let title = source::title_of(desk, &citation.source);
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if cross_ui(ui, &look, &phrases::remove(&title, language)) {
                desk.change().sources.remove(at);
            }
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                let text = look.text(TextRole::Meta, colors.ink, &*title);
                ui.add(egui::Label::new(text).wrap());
            });
        });
        citation_ui(ui, desk, at, &citation, &title);
        ui.add_space(look.grid(1.0));
    }
    let field = Field {
        hint: Phrase::SourceHint.words(language),
        ..Field::line(desk::id("sources", 0), label, language.tag())
    };
    let timeline = desk.timeline();
    let offers = |typed: &str| offers::sources(timeline, typed, language);
    let unknown = Unknown::Pasted(Phrase::NewSource.words(language));
    let (picked, _) = pick_ui(ui, desk, field, unknown, offers);
    let cited = match picked {
        Some(Picked::Offer(id)) => vec![id],
        Some(Picked::Typed(typed)) => source::from_typed(desk, &typed),
        None => Vec::new(),
    };
    for source in cited {
        let draft = desk.change();
        if !draft
            .sources
            .iter()
            .any(|citation| citation.source == source)
        {
            draft.sources.push(CitationDraft {
                source,
                ..CitationDraft::default()
            });
        }
    }
    if desk.form.was_tried() {
        findings_ui(ui, desk, Spot::Sources);
    }
}
