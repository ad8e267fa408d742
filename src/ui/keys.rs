//! From key presses to commands, and from a command's keys to the words shown for them.
//!
//! Shortcuts wait while a text field has the focus or an input method composes, but for those
//! with Ctrl or a function key.

use std::sync::LazyLock;

use egui::{Key, Modifiers};

use crate::app::Command;
use crate::app::catalogue::{self, catalogue};
use crate::app::command::Editing;

/// A key with what must be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    /// Ctrl (Command on a Mac), Shift, Alt.
    pub modifiers: Modifiers,
    /// The key.
    pub key: Key,
}

impl Chord {
    /// Reads a shortcut as the catalogue writes it: "Ctrl+Shift+P".
    pub fn parse(text: &str) -> Option<Self> {
        let mut modifiers = Modifiers::NONE;
        let mut parts = text.split('+').peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_none() {
                return Key::from_name(part).map(|key| Self { modifiers, key });
            }
            modifiers |= match part {
                "Ctrl" => Modifiers::COMMAND,
                "Shift" => Modifiers::SHIFT,
                "Alt" => Modifiers::ALT,
                _ => return None,
            };
        }
        None
    }

    /// The words shown for it: "Ctrl Shift P", "?".
    pub fn words(self, mac: bool) -> String {
        let mut words = String::new();
        for (held, name) in [
            (self.modifiers.command, if mac { "⌘" } else { "Ctrl" }),
            (self.modifiers.shift, if mac { "⇧" } else { "Shift" }),
            (self.modifiers.alt, if mac { "⌥" } else { "Alt" }),
        ] {
            if held {
                words.push_str(name);
                words.push(' ');
            }
        }
        words.push_str(match self.key {
            Key::ArrowLeft => "←",
            Key::ArrowRight => "→",
            Key::ArrowUp => "↑",
            Key::ArrowDown => "↓",
            Key::Minus => "-",
            other => other.symbol_or_name(),
        });
        words
    }

    /// Whether the chord may be used now.
    fn works(self, in_text: bool, under_dialog: bool) -> bool {
        let free = !in_text && (!under_dialog || self.key == Key::Questionmark);
        // A field of one line has no use for them.
        let pages = !under_dialog && matches!(self.key, Key::PageUp | Key::PageDown);
        free || pages || self.works_in_text()
    }

    /// Whether the chord may be used while a text field has the focus.
    fn works_in_text(self) -> bool {
        let held = self.modifiers;
        // These edit text: they stay the field's.
        let edits = held.command
            && matches!(
                self.key,
                Key::A
                    | Key::C
                    | Key::V
                    | Key::X
                    | Key::Z
                    | Key::Y
                    | Key::ArrowLeft
                    | Key::ArrowRight
            );
        (held.command && !edits) || matches!(self.key, Key::F1 | Key::F3 | Key::F5 | Key::F6)
    }
}

/// On a lane's name it hides the lane: what it deletes, the canvas says.
const DELETE: Chord = Chord {
    modifiers: Modifiers::NONE,
    key: Key::Delete,
};

/// Every chord with its command.
fn chords() -> &'static [(Chord, Command)] {
    static CHORDS: LazyLock<Vec<(Chord, Command)>> = LazyLock::new(|| {
        catalogue()
            .iter()
            .flat_map(|entry| {
                entry
                    .keys
                    .iter()
                    .filter_map(|keys| Some((Chord::parse(keys)?, entry.command.clone())))
            })
            .collect()
    });
    &CHORDS
}

/// The commands whose keys were pressed in this frame; the presses are used up. Under a dialog
/// only those work that also work in a text field, and `?`.
pub fn pressed(ctx: &egui::Context, under_dialog: bool) -> Vec<Command> {
    let in_text = ctx.text_edit_focused();
    ctx.input_mut(|input| {
        let composing = input
            .events
            .iter()
            .any(|event| matches!(event, egui::Event::Ime(_)));
        if composing {
            return Vec::new();
        }
        let mut sent = Vec::new();
        input.events.retain(|event| {
            let egui::Event::Key {
                key,
                physical_key,
                pressed: true,
                modifiers,
                repeat,
            } = event
            else {
                return true;
            };
            let hit = chords().iter().find(|(chord, _)| {
                chord.key == *key
                    && matches(*modifiers, *chord)
                    && !is_held_key(*physical_key, *modifiers)
                    && chord.works(in_text, under_dialog)
                    && chord != &DELETE
            });
            let hit = hit.filter(|(_, command)| {
                // Behind a dialog nothing is changed, nor beside what is being written.
                let is_twin = *command == Command::Editing(Editing::Duplicate);
                let is_out_of_place = under_dialog && changes_events(command);
                !(is_out_of_place || in_text && is_twin)
            });
            match hit {
                Some((_, command)) => {
                    if !repeat || repeats(command) {
                        sent.push(command.clone());
                    }
                    false
                }
                None => true,
            }
        });
        sent
    })
}

/// Whether a command changes events of the record, or opens what does.
fn changes_events(command: &Command) -> bool {
    matches!(
        command,
        Command::Form(_)
            | Command::Move(_)
            | Command::Clip(_)
            | Command::Editing(Editing::Duplicate | Editing::Delete | Editing::ToggleBulk)
    )
}

/// Whether the key moves the window while it is held (see the canvas' hands), whatever is printed
/// on it: on a Dvorak keyboard the key left of the middle row is no `O`.
fn is_held_key(physical: Option<Key>, modifiers: Modifiers) -> bool {
    !modifiers.any() && matches!(physical, Some(Key::W | Key::A | Key::S | Key::D))
}

/// Whether holding the key means the command again and again.
fn repeats(command: &Command) -> bool {
    matches!(
        command,
        Command::ZoomIn
            | Command::ZoomOut
            | Command::NextInLane
            | Command::PreviousInLane
            | Command::FindNext
            | Command::FindPrevious
            | Command::ScaleUp
            | Command::ScaleDown
            | Command::Hand(_)
            | Command::Move(_)
            | Command::Editing(Editing::Undo | Editing::Redo)
    )
}

/// Whether what is held is what the chord wants. Shift is free for signs that need it on some
/// layout (`?` and `+`).
fn matches(held: Modifiers, chord: Chord) -> bool {
    let shifted_sign = matches!(chord.key, Key::Plus | Key::Questionmark | Key::Equals);
    (held.command || held.ctrl) == chord.modifiers.command
        && held.alt == chord.modifiers.alt
        && (shifted_sign || held.shift == chord.modifiers.shift)
}

/// The words for the first shortcut of a command: "Ctrl F"; none where it has no key.
pub fn words_for(command: &Command, mac: bool) -> Option<String> {
    let entry = catalogue::entry(command)?;
    Chord::parse(entry.keys.first()?).map(|chord| chord.words(mac))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_of_the_catalogue_is_a_key() {
        for entry in catalogue() {
            for keys in entry.keys {
                assert!(
                    Chord::parse(keys).is_some(),
                    "{keys} of {:?} is no key",
                    entry.command
                );
            }
        }
    }

    #[test]
    fn a_question_mark_needs_no_particular_layout() {
        let chord = Chord::parse("Questionmark").expect("a key");
        assert!(matches(Modifiers::SHIFT, chord));
        assert!(matches(Modifiers::NONE, chord));
        assert!(!matches(Modifiers::CTRL, chord));
    }

    #[test]
    fn plain_keys_do_not_act_behind_a_dialog() {
        let chord = |text| Chord::parse(text).expect("a key");
        assert!(chord("T").works(false, false));
        assert!(!chord("T").works(false, true));
        assert!(chord("Questionmark").works(false, true));
        assert!(!chord("Questionmark").works(true, true));
        assert!(chord("Ctrl+Shift+P").works(true, true));
        assert!(chord("Shift+PageDown").works(true, false));
        assert!(!chord("Shift+PageDown").works(true, true));
    }

    #[test]
    fn keys_that_move_while_held_are_no_shortcuts_on_another_layout() {
        assert!(is_held_key(Some(Key::S), Modifiers::NONE));
        assert!(!is_held_key(Some(Key::S), Modifiers::CTRL));
        assert!(!is_held_key(Some(Key::O), Modifiers::NONE));
    }

    #[test]
    fn text_editing_keys_stay_with_the_field() {
        assert!(!Chord::parse("Ctrl+C").expect("a key").works_in_text());
        assert!(!Chord::parse("F").expect("a key").works_in_text());
        assert!(Chord::parse("Ctrl+F").expect("a key").works_in_text());
        // They select words.
        let word = Chord::parse("Ctrl+Shift+ArrowLeft").expect("a key");
        assert!(!word.works_in_text());
    }

    #[test]
    fn words_are_what_stands_on_the_keys() {
        assert_eq!(
            Chord::parse("Ctrl+Shift+P").expect("a key").words(false),
            "Ctrl Shift P"
        );
        assert_eq!(
            Chord::parse("Alt+ArrowLeft").expect("a key").words(false),
            "Alt ←"
        );
    }
}
