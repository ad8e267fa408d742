//! What lies over the window: the palette, the list of keys, a date to go to, and what was found
//! wrong. What is typed here is only here; [`State::dialog`] says which one is open.

mod go_to;
mod keys_sheet;
mod palette;
mod problems;

use egui::{Align2, Area, Frame, Id, Margin, Order, Sense, Ui, vec2};

use super::fonts::color32;
use super::look::{Look, rgba};
use crate::app::{Command, Dialog, State};

/// The dialogs and what was typed into them.
#[derive(Default)]
pub struct Dialogs {
    open: Option<Dialog>,
    palette: palette::Palette,
    go_to: go_to::GoTo,
}

impl Dialogs {
    /// Shows the dialog that is open, over everything.
    pub fn show(&mut self, ui: &mut Ui, state: &State, look: &Look, send: &mut Vec<Command>) {
        let just_opened = state.dialog != self.open;
        self.open = state.dialog;
        let Some(dialog) = state.dialog else { return };
        if just_opened {
            self.palette = palette::Palette::default();
            self.go_to = go_to::GoTo::default();
        }
        if scrim(ui, look) {
            send.push(Command::Escape);
        }
        let (width, top) = match dialog {
            Dialog::Palette => (560.0, 72.0),
            Dialog::GoTo => (440.0, 72.0),
            Dialog::Keys => (880.0, 40.0),
            Dialog::Problems => (760.0, 64.0),
        };
        let screen = ui.ctx().content_rect();
        let factor = look.grid(1.0) / 4.0;
        let width = (width * factor).min(screen.width() - 48.0);
        card(ui, look, width, top, |ui| match dialog {
            Dialog::Palette => self.palette.show(ui, state, look, just_opened, send),
            Dialog::GoTo => self.go_to.show(ui, state, look, just_opened, send),
            Dialog::Keys => keys_sheet::show(ui, look),
            Dialog::Problems => problems::show(ui, state, look, send),
        });
    }
}

/// Dims the window; true when it was clicked, which closes the dialog.
fn scrim(ui: &Ui, look: &Look) -> bool {
    let screen = ui.ctx().content_rect();
    Area::new(Id::unique("dialog scrim"))
        .order(Order::Middle)
        .fixed_pos(screen.min)
        .show(ui.ctx(), |ui| {
            let (rect, response) = ui.allocate_exact_size(screen.size(), Sense::click());
            ui.painter()
                .rect_filled(rect, 0.0, rgba(look.colors().scrim));
            response.clicked()
        })
        .inner
}

fn card(ui: &Ui, look: &Look, width: f32, top: f32, add: impl FnOnce(&mut Ui)) {
    Area::new(Id::unique("dialog card"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_TOP, vec2(0.0, top))
        .show(ui.ctx(), |ui| {
            let colors = look.colors();
            Frame::popup(ui.style())
                .fill(color32(colors.panel))
                .inner_margin(Margin::same(look.grid(5.0) as i8))
                .show(ui, |ui| {
                    ui.set_width(width - look.grid(10.0));
                    add(ui);
                });
        });
}
