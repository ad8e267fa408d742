//! The history: every change since the record was opened, to go to any point of them.

use egui::{ScrollArea, Ui};

use super::super::look::Look;
use super::super::menu;
use super::super::phrases::Phrase::Close;
use super::phrases::{self, Phrase};
use crate::app::command::Editing;
use crate::app::{Command, State};
use crate::scene::cut;
use crate::theme::TextRole;

/// Room for the heading and the button, in steps of the grid.
const AROUND: f32 = 60.0;

/// The list, with what is made now checked; what was taken back stands behind it.
pub(super) fn show(ui: &mut Ui, state: &State, look: &Look, first: bool, send: &mut Vec<Command>) {
    let (colors, language) = (look.colors(), look.language);
    let history = state.editing.history();
    let (point, count) = (history.point(), history.entries().len());
    ui.label(look.text(
        TextRole::EventTitle,
        colors.ink,
        Phrase::History.words(language),
    ));
    ui.label(look.text(
        TextRole::Body,
        colors.muted,
        phrases::changes(point, count - point, language),
    ));
    ui.add_space(look.grid(2.0));
    let begin = if history.forgot() {
        Phrase::EarliestKept
    } else {
        Phrase::AsOpened
    };
    let row_height = look.sizes().control_height;
    let room = ui.ctx().content_rect().height() - look.grid(AROUND);
    let mut area = ScrollArea::vertical()
        .max_height(room.max(4.0 * row_height))
        .auto_shrink([false, true]);
    if first {
        // The present is in view.
        area = area.vertical_scroll_offset((point as f32 * row_height - room / 2.0).max(0.0));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, row_height, count + 1, |ui, shown| {
        for at in shown {
            let entry = at.checked_sub(1).and_then(|at| history.entries().nth(at));
            let words = entry.map_or_else(
                || begin.words(language).into(),
                |entry| entry.label.words(language),
            );
            let words = cut(words);
            let row = menu::Row {
                words: &words,
                lang: language.tag(),
                keys: None,
                chosen: Some(at == point),
                enabled: true,
            };
            let response = menu::row_within(ui, look, &row, ui.available_width());
            if first && at == point {
                response.request_focus();
            }
            if response.clicked() {
                send.push(Command::Editing(Editing::WalkTo(at)));
            }
        }
    });
    ui.add_space(look.grid(2.0));
    if look.button(ui, Close.words(language), false).clicked() {
        send.push(Command::Escape);
    }
}
