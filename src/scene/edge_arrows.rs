//! Arrows at the edges of the plot to relatives that are not on screen.

use std::collections::HashMap;
use std::sync::Arc;

use super::cut::cut;
use super::free::Free;
use super::lanes::relation_seen_from;
use super::pill::{Edges, Says};
use super::relations::RelationRequest;
use super::{EdgeArrow, Point, Rect, Side, TextRole};
use crate::date::Language;
use crate::record::{EventIx, Link};

/// Arrows at one edge of a high plot; of more relatives the most important ones are shown, and one
/// more arrow that says how many others there are.
const MOST_ARROWS: usize = 5;
/// Arrows at one edge take one of so many rows that a plot has.
const SHARE: usize = 6;
/// Space over and under an arrow, in heights of its pill: two stand as far apart as rows of a lane.
const SPACE: f32 = 0.075;

/// The share of an arrow's words that the kind of a relation may take from a title.
const MOST_FOR_KIND: f32 = 0.42;

/// What arrows say, kept until the record or the language changes: of a relation, as the selected
/// event sees it, for how many it stands, and how many points it may take.
pub type ArrowWords = HashMap<(Link, EventIx, usize, u32), Arc<str>>;

/// A relative that is not on screen.
pub(super) struct Away {
    pub link: Link,
    pub target: EventIx,
    pub importance: u8,
    pub side: Side,
    pub x: f32,
    pub y: f32,
    /// More than one: it stands for so many of which it leads to the most important.
    pub stands_for: usize,
}

/// Leaves as many relatives of a side as have room, the most important first; the last stands for
/// all others.
fn keep(side: &mut Vec<Away>, rows: usize, most: usize) {
    side.sort_by_key(|one| std::cmp::Reverse(one.importance));
    let room = rows.min(most + 1);
    let others = (side.len() + 1).saturating_sub(room);
    side.truncate(room);
    // A single one is named: that says more than a number.
    if let Some(last) = side.last_mut().filter(|_| others > 1) {
        last.stands_for = others;
    }
}

/// Arrows under each other at each edge, all inside the plot and on no other arrow: those to lanes
/// scrolled away at the top and the bottom, those to other times between them, in their relative's
/// lane or near it, and not on the selected event. `others` are arrows that stand already.
pub(super) fn edge_arrows(
    request: &RelationRequest,
    edges: &Edges,
    away: Vec<Away>,
    others: &[EdgeArrow],
) -> Vec<EdgeArrow> {
    let plot = edges.plot;
    let step = edges.height * (1.0 + SPACE * 2.0);
    let inset = edges.inset() / 2.0;
    let whole = Free::new(plot.top + inset, plot.bottom - inset);
    let most = (whole.rows(step) / SHARE).clamp(1, MOST_ARROWS);
    let mut sides: [Vec<Away>; 4] = Default::default();
    for one in away {
        let at = match one.side {
            Side::Top => 0,
            Side::Bottom => 1,
            Side::Left => 2,
            Side::Right => 3,
        };
        sides[at].push(one);
    }
    let [mut top, mut bottom, mut left, mut right] = sides;
    let mut arrows = Vec::new();
    let mut place = |one: &Away, at: f32| {
        let near = Point::new(one.x, at + step / 2.0);
        arrows.push(edges.arrow(one.side, near, says(request, edges, one), request.widths));
    };

    // One of the two upper and lower edges may stand anywhere across.
    let mut across = whole.clone();
    for arrow in others {
        across.take(&arrow.rect);
    }
    keep(&mut top, across.rows(step), most);
    let mut taken = Vec::new();
    for one in &top {
        if let Some(at) = across.at_or_under(plot.top, step) {
            across.take_between(plot.top, at + step);
            taken.push((at, at + step));
            place(one, at);
        }
    }
    keep(&mut bottom, across.rows(step), most);
    for one in &bottom {
        if let Some(at) = across.at_or_over(plot.bottom, step) {
            across.take_between(at, plot.bottom);
            taken.push((at, at + step));
            place(one, at);
        }
    }
    for (side, which) in [(&mut left, Side::Left), (&mut right, Side::Right)] {
        let mut free = whole.clone();
        for &(from, to) in &taken {
            free.take_between(from, to);
        }
        for arrow in others.iter().filter(|arrow| arrow.side == which) {
            free.take(&arrow.rect);
        }
        let selected = request.marks.iter().filter(|mark| mark.selected);
        for mark in selected.filter(|mark| edges.may_lie_on(which, &mark.pill())) {
            let half = request.metrics.row_height / 2.0;
            free.take_between(mark.centre.y - half, mark.centre.y + half);
        }
        keep(side, free.rows(step), most);
        // By height, and what stands for others under all.
        let many = |one: &Away| one.stands_for > 1;
        side.sort_by(|a, b| many(a).cmp(&many(b)).then(a.y.total_cmp(&b.y)));
        let wanted = side.iter().map(|one| one.y - step / 2.0);
        let places = spread(&free, &plot, step, wanted);
        for (one, at) in side.iter().zip(places) {
            if let Some(at) = at {
                place(one, at);
            }
        }
    }
    arrows
}

/// Tops for things of one height under each other. Each stands where it is wanted or, over those
/// after it, as near above as they let it: arrows to one lane stand up from its last row. What then
/// has no room above pushes them down.
fn spread(
    free: &Free,
    plot: &Rect,
    height: f32,
    wanted: impl DoubleEndedIterator<Item = f32>,
) -> Vec<Option<f32>> {
    let mut until = plot.bottom;
    let mut tops: Vec<f32> = wanted
        .rev()
        .map(|wanted| {
            let inside = (wanted + height).min(until);
            let top = free.at_or_over(inside, height).unwrap_or(plot.top);
            until = top;
            top
        })
        .collect();
    tops.reverse();
    let mut next = plot.top;
    tops.into_iter()
        .map(|top| {
            let place = free.at_or_under(top.max(next), height);
            next = place.map_or(next, |top| top + height);
            place
        })
        .collect()
}

/// "+3 more".
pub fn others_words(count: usize, language: Language) -> String {
    match language {
        Language::En => format!("+{count} more"),
        Language::Ja => format!("ほか{count}件"),
        Language::ZhHans => format!("另有{count}项"),
        Language::ZhHant => format!("另有{count}項"),
        Language::Ko => format!("그 밖에 {count}건"),
    }
}

fn says(request: &RelationRequest, edges: &Edges, away: &Away) -> Says {
    let language = request.language;
    let mut known = request.arrow_words.borrow_mut();
    let room = edges.words().max(0.0) as u32;
    let words = known.entry((away.link, request.selected, away.stands_for, room));
    let text = words.or_insert_with(|| {
        if away.stands_for > 1 {
            others_words(away.stands_for, language).into()
        } else {
            let title = cut(request.timeline.title(away.target, language));
            let name = relation_seen_from(&away.link, request.selected, language);
            let whole = format!("{name} · {title}");
            // What is cut off is the title's end. Where next to nothing of it would be left, it
            // stands alone: where it leads to says more than why.
            let width = |text: &str| request.widths.of(text, TextRole::ArcLabel, language);
            if width(&whole) > edges.words() && width(name) > edges.words() * MOST_FOR_KIND {
                title.into()
            } else {
                whole.into()
            }
        }
    });
    Says {
        link: Some(away.link),
        target: away.target,
        text: Arc::clone(text),
        language,
    }
}
