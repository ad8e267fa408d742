//! Marks, and the pills that stand for many.

use egui::{Color32, Painter, Stroke, pos2, vec2};

use super::super::super::fonts::color32;
use super::super::super::look::kind_color;
use super::super::mesh::MeshBuilder;
use super::super::span::{Inks, span};
use super::Brush;
use crate::record::Kind;
use crate::scene::{Cluster, Mark, MarkForm, Scene, SpanEdge, SpanReason};

impl Brush<'_> {
    pub(super) fn marks(&mut self, painter: &Painter, scene: &Scene) {
        let mut mesh = MeshBuilder::new(self.ui.pixels_per_point());
        for mark in &scene.marks {
            if mark.selected {
                self.selection(&mut mesh, mark);
            }
            self.mark(&mut mesh, mark);
        }
        painter.add(mesh.finish());
        for mark in &scene.marks {
            for line in mark.label.iter().chain(&mark.note) {
                self.text(painter, line);
            }
        }
    }

    fn selection(&self, mesh: &mut MeshBuilder, mark: &Mark) {
        let colors = self.look.colors();
        let half = self.look.metrics().selected_half_height();
        let mut rect = self.rect(mark.pill());
        rect.min.y = self.origin.y + mark.centre.y - half;
        rect.max.y = self.origin.y + mark.centre.y + half;
        mesh.bar(rect, half, color32(colors.selected));
        mesh.bar_edge(rect, half, self.look.sizes().stroke, color32(colors.accent));
    }

    fn mark(&self, mesh: &mut MeshBuilder, mark: &Mark) {
        let colors = self.look.colors();
        let color = self.kind(mark.kind);
        let centre = self.place(mark.centre);
        let hovered = self.hovered == Some(mark.event);
        let growth = if hovered {
            self.look.sizes().hover_growth
        } else {
            0.0
        };
        match mark.form {
            MarkForm::Point { shape, radius } => {
                if mark.matched {
                    mesh.ring(shape, centre, radius + 2.0, 1.5, color32(colors.accent));
                }
                mesh.mark(shape, centre, radius + growth, color);
            }
            MarkForm::Span {
                rect,
                start,
                end,
                reason,
                shape,
            } => {
                let rect = self.rect(rect).expand2(vec2(0.0, growth / 2.0));
                // A bar that only says how exact the date is stays paler than one that lasted.
                let imprecise = matches!(reason, SpanReason::Precision(_));
                let fill = color32(colors.span(kind_color(mark.kind), imprecise));
                let inks = Inks { fill, tip: color };
                span(mesh, rect, rect.height() / 2.0, inks, (start, end));
                if mark.matched {
                    mesh.bar_edge(
                        rect.expand(2.0),
                        rect.height() / 2.0 + 2.0,
                        2.0,
                        color32(colors.accent),
                    );
                }
                let radius = (rect.height() / 2.0 - 1.0).max(2.0);
                if rect.width() >= 2.0 * radius {
                    let arrow = if start == SpanEdge::Open {
                        rect.height()
                    } else {
                        0.0
                    };
                    let left = rect.left().max(self.origin.x) + arrow;
                    let at = pos2(left + radius + 1.0, rect.center().y);
                    mesh.mark(shape, at, radius + growth, color);
                }
            }
        }
    }

    fn kind(&self, kind: Kind) -> Color32 {
        color32(self.look.colors().kind(kind_color(kind)))
    }

    pub(super) fn cluster(&mut self, painter: &Painter, cluster: &Cluster, hovered: bool) {
        let colors = self.look.colors();
        let rect = self.rect(cluster.rect);
        let (fill, edge) = if cluster.selected {
            (colors.selected, colors.accent)
        } else if cluster.matched > 0 {
            (colors.panel, colors.accent)
        } else if hovered {
            (colors.hovered, colors.muted)
        } else {
            (colors.panel, colors.pill_line)
        };
        let width = if cluster.matched > 0 { 2.0 } else { 1.0 };
        let stroke = Stroke::new(width, color32(edge));
        painter.rect(
            rect,
            rect.height() / 2.0,
            color32(fill),
            stroke,
            egui::StrokeKind::Inside,
        );
        self.text(painter, &cluster.label);
    }
}
