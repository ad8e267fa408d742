//! The one map between time and the screen.
//!
//! Times are seconds since 1970 in `f64` (a minute fourteen thousand million years away is still
//! told from the next) and become `f32` points only after the window's start is subtracted.

use crate::date::Instant;

/// A window of time of some width on the screen. Points count from the plot's left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Seconds since 1970 at the plot's left edge.
    pub start_s: f64,
    /// Seconds a point; always above 0.
    pub seconds_per_point: f64,
    /// Width of the plot in points; always above 0.
    pub width_points: f32,
}

/// How far one may zoom and pan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Fewest seconds across the screen.
    pub shortest_s: f64,
    /// Most seconds across the screen.
    pub longest_s: f64,
    /// The window's middle stays at or after this second.
    pub first_s: f64,
    /// The window's middle stays at or before this second.
    pub last_s: f64,
}

/// Seconds in a mean Gregorian year.
pub const SECONDS_PER_YEAR: f64 = 31_556_952.0;

impl Limits {
    /// Limits for a record that spans these seconds: from ten seconds across the screen to one
    /// and a half times the record, and never less than a century out.
    pub fn for_record(start_s: f64, end_s: f64) -> Self {
        let length = (end_s - start_s).max(0.0);
        Self {
            shortest_s: 10.0,
            longest_s: (length * 1.5).max(100.0 * SECONDS_PER_YEAR),
            first_s: start_s,
            last_s: end_s.max(start_s),
        }
    }
}

impl Viewport {
    /// A window from one second to another.
    ///
    /// An empty or reversed range becomes one second wide; what no instant can count is held at the
    /// farthest that one can.
    pub fn new(start_s: f64, end_s: f64, width_points: f32) -> Self {
        /// Ten times what an instant counts: whole records are seen with room around them.
        const FARTHEST_S: f64 = 1e20;
        let width_points = width_points.max(1.0);
        let held = |second: f64| {
            let second = if second.is_nan() { 0.0 } else { second };
            second.clamp(-FARTHEST_S, FARTHEST_S)
        };
        let (start_s, end_s) = (held(start_s), held(end_s));
        let length = (end_s - start_s).max(1.0);
        Self {
            start_s,
            seconds_per_point: length / f64::from(width_points),
            width_points,
        }
    }

    /// A window that shows the range with this share of the width free on each side.
    pub fn fit(start_s: f64, end_s: f64, margin: f64, width_points: f32) -> Self {
        let length = (end_s - start_s).max(1.0);
        let margin = margin.clamp(0.0, 0.45);
        let free = length * margin / (1.0 - 2.0 * margin);
        Self::new(start_s - free, start_s + length + free, width_points)
    }

    /// The second at the plot's right edge.
    pub fn end_s(&self) -> f64 {
        self.start_s + self.length_s()
    }

    /// Seconds across the plot.
    pub fn length_s(&self) -> f64 {
        self.seconds_per_point * f64::from(self.width_points)
    }

    /// The second in the middle.
    pub fn centre_s(&self) -> f64 {
        self.start_s + self.length_s() / 2.0
    }

    /// Points from the plot's left edge to a second; held at ±1e7 so that `f32` stays exact
    /// enough to draw.
    pub fn x_of(&self, second: f64) -> f32 {
        ((second - self.start_s) / self.seconds_per_point).clamp(-1e7, 1e7) as f32
    }

    /// Points from the plot's left edge to an instant.
    pub fn x_of_instant(&self, at: Instant) -> f32 {
        self.x_of(at.0 as f64)
    }

    /// The second at a place.
    pub fn time_at(&self, x: f32) -> f64 {
        self.start_s + f64::from(x) * self.seconds_per_point
    }

    /// Moves the paper by this many points: positive shows earlier times.
    #[must_use]
    pub fn pan(&self, points: f32) -> Self {
        Self {
            start_s: self.start_s - f64::from(points) * self.seconds_per_point,
            ..*self
        }
    }

    /// Shows `factor` times as much detail (above 1 zooms in), holding the second under `x`.
    #[must_use]
    pub fn zoom_about(&self, x: f32, factor: f64) -> Self {
        if !(factor.is_finite() && factor > 0.0) {
            return *self;
        }
        let held = self.time_at(x);
        let seconds_per_point = self.seconds_per_point / factor;
        Self {
            start_s: held - f64::from(x) * seconds_per_point,
            seconds_per_point,
            ..*self
        }
    }

    /// The nearest window within the limits; a scale beyond them is held about the place `x`.
    #[must_use]
    pub fn clamped(&self, limits: &Limits, x: f32) -> Self {
        let length = self.length_s();
        let longest_s = limits.longest_s.max(limits.shortest_s);
        let mut held = if (limits.shortest_s..=longest_s).contains(&length) {
            *self
        } else {
            self.zoom_about(x, length / length.clamp(limits.shortest_s, longest_s))
        };
        let middle = held.centre_s();
        let nearest = middle.clamp(limits.first_s, limits.last_s.max(limits.first_s));
        held.start_s += nearest - middle;
        held
    }

    /// A window of the same length with this second in the middle.
    #[must_use]
    pub fn centred_on(&self, second: f64) -> Self {
        Self {
            start_s: second - self.length_s() / 2.0,
            ..*self
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn zooming_holds_the_second_under_the_pointer(
            start in -1e12f64..1e12, log in 1f64..13.0, x in 0f32..1400.0, factor in 0.1f64..10.0,
        ) {
            let view = Viewport::new(start, start + 10f64.powf(log), 1400.0);
            let held = view.time_at(x);
            let zoomed = view.zoom_about(x, factor);
            prop_assert!((zoomed.time_at(x) - held).abs() <= view.seconds_per_point.max(held.abs() * 1e-12));
            prop_assert!((zoomed.length_s() * factor / view.length_s() - 1.0).abs() < 1e-9);
        }

        #[test]
        fn places_and_seconds_are_each_others_inverse(
            start in -4e17f64..1e12, log in 4f64..18.0, x in -2000f32..3000.0,
        ) {
            let view = Viewport::new(start, start + 10f64.powf(log), 1400.0);
            // A second that far out is known to a minute; ask only where a point is longer.
            prop_assume!(view.seconds_per_point > start.abs() * 1e-13);
            prop_assert!((view.x_of(view.time_at(x)) - x).abs() < 0.01);
        }

        #[test]
        fn a_held_window_is_within_the_limits(
            start in -1e12f64..1e12, log in 0f64..14.0, x in 0f32..1400.0,
        ) {
            let limits = Limits::for_record(-1e9, 2e9);
            let view = Viewport::new(start, start + 10f64.powf(log), 1400.0).clamped(&limits, x);
            prop_assert!(view.length_s() >= limits.shortest_s * 0.999_999);
            prop_assert!(view.length_s() <= limits.longest_s * 1.000_001);
            let middle = view.centre_s();
            prop_assert!(middle >= limits.first_s - 1e-3 && middle <= limits.last_s + 1e-3);
        }
    }

    #[test]
    fn fitting_leaves_the_margins() {
        let view = Viewport::fit(0.0, 800.0, 0.1, 1000.0);
        assert!((view.x_of(0.0) - 100.0).abs() < 0.01);
        assert!((view.x_of(800.0) - 900.0).abs() < 0.01);
    }

    #[test]
    fn dragging_to_the_right_shows_earlier_times() {
        let view = Viewport::new(0.0, 1000.0, 1000.0);
        assert!((view.pan(10.0).start_s + 10.0).abs() < 1e-9);
    }

    #[test]
    fn nonsense_does_not_break_a_window() {
        let view = Viewport::new(5.0, -5.0, 0.0);
        assert!(view.seconds_per_point > 0.0 && view.width_points >= 1.0);
        assert_eq!(view.zoom_about(0.0, f64::NAN), view);
        assert_eq!(view.zoom_about(0.0, 0.0), view);
        assert!(view.x_of(f64::MAX) <= 1e7);
        for (start, end) in [(-1e308, 1e308), (f64::NAN, 1.0), (0.0, f64::INFINITY)] {
            let view = Viewport::new(start, end, 100.0);
            assert!(view.start_s.is_finite() && view.end_s().is_finite());
        }
    }
}
