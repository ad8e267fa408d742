//! How wide the panel is, and the handle that makes it wider or narrower.
//!
//! The handle is not egui's own: that one is made with the panel, and the panel has its place before
//! the canvas, so that the first Tab would go to the handle and not to an event.

use egui::accesskit::{Action, Orientation};
use egui::{CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, Ui, vec2};

use crate::app::{Command, State};
use crate::ui::look::Look;
use crate::ui::phrases::Phrase;

/// The most of the window that the panel takes.
const MOST_SHARE: f32 = 0.42;
/// The plot's width that an open panel leaves it.
const PLOT_LEAST_POINTS: f32 = 200.0;
/// The least width of the panel even so; its words break where they must.
const LEAST_POINTS: f32 = 200.0;
/// By how much a key makes it wider, in steps of the grid.
const KEY_STEP: f32 = 6.0;

/// The panel's width in this frame, and what it may be.
#[derive(Clone, Copy, Debug)]
pub struct PanelPlace {
    /// Its width with its margins.
    pub width_points: f32,
    /// The room that it shares with the canvas.
    room: Rect,
    least: f32,
    most: f32,
    /// The theme's points for one of a desk's, by which the width is remembered.
    factor: f32,
}

fn handle_id() -> Id {
    Id::unique("panel handle")
}

impl PanelPlace {
    /// Whether there is room for both the canvas and the panel. A window that is too small for that,
    /// or scaled too large, shows only the first.
    pub fn has_room(ui: &Ui, look: &Look) -> bool {
        free_points(ui.available_width(), look) >= LEAST_POINTS
    }

    /// Its place in the room that is left in `ui`: the remembered width, as far as there is room, or
    /// where the pointer holds the handle now.
    pub fn find(ui: &Ui, state: &State, look: &Look) -> Self {
        let sizes = look.sizes();
        let room = ui.available_rect_before_wrap();
        // In a small window the panel gives way: a timeline without room for time is none.
        let free = free_points(room.width(), look);
        let share = (room.width() * MOST_SHARE).max(sizes.panel_width_min);
        let most = share.min(free).max(LEAST_POINTS);
        let factor = sizes.grid / 4.0;
        let mut place = Self {
            width_points: state.settings.panel_width_points * factor,
            room,
            least: sizes.panel_width_min.min(most),
            most: sizes.panel_width_max.min(most),
            factor,
        };
        let held = ui.ctx().read_response(handle_id());
        let held = held.filter(|held| held.dragged() || held.drag_stopped());
        if let Some(at) = held.and_then(|held| held.interact_pointer_pos()) {
            place.width_points = room.right() - at.x;
        }
        place.width_points = place.width_points.clamp(place.least, place.most);
        place
    }

    /// The width to remember so that words which have `now` points have as many as `wanted`; none
    /// where they have them or the window cannot give them.
    pub(super) fn for_words(&self, now: f32, wanted: f32) -> Option<f32> {
        let width = (self.width_points + wanted - now).ceil();
        (now < wanted && width <= self.most).then_some(width / self.factor)
    }

    /// The handle along the panel's left edge.
    pub fn handle_ui(&self, ui: &Ui, state: &State, look: &Look, send: &mut Vec<Command>) {
        let edge = self.room.right() - self.width_points;
        let reach = ui.style().interaction.resize_grab_radius_side;
        let line = Rect::from_x_y_ranges(edge..=edge, self.room.y_range());
        let target = line.expand2(vec2(reach, 0.0));
        let response = ui.interact(target, handle_id(), Sense::click_and_drag());
        response.widget_info(|| {
            let words = Phrase::ResizePanel.words(look.language);
            egui::WidgetInfo::labeled(Role::Splitter, true, words)
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_orientation(Orientation::Vertical);
            node.set_numeric_value(f64::from(self.width_points));
            node.set_min_numeric_value(f64::from(self.least));
            node.set_max_numeric_value(f64::from(self.most));
            node.add_action(Action::Increment);
            node.add_action(Action::Decrement);
        });
        // A press elsewhere must not remember a width that a small window forced.
        let mut wanted = None;
        if response.dragged() || response.drag_stopped() {
            wanted = Some(self.width_points);
        }
        let steps = steps(ui, &response);
        if steps != 0.0 {
            let width = self.width_points + steps * look.grid(KEY_STEP);
            wanted = Some(width.clamp(self.least, self.most));
        }
        if let Some(width) = wanted.map(|points| points / self.factor)
            && (width - state.settings.panel_width_points).abs() > 0.01
        {
            send.push(Command::PanelWidth(width));
        }
        self.handle_line_ui(ui, look, &response, edge);
    }

    fn handle_line_ui(&self, ui: &Ui, look: &Look, response: &egui::Response, edge: f32) {
        let widgets = &ui.visuals().widgets;
        let stroke = if response.has_focus() {
            let color = super::super::fonts::color32(look.colors().accent);
            Some(Stroke::new(look.sizes().focus_ring, color))
        } else if response.dragged() {
            Some(widgets.active.fg_stroke)
        } else {
            response.hovered().then_some(widgets.hovered.fg_stroke)
        };
        if let Some(stroke) = stroke {
            let x = edge + stroke.width / 2.0;
            ui.painter().vline(x, self.room.y_range(), stroke);
        }
        if response.hovered() || response.dragged() {
            ui.set_cursor_icon(if self.width_points <= self.least {
                CursorIcon::ResizeWest
            } else if self.width_points < self.most {
                CursorIcon::ResizeHorizontal
            } else {
                CursorIcon::ResizeEast
            });
        }
    }
}

/// What a canvas with the least of a plot leaves of the room.
fn free_points(room_points: f32, look: &Look) -> f32 {
    let canvas = room_points - LEAST_POINTS;
    room_points - look.metrics().for_width(canvas).header_width - PLOT_LEAST_POINTS
}

/// How many steps wider a key or a screen reader wants it; below 0 narrower.
fn steps(ui: &Ui, response: &egui::Response) -> f32 {
    let (id, focused) = (response.id, response.has_focus());
    if focused {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    ui.input_mut(|input| {
        let wider = input.num_accesskit_action_requests(id, Action::Increment);
        let narrower = input.num_accesskit_action_requests(id, Action::Decrement);
        let mut steps = wider as f32 - narrower as f32;
        if focused {
            steps += input.count_and_consume_key(Modifiers::NONE, Key::ArrowLeft) as f32;
            steps -= input.count_and_consume_key(Modifiers::NONE, Key::ArrowRight) as f32;
        }
        steps
    })
}
