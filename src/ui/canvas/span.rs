//! A bar on the canvas: spans of time, imprecise dates and terms of office, whose ends say how sure
//! they are.

use egui::{Color32, Rect, pos2};

use super::mesh::MeshBuilder;
use crate::scene::SpanEdge;

/// Points over which a fuzzy end fades.
const FADE_POINTS: f32 = 10.0;

/// The colours of a bar: of its body, and of the arrow at an end that is open.
#[derive(Clone, Copy)]
pub struct Inks {
    /// Of the body.
    pub fill: Color32,
    /// Of an arrow.
    pub tip: Color32,
}

/// A bar whose ends say what is known of them; ends that are sharp are round by `corner`.
pub fn span(
    mesh: &mut MeshBuilder,
    rect: Rect,
    corner: f32,
    inks: Inks,
    (start, end): (SpanEdge, SpanEdge),
) {
    let round = |edge| matches!(edge, SpanEdge::Sharp | SpanEdge::Beyond);
    if round(start) && round(end) {
        mesh.bar(rect, corner, inks.fill);
        return;
    }
    let left = rect.left() + span_end(mesh, rect, inks, start, Way::Left);
    let right = rect.right() - span_end(mesh, rect, inks, end, Way::Right);
    if right > left {
        // No soft edge: it would lie over the end's.
        let body = Rect::from_x_y_ranges(left..=right, rect.y_range());
        mesh.rect(body, inks.fill);
    }
}

/// Which end of a bar.
#[derive(Clone, Copy)]
enum Way {
    Left,
    Right,
}

/// Draws one end of a bar; returns how much of the bar it takes.
fn span_end(mesh: &mut MeshBuilder, rect: Rect, inks: Inks, edge: SpanEdge, side: Way) -> f32 {
    // Places count from the end inwards.
    let x = |inwards: f32| match side {
        Way::Left => rect.left() + inwards,
        Way::Right => rect.right() - inwards,
    };
    let strip = |from: f32, to: f32| {
        let (a, b) = (x(from), x(to));
        Rect::from_x_y_ranges(a.min(b)..=a.max(b), rect.y_range())
    };
    match edge {
        SpanEdge::Sharp | SpanEdge::Beyond => 0.0,
        SpanEdge::Fuzzy => {
            let fade = FADE_POINTS.min(rect.width() / 2.0);
            let (outer, inner) = (Color32::TRANSPARENT, inks.fill);
            let (left, right) = match side {
                Way::Left => (outer, inner),
                Way::Right => (inner, outer),
            };
            mesh.gradient(strip(0.0, fade), left, right);
            fade
        }
        SpanEdge::Open => {
            let (length, over) = (rect.height() * 0.9, rect.height() * 0.3);
            let tip = pos2(x(0.0), rect.center().y);
            let top = pos2(x(length), rect.top() - over);
            let bottom = pos2(x(length), rect.bottom() + over);
            // Clockwise, so that the soft edge is outside.
            let corners = match side {
                Way::Left => [tip, top, bottom],
                Way::Right => [tip, bottom, top],
            };
            mesh.triangle(corners, inks.tip);
            length
        }
        SpanEdge::Unknown => {
            mesh.rect(strip(0.0, 2.0), inks.fill);
            mesh.rect(strip(4.0, 6.0), inks.fill);
            8.0
        }
    }
}
