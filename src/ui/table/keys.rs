//! The keys of the table while it has the keyboard. They go before the catalogue's, some of which
//! mean time and lanes, which are not in view.

use egui::{Context, Event, FocusDirection, Key, Modifiers, Popup};

use super::TableView;
use crate::app::State;
use crate::app::command::Command;
use crate::app::table::{Asked, Direction, Manner, Step};
use crate::ui::canvas::canvas_id;

/// How much wider a key makes a column, in steps of the grid.
const WIDER: f32 = 2.0;

impl TableView {
    /// Takes the table's keys out of this frame's input.
    pub fn take_keys(&mut self, ctx: &Context, state: &State, send: &mut Vec<Command>) {
        if !state.table.is_shown() || state.dialog.is_some() || Popup::is_any_open(ctx) {
            return;
        }
        let focused = ctx.memory(egui::Memory::focused);
        if focused.is_none() {
            // After Escape, or a press beside all fields.
            ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
        } else if focused != Some(canvas_id()) {
            return;
        }
        let page = self.scroll.page();
        let mut taken = false;
        ctx.input_mut(|input| {
            let composes = |event: &Event| matches!(event, Event::Ime(_));
            if input.events.iter().any(composes) {
                return;
            }
            if let Some(typed) = take_typed(&mut input.events) {
                // As in any grid: what is typed takes the cell's place.
                send.push(Command::Table(Asked::Open));
                if state.table.column().manner() != Manner::InForm {
                    send.push(Command::Table(Asked::Type(typed)));
                }
                return;
            }
            input.events.retain(|event| {
                let Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } = event
                else {
                    return true;
                };
                if let Some(steps) = wider(*key, *modifiers) {
                    self.widths.widen(state.table.column(), steps);
                } else if let Some(asked) = asked(*key, *modifiers, page) {
                    send.push(Command::Table(asked));
                } else {
                    return true;
                }
                taken = true;
                false
            });
        });
        if taken {
            // An arrow leads to another cell, not to what lies beside the table.
            ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        }
    }
}

/// The letters that were typed in this frame, which are no keys of commands then.
fn take_typed(events: &mut Vec<Event>) -> Option<String> {
    let letters = events.iter().filter_map(|event| match event {
        Event::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let typed: String = letters.collect();
    if typed.trim().is_empty() {
        return None;
    }
    events.retain(|event| match event {
        Event::Text(_) => false,
        Event::Key { key, modifiers, .. } => {
            let is_letter = modifiers.is_none() || modifiers.shift_only();
            !is_letter || asked(*key, *modifiers, 1).is_some()
        }
        _ => true,
    });
    Some(typed)
}

/// What a key asks for.
fn asked(key: Key, held: Modifiers, page: usize) -> Option<Asked> {
    let step = |step| Some(Asked::Step(step));
    if held.is_none() {
        return match key {
            Key::ArrowUp => step(Step::Up(1)),
            Key::ArrowDown => step(Step::Down(1)),
            Key::ArrowLeft => step(Step::Left),
            Key::ArrowRight => step(Step::Right),
            Key::PageUp => step(Step::Up(page)),
            Key::PageDown => step(Step::Down(page)),
            Key::Home => step(Step::First),
            Key::End => step(Step::Last),
            Key::Enter | Key::F2 => Some(Asked::Open),
            Key::Delete => Some(Asked::Delete),
            _ => None,
        };
    }
    if held.command_only() {
        return match key {
            Key::Home => step(Step::Top),
            Key::End => step(Step::Bottom),
            _ => None,
        };
    }
    match key {
        Key::ArrowUp if held.alt && !held.shift => Some(Asked::SortAtHand(Direction::Up)),
        Key::ArrowDown if held.alt && !held.shift => Some(Asked::SortAtHand(Direction::Down)),
        _ => None,
    }
}

/// How much wider a key makes the column at hand.
fn wider(key: Key, held: Modifiers) -> Option<f32> {
    match key {
        Key::ArrowLeft if held.shift_only() => Some(-WIDER),
        Key::ArrowRight if held.shift_only() => Some(WIDER),
        _ => None,
    }
}
