//! One line of text: what it says, where it stands and how much room it has.

use std::sync::Arc;

use super::Point;
use crate::date::Language;

/// What a text is for; the theme gives each its font, size and weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextRole {
    /// A year or the context row of the axis (bold in the mock).
    AxisMajor,
    /// The finer ticks.
    AxisMinor,
    /// The second calendar row.
    Calendar,
    /// A term of office in a band stripe, and the stripe's own name.
    Band,
    /// First line of a lane header.
    LaneTitle,
    /// Second line of a lane header.
    LaneSubtitle,
    /// The title beside a mark.
    MarkLabel,
    /// The title of the selected mark.
    MarkLabelSelected,
    /// The small words after a label that say how exact a date is.
    MarkNote,
    /// The number in a pill.
    ClusterCount,
    /// The word on an arc or an edge arrow.
    ArcLabel,
    /// A year under the overview.
    OverviewTick,
}

impl TextRole {
    /// Every role, for painters that set up fonts.
    pub const ALL: [Self; 12] = [
        Self::AxisMajor,
        Self::AxisMinor,
        Self::Calendar,
        Self::Band,
        Self::LaneTitle,
        Self::LaneSubtitle,
        Self::MarkLabel,
        Self::MarkLabelSelected,
        Self::MarkNote,
        Self::ClusterCount,
        Self::ArcLabel,
        Self::OverviewTick,
    ];
}

/// How strongly a text is inked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ink {
    /// The text colour.
    #[default]
    Strong,
    /// The second text colour, still easily read.
    Muted,
    /// The accent colour (selection, relations).
    Accent,
}

/// Which point of the text stands at its anchor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// The text begins at the anchor.
    #[default]
    Left,
    /// The text's middle stands at the anchor.
    Centre,
    /// The text ends at the anchor.
    Right,
}

/// One line of text on the canvas.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// The whole text; the painter elides it with "…" beyond `max_width`.
    pub text: Arc<str>,
    /// What it is for.
    pub role: TextRole,
    /// Its strength.
    pub ink: Ink,
    /// The language whose glyph shapes to use (Han characters differ).
    pub language: Language,
    /// Where `align` stands; `y` is the middle of the line.
    pub anchor: Point,
    /// Which end of the text the anchor holds.
    pub align: Align,
    /// Points the text may take; measured by the same [`TextMeasure`], so a
    /// text whose width is at most this is painted whole.
    pub max_width: f32,
    /// 0 invisible … 1 full: labels fade at the edges.
    pub alpha: f32,
}

impl TextLine {
    /// Left end of the room the text may take.
    pub fn left(&self) -> f32 {
        match self.align {
            Align::Left => self.anchor.x,
            Align::Centre => self.anchor.x - self.max_width / 2.0,
            Align::Right => self.anchor.x - self.max_width,
        }
    }

    /// Right end of the room the text may take.
    pub fn right(&self) -> f32 {
        self.left() + self.max_width
    }
}

/// Measures text for the scene; the window asks its fonts, tests use
/// [`super::super::measure::PlainMeasure`].
///
/// The scene keeps title widths, so a measure should be dropped together with
/// the [`super::super::SceneCache`] when fonts, sizes or `pixels_per_point` change.
pub trait TextMeasure {
    /// Width in points of the text on one line in the role's font.
    fn width_points(&self, text: &str, role: TextRole, language: Language) -> f32;
}
