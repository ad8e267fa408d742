//! The scene as plain data: everything a painter needs, in points, and nothing
//! that names a window. The window, the SVG and the PDF paint the same values.

mod axis;
mod geometry;
mod lane;
mod mark;
mod relation;
mod text;

pub use axis::{Axis, Overview, Segment, SegmentRow, TickLine};
pub use geometry::{Point, Rect};
pub use lane::{Lane, LaneSettings};
pub use mark::{Cluster, Mark, MarkForm, MarkPlace, Shape, SpanEdge, SpanReason};
pub use relation::{Arc, EdgeArrow, Side};
pub use text::{Align, Ink, TextLine, TextMeasure, TextRole};

use super::Viewport;
use crate::record::{EventIx, Kind};

/// Where the parts of the canvas stand; all in canvas points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SceneLayout {
    /// The whole canvas, from (0, 0).
    pub canvas: Rect,
    /// The header column at the left, over the canvas' height.
    pub header: Rect,
    /// Tick rows within the plot.
    pub axis: Rect,
    /// Second calendar row; empty when off.
    pub calendar: Rect,
    /// Band stripes; empty when off.
    pub bands: Rect,
    /// The lanes over the whole width: clip marks to its part right of the header.
    pub lanes: Rect,
    /// Room for the tone strip; empty when off.
    pub tone: Rect,
    /// Overview strip over the whole width; empty when off.
    pub overview: Rect,
}

impl SceneLayout {
    /// The lanes' part right of the header column: the clip for marks and arcs.
    pub fn plot(&self) -> Rect {
        Rect {
            left: self.header.right,
            ..self.lanes
        }
    }
}

/// One event's tone for the strip under the lanes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TonePoint {
    /// The event; its reason is in the record.
    pub event: EventIx,
    /// Seconds since 1970: the middle of its date or, when that is longer, of its first day.
    pub at_s: f64,
    /// Points from the canvas' left edge.
    pub x: f32,
    /// −5 … +5.
    pub tone: i8,
    /// Colour token.
    pub kind: Kind,
    /// It is the selected event.
    pub selected: bool,
}

/// Everything to paint, back to front in the order of the fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The window of time this scene shows.
    pub viewport: Viewport,
    /// Where the parts stand.
    pub layout: SceneLayout,
    /// Ticks.
    pub axis: Axis,
    /// The second calendar.
    pub calendar: Option<SegmentRow>,
    /// Office holders, one row a group.
    pub bands: Vec<SegmentRow>,
    /// Lanes, top to bottom; those scrolled out of view are here too.
    pub lanes: Vec<Lane>,
    /// The line of the present, when in view.
    pub today_x: Option<f32>,
    /// Relations with both ends on screen.
    pub arcs: Vec<Arc>,
    /// Marks in view, lane by lane; the selected one last.
    pub marks: Vec<Mark>,
    /// Pills in view.
    pub clusters: Vec<Cluster>,
    /// Relations whose other end is off screen.
    pub edge_arrows: Vec<EdgeArrow>,
    /// Tones of events in view, when asked for.
    pub tone: Vec<TonePoint>,
    /// The whole record, when there is room.
    pub overview: Option<Overview>,
    /// Height all lanes want; more than `layout.lanes` has means scrolling.
    pub lanes_height: f32,
    /// The scroll offset used, clamped to what there is.
    pub scroll: f32,
}
