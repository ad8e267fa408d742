//! Each different value kept once, and known by its position: tags, countries, sets of actors.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

/// Values in the order in which they first came.
#[derive(Debug)]
pub(crate) struct Pool<T: ?Sized> {
    items: Vec<Arc<T>>,
    places: HashMap<Arc<T>, u32>,
}

impl<T: ?Sized> Default for Pool<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            places: HashMap::new(),
        }
    }
}

impl<T: ?Sized> Clone for Pool<T> {
    fn clone(&self) -> Self {
        Self {
            items: self.items.clone(),
            places: self.places.clone(),
        }
    }
}

impl<T: ?Sized + Hash + Eq> Pool<T>
where
    Arc<T>: for<'v> From<&'v T> + Borrow<T>,
{
    /// The position of `value`, which is added when it is new.
    pub(crate) fn place(&mut self, value: &T) -> u32 {
        if let Some(&place) = self.places.get(value) {
            return place;
        }
        let item: Arc<T> = Arc::from(value);
        let place = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        self.items.push(Arc::clone(&item));
        self.places.insert(item, place);
        place
    }

    /// The position of `value`, when it is there.
    pub(crate) fn find(&self, value: &T) -> Option<u32> {
        self.places.get(value).copied()
    }

    /// The value at a position.
    pub(crate) fn get(&self, place: u32) -> Option<&T> {
        self.items.get(place as usize).map(AsRef::as_ref)
    }

    /// All values, by position.
    pub(crate) fn items(&self) -> &[Arc<T>] {
        &self.items
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_keeps_its_place() {
        let mut pool = Pool::<str>::default();
        assert_eq!(
            (pool.place("a"), pool.place("b"), pool.place("a")),
            (0, 1, 0)
        );
        assert_eq!(pool.get(1), Some("b"));
        assert_eq!(pool.find("c"), None);
        let mut sets = Pool::<[u32]>::default();
        assert_eq!(
            (sets.place(&[]), sets.place(&[3, 4]), sets.place(&[])),
            (0, 1, 0)
        );
    }
}
