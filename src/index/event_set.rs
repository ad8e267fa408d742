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
        self.words.iter().enumerate().flat_map(|(word, &bits)| {
            let mut rest = bits;
            std::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                Some(EventIx::from_index(word * 64 + bit))
            })
        })
    }
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
}
