//! At the foot of the window: messages, a load that runs, and a file that changed on disk.

use egui::{Align2, Area, Frame, Id, Label, Margin, Order, ProgressBar, Rect, Ui, vec2};

use super::fonts::color32;
use super::look::Look;
use super::phrases::{self, Phrase};
use crate::app::notice::Weight;
use crate::app::{Command, State, catalogue};
use crate::document::OnDisk;
use crate::theme::{Rgb, TextRole};

/// The widest a message's text is, in steps of the grid; longer ones break into lines.
const WIDEST: f32 = 130.0;
/// Room for the button beside it, and around.
const BESIDE: f32 = 40.0;

/// Shows what is to be noticed, one card above the other, in the middle of `beside`.
pub fn show(ui: &mut Ui, state: &State, look: &Look, beside: Rect, send: &mut Vec<Command>) {
    if state.notices.all().is_empty() && state.load.is_none() && state.changed_on_disk.is_none() {
        return;
    }
    let words = |phrase: Phrase| phrase.words(look.language);
    let reload = catalogue::words(&Command::Reload, look.language);
    let foot = look.sizes().status_height + look.grid(3.0);
    let aside = beside.center().x - ui.ctx().content_rect().center().x;
    Area::new(Id::unique("toasts"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(aside, -foot))
        .show(ui.ctx(), |ui| {
            let colors = look.colors();
            if let Some(load) = &state.load {
                card(ui, look, colors.panel, |ui| {
                    ui.label(look.text(
                        TextRole::Body,
                        colors.ink,
                        phrases::opening(&load.subject, look.language),
                    ));
                    let bar =
                        ProgressBar::new(load.progress.fraction()).desired_width(look.grid(50.0));
                    ui.add(bar.show_percentage());
                    if look.button(ui, words(Phrase::Cancel), false).clicked() {
                        send.push(Command::CancelLoad);
                    }
                });
                // The bar moves although nothing else does.
                ui.ctx().request_repaint_after_secs(0.1);
            }
            if let Some(now) = state.changed_on_disk {
                card(ui, look, colors.warning_ground, |ui| {
                    let happened = words(match now {
                        OnDisk::File(_) => Phrase::FileChanged,
                        OnDisk::Gone => Phrase::FileGone,
                    });
                    ui.label(look.text(TextRole::Body, colors.ink, happened));
                    // What is gone cannot be read.
                    let can_reload = now != OnDisk::Gone;
                    if can_reload && look.button(ui, reload, true).clicked() {
                        send.push(Command::Reload);
                    }
                    if look.button(ui, words(Phrase::Keep), false).clicked() {
                        send.push(Command::KeepAsIs);
                    }
                });
            }
            for (at, notice) in state.notices.all().iter().enumerate() {
                let problem = notice.weight == Weight::Problem;
                let ground = if problem {
                    colors.error_ground
                } else {
                    colors.panel
                };
                card(ui, look, ground, |ui| {
                    let said = notice.message.words(look.language);
                    let said = look.text(TextRole::Body, colors.ink, said);
                    ui.scope(|ui| {
                        let room = beside.width() - look.grid(BESIDE);
                        ui.set_max_width(look.grid(WIDEST).min(room.max(0.0)));
                        ui.add(Label::new(said).wrap());
                    });
                    for (nth, (command, offered)) in notice.offers(look.language).enumerate() {
                        if look.button(ui, offered, nth == 0).clicked() {
                            send.push(command.clone());
                            send.push(Command::CloseNotice(at));
                        }
                    }
                    let stays = notice.weight != Weight::Done;
                    if stays && look.button(ui, words(Phrase::Close), false).clicked() {
                        send.push(Command::CloseNotice(at));
                    }
                });
            }
        });
}

fn card(ui: &mut Ui, look: &Look, ground: Rgb, add: impl FnOnce(&mut Ui)) {
    Frame::popup(ui.style())
        .fill(color32(ground))
        .inner_margin(Margin::symmetric(
            look.grid(4.0) as i8,
            look.grid(2.0) as i8,
        ))
        .show(ui, |ui| {
            ui.horizontal(add);
        });
}
