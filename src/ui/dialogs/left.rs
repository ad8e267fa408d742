//! Edits that a program which died left: what they are, and what is to become of them.

use egui::{Label, ScrollArea, Ui};

use super::super::look::Look;
use super::phrases::Phrase;
use crate::app::command::Editing;
use crate::app::{Command, State};
use crate::date::Language;
use crate::document::left::LeftEdits;
use crate::scene::cut;
use crate::theme::TextRole;

/// Room for the heading and the buttons, in steps of the grid.
const AROUND: f32 = 70.0;

/// The list, and the choice.
pub(super) fn show(ui: &mut Ui, state: &State, look: &Look, first: bool, send: &mut Vec<Command>) {
    let Some(left) = &state.left else { return };
    let (colors, language) = (look.colors(), look.language);
    let words = |phrase: Phrase| phrase.words(language);
    ui.label(look.text(TextRole::EventTitle, colors.ink, words(Phrase::LeftHeading)));
    let about = look.text(TextRole::Body, colors.muted, words(Phrase::LeftAbout));
    ui.add(Label::new(about).wrap());
    ui.add_space(look.grid(2.0));
    let names = names(left, language);
    let room = ui.ctx().content_rect().height() - look.grid(AROUND);
    let row = look.sizes().control_height;
    ScrollArea::vertical()
        .max_height(room.max(3.0 * row))
        .auto_shrink([false, true])
        .show_rows(ui, row, names.len(), |ui, shown| {
            for name in names.get(shown).unwrap_or_default() {
                let name = look.text(TextRole::Body, colors.ink, cut(name.as_str()));
                ui.add(Label::new(name).truncate());
            }
        });
    ui.add_space(look.grid(2.0));
    ui.horizontal(|ui| {
        let back = look.button(ui, words(Phrase::BringBack), true);
        if first {
            back.request_focus();
        }
        if back.clicked() {
            send.push(Command::Editing(Editing::BringBack));
        }
        if look.button(ui, words(Phrase::LeaveOut), false).clicked() {
            send.push(Command::Editing(Editing::LeaveOut));
        }
    });
}

/// What each edit is called.
fn names(left: &LeftEdits, language: Language) -> Vec<String> {
    let made = left
        .replayed
        .edits
        .iter()
        .map(|edit| edit.label.words(language));
    made.collect()
}
