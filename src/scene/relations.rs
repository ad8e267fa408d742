//! Arcs from the selected event to its relatives, and arrows to those off screen.

use super::lanes::relation_name;
use super::measure::Widths;
use super::{
    Align, Arc, EdgeArrow, Ink, Mark, MarkPlace, Point, Rect, Side, TextLine, TextRole, Viewport,
};
use crate::date::Language;
use crate::index::{Index, reach};
use crate::record::{EventIx, Link, Timeline};

/// What relations are drawn with.
pub struct RelationRequest<'a> {
    /// The record.
    pub timeline: &'a Timeline,
    /// Its columns.
    pub index: &'a Index,
    /// The window of time.
    pub viewport: Viewport,
    /// The lanes' part right of the header column.
    pub plot: Rect,
    /// The selected event.
    pub selected: EventIx,
    /// Marks in view.
    pub marks: &'a [Mark],
    /// For each of the index' lanes where its last row stands on the canvas; `None` when hidden.
    pub overflow_y: &'a [Option<f32>],
    /// Language of words.
    pub language: Language,
    /// Widths of words.
    pub widths: &'a Widths<'a>,
}

/// Both directions, what the selected event itself names first.
pub fn links_of(timeline: &Timeline, event: EventIx) -> Vec<Link> {
    let mut links = timeline.relations_from(event).to_vec();
    links.extend_from_slice(timeline.relations_to(event));
    links.retain(|link| link.from != link.to);
    links
}

/// Arcs and edge arrows.
pub fn relations(request: &RelationRequest) -> (Vec<Arc>, Vec<EdgeArrow>) {
    let mut arcs = Vec::new();
    let mut arrows: Vec<EdgeArrow> = Vec::new();
    let from = place(request, request.selected);
    for link in links_of(request.timeline, request.selected) {
        let other = if link.from == request.selected {
            link.to
        } else {
            link.from
        };
        let to = place(request, other);
        match (from.seen, to.seen) {
            (Some(here), Some(there)) => {
                let outgoing = link.from == request.selected;
                let ends = if outgoing {
                    (here, there)
                } else {
                    (there, here)
                };
                arcs.push(arc(request, link, other, ends, &arcs));
            }
            _ => arrows.push(arrow(request, link, other, &from, &to, &arrows)),
        }
    }
    (arcs, arrows)
}

/// Where an event is: on screen, or in which direction.
struct Place {
    seen: Option<Point>,
    x: f32,
    y: Option<f32>,
}

fn place(request: &RelationRequest, event: EventIx) -> Place {
    let plot = request.plot;
    let Some(head) = request.timeline.heads().get(event.index()) else {
        return Place {
            seen: None,
            x: plot.left,
            y: None,
        };
    };
    let mark = request
        .marks
        .iter()
        .filter(|mark| mark.event == event)
        .max_by_key(|mark| mark.place != MarkPlace::Overflow);
    let (start, end) = reach(head);
    let clear = |second: i64, otherwise: i64| {
        if second == i64::MIN || second == i64::MAX {
            otherwise
        } else {
            second
        }
    };
    let middle = f64::midpoint(
        clear(start, head.end.0) as f64,
        clear(end, head.start.0) as f64,
    );
    let x = plot.left + request.viewport.x_of(middle);
    let lanes = request.index.lanes_of(head);
    let y = lanes
        .iter()
        .find_map(|&lane| request.overflow_y.get(usize::from(lane)).copied().flatten());
    let at = mark.map_or_else(|| y.map(|y| Point::new(x, y)), |mark| Some(mark.centre));
    Place {
        seen: at.filter(|&at| plot.contains(at)),
        x: at.map_or(x, |at| at.x),
        y: at.map(|at| at.y),
    }
}

fn arc(
    request: &RelationRequest,
    link: Link,
    other: EventIx,
    (start, end): (Point, Point),
    others: &[Arc],
) -> Arc {
    let plot = request.plot;
    let across = (end.x - start.x).abs();
    // A wide arc rises high, a narrow one stays near its marks; both stay inside the plot.
    let rise = (across * 0.18 + 24.0).min(140.0);
    let top = start.y.min(end.y) - rise;
    let crest = top.max(plot.top - 24.0);
    let lean = (end.x - start.x) * 0.25;
    let curve = [
        start,
        Point::new(start.x + lean, crest),
        Point::new(end.x - lean, crest),
        end,
    ];
    let text = relation_name(link.kind, request.language);
    let role = TextRole::ArcLabel;
    let width = request.widths.of(text, role, request.language);
    let mut middle = at(&curve, 0.5);
    // Words of several arcs do not lie on each other.
    let pill_at = |middle: Point| {
        Rect::new(
            middle.x - width / 2.0 - 10.0,
            middle.y - 9.0,
            middle.x + width / 2.0 + 10.0,
            middle.y + 9.0,
        )
    };
    for share in [0.5, 0.35, 0.65, 0.25, 0.75] {
        middle = at(&curve, share);
        if !others.iter().any(|arc| arc.pill.overlaps(&pill_at(middle))) {
            break;
        }
    }
    Arc {
        link,
        other,
        curve,
        label: TextLine {
            text: text.into(),
            role,
            ink: Ink::Accent,
            language: request.language,
            anchor: middle,
            align: Align::Centre,
            max_width: width,
            alpha: 1.0,
        },
        pill: pill_at(middle),
    }
}

/// The point of a cubic curve at a share of its way.
pub fn at(curve: &[Point; 4], share: f32) -> Point {
    let (t, u) = (share, 1.0 - share);
    let weights = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
    let mut point = Point::default();
    for (weight, control) in weights.iter().zip(curve) {
        point.x += weight * control.x;
        point.y += weight * control.y;
    }
    point
}

/// Height of an edge arrow's pill.
const ARROW_HEIGHT: f32 = 20.0;
/// Most of the width an arrow's words may take.
const ARROW_WIDTH: f32 = 220.0;

fn arrow(
    request: &RelationRequest,
    link: Link,
    target: EventIx,
    from: &Place,
    to: &Place,
    others: &[EdgeArrow],
) -> EdgeArrow {
    let plot = request.plot;
    // When the selected event itself is out of view, its relatives' arrows lead the way as well.
    let side = if to.x < plot.left {
        Side::Left
    } else if to.x > plot.right {
        Side::Right
    } else if to.y.is_some_and(|y| y < plot.top) {
        Side::Top
    } else if to.y.is_some_and(|y| y > plot.bottom) {
        Side::Bottom
    } else if to.x < from.x {
        Side::Left
    } else {
        Side::Right
    };
    let title = request.timeline.title(target, request.language);
    let text = format!("{} · {title}", relation_name(link.kind, request.language));
    let role = TextRole::ArcLabel;
    let width = request
        .widths
        .measure()
        .width_points(&text, role, request.language)
        .min(ARROW_WIDTH);
    let full = width + 34.0;
    let wanted_y = to.y.or(from.y).unwrap_or(plot.centre().y);
    let mut y = wanted_y.clamp(
        plot.top + ARROW_HEIGHT,
        (plot.bottom - ARROW_HEIGHT).max(plot.top + ARROW_HEIGHT),
    );
    if side == Side::Top {
        y = plot.top + ARROW_HEIGHT / 2.0 + 2.0;
    } else if side == Side::Bottom {
        y = plot.bottom - ARROW_HEIGHT / 2.0 - 2.0;
    }
    let rect_at = |y: f32| {
        let left = match side {
            Side::Left => plot.left + 4.0,
            Side::Right => plot.right - 4.0 - full,
            Side::Top | Side::Bottom => (to.x - full / 2.0).clamp(
                plot.left + 4.0,
                (plot.right - full - 4.0).max(plot.left + 4.0),
            ),
        };
        Rect::new(
            left,
            y - ARROW_HEIGHT / 2.0,
            left + full,
            y + ARROW_HEIGHT / 2.0,
        )
    };
    // Arrows to the same side stand under each other.
    let upwards = side == Side::Bottom || y > plot.centre().y;
    for _ in 0..others.len() {
        if !others.iter().any(|arrow| arrow.rect.overlaps(&rect_at(y))) {
            break;
        }
        y += if upwards {
            -ARROW_HEIGHT - 2.0
        } else {
            ARROW_HEIGHT + 2.0
        };
    }
    let rect = rect_at(y);
    let centre = rect.centre();
    let (tip, text_left) = match side {
        Side::Left => (Point::new(rect.left + 4.0, y), rect.left + 22.0),
        Side::Right => (Point::new(rect.right - 4.0, y), rect.left + 12.0),
        Side::Top => (Point::new(centre.x, rect.top), rect.left + 17.0),
        Side::Bottom => (Point::new(centre.x, rect.bottom), rect.left + 17.0),
    };
    EdgeArrow {
        link,
        target,
        side,
        tip,
        label: TextLine {
            text: text.into(),
            role,
            ink: Ink::Accent,
            language: request.language,
            anchor: Point::new(text_left, y),
            align: Align::Left,
            max_width: width,
            alpha: 1.0,
        },
        rect,
    }
}
