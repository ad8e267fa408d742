//! The scene as a whole: what holds for every record and window, and each part by example.

mod band_rows;
mod beyond;
mod folded;
mod kept;
mod long;
mod marks;
mod narrow;
mod parts;
mod properties;
mod real_record;
mod relatives;
mod running;

use super::fixture::{EVENT, Made, Stage, day, record, record_with, window};
use super::*;

/// The mark of an event.
fn mark_of(scene: &Scene, stage: &Stage, id: &str) -> Mark {
    let event = stage.event(id);
    let found = scene.marks.iter().find(|mark| mark.event == event);
    found.expect("the event has a mark").clone()
}

fn is_inside(plot: &Rect, rect: &Rect) -> bool {
    rect.left >= plot.left
        && rect.right <= plot.right
        && rect.top >= plot.top
        && rect.bottom <= plot.bottom
}
