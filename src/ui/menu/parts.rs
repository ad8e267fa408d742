//! What stands in the menus: the catalogue by its parts, with what this record and this reader add.

use egui::{Stroke, StrokeKind, Ui};

use super::choices::{self, Choice};
use super::{choice, command, heading, hidden_lanes, line, scrolled};
use crate::app::catalogue::{self, Entry, Menu, catalogue};
use crate::app::{Command, State};
use crate::theme::TextRole;
use crate::ui::fonts::color32;
use crate::ui::look::Look;
use crate::ui::phrases::{self, Phrase};

/// Text and marks larger, smaller and as they are.
const SIZES: [Command; 3] = [Command::ScaleUp, Command::ScaleDown, Command::ScaleReset];

/// The whole menu.
pub fn whole(ui: &mut Ui, look: &Look, state: &State, send: &mut Vec<Command>) {
    for part in Menu::ALL {
        sub(ui, look, part.words().get(look.language), |ui| {
            for entry in entries(|entry| entry.menu == part && !is_in_sub_menu(&entry.command)) {
                command(ui, look, state, &entry.command, send);
            }
            match part {
                Menu::Record => recent(ui, look, state, send),
                Menu::View => {
                    line(ui, look);
                    view_parts(ui, look, state, send);
                }
                Menu::Edit | Menu::Go | Menu::Help => {}
            }
        });
    }
}

/// What lanes are made of, and those that were hidden.
pub fn lanes(ui: &mut Ui, look: &Look, state: &State, send: &mut Vec<Command>) {
    for entry in entries(|entry| matches!(entry.command, Command::GroupBy(_))) {
        command(ui, look, state, &entry.command, send);
    }
    line(ui, look);
    if let Some(entry) = catalogue::entry(&Command::ShowAllLanes) {
        let mut all = Choice::of(entry, look.language);
        let count = hidden_lanes(state);
        if count > 0 {
            all.words = format!("{} ({count})", all.words).into();
        }
        choice(ui, look, state, &all, send);
    }
}

/// The themes and the sizes; says whether a theme was chosen, after which there is no more to do,
/// whereas a size is often taken twice.
pub fn themes(ui: &mut Ui, look: &Look, state: &State, send: &mut Vec<Command>) -> bool {
    let mut is_chosen = false;
    for entry in entries(|entry| matches!(entry.command, Command::UseTheme(_))) {
        is_chosen |= command(ui, look, state, &entry.command, send);
    }
    line(ui, look);
    let size = phrases::size(state.settings.scale, look.language);
    heading(ui, look, &size);
    for size in SIZES {
        command(ui, look, state, &size, send);
    }
    is_chosen
}

/// The languages; says whether one was chosen.
pub fn languages(ui: &mut Ui, look: &Look, state: &State, send: &mut Vec<Command>) -> bool {
    let mut is_chosen = false;
    for language in choices::languages(look.language) {
        is_chosen |= choice(ui, look, state, &language, send);
    }
    is_chosen
}

fn entries(wanted: impl Fn(&Entry) -> bool) -> impl Iterator<Item = &'static Entry> {
    catalogue().iter().filter(move |entry| wanted(entry))
}

fn recent(ui: &mut Ui, look: &Look, state: &State, send: &mut Vec<Command>) {
    if state.settings.recent.is_empty() {
        return;
    }
    line(ui, look);
    heading(ui, look, Phrase::OpenedBefore.words(look.language));
    for file in choices::recent(&state.settings) {
        choice(ui, look, state, &file, send);
    }
}

fn view_parts(ui: &mut Ui, look: &Look, state: &State, send: &mut Vec<Command>) {
    let words = |phrase: Phrase| phrase.words(look.language);
    sub(ui, look, words(Phrase::Lanes), |ui| {
        lanes(ui, look, state, send);
    });
    sub(ui, look, words(Phrase::Theme), |ui| {
        themes(ui, look, state, send);
    });
    sub(ui, look, words(Phrase::Language), |ui| {
        languages(ui, look, state, send);
    });
    sub(ui, look, words(Phrase::TimeZone), |ui| {
        for entry in entries(|entry| matches!(entry.command, Command::ReadIn(_))) {
            command(ui, look, state, &entry.command, send);
        }
    });
    sub(ui, look, words(Phrase::Calendar), |ui| {
        for calendar in choices::calendars(look.language) {
            choice(ui, look, state, &calendar, send);
        }
    });
    if !state.band_groups.is_empty() {
        sub(ui, look, words(Phrase::OfficeHoldersShown), |ui| {
            command(ui, look, state, &Command::ToggleBands, send);
            line(ui, look);
            for group in choices::band_groups(state) {
                choice(ui, look, state, &group, send);
            }
        });
    }
}

/// A menu inside the menu. It moves up where it is too long for its place, and is scrolled where it
/// is too long for the window.
fn sub(ui: &mut Ui, look: &Look, words: &str, content: impl FnOnce(&mut Ui)) {
    let text = look.text(TextRole::Control, look.colors().ink, words);
    let top = ui.ctx().content_rect().top() + look.grid(2.0);
    let opened = ui.menu_button(text, |ui| scrolled(ui, top, content));
    if opened.response.gained_focus() {
        opened.response.scroll_to_me(None);
    }
    if opened.response.has_focus() {
        let ring = Stroke::new(look.sizes().focus_ring, color32(look.colors().accent));
        let corner = look.sizes().corner_small;
        (ui.painter()).rect_stroke(opened.response.rect, corner, ring, StrokeKind::Inside);
    }
}

/// Whether a command stands in a menu inside the menu, itself or as the choice to which it steps.
fn is_in_sub_menu(command: &Command) -> bool {
    let is_choice = matches!(
        command,
        Command::GroupBy(_)
            | Command::UseTheme(_)
            | Command::ReadIn(_)
            | Command::ShowAllLanes
            | Command::ToggleBands
    );
    let is_step = matches!(
        command,
        Command::CycleTheme | Command::CycleLanguage | Command::CycleCalendar
    );
    is_choice || is_step || SIZES.contains(command)
}
