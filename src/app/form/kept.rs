//! Forms that survive: what is typed goes to the journal a moment after the last key, and comes back
//! with the record.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Value, json};

use super::known::Known;
use super::{Form, Forms, Subject};
use crate::app::command::{Command, Form as Asked};
use crate::app::jobs::{Ended, Job};
use crate::app::message::Message;
use crate::app::state::State;
use crate::document::draft::Draft;
use crate::record::{EventIx, Timeline};

/// Seconds after the last change until a form is written down.
pub(in crate::app) const KEEP_S: f64 = 0.5;

/// After how many changes of the record it is read anew for what completes words.
const GATHER_AGAIN: u64 = 100;

/// Forms as a journal has them: by their ids.
pub(in crate::app) type KeptDrafts = Vec<(Box<str>, Value)>;

impl State {
    /// Writes the open form down a moment after its last change, and takes what was gathered.
    /// Returns the seconds until it wants to be called again.
    pub(in crate::app) fn pass_forms(&mut self, passed_s: f64) -> Option<f64> {
        self.take_known();
        self.pass_pictures();
        self.keep_left_forms();
        let form = self.forms.open.as_mut()?;
        let unkept_s = form.unkept_s.as_mut()?;
        *unkept_s += passed_s;
        let left_s = KEEP_S - *unkept_s;
        if left_s > 0.0 {
            return Some(left_s);
        }
        self.keep_open_form();
        None
    }

    /// Writes the open form down at once.
    pub(in crate::app) fn keep_open_form(&mut self) {
        if let Some(mut form) = self.forms.open.take() {
            if form.unkept_s.is_some() {
                self.keep_form(&mut form);
            }
            self.forms.open = Some(form);
        }
    }

    /// Writes down what was left and is in no journal yet.
    pub(in crate::app) fn keep_left_forms(&mut self) {
        if self.forms.kept.iter().any(|form| form.unkept_s.is_some()) {
            let mut kept = std::mem::take(&mut self.forms.kept);
            for form in kept.iter_mut().filter(|form| form.unkept_s.is_some()) {
                self.keep_form(form);
            }
            self.forms.kept = kept;
        }
    }

    /// Takes the forms out of a record that is about to be the same one, read anew.
    pub(in crate::app) fn carry_forms(&mut self) -> Carried {
        let forms = std::mem::take(&mut self.forms);
        self.forms.openings = forms.openings;
        let whose = forms.open.as_ref().map(|form| form.whose());
        let pictures = whose.into_iter().flat_map(|it| forms.pictures.of(it));
        let pictures = pictures.cloned().collect();
        let timeline = Arc::clone(&self.document.timeline);
        let named = |form: Form| (form.journal_id(&timeline), form);
        let mut carried = Carried {
            open: forms.open.map(|form| named(*form)),
            kept: forms.kept.into_iter().map(named).collect(),
            pictures,
        };
        drop(timeline);
        for (_, form) in carried.open.iter_mut().chain(&mut carried.kept) {
            // The next journal has them.
            if self.editing.is_kept() {
                self.end_draft(form);
            }
            form.kept_as = None;
        }
        carried
    }

    /// Puts forms into the record that was read anew.
    pub(in crate::app) fn put_forms(&mut self, carried: Carried) {
        let timeline = &self.document.timeline;
        let anew = |(id, mut form): (String, Form)| {
            form.subject = subject_of(&id, &form.before, timeline);
            form.picking = None;
            form.rebase(timeline);
            form.check(timeline);
            form.unkept_s = form.is_changed().then_some(0.0);
            form
        };
        self.forms.open = carried.open.map(anew).map(Box::new);
        self.forms.kept = carried.kept.into_iter().map(anew).collect();
        // The event of one may be gone.
        let open = self.forms.open.as_deref_mut().into_iter();
        let new = open.chain(&mut self.forms.kept);
        let new = new.filter(|form| form.subject == Subject::New);
        new.zip(1..).for_each(|(form, number)| form.number = number);
        for from in carried.pictures {
            self.add_picture(from);
        }
    }

    /// Brings the forms of events that were changed elsewhere up to date.
    pub(in crate::app) fn follow_in_forms(&mut self, touched: &[EventIx]) {
        let timeline = &self.document.timeline;
        let open = self.forms.open.as_deref_mut().into_iter();
        for form in open.chain(&mut self.forms.kept) {
            let event = form.subject.event();
            if event.is_some_and(|event| touched.contains(&event)) {
                form.rebase(timeline);
                form.check(timeline);
            }
        }
    }

    /// Writes a form down.
    pub(super) fn keep_form(&mut self, form: &mut Form) {
        form.unkept_s = None;
        let id = form.journal_id(&self.document.timeline);
        let kept = form
            .is_changed()
            .then(|| json!({ "draft": form.draft, "before": form.before }));
        let is_kept = kept.is_some();
        self.keep_draft(&id, kept);
        // Its event may be gone since: it has another name now.
        let before = std::mem::replace(&mut form.kept_as, is_kept.then(|| id.clone()));
        if let Some(before) = before.filter(|before| *before != id) {
            self.keep_draft(&before, None);
        }
    }

    /// The journal need not keep a form any more.
    pub(super) fn end_draft(&mut self, form: &Form) {
        let id = form.journal_id(&self.document.timeline);
        let before = form.kept_as.as_ref().filter(|before| **before != id);
        for id in before.into_iter().chain([&id]) {
            self.keep_draft(id, None);
        }
    }

    /// Takes the forms that a journal kept; those that are open or were left in this window go
    /// before them.
    pub(in crate::app) fn take_drafts(&mut self, mut drafts: KeptDrafts) {
        // Those that have numbers keep them; forms of events that are gone get what is left.
        // What is of a cell comes after its event's form.
        drafts.sort_by_key(|(id, _)| (id.starts_with(OF_CELL), number_of(id).is_none()));
        for (id, kept) in drafts {
            let Some(mut form) = Form::kept(&id, &kept, &self.document.timeline) else {
                continue;
            };
            if !form.is_changed() {
                // What it asked for was done in the moment before the end.
                self.keep_draft(&id, None);
                continue;
            }
            if id.starts_with(OF_CELL) && self.add_to_form(&form) {
                self.keep_draft(&id, None);
                continue;
            }
            if form.subject == Subject::New {
                form.number = self.forms.number(number_of(&id));
            }
            form.kept_as = Some(id.into_string());
            self.forms.openings += 1;
            form.opening = self.forms.openings;
            let title = form.draft.title_in(self.settings.language().tag());
            let title = crate::scene::cut(title).into_owned();
            let resume = Command::Form(Asked::Resume(form.opening));
            self.forms.kept.push(form);
            self.notices.ask(Message::FormKept(title), resume);
        }
    }

    /// Brings what a form changes into another one of the same event, where there is one.
    fn add_to_form(&mut self, form: &Form) -> bool {
        let timeline = &self.document.timeline;
        let open = self.forms.open.as_deref_mut().into_iter();
        let mut forms = open.chain(&mut self.forms.kept);
        let of = forms.find(|other| other.subject == form.subject);
        let Some(other) = of.filter(|other| other.subject != Subject::New) else {
            return false;
        };
        other.draft = form.draft.rebased(&form.before, &other.draft);
        other.check(timeline);
        other.unkept_s = Some(0.0);
        true
    }

    /// A form of an event that was filled in elsewhere, and is kept with those that were left.
    pub(in crate::app) fn add_left_form(&mut self, event: EventIx, draft: Draft, before: Draft) {
        let timeline = &self.document.timeline;
        let mut form = Form::new(Subject::Event(event), draft, before, timeline);
        if form.is_changed() && !self.add_to_form(&form) {
            self.forms.openings += 1;
            form.opening = self.forms.openings;
            form.unkept_s = Some(0.0);
            self.forms.kept.push(form);
        }
    }

    /// Takes forms whose journal was put aside: another one keeps them from now on.
    pub(in crate::app) fn take_drafts_anew(&mut self, drafts: KeptDrafts) {
        for (id, kept) in &drafts {
            self.keep_draft(id, Some(kept.clone()));
        }
        self.take_drafts(drafts);
    }

    /// Reads the record for what completes words, where that was not done since its last change.
    pub(in crate::app) fn gather_known(&mut self) {
        // What is saved in forms is learned as it comes; reading a large record anew is for many
        // other changes.
        let revision = self.index.revision();
        let is_near = |at: u64| revision.abs_diff(at) < GATHER_AGAIN;
        if self.forms.known_at.is_some_and(is_near) {
            return;
        }
        self.forms.known_at = Some(revision);
        let timeline = Arc::clone(&self.document.timeline);
        let name = self.document.origin.name();
        let gather = move |progress: &crate::format::Progress| Known::gather(&timeline, progress);
        self.forms.gathering = Some(Job::start(name, Arc::clone(&self.wake), gather));
    }

    fn take_known(&mut self) {
        let ended = self.forms.gathering.as_ref().and_then(Job::poll);
        if let Some(ended) = ended {
            self.forms.gathering = None;
            if let Ended::Done(known) = ended {
                self.forms.known = Arc::new(known);
            }
        }
    }
}

/// Forms on their way from a record to the same one, read anew.
pub(in crate::app) struct Carried {
    open: Option<(String, Form)>,
    kept: Vec<(String, Form)>,
    /// Pictures on their way to the open one.
    pictures: Vec<PathBuf>,
}

impl Carried {
    /// Whether there are none.
    pub(in crate::app) fn is_empty(&self) -> bool {
        self.open.is_none() && self.kept.is_empty()
    }
}

/// The number of a form for a new event, by its name in the journal.
fn number_of(id: &str) -> Option<u32> {
    match id.split_once(' ') {
        None if id == "new" => Some(1),
        Some(("new", number)) => number.parse().ok(),
        _ => None,
    }
}

/// Before the name of an event's form: what is half typed into a cell of it.
const OF_CELL: &str = "cell ";

/// The name under which a journal keeps what is half typed into a cell of an event.
pub(in crate::app) fn cell_journal_id(event: EventIx, timeline: &Timeline) -> String {
    format!("{OF_CELL}{}", event_journal_id(event, timeline))
}

/// The name under which a journal keeps the form of an event.
fn event_journal_id(event: EventIx, timeline: &Timeline) -> String {
    match timeline.id(event) {
        Some(id) => format!("event {id}"),
        None => format!("at {}", event.0),
    }
}

/// What a form is for that the journal keeps under this name.
fn subject_of(id: &str, before: &Draft, timeline: &Timeline) -> Subject {
    let id = id.strip_prefix(OF_CELL).unwrap_or(id);
    let event = match id.split_once(' ') {
        Some(("event", id)) => timeline.find(id),
        Some(("at", at)) => {
            let at = at.parse().ok().map(EventIx);
            // Another event may stand there now: it is this one only if it reads as it did.
            let language = timeline.language().as_str();
            let is_it = |at: &EventIx| {
                let is_there = at.index() < timeline.len() && !timeline.is_removed(*at);
                is_there && Draft::read(timeline.event_json(*at), language) == *before
            };
            at.filter(is_it)
        }
        _ => None,
    };
    event.map_or(Subject::New, Subject::Event)
}

impl Forms {
    /// What completes words is gathered again when a form is opened next.
    pub(in crate::app) fn stop_gathering(&mut self) {
        if self.gathering.take().is_some() {
            self.known_at = None;
        }
    }

    /// No journal has the forms any more: they are written down anew.
    pub(in crate::app) fn keep_again(&mut self) {
        let open = self.open.as_deref_mut().into_iter();
        for form in open.chain(&mut self.kept).filter(|form| form.is_changed()) {
            form.unkept_s = Some(0.0);
        }
    }
}

impl Form {
    /// The name under which the journal keeps it. An event without an id goes by its position.
    pub(super) fn journal_id(&self, timeline: &Timeline) -> String {
        match self.subject {
            Subject::New if self.number == 1 => "new".to_owned(),
            Subject::New => format!("new {}", self.number),
            Subject::Event(event) => event_journal_id(event, timeline),
        }
    }

    /// Takes up what the event is now; what was typed stays.
    pub(super) fn rebase(&mut self, timeline: &Timeline) {
        self.draft.follow(timeline);
        let Some(event) = self.subject.event() else {
            return;
        };
        if timeline.is_removed(event) {
            return;
        }
        let now = Draft::read(timeline.event_json(event), timeline.language().as_str());
        if now != self.before {
            self.draft = if self.is_changed() {
                self.draft.rebased(&self.before, &now)
            } else {
                now.clone()
            };
            self.before = now;
        }
    }

    /// A form that a journal kept; none where it cannot be read.
    pub(super) fn kept(id: &str, kept: &Value, timeline: &Timeline) -> Option<Self> {
        let draft: Draft = serde_json::from_value(kept["draft"].clone()).ok()?;
        let before: Draft = serde_json::from_value(kept["before"].clone()).ok()?;
        let subject = subject_of(id, &before, timeline);
        let before = match subject {
            Subject::Event(_) => before,
            // What it was of is gone: all of it is new.
            Subject::New => Draft::default(),
        };
        let mut form = Self::new(subject, draft, before, timeline);
        form.rebase(timeline);
        form.check(timeline);
        Some(form)
    }
}
