//! Blocks of maxima over a lane: "most important in this range" and "what still runs here"
//! without looking at every event.
//!
//! Per 64 events, and again per 64 such blocks, the latest end and the highest rank are kept:
//! 9 bytes per 64 events, so next to nothing, and a range of a million is answered by reading
//! at most 64 ranks at each end and a few hundred block maxima between.

use std::collections::BinaryHeap;
use std::ops::Range;

const FAN: usize = 64;

/// Maxima of one level of blocks.
#[derive(Clone, Debug, Default)]
struct Level {
    rank: Vec<u8>,
    end: Vec<i64>,
}

/// Block maxima of the ranks and ends of one lane.
#[derive(Clone, Debug, Default)]
pub struct Maxima {
    levels: Vec<Level>,
}

impl Maxima {
    /// Maxima of these columns, which must be of one length.
    pub fn new(ranks: &[u8], ends: &[i64]) -> Self {
        let mut levels: Vec<Level> = Vec::new();
        let mut next = Level::over(ranks, ends);
        while next.rank.len() > 1 {
            let above = Level::over(&next.rank, &next.end);
            levels.push(next);
            next = above;
        }
        levels.push(next);
        Self { levels }
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.levels.iter().map(|level| level.rank.len() * 9).sum()
    }

    /// The first position of the highest rank in the range, `None` for an empty range.
    pub fn highest(&self, ranks: &[u8], range: Range<usize>) -> Option<usize> {
        if range.is_empty() || range.end > ranks.len() {
            return None;
        }
        let best = self.highest_rank(ranks, &range);
        self.find(ranks, range, best)
    }

    /// The highest rank in a range that is not empty.
    fn highest_rank(&self, ranks: &[u8], range: &Range<usize>) -> u8 {
        let mut best = 0;
        let (mut low, mut high) = (range.start, range.end);
        let mut values = ranks;
        for level in &self.levels {
            let (inner_low, inner_high) = (low.div_ceil(FAN), high / FAN);
            if inner_low >= inner_high {
                return best.max(maximum(&values[low..high]));
            }
            best = best
                .max(maximum(&values[low..inner_low * FAN]))
                .max(maximum(&values[inner_high * FAN..high]));
            (low, high) = (inner_low, inner_high);
            values = &level.rank;
        }
        best.max(maximum(&values[low..high]))
    }

    /// The first position in the range with this rank, which its maximum is.
    fn find(&self, ranks: &[u8], range: Range<usize>, rank: u8) -> Option<usize> {
        let blocks = self.levels.first().map_or(&[][..], |level| &level.rank);
        let mut at = range.start;
        while at < range.end {
            let block = at / FAN;
            let stop = ((block + 1) * FAN).min(range.end);
            if blocks.get(block).is_some_and(|&top| top >= rank)
                && let Some(found) = ranks[at..stop].iter().position(|&r| r == rank)
            {
                return Some(at + found);
            }
            // Skip whole blocks, by the coarser level where it helps.
            at = stop;
            if let Some(coarse) = self.levels.get(1) {
                while at + FAN * FAN <= range.end
                    && at.is_multiple_of(FAN * FAN)
                    && coarse
                        .rank
                        .get(at / (FAN * FAN))
                        .is_some_and(|&top| top < rank)
                {
                    at += FAN * FAN;
                }
            }
        }
        None
    }

    /// Up to `most` positions before `before` whose end is later than `after`, the highest rank
    /// first and then the latest. The work is bounded by `most`, not by how many there are.
    pub fn running(
        &self,
        ranks: &[u8],
        ends: &[i64],
        before: usize,
        after: i64,
        most: usize,
    ) -> Vec<usize> {
        let mut found = Vec::new();
        let before = before.min(ranks.len());
        let mut heap = BinaryHeap::new();
        let top = self.levels.len();
        heap.push((u8::MAX, top, 0));
        // A node is (upper bound of its rank, level, position); level 0 is an event.
        while let Some((_, level, at)) = heap.pop() {
            if level == 0 {
                found.push(at);
                if found.len() == most {
                    break;
                }
                continue;
            }
            let below = level - 1;
            let (rank_of, end_of): (&[u8], &[i64]) = if below == 0 {
                (ranks, ends)
            } else {
                let level = &self.levels[below - 1];
                (&level.rank, &level.end)
            };
            let width = FAN.pow(below as u32);
            let first = at * FAN;
            let last = ((at + 1) * FAN).min(rank_of.len());
            for child in first..last {
                if child.saturating_mul(width) >= before {
                    break;
                }
                if end_of[child] > after {
                    heap.push((rank_of[child], below, child));
                }
            }
        }
        found
    }

    /// Up to `most` positions before `before` whose end is later than `after`, the latest first,
    /// whatever their ranks: a fifth of the work of [`Maxima::running`] where many run.
    pub fn latest_running(
        &self,
        ends: &[i64],
        before: usize,
        after: i64,
        most: usize,
    ) -> Vec<usize> {
        let mut found = Vec::new();
        let before = before.min(ends.len());
        // Nodes still to be opened: (level, position), the latest on top; level 0 is the events.
        let mut open = vec![(self.levels.len(), 0)];
        while let Some((level, at)) = open.pop() {
            let below = level - 1;
            let (first, width) = (at * FAN, FAN.pow(below as u32));
            let within = before.div_ceil(width);
            if below == 0 {
                let last = (first + FAN).min(within);
                for position in (first..last).rev().filter(|&at| ends[at] > after) {
                    found.push(position);
                    if found.len() == most {
                        return found;
                    }
                }
            } else {
                let ends = &self.levels[below - 1].end;
                let last = (first + FAN).min(within).min(ends.len());
                let runs = (first..last).filter(|&at| ends[at] > after);
                open.extend(runs.map(|at| (below, at)));
            }
        }
        found
    }
}

impl Level {
    fn over(ranks: &[u8], ends: &[i64]) -> Self {
        Self {
            rank: ranks.chunks(FAN).map(maximum).collect(),
            end: ends
                .chunks(FAN)
                .map(|block| block.iter().copied().max().unwrap_or(i64::MIN))
                .collect(),
        }
    }
}

fn maximum(ranks: &[u8]) -> u8 {
    ranks.iter().copied().fold(0, u8::max)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn columns(length: usize, seed: u64) -> (Vec<u8>, Vec<i64>) {
        let mut state = seed | 1;
        let mut next = move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            state >> 33
        };
        let ranks = (0..length).map(|_| (next() % 200) as u8).collect();
        let ends = (0..length)
            .map(|at| at as i64 + if next() % 97 == 0 { 5_000 } else { 3 })
            .collect();
        (ranks, ends)
    }

    proptest! {
        #[test]
        fn the_highest_is_the_first_of_the_highest(
            length in 0usize..9000, seed: u64, a in 0usize..9000, b in 0usize..9000,
        ) {
            let (ranks, ends) = columns(length, seed);
            let maxima = Maxima::new(&ranks, &ends);
            let range = a.min(b).min(length)..a.max(b).min(length);
            let best = ranks[range.clone()].iter().copied().max();
            let expected = best.map(|best| {
                range.start + ranks[range.clone()].iter().position(|&r| r == best).unwrap()
            });
            prop_assert_eq!(maxima.highest(&ranks, range), expected);
        }

        #[test]
        fn what_runs_is_found_by_rank(
            length in 1usize..9000, seed: u64, before in 0usize..9000, most in 1usize..20,
        ) {
            let (ranks, ends) = columns(length, seed);
            let maxima = Maxima::new(&ranks, &ends);
            let before = before.min(length);
            let after = before as i64;
            let mut expected: Vec<usize> =
                (0..before).filter(|&at| ends[at] > after).collect();
            expected.sort_by_key(|&at| (std::cmp::Reverse(ranks[at]), std::cmp::Reverse(at)));
            expected.truncate(most);
            prop_assert_eq!(maxima.running(&ranks, &ends, before, after, most), expected);
            let mut latest: Vec<usize> =
                (0..before).rev().filter(|&at| ends[at] > after).collect();
            latest.truncate(most);
            prop_assert_eq!(maxima.latest_running(&ends, before, after, most), latest);
        }
    }

    #[test]
    fn an_empty_lane_answers() {
        let maxima = Maxima::new(&[], &[]);
        assert_eq!(maxima.highest(&[], 0..0), None);
        assert!(maxima.running(&[], &[], 0, 0, 5).is_empty());
        assert!(maxima.latest_running(&[], 0, 0, 5).is_empty());
    }
}
