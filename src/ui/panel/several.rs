//! What is said above the main event while others are selected beside it.

use egui::{Label, Ui};

use super::super::look::Look;
use crate::app::command::{Clip, Editing};
use crate::app::message::Message;
use crate::app::{Command, State, catalogue};
use crate::theme::TextRole;

/// How many there are, and what can be done with all of them.
pub(super) fn several_ui(ui: &mut Ui, state: &State, look: &Look, send: &mut Vec<Command>) {
    let count = state.selected_more.len() + usize::from(state.selected.is_some());
    if count < 2 {
        return;
    }
    let said = Message::Selected(count).words(look.language);
    let said = look.text(TextRole::Strong, look.colors().ink, said);
    ui.add(Label::new(said).selectable(false).wrap());
    let commands = [
        Command::Editing(Editing::ToggleBulk),
        Command::Editing(Editing::Unite),
        Command::Clip(Clip::Copy),
        Command::ClearSelection,
    ];
    let merges = |command: &Command| *command == Command::Editing(Editing::Unite);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = look.grid(3.0);
        for command in commands
            .into_iter()
            .filter(|one| count == 2 || !merges(one))
        {
            let words = catalogue::words(&command, look.language);
            if !words.is_empty() && look.link(ui, words).clicked() {
                send.push(command);
            }
        }
    });
    ui.add_space(look.grid(1.0));
    ui.separator();
    ui.add_space(look.grid(2.0));
}
