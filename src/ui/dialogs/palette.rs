//! Every command by its words.

use egui::{Id, Key, Modifiers, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::super::find_field::input_method::InputMethod;
use super::super::keys;
use super::super::look::Look;
use super::super::menu::choices::{self, Named};
use super::phrases::Phrase;
use crate::app::{Command, State};
use crate::date::Language;
use crate::index::fold;
use crate::theme::TextRole;

/// What was typed, and which command is chosen.
#[derive(Default)]
pub struct Palette {
    text: String,
    /// What was typed to its end; what an input method still composes is not in it.
    sought: String,
    input_method: InputMethod,
    chosen: usize,
}

impl Palette {
    /// The field and the commands that hold its words.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        look: &Look,
        first: bool,
        send: &mut Vec<Command>,
    ) {
        let id = Id::unique("palette field");
        let focused = ui.memory(|memory| memory.has_focus(id));
        let touched = self.input_method.follow(ui, focused);
        let moved = ui.input_mut(|input| {
            let mut by = 0i64;
            if touched {
                return by;
            }
            by += input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown) as i64;
            by -= input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp) as i64;
            by
        });
        let words = |phrase: Phrase| phrase.words(look.language);
        let field = TextEdit::singleline(&mut self.text)
            .char_limit(super::super::MOST_TYPED)
            .id(id)
            .hint_text(words(Phrase::TypeCommand))
            .desired_width(f32::INFINITY)
            .show(ui)
            .response
            .response;
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, words(Phrase::Command)));
        if first {
            field.request_focus();
        }
        if !self.input_method.is_composing() && self.sought != self.text {
            self.sought.clone_from(&self.text);
            self.chosen = 0;
        }
        let found = found(choices::all(state), &self.sought, look.language);
        let last = found.len().saturating_sub(1) as i64;
        self.chosen = (self.chosen as i64 + moved).clamp(0, last) as usize;
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let run = entered && !touched;
        if entered && touched {
            field.request_focus();
        }
        if field.has_focus()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            send.push(Command::Escape);
        }
        ui.add_space(look.grid(2.0));
        if found.is_empty() {
            ui.label(look.text(
                TextRole::Body,
                look.colors().muted,
                words(Phrase::NoCommand),
            ));
        }
        let mac = ui.ctx().os() == egui::os::OperatingSystem::Mac;
        let room = (ui.ctx().content_rect().height() - 220.0).max(160.0);
        ScrollArea::vertical()
            .max_height(room)
            .min_scrolled_height(room)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (at, named) in found.iter().enumerate() {
                    let chosen = at == self.chosen;
                    let response = row(ui, look, named, chosen, mac);
                    if chosen && moved != 0 {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() || (chosen && run) {
                        send.push(Command::Escape);
                        send.push(named.choice.command.clone());
                    }
                }
            });
    }
}

fn row(ui: &mut Ui, look: &Look, named: &Named, chosen: bool, mac: bool) -> egui::Response {
    let colors = look.colors();
    let label = named.label(look.language);
    let words = label.job(ui, look, TextRole::Body, colors.ink);
    let keys = keys::words_for(&named.choice.command, mac).unwrap_or_default();
    let fill = if chosen {
        colors.selected
    } else {
        colors.panel
    };
    let button = egui::Button::new(words)
        .right_text(look.text(TextRole::Label, colors.muted, keys))
        .fill(super::super::fonts::color32(fill))
        .stroke(egui::Stroke::NONE)
        .min_size(egui::vec2(
            ui.available_width(),
            look.sizes().control_height,
        ));
    ui.add(button).on_hover_text(named.choice.tip.as_ref())
}

/// The choices whose words or tip, in the reader's language or in English, hold all the typed
/// words; those whose words begin so come first.
fn found(all: Vec<Named>, text: &str, reader: Language) -> Vec<Named> {
    let needles: Vec<_> = text.split_whitespace().map(fold).collect();
    let mut found: Vec<(u8, Named)> = all
        .into_iter()
        .filter_map(|named| {
            let names = [named.label(reader).text(), named.english()].map(|name| fold(&name));
            let tips = [&named.choice.tip, &named.choice.english[1]].map(|tip| fold(tip));
            let named_so = |needle: &str| names.iter().any(|name| name.contains(needle));
            let told_so = |needle: &str| tips.iter().any(|tip| tip.contains(needle));
            let in_words = needles.iter().all(|needle| named_so(needle));
            let anywhere = (needles.iter()).all(|needle| named_so(needle) || told_so(needle));
            let begins = needles
                .first()
                .is_some_and(|needle| names.iter().any(|name| name.starts_with(needle.as_str())));
            anywhere.then_some((u8::from(!begins) + u8::from(!in_words), named))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, named)| named).collect()
}
