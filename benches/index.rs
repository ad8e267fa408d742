//! The index and the scene without a window: building, laying out, panning, finding.
//!
//! `cargo bench --bench index`. Ratios stand at the end, since machines differ. Heads are made
//! from a small record's by spreading copies over the same years, so that ten million fit in
//! memory: 64 bytes each, and 29 in the index.

use std::hint::black_box;
use std::time::Instant as Clock;

use criterion::{Criterion, criterion_group, criterion_main};
use nenpyo::date::{Instant, Language, Zone};
use nenpyo::format::{native, sample};
use nenpyo::index::{Assignment, Grouping, Index, LaneColumns, Search};
use nenpyo::record::{EventHead, Timeline};
use nenpyo::scene::measure::Widths;
use nenpyo::scene::pack::{LaneLayout, LanePack, Region, Title};
use nenpyo::scene::{
    LanePlan, LaneSettings, Metrics, PlainMeasure, SceneCache, SceneRequest, Viewport,
};

const SEED: u64 = 1972;
const WIDTH: f32 = 1_428.0;
const HEIGHT: f32 = 760.0;

/// Heads of so many events, spread over the record's years with a fixed seed.
fn heads(timeline: &Timeline, events: usize) -> Vec<EventHead> {
    let of_record = timeline.heads();
    let first = of_record.iter().map(|head| head.start.0).min();
    let last = of_record.iter().map(|head| head.start.0).max();
    let (first, last) = (first.unwrap_or(0), last.unwrap_or(1));
    let mut state = SEED;
    (0..events)
        .map(|at| {
            let mut head = of_record[at % of_record.len()];
            if at >= of_record.len() {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let days = (state >> 33) as i64 % ((last - first) / 86_400).max(1);
                let length = head.end.0.saturating_sub(head.start.0);
                head.start = Instant(first + days * 86_400);
                head.end = Instant(head.start.0.saturating_add(length));
            }
            head
        })
        .collect()
}

/// A tenth of the record's years, from four tenths on.
fn tenth(index: &Index) -> Viewport {
    let (first, last) = index.span_s().expect("a sample has events");
    let length = (last - first) as f64 / 10.0;
    let start = first as f64 + 4.0 * length;
    Viewport::new(start, start + length, WIDTH)
}

/// Lays out every lane anew: what a frame costs when the window leaves its region.
fn lay_out(index: &Index, heads: &[EventHead], plan: &LanePlan, view: &Viewport) -> usize {
    let metrics = Metrics::default();
    let widths = Widths::new(&PlainMeasure);
    let mut title = |_| Title {
        text: "Joint Communique".into(),
        language: Language::En,
        width: 140.0,
    };
    let mut placed = 0;
    for planned in &plan.lanes {
        let pack = LanePack {
            lane: &index.lanes()[usize::from(planned.index_lane)],
            heads,
            rows: planned.rows,
            region: Region::of(view),
            metrics: &metrics,
            record_end_s: i64::MAX,
        };
        let layout = LaneLayout::new(&pack, None, None, &widths, &mut title);
        placed += layout.placed.len() + layout.overflow.len();
    }
    placed
}

/// What the index costs a pan by three points a frame, on average over so many frames: every lane
/// is laid out anew where the window leaves its region, as `SceneCache` does.
fn pan(index: &Index, heads: &[EventHead], plan: &LanePlan, frames: usize) -> f64 {
    let mut view = tenth(index);
    let mut region = None;
    let start = Clock::now();
    for _ in 0..frames {
        view = view.pan(-3.0);
        if region != Some(Region::of(&view)) {
            region = Some(Region::of(&view));
            black_box(lay_out(index, heads, plan, &view));
        }
    }
    start.elapsed().as_secs_f64() * 1e3 / frames as f64
}

fn median(rounds: usize, mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..rounds)
        .map(|_| {
            let start = Clock::now();
            work();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn print_ratios(what: &str, times: &[(usize, f64)]) {
    for pair in times.windows(2) {
        let ((fewer, before), (more, after)) = (pair[0], pair[1]);
        println!(
            "{what}: {fewer:>8} events {before:.3} ms, {more:>8} events {after:.3} ms, {:.2}x",
            after / before
        );
    }
}

/// Building and laying out from ten thousand to ten million, the index alone.
fn index_alone(criterion: &mut Criterion) {
    let timeline = native::read(sample::record(10_000, SEED))
        .expect("a sample is a record")
        .timeline;
    let assignment = Assignment::new(&timeline, Grouping::Kind);
    let (mut building, mut laying_out, mut counting) = (Vec::new(), Vec::new(), Vec::new());
    let mut panning = Vec::new();
    let mut group = criterion.benchmark_group("lay out twelve lanes");
    group.sample_size(10);
    for events in [10_000, 1_000_000, 10_000_000] {
        let heads = heads(&timeline, events);
        let rounds = if events > 1_000_000 { 1 } else { 3 };
        building.push((
            events,
            median(rounds, || {
                black_box(Index::from_heads(&heads, assignment.clone(), None));
            }),
        ));
        let index = Index::from_heads(&heads, assignment.clone(), None);
        let metrics = Metrics::default();
        let plan = LanePlan::new(&index, &LaneSettings::default(), &metrics, HEIGHT - 130.0);
        let view = tenth(&index);
        group.bench_function(format!("{events} events"), |bencher| {
            bencher.iter(|| black_box(lay_out(&index, &heads, &plan, &view)));
        });
        let time = median(60, || {
            black_box(lay_out(&index, &heads, &plan, &view));
        });
        laying_out.push((events, time));
        panning.push((events, pan(&index, &heads, &plan, 3_000)));
        let columns = WIDTH as usize;
        let time = median(60, || {
            black_box(index.density(view.start_s, view.seconds_per_point, columns));
        });
        counting.push((events, time));
        let bytes: usize = index.lanes().iter().map(LaneColumns::bytes).sum();
        println!(
            "{events:>9} events: {:.1} bytes each",
            bytes as f64 / events as f64
        );
    }
    group.finish();
    print_ratios("build", &building);
    print_ratios("lay out", &laying_out);
    print_ratios("a pan's frame by the index alone", &panning);
    print_ratios("count per pixel", &counting);
}

/// Whole scenes of a pan, and searches, over a record that is open.
fn scenes(criterion: &mut Criterion) {
    let (mut panning, mut finding) = (Vec::new(), Vec::new());
    let mut group = criterion.benchmark_group("scene of a pan");
    group.sample_size(20);
    for events in [10_000, 1_000_000] {
        let timeline = native::read(sample::record(events, SEED))
            .expect("a sample is a record")
            .timeline;
        let index = Index::build(&timeline, Grouping::Kind, None);
        let metrics = Metrics::default();
        let lanes = LaneSettings::default();
        let mut cache = SceneCache::new();
        let mut view = tenth(&index);
        let whole = view;
        let mut frame = || {
            view = view.pan(-3.0);
            if view.start_s > whole.end_s() {
                view = whole;
            }
            let scene = SceneRequest {
                timeline: &timeline,
                index: &index,
                viewport: view,
                height_points: HEIGHT,
                metrics: &metrics,
                language: Language::En,
                second_language: Language::Ja,
                zone: Zone::TOKYO,
                calendar: None,
                lanes: &lanes,
                scroll_points: 0.0,
                bands: &[],
                selected: None,
                matches: None,
                now: None,
                tone: false,
                overview: true,
                measure: &PlainMeasure,
            }
            .build(&mut cache);
            black_box(scene);
        };
        group.bench_function(format!("{events} events"), |bencher| {
            bencher.iter(&mut frame);
        });
        panning.push((events, median(600, &mut frame)));
        let time = median(1, || {
            let mut search = Search::new("共同声明 zzz");
            while search.step(&timeline, 4_000, |found| {
                black_box(found);
            }) {}
        });
        finding.push((events, time));
    }
    group.finish();
    print_ratios("scene of a pan", &panning);
    print_ratios("find", &finding);
}

criterion_group!(benches, index_alone, scenes);
criterion_main!(benches);
