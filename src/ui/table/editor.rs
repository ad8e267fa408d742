//! The field of a cell that is being changed, and below it what was understood, what is offered, or
//! why it cannot be saved.

use std::rc::Rc;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    EventFilter, FocusDirection, Frame, Id, Key, Margin, Modifiers, Popup, PopupCloseBehavior,
    Rect, Response, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, vec2,
};

use super::phrases::Phrase;
use crate::app::form::offers::Offer;
use crate::app::table::{Asked, Cell, Column, Manner, Step};
use crate::app::{Command, State};
use crate::record::EventIx;
use crate::theme::{Rgb, TextRole, symbol};
use crate::ui::MOST_TYPED;
use crate::ui::canvas::canvas_id;
use crate::ui::event_form::understood;
use crate::ui::find_field::input_method::InputMethod;
use crate::ui::fonts::{self, color32};
use crate::ui::look::Look;
use crate::ui::menu;

/// The least width of the field, in steps of the grid.
const LEAST_WIDTH: f32 = 44.0;
/// Width of what stands below it.
const BELOW_WIDTH: f32 = 70.0;
/// Offers shown at once; the arrows lead to more.
const MOST_ROWS: usize = 9;

/// What the field keeps between frames.
#[derive(Default)]
pub(super) struct Editor {
    of: Option<(EventIx, Column)>,
    input_method: InputMethod,
    /// What stands there while an input method composes.
    composed: Option<String>,
    /// The offer that Enter takes.
    row: Option<usize>,
    had_focus: bool,
    /// What is offered, and for what: looking through a large record is for changes, not for frames.
    offered: Option<(Wanted, Rc<[Offer<String>]>)>,
}

/// What is offered for: the text of a cell, whether rows are shown at all, and what they are of.
type Wanted = (String, bool, (u64, usize));

/// What a key asks of the field.
enum Pressed {
    Commit(Step),
    Cancel,
    Row(bool),
}

impl Editor {
    /// Shows the field over its cell, `at`, while a cell is open.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        at: Option<Rect>,
        body: Rect,
        state: &State,
        look: &Look,
        send: &mut Vec<Command>,
    ) {
        let Some(cell) = state.table.cell() else {
            *self = Self::default();
            return;
        };
        let of = (cell.event(), cell.column());
        let is_new = self.of != Some(of);
        if is_new {
            *self = Self {
                of: Some(of),
                ..Self::default()
            };
        }
        let id = Id::unique(("table field", of.0.0, of.1.at()));
        let offers = self.offers(cell, state, look);
        let new_name = cell.new_name().map(str::to_owned);
        let rows = offers.len() + usize::from(new_name.is_some());
        if is_new || self.row.is_none() && cell.column() != Column::Place {
            self.row = first_row(cell, &offers);
        }
        self.row = self.row.filter(|_| rows > 0).map(|row| row.min(rows - 1));

        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let ime_works = self.input_method.follow(ui, has_focus);
        let pressed = if has_focus && !ime_works {
            pressed(ui, rows > 0)
        } else {
            None
        };
        let place = field_rect(at, body, look);
        let (typed, response) = self.field_ui(ui, place, id, cell, look);
        if is_new {
            response.request_focus();
            put_cursor(ui, id, cell);
        } else if ui.memory(|memory| memory.has_focus(canvas_id())) {
            response.request_focus();
        }
        if let Some(typed) = typed {
            // What fits best stands first.
            self.row = (cell.column() != Column::Place).then_some(0);
            send.push(Command::Table(Asked::Type(typed)));
        }
        // A window that another one covers has not left its field.
        let has_focus = ui.memory(|memory| memory.has_focus(response.id));
        match pressed {
            Some(Pressed::Cancel) => send.push(Command::Table(Asked::Cancel)),
            Some(Pressed::Row(down)) => self.row = Some(moved(self.row, rows, down)),
            Some(Pressed::Commit(step)) => self.commit(cell, step, rows > 0, send),
            None if self.had_focus && !has_focus && !ui.input(|input| input.pointer.any_down()) => {
                send.push(Command::Table(Asked::Commit(Step::Stay)));
            }
            None => {}
        }
        self.had_focus = has_focus;
        if !self.input_method.is_composing() {
            self.below_ui(&response, cell, &offers, new_name.as_deref(), look, send);
        }
    }

    fn offers(&mut self, cell: &Cell, state: &State, look: &Look) -> Rc<[Offer<String>]> {
        let known = state.forms.known();
        let of = (state.index.revision(), known.count());
        let wanted = (cell.text().to_owned(), cell.shows_offers(), of);
        if let Some((of, offers)) = &self.offered
            && *of == wanted
        {
            return Rc::clone(offers);
        }
        let timeline = &state.document.timeline;
        let offers: Rc<[_]> = cell.offers(timeline, known, look.language).into();
        self.offered = Some((wanted, Rc::clone(&offers)));
        offers
    }

    /// Takes the offer at hand, if there is one; of a list another name may follow.
    fn commit(&mut self, cell: &Cell, step: Step, has_rows: bool, send: &mut Vec<Command>) {
        let takes = self.row.filter(|_| has_rows);
        if let Some(row) = takes {
            send.push(Command::Table(Asked::Take(row)));
            self.row = None;
        }
        let goes_on = takes.is_some() && cell.column().manner() == Manner::Listed;
        if !goes_on || matches!(step, Step::Next | Step::Previous) {
            send.push(Command::Table(Asked::Commit(step)));
        }
    }

    fn field_ui(
        &mut self,
        ui: &mut Ui,
        place: Rect,
        id: Id,
        cell: &Cell,
        look: &Look,
    ) -> (Option<String>, Response) {
        let (colors, sizes) = (look.colors(), look.sizes());
        ui.painter()
            .rect_filled(place, sizes.corner_small, color32(colors.paper));
        let is_wrong = cell.refusal().is_some() && (cell.was_tried() || !cell.is_untouched());
        let edge = if is_wrong {
            colors.error
        } else {
            colors.accent
        };
        let stroke = Stroke::new(sizes.focus_ring, color32(edge));
        ui.painter()
            .rect_stroke(place, sizes.corner_small, stroke, StrokeKind::Inside);
        let mut text = self
            .composed
            .take()
            .unwrap_or_else(|| cell.text().to_owned());
        let tag = look.language.tag();
        let role = TextRole::Canvas;
        let font = egui::FontId::new(
            look.theme.text.style(role).size_points,
            fonts::family_for_text(ui.ctx(), tag, role, &text),
        );
        let hint = match cell.column() {
            Column::Date => Phrase::DateHint.words(look.language),
            _ => "",
        };
        let inner = place.shrink2(vec2(look.grid(2.5), 0.0));
        let builder = UiBuilder::new()
            .max_rect(inner)
            .layout(egui::Layout::left_to_right(egui::Align::Center));
        let mut child = ui.new_child(builder);
        child.set_clip_rect(place.intersect(ui.clip_rect()));
        child.spacing_mut().interact_size.y = 0.0;
        let edit = TextEdit::singleline(&mut text)
            .id(id)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .font(font)
            .text_color(color32(colors.ink))
            .hint_text(look.text(role, colors.muted, hint))
            .desired_width(inner.width())
            .char_limit(MOST_TYPED.max(cell.text().chars().count()))
            .return_key(None)
            .event_filter(EventFilter {
                tab: true,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            });
        let response = child.add(edit);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label(cell.column().words(look.language));
            if is_wrong {
                node.set_invalid(egui::accesskit::Invalid::True);
            }
        });
        if self.input_method.is_composing() && ui.memory(|memory| memory.has_focus(response.id)) {
            self.composed = Some(text);
            return (None, response);
        }
        ((text != cell.text()).then_some(text), response)
    }

    fn below_ui(
        &self,
        field: &Response,
        cell: &Cell,
        offers: &[Offer<String>],
        new_name: Option<&str>,
        look: &Look,
        send: &mut Vec<Command>,
    ) {
        let colors = look.colors();
        Popup::from_response(field)
            .id(field.id.with("below"))
            .open(true)
            .gap(look.grid(2.5))
            .width(look.grid(BELOW_WIDTH))
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_max_width(look.grid(BELOW_WIDTH));
                let refusal = cell
                    .refusal()
                    .filter(|_| cell.was_tried() || !cell.is_untouched())
                    // As long as something begins so, the word is not done.
                    .filter(|_| offers.is_empty());
                if let Some(refusal) = refusal {
                    sentence(
                        ui,
                        look,
                        colors.error,
                        &format!("{} {}", symbol::BAD, refusal.words(look.language)),
                    );
                } else if let Some(date) = cell.date().filter(|_| cell.column() == Column::Date) {
                    let words = understood(date, look.language);
                    sentence(
                        ui,
                        look,
                        colors.ink,
                        &format!("{} {words}  {date}", symbol::GOOD),
                    );
                }
                let adds =
                    new_name.map(|name| format!("{} “{name}”", Phrase::Add.words(look.language)));
                let offered = offers.iter().map(|offer| (&*offer.words, &*offer.about));
                let all: Vec<(&str, &str)> = offered
                    .chain(adds.iter().map(|adds| (&**adds, "")))
                    .collect();
                let row = self.row.unwrap_or_default();
                let first = (row + 1).saturating_sub(MOST_ROWS);
                for (at, (words, about)) in all.iter().enumerate().skip(first).take(MOST_ROWS) {
                    let words = crate::scene::cut(*words);
                    let row = menu::Row {
                        words: &words,
                        lang: look.language.tag(),
                        keys: (!about.is_empty()).then(|| (*about).to_owned()),
                        chosen: (self.row == Some(at)).then_some(true),
                        enabled: true,
                    };
                    if menu::row(ui, look, &row).clicked() {
                        send.push(Command::Table(Asked::Take(at)));
                        if cell.column().manner() != Manner::Listed {
                            send.push(Command::Table(Asked::Commit(Step::Stay)));
                        }
                        ui.memory_mut(|memory| memory.request_focus(field.id));
                    }
                }
                sentence(
                    ui,
                    look,
                    colors.muted,
                    Phrase::KeysHint.words(look.language),
                );
            });
    }
}

/// The offer that is at hand when a cell is opened: what it holds now.
fn first_row(cell: &Cell, offers: &[Offer<String>]) -> Option<usize> {
    match cell.column().manner() {
        Manner::Chosen => offers
            .iter()
            .position(|offer| offer.value == cell.text())
            .or(Some(0)),
        Manner::Listed => Some(0),
        Manner::Typed | Manner::InForm => None,
    }
}

fn moved(row: Option<usize>, rows: usize, down: bool) -> usize {
    match (row, down) {
        (None, _) => 0,
        (Some(row), true) => (row + 1).min(rows.saturating_sub(1)),
        (Some(row), false) => row.saturating_sub(1),
    }
}

/// The keys of the field that are not the text's.
fn pressed(ui: &Ui, has_rows: bool) -> Option<Pressed> {
    let all = [
        (Modifiers::NONE, Key::Enter, Pressed::Commit(Step::Down(1))),
        (Modifiers::SHIFT, Key::Enter, Pressed::Commit(Step::Up(1))),
        (Modifiers::NONE, Key::Tab, Pressed::Commit(Step::Next)),
        (Modifiers::SHIFT, Key::Tab, Pressed::Commit(Step::Previous)),
        (Modifiers::NONE, Key::Escape, Pressed::Cancel),
        (Modifiers::NONE, Key::ArrowDown, Pressed::Row(true)),
        (Modifiers::NONE, Key::ArrowUp, Pressed::Row(false)),
    ];
    let found = all.into_iter().find(|(held, key, what)| {
        let wanted = has_rows || !matches!(what, Pressed::Row(_));
        wanted
            && ui.input_mut(|input| {
                let exact = input.modifiers.shift == held.shift;
                exact && input.consume_key(*held, *key)
            })
    });
    if found.is_some() {
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    found.map(|(_, _, what)| what)
}

/// Where the field stands: over its cell, as wide as one needs to type, and inside of the table.
fn field_rect(at: Option<Rect>, body: Rect, look: &Look) -> Rect {
    let height = look.grid(super::ROW);
    let at = at.unwrap_or(Rect::from_min_size(body.min, vec2(0.0, height)));
    let width = at.width().max(look.grid(LEAST_WIDTH)).min(body.width());
    let left = at.left().min(body.right() - width).max(body.left());
    let top = at.top().min(body.bottom() - height).max(body.top());
    Rect::from_min_size(egui::pos2(left, top), vec2(width, height))
}

/// A list goes on at its end; anything else is written anew, or put right.
fn put_cursor(ui: &Ui, id: Id, cell: &Cell) {
    let end = CCursor::new(cell.text().chars().count());
    // What was there is replaced by the first letter; what was typed already goes on.
    let start = if cell.column().manner() == Manner::Listed || !cell.is_untouched() {
        end
    } else {
        CCursor::new(0)
    };
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state
        .cursor
        .set_char_range(Some(CCursorRange::two(start, end)));
    state.store(ui.ctx(), id);
}

fn sentence(ui: &mut Ui, look: &Look, color: Rgb, words: &str) {
    let frame = Frame::new().inner_margin(Margin::symmetric(
        look.grid(2.0) as i8,
        look.grid(1.0) as i8,
    ));
    frame.show(ui, |ui| {
        let label = ui.add(
            egui::Label::new(look.text(TextRole::Meta, color, words))
                .selectable(false)
                .wrap(),
        );
        ui.ctx().accesskit_node_builder(label.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    });
}
