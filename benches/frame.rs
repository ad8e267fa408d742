//! One frame of a pan (scene, egui and tessellation, 1600×900, twelve lanes), and the way from a
//! record's bytes to its first full picture.
//!
//! `cargo bench --bench frame`; the ratios stand at the end, since machines differ. With
//! `NENPYO_BENCH_HUGE=1` also ten million events, for which 12 GB of memory must be free.

mod stage;

use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use nenpyo::app::Command;
use nenpyo::app::command::Gesture;
use stage::Stage;

const SIZES: [usize; 4] = [10_000, 100_000, 1_000_000, 10_000_000];
/// Sizes above this are measured only where they are asked for.
const USUAL_MOST: usize = 1_000_000;
/// As many as the sample has kinds.
const LANES: usize = 12;

/// A stage on which the paper moves to and fro.
struct Pan {
    stage: Stage,
    way: f32,
    first_picture_s: f64,
}

impl Pan {
    fn new(events: usize) -> Self {
        let bytes = stage::record(events);
        let start = Instant::now();
        let stage = Stage::new(bytes);
        let mut pan = Self {
            stage,
            way: 3.0,
            first_picture_s: 0.0,
        };
        pan.frame();
        pan.first_picture_s = start.elapsed().as_secs_f64();
        for _ in 0..3 {
            pan.frame();
        }
        let lanes = pan.stage.canvas.scene().map(|scene| scene.lanes.len());
        assert_eq!(lanes, Some(LANES), "the figure is for twelve lanes");
        // A tenth of the record in view, as when one reads.
        let (start, end) = pan.stage.state.whole();
        let length = (end - start) / 10.0;
        pan.stage.state.update(Command::Hand(Gesture::Show {
            start_s: start + 4.0 * length,
            end_s: start + 5.0 * length,
        }));
        pan.frame();
        pan
    }

    /// Pans by three points and draws.
    fn frame(&mut self) {
        let state = &mut self.stage.state;
        state.update(Command::Hand(Gesture::Drag(self.way)));
        if state.viewport.start_s < state.whole().0 || state.viewport.end_s() > state.whole().1 {
            self.way = -self.way;
        }
        self.stage.draw();
    }
}

fn pan(criterion: &mut Criterion) {
    let mut medians = Vec::new();
    let mut group = criterion.benchmark_group("pan one frame");
    group.sample_size(40);
    let huge = std::env::var_os("NENPYO_BENCH_HUGE").is_some();
    for events in SIZES {
        if events > USUAL_MOST && !huge {
            continue;
        }
        let mut pan = Pan::new(events);
        group.bench_function(format!("{events} events"), |bencher| {
            bencher.iter(|| pan.frame());
        });
        let mut times: Vec<f64> = (0..300)
            .map(|_| {
                let start = Instant::now();
                pan.frame();
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        medians.push((
            events,
            times[times.len() / 2],
            times[times.len() * 95 / 100],
            pan.first_picture_s,
        ));
    }
    group.finish();
    let base = medians[0].1;
    for (events, median, p95, first_s) in medians {
        println!(
            "{events:>9} events: median {median:.2} ms, p95 {p95:.2} ms, {:.2}x of {}; \
             from bytes to the first picture {first_s:.2} s",
            median / base,
            SIZES[0]
        );
    }
}

criterion_group!(benches, pan);
criterion_main!(benches);
