//! The find field: what is typed, the keys that walk through what was found, and the list under it.
//!
//! Text that an input method is still composing stands in the field already, so it is searched
//! only when it is committed, and no key is taken meanwhile.

pub mod input_method;
mod phrases;
mod results;
mod row;
mod snippet;
mod typed_date;

use std::sync::Arc;

use egui::accesskit::Live;
use egui::text::{CCursor, CCursorRange};
use egui::{
    Context, CornerRadius, EventFilter, FontId, Frame, Galley, Id, Key, Modifiers, Pos2, Rect,
    Response, Role, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::look::Look;
use super::{fonts, keys, menu};
use crate::app::State;
use crate::app::command::Command;
use crate::date::Language;
use crate::theme::{TextRole, symbol};
use fonts::color32;
use input_method::InputMethod;
use phrases::Phrase;
use results::Results;
use typed_date::{Place, TypedDate};

/// The find field with the list of what was found.
#[derive(Default)]
pub struct FindField {
    /// What stands in the field, an unfinished composition included.
    text: String,
    /// What the state was last seen to look for.
    seen: String,
    input_method: InputMethod,
    open: bool,
    had_focus: bool,
    /// Whether Enter has gone to the date that the text is; the next one goes to an event.
    gone_to_date: bool,
    date: TypedDate,
    results: Results,
}

/// The field's id, to give it the focus.
pub fn field_id() -> Id {
    Id::unique("nenpyo find field")
}

impl FindField {
    /// Puts the cursor into the field and selects what stands there.
    pub fn focus(&mut self, ctx: &Context) {
        ctx.memory_mut(|memory| memory.request_focus(field_id()));
        let mut edit = TextEdit::load_state(ctx, field_id()).unwrap_or_default();
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(self.text.chars().count()));
        edit.cursor.set_char_range(Some(all));
        TextEdit::store_state(ctx, field_id(), edit);
        self.open = true;
    }

    /// Shows the field in `rect`, and the list under it while there is something to list.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        state: &State,
        look: &Look,
        send: &mut Vec<Command>,
    ) {
        if state.find.text() != self.seen {
            // Something else emptied or filled the search.
            state.find.text().clone_into(&mut self.seen);
            self.text.clone_from(&self.seen);
        }
        self.date.read(&self.text, look.language);
        let focused = ui.ctx().memory(|memory| memory.has_focus(field_id()));
        let ime = self.input_method.follow(ui, focused);
        if focused && !ime {
            self.take_keys(ui, state, send);
        }
        let response = self.field(ui, rect, state, look, send);
        if !self.input_method.is_composing() && self.text != self.seen {
            self.seen.clone_from(&self.text);
            self.open = true;
            self.gone_to_date = false;
            send.push(Command::FindText(self.text.clone()));
        }
        self.list(ui, &response, rect, state, look, send);
    }

    fn take_keys(&mut self, ui: &Ui, state: &State, send: &mut Vec<Command>) {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let has_text = !self.text.is_empty();
        // With Shift first: a key without modifiers is also found with Shift held.
        let enter_back = pressed(Modifiers::SHIFT, Key::Enter);
        let enter = pressed(Modifiers::NONE, Key::Enter);
        let up = pressed(Modifiers::NONE, Key::ArrowUp);
        let down = pressed(Modifiers::NONE, Key::ArrowDown);
        let is_first = !self.gone_to_date && state.find.current().is_none();
        if has_text && enter && is_first && self.date_place(state) == Some(Place::First) {
            self.gone_to_date = true;
            send.push(Command::GoTo(self.text.trim().to_owned()));
        } else if has_text && (enter_back || up) {
            send.push(Command::FindPrevious);
        } else if has_text && (enter || down) {
            send.push(Command::FindNext);
        }
        if enter || enter_back {
            // It lies over the title of the event flown to.
            self.open = false;
        } else if up || down {
            self.open = true;
        }
        if pressed(Modifiers::NONE, Key::Escape) {
            if has_text || !state.find.text().is_empty() {
                send.push(Command::ClearFind);
            }
            self.open = false;
            ui.memory_mut(|memory| memory.surrender_focus(field_id()));
        }
    }

    /// The rounded field with its hint, its count and the button that empties it.
    fn field(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        state: &State,
        look: &Look,
        send: &mut Vec<Command>,
    ) -> Response {
        let (colors, pad) = (look.colors(), look.grid(3.0));
        let rounding = CornerRadius::same((rect.height() / 2.0) as u8);
        let focused = ui.ctx().memory(|memory| memory.has_focus(field_id()));
        let edge = if focused {
            Stroke::new(look.sizes().focus_ring, color32(colors.accent))
        } else {
            Stroke::NONE
        };
        ui.painter().rect(
            rect,
            rounding,
            color32(colors.faint),
            edge,
            StrokeKind::Outside,
        );

        let mut right = rect.right() - pad;
        if self.text.is_empty() {
            let words = keys::words_for(&Command::Find, menu::is_mac(ui)).unwrap_or_default();
            let words = look.galley(
                ui,
                TextRole::Label,
                colors.muted,
                "en",
                &words,
                f32::INFINITY,
            );
            if words.size().x < rect.width() * 0.3 {
                right -= words.size().x;
                let y = rect.center().y - words.size().y / 2.0;
                ui.painter()
                    .galley(pos2(right, y), words, color32(colors.muted));
                right -= look.grid(2.0);
            }
        } else {
            right = empty_place(rect).left();
            let tag = look.language.tag();
            let count = count_words(state, look.language).map(|words| {
                let role = TextRole::Label;
                look.galley(ui, role, colors.muted, tag, &words, f32::INFINITY)
            });
            // What is typed keeps more than half of the field.
            let fits = |words: &Arc<Galley>| words.size().x < rect.width() * 0.45;
            let [long, short] = count;
            let words = if fits(&long) { long } else { short };
            right -= words.size().x;
            let y = rect.center().y - words.size().y / 2.0;
            count_ui(ui, pos2(right, y), words, look);
            right -= look.grid(2.0);
        }
        let inner = Rect::from_min_max(
            pos2(rect.left() + pad, rect.top()),
            pos2(right, rect.bottom()),
        );
        let can_empty = !self.text.is_empty();
        let response = self.edit(ui, inner, look);
        if can_empty {
            self.empty_button(ui, empty_place(rect), look, send);
        }
        response
    }

    fn empty_button(&mut self, ui: &mut Ui, place: Rect, look: &Look, send: &mut Vec<Command>) {
        let colors = look.colors();
        let response = ui.interact(place, field_id().with("empty"), egui::Sense::click());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, Phrase::Empty.words(look.language))
        });
        let ink = if response.hovered() {
            colors.ink
        } else {
            colors.muted
        };
        let sign = look.galley(
            ui,
            TextRole::Control,
            ink,
            "en",
            symbol::CLOSE,
            f32::INFINITY,
        );
        ui.painter()
            .galley(place.center() - sign.size() / 2.0, sign, color32(ink));
        look.focus_ring(ui, &response);
        if response.clicked() {
            self.open = false;
            send.push(Command::ClearFind);
        }
    }

    fn edit(&mut self, ui: &mut Ui, inner: Rect, look: &Look) -> Response {
        let colors = look.colors();
        let tag = look.language.tag();
        let hints = Phrase::HINTS.map(|hint| hint.words(look.language));
        let fits = |hint: &&str| {
            let galley = look.galley(ui, TextRole::Meta, colors.muted, tag, hint, f32::INFINITY);
            galley.size().x <= inner.width()
        };
        let hint = hints.into_iter().find(fits).unwrap_or(hints[2]);
        let style = look.theme.text.style(TextRole::Meta);
        let font = FontId::new(
            style.size_points,
            fonts::family_for(look.language.tag(), TextRole::Meta),
        );
        let line = ui.fonts_mut(|fonts| fonts.row_height(&font));
        let top = inner.center().y - line / 2.0;
        let place =
            Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width().max(0.0), line));
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        let response = ui
            .scope_builder(UiBuilder::new().max_rect(place), |ui| {
                ui.visuals_mut().weak_text_color = Some(color32(colors.muted));
                ui.spacing_mut().interact_size.y = line;
                let edit = TextEdit::singleline(&mut self.text)
                    .id(field_id())
                    .frame(Frame::NONE)
                    .font(font)
                    .text_color(color32(colors.ink))
                    .hint_text(look.text(TextRole::Meta, colors.muted, hint))
                    .desired_width(place.width())
                    .return_key(None)
                    .char_limit(super::MOST_TYPED)
                    .event_filter(filter);
                ui.add(edit)
            })
            .inner;
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label(Phrase::Find.words(look.language));
        });
        response
    }

    /// Where the date that the text is stands among what was found.
    fn date_place(&self, state: &State) -> Option<Place> {
        self.date.place(state.index.span_s(), &state.find)
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        field: &Response,
        rect: Rect,
        state: &State,
        look: &Look,
        send: &mut Vec<Command>,
    ) {
        let focused = ui.ctx().memory(egui::Memory::focused);
        let in_field = focused == Some(field_id());
        if in_field && (!self.had_focus || field.clicked()) {
            self.open = true;
        }
        self.had_focus = in_field;
        let elsewhere = focused.is_some_and(|id| id != field_id() && !self.results.holds(id));
        if elsewhere || state.dialog.is_some() {
            self.open = false;
        }
        if !self.open || self.text.trim().is_empty() || self.input_method.is_composing() {
            return;
        }
        self.date.read(&self.text, look.language);
        let date = self.date_place(state).zip(self.date.words());
        let chosen = self.results.show(ui, field, rect, date, state, look);
        if let Some(event) = chosen.event {
            send.push(Command::Reveal(event));
        }
        if chosen.date {
            send.push(Command::GoTo(self.text.trim().to_owned()));
        }
        if chosen.event.is_some() || chosen.date || (chosen.clicked_elsewhere && !field.clicked()) {
            self.open = false;
        }
    }
}

/// Where the button stands that empties a field.
fn empty_place(field: Rect) -> Rect {
    field.with_min_x(field.right() - field.height())
}

/// The count, with a node that says it when it changes.
fn count_ui(ui: &Ui, at: Pos2, words: Arc<Galley>, look: &Look) {
    let place = Rect::from_min_size(at, words.size());
    let response = ui.interact(place, field_id().with("count"), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words.text()));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    ui.painter().galley(at, words, color32(look.colors().muted));
}

/// "3 of 12", "12 found", "None found", "12… 40 %" while the search runs; and the same in short.
fn count_words(state: &State, language: Language) -> [String; 2] {
    let (count, find) = (state.find.count(), &state.find);
    if find.is_running() {
        let percent = find.fraction(&state.document.timeline) * 100.0;
        let percent = format!("{percent:.0} %");
        return [format!("{count}{} {percent}", symbol::MORE), percent];
    }
    match (find.current(), count) {
        (_, 0) => [Phrase::NoneFound.words(language).to_owned(), 0.to_string()],
        (Some(at), _) => [
            phrases::place_among(at + 1, count, language),
            (at + 1).to_string(),
        ],
        (None, _) => [phrases::found(count, language), count.to_string()],
    }
}

#[cfg(test)]
mod tests;
