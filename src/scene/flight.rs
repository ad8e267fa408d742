//! Moving between two windows of time: short glides and long flights.
//!
//! A flight follows van Wijk and Nuij, "Smooth and efficient zooming and panning" (2003): it zooms
//! out while it travels so that the paper passes at a steady pace, and in again at the end.

use super::Viewport;

/// How much a flight prefers zooming to panning (their ρ; they found 1.4 liked best).
const RHO: f64 = 1.4;

/// A path from one window to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flight {
    from: Viewport,
    to: Viewport,
    path: Path,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Path {
    /// The middle stays: only the scale changes.
    Zoom { length: f64 },
    /// The arc of the paper: `r0` is where on it the start lies, `length` how long it is.
    Arc { r0: f64, length: f64 },
}

impl Flight {
    /// The path from a window to another of the same width.
    pub fn new(from: Viewport, to: Viewport) -> Self {
        let (w0, w1) = (from.length_s(), to.length_s());
        let distance = (to.centre_s() - from.centre_s()).abs();
        let path = if distance < w0.min(w1) * 1e-3 {
            Path::Zoom {
                length: (w1 / w0).ln().abs() / RHO,
            }
        } else {
            let rho2 = RHO * RHO;
            let reach = rho2 * rho2 * distance * distance;
            let b0 = (w1 * w1 - w0 * w0 + reach) / (2.0 * w0 * rho2 * distance);
            let b1 = (w1 * w1 - w0 * w0 - reach) / (2.0 * w1 * rho2 * distance);
            let (r0, r1) = (-b0.asinh(), -b1.asinh());
            Path::Arc {
                r0,
                length: (r1 - r0) / RHO,
            }
        };
        Self { from, to, path }
    }

    /// Where it goes.
    pub fn target(&self) -> Viewport {
        self.to
    }

    /// Length of the path in the paper's measure: 1 is about a screen's pan.
    pub fn length(&self) -> f64 {
        match self.path {
            Path::Zoom { length } | Path::Arc { length, .. } => length,
        }
    }

    /// A good time for it: 0.3 s for a short way, at most 1.4 s for the longest.
    pub fn duration_s(&self) -> f64 {
        (0.2 + self.length() * 0.09).clamp(0.3, 1.4)
    }

    /// The window at a share of the way, 0 to 1, at a steady pace.
    pub fn at(&self, share: f64) -> Viewport {
        if share >= 1.0 || !share.is_finite() {
            return self.to;
        }
        if share <= 0.0 {
            return self.from;
        }
        let (w0, w1) = (self.from.length_s(), self.to.length_s());
        let (u0, u1) = (self.from.centre_s(), self.to.centre_s());
        let (centre, length) = match self.path {
            Path::Zoom { .. } => (u0 + (u1 - u0) * share, w0 * (w1 / w0).powf(share)),
            Path::Arc { r0, length } => {
                let s = RHO * length * share + r0;
                let along = w0 / (RHO * RHO) * (r0.cosh() * s.tanh() - r0.sinh());
                (u0 + along * (u1 - u0).signum(), w0 * r0.cosh() / s.cosh())
            }
        };
        let width_points = self.to.width_points;
        let seconds_per_point = length / f64::from(width_points);
        if !(centre.is_finite() && seconds_per_point.is_finite() && seconds_per_point > 0.0) {
            return self.to;
        }
        Viewport {
            start_s: centre - length / 2.0,
            seconds_per_point,
            width_points,
        }
    }
}

/// A short, eased move that may get a new target while it runs.
///
/// The scale moves in equal ratios, and the place that both windows share stays where it is, so a
/// zoom stays anchored at the pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glide {
    from: Viewport,
    to: Viewport,
    elapsed_s: f64,
}

impl Glide {
    /// How long a glide takes.
    pub const DURATION_S: f64 = 0.3;

    /// A glide that begins now.
    pub fn new(from: Viewport, to: Viewport) -> Self {
        Self {
            from,
            to,
            elapsed_s: 0.0,
        }
    }

    /// Where it goes.
    pub fn target(&self) -> Viewport {
        self.to
    }

    /// The same glide some seconds later.
    #[must_use]
    pub fn later(&self, seconds: f64) -> Self {
        Self {
            elapsed_s: self.elapsed_s + seconds.max(0.0),
            ..*self
        }
    }

    /// Whether it has arrived.
    pub fn is_over(&self) -> bool {
        self.elapsed_s >= Self::DURATION_S
    }

    /// A glide from where this one is now to a new target.
    #[must_use]
    pub fn retarget(&self, to: Viewport) -> Self {
        Self::new(self.now(), to)
    }

    /// The window now.
    pub fn now(&self) -> Viewport {
        if self.is_over() {
            return self.to;
        }
        between(
            &self.from,
            &self.to,
            ease_out(self.elapsed_s / Self::DURATION_S),
        )
    }
}

/// Starts at once and comes to rest softly: what follows a hand should not hesitate.
pub fn ease_out(share: f64) -> f64 {
    1.0 - (1.0 - share.clamp(0.0, 1.0)).powi(3)
}

/// Starts and ends softly: for flights.
pub fn ease_in_out(share: f64) -> f64 {
    let t = share.clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// The window a share of the way from one to another, in equal ratios of scale about the place
/// that both share.
pub fn between(from: &Viewport, to: &Viewport, share: f64) -> Viewport {
    if share >= 1.0 {
        return *to;
    }
    let (s0, s1) = (from.seconds_per_point, to.seconds_per_point);
    let scale = s0 * (s1 / s0).powf(share);
    let moved = if (s1 / s0 - 1.0).abs() < 1e-6 {
        share
    } else {
        (s0 - scale) / (s0 - s1)
    };
    Viewport {
        start_s: from.start_s + (to.start_s - from.start_s) * moved,
        seconds_per_point: scale,
        width_points: to.width_points,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::viewport::SECONDS_PER_YEAR;
    use super::*;

    fn view(start_s: f64, length_s: f64) -> Viewport {
        Viewport::new(start_s, start_s + length_s, 1000.0)
    }

    proptest! {
        #[test]
        fn a_flight_starts_and_ends_where_it_should_and_never_tears(
            start in -4e17f64..4e9, log_from in 1f64..17.0,
            other in -4e17f64..4e9, log_to in 1f64..17.0,
        ) {
            let (from, to) = (view(start, 10f64.powf(log_from)), view(other, 10f64.powf(log_to)));
            let flight = Flight::new(from, to);
            prop_assert_eq!(flight.at(0.0), from);
            prop_assert_eq!(flight.at(1.0), to);
            for step in 1..100 {
                let at = flight.at(f64::from(step) / 100.0);
                prop_assert!(at.start_s.is_finite() && at.seconds_per_point > 0.0);
            }
        }
    }

    #[test]
    fn a_long_jump_zooms_out_and_a_short_one_does_not() {
        let year = SECONDS_PER_YEAR;
        let far = Flight::new(view(0.0, year / 12.0), view(50.0 * year, year / 12.0));
        let widest = (0..=100)
            .map(|step| far.at(f64::from(step) / 100.0).length_s())
            .fold(0.0, f64::max);
        assert!(
            widest > 20.0 * year && widest < 200.0 * year,
            "{}",
            widest / year
        );
        let near = Flight::new(view(0.0, year), view(0.1 * year, year));
        assert!(near.at(0.5).length_s() < 1.05 * year);
        assert!(far.duration_s() > near.duration_s());
        // Half way in time is half way in place: the path is symmetric.
        let middle = far.at(0.5).centre_s() / year;
        assert!((middle - 25.0).abs() < 0.2, "{middle}");
    }

    #[test]
    fn a_glide_keeps_the_second_under_the_pointer() {
        let from = view(0.0, 1e6);
        let held = from.time_at(700.0);
        let mut glide = Glide::new(from, from.zoom_about(700.0, 1.25));
        while !glide.is_over() {
            let now = glide.now();
            assert!((now.time_at(700.0) - held).abs() < 1e-3);
            glide = glide.later(0.016);
        }
        assert_eq!(glide.now(), glide.target());
    }

    #[test]
    fn a_glide_takes_a_new_target_without_a_jump() {
        let glide = Glide::new(view(0.0, 1e6), view(5e5, 2e6)).later(0.1);
        let again = glide.retarget(view(-1e6, 1e4));
        assert_eq!(again.now(), glide.now());
        assert!(!again.is_over());
        assert_eq!(again.later(1.0).now(), view(-1e6, 1e4));
    }
}
