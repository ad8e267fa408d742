//! Which parts of a label row are taken, as one bit for two points.

/// Points a bit stands for: half of the smallest gap that matters.
const CELL: f32 = 2.0;

/// A row's taken parts. Places are points from the row's own left edge; what lies left of it or
/// right of its width counts as its first or last part.
#[derive(Clone, Debug)]
pub struct Row {
    words: Vec<u64>,
    cells: usize,
}

impl Row {
    /// An empty row of this width.
    pub fn new(width: f32) -> Self {
        let cells = (width / CELL).ceil().max(1.0) as usize;
        Self {
            words: vec![0; cells.div_ceil(64)],
            cells,
        }
    }

    fn cells(&self, left: f32, right: f32) -> (usize, usize) {
        let last = self.cells as f32;
        let from = (left / CELL).floor().clamp(0.0, last - 1.0);
        let to = (right / CELL).ceil().clamp(from + 1.0, last);
        (from as usize, to as usize)
    }

    /// Whether nothing stands between the two places.
    pub fn is_free(&self, left: f32, right: f32) -> bool {
        let (from, to) = self.cells(left, right);
        (from / 64..=(to - 1) / 64).all(|word| self.words[word] & mask(word, from, to) == 0)
    }

    /// Takes the part between two places.
    pub fn take(&mut self, left: f32, right: f32) {
        let (from, to) = self.cells(left, right);
        for word in from / 64..=(to - 1) / 64 {
            self.words[word] |= mask(word, from, to);
        }
    }
}

/// The bits of a word that lie in `from..to`.
fn mask(word: usize, from: usize, to: usize) -> u64 {
    let low = from.saturating_sub(word * 64);
    let high = (to - word * 64).min(64);
    let below = if high == 64 {
        u64::MAX
    } else {
        (1 << high) - 1
    };
    below & (u64::MAX << low)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_taken_is_not_free() {
        let mut row = Row::new(1000.0);
        assert!(row.is_free(0.0, 1000.0));
        row.take(100.0, 250.0);
        assert!(!row.is_free(249.0, 300.0));
        assert!(row.is_free(250.0, 1000.0));
        assert!(row.is_free(-50.0, 100.0));
    }

    proptest! {
        #[test]
        fn bits_agree_with_a_list(
            taken in prop::collection::vec((0u16..500, 1u16..60), 0..30),
            asked in prop::collection::vec((0u16..500, 1u16..200), 1..30),
        ) {
            let mut row = Row::new(1000.0);
            let mut cells = [false; 500];
            for (from, length) in taken {
                let to = (from + length).min(500);
                row.take(f32::from(from) * CELL, f32::from(to) * CELL);
                cells[usize::from(from)..usize::from(to)].fill(true);
            }
            for (from, length) in asked {
                let to = (from + length).min(500);
                let free = !cells[usize::from(from)..usize::from(to)].contains(&true);
                prop_assert_eq!(row.is_free(f32::from(from) * CELL, f32::from(to) * CELL), free);
            }
        }
    }
}
