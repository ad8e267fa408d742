//! The lines under a picture: what shapes and colours mean, and which record it shows.

use std::borrow::Cow;

use super::look::scale_of;
use super::measure::{FontMeasure, elided};
use crate::date::Language;
use crate::scene::{LEGEND, legend_words};
use crate::theme::{KindColor, TextRole, Theme};

/// One entry of the legend: a mark and its word.
pub(super) struct Entry {
    pub kind: KindColor,
    pub words: &'static str,
    /// The mark's middle, from the picture's left edge.
    pub mark_x: f32,
    /// Where the word begins.
    pub words_x: f32,
    /// The row, 0 on top.
    pub row: u16,
}

/// The footer laid out for a width.
pub(super) struct Footer {
    pub entries: Vec<Entry>,
    /// The source line, and the row it stands in, at the right edge.
    pub source: String,
    pub source_row: u16,
    pub rows: u16,
    pub row_height: f32,
    pub margin: f32,
}

impl Footer {
    pub(super) const ROLE: TextRole = TextRole::Label;

    /// Lays out the legend in as many rows as it needs; the source follows where it has room.
    pub(super) fn new(
        theme: &Theme,
        language: Language,
        source: &str,
        measure: &FontMeasure,
        width_points: f32,
    ) -> Self {
        let scale = scale_of(theme);
        let margin = MARGIN * scale;
        let right = width_points - margin;
        let mut x = margin;
        let mut row = 0;
        let mut entries = Vec::with_capacity(LEGEND.len());
        for kind in LEGEND {
            let words = legend_words(kind, language);
            let radius = theme.sizes.mark_radius;
            let width = radius * 2.0
                + theme.sizes.label_gap
                + measure.width_in(words, Self::ROLE, language);
            if x > margin && x + width > right {
                x = margin;
                row += 1;
            }
            entries.push(Entry {
                kind,
                words,
                mark_x: x + radius,
                words_x: x + radius * 2.0 + theme.sizes.label_gap,
                row,
            });
            x += width + BETWEEN * scale;
        }
        let width = |text: &str| measure.width_in(text, Self::ROLE, language);
        let source =
            elided(source, right - margin, width).map_or_else(String::new, Cow::into_owned);
        if x + width(&source) > right {
            row += 1;
        }
        Self {
            entries,
            source,
            source_row: row,
            rows: row + 1,
            row_height: ROW * scale,
            margin,
        }
    }

    /// Height of all rows with the space around them.
    pub(super) fn height(&self) -> f32 {
        f32::from(self.rows) * self.row_height + self.row_height * 0.5
    }

    /// Middle of a row, from the footer's top.
    pub(super) fn row_y(&self, row: u16) -> f32 {
        self.row_height * (f32::from(row) + 0.75)
    }
}

/// Space at both ends, as in the lanes' header column.
const MARGIN: f32 = 20.0;
/// Space between two entries.
const BETWEEN: f32 = 18.0;
/// Height of a row.
const ROW: f32 = 20.0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::ThemeId;

    fn footer(id: ThemeId, width: f32) -> Footer {
        let theme = Theme::of(id);
        let measure = FontMeasure::new(theme);
        Footer::new(theme, Language::En, "Record: a.json", &measure, width)
    }

    #[test]
    fn a_wide_picture_has_one_row_and_a_narrow_one_more() {
        assert_eq!(footer(ThemeId::Light, 1600.0).rows, 1);
        let narrow = footer(ThemeId::Projector, 640.0);
        assert!(narrow.rows > 2);
        assert_eq!(narrow.entries.len(), LEGEND.len());
        for row in 0..narrow.rows {
            let first = narrow.entries.iter().find(|entry| entry.row == row);
            assert!(
                first.is_none_or(|entry| entry.mark_x < 40.0),
                "each row begins at the left"
            );
        }
    }
}
