//! Headings with a link of their own: that of what was said, and that of both sides' words.

use egui::Ui;

use super::content::PanelContent;
use super::phrases::Phrase;
use super::widgets::Hands;
use super::{line, quote_card, widgets};
use crate::app::Command;

/// The heading over both sides' words; the link at its end gives them room beside each other.
pub(super) fn sides_ui(ui: &mut Ui, hands: &mut Hands<'_>, line: &line::Line) {
    let look = hands.look();
    let wanted = quote_card::width_for_sides(&look);
    let wider = hands.place.for_words(ui.available_width(), wanted);
    ui.add_space(look.grid(7.0));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        widgets::heading_ui(ui, hands.pen, line, 2);
        if let Some(width) = wider {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                let words = Phrase::BesideEachOther.words(look.language);
                if widgets::link_ui(ui, hands.pen, words, "").clicked() {
                    hands.send.push(Command::PanelWidth(width));
                    // What is read now stays in view.
                    *hands.to_sides = true;
                }
            });
        }
    });
    ui.add_space(look.grid(1.0));
}

/// "WHAT WAS SAID                     2 quotes · 2 languages", and the way to both sides' words.
pub(super) fn said_ui(ui: &mut Ui, hands: &mut Hands<'_>, content: &PanelContent) {
    let pen = hands.pen;
    ui.add_space(pen.look.grid(7.0));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        widgets::heading_ui(ui, pen, &content.headings.said, 2);
        if let Some(quotes) = &content.quotes {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                widgets::line_ui(ui, pen, &quotes.count);
            });
        }
    });
    if let Some(words) = &content.to_sides {
        ui.add_space(pen.look.grid(1.0));
        *hands.to_sides |= widgets::link_ui(ui, pen, words, "").clicked();
    }
}
