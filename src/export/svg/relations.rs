//! Arcs between related events, and arrows to those that are not in the picture.

use std::fmt::Write as _;

use super::Painter;
use super::write::At;
use crate::scene::{Arc, EdgeArrow, Point, Side};

/// Length of an arrow head, at a desk.
const HEAD: f32 = 7.0;

impl Painter<'_> {
    /// Dashed curves with the relation's word.
    pub(super) fn arcs(&mut self) {
        let scene = self.scene;
        for arc in &scene.arcs {
            self.arc(arc);
        }
    }

    fn arc(&mut self, arc: &Arc) {
        let colors = &self.theme.colors;
        let [from, a, b, to] = arc.curve;
        let data = format!(
            "M{}C{} {} {}",
            At(from.x, from.y),
            At(a.x, a.y),
            At(b.x, b.y),
            At(to.x, to.y)
        );
        let dash = r#" stroke-dasharray="5 4""#;
        self.stroke(&data, colors.accent, self.theme.sizes.stroke, dash);
        self.head(b, to, HEAD * self.scale);
        if let Some(pill) = arc.pill {
            let stroke = self.theme.sizes.stroke;
            self.pill(pill, colors.panel, colors.accent, stroke);
            self.line(&arc.label);
        }
    }

    /// Arrows at the edges with what they lead to.
    pub(super) fn edge_arrows(&mut self) {
        let scene = self.scene;
        for arrow in &scene.edge_arrows {
            self.edge_arrow(arrow);
        }
    }

    fn edge_arrow(&mut self, arrow: &EdgeArrow) {
        let colors = &self.theme.colors;
        let length = HEAD * self.scale;
        self.pill(
            arrow.rect,
            colors.panel,
            colors.accent,
            self.theme.sizes.hairline,
        );
        let (dx, dy) = match arrow.side {
            Side::Left => (1.0, 0.0),
            Side::Right => (-1.0, 0.0),
            Side::Top => (0.0, 1.0),
            Side::Bottom => (0.0, -1.0),
        };
        let tail = Point::new(arrow.tip.x + dx * length, arrow.tip.y + dy * length);
        self.head(tail, arrow.tip, length);
        self.line(&arrow.label);
    }

    /// A filled head at `tip` that comes from `tail`.
    fn head(&mut self, tail: Point, tip: Point, length: f32) {
        let (dx, dy) = (tip.x - tail.x, tip.y - tail.y);
        let far = dx.hypot(dy);
        if far < 0.01 {
            return;
        }
        let (ux, uy) = (dx / far * length, dy / far * length);
        let side = |turn: f32| At(tip.x - ux - uy * turn, tip.y - uy + ux * turn);
        let fill = self.theme.colors.accent.to_css();
        let (a, b) = (side(0.5), side(-0.5));
        let _ = writeln!(
            self.out,
            r#"<path d="M{}L{a}L{b}Z" fill="{fill}"/>"#,
            At(tip.x, tip.y)
        );
    }
}
