//! A canvas in an egui context without a window, over a generated record: 1600×900, twelve lanes.

use std::hint::black_box;
use std::sync::Arc;

use egui::{Context, Pos2, RawInput, Rect, vec2};
use nenpyo::app::{Settings, State};
use nenpyo::document::{Document, Origin};
use nenpyo::format::{native, sample};
use nenpyo::index::Grouping;
use nenpyo::theme::{Theme, ThemeId};
use nenpyo::ui::canvas::Canvas;
use nenpyo::ui::fonts;
use nenpyo::ui::look::Look;

const SEED: u64 = 1972;

/// The bytes of a record with so many events.
pub fn record(events: usize) -> String {
    sample::record(events, SEED)
}

/// What is drawn, and on what.
pub struct Stage {
    ctx: Context,
    pub state: State,
    pub canvas: Canvas,
    look: Look,
}

impl Stage {
    /// The record open, and nothing drawn yet.
    pub fn new(bytes: String) -> Self {
        let opened = native::read(bytes).expect("a sample is a record");
        let document = Document {
            timeline: Arc::new(opened.timeline),
            report: Arc::new(opened.report),
            origin: Origin::Bundled,
            stamp: None,
        };
        // The sample has twelve kinds, so that lanes by kind are as many.
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
        Self {
            ctx,
            state,
            canvas: Canvas::default(),
            look,
        }
    }

    /// Draws a frame up to its triangles.
    pub fn draw(&mut self) {
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
}
