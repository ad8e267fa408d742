//! When it was: as it is typed, and at once what was understood, with how exactly it is known.

use egui::{Align, Layout, Ui};

use super::choice::{Choice, Manner, choice_ui};
use super::desk::{self, Desk};
use super::field::{Field, label_ui, text_ui};
use super::list::{Picked, Unknown, pick_ui};
use super::phrases::Phrase;
use super::{below_ui, findings_ui};
use crate::app::form::offers;
use crate::date::{Edtf, Language, Shape, Zone, in_words, precision_in_words};
use crate::document::draft::Spot;
use crate::theme::{TextRole, symbol};
use crate::ui::cities::{self, city};

/// The date, what was understood of it, and the zone in which it was that date.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::Date.words(language);
    label_ui(ui, &look, label);
    let field = Field {
        hint: Phrase::DateHint.words(language),
        is_wrong: desk.is_wrong(Spot::Date) && !desk.draft().date.trim().is_empty(),
        ..Field::line(desk::id("date", 0), label, desk.tag())
    };
    let date = desk.draft().date.clone();
    if let Some(typed) = text_ui(ui, desk, field, &date) {
        desk.change().date = typed;
    }
    ui.add_space(look.grid(1.0));
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        zone_ui(ui, desk);
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            understood_ui(ui, desk);
        });
    });
    findings_ui(ui, desk, Spot::Date);
    other_zone_ui(ui, desk);
    findings_ui(ui, desk, Spot::TimeZone);
}

/// "✓ 29 September 1972, a day  1972-09-29".
fn understood_ui(ui: &mut Ui, desk: &Desk) {
    let (look, colors) = (desk.look, desk.look.colors());
    let is_reversed = desk.is_wrong(Spot::Date);
    let Some(date) = desk
        .form
        .date()
        .filter(|_| !is_reversed && !desk.typing.is_composing())
    else {
        return;
    };
    let tag = look.language.tag();
    let mut job = egui::text::LayoutJob::default();
    let mut add = |color, text: &str| {
        let role = TextRole::Meta;
        let format =
            crate::ui::fonts::text_format_for(ui.ctx(), look.theme, role, tag, color, text);
        job.append(text, 0.0, format);
    };
    add(colors.good, &format!("{} ", symbol::GOOD));
    add(colors.ink, &understood(date, look.language));
    add(colors.muted, &format!("  {date}"));
    let label = ui.add(egui::Label::new(job).wrap());
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
}

/// "29 September 1972, a day". A span is as long as it is, however exactly its ends are known.
pub(in crate::ui) fn understood(date: &Edtf, language: Language) -> String {
    let words = in_words(date, language);
    match date.shape() {
        Shape::Date(_) | Shape::DateTime(_) => {
            let exact = precision_in_words(date.precision(), language);
            // "1日" alone would be the first day of a month.
            match language {
                Language::En => format!("{words}, {exact}"),
                Language::Ja | Language::ZhHans | Language::ZhHant => {
                    format!("{words}（精度：{exact}）")
                }
                Language::Ko => format!("{words} (정밀도: {exact})"),
            }
        }
        Shape::Interval(_) | Shape::Set(_) => words,
    }
}

/// "Beijing time ▼": the zone in which it was that date, which follows the place.
fn zone_ui(ui: &mut Ui, desk: &mut Desk) {
    let (look, language) = (desk.look, desk.look.language);
    let now = desk.draft().time_zone.clone();
    let words = match Zone::parse(&now) {
        Ok(zone) => super::phrases::time_in(&city(zone, language), language),
        Err(_) if now.trim().is_empty() => super::phrases::time_in("UTC", language),
        Err(_) => now.clone(),
    };
    let known = cities::known().map(|zone| (Some(zone.name()), city(zone, language)));
    let other = (None, Phrase::OtherZone.words(language).into());
    let all: Vec<_> = known.chain([other]).collect();
    let options = all.iter().map(|(name, words)| Choice {
        value: *name,
        words,
    });
    let name = Phrase::TimeZone.words(language);
    let chosen = Some(&*now);
    match choice_ui(ui, &look, Manner::Link, name, &words, &chosen, options) {
        Some(Some(zone)) => zone.clone_into(&mut desk.change().time_zone),
        Some(None) => {
            desk.typing.open(desk::id("zone", 0));
            desk.typing.wants = Some(desk::id("zone", 0));
        }
        None => {}
    }
}

/// A field for a zone that is not in the menu.
fn other_zone_ui(ui: &mut Ui, desk: &mut Desk) {
    let id = desk::id("zone", 0);
    if !desk.typing.is_open(id) {
        return;
    }
    let language = desk.look.language;
    ui.add_space(desk.grid(1.0));
    let now = desk.draft().time_zone.clone();
    let field = Field {
        hint: &now,
        is_wrong: desk.is_wrong(Spot::TimeZone),
        ..Field::line(id, Phrase::TimeZone.words(language), "en")
    };
    let (picked, _) = pick_ui(ui, desk, field, Unknown::No, offers::zones);
    if let Some(Picked::Offer(zone)) = picked {
        desk.change().time_zone = zone;
        desk.typing.open_parts.retain(|part| *part != id);
        desk.typing.wants = Some(desk::id("date", 0));
    } else if desk.typing.pick(id).text.is_empty() {
        below_ui(
            ui,
            &desk.look,
            desk.look.colors().muted,
            "",
            Phrase::ZoneHint.words(language),
        );
    }
}
