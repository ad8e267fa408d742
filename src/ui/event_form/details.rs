//! What an event may have besides: summary, tags, importance, tone with its reason, status, notes.

use egui::{Ui, WidgetInfo, vec2};

use super::chips::{List, list_ui};
use super::choice::{Choice, Manner, choice_ui};
use super::desk::{self, Desk};
use super::field::label_ui;
use super::findings_ui;
use super::phrases::{self, Phrase};
use super::place::columns_ui;
use super::texts::{self, Of};
use crate::app::form::offers;
use crate::document::draft::Spot;
use crate::record::{Status, Vocabulary};
use crate::theme::{Rgb, TextRole};
use crate::ui::fonts::color32;

/// All of them.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk) {
    let language = desk.look.language;
    ui.add_space(desk.grid(3.0));
    let of = Of {
        name: "summary",
        at: 0,
        label: Phrase::Summary.words(language),
        hint: "",
        rows: Some(3),
        role: TextRole::Body,
        texts: |draft, _| &mut draft.summary,
        spot: None,
        names_missing: true,
    };
    let texts = desk.draft().summary.clone();
    texts::show(ui, desk, of, &texts);
    tags_ui(ui, desk);
    ui.add_space(desk.grid(3.0));
    columns_ui(ui, desk, importance_ui, status_ui);
    tone_ui(ui, desk);
    ui.add_space(desk.grid(3.0));
    let of = Of {
        name: "notes",
        label: Phrase::Notes.words(language),
        hint: Phrase::NotesHint.words(language),
        rows: Some(2),
        texts: |draft, _| &mut draft.notes,
        names_missing: false,
        ..of
    };
    let texts = desk.draft().notes.clone();
    texts::show(ui, desk, of, &texts);
    findings_ui(ui, desk, Spot::Event);
}

fn tags_ui(ui: &mut Ui, desk: &mut Desk) {
    let language = desk.look.language;
    ui.add_space(desk.grid(3.0));
    let label = Phrase::Tags.words(language);
    label_ui(ui, &desk.look, label);
    tag_list_ui(ui, desk, "tags", label);
}

/// The field for tags.
pub(super) fn tag_list_ui(ui: &mut Ui, desk: &mut Desk, name: &'static str, label: &str) {
    let language = desk.look.language;
    let of = List {
        name,
        at: 0,
        label,
        hint: "",
        adds: Phrase::Add.words(language),
        list: |draft, _| &mut draft.tags,
    };
    let items = desk.draft().tags.clone();
    let timeline = desk.timeline();
    let offers = |typed: &str| offers::tags(timeline, typed, &items);
    if let Some(new) = list_ui(ui, desk, &of, &items, str::to_owned, offers) {
        desk.change().tags.push(new);
    }
}

/// One to five, as a row of cells.
fn importance_ui(ui: &mut Ui, desk: &mut Desk) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::Importance.words(language);
    label_ui(ui, &look, label);
    let now = desk.draft().importance;
    let colors = look.colors();
    let cell = |value: i8| {
        (
            value.to_string(),
            u8::try_from(value) == Ok(now),
            colors.selected,
        )
    };
    if let Some(value) = cells_ui(ui, desk, label, 1..=5, cell) {
        desk.change().importance = u8::try_from(value).unwrap_or(now);
    }
}

/// A row of numbers of which one is chosen; `cell` says the words, whether it is that one, and its
/// colour then.
fn cells_ui(
    ui: &mut Ui,
    desk: &mut Desk,
    label: &str,
    values: std::ops::RangeInclusive<i8>,
    cell: impl Fn(i8) -> (String, bool, Rgb),
) -> Option<i8> {
    let (look, colors) = (desk.look, desk.look.colors());
    let count = f32::from(values.end() - values.start() + 1);
    let gap = look.grid(1.0);
    let width = ((ui.available_width() - gap * (count - 1.0)) / count).min(look.grid(9.0));
    let size = vec2(width, look.sizes().control_height);
    let mut taken = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for value in values {
            let (words, is_chosen, fill) = cell(value);
            let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
            let name = format!("{label} {words}");
            response.widget_info(|| {
                WidgetInfo::selected(egui::Role::RadioButton, true, is_chosen, &name)
            });
            let ground = match (is_chosen, response.hovered()) {
                (true, _) => fill,
                (false, true) => colors.hovered,
                (false, false) => colors.paper,
            };
            let edge = if is_chosen {
                colors.accent
            } else {
                colors.line
            };
            let stroke = egui::Stroke::new(look.sizes().hairline, color32(edge));
            let corner = look.sizes().corner_small * 2.0;
            let inside = egui::StrokeKind::Inside;
            ui.painter()
                .rect(rect, corner, color32(ground), stroke, inside);
            let role = if is_chosen {
                TextRole::Strong
            } else {
                TextRole::Meta
            };
            let ink = if is_chosen { colors.ink } else { colors.muted };
            let galley = look.galley(ui, role, ink, "en", &words, f32::INFINITY);
            let at = rect.center() - galley.size() / 2.0;
            ui.painter().galley(at, galley, color32(ink));
            look.focus_ring(ui, &response);
            if response.clicked() {
                taken = Some(value);
            }
        }
    });
    taken
}

fn status_ui(ui: &mut Ui, desk: &mut Desk) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::Status.words(language);
    label_ui(ui, &look, label);
    let now = desk.draft().status.clone();
    let chosen = Status::from_name(&now);
    let words = chosen.map_or(&*now, |status| phrases::status(status, language));
    let options = Status::ALL.iter().map(|status| Choice {
        value: Some(*status),
        words: phrases::status(*status, language),
    });
    if let Some(Some(status)) = choice_ui(ui, &look, Manner::Field, label, words, &chosen, options)
    {
        status.name().clone_into(&mut desk.change().status);
    }
}

/// −5 to +5, or not coded; once it is, its reason.
fn tone_ui(ui: &mut Ui, desk: &mut Desk) {
    let (look, language) = (desk.look, desk.look.language);
    ui.add_space(look.grid(3.0));
    let label = Phrase::Tone.words(language);
    label_ui(ui, &look, label);
    let now = desk.draft().tone.value;
    let colors = look.colors();
    let cell = |value: i8| {
        let words = match value {
            0 => "0".to_owned(),
            1.. => format!("+{value}"),
            _ => format!("−{}", -value),
        };
        let fill = match value {
            0 => colors.selected,
            1.. => colors.tone_warm.mix(colors.panel, 0.4),
            _ => colors.tone_cold.mix(colors.panel, 0.4),
        };
        (words, now == Some(value), fill)
    };
    if let Some(value) = cells_ui(ui, desk, label, -5..=5, cell) {
        let tone = &mut desk.change().tone;
        // Taken once more, it is not coded.
        tone.value = (now != Some(value)).then_some(value);
        if tone.value.is_some() && tone.reason.is_empty() {
            desk.typing.wants = Some(desk::id("tone reason", 0));
        }
    }
    if now.is_some() {
        ui.add_space(look.grid(2.0));
        let of = Of {
            name: "tone reason",
            at: 0,
            label: Phrase::ToneReason.words(language),
            hint: "",
            rows: Some(2),
            role: TextRole::Body,
            texts: |draft, _| &mut draft.tone.reason,
            spot: Some(Spot::Tone),
            names_missing: false,
        };
        let texts = desk.draft().tone.reason.clone();
        texts::show(ui, desk, of, &texts);
    }
}
