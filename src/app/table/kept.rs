//! What is half typed into a cell survives as a form of its event: it goes to the journal a moment
//! after the last key, and comes back with the record.

use serde_json::json;

use super::cell::Cell;
use crate::app::form::{KEEP_S, Subject, event_journal_id};
use crate::app::state::State;

impl State {
    /// Writes the open cell down a moment after its last key. Returns the seconds until it wants to
    /// be called again.
    pub(in crate::app) fn pass_cell(&mut self, passed_s: f64) -> Option<f64> {
        let Some(cell) = &mut self.table.cell else {
            self.keep_cell();
            return None;
        };
        let unkept_s = cell.unkept_s()?;
        *unkept_s += passed_s;
        let left_s = KEEP_S - *unkept_s;
        if left_s > 0.0 {
            return Some(left_s);
        }
        self.keep_cell();
        None
    }

    /// Writes the open cell down at once, where something was typed since; one that was left need not
    /// be kept any more.
    pub(in crate::app) fn keep_cell(&mut self) {
        let Some(mut cell) = self.table.cell.take() else {
            if let Some(id) = self.table.kept_cell.take() {
                self.keep_draft(&id, None);
            }
            return;
        };
        let is_unkept = cell.unkept_s().is_some();
        cell.is_kept();
        if is_unkept && !self.forms.has(Subject::Event(cell.event())) {
            self.write_cell(&cell);
        }
        self.table.cell = Some(cell);
    }

    fn write_cell(&mut self, cell: &Cell) {
        let timeline = &self.document.timeline;
        let Some((draft, before)) = cell.half_typed(timeline, self.language()) else {
            return;
        };
        let id = event_journal_id(cell.event(), timeline);
        let kept = json!({ "draft": draft, "before": before });
        self.keep_draft(&id, Some(kept));
        self.table.kept_cell = Some(id);
    }
}
