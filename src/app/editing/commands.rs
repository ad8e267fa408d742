//! The edits that need no form.

use std::sync::Arc;

use crate::app::command::{Command, Editing as Asked};
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
            Asked::ToggleVersions => self.show_versions(),
            Asked::OpenVersion(at) => self.open_version(at),
            Asked::Delete => self.delete_selected(),
            Asked::Duplicate => self.duplicate_selected(),
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
        let (label, changes) = (
            self.label(What::Delete, event),
            removal(&self.document.timeline, event),
        );
        if self.edit(Edit { label, changes }).is_some() {
            let title = self.document.timeline.title(event, self.language());
            let title = crate::scene::cut(title).into_owned();
            let undo = Command::Editing(Asked::Undo);
            self.notices.done_but(Message::Deleted(title), undo);
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

    pub(super) fn selected_for_edit(&mut self) -> Option<EventIx> {
        if self.selected.is_none() {
            self.notices.done(Message::SelectFirst);
        }
        self.selected
    }

    fn label(&self, what: What, event: EventIx) -> Label {
        Label::one(what, &self.document.timeline.title(event, self.language()))
    }
}

/// Removes an event, and from others the relations that would lead nowhere.
fn removal(timeline: &Timeline, event: EventIx) -> Vec<Change> {
    let id = timeline.id(event).unwrap_or_default();
    let mut from: Vec<EventIx> = timeline
        .relations_to(event)
        .iter()
        .map(|link| link.from)
        .collect();
    from.sort_unstable();
    from.dedup();
    let without = from.into_iter().filter_map(|from| {
        let text = without_relations_to(timeline.event_json(from), &id)?;
        Some(Change::Replace { event: from, text })
    });
    without.chain([Change::Remove(event)]).collect()
}

/// An event's text without its relations to another; none where it cannot be taken apart.
fn without_relations_to(text: &str, id: &str) -> Option<Arc<str>> {
    const RELATIONS: At = At::Field("relations");
    let relations = get(text, &[RELATIONS]).ok()??;
    let relations: Vec<serde_json::Value> = serde_json::from_str(relations).ok()?;
    let leads_there = |relation: &serde_json::Value| relation["event"] == id;
    if relations.iter().all(leads_there) {
        return remove(text, &[RELATIONS]).ok().map(Arc::from);
    }
    let mut text = text.to_owned();
    // From the last: those before keep their places.
    for at in (0..relations.len())
        .rev()
        .filter(|&at| leads_there(&relations[at]))
    {
        text = remove(&text, &[RELATIONS, At::Item(at)]).ok()?;
    }
    Some(text.into())
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
