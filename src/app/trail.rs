//! Where the reader has been: back and forward, as in a browser.

/// How many places are kept.
const KEPT: usize = 100;

/// Places left behind and places to return to, around the one shown now.
#[derive(Clone, Debug)]
pub struct Trail<Place> {
    back: Vec<Place>,
    forward: Vec<Place>,
}

impl<Place> Default for Trail<Place> {
    fn default() -> Self {
        Self {
            back: Vec::new(),
            forward: Vec::new(),
        }
    }
}

impl<Place: PartialEq> Trail<Place> {
    /// Notes the place that is being left for a new one.
    pub fn leave(&mut self, here: Place) {
        self.forward.clear();
        if self.back.last() != Some(&here) {
            self.back.push(here);
            if self.back.len() > KEPT {
                self.back.remove(0);
            }
        }
    }

    /// Goes back from `here`; none where there is nothing behind.
    pub fn back(&mut self, here: Place) -> Option<Place> {
        let place = self.back.pop()?;
        self.forward.push(here);
        Some(place)
    }

    /// Goes forward again from `here`.
    pub fn forward(&mut self, here: Place) -> Option<Place> {
        let place = self.forward.pop()?;
        self.back.push(here);
        Some(place)
    }

    /// Whether there is a place behind.
    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a place to return to.
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_walk_the_same_places() {
        let mut trail = Trail::default();
        trail.leave(1);
        trail.leave(2);
        assert_eq!(trail.back(3), Some(2));
        assert_eq!(trail.back(2), Some(1));
        assert_eq!(trail.back(1), None);
        assert_eq!(trail.forward(1), Some(2));
        assert_eq!(trail.forward(2), Some(3));
        assert!(!trail.can_go_forward());
    }

    #[test]
    fn a_new_place_forgets_what_was_ahead() {
        let mut trail = Trail::default();
        trail.leave(1);
        trail.back(2);
        trail.leave(1);
        assert!(!trail.can_go_forward());
        assert!(trail.can_go_back());
    }

    #[test]
    fn the_trail_does_not_grow_without_end() {
        let mut trail = Trail::default();
        for place in 0..1000 {
            trail.leave(place);
        }
        assert_eq!(trail.back.len(), KEPT);
        assert_eq!(trail.back(1000), Some(999));
    }
}
