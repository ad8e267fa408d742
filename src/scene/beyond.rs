//! Events beyond all that can be drawn: the axis reaches as far as seconds can be counted, some 292
//! thousand million years to each side of 1970, and EDTF has years of any size (`Y1E18`). An arrow
//! at the edge of their lane says that they are there, under every window of time.

use super::cut::cut;
use super::edge_arrows::{At, pill, room_for_words};
use super::measure::Widths;
use super::{EdgeArrow, Lane, Point, Rect, SceneRequest, Side};
use crate::date::{Five, Language};
use crate::index::LaneColumns;
use crate::record::EventIx;

/// Of more events before the axis than this the most important may not be the one that is named.
const MOST_RANKED: usize = 1000;

/// The arrows of the lanes on screen.
pub fn beyond(
    request: &SceneRequest,
    widths: &Widths,
    lanes: &[Lane],
    plot: &Rect,
) -> Vec<EdgeArrow> {
    let Some(room) = room_for_words(plot) else {
        return Vec::new();
    };
    let mut arrows = Vec::new();
    for lane in lanes {
        let (top, bottom) = (lane.rect.top, lane.rect.bottom);
        if bottom < plot.top || top > plot.bottom {
            continue;
        }
        let Some(columns) = request.index.lanes().get(usize::from(lane.index_lane)) else {
            continue;
        };
        for (side, x) in [(Side::Left, plot.left), (Side::Right, plot.right)] {
            let Some((event, count)) = most_important(columns, side) else {
                continue;
            };
            let at = At {
                plot: *plot,
                side,
                place: Point::new(x, lane.overflow_y),
                room,
            };
            let text = words(request, (event, count), side);
            arrows.push(pill(&at, widths, (None, event), text, request.language));
        }
    }
    arrows
}

/// The most important event before or after all time that can be drawn, and how many there are.
fn most_important(columns: &LaneColumns, side: Side) -> Option<(EventIx, usize)> {
    let (positions, count) = match side {
        Side::Right => {
            let after = columns.after_all_time();
            (after.clone(), after.len())
        }
        _ => {
            let count = columns.before_all_time();
            if count == 0 {
                return None;
            }
            // They start where those without a start do.
            let open = columns.starting_in(i64::MIN, i64::MIN + 1);
            (open.start..open.end.min(open.start + MOST_RANKED), count)
        }
    };
    let is_beyond = |at: &usize| side == Side::Right || columns.end(*at) <= i64::MIN + 1;
    let best = positions
        .filter(is_beyond)
        .max_by_key(|&at| (columns.rank(at), std::cmp::Reverse(at)))?;
    Some((columns.event(best), count))
}

fn words(request: &SceneRequest, (event, count): (EventIx, usize), side: Side) -> String {
    const AFTER: Five = Five::new(
        "later than the axis reaches",
        "時間軸より後",
        "晚于时间轴所及",
        "晚於時間軸所及",
        "시간축보다 나중",
    );
    const BEFORE: Five = Five::new(
        "earlier than the axis reaches",
        "時間軸より前",
        "早于时间轴所及",
        "早於時間軸所及",
        "시간축보다 이전",
    );
    let language = request.language;
    if count > 1 {
        let which = if side == Side::Right { AFTER } else { BEFORE };
        return match language {
            Language::En => format!("{count} {}", which.get(language)),
            _ => format!("{} {count}", which.get(language)),
        };
    }
    let title = cut(request.timeline.title(event, language));
    match request.timeline.event(event) {
        // A year may have any number of digits.
        Some(event) => cut(format!("{} · {title}", event.date)).into_owned(),
        None => title.into_owned(),
    }
}
