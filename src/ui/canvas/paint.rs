//! Paints a scene: a few meshes back to front, and the held texts between them.

use egui::{Color32, Painter, Pos2, Rect, Stroke, Ui, Vec2, pos2, vec2};

use super::super::fonts::color32;
use super::super::look::{Look, faded, kind_color};
use super::galleys::Galleys;
use super::mesh::MeshBuilder;
use super::span::{Inks, span};
use crate::record::{EventIx, Kind};
use crate::scene::{
    self, Align, Cluster, EdgeArrow, Ink, Mark, MarkForm, Overview, Scene, Segment, SegmentRow,
    Side, SpanEdge, SpanReason, TextLine,
};

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

    /// The head of an edge arrow, as long as in a picture.
    fn edge_head(&self, painter: &Painter, arrow: &EdgeArrow) {
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

    fn pill(&mut self, painter: &Painter, rect: scene::Rect, label: &TextLine) {
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

    fn arcs(&mut self, painter: &Painter, scene: &Scene) {
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

    fn marks(&mut self, painter: &Painter, scene: &Scene) {
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
        let half = self.look.metrics().row_height / 2.0 - 1.0;
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

    fn cluster(&mut self, painter: &Painter, cluster: &Cluster, hovered: bool) {
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

    fn overview(&mut self, overview: &Overview) {
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
