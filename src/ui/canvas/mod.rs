//! The canvas: builds the scene of this frame, paints it, and turns what hands do on it into
//! commands.

mod access;
mod galleys;
mod hands;
mod hover;
mod mesh;
mod paint;
mod tone;

use std::cell::Cell;

use egui::{Id, Rect, Sense, Ui};

pub use galleys::Galleys;

use super::look::Look;
use crate::app::{Command, State};
use crate::record::EventIx;
use crate::scene::{Scene, SceneCache, SceneRequest};
use galleys::WindowMeasure;
use hands::Hands;
use paint::Brush;

/// What the canvas keeps between frames.
#[derive(Default)]
pub struct Canvas {
    cache: SceneCache,
    galleys: Galleys,
    hands: Hands,
    hover: hover::Hover,
    /// The scene last painted, for tests and for the keyboard.
    scene: Option<Scene>,
    fonts_revision: Cell<u64>,
}

impl Canvas {
    /// Says that the record or the fonts changed: what was laid out no longer holds.
    pub fn forget(&mut self) {
        self.cache = SceneCache::new();
        self.fonts_revision.set(self.fonts_revision.get() + 1);
    }

    /// The scene last painted.
    pub fn scene(&self) -> Option<&Scene> {
        self.scene.as_ref()
    }

    /// Shows the canvas in all the room there is.
    pub fn show(&mut self, ui: &mut Ui, state: &mut State, look: &Look, send: &mut Vec<Command>) {
        let rect = ui.available_rect_before_wrap();
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        let metrics = look.metrics();
        state.set_plot_width(rect.width() - metrics.header_width);
        if self.galleys.begin(ui, look, self.fonts_revision.get()) {
            self.cache = SceneCache::new();
        }
        let scene = self.build(ui, state, look, rect);
        state.scroll_points = scene.scroll;

        let response = ui.interact(rect, canvas_id(), Sense::click_and_drag());
        self.hands.work(ui, &response, rect, &scene, state, send);
        let pointer = self.hands.pointer_over(ui, &response, rect);
        let hit = pointer.and_then(|at| scene.hit(at.x, at.y));
        self.hover.note(ui, hit.clone());

        let mut brush = Brush {
            ui,
            look: *look,
            galleys: &mut self.galleys,
            origin: rect.min,
            hovered: self.hover.event(),
            hovered_cluster: self.hover.cluster(),
        };
        brush.scene(&scene);
        if state.settings.tone {
            tone::show(ui, &scene, rect, state, look, send);
        }
        access::nodes(ui, &scene, rect, state, look, send);
        self.hands.paint(ui, &scene, rect, look);
        self.hover.card(ui, &scene, &self.cache, state, look);
        self.scene = Some(scene);
    }

    fn build(&mut self, ui: &Ui, state: &State, look: &Look, rect: Rect) -> Scene {
        let bands = state.shown_bands();
        let lanes = state.settings.lane_settings();
        let metrics = look.metrics();
        let measure = WindowMeasure { ui, look: *look };
        SceneRequest {
            timeline: &state.document.timeline,
            index: &state.index,
            viewport: state.viewport,
            height_points: rect.height(),
            metrics: &metrics,
            language: state.language(),
            second_language: state.second_language(),
            zone: state.zone(),
            calendar: state
                .settings
                .second_calendar
                .map(crate::app::settings::CalendarName::calendar),
            lanes: &lanes,
            scroll_points: state.scroll_points,
            bands: &bands,
            selected: state.selected,
            matches: state.find.ringed(),
            now: state.now,
            tone: state.settings.tone,
            overview: state.settings.overview,
            measure: &measure,
        }
        .build(&mut self.cache)
    }
}

/// The canvas' own id: what has the keyboard when nothing else has.
pub fn canvas_id() -> Id {
    Id::unique("canvas")
}

/// The id of an event's node in a lane.
pub fn event_id(event: EventIx, lane: u16) -> Id {
    Id::unique(("event", event.0, lane))
}
