//! Moving through time: hands, zoom keys, flights to events and dates.

use super::command::Gesture;
use super::message::Message;
use super::motion::Motion;
use super::state::{Spot, State};
use crate::date::{Instant, read_human};
use crate::record::EventIx;
use crate::scene::Viewport;

/// A slower hand lays the paper down instead of throwing it.
const LEAST_THROW_POINTS_PER_S: f32 = 60.0;
/// Closer to the window's edge than this share an event is brought further in.
const EDGE_SHARE: f64 = 0.01;
/// Share of the window's width left free on each side of the whole record, and the points that it
/// is at least: half a pill stands beside the last event.
const FIT_MARGIN: f64 = 0.03;
const FIT_MARGIN_POINTS: f64 = 26.0;
/// After this long a rest a small move is one to come back from.
const BURST_S: f64 = 0.5;

impl State {
    pub(super) fn hand(&mut self, gesture: Gesture) {
        match gesture {
            Gesture::Grab => self.leave_spot(),
            Gesture::Drag(points) => self.show_now(self.viewport.pan(points)),
            Gesture::Pan(points) => {
                self.leave_spot_after_rest();
                self.show_now(self.viewport.pan(points));
            }
            Gesture::Pinch { x, factor } => {
                self.leave_spot_after_rest();
                let zoomed = self
                    .viewport
                    .zoom_about(x, factor)
                    .clamped(&self.limits(), x);
                self.show_now(zoomed);
            }
            Gesture::Show { start_s, end_s } => {
                self.show_now(Viewport::new(start_s, end_s, self.viewport.width_points));
            }
            Gesture::Throw(speed) => {
                if speed.abs() > LEAST_THROW_POINTS_PER_S {
                    self.motion = Motion::Thrown(speed);
                }
            }
            Gesture::Wheel { x, factor } => self.zoom_softly(x, factor),
            Gesture::Nudge(points) => {
                self.leave_spot_after_rest();
                let target = self.motion.target(self.viewport).pan(points);
                self.motion = self.motion.glide_to(self.viewport, target);
            }
            Gesture::Scroll(points) => self.scroll_points = (self.scroll_points + points).max(0.0),
        }
    }

    /// Shows a window at once; what was in motion stops.
    pub(super) fn show_now(&mut self, viewport: Viewport) {
        self.motion = Motion::Still;
        self.viewport = viewport.clamped(&self.limits(), viewport.width_points / 2.0);
    }

    pub(super) fn zoom_softly(&mut self, x: f32, factor: f64) {
        self.leave_spot_after_rest();
        let target = self
            .motion
            .target(self.viewport)
            .zoom_about(x, factor)
            .clamped(&self.limits(), x);
        self.motion = self.motion.glide_to(self.viewport, target);
    }

    pub(super) fn leave_spot(&mut self) {
        let here = self.spot();
        self.trail.leave(here);
    }

    /// Remembers the place where a burst of small moves begins: the wheel's steps and held keys
    /// are one way to go back from, not fifty.
    pub(super) fn leave_spot_after_rest(&mut self) {
        if self.still_s > BURST_S {
            self.leave_spot();
        }
        self.still_s = 0.0;
    }

    /// Where zoom keys hold the time: under the pointer, else the selection, else the middle.
    pub(super) fn anchor_x(&self) -> f32 {
        let selected = self.selected.map(|event| {
            let head = self.document.timeline.head(event);
            self.viewport
                .x_of(f64::midpoint(head.start.0 as f64, head.end.0 as f64))
        });
        let inside = selected.filter(|x| (0.0..=self.viewport.width_points).contains(x));
        self.pointer_x
            .or(inside)
            .unwrap_or(self.viewport.width_points / 2.0)
    }

    pub(super) fn zoom(&mut self, factor: f64) {
        let x = self.anchor_x();
        self.zoom_softly(x, factor);
    }

    /// Flies to a window and remembers the place that was left.
    pub(super) fn fly(&mut self, target: Viewport) {
        let target = target.clamped(&self.limits(), target.width_points / 2.0);
        if self.motion.target(self.viewport) == target {
            return;
        }
        self.leave_spot();
        self.motion = self.motion.fly_to(self.viewport, target);
    }

    pub(super) fn go_back(&mut self) {
        let here = self.spot();
        if let Some(spot) = self.trail.back(here) {
            self.return_to(&spot);
        }
    }

    pub(super) fn go_forward(&mut self) {
        let here = self.spot();
        if let Some(spot) = self.trail.forward(here) {
            self.return_to(&spot);
        }
    }

    pub(super) fn return_to(&mut self, spot: &Spot) {
        let target = Viewport::new(spot.start_s, spot.end_s, self.viewport.width_points);
        let timeline = &self.document.timeline;
        self.selected_more.clear();
        self.selected = spot.selected.filter(|event| !timeline.is_removed(*event));
        self.selected_lane = None;
        self.bring_into_view = self.selected;
        self.motion = self.motion.fly_to(self.viewport, target);
    }

    pub(super) fn reveal(&mut self, event: EventIx) {
        self.select(Some(event));
        self.bring_into_view = Some(event);
        if self.is_beyond_time(event) {
            // There is no window of time to fly to; its arrow stands in every one.
            return;
        }
        let (start, end) = self.extent_s(event);
        let target = self.motion.target(self.viewport);
        let edge = EDGE_SHARE * target.length_s();
        if start >= target.start_s + edge && end <= target.end_s() - edge {
            return;
        }
        let length = target.length_s().max((end - start) * 1.2);
        let start_s = self.within_record(f64::midpoint(start, end) - length / 2.0, length);
        let window = Viewport::new(start_s, start_s + length, target.width_points);
        self.motion = self
            .motion
            .fly_to(self.viewport, window.clamped(&self.limits(), 0.0));
    }

    /// Whether an event lies where seconds cannot be counted (`Y1E18`).
    fn is_beyond_time(&self, event: EventIx) -> bool {
        let head = self.document.timeline.heads().get(event.index());
        head.is_some_and(|head| head.start == Instant::MAX || head.end == Instant::MIN)
    }

    /// The window that shows the whole record.
    pub(super) fn whole_fitted(&self) -> Viewport {
        let (first, last) = self.whole();
        let width = self.viewport.width_points;
        let margin = FIT_MARGIN.max(FIT_MARGIN_POINTS / f64::from(width));
        Viewport::fit(first, last, margin.min(0.2), width)
    }

    /// Where a window of this length begins when it shows no more emptiness beside the record than
    /// the whole record's own picture does: the last summit stands at the right, not in the middle
    /// of an empty half.
    fn within_record(&self, start_s: f64, length_s: f64) -> f64 {
        let whole = self.whole_fitted();
        if length_s >= whole.length_s() {
            return whole.centre_s() - length_s / 2.0;
        }
        start_s.clamp(whole.start_s, whole.end_s() - length_s)
    }

    pub(super) fn centre_selection(&mut self) {
        let Some(event) = self.selected else {
            self.notices.done(Message::SelectFirst);
            return;
        };
        if self.is_beyond_time(event) {
            self.reveal(event);
            return;
        }
        self.bring_into_view = Some(event);
        let (start, end) = self.extent_s(event);
        let now = self.motion.target(self.viewport);
        let centred = now
            .centred_on(f64::midpoint(start, end))
            .clamped(&self.limits(), 0.0);
        let is_centred = (centred.centre_s() - now.centre_s()).abs() < now.length_s() * 1e-3;
        if is_centred {
            self.fly(Viewport::fit(start, end, 0.3, now.width_points));
        } else {
            self.fly(centred);
        }
    }

    /// First and last second of an event; what no instant counts is at the record's end.
    pub(super) fn extent_s(&self, event: EventIx) -> (f64, f64) {
        let head = self.document.timeline.head(event);
        let (first, last) = self.whole();
        let held = |at: Instant| match at {
            Instant::MIN | Instant::MAX => (at.0 as f64).clamp(first, last),
            at => at.0 as f64,
        };
        (held(head.start), held(head.end))
    }

    pub(super) fn go_to(&mut self, text: &str) {
        const LONG_S: f64 = 400.0 * 86_400.0;
        match read_human(text) {
            Ok(date) => {
                let extent = date.extent(self.zone());
                if extent.start.at == Instant::MAX || extent.end.at == Instant::MIN {
                    self.notices
                        .problem(Message::BeyondTheAxis(text.trim().to_owned()));
                    return;
                }
                self.dialog = None;
                self.bring_into_view = self.most_important(extent.start.at.0, extent.end.at.0);
                let (start, end) = (extent.start.at.0 as f64, extent.end.at.0 as f64);
                // Years that are asked for fill the window; a day wants those around it.
                let margin = if end - start > LONG_S { 0.08 } else { 0.3 };
                self.fly(Viewport::fit(
                    start,
                    end,
                    margin,
                    self.viewport.width_points,
                ));
            }
            Err(error) => {
                let text = text.to_owned();
                self.notices.problem(Message::NoDate { text, error });
            }
        }
    }

    /// The most important event that begins in a stretch of time, in a lane that is shown.
    fn most_important(&self, start_s: i64, end_s: i64) -> Option<EventIx> {
        let hidden = self.settings.lane_settings().hidden;
        let lanes = self.index.keys().iter().zip(self.index.lanes());
        let shown = lanes.filter(|(key, _)| !hidden.contains(key));
        let firsts = shown.filter_map(|(_, columns)| {
            let first = columns.highest(columns.starting_in(start_s, end_s))?;
            Some((columns.rank(first), columns.event(first)))
        });
        // Of equals the one in the upper lane.
        let best = firsts.reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.map(|(_, event)| event)
    }

    pub(super) fn go_to_today(&mut self) {
        let Some(now) = self.now else { return };
        let length = self.motion.target(self.viewport).length_s();
        let width = self.viewport.width_points;
        let now = now.0 as f64;
        let (_, end) = self.whole();
        if now > end + length {
            self.notices.done(Message::EndsBeforeToday);
        }
        self.fly(Viewport::new(now - length / 2.0, now + length / 2.0, width));
    }
}
