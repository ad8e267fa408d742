//! Where a mark's label stands and how much room it has.
//!
//! Right of the mark as a rule; on the bar while its part in view has room; left of the mark near
//! the window's right edge; cut on the bar where nothing else is left. Up to the next mark, never over it, never out of the window.

use std::borrow::Cow;

use super::describe::doubt_words;
use super::lane_view::LaneView;
use super::pack::{Extent, Placed, Title, label_inside};
use super::{Align, Ink, Mark, MarkForm, Point, SpanReason, TextLine, TextRole};
use crate::date::{EdgeKind, Precision};
use crate::record::EventHead;

/// Space kept free between a label and the window's edge.
const EDGE: f32 = 4.0;

/// What the next mark of a row needs.
pub struct Next {
    /// Where its room begins, its label included when that stands left.
    left: f32,
    /// Where its mark begins.
    mark: f32,
    /// The least label it would take left of it, when right of it is no room; 0 otherwise.
    needs_left: f32,
    /// It is served before the labels left of it.
    first: bool,
}

impl Next {
    pub fn of(view: &LaneView, item: &Placed) -> Self {
        let m = view.metrics;
        let extent = view.extent_of(item);
        // The selected one takes what it needs; the labels before it give way.
        let selected = view.selected == Some(item.event);
        let (least, claimed) = if selected {
            let width = view.selected_title(item).width.min(m.label_width_free);
            (width, item.claimed.max(width))
        } else {
            (item.title.width.min(m.label_width_least), item.claimed)
        };
        let in_view = extent.left < view.plot.right;
        let right_room = view.labels_end - EDGE - extent.right - m.label_gap;
        let inside = label_inside(&extent, item.title.width, m);
        Self {
            left: if item.to_left {
                // As the layout reserved it.
                extent.left - m.label_gap - claimed - (m.foreign_margin - m.label_margin)
            } else {
                extent.left
            },
            mark: extent.left,
            needs_left: if in_view && right_room < least && !inside {
                least + m.label_gap + m.foreign_margin
            } else {
                0.0
            },
            first: selected,
        }
    }
}

/// Labels fade while their mark leaves the window at the left.
pub fn fade(view: &LaneView, extent: &Extent) -> f32 {
    if extent.is_point() {
        let inside = f32::midpoint(extent.left, extent.right) + extent.radius - view.plot.left;
        (inside / (extent.radius * 2.0)).clamp(0.0, 1.0)
    } else {
        1.0
    }
}

/// Where a label stands and the most it may take.
pub struct Room {
    /// Its left or right end.
    pub anchor: f32,
    /// Which.
    pub align: Align,
    /// Points it may take.
    pub width: f32,
}

pub fn room(
    view: &LaneView,
    title: &Title,
    to_left: bool,
    extent: &Extent,
    taken: f32,
    next: Option<&Next>,
) -> Option<Room> {
    let m = view.metrics;
    let least = title.width.min(m.label_width_least);
    let seen = Extent {
        left: extent.left.max(view.plot.left),
        right: extent.right.min(view.plot.right),
        ..*extent
    };
    // On the bar, as long as its part in view has room.
    if !extent.is_point() && label_inside(&seen, title.width, m) {
        let anchor = seen.left + extent.radius * 2.0 + m.label_gap;
        return Some(Room {
            anchor,
            align: Align::Left,
            width: seen.right - anchor - m.label_gap,
        });
    }
    let right_of = || {
        let anchor = extent.right + m.label_gap;
        let mut end = view.labels_end - EDGE;
        if let Some(next) = next {
            end = end.min(next.left - m.label_margin);
            // What the next mark needs is left to it, unless this label then has too little.
            let shared = next.mark - next.needs_left - m.label_margin;
            let enough = next.first || shared - anchor >= title.width.min(m.label_width);
            if next.needs_left > 0.0 && enough {
                end = end.min(shared);
            }
        }
        let width = (end - anchor).min(m.label_width_free);
        (width >= least && anchor >= view.plot.left).then_some(Room {
            anchor,
            align: Align::Left,
            width,
        })
    };
    let left_of = || {
        let anchor = extent.left - m.label_gap;
        let begin = (taken + m.foreign_margin).max(view.plot.left + EDGE);
        let width = (anchor - begin).min(m.label_width_free);
        (width >= least && anchor <= view.plot.right).then_some(Room {
            anchor,
            align: Align::Right,
            width,
        })
    };
    // Better cut on the bar than not at all.
    let on_it = || {
        let anchor = seen.left + extent.radius * 2.0 + m.label_gap;
        let width = seen.right - anchor - m.label_gap;
        (!extent.is_point() && width >= least).then_some(Room {
            anchor,
            align: Align::Left,
            width,
        })
    };
    let beside = if to_left {
        left_of().or_else(right_of)
    } else {
        right_of().or_else(left_of)
    };
    beside.or_else(on_it)
}

/// How exact the date is, in words after the label, where a mark is as wide as its imprecision.
pub fn note(
    view: &LaneView,
    head: &EventHead,
    mark: &Mark,
    title: &Title,
    room: f32,
) -> Option<TextLine> {
    let MarkForm::Span {
        reason: SpanReason::Precision(precision),
        ..
    } = mark.form
    else {
        return None;
    };
    if precision <= Precision::Day && !is_doubtful(head) {
        return None;
    }
    let label = mark.label.as_ref()?;
    let exact = view.precision_words(precision);
    let text: Cow<str> = match doubt_words(head.flags, view.language) {
        Some(doubt) => format!("{exact}, {doubt}").into(),
        None => exact.into(),
    };
    let width = view.widths.of(&text, TextRole::MarkNote, view.language);
    let gap = view.metrics.label_gap;
    if label.align != Align::Left || title.width + gap + width > room {
        return None;
    }
    Some(TextLine {
        text: text.as_ref().into(),
        role: TextRole::MarkNote,
        ink: Ink::Muted,
        language: view.language,
        anchor: Point::new(label.right() + gap, label.anchor.y),
        align: Align::Left,
        max_width: width,
        alpha: label.alpha,
    })
}

fn is_doubtful(head: &EventHead) -> bool {
    head.start_edge == EdgeKind::Fuzzy || head.end_edge == EdgeKind::Fuzzy
}
