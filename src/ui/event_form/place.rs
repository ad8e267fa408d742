//! What sort of event it was, and where.

use egui::{Ui, UiBuilder, vec2};

use super::choice::{Choice, Manner, choice_ui};
use super::desk::{self, Desk};
use super::field::{Field, label_ui, text_ui};
use super::findings_ui;
use super::list::{Picked, Unknown, pick_ui};
use super::phrases::Phrase;
use super::texts::{self, Of, language_of};
use crate::app::form::offers;
use crate::date::Language;
use crate::document::draft::{Spot, Words};
use crate::record::{Kind, Vocabulary};
use crate::scene::{capitalised, kind_name};
use crate::theme::{TextRole, symbol};

/// Two columns: the kind and the place.
pub(super) fn kind_and_place_ui(ui: &mut Ui, desk: &mut Desk) {
    ui.add_space(desk.grid(3.0));
    columns_ui(ui, desk, kind_ui, place_ui);
    findings_ui(ui, desk, Spot::Place);
    position_ui(ui, desk);
}

/// Two parts beside each other, of the same width.
pub(super) fn columns_ui(
    ui: &mut Ui,
    desk: &mut Desk,
    left: impl FnOnce(&mut Ui, &mut Desk),
    right: impl FnOnce(&mut Ui, &mut Desk),
) {
    let gap = desk.grid(3.0);
    let all = ui.available_rect_before_wrap();
    let width = ((all.width() - gap) / 2.0).floor();
    let first = all.with_max_x(all.left() + width);
    let second = all.with_min_x(all.right() - width);
    let one = ui.scope_builder(UiBuilder::new().max_rect(first), |ui| {
        ui.set_width(width);
        left(ui, desk);
    });
    let two = ui.scope_builder(UiBuilder::new().max_rect(second), |ui| {
        ui.set_width(width);
        right(ui, desk);
    });
    let bottom = one.response.rect.bottom().max(two.response.rect.bottom());
    let used = ui.min_rect().bottom();
    ui.allocate_space(vec2(0.0, (bottom - used).max(0.0)));
}

fn kind_ui(ui: &mut Ui, desk: &mut Desk) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::Kind.words(language);
    label_ui(ui, &look, label);
    let now = desk.draft().kind.clone();
    let named = |kind: Kind| capitalised(kind_name(kind, language));
    let words = Kind::from_name(&now).map_or_else(|| now.clone(), named);
    let mut all: Vec<(Kind, String)> = Kind::ALL.iter().map(|kind| (*kind, named(*kind))).collect();
    all.sort_by_key(|(kind, _)| kind.family());
    let options = all.iter().map(|(kind, words)| Choice {
        value: Some(*kind),
        words,
    });
    let chosen = Kind::from_name(&now);
    let taken = choice_ui(ui, &look, Manner::Field, label, &words, &chosen, options);
    if let Some(Some(kind)) = taken {
        kind.name().clone_into(&mut desk.change().kind);
    }
}

fn place_ui(ui: &mut Ui, desk: &mut Desk) {
    let (look, language) = (desk.look, desk.look.language);
    let label = Phrase::Place.words(language);
    label_ui(ui, &look, label);
    let id = desk::id("place", 0);
    let names = &desk.draft().place.name;
    let now = shown_name(names, language.tag())
        .and_then(|at| names.get(at))
        .map_or_else(String::new, |words| words.text.clone());
    // What stands there is the name itself; the list helps where it is a known one.
    desk.typing.stand(ui, id, &now);
    let before = desk.typing.pick(id).text;
    let field = Field {
        hint: Phrase::PlaceHint.words(language),
        ..Field::line(id, label, language.tag())
    };
    let known = desk.state.forms.known();
    let offers = |typed: &str| offers::places(known, typed, language);
    let (picked, _) = pick_ui(ui, desk, field, Unknown::No, offers);
    let typed = desk.typing.pick(id).text;
    match picked {
        Some(Picked::Offer(known)) => {
            let names = &known.place.name;
            let shown = shown_name(names, language.tag()).and_then(|at| names.get(at));
            desk.typing
                .choose(ui, id, shown.map_or("", |words| &words.text));
            let draft = desk.change();
            draft.place = known.place;
            if !known.time_zone.is_empty() {
                draft.time_zone = known.time_zone;
            }
        }
        // What an undo or another program made of the name meanwhile was not typed here.
        _ if typed != before => {
            put_name(&mut desk.change().place.name, typed, language);
        }
        _ => {}
    }
}

/// The name that stands in the field: the reader's, else the first.
fn shown_name(names: &[Words], tag: &str) -> Option<usize> {
    let own = names.iter().position(|words| words.lang == tag);
    own.or((!names.is_empty()).then_some(0))
}

/// Takes what was typed over the name that was shown; a name in letters of another language is one
/// more.
fn put_name(names: &mut Vec<Words>, typed: String, language: Language) {
    let lang = language_of(&typed, language);
    let of = |tag: &str| names.iter().position(|words| words.lang == tag);
    let at = if typed.is_empty() {
        shown_name(names, language.tag())
    } else {
        of(language.tag()).or_else(|| of(lang))
    };
    match at.and_then(|at| names.get_mut(at)) {
        Some(words) => words.text = typed,
        None => names.push(Words::new(lang, typed)),
    }
}

/// Country and coordinates, which need not be.
fn position_ui(ui: &mut Ui, desk: &mut Desk) {
    let (look, language) = (desk.look, desk.look.language);
    let part = desk::id("position", 0);
    let place = desk.draft().place.clone();
    let is_filled = !place.lat.is_empty() || !place.lon.is_empty() || !place.country.is_empty();
    ui.add_space(look.grid(1.0));
    if !is_filled && !desk.typing.is_open(part) {
        let words = format!("{} {}", symbol::ADD, Phrase::Position.words(language));
        if super::field::link_ui(ui, &look, &words).clicked() {
            desk.typing.open(part);
            desk.typing.wants = Some(desk::id("country", 0));
        }
        return;
    }
    ui.add_space(look.grid(2.0));
    if place.name.len() > 1 {
        let of = Of {
            name: "place names",
            at: 0,
            label: Phrase::PlaceNames.words(language),
            hint: "",
            rows: None,
            role: TextRole::Body,
            texts: |draft, _| &mut draft.place.name,
            spot: None,
            names_missing: true,
        };
        texts::show(ui, desk, of, &place.name);
        ui.add_space(look.grid(2.0));
    }
    let fields = [
        (
            "country",
            Phrase::Country,
            Phrase::CountryHint,
            place.country,
        ),
        ("lat", Phrase::Latitude, Phrase::LatitudeHint, place.lat),
        ("lon", Phrase::Longitude, Phrase::LongitudeHint, place.lon),
    ];
    let gap = look.grid(3.0);
    let all = ui.available_rect_before_wrap();
    let width = ((all.width() - 2.0 * gap) / 3.0).floor();
    let mut bottom = all.top();
    for (column, (name, label, hint, value)) in fields.into_iter().enumerate() {
        let left = all.left() + column as f32 * (width + gap);
        let rect = egui::Rect::from_min_max(
            egui::pos2(left, all.top()),
            egui::pos2(left + width, all.bottom()),
        );
        let shown = ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            ui.set_width(width);
            label_ui(ui, &look, label.words(language));
            let field = Field {
                hint: hint.words(language),
                is_wrong: name != "country" && desk.is_wrong(Spot::Place),
                ..Field::line(desk::id(name, 0), label.words(language), "en")
            };
            if let Some(typed) = text_ui(ui, desk, field, &value) {
                let place = &mut desk.change().place;
                match name {
                    "country" => place.country = typed,
                    "lat" => place.lat = typed,
                    _ => place.lon = typed,
                }
            }
        });
        bottom = bottom.max(shown.response.rect.bottom());
    }
    let used = ui.min_rect().bottom();
    ui.allocate_space(vec2(0.0, (bottom - used).max(0.0)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_other_letters_is_one_more_and_overwrites_none() {
        let mut names = vec![Words::new("en", "Lima")];
        put_name(&mut names, "リマ".to_owned(), Language::Ja);
        assert_eq!(names, [Words::new("en", "Lima"), Words::new("ja", "リマ")]);
        put_name(&mut names, "リマ市".to_owned(), Language::Ja);
        assert_eq!(names[1].text, "リマ市");
        let mut names = vec![Words::new("en", "Lim")];
        put_name(&mut names, "Lima".to_owned(), Language::Ja);
        assert_eq!(names, [Words::new("en", "Lima")]);
        put_name(&mut names, String::new(), Language::Ja);
        assert_eq!(names[0].text, "");
    }
}
