//! A lane's last row: dots, and pills where dots would touch.
//!
//! The row is divided into groups on a fixed grid of time, so that what becomes a pill does not
//! depend on where the window stands. Within a group neighbours join until nothing touches; no
//! pill crosses a group's bounds, so neither do two pills of neighbouring groups.

use std::ops::Range;

use super::LanePack;
use crate::date::Language;
use crate::index::LaneColumns;
use crate::record::EventIx;
use crate::scene::measure::Widths;
use crate::scene::{Metrics, TextRole};

/// Width of a group in heights of a pill.
const GROUP_PILLS: f32 = 4.5;
/// Cells in a group; a cell with more events than [`FEW`] is one pill without looking at each.
const CELLS: usize = 3;
const FEW: usize = 4;

/// The bounds that a dot or pill may not cross.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// First second.
    pub start_s: f64,
    /// First second after.
    pub end_s: f64,
}

/// What stands in the last row: one event, or several as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// How many events.
    pub count: u32,
    /// Positions in the lane's columns; between them may stand some that have a row.
    pub low: u32,
    /// One after the last position.
    pub high: u32,
    /// Start of the earliest.
    pub first_s: i64,
    /// Start of the latest.
    pub last_s: i64,
    /// End of the earliest: the extent of a single event.
    pub first_end_s: i64,
    /// The event, when it is one.
    pub event: Option<EventIx>,
    /// Width that the number needs.
    pub text_width: f32,
    /// Bounds.
    pub group: Group,
}

impl Item {
    /// Where it is drawn, by a map from seconds to points.
    pub fn span(&self, metrics: &Metrics, x_of: impl Fn(f64) -> f32) -> (f32, f32) {
        let radius = metrics.dot_radius;
        let (x0, x1) = (x_of(self.first_s as f64), x_of(self.last_s as f64));
        let (low, high) = (x_of(self.group.start_s), x_of(self.group.end_s));
        let width = if self.count == 1 {
            radius * 2.0
        } else {
            (x1 - x0 + radius * 2.0)
                .max(self.text_width + metrics.pill_height * 0.6)
                .max(metrics.pill_height * 1.25)
        };
        // A dot stands in the middle of its date as long as that is no wider than the dot.
        let lean = if self.count == 1 {
            let length = x_of(self.first_end_s as f64) - x0;
            length.min(radius * 2.0) / 2.0
        } else {
            0.0
        };
        let centre = f32::midpoint(x0, x1) + lean;
        let half = (width / 2.0).min((high - low) / 2.0 - 0.5).max(0.0);
        let centre = centre.clamp(low + half + 0.5, (high - half - 0.5).max(low + half + 0.5));
        (centre - half, centre + half)
    }
}

/// What stands in the last row of the region; `placed` are the positions that have a row, ascending.
pub fn sweep(pack: &LanePack, placed: &[u32], widths: &Widths) -> Vec<Item> {
    let lane = pack.lane;
    let region = pack.region;
    let group_s = f64::from(pack.metrics.pill_height * GROUP_PILLS) * region.seconds_per_point;
    let cell_s = group_s / CELLS as f64;
    let first = (region.start_s / group_s).floor();
    let group_count = ((region.end_s() - region.start_s) / group_s).ceil() as usize + 1;
    let mut items = Vec::new();
    let mut numbers = Numbers::new(widths);
    let mut skip = None;
    let edges =
        (1..=group_count * CELLS).map(|cell| to_second(first * group_s + cell_s * cell as f64));
    let mut in_group = 0;
    for (cell, range) in lane.columns(to_second(first * group_s), edges).enumerate() {
        let start_s = (first + (cell / CELLS) as f64) * group_s;
        let group = Group {
            start_s,
            end_s: start_s + group_s,
        };
        if cell % CELLS == 0 {
            in_group = items.len();
        }
        let from: usize =
            skip.unwrap_or_else(|| placed.partition_point(|&at| (at as usize) < range.start));
        let after = from
            + placed[from..]
                .iter()
                .take_while(|&&p| (p as usize) < range.end)
                .count();
        skip = Some(after);
        let placed = &placed[from..after];
        let left = range.len() - placed.len();
        if left > FEW {
            let run = whole(lane, range, placed, left, group);
            push(pack, &mut items, in_group, run, &mut numbers);
        } else if left > 0 {
            for position in range {
                if placed.binary_search(&(position as u32)).is_err() {
                    let run = single(lane, position, group);
                    push(pack, &mut items, in_group, run, &mut numbers);
                }
            }
        }
    }
    items
}

fn to_second(second: f64) -> i64 {
    second.ceil() as i64
}

fn single(lane: &LaneColumns, position: usize, group: Group) -> Item {
    let start = lane.start(position);
    Item {
        count: 1,
        low: position as u32,
        high: position as u32 + 1,
        first_s: start,
        last_s: start,
        first_end_s: lane.end(position),
        event: Some(lane.event(position)),
        text_width: 0.0,
        group,
    }
}

/// A cell's events as one run.
fn whole(
    lane: &LaneColumns,
    range: Range<usize>,
    placed: &[u32],
    count: usize,
    group: Group,
) -> Item {
    let is_placed = |at: &usize| placed.binary_search(&(*at as u32)).is_ok();
    let first = range
        .clone()
        .find(|at| !is_placed(at))
        .unwrap_or(range.start);
    let last = range.rev().find(|at| !is_placed(at)).unwrap_or(first);
    Item {
        count: count as u32,
        low: first as u32,
        high: last as u32 + 1,
        first_s: lane.start(first),
        last_s: lane.start(last),
        first_end_s: lane.end(first),
        event: None,
        text_width: 0.0,
        group,
    }
}

/// Adds a run and joins it with those before it in its group while they touch.
fn push(pack: &LanePack, items: &mut Vec<Item>, in_group: usize, run: Item, numbers: &mut Numbers) {
    let metrics = pack.metrics;
    let x_of = |second: f64| {
        ((second - pack.region.start_s) / pack.region.seconds_per_point).clamp(-1e7, 1e7) as f32
    };
    let mut run = run;
    run.text_width = numbers.width(run.count);
    while items.len() > in_group {
        let Some(before) = items.last() else { break };
        let (left, right) = (before.span(metrics, x_of), run.span(metrics, x_of));
        if left.1 + 1.0 < right.0 {
            break;
        }
        run = Item {
            count: before.count + run.count,
            low: before.low,
            high: run.high,
            first_s: before.first_s,
            last_s: run.last_s.max(before.last_s),
            first_end_s: before.first_end_s,
            event: None,
            text_width: 0.0,
            group: run.group,
        };
        run.text_width = numbers.width(run.count);
        items.pop();
    }
    items.push(run);
}

/// Widths of numbers by their length: figures are all of one width in the font of pills.
struct Numbers<'a> {
    widths: &'a Widths<'a>,
    by_length: [Option<f32>; 8],
}

impl<'a> Numbers<'a> {
    fn new(widths: &'a Widths<'a>) -> Self {
        Self {
            widths,
            by_length: [None; 8],
        }
    }

    fn width(&mut self, count: u32) -> f32 {
        let length = match count {
            0..=1 => return 0.0,
            2..10 => 1,
            10..100 => 2,
            100..1_000 => 3,
            1_000..10_000 => 4,
            _ => count_text(count).chars().count().min(7),
        };
        let widths = self.widths;
        *self.by_length[length].get_or_insert_with(|| {
            widths.of(&"8".repeat(length), TextRole::ClusterCount, Language::En)
        })
    }
}

/// The number in a pill: whole up to 9,999, then in thousands and millions.
pub fn count_text(count: u32) -> String {
    match count {
        0..10_000 => count.to_string(),
        10_000..1_000_000 => format!("{}k", count / 1_000),
        _ => format!("{:.1}M", f64::from(count) / 1e6),
    }
}
