//! Of which side's account a quote is, what it is on, and how it came to its source: what sets two
//! sides' words beside each other. A quote of one side needs none of it.

use egui::Ui;

use super::chips::{List, actor_words, list_ui};
use super::choice::{Choice, Manner, choice_ui};
use super::desk::{self, Desk};
use super::field::label_ui;
use super::phrases::Phrase;
use super::texts::{self, Of};
use crate::app::form::offers;
use crate::document::draft::QuoteDraft;
use crate::theme::{TextRole, symbol};

/// The fields, or the way to them.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk, at: usize, quote: &QuoteDraft) {
    let (look, language) = (desk.look, desk.look.language);
    let part = desk::id("account", at);
    let is_filled = !quote.side.is_empty()
        || [
            quote.topic.len(),
            quote.issuer.len(),
            quote.via.len(),
            quote.note.len(),
        ] != [0; 4];
    if !is_filled && !desk.typing.is_open(part) {
        let words = format!("{} {}", symbol::ADD, Phrase::Account.words(language));
        if super::field::link_ui(ui, &look, &words).clicked() {
            desk.typing.open(part);
            desk.typing.wants = Some(desk::id("topic", at));
        }
        ui.add_space(look.grid(2.0));
        return;
    }
    desk.typing.open(part);
    side_ui(ui, desk, at, &quote.side);
    ui.add_space(look.grid(2.0));
    topics_ui(ui, desk, at, &quote.topic);
    let issuer = Of {
        name: "issuer",
        at,
        label: Phrase::Issuer.words(language),
        hint: "",
        rows: None,
        role: TextRole::Body,
        texts: |draft, at| &mut draft.quotes[at].issuer,
        spot: None,
        names_missing: false,
    };
    let via = Of {
        name: "via",
        label: Phrase::Via.words(language),
        texts: |draft, at| &mut draft.quotes[at].via,
        ..issuer
    };
    let note = Of {
        name: "note",
        label: Phrase::Notes.words(language),
        rows: Some(2),
        texts: |draft, at| &mut draft.quotes[at].note,
        ..issuer
    };
    for (of, texts) in [
        (issuer, &quote.issuer),
        (via, &quote.via),
        (note, &quote.note),
    ] {
        ui.add_space(look.grid(2.0));
        texts::show(ui, desk, of, texts);
    }
    ui.add_space(look.grid(2.0));
}

/// One of the event's actors, or none.
fn side_ui(ui: &mut Ui, desk: &mut Desk, at: usize, now: &str) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::Side.words(language);
    label_ui(ui, &look, label);
    let draft = desk.draft();
    let mut sides: Vec<String> = vec![String::new()];
    sides.extend(draft.actors.iter().cloned());
    if !sides.iter().any(|side| side == now) {
        sides.push(now.to_owned());
    }
    let words_of = |side: &str| {
        if side.is_empty() {
            Phrase::NoSide.words(language).to_owned()
        } else {
            actor_words(desk.timeline(), &draft.new_actors, side, language)
        }
    };
    let all: Vec<(String, String)> = sides
        .into_iter()
        .map(|side| {
            let words = words_of(&side);
            (side, words)
        })
        .collect();
    let shown = words_of(now);
    let options = all.iter().map(|(side, words)| Choice {
        value: side.clone(),
        words,
    });
    let chosen = now.to_owned();
    let taken = choice_ui(ui, &look, Manner::Field, label, &shown, &chosen, options);
    if let Some(side) = taken
        && let Some(quote) = desk.change().quotes.get_mut(at)
    {
        quote.side = side;
    }
}

fn topics_ui(ui: &mut Ui, desk: &mut Desk, at: usize, items: &[String]) {
    let language = desk.look.language;
    let label = Phrase::Topics.words(language);
    label_ui(ui, &desk.look, label);
    let of = List {
        name: "topic",
        at,
        label,
        hint: "taiwan, strategic-relationship",
        adds: Phrase::Add.words(language),
        list: |draft, at| &mut draft.quotes[at].topic,
    };
    let known = desk.state.forms.known();
    let offers = |typed: &str| offers::topics(known, typed, items);
    if let Some(new) = list_ui(ui, desk, &of, items, str::to_owned, offers)
        && let Some(quote) = desk.change().quotes.get_mut(at)
    {
        quote.topic.push(new);
    }
}
