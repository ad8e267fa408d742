//! One quote: folded it says what it is, unfolded it is a form of its own.

use egui::{Align, Layout, Ui, vec2};

use super::choice::{Choice, Manner, choice_ui};
use super::desk::{self, Desk};
use super::field::{Field, label_ui, text_ui};
use super::phrases::{self, Phrase};
use super::place::columns_ui;
use super::texts::{self, Of, language_name, language_of};
use super::{account, findings_ui, source};
use crate::date::Language;
use crate::document::draft::{QuoteDraft, Spot};
use crate::record::{About, Stance, Vocabulary};
use crate::theme::TextRole;
use crate::ui::fonts::color32;

/// The rows of a folded quote.
const FOLDED_ROWS: usize = 3;

/// The words, where they stand, and the ways to change or remove them.
pub(super) fn folded_ui(ui: &mut Ui, desk: &mut Desk, at: usize) {
    let (look, colors, language) = (desk.look, desk.look.colors(), desk.look.language);
    let Some(quote) = desk.draft().quotes.get(at).cloned() else {
        return;
    };
    let lang = language_tag(&quote, desk);
    let top = ui.cursor().top();
    ui.horizontal(|ui| {
        ui.add_space(look.grid(3.0));
        ui.vertical(|ui| {
            let text = crate::scene::cut(quote.text.trim());
            let role = TextRole::Translation;
            let color = colors.ink;
            let format =
                crate::ui::fonts::text_format_for(ui.ctx(), look.theme, role, &lang, color, &text);
            let mut job = egui::text::LayoutJob::single_section(text.into_owned(), format);
            job.wrap.max_width = ui.available_width();
            job.wrap.max_rows = FOLDED_ROWS;
            ui.add(egui::Label::new(job).wrap().show_tooltip_when_elided(false));
            ui.add_space(look.grid(1.0));
            let speaker = quote.speaker.first().map_or("", |words| words.text.trim());
            let title = source::title_of(desk, &quote.source);
            let parts = [speaker, &title, quote.locator.trim()];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let text = look.text(TextRole::Meta, colors.muted, parts.join(", "));
            ui.add(egui::Label::new(text).wrap());
        });
    });
    let bar = egui::Rect::from_min_max(
        egui::pos2(ui.min_rect().left(), top),
        egui::pos2(
            ui.min_rect().left() + look.sizes().quote_bar_width,
            ui.min_rect().bottom(),
        ),
    );
    ui.painter()
        .rect_filled(bar, look.sizes().corner_small / 2.0, color32(colors.accent));
    ui.add_space(look.grid(1.5));
    ui.horizontal(|ui| {
        let disputes = Stance::from_name(&quote.stance) == Some(Stance::Disputes);
        let (color, words) = if disputes {
            (colors.error, Phrase::Disputes)
        } else {
            (colors.good, Phrase::Supports)
        };
        let text = look.text(TextRole::Control, color, words.words(language));
        ui.add(egui::Label::new(text).selectable(false));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            buttons_ui(ui, desk, at, false);
        });
    });
    findings_ui(ui, desk, Spot::Quote(at));
    findings_ui(ui, desk, Spot::QuoteSource(at));
}

/// "Edit" or "Done", and "Remove".
fn buttons_ui(ui: &mut Ui, desk: &mut Desk, at: usize, is_open: bool) {
    let (look, language) = (desk.look, desk.look.language);
    let number = (at + 1).to_string();
    let words = if is_open { Phrase::Fold } else { Phrase::Edit };
    let fold = super::field::link_ui(ui, &look, words.words(language));
    ui.ctx()
        .accesskit_node_builder(fold.id, |node| node.set_description(&*number));
    if fold.clicked() {
        if is_open {
            desk.typing.open_quotes.retain(|open| *open != at);
            desk.typing.folded = Some(at);
        } else {
            desk.typing.open_quotes.push(at);
            desk.typing.wants = Some(desk::id("quote text", at));
        }
    }
    let remove = super::field::link_ui(ui, &look, Phrase::Remove.words(language));
    ui.ctx()
        .accesskit_node_builder(remove.id, |node| node.set_description(&*number));
    if remove.clicked() {
        desk.change().quotes.remove(at);
        let open = &mut desk.typing.open_quotes;
        open.retain(|open| *open != at);
        open.iter_mut()
            .filter(|open| **open > at)
            .for_each(|open| *open -= 1);
    }
}

/// The language of a quote's words, as it is said or as its letters are.
fn language_tag(quote: &QuoteDraft, desk: &Desk) -> String {
    if quote.lang.is_empty() {
        desk.timeline().language().as_str().to_owned()
    } else {
        quote.lang.clone()
    }
}

/// All of its fields.
pub(super) fn open_ui(ui: &mut Ui, desk: &mut Desk, at: usize) {
    let (look, language) = (desk.look, desk.look.language);
    let Some(quote) = desk.draft().quotes.get(at).cloned() else {
        return;
    };
    words_ui(ui, desk, at, &quote);
    ui.add_space(look.grid(2.0));
    let of = Of {
        name: "translation",
        at,
        label: Phrase::Translations.words(language),
        hint: "",
        rows: Some(2),
        role: TextRole::Translation,
        texts: |draft, at| &mut draft.quotes[at].translations,
        spot: None,
        names_missing: false,
    };
    let translations = quote.translations.clone();
    if translations.is_empty() {
        translation_link_ui(ui, desk, at, &quote);
    } else {
        texts::show(ui, desk, of, &translations);
    }
    ui.add_space(look.grid(2.0));
    let of = Of {
        name: "speaker",
        label: Phrase::Speaker.words(language),
        rows: None,
        role: TextRole::Body,
        texts: |draft, at| &mut draft.quotes[at].speaker,
        ..of
    };
    texts::show(ui, desk, of, &quote.speaker);
    ui.add_space(look.grid(2.0));
    source::pick_source_ui(ui, desk, at, &quote.source);
    findings_ui(ui, desk, Spot::QuoteSource(at));
    ui.add_space(look.grid(2.0));
    columns_ui(
        ui,
        desk,
        |ui, desk| locator_ui(ui, desk, at, &quote.locator),
        |ui, desk| stance_ui(ui, desk, at, &quote.stance),
    );
    about_ui(ui, desk, at, &quote.about);
    ui.add_space(look.grid(2.0));
    account::show(ui, desk, at, &quote);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        buttons_ui(ui, desk, at, true);
    });
}

/// The words themselves and their language, which follows their letters until it is chosen.
fn words_ui(ui: &mut Ui, desk: &mut Desk, at: usize, quote: &QuoteDraft) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::QuoteWords.words(language);
    let lang = language_tag(quote, desk);
    ui.horizontal(|ui| {
        label_ui(ui, &look, label);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let now = language_name(&lang, language);
            let options = Language::ALL.into_iter().map(|option| Choice {
                value: option.tag().to_owned(),
                words: option.name(language),
            });
            let name = Phrase::Language.words(language);
            let taken = choice_ui(ui, &look, Manner::Link, name, &now, &lang, options);
            if let Some(lang) = taken
                && let Some(quote) = desk.change().quotes.get_mut(at)
            {
                quote.lang = lang;
            }
        });
    });
    let field = Field {
        rows: Some(3),
        role: TextRole::Translation,
        is_wrong: desk.is_wrong(Spot::Quote(at)) && desk.form.was_tried(),
        hint: Phrase::QuoteHint.words(language),
        ..Field::line(desk::id("quote text", at), label, &lang)
    };
    if let Some(typed) = text_ui(ui, desk, field, &quote.text) {
        let follows = quote.lang.is_empty() || quote.lang == language_of(&quote.text, language);
        let guess = language_of(&typed, language);
        if let Some(quote) = desk.change().quotes.get_mut(at) {
            if follows && !typed.trim().is_empty() {
                guess.clone_into(&mut quote.lang);
            }
            quote.text = typed;
        }
    }
    findings_ui(ui, desk, Spot::Quote(at));
}

fn translation_link_ui(ui: &mut Ui, desk: &mut Desk, at: usize, quote: &QuoteDraft) {
    let (look, language) = (desk.look, desk.look.language);
    let own = language_tag(quote, desk);
    let others = Language::ALL.into_iter();
    let others = others.filter(|other| Language::from_tag(&own) != Some(*other));
    let options: Vec<_> = others.map(|other| (other, other.name(language))).collect();
    let options = options.iter().map(|(other, words)| Choice {
        value: Some(*other),
        words,
    });
    let name = Phrase::Translation.words(language);
    let taken = choice_ui(ui, &look, Manner::Add, name, name, &None, options);
    if let Some(Some(other)) = taken
        && let Some(quote) = desk.change().quotes.get_mut(at)
    {
        let words = crate::document::draft::Words::new(other.tag(), "");
        quote.translations.push(words);
        // Ids of texts leave room for several languages each.
        desk.typing.wants = Some(desk::id("translation", at * 64));
    }
}

fn locator_ui(ui: &mut Ui, desk: &mut Desk, at: usize, now: &str) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::Locator.words(language);
    label_ui(ui, &look, label);
    let field = Field {
        hint: Phrase::LocatorHint.words(language),
        ..Field::line(desk::id("locator", at), label, language.tag())
    };
    if let Some(typed) = text_ui(ui, desk, field, now)
        && let Some(quote) = desk.change().quotes.get_mut(at)
    {
        quote.locator = typed;
    }
}

fn stance_ui(ui: &mut Ui, desk: &mut Desk, at: usize, now: &str) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::Stance.words(language);
    label_ui(ui, &look, label);
    let chosen = Stance::from_name(now).unwrap_or(Stance::Supports);
    let words_of = |stance: Stance| match stance {
        Stance::Supports => Phrase::Supports.words(language),
        Stance::Disputes => Phrase::Disputes.words(language),
    };
    let options = Stance::ALL.iter().map(|stance| Choice {
        value: *stance,
        words: words_of(*stance),
    });
    let taken = choice_ui(
        ui,
        &look,
        Manner::Field,
        label,
        words_of(chosen),
        &chosen,
        options,
    );
    if let Some(stance) = taken
        && let Some(quote) = desk.change().quotes.get_mut(at)
    {
        stance.name().clone_into(&mut quote.stance);
    }
}

/// What about the event the words bear on: any of a few.
fn about_ui(ui: &mut Ui, desk: &mut Desk, at: usize, now: &[String]) {
    let (look, language) = (desk.look, desk.look.language);
    ui.add_space(look.grid(2.0));
    label_ui(ui, &look, Phrase::About.words(language));
    let rows = Layout::left_to_right(Align::Min).with_main_wrap(true);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), rows, |ui| {
        ui.spacing_mut().item_spacing = vec2(look.grid(1.5), look.grid(1.5));
        for about in About::ALL {
            let is_on = now.iter().any(|word| word == about.name());
            let words = phrases::about(*about, language);
            let button = look.button(ui, words, is_on);
            button.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::CheckBox, true, is_on, words)
            });
            if button.clicked()
                && let Some(quote) = desk.change().quotes.get_mut(at)
            {
                if is_on {
                    quote.about.retain(|word| word != about.name());
                } else {
                    quote.about.push(about.name().to_owned());
                }
            }
        }
    });
}
