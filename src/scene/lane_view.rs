//! One lane as it stands on the screen: the map from its layout to points.

use std::ops::Range;

use super::measure::Widths;
use super::pack::{Extent, LaneLayout, Placed, Title};
use super::{Metrics, PlannedLane, Rect, TextRole, Viewport};
use crate::date::{Language, Precision};
use crate::index::{EventSet, LaneColumns, reach};
use crate::record::{EventHead, EventIx};

/// A lane, its layout and the window it is seen in.
pub struct LaneView<'a> {
    /// Position in [`super::Scene::lanes`].
    pub scene_lane: u16,
    /// Rows and heights.
    pub planned: PlannedLane,
    /// Top of the lane on the canvas.
    pub top: f32,
    /// Who has a row.
    pub layout: &'a LaneLayout,
    /// The lane's events.
    pub columns: &'a LaneColumns,
    /// All heads.
    pub heads: &'a [EventHead],
    /// The lanes' part of the canvas right of the header column.
    pub plot: Rect,
    /// Where labels end: before the bar that shows where the lanes are scrolled to.
    pub labels_end: f32,
    /// The window of time.
    pub viewport: Viewport,
    /// Sizes.
    pub metrics: &'a Metrics,
    /// Widths of words.
    pub widths: &'a Widths<'a>,
    /// Language of labels.
    pub language: Language,
    /// The selected event.
    pub selected: Option<EventIx>,
    /// Events to ring.
    pub matches: Option<&'a EventSet>,
    /// Positions in this lane of the events to ring, ascending.
    pub match_positions: &'a [u32],
}

impl LaneView<'_> {
    /// The seconds a window must show to hold an event: an open end is where its date ends.
    pub fn dated(&self, position: usize) -> (i64, i64) {
        let head = &self.heads[self.columns.event(position).index()];
        (head.start.0, head.end.0.max(head.start.0.saturating_add(1)))
    }

    /// Place of a second on the canvas.
    pub fn x_of_seconds(&self, second: f64) -> f32 {
        self.plot.left + self.viewport.x_of(second)
    }

    /// Where the mark of a placed event stands.
    pub fn extent_of(&self, item: &Placed) -> Extent {
        let importance = self.heads[item.event.index()].importance;
        Extent::between(
            self.x_of_seconds(item.start_s as f64),
            self.x_of_seconds(item.end_s as f64),
            self.metrics.radius(importance),
        )
    }

    /// Middle of a label row.
    pub fn row_y(&self, row: u16) -> f32 {
        self.top + self.metrics.lane_padding + (f32::from(row) + 0.5) * self.metrics.row_height
    }

    /// Middle of the last row.
    pub fn overflow_y(&self) -> f32 {
        if self.planned.folded {
            self.top + self.planned.height / 2.0
        } else {
            let below = self.metrics.lane_padding + self.metrics.overflow_height / 2.0;
            self.top + self.planned.height - below
        }
    }

    /// Whether the event is ringed.
    pub fn is_match(&self, event: EventIx) -> bool {
        self.matches.is_some_and(|matches| matches.contains(event))
    }

    /// How many ringed events without a row stand in a range of positions.
    pub fn matches_in(&self, range: Range<usize>) -> u32 {
        let from = self
            .match_positions
            .partition_point(|&at| (at as usize) < range.start);
        let to = self
            .match_positions
            .partition_point(|&at| (at as usize) < range.end);
        let without_row = |at: &&u32| !self.layout.holds(self.columns.event(**at as usize));
        // A pill of thousands is ringed by its first few hundred: the number is not written.
        let some = &self.match_positions[from..to.max(from)];
        some.iter().take(256).filter(without_row).count() as u32
    }

    /// Whether the selected event stands in a range of positions and has no row.
    pub fn selected_in(&self, range: Range<usize>) -> bool {
        self.selected.is_some_and(|event| {
            let start = self.heads.get(event.index()).map(|head| reach(head).0);
            let position = start.and_then(|start| self.columns.position(event, start));
            position.is_some_and(|at| range.contains(&at)) && !self.layout.holds(event)
        })
    }

    /// The title of the selected mark, in its bolder font.
    pub fn selected_title(&self, item: &Placed) -> Title {
        let title = &item.title;
        let role = TextRole::MarkLabelSelected;
        Title {
            width: self.widths.of(&title.text, role, title.language),
            ..title.clone()
        }
    }

    /// How exact a date is, in words.
    pub fn precision_words(&self, precision: Precision) -> &'static str {
        super::describe::precision_words(precision, self.language)
    }
}
