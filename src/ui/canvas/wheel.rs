//! The wheel, the trackpad and fingers that pinch.

use egui::{Event, Pos2, Rect, Ui, Vec2};

use crate::app::command::{Command, Gesture};
use crate::scene::Scene;

/// One step of the wheel without and with Ctrl.
pub(super) const WHEEL_FACTOR: f64 = 1.25;
const FINE_FACTOR: f64 = 1.05;
/// Points that a wheel reports for one step.
const WHEEL_STEP_POINTS: f32 = 50.0;

/// Turns the wheel's turns of this frame into commands.
pub(super) fn wheel(
    ui: &Ui,
    pointer: Option<Pos2>,
    plot_left: f32,
    rect: Rect,
    scene: &Scene,
    send: &mut Vec<Command>,
) {
    let Some(at) = pointer else { return };
    let x = (at.x - plot_left).max(0.0);
    let over_lane_names = at.x < plot_left;
    ui.input(|input| {
        let touching = input.multi_touch().map(|touch| f64::from(touch.zoom_delta));
        if let Some(factor) = touching.filter(|factor| (factor - 1.0).abs() > 1e-4) {
            send.push(Command::Hand(Gesture::Pinch { x, factor }));
        }
        for event in &input.events {
            match *event {
                Event::Zoom(factor) => {
                    let factor = f64::from(factor);
                    send.push(Command::Hand(Gesture::Pinch { x, factor }));
                }
                Event::MouseWheel {
                    unit,
                    delta,
                    modifiers,
                    source,
                    ..
                } => {
                    let points = match unit {
                        egui::MouseWheelUnit::Point => delta,
                        egui::MouseWheelUnit::Line => delta * WHEEL_STEP_POINTS,
                        egui::MouseWheelUnit::Page => delta * rect.height(),
                    };
                    let trackpad = is_trackpad(source, unit);
                    scrolled(points, modifiers, trackpad, x, over_lane_names, scene, send);
                }
                _ => {}
            }
        }
    });
}

/// Whether two fingers scrolled. Only macOS tells; elsewhere a wheel counts lines and fingers
/// count points (egui-winit 0.37, `on_mouse_wheel`). The tail of a flick is the fingers' too.
fn is_trackpad(source: egui::MouseWheelSource, unit: egui::MouseWheelUnit) -> bool {
    use egui::MouseWheelSource as From;
    match source {
        From::Trackpad | From::Momentum => true,
        From::Unknown => unit == egui::MouseWheelUnit::Point,
        From::Wheel => false,
    }
}

fn scrolled(
    points: Vec2,
    modifiers: egui::Modifiers,
    trackpad: bool,
    x: f32,
    over_lane_names: bool,
    scene: &Scene,
    send: &mut Vec<Command>,
) {
    if modifiers.shift || (points.x.abs() > points.y.abs() && !trackpad) {
        let along = if points.x.abs() > points.y.abs() {
            points.x
        } else {
            points.y
        };
        send.push(Command::Hand(Gesture::Nudge(along * 2.0)));
    } else if modifiers.ctrl || modifiers.command {
        let steps = f64::from(points.y / WHEEL_STEP_POINTS);
        send.push(Command::Hand(Gesture::Wheel {
            x,
            factor: FINE_FACTOR.powf(steps),
        }));
    } else if trackpad {
        send.push(Command::Hand(Gesture::Pan(points.x)));
        send.push(Command::Hand(Gesture::Scroll(-points.y)));
    } else if over_lane_names && scene.lanes_height > scene.layout.lanes.height() {
        send.push(Command::Hand(Gesture::Scroll(-points.y)));
    } else {
        let steps = f64::from(points.y / WHEEL_STEP_POINTS);
        send.push(Command::Hand(Gesture::Wheel {
            x,
            factor: WHEEL_FACTOR.powf(steps),
        }));
    }
}
