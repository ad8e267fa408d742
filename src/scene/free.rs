//! Stretches of height along an edge that nothing stands in yet.

use super::Rect;

/// Disjoint stretches in points, ascending.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Free(Vec<(f32, f32)>);

impl Free {
    /// All between two heights.
    pub fn new(top: f32, bottom: f32) -> Self {
        Self(vec![(top, bottom)])
    }

    /// Takes away what a rectangle covers.
    pub fn take(&mut self, rect: &Rect) {
        self.take_between(rect.top, rect.bottom);
    }

    /// Takes away all between two heights.
    pub fn take_between(&mut self, top: f32, bottom: f32) {
        let whole = std::mem::take(&mut self.0);
        for (start, end) in whole {
            let parts = [(start, end.min(top)), (start.max(bottom), end)];
            self.0
                .extend(parts.into_iter().filter(|(start, end)| start < end));
        }
    }

    /// How many things of this height have room.
    pub fn rows(&self, height: f32) -> usize {
        let rows = |&(start, end): &(f32, f32)| ((end - start) / height).max(0.0) as usize;
        self.0.iter().map(rows).sum()
    }

    /// The first place at or under a height for something of `height`: its top.
    pub fn at_or_under(&self, from: f32, height: f32) -> Option<f32> {
        let place =
            |&(start, end): &(f32, f32)| Some(start.max(from)).filter(|at| at + height <= end);
        self.0.iter().find_map(place)
    }

    /// The last place that ends at or over a height for something of `height`: its top.
    pub fn at_or_over(&self, until: f32, height: f32) -> Option<f32> {
        let place =
            |&(start, end): &(f32, f32)| Some(end.min(until) - height).filter(|&at| at >= start);
        self.0.iter().rev().find_map(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_somewhere_leaves_the_rest() {
        let mut free = Free::new(0.0, 100.0);
        free.take(&Rect::new(0.0, 30.0, 9.0, 50.0));
        assert_eq!(free.rows(20.0), 3);
        assert_eq!(free.at_or_under(5.0, 20.0), Some(5.0));
        assert_eq!(free.at_or_under(15.0, 20.0), Some(50.0));
        assert_eq!(free.at_or_under(85.0, 20.0), None);
        assert_eq!(free.at_or_over(100.0, 20.0), Some(80.0));
        assert_eq!(free.at_or_over(65.0, 20.0), Some(10.0));
        assert_eq!(free.at_or_over(15.0, 20.0), None);
        free.take_between(-10.0, 200.0);
        assert_eq!((free.rows(1.0), free.at_or_under(0.0, 1.0)), (0, None));
    }
}
