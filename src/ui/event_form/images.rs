//! Pictures of the event: each small, with what it shows and whose it is.

use egui::{Align, Layout, ProgressBar, Ui, vec2};

use super::desk::Desk;
use super::findings_ui;
use super::phrases::{self, Phrase};
use super::relations::cross_ui;
use super::texts::{self, Of};
use crate::app::command::{Command, Form as Asked};
use crate::document::draft::{Draft, ImageDraft, Spot, Words};
use crate::theme::{TextRole, symbol};
use crate::ui::pictures::{Pictures, nameless};

/// The room of a small picture, in steps of the grid.
const SMALL: (f32, f32) = (30.0, 22.0);
/// The name of the fields that say whose a picture is.
pub(super) const CREDIT: &str = "picture credit";

/// The pictures, and the ways to one more.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk, pictures: &Pictures) {
    let (look, colors, language) = (desk.look, desk.look.colors(), desk.look.language);
    ui.add_space(look.grid(4.0));
    let count = desk.draft().images.len();
    let counted = super::quotes::counted(count, phrases::pictures, language);
    super::quotes::section_ui(ui, desk, Phrase::Pictures, &counted);
    let mut removed = None;
    for at in 0..count {
        if image_ui(ui, desk, pictures, at) {
            removed = Some(at);
        }
        ui.add_space(look.grid(3.0));
    }
    if let Some(at) = removed {
        // Its file stays: undo, or another event, may need it.
        desk.change().images.remove(at);
    }
    bringing_ui(ui, desk);
    let words = format!("{} {}", symbol::ADD, Phrase::AddPicture.words(language));
    if super::field::link_ui(ui, &look, &words).clicked() {
        desk.send.push(Command::Form(Asked::AskForPicture));
    }
    ui.add_space(look.grid(1.0));
    let hint = Phrase::DropPicture.words(language);
    let hint = look.text(TextRole::Label, colors.muted, hint);
    ui.add(egui::Label::new(hint).selectable(false).wrap());
}

/// One picture; whether it is to be removed.
fn image_ui(ui: &mut Ui, desk: &mut Desk, pictures: &Pictures, at: usize) -> bool {
    let (look, colors, language) = (desk.look, desk.look.colors(), desk.look.language);
    let Some(image) = desk.draft().images.get(at).cloned() else {
        return false;
    };
    let record = desk.state.path();
    let mut removes = false;
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        removes = cross_ui(ui, &look, &phrases::remove(&image.path, language));
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            let record = record.as_deref();
            let is_refused = pictures.refusal(record, &image.path).is_some();
            let width = if is_refused {
                ui.available_width()
            } else {
                look.grid(SMALL.0)
            };
            let alt = alt(&image, desk);
            let words = (vec2(width, look.grid(SMALL.1)), &*alt);
            pictures.show(ui, &look, record, &image.path, words);
            if !is_refused {
                let path = look.text(TextRole::Meta, colors.muted, &image.path);
                ui.add(egui::Label::new(path).truncate());
            }
        });
    });
    ui.add_space(look.grid(1.0));
    let of = Of {
        name: "picture caption",
        at,
        label: Phrase::Caption.words(language),
        hint: "",
        rows: None,
        role: TextRole::Body,
        texts: caption_of,
        spot: None,
        names_missing: true,
    };
    texts::show(ui, desk, of, &image.caption);
    ui.add_space(look.grid(1.0));
    let of = Of {
        name: CREDIT,
        label: Phrase::Credit.words(language),
        hint: Phrase::CreditHint.words(language),
        texts: credit_of,
        names_missing: false,
        ..of
    };
    texts::show(ui, desk, of, &image.credit);
    findings_ui(ui, desk, Spot::Image(at));
    removes
}

/// What a screen reader says of a picture: what it shows, in the reader's language if it can be.
fn alt(image: &ImageDraft, desk: &Desk) -> String {
    let spoken = |words: &&Words| !words.text.trim().is_empty();
    let mut own = image.caption.iter().filter(spoken);
    let own = own.find(|words| words.lang == desk.tag());
    let any = || image.caption.iter().find(spoken);
    own.or_else(any).map_or_else(
        || nameless(&image.path, desk.look.language),
        |words| words.text.trim().to_owned(),
    )
}

fn caption_of(draft: &mut Draft, at: usize) -> &mut Vec<Words> {
    &mut draft.images[at].caption
}

fn credit_of(draft: &mut Draft, at: usize) -> &mut Vec<Words> {
    &mut draft.images[at].credit
}

/// "Copying lima.jpg", how far that is, and the way to stop it.
fn bringing_ui(ui: &mut Ui, desk: &mut Desk) {
    let (look, colors, language) = (desk.look, desk.look.colors(), desk.look.language);
    let Some((name, fraction)) = desk.state.forms.bringing() else {
        return;
    };
    let words = phrases::copying(name, fraction, language);
    let text = look.text(TextRole::Meta, colors.ink, words);
    let label = ui.add(egui::Label::new(text).selectable(false).truncate());
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
    ui.horizontal(|ui| {
        ui.add(ProgressBar::new(fraction).desired_width(look.grid(50.0)));
        let stop = Phrase::StopCopying.words(language);
        if super::field::link_ui(ui, &look, stop).clicked() {
            desk.send.push(Command::Form(Asked::StopPictures));
        }
    });
    ui.add_space(look.grid(1.0));
    // The bar moves although nothing else does.
    ui.ctx().request_repaint_after_secs(0.1);
}
