//! An edit in a large record: from the command to the next frame, the index's part of it, and what
//! an autosave costs the frame that asks for it.
//!
//! `cargo bench --bench edit`. The frame is the canvas's, 1600×900, twelve lanes; the keeper works
//! on threads of its own and on a real disk meanwhile.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use egui::{Context, Pos2, RawInput, Rect, vec2};
use nenpyo::app::command::{Command, Editing};
use nenpyo::app::editing::Home;
use nenpyo::app::{Settings, State};
use nenpyo::document::keeper::Folders;
use nenpyo::document::storage::Disk;
use nenpyo::document::{Document, Origin};
use nenpyo::format::{native, sample};
use nenpyo::index::{Grouping, Index};
use nenpyo::record::EventIx;
use nenpyo::theme::{Theme, ThemeId};
use nenpyo::ui::canvas::Canvas;
use nenpyo::ui::fonts;
use nenpyo::ui::look::Look;

const SEED: u64 = 1972;
const TIMES: usize = 60;

struct Stage {
    ctx: Context,
    state: State,
    canvas: Canvas,
    look: Look,
    shown: u64,
}

impl Stage {
    fn new(events: usize, folders: Folders) -> Self {
        let opened = native::read(sample::record(events, SEED)).expect("a sample is a record");
        let document = Document {
            timeline: Arc::new(opened.timeline),
            report: Arc::new(opened.report),
            origin: Origin::Bundled,
            stamp: None,
        };
        let settings = Settings {
            grouping: Grouping::Kind,
            ..Settings::default()
        };
        let mut state = State::new(document, settings, Arc::new(|| {}));
        state.home = Some(Home {
            storage: Arc::new(Disk),
            folders,
            words: "a bench".to_owned(),
        });
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
            shown: 0,
        };
        for _ in 0..3 {
            stage.frame();
        }
        stage
    }

    /// Takes what the keeper says, and draws, as the window does.
    fn frame(&mut self) {
        self.state.pass(0.016, 0.016);
        if self.shown != self.state.index.revision() {
            self.shown = self.state.index.revision();
            self.canvas.forget();
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
        black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
    }

    /// Milliseconds from a command to the end of the frame that shows it.
    fn edit(&mut self, command: Editing) -> f64 {
        let start = Instant::now();
        self.state.update(Command::Editing(command));
        self.frame();
        start.elapsed().as_secs_f64() * 1e3
    }
}

fn told(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let (median, p95) = (times[times.len() / 2], times[times.len() * 95 / 100]);
    let most = times.last().copied().unwrap_or_default();
    println!("  {what}: median {median:.2} ms, p95 {p95:.2} ms, most {most:.2} ms");
}

/// What the index alone takes to follow an edit that touches one event.
fn patches(state: &State) -> Vec<f64> {
    let timeline = &state.document.timeline;
    let mut index = Index::build(timeline, Grouping::Kind, None);
    (0..TIMES)
        .map(|at| {
            let event = EventIx::from_index(at * 997 % timeline.len());
            let head = *timeline.head(event);
            let start = Instant::now();
            let _ = black_box(index.patch(timeline, &[(event, Some(head))]));
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect()
}

fn main() {
    for events in [10_000, 100_000] {
        let folder = tempfile::tempdir().expect("a folder");
        let folders = Folders {
            data: folder.path().join("data"),
            state: folder.path().join("state"),
        };
        let mut stage = Stage::new(events, folders);
        println!("{events} events");
        told("index patch", patches(&stage.state));
        let (mut twins, mut undos) = (Vec::new(), Vec::new());
        for at in 0..TIMES {
            let event = EventIx::from_index(at * 997 % events);
            stage.state.update(Command::Select(event));
            for _ in 0..30 {
                stage.frame();
            }
            twins.push(stage.edit(Editing::Duplicate));
            undos.push(stage.edit(Editing::Undo));
        }
        // The first edit also sets the keeper to work.
        println!("  the first edit: {:.2} ms", twins.remove(0));
        told("an edit and its frame", twins);
        told("undo and its frame", undos);
        let snapshots = (0..TIMES).map(|_| {
            let start = Instant::now();
            black_box(stage.state.document.timeline.snapshot());
            start.elapsed().as_secs_f64() * 1e3
        });
        told("what an autosave takes of a frame", snapshots.collect());
        stage.state.let_go(true);
    }
}
