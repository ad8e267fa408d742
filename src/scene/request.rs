//! What a scene is made from.

use super::cache::SceneCache;
use super::{LaneSettings, Metrics, Scene, TextMeasure, Viewport};
use crate::date::{Calendar, Instant, Language, Zone};
use crate::index::{EventSet, Index};
use crate::record::{EventIx, Timeline};

/// Everything the scene depends on. Nothing here is changed by building a scene.
#[derive(Clone, Copy)]
pub struct SceneRequest<'a> {
    /// The record.
    pub timeline: &'a Timeline,
    /// Its columns, by the grouping (and the filter) that is shown.
    pub index: &'a Index,
    /// The window of time; its width is that of the plot: canvas less header column.
    pub viewport: Viewport,
    /// Height of the canvas in points; its width is the plot's and the header column's.
    pub height_points: f32,
    /// Sizes.
    pub metrics: &'a Metrics,
    /// Language of titles, ticks and lane names.
    pub language: Language,
    /// Language of the second line of lane headers.
    pub second_language: Language,
    /// The zone ticks are in.
    pub zone: Zone,
    /// Calendar of the second axis row.
    pub calendar: Option<Calendar>,
    /// Order, folding and hiding of lanes.
    pub lanes: &'a LaneSettings,
    /// How far the lanes are scrolled down, in points.
    pub scroll_points: f32,
    /// Which groups of bands to show, by position in [`band_groups`](super::band_groups).
    pub bands: &'a [usize],
    /// The selected event; its relations are drawn.
    pub selected: Option<EventIx>,
    /// Events to ring.
    pub matches: Option<&'a EventSet>,
    /// The present, for the today line.
    pub now: Option<Instant>,
    /// Whether to leave room for the tone strip and give its points.
    pub tone: bool,
    /// Whether to draw the overview.
    pub overview: bool,
    /// Measures text.
    pub measure: &'a dyn TextMeasure,
}

impl SceneRequest<'_> {
    /// Builds the scene. Keep the cache between frames of one record: a pan then reuses the
    /// layout of three windows' width.
    pub fn build(&self, cache: &mut SceneCache) -> Scene {
        super::build::build(self, cache)
    }

    /// The height in points at which lanes of `lanes_points` have room beside all that is asked
    /// for.
    pub fn height_for(&self, lanes_points: f32) -> f32 {
        super::build::height_for(self, lanes_points)
    }
}
