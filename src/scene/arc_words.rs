//! The words on arcs: where they lie on nothing that is read.

use super::relations::{RelationRequest, at, importance};
use super::{Arc, EdgeArrow, Metrics, Point, Rect, TextLine};
use crate::record::Link;

/// Arcs whose word is tried for, the most important relatives first.
const MOST_WORDS: usize = 24;
/// Nearer than this, in rows of a lane, one word of a kind and direction speaks for all its arcs.
const SAME_WORD: f32 = 10.0;
/// Height of an arc's pill, in heights of an edge arrow.
const PILL: f32 = 0.9;

/// The room a line of text takes.
pub(super) fn room_of(line: &TextLine, metrics: &Metrics) -> Rect {
    let (y, half) = (line.anchor.y, metrics.row_height * 0.35);
    Rect::new(line.left(), y - half, line.right(), y + half)
}

/// Gives the arcs their words where these lie on nothing that is read: not on each other, not on
/// a label, a pill or an arrow. A curve without its word still stands.
pub(super) fn words(request: &RelationRequest, arcs: &mut [Arc], arrows: &[EdgeArrow]) {
    let plot = request.plot;
    let height = request.metrics.arrow_height * PILL;
    let apart = request.metrics.row_height * SAME_WORD;
    let mut taken: Vec<Rect> = arrows.iter().map(|arrow| arrow.rect.grown(2.0)).collect();
    taken.extend(request.clusters.iter().map(|pill| pill.rect));
    for mark in request.marks {
        for line in [&mark.label, &mark.note].into_iter().flatten() {
            taken.push(room_of(line, request.metrics));
        }
        if mark.selected {
            let (y, half) = (mark.centre.y, request.metrics.row_height / 2.0);
            let pill = mark.pill();
            taken.push(Rect::new(pill.left, y - half, pill.right, y + half));
        }
    }
    let mut order: Vec<usize> = (0..arcs.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(importance(request, arcs[at].other)));
    let mut said: Vec<(Link, Point)> = Vec::new();
    for position in order.into_iter().take(MOST_WORDS) {
        let arc = &mut arcs[position];
        let half = arc.label.max_width / 2.0 + height * 0.55;
        if plot.width() < half * 2.0 || plot.height() < height {
            continue;
        }
        let outgoing = arc.link.from == request.selected;
        let free = [0.5, 0.35, 0.65, 0.25, 0.75].into_iter().find_map(|share| {
            let on = at(&arc.curve, share);
            let middle = Point::new(
                on.x.max(plot.left + half).min(plot.right - half),
                on.y.max(plot.top + height / 2.0)
                    .min(plot.bottom - height / 2.0),
            );
            let pill = Rect::new(
                middle.x - half,
                middle.y - height / 2.0,
                middle.x + half,
                middle.y + height / 2.0,
            );
            let told = said.iter().any(|(link, there)| {
                link.kind == arc.link.kind
                    && (link.from == request.selected) == outgoing
                    && (there.x - middle.x).hypot(there.y - middle.y) < apart
            });
            let covered = taken.iter().any(|other| other.overlaps(&pill));
            (!told && !covered).then_some((middle, pill))
        });
        if let Some((middle, pill)) = free {
            arc.label.anchor = middle;
            arc.pill = Some(pill);
            taken.push(pill.grown(2.0));
            said.push((arc.link, middle));
        }
    }
}
