//! A field with a list of what the record has: typing narrows it, arrows and Enter take a row.

use egui::{
    Event, Key, Modifiers, Popup, PopupCloseBehavior, Response, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::desk::Desk;
use super::field::{Field, bare_ui, edge_ui, ground};
use super::typing::Pick;
use crate::app::form::offers::Offer;
use crate::theme::TextRole;
use crate::ui::fonts::color32;
use crate::ui::look::Look;

/// What was taken.
pub(super) enum Picked<T> {
    /// A row of the list.
    Offer(T),
    /// What was typed, as something new.
    Typed(String),
}

/// What may be made of words that the record does not have.
#[derive(Clone, Copy)]
pub(super) enum Unknown<'w> {
    /// Nothing: one of the list is to be taken.
    No,
    /// They are taken by a row with these words before them, and when the field is left with its
    /// list open; what is pasted whole is taken at once.
    Pasted(&'w str),
    /// They are taken so, and when the field is left.
    Taken(&'w str),
}

/// A framed field with its list.
pub(super) fn pick_ui<T: Clone + 'static>(
    ui: &mut Ui,
    desk: &mut Desk,
    field: Field,
    unknown: Unknown,
    offers: impl Fn(&str) -> Vec<Offer<T>>,
) -> (Option<Picked<T>>, Response) {
    let look = desk.look;
    let shown = ground(&look, field.right_points).show(ui, |ui| {
        ui.set_width(ui.available_width());
        bare_pick_ui(ui, desk, field, unknown, offers)
    });
    let (picked, response) = shown.inner;
    edge_ui(
        ui,
        &look,
        shown.response.rect,
        response.has_focus(),
        field.is_wrong,
    );
    (picked, response)
}

/// The same on a ground that is there.
pub(super) fn bare_pick_ui<T: Clone + 'static>(
    ui: &mut Ui,
    desk: &mut Desk,
    field: Field,
    unknown: Unknown,
    offers: impl Fn(&str) -> Vec<Offer<T>>,
) -> (Option<Picked<T>>, Response) {
    let before = desk.typing.pick(field.id);
    let mut pick = before.clone();
    let had_focus = ui.memory(|memory| memory.has_focus(field.id));
    let keys = had_focus && !desk.typing.ime_works;
    let pressed = |key| keys && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (up, down, enter) = if pick.is_open {
        (
            pressed(Key::ArrowUp),
            pressed(Key::ArrowDown),
            pressed(Key::Enter),
        )
    } else {
        (false, false, false)
    };
    if keys
        && matches!(unknown, Unknown::Pasted(_))
        && let Some(lines) = pasted_whole(ui, pick.text.is_empty())
    {
        desk.typing.set_pick(field.id, Pick::default());
        let (_, response) = bare_ui(ui, desk, field, "");
        return (Some(Picked::Typed(lines)), response);
    }
    let closes = pick.is_open && pressed(Key::Escape);
    let field = Field {
        keeps_escape: pick.is_open,
        ..field
    };
    pick.is_open &= !closes;
    let (typed, response) = bare_ui(ui, desk, field, &pick.text);
    if let Some(typed) = typed {
        pick.is_open = !typed.trim().is_empty();
        pick.row = 0;
        pick.text = typed;
    }
    let mut picked = None;
    if pick.is_open && !desk.typing.is_composing() {
        let key = (field.id, pick.text.clone(), desk.read());
        let mut offers = desk.typing.offered(key, || offers(&pick.text));
        let text = pick.text.trim().to_owned();
        let adds = match unknown {
            Unknown::Taken(words) | Unknown::Pasted(words) => Some(format!("{words} “{text}”")),
            Unknown::No => None,
        };
        let rows = offers.len() + usize::from(adds.is_some());
        if down {
            pick.row = (pick.row + 1).min(rows.saturating_sub(1));
        }
        if up {
            pick.row = pick.row.saturating_sub(1);
        }
        let clicked = list_ui(desk, &response, &offers, adds.as_deref(), pick.row);
        if let Some(at) = clicked
            .or(enter.then_some(pick.row))
            .filter(|at| *at < rows)
        {
            picked = Some(if at < offers.len() {
                Picked::Offer(offers.swap_remove(at).value)
            } else {
                Picked::Typed(text)
            });
            pick = Pick::default();
            desk.typing.wants = Some(field.id);
            // What was taken is not offered again.
            desk.typing.forget_offers();
        }
    }
    // A window that another one covers has left none of its fields.
    let has_focus = ui.memory(|memory| memory.has_focus(field.id));
    let is_left = !has_focus && !ui.input(|input| input.pointer.any_down());
    let is_finished = is_left || desk.saves;
    if picked.is_none() && is_finished && !pick.text.trim().is_empty() {
        pick.is_open = false;
        let takes = match unknown {
            Unknown::No => false,
            Unknown::Pasted(_) => before.is_open,
            Unknown::Taken(_) => true,
        };
        if takes {
            picked = Some(Picked::Typed(pick.text.trim().to_owned()));
            pick = Pick::default();
        }
    }
    if pick != before {
        desk.typing.set_pick(field.id, pick);
    }
    (picked, response)
}

/// What is pasted in this frame and needs no other key: several lines, of which a field of one row
/// would make one, and in an empty field an entry or an address that is no title.
fn pasted_whole(ui: &Ui, is_empty: bool) -> Option<String> {
    let is_whole = |text: &str| {
        let text = text.trim();
        let is_entry = text.starts_with('@') && text.contains('{');
        let is_address = !text.contains(char::is_whitespace)
            && ["https://", "http://", "doi:"]
                .iter()
                .any(|begin| text.starts_with(begin));
        text.contains('\n') || is_empty && (is_entry || is_address)
    };
    ui.input_mut(|input| {
        let is_it = |event: &Event| matches!(event, Event::Paste(text) if is_whole(text));
        let at = input.events.iter().position(is_it)?;
        match input.events.remove(at) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    })
}

/// The rows under a field; returns the one that was clicked.
fn list_ui<T>(
    desk: &Desk,
    field: &Response,
    offers: &[Offer<T>],
    adds: Option<&str>,
    chosen: usize,
) -> Option<usize> {
    if offers.is_empty() && adds.is_none() {
        return None;
    }
    let look = desk.look;
    let mut clicked = None;
    let offered = offers.iter().map(|offer| (&*offer.words, &*offer.about));
    let rows = offered.chain(adds.map(|adds| (adds, "")));
    // As wide as the field with its margins.
    let width = field.rect.width() + look.grid(5.0);
    let anchor = field.rect.expand2(vec2(look.grid(2.5), 0.0));
    Popup::from_response(field)
        .id(field.id.with("list"))
        .anchor(anchor)
        .open(true)
        .gap(look.grid(2.5))
        .width(width)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_width(ui.available_width());
            for (at, (words, about)) in rows.enumerate() {
                if row_ui(ui, &look, words, about, at == chosen).clicked() {
                    clicked = Some(at);
                }
            }
        });
    clicked
}

/// A row: what is offered, cut where it is too long, and at its right what tells it apart.
fn row_ui(ui: &mut Ui, look: &Look, words: &str, about: &str, is_chosen: bool) -> Response {
    let (colors, pad) = (look.colors(), look.grid(2.0));
    let size = vec2(ui.available_width(), look.sizes().control_height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    response.widget_info(|| {
        let name = format!("{words} {about}");
        WidgetInfo::selected(egui::Role::Button, true, is_chosen, name.trim_end())
    });
    if is_chosen || response.hovered() {
        let fill = if is_chosen {
            colors.selected
        } else {
            colors.hovered
        };
        let corner = look.sizes().corner_small;
        ui.painter().rect_filled(rect, corner, color32(fill));
    }
    let tag = look.language.tag();
    let cut = |ui: &Ui, role, color, words: &str, most: f32| {
        look.cut_galley(ui, role, color, tag, &crate::scene::cut(words), most)
    };
    let about = cut(
        ui,
        TextRole::Label,
        colors.muted,
        about,
        rect.width() * 0.35,
    );
    let room = rect.width() - 3.0 * pad - about.size().x;
    let words = cut(ui, TextRole::Control, colors.ink, words, room);
    let middle = |height: f32| rect.center().y - height / 2.0;
    let at = pos2(rect.left() + pad, middle(words.size().y));
    ui.painter().galley(at, words, color32(colors.ink));
    let at = pos2(rect.right() - pad - about.size().x, middle(about.size().y));
    ui.painter().galley(at, about, color32(colors.muted));
    response
}
