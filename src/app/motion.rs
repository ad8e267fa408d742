//! How the window of time moves: glides that follow the hand, flights for long ways, inertia
//! after a throw, and keys that are held.

use crate::scene::{Flight, Glide, Limits, Viewport, ease_in_out};

/// A thrown canvas loses this share of its speed in a second.
const FRICTION_PER_S: f64 = 5.0;
/// Slower than this, in points a second, it stands.
const REST_POINTS_PER_S: f32 = 12.0;
/// Held keys begin at this speed, in screens a second.
const HELD_SCREENS_PER_S: f64 = 0.7;
/// Held keys grow faster by this factor in a second, up to [`HELD_MOST`].
const HELD_GROWTH_PER_S: f64 = 2.2;
/// How much faster held keys may get.
const HELD_MOST: f64 = 4.0;

/// What moves the window at present.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Motion {
    /// Nothing: no frames are drawn.
    #[default]
    Still,
    /// A short eased change.
    Glide(Glide),
    /// A long way; seconds flown so far.
    Flight(Flight, f64),
    /// Thrown: points a second, towards later times positive on screen.
    Thrown(f32),
}

/// Which way held keys push.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Held {
    /// −1 earlier, +1 later.
    pub pan: f64,
    /// −1 out, +1 in.
    pub zoom: f64,
    /// Seconds held so far.
    pub for_s: f64,
}

impl Held {
    /// Whether any key is held.
    pub fn any(&self) -> bool {
        self.pan != 0.0 || self.zoom != 0.0
    }
}

impl Motion {
    /// Moves the window on by some seconds; returns where it is and what goes on.
    #[must_use]
    pub fn step(self, viewport: Viewport, seconds: f64) -> (Viewport, Self) {
        let width = viewport.width_points;
        match self {
            Self::Still => (viewport, Self::Still),
            Self::Glide(glide) => {
                let glide = glide.later(seconds);
                let next = if glide.is_over() {
                    Self::Still
                } else {
                    Self::Glide(glide)
                };
                (resized(glide.now(), width), next)
            }
            Self::Flight(flight, flown_s) => {
                let flown_s = flown_s + seconds;
                let share = flown_s / flight.duration_s();
                let next = if share >= 1.0 {
                    Self::Still
                } else {
                    Self::Flight(flight, flown_s)
                };
                (resized(flight.at(ease_in_out(share)), width), next)
            }
            Self::Thrown(speed) => {
                let moved = viewport.pan(speed * seconds as f32);
                let slower = speed * (-FRICTION_PER_S * seconds).exp() as f32;
                let next = if slower.abs() < REST_POINTS_PER_S {
                    Self::Still
                } else {
                    Self::Thrown(slower)
                };
                (moved, next)
            }
        }
    }

    /// Where the window will come to rest.
    pub fn target(&self, viewport: Viewport) -> Viewport {
        match self {
            Self::Still | Self::Thrown(_) => viewport,
            Self::Glide(glide) => resized(glide.target(), viewport.width_points),
            Self::Flight(flight, _) => resized(flight.target(), viewport.width_points),
        }
    }

    /// A glide to a window, from where things are now.
    #[must_use]
    pub fn glide_to(self, viewport: Viewport, target: Viewport) -> Self {
        match self {
            Self::Glide(glide) if glide.now().width_points == target.width_points => {
                Self::Glide(glide.retarget(target))
            }
            _ => Self::Glide(Glide::new(viewport, target)),
        }
    }

    /// A flight to a window; a short way is a glide.
    #[must_use]
    pub fn fly_to(self, viewport: Viewport, target: Viewport) -> Self {
        let flight = Flight::new(viewport, target);
        if flight.length() < 0.02 {
            Self::Glide(Glide::new(viewport, target))
        } else {
            Self::Flight(flight, 0.0)
        }
    }
}

/// The window after keys were held for some seconds.
#[must_use]
pub fn held(viewport: Viewport, held: &Held, seconds: f64, anchor_x: f32) -> Viewport {
    let speed = HELD_SCREENS_PER_S * HELD_GROWTH_PER_S.powf(held.for_s).min(HELD_MOST);
    let points = -held.pan * speed * seconds * f64::from(viewport.width_points);
    let factor = (held.zoom * speed * seconds * 2.0).exp();
    viewport.pan(points as f32).zoom_about(anchor_x, factor)
}

/// The same window of time on a plot of another width.
fn resized(viewport: Viewport, width_points: f32) -> Viewport {
    if viewport.width_points == width_points {
        viewport
    } else {
        Viewport::new(viewport.start_s, viewport.end_s(), width_points)
    }
}

/// The window held within what may be shown, about the place that zooming holds; motion against
/// the limit stops.
pub fn limited(
    viewport: Viewport,
    motion: Motion,
    limits: &Limits,
    anchor_x: f32,
) -> (Viewport, Motion) {
    let held = viewport.clamped(limits, anchor_x);
    let stopped = matches!(motion, Motion::Thrown(_)) && held != viewport;
    (held, if stopped { Motion::Still } else { motion })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME_S: f64 = 1.0 / 60.0;

    fn window() -> Viewport {
        Viewport::new(0.0, 1e6, 1000.0)
    }

    fn to_rest(mut viewport: Viewport, mut motion: Motion) -> (Viewport, usize) {
        for frame in 0..1000 {
            if motion == Motion::Still {
                return (viewport, frame);
            }
            (viewport, motion) = motion.step(viewport, FRAME_S);
        }
        panic!("it never comes to rest");
    }

    #[test]
    fn a_glide_rests_at_its_target_in_a_third_of_a_second() {
        let target = window().zoom_about(300.0, 1.25);
        let (at, frames) = to_rest(window(), Motion::Still.glide_to(window(), target));
        assert_eq!(at, target);
        assert!(frames <= 20, "{frames}");
    }

    #[test]
    fn a_throw_slows_down_and_rests_further_on() {
        let (at, frames) = to_rest(window(), Motion::Thrown(-900.0));
        assert!(at.start_s > window().start_s);
        assert!((10..120).contains(&frames), "{frames}");
    }

    #[test]
    fn a_flight_rests_at_its_target_although_the_plot_was_resized() {
        let target = Viewport::new(5e8, 5e8 + 1e5, 1000.0);
        let (mut at, mut motion) = (window(), Motion::Still.fly_to(window(), target));
        (at, motion) = motion.step(at, FRAME_S);
        let (at, _) = to_rest(Viewport::new(at.start_s, at.end_s(), 700.0), motion);
        assert!((at.start_s - target.start_s).abs() < 1.0);
        assert!((at.width_points - 700.0).abs() < f32::EPSILON);
    }

    #[test]
    fn held_keys_get_faster() {
        let early = held(
            window(),
            &Held {
                pan: 1.0,
                zoom: 0.0,
                for_s: 0.0,
            },
            FRAME_S,
            0.0,
        );
        let late = held(
            window(),
            &Held {
                pan: 1.0,
                zoom: 0.0,
                for_s: 1.0,
            },
            FRAME_S,
            0.0,
        );
        assert!(early.start_s > 0.0);
        assert!(late.start_s > early.start_s);
    }
}
