//! What stands for events: marks, their labels, and pills for many at once.

use super::{Point, Rect, TextLine};
use crate::date::Precision;
use crate::record::{EventIx, Kind};

/// A mark's outline; with the colour it says what family of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A meeting: summit, visit, talks, forum.
    Circle,
    /// A text agreed: treaty, statement, agreement, framework.
    Diamond,
    /// A rupture: war, incident, protest, sanction, nuclear, missile.
    Triangle,
    /// Speech, founding and the rest.
    SmallCircle,
}

/// How one end of a span is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanEdge {
    /// A round end: the date is known.
    Sharp,
    /// The colour fades out: approximate, uncertain or unspecified.
    Fuzzy,
    /// An arrow: the interval has no end ("..").
    Open,
    /// A dashed end: the record does not know ("").
    Unknown,
    /// Cut by the window; the span goes on beyond.
    Beyond,
}

/// Why a span is as wide as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanReason {
    /// It lasted that long.
    Duration,
    /// The record does not say when within it ("1972" is a year wide);
    /// draw it lighter than a duration.
    Precision(Precision),
}

/// A mark's geometry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MarkForm {
    /// A shape around the mark's centre.
    Point {
        /// Outline.
        shape: Shape,
        /// Radius of the circle around the shape, in points.
        radius: f32,
    },
    /// A rounded bar.
    Span {
        /// The bar; at least 2 points wide, clamped to just beyond the window.
        rect: Rect,
        /// Left end.
        start: SpanEdge,
        /// Right end.
        end: SpanEdge,
        /// Duration or imprecision.
        reason: SpanReason,
        /// The shape to draw on the bar's left end, so that the family shows.
        shape: Shape,
    },
}

/// Whether a mark won a row or stands in the lane's last row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkPlace {
    /// A label row of the lane, 0 on top.
    Row(u16),
    /// The lane's last row, as a small dot without a label.
    Overflow,
}

/// One event on the canvas.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The event. In some groupings it stands in several lanes, once in each.
    pub event: EventIx,
    /// Position of its lane in [`super::Scene::lanes`].
    pub lane: u16,
    /// Row or overflow.
    pub place: MarkPlace,
    /// Colour token.
    pub kind: Kind,
    /// 1 to 5.
    pub importance: u8,
    /// Shape and size.
    pub form: MarkForm,
    /// Middle of a point; of a span, of its part in view.
    pub centre: Point,
    /// It is the selected event: draw the pill around [`Mark::pill`].
    pub selected: bool,
    /// It is in the set of matches: draw a ring.
    pub matched: bool,
    /// The title; `None` for dots and where no room is left.
    pub label: Option<TextLine>,
    /// Words after the label that say how exact the date is ("a year").
    pub note: Option<TextLine>,
}

impl Mark {
    /// The box of the mark alone.
    pub fn bounds(&self) -> Rect {
        match self.form {
            MarkForm::Point { radius, .. } => Rect::new(
                self.centre.x - radius,
                self.centre.y - radius,
                self.centre.x + radius,
                self.centre.y + radius,
            ),
            MarkForm::Span { rect, .. } => rect,
        }
    }

    /// The box around mark, label and note, as high as a row: the selection
    /// pill and the pointer's target.
    pub fn pill(&self) -> Rect {
        let mut all = self.bounds();
        for line in [&self.label, &self.note].into_iter().flatten() {
            all.left = all.left.min(line.left());
            all.right = all.right.max(line.right());
        }
        all.left -= 6.0;
        all.right += 6.0;
        all
    }
}

/// A pill that stands for several events too close to draw apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Position of its lane in [`super::Scene::lanes`].
    pub lane: u16,
    /// How many events, at least 2 (1 is possible only for `running`).
    pub count: u32,
    /// They were not counted to the end: there are so many or more.
    pub at_least: bool,
    /// How many of them are in the set of matches.
    pub matched: u32,
    /// Whether the selected event is inside.
    pub selected: bool,
    /// The pill.
    pub rect: Rect,
    /// The number in it.
    pub label: TextLine,
    /// Seconds since 1970 of the earliest start; with `end_s` what a click zooms to.
    pub start_s: i64,
    /// Seconds since 1970 of the latest end.
    pub end_s: i64,
    /// Positions of its events in the lane's columns; see [`super::super::first_events`].
    pub low: u32,
    /// One after the last position.
    pub high: u32,
}
