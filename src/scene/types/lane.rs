//! Lanes as the user sees and arranges them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Cluster, Rect, TextLine};
use crate::index::LaneKey;

/// How the user has arranged the lanes of one grouping; remembered between runs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LaneSettings {
    /// Keys in the user's order; lanes not named follow in their own order.
    pub order: Vec<LaneKey>,
    /// Lanes not shown.
    pub hidden: BTreeSet<LaneKey>,
    /// Lanes drawn as one row of dots.
    pub folded: BTreeSet<LaneKey>,
}

/// One lane on the canvas.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// What it holds; the handle for fold, hide and reorder.
    pub key: LaneKey,
    /// Position in [`crate::index::Index::lanes`].
    pub index_lane: u16,
    /// The whole lane, header column included; may lie outside
    /// [`super::SceneLayout::lanes`] while scrolled: clip there.
    pub rect: Rect,
    /// First header line; of a folded lane with the sign of one.
    pub title: TextLine,
    /// Second header line: its name in another language and its count. A folded lane has its count
    /// beside its name.
    pub subtitle: TextLine,
    /// Events in the whole record.
    pub count: u32,
    /// One row of dots only.
    pub folded: bool,
    /// Label rows.
    pub rows: u16,
    /// Middle of the last row, where dots and pills stand.
    pub overflow_y: f32,
    /// Events that began before the window, are still running and found no
    /// row; its pill stands in the header column beside the last row.
    pub running: Option<Cluster>,
}
