//! The time axis, the second calendar, the band stripes and the overview.

use std::sync::Arc;

use super::{Rect, SpanEdge, TextLine};

/// A vertical line at a round time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TickLine {
    /// Points from the canvas' left edge.
    pub x: f32,
    /// Seconds since 1970.
    pub at_s: i64,
    /// Major lines run through the lanes; minor ones are short strokes in the axis.
    pub major: bool,
    /// 0 … 1: minor lines fade in as their spacing grows.
    pub alpha: f32,
}

/// Ticks and their words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Lines, left to right within each strength.
    pub lines: Vec<TickLine>,
    /// Upper row: what always says the year (bold), and years between (muted).
    pub upper: Vec<TextLine>,
    /// Lower row: quarters, months, days, hours…; empty while years are finest.
    pub lower: Vec<TextLine>,
}

/// A stretch of the second calendar row, an office holder, or the like.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The stretch in view.
    pub rect: Rect,
    /// Left end (bands can be open, fuzzy or go on beyond the window).
    pub start: SpanEdge,
    /// Right end.
    pub end: SpanEdge,
    /// The text; held on screen while the stretch moves; `None` where too narrow.
    pub label: Option<TextLine>,
    /// The whole words for hover and screen readers.
    pub name: Arc<str>,
    /// Every other stretch, for tinting neighbours apart.
    pub odd: bool,
    /// An office only held for another: drawn fainter.
    pub acting: bool,
    /// Position in [`crate::record::Timeline::bands`]; `None` for calendars.
    pub band: Option<u32>,
    /// First second; of a band with an open start, of its date.
    pub start_s: i64,
    /// The second after the last; of a band with an open end, after its date.
    pub end_s: i64,
}

/// One row of stretches with its name in the header column.
#[derive(Clone, Debug, PartialEq)]
pub struct SegmentRow {
    /// The row within the plot (without the header column).
    pub rect: Rect,
    /// The row's name in the header column.
    pub title: TextLine,
    /// Stretches in view, left to right.
    pub segments: Vec<Segment>,
}

/// The strip that shows the whole record.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The strip within the plot.
    pub rect: Rect,
    /// Where the density stands: over the years, with some air above.
    pub hills: Rect,
    /// Second at the strip's left edge.
    pub start_s: f64,
    /// Seconds a point in the strip.
    pub seconds_per_point: f64,
    /// How many events at each column of `column_points`, 0 … 1 of the fullest.
    pub density: Vec<f32>,
    /// Width of one density column in points.
    pub column_points: f32,
    /// The part of the strip that is in view above: drag it, or its ends.
    pub window: Rect,
    /// Years under it.
    pub ticks: Vec<TextLine>,
    /// Header lines ("Whole record", "209 events").
    pub title: TextLine,
    /// Second header line.
    pub subtitle: TextLine,
}

impl Overview {
    /// The second at a place in the strip.
    pub fn time_at(&self, x: f32) -> f64 {
        self.start_s + f64::from(x - self.rect.left) * self.seconds_per_point
    }

    /// The place in the strip of a second.
    pub fn x_of(&self, second: f64) -> f32 {
        self.rect.left + ((second - self.start_s) / self.seconds_per_point) as f32
    }
}
