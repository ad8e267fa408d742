//! Arcs to relatives, and arrows to what is off screen.

use egui::{Painter, Pos2, Stroke, Vec2, vec2};

use super::super::super::fonts::color32;
use super::super::super::look::faded;
use super::Brush;
use crate::scene::{self, EdgeArrow, Scene, Side, TextLine};

impl Brush<'_> {
    pub(super) fn arcs(&mut self, painter: &Painter, scene: &Scene) {
        // A hub of many relations would be a knot at full strength.
        let strength = if scene.arcs.len() > 6 { 0.45 } else { 1.0 };
        let color = faded(self.look.colors().accent, strength);
        let stroke = Stroke::new(self.look.sizes().stroke, color);
        for arc in &scene.arcs {
            const STEPS: usize = 48;
            let points: Vec<Pos2> = (0..=STEPS)
                .map(|step| self.place(scene::curve_at(&arc.curve, step as f32 / STEPS as f32)))
                .collect();
            painter.extend(egui::Shape::dashed_line(&points, stroke, 4.0, 4.0));
            if let [.., before, tip] = points.as_slice() {
                let along: Vec2 = (*tip - *before).normalized();
                let across = along.rot90();
                let foot = *tip - 8.0 * along;
                let head = vec![*tip, foot + 4.0 * across, foot - 4.0 * across];
                painter.add(egui::Shape::convex_polygon(
                    head,
                    stroke.color,
                    Stroke::NONE,
                ));
            }
        }
    }

    pub(super) fn pill(&mut self, painter: &Painter, rect: scene::Rect, label: &TextLine) {
        let colors = self.look.colors();
        let rect = self.rect(rect);
        let stroke = Stroke::new(self.look.sizes().stroke, color32(colors.accent));
        painter.rect(
            rect,
            rect.height() / 2.0,
            color32(colors.panel),
            stroke,
            egui::StrokeKind::Inside,
        );
        self.text(painter, label);
    }

    /// The head of an edge arrow, as long as in a picture.
    pub(super) fn edge_head(&self, painter: &Painter, arrow: &EdgeArrow) {
        let way = match arrow.side {
            Side::Left => vec2(-1.0, 0.0),
            Side::Right => vec2(1.0, 0.0),
            Side::Top => vec2(0.0, -1.0),
            Side::Bottom => vec2(0.0, 1.0),
        };
        self.head(painter, self.place(arrow.tip), way * self.look.grid(1.75));
    }

    /// A filled head at `tip`, as long as `along`.
    fn head(&self, painter: &Painter, tip: Pos2, along: Vec2) {
        let across = along.rot90() / 2.0;
        let foot = tip - along;
        painter.add(egui::Shape::convex_polygon(
            vec![tip, foot + across, foot - across],
            color32(self.look.colors().accent),
            Stroke::NONE,
        ));
    }
}
