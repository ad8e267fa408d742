//! The strip under the lanes that shows the whole record.

use egui::{Rect, Stroke, pos2, vec2};

use super::super::super::fonts::color32;
use super::super::mesh::MeshBuilder;
use super::Brush;
use crate::scene::Overview;

impl Brush<'_> {
    pub(super) fn overview(&mut self, overview: &Overview) {
        let colors = self.look.colors();
        let strip = self.rect(overview.rect);
        let painter = self.ui.painter().clone();
        let whole = Rect::from_min_max(pos2(self.origin.x, strip.top()), strip.max);
        painter.rect_filled(whole, 0.0, color32(colors.panel));
        painter.hline(
            whole.x_range(),
            self.crisp(whole.top()),
            Stroke::new(1.0, color32(colors.line)),
        );
        let window = self.rect(overview.window);
        let shown = painter.with_clip_rect(strip.intersect(self.ui.clip_rect()));
        shown.rect_filled(
            window,
            self.look.sizes().corner_small,
            color32(colors.overview_window),
        );
        let mut mesh = MeshBuilder::new(self.ui.pixels_per_point());
        let hills = self.rect(overview.hills);
        let (base, height) = (hills.bottom(), hills.height());
        for (at, share) in overview.density.iter().enumerate() {
            let x = strip.left() + at as f32 * overview.column_points;
            let top = base - share * height;
            if top < base - 0.1 {
                let column =
                    Rect::from_min_max(pos2(x, top), pos2(x + overview.column_points, base));
                mesh.rect(column, color32(colors.overview_hill));
            }
        }
        for x in [window.left(), window.right()] {
            let grip = Rect::from_center_size(pos2(x, window.center().y), vec2(4.0, 22.0));
            mesh.bar(grip, 2.0, color32(colors.accent));
        }
        painter.add(mesh.finish());
        for tick in &overview.ticks {
            self.text(&shown, tick);
        }
        self.text(&painter, &overview.title);
        self.text(&painter, &overview.subtitle);
    }
}
