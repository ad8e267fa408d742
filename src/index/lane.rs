//! One lane's events in columns, ordered by start.

use std::ops::Range;

use super::gallop::{lower_bound, lower_bound_from, lower_bound_near};
use super::maxima::Maxima;
use crate::date::EdgeKind;
use crate::record::{EventHead, EventIx};

/// The events of one lane, by start; 29 bytes an event and a little for the maxima.
#[derive(Clone, Debug, Default)]
pub struct LaneColumns {
    starts: Vec<i64>,
    ends: Vec<i64>,
    ends_sorted: Vec<i64>,
    events: Vec<u32>,
    ranks: Vec<u8>,
    maxima: Maxima,
}

/// The seconds an event covers for searching: an open edge reaches to the end of time, and an
/// end is always after its start.
pub fn reach(head: &EventHead) -> (i64, i64) {
    let start = match head.start_edge {
        EdgeKind::Open => i64::MIN,
        _ => head.start.0.min(i64::MAX - 1),
    };
    let end = match head.end_edge {
        EdgeKind::Open => i64::MAX,
        _ => head.end.0,
    };
    (start, end.max(start + 1))
}

/// Who gets a place first: importance, then quotes, then a fixed shuffle that spreads equals over
/// the lane instead of crowding them where the record is densest.
pub fn rank(head: &EventHead, event: EventIx) -> u8 {
    let importance = head.importance.clamp(1, 5);
    let quotes = match head.quotes {
        0 => 0,
        1 => 1,
        2..=3 => 2,
        _ => 3,
    };
    let shuffle = (event.0.wrapping_mul(0x9E37_79B1) >> 29) as u8;
    importance * 32 + quotes * 8 + shuffle
}

/// The importance, 1 to 5, that a rank was made from.
pub fn importance_of(rank: u8) -> u8 {
    rank / 32
}

impl LaneColumns {
    /// The columns of these events.
    pub fn new(heads: &[EventHead], events: &[u32]) -> Self {
        let mut keys: Vec<(i64, u32)> = events
            .iter()
            .filter_map(|&event| Some((reach(heads.get(event as usize)?).0, event)))
            .collect();
        // Records are mostly written in order; then this is one pass.
        if !keys.is_sorted() {
            keys.sort_unstable();
        }
        let mut lane = Self {
            starts: Vec::with_capacity(keys.len()),
            ends: Vec::with_capacity(keys.len()),
            events: Vec::with_capacity(keys.len()),
            ranks: Vec::with_capacity(keys.len()),
            ..Self::default()
        };
        for &(start, event) in &keys {
            let head = &heads[event as usize];
            lane.starts.push(start);
            lane.ends.push(reach(head).1);
            lane.events.push(event);
            lane.ranks.push(rank(head, EventIx(event)));
        }
        lane.finish();
        lane
    }

    /// Takes an event out; [`LaneColumns::finish`] must follow.
    pub(super) fn take_out(&mut self, event: EventIx, start: i64) {
        if let Some(at) = self.position(event, start) {
            self.starts.remove(at);
            self.ends.remove(at);
            self.events.remove(at);
            self.ranks.remove(at);
        }
    }

    /// Puts an event in; [`LaneColumns::finish`] must follow.
    pub(super) fn put_in(&mut self, event: EventIx, head: &EventHead) {
        let (start, end) = reach(head);
        let mut at = lower_bound(&self.starts, start);
        while self.starts.get(at) == Some(&start) && self.events[at] < event.0 {
            at += 1;
        }
        self.starts.insert(at, start);
        self.ends.insert(at, end);
        self.events.insert(at, event.0);
        self.ranks.insert(at, rank(head, event));
    }

    /// Derives the other columns from those of the events.
    pub(super) fn finish(&mut self) {
        self.ends_sorted.clone_from(&self.ends);
        if !self.ends_sorted.is_sorted() {
            self.ends_sorted.sort_unstable();
        }
        self.maxima = Maxima::new(&self.ranks, &self.ends);
    }

    /// How many events.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Bytes held by the columns.
    pub fn bytes(&self) -> usize {
        self.len() * (8 + 8 + 8 + 4 + 1) + self.maxima.bytes()
    }

    /// Starts in seconds since 1970, ascending; `i64::MIN` for an open start.
    pub fn starts(&self) -> &[i64] {
        &self.starts
    }

    /// First second of the event at a position.
    pub fn start(&self, position: usize) -> i64 {
        self.starts[position]
    }

    /// First second after the event at a position; `i64::MAX` for an open end.
    pub fn end(&self, position: usize) -> i64 {
        self.ends[position]
    }

    /// The event at a position.
    pub fn event(&self, position: usize) -> EventIx {
        EventIx(self.events[position])
    }

    /// The rank of the event at a position; see [`rank`].
    pub fn rank(&self, position: usize) -> u8 {
        self.ranks[position]
    }

    /// The position of an event whose reach starts at `start`.
    pub fn position(&self, event: EventIx, start: i64) -> Option<usize> {
        // Among equal starts the events ascend.
        let low = lower_bound(&self.starts, start);
        let high = match start.checked_add(1) {
            Some(next) => lower_bound_from(&self.starts, low, next),
            None => self.len(),
        };
        let found = self.events[low..high].binary_search(&event.0).ok()?;
        Some(low + found)
    }

    /// Positions of the events that start in `start..end`.
    pub fn starting_in(&self, start: i64, end: i64) -> Range<usize> {
        let low = lower_bound(&self.starts, start);
        low..lower_bound_from(&self.starts, low, end.max(start))
    }

    /// Positions of the events that start in each of the columns between `edges`, which ascend.
    ///
    /// Columns beside each other mostly hold about as many, so each bound is looked for where the
    /// last column's count puts it.
    pub fn columns<'a>(
        &'a self,
        start: i64,
        edges: impl Iterator<Item = i64> + 'a,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut low = lower_bound(&self.starts, start);
        let mut count = 0;
        edges.map(move |edge| {
            let high = lower_bound_near(&self.starts, low, low + count, edge);
            count = high - low;
            low = high;
            high - count..high
        })
    }

    /// How many events overlap `start..end` (seconds, end exclusive).
    pub fn count_overlapping(&self, start: i64, end: i64) -> usize {
        if end <= start {
            return 0;
        }
        let begun = lower_bound(&self.starts, end);
        let over = self.ends_sorted.partition_point(|&at| at <= start);
        begun.saturating_sub(over)
    }

    /// Positions of the events that begin when seconds can be counted no more.
    pub fn after_all_time(&self) -> Range<usize> {
        lower_bound(&self.starts, i64::MAX - 1)..self.len()
    }

    /// How many events end before seconds can be counted.
    pub fn before_all_time(&self) -> usize {
        lower_bound(&self.ends_sorted, i64::MIN + 2)
    }

    /// The first position of the highest rank in a range.
    pub fn highest(&self, range: Range<usize>) -> Option<usize> {
        self.maxima.highest(&self.ranks, range)
    }

    /// Up to `most` positions of events that start before `start` and end after `after`, the
    /// highest rank first.
    pub fn running(&self, start: i64, after: i64, most: usize) -> Vec<usize> {
        let before = lower_bound(&self.starts, start);
        self.maxima
            .running(&self.ranks, &self.ends, before, after, most)
    }

    /// Up to `most` positions of the same events, the latest first.
    pub fn latest_running(&self, start: i64, after: i64, most: usize) -> Vec<usize> {
        let before = lower_bound(&self.starts, start);
        self.maxima.latest_running(&self.ends, before, after, most)
    }

    /// Up to `most` positions in a range, the highest rank first, then the earliest.
    pub fn top(&self, range: Range<usize>, most: usize) -> Vec<usize> {
        let mut open: Vec<(u8, std::cmp::Reverse<usize>, Range<usize>)> = Vec::new();
        let mut found = Vec::new();
        let push = |open: &mut Vec<_>, range: Range<usize>| {
            if let Some(best) = self.highest(range.clone()) {
                open.push((self.ranks[best], std::cmp::Reverse(best), range));
            }
        };
        push(&mut open, range);
        while found.len() < most {
            let best = (0..open.len()).max_by_key(|&at| (open[at].0, open[at].1));
            let Some(best) = best else { break };
            let (_, std::cmp::Reverse(at), range) = open.swap_remove(best);
            found.push(at);
            push(&mut open, range.start..at);
            push(&mut open, at + 1..range.end);
        }
        found
    }

    /// Adds how many events start in each of the columns of `width` seconds from `start`.
    pub fn counts(&self, start: f64, width: f64, into: &mut [u32]) {
        let edges = (1..=into.len()).map(|column| (start + width * column as f64).ceil() as i64);
        for (range, count) in self.columns(start.ceil() as i64, edges).zip(into) {
            *count += range.len() as u32;
        }
    }
}
