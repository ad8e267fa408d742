//! Arrows at the edges of the plot to what is not on screen.

use super::cut::cut;
use super::lanes::relation_seen_from;
use super::measure::Widths;
use super::relations::RelationRequest;
use super::{Align, EdgeArrow, Ink, Point, Rect, Side, TextLine, TextRole};
use crate::date::Language;
use crate::record::{EventIx, Link};

/// Arrows at one edge; of more relatives the most important ones are shown, and one more arrow that
/// says how many others there are.
const MOST_ARROWS: usize = 5;
/// Height of an edge arrow's pill.
const ARROW_HEIGHT: f32 = 20.0;
/// From one arrow to the next under it.
const ARROW_STEP: f32 = ARROW_HEIGHT + 2.0;
/// Space between an arrow and the plot's edge.
const ARROW_INSET: f32 = 4.0;
/// Most of the width an arrow's words may take.
const ARROW_WIDTH: f32 = 220.0;
/// Words with less room than this say nothing.
const ARROW_WIDTH_LEAST: f32 = 24.0;
/// Width of an arrow without its words.
const ARROW_FRAME: f32 = 34.0;

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
/// all others. Returns how many rows they take.
fn keep(side: &mut Vec<Away>, rows: usize) -> usize {
    side.sort_by_key(|one| std::cmp::Reverse(one.importance));
    let room = rows.min(MOST_ARROWS + 1);
    let others = (side.len() + 1).saturating_sub(room);
    side.truncate(room);
    // A single arrow says more than a number.
    if let Some(last) = side.last_mut().filter(|_| room > 1 && others > 1) {
        last.stands_for = others;
    }
    side.len()
}

/// Arrows under each other at each edge, all inside the plot: those to lanes scrolled away at the
/// top and the bottom, those to other times between them.
pub(super) fn edge_arrows(request: &RelationRequest, away: Vec<Away>) -> Vec<EdgeArrow> {
    let plot = request.plot;
    let mut rows = ((plot.height() - ARROW_INSET) / ARROW_STEP).max(0.0) as usize;
    let Some(room) = room_for_words(&plot) else {
        return Vec::new();
    };
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
    let [top, bottom, left, right] = &mut sides;
    rows -= keep(top, rows);
    rows -= keep(bottom, rows);
    keep(left, rows);
    keep(right, rows);
    let first = plot.top + ARROW_INSET / 2.0 + ARROW_HEIGHT / 2.0;
    let last = plot.bottom - ARROW_INSET / 2.0 - ARROW_HEIGHT / 2.0;
    let mut arrows = Vec::new();
    for (row, one) in top.iter().enumerate() {
        arrows.push(arrow(request, one, first + ARROW_STEP * row as f32, room));
    }
    for (row, one) in bottom.iter().enumerate() {
        arrows.push(arrow(request, one, last - ARROW_STEP * row as f32, room));
    }
    let first = first + ARROW_STEP * top.len() as f32;
    let last = last - ARROW_STEP * bottom.len() as f32;
    for side in [left, right] {
        // By height, and what stands for others under all.
        let others = |one: &Away| one.stands_for > 1;
        side.sort_by(|a, b| others(a).cmp(&others(b)).then(a.y.total_cmp(&b.y)));
        let mut next = first;
        for (row, one) in side.iter().enumerate() {
            let under = (side.len() - 1 - row) as f32;
            let wanted = if others(one) && row > 0 { next } else { one.y };
            let y = wanted.min(last - ARROW_STEP * under).max(next);
            next = y + ARROW_STEP;
            arrows.push(arrow(request, one, y, room));
        }
    }
    arrows
}

/// "+3 more".
fn others_words(count: usize, language: Language) -> String {
    match language {
        Language::En => format!("+{count} more"),
        Language::Ja => format!("ほか{count}件"),
        Language::ZhHans => format!("另有{count}项"),
        Language::ZhHant => format!("另有{count}項"),
        Language::Ko => format!("그 밖에 {count}건"),
    }
}

fn arrow(request: &RelationRequest, away: &Away, y: f32, room: f32) -> EdgeArrow {
    let text = if away.stands_for > 1 {
        others_words(away.stands_for, request.language)
    } else {
        let title = cut(request.timeline.title(away.target, request.language));
        let name = relation_seen_from(&away.link, request.selected, request.language);
        format!("{name} · {title}")
    };
    let at = At {
        plot: request.plot,
        side: away.side,
        place: Point::new(away.x, y),
        room,
    };
    let leads_to = (Some(away.link), away.target);
    pill(&at, request.widths, leads_to, text, request.language)
}

/// Where an arrow stands.
pub(super) struct At {
    /// The lanes' part right of the header column.
    pub plot: Rect,
    /// The edge.
    pub side: Side,
    /// Its middle is as near to this as the edge lets it.
    pub place: Point,
    /// The most that its words take.
    pub room: f32,
}

/// The most that the words of an arrow take in a plot; none where that would say nothing. Arrows of
/// the two sides do not meet in the middle.
pub(super) fn room_for_words(plot: &Rect) -> Option<f32> {
    let room = (plot.width() / 2.0 - ARROW_INSET * 2.0 - ARROW_FRAME).min(ARROW_WIDTH);
    (room >= ARROW_WIDTH_LEAST).then_some(room)
}

/// An arrow with its words.
pub(super) fn pill(
    at: &At,
    widths: &Widths,
    (link, target): (Option<Link>, EventIx),
    text: String,
    language: Language,
) -> EdgeArrow {
    let At {
        plot,
        side,
        place,
        room,
    } = *at;
    let y = place.y;
    let role = TextRole::ArcLabel;
    let width = widths.of(&text, role, language).min(room);
    let full = width + ARROW_FRAME;
    let (least, most) = (plot.left + ARROW_INSET, plot.right - ARROW_INSET - full);
    let left = match side {
        Side::Left => least,
        Side::Right => most,
        Side::Top | Side::Bottom => (place.x - full / 2.0).min(most).max(least),
    };
    let (top, bottom) = (y - ARROW_HEIGHT / 2.0, y + ARROW_HEIGHT / 2.0);
    let rect = Rect::new(left, top, left + full, bottom);
    let (tip, text_left) = match side {
        Side::Left => (Point::new(rect.left + 4.0, y), rect.left + 22.0),
        Side::Right => (Point::new(rect.right - 4.0, y), rect.left + 12.0),
        Side::Top => (
            Point::new(rect.left + 12.0, rect.top + 5.0),
            rect.left + 22.0,
        ),
        Side::Bottom => (
            Point::new(rect.left + 12.0, rect.bottom - 5.0),
            rect.left + 22.0,
        ),
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
            language,
            anchor: Point::new(text_left, y),
            align: Align::Left,
            max_width: width,
            alpha: 1.0,
        },
        rect,
    }
}
