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

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use crate::app::Command;
    use crate::app::editing::tests::Desk;
    use crate::app::table::{Asked, Column};

    fn ask(desk: &mut Desk, asked: Asked) {
        desk.state.update(Command::Table(asked));
    }

    #[test]
    fn what_is_half_typed_into_a_cell_comes_back_after_a_crash() {
        let mut desk = Desk::bundled();
        ask(&mut desk, Asked::Toggle);
        let event = desk.timeline().events().nth(3).expect("some events");
        let id = desk.timeline().id(event).expect("an id").into_owned();
        let kept = |desk: &Desk| {
            let path = desk.state.path()?;
            let state = desk.folder.path().join("state");
            let folder = crate::document::backup::folder_of(&state, &path);
            let journal =
                std::fs::read_to_string(folder.join(crate::document::journal::NAME)).ok()?;
            Some((path, folder, journal))
        };
        let wait = |desk: &mut Desk, until: &dyn Fn(&str) -> bool| {
            let begun = Instant::now();
            while !kept(desk).is_some_and(|(_, _, journal)| until(&journal)) {
                assert!(begun.elapsed() < Duration::from_mins(2), "it is not kept");
                desk.state.pass(0.05, 0.05);
                std::thread::sleep(Duration::from_millis(1));
            }
        };
        let go = Asked::GoTo {
            event,
            column: Column::Title,
        };
        ask(&mut desk, go.clone());
        ask(&mut desk, Asked::Open);
        ask(&mut desk, Asked::Type("Half a tit".to_owned()));
        wait(&mut desk, &|journal| journal.contains("Half a tit"));
        // A kill: what stands on the disk now is what the next program finds.
        let mut next = Desk::bundled();
        let (path, folder, _) = kept(&desk).expect("a journal");
        let (copy, state) = (
            next.folder.path().join("copy.json"),
            next.folder.path().join("state"),
        );
        std::fs::copy(&path, &copy).expect("copied");
        let beside = crate::document::backup::folder_of(&state, &copy);
        std::fs::create_dir_all(&beside).expect("a folder");
        for name in std::fs::read_dir(&folder).expect("a folder") {
            let name = name.expect("a name").file_name();
            if name != *crate::document::lock::NAME {
                std::fs::copy(folder.join(&name), beside.join(&name)).expect("copied");
            }
        }
        next.state.update(Command::Open(copy));
        next.wait(|state| state.load.is_none() && !state.forms.kept().is_empty());
        let form = &next.state.forms.kept()[0];
        let of = next
            .timeline()
            .find(&id)
            .map(crate::app::form::Subject::Event);
        assert_eq!(Some(form.subject()), of);
        assert_eq!(form.draft().title_in("en"), "Half a tit");
        // Who leaves the cell leaves nothing behind.
        ask(&mut desk, Asked::Cancel);
        wait(&mut desk, &|journal| {
            let last = journal.lines().rev().find(|line| line.contains("draft"));
            last.is_some_and(|line| !line.contains("Half a tit"))
        });
    }
}
