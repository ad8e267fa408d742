//! What is done with forms.

use std::sync::Arc;

use super::{Form, Subject};
use crate::app::command::{self, Command};
use crate::app::message::Message;
use crate::app::state::{Dialog, Effect, State};
use crate::date::Zone;
use crate::document::draft::{Draft, Unfinished, Words};
use crate::document::{EditError, What};
use crate::index::{LaneKey, Touched};
use crate::record::EventIx;

use command::Form as Asked;

/// What became of a draft.
pub(in crate::app) enum Drafted {
    /// It is an edit that touched these events.
    Made(Vec<Touched>),
    /// It holds what the event held before.
    Same,
    /// It could not be made; the reader was told why.
    Refused,
}

impl State {
    /// Carries out one command.
    pub(in crate::app) fn update_form(&mut self, asked: Asked) {
        match asked {
            Asked::New => self.open_form(Subject::New, |_| {}),
            Asked::NewAt { date, lane } => {
                let actors = lane.as_ref().map(actors_of).unwrap_or_default();
                let kind = lane.and_then(|lane| match lane {
                    LaneKey::Kind(kind) => Some(kind),
                    _ => None,
                });
                self.open_form(Subject::New, |draft| {
                    if draft.date.is_empty() {
                        draft.date = date;
                    }
                    if draft.actors.is_empty() {
                        draft.actors = actors;
                    }
                    if let Some(kind) = kind {
                        draft.kind = kind;
                    }
                });
            }
            Asked::Edit => match self.selected {
                Some(event) => self.open_form(Subject::Event(event), |_| {}),
                None => self.notices.done(Message::SelectFirst),
            },
            Asked::Change(draft) => self.change_form(*draft),
            Asked::Save => self.save_form(),
            Asked::Leave => {
                if self.leave_form() {
                    self.tell_form_is_kept();
                }
            }
            Asked::Discard => self.discard_form(),
            Asked::TakeBack => self.take_form_back(),
            Asked::Resume(at) => self.resume_form(at),
            Asked::Pick(relation) => {
                if let Some(form) = &mut self.forms.open {
                    form.picking = relation;
                }
            }
            Asked::Picked(event) => self.pick(event),
            Asked::AskForPicture => self.effects.push(Effect::AskForPicture),
            Asked::AddPicture(from) => self.add_picture(from),
            Asked::StopPictures => self.forms.pictures.stop(),
        }
    }

    fn open_form(&mut self, subject: Subject, fill: impl FnOnce(&mut Draft)) {
        if !self.may_fill_in() {
            return;
        }
        if self
            .forms
            .open
            .as_ref()
            .is_some_and(|form| form.subject == subject)
        {
            self.effects.push(Effect::FocusForm);
            return;
        }
        self.leave_form();
        let kept = self.forms.kept.iter();
        let kept = kept.enumerate().rfind(|(_, form)| form.subject == subject);
        let mut form = match kept.map(|(at, _)| at) {
            Some(at) => {
                self.notices.done(Message::FormAgain);
                self.forms.kept.remove(at)
            }
            None => match subject {
                Subject::Event(event) => Form::of(event, &self.document.timeline),
                Subject::New => self.blank_form(),
            },
        };
        fill(&mut form.draft);
        self.show_form(form);
    }

    /// Whether what is filled in could become an edit; says why not.
    pub(in crate::app) fn may_fill_in(&mut self) -> bool {
        if self.left.is_some() {
            self.dialog = Some(Dialog::Left);
            return false;
        }
        let is_read_only = self.document.timeline.read_only_reason().is_some();
        if is_read_only {
            self.tell_not_edited(&EditError::ReadOnly);
        }
        !is_read_only
    }

    /// A form for a new event; it asks for a title in the reader's language first.
    fn blank_form(&self) -> Form {
        let blank = Draft {
            title: vec![Words::new(self.language().tag(), "")],
            time_zone: self
                .settings
                .zone()
                .unwrap_or(Zone::TOKYO)
                .name()
                .to_owned(),
            ..Draft::default()
        };
        Form {
            number: self.forms.number(None),
            ..Form::new(Subject::New, blank.clone(), blank, &self.document.timeline)
        }
    }

    fn show_form(&mut self, mut form: Form) {
        form.was_tried = false;
        let resume = Command::Form(Asked::Resume(form.opening));
        self.notices.withdraw(&resume);
        self.forms.openings += 1;
        form.opening = self.forms.openings;
        form.check(&self.document.timeline);
        self.forms.open = Some(Box::new(form));
        self.settings.panel = true;
        self.dialog = None;
        self.gather_known();
        self.effects.push(Effect::FocusForm);
    }

    fn change_form(&mut self, draft: Draft) {
        let timeline = &self.document.timeline;
        if let Some(form) = self.forms.open.as_mut().filter(|form| form.draft != draft) {
            if draft.relations.len() < form.draft.relations.len() {
                // Another one stands in its place now.
                form.picking = None;
            }
            form.draft = draft;
            form.check(timeline);
            form.unkept_s = Some(0.0);
        }
    }

    /// Closes the form and keeps what was typed; returns whether something was.
    pub(in crate::app) fn leave_form(&mut self) -> bool {
        let Some(mut form) = self.forms.open.take() else {
            return false;
        };
        form.picking = None;
        self.forms.pictures.save_no_more();
        let awaits = self.forms.pictures.of(form.whose()).next().is_some();
        let is_kept = form.is_changed() || awaits;
        if is_kept {
            self.keep_form(&mut form);
            self.forms.kept.push(*form);
        }
        self.effects.push(Effect::FocusCanvas);
        self.focus_event = self.selected;
        is_kept
    }

    /// What was typed is not lost, and where it is.
    fn tell_form_is_kept(&mut self) {
        if let Some(form) = self.forms.kept.last() {
            let title = form.draft.title_in(self.settings.language().tag());
            let title = crate::scene::cut(title).into_owned();
            let resume = Command::Form(Asked::Resume(form.opening));
            self.notices.done_but(Message::FormKept(title), resume);
        }
    }

    /// Closes the form and throws away what was typed; that can be taken back.
    fn discard_form(&mut self) {
        let Some(form) = self.forms.open.take() else {
            return;
        };
        self.end_draft(&form);
        self.forms.pictures.stop_for(form.whose());
        if form.is_changed() {
            self.forms.discarded = Some(form);
            let take_back = Command::Form(Asked::TakeBack);
            self.notices.done_but(Message::FormDiscarded, take_back);
        }
        self.effects.push(Effect::FocusCanvas);
        self.focus_event = self.selected;
    }

    fn take_form_back(&mut self) {
        if let Some(mut form) = self.forms.discarded.take() {
            self.leave_form();
            form.unkept_s = Some(0.0);
            // Its event may have been changed since.
            form.rebase(&self.document.timeline);
            self.show_form(*form);
        }
    }

    /// Opens one of the forms that were left.
    fn resume_form(&mut self, opening: u64) {
        let at = self
            .forms
            .kept
            .iter()
            .position(|form| form.opening == opening);
        if let Some(at) = at {
            let form = self.forms.kept.remove(at);
            self.leave_form();
            if let Some(event) = form.subject.event() {
                self.reveal(event);
            }
            self.show_form(form);
        }
    }

    /// Saves what the form says as one edit.
    pub(super) fn save_form(&mut self) {
        if self.saves_after_pictures() {
            return;
        }
        let Some(mut form) = self.forms.open.take() else {
            return;
        };
        if form
            .subject
            .event()
            .is_some_and(|event| self.document.timeline.is_removed(event))
        {
            // It was deleted meanwhile; what was typed becomes an event of its own.
            form.subject = Subject::New;
            form.number = self.forms.number(None);
            form.before = Draft::default();
            form.unkept_s = Some(0.0);
        }
        form.draft.follow(&self.document.timeline);
        form.check_fields(&self.document.timeline);
        if form.checked.blocks() {
            form.was_tried = true;
            self.forms.open = Some(form);
            self.effects.push(Effect::FocusProblem);
            return;
        }
        let event = form.subject.event();
        let made = match self.edit_as(&form.draft, &form.before, event) {
            Drafted::Made(made) => made,
            Drafted::Same => {
                self.end_draft(&form);
                self.notices.done(Message::NothingChanged);
                self.effects.push(Effect::FocusCanvas);
                return;
            }
            Drafted::Refused => {
                self.forms.open = Some(form);
                return;
            }
        };
        self.end_draft(&form);
        Arc::make_mut(&mut self.forms.known).learn(&form.draft);
        let saved = event.or_else(|| made.last().map(|(event, _)| *event));
        if let Some(saved) = saved {
            let label = self.editing.history().to_undo().map(|entry| &entry.label);
            let source = label.filter(|label| label.what == What::ChangeSource);
            let title = match source {
                Some(label) => crate::scene::cut(&*label.title).into_owned(),
                None => self.short_title(saved),
            };
            let message = match event {
                None => Message::EventAdded(title),
                Some(_) => Message::Changed(title),
            };
            let undo = Command::Editing(command::Editing::Undo);
            self.notices.done_but(message, undo);
            self.reveal(saved);
            self.focus_event = Some(saved);
        }
        self.effects.push(Effect::FocusCanvas);
    }

    /// Makes the record have what a draft says, as one edit. `before` is the draft as it was opened.
    pub(in crate::app) fn edit_as(
        &mut self,
        draft: &Draft,
        before: &Draft,
        event: Option<EventIx>,
    ) -> Drafted {
        let language = self.language().tag();
        match draft.edit(before, &self.document.timeline, event, language) {
            Ok(edit) => self.edit(edit).map_or(Drafted::Refused, Drafted::Made),
            Err(Unfinished::Same) => Drafted::Same,
            Err(Unfinished::Text(error)) => {
                self.notices.problem(Message::NotEdited(error.to_string()));
                Drafted::Refused
            }
        }
    }

    /// The event of a relation was pointed at on the canvas.
    fn pick(&mut self, event: EventIx) {
        let timeline = &self.document.timeline;
        let Some(form) = &mut self.forms.open else {
            return;
        };
        let Some(at) = form.picking.take() else {
            return;
        };
        let Some(id) = timeline
            .id(event)
            .filter(|_| form.subject.event() != Some(event))
        else {
            self.notices.done(Message::CannotRelate);
            return;
        };
        if let Some(relation) = form.draft.relations.get_mut(at) {
            relation.event = id.into_owned();
            form.check(timeline);
            form.unkept_s = Some(0.0);
        }
    }
}

/// The actors of the events of a lane.
fn actors_of(lane: &LaneKey) -> Vec<String> {
    match lane {
        LaneKey::Actors(actors) => actors.clone(),
        LaneKey::Around(actor) | LaneKey::Actor(actor) => vec![actor.clone()],
        _ => Vec::new(),
    }
}
