//! Several events at once: the main one, which the panel tells, and others beside it.

use std::collections::HashSet;

use super::command::Selecting;
use super::message::Message;
use super::state::State;
use crate::record::EventIx;

/// The most events that are selected at once: each is written anew when they are changed.
pub const MOST_SELECTED: usize = 2_000;

impl State {
    /// All selected events, the main one first and the others in the order of the record.
    pub fn selection(&self) -> Vec<EventIx> {
        let main = self.selected.into_iter();
        let more = self.selected_more.iter().copied();
        main.chain(more.filter(|event| self.selected != Some(*event)))
            .collect()
    }

    /// Carries out one command.
    pub(super) fn update_selection(&mut self, asked: Selecting) {
        match asked {
            Selecting::Toggle { event, lane } => self.toggle_selected(event, lane),
            Selecting::Range { event, lane } => self.select_range(event, lane),
            Selecting::All => self.select_all(),
        }
    }

    fn toggle_selected(&mut self, event: EventIx, lane: u16) {
        if self.selected == Some(event) {
            self.selected = self.selected_more.pop_first();
            self.selected_lane = None;
        } else if !self.selected_more.remove(&event) {
            self.add_to_selection([event]);
            if self.selected == Some(event) {
                self.selected_lane = Some(lane);
            }
        }
        self.settings.panel |= self.selected.is_some();
    }

    /// Adds those between the main event and this one in its lane.
    fn select_range(&mut self, event: EventIx, lane: u16) {
        let heads = self.document.timeline.heads();
        let columns = self.index.lanes().get(usize::from(lane));
        let position = |event: EventIx| {
            let columns = columns?;
            let start = crate::index::reach(heads.get(event.index())?).0;
            columns.position(event, start)
        };
        let from = self.selected.and_then(position);
        let between: Vec<EventIx> = match (columns, from, position(event)) {
            (Some(columns), Some(from), Some(to)) => {
                let (low, high) = (from.min(to), from.max(to));
                (low..=high).map(|at| columns.event(at)).collect()
            }
            _ => vec![event],
        };
        self.add_to_selection(between);
        self.selected_lane = Some(lane);
    }

    /// Those that the search found, else those in view in lanes that are shown.
    fn select_all(&mut self) {
        let found = self.find.results().iter().map(|found| found.event);
        let mut all: Vec<EventIx> = found.collect();
        if self.table.is_shown() {
            let rows = self.table.rows().iter().copied();
            all = rows.take(MOST_SELECTED + 1).collect();
        } else if self.find.text().trim().is_empty() {
            let hidden = self.settings.lane_settings().hidden;
            let seen = self.motion.target(self.viewport);
            let (start, end) = (seen.start_s as i64, seen.end_s() as i64);
            let lanes = self.index.keys().iter().zip(self.index.lanes());
            let shown = lanes.filter(|(key, _)| !hidden.contains(key));
            let in_view = shown.flat_map(|(_, columns)| {
                // What began before the window and runs into it is in view, too.
                let running = columns.running(start, end, MOST_SELECTED);
                let beginning = columns.starting_in(start, end);
                running
                    .into_iter()
                    .chain(beginning)
                    .map(|at| columns.event(at))
            });
            // One more than is taken tells that there are more; an event may be in several lanes.
            let mut seen = HashSet::new();
            let once = in_view.filter(|event| seen.insert(*event));
            all = once.take(MOST_SELECTED + 1).collect();
        }
        if all.is_empty() {
            self.notices.done(Message::NothingToSelect);
            return;
        }
        let main = self.selected.filter(|main| all.contains(main));
        if main.is_none() {
            self.select(None);
        }
        self.selected_more.clear();
        self.add_to_selection(all);
        self.settings.panel = true;
        self.notices.done(Message::Selected(self.selection().len()));
    }

    /// Adds events; says where there are too many.
    pub(super) fn add_to_selection(&mut self, events: impl IntoIterator<Item = EventIx>) {
        for event in events {
            if self.selected == Some(event) {
                continue;
            }
            if self.selected.is_none() {
                self.select(Some(event));
            } else if self.selected_more.len() + 1 < MOST_SELECTED {
                self.selected_more.insert(event);
            } else if !self.selected_more.contains(&event) {
                self.notices.done(Message::SelectedOnly(MOST_SELECTED));
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests;
