//! How wide the columns are, and where they stand. Where not all of them have room, the date and the
//! title stay in view while the others are scrolled.

use egui::{Rangef, Rect};

use crate::app::table::Column;
use crate::ui::look::Look;

/// The usual widths, in steps of the grid.
const USUAL: [f32; 11] = [
    50.0, 70.0, 34.0, 38.0, 30.0, 40.0, 22.0, 16.0, 25.0, 18.0, 20.0,
];
/// The least and the greatest width, in steps of the grid.
const LEAST: f32 = 12.0;
const MOST: f32 = 200.0;
/// Columns that stay in view as long as they leave this share to the others.
const PINNED: usize = 2;
const LEFT_TO_OTHERS: f32 = 0.4;

/// The columns' widths as the reader has them, in steps of the grid.
#[derive(Clone, Copy, Debug)]
pub(super) struct Widths([f32; 11]);

impl Default for Widths {
    fn default() -> Self {
        Self(USUAL)
    }
}

impl Widths {
    /// Makes a column wider, or narrower.
    pub fn widen(&mut self, column: Column, steps: f32) {
        let width = &mut self.0[column.at()];
        *width = (*width + steps).clamp(LEAST, MOST);
    }
}

/// Where the columns stand in this frame, in points from the table's left edge.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    starts: [f32; 11],
    widths: [f32; 11],
    room: f32,
    /// How many stay, and how wide they are.
    pinned: (usize, f32),
    /// How far the others are scrolled.
    pub left: f32,
    /// How wide all are.
    pub total: f32,
}

impl Columns {
    pub fn new(widths: &Widths, look: &Look, room: f32, left: f32) -> Self {
        let mut widths = widths.0.map(|steps| look.grid(steps));
        let mut total: f32 = widths.iter().sum();
        if total < room {
            // A title has use for all the room there is.
            widths[Column::Title.at()] += room - total;
            total = room;
        }
        let pinned_width: f32 = widths[..PINNED].iter().sum();
        let stays = total > room && pinned_width <= room * (1.0 - LEFT_TO_OTHERS);
        let left = left.clamp(0.0, (total - room).max(0.0));
        let mut starts = [0.0; 11];
        let mut x = 0.0;
        for (at, start) in starts.iter_mut().enumerate() {
            *start = if stays && at < PINNED { x } else { x - left };
            x += widths[at];
        }
        Self {
            starts,
            widths,
            room,
            pinned: if stays {
                (PINNED, pinned_width)
            } else {
                (0, 0.0)
            },
            left,
            total,
        }
    }

    /// Where a column begins and ends.
    pub fn range(&self, column: Column) -> Rangef {
        let start = self.starts[column.at()];
        Rangef::new(start, start + self.widths[column.at()])
    }

    /// The columns of which something is in view.
    pub fn in_view(&self) -> impl Iterator<Item = Column> + '_ {
        Column::ALL.into_iter().filter(|column| {
            let range = self.range(*column);
            let from = if self.is_pinned(*column) {
                0.0
            } else {
                self.pinned.1
            };
            range.max > from && range.min < self.room
        })
    }

    /// The part of the body in which a column is painted.
    pub fn clip(&self, column: Column, body: Rect) -> Rect {
        if self.is_pinned(column) {
            body.with_max_x(body.left() + self.pinned.1)
        } else {
            body.with_min_x(body.left() + self.pinned.1)
        }
    }

    /// Where the columns that stay end.
    pub fn edge(&self) -> Option<f32> {
        (self.pinned.0 > 0).then_some(self.pinned.1)
    }

    /// How far to scroll so that a column is in view.
    pub fn left_for(&self, column: Column) -> f32 {
        if self.is_pinned(column) {
            return self.left;
        }
        let range = self.range(column);
        let beyond = (range.max - self.room).max(0.0);
        let before = (self.pinned.1 - range.min).max(0.0);
        self.left
            + if before > 0.0 {
                -before
            } else {
                beyond.min(range.min - self.pinned.1).max(0.0)
            }
    }

    fn is_pinned(&self, column: Column) -> bool {
        column.at() < self.pinned.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Language;
    use crate::theme::{Theme, ThemeId};

    fn columns(room: f32, left: f32) -> Columns {
        let look = Look {
            theme: Theme::of(ThemeId::Light),
            language: Language::En,
        };
        Columns::new(&Widths::default(), &look, room, left)
    }

    #[test]
    fn with_room_for_all_the_title_takes_what_is_left() {
        let columns = columns(2_000.0, 50.0);
        assert_eq!((columns.left, columns.total), (0.0, 2_000.0));
        assert_eq!(columns.in_view().count(), 11);
        assert_eq!(columns.range(Column::Sources).max, 2_000.0);
    }

    #[test]
    fn date_and_title_stay_while_the_others_are_scrolled() {
        let at_start = columns(900.0, 0.0);
        let scrolled = columns(900.0, at_start.left_for(Column::Sources));
        assert_eq!(scrolled.range(Column::Sources).max, 900.0);
        assert_eq!(scrolled.range(Column::Title), at_start.range(Column::Title));
        let back = scrolled.left_for(Column::Kind);
        assert_eq!(columns(900.0, back).left, 0.0);
    }

    #[test]
    fn a_narrow_table_scrolls_them_too() {
        let narrow = columns(400.0, 1e9);
        assert_eq!(narrow.edge(), None);
        assert_eq!(narrow.left_for(Column::Date), 0.0);
    }
}
