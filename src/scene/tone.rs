//! The tones of the events in view, for the strip that is drawn on the canvas's own time axis.

use super::{TonePoint, Viewport};
use crate::index::LaneColumns;
use crate::record::{EventHead, EventIx};

/// More points than this in one column of [`COLUMN`] points would only cover each other.
const MOST_IN_COLUMN: usize = 4;
/// Width of a column in points.
const COLUMN: f32 = 6.0;

/// Adds the tones of one lane's events that begin in the window: in each pixel column the most
/// important ones, and each tone at most once.
pub fn tone_points(
    lane: &LaneColumns,
    heads: &[EventHead],
    viewport: &Viewport,
    left: f32,
    selected: Option<EventIx>,
    points: &mut Vec<TonePoint>,
) {
    let columns = (viewport.width_points / COLUMN).ceil() as usize;
    let width = f64::from(COLUMN) * viewport.seconds_per_point;
    let edges =
        (1..=columns).map(|column| (viewport.start_s + width * column as f64).ceil() as i64);
    for range in lane.columns(viewport.start_s.ceil() as i64, edges) {
        if !range.is_empty() {
            let begin = points.len();
            for at in lane.top(range, MOST_IN_COLUMN) {
                let event = lane.event(at);
                let Some(head) = heads.get(event.index()) else {
                    continue;
                };
                let Some(tone) = head.tone else { continue };
                let known = points[begin..].iter().any(|point| point.tone == tone);
                if known && selected != Some(event) {
                    continue;
                }
                let at_s =
                    f64::midpoint(lane.start(at) as f64, lane.end(at) as f64).min(viewport.end_s());
                points.push(TonePoint {
                    event,
                    at_s,
                    x: left + viewport.x_of(at_s),
                    tone,
                    kind: head.kind,
                    selected: selected == Some(event),
                });
            }
        }
    }
}
