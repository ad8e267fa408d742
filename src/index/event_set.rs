//! A set of events as one bit each: what a filter keeps, what a search found.

use crate::record::EventIx;

/// A set of events of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventSet {
    words: Vec<u64>,
    count: usize,
}

impl EventSet {
    /// The empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an event; true when it was not in the set.
    pub fn insert(&mut self, event: EventIx) -> bool {
        let (word, bit) = place(event);
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        let added = self.words[word] & bit == 0;
        self.words[word] |= bit;
        self.count += usize::from(added);
        added
    }

    /// Whether the event is in the set.
    pub fn contains(&self, event: EventIx) -> bool {
        let (word, bit) = place(event);
        self.words.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// The events that it has more than `older`; none when it lacks one of those.
    pub fn added_to(&self, older: &Self) -> Option<Vec<EventIx>> {
        let mut added = Vec::new();
        for at in 0..self.words.len().max(older.words.len()) {
            let word = |set: &Self| set.words.get(at).copied().unwrap_or(0);
            let (new, old) = (word(self), word(older));
            if old & !new != 0 {
                return None;
            }
            added.extend(events_of(at, new & !old));
        }
        Some(added)
    }

    /// How many events it holds.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Its events in the order of the record.
    pub fn iter(&self) -> impl Iterator<Item = EventIx> + '_ {
        let words = self.words.iter().enumerate();
        words.flat_map(|(word, &bits)| events_of(word, bits))
    }
}

fn events_of(word: usize, bits: u64) -> impl Iterator<Item = EventIx> {
    let mut rest = bits;
    std::iter::from_fn(move || {
        if rest == 0 {
            return None;
        }
        let bit = rest.trailing_zeros() as usize;
        rest &= rest - 1;
        Some(EventIx::from_index(word * 64 + bit))
    })
}

impl FromIterator<EventIx> for EventSet {
    fn from_iter<I: IntoIterator<Item = EventIx>>(events: I) -> Self {
        let mut set = Self::new();
        for event in events {
            set.insert(event);
        }
        set
    }
}

fn place(event: EventIx) -> (usize, u64) {
    (event.index() / 64, 1 << (event.index() % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out_in_order_and_once() {
        let events = [900, 3, 64, 63, 3, 0].map(EventIx);
        let set: EventSet = events.into_iter().collect();
        assert_eq!(set.len(), 5);
        let out: Vec<u32> = set.iter().map(|event| event.0).collect();
        assert_eq!(out, [0, 3, 63, 64, 900]);
        assert!(set.contains(EventIx(64)));
        assert!(!set.contains(EventIx(65)));
        assert!(!set.contains(EventIx(u32::MAX)));
    }

    #[test]
    fn what_a_set_has_more_than_another_is_told_unless_it_lacks_something() {
        let set = |events: &[u32]| -> EventSet { events.iter().copied().map(EventIx).collect() };
        let (few, more) = (set(&[3, 70]), set(&[3, 5, 70, 900]));
        assert_eq!(more.added_to(&few), Some(vec![EventIx(5), EventIx(900)]));
        assert_eq!(more.added_to(&more), Some(Vec::new()));
        assert_eq!(few.added_to(&more), None);
        assert_eq!(set(&[]).added_to(&few), None);
    }
}
