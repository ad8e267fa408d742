//! The record in columns: what stands in a window of time, how much of it in each pixel, what is
//! the most important there, and where words occur. Pure.
//!
//! The work of a question follows the pixels that ask it, not the events: positions come from
//! bisection over sorted starts, the most important from block maxima ([`Maxima`]), counts from
//! galloping from one pixel column's bound to the next. 29 bytes an event and lane.

mod assign;
mod event_set;
mod fold;
mod gallop;
mod lane;
mod lane_key;
mod maxima;
mod pairs;
mod patch;
mod search;

pub use assign::{Assignment, MOST_LANES};
pub use event_set::EventSet;
pub use fold::{Folded, fold};
pub use lane::{LaneColumns, importance_of, rank, reach};
pub use lane_key::{Grouping, LaneKey};
pub use maxima::Maxima;
pub use pairs::{MOST_AROUND, MOST_SETS, PairLane, SetCount, pair_lanes};
pub use patch::{LastPatch, Patched, Touched};
pub use search::{Excerpt, Field, Fit, Found, Search};

use std::sync::atomic::{AtomicU64, Ordering};

use crate::record::{EventHead, EventIx, Flags, Timeline};

/// A record's events by lane, for one grouping and one filter.
#[derive(Clone, Debug)]
pub struct Index {
    revision: u64,
    assignment: Assignment,
    lanes: Vec<LaneColumns>,
    events: usize,
    span_s: Option<(i64, i64)>,
    last_patch: Option<LastPatch>,
}

/// One number for each index ever built, so that caches know when theirs is out of date.
static REVISION: AtomicU64 = AtomicU64::new(1);

impl Index {
    /// Columns of the events of a record that the filter keeps (all, without one).
    ///
    /// Uses two threads when there is much to do. A million events in twelve lanes take
    /// about 0.15 s.
    pub fn build(timeline: &Timeline, grouping: Grouping, filter: Option<&EventSet>) -> Self {
        let assignment = Assignment::new(timeline, grouping);
        Self::from_heads(timeline.heads(), assignment, filter)
    }

    /// The same from the heads alone.
    pub fn from_heads(
        heads: &[EventHead],
        assignment: Assignment,
        filter: Option<&EventSet>,
    ) -> Self {
        let mut members: Vec<Vec<u32>> = vec![Vec::new(); assignment.keys().len()];
        let mut events = 0;
        for (at, head) in heads.iter().enumerate() {
            let event = EventIx::from_index(at);
            if head.flags.has(Flags::REMOVED) || filter.is_some_and(|keep| !keep.contains(event)) {
                continue;
            }
            events += 1;
            for &lane in assignment.lanes_of(head) {
                if let Some(of_lane) = members.get_mut(usize::from(lane)) {
                    of_lane.push(event.0);
                }
            }
        }
        let lanes = build_lanes(heads, members);
        let span_s = span(heads, filter);
        Self {
            revision: REVISION.fetch_add(1, Ordering::Relaxed),
            assignment,
            lanes,
            events,
            span_s,
            last_patch: None,
        }
    }

    /// Differs between any two indexes built in this run of the program.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The grouping.
    pub fn grouping(&self) -> Grouping {
        self.assignment.grouping()
    }

    /// Keys of the lanes in their natural order.
    pub fn keys(&self) -> &[LaneKey] {
        self.assignment.keys()
    }

    /// The lanes' columns, in the order of [`Index::keys`].
    pub fn lanes(&self) -> &[LaneColumns] {
        &self.lanes
    }

    /// The lanes an event stands in, whether the filter keeps it or not.
    pub fn lanes_of(&self, head: &EventHead) -> &[u16] {
        self.assignment.lanes_of(head)
    }

    /// How many events the filter keeps.
    pub fn len(&self) -> usize {
        self.events
    }

    /// Whether the filter keeps none.
    pub fn is_empty(&self) -> bool {
        self.events == 0
    }

    /// First and last known second of the events; `None` without events.
    pub fn span_s(&self) -> Option<(i64, i64)> {
        self.span_s
    }

    /// Bytes held by the columns.
    pub fn bytes(&self) -> usize {
        self.lanes.iter().map(LaneColumns::bytes).sum()
    }

    /// The event after (`forward`) or before an event in its lane, by start.
    ///
    /// `lane` says which, where the event stands in several; otherwise its first is taken.
    pub fn neighbour(
        &self,
        heads: &[EventHead],
        event: EventIx,
        lane: Option<u16>,
        forward: bool,
    ) -> Option<EventIx> {
        let head = heads.get(event.index())?;
        let of = self.lanes_of(head);
        let lane = lane
            .filter(|lane| of.contains(lane))
            .or_else(|| of.first().copied())?;
        let columns = self.lanes.get(usize::from(lane))?;
        let at = columns.position(event, reach(head).0)?;
        let next = if forward {
            at.checked_add(1)?
        } else {
            at.checked_sub(1)?
        };
        (next < columns.len()).then(|| columns.event(next))
    }

    /// How many events start in each of `columns` equal columns, over all lanes.
    ///
    /// Where events stand in several lanes each standing counts.
    pub fn density(&self, start_s: f64, seconds_per_column: f64, columns: usize) -> Vec<u32> {
        let mut counts = vec![0; columns];
        for lane in &self.lanes {
            lane.counts(start_s, seconds_per_column, &mut counts);
        }
        counts
    }
}

/// Below this many events a second thread costs more than it saves.
const PARALLEL_FROM: usize = 50_000;

fn build_lanes(heads: &[EventHead], members: Vec<Vec<u32>>) -> Vec<LaneColumns> {
    let total: usize = members.iter().map(Vec::len).sum();
    if total < PARALLEL_FROM || members.len() < 2 {
        return members
            .into_iter()
            .map(|events| LaneColumns::new(heads, &events))
            .collect();
    }
    let next = std::sync::atomic::AtomicUsize::new(0);
    // The largest lanes first, so that the two threads end together.
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_key(|&lane| std::cmp::Reverse(members[lane].len()));
    let (members, order, next) = (&members, &order, &next);
    let work = || {
        let mut built = Vec::new();
        while let Some(&lane) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
            built.push((lane, LaneColumns::new(heads, &members[lane])));
        }
        built
    };
    let mut built = std::thread::scope(|scope| {
        let other = scope.spawn(work);
        let mut built = work();
        // A panic there is a defect of this room: let it be seen.
        match other.join() {
            Ok(more) => built.extend(more),
            Err(panic) => std::panic::resume_unwind(panic),
        }
        built
    });
    built.sort_by_key(|&(lane, _)| lane);
    built.into_iter().map(|(_, columns)| columns).collect()
}

fn span(heads: &[EventHead], filter: Option<&EventSet>) -> Option<(i64, i64)> {
    let mut span: Option<(i64, i64)> = None;
    for (at, head) in heads.iter().enumerate() {
        let filtered = filter.is_some_and(|keep| !keep.contains(EventIx::from_index(at)));
        if filtered || head.flags.has(Flags::REMOVED) {
            continue;
        }
        if let Some((start, end)) = reach_known(head) {
            let (first, last) = span.unwrap_or((start, end));
            span = Some((first.min(start), last.max(end)));
        }
    }
    span
}

/// First and last second of an event as far as they are known: dates beyond the range of `i64`
/// seconds do not stretch the view.
fn reach_known(head: &EventHead) -> Option<(i64, i64)> {
    let known = |at: i64| (at > i64::MIN && at < i64::MAX).then_some(at);
    let start = known(head.start.0).or(known(head.end.0))?;
    let end = known(head.end.0).or(known(head.start.0))?;
    Some((start, end))
}

#[cfg(test)]
mod tests;
