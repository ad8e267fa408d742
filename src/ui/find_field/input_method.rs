//! What an input method does in a text field.
//!
//! Text that it is still composing stands in the field already. It is not yet what was typed, so
//! it is not searched, read or checked, and the keys of that time are the input method's.

use egui::{Event, ImeEvent, Ui};

/// An input method's work in one text field.
#[derive(Clone, Copy, Debug, Default)]
pub struct InputMethod {
    composing: bool,
}

impl InputMethod {
    /// Follows what it does in this frame, before the field is shown; says whether it has a hand
    /// in the frame, so that no key in it is the field's.
    pub fn follow(&mut self, ui: &Ui, focused: bool) -> bool {
        let mut touched = self.composing;
        ui.input(|input| {
            for event in &input.events {
                match event {
                    Event::Ime(ImeEvent::Preedit { text, .. }) => {
                        self.composing = !text.is_empty();
                        touched = true;
                    }
                    Event::Ime(ImeEvent::Commit(_)) => {
                        self.composing = false;
                        touched = true;
                    }
                    _ => {}
                }
            }
        });
        self.composing &= focused;
        touched && focused
    }

    /// Whether what stands in the field is not yet all typed.
    pub fn is_composing(self) -> bool {
        self.composing
    }
}
