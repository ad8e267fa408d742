//! The form for several events at once: what all of them get, and what is taken from them.

use egui::{Key, Label, Modifiers, ScrollArea, Ui, vec2};

use super::chips::actor_list_ui;
use super::choice::{Choice, Manner, choice_ui};
use super::desk::{self, Desk};
use super::details::tag_list_ui;
use super::field::label_ui;
use super::phrases::{self, Phrase};
use super::typing::Typing;
use crate::app::form::Form;
use crate::app::{Command, State};
use crate::document::bulk::Bulk;
use crate::document::draft::Draft;
use crate::document::{Label as Name, What};
use crate::record::{Kind, Status, Vocabulary};
use crate::scene::{capitalised, kind_name};
use crate::theme::TextRole;
use crate::ui::look::Look;
use crate::ui::phrases::Phrase::Cancel;

/// Room for the heading and the buttons, in steps of the grid.
const AROUND: f32 = 50.0;

/// The field that has the keyboard first.
const TAGS: &str = "bulk tags";

/// What is filled in.
#[derive(Default)]
pub struct BulkForm {
    typing: Typing,
    kind: Option<Kind>,
    status: Option<Status>,
    /// The lists of what is added.
    adds: Draft,
    /// The lists of what is taken away.
    removes: Draft,
}

impl BulkForm {
    /// Shows the form; `first` in the frame in which it opens.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        look: &Look,
        first: bool,
        send: &mut Vec<Command>,
    ) {
        self.typing.begin(ui);
        // What is half typed into a list is taken up first.
        let saves = !self.typing.ime_works
            && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if first {
            self.typing.wants = Some(desk::id(TAGS, 0));
        }
        let (colors, language) = (look.colors(), look.language);
        let events = state.selection();
        let name = match *events {
            [event] => {
                let title = state.document.timeline.title(event, language);
                Name::one(What::Change, &crate::scene::cut(title))
            }
            _ => Name::several(What::Change, events.len()),
        };
        let heading = look.text(TextRole::EventTitle, colors.ink, name.words(language));
        ui.add(Label::new(heading).selectable(false).wrap());
        ui.add_space(look.grid(3.0));
        let room = ui.ctx().content_rect().height() - look.grid(AROUND);
        ScrollArea::vertical()
            .max_height(room.max(look.grid(40.0)))
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(look.grid(2.0), 0.0);
                self.choices_ui(ui, look);
                self.lists_ui(ui, state, look, saves);
            });
        ui.add_space(look.grid(4.0));
        ui.horizontal(|ui| {
            let bulk = self.bulk();
            let is_ready = !bulk.is_blank();
            let words = Phrase::SaveChanges.words(language);
            let save = ui.add_enabled_ui(is_ready, |ui| look.button(ui, words, is_ready));
            if save.inner.clicked() || saves && is_ready {
                send.push(Command::ChangeSelected(Box::new(bulk)));
            }
            if look.button(ui, Cancel.words(language), false).clicked() {
                send.push(Command::Escape);
            }
        });
    }

    fn bulk(&self) -> Bulk {
        Bulk {
            kind: self.kind.map(|kind| kind.name().to_owned()),
            status: self.status.map(|status| status.name().to_owned()),
            add_tags: self.adds.tags.clone(),
            remove_tags: self.removes.tags.clone(),
            add_actors: self.adds.actors.clone(),
            remove_actors: self.removes.actors.clone(),
            new_actors: self.adds.new_actors.clone(),
        }
    }

    fn choices_ui(&mut self, ui: &mut Ui, look: &Look) {
        let language = look.language;
        let unchanged = Phrase::Unchanged.words(language);
        let label = Phrase::Kind.words(language);
        label_ui(ui, look, label);
        let mut kinds: Vec<(Kind, String)> = Kind::ALL
            .iter()
            .map(|kind| (*kind, capitalised(kind_name(*kind, language))))
            .collect();
        kinds.sort_by_key(|(kind, _)| kind.family());
        let now = kinds.iter().find(|(kind, _)| Some(*kind) == self.kind);
        let now = now.map_or(unchanged, |(_, words)| words);
        let options = kinds.iter().map(|(kind, words)| (Some(*kind), &**words));
        let options = std::iter::once((None, unchanged)).chain(options);
        let options = options.map(|(value, words)| Choice { value, words });
        let kind = &mut self.kind;
        if let Some(taken) = choice_ui(ui, look, Manner::Field, label, now, &*kind, options) {
            *kind = taken;
        }
        ui.add_space(look.grid(3.0));
        let label = Phrase::Status.words(language);
        label_ui(ui, look, label);
        let now = self.status;
        let now = now.map_or(unchanged, |status| phrases::status(status, language));
        let options = Status::ALL.iter().map(|status| Choice {
            value: Some(*status),
            words: phrases::status(*status, language),
        });
        let value = None;
        let words = unchanged;
        let options = std::iter::once(Choice { value, words }).chain(options);
        let status = &mut self.status;
        if let Some(taken) = choice_ui(ui, look, Manner::Field, label, now, &*status, options) {
            *status = taken;
        }
    }

    fn lists_ui(&mut self, ui: &mut Ui, state: &State, look: &Look, saves: bool) {
        let language = look.language;
        let all = [
            (
                &mut self.adds,
                (TAGS, Phrase::TagsToAdd),
                ("bulk actors", Phrase::ActorsToAdd),
            ),
            (
                &mut self.removes,
                ("bulk tags gone", Phrase::TagsToRemove),
                ("bulk actors gone", Phrase::ActorsToRemove),
            ),
        ];
        for (draft, (tags, tags_label), (actors, actors_label)) in all {
            let form = Form::over(draft.clone(), &state.document.timeline);
            let mut unsent = Vec::new();
            let mut desk = Desk::new(*look, state, &form, &mut self.typing, saves, &mut unsent);
            ui.add_space(look.grid(3.0));
            let label = tags_label.words(language);
            label_ui(ui, look, label);
            tag_list_ui(ui, &mut desk, tags, label);
            ui.add_space(look.grid(3.0));
            let label = actors_label.words(language);
            label_ui(ui, look, label);
            actor_list_ui(ui, &mut desk, actors, label);
            if let Some(changed) = desk.changed() {
                *draft = changed;
            }
        }
    }
}
