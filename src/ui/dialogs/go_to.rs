//! A date to go to, as a person writes it, with what was understood.

use egui::{Id, Key, Modifiers, Role, TextEdit, Ui, WidgetInfo};

use super::super::event_form;
use super::super::find_field::input_method::InputMethod;
use super::super::look::Look;
use super::phrases::Phrase;
use crate::app::{Command, State};
use crate::date::{Edtf, Language, read_human};
use crate::theme::{TextRole, symbol};

/// What was typed.
#[derive(Default)]
pub struct GoTo {
    text: String,
    input_method: InputMethod,
}

impl GoTo {
    /// The field, and below it the date understood or what would be right.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        _state: &State,
        look: &Look,
        first: bool,
        send: &mut Vec<Command>,
    ) {
        let colors = look.colors();
        let words = |phrase: Phrase| phrase.words(look.language);
        let label = ui.label(look.text(TextRole::Strong, colors.ink, words(Phrase::GoToDate)));
        let id = Id::unique("go to date field");
        let focused = ui.memory(|memory| memory.has_focus(id));
        let touched = self.input_method.follow(ui, focused);
        let field = TextEdit::singleline(&mut self.text)
            .id(id)
            .hint_text(words(Phrase::DateExamples))
            .char_limit(super::super::MOST_TYPED)
            .desired_width(f32::INFINITY)
            .show(ui)
            .response
            .response
            .labelled_by(label.id);
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, words(Phrase::Date)));
        if first {
            field.request_focus();
        }
        ui.add_space(look.grid(1.0));
        let text = self.text.trim();
        if text.is_empty() || self.input_method.is_composing() {
            ui.label(look.text(TextRole::Meta, colors.muted, words(Phrase::DateKinds)));
        } else if is_today(text) {
            let today = format!("{} {}", symbol::GOOD, words(Phrase::Today));
            ui.label(look.text(TextRole::Body, colors.good, today));
        } else {
            match read_human(text) {
                Ok(date) => {
                    let understood = understood(&date, look.language);
                    ui.label(look.text(TextRole::Body, colors.good, understood));
                }
                Err(error) => {
                    ui.label(look.text(TextRole::Body, colors.error, error.words(look.language)));
                }
            }
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered && touched {
            field.request_focus();
        } else if entered && is_today(text) {
            send.extend([Command::Escape, Command::GoToToday]);
        } else if entered && !text.is_empty() {
            send.push(Command::GoTo(text.to_owned()));
            // What could not be read stays in the field to be mended.
            field.request_focus();
        }
        if field.has_focus()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            send.push(Command::Escape);
        }
    }
}

/// "✓ 1972, a year   1972".
fn understood(date: &Edtf, language: Language) -> String {
    let words = event_form::understood(date, language);
    format!("{} {words}   {date}", symbol::GOOD)
}

/// Whether the present day is meant, in any of the five languages.
fn is_today(text: &str) -> bool {
    const WORDS: [&str; 6] = ["today", "今日", "きょう", "本日", "今天", "오늘"];
    WORDS.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_of_a_span_is_not_told_by_how_exactly_its_ends_are_known() {
        let said = |text| understood(&read_human(text).expect("a date"), Language::En);
        assert_eq!(said("1972 to 1978"), "✓ 1972–1978   1972/1978");
        assert_eq!(said("1972"), "✓ 1972, a year   1972");
        assert!(!said("1667 or 1668").contains("a year"));
    }
}
