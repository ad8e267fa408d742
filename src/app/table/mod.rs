//! The events as a table, in the canvas' place: their order, the cell at hand, and what is typed
//! into it.
//!
//! The row at hand is the selected event's, so the panel follows it. An edit leaves its row where it
//! stands until the table is sorted again: who goes down a column must not lose their place. What an
//! edit adds or brings back goes to where the order has it.

mod cell;
mod column;
mod commands;
mod kept;
mod order;
mod rows;
mod text;
mod words;

pub use cell::{Cell, Refusal};
pub use column::{Column, Manner};
pub use order::{Direction, Sorting};
pub use words::{actors_words, kind_words, place_words, status_words, tone_words};

use super::jobs::Job;
use crate::date::Language;
use crate::record::{EventIx, Timeline};

/// What is done in the table.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Show the table in the canvas' place, or the canvas again.
    Toggle,
    /// Sort by a column; by the one that it is sorted by, the other way round.
    SortBy(Column),
    /// Sort by the column at hand.
    SortAtHand(Direction),
    /// Go to a cell.
    GoTo {
        /// The row.
        event: EventIx,
        /// The column.
        column: Column,
    },
    /// Go from the cell at hand to another.
    Step(Step),
    /// Change the cell at hand in place, or in the form where one cell does not hold all of it.
    Open,
    /// What stands in the open cell is this now.
    Type(String),
    /// Take what is offered to the open cell, by its place.
    Take(usize),
    /// Make the change that the open cell asks for, and go on.
    Commit(Step),
    /// Close the open cell without a change.
    Cancel,
    /// Delete the event at hand, and stay in its place.
    Delete,
}

/// From one cell to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nowhere.
    Stay,
    /// So many rows up.
    Up(usize),
    /// So many rows down.
    Down(usize),
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// One column to the right, after the last one to the next row.
    Next,
    /// One column to the left, before the first one to the row before.
    Previous,
    /// The row's first column.
    First,
    /// The row's last column.
    Last,
    /// The first cell of all.
    Top,
    /// The last cell of all.
    Bottom,
}

/// The table of all events.
#[derive(Debug, Default)]
pub struct Table {
    is_shown: bool,
    sorting: Sorting,
    column: Column,
    /// The row last at hand; it may be that of no event any more.
    row: usize,
    /// Whether the row is the selected event's.
    is_at_hand: bool,
    /// All events in their order.
    order: Vec<EventIx>,
    /// Of which record the order is: the index' revision. None: it is to be made.
    order_of: Option<u64>,
    /// What the order was made for, or will be by the job.
    sorted_for: Option<(Sorting, Language)>,
    sort: Option<Job<Option<Vec<EventIx>>>>,
    found: Option<FoundRows>,
    cell: Option<Box<Cell>>,
    /// The name under which the journal has what is half typed.
    kept_cell: Option<String>,
}

/// The rows of the events that a search found.
#[derive(Debug)]
struct FoundRows {
    text: String,
    /// How many were found when the rows were chosen, and of which order.
    of: (usize, u64, Option<(Sorting, Language)>),
    is_whole: bool,
    rows: Vec<EventIx>,
}

impl Table {
    /// Whether the table stands in the canvas' place.
    pub fn is_shown(&self) -> bool {
        self.is_shown
    }

    /// What the rows are sorted by.
    pub fn sorting(&self) -> Sorting {
        self.sorting
    }

    /// Whether the rows are still in the order before.
    pub fn is_sorting(&self) -> bool {
        self.sort.is_some()
    }

    /// The events in the order of their rows; while something is looked for, those found.
    pub fn rows(&self) -> &[EventIx] {
        self.found.as_ref().map_or(&self.order, |found| &found.rows)
    }

    /// The row at hand; none while no event of the table is selected.
    pub fn row(&self) -> Option<usize> {
        self.is_at_hand.then_some(self.row)
    }

    /// The row last at hand, also where its event is no more selected.
    pub fn last_row(&self) -> usize {
        self.row
    }

    /// The column at hand.
    pub fn column(&self) -> Column {
        self.column
    }

    /// The cell that is being changed.
    pub fn cell(&self) -> Option<&Cell> {
        self.cell.as_deref()
    }

    /// Another record is open.
    pub(super) fn forget(&mut self) {
        self.let_go_of_job();
        self.order.clear();
        self.order_of = None;
        self.found = None;
        self.cell = None;
        self.kept_cell = None;
        self.row = 0;
    }

    /// A job holds the record as it was; without it the record can be changed where it lies.
    pub(super) fn let_go_of_job(&mut self) {
        if self.sort.take().is_some() {
            // It is to begin again.
            self.sorted_for = None;
        }
    }

    /// The record's index was made anew, and the events are the same.
    pub(super) fn knows(&mut self, revision: u64) {
        self.order_of = self.order_of.map(|_| revision);
    }

    /// The cell that a step from the one at hand leads to.
    fn after(&self, step: Step) -> Option<(EventIx, Column)> {
        let (column, last) = (self.column.at(), Column::ALL.len() - 1);
        let end = self.rows().len().checked_sub(1)?;
        let row = self.row.min(end);
        let (row, column) = match step {
            // The first step finds its row.
            Step::Up(_) | Step::Down(_) if !self.is_at_hand => (row, column),
            Step::Stay => (row, column),
            Step::Up(by) => (row.saturating_sub(by), column),
            Step::Down(by) => ((row + by).min(end), column),
            Step::Next if column == last && row < end => (row + 1, 0),
            Step::Previous if column == 0 && row > 0 => (row - 1, last),
            Step::Left | Step::Previous => (row, column.saturating_sub(1)),
            Step::Right | Step::Next => (row, column + 1),
            Step::First => (row, 0),
            Step::Last => (row, last),
            Step::Top => (0, 0),
            Step::Bottom => (end, last),
        };
        Some((*self.rows().get(row)?, Column::nth(column)))
    }

    /// All events as they stand in the file, to begin with.
    fn begin(&mut self, timeline: &Timeline, revision: u64) {
        self.sort = None;
        self.order = timeline.events().collect();
        self.order_of = Some(revision);
        self.sorted_for = None;
        self.found = None;
    }
}

#[cfg(test)]
mod tests;
