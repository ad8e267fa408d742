use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::index::{Grouping, Index};
use crate::record::Timeline;
use crate::scene::fixture::{EVENT, Made, record};
use crate::scene::{PlainMeasure, Viewport};

/// A record of events at these days since 1970, lasting so many days, of these importances.
fn made(events: &[(u32, u32, u8)]) -> Timeline {
    let dates: Vec<String> = events
        .iter()
        .map(|&(day, length, _)| {
            let date = |day: u32| crate::date::CivilDate::from_days(i64::from(day)).to_string();
            if length == 0 {
                date(day)
            } else {
                format!("{}/{}", date(day), date(day + length))
            }
        })
        .collect();
    let events: Vec<Made> = events
        .iter()
        .zip(&dates)
        .map(|(&(_, _, importance), date)| Made {
            date,
            title: "Joint Communique of the two sides",
            importance,
            ..EVENT
        })
        .collect();
    record(&events)
}

struct Bench {
    timeline: Timeline,
    index: Index,
    metrics: Metrics,
}

impl Bench {
    fn new(events: &[(u32, u32, u8)]) -> Self {
        let timeline = made(events);
        let index = Index::build(&timeline, Grouping::None, None);
        Self {
            timeline,
            index,
            metrics: Metrics::default(),
        }
    }

    fn layout(
        &self,
        view: &Viewport,
        keep: Option<&LaneLayout>,
        forced: Option<EventIx>,
    ) -> LaneLayout {
        let pack = LanePack {
            lane: &self.index.lanes()[0],
            heads: self.timeline.heads(),
            rows: 4,
            region: Region::of(view),
            metrics: &self.metrics,
            record_end_s: i64::MAX,
        };
        let widths = Widths::new(&PlainMeasure);
        let mut title = |_| Title {
            text: "Joint Communique of the two sides".into(),
            language: Language::En,
            width: 180.0,
        };
        LaneLayout::new(&pack, keep, forced, &widths, &mut title)
    }
}

const DAY: f64 = 86_400.0;

fn events() -> impl Strategy<Value = Vec<(u32, u32, u8)>> {
    let length = prop_oneof![8 => Just(0u32), 1 => 1u32..30, 1 => 100u32..4000];
    prop::collection::vec((0u32..20_000, length, 1u8..=5), 0..300)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_event_that_begins_in_the_region_is_shown_once(
        events in events(), start in 0f64..15_000.0, log_days in 0.5f64..4.5,
    ) {
        let bench = Bench::new(&events);
        let view = Viewport::new(start * DAY, (start + 10f64.powf(log_days)) * DAY, 900.0);
        let layout = bench.layout(&view, None, None);
        let region = Region::of(&view);
        let (from, to) = (region.start_s, region.end_s());
        let begins = |second: i64| second as f64 >= from && (second as f64) < to;
        let expected = bench.timeline.heads().iter().filter(|head| begins(head.start.0)).count();
        let placed = layout.placed.iter().filter(|p| begins(p.start_s)).count();
        // The groups at the two ends may reach a little out of the region.
        let group = Bench::group_seconds(&bench, &region);
        let outside = bench.timeline.heads().iter().filter(|head| {
            let at = head.start.0 as f64;
            (at < from && at >= from - group) || (at >= to && at < to + 2.0 * group)
        }).count();
        let counted: usize = layout.overflow.iter().map(|item| item.count as usize).sum();
        prop_assert!(placed + counted >= expected);
        prop_assert!(placed + counted <= expected + outside);
        let mut seen = HashSet::new();
        for placed in &layout.placed {
            prop_assert!(seen.insert(placed.event));
            prop_assert!(layout.holds(placed.event));
        }
        for item in &layout.overflow {
            prop_assert_eq!(item.count == 1, item.event.is_some());
            prop_assert!(item.event.is_none_or(|event| !layout.holds(event)));
        }
    }

    #[test]
    fn dots_and_pills_never_touch(
        events in events(), start in 0f64..15_000.0, log_days in 0.5f64..4.5, closer in 1f64..1.189,
    ) {
        let bench = Bench::new(&events);
        let view = Viewport::new(start * DAY, (start + 10f64.powf(log_days)) * DAY, 900.0);
        let layout = bench.layout(&view, None, None);
        let region = Region::of(&view);
        // Anywhere between the layout's own scale and the finest it is used at.
        let scale = region.seconds_per_point / closer;
        let x_of = |second: f64| ((second - region.start_s) / scale) as f32;
        let spans: Vec<(f32, f32)> =
            layout.overflow.iter().map(|item| item.span(&bench.metrics, x_of)).collect();
        for pair in spans.windows(2) {
            prop_assert!(pair[0].1 < pair[1].0 + 0.01, "{pair:?}");
        }
    }

    #[test]
    fn rows_stay_while_one_pans(events in events(), log_days in 1f64..4.0, steps in 1usize..8) {
        let bench = Bench::new(&events);
        let mut view = Viewport::new(5_000.0 * DAY, (5_000.0 + 10f64.powf(log_days)) * DAY, 900.0);
        let mut layout = bench.layout(&view, None, None);
        for _ in 0..steps {
            view = view.pan(-700.0);
            let next = bench.layout(&view, Some(&layout), None);
            let region = Region::of(&view);
            let rows: BTreeMap<EventIx, u16> =
                next.placed.iter().map(|p| (p.event, p.row)).collect();
            for before in &layout.placed {
                let inside = (before.end_s as f64) > region.start_s
                    && (before.start_s as f64) < region.end_s();
                if inside {
                    prop_assert_eq!(rows.get(&before.event), Some(&before.row));
                }
            }
            layout = next;
        }
    }
}

impl Bench {
    fn group_seconds(&self, region: &Region) -> f64 {
        f64::from(self.metrics.pill_height) * 4.5 * region.seconds_per_point
    }
}

#[test]
fn the_most_important_get_the_rows() {
    let events: Vec<(u32, u32, u8)> = (0..60)
        .map(|at| (at, 0, if at % 10 == 0 { 5 } else { 2 }))
        .collect();
    let bench = Bench::new(&events);
    let view = Viewport::new(-300.0 * DAY, 300.0 * DAY, 900.0);
    let layout = bench.layout(&view, None, None);
    assert!(!layout.placed.is_empty());
    let least = layout
        .placed
        .iter()
        .map(|p| bench.timeline.head(p.event).importance)
        .min();
    // Sixty days are ninety points: only a handful has room, and it is the five.
    assert_eq!(least, Some(5));
}

#[test]
fn a_forced_event_has_a_row_and_the_others_keep_theirs() {
    let events: Vec<(u32, u32, u8)> = (0..60)
        .map(|at| (at, 0, if at == 31 { 1 } else { 4 }))
        .collect();
    let bench = Bench::new(&events);
    let view = Viewport::new(-300.0 * DAY, 300.0 * DAY, 900.0);
    let before = bench.layout(&view, None, None);
    let wanted = EventIx(31);
    assert!(!before.holds(wanted));
    let after = bench.layout(&view, Some(&before), Some(wanted));
    assert!(after.holds(wanted));
    let moved = before
        .placed
        .iter()
        .filter(|old| {
            after
                .placed
                .iter()
                .any(|new| new.event == old.event && new.row != old.row)
        })
        .count();
    assert_eq!(moved, 0);
}

#[test]
fn what_runs_through_the_window_has_a_row() {
    let bench = Bench::new(&[(0, 15_000, 5), (7_000, 0, 3), (7_001, 0, 3)]);
    let view = Viewport::new(6_990.0 * DAY, 7_010.0 * DAY, 900.0);
    let layout = bench.layout(&view, None, None);
    assert!(layout.holds(EventIx(0)));
}
