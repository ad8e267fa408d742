//! What another program changed otherwise than we did: each conflict with both sides beside each
//! other, and the choice.

mod phrases;
mod values;

use egui::{Label, Response, Role, ScrollArea, Ui, WidgetInfo};

use super::super::look::Look;
use crate::app::command::Editing;
use crate::app::editing::{Conflicts, Merging};
use crate::app::{Command, State};
use crate::document::merge::{Choice, Conflict, On};
use crate::scene::cut;
use crate::theme::TextRole;
use phrases::Phrase;

/// Room for the heading and the buttons, in steps of the grid.
const AROUND: f32 = 75.0;
/// The narrowest that a side is, in steps of the grid; the two stand one above the other before.
const NARROWEST: f32 = 40.0;
/// How high a side is at most, in steps of the grid; the rest of a long text is scrolled to.
const HIGHEST: f32 = 40.0;

/// The conflicts, and what can be done.
pub(super) fn show(ui: &mut Ui, state: &State, look: &Look, first: bool, send: &mut Vec<Command>) {
    let Some(conflicts) = state.editing.conflicts() else {
        return;
    };
    let (colors, language) = (look.colors(), look.language);
    let words = |phrase: Phrase| phrase.words(language);
    ui.label(look.text(TextRole::EventTitle, colors.ink, words(Phrase::Heading)));
    let about = look.text(TextRole::Body, colors.muted, words(Phrase::About));
    ui.add(Label::new(about).wrap());
    ui.horizontal_wrapped(|ui| {
        for (phrase, choice) in [
            (Phrase::AllOfMine, Choice::Ours),
            (Phrase::AllOfTheirs, Choice::Theirs),
        ] {
            if look.button(ui, words(phrase), false).clicked() {
                send.push(ask(Merging::ChooseAll(choice)));
            }
        }
    });
    ui.add_space(look.grid(2.0));
    let room = ui.ctx().content_rect().height() - look.grid(AROUND);
    ScrollArea::vertical()
        .max_height(room.max(look.grid(30.0)))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (at, conflict) in conflicts.list.iter().enumerate() {
                let chosen = conflicts.choices.get(at).copied().flatten();
                ui.push_id(at, |ui| {
                    let ours = one(ui, look, conflict, chosen, at, send);
                    if first && at == 0 {
                        ours.request_focus();
                    }
                });
                ui.separator();
            }
        });
    ui.add_space(look.grid(2.0));
    foot(ui, look, conflicts, send);
}

fn ask(asked: Merging) -> Command {
    Command::Editing(Editing::Merge(asked))
}

/// One conflict; returns the button that keeps ours.
fn one(
    ui: &mut Ui,
    look: &Look,
    conflict: &Conflict,
    chosen: Option<Choice>,
    at: usize,
    send: &mut Vec<Command>,
) -> Response {
    let (colors, language) = (look.colors(), look.language);
    let subject = match &conflict.on {
        On::Event(title) => cut(title.pick(language)).into_owned(),
        On::Record => Phrase::Record.words(language).to_owned(),
    };
    let field = values::field(&conflict.path, language);
    ui.add(Label::new(look.text(TextRole::Control, colors.ink, &subject)).wrap());
    ui.label(look.text(TextRole::Body, colors.muted, &field));
    let mut side = |ui: &mut Ui, choice: Choice| {
        let (name, phrase, value) = match choice {
            Choice::Ours => (Phrase::Mine, Phrase::KeepMine, &conflict.values.ours),
            Choice::Theirs => (Phrase::Theirs, Phrase::TakeTheirs, &conflict.values.theirs),
        };
        ui.label(look.text(TextRole::Meta, colors.muted, name.words(language)));
        text(
            ui,
            look,
            TextRole::Body,
            &values::side(&conflict.path, value.as_ref(), language),
        );
        let is_chosen = chosen == Some(choice);
        let words = phrase.words(language);
        let shown = if is_chosen {
            format!("✓ {words}")
        } else {
            words.to_owned()
        };
        // As wide as its words: a column would make it as wide as itself.
        let button = ui.horizontal(|ui| look.button(ui, &shown, is_chosen)).inner;
        // Of many buttons with one name, each says what it is of.
        let said = phrases::button(words, &subject, &field, language);
        button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &said));
        if button.clicked() {
            send.push(ask(Merging::Choose(at, choice)));
        }
        button
    };
    let is_wide = ui.available_width() >= 2.0 * look.grid(NARROWEST);
    let ours = if is_wide {
        ui.columns_const(|[left, right]| {
            let ours = side(left, Choice::Ours);
            side(right, Choice::Theirs);
            ours
        })
    } else {
        let ours = side(ui, Choice::Ours);
        side(ui, Choice::Theirs);
        ours
    };
    let before = values::words(conflict.values.base.as_ref(), language);
    let before = phrases::before(&before, language);
    let before = look.text(TextRole::Meta, colors.muted, cut(before.as_str()));
    ui.add(Label::new(before).wrap());
    ours
}

/// A side's text; a long one scrolls.
fn text(ui: &mut Ui, look: &Look, role: TextRole, words: &str) {
    let words = look.text(role, look.colors().ink, words);
    ScrollArea::vertical()
        .id_salt(ui.next_auto_id())
        .max_height(look.grid(HIGHEST))
        .auto_shrink([false, true])
        .show(ui, |ui| ui.add(Label::new(words).wrap()));
}

fn foot(ui: &mut Ui, look: &Look, conflicts: Conflicts, send: &mut Vec<Command>) {
    let language = look.language;
    let (decided, all) = (conflicts.decided(), conflicts.list.len());
    ui.horizontal_wrapped(|ui| {
        let is_ready = decided == all;
        let finish = Phrase::Finish.words(language);
        let button = ui.add_enabled_ui(is_ready, |ui| look.button(ui, finish, is_ready));
        if button.inner.clicked() {
            send.push(ask(Merging::Finish));
        }
        let later = Phrase::Later.words(language);
        if look.button(ui, later, false).clicked() {
            send.push(Command::Escape);
        }
        let count = phrases::decided(decided, all, language);
        ui.label(look.text(TextRole::Meta, look.colors().muted, count));
    });
}
