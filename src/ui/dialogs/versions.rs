//! Earlier versions of the open record, each with the time at which it was saved over.

use egui::{Label, Ui};

use super::super::look::Look;
use super::super::menu;
use super::super::phrases::Phrase::Close;
use super::phrases::{self, Phrase};
use crate::app::command::Editing;
use crate::app::{Command, State};
use crate::date::Zone;
use crate::theme::TextRole;

/// The list; a click opens one for reading.
pub(super) fn show(ui: &mut Ui, state: &State, look: &Look, first: bool, send: &mut Vec<Command>) {
    let (colors, language) = (look.colors(), look.language);
    let words = |phrase: Phrase| phrase.words(language);
    ui.label(look.text(TextRole::EventTitle, colors.ink, words(Phrase::Versions)));
    let about = look.text(TextRole::Body, colors.muted, words(Phrase::VersionsAbout));
    ui.add(Label::new(about).wrap());
    ui.add_space(look.grid(2.0));
    ui.spacing_mut().item_spacing.y = 0.0;
    for (at, version) in state.versions.iter().enumerate() {
        // When it was, by the clock beside the window, whatever zone the events are read in.
        let here = version.at.with_timezone(&chrono::Local);
        let shift_s = i64::from(here.offset().local_minus_utc());
        let words = phrases::moment(here.timestamp() + shift_s, Zone::UTC, language);
        let row = menu::Row {
            words: &words,
            lang: language.tag(),
            keys: None,
            chosen: None,
            enabled: true,
        };
        let response = menu::row(ui, look, &row);
        if first && at == 0 {
            response.request_focus();
        }
        if response.clicked() {
            send.push(Command::Editing(Editing::OpenVersion(at)));
        }
    }
    ui.add_space(look.grid(2.0));
    if look.button(ui, Close.words(language), false).clicked() {
        send.push(Command::Escape);
    }
}
