//! Which lanes tell best who dealt with whom.
//!
//! A lane for every set of actors would be dozens, a lane for every pair would repeat a meeting of
//! three in three lanes. The rule, from how such records look:
//!
//! 1. An actor that deals with everybody and with nobody in particular (at least a tenth of the
//!    events, in six sets or more, none of which holds 15 % of them) has a lane *around* it. In
//!    the bundled record that is North Korea: talks with one, two or five others, sanctions by the
//!    United Nations. At most [`MOST_AROUND`].
//! 2. Other sets of one, two or three actors that hold at least 3 % of the events (and two
//!    events) have a lane of their own, the most frequent first. At most [`MOST_SETS`].
//! 3. What is left is *multilateral* (three actors and more) or the *rest*.
//!
//! Each event stands in exactly one lane.

/// Most lanes around one actor.
pub const MOST_AROUND: usize = 6;
/// Most lanes of a set of actors.
pub const MOST_SETS: usize = 12;
/// Least share of the events for a set's lane.
const SET_SHARE: f64 = 0.03;
/// Least share of the events for a lane around an actor.
const AROUND_SHARE: f64 = 0.1;
/// Most share that one set may have of the events around an actor.
const SCATTER_SHARE: f64 = 0.15;
/// Fewest sets around an actor.
const SCATTER_SETS: usize = 6;

/// A set of actors that occurs, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetCount {
    /// Positions of its actors, ascending.
    pub actors: Vec<u32>,
    /// Events with exactly these actors.
    pub count: usize,
}

/// What one lane holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PairLane {
    /// Exactly these actors.
    Set(Vec<u32>),
    /// This actor and any others.
    Around(u32),
    /// Three actors and more.
    Multilateral,
    /// Two actors and fewer.
    Rest,
}

/// The lanes, in their order, and for each set the position of its lane.
pub fn pair_lanes(sets: &[SetCount]) -> (Vec<PairLane>, Vec<u16>) {
    let total: usize = sets
        .iter()
        .filter(|set| !set.actors.is_empty())
        .map(|set| set.count)
        .sum();
    let around = scattered(sets, total);
    let least = (total as f64 * SET_SHARE).ceil().max(2.0) as usize;
    let mut own: Vec<&SetCount> = sets
        .iter()
        .filter(|set| {
            (1..=3).contains(&set.actors.len())
                && set.count >= least
                && !set.actors.iter().any(|actor| around.contains(actor))
        })
        .collect();
    own.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.actors.cmp(&b.actors)));
    own.truncate(MOST_SETS);

    let mut lanes: Vec<PairLane> = own
        .iter()
        .map(|set| PairLane::Set(set.actors.clone()))
        .chain(around.iter().map(|&actor| PairLane::Around(actor)))
        .collect();
    let multilateral = lanes.len();
    let rest = multilateral + 1;
    let mut lane_of: Vec<usize> = sets
        .iter()
        .map(|set| {
            lanes
                .iter()
                .position(|lane| match lane {
                    PairLane::Set(actors) => *actors == set.actors,
                    PairLane::Around(actor) => set.actors.contains(actor),
                    _ => false,
                })
                .unwrap_or(if set.actors.len() >= 3 {
                    multilateral
                } else {
                    rest
                })
        })
        .collect();
    lanes.extend([PairLane::Multilateral, PairLane::Rest]);
    // A lane that all its sets left for one before it is none; some lane there must be.
    let mut used = vec![false; lanes.len()];
    for (_, &lane) in sets.iter().zip(&lane_of).filter(|(set, _)| set.count > 0) {
        used[lane] = true;
    }
    used[rest] |= !used.contains(&true);
    let mut kept = used.iter();
    lanes.retain(|_| kept.next() == Some(&true));
    let last = lanes.len() - 1;
    for lane in &mut lane_of {
        let before = used[..*lane].iter().filter(|&&used| used).count();
        *lane = before.min(last);
    }
    (lanes, lane_of.into_iter().map(|lane| lane as u16).collect())
}

/// Actors whose events are scattered over many sets, the most frequent first.
fn scattered(sets: &[SetCount], total: usize) -> Vec<u32> {
    #[derive(Clone, Copy, Default)]
    struct Around {
        count: usize,
        largest: usize,
        sets: usize,
    }
    let actors = sets
        .iter()
        .flat_map(|set| &set.actors)
        .max()
        .map_or(0, |&last| last as usize + 1);
    let mut around = vec![Around::default(); actors];
    for set in sets.iter().filter(|set| set.count > 0) {
        for &actor in &set.actors {
            let of = &mut around[actor as usize];
            of.count += set.count;
            of.largest = of.largest.max(set.count);
            of.sets += 1;
        }
    }
    let mut found: Vec<u32> = (0..actors as u32)
        .filter(|&actor| {
            let of = around[actor as usize];
            of.sets >= SCATTER_SETS
                && of.count as f64 >= total as f64 * AROUND_SHARE
                && (of.largest as f64) < of.count as f64 * SCATTER_SHARE
        })
        .collect();
    found.sort_by_key(|&actor| (std::cmp::Reverse(around[actor as usize].count), actor));
    found.truncate(MOST_AROUND);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(actors: &[u32], count: usize) -> SetCount {
        SetCount {
            actors: actors.to_vec(),
            count,
        }
    }

    #[test]
    fn frequent_pairs_and_triples_have_lanes_and_the_scattered_one_a_lane_around_it() {
        // 0 and 1 deal with each other; 9 with everybody.
        let sets = [
            set(&[0, 1], 80),
            set(&[0, 1, 2], 25),
            set(&[1, 4], 14),
            set(&[9], 8),
            set(&[4, 9], 8),
            set(&[2, 9], 5),
            set(&[0, 9], 6),
            set(&[0, 2, 9], 5),
            set(&[0, 1, 2, 4, 9], 8),
            set(&[1, 9], 5),
            set(&[1, 2, 9], 7),
            set(&[1, 2, 9, 5], 7),
            set(&[0, 1, 4], 2),
            set(&[0, 5], 1),
        ];
        let (lanes, of_set) = pair_lanes(&sets);
        assert_eq!(
            lanes,
            [
                PairLane::Set(vec![0, 1]),
                PairLane::Set(vec![0, 1, 2]),
                PairLane::Set(vec![1, 4]),
                PairLane::Around(9),
                PairLane::Multilateral,
                PairLane::Rest,
            ]
        );
        assert_eq!(of_set, [0, 1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 5]);
    }

    #[test]
    fn no_lane_is_empty() {
        let (lanes, of_set) = pair_lanes(&[set(&[0, 1], 10)]);
        assert_eq!(lanes, [PairLane::Set(vec![0, 1])]);
        assert_eq!(of_set, [0]);
        let (lanes, of_set) = pair_lanes(&[set(&[], 3)]);
        assert_eq!((lanes, of_set), (vec![PairLane::Rest], vec![0]));
        assert_eq!(pair_lanes(&[]).0, [PairLane::Rest]);
    }

    #[test]
    fn an_actor_that_is_always_with_a_more_frequent_one_has_no_lane_around_it() {
        let mut sets = Vec::new();
        for k in 3..=9 {
            sets.push(set(&[0, k], 10));
            sets.push(set(&[0, 2, k], 10));
        }
        let (lanes, of_set) = pair_lanes(&sets);
        assert_eq!(lanes, [PairLane::Around(0)]);
        assert_eq!(of_set, [0; 14]);
    }

    #[test]
    fn a_record_without_favourites_is_divided_by_actor() {
        let mut sets = Vec::new();
        for a in 0..9 {
            for b in a + 1..9 {
                sets.push(set(&[a, b], 10));
            }
        }
        let (lanes, _) = pair_lanes(&sets);
        let around = lanes
            .iter()
            .filter(|lane| matches!(lane, PairLane::Around(_)))
            .count();
        assert_eq!(around, MOST_AROUND);
    }
}
