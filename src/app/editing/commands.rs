//! The edits that need no form.

use std::sync::Arc;

use crate::app::command::Editing as Asked;
use crate::app::message::Message;
use crate::app::state::{Dialog, State};
use crate::document::{Change, Edit, Label, What};
use crate::format::native::edit::{At, get, remove, set};
use crate::record::{EventIx, Timeline};

impl State {
    /// Carries out one command.
    pub(in crate::app) fn update_editing(&mut self, asked: Asked) {
        match asked {
            Asked::Undo => self.undo(),
            Asked::Redo => self.redo(),
            Asked::WalkTo(point) => self.walk_to(point),
            Asked::ToggleHistory => self.toggle_dialog(Dialog::History),
            Asked::Delete => self.delete_selected(),
            Asked::Duplicate => self.duplicate_selected(),
            Asked::Save => self.save_now(),
            Asked::TryToSave => self.try_to_save_again(),
        }
    }

    fn undo(&mut self) {
        match self.editing.history.point().checked_sub(1) {
            Some(point) => self.walk_to(point),
            None => self.notices.done(Message::NothingToUndo),
        }
    }

    fn redo(&mut self) {
        if self.editing.history.to_redo().is_some() {
            self.walk_to(self.editing.history.point() + 1);
        } else {
            self.notices.done(Message::NothingToRedo);
        }
    }

    fn delete_selected(&mut self) {
        let Some(event) = self.selected_for_edit() else {
            return;
        };
        let (label, changes) = (self.label(What::Delete, event), vec![Change::Remove(event)]);
        if self.edit(Edit { label, changes }).is_some() {
            let title = self.document.timeline.title(event, self.language());
            let title = crate::scene::cut(title).into_owned();
            self.notices.done(Message::Deleted(title));
        }
    }

    fn duplicate_selected(&mut self) {
        let Some(event) = self.selected_for_edit() else {
            return;
        };
        let text = twin_of(&self.document.timeline, event);
        let after = Some(event);
        let edit = Edit {
            label: self.label(What::Duplicate, event),
            changes: vec![Change::Add { text, after }],
        };
        let made = self.edit(edit).unwrap_or_default();
        if let Some(&(twin, _)) = made.first() {
            self.reveal(twin);
        }
    }

    fn selected_for_edit(&mut self) -> Option<EventIx> {
        if self.selected.is_none() {
            self.notices.done(Message::SelectFirst);
        }
        self.selected
    }

    fn label(&self, what: What, event: EventIx) -> Label {
        Label::one(what, &self.document.timeline.title(event, self.language()))
    }
}

/// The text of an event under an id that no other has.
fn twin_of(timeline: &Timeline, event: EventIx) -> Arc<str> {
    let text = timeline.event_json(event);
    let Some(id) = timeline.id(event) else {
        return text.into();
    };
    // Of so many names that others may have one more is free.
    let id = (2..timeline.len() + 3)
        .map(|number| format!("{id}-{number}"))
        .find(|id| timeline.find(id).is_none());
    let path = [At::Field("id")];
    let twin = match (id, get(text, &path)) {
        (Some(id), Ok(Some(_))) => set(text, &path, &serde_json::Value::from(id).to_string()),
        _ => remove(text, &path),
    };
    // An event that was read has a text that can be read again.
    twin.map_or_else(|_| text.into(), Arc::from)
}
