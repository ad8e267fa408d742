//! The form for an event: what is filled in, kept while it is left, and saved as one edit.
//!
//! At most one form is open. One that is left is kept with what was typed, in memory and in the
//! record's journal, and is there again when it is asked for, after a crash too.

mod commands;
mod kept;
pub mod known;
pub mod offers;
mod pictures;
pub mod words;

pub(in crate::app) use commands::Drafted;
pub(in crate::app) use kept::{KEEP_S, cell_journal_id};

use std::path::PathBuf;
use std::sync::Arc;

use super::jobs::Job;
use crate::date::Edtf;
use crate::document::draft::{Checked, Draft, check, twins};
use crate::record::{EventIx, Timeline};
use known::Known;

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An event that is not there yet.
    New,
    /// One of the record.
    Event(EventIx),
}

impl Subject {
    /// The event; none for a new one.
    pub fn event(self) -> Option<EventIx> {
        match self {
            Self::New => None,
            Self::Event(event) => Some(event),
        }
    }
}

/// A form with what is filled in.
#[derive(Clone, Debug)]
pub struct Form {
    subject: Subject,
    /// Of several for new events, which one: the journal keeps each by its own name.
    number: u32,
    /// The name by which a journal has it now.
    kept_as: Option<String>,
    draft: Draft,
    /// As it was opened: what differs is what the person changed.
    before: Draft,
    checked: Checked,
    twins: Vec<EventIx>,
    /// Whether a save was tried: from then on what is missing is said everywhere.
    was_tried: bool,
    /// The relation whose event is to be picked on the canvas, by its place in the draft.
    picking: Option<usize>,
    /// The opening that it is of, of all of this record.
    opening: u64,
    /// Counts the changes, so that what is made of them is made once.
    revision: u64,
    /// Seconds since a change that the journal does not have.
    unkept_s: Option<f64>,
}

/// Which form of those that are open or kept.
type Whose = (Subject, u32);

impl Form {
    fn new(subject: Subject, draft: Draft, before: Draft, timeline: &Timeline) -> Self {
        let mut form = Self {
            subject,
            number: 1,
            kept_as: None,
            draft,
            before,
            checked: Checked::default(),
            twins: Vec::new(),
            was_tried: false,
            picking: None,
            opening: 0,
            revision: 0,
            unkept_s: None,
        };
        form.check(timeline);
        form
    }

    /// The form of an event of the record, as it stands there.
    fn of(event: EventIx, timeline: &Timeline) -> Self {
        let language = timeline.language().as_str();
        let draft = Draft::read(timeline.event_json(event), language);
        Self::new(Subject::Event(event), draft.clone(), draft, timeline)
    }

    /// A form that stands for no event, for what asks for some of its fields only.
    pub fn over(draft: Draft, timeline: &Timeline) -> Self {
        Self::new(Subject::New, draft, Draft::default(), timeline)
    }

    fn whose(&self) -> Whose {
        (self.subject, self.number)
    }

    fn check(&mut self, timeline: &Timeline) {
        self.check_fields(timeline);
        let event = self.subject.event();
        // An event that is there is no double of another as long as it is called and dated so.
        let (draft, before) = (&self.draft, &self.before);
        let is_as_it_was =
            event.is_some() && (&draft.title, &draft.date) == (&before.title, &before.date);
        let extent = self.checked.extent().filter(|_| !is_as_it_was);
        let twins = extent.map(|extent| twins(&self.draft, extent, timeline, event));
        self.twins = twins.unwrap_or_default();
        self.revision += 1;
    }

    /// The same without a search for doubles, which take no part in whether it can be saved.
    fn check_fields(&mut self, timeline: &Timeline) {
        let event = self.subject.event();
        self.checked = check(&self.draft, &self.before, timeline, event);
    }

    /// What it is for.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// What is filled in.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// What is understood of it, and what is wrong.
    pub fn checked(&self) -> &Checked {
        &self.checked
    }

    /// The date, where it can be read.
    pub fn date(&self) -> Option<&Edtf> {
        self.checked.date.as_ref()
    }

    /// Events of the record that may be the same.
    pub fn twins(&self) -> &[EventIx] {
        &self.twins
    }

    /// Whether a save was tried.
    pub fn was_tried(&self) -> bool {
        self.was_tried
    }

    /// The relation whose event is to be picked on the canvas.
    pub fn picking(&self) -> Option<usize> {
        self.picking
    }

    /// Whether something differs from the form as it was opened.
    pub fn is_changed(&self) -> bool {
        self.draft != self.before
    }

    /// A number that differs with each opening of a form.
    pub fn opening(&self) -> u64 {
        self.opening
    }

    /// A number that differs with each change.
    pub fn revision(&self) -> u64 {
        self.revision
    }
}

/// The forms of the open record.
#[derive(Debug, Default)]
pub struct Forms {
    open: Option<Box<Form>>,
    /// Those that were left, the last one last.
    kept: Vec<Form>,
    /// How many were opened.
    openings: u64,
    /// What was thrown away last.
    discarded: Option<Box<Form>>,
    /// What completes words.
    known: Arc<Known>,
    /// The index's revision that `known` was gathered at.
    known_at: Option<u64>,
    gathering: Option<Job<Known>>,
    pictures: pictures::Pictures,
    /// The file that the record is about to go on as, with its forms.
    pub(super) moves_to: Option<PathBuf>,
}

impl Forms {
    /// Of a record that was just opened; openings go on being counted.
    pub(super) fn emptied(&self) -> Self {
        Self {
            openings: self.openings,
            ..Self::default()
        }
    }

    /// A number that no form for a new event has: the one that is wanted, or the first.
    fn number(&self, wanted: Option<u32>) -> u32 {
        let open = self.open.as_deref().into_iter();
        let discarded = self.discarded.as_deref();
        let forms = || open.clone().chain(&self.kept).chain(discarded);
        let is_taken =
            |number| forms().any(|form| form.subject == Subject::New && form.number == number);
        let mut numbers = wanted.into_iter().chain(1..);
        numbers.find(|number| !is_taken(*number)).unwrap_or(1)
    }

    /// The form that is open.
    pub fn open(&self) -> Option<&Form> {
        self.open.as_deref()
    }

    /// Those that were left.
    pub fn kept(&self) -> &[Form] {
        &self.kept
    }

    /// The picture that is being brought beside the record, by its name, and how far it is.
    pub fn bringing(&self) -> Option<(&str, f32)> {
        self.pictures.bringing()
    }

    /// People and places of the record, to complete words by.
    pub fn known(&self) -> &Known {
        &self.known
    }
}

#[cfg(test)]
mod tests;
