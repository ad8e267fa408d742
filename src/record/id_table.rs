//! From an event's id to its position, in four to eight bytes an event: the ids themselves stay
//! in the file's bytes.

use super::ids::EventIx;

const FREE: u32 = u32::MAX;

/// An open hash table of event positions.
#[derive(Clone, Debug, Default)]
pub(crate) struct IdTable {
    /// A power of two of places, at most half of them taken.
    places: Vec<u32>,
    taken: usize,
}

impl IdTable {
    /// A table with room for `count` ids.
    pub(crate) fn with_room(count: usize) -> Self {
        let room = (count * 2 + 2).next_power_of_two().max(8);
        Self {
            places: vec![FREE; room],
            taken: 0,
        }
    }

    /// Whether another id needs a larger table.
    pub(crate) fn is_full(&self) -> bool {
        (self.taken + 1) * 2 > self.places.len()
    }

    /// The event under `hash` that `is_it` accepts.
    pub(crate) fn find(&self, hash: u32, is_it: impl Fn(EventIx) -> bool) -> Option<EventIx> {
        for place in self.walk(hash) {
            let event = self
                .places
                .get(place)
                .copied()
                .filter(|&event| event != FREE)?;
            if is_it(EventIx(event)) {
                return Some(EventIx(event));
            }
        }
        None
    }

    /// Adds an event, whose id is not there yet, under its hash.
    pub(crate) fn insert(&mut self, hash: u32, event: EventIx) {
        let free = self
            .walk(hash)
            .find(|&place| self.places.get(place) == Some(&FREE));
        if let Some(place) = free.and_then(|place| self.places.get_mut(place)) {
            *place = event.0;
            self.taken += 1;
        }
    }

    /// Every place, from that of `hash` on.
    fn walk(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let mask = self.places.len().wrapping_sub(1);
        let first = hash as usize;
        (0..self.places.len()).map(move |step| first.wrapping_add(step) & mask)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_hashes_are_told_apart_by_the_id() {
        let mut table = IdTable::with_room(2);
        table.insert(7, EventIx(0));
        table.insert(7, EventIx(1));
        assert_eq!(table.find(7, |event| event == EventIx(1)), Some(EventIx(1)));
        assert_eq!(table.find(7, |_| false), None);
        assert_eq!(IdTable::default().find(7, |_| true), None);
    }
}
