//! Gives the most important events of a lane a row and room for a label.
//!
//! Greedy by rank, first row that has room. Candidates come from pixel columns: each column offers
//! its highest, and when that has found a place, its next; a column in which nothing finds a place
//! any more is closed. So a lane of a million asks a few questions for each column on the screen.

use std::ops::Range;

use super::row::Row;
use super::{LanePack, Placed, Title};
use crate::index::{LaneColumns, importance_of};
use crate::record::EventIx;

/// Width of a candidate column in points: about a mark.
const COLUMN: f32 = 12.0;
/// After so many bars of a column found no place, the rest of it is not tried.
const TRIES: u8 = 6;

/// A stretch of a lane whose highest position is known and waits to be placed.
#[derive(Clone, Copy)]
struct Candidate {
    best: u32,
    low: u32,
    high: u32,
    column: u16,
}

/// Candidates by rank, the highest first; among equals in the order in which they came.
struct Queue {
    by_rank: Vec<std::collections::VecDeque<Candidate>>,
    highest: usize,
}

impl Queue {
    fn new() -> Self {
        let mut by_rank = Vec::new();
        by_rank.resize_with(256, std::collections::VecDeque::new);
        Self {
            by_rank,
            highest: 0,
        }
    }

    fn push(&mut self, lane: &LaneColumns, range: Range<usize>, column: u16) {
        let (low, high) = (range.start, range.end);
        if let Some(best) = lane.highest(range) {
            let rank = usize::from(lane.rank(best));
            self.highest = self.highest.max(rank);
            self.by_rank[rank].push_back(Candidate {
                best: best as u32,
                low: low as u32,
                high: high as u32,
                column,
            });
        }
    }

    fn pop(&mut self) -> Option<Candidate> {
        loop {
            if let Some(next) = self.by_rank[self.highest].pop_front() {
                return Some(next);
            }
            self.highest = self.highest.checked_sub(1)?;
        }
    }
}

/// Places the events of one lane; `keep` is what a layout beside this one had placed, `forced`
/// must have a place.
pub fn place(
    pack: &LanePack,
    keep: &[Placed],
    forced: Option<EventIx>,
    title: &mut dyn FnMut(EventIx) -> Title,
) -> Vec<Placed> {
    if pack.rows == 0 {
        return Vec::new();
    }
    let mut rows = Rows::new(pack);
    let lane = pack.lane;
    let forced = forced.and_then(|event| pack.position(event));
    if let Some(position) = forced {
        rows.force(position, keep, &mut *title);
    }
    rows.keep(keep);

    let region = pack.region;
    let (start, end) = (region.start_s.ceil() as i64, region.end_s().ceil() as i64);
    let most = usize::from(pack.rows) * 2;
    for position in lane.running(start, start, most) {
        if !rows.is_placed(position) {
            let wanted = title(lane.event(position));
            rows.try_any(position, &wanted);
        }
    }

    let columns = (region.width_points / COLUMN).ceil() as usize;
    let mut queue = Queue::new();
    let width = f64::from(COLUMN) * region.seconds_per_point;
    let edges = (1..=columns).map(|column| {
        let edge = region.start_s + width * column as f64;
        (edge.ceil() as i64).min(end)
    });
    for (column, range) in lane.columns(start, edges).enumerate() {
        queue.push(lane, range, column as u16);
    }
    let mut tries = vec![0u8; columns];
    while let Some(candidate) = queue.pop() {
        let position = candidate.best as usize;
        let column = usize::from(candidate.column);
        if tries[column] >= TRIES {
            continue;
        }
        if !rows.is_placed(position) {
            let placed = rows.has_room(position) && {
                let wanted = title(lane.event(position));
                rows.try_any(position, &wanted)
            };
            if !placed {
                // Where a point finds no room, its neighbours of the column find none either; a
                // long bar says nothing about the points behind it.
                let point = pack.extent(position).right - pack.extent(position).left < COLUMN * 3.0;
                tries[column] += if point { TRIES } else { 1 };
            }
        }
        if tries[column] < TRIES {
            queue.push(lane, candidate.low as usize..position, candidate.column);
            queue.push(
                lane,
                position + 1..candidate.high as usize,
                candidate.column,
            );
        }
    }
    rows.finish()
}

/// The rows while they fill.
struct Rows<'a> {
    pack: &'a LanePack<'a>,
    free: Vec<Row>,
    placed: Vec<Placed>,
    taken: std::collections::HashSet<u32>,
}

impl<'a> Rows<'a> {
    fn new(pack: &'a LanePack<'a>) -> Self {
        let width = pack.region.width_points + pack.margin() * 2.0;
        Self {
            pack,
            free: vec![Row::new(width); usize::from(pack.rows)],
            placed: Vec::new(),
            taken: std::collections::HashSet::new(),
        }
    }

    fn is_placed(&self, position: usize) -> bool {
        self.taken.contains(&(position as u32))
    }

    /// Whether some row has room for the mark and the least of labels.
    fn has_room(&self, position: usize) -> bool {
        let either = self.pack.least_room(position);
        let free = |row: &Row| either.iter().any(|room| row.is_free(room.0, room.1));
        self.free.iter().any(free)
    }

    /// What has been on the screen keeps its row and its room, unless the forced one stands there;
    /// then it takes part again as any other. What stood together before stands together again.
    fn keep(&mut self, before: &[Placed]) {
        let region = self.pack.region;
        let forced = self.placed.first().map(|p| (p.row, self.room_of(p)));
        for placed in before {
            let inside =
                (placed.end_s as f64) > region.start_s && (placed.start_s as f64) < region.end_s();
            let room = self.room_of(placed);
            let in_the_way = forced.is_some_and(|(row, taken)| {
                row == placed.row && room.0 < taken.1 && taken.0 < room.1
            });
            if !inside || in_the_way || placed.row >= self.pack.rows {
                continue;
            }
            if self.taken.insert(placed.position) {
                self.free[usize::from(placed.row)].take(room.0, room.1);
                self.placed.push(placed.clone());
            }
        }
    }

    fn room_of(&self, placed: &Placed) -> (f32, f32) {
        let extent = self.pack.extent(placed.position as usize);
        self.pack.reserved(&extent, placed.claimed, placed.to_left)
    }

    fn try_any(&mut self, position: usize, title: &Title) -> bool {
        let extent = self.pack.extent(position);
        let full = self.pack.reserved(&extent, title.width, false);
        let turns = self.pack.turns_left(&extent, title.width);
        let left = self.pack.reserved(&extent, title.width, true);
        let least = title.width.min(self.pack.metrics.label_width_least);
        let short = self.pack.reserved(&extent, least, false);
        let short_left = self.pack.reserved(&extent, least, true);
        let forms = [
            (turns, left, true, title.width),
            (!turns, full, false, title.width),
            (!turns, short, false, least),
            (turns, short_left, true, least),
        ];
        for (allowed, room, to_left, claimed) in forms {
            if !allowed {
                continue;
            }
            for row in 0..self.pack.rows {
                if self.fits(row, room) {
                    self.put(position, row, room, title, (to_left, claimed));
                    return true;
                }
            }
        }
        false
    }

    /// A place whoever stands there: where the least important of `before` must go, in the lowest
    /// of such rows, with all of the title where that costs no more.
    fn force(
        &mut self,
        position: usize,
        before: &[Placed],
        title: &mut dyn FnMut(EventIx) -> Title,
    ) {
        let wanted = title(self.pack.lane.event(position));
        let extent = self.pack.extent(position);
        let to_left = self.pack.turns_left(&extent, wanted.width);
        let least = wanted.width.min(self.pack.metrics.label_width_least);
        let rows = (0..self.pack.rows).rev();
        let places = [wanted.width, least].into_iter().flat_map(|claimed| {
            let room = self.pack.reserved(&extent, claimed, to_left);
            rows.clone().map(move |row| (row, room, claimed))
        });
        let cost = |row: u16, room: (f32, f32)| {
            let goes = |placed: &&Placed| {
                let taken = self.room_of(placed);
                placed.row == row && taken.0 < room.1 && room.0 < taken.1
            };
            let rank = |placed: &Placed| self.pack.lane.rank(placed.position as usize);
            before
                .iter()
                .filter(goes)
                .map(|placed| importance_of(rank(placed)))
                .max()
        };
        if let Some((row, room, claimed)) = places.min_by_key(|&(row, room, _)| cost(row, room)) {
            self.put(position, row, room, &wanted, (to_left, claimed));
        }
    }

    fn fits(&self, row: u16, room: (f32, f32)) -> bool {
        self.free[usize::from(row)].is_free(room.0, room.1)
    }

    fn put(
        &mut self,
        position: usize,
        row: u16,
        room: (f32, f32),
        title: &Title,
        (to_left, claimed): (bool, f32),
    ) {
        self.free[usize::from(row)].take(room.0, room.1);
        self.taken.insert(position as u32);
        let lane = self.pack.lane;
        self.placed.push(Placed {
            event: lane.event(position),
            position: position as u32,
            row,
            start_s: lane.start(position),
            end_s: lane.end(position),
            title: title.clone(),
            to_left,
            claimed,
        });
    }

    fn finish(self) -> Vec<Placed> {
        let mut placed = self.placed;
        placed.sort_by(|a, b| {
            let left = |p: &Placed| self.pack.extent(p.position as usize).left;
            a.row.cmp(&b.row).then(left(a).total_cmp(&left(b)))
        });
        placed
    }
}
