//! Which events the rows are of: sorted, kept in order through edits, and narrowed to what was found.

use std::sync::Arc;

use super::FoundRows;
use super::order::Keys;
use crate::app::jobs::{Ended, Job};
use crate::app::state::State;
use crate::format::Progress;
use crate::index::Touched;
use crate::record::{EventIx, Flags};

/// Events whose keys are made between two looks at whether they are still wanted.
const KEYS_PER_LOOK: usize = 1_024;
/// So many events that an edit added find their rows by search; more are sorted with all.
const MOST_PUT_IN: usize = 64;

impl State {
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
            let stays = if is_running {
                found.is_whole || set.len() < 2 * found.of.0
            } else {
                found.is_whole && found.of == of
            };
            if stays {
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
            head.is_some_and(|head| !head.flags.has(Flags::REMOVED))
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
