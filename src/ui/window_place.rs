//! Brings a window back that was restored where nobody sees it, or too small to be of use.
//!
//! eframe restores the window's place as it was saved. On Linux it does not look whether there is
//! still a monitor there, and a saved size may be of any kind.

use egui::{Context, Pos2, Rect, Vec2, ViewportCommand, pos2, vec2};

/// The window's size at its first start, in points.
pub(super) const USUAL_POINTS: Vec2 = vec2(1280.0, 800.0);
/// The least size that it may be drawn to, in points.
pub(super) const LEAST_POINTS: Vec2 = vec2(720.0, 480.0);

/// So much of the window's upper edge must lie on a monitor that a pointer can take hold of it.
const GRASP_PIXELS: Vec2 = vec2(100.0, 40.0);

/// Looks at the window once it stands, and corrects its place and size.
pub(super) fn correct(ctx: &Context, frame: &eframe::Frame) {
    let Some(window) = frame.winit_window() else {
        return;
    };
    let scale = window.scale_factor() as f32 * ctx.zoom_factor();
    let inner = window.inner_size();
    let size = vec2(inner.width as f32, inner.height as f32);
    let monitors: Vec<Rect> = window
        .available_monitors()
        .map(|monitor| {
            let (at, size) = (monitor.position(), monitor.size());
            Rect::from_min_size(
                pos2(at.x as f32, at.y as f32),
                vec2(size.width as f32, size.height as f32),
            )
        })
        .collect();
    let larger = sane_size(size / scale, &monitors, scale);
    if let Some(points) = larger {
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(points));
    }
    // Wayland tells no place, and gives a sane one itself.
    let Ok(at) = window.outer_position() else {
        return;
    };
    let size = larger.map_or(size, |points| points * scale);
    let window = Rect::from_min_size(pos2(at.x as f32, at.y as f32), size);
    if let Some(pixels) = sane_place(window, &monitors) {
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(
            (pixels.to_vec2() / scale).to_pos2(),
        ));
    }
}

/// Another size in points for a window that is too small; none where it is of use.
fn sane_size(points: Vec2, monitors: &[Rect], scale: f32) -> Option<Vec2> {
    // A small monitor may not have room for the least size.
    let room = monitors
        .iter()
        .map(|monitor| monitor.size() / scale)
        .reduce(Vec2::max)
        .unwrap_or(USUAL_POINTS);
    let least = LEAST_POINTS.min(room);
    let is_small = points.x < least.x || points.y < least.y;
    is_small.then(|| USUAL_POINTS.min(room))
}

/// Another place for a window of which nobody can take hold, in the middle of the first monitor;
/// none where one can.
fn sane_place(window: Rect, monitors: &[Rect]) -> Option<Pos2> {
    let first = monitors.first()?;
    let handle = Rect::from_min_size(window.min, vec2(window.width(), GRASP_PIXELS.y));
    let can_grasp = monitors.iter().any(|monitor| {
        let seen = handle.intersect(*monitor);
        seen.width() >= GRASP_PIXELS.x.min(window.width()) && seen.height() >= GRASP_PIXELS.y / 2.0
    });
    if can_grasp {
        return None;
    }
    let free = (first.size() - window.size()).max(Vec2::ZERO) / 2.0;
    Some((first.min + free).round())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(width, height))
    }

    #[test]
    fn a_window_that_can_be_grasped_stays() {
        let monitors = [
            rect(0.0, 0.0, 1920.0, 1080.0),
            rect(1920.0, 200.0, 1280.0, 720.0),
        ];
        for window in [
            rect(0.0, 0.0, 1920.0, 1080.0),
            rect(1500.0, 900.0, 1280.0, 800.0),
            rect(-1100.0, 100.0, 1280.0, 800.0),
            rect(2400.0, 300.0, 1280.0, 800.0),
        ] {
            assert_eq!(sane_place(window, &monitors), None, "{window}");
        }
    }

    #[test]
    fn a_window_on_a_monitor_that_is_gone_comes_back() {
        let monitors = [rect(0.0, 0.0, 1920.0, 1080.0)];
        for window in [
            rect(5000.0, 4000.0, 1280.0, 800.0),
            rect(-3000.0, -4000.0, 1280.0, 800.0),
            rect(100.0, -600.0, 1280.0, 800.0),
            rect(1900.0, 100.0, 1280.0, 800.0),
            rect(100.0, 1075.0, 1280.0, 800.0),
        ] {
            let place = sane_place(window, &monitors);
            assert_eq!(place, Some(pos2(320.0, 140.0)), "{window}");
        }
        // One that is larger than the monitor begins at its corner.
        let large = rect(9000.0, 0.0, 4000.0, 3000.0);
        assert_eq!(sane_place(large, &monitors), Some(Pos2::ZERO));
        assert_eq!(sane_place(large, &[]), None);
    }

    #[test]
    fn a_tiny_window_gets_the_usual_size() {
        let monitors = [rect(0.0, 0.0, 1920.0, 1080.0)];
        assert_eq!(
            sane_size(vec2(64.0, 64.0), &monitors, 1.0),
            Some(USUAL_POINTS)
        );
        assert_eq!(sane_size(LEAST_POINTS, &monitors, 1.0), None);
        // A monitor on which not even the least size has room.
        let small = [rect(0.0, 0.0, 640.0, 480.0)];
        assert_eq!(sane_size(vec2(640.0, 480.0), &small, 1.0), None);
        assert_eq!(
            sane_size(vec2(64.0, 64.0), &small, 1.0),
            Some(vec2(640.0, 480.0))
        );
    }
}
