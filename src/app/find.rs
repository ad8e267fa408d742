//! Finding words: the field's text, the events that hold them, and which is the current one.

use std::time::{Duration, Instant};

use crate::index::{EventSet, Found, Search};
use crate::record::{EventIx, Timeline};

/// What a search may take of a frame; the rest waits for the next one, so that typing never
/// stutters: half of a frame at 60 a second, of which drawing takes 2 ms. A million events take
/// 0.9 s of search (bench `index`).
const LEAST_SHARE: Duration = Duration::from_millis(8);
/// The most, where frames are slow by themselves: without a graphics card one takes 80 ms, and
/// searching for a tenth of that would take longer than the search is worth.
const MOST_SHARE: Duration = Duration::from_millis(100);

/// Events searched between two looks at the clock.
const EVENTS_PER_LOOK: usize = 64;

/// What is looked for and what was found so far.
#[derive(Default)]
pub struct Find {
    text: String,
    /// Kept when it has ended, to mark its words in what is shown.
    search: Option<Search>,
    is_running: bool,
    set: EventSet,
    found: Vec<Found>,
    /// Where the parts of `found` begin that are each in order; one when all is found.
    runs: Vec<usize>,
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
        self.runs.clear();
        self.current = None;
    }

    /// Looks for nothing.
    pub fn clear(&mut self) {
        self.set_text(String::new());
    }

    /// Searches on for a part of a frame, of which the last took `frame_s`; says whether there is
    /// more to do.
    pub fn step(&mut self, timeline: &Timeline, frame_s: f64) -> bool {
        let half = Duration::try_from_secs_f64(frame_s / 2.0).unwrap_or(LEAST_SHARE);
        let share = half.clamp(LEAST_SHARE, MOST_SHARE);
        let begun = Instant::now();
        self.step_while(timeline, || begun.elapsed() < share)
    }

    fn step_while(&mut self, timeline: &Timeline, mut goes_on: impl FnMut() -> bool) -> bool {
        let Some(search) = self.search.as_mut().filter(|_| self.is_running) else {
            return false;
        };
        let (set, found) = (&mut self.set, &mut self.found);
        let mut before = found.len();
        self.is_running = loop {
            let more = search.step(timeline, EVENTS_PER_LOOK, |hit| {
                let is_first = found.last().is_some_and(|last| last.fit.is_inside());
                if is_first && !hit.fit.is_inside() {
                    // What was found inside of words was not what was looked for.
                    *set = EventSet::new();
                    found.clear();
                    self.runs.clear();
                    self.current = None;
                    before = 0;
                }
                set.insert(hit.event);
                found.push(hit);
            });
            if !more || !goes_on() {
                break more;
            }
        };
        self.arrange(timeline, before);
        self.is_running
    }

    /// Brings what was found since `before` into order, as the list shows it and Enter walks it:
    /// what fits best first, and what fits as well as time does.
    ///
    /// A part is merged into the part before it once it is as long, so a million events are in
    /// order when the search ends, and no frame has to sort them.
    fn arrange(&mut self, timeline: &Timeline, before: usize) {
        let key = |found: &Found| {
            let start = timeline.head(found.event).start;
            (found.fit, start, found.event)
        };
        let current = self.current.and_then(|at| self.found.get(at)).map(key);
        if before < self.found.len() {
            self.found[before..].sort_by_key(key);
            self.runs.push(before);
        }
        while let [.., one, other] = *self.runs
            && (!self.is_running || other - one <= self.found.len() - other)
        {
            self.found[one..].sort_by_key(key);
            self.runs.pop();
        }
        // The event last flown to stays the current one, wherever it stands now.
        if let Some(current) = current {
            let ends = self.runs.iter().skip(1).copied();
            let ends = ends.chain([self.found.len()]);
            self.current = self.runs.iter().zip(ends).find_map(|(&begin, end)| {
                let at = self.found[begin..end].binary_search_by_key(&current, key);
                at.ok().map(|at| begin + at)
            });
        }
    }

    /// How much of the record has been looked through, 0 to 1.
    pub fn fraction(&self, timeline: &Timeline) -> f32 {
        let search = self.search.as_ref();
        search.map_or(0.0, |search| search.fraction(timeline))
    }

    /// Whether the search still runs.
    pub fn is_running(&self) -> bool {
        self.is_running
    }

    /// The search itself, which marks its words in any text; none while nothing is looked for.
    pub fn search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// The events found, the best first once the search has ended.
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

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    /// Events of which every second holds "talks", not in the order of time.
    fn record(events: usize) -> Timeline {
        let mut text = String::from(r#"{"format": "nenpyo/1", "events": ["#);
        for at in 0..events {
            let (comma, year) = (if at > 0 { "," } else { "" }, 1000 + at * 617 % 1000);
            let title = if at % 2 == 0 { "Talks" } else { "Silence" };
            write!(
                text,
                r#"{comma}{{"id": "e{at}", "title": "{title}", "date": "{year}"}}"#
            )
            .expect("a string");
        }
        text.push_str("]}");
        crate::format::native::read(text)
            .expect("a record")
            .timeline
    }

    fn find(words: &str) -> Find {
        let mut find = Find::default();
        find.set_text(words.to_owned());
        find
    }

    #[test]
    fn a_search_gives_way_when_its_time_is_over_and_ends_in_the_order_of_time() {
        let timeline = record(1_000);
        let mut find = find("talks");
        let mut looks = 0;
        assert!(find.step_while(&timeline, || {
            looks += 1;
            looks < 3
        }));
        assert_eq!(find.count(), 3 * EVENTS_PER_LOOK / 2);
        assert!((find.fraction(&timeline) - 0.192).abs() < 1e-6);
        while find.step_while(&timeline, || false) {}
        assert_eq!(find.count(), 500);
        let starts: Vec<_> = find
            .results()
            .iter()
            .map(|found| timeline.head(found.event).start)
            .collect();
        assert!(starts.is_sorted());
        assert_eq!(find.runs, [0]);
        assert!(!find.step(&timeline, 0.016));
    }

    #[test]
    fn the_current_event_stays_current_while_more_are_found_before_it() {
        let timeline = record(1_000);
        let mut find = find("talks");
        find.step_while(&timeline, || false);
        let flown_to = find.step_to(true).expect("one is found");
        loop {
            let more = find.step_while(&timeline, || false);
            let at = find.current().expect("it is still the current one");
            assert_eq!(find.results()[at].event, flown_to);
            if !more {
                break;
            }
        }
        let at = find.current().expect("current");
        let next = find.step_to(true).expect("the next");
        assert_eq!(find.current(), Some(at + 1));
        assert!(timeline.head(next).start >= timeline.head(flown_to).start);
    }

    /// Titles, one event each, in the order of time.
    fn titled(titles: &[&str]) -> Timeline {
        let events: Vec<String> = (titles.iter().enumerate())
            .map(|(at, title)| format!(r#"{{"title": "{title}", "date": "{}"}}"#, 1950 + at))
            .collect();
        let events = events.join(",");
        crate::format::native::read(format!(r#"{{"format": "nenpyo/1", "events": [{events}]}}"#))
            .expect("a record")
            .timeline
    }

    #[test]
    fn enter_goes_to_what_fits_best_and_on_as_the_list_does() {
        let timeline = titled(&["Kuilima", "Limassol", "Lima", "Climate", "Lima again"]);
        let mut find = find("lima");
        while find.step_while(&timeline, || false) {}
        let order: Vec<usize> = find.results().iter().map(|hit| hit.event.index()).collect();
        assert_eq!(order, [2, 4, 1]);
        let walked: Vec<usize> = (0..3)
            .filter_map(|_| find.step_to(true))
            .map(EventIx::index)
            .collect();
        assert_eq!(walked, order);
    }

    #[test]
    fn what_is_found_inside_of_words_goes_when_the_word_itself_is_found() {
        let mut titles = vec!["Climate"; EVENTS_PER_LOOK + 1];
        titles.push("Lima");
        let timeline = titled(&titles);
        let mut find = find("lima");
        assert!(find.step_while(&timeline, || false));
        assert_eq!(find.count(), EVENTS_PER_LOOK);
        find.step_to(true);
        while find.step_while(&timeline, || false) {}
        assert_eq!(find.count(), 1);
        assert_eq!(find.current(), None);
        let ringed: Vec<usize> = find.set.iter().map(EventIx::index).collect();
        assert_eq!(ringed, [EVENTS_PER_LOOK + 1]);
    }
}
