//! A text in several languages: a field for each, a way to add one, and which are missing.

use egui::{Align, Id, Layout, Sense, Ui};

use super::choice::{Choice, Manner, choice_ui, menu_ui};
use super::desk::{self, Desk};
use super::field::{Field, field_ui, label_ui};
use super::findings_ui;
use super::phrases::{self, Phrase};
pub(super) use crate::app::form::words::language_of;
use crate::date::Language;
use crate::document::draft::{Draft, Spot, Words};
use crate::record::is_blank;
use crate::theme::TextRole;

/// One text of the draft.
#[derive(Clone, Copy)]
pub(super) struct Of<'o> {
    /// The name of its fields.
    pub name: &'static str,
    /// Which of several, of which each has a few languages.
    pub at: usize,
    pub label: &'o str,
    pub hint: &'o str,
    pub rows: Option<usize>,
    pub role: TextRole,
    /// Where it stands in the draft.
    pub texts: fn(&mut Draft, usize) -> &mut Vec<Words>,
    /// What is told of it, right below its fields.
    pub spot: Option<Spot>,
    /// Whether the languages that are missing are named.
    pub names_missing: bool,
}

/// How many languages one text's fields have ids for.
const MOST_LANGUAGES: usize = 64;

impl Of<'_> {
    fn id(&self, language: usize) -> Id {
        desk::id(self.name, self.at * MOST_LANGUAGES + language)
    }
}

/// The id of the first field of a text.
pub(super) fn first_id(name: &str, at: usize) -> Id {
    desk::id(name, at * MOST_LANGUAGES)
}

/// The title.
pub(super) fn title_ui(ui: &mut Ui, desk: &mut Desk) {
    let language = desk.look.language;
    ui.add_space(desk.grid(3.0));
    let of = Of {
        name: "title",
        at: 0,
        label: Phrase::Title.words(language),
        hint: "",
        rows: None,
        role: TextRole::Body,
        texts: |draft, _| &mut draft.title,
        spot: Some(Spot::Title),
        names_missing: true,
    };
    let texts = desk.draft().title.clone();
    show(ui, desk, of, &texts);
}

/// The fields of a text with its label above and the ways to more languages below. Where there is
/// none, one in the reader's language stands for it.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk, of: Of, texts: &[Words]) {
    let look = desk.look;
    label_ui(ui, &look, of.label);
    let first = [Words::new(look.language.tag(), "")];
    let shown = if texts.is_empty() { &first[..] } else { texts };
    for at in 0..shown.len().min(MOST_LANGUAGES) {
        if at > 0 {
            ui.add_space(look.grid(1.0));
        }
        if let Some(now) = one_ui(ui, desk, of, at, shown) {
            let texts = (of.texts)(desk.change(), of.at);
            match texts.get_mut(at) {
                Some(words) => *words = now,
                None => texts.push(now),
            }
        }
    }
    if let Some(spot) = of.spot {
        findings_ui(ui, desk, spot);
    }
    let has_all = Language::ALL
        .into_iter()
        .all(|language| speaks(shown, language));
    if has_all {
        return;
    }
    ui.add_space(look.grid(1.0));
    ui.horizontal(|ui| {
        add_language_ui(ui, desk, of, shown);
        if of.names_missing {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                missing_ui(ui, desk, shown);
            });
        }
    });
}

/// One language: its field, and at the field's end which it is, to be changed there. Returns what
/// stands in it where that is not as it was.
fn one_ui(ui: &mut Ui, desk: &mut Desk, of: Of, at: usize, shown: &[Words]) -> Option<Words> {
    let words = shown.get(at)?;
    let (look, colors) = (desk.look, desk.look.colors());
    let called = language_name(&words.lang, look.language);
    let name = format!("{}, {called}", of.label);
    let own = own_name(&words.lang);
    let tag = look.galley(
        ui,
        TextRole::Label,
        colors.muted,
        &words.lang,
        &own,
        f32::INFINITY,
    );
    let room = tag.size().x + look.grid(2.0);
    let is_told = |spot| spot != Spot::Title || desk.form.was_tried();
    let is_wrong = of
        .spot
        .is_some_and(|spot| is_told(spot) && desk.is_wrong(spot));
    let field = Field {
        hint: of.hint,
        rows: of.rows,
        role: of.role,
        is_wrong,
        right_points: room,
        ..Field::line(of.id(at), &name, &words.lang)
    };
    let top = ui.cursor().min;
    let width = ui.available_width();
    let (typed, response) = field_ui(ui, desk, field, &words.text);
    // The language stands in the field's own row, at its end.
    let font = egui::FontId::new(
        look.theme.text.style(of.role).size_points,
        crate::ui::fonts::family_for(&words.lang, of.role),
    );
    let row = ui.fonts_mut(|fonts| fonts.row_height(&font));
    let y = response.rect.top() + (row - tag.size().y) / 2.0;
    let corner = egui::pos2(top.x + width - tag.size().x - look.grid(2.5), y);
    let rect = egui::Rect::from_min_size(corner, tag.size());
    let choose = ui.interact(
        rect.expand(look.grid(1.0)),
        of.id(at).with("language"),
        Sense::click(),
    );
    let choose = choose.on_hover_cursor(egui::CursorIcon::PointingHand);
    let ink = if choose.hovered() || choose.has_focus() {
        colors.accent
    } else {
        colors.muted
    };
    ui.painter()
        .galley_with_override_text_color(corner, tag, crate::ui::fonts::color32(ink));
    look.focus_ring(ui, &choose);
    let called = format!("{}, {name}", Phrase::Language.words(look.language));
    let own = std::slice::from_ref(words);
    let others = Language::ALL
        .into_iter()
        .filter(|other| speaks(own, *other) || !speaks(shown, *other));
    let options = others.map(|other| Choice {
        value: Some(other),
        words: other.name(look.language),
    });
    let now = Language::from_tag(&words.lang);
    let chosen = menu_ui(&choose, &look, &called, &now, options).flatten();
    if chosen.is_some() {
        // Letters do not change what a hand chose.
        desk.typing.open(choose.id);
    }
    let follows = shown.len() == 1 && !desk.typing.is_open(choose.id);
    let lang = match (chosen, &typed) {
        // The one that is chosen already may be written otherwise: `en-GB`, `zh-CN`.
        (Some(chosen), _) if now != Some(chosen) => chosen.tag(),
        (None, Some(typed)) if follows => followed(words, typed, look.language),
        _ => &words.lang,
    };
    (typed.is_some() || lang != words.lang)
        .then(|| Words::new(lang, typed.unwrap_or_else(|| words.text.clone())))
}

/// The language of a text that stands alone: that of its letters, as long as it was so before.
fn followed<'w>(before: &'w Words, typed: &str, reader: Language) -> &'w str {
    let followed = is_blank(&before.text) || language_of(&before.text, reader) == before.lang;
    if followed && typed.chars().any(char::is_alphabetic) {
        language_of(typed, reader)
    } else {
        &before.lang
    }
}

/// Whether there is a field for a language.
fn speaks(shown: &[Words], language: Language) -> bool {
    let mut langs = shown.iter().map(|words| Language::from_tag(&words.lang));
    langs.any(|own| own == Some(language))
}

fn add_language_ui(ui: &mut Ui, desk: &mut Desk, of: Of, shown: &[Words]) {
    let look = desk.look;
    let missing = Language::ALL
        .into_iter()
        .filter(|language| !speaks(shown, *language));
    let all: Vec<_> = missing
        .map(|language| (language, language.name(look.language)))
        .collect();
    let options = all.iter().map(|(language, words)| Choice {
        value: Some(*language),
        words,
    });
    let words = Phrase::AddLanguage.words(look.language);
    if let Some(Some(language)) = choice_ui(ui, &look, Manner::Add, of.label, words, &None, options)
    {
        let texts = (of.texts)(desk.change(), of.at);
        if texts.is_empty() {
            // The field that stood for none keeps its place.
            texts.extend(shown.iter().cloned());
        }
        texts.push(Words::new(language.tag(), ""));
        desk.typing.wants = Some(of.id(shown.len()));
    }
}

/// "missing: 中文, 한국어".
fn missing_ui(ui: &mut Ui, desk: &Desk, shown: &[Words]) {
    let look = desk.look;
    let has = |language: Language| {
        let of = |words: &&Words| Language::from_tag(&words.lang) == Some(language);
        shown
            .iter()
            .find(of)
            .is_some_and(|words| !words.text.trim().is_empty())
    };
    let missing: Vec<&str> = Language::ALL
        .into_iter()
        .filter(|language| !has(*language))
        .map(|language| short_name(language))
        .collect();
    if missing.is_empty() || missing.len() == Language::ALL.len() {
        return;
    }
    let words = phrases::missing(&missing.join(", "), look.language);
    let text = look.text(TextRole::Label, look.colors().muted, words);
    ui.add(egui::Label::new(text).selectable(false).truncate());
}

/// A language in its own words, as short as it stays clear.
fn short_name(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::Ja => "日本語",
        Language::ZhHans => "简体",
        Language::ZhHant => "繁體",
        Language::Ko => "한국어",
    }
}

/// A language of a text in its own words; the tag of one that is none of the five.
fn own_name(tag: &str) -> String {
    let name = Language::from_tag(tag).map(short_name);
    name.unwrap_or(tag).to_owned()
}

/// A language of a text in the reader's words.
pub(super) fn language_name(tag: &str, reader: Language) -> String {
    Language::from_tag(tag)
        .map_or(tag, |language| language.name(reader))
        .to_owned()
}
