//! The window is to be closed, and the last changes are on no disk.

use egui::{Label, Ui};

use super::super::look::Look;
use super::phrases::Phrase;
use crate::app::command::Editing;
use crate::app::{Command, catalogue};
use crate::theme::TextRole;

/// What would be lost, and the choice.
pub(super) fn show(ui: &mut Ui, look: &Look, first: bool, send: &mut Vec<Command>) {
    let (colors, language) = (look.colors(), look.language);
    let words = |phrase: Phrase| phrase.words(language);
    ui.label(look.text(
        TextRole::EventTitle,
        colors.ink,
        words(Phrase::ClosingHeading),
    ));
    let about = look.text(TextRole::Body, colors.ink, words(Phrase::ClosingAbout));
    ui.add(Label::new(about).wrap());
    ui.add_space(look.grid(3.0));
    ui.horizontal(|ui| {
        let again = Command::Editing(Editing::TryToSave);
        let button = look.button(ui, catalogue::words(&again, language), true);
        if first {
            button.request_focus();
        }
        if button.clicked() {
            send.push(Command::Escape);
            send.push(again);
        }
        if look.button(ui, words(Phrase::GoOn), false).clicked() {
            send.push(Command::Escape);
        }
        if look.button(ui, words(Phrase::CloseAnyway), false).clicked() {
            send.push(Command::Editing(Editing::CloseInAnyCase));
        }
    });
}
