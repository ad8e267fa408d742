//! The edits that need no form.

use std::sync::Arc;

use crate::app::command::{Command, Editing as Asked, Form};
use crate::app::message::Message;
use crate::app::state::{Dialog, State};
use crate::document::{Change, Edit, Label, Point, What, removal};
use crate::format::native::edit::{At, get, remove, set};
use crate::record::{EventIx, Timeline};

impl State {
    /// Carries out one command.
    pub(in crate::app) fn update_editing(&mut self, asked: Asked) {
        match asked {
            Asked::Undo => self.undo(),
            Asked::Redo => self.redo(),
            Asked::WalkTo(point) => {
                self.walk_to(point);
            }
            Asked::ToggleHistory => self.toggle_dialog(Dialog::History),
            Asked::ToggleVersions => self.show_versions(),
            Asked::OpenVersion(at) => self.open_version(at),
            Asked::Delete => self.delete_selected(),
            Asked::Duplicate => self.duplicate_selected(),
            Asked::Unite => self.unite_selected(),
            Asked::ToggleBulk => self.toggle_bulk(),
            Asked::BringBack => self.bring_back(),
            Asked::LeaveOut => self.leave_out(),
            Asked::CloseInAnyCase => self.close_in_any_case(),
            Asked::EditAnyway => Arc::make_mut(&mut self.document.timeline).set_read_only(None),
            Asked::Merge(asked) => self.update_merge(asked),
            Asked::ToggleAutosave => self.settings.autosave = !self.settings.autosave,
            Asked::Save => self.save_now(),
            Asked::TryToSave => self.try_to_save_again(),
        }
    }

    fn undo(&mut self) {
        let take_back = Command::Form(Form::TakeBack);
        if self.notices.withdraw(&take_back) {
            // What was done last was to throw a form away.
            self.update(take_back);
            return;
        }
        let history = &self.editing.history;
        match history.to_undo().map(|entry| entry.label.clone()) {
            Some(label) => self.walk_and_tell(history.point() - 1, label, Message::Undone),
            None => self.notices.done(Message::NothingToUndo),
        }
    }

    fn redo(&mut self) {
        let history = &self.editing.history;
        match history.to_redo().map(|entry| entry.label.clone()) {
            Some(label) => self.walk_and_tell(history.point() + 1, label, Message::Redone),
            None => self.notices.done(Message::NothingToRedo),
        }
    }

    /// Takes a step through the history, and says what it was.
    fn walk_and_tell(&mut self, to: Point, mut label: Label, said: fn(Box<Label>) -> Message) {
        if self.walk_to(to) {
            label.title = crate::scene::cut(&*label.title).into_owned().into();
            self.notices.done(said(Box::new(label)));
        }
    }

    /// An event's title as a message has room for it.
    pub(in crate::app) fn short_title(&self, event: EventIx) -> String {
        let title = self.document.timeline.title(event, self.language());
        crate::scene::cut(title).into_owned()
    }

    fn delete_selected(&mut self) {
        if self.selected_for_edit().is_none() {
            return;
        }
        let events = self.selection();
        let label = self.label_of(What::Delete, &events);
        let title = crate::scene::cut(label.title.to_string()).into_owned();
        let changes = removal(&self.document.timeline, &events);
        if self.edit(Edit { label, changes }).is_some() {
            self.done_but_undo(match events.len() {
                1 => Message::Deleted(title),
                count => Message::DeletedSeveral(count),
            });
        }
    }

    fn duplicate_selected(&mut self) {
        if self.selected_for_edit().is_none() {
            return;
        }
        let (events, timeline) = (self.selection(), &self.document.timeline);
        let twins = events.iter().map(|&event| Change::Add {
            text: twin_of(timeline, event),
            after: Some(event),
        });
        let changes = twins.collect();
        let label = self.label_of(What::Duplicate, &events);
        let made = self.edit(Edit { label, changes }).unwrap_or_default();
        if let Some(&(twin, _)) = made.first() {
            self.done_but_undo(Message::EventAdded(self.short_title(twin)));
            self.reveal(twin);
            self.add_to_selection(made.into_iter().map(|(event, _)| event));
        }
    }

    pub(super) fn selected_for_edit(&mut self) -> Option<EventIx> {
        if self.selected.is_none() {
            self.notices.done(Message::SelectFirst);
        }
        self.selected
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
