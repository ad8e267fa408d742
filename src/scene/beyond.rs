//! Events beyond all that can be drawn: the axis reaches as far as seconds can be counted, some 292
//! thousand million years to each side of 1970, and EDTF has years of any size (`Y1E18`). An arrow
//! at the edge of their lane says that they are there, under every window of time.

use std::cmp::Reverse;
use std::sync::Arc;

use super::cut::cut;
use super::measure::Widths;
use super::pill::{Edges, Says};
use super::{EdgeArrow, Lane, Point, SceneRequest, Side};
use crate::date::{Five, Language};
use crate::index::LaneColumns;
use crate::record::EventIx;

/// What is before and after all that can be drawn, of each of the index' lanes; kept until the
/// index or the language changes.
#[derive(Debug, Default)]
pub struct KnownFar(Vec<[Option<Far>; 2]>);

/// The most important event beyond one end of the axis, and what its arrow says.
#[derive(Debug)]
struct Far {
    event: EventIx,
    words: Arc<str>,
}

impl KnownFar {
    /// Looks through all lanes.
    pub fn new(request: &SceneRequest) -> Self {
        let lanes = request.index.lanes().iter();
        Self(
            lanes
                .map(|columns| [Side::Left, Side::Right].map(|side| far(request, columns, side)))
                .collect(),
        )
    }

    /// Looks through these lanes again.
    pub fn look_again(&mut self, request: &SceneRequest, lanes: &[bool]) {
        let all = request.index.lanes().iter().zip(&mut self.0).zip(lanes);
        for ((columns, known), _) in all.filter(|(_, touched)| **touched) {
            *known = [Side::Left, Side::Right].map(|side| far(request, columns, side));
        }
    }
}

/// The arrows of the lanes on screen. Each stays in its lane, so no two meet; a lane of which less
/// than an arrow's height is in view has none.
pub fn beyond(
    known: &KnownFar,
    edges: &Edges,
    widths: &Widths,
    lanes: &[Lane],
    language: Language,
) -> Vec<EdgeArrow> {
    let plot = edges.plot;
    let mut arrows = Vec::new();
    for lane in lanes {
        let Some(sides) = known.0.get(usize::from(lane.index_lane)) else {
            continue;
        };
        let half = edges.height / 2.0;
        let first = lane.rect.top.max(plot.top) + half;
        let last = lane.rect.bottom.min(plot.bottom) - half;
        if first > last {
            continue;
        }
        let y = lane.overflow_y.clamp(first, last);
        let ends = [(Side::Left, plot.left), (Side::Right, plot.right)];
        for (far, (side, x)) in sides.iter().zip(ends) {
            if let Some(far) = far {
                let says = Says {
                    link: None,
                    target: far.event,
                    text: far.words.clone(),
                    language,
                };
                arrows.push(edges.arrow(side, Point::new(x, y), says, widths));
            }
        }
    }
    arrows
}

fn far(request: &SceneRequest, columns: &LaneColumns, side: Side) -> Option<Far> {
    let (position, count) = if side == Side::Right {
        let after = columns.after_all_time();
        (columns.highest(after.clone())?, after.len())
    } else {
        let count = columns.before_all_time();
        if count == 0 {
            return None;
        }
        // They are among those without a start.
        let position = columns
            .starting_in(i64::MIN, i64::MIN + 1)
            .filter(|&at| columns.end(at) <= i64::MIN + 1)
            .max_by_key(|&at| (columns.rank(at), Reverse(at)))?;
        (position, count)
    };
    let event = columns.event(position);
    let words = words(request, (event, count), side).into();
    Some(Far { event, words })
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
