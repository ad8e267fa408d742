//! What is half typed into a cell survives as a form of its event: it goes to the journal a moment
//! after the last key, and comes back with the record.

use serde_json::json;

use crate::app::form::{KEEP_S, cell_journal_id};
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

    /// Writes the open cell down at once, where something was typed since; one that was left, or holds
    /// no part of an event yet, need not be kept any more.
    fn keep_cell(&mut self) {
        let timeline = &self.document.timeline;
        let language = self.settings.language();
        let mut kept = None;
        if let Some(cell) = &mut self.table.cell {
            if cell.unkept_s().is_none() {
                return;
            }
            cell.is_kept();
            kept = cell.half_typed(timeline, language).map(|(draft, before)| {
                let id = cell_journal_id(cell.event(), timeline);
                (id, json!({ "draft": draft, "before": before }))
            });
        }
        let before = self.table.kept_cell.take();
        match kept {
            Some((id, draft)) => {
                self.keep_draft(&id, Some(draft));
                self.table.kept_cell = Some(id);
            }
            None => {
                if let Some(id) = before {
                    self.keep_draft(&id, None);
                }
            }
        }
    }

    /// Another journal is to have what is half typed.
    pub(in crate::app) fn keep_cell_again(&mut self) {
        self.table.kept_cell = None;
        if let Some(cell) = &mut self.table.cell {
            cell.keep_again();
        }
    }

    /// Makes a form of what is half typed into the open cell: the table's record is about to be
    /// another one, or read anew.
    pub(in crate::app) fn leave_cell(&mut self) {
        let Some(cell) = self.table.cell.take() else {
            return;
        };
        let timeline = &self.document.timeline;
        let half = cell.half_typed(timeline, self.settings.language());
        if let Some((draft, before)) = half.filter(|_| !cell.is_untouched()) {
            let before = before.clone();
            self.add_left_form(cell.event(), draft, before);
        }
        // The form has it from now on.
        self.keep_cell();
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
                assert!(begun.elapsed() < Duration::from_secs(20), "it is not kept");
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
        // With a form of the same event: both are in the journal, and one form comes of them.
        desk.state
            .update(Command::Form(crate::app::command::Form::Edit));
        let form = desk.state.forms.open().expect("a form");
        let mut draft = form.draft().clone();
        draft.notes = vec![crate::document::draft::Words::new("en", "From the form")];
        let change = crate::app::command::Form::Change(Box::new(draft));
        desk.state.update(Command::Form(change));
        wait(&mut desk, &|journal| journal.contains("From the form"));
        let (_, _, journal) = kept(&desk).expect("a journal");
        assert!(journal.contains("cell event"), "{journal}");
        desk.state
            .update(Command::Form(crate::app::command::Form::Discard));
        // Who leaves the cell leaves nothing behind.
        ask(&mut desk, Asked::Cancel);
        wait(&mut desk, &|journal| {
            let last = journal.lines().rev().find(|line| line.contains("draft"));
            last.is_some_and(|line| !line.contains("Half a tit"))
        });
    }
}
