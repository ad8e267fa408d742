//! Copy and paste where no text has the keyboard: then they mean events.
//!
//! The window turns their keys into events of their own, so they are no chords.

use egui::text_selection::LabelSelectionState;
use egui::{Context, Event};

use crate::app::command::Clip;
use crate::app::{Command, State};

/// What was asked of the clipboard in this frame. Words that are selected in the panel are copied as
/// words.
pub fn asked(ctx: &Context, state: &State) -> Vec<Command> {
    if ctx.text_edit_focused() || state.dialog.is_some() {
        return Vec::new();
    }
    let words = ctx.plugin_opt::<LabelSelectionState>();
    let words = words.is_some_and(|labels| labels.lock().has_selection());
    let mut asked = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let clip = match event {
                Event::Copy if !words => Clip::Copy,
                Event::Paste(text) => Clip::Paste(text.clone()),
                _ => return true,
            };
            asked.push(Command::Clip(clip));
            false
        });
    });
    asked
}
