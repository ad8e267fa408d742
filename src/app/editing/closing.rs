//! Closing the window without losing what was edited last.

use super::OnTheDisk;
use crate::app::state::{Dialog, Effect, State};
use crate::document::keeper::Keeper;

/// How far the closing of the window is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Closing {
    /// Nobody asked for it.
    #[default]
    No,
    /// The window closes as soon as the keeper has said that it keeps the edits.
    WhenKept,
    /// The reader wants it, whatever is lost.
    InAnyCase,
}

impl State {
    /// Whether the window may close now. Where the last edits are on no disk it may not: then the
    /// reader is asked, or it closes by itself when they are.
    pub fn may_close(&mut self) -> bool {
        if !self.pasting.is_empty() && self.closing == Closing::No {
            // What is pasted is an edit in a moment.
            self.closing = Closing::WhenKept;
            return false;
        }
        let editing = &self.editing;
        if !editing.is_modified() || self.closing == Closing::InAnyCase {
            return true;
        }
        match editing.disk {
            OnTheDisk::Kept if editing.keeper.as_ref().is_none_or(Keeper::has_all) => true,
            // Who asks again waits too long: the disk may hang.
            OnTheDisk::Kept | OnTheDisk::Nothing
                if editing.keeper.is_some() && self.closing == Closing::No =>
            {
                self.closing = Closing::WhenKept;
                false
            }
            _ => {
                self.closing = Closing::No;
                self.dialog = Some(Dialog::Closing);
                false
            }
        }
    }

    pub(super) fn close_in_any_case(&mut self) {
        self.closing = Closing::InAnyCase;
        self.effects.push(Effect::Close);
    }

    /// The keeper said how its work goes.
    pub(super) fn close_if_it_waits(&mut self) {
        if self.closing == Closing::WhenKept {
            self.closing = Closing::No;
            if self.may_close() {
                self.effects.push(Effect::Close);
            }
        }
    }
}
