//! Titles make way for the arrows at the plot's edges, so that no word is cut through.

use super::arc_words::room_of;
use super::{Align, EdgeArrow, Mark, MarkForm, Metrics, Rect, Scene, TextLine};

/// Shortens, moves or leaves out what an arrow would lie on.
pub fn make_way(scene: &mut Scene, metrics: &Metrics) {
    let Scene {
        edge_arrows, marks, ..
    } = scene;
    for arrow in edge_arrows.iter() {
        let taken = arrow.rect.grown(metrics.label_gap);
        for mark in marks.iter_mut() {
            of_mark(mark, arrow, &taken, metrics);
        }
    }
}

fn of_mark(mark: &mut Mark, arrow: &EdgeArrow, taken: &Rect, metrics: &Metrics) {
    let meets = |line: &TextLine| room_of(line, metrics).overlaps(&arrow.rect);
    if mark.note.as_ref().is_some_and(meets) {
        mark.note = None;
    }
    let Some(label) = mark.label.as_ref().filter(|label| meets(label)) else {
        return;
    };
    let is_point = matches!(mark.form, MarkForm::Point { .. });
    let least = label.max_width.min(metrics.label_width_least);
    // Where the words begin and end when they keep out of the arrow.
    let (left, right) = if taken.left > label.left() {
        (label.left(), label.right().min(taken.left))
    } else {
        (label.left().max(taken.right), label.right())
    };
    // Words go with their mark: those of a bar may stand anywhere beside its end in view.
    let moves = left > label.left() && label.align == Align::Left;
    mark.label = (right - left >= least && !(moves && is_point)).then(|| {
        let mut label = label.clone();
        label.max_width = right - left;
        label.anchor.x = match label.align {
            Align::Left => left,
            Align::Centre => f32::midpoint(left, right),
            Align::Right => right,
        };
        label
    });
    if moves || mark.label.is_none() {
        mark.note = None;
    }
}
