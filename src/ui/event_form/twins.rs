//! The card that says that the event may be there already.

use egui::{Align, Frame, Layout, Margin, Ui};

use super::desk::Desk;
use super::phrases::Phrase;
use crate::app::command::Command;
use crate::date::in_words;
use crate::scene::cut;
use crate::theme::TextRole;
use crate::ui::fonts::color32;

/// The likeliest doubles, each with a way to look at it: the form stays open.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk) {
    let (look, colors, language) = (desk.look, desk.look.colors(), desk.look.language);
    let (form, timeline) = (desk.form, desk.timeline());
    if form.twins().is_empty() || desk.typing.is_composing() {
        return;
    }
    ui.add_space(look.grid(3.0));
    let frame = Frame::new()
        .fill(color32(colors.warning_ground))
        .corner_radius(look.sizes().corner)
        .inner_margin(Margin::same(look.grid(3.0) as i8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let words = Phrase::LooksLike.words(language);
        let head = ui.add(egui::Label::new(look.text(TextRole::Strong, colors.ink, words)).wrap());
        ui.ctx().accesskit_node_builder(head.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
        for &twin in form.twins() {
            ui.add_space(look.grid(1.0));
            let title = timeline.title(twin, language);
            let date = timeline
                .event(twin)
                .map(|event| in_words(&event.date, language));
            let line = format!("{}, {}", cut(title), date.unwrap_or_default());
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                let open = super::field::link_ui(ui, &look, Phrase::OpenIt.words(language));
                ui.ctx()
                    .accesskit_node_builder(open.id, |node| node.set_description(&*line));
                if open.clicked() {
                    desk.send.push(Command::Reveal(twin));
                }
                ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                    let text = look.text(TextRole::Meta, colors.muted, &*line);
                    ui.add(egui::Label::new(text).wrap());
                });
            });
        }
    });
}
