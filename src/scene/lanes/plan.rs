//! Which lanes are shown in which order, and how high each is.
//!
//! Heights follow from the whole record's counts and the room there is, never from the window of
//! time: nothing moves up or down while one pans and zooms.

use super::super::{LaneSettings, Metrics};
use crate::index::{Index, LaneKey};

/// Where one lane stands, from the top of all lanes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlannedLane {
    /// Position in [`Index::lanes`].
    pub index_lane: u16,
    /// Points from the top of the first lane.
    pub top: f32,
    /// Height in points.
    pub height: f32,
    /// Label rows; 0 when folded.
    pub rows: u16,
    /// One row of dots.
    pub folded: bool,
}

/// The lanes in order, with the height of all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LanePlan {
    /// Shown lanes, top to bottom.
    pub lanes: Vec<PlannedLane>,
    /// Height of all of them.
    pub height: f32,
}

/// More rows than this help nobody find anything.
const MOST_ROWS: u16 = 24;
/// How much a lane's count weighs when rows are given out: a lane of ten times the events gets
/// five to six times the rows, so that the small ones are not starved.
const WEIGHT_POWER: f64 = 0.75;

/// Where not even one row to a lane fits, one scrolls in any case; so many rows more let the
/// largest lanes still name what is most important in them.
const ROWS_WHERE_LANES_SCROLL: usize = 3;

impl LanePlan {
    /// Plans the lanes of an index for a room of this height.
    pub fn new(index: &Index, settings: &LaneSettings, metrics: &Metrics, room: f32) -> Self {
        let shown = order(index.keys(), settings);
        let folded: Vec<bool> = shown
            .iter()
            .map(|&lane| settings.folded.contains(&index.keys()[lane]))
            .collect();
        let counts: Vec<usize> = shown
            .iter()
            .map(|&lane| index.lanes()[lane].len())
            .collect();
        let rows = rows(&counts, &folded, metrics, room);
        let mut top = 0.0;
        let lanes = shown
            .iter()
            .zip(folded)
            .zip(rows)
            .map(|((&lane, folded), rows)| {
                let height = height(rows, folded, metrics);
                let planned = PlannedLane {
                    index_lane: lane as u16,
                    top,
                    height,
                    rows,
                    folded,
                };
                top += height;
                planned
            })
            .collect();
        Self { lanes, height: top }
    }
}

/// Shown lanes: first the user's order, then their own.
fn order(keys: &[LaneKey], settings: &LaneSettings) -> Vec<usize> {
    let mut lanes: Vec<usize> = (0..keys.len())
        .filter(|&lane| !settings.hidden.contains(&keys[lane]))
        .collect();
    let place = |lane: &usize| {
        settings
            .order
            .iter()
            .position(|key| *key == keys[*lane])
            .unwrap_or(usize::MAX)
    };
    lanes.sort_by_key(place);
    lanes
}

fn height(rows: u16, folded: bool, metrics: &Metrics) -> f32 {
    if folded {
        return metrics.folded_height;
    }
    let content = f32::from(rows) * metrics.row_height + metrics.overflow_height;
    (content + metrics.lane_padding * 2.0).max(metrics.lane_min_height)
}

/// Gives out the rows that fit: one to each lane, then one after the other to the lane that has
/// the most events for its rows (Sainte-Laguë, as seats are given to parties).
fn rows(counts: &[usize], folded: &[bool], metrics: &Metrics, room: f32) -> Vec<u16> {
    let mut rows: Vec<u16> = folded.iter().map(|&folded| u16::from(!folded)).collect();
    let used: f32 = rows
        .iter()
        .zip(folded)
        .map(|(&rows, &folded)| height(rows, folded, metrics))
        .sum();
    let mut left = ((room - used) / metrics.row_height).floor().max(0.0) as usize;
    if used > room {
        left = ROWS_WHERE_LANES_SCROLL;
    }
    while left > 0 {
        let claim = |lane: usize| {
            let weight = (counts[lane] as f64).powf(WEIGHT_POWER);
            weight / (2.0 * f64::from(rows[lane]) + 1.0)
        };
        let next = (0..counts.len())
            .filter(|&lane| {
                let most = u16::try_from(counts[lane])
                    .unwrap_or(u16::MAX)
                    .min(MOST_ROWS);
                !folded[lane] && rows[lane] < most
            })
            .max_by(|&a, &b| claim(a).total_cmp(&claim(b)).then(b.cmp(&a)));
        let Some(lane) = next else { break };
        rows[lane] += 1;
        left -= 1;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_lanes_have_more_than_one_row_where_one_scrolls_in_any_case() {
        let metrics = Metrics::default().scaled(1.5);
        let counts = [83, 25, 14, 10, 75, 31, 20];
        let rows = rows(&counts, &[false; 7], &metrics, 380.0);
        assert_eq!(rows, [3, 1, 1, 1, 2, 1, 1]);
    }

    #[test]
    fn rows_follow_the_counts_and_fill_the_room() {
        let metrics = Metrics::default();
        let counts = [79, 25, 13, 10, 52];
        let rows = rows(&counts, &[false; 5], &metrics, 650.0);
        assert!(rows[0] > rows[4] && rows[4] > rows[1] && rows[1] >= rows[2]);
        assert!(rows.iter().all(|&rows| rows >= 1));
        let used: f32 = rows.iter().map(|&rows| height(rows, false, &metrics)).sum();
        assert!(used <= 650.0 && used > 650.0 - metrics.row_height, "{used}");
    }

    #[test]
    fn lanes_keep_a_row_when_there_is_no_room() {
        let rows = rows(&[5; 40], &[false; 40], &Metrics::default(), 300.0);
        assert!(rows.iter().all(|&rows| rows >= 1));
    }

    #[test]
    fn a_lane_gets_no_more_rows_than_it_has_events_and_a_folded_one_none() {
        let rows = rows(&[2, 900], &[false, true], &Metrics::default(), 900.0);
        assert_eq!(rows, [2, 0]);
    }

    #[test]
    fn the_users_order_comes_first_and_hidden_lanes_go() {
        let keys = ["a", "b", "c", "d"].map(|id| LaneKey::Actor(id.to_owned()));
        let settings = LaneSettings {
            order: vec![keys[2].clone(), keys[1].clone()],
            hidden: [keys[3].clone()].into(),
            ..LaneSettings::default()
        };
        assert_eq!(order(&keys, &settings), [2, 1, 0]);
    }
}
