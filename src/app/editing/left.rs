//! Edits of a program that died: offered when their record is opened, and made again or left out.

use std::sync::Arc;

use crate::app::message::Message;
use crate::app::state::{Dialog, State};
use crate::document::left::{Left, LeftEdits, leave_out};
use crate::index::Index;
use crate::record::ReadOnlyReason;

impl State {
    /// Takes what was found beside a record that was just opened.
    pub(in crate::app) fn take_left(&mut self, left: Option<Left>) {
        self.left = None;
        match left {
            None => {}
            Some(Left::Edits(edits)) => {
                self.left = Some(edits);
                self.dialog = Some(Dialog::Left);
            }
            Some(Left::Held) => self.leave_to_other(),
            Some(Left::Forms(recovered)) => {
                let drafts = recovered.drafts.clone();
                // With the first edit or form it goes on.
                self.editing.journal = Some(*recovered);
                self.take_drafts(drafts);
            }
            Some(Left::Merge(left)) => {
                self.take_drafts(left.recovered.drafts.clone());
                self.take_left_merge(*left);
            }
            Some(Left::Unread { path, why }) => {
                self.notices.problem(Message::LeftUnusable { path, why });
                let timeline = Arc::make_mut(&mut self.document.timeline);
                timeline.set_read_only(Some(ReadOnlyReason::UnreadEdits));
            }
            Some(Left::Unusable { path, why, drafts }) => {
                self.notices.problem(Message::LeftUnusable { path, why });
                self.take_drafts_anew(drafts);
            }
        }
    }

    /// Makes the edits again; they stand in the history, and are saved as any other.
    pub(super) fn bring_back(&mut self) {
        let failed = self
            .left
            .as_ref()
            .map_or(0, |left| left.replayed.failed.len());
        if failed > 0 && !self.keep_what_failed(failed) {
            // They stay where they are until there is a place for them.
            return;
        }
        let Some(left) = self.left.take() else { return };
        self.dialog = None;
        let LeftEdits {
            recovered,
            replayed,
        } = *left;
        let opened = self.document.timeline.snapshot();
        let spot = self.spot();
        self.let_go_of_jobs();
        let mut timeline = replayed.start;
        let mut failed = 0;
        for edit in replayed.edits {
            let made = self.editing.history.edit(&mut timeline, edit, spot.clone());
            failed += usize::from(made.is_err());
        }
        self.document.timeline = Arc::new(timeline);
        let grouping = self.settings.grouping;
        self.index = Arc::new(Index::build(&self.document.timeline, grouping, None));
        self.band_groups = crate::scene::band_groups(&self.document.timeline);
        self.find.restart();
        let timeline = &self.document.timeline;
        self.selected_more.clear();
        self.selected = self.selected.filter(|event| !timeline.is_removed(*event));
        let drafts = recovered.drafts.clone();
        self.begin_to_keep(opened, Some(recovered));
        self.take_drafts(drafts);
        self.editing.unsaved_s = Some(0.0);
        if failed > 0 {
            self.notices.problem(Message::LeftFailed(failed));
        }
    }

    /// Puts the edits aside; the journal that holds them stays on the disk.
    pub(super) fn leave_out(&mut self) {
        self.dialog = None;
        let (Some(left), Some(home), Some(path)) = (self.left.take(), &self.home, self.path())
        else {
            return;
        };
        if let Err(error) = leave_out(&*home.storage, &home.folders, &path) {
            self.notices.problem(Message::NotKept(error.to_string()));
        }
        // Its forms are none of the edits that are not wanted.
        self.take_drafts_anew(left.recovered.drafts);
    }
}
