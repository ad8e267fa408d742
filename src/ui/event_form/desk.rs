//! What the form's parts read, and where they write.

use std::borrow::Cow;

use egui::Id;

use super::typing::Typing;
use crate::app::State;
use crate::app::command::{Command, Form as Asked};
use crate::app::form::Form;
use crate::document::draft::{Draft, Problem, Spot};
use crate::record::Timeline;
use crate::ui::look::Look;

/// The id of a field; of several with one name by its number.
pub(super) fn id(name: &str, at: usize) -> Id {
    Id::unique(("event form", name, at))
}

/// A frame of the form.
pub(super) struct Desk<'a> {
    pub look: Look,
    pub state: &'a State,
    pub form: &'a Form,
    /// As the form has it, or with what was changed in this frame.
    draft: Cow<'a, Draft>,
    pub typing: &'a mut Typing,
    /// Sources whose fields this frame has shown: each has them once.
    sources: Vec<String>,
    /// The form is to be saved after this frame: what is half typed into a list is taken up.
    pub saves: bool,
    /// The button that saves was pressed.
    pub wants_save: bool,
    pub send: &'a mut Vec<Command>,
}

impl<'a> Desk<'a> {
    pub fn new(
        look: Look,
        state: &'a State,
        form: &'a Form,
        typing: &'a mut Typing,
        saves: bool,
        send: &'a mut Vec<Command>,
    ) -> Self {
        Self {
            look,
            state,
            form,
            draft: Cow::Borrowed(form.draft()),
            typing,
            sources: Vec::new(),
            saves,
            wants_save: false,
            send,
        }
    }

    /// What is filled in.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// What is filled in, to change it.
    pub fn change(&mut self) -> &mut Draft {
        self.draft.to_mut()
    }

    /// The record.
    pub fn timeline(&self) -> &'a Timeline {
        &self.state.document.timeline
    }

    /// What the parts read, as numbers that differ with each change of it: of the record, of the form,
    /// and of what completes words.
    pub fn read(&self) -> (u64, u64, usize) {
        let known = self.state.forms.known().count();
        (self.state.index.revision(), self.form.revision(), known)
    }

    /// Whether this is the first place of the frame that shows a source's fields.
    pub fn shows_source(&mut self, id: &str) -> bool {
        let is_first = !self.sources.iter().any(|shown| shown == id);
        if is_first {
            self.sources.push(id.to_owned());
        }
        is_first
    }

    /// Whether something beside a part keeps the form from being saved.
    pub fn is_wrong(&self, spot: Spot) -> bool {
        self.form.checked().of(spot).any(Problem::blocks)
    }

    /// Steps of the grid of four points.
    pub fn grid(&self, steps: f32) -> f32 {
        self.look.grid(steps)
    }

    /// The reader's language as a BCP 47 tag.
    pub fn tag(&self) -> &'static str {
        self.look.language.tag()
    }

    /// What was changed, where something was.
    pub fn changed(self) -> Option<Draft> {
        match self.draft {
            Cow::Owned(draft) => Some(draft),
            Cow::Borrowed(_) => None,
        }
    }

    /// Sends what was changed, and only then that it is to be saved.
    pub fn finish(self) {
        if let Cow::Owned(draft) = self.draft {
            self.send
                .push(Command::Form(Asked::Change(Box::new(draft))));
        }
        if self.wants_save || self.saves {
            self.send.push(Command::Form(Asked::Save));
        }
    }
}
