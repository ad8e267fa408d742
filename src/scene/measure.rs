//! Widths of text: a plain measure for tests and pictures without fonts, and a memory for words
//! that are asked for in every frame.

use std::cell::RefCell;
use std::collections::HashMap;

use super::{TextMeasure, TextRole};
use crate::date::Language;

/// Measures by the kind of character: a full width for Han, kana and hangul, a little more than
/// half of the size for others. Close to the real fonts, and always the same.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainMeasure;

impl TextMeasure for PlainMeasure {
    fn width_points(&self, text: &str, role: TextRole, _: Language) -> f32 {
        let size = match role {
            TextRole::AxisMajor | TextRole::LaneTitle => 13.0,
            TextRole::AxisMinor
            | TextRole::MarkLabel
            | TextRole::MarkLabelSelected
            | TextRole::LaneSubtitle => 12.0,
            _ => 11.0,
        };
        let bold = match role {
            TextRole::AxisMajor | TextRole::LaneTitle | TextRole::MarkLabelSelected => 1.06,
            _ => 1.0,
        };
        text.chars().map(|c| advance(c) * size * bold).sum()
    }
}

/// Advance of a character in parts of the font size.
fn advance(c: char) -> f32 {
    match c {
        'i' | 'j' | 'l' | '\'' | '.' | ',' | ':' | ';' | '|' | '!' => 0.27,
        'f' | 't' | 'r' | 'I' | ' ' | '(' | ')' | '-' => 0.36,
        'm' | 'w' | 'M' | 'W' => 0.84,
        'A'..='Z' => 0.66,
        '0'..='9' => 0.62,
        '\u{1100}'.. => 1.0,
        _ => 0.56,
    }
}

/// A measure with a memory.
///
/// Ticks, lane names and band labels are the same words frame after frame; titles of marks are
/// kept by the layout instead.
pub struct Widths<'a> {
    measure: &'a dyn TextMeasure,
    known: RefCell<KnownWidths>,
}

/// More words than this are forgotten together: a long session sees many days.
const MOST_KNOWN: usize = 4_000;

/// What a [`Widths`] remembers, kept between frames.
pub type KnownWidths = HashMap<(TextRole, Language), HashMap<Box<str>, f32>>;

impl<'a> Widths<'a> {
    /// A measure that knows nothing yet.
    pub fn new(measure: &'a dyn TextMeasure) -> Self {
        Self::with_known(measure, KnownWidths::default())
    }

    /// A measure that goes on with what was known.
    pub fn with_known(measure: &'a dyn TextMeasure, known: KnownWidths) -> Self {
        Self {
            measure,
            known: RefCell::new(known),
        }
    }

    /// What is known now.
    pub fn into_known(self) -> KnownWidths {
        self.known.into_inner()
    }

    /// The measure itself, for words that are kept elsewhere.
    pub fn measure(&self) -> &'a dyn TextMeasure {
        self.measure
    }

    /// The width in points.
    pub fn of(&self, text: &str, role: TextRole, language: Language) -> f32 {
        let mut known = self.known.borrow_mut();
        let words = known.entry((role, language)).or_default();
        if let Some(&width) = words.get(text) {
            return width;
        }
        let width = self.measure.width_points(text, role, language);
        if words.len() >= MOST_KNOWN {
            words.clear();
        }
        words.insert(text.into(), width);
        width
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    struct Counting(Cell<u32>);

    impl TextMeasure for Counting {
        fn width_points(&self, text: &str, _: TextRole, _: Language) -> f32 {
            self.0.set(self.0.get() + 1);
            text.len() as f32
        }
    }

    #[test]
    fn a_word_is_measured_once_for_each_role_and_language() {
        let measure = Counting(Cell::new(0));
        let widths = Widths::new(&measure);
        for _ in 0..3 {
            for role in [TextRole::AxisMajor, TextRole::AxisMinor] {
                assert!((widths.of("1972", role, Language::En) - 4.0).abs() < 1e-6);
            }
        }
        assert_eq!(measure.0.get(), 2);
    }

    #[test]
    fn han_is_wider_than_latin() {
        let width = |text| PlainMeasure.width_points(text, TextRole::MarkLabel, Language::Ja);
        assert!(width("年表") > width("ab"));
        assert!(width("").abs() < 1e-6);
    }
}
