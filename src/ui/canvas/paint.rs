//! Paints a scene: a few meshes back to front, and the held texts between them.

mod marks;
mod overview;
mod relations;

use egui::{Color32, Painter, Pos2, Rect, Stroke, Ui, pos2, vec2};

use super::super::fonts::color32;
use super::super::look::{Look, faded};
use super::galleys::Galleys;
use super::mesh::MeshBuilder;
use super::span::{Inks, span};
use crate::record::EventIx;
use crate::scene::{self, Align, Ink, Scene, Segment, SegmentRow, TextLine};

/// How strong the stripe of one who only stood in is.
const ACTING: f32 = 0.45;

/// What a painting needs beside the scene.
pub struct Brush<'a> {
    /// Where to paint.
    pub ui: &'a Ui,
    /// The tokens.
    pub look: Look,
    /// Held texts.
    pub galleys: &'a mut Galleys,
    /// The canvas' top left corner on the screen.
    pub origin: Pos2,
    /// The mark under the pointer.
    pub hovered: Option<EventIx>,
    /// The pill under the pointer.
    pub hovered_cluster: Option<usize>,
}

impl Brush<'_> {
    /// Paints everything but the tone strip's dots.
    pub fn scene(&mut self, scene: &Scene) {
        self.ground(scene);
        self.axis(scene);
        for row in scene.calendar.iter().chain(&scene.bands) {
            self.segments(row);
        }
        self.lanes(scene);
        if let Some(overview) = &scene.overview {
            self.overview(overview);
        }
    }

    fn place(&self, point: scene::Point) -> Pos2 {
        self.origin + vec2(point.x, point.y)
    }

    fn rect(&self, rect: scene::Rect) -> Rect {
        Rect::from_min_max(
            self.origin + vec2(rect.left, rect.top),
            self.origin + vec2(rect.right, rect.bottom),
        )
    }

    /// A hairline's place: the middle of a pixel.
    fn crisp(&self, value: f32) -> f32 {
        let scale = self.ui.pixels_per_point();
        ((value * scale).floor() + 0.5) / scale
    }

    fn clipped(&self, rect: scene::Rect) -> Painter {
        self.ui
            .painter()
            .with_clip_rect(self.rect(rect).intersect(self.ui.clip_rect()))
    }

    fn ink(&self, ink: Ink) -> crate::theme::Rgb {
        let colors = self.look.colors();
        match ink {
            Ink::Strong => colors.ink,
            Ink::Muted => colors.muted,
            Ink::Accent => colors.accent,
        }
    }

    fn text(&mut self, painter: &Painter, line: &TextLine) {
        if line.alpha <= 0.01 || line.max_width <= 0.0 {
            return;
        }
        let galley = self.galleys.get(self.ui, &self.look, line);
        let size = galley.size();
        let anchor = self.place(line.anchor);
        let x = match line.align {
            Align::Left => anchor.x,
            Align::Centre => anchor.x - size.x / 2.0,
            Align::Right => anchor.x - size.x,
        };
        let scale = self.ui.pixels_per_point();
        // Text on whole pixels stays sharp while the canvas moves.
        let at = pos2(
            (x * scale).round() / scale,
            ((anchor.y - size.y / 2.0) * scale).round() / scale,
        );
        let color = faded(self.ink(line.ink), line.alpha);
        painter.galley_with_override_text_color(at, galley, color);
    }

    fn ground(&mut self, scene: &Scene) {
        let colors = self.look.colors();
        let layout = &scene.layout;
        let painter = self.ui.painter();
        painter.rect_filled(self.rect(layout.canvas), 0.0, color32(colors.paper));
        let plot = self.rect(layout.plot());
        let mut mesh = MeshBuilder::new(self.ui.pixels_per_point());
        for tick in &scene.axis.lines {
            let x = self.crisp(self.origin.x + tick.x);
            if x < plot.left() || x > plot.right() {
                continue;
            }
            let width = 1.0 / self.ui.pixels_per_point();
            let axis = self.rect(layout.axis);
            let short = if tick.major { 10.0 } else { 5.0 };
            let line = |top: f32, bottom: f32| {
                Rect::from_min_max(pos2(x - width / 2.0, top), pos2(x + width / 2.0, bottom))
            };
            let color = if tick.major { colors.tick } else { colors.soft };
            mesh.rect(
                line(axis.bottom() - short, axis.bottom()),
                faded(color, tick.alpha),
            );
            if tick.major {
                mesh.rect(
                    line(plot.top(), plot.bottom()),
                    faded(colors.grid, tick.alpha),
                );
            }
        }
        painter.add(mesh.finish());
        if let Some(today) = scene.today_x {
            let x = self.crisp(self.origin.x + today);
            if plot.x_range().contains(x) {
                let stroke = Stroke::new(self.look.sizes().stroke, color32(colors.today));
                painter.vline(x, plot.y_range(), stroke);
            }
        }
    }

    fn axis(&mut self, scene: &Scene) {
        let layout = scene.layout;
        let clip = scene::Rect {
            left: layout.header.right,
            right: layout.canvas.right,
            ..layout.axis
        };
        let painter = self.clipped(clip);
        for line in scene.axis.upper.iter().chain(&scene.axis.lower) {
            self.text(&painter, line);
        }
        let y = self.crisp(self.origin.y + layout.lanes.top);
        let x = self.rect(layout.canvas).x_range();
        self.ui
            .painter()
            .hline(x, y, Stroke::new(1.0, color32(self.look.colors().line)));
    }

    fn segments(&mut self, row: &SegmentRow) {
        let colors = self.look.colors();
        let painter = self.clipped(row.rect);
        let mut mesh = MeshBuilder::new(self.ui.pixels_per_point());
        for segment in &row.segments {
            let fill = if segment.odd {
                colors.band
            } else {
                colors.band_strong
            };
            let strength = if segment.acting { ACTING } else { 1.0 };
            self.segment(&mut mesh, segment, faded(fill, strength));
        }
        painter.add(mesh.finish());
        for label in row
            .segments
            .iter()
            .filter_map(|segment| segment.label.as_ref())
        {
            self.text(&painter, label);
        }
        let all = self.ui.painter().clone();
        self.text(&all, &row.title);
    }

    fn segment(&self, mesh: &mut MeshBuilder, segment: &Segment, fill: Color32) {
        let gap = 0.5;
        let mut rect = self.rect(segment.rect);
        rect.max.x = (rect.max.x - gap).max(rect.min.x + 1.0);
        span(
            mesh,
            rect,
            self.look.sizes().corner_small,
            Inks { fill, tip: fill },
            (segment.start, segment.end),
        );
    }

    fn lanes(&mut self, scene: &Scene) {
        let colors = self.look.colors();
        let painter = self.clipped(scene.layout.lanes);
        for lane in &scene.lanes {
            let y = self.crisp(self.origin.y + lane.rect.bottom);
            let x = self.rect(lane.rect).x_range();
            painter.hline(x, y, Stroke::new(1.0, color32(colors.line)));
            self.text(&painter, &lane.title);
            self.text(&painter, &lane.subtitle);
            if let Some(pill) = &lane.running {
                self.cluster(&painter, pill, false);
            }
        }
        let plot = self.clipped(scene.layout.plot());
        self.arcs(&plot, scene);
        self.marks(&plot, scene);
        for (at, cluster) in scene.clusters.iter().enumerate() {
            self.cluster(&plot, cluster, self.hovered_cluster == Some(at));
        }
        for arc in &scene.arcs {
            if let Some(pill) = arc.pill {
                self.pill(&plot, pill, &arc.label);
            }
        }
        for arrow in &scene.edge_arrows {
            self.pill(&plot, arrow.rect, &arrow.label);
            self.edge_head(&plot, arrow);
        }
    }
}
