//! What to draw: a window of time over a record as plain data. Pure.
//!
//! A [`SceneRequest`] names all that a picture depends on; [`SceneRequest::build`] makes a
//! [`Scene`]: ticks, bands, lanes, marks, labels, pills, arcs, all in points. The window, the
//! pictures and their tests read the same values, so they cannot disagree.
//!
//! How it stays fast: lanes are laid out ([`pack`]) for three windows at a quantised scale and kept
//! in a [`SceneCache`]; a frame of a pan only moves what is there. Laying out asks the index a few
//! questions a pixel column, whatever the number of events.

mod arc_words;
mod bands;
mod beyond;
mod build;
mod cache;
mod calendar_row;
mod cut;
mod describe;
mod edge_arrows;
mod flight;
mod free;
mod grab;
mod hit;
mod labels;
mod lane_build;
mod lane_header;
mod lane_view;
mod lanes;
mod legend;
mod make_way;
mod marks;
pub mod measure;
mod metrics;
mod office;
mod overview;
pub mod pack;
mod person;
mod pill;
mod record_end;
mod relations;
mod request;
mod select_more;
mod snap;
pub mod ticks;
mod tone;
mod types;
mod viewport;

pub use crate::index::{Grouping, LaneKey};
pub use bands::{BandGroup, band_groups};
pub use cache::SceneCache;
pub use cut::cut;
pub use describe::{cluster_name, event_name, lane_name_in_full, precision_words, quote_words};
pub use edge_arrows::others_words;
pub use flight::{Flight, Glide, between, ease_in_out, ease_out};
pub use grab::Grab;
pub use hit::{Hit, OverviewPart};
pub use lane_build::glyphs_of;
pub use lanes::{
    LanePlan, PlannedLane, TONE, abbreviation, actor_name, capitalised, count_words, country_name,
    kind_name, lane_name, relation_name, relation_seen_from, tone_strip, whole_record,
};
pub use legend::{LEGEND, legend_words, short_legend_words};
pub use marks::span_reason;
pub use measure::PlainMeasure;
pub use metrics::{HEADER_INSET, Metrics};
pub use office::office_name;
pub use person::{acting_words, family_name, person_name};
pub use record_end::{RecordEnd, band_end_s, record_end};
pub use relations::{at as curve_at, links_of};
pub use request::SceneRequest;
pub use snap::{Carried, SnapTo, Snapped, snap};
pub use types::*;
pub use viewport::{Limits, SECONDS_PER_YEAR, Viewport};

use crate::index::Index;
use crate::record::EventIx;

/// Up to five events of a pill, the most important first, for its hover card.
pub fn first_events(
    scene: &Scene,
    cache: &SceneCache,
    index: &Index,
    pill: &Cluster,
) -> Vec<EventIx> {
    let Some(lane) = scene.lanes.get(usize::from(pill.lane)) else {
        return Vec::new();
    };
    cache.first_events(index, lane.index_lane, pill.low, pill.high)
}

/// Up to five events of a lane's [`Lane::running`], the most important first, for its hover card.
pub fn first_running(
    scene: &Scene,
    cache: &SceneCache,
    index: &Index,
    lane: usize,
) -> Vec<EventIx> {
    let lane = scene.lanes.get(lane).filter(|lane| lane.running.is_some());
    lane.map_or_else(Vec::new, |lane| {
        cache.first_running(index, lane.index_lane, &scene.viewport)
    })
}

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
