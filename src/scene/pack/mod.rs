//! The layout of one lane: who has a row, and what stands in the last row.
//!
//! Positions in a layout are times; points appear only to decide what has room. The layout stays
//! valid while the window stays in its [`Region`].

mod overflow;
mod place;
mod region;
mod row;

pub use overflow::{Group, Item, count_text};
pub use region::Region;

use std::collections::HashSet;
use std::sync::Arc;

use super::Metrics;
use super::measure::Widths;
use crate::date::Language;
use crate::index::{LaneColumns, importance_of, reach};
use crate::record::{EventHead, EventIx};

/// A title with its width in the label font.
#[derive(Clone, Debug, PartialEq)]
pub struct Title {
    /// The words.
    pub text: Arc<str>,
    /// Whose glyphs to use.
    pub language: Language,
    /// Points the whole title takes.
    pub width: f32,
}

/// What a lane is packed from.
pub struct LanePack<'a> {
    /// The lane's events.
    pub lane: &'a LaneColumns,
    /// The heads of all events.
    pub heads: &'a [EventHead],
    /// Label rows.
    pub rows: u16,
    /// Where and how coarse.
    pub region: Region,
    /// Sizes.
    pub metrics: &'a Metrics,
    /// Last second of the record: labels that would run past it stand left of their mark, so that
    /// the newest events are labelled when the whole record is in view.
    pub record_end_s: i64,
}

/// An event that has a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The event.
    pub event: EventIx,
    /// Its position in the lane's columns.
    pub position: u32,
    /// Its row.
    pub row: u16,
    /// First second; `i64::MIN` when open.
    pub start_s: i64,
    /// First second after; `i64::MAX` when open.
    pub end_s: i64,
    /// Its title.
    pub title: Title,
    /// The label stands left of the mark.
    pub to_left: bool,
    /// Width of the label that has been claimed from others; there may be more room.
    pub claimed: f32,
}

/// Where an event's mark stands, in points from some origin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Left end of the mark.
    pub left: f32,
    /// Right end of the mark.
    pub right: f32,
    /// Radius of its shape.
    pub radius: f32,
}

impl Extent {
    /// A mark between two places: a bar, or a shape about the middle where the bar would be
    /// narrower than the shape.
    pub fn between(x0: f32, x1: f32, radius: f32) -> Self {
        if x1 - x0 > radius * 2.2 {
            Self {
                left: x0,
                right: x1,
                radius,
            }
        } else {
            let centre = f32::midpoint(x0, x1);
            Self {
                left: centre - radius,
                right: centre + radius,
                radius,
            }
        }
    }

    /// Whether it is drawn as a shape, not as a bar.
    pub fn is_point(&self) -> bool {
        self.right - self.left <= self.radius * 2.2
    }
}

impl LanePack<'_> {
    /// Position of an event in the lane, `None` where it is not in it.
    fn position(&self, event: EventIx) -> Option<usize> {
        let head = self.heads.get(event.index())?;
        self.lane.position(event, reach(head).0)
    }

    fn extent(&self, position: usize) -> Extent {
        let lane = self.lane;
        let (start, end) = (lane.start(position), lane.end(position));
        // The rank holds the importance: heads are too far apart in memory to ask here.
        let radius = self.metrics.radius(importance_of(lane.rank(position)));
        Extent::between(self.region.x_of(start), self.region.x_of(end), radius)
    }

    /// Room left of the region for labels and marks that stick out of it.
    fn margin(&self) -> f32 {
        self.metrics.label_width + self.metrics.foreign_margin + 40.0
    }

    /// The part of a row that a mark and its label take, in the row's points.
    fn reserved(&self, extent: &Extent, width: f32, to_left: bool) -> (f32, f32) {
        let m = self.metrics;
        let label = m.label_gap + width.min(m.label_width);
        let shift = self.margin();
        let (left, right) = (extent.left + shift, extent.right + shift + m.label_margin);
        if to_left {
            // Marks reserve a label's margin at their right.
            (left - label - (m.foreign_margin - m.label_margin), right)
        } else if label_inside(extent, width, m) {
            (left, right)
        } else {
            (left, right + label)
        }
    }

    /// The parts of which one must be free for a mark with the least of labels: the label stands
    /// right of the mark and, near the record's end, left of it.
    fn least_room(&self, position: usize) -> [(f32, f32); 2] {
        let extent = self.extent(position);
        let least = self.metrics.label_width_least;
        let right = self.reserved(&extent, least, false);
        // A short title may still stand right where a long one turns.
        if self.turns_left(&extent, self.metrics.label_width) {
            [right, self.reserved(&extent, least, true)]
        } else {
            [right, right]
        }
    }

    /// Whether the label stands left because right of the mark the record ends.
    fn turns_left(&self, extent: &Extent, width: f32) -> bool {
        let label = self.metrics.label_gap + width.min(self.metrics.label_width);
        let end = self.region.x_of(self.record_end_s) + self.metrics.label_margin;
        !label_inside(extent, width, self.metrics) && extent.right + label > end
    }
}

/// Whether a label stands on its bar: when the bar has room for the whole label, or for as much
/// of it as labels claim from others.
pub fn label_inside(extent: &Extent, width: f32, metrics: &Metrics) -> bool {
    let before = extent.radius * 2.0 + metrics.label_gap;
    let room = extent.right - extent.left - before - metrics.label_gap;
    !extent.is_point() && room >= width.min(metrics.label_width)
}

/// The layout of one lane in one region.
#[derive(Clone, Debug, Default)]
pub struct LaneLayout {
    /// Events with a row, by row and from left to right.
    pub placed: Vec<Placed>,
    /// Where each row begins in `placed`; one more at the end.
    pub row_starts: Vec<usize>,
    /// What stands in the last row, from left to right.
    pub overflow: Vec<Item>,
    events: HashSet<EventIx>,
}

impl LaneLayout {
    /// Lays out a lane. `keep` is the layout that was on the screen at the same scale: events in
    /// it keep their rows. `forced` gets a row in any case.
    pub fn new(
        pack: &LanePack,
        keep: Option<&LaneLayout>,
        forced: Option<EventIx>,
        widths: &Widths,
        title: &mut dyn FnMut(EventIx) -> Title,
    ) -> Self {
        let keep = keep.map_or(&[][..], |layout| &layout.placed);
        let placed = place::place(pack, keep, forced, title);
        let mut row_starts = Vec::with_capacity(usize::from(pack.rows) + 1);
        for row in 0..=pack.rows {
            row_starts.push(placed.partition_point(|p| p.row < row));
        }
        let mut positions: Vec<u32> = placed.iter().map(|p| p.position).collect();
        positions.sort_unstable();
        let overflow = overflow::sweep(pack, &positions, widths);
        let events = placed.iter().map(|p| p.event).collect();
        Self {
            placed,
            row_starts,
            overflow,
            events,
        }
    }

    /// Whether an event has a row.
    pub fn holds(&self, event: EventIx) -> bool {
        self.events.contains(&event)
    }

    /// The events of a row, left to right.
    pub fn row(&self, row: u16) -> &[Placed] {
        let at = usize::from(row);
        match (self.row_starts.get(at), self.row_starts.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.placed[from..to],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests;
