//! The history: every change since the record was opened, to go to any point of them.

use egui::{Id, Key, Modifiers, ScrollArea, Ui};

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
    let goal = goal_by_keys(ui, point, count);
    let goal = goal.filter(|goal| *goal != point);
    send.extend(goal.map(|goal| Command::Editing(Editing::WalkTo(goal))));
    let has_moved = moved_to(ui, point);
    let mut area = ScrollArea::vertical()
        .max_height(room.max(4.0 * row_height))
        .auto_shrink([false, true]);
    if first || has_moved {
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
            if (first || has_moved) && at == point {
                response.request_focus();
                response.scroll_to_me(None);
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

/// Where the keys lead: a step, a page or all the way, and undo and redo as everywhere.
fn goal_by_keys(ui: &Ui, point: usize, count: usize) -> Option<usize> {
    const PAGE: usize = 10;
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let plain = |key| pressed(Modifiers::NONE, key);
    let redo = Modifiers::COMMAND | Modifiers::SHIFT;
    // The one with Shift first: the other would take it.
    if plain(Key::ArrowDown) || pressed(redo, Key::Z) || pressed(Modifiers::COMMAND, Key::Y) {
        Some((point + 1).min(count))
    } else if plain(Key::ArrowUp) || pressed(Modifiers::COMMAND, Key::Z) {
        Some(point.saturating_sub(1))
    } else if plain(Key::PageDown) {
        Some((point + PAGE).min(count))
    } else if plain(Key::PageUp) {
        Some(point.saturating_sub(PAGE))
    } else if plain(Key::Home) {
        Some(0)
    } else if plain(Key::End) {
        Some(count)
    } else {
        None
    }
}

/// Whether another point is the present one than in the frame before.
fn moved_to(ui: &Ui, point: usize) -> bool {
    let id = Id::unique("history point");
    ui.data_mut(|data| {
        let before = data.get_temp(id);
        data.insert_temp(id, point);
        before != Some(point)
    })
}
