//! What is done in the table.

use std::sync::Arc;

use super::cell::Cell;
use super::column::{Column, Manner};
use super::order::{Keys, Sorting};
use super::{Asked, FoundRows, Step};
use crate::app::command::{Command, Editing, Form};
use crate::app::form::Drafted;
use crate::app::jobs::{Ended, Job};
use crate::app::state::{Effect, State};
use crate::format::Progress;
use crate::index::Touched;
use crate::record::EventIx;

/// Events whose keys are made between two looks at whether they are still wanted.
const KEYS_PER_LOOK: usize = 1_024;
/// So many events that an edit added find their rows by search; more are sorted with all.
const MOST_PUT_IN: usize = 64;

impl State {
    /// Carries out one command.
    pub(in crate::app) fn update_table(&mut self, asked: Asked) {
        if self.table.cell.is_some() && matches!(asked, Asked::GoTo { .. } | Asked::Open) {
            // What was typed is not lost on the way.
            self.commit_cell(Step::Stay);
            if self.table.cell.is_some() {
                return;
            }
        }
        match asked {
            Asked::Toggle => self.toggle_table(),
            Asked::SortBy(column) => {
                let now = self.table.sorting;
                let direction = if now.column == column {
                    now.direction.turned()
                } else {
                    super::Direction::Up
                };
                self.sort_table(Sorting { column, direction });
            }
            Asked::SortAtHand(direction) => self.sort_table(Sorting {
                column: self.table.column,
                direction,
            }),
            Asked::GoTo { event, column } => {
                self.table.column = column;
                self.select_row(event);
            }
            Asked::Step(step) => self.step_in_table(step),
            Asked::Open => self.open_cell(),
            Asked::Type(typed) => {
                let language = self.language();
                if let Some(cell) = &mut self.table.cell {
                    cell.set_text(typed, &self.document.timeline, language);
                }
            }
            Asked::Take(at) => {
                let language = self.language();
                if let Some(cell) = &mut self.table.cell {
                    let known = self.forms.known();
                    cell.take(at, &self.document.timeline, known, language);
                }
            }
            Asked::Commit(step) => self.commit_cell(step),
            Asked::Cancel => {
                self.table.cell = None;
                self.effects.push(Effect::FocusCanvas);
            }
            Asked::Delete => self.delete_row(),
        }
        self.pass_table();
    }

    fn toggle_table(&mut self) {
        self.cancel_move();
        self.table.is_shown = !self.table.is_shown;
        self.table.cell = None;
        self.held = crate::app::motion::Held::default();
        if !self.table.is_shown {
            self.table.let_go_of_job();
            if let Some(event) = self.selected {
                self.bring_into_view = Some(event);
                self.focus_event = Some(event);
            }
        }
        self.effects.push(Effect::FocusCanvas);
    }

    fn sort_table(&mut self, sorting: Sorting) {
        self.table.sorting = sorting;
        // Sorted by the same once more, what was changed meanwhile finds its place.
        self.table.sorted_for = None;
    }

    /// Selects the event of a row. Who walks down a column opens no panel, and leaves one place to
    /// come back to.
    fn select_row(&mut self, event: EventIx) {
        if self.selected != Some(event) {
            self.leave_spot_after_rest();
            self.selected = Some(event);
            self.selected_lane = None;
        }
    }

    fn step_in_table(&mut self, step: Step) {
        if let Some((event, column)) = self.table.after(step) {
            self.table.column = column;
            self.select_row(event);
        }
    }

    fn open_cell(&mut self) {
        let event = self.selected.filter(|_| self.table.is_at_hand);
        let Some(event) = event else {
            self.step_in_table(Step::Down(1));
            return;
        };
        let column = self.table.column;
        if column.manner() == Manner::InForm {
            self.update(Command::Form(Form::Edit));
            return;
        }
        if !self.may_fill_in() {
            return;
        }
        if column == Column::Place {
            self.gather_known();
        }
        let cell = Cell::new(event, column, &self.document.timeline, self.language());
        self.table.cell = Some(Box::new(cell));
    }

    /// Makes the change that the open cell asks for and goes on; where it cannot be made the cell
    /// stays open and says why.
    fn commit_cell(&mut self, step: Step) {
        let Some(mut cell) = self.table.cell.take() else {
            return;
        };
        let event = cell.event();
        // Where to go is known by its event: the change may take its own from among those found.
        let goal = self.table.after(step);
        let is_gone = self.document.timeline.is_removed(event);
        if !cell.is_untouched() && !is_gone {
            let Some((draft, before)) = cell.drafts() else {
                cell.refused();
                self.table.cell = Some(cell);
                return;
            };
            if let Drafted::Refused = self.edit_as(draft, before, Some(event)) {
                self.table.cell = Some(cell);
                return;
            }
            self.pass_table();
        }
        if let Some((event, column)) = goal.filter(|_| step != Step::Stay) {
            self.table.column = column;
            if self.table.rows().contains(&event) {
                self.select_row(event);
            }
        }
        self.effects.push(Effect::FocusCanvas);
    }

    fn delete_row(&mut self) {
        if self.selected.is_none() {
            self.update(Command::Editing(Editing::Delete));
            return;
        }
        self.update(Command::Editing(Editing::Delete));
        if self.selected.is_none() {
            self.pass_table();
            let rows = self.table.rows();
            let row = self.table.row.min(rows.len().saturating_sub(1));
            if let Some(event) = rows.get(row).copied() {
                self.select_row(event);
            }
        }
    }

    /// Brings the rows up to date: takes what a job sorted, begins to sort, chooses what was found,
    /// and finds the row of the selected event.
    pub(in crate::app) fn pass_table(&mut self) {
        if !self.table.is_shown {
            return;
        }
        self.take_sorted();
        let revision = self.index.revision();
        if self.table.order_of != Some(revision) {
            let timeline = &self.document.timeline;
            self.table.begin(timeline, revision);
        }
        let wanted = (self.table.sorting, self.language());
        if self.table.sorted_for != Some(wanted) {
            self.begin_to_sort();
        }
        self.choose_found();
        let table = &mut self.table;
        let rows = table
            .found
            .as_ref()
            .map_or(&table.order, |found| &found.rows);
        if self.selected.is_none() || rows.get(table.row).copied() != self.selected {
            let at = |event| rows.iter().position(|row| *row == event);
            let at = self.selected.and_then(at);
            table.is_at_hand = at.is_some();
            table.row = at.unwrap_or(table.row.min(rows.len().saturating_sub(1)));
        } else {
            table.is_at_hand = true;
        }
    }

    fn begin_to_sort(&mut self) {
        let (sorting, language) = (self.table.sorting, self.language());
        self.table.sorted_for = Some((sorting, language));
        self.table.sort = None;
        let timeline = Arc::clone(&self.document.timeline);
        if sorting.is_quick(timeline.len()) {
            let keys = Keys::new(&timeline, sorting, language);
            self.table
                .order
                .sort_by_cached_key(|event| keys.key(*event));
            self.table.found = None;
            return;
        }
        let rows = self.table.order.clone();
        let name = self.document.origin.name();
        let sort = move |progress: &Progress| {
            let mut sorted = Vec::with_capacity(rows.len());
            let keys = Keys::new(&timeline, sorting, language);
            for rows in rows.chunks(KEYS_PER_LOOK) {
                if progress.is_cancelled() {
                    return None;
                }
                sorted.extend(rows.iter().map(|event| keys.key(*event)));
            }
            drop(rows);
            // From here on the record can be changed where it lies.
            drop(timeline);
            sorted.sort_unstable();
            Some(sorted.into_iter().map(|key| key.event).collect())
        };
        self.table.sort = Some(Job::start(name, Arc::clone(&self.wake), sort));
    }

    fn take_sorted(&mut self) {
        let Some(ended) = self.table.sort.as_ref().and_then(Job::poll) else {
            return;
        };
        self.table.sort = None;
        if let Ended::Done(Some(order)) = ended {
            self.table.order = order;
            self.table.found = None;
        }
    }

    /// While something is looked for, the rows are those found. What was found before stays until
    /// the search has looked through all of the record again.
    fn choose_found(&mut self) {
        let Some(set) = self.find.ringed() else {
            self.table.found = None;
            return;
        };
        let table = &mut self.table;
        let of = (
            set.len(),
            table.order_of.unwrap_or_default(),
            table.sorted_for,
        );
        let is_running = self.find.is_running();
        if let Some(found) = table
            .found
            .as_ref()
            .filter(|found| found.text == self.find.text())
        {
            let grows_little = set.len() < 2 * found.of.0;
            if is_running && (found.is_whole || grows_little)
                || !is_running && found.is_whole && found.of == of
            {
                return;
            }
        }
        let rows = table.order.iter().copied();
        table.found = Some(FoundRows {
            text: self.find.text().to_owned(),
            of,
            is_whole: !is_running,
            rows: rows.filter(|event| set.contains(*event)).collect(),
        });
    }

    /// Takes an edit over: rows stay where they are, those of removed events go, and those that are
    /// new stand where the order has them.
    pub(in crate::app) fn follow_in_table(&mut self, touched: &[Touched]) {
        if !self.table.is_shown || self.table.order_of.is_none() {
            self.table.order_of = None;
            return;
        }
        let timeline = &self.document.timeline;
        let table = &mut self.table;
        let is_removed = |event: &EventIx| timeline.is_removed(*event);
        let was_there = |touched: &&Touched| {
            let head = touched.1.as_ref();
            head.is_some_and(|head| !head.flags.has(crate::record::Flags::REMOVED))
        };
        if touched.iter().any(|touched| is_removed(&touched.0)) {
            table.order.retain(|event| !is_removed(event));
            if let Some(found) = &mut table.found {
                found.rows.retain(|event| !is_removed(event));
            }
        }
        let there = touched.iter().filter(|touched| !was_there(touched));
        let mut new: Vec<EventIx> = there
            .map(|touched| touched.0)
            .filter(|event| !is_removed(event))
            .collect();
        new.sort_unstable();
        new.dedup();
        table.order_of = Some(self.index.revision());
        if new.len() > MOST_PUT_IN {
            table.begin(timeline, self.index.revision());
        } else if !new.is_empty() {
            let keys = Keys::new(timeline, table.sorting, self.settings.language());
            for event in new {
                let key = keys.key(event);
                let at = table.order.partition_point(|other| keys.key(*other) < key);
                table.order.insert(at, event);
            }
        }
    }
}
