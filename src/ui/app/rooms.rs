//! Which part of the window stands where, and in which order the keyboard goes through them.
//!
//! Tab follows the order in which things are shown, and so does what takes the keyboard when
//! nothing has it, as after each press on the ground and after Escape. So first every part gets its
//! place, and then they are filled as a reader goes: the events, what was said, and only then the
//! bars.

use egui::{CentralPanel, Frame, Margin, Panel, Rect, Ui, UiBuilder, UiKind, UiStackInfo};

use super::super::fonts::color32;
use super::super::look::Look;
use super::super::panel::PanelPlace;
use super::super::status_line::InView;
use super::super::{toasts, top_bar};
use super::NenpyoApp;
use crate::app::Command;

/// A part's place: all of it, and what its margin leaves.
struct Room {
    outer: Rect,
    inner: Rect,
}

impl Room {
    /// The place that a panel took.
    fn of(shown: &egui::InnerResponse<Rect>) -> Self {
        Self {
            outer: shown.response.rect,
            inner: shown.inner,
        }
    }

    /// Fills the place.
    fn fill(&self, ui: &mut Ui, salt: &str, ground: Frame, add: impl FnOnce(&mut Ui)) {
        // What scrolls fades into the ground that it finds there.
        let on_ground = UiStackInfo::new(UiKind::Frame).with_frame(ground);
        let builder = UiBuilder::new()
            .id_salt(salt)
            .max_rect(self.inner)
            .ui_stack_info(on_ground);
        let mut child = ui.new_child(builder);
        child.shrink_clip_rect(self.outer);
        add(&mut child);
    }
}

impl NenpyoApp {
    /// Shows all parts of the window.
    pub(super) fn show(&mut self, ui: &mut Ui, look: &Look, saves: bool, sent: &mut Vec<Command>) {
        let sizes = look.sizes();
        let fill = Frame::new().fill(color32(look.colors().panel));
        let bar = fill.inner_margin(Margin::symmetric(20, 0));
        let top = Panel::top("top bar").exact_size(sizes.top_bar_height);
        let top = Room::of(&top.frame(bar).show(ui, |ui| ui.max_rect()));
        let foot = Panel::bottom("status line").exact_size(sizes.status_height);
        let foot = Room::of(&foot.frame(bar).show(ui, |ui| ui.max_rect()));
        let wants_panel = self.state.settings.panel || self.state.forms.open().is_some();
        let is_open = wants_panel && PanelPlace::has_room(ui, look);
        let panel = is_open.then(|| {
            let place = PanelPlace::find(ui, &self.state, look);
            let margin = Margin {
                left: sizes.panel_margin as i8,
                right: 8,
                top: 20,
                bottom: 0,
            };
            let side = Panel::right("side panel")
                .resizable(false)
                .exact_size(place.width_points)
                .frame(fill.inner_margin(margin));
            let room = Room::of(&side.show(ui, |ui| ui.max_rect()));
            (place, room)
        });

        // Where there is no room beside the canvas, a form takes its place.
        let alone = self.state.forms.open().is_some() && !is_open;
        let ground = if alone {
            fill.inner_margin(Margin::symmetric(sizes.panel_margin as i8, 16))
        } else {
            Frame::NONE
        };
        CentralPanel::default()
            .frame(ground)
            .show(ui, |ui| match self.state.forms.open() {
                Some(form) if alone => self.form.show(ui, &self.state, form, look, saves, sent),
                _ if self.state.table.is_shown() => {
                    self.table.show(ui, &mut self.state, look, sent);
                }
                _ => self.canvas.show(ui, &mut self.state, look, is_open, sent),
            });
        // Messages lie over the timeline, and not over the form's buttons.
        let mut beside = ui.ctx().content_rect();
        if let Some((_, room)) = &panel {
            beside.max.x = room.outer.left();
        }
        if let Some((place, room)) = panel {
            room.fill(ui, "side panel", fill, |ui| match self.state.forms.open() {
                Some(form) => self.form.show(ui, &self.state, form, look, saves, sent),
                None => self.panel.show(ui, &self.state, look, &place, sent),
            });
            place.handle_ui(ui, &self.state, look, sent);
        }
        top.fill(ui, "top bar", fill, |ui| {
            top_bar::show(ui, &self.state, look, &mut self.find_field, sent);
        });
        let in_view = self.canvas.scene().map(InView::of).unwrap_or_default();
        foot.fill(ui, "status line", fill, |ui| {
            self.status.show(ui, &self.state, look, in_view, sent);
        });
        toasts::show(ui, &self.state, look, beside, sent);
        self.dialogs.show(ui, &self.state, look, sent);
    }
}
