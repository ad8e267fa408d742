//! Arcs from the selected event to its relatives, and arrows to those off screen.

use std::cell::RefCell;
use std::collections::HashMap;

use super::arc_words::words;
use super::edge_arrows::{ArrowWords, Away, edge_arrows};
use super::lanes::relation_seen_from;
use super::measure::Widths;
use super::pill::Edges;
use super::{
    Align, Arc, Cluster, EdgeArrow, Ink, Mark, MarkPlace, Metrics, Point, Rect, Side, TextLine,
    TextRole, Viewport,
};
use crate::date::Language;
use crate::index::{Index, reach};
use crate::record::{EventIx, Link, Timeline};

/// Of more relatives in view the most important have an arc: more would be one blue mass. The panel
/// lists them.
const MOST_ARCS: usize = 120;
/// An arc stays so far inside the plot.
const INSIDE: f32 = 2.0;

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
    /// Pills in view.
    pub clusters: &'a [Cluster],
    /// For each of the index' lanes where its last row stands on the canvas; `None` when hidden.
    pub overflow_y: &'a [Option<f32>],
    /// Room for arrows at the edges; none in a plot that is too small for any.
    pub edges: Option<Edges>,
    /// Arrows that stand already.
    pub arrows: &'a [EdgeArrow],
    /// What arrows said before.
    pub arrow_words: &'a RefCell<ArrowWords>,
    /// Sizes.
    pub metrics: &'a Metrics,
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
    let mut marks: HashMap<EventIx, &Mark> = HashMap::new();
    for mark in request.marks {
        let known = marks.entry(mark.event).or_insert(mark);
        if known.place == MarkPlace::Overflow {
            *known = mark;
        }
    }
    let mut seen = Vec::new();
    let mut away = Vec::new();
    let from = place(request, &marks, request.selected);
    for link in links_of(request.timeline, request.selected) {
        let other = if link.from == request.selected {
            link.to
        } else {
            link.from
        };
        let to = place(request, &marks, other);
        match (from.seen, to.seen) {
            (Some(here), Some(there)) => {
                let outgoing = link.from == request.selected;
                let ends = if outgoing {
                    (here, there)
                } else {
                    (there, here)
                };
                seen.push((link, other, ends));
            }
            // One in view needs no arrow, also while the selected event itself is away.
            (None, Some(_)) => {}
            (_, None) => away.push(Away {
                link,
                target: other,
                importance: importance(request, other),
                side: side(&request.plot, &from, &to),
                x: to.x,
                y: to.y.or(from.y).unwrap_or(request.plot.centre().y),
                stands_for: 1,
            }),
        }
    }
    if seen.len() > MOST_ARCS {
        seen.sort_by_key(|(_, other, _)| std::cmp::Reverse(importance(request, *other)));
        seen.truncate(MOST_ARCS);
    }
    let arcs = seen.into_iter();
    let mut arcs: Vec<Arc> = arcs
        .map(|(link, other, ends)| arc(request, link, other, ends))
        .collect();
    let arrows = request.edges.map_or_else(Vec::new, |edges| {
        edge_arrows(request, &edges, away, request.arrows)
    });
    words(request, &mut arcs, &arrows);
    (arcs, arrows)
}

pub(super) fn importance(request: &RelationRequest, event: EventIx) -> u8 {
    let head = request.timeline.heads().get(event.index());
    head.map_or(0, |head| head.importance)
}

/// Where an event is: on screen, or in which direction.
struct Place {
    seen: Option<Point>,
    x: f32,
    y: Option<f32>,
}

fn place(request: &RelationRequest, marks: &HashMap<EventIx, &Mark>, event: EventIx) -> Place {
    let plot = request.plot;
    let Some(head) = request.timeline.heads().get(event.index()) else {
        return Place {
            seen: None,
            x: plot.left,
            y: None,
        };
    };
    let (start, end) = reach(head);
    let clear = |second: i64, otherwise: i64| {
        if second == i64::MIN || second == i64::MAX {
            otherwise
        } else {
            second
        }
    };
    let start_x = plot.left + request.viewport.x_of(clear(start, head.end.0) as f64);
    let end_x = plot.left + request.viewport.x_of(clear(end, head.start.0) as f64);
    // What runs through the window is where it is seen.
    let x = if start_x <= plot.right && end_x >= plot.left {
        f32::midpoint(start_x.max(plot.left), end_x.min(plot.right))
    } else {
        f32::midpoint(start_x, end_x)
    };
    let lanes = request.index.lanes_of(head);
    let y = lanes
        .iter()
        .find_map(|&lane| request.overflow_y.get(usize::from(lane)).copied().flatten());
    let mark = marks.get(&event);
    // A mark that is cut by an edge is in view.
    let of_mark = mark
        .filter(|mark| mark.bounds().overlaps(&plot))
        .map(|mark| {
            Point::new(
                mark.centre.x.clamp(plot.left, plot.right),
                mark.centre.y.clamp(plot.top, plot.bottom),
            )
        });
    let of_lane = y.map(|y| Point::new(x, y)).filter(|&at| {
        let across = plot.left..=plot.right;
        across.contains(&at.x) && (plot.top..=plot.bottom).contains(&at.y)
    });
    let y = mark.map_or(y, |mark| Some(mark.centre.y));
    Place {
        seen: of_mark.or_else(|| of_lane.filter(|_| mark.is_none())),
        x: mark.map_or(x, |mark| mark.centre.x),
        y,
    }
}

fn arc(request: &RelationRequest, link: Link, other: EventIx, (start, end): (Point, Point)) -> Arc {
    let plot = request.plot;
    let across = (end.x - start.x).abs();
    // A wide arc rises high, a narrow one stays near its marks; both stay inside the plot.
    let rise = (across * 0.18 + 24.0).min(140.0);
    let top = start.y.min(end.y) - rise;
    // The curve comes three quarters of the way to its crest from where its higher end is.
    let highest = (plot.top + INSIDE - start.y.min(end.y) * 0.25) / 0.75;
    let crest = top.max(highest);
    let lean = (end.x - start.x) * 0.25;
    let curve = [
        start,
        Point::new(start.x + lean, crest),
        Point::new(end.x - lean, crest),
        end,
    ];
    let text = relation_seen_from(&link, request.selected, request.language);
    let role = TextRole::ArcLabel;
    let width = request.widths.of(text, role, request.language);
    let middle = at(&curve, 0.5);
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
        pill: None,
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

/// The edge behind which a relative is.
fn side(plot: &Rect, from: &Place, to: &Place) -> Side {
    // When the selected event itself is out of view, its relatives' arrows lead the way as well.
    if to.x < plot.left {
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
    }
}
