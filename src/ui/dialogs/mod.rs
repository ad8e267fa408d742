//! What lies over the window: the palette, the list of keys, a date to go to, and what was found
//! wrong. What is typed here is only here; [`State::dialog`] says which one is open.

mod closing;
mod go_to;
mod history;
mod keys_sheet;
mod left;
mod merge;
mod move_lane;
mod palette;
mod path;
mod phrases;
mod problems;
mod versions;

use egui::{
    Align2, Color32, EventFilter, Frame, Id, Key, Margin, Modal, Modifiers, Ui, Vec2, vec2,
};

use super::event_form::BulkForm;
use super::fonts::color32;
use super::look::{Look, rgba};
use crate::app::{Command, Dialog, State};

/// The dialogs and what was typed into them.
#[derive(Default)]
pub struct Dialogs {
    open: Option<Dialog>,
    palette: palette::Palette,
    go_to: go_to::GoTo,
    problems: problems::Problems,
    path: path::TypedPath,
    bulk: BulkForm,
}

impl Dialogs {
    /// Shows the dialog that is open, over everything.
    pub fn show(&mut self, ui: &mut Ui, state: &State, look: &Look, send: &mut Vec<Command>) {
        let just_opened = state.dialog != self.open;
        self.open = state.dialog;
        let Some(dialog) = state.dialog else {
            self.problems = problems::Problems::default();
            return;
        };
        if just_opened {
            self.palette = palette::Palette::default();
            self.go_to = go_to::GoTo::default();
            self.bulk = BulkForm::default();
        }
        let (width, top) = match dialog {
            Dialog::Palette => (560.0, 72.0),
            Dialog::GoTo => (440.0, 72.0),
            Dialog::Keys | Dialog::Merge => (880.0, 40.0),
            Dialog::Problems => (760.0, 64.0),
            // Over the side panel, which it leaves a margin of.
            Dialog::History => ((state.settings.panel_width_points - 24.0).max(300.0), 56.0),
            Dialog::Left
            | Dialog::Closing
            | Dialog::MoveLane
            | Dialog::Bulk
            | Dialog::Path(_)
            | Dialog::Versions => (560.0, 64.0),
        };
        let screen = ui.ctx().content_rect();
        let factor = look.grid(1.0) / 4.0;
        let width = (width * factor).min(screen.width() - 48.0);
        let id = Id::unique("dialog");
        // Beside the timeline, which shows each point of the history that is gone to.
        let is_beside = dialog == Dialog::History;
        let (anchor, at, scrim) = if is_beside {
            let at = vec2(-look.grid(3.0), top * factor);
            (Align2::RIGHT_TOP, at, Color32::TRANSPARENT)
        } else {
            let scrim = rgba(look.colors().scrim);
            (Align2::CENTER_TOP, vec2(0.0, top), scrim)
        };
        let area = Modal::default_area(id).anchor(anchor, at);
        let frame = Frame::popup(ui.style())
            .fill(color32(look.colors().panel))
            .inner_margin(Margin::same(look.grid(5.0) as i8));
        let modal = Modal::new(id).area(area).backdrop_color(scrim).frame(frame);
        let shown = modal.show(ui.ctx(), |ui| {
            ui.set_width(width - look.grid(10.0));
            match dialog {
                Dialog::Palette => self.palette.show(ui, state, look, just_opened, send),
                Dialog::GoTo => self.go_to.show(ui, state, look, just_opened, send),
                Dialog::Keys => keys_sheet::show(ui, look, just_opened, send),
                Dialog::History => history::show(ui, state, look, just_opened, send),
                Dialog::Left => left::show(ui, state, look, just_opened, send),
                Dialog::Merge => merge::show(ui, state, look, just_opened, send),
                Dialog::Closing => closing::show(ui, look, just_opened, send),
                Dialog::Bulk => self.bulk.show(ui, state, look, just_opened, send),
                Dialog::MoveLane => move_lane::show(ui, state, look, just_opened, send),
                Dialog::Versions => versions::show(ui, state, look, just_opened, send),
                Dialog::Path(of) => {
                    self.path.show(ui, state, look, (of, just_opened), send);
                }
                Dialog::Problems => self.problems.show(ui, state, look, just_opened, send),
            }
        });
        if shown.backdrop_response.clicked() {
            send.push(Command::Escape);
        }
        // The fields of a form, and a long path's, keep what they need.
        let has_fields = matches!(dialog, Dialog::Bulk | Dialog::Path(_));
        if !has_fields || !ui.ctx().text_edit_focused() {
            keep_arrows(ui);
        }
    }
}

/// Keeps the arrow keys for the dialog: by them the focus would go to what lies behind it.
fn keep_arrows(ui: &Ui) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| {
        if let Some(focused) = memory.focused() {
            memory.set_focus_lock_filter(focused, filter);
        }
    });
}

/// Scrolls the area around `ui` by the arrow and page keys, Home and End.
fn scroll_by_keys(ui: &Ui, step_points: f32, page_points: f32) {
    const ALL: f32 = 1e7;
    let ways = [
        (Key::ArrowUp, vec2(0.0, step_points)),
        (Key::ArrowDown, vec2(0.0, -step_points)),
        (Key::ArrowLeft, vec2(step_points, 0.0)),
        (Key::ArrowRight, vec2(-step_points, 0.0)),
        (Key::PageUp, vec2(0.0, page_points)),
        (Key::PageDown, vec2(0.0, -page_points)),
        (Key::Home, vec2(0.0, ALL)),
        (Key::End, vec2(0.0, -ALL)),
    ];
    let by = ui.input_mut(|input| {
        let presses = |key| input.count_and_consume_key(Modifiers::NONE, key) as f32;
        let keys = ways.map(|(key, _)| key).map(presses);
        keys.iter()
            .zip(ways)
            .fold(Vec2::ZERO, |sum, (presses, (_, way))| sum + *presses * way)
    });
    if by != Vec2::ZERO {
        ui.scroll_with_delta(by);
    }
}

#[cfg(test)]
mod tests;
