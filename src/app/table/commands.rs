//! What is done in the table.

use super::cell::Cell;
use super::column::{Column, Manner};
use super::order::Sorting;
use super::{Asked, Step};
use crate::app::command::{Command, Editing, Form};
use crate::app::form::Drafted;
use crate::app::state::{Effect, State};
use crate::record::EventIx;

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
                let has_panel = self.settings.panel;
                self.reveal(event);
                self.settings.panel = has_panel;
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
            // A row is one event: what else was selected is not what is in view.
            self.selected_more.clear();
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
        if cell.holds_all(&self.document.timeline, self.language()) {
            self.table.cell = Some(Box::new(cell));
        } else {
            self.update(Command::Form(Form::Edit));
        }
    }

    /// Makes the change that an open cell asks for, before the record is saved or let go.
    pub(in crate::app) fn close_cell(&mut self) {
        self.commit_cell(Step::Stay);
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
}
