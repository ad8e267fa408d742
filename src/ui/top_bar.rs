//! The bar at the top: whose record this is, the find field, and the few buttons that are always
//! at hand.
//!
//! What does not fit goes: first the record's span, then the title's end, then buttons that the
//! menu holds as well. Nothing ever lies over something else.

use egui::{Align, Label, Layout, Rect, Response, Role, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::find_field::FindField;
use super::look::Look;
use super::menu::parts;
use super::phrases::{self, Phrase};
use super::{keys, menu};
use crate::app::catalogue::{self, Menu};
use crate::app::{Command, State};
use crate::date::Instant;
use crate::scene::cut;
use crate::theme::{TextRole, symbol};

/// The find field's width where there is room, before the theme's scale.
const FIND_WIDTH: f32 = 350.0;
/// Below this width the find field cannot be used, before the theme's scale.
const FIND_LEAST_WIDTH: f32 = 140.0;
/// The title gives way until the find field has this width, before the theme's scale.
const FIND_GOOD_WIDTH: f32 = 220.0;
/// A title cut below this width says nothing, before the theme's scale.
const TITLE_LEAST_WIDTH: f32 = 72.0;

/// One button of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    /// The groupings, with the present one named.
    LanesNamed,
    /// The groupings.
    Lanes,
    Fit,
    Back,
    Forward,
    Theme,
    Menu,
}

/// The buttons, left to right, from the fullest bar to the least.
const BARS: [&[Item]; 5] = [
    &[
        Item::LanesNamed,
        Item::Fit,
        Item::Back,
        Item::Forward,
        Item::Theme,
        Item::Menu,
    ],
    &[
        Item::Lanes,
        Item::Fit,
        Item::Back,
        Item::Forward,
        Item::Theme,
        Item::Menu,
    ],
    &[
        Item::Lanes,
        Item::Fit,
        Item::Back,
        Item::Forward,
        Item::Menu,
    ],
    &[Item::Back, Item::Forward, Item::Menu],
    &[Item::Menu],
];

/// Shows the bar in all the room of `ui`.
pub fn show(
    ui: &mut Ui,
    state: &State,
    look: &Look,
    find: &mut FindField,
    send: &mut Vec<Command>,
) {
    let room = ui.max_rect();
    let scale = look.sizes().grid / 4.0;
    let gap = look.grid(4.0);
    let logo_width = width_of(ui, look, TextRole::Logo, symbol::LOGO);
    let reserved = logo_width + gap * 2.0 + FIND_LEAST_WIDTH * scale;
    let bar = choose_bar(room.width() - reserved, look.grid(2.0), |item| {
        button_width(ui, look, state, item)
    });

    let between = ui.spacing().item_spacing.x;
    let widths = bar.iter().map(|&item| button_width(ui, look, state, item));
    let buttons_width = widths.sum::<f32>() + between * (bar.len() - 1) as f32;
    let buttons_left = (room.right() - buttons_width).max(room.left() + logo_width);

    let title_end = buttons_left - gap * 2.0 - FIND_GOOD_WIDTH * scale;
    let left = Rect::from_min_max(
        room.min,
        pos2(title_end.max(room.left() + logo_width), room.bottom()),
    );
    let used = title(ui, look, state, left, scale);

    let (from, to) = (used + gap, buttons_left - gap);
    let width = (FIND_WIDTH * scale).min(to - from);
    if width > 0.0 {
        let x = (room.center().x - width / 2.0).clamp(from, (to - width).max(from));
        let height = look.sizes().control_height;
        let field =
            Rect::from_min_size(pos2(x, room.center().y - height / 2.0), vec2(width, height));
        find.show(ui, field, state, look, send);
    }

    // From left to right, as Tab goes.
    let right = Rect::from_min_max(pos2(buttons_left, room.top()), room.max);
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(right).layout(layout), |ui| {
        for &item in bar {
            button(ui, look, state, item, send);
        }
    });
}

/// The fullest bar that is no wider than `room`.
fn choose_bar(room: f32, gap: f32, width: impl Fn(Item) -> f32) -> &'static [Item] {
    let wide = |bar: &[Item]| bar.iter().map(|&item| width(item) + gap).sum::<f32>();
    BARS.into_iter()
        .find(|bar| wide(bar) <= room)
        .unwrap_or(BARS[BARS.len() - 1])
}

fn width_of(ui: &Ui, look: &Look, role: TextRole, text: &str) -> f32 {
    look.galley(
        ui,
        role,
        look.colors().ink,
        look.language.tag(),
        text,
        f32::INFINITY,
    )
    .size()
    .x
}

fn words(state: &State, item: Item) -> String {
    match item {
        Item::LanesNamed | Item::Theme => format!("{} {}", name(state, item), symbol::CHOOSE),
        Item::Lanes => format!(
            "{} {}",
            Phrase::Lanes.words(state.language()),
            symbol::CHOOSE
        ),
        Item::Back => "‹".to_owned(),
        Item::Forward => "›".to_owned(),
        Item::Fit | Item::Menu => name(state, item),
    }
}

/// The name for a screen reader, without the signs.
fn name(state: &State, item: Item) -> String {
    let language = state.language();
    let name = match item {
        Item::LanesNamed | Item::Lanes => {
            return phrases::lanes_by(state.settings.grouping, language);
        }
        Item::Fit => Phrase::Fit.words(language),
        Item::Back => catalogue::words(&Command::Back, language),
        Item::Forward => catalogue::words(&Command::Forward, language),
        Item::Theme => Phrase::Theme.words(language),
        Item::Menu => Menu::BUTTON.get(language),
    };
    name.to_owned()
}

fn button_width(ui: &Ui, look: &Look, state: &State, item: Item) -> f32 {
    // The line around it lies in its padding.
    let padding = ui.spacing().button_padding.x * 2.0;
    width_of(ui, look, TextRole::Control, &words(state, item)) + padding
}

fn button(ui: &mut Ui, look: &Look, state: &State, item: Item, send: &mut Vec<Command>) {
    let command = match item {
        Item::Fit => Some(Command::FitAll),
        Item::Back => Some(Command::Back),
        Item::Forward => Some(Command::Forward),
        Item::LanesNamed | Item::Lanes | Item::Theme | Item::Menu => None,
    };
    let enabled = command
        .as_ref()
        .is_none_or(|command| menu::can(state, command));
    let words = words(state, item);
    let response = ui
        .add_enabled_ui(enabled, |ui| look.button(ui, &words, false))
        .inner;
    let name = name(state, item);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
    if let Some(command) = command {
        if response.clicked() {
            send.push(command.clone());
        }
        tip(look, response, &command);
        return;
    }
    match item {
        Item::Theme => menu::under(&response, look, true, |ui| {
            theme_menu(ui, look, state, send);
        }),
        Item::Menu => menu::under(&response, look, false, |ui| {
            parts::whole(ui, look, state, send);
        }),
        _ => menu::under(&response, look, false, |ui| {
            parts::lanes(ui, look, state, send);
        }),
    }
}

/// What a button does and its key, as a tooltip.
fn tip(look: &Look, response: Response, command: &Command) {
    let Some(entry) = catalogue::entry(command) else {
        return;
    };
    response.on_hover_ui(|ui| {
        let keys = keys::words_for(command, menu::is_mac(ui)).unwrap_or_default();
        ui.horizontal(|ui| {
            ui.label(look.text(
                TextRole::Meta,
                look.colors().ink,
                entry.tip.get(look.language),
            ));
            ui.label(look.text(TextRole::Label, look.colors().muted, keys));
        });
    });
}

/// How it looks and in whose words; closes when either is chosen.
fn theme_menu(ui: &mut Ui, look: &Look, state: &State, send: &mut Vec<Command>) {
    let theme = parts::themes(ui, look, state, send);
    menu::line(ui, look);
    menu::heading(ui, look, Phrase::Language.words(look.language));
    let language = parts::languages(ui, look, state, send);
    if theme || language {
        ui.close();
    }
}

/// The logo, the record's title and its span, or that changes are not saved; returns where they end.
fn title(ui: &mut Ui, look: &Look, state: &State, room: Rect, scale: f32) -> f32 {
    let colors = look.colors();
    let (lang, words) = title_words(state);
    let span = span_words(state, &words);
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = look.grid(2.0);
        let logo = look.text_in(TextRole::Logo, colors.accent, "ja", symbol::LOGO);
        ui.add(Label::new(logo).selectable(false).extend());
        if ui.available_width() < TITLE_LEAST_WIDTH * scale {
            return ui.min_rect().right();
        }
        let rich = look.text_in(TextRole::RecordTitle, colors.ink, &lang, words.as_str());
        let title = Label::new(rich).selectable(false).truncate();
        if state.editing.waits_for_reader(state.settings.autosave) {
            let words = Phrase::NotSaved.words(look.language);
            let sign = width_of(ui, look, TextRole::Meta, words) + look.grid(2.0);
            ui.scope(|ui| {
                ui.set_max_width((ui.available_width() - sign).max(0.0));
                ui.add(title);
            });
            let sign = look.text(TextRole::Meta, colors.warning, words);
            ui.add(Label::new(sign).selectable(false).truncate());
            return ui.min_rect().right();
        }
        ui.add(title);
        let spare = ui.available_width() - (FIND_WIDTH - FIND_GOOD_WIDTH) * scale;
        if !span.is_empty() && width_of(ui, look, TextRole::Meta, &span) <= spare {
            let span = look.text(TextRole::Meta, colors.muted, span);
            ui.add(Label::new(span).selectable(false).extend());
        }
        ui.min_rect().right()
    })
    .inner
}

/// The record's title for this reader, with the language it is in; a nameless record has its file's.
fn title_words(state: &State) -> (String, String) {
    let timeline = &state.document.timeline;
    match timeline.title_text().pick_entry(state.language()) {
        Some((tag, words)) if !words.trim().is_empty() => {
            (tag.as_str().to_owned(), cut(words).into_owned())
        }
        _ => ("en".to_owned(), state.document.origin.name()),
    }
}

/// "1945 – 2024"; empty where the title says both years, and for a record without events.
fn span_words(state: &State, title: &str) -> String {
    if state.document.timeline.is_empty() {
        return String::new();
    }
    let (start, end) = state.whole();
    let year = |second: f64| {
        state
            .zone()
            .to_civil(Instant(second as i64))
            .date
            .year
            .to_string()
    };
    let (first, last) = (year(start), year(end - 1.0));
    if title.contains(&first) && title.contains(&last) {
        String::new()
    } else if first == last {
        first
    } else {
        format!("{first} – {last}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fullest_bar_that_fits_is_shown() {
        let width = |item: Item| {
            if item == Item::LanesNamed {
                120.0
            } else {
                60.0
            }
        };
        assert_eq!(choose_bar(1000.0, 8.0, width), BARS[0]);
        assert_eq!(choose_bar(420.0, 8.0, width), BARS[1]);
        assert_eq!(choose_bar(350.0, 8.0, width), BARS[2]);
        assert_eq!(choose_bar(10.0, 8.0, width), [Item::Menu]);
    }

    #[test]
    fn every_bar_keeps_the_menu_which_holds_all_the_rest() {
        for bar in BARS {
            assert_eq!(bar.last(), Some(&Item::Menu));
        }
    }
}
