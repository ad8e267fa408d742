//! The stretch of time for which a layout holds.
//!
//! A layout is made for three windows at a scale of a fixed ladder and kept while the window stays
//! inside: panning and small zooms then only move what is there. The scale is the coarser
//! neighbour on the ladder, so that what stands apart in the layout stands further apart on the
//! screen.

use super::super::Viewport;

/// Steps of the ladder in one doubling of the scale.
const STEPS_PER_DOUBLING: f64 = 4.0;
/// Widths are rounded up to this, so that a window that is being resized keeps its layouts.
const WIDTH_STEP: f32 = 256.0;

/// A quantised window: scale and place on fixed ladders.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    /// Position of the scale on the ladder.
    pub scale_step: i32,
    /// Seconds a point in the layout: at most 19 % coarser than on the screen.
    pub seconds_per_point: f64,
    /// First second of the region.
    pub start_s: f64,
    /// Width of the region in points of the layout.
    pub width_points: f32,
}

impl Region {
    /// The region in which a window's layout is made.
    pub fn of(viewport: &Viewport) -> Self {
        let step = (viewport.seconds_per_point.log2() * STEPS_PER_DOUBLING - 1e-6).ceil();
        let seconds_per_point = (step / STEPS_PER_DOUBLING).exp2();
        let width = (viewport.width_points / WIDTH_STEP).ceil().max(1.0) * WIDTH_STEP;
        let window_s = f64::from(width) * seconds_per_point;
        let chunk = (viewport.start_s / window_s).floor();
        Self {
            scale_step: step as i32,
            seconds_per_point,
            start_s: (chunk - 1.0) * window_s,
            width_points: width * 3.0,
        }
    }

    /// First second after the region.
    pub fn end_s(&self) -> f64 {
        self.start_s + f64::from(self.width_points) * self.seconds_per_point
    }

    /// Points of the layout from the region's start; held at ±1e7.
    pub fn x_of(&self, second: i64) -> f32 {
        ((second as f64 - self.start_s) / self.seconds_per_point).clamp(-1e7, 1e7) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_holds_the_window_with_room_at_both_sides_for_any_scale() {
        for power in -20..60 {
            let scale = 2f64.powf(f64::from(power) * 0.37);
            for start in [-4e17, -1e10, -3.3, 0.0, 1.7e9] {
                let view = Viewport {
                    start_s: start,
                    seconds_per_point: scale,
                    width_points: 1428.0,
                };
                let region = Region::of(&view);
                assert!(region.seconds_per_point >= scale * 0.999_999);
                assert!(region.seconds_per_point <= scale * 1.1893);
                // Far from 1970 `f64` counts in steps of a minute.
                let grain = 128.0_f64.min(start.abs() * 1e-15);
                assert!(region.start_s <= view.start_s + grain);
                assert!(region.end_s() >= view.end_s() - grain);
            }
        }
    }

    #[test]
    fn a_pan_keeps_its_region_until_a_window_is_passed() {
        let view = Viewport::new(0.0, 1024.0 * 1024.0, 1024.0);
        let region = Region::of(&view);
        assert_eq!(Region::of(&view.pan(-1000.0)), region);
        assert_ne!(Region::of(&view.pan(-1030.0)), region);
        assert_eq!(Region::of(&view.pan(-1030.0)).scale_step, region.scale_step);
    }
}
