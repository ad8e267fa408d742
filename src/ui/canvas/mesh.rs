//! Shapes as one mesh: a mark costs a few dozen vertices and no tessellation.
//!
//! egui's tessellator smooths each shape at about 2 µs a rounded one; a canvas full of marks
//! would cost a frame. Here each outline gets the same one-pixel feather by hand.

use std::f32::consts::TAU;

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect, Vec2, pos2, vec2};

use crate::scene::Shape;
use crate::theme;

/// Corners of a circle; enough for a radius of 12 points at two pixels a point.
const CIRCLE_CORNERS: usize = 20;
/// Corners of a quarter of a bar's round end.
const QUARTER_CORNERS: usize = 4;

/// Corners closer than this, in points, are one.
const SAME_PLACE: f32 = 1e-3;

/// Collects filled outlines into one mesh.
#[derive(Default)]
pub struct MeshBuilder {
    mesh: Mesh,
    corners: Vec<Pos2>,
    /// Width of the soft edge in points: one pixel.
    feather: f32,
}

impl MeshBuilder {
    /// An empty mesh whose edges are one pixel soft.
    pub fn new(pixels_per_point: f32) -> Self {
        Self {
            mesh: Mesh::default(),
            corners: Vec::with_capacity(32),
            feather: 1.0 / pixels_per_point,
        }
    }

    /// The mesh, ready to paint.
    pub fn finish(self) -> Mesh {
        self.mesh
    }

    /// A filled mark of an outline, centred, as large as a circle of this radius looks.
    pub fn mark(&mut self, shape: Shape, centre: Pos2, radius: f32, fill: Color32) {
        self.outline(shape, centre, radius);
        self.fill(fill);
    }

    /// A mark's outline as a ring of this width around the radius.
    pub fn ring(&mut self, shape: Shape, centre: Pos2, radius: f32, width: f32, color: Color32) {
        self.outline(shape, centre, radius);
        self.stroke(width, color);
    }

    /// A rectangle with round corners.
    pub fn bar(&mut self, rect: Rect, radius: f32, fill: Color32) {
        self.rounded(rect, radius);
        self.fill(fill);
    }

    /// The edge of a rectangle with round corners.
    pub fn bar_edge(&mut self, rect: Rect, radius: f32, width: f32, color: Color32) {
        self.rounded(rect, radius);
        self.stroke(width, color);
    }

    /// A plain rectangle whose colour runs from the left one to the right one.
    pub fn gradient(&mut self, rect: Rect, left: Color32, right: Color32) {
        let first = self.mesh.vertices.len() as u32;
        for (at, color) in [
            (rect.left_top(), left),
            (rect.left_bottom(), left),
            (rect.right_top(), right),
            (rect.right_bottom(), right),
        ] {
            self.vertex(at, color);
        }
        self.mesh.add_triangle(first, first + 1, first + 2);
        self.mesh.add_triangle(first + 2, first + 1, first + 3);
    }

    /// A plain rectangle; edges stand on pixels, so it needs no feather.
    pub fn rect(&mut self, rect: Rect, fill: Color32) {
        self.gradient(rect, fill, fill);
    }

    /// A filled triangle.
    pub fn triangle(&mut self, corners: [Pos2; 3], fill: Color32) {
        self.corners.clear();
        self.corners.extend(corners);
        self.fill(fill);
    }

    fn outline(&mut self, shape: Shape, centre: Pos2, radius: f32) {
        self.corners.clear();
        let (reach, corners, first_turn) = match shape {
            Shape::Circle => (theme::Shape::Circle.reach(), CIRCLE_CORNERS, 0.0),
            Shape::SmallCircle => (theme::Shape::SmallCircle.reach(), CIRCLE_CORNERS, 0.0),
            Shape::Diamond => (theme::Shape::Diamond.reach(), 4, 0.0),
            // A corner up; screens count y downwards.
            Shape::Triangle => (theme::Shape::Triangle.reach(), 3, -0.25),
        };
        self.corners.extend((0..corners).map(|corner| {
            let turn = first_turn + corner as f32 / corners as f32;
            centre + radius * reach * Vec2::angled(turn * TAU)
        }));
    }

    fn rounded(&mut self, rect: Rect, radius: f32) {
        let radius = radius
            .min(rect.width() / 2.0)
            .min(rect.height() / 2.0)
            .max(0.0);
        self.corners.clear();
        let middles = [
            (rect.right() - radius, rect.top() + radius),
            (rect.right() - radius, rect.bottom() - radius),
            (rect.left() + radius, rect.bottom() - radius),
            (rect.left() + radius, rect.top() + radius),
        ];
        for (quarter, (x, y)) in middles.into_iter().enumerate() {
            for corner in 0..=QUARTER_CORNERS {
                let turn = (quarter as f32 - 1.0) + corner as f32 / QUARTER_CORNERS as f32;
                self.corner(pos2(x, y) + radius * Vec2::angled(turn * TAU / 4.0));
            }
        }
        let (first, last) = (self.corners.first(), self.corners.last());
        let closes = first
            .zip(last)
            .is_some_and(|(a, b)| a.distance(*b) < SAME_PLACE);
        if closes && self.corners.len() > 1 {
            self.corners.pop();
        }
    }

    /// Adds a corner, unless it stands on the one before: two on one place would be moved apart for
    /// the soft edge, and the slivers between them would show as dashes through the fill.
    fn corner(&mut self, at: Pos2) {
        let twice = |last: &Pos2| last.distance(at) < SAME_PLACE;
        if !self.corners.last().is_some_and(twice) {
            self.corners.push(at);
        }
    }

    /// Fills the corners, which go clockwise, with a soft edge half inside and half outside.
    fn fill(&mut self, fill: Color32) {
        let count = self.corners.len() as u32;
        if count < 3 {
            return;
        }
        let half = self.feather / 2.0;
        let first = self.mesh.vertices.len() as u32;
        for at in 0..self.corners.len() {
            let outwards = self.outwards(at);
            let corner = self.corners[at];
            self.vertex(corner - half * outwards, fill);
            self.vertex(corner + half * outwards, Color32::TRANSPARENT);
        }
        for at in 0..count {
            let next = (at + 1) % count;
            let (inner, outer) = (first + 2 * at, first + 2 * at + 1);
            let (next_inner, next_outer) = (first + 2 * next, first + 2 * next + 1);
            self.mesh.add_triangle(inner, outer, next_inner);
            self.mesh.add_triangle(next_inner, outer, next_outer);
            if at >= 1 && next != 0 {
                self.mesh.add_triangle(first, inner, next_inner);
            }
        }
    }

    /// Draws a line of this width around the corners, outside them.
    fn stroke(&mut self, width: f32, color: Color32) {
        let count = self.corners.len() as u32;
        if count < 3 {
            return;
        }
        let half = self.feather / 2.0;
        let first = self.mesh.vertices.len() as u32;
        let rings = [
            (-half, Color32::TRANSPARENT),
            (half, color),
            (width - half, color),
            (width + half, Color32::TRANSPARENT),
        ];
        for at in 0..self.corners.len() {
            let outwards = self.outwards(at);
            let corner = self.corners[at];
            for (reach, color) in rings {
                self.vertex(corner + reach * outwards, color);
            }
        }
        for at in 0..count {
            let next = (at + 1) % count;
            for ring in 0..3 {
                let (a, b) = (first + 4 * at + ring, first + 4 * next + ring);
                self.mesh.add_triangle(a, a + 1, b);
                self.mesh.add_triangle(b, a + 1, b + 1);
            }
        }
    }

    /// The direction away from the outline at a corner, as long as it must be for both edges to
    /// move by one.
    fn outwards(&self, at: usize) -> Vec2 {
        let count = self.corners.len();
        let (before, here, after) = (
            self.corners[(at + count - 1) % count],
            self.corners[at],
            self.corners[(at + 1) % count],
        );
        let normal = |edge: Vec2| vec2(edge.y, -edge.x).normalized();
        let (a, b) = (normal(here - before), normal(after - here));
        // Two corners on one place have no edge between them: the other edge decides alone.
        let (a, b) = (
            if a == Vec2::ZERO { b } else { a },
            if b == Vec2::ZERO { a } else { b },
        );
        let sum = a + b;
        let length = sum.length_sq();
        if length < 0.05 { a } else { 2.0 * sum / length }
    }

    fn vertex(&mut self, pos: Pos2, color: Color32) {
        self.mesh.vertices.push(Vertex {
            pos,
            uv: WHITE_UV,
            color,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_of_a_bar_is_painted_twice() {
        for radius in [0.0, 4.0, 10.0] {
            let mut builder = MeshBuilder::new(1.0);
            let rect = Rect::from_min_size(pos2(3.0, 4.0), vec2(90.0, 8.0));
            builder.bar(rect, radius, Color32::WHITE);
            let mesh = builder.finish();
            let at = |index: u32| mesh.vertices[index as usize].pos;
            let (mut there, mut back) = (0.0_f32, 0.0_f32);
            for corners in mesh.indices.chunks(3) {
                let first = at(corners[0]);
                let (b, c) = (at(corners[1]) - first, at(corners[2]) - first);
                let area = b.x * c.y - b.y * c.x;
                there += area.max(0.0);
                back += (-area).max(0.0);
            }
            let (whole, folded) = (there.max(back), there.min(back));
            assert!(
                folded < whole * 1e-3,
                "radius {radius}: {folded} of {whole} is folded back"
            );
        }
    }

    fn grown(mesh: &Mesh) -> Rect {
        mesh.vertices.iter().fold(Rect::NOTHING, |all, vertex| {
            all.union(Rect::from_pos(vertex.pos))
        })
    }

    #[test]
    fn a_mark_is_as_large_as_its_radius_and_one_pixel_of_softness() {
        let mut builder = MeshBuilder::new(1.0);
        builder.mark(Shape::Circle, pos2(10.0, 10.0), 5.0, Color32::WHITE);
        let bounds = grown(&builder.finish());
        assert!((bounds.width() - 11.0).abs() < 0.2, "{bounds:?}");
    }

    #[test]
    fn every_shape_is_a_valid_mesh() {
        for shape in [
            Shape::Circle,
            Shape::SmallCircle,
            Shape::Diamond,
            Shape::Triangle,
        ] {
            let mut builder = MeshBuilder::new(2.0);
            builder.mark(shape, Pos2::ZERO, 6.0, Color32::WHITE);
            builder.ring(shape, Pos2::ZERO, 8.0, 2.0, Color32::WHITE);
            let mesh = builder.finish();
            assert!(mesh.is_valid());
            assert!(!mesh.is_empty());
        }
    }

    #[test]
    fn a_bar_thinner_than_its_corners_stays_within_itself() {
        let mut builder = MeshBuilder::new(1.0);
        let rect = Rect::from_min_size(pos2(3.0, 4.0), vec2(2.0, 8.0));
        builder.bar(rect, 5.0, Color32::WHITE);
        let mesh = builder.finish();
        assert!(mesh.is_valid());
        assert!(
            rect.expand(0.8).contains_rect(grown(&mesh)),
            "{:?}",
            grown(&mesh)
        );
    }

    #[test]
    fn outlines_point_outwards() {
        let mut builder = MeshBuilder::new(1.0);
        for shape in [Shape::Circle, Shape::Diamond, Shape::Triangle] {
            builder.outline(shape, Pos2::ZERO, 10.0);
            for at in 0..builder.corners.len() {
                let corner = builder.corners[at].to_vec2();
                assert!(builder.outwards(at).dot(corner) > 0.0, "{shape:?} {at}");
            }
        }
    }
}
