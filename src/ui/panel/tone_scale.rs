//! The tone as eleven cells from −5 to +5, with its value and reason in words.

use egui::accesskit::Role;
use egui::{Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::content::ToneLine;
use super::line::Pen;
use super::widgets::line_ui;
use crate::ui::fonts::color32;

/// The least and the most that a tone can be.
const RANGE: std::ops::RangeInclusive<i8> = -5..=5;

/// "Tone ▭▭▭▭▭▭■■■■▭ +4 symbolic appeal".
pub(super) fn tone_ui(ui: &mut Ui, pen: Pen<'_>, tone: &ToneLine) {
    let look = pen.look;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.grid(3.0);
        let label = line_ui(ui, pen, &tone.label);
        cells_ui(ui, pen, tone, label.rect.height());
        ui.vertical(|ui| line_ui(ui, pen, &tone.words));
    });
}

fn cells_ui(ui: &mut Ui, pen: Pen<'_>, tone: &ToneLine, line_height: f32) {
    let (look, colors) = (pen.look, pen.look.colors());
    let cell = vec2(look.grid(2.25), look.grid(2.0));
    let step = cell.x + look.grid(0.5);
    let count = f32::from(RANGE.end() - RANGE.start()) + 1.0;
    let size = vec2(count * step - look.grid(0.5), line_height.max(cell.y));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Meter, true, &tone.name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_numeric_value(f64::from(tone.value));
        node.set_min_numeric_value(f64::from(*RANGE.start()));
        node.set_max_numeric_value(f64::from(*RANGE.end()));
    });
    if !ui.is_rect_visible(rect) {
        return;
    }
    let top = rect.center().y - cell.y / 2.0;
    let corner = look.sizes().corner_small * 0.75;
    for (at, value) in RANGE.enumerate() {
        let left = rect.left() + at as f32 * step;
        let cell = Rect::from_min_size(pos2(left, top), cell);
        let fill = if is_filled(value, tone.value) {
            colors.tone(value)
        } else {
            colors.line
        };
        ui.painter().rect_filled(cell, corner, color32(fill));
        if value == 0 {
            // The middle is told by an outline, so that a scale without colour can be read.
            let stroke = Stroke::new(look.sizes().hairline, color32(colors.muted));
            ui.painter()
                .rect_stroke(cell.expand2(Vec2::ZERO), corner, stroke, StrokeKind::Inside);
        }
    }
}

/// Whether a cell lies between the middle and the tone.
fn is_filled(cell: i8, tone: i8) -> bool {
    (cell > 0 && cell <= tone) || (cell < 0 && cell >= tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(tone: i8) -> Vec<i8> {
        RANGE.filter(|&cell| is_filled(cell, tone)).collect()
    }

    #[test]
    fn cells_are_filled_from_the_middle_to_the_tone() {
        assert_eq!(filled(4), [1, 2, 3, 4]);
        assert_eq!(filled(-2), [-2, -1]);
        assert_eq!(filled(0), [0_i8; 0]);
        assert_eq!(filled(100), [1, 2, 3, 4, 5]);
    }
}
