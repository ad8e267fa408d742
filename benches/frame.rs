//! One frame of a pan (scene, egui and tessellation, 1600×900, twelve lanes), and the way from a
//! record's bytes to its first full picture.
//!
//! `cargo bench --bench frame`; the ratios stand at the end, since machines differ. With
//! `NENPYO_BENCH_HUGE=1` also ten million events, for which 12 GB of memory must be free.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Context, Pos2, RawInput, Rect, vec2};
use nenpyo::app::command::{Command, Gesture};
use nenpyo::app::{Settings, State};
use nenpyo::document::{Document, Origin};
use nenpyo::format::{native, sample};
use nenpyo::index::Grouping;
use nenpyo::theme::{Theme, ThemeId};
use nenpyo::ui::canvas::Canvas;
use nenpyo::ui::fonts;
use nenpyo::ui::look::Look;

const SEED: u64 = 1972;
const SIZES: [usize; 4] = [10_000, 100_000, 1_000_000, 10_000_000];
/// Sizes above this are measured only where they are asked for.
const USUAL_MOST: usize = 1_000_000;
/// The sample has this many kinds, so that lanes by kind are as many.
const LANES: usize = 12;

/// A canvas in an egui context without a window.
struct Stage {
    ctx: Context,
    state: State,
    canvas: Canvas,
    look: Look,
    way: f32,
    first_picture_s: f64,
}

impl Stage {
    fn new(events: usize) -> Self {
        let bytes = sample::record(events, SEED);
        let start = Instant::now();
        let opened = native::read(bytes).expect("a sample is a record");
        let document = Document {
            timeline: Arc::new(opened.timeline),
            report: Arc::new(opened.report),
            origin: Origin::Bundled,
            stamp: None,
        };
        let settings = Settings {
            overview: true,
            grouping: Grouping::Kind,
            ..Settings::default()
        };
        let state = State::new(document, settings, Arc::new(|| {}));
        let ctx = Context::default();
        fonts::install(&ctx);
        let look = Look {
            theme: Theme::of(ThemeId::Light),
            language: state.language(),
        };
        ctx.all_styles_mut(|style| *style = look.style());
        let mut stage = Self {
            ctx,
            state,
            canvas: Canvas::default(),
            look,
            way: 3.0,
            first_picture_s: 0.0,
        };
        stage.frame();
        stage.first_picture_s = start.elapsed().as_secs_f64();
        for _ in 0..3 {
            stage.frame();
        }
        let lanes = stage.canvas.scene().map(|scene| scene.lanes.len());
        assert_eq!(lanes, Some(LANES), "the figure is for twelve lanes");
        // A tenth of the record in view, as when one reads.
        let (start, end) = stage.state.whole();
        let length = (end - start) / 10.0;
        stage.state.update(Command::Hand(Gesture::Show {
            start_s: start + 4.0 * length,
            end_s: start + 5.0 * length,
        }));
        stage.frame();
        stage
    }

    /// Pans by three points and draws.
    fn frame(&mut self) -> usize {
        self.state.update(Command::Hand(Gesture::Drag(self.way)));
        if self.state.viewport.start_s < self.state.whole().0
            || self.state.viewport.end_s() > self.state.whole().1
        {
            self.way = -self.way;
        }
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 900.0))),
            ..RawInput::default()
        };
        let output = self.ctx.run_ui(input, |ui| {
            egui::CentralPanel::no_frame().show(ui, |ui| {
                self.canvas
                    .show(ui, &mut self.state, &self.look, true, &mut Vec::new());
            });
        });
        let meshes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        meshes.len()
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
        let mut stage = Stage::new(events);
        group.bench_function(format!("{events} events"), |bencher| {
            bencher.iter(|| black_box(stage.frame()));
        });
        let mut times: Vec<f64> = (0..300)
            .map(|_| {
                let start = Instant::now();
                black_box(stage.frame());
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        medians.push((
            events,
            times[times.len() / 2],
            times[times.len() * 95 / 100],
            stage.first_picture_s,
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
