//! The list of keys, and what hands do on the canvas.

use egui::{Grid, ScrollArea, Ui};

use super::super::keys::Chord;
use super::super::look::Look;
use crate::app::command::{Command, Menu, catalogue};
use crate::theme::TextRole;

/// What the canvas does with keys and hands, which no menu lists.
const HANDS: [(&str, &str); 14] = [
    ("Drag", "Move through time; let go in motion to throw"),
    ("Wheel", "Zoom about the pointer"),
    ("Ctrl wheel", "Zoom finely"),
    ("Shift wheel", "Move through time"),
    ("Pinch", "Zoom"),
    ("W  S", "Zoom in and out while held"),
    ("A  D", "Move earlier and later while held"),
    ("Tab", "Next event in view"),
    ("Enter", "Select the event that has the focus"),
    ("Click a pill", "Zoom to the events it counts"),
    (
        "Click a lane's name",
        "Fold or unfold the lane; drag to reorder",
    ),
    ("Alt ↑  ↓", "Move the lane that has the focus"),
    ("Delete", "Hide the lane that has the focus"),
    ("Esc", "Close, clear the search, or select nothing"),
];

/// All keys, by menu.
pub fn show(ui: &mut Ui, look: &Look, first: bool, send: &mut Vec<Command>) {
    let colors = look.colors();
    ui.label(look.text(TextRole::EventTitle, colors.ink, "Keys"));
    ui.add_space(look.grid(2.0));
    let mac = ui.ctx().os() == egui::os::OperatingSystem::Mac;
    let room = (ui.ctx().content_rect().height() - 220.0).max(160.0);
    ScrollArea::vertical()
        .max_height(room)
        .min_scrolled_height(room)
        .show(ui, |ui| {
            super::scroll_by_keys(ui, look.sizes().control_height, room * 0.9);
            ui.columns(2, |columns| {
                if let [left, right] = columns {
                    for menu in [Menu::Go, Menu::Record, Menu::Help] {
                        group(left, look, menu, mac);
                    }
                    group(right, look, Menu::View, mac);
                    heading(right, look, "Canvas");
                    table(
                        right,
                        look,
                        "canvas",
                        HANDS
                            .iter()
                            .map(|(keys, words)| ((*keys).to_owned(), *words)),
                    );
                }
            });
        });
    ui.add_space(look.grid(2.0));
    let close = look.button(ui, "Close", false);
    if first {
        close.request_focus();
    }
    if close.clicked() {
        send.push(Command::Escape);
    }
}

fn group(ui: &mut Ui, look: &Look, menu: Menu, mac: bool) {
    heading(ui, look, menu.words());
    let rows = catalogue()
        .iter()
        .filter(|entry| entry.menu == menu)
        .filter(|entry| !entry.keys.is_empty())
        .map(|entry| {
            let chords = entry.keys.iter().filter_map(|keys| Chord::parse(keys));
            let words: Vec<String> = chords.map(|chord| chord.words(mac)).collect();
            (words.join("  or  "), entry.words)
        });
    table(ui, look, menu.words(), rows);
}

fn heading(ui: &mut Ui, look: &Look, words: &str) {
    ui.add_space(look.grid(2.0));
    ui.label(look.text(TextRole::Section, look.colors().muted, words.to_uppercase()));
}

fn table(ui: &mut Ui, look: &Look, name: &str, rows: impl Iterator<Item = (String, &'static str)>) {
    let colors = look.colors();
    Grid::new(("keys", name))
        .num_columns(2)
        .min_col_width(look.grid(28.0))
        .show(ui, |ui| {
            for (keys, words) in rows {
                ui.label(look.text(TextRole::Strong, colors.ink, keys));
                ui.label(look.text(TextRole::Body, colors.ink, words));
                ui.end_row();
            }
        });
}
