//! What is under the pointer. Reads the scene, never the painter.

use super::{MarkForm, Point, Scene};
use crate::record::EventIx;

/// Something on the canvas that answers to the pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hit {
    /// An event's mark or label: position in [`Scene::marks`].
    Event {
        /// The event.
        event: EventIx,
        /// Position in [`Scene::marks`].
        mark: usize,
    },
    /// A pill: position in [`Scene::clusters`].
    Cluster(usize),
    /// The pill of what still runs in a lane: position in [`Scene::lanes`].
    Running(usize),
    /// A lane's header: position in [`Scene::lanes`].
    LaneHeader(usize),
    /// An arc or its word: position in [`Scene::arcs`].
    Arc(usize),
    /// An arrow at the edge: position in [`Scene::edge_arrows`].
    EdgeArrow(usize),
    /// An office holder: row in [`Scene::bands`] and position in it.
    Band(usize, usize),
    /// The overview.
    Overview(OverviewPart),
}

/// Parts of the overview that can be dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverviewPart {
    /// The left end of the window.
    Start,
    /// The right end of the window.
    End,
    /// The window itself.
    Window,
    /// The strip beside the window.
    Strip,
}

/// How far from a mark the pointer may be.
const REACH: f32 = 6.0;
/// How far from an arc's line the pointer may be.
const ARC_REACH: f32 = 4.0;

impl Scene {
    /// What is under a place on the canvas, the topmost first.
    pub fn hit(&self, x: f32, y: f32) -> Option<Hit> {
        let at = Point::new(x, y);
        if let Some(overview) = &self.overview
            && self.layout.overview.contains(at)
        {
            return (x >= overview.rect.left).then(|| Hit::Overview(overview.part_at(at)));
        }
        if self.layout.bands.contains(at) {
            return self.band_at(at);
        }
        if !self.layout.lanes.contains(at) {
            return None;
        }
        let arrow = self
            .edge_arrows
            .iter()
            .position(|arrow| arrow.rect.contains(at));
        if let Some(arrow) = arrow {
            return Some(Hit::EdgeArrow(arrow));
        }
        let arc = self
            .arcs
            .iter()
            .position(|arc| arc.pill.is_some_and(|pill| pill.contains(at)));
        if let Some(arc) = arc {
            return Some(Hit::Arc(arc));
        }
        if x < self.layout.header.right {
            let lane = self.lanes.iter().position(|lane| lane.rect.contains(at))?;
            let running = self.lanes[lane].running.as_ref();
            if running.is_some_and(|pill| pill.rect.grown(2.0).contains(at)) {
                return Some(Hit::Running(lane));
            }
            return Some(Hit::LaneHeader(lane));
        }
        self.mark_at(at)
            .or_else(|| {
                let pill = |rect: super::Rect| rect.grown(1.0).contains(at);
                let found = self
                    .clusters
                    .iter()
                    .position(|cluster| pill(cluster.rect))?;
                Some(Hit::Cluster(found))
            })
            .or_else(|| Some(Hit::Arc(self.arc_at(at)?)))
    }

    fn band_at(&self, at: Point) -> Option<Hit> {
        let row = self.bands.iter().position(|row| row.rect.contains(at))?;
        let segments = &self.bands[row].segments;
        let segment = segments
            .iter()
            .position(|segment| segment.rect.contains(at))?;
        Some(Hit::Band(row, segment))
    }

    /// The nearest mark; its shape counts more than a label that lies there too.
    fn mark_at(&self, at: Point) -> Option<Hit> {
        let mut best: Option<(f32, usize)> = None;
        for (position, mark) in self.marks.iter().enumerate() {
            if (mark.centre.y - at.y).abs() > 16.0 + REACH {
                continue;
            }
            let to_mark = match mark.form {
                MarkForm::Point { radius, .. } => {
                    ((at.x - mark.centre.x).hypot(at.y - mark.centre.y) - radius).max(0.0)
                }
                MarkForm::Span { rect, .. } => rect.distance(at),
            };
            let on_label = [&mark.label, &mark.note].into_iter().flatten().any(|line| {
                at.x >= line.left() && at.x <= line.right() && (at.y - line.anchor.y).abs() <= 9.0
            });
            // A label is a target of its own, behind any shape that is truly under the pointer.
            let distance = if on_label { to_mark.min(1.0) } else { to_mark };
            if distance <= REACH && best.is_none_or(|(nearest, _)| distance <= nearest) {
                best = Some((distance, position));
            }
        }
        let (distance, mark) = best?;
        // A pill that holds the pointer wins over a dot that is only near.
        if distance > 1.0 && self.clusters.iter().any(|pill| pill.rect.contains(at)) {
            return None;
        }
        Some(Hit::Event {
            event: self.marks[mark].event,
            mark,
        })
    }

    fn arc_at(&self, at: Point) -> Option<usize> {
        self.arcs.iter().position(|arc| {
            (0..48).any(|step| {
                let share = step as f32 / 48.0;
                let a = super::relations::at(&arc.curve, share);
                let b = super::relations::at(&arc.curve, share + 1.0 / 48.0);
                distance_to_line(at, a, b) <= ARC_REACH
            })
        })
    }
}

impl super::Overview {
    /// Which part of the overview is under a place.
    pub fn part_at(&self, at: Point) -> OverviewPart {
        const GRIP: f32 = 6.0;
        let window = self.window;
        // A narrow window can still be moved by its middle.
        let grip = GRIP.min(window.width() / 3.0).max(2.0);
        if (at.x - window.left).abs() <= grip {
            OverviewPart::Start
        } else if (at.x - window.right).abs() <= grip {
            OverviewPart::End
        } else if at.x > window.left && at.x < window.right {
            OverviewPart::Window
        } else {
            OverviewPart::Strip
        }
    }
}

fn distance_to_line(at: Point, a: Point, b: Point) -> f32 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 {
        (((at.x - a.x) * dx + (at.y - a.y) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (at.x - a.x - dx * share).hypot(at.y - a.y - dy * share)
}
