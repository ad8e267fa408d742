//! Where a hand takes hold of an event: by its mark, or by an end of what lasts.

use super::{Hit, Mark, MarkForm, Point, Scene, SpanEdge, SpanReason};
use crate::date::{Grip, Shape};
use crate::record::{EventIx, Timeline};

/// How far from an end the pointer may be.
const REACH: f32 = 6.0;

/// An event that a hand can take hold of at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grab {
    /// The event.
    pub event: EventIx,
    /// Position in [`Scene::marks`].
    pub mark: usize,
    /// Position of its lane in [`crate::index::Index::lanes`].
    pub lane: u16,
    /// All of it, or the end that is there.
    pub grip: Grip,
}

impl Scene {
    /// What a hand takes hold of at a place on the canvas: the mark there, by one of its ends where
    /// the event lasts from one date to another. A bar that only says how exact a date is has no
    /// ends to pull.
    pub fn grab(&self, timeline: &Timeline, x: f32, y: f32) -> Option<Grab> {
        let Some(Hit::Event { event, mark: at }) = self.hit(x, y) else {
            return None;
        };
        let mark = self.marks.get(at)?;
        let lane = self.lanes.get(usize::from(mark.lane))?.index_lane;
        let end = end_at(mark, Point::new(x, y)).filter(|_| {
            let whole = timeline.event(event);
            whole.is_some_and(|whole| matches!(whole.date.shape(), Shape::Interval(_)))
        });
        Some(Grab {
            event,
            mark: at,
            lane,
            grip: end.unwrap_or_default(),
        })
    }
}

/// The end of a bar that is near a place; between two ends that are near each other lies a third
/// of the bar that is neither.
fn end_at(mark: &Mark, at: Point) -> Option<Grip> {
    let MarkForm::Span {
        rect,
        start,
        end,
        reason: SpanReason::Duration,
        ..
    } = mark.form
    else {
        return None;
    };
    if rect.distance(at) > REACH {
        return None;
    }
    let inwards = REACH.min(rect.width() / 3.0);
    let near = |inside: f32| (-REACH..=inwards).contains(&inside);
    let has_date = |edge| matches!(edge, SpanEdge::Sharp | SpanEdge::Fuzzy);
    if has_date(start) && near(at.x - rect.left) {
        Some(Grip::Start)
    } else if has_date(end) && near(rect.right - at.x) {
        Some(Grip::End)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{EVENT, Made, Stage, day, record, window};
    use super::*;
    use crate::index::Grouping;

    fn grip_at(stage: &mut Stage, id: &str, of_width: f32, beside: f32) -> Option<Grip> {
        let scene = stage.scene(window(day(1972, 1, 1), day(1973, 1, 1)));
        let event = stage.event(id);
        let mark = scene.marks.iter().find(|mark| mark.event == event);
        let bounds = mark.expect("its mark").bounds();
        let x = bounds.left + bounds.width() * of_width + beside;
        let found = scene.grab(&stage.timeline, x, bounds.centre().y)?;
        assert_eq!(found.event, event);
        Some(found.grip)
    }

    fn of(date: &str) -> Stage {
        let made = Made { date, ..EVENT };
        Stage::new(record(&[made]), Grouping::None)
    }

    #[test]
    fn what_lasts_is_held_by_its_ends_or_as_a_whole() {
        let mut stage = of("1972-03-01/1972-06-30");
        assert_eq!(grip_at(&mut stage, "e0", 0.0, 3.0), Some(Grip::Start));
        assert_eq!(grip_at(&mut stage, "e0", 0.0, -3.0), Some(Grip::Start));
        assert_eq!(grip_at(&mut stage, "e0", 0.5, 0.0), Some(Grip::Whole));
        assert_eq!(grip_at(&mut stage, "e0", 1.0, -3.0), Some(Grip::End));
    }

    #[test]
    fn a_short_bar_can_still_be_held_in_its_middle() {
        let mut stage = of("1972-03-01/1972-03-05");
        assert_eq!(grip_at(&mut stage, "e0", 0.5, 0.0), Some(Grip::Whole));
        assert_eq!(grip_at(&mut stage, "e0", 1.0, -1.0), Some(Grip::End));
    }

    #[test]
    fn a_point_an_inexact_date_and_an_end_without_a_date_have_no_ends() {
        for date in ["1972-03-05", "1972-03", "1972-03~"] {
            let mut stage = of(date);
            for of_width in [0.0, 0.5, 1.0] {
                let grip = grip_at(&mut stage, "e0", of_width, 0.0);
                assert_eq!(grip, Some(Grip::Whole), "{date}");
            }
        }
        let mut open = of("1972-03-01/..");
        assert_eq!(grip_at(&mut open, "e0", 1.0, -3.0), Some(Grip::Whole));
        // It is drawn as long as a set reaches, and no set has ends of its own.
        let mut set = of("{1972-03-01,1972-06-30}");
        assert_eq!(grip_at(&mut set, "e0", 0.0, 2.0), Some(Grip::Whole));
    }
}
