//! How far a hand is in the form: the composition of an input method, open lists, half-typed names.

use std::any::Any;
use std::collections::HashMap;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Id, Ui};

use crate::app::form::offers::Offer;
use crate::ui::find_field::input_method::InputMethod;

/// What the form keeps between frames besides what is filled in.
#[derive(Default)]
pub(super) struct Typing {
    input_method: InputMethod,
    /// The input method has a hand in this frame: its keys are none of the form's.
    pub ime_works: bool,
    /// The field in which an input method composes, and what stands there meanwhile.
    composed: Option<(Id, String)>,
    /// The field that is to have the keyboard.
    pub wants: Option<Id>,
    /// What stands in fields that pick from a list, as long as nothing is picked.
    picks: HashMap<Id, Pick>,
    /// What was offered last, and for what: looking through a large record takes longer than a frame
    /// in which nothing was typed may.
    offered: Option<(Wanted, Box<dyn Any>)>,
    /// Quotes that are unfolded, by their places.
    pub open_quotes: Vec<usize>,
    /// The quote that was folded: it is to stay in view.
    pub folded: Option<usize>,
    /// Parts that were asked for: more languages, a time zone, coordinates.
    pub open_parts: Vec<Id>,
}

/// What is typed into a field that picks from a list.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Pick {
    pub text: String,
    /// The row that Enter takes.
    pub row: usize,
    /// Whether the list is shown.
    pub is_open: bool,
}

/// What rows were looked for: the field, what stands in it, and of which record and form.
pub(super) type Wanted = (Id, String, (u64, u64, usize));

impl Typing {
    /// What is offered, looked for once as long as nothing changes.
    pub fn offered<T: Clone + 'static>(
        &mut self,
        wanted: Wanted,
        look: impl FnOnce() -> Vec<Offer<T>>,
    ) -> Vec<Offer<T>> {
        if let Some((known, offers)) = &self.offered
            && *known == wanted
            && let Some(offers) = offers.downcast_ref::<Vec<Offer<T>>>()
        {
            return offers.clone();
        }
        let offers = look();
        self.offered = Some((wanted, Box::new(offers.clone())));
        offers
    }

    /// What was offered is looked for again.
    pub fn forget_offers(&mut self) {
        self.offered = None;
    }

    /// Follows the input method, before any field is shown.
    pub fn begin(&mut self, ui: &Ui) {
        let focused = ui.ctx().text_edit_focused();
        self.ime_works = self.input_method.follow(ui, focused);
    }

    /// Whether what stands in a field is not yet all typed.
    pub fn is_composing(&self) -> bool {
        self.input_method.is_composing()
    }

    /// What stands in a field while an input method composes there, once.
    pub fn take_composed(&mut self, id: Id) -> Option<String> {
        let (_, text) = self.composed.take_if(|(of, _)| *of == id)?;
        Some(text)
    }

    /// Keeps what stands in a field until the next frame.
    pub fn compose(&mut self, id: Id, text: String) {
        self.composed = Some((id, text));
    }

    /// What is typed into a list's field.
    pub fn pick(&mut self, id: Id) -> Pick {
        self.picks.get(&id).cloned().unwrap_or_default()
    }

    /// Keeps what is typed into a list's field.
    pub fn set_pick(&mut self, id: Id, pick: Pick) {
        if pick == Pick::default() {
            self.picks.remove(&id);
        } else {
            self.picks.insert(id, pick);
        }
    }

    /// What is chosen stands in a list's field as if it had been typed, as long as nobody is in it.
    pub fn stand(&mut self, ui: &Ui, id: Id, chosen: &str) {
        let pick = self.pick(id);
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if !pick.is_open && !has_focus && pick.text != chosen {
            self.put(id, chosen);
        }
    }

    /// Something was chosen in a list's field, which shows it from now on; typing goes on behind it.
    pub fn choose(&mut self, ui: &Ui, id: Id, chosen: &str) {
        self.put(id, chosen);
        let end = CCursor::new(chosen.chars().count());
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        state.cursor.set_char_range(Some(CCursorRange::one(end)));
        state.store(ui.ctx(), id);
    }

    fn put(&mut self, id: Id, chosen: &str) {
        let text = chosen.to_owned();
        self.set_pick(
            id,
            Pick {
                text,
                ..Pick::default()
            },
        );
    }

    /// Whether a part is shown that must be asked for.
    pub fn is_open(&self, part: Id) -> bool {
        self.open_parts.contains(&part)
    }

    /// Shows a part.
    pub fn open(&mut self, part: Id) {
        if !self.is_open(part) {
            self.open_parts.push(part);
        }
    }

    /// Shows a part no longer.
    pub fn close(&mut self, part: Id) {
        self.open_parts.retain(|open| *open != part);
    }
}
