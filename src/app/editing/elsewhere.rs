//! A record that another window edits: it is open for reading here, until that window is gone.

use std::sync::Arc;

use crate::app::jobs::{Ended, Job};
use crate::app::message::Message;
use crate::app::state::State;
use crate::document::left::is_free;
use crate::record::ReadOnlyReason;

/// Seconds from one look for the other window to the next.
const LOOK_S: f64 = 2.0;

/// The waiting for another window.
#[derive(Debug)]
pub(super) struct Elsewhere {
    /// Seconds until the next look.
    left_s: f64,
    looking: Option<Job<bool>>,
}

impl State {
    /// Leaves a record to the window that edits it.
    pub(super) fn leave_to_other(&mut self) {
        let timeline = Arc::make_mut(&mut self.document.timeline);
        timeline.set_read_only(Some(ReadOnlyReason::EditedElsewhere));
        self.editing.elsewhere = Some(Elsewhere {
            left_s: LOOK_S,
            looking: None,
        });
        self.notices.problem(Message::EditedElsewhere);
    }

    /// Looks now and then whether the other window is gone. Returns the seconds until it wants to be
    /// called again.
    pub(super) fn look_for_other(&mut self, passed_s: f64) -> Option<f64> {
        let elsewhere = self.editing.elsewhere.as_mut()?;
        if let Some(looking) = &elsewhere.looking {
            // The job wakes the window when it has ended.
            let ended = looking.poll()?;
            elsewhere.looking = None;
            elsewhere.left_s = LOOK_S;
            if let Ended::Done(true) = ended {
                self.take_over();
                return None;
            }
            return Some(LOOK_S);
        }
        elsewhere.left_s -= passed_s;
        if elsewhere.left_s > 0.0 {
            return Some(elsewhere.left_s);
        }
        let (home, path) = (self.home.clone()?, self.document.origin.path()?.to_owned());
        let look = move |_: &crate::format::Progress| is_free(&*home.storage, &home.folders, &path);
        let name = self.document.origin.name();
        elsewhere.looking = Some(Job::start(name, Arc::clone(&self.wake), look));
        None
    }

    /// The other window is gone: the record can be changed here, as that one left it.
    fn take_over(&mut self) {
        self.editing.elsewhere = None;
        let is_over =
            |message: &Message| matches!(message, Message::EditedElsewhere | Message::ReadOnly(_));
        self.notices.forget(is_over);
        self.notices.done(Message::FreeAgain);
        // What that window saved last, and what it may have left, is read; until then nothing is
        // changed here.
        self.reload();
    }
}
