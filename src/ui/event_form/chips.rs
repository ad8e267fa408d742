//! Lists of names: each a chip that can be taken away, and a field after them for one more.

use egui::{Key, Layout, Modifiers, Response, Sense, Ui, WidgetInfo, vec2};

use super::desk::{self, Desk};
use super::field::{Field, edge_ui, ground, label_ui};
use super::list::{Picked, Unknown, bare_pick_ui};
use super::phrases::{self, Phrase};
use super::{below_ui, findings_ui, texts};
use crate::app::form::offers::{self, Offer};
use crate::app::form::words::actor_name;
use crate::date::Language;
use crate::document::draft::{Draft, NewActor, Spot, Words, actor_id};
use crate::index::fold;
use crate::theme::{TextRole, symbol};
use crate::ui::fonts::color32;
use crate::ui::look::Look;

/// The least room for the field after the chips, in steps of the grid.
const LEAST_FIELD: f32 = 24.0;

/// One list of the draft.
pub(super) struct List<'l> {
    pub name: &'static str,
    pub at: usize,
    pub label: &'l str,
    pub hint: &'l str,
    /// What is said before words that are new: "Add".
    pub adds: &'l str,
    pub list: fn(&mut Draft, usize) -> &mut Vec<String>,
}

/// The chips and the field.
pub(super) fn list_ui(
    ui: &mut Ui,
    desk: &mut Desk,
    of: &List,
    items: &[String],
    words: impl Fn(&str) -> String,
    offers: impl Fn(&str) -> Vec<Offer<String>>,
) -> Option<String> {
    let look = desk.look;
    let id = desk::id(of.name, of.at);
    let shown = ground(&look, 0.0).show(ui, |ui| {
        let width = ui.available_width();
        ui.set_width(width);
        let rows = Layout::left_to_right(egui::Align::Center).with_main_wrap(true);
        let inner = ui.allocate_ui_with_layout(vec2(width, 0.0), rows, |ui| {
            ui.spacing_mut().item_spacing = vec2(look.grid(1.5), look.grid(1.0));
            ui.spacing_mut().interact_size.y = look.sizes().chip_height;
            for (at, item) in items.iter().enumerate() {
                if chip_ui(ui, &look, &words(item)).clicked() {
                    (of.list)(desk.change(), of.at).remove(at);
                    desk.typing.wants = Some(id);
                }
            }
            let is_empty = desk.typing.pick(id).text.is_empty();
            let takes_back = is_empty
                && ui.memory(|memory| memory.has_focus(id))
                && !desk.typing.ime_works
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace));
            if takes_back && !items.is_empty() {
                (of.list)(desk.change(), of.at).pop();
            }
            let left = ui.available_size_before_wrap().x;
            let left = if left < look.grid(LEAST_FIELD) {
                ui.end_row();
                width
            } else {
                left
            };
            let field = Field {
                hint: if items.is_empty() { of.hint } else { "" },
                ..Field::line(id, of.label, look.language.tag())
            };
            let height = look.sizes().chip_height;
            let room = vec2(left, height);
            let middle = Layout::left_to_right(egui::Align::Center);
            ui.allocate_ui_with_layout(room, middle, |ui| {
                bare_pick_ui(ui, desk, field, Unknown::Taken(of.adds), &offers)
            })
            .inner
        });
        inner.inner
    });
    let (picked, response) = shown.inner;
    edge_ui(ui, &look, shown.response.rect, response.has_focus(), false);
    match picked {
        Some(Picked::Offer(value)) => {
            (of.list)(desk.change(), of.at).push(value);
            None
        }
        // One that stands there already is not wanted twice.
        Some(Picked::Typed(typed))
            if items
                .iter()
                .any(|item| fold(&words(item)) == fold(&typed) || fold(item) == fold(&typed)) =>
        {
            None
        }
        Some(Picked::Typed(typed)) => {
            let known = offers(&typed).into_iter().find(|offer| {
                fold(&offer.words) == fold(&typed) || fold(&offer.value) == fold(&typed)
            });
            match known {
                Some(offer) => {
                    (of.list)(desk.change(), of.at).push(offer.value);
                    None
                }
                None => Some(typed),
            }
        }
        None => None,
    }
}

/// A name with the sign that takes it away; a click anywhere on it does.
fn chip_ui(ui: &mut Ui, look: &Look, words: &str) -> Response {
    let (colors, sizes) = (look.colors(), look.sizes());
    let most = (ui.max_rect().width() - look.grid(9.0)).max(look.grid(10.0));
    let lang = look.language.tag();
    let words = crate::scene::cut(words);
    let galley = look.galley(ui, TextRole::Meta, colors.ink, lang, &words, most);
    let cross = look.galley(
        ui,
        TextRole::Meta,
        colors.muted,
        "en",
        symbol::CLOSE,
        f32::INFINITY,
    );
    let pad = look.grid(2.0);
    let width = pad * 2.0 + galley.size().x + look.grid(1.0) + cross.size().x;
    let height = sizes.chip_height.max(galley.size().y + look.grid(1.0));
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let name = phrases::remove(&words, look.language);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let fill = if response.hovered() {
        colors.hovered
    } else {
        colors.faint
    };
    ui.painter()
        .rect_filled(rect, sizes.chip_height / 2.0, color32(fill));
    let middle = |height: f32| rect.center().y - height / 2.0;
    let at = egui::pos2(rect.left() + pad, middle(galley.size().y));
    ui.painter().galley(at, galley, color32(colors.ink));
    let at = egui::pos2(rect.right() - pad - cross.size().x, middle(cross.size().y));
    ui.painter().galley(at, cross, color32(colors.muted));
    look.focus_ring(ui, &response);
    response
}

/// Who acted and who took part.
pub(super) fn actors_and_people_ui(ui: &mut Ui, desk: &mut Desk) {
    let (look, language) = (desk.look, desk.look.language);
    ui.add_space(look.grid(3.0));
    let label = Phrase::Actors.words(language);
    label_ui(ui, &look, label);
    actor_list_ui(ui, desk, "actors", label);
    findings_ui(ui, desk, Spot::Actors);
    ui.add_space(look.grid(3.0));
    let label = Phrase::People.words(language);
    label_ui(ui, &look, label);
    let of = List {
        name: "people",
        at: 0,
        label,
        hint: Phrase::PeopleHint.words(language),
        adds: Phrase::Add.words(language),
        list: |draft, _| &mut draft.people,
    };
    let items = desk.draft().people.clone();
    let (timeline, known) = (desk.timeline(), desk.state.forms.known());
    let offers = |typed: &str| offers::people(timeline, known, typed, &items, language);
    if let Some(new) = list_ui(ui, desk, &of, &items, str::to_owned, offers) {
        desk.change().people.push(new);
    }
}

/// The field for actors, one that the record does not have too.
pub(super) fn actor_list_ui(ui: &mut Ui, desk: &mut Desk, name: &'static str, label: &str) {
    let language = desk.look.language;
    let of = List {
        name,
        at: 0,
        label,
        hint: Phrase::ActorsHint.words(language),
        adds: Phrase::AddActor.words(language),
        list: |draft, _| &mut draft.actors,
    };
    let items = desk.draft().actors.clone();
    let timeline = desk.timeline();
    let offers = |typed: &str| offers::actors(timeline, typed, &items, language);
    let new_actors = desk.draft().new_actors.clone();
    let words = |id: &str| actor_words(timeline, &new_actors, id, language);
    if let Some(typed) = list_ui(ui, desk, &of, &items, words, offers) {
        let lang = texts::language_of(&typed, language);
        let name = Words::new(lang, typed);
        let taken = |id: &str| {
            timeline.find_actor(id).is_some() || new_actors.iter().any(|new| new.id == id)
        };
        let id = actor_id(&name, taken);
        let draft = desk.change();
        draft.actors.push(id.clone());
        draft.new_actors.push(NewActor { id, name });
    }
    let draft = desk.draft();
    let new = draft.new_actors.iter();
    let new = new.filter(|new| draft.actors.contains(&new.id));
    let names: Vec<&str> = new.map(|new| new.name.text.as_str()).collect();
    if !names.is_empty() {
        let words = phrases::new_actors(&names.join(", "), language);
        let (look, color) = (desk.look, desk.look.colors().warning);
        below_ui(ui, &look, color, "", &words);
    }
}

/// What an actor is called, one that comes with the form too.
pub(super) fn actor_words(
    timeline: &crate::record::Timeline,
    new: &[NewActor],
    id: &str,
    language: Language,
) -> String {
    match new.iter().find(|new| new.id == id) {
        Some(new) => new.name.text.clone(),
        None => actor_name(timeline, id, language),
    }
}
