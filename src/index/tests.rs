use super::*;
use crate::date::{EdgeKind, Instant};

/// Events of three actors in two languages' worth of lanes, with tags and places.
fn timeline() -> Timeline {
    let text = r#"{"format": "nenpyo/1", "actors": [{"id": "JPN", "name": "Japan"}, {"id": "CHN", "name": "China"}],
        "events": [
        {"id": "a", "title": "a", "date": "1972-09-29", "kind": "treaty", "actors": ["CHN", "JPN"], "tags": ["x", "y"],
         "place": {"name": "Beijing", "country": "CHN"}},
        {"id": "b", "title": "b", "date": "1970", "kind": "summit", "actors": ["JPN", "CHN"], "tags": ["x"]},
        {"id": "c", "title": "c", "date": "1980/..", "kind": "new_kind", "actors": ["JPN", "CHN", "USA"]},
        {"id": "d", "title": "d", "date": "1972-09-29", "kind": "treaty", "actors": ["JPN", "CHN"], "importance": 5,
         "place": {"name": "Tokyo", "country": "JPN"}}]}"#;
    crate::format::native::read(text)
        .expect("it reads")
        .timeline
}

fn counts(grouping: Grouping) -> Vec<(LaneKey, usize)> {
    let index = Index::build(&timeline(), grouping, None);
    let lens = index.lanes().iter().map(LaneColumns::len);
    index.keys().iter().cloned().zip(lens).collect()
}

fn names(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|&id| id.to_owned()).collect()
}

#[test]
fn each_grouping_has_its_lanes() {
    assert_eq!(
        counts(Grouping::Pair),
        [
            (LaneKey::Actors(names(&["JPN", "CHN"])), 3),
            (LaneKey::Multilateral, 1)
        ]
    );
    let actor = |id: &str| LaneKey::Actor(id.to_owned());
    assert_eq!(
        counts(Grouping::Actor),
        [(actor("JPN"), 4), (actor("CHN"), 4), (actor("USA"), 1)]
    );
    let kind = |name: &str| LaneKey::Kind(name.to_owned());
    assert_eq!(
        counts(Grouping::Kind),
        [
            (kind("summit"), 1),
            (kind("treaty"), 2),
            (kind("new_kind"), 1)
        ]
    );
    let country = |code: &str| LaneKey::Country(code.to_owned());
    assert_eq!(
        counts(Grouping::Country),
        [(country("CHN"), 1), (country("JPN"), 1), (LaneKey::Rest, 2)]
    );
    let tag = |name: &str| LaneKey::Tag(name.to_owned());
    assert_eq!(
        counts(Grouping::Tag),
        [(tag("x"), 2), (tag("y"), 1), (LaneKey::Rest, 2)]
    );
    assert_eq!(counts(Grouping::None), [(LaneKey::All, 4)]);
}

#[test]
fn kinds_beyond_those_with_a_lane_share_the_last() {
    let mut events = String::new();
    for at in 0..500 {
        // One of the unknown kinds is frequent, and comes last.
        let kind = if at % 50 == 49 { 499 } else { at };
        let event = format!(r#"{{"title": "t", "date": "1972", "kind": "new-{kind}"}},"#);
        events.push_str(&event);
    }
    events.push_str(r#"{"title": "t", "date": "1972", "kind": "treaty"}"#);
    let text = format!(r#"{{"format": "nenpyo/1", "events": [{events}]}}"#);
    let timeline = crate::format::native::read(text)
        .expect("it reads")
        .timeline;
    let index = Index::build(&timeline, Grouping::Kind, None);
    let keys = index.keys();
    assert_eq!(keys.len(), MOST_LANES + 1);
    assert_eq!(keys[0], LaneKey::Kind("treaty".to_owned()));
    assert!(keys.contains(&LaneKey::Kind("new-499".to_owned())));
    assert_eq!(keys[MOST_LANES], LaneKey::Rest);
    let standing: usize = index.lanes().iter().map(LaneColumns::len).sum();
    assert_eq!(standing, timeline.len());
}

#[test]
fn an_empty_record_has_an_empty_lane() {
    let empty = crate::format::native::read(r#"{"format": "nenpyo/1", "events": []}"#);
    let timeline = empty.expect("it reads").timeline;
    for grouping in Grouping::ALL {
        let index = Index::build(&timeline, grouping, None);
        assert!(index.is_empty() && index.span_s().is_none());
        assert!(index.lanes().iter().all(LaneColumns::is_empty));
        assert!(index.density(0.0, 1.0, 5).iter().all(|&count| count == 0));
    }
}

#[test]
fn a_filter_leaves_the_lanes_and_takes_the_events() {
    let timeline = timeline();
    let kept: EventSet = timeline.find("b").into_iter().collect();
    let index = Index::build(&timeline, Grouping::Pair, Some(&kept));
    assert_eq!(index.len(), 1);
    assert_eq!(index.keys().len(), 2);
    assert_eq!(
        index
            .lanes()
            .iter()
            .map(LaneColumns::len)
            .collect::<Vec<_>>(),
        [1, 0]
    );
}

#[test]
fn neighbours_are_those_beside_in_the_lane() {
    let timeline = timeline();
    let index = Index::build(&timeline, Grouping::Pair, None);
    let find = |id: &str| timeline.find(id).expect("it is there");
    let next = |id: &str, forward| index.neighbour(timeline.heads(), find(id), None, forward);
    assert_eq!(next("b", true), Some(find("a")));
    assert_eq!(next("a", true), Some(find("d")));
    assert_eq!(next("d", true), None);
    assert_eq!(next("d", false), Some(find("a")));
    assert_eq!(next("b", false), None);
    // In lanes by actor the lane decides.
    let index = Index::build(&timeline, Grouping::Actor, None);
    let usa = index
        .keys()
        .iter()
        .position(|key| *key == LaneKey::Actor("USA".to_owned()));
    let usa = usa.map(|lane| lane as u16);
    assert_eq!(
        index.neighbour(timeline.heads(), find("c"), usa, false),
        None
    );
    assert_eq!(
        index.neighbour(timeline.heads(), find("c"), None, false),
        Some(find("d"))
    );
}

/// Heads made up from a seed: days, years and long spans over a century.
fn heads(count: usize, seed: u64) -> Vec<EventHead> {
    let timeline = timeline();
    let pattern = *timeline.head(EventIx(0));
    let mut state = seed;
    let mut dice = move |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    (0..count)
        .map(|_| {
            let start = (dice(36_500) as i64) * 86_400;
            let length = match dice(50) {
                0 => dice(3_650) as i64 * 86_400,
                1 => 365 * 86_400,
                _ => 86_400,
            };
            EventHead {
                start: Instant(start),
                end: Instant(start + length.max(1)),
                end_edge: if dice(500) == 0 {
                    EdgeKind::Open
                } else {
                    EdgeKind::Sharp
                },
                importance: 1 + dice(5) as u8,
                quotes: dice(6) as u16,
                actors: timeline.head(EventIx(dice(4) as u32)).actors,
                ..pattern
            }
        })
        .collect()
}

#[test]
fn counting_and_finding_agree_with_looking_at_every_event() {
    let heads = heads(5_000, 11);
    let index = Index::from_heads(&heads, Assignment::new(&timeline(), Grouping::None), None);
    let lane = &index.lanes()[0];
    assert!(lane.starts().is_sorted());
    for (from, to) in [
        (0, 100),
        (5_000, 5_001),
        (10_000, 30_000),
        (36_000, 50_000),
        (-5, 0),
    ] {
        let (from, to) = (from * 86_400, to * 86_400);
        let overlaps = |head: &&EventHead| {
            let (start, end) = reach(head);
            start < to && end > from
        };
        assert_eq!(
            lane.count_overlapping(from, to),
            heads.iter().filter(overlaps).count()
        );
        let starting = lane.starting_in(from, to);
        let begins = |head: &&EventHead| (from..to).contains(&reach(head).0);
        assert_eq!(starting.len(), heads.iter().filter(begins).count());
        // The highest by rank, then the earliest.
        let mut by_rank: Vec<usize> = starting.clone().collect();
        by_rank.sort_by_key(|&at| (std::cmp::Reverse(lane.rank(at)), at));
        by_rank.truncate(7);
        assert_eq!(lane.top(starting, 7), by_rank);
    }
    for at in (0..lane.len()).step_by(37) {
        assert_eq!(lane.position(lane.event(at), lane.start(at)), Some(at));
    }
    assert_eq!(lane.position(EventIx(9_999_999), 0), None);
}

#[test]
fn columns_hold_what_starts_in_them() {
    let heads = heads(3_000, 5);
    let index = Index::from_heads(&heads, Assignment::new(&timeline(), Grouping::Pair), None);
    let (first, last) = index.span_s().expect("there are events");
    let width = (last - first) as f64 / 100.0;
    let density = index.density(first as f64, width, 101);
    assert_eq!(
        density.iter().map(|&count| count as usize).sum::<usize>(),
        heads.len()
    );
    let third = |head: &&EventHead| {
        let at = head.start.0 as f64 - first as f64;
        at >= width * 2.0 && at < width * 3.0
    };
    let expected = heads.iter().filter(third).count() as i64;
    // A column's edge is a whole second.
    assert!((i64::from(density[2]) - expected).abs() <= 1);
}

#[test]
fn two_threads_build_what_one_does() {
    let heads = heads(PARALLEL_FROM + 10_000, 3);
    let assignment = Assignment::new(&timeline(), Grouping::Actor);
    let index = Index::from_heads(&heads, assignment.clone(), None);
    for (lane, columns) in index.lanes().iter().enumerate() {
        let here = |head: &EventHead| assignment.lanes_of(head).contains(&(lane as u16));
        let members: Vec<u32> = (0..heads.len() as u32)
            .filter(|&at| here(&heads[at as usize]))
            .collect();
        let alone = LaneColumns::new(&heads, &members);
        assert_eq!(alone.starts(), columns.starts());
        assert!((0..alone.len()).all(|at| alone.event(at) == columns.event(at)));
    }
}

#[test]
fn an_event_takes_less_than_forty_bytes() {
    let heads = heads(20_000, 9);
    let index = Index::from_heads(&heads, Assignment::new(&timeline(), Grouping::Pair), None);
    assert!(index.bytes() < heads.len() * 40);
}

#[test]
fn a_removed_event_is_in_no_lane_and_not_found() {
    let mut timeline = timeline();
    let c = timeline.find("c").expect("it is there");
    timeline.remove_event(c).expect("it goes");
    let index = Index::build(&timeline, Grouping::Pair, None);
    assert_eq!(index.len(), 3);
    assert_eq!(index.keys().len(), 1, "its lane goes with it");
    let (_, last) = index.span_s().expect("there are events");
    assert!(last < 3 * 365 * 86_400, "it does not stretch the record");
    let mut found = Vec::new();
    Search::new("c").step(&timeline, 9, |hit| found.push(hit.event));
    assert!(!found.contains(&c));
    timeline.restore_event(c).expect("it comes back");
    assert_eq!(Index::build(&timeline, Grouping::Pair, None).len(), 4);
}

/// The events of each lane, by key, in order.
fn standing(index: &Index) -> std::collections::BTreeMap<String, Vec<u32>> {
    let lanes = index.keys().iter().zip(index.lanes());
    let events = |lane: &LaneColumns| (0..lane.len()).map(|at| lane.event(at).0).collect();
    lanes
        .map(|(key, lane)| (format!("{key:?}"), events(lane)))
        .collect()
}

proptest::proptest! {
    #[test]
    fn a_patched_index_is_the_one_built_anew(
        grouping in proptest::sample::select(Grouping::ALL.to_vec()),
        edits in proptest::collection::vec(
            (0..4_u8, proptest::prelude::any::<proptest::sample::Index>(), 1950..2000_u32, 0..4_usize),
            1..20,
        ),
    ) {
        let mut timeline = timeline();
        let mut index = Index::build(&timeline, grouping, None);
        for (what, at, year, actors) in edits {
            let mut event = EventIx::from_index(at.index(timeline.len()));
            let mut before = timeline.heads().get(event.index()).copied();
            let actors = ["\"JPN\", \"CHN\"", "\"CHN\"", "\"USA\", \"JPN\"", ""][actors];
            let text = format!(
                "{{\"title\": \"t\", \"date\": \"{year}\", \"kind\": \"summit\", \
                 \"actors\": [{actors}], \"tags\": [\"x\"]}}"
            );
            let made = match what {
                0 => timeline.replace_event(event, &text).is_ok(),
                1 => {
                    let added = timeline.add_event(&text, None);
                    event = added.expect("it has no id");
                    before = None;
                    true
                }
                2 => timeline.remove_event(event).is_ok(),
                _ => timeline.restore_event(event).is_ok(),
            };
            if !made {
                continue;
            }
            let patched = index.patch(&timeline, &[(event, before)]);
            let lanes = index.assignment.clone();
            let anew = Index::from_heads(timeline.heads(), lanes, None);
            proptest::prop_assert_eq!(index.len(), anew.len());
            proptest::prop_assert_eq!(index.span_s(), anew.span_s());
            proptest::prop_assert_eq!(standing(&index), standing(&anew));
            for (lane, same) in index.lanes().iter().zip(anew.lanes()) {
                let all = 0..lane.len();
                proptest::prop_assert_eq!(lane.highest(all.clone()), same.highest(all));
                proptest::prop_assert_eq!(lane.running(0, 0, 99), same.running(0, 0, 99));
                let (start, end) = (0, 1 << 30);
                proptest::prop_assert_eq!(
                    lane.count_overlapping(start, end),
                    same.count_overlapping(start, end)
                );
            }
            if patched == Patched::LanesDiffer {
                index = Index::build(&timeline, grouping, None);
                continue;
            }
            let afresh = Index::build(&timeline, grouping, None);
            if grouping == Grouping::Pair {
                // Which sets are frequent enough for a lane of their own is found with the lanes.
                let standing_there: usize = index.lanes().iter().map(LaneColumns::len).sum();
                proptest::prop_assert_eq!(standing_there, index.len());
                proptest::prop_assert!(index.lanes().iter().all(|lane| !lane.is_empty()));
            } else {
                proptest::prop_assert_eq!(standing(&index), standing(&afresh));
            }
        }
    }
}

#[test]
fn a_lane_comes_back_with_its_only_event() {
    for grouping in [
        Grouping::Pair,
        Grouping::Actor,
        Grouping::Kind,
        Grouping::Country,
    ] {
        let mut timeline = timeline();
        let whole = Index::build(&timeline, grouping, None);
        let heads = timeline.heads().to_vec();
        for event in timeline.events().collect::<Vec<_>>() {
            timeline.remove_event(event).expect("it is there");
            let mut index = Index::build(&timeline, grouping, None);
            let removed = timeline.heads()[event.index()];
            timeline.restore_event(event).expect("it was removed");
            if index.patch(&timeline, &[(event, Some(removed))]) == Patched::LanesDiffer {
                index = Index::build(&timeline, grouping, None);
            }
            assert_eq!(standing(&index), standing(&whole), "{grouping:?} {event:?}");
            assert_eq!(
                timeline.heads()[event.index()].start,
                heads[event.index()].start
            );
        }
    }
}
