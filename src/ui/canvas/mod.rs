//! The canvas: builds the scene of this frame, paints it, and turns what hands do on it into
//! commands.

mod access;
mod clicks;
mod context_menu;
mod galleys;
mod ghost;
mod hands;
mod hover;
mod mesh;
mod moving;
mod paint;
mod relatives;
mod scroll_bar;
mod span;
mod tone;
mod wheel;

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo};

pub use galleys::Galleys;

use super::look::Look;
use crate::app::message::Message;
use crate::app::{Command, State};
use crate::record::EventIx;
use crate::scene::{Lane, Mark, Scene, SceneCache, SceneRequest, cut};
use galleys::WindowMeasure;
use hands::Hands;
use paint::Brush;

/// Room around a mark that is scrolled into view, in points.
const MARK_ROOM: f32 = 24.0;

/// What the canvas keeps between frames.
#[derive(Default)]
pub struct Canvas {
    cache: SceneCache,
    galleys: Galleys,
    hands: Hands,
    hover: hover::Hover,
    ghost: ghost::Ghost,
    /// The scene last painted, for tests and for the keyboard.
    scene: Option<Scene>,
}

impl Canvas {
    /// The scene last painted.
    pub fn scene(&self) -> Option<&Scene> {
        self.scene.as_ref()
    }

    /// Shows the canvas in all the room there is; whether the panel tells of the selected event
    /// beside it, `panel_is_open` says.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        state: &mut State,
        look: &Look,
        panel_is_open: bool,
        send: &mut Vec<Command>,
    ) {
        let rect = ui.available_rect_before_wrap();
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        let metrics = look.metrics().for_width(rect.width());
        state.set_plot_width(rect.width() - metrics.header_width);
        if self.galleys.begin(ui, look) {
            self.cache = SceneCache::new();
        }
        let mut scene = self.build(ui, state, look, rect);
        if let Some(event) = state.bring_into_view.take()
            && let Some(scroll) = scroll_for(&scene, state, event)
        {
            state.scroll_points = scroll;
            scene = self.build(ui, state, look, rect);
        }
        state.scroll_points = scene.scroll;
        if std::mem::take(&mut state.tone_is_new) && scene.layout.tone.is_flat() {
            state.notices.done(Message::NoRoomForTone);
        }

        // Tab steps over the ground to what stands on it: the ground has the keyboard at the start
        // only, when a screen reader tells by it what is open.
        let sense = if ui.ctx().memory(|memory| memory.has_focus(canvas_id())) {
            Sense::click_and_drag()
        } else {
            Sense::CLICK | Sense::DRAG
        };
        let response = ui.interact(rect, canvas_id(), sense);
        response.widget_info(|| {
            let record = cut(state.document.timeline.title_text().pick(look.language));
            let count = crate::scene::count_words(state.index.len(), look.language);
            WidgetInfo::labeled(Role::Canvas, true, format!("{record}, {count}"))
        });
        self.hands.work(ui, &response, rect, &scene, state, send);
        let pointer = self.hands.pointer_over(ui, &response, rect);
        let hit = pointer.and_then(|at| scene.hit(at.x, at.y));
        // What the panel tells needs no card.
        let told = state.selected.filter(|_| panel_is_open);
        self.hover.note(ui, hit, told);
        moving::cursor(ui, &scene, state, pointer);

        let mut brush = Brush {
            ui,
            look: *look,
            galleys: &mut self.galleys,
            origin: rect.min,
            hovered: self.hover.event(),
            hovered_cluster: self.hover.cluster(),
        };
        brush.scene(&scene);
        self.ghost.show(ui, &scene, rect, state, look);
        let focused = access::nodes(ui, &scene, rect, state, look, send);
        access::delete(ui, state, send);
        if !scene.layout.tone.is_flat() {
            tone::show(ui, &scene, rect, state, look, send);
        }
        scroll_bar::show(ui, &scene, rect, look, send);
        self.hands.paint(ui, &scene, rect, look);
        moving::show(ui, &scene, state, rect, look);
        // The pointer's card goes before that of what the keyboard came to.
        let focused = focused.filter(|_| hit.is_none());
        self.hover
            .card(ui, &scene, &self.cache, state, look, focused.as_ref());
        self.scene = Some(scene);
    }

    fn build(&mut self, ui: &Ui, state: &State, look: &Look, rect: Rect) -> Scene {
        let bands = state.shown_bands();
        let lanes = state.settings.lane_settings();
        let metrics = look.metrics().for_width(rect.width());
        let measure = WindowMeasure { ui, look: *look };
        let mut scene = SceneRequest {
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
        .build(&mut self.cache);
        let heads = state.document.timeline.heads();
        scene.select_more(&state.selected_more, &state.index, heads);
        scene
    }
}

/// How far to scroll so that an event stands in view; none when it does, or when its lanes are
/// hidden, which is said.
fn scroll_for(scene: &Scene, state: &mut State, event: EventIx) -> Option<f32> {
    let head = state.document.timeline.heads().get(event.index())?;
    let of = state.index.lanes_of(head);
    let is_of = |lane: &&Lane| of.contains(&lane.index_lane);
    // Where it was selected, it is looked at.
    let wanted = state.selected_lane.filter(|lane| of.contains(lane));
    let wanted = wanted.filter(|_| state.selected == Some(event));
    let lane = scene
        .lanes
        .iter()
        .find(|lane| wanted == Some(lane.index_lane))
        .or_else(|| scene.lanes.iter().find(is_of));
    let Some(lane) = lane else {
        state.notices.done(Message::LaneIsHidden);
        return None;
    };
    let room = scene.layout.lanes;
    let is_in = |mark: &Mark, lane: &Lane| {
        let of_mark = scene.lanes.get(usize::from(mark.lane));
        of_mark.is_some_and(|of_mark| of_mark.index_lane == lane.index_lane)
    };
    let mark = scene
        .marks
        .iter()
        .find(|mark| mark.event == event && is_in(mark, lane))
        .map(|mark| mark.centre.y);
    let (top, bottom) = match mark {
        Some(y) => (y - lane.rect.height().min(MARK_ROOM), y + MARK_ROOM),
        // Its mark is out of the window of time as yet: the lane's first rows will hold it.
        None => (
            lane.rect.top,
            lane.rect.bottom.min(lane.rect.top + room.height()),
        ),
    };
    let down = (bottom - room.bottom).max(0.0);
    let up = (room.top - top).max(0.0);
    let moved = if up > 0.0 { -up } else { down };
    (moved != 0.0).then_some(scene.scroll + moved)
}

/// The canvas' own id: what has the keyboard when nothing else has.
pub fn canvas_id() -> Id {
    Id::unique("canvas")
}

/// The id of an event's node in a lane.
pub fn event_id(event: EventIx, lane: u16) -> Id {
    Id::unique(("event", event.0, lane))
}
