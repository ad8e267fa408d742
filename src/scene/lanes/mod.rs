//! Lanes: which are shown, how high they are, and what they are called.

mod abbreviations;
mod countries;
mod names;
mod plan;
mod relation_words;

pub use abbreviations::abbreviation;
pub use countries::country_name;
pub use names::{
    TONE, actor_name, capitalised, count_words, kind_name, lane_name, lane_names, tone_strip,
    whole_record,
};
pub use plan::{LanePlan, PlannedLane};
pub use relation_words::{relation_name, relation_seen_from};
