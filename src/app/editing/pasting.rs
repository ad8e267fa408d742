//! Events from the clipboard. A few are read at once, many in a job.

use std::sync::Arc;

use crate::app::jobs::{Ended, Job};
use crate::app::message::Message;
use crate::app::state::State;
use crate::document::EditError;
use crate::document::clip::{self, ClipError, Pasted};
use crate::record::EventIx;

/// A text of so many bytes is read within a frame: 1,000 rows of 50 bytes take 50 ms.
const AT_ONCE_BYTES: usize = 8 << 10;

/// A text from the clipboard that is being read.
#[derive(Debug)]
pub struct Pasting {
    text: Arc<str>,
    /// None: the record was changed meanwhile, and it is to be read anew.
    job: Option<Job<Option<Result<Pasted, ClipError>>>>,
}

impl Pasting {
    /// The job holds the record as it was; without it the record can be changed where it lies.
    pub(in crate::app) fn let_go_of_job(&mut self) {
        self.job = None;
    }
}

impl State {
    /// Adds the events that a text holds.
    pub(super) fn paste(&mut self, text: &str) {
        if self.document.timeline.read_only_reason().is_some() {
            self.tell_not_edited(&EditError::ReadOnly);
        } else if text.len() <= AT_ONCE_BYTES {
            let pasted = clip::paste(text, &self.document.timeline, self.language());
            self.take_pasted(pasted);
        } else {
            self.pasting.push_back(Pasting {
                text: text.into(),
                job: None,
            });
            self.pass_pasting();
        }
    }

    fn read_pasted(&mut self) {
        if let Some(pasting) = self.pasting.front_mut() {
            let timeline = Arc::clone(&self.document.timeline);
            let (text, language) = (Arc::clone(&pasting.text), self.settings.language());
            let (name, wake) = (self.document.origin.name(), Arc::clone(&self.wake));
            let job = Job::start(name, wake, move |progress| {
                clip::paste_unless_cancelled(&text, &timeline, language, progress)
            });
            pasting.job = Some(job);
        }
    }

    /// Takes what a job has read.
    pub(super) fn pass_pasting(&mut self) {
        // One after the other.
        let ended = match self.pasting.front() {
            None => return,
            Some(Pasting { job: Some(job), .. }) => job.poll(),
            Some(Pasting { job: None, .. }) => {
                self.read_pasted();
                return;
            }
        };
        match ended {
            None => {}
            Some(Ended::Done(pasted)) => {
                self.pasting.pop_front();
                if let Some(pasted) = pasted {
                    self.take_pasted(pasted);
                }
                self.close_if_it_waits();
            }
            Some(Ended::Broke) => {
                self.pasting.pop_front();
                self.notices.problem(Message::PastingBroke);
                self.close_if_it_waits();
            }
        }
    }

    fn take_pasted(&mut self, pasted: Result<Pasted, ClipError>) {
        let pasted = match pasted {
            Ok(pasted) => pasted,
            Err(error) => {
                self.notices.problem(Message::NotPasted(error));
                return;
            }
        };
        let Pasted {
            edit,
            events,
            title,
            rejected,
            unknown_columns,
        } = pasted;
        if let Some(edit) = edit {
            let before = self.document.timeline.len();
            if self.edit(edit).is_none() {
                return;
            }
            let all = self.document.timeline.len();
            let added = (before..all).map(EventIx::from_index);
            self.reveal(EventIx::from_index(before));
            self.focus_event = self.selected;
            self.add_to_selection(added);
            let title = crate::scene::cut(title).into_owned();
            self.done_but_undo(Message::Pasted { events, title });
        }
        if !unknown_columns.is_empty() {
            self.notices.done(Message::UnknownColumns(unknown_columns));
        }
        if !rejected.is_empty() {
            self.notices.problem(Message::NotAllPasted(rejected));
        }
    }
}
