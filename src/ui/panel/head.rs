//! The top of the panel: when, what, who, how warm.

use egui::text::LayoutJob;
use egui::{Label, Layout, Ui, vec2};

use super::content::PanelContent;
use super::images::pictures_ui;
use super::line::{Line, Pen};
use super::phrases::Phrase;
use super::tone_scale::tone_ui;
use super::widgets::{Hands, facts_ui, find_chip_ui, heading_ui, kind_chip_ui, line_ui, link_ui};

/// Date, title, kind, actors, people, status, summary, tone.
pub(super) fn head_ui(ui: &mut Ui, hands: &mut Hands<'_>, content: &PanelContent) {
    let pen = hands.pen;
    let grid = |steps: f32| pen.look.grid(steps);
    let mut date = facts_ui(ui, pen, &content.date.line);
    if let Some(notes) = &content.date.notes {
        ui.add_space(grid(0.5));
        date |= facts_ui(ui, pen, notes);
    }
    if let Some(tip) = &content.date.tip {
        date.on_hover_ui(|ui| {
            ui.label(tip);
        });
    }
    ui.add_space(grid(2.0));
    heading_ui(ui, pen, &content.title, 1);
    if let Some(other) = &content.other_title {
        ui.add_space(grid(0.5));
        line_ui(ui, pen, other);
    }
    ui.add_space(grid(2.0));
    chips_ui(ui, pen, |ui| {
        kind_chip_ui(ui, pen, &content.kind.name, content.kind.kind);
        for chip in &content.chips {
            find_chip_ui(ui, hands, chip);
        }
    });
    if let Some(status) = &content.status {
        ui.add_space(grid(2.0));
        line_ui(ui, pen, status);
    }
    if let Some(summary) = &content.summary {
        ui.add_space(grid(2.0));
        summary_ui(ui, hands, summary);
    }
    pictures_ui(ui, hands, &content.pictures);
    if let Some(tone) = &content.tone {
        ui.add_space(grid(3.0));
        tone_ui(ui, pen, tone);
    }
}

/// The summary, or its beginning and a link to all of it. A row more than the beginning has is
/// shown at once: the link takes one, too.
fn summary_ui(ui: &mut Ui, hands: &mut Hands<'_>, summary: &Line) {
    let pen = hands.pen;
    let Some(most) = hands.summary_rows.filter(|_| !*hands.whole_summary) else {
        line_ui(ui, pen, summary);
        return;
    };
    let mut job = LayoutJob::clone(&summary.job(ui, pen));
    job.wrap.max_width = ui.available_width();
    let whole = ui.fonts_mut(|fonts| fonts.layout_job(job.clone()));
    if whole.rows.len() <= most + 1 {
        line_ui(ui, pen, summary);
        return;
    }
    job.wrap.max_rows = most;
    ui.add(Label::new(job).wrap().show_tooltip_when_elided(false));
    ui.add_space(pen.look.grid(0.5));
    let words = Phrase::AllOfSummary.words(pen.look.language);
    *hands.whole_summary |= link_ui(ui, pen, words, "").clicked();
}

/// Chips in rows that wrap.
pub(super) fn chips_ui(ui: &mut Ui, pen: Pen<'_>, add: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), 0.0);
    let rows = Layout::left_to_right(egui::Align::Min).with_main_wrap(true);
    ui.allocate_ui_with_layout(size, rows, |ui| {
        ui.spacing_mut().item_spacing = vec2(pen.look.grid(1.5), pen.look.grid(1.5));
        ui.spacing_mut().interact_size.y = pen.look.sizes().chip_height;
        add(ui);
    });
}
