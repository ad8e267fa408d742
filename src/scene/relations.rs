//! Arcs from the selected event to its relatives, and arrows to those off screen.

use std::collections::HashMap;

use super::edge_arrows::{Away, edge_arrows};
use super::lanes::relation_seen_from;
use super::measure::Widths;
use super::{
    Align, Arc, Cluster, EdgeArrow, Ink, Mark, MarkPlace, Point, Rect, Side, TextLine, TextRole,
    Viewport,
};
use crate::date::Language;
use crate::index::{Index, reach};
use crate::record::{EventIx, Link, Timeline};

/// Arcs whose word is tried for, the most important relatives first.
const MOST_WORDS: usize = 24;
/// Nearer than this, in points, one word of a kind and direction speaks for all its arcs.
const SAME_WORD: f32 = 240.0;
/// An arc stays so far inside the plot.
const INSIDE: f32 = 2.0;
/// Height of an arc's pill.
const PILL_HEIGHT: f32 = 18.0;
/// Half the height of a line of text on a mark.
const LINE_HALF: f32 = 8.0;

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
    let mut arcs = Vec::new();
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
                arcs.push(arc(request, link, other, ends));
            }
            _ => away.push(Away {
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
    let arrows = edge_arrows(request, away);
    words(request, &mut arcs, &arrows);
    (arcs, arrows)
}

fn importance(request: &RelationRequest, event: EventIx) -> u8 {
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
    let middle = f64::midpoint(
        clear(start, head.end.0) as f64,
        clear(end, head.start.0) as f64,
    );
    let x = plot.left + request.viewport.x_of(middle);
    let lanes = request.index.lanes_of(head);
    let y = lanes
        .iter()
        .find_map(|&lane| request.overflow_y.get(usize::from(lane)).copied().flatten());
    let mark = marks.get(&event);
    let at = mark.map_or_else(|| y.map(|y| Point::new(x, y)), |mark| Some(mark.centre));
    Place {
        seen: at.filter(|&at| plot.contains(at)),
        x: at.map_or(x, |at| at.x),
        y: at.map(|at| at.y),
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

/// Gives the arcs their words where these lie on nothing that is read: not on each other, not on
/// a label, a pill or an arrow. A curve without its word still stands.
fn words(request: &RelationRequest, arcs: &mut [Arc], arrows: &[EdgeArrow]) {
    let plot = request.plot;
    let mut taken: Vec<Rect> = arrows.iter().map(|arrow| arrow.rect.grown(2.0)).collect();
    taken.extend(request.clusters.iter().map(|pill| pill.rect));
    for mark in request.marks {
        for line in [&mark.label, &mark.note].into_iter().flatten() {
            let y = line.anchor.y;
            taken.push(Rect::new(
                line.left(),
                y - LINE_HALF,
                line.right(),
                y + LINE_HALF,
            ));
        }
        if mark.selected {
            let pill = mark.pill();
            taken.push(Rect::new(
                pill.left,
                mark.centre.y - LINE_HALF - 3.0,
                pill.right,
                mark.centre.y + LINE_HALF + 3.0,
            ));
        }
    }
    let mut order: Vec<usize> = (0..arcs.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(importance(request, arcs[at].other)));
    let mut said: Vec<(Link, Point)> = Vec::new();
    for position in order.into_iter().take(MOST_WORDS) {
        let arc = &mut arcs[position];
        let half = arc.label.max_width / 2.0 + 10.0;
        if plot.width() < half * 2.0 || plot.height() < PILL_HEIGHT {
            continue;
        }
        let outgoing = arc.link.from == request.selected;
        let free = [0.5, 0.35, 0.65, 0.25, 0.75].into_iter().find_map(|share| {
            let on = at(&arc.curve, share);
            let middle = Point::new(
                on.x.max(plot.left + half).min(plot.right - half),
                on.y.max(plot.top + PILL_HEIGHT / 2.0)
                    .min(plot.bottom - PILL_HEIGHT / 2.0),
            );
            let pill = Rect::new(
                middle.x - half,
                middle.y - PILL_HEIGHT / 2.0,
                middle.x + half,
                middle.y + PILL_HEIGHT / 2.0,
            );
            let told = said.iter().any(|(link, there)| {
                link.kind == arc.link.kind
                    && (link.from == request.selected) == outgoing
                    && (there.x - middle.x).hypot(there.y - middle.y) < SAME_WORD
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
