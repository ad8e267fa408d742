//! One row of the events that this one stands in a relation to.

use egui::accesskit::Role;
use egui::{Align, Galley, Layout, Pos2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::content::Connection;
use super::widgets::{Hands, bring_into_view, line_ui, link_state_ui};
use crate::app::Command;
use crate::theme::{TextRole, symbol};
use crate::ui::fonts::color32;

/// "recalls   Tanaka visits China, 1972   →"
pub(super) fn connection_ui(ui: &mut Ui, hands: &mut Hands<'_>, connection: &Connection) {
    let look = hands.look();
    let (first, last) = (look.grid(20.0), look.grid(6.0));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.grid(2.0);
        ui.allocate_ui_with_layout(vec2(first, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(first);
            line_ui(ui, hands.pen, &connection.relation);
        });
        let Some(event) = connection.event else {
            ui.vertical(|ui| line_ui(ui, hands.pen, &connection.title));
            return;
        };
        let mut job = (*connection.title.job(ui, hands.pen)).clone();
        let width = ui.available_width();
        job.wrap.max_width = (width - last).max(look.grid(10.0));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &connection.name));
        bring_into_view(&response);
        if ui.is_rect_visible(rect) {
            let accent = look.colors().accent;
            let lines = text_lines(&galley, rect.min);
            ui.painter().galley(rect.min, galley, color32(accent));
            let tag = look.language.tag();
            let arrow = look.galley(
                ui,
                TextRole::Control,
                accent,
                tag,
                symbol::GO,
                f32::INFINITY,
            );
            let at = pos2(rect.right() - arrow.size().x, rect.top());
            ui.painter().galley(at, arrow, color32(accent));
            link_state_ui(ui, &look, &response, &lines);
        }
        if response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .clicked()
        {
            hands.send.push(Command::Reveal(event));
        }
    });
}

/// Where each line of a text at `at` lies: as wide as its own words.
fn text_lines(galley: &Galley, at: Pos2) -> Vec<Rect> {
    let rows = galley.rows.iter().map(egui::epaint::text::PlacedRow::rect);
    rows.map(|row| row.translate(at.to_vec2())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Color32, FontId};

    #[test]
    fn every_line_of_a_link_that_wraps_is_underlined_as_wide_as_its_words() {
        let ctx = egui::Context::default();
        let mut lines = Vec::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let words = "Tanaka speaks of the great trouble that Japan caused China".to_owned();
            let galley =
                ui.fonts_mut(|fonts| fonts.layout(words, FontId::default(), Color32::BLACK, 120.0));
            lines = text_lines(&galley, pos2(10.0, 20.0));
        });
        output.textures_delta.clear();
        assert!(lines.len() > 2, "{lines:?}");
        assert!(
            lines
                .iter()
                .all(|line| line.left() == 10.0 && line.width() <= 120.0)
        );
        assert!(
            lines
                .windows(2)
                .all(|pair| pair[0].bottom() <= pair[1].top() + 0.5)
        );
        assert!(lines.iter().any(|line| line.width() != lines[0].width()));
    }
}
