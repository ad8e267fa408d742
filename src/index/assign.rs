//! Which lanes each event stands in.
//!
//! Heads share their sets of actors and tags, so membership is worked out once for each set, kind
//! or country and looked up for each event.

use super::lane_key::{Grouping, LaneKey};
use super::pairs::{PairLane, SetCount, pair_lanes};
use crate::record::{EventHead, Flags, Kind, Timeline, Vocabulary};

/// Most lanes by actor, country, tag or kind; what is rarer shares the last lane. The kinds that the
/// program knows are fewer and have their lanes always.
pub const MOST_LANES: usize = 40;

/// The lanes of a record under one grouping, and how an event's head leads to its lanes.
#[derive(Clone, Debug)]
pub struct Assignment {
    grouping: Grouping,
    keys: Vec<LaneKey>,
    /// For each code, where its lanes begin in `lanes`; one more at the end.
    offsets: Vec<u32>,
    lanes: Vec<u16>,
}

impl Assignment {
    /// Finds the lanes of a record.
    pub fn new(timeline: &Timeline, grouping: Grouping) -> Self {
        let counts = Counts::new(timeline.heads(), grouping);
        match grouping {
            Grouping::Pair => Self::by_pair(timeline, &counts),
            Grouping::Actor => {
                let names = timeline.actors().iter().map(|actor| actor.id.as_str());
                let members = |code: usize| {
                    let set = timeline.actor_set(crate::record::ActorSetId::from_index(code));
                    set.iter().map(|actor| actor.index()).collect()
                };
                Self::by_most_frequent(grouping, &counts, names, members, LaneKey::Actor)
            }
            Grouping::Tag => {
                let names = timeline.tags().iter().map(|tag| &**tag);
                let members = |code: usize| {
                    let set = timeline.tag_set(crate::record::TagSetId::from_index(code));
                    set.iter().map(|tag| tag.index()).collect()
                };
                Self::by_most_frequent(grouping, &counts, names, members, LaneKey::Tag)
            }
            Grouping::Country => {
                let names = timeline.countries().iter().map(|country| &**country);
                // Code 0 is "no country".
                let members = |code: usize| code.checked_sub(1).into_iter().collect();
                Self::by_most_frequent(grouping, &counts, names, members, LaneKey::Country)
            }
            Grouping::Kind => Self::by_kind(timeline, &counts),
            Grouping::None => Self::from_table(grouping, vec![LaneKey::All], &[vec![0]], &counts),
        }
    }

    /// The grouping.
    pub fn grouping(&self) -> Grouping {
        self.grouping
    }

    /// The lanes' keys in their natural order.
    pub fn keys(&self) -> &[LaneKey] {
        &self.keys
    }

    /// The lanes an event stands in.
    pub fn lanes_of(&self, head: &EventHead) -> &[u16] {
        let code = code(head, self.grouping);
        match (self.offsets.get(code), self.offsets.get(code + 1)) {
            (Some(&from), Some(&to)) => &self.lanes[from as usize..to as usize],
            _ => &[],
        }
    }

    /// Finds lanes for an event like none that was there when the lanes were found, among those
    /// that there are; whether it then stands where it belongs.
    pub(super) fn knows(&mut self, timeline: &Timeline, head: &EventHead) -> bool {
        if !self.lanes_of(head).is_empty() {
            return true;
        }
        let wanted = wanted(timeline, head, self.grouping);
        let place = |key: &LaneKey| self.keys.iter().position(|known| is_same(known, key));
        let mut lanes: Vec<u16> = wanted
            .iter()
            .filter_map(place)
            .map(|at| at as u16)
            .collect();
        let known = lanes.len() == wanted.len() && !lanes.is_empty();
        if lanes.is_empty() {
            let rest = self.keys.iter().position(|key| *key == LaneKey::Rest);
            lanes.extend(rest.map(|at| at as u16));
        }
        lanes.sort_unstable();
        self.add_code(code(head, self.grouping), &lanes);
        known
    }

    /// Gives a code that has no lanes these.
    fn add_code(&mut self, code: usize, lanes: &[u16]) {
        let end = self.lanes.len() as u32;
        while self.offsets.len() < code + 2 {
            self.offsets.push(end);
        }
        let at = self.offsets[code] as usize;
        self.lanes.splice(at..at, lanes.iter().copied());
        for offset in &mut self.offsets[code + 1..] {
            *offset += lanes.len() as u32;
        }
    }

    /// Lanes by code. A code that no event has gets none, so that [`Assignment::knows`] looks
    /// again when one comes (back) to it.
    fn from_table(
        grouping: Grouping,
        keys: Vec<LaneKey>,
        table: &[Vec<u16>],
        counts: &Counts,
    ) -> Self {
        let mut offsets = vec![0];
        let mut lanes = Vec::new();
        for (of_code, &count) in table.iter().zip(&counts.by_code) {
            if count > 0 {
                lanes.extend_from_slice(of_code);
            }
            offsets.push(lanes.len() as u32);
        }
        Self {
            grouping,
            keys,
            offsets,
            lanes,
        }
    }

    fn by_pair(timeline: &Timeline, counts: &Counts) -> Self {
        let sets: Vec<SetCount> = counts
            .by_code
            .iter()
            .enumerate()
            .map(|(code, &count)| {
                let set = timeline.actor_set(crate::record::ActorSetId::from_index(code));
                let mut actors: Vec<u32> = set.iter().map(|actor| actor.0).collect();
                actors.sort_unstable();
                actors.dedup();
                SetCount { actors, count }
            })
            .collect();
        // Sets that differ only in order are one set.
        let mut merged: Vec<SetCount> = Vec::new();
        let mut merged_of = Vec::with_capacity(sets.len());
        let mut seen = std::collections::HashMap::new();
        for set in sets {
            let at = *seen.entry(set.actors.clone()).or_insert_with(|| {
                merged.push(SetCount {
                    actors: set.actors.clone(),
                    count: 0,
                });
                merged.len() - 1
            });
            merged[at].count += set.count;
            merged_of.push(at);
        }
        let (lanes, of_set) = pair_lanes(&merged);
        let id = |actor: u32| {
            timeline
                .actors()
                .get(actor as usize)
                .map_or_else(|| actor.to_string(), |actor| actor.id.clone())
        };
        let keys = lanes
            .into_iter()
            .map(|lane| match lane {
                PairLane::Set(actors) => LaneKey::Actors(actors.into_iter().map(id).collect()),
                PairLane::Around(actor) => LaneKey::Around(id(actor)),
                PairLane::Multilateral => LaneKey::Multilateral,
                PairLane::Rest => LaneKey::Rest,
            })
            .collect();
        let table: Vec<Vec<u16>> = merged_of.into_iter().map(|at| vec![of_set[at]]).collect();
        Self::from_table(Grouping::Pair, keys, &table, counts)
    }

    fn by_kind(timeline: &Timeline, counts: &Counts) -> Self {
        let name = |code: usize| timeline.kinds().get(code).map_or("", |name| &**name);
        let order = |code: usize| {
            let known = Kind::from_name(name(code));
            Kind::ALL
                .iter()
                .position(|&kind| Some(kind) == known)
                .unwrap_or(Kind::ALL.len())
        };
        let mut codes: Vec<usize> = (0..counts.by_code.len())
            .filter(|&code| counts.by_code[code] > 0)
            .collect();
        // The known ones first, then the others by how frequent they are.
        codes.sort_by_cached_key(|&code| {
            let unknown = order(code) == Kind::ALL.len();
            (unknown, std::cmp::Reverse(counts.by_code[code]), code)
        });
        let some_rest = codes.len() > MOST_LANES;
        codes.truncate(MOST_LANES);
        codes.sort_by_cached_key(|&code| (order(code), code));
        let rest = codes.len() as u16;
        let in_rest = |&count: &usize| if count > 0 { vec![rest] } else { Vec::new() };
        let mut table: Vec<Vec<u16>> = counts.by_code.iter().map(in_rest).collect();
        for (lane, &code) in codes.iter().enumerate() {
            table[code] = vec![lane as u16];
        }
        let kinds = codes.iter().map(|&code| name(code).to_owned());
        let mut keys: Vec<LaneKey> = kinds.map(LaneKey::Kind).collect();
        if some_rest {
            keys.push(LaneKey::Rest);
        }
        Self::from_table(Grouping::Kind, keys, &table, counts)
    }

    /// A lane for each of the most frequent names, and one for what has none of them.
    fn by_most_frequent<'a>(
        grouping: Grouping,
        counts: &Counts,
        names: impl Iterator<Item = &'a str>,
        members: impl Fn(usize) -> Vec<usize>,
        key: impl Fn(String) -> LaneKey,
    ) -> Self {
        let names: Vec<&str> = names.collect();
        let members: Vec<Vec<usize>> = (0..counts.by_code.len()).map(members).collect();
        let mut frequency = vec![0usize; names.len()];
        for (of_code, &count) in members.iter().zip(&counts.by_code) {
            for &name in of_code {
                if let Some(frequency) = frequency.get_mut(name) {
                    *frequency += count;
                }
            }
        }
        let mut order: Vec<usize> = (0..names.len()).filter(|&at| frequency[at] > 0).collect();
        order.sort_by_key(|&at| (std::cmp::Reverse(frequency[at]), at));
        order.truncate(MOST_LANES);
        let mut keys: Vec<LaneKey> = order.iter().map(|&at| key(names[at].to_owned())).collect();
        let mut lane_of = vec![None; names.len()];
        for (lane, &at) in order.iter().enumerate() {
            lane_of[at] = Some(lane as u16);
        }
        let rest = keys.len() as u16;
        let mut some_rest = false;
        let table: Vec<Vec<u16>> = members
            .iter()
            .zip(&counts.by_code)
            .map(|(of_code, &count)| {
                let mut lanes: Vec<u16> = of_code
                    .iter()
                    .filter_map(|&name| lane_of.get(name).copied().flatten())
                    .collect();
                lanes.sort_unstable();
                lanes.dedup();
                if lanes.is_empty() {
                    lanes.push(rest);
                    some_rest |= count > 0;
                }
                lanes
            })
            .collect();
        if some_rest || keys.is_empty() {
            keys.push(LaneKey::Rest);
        }
        Self::from_table(grouping, keys, &table, counts)
    }
}

/// How many events have each code.
struct Counts {
    by_code: Vec<usize>,
}

impl Counts {
    fn new(heads: &[EventHead], grouping: Grouping) -> Self {
        let mut by_code = Vec::new();
        for head in heads.iter().filter(|head| !head.flags.has(Flags::REMOVED)) {
            let code = code(head, grouping);
            if code >= by_code.len() {
                by_code.resize(code + 1, 0);
            }
            by_code[code] += 1;
        }
        Self { by_code }
    }
}

/// The lanes that an event would have if there were no limit to their number.
fn wanted(timeline: &Timeline, head: &EventHead, grouping: Grouping) -> Vec<LaneKey> {
    let actor = |at: &crate::record::ActorIx| {
        let actor = timeline.actors().get(at.index());
        actor.map_or_else(String::new, |actor| actor.id.clone())
    };
    match grouping {
        Grouping::Pair => {
            let set = timeline.actor_set(head.actors);
            vec![LaneKey::Actors(set.iter().map(actor).collect())]
        }
        Grouping::Actor => {
            let set = timeline.actor_set(head.actors).iter();
            set.map(|at| LaneKey::Actor(actor(at))).collect()
        }
        Grouping::Tag => {
            let set = timeline.tag_set(head.tags).iter();
            let names = set.filter_map(|tag| timeline.tags().get(tag.index()));
            names.map(|name| LaneKey::Tag(name.to_string())).collect()
        }
        Grouping::Country => {
            let name = |at: crate::record::CountryIx| timeline.countries().get(at.index());
            let name = head.country.and_then(name);
            name.map(|name| LaneKey::Country(name.to_string()))
                .into_iter()
                .collect()
        }
        Grouping::Kind => {
            let name = timeline.kinds().get(head.kind_name.index());
            name.map(|name| LaneKey::Kind(name.to_string()))
                .into_iter()
                .collect()
        }
        Grouping::None => vec![LaneKey::All],
    }
}

/// Whether two lanes are for the same: sets of actors have no order.
fn is_same(a: &LaneKey, b: &LaneKey) -> bool {
    match (a, b) {
        (LaneKey::Actors(a), LaneKey::Actors(b)) => {
            a.len() == b.len() && a.iter().all(|id| b.contains(id))
        }
        _ => a == b,
    }
}

/// What decides an event's lanes under a grouping.
fn code(head: &EventHead, grouping: Grouping) -> usize {
    match grouping {
        Grouping::Pair | Grouping::Actor => head.actors.index(),
        Grouping::Tag => head.tags.index(),
        Grouping::Country => head.country.map_or(0, |country| country.index() + 1),
        Grouping::Kind => head.kind_name.index(),
        Grouping::None => 0,
    }
}
