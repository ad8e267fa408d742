//! Finding words: the field's text, the events that hold them, and which is the current one.

use crate::index::{EventSet, Found, Search};
use crate::record::{EventIx, Timeline};

/// Events searched in one go; the rest waits for the next frame, so that typing never stutters.
const EVENTS_PER_STEP: usize = 4_000;

/// What is looked for and what was found so far.
#[derive(Default)]
pub struct Find {
    text: String,
    /// Kept when it has ended, to mark its words in what is shown.
    search: Option<Search>,
    is_running: bool,
    set: EventSet,
    found: Vec<Found>,
    current: Option<usize>,
}

impl Find {
    /// The words as typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Looks for other words.
    pub fn set_text(&mut self, text: String) {
        if text != self.text {
            self.text = text;
            self.restart();
        }
    }

    /// Looks again, as after the record changed.
    pub fn restart(&mut self) {
        self.search = (!self.text.trim().is_empty()).then(|| Search::new(&self.text));
        self.is_running = self.search.is_some();
        self.set = EventSet::new();
        self.found.clear();
        self.current = None;
    }

    /// Looks for nothing.
    pub fn clear(&mut self) {
        self.set_text(String::new());
    }

    /// Searches on for a part of a frame; says whether there is more to do.
    pub fn step(&mut self, timeline: &Timeline) -> bool {
        let Some(search) = self.search.as_mut().filter(|_| self.is_running) else {
            return false;
        };
        let (set, found) = (&mut self.set, &mut self.found);
        let more = search.step(timeline, EVENTS_PER_STEP, |hit| {
            set.insert(hit.event);
            found.push(hit);
        });
        if !more {
            self.is_running = false;
            // Results stand in the order of time, as Enter walks them.
            self.found
                .sort_by_key(|found| (timeline.head(found.event).start, found.event));
        }
        more
    }

    /// Whether the search still runs.
    pub fn is_running(&self) -> bool {
        self.is_running
    }

    /// The search itself, which marks its words in any text; none while nothing is looked for.
    pub fn search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// The events found, in the order of time once the search has ended.
    pub fn results(&self) -> &[Found] {
        &self.found
    }

    /// How many events were found.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Position of the event last flown to.
    pub fn current(&self) -> Option<usize> {
        self.current
    }

    /// The events to ring on the canvas; none while nothing is looked for.
    pub fn ringed(&self) -> Option<&EventSet> {
        (!self.text.trim().is_empty()).then_some(&self.set)
    }

    /// Steps to the next or the previous event found, around the end.
    pub fn step_to(&mut self, forward: bool) -> Option<EventIx> {
        let count = self.found.len();
        if count == 0 {
            return None;
        }
        let next = match (self.current, forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.current = Some(next);
        self.found.get(next).map(|found| found.event)
    }
}
