//! What is done with several events, and with the clipboard.

use crate::app::command::{Clip, Command, Editing as Asked};
use crate::app::message::Message;
use crate::app::state::{Dialog, Effect, State};
use crate::document::bulk::Bulk;
use crate::document::clip;
use crate::document::draft::Unfinished;
use crate::document::unite::unite;
use crate::document::{Edit, Label, What};
use crate::record::EventIx;

impl State {
    /// Carries out what has to do with the clipboard.
    pub(in crate::app) fn update_clip(&mut self, asked: Clip) {
        match asked {
            Clip::Copy => self.copy(|state, events| {
                let text = clip::to_json(&state.document.timeline, events);
                (text, Message::CopiedEvents(events.len()))
            }),
            Clip::CopyRows => self.copy(|state, events| {
                let text = clip::to_rows(&state.document.timeline, events, state.language());
                (text, Message::CopiedRows(events.len()))
            }),
            Clip::AskToPaste => self.effects.push(Effect::AskForClipboard),
            Clip::Paste(text) => self.paste(&text),
        }
    }

    fn copy(&mut self, of: impl FnOnce(&Self, &[EventIx]) -> (String, Message)) {
        if self.selected_for_edit().is_some() {
            let (text, said) = of(self, &self.selection());
            self.effects.push(Effect::Copy(text));
            self.notices.done(said);
        }
    }

    /// Brings the second of two selected events into the first.
    pub(super) fn unite_selected(&mut self) {
        let [first, second] = *self.selection() else {
            self.notices.done(Message::SelectTwo);
            return;
        };
        let united = match unite(&self.document.timeline, first, second) {
            Ok(united) => united,
            Err(error) => {
                self.notices.problem(Message::NotEdited(error.to_string()));
                return;
            }
        };
        let label = self.label_of(What::Merge, &[first]);
        let title = label.title.to_string();
        let changes = united.changes;
        if self.edit(Edit { label, changes }).is_some() {
            self.reveal(first);
            self.focus_event = Some(first);
            let title = crate::scene::cut(title).into_owned();
            let kept = united.kept;
            self.done_but_undo(Message::United { title, kept });
        }
    }

    /// Opens or closes the form for several events.
    pub(super) fn toggle_bulk(&mut self) {
        if self.dialog == Some(Dialog::Bulk) || self.selected_for_edit().is_some() {
            self.toggle_dialog(Dialog::Bulk);
        }
    }

    /// Changes all selected events alike.
    pub(in crate::app) fn change_selected(&mut self, bulk: &Bulk) {
        let events = self.selection();
        self.dialog = None;
        self.effects.push(Effect::FocusCanvas);
        self.focus_event = self.selected;
        match bulk.edit(&self.document.timeline, &events, self.language()) {
            Ok(edit) => {
                let (count, title) = (edit.label.events, edit.label.title.to_string());
                if self.edit(edit).is_some() {
                    let title = crate::scene::cut(title).into_owned();
                    self.done_but_undo(match count {
                        1 => Message::Changed(title),
                        _ => Message::ChangedSeveral(count),
                    });
                }
            }
            Err(Unfinished::Same) => self.notices.done(Message::NothingChanged),
            Err(Unfinished::Text(error)) => {
                self.notices.problem(Message::NotEdited(error.to_string()));
            }
        }
    }

    pub(super) fn done_but_undo(&mut self, message: Message) {
        let undo = Command::Editing(Asked::Undo);
        self.notices.done_but(message, undo);
    }

    /// What an edit of these events is called.
    pub(super) fn label_of(&self, what: What, events: &[EventIx]) -> Label {
        match *events {
            [event] => Label::one(what, &self.document.timeline.title(event, self.language())),
            _ => Label::several(what, events.len()),
        }
    }
}
