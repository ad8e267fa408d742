//! The tones of the events in view, for the strip that is drawn on the canvas's own time axis.

use super::{TonePoint, Viewport};
use crate::index::{Index, LaneColumns};
use crate::record::{EventHead, EventIx};

/// Width of a column in points, before its time is rounded to a power of two.
const COLUMN: f32 = 6.0;
/// Tones are whole numbers from −5 to +5.
const TONES: usize = 11;
/// A dot stands in the middle of its date or, when that is longer, of its first day.
const HALF_DAY_S: i64 = 43_200;

/// The events that have a tone, by lane and tone: kept between frames.
pub struct ToneColumns {
    revision: u64,
    lanes: Vec<[LaneColumns; TONES]>,
}

impl ToneColumns {
    /// Sorts an index' events by their tones.
    pub fn new(index: &Index, heads: &[EventHead]) -> Self {
        Self {
            revision: index.revision(),
            lanes: index
                .lanes()
                .iter()
                .map(|lane| by_tone(lane, heads))
                .collect(),
        }
    }

    /// The tones of an index: of those that are known, what still holds.
    pub fn of(known: Option<Self>, index: &Index, heads: &[EventHead]) -> Self {
        let Some(mut known) = known else {
            return Self::new(index, heads);
        };
        if known.revision == index.revision() {
            return known;
        }
        let Some(patch) = index.patched_since(known.revision) else {
            return Self::new(index, heads);
        };
        let all = index.lanes().iter().zip(&mut known.lanes).zip(&patch.lanes);
        for ((lane, tones), _) in all.filter(|(_, touched)| **touched) {
            *tones = by_tone(lane, heads);
        }
        known.revision = index.revision();
        known
    }
}

/// A lane's events that have a tone, from −5 to +5.
fn by_tone(lane: &LaneColumns, heads: &[EventHead]) -> [LaneColumns; TONES] {
    let mut events: [Vec<u32>; TONES] = Default::default();
    for at in 0..lane.len() {
        let event = lane.event(at);
        if let Some(tone) = heads.get(event.index()).and_then(|head| head.tone) {
            events[usize::from((tone.clamp(-5, 5) + 5).unsigned_abs())].push(event.0);
        }
    }
    events.map(|events| LaneColumns::new(heads, &events))
}

/// What the tone strip's dots are chosen by.
pub struct ToneRequest<'a> {
    /// The record's heads.
    pub heads: &'a [EventHead],
    /// The window of time.
    pub viewport: Viewport,
    /// Left edge of the plot.
    pub left: f32,
    /// The selected event, which always has its dot.
    pub selected: Option<EventIx>,
}

/// Adds the dots of one lane's events that begin in the window: for each tone in each column the
/// most important event. Columns stand still in time, so that a pan changes no choice.
pub fn tone_points(
    request: &ToneRequest,
    columns: &ToneColumns,
    lane: u16,
    points: &mut Vec<TonePoint>,
) {
    let Some(tones) = columns.lanes.get(usize::from(lane)) else {
        return;
    };
    let view = &request.viewport;
    let width = column_s(view);
    // A column that is half in view is chosen from as a whole, and so is the day before.
    let edge = |second: f64| ((second / width).floor() * width) as i64;
    let first = edge(view.start_s - HALF_DAY_S as f64);
    let last = edge(view.end_s() + width);
    for events in tones {
        // Only columns that hold something cost time.
        let mut rest = events.starting_in(first, last);
        while !rest.is_empty() {
            let next = edge(events.start(rest.start) as f64 + width);
            let high = events.starting_in(first, next.min(last)).end;
            let column = rest.start..high.max(rest.start + 1);
            rest.start = column.end;
            if let Some(best) = events.highest(column) {
                points.extend(point(request, events.event(best)));
            }
        }
    }
}

/// Of so many dots and more, only one is drawn at a place: the others would be hidden by it.
const MANY: usize = 3_000;

/// Leaves of very many dots one in each column at each tone, of all lanes; the selected one stays.
pub fn thin(viewport: &Viewport, heads: &[EventHead], points: &mut Vec<TonePoint>) {
    if points.len() < MANY {
        return;
    }
    let width = column_s(viewport);
    let place = |point: &TonePoint| ((point.at_s / width).floor() as i64, point.tone);
    let importance = |point: &TonePoint| {
        let head = heads.get(point.event.index());
        (point.selected, head.map(|head| head.importance))
    };
    points.sort_by(|a, b| {
        place(a)
            .cmp(&place(b))
            .then(importance(b).cmp(&importance(a)))
    });
    points.dedup_by_key(|point| place(point));
}

/// The dot of an event; `None` without a tone or out of the window.
pub fn point(request: &ToneRequest, event: EventIx) -> Option<TonePoint> {
    let head = request.heads.get(event.index())?;
    let (start, length) = (head.start.0, head.end.0.saturating_sub(head.start.0));
    let at_s = start.saturating_add((length / 2).clamp(0, HALF_DAY_S)) as f64;
    let view = &request.viewport;
    if at_s < view.start_s || at_s > view.end_s() {
        return None;
    }
    Some(TonePoint {
        event,
        at_s,
        x: request.left + view.x_of(at_s),
        tone: head.tone?,
        kind: head.kind,
        selected: request.selected == Some(event),
    })
}

/// Seconds of a column: a power of two, so that zooming does not choose anew at every step.
fn column_s(viewport: &Viewport) -> f64 {
    let wanted = f64::from(COLUMN) * viewport.seconds_per_point;
    wanted.max(1.0).log2().round().exp2()
}
