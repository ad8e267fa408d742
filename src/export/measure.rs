//! Widths of text from the bundled fonts, without a window.

use std::cell::RefCell;
use std::collections::HashMap;

use skrifa::instance::Size;
use skrifa::{FontRef, MetadataProvider as _};

use super::look::role_of;
use crate::date::Language;
use crate::scene::{TextMeasure, TextRole};
use crate::theme::{self, FontLanguage, FontStyle, Theme, TypeScale, Weight, chain};

/// Measures text as the bundled fonts set it: the sum of the advances, each character from the
/// first face of its chain that has it. Pairs are not kerned, which at most leaves a label a
/// point or two more room than it needs.
///
/// A character costs a look into the fonts once, about a microsecond; later a look into a table.
pub struct FontMeasure {
    scale: TypeScale,
    chains: RefCell<HashMap<(FontLanguage, FontStyle, Weight), Advances>>,
}

impl FontMeasure {
    /// A measure for the sizes of this theme.
    pub fn new(theme: &Theme) -> Self {
        Self {
            scale: theme.text,
            chains: RefCell::default(),
        }
    }

    /// Width in points of a text on one line in a role of the theme.
    pub fn width_in(&self, text: &str, role: theme::TextRole, language: Language) -> f32 {
        let style = self.scale.style(role);
        let language = FontLanguage::from_tag(language.tag());
        let mut chains = self.chains.borrow_mut();
        let advances = chains
            .entry((language, style.style, style.weight))
            .or_insert_with(|| Advances::new(language, style.style, style.weight));
        let ems: f32 = text.chars().map(|c| advances.of(c)).sum();
        let spacing = style.letter_spacing_points * text.chars().count() as f32;
        ems * style.size_points + spacing
    }
}

impl TextMeasure for FontMeasure {
    fn width_points(&self, text: &str, role: TextRole, language: Language) -> f32 {
        self.width_in(text, role_of(role), language)
    }
}

/// How far below the middle of a line its letters stand, in ems: a row is as high as its first
/// face asks for, and stands with its middle where the scene says.
pub(super) fn baseline_below_middle_em(style: FontStyle) -> f32 {
    chain(FontLanguage::Latin, style)
        .first()
        .and_then(|face| FontRef::from_index(face.bytes, face.index).ok())
        .map_or(FALLBACK_BASELINE_EM, |font| {
            let metrics = font.metrics(Size::new(1.0), skrifa::instance::LocationRef::default());
            f32::midpoint(metrics.ascent, metrics.descent)
        })
}

/// Half of ascent less descent of most sans faces.
const FALLBACK_BASELINE_EM: f32 = 0.36;
/// What a character takes that no face has: the width of most boxes.
const UNKNOWN_EM: f32 = 0.6;
const ASCII: usize = 128;

/// Advances in ems for one chain of faces at one weight.
struct Advances {
    fonts: Vec<FontRef<'static>>,
    weight: Weight,
    ascii: [Option<f32>; ASCII],
    others: HashMap<char, f32>,
}

impl Advances {
    fn new(language: FontLanguage, style: FontStyle, weight: Weight) -> Self {
        let fonts = chain(language, style)
            .into_iter()
            .filter_map(|face| FontRef::from_index(face.bytes, face.index).ok())
            .collect();
        Self {
            fonts,
            weight,
            ascii: [None; ASCII],
            others: HashMap::new(),
        }
    }

    fn of(&mut self, character: char) -> f32 {
        let at = character as usize;
        if let Some(known) = self.ascii.get(at) {
            return known.unwrap_or_else(|| {
                let advance = self.look_up(character);
                self.ascii[at] = Some(advance);
                advance
            });
        }
        if let Some(&known) = self.others.get(&character) {
            return known;
        }
        let advance = self.look_up(character);
        self.others.insert(character, advance);
        advance
    }

    fn look_up(&self, character: char) -> f32 {
        if character.is_control() {
            return 0.0;
        }
        self.fonts
            .iter()
            .find_map(|font| {
                let glyph = font.charmap().map(character)?;
                let weight = [("wght", self.weight.value())];
                let location = font.axes().location(weight);
                font.glyph_metrics(Size::new(1.0), &location)
                    .advance_width(glyph)
            })
            .unwrap_or(UNKNOWN_EM)
    }
}

/// The text, or as much of its beginning as has room with "…" after it; `None` where not even
/// that has room.
pub(super) fn elided(
    text: &str,
    room_points: f32,
    width: impl Fn(&str) -> f32,
) -> Option<std::borrow::Cow<'_, str>> {
    /// Sums of widths differ by this much with the order of summing.
    const ROUNDING: f32 = 0.05;
    let room = room_points + ROUNDING;
    if width(text) <= room {
        return Some(text.into());
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).collect();
    let cut = |end: usize| format!("{}{}", text[..end].trim_end(), theme::symbol::MORE);
    let fitting = ends.partition_point(|&end| width(&cut(end)) <= room);
    let end = ends[..fitting]
        .iter()
        .rev()
        .copied()
        // An accent stays on its letter.
        .find(|&end| {
            text[end..]
                .chars()
                .next()
                .is_some_and(|next| !is_mark(next))
        })?;
    Some(cut(end).into())
}

/// Whether the character is drawn on the one before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::ThemeId;

    fn measure(id: ThemeId) -> FontMeasure {
        FontMeasure::new(Theme::of(id))
    }

    #[test]
    fn widths_are_those_of_the_fonts() {
        let light = measure(ThemeId::Light);
        let width = |text, language| light.width_points(text, TextRole::MarkLabel, language);
        // Han is one em; labels are 12 points.
        assert!((width("日中", Language::Ja) - 24.0).abs() < 0.01);
        assert!((width("한중", Language::Ko) / 24.0 - 1.0).abs() < 0.1);
        // Inter's digits and letters differ from a guess by kind of character.
        assert!((width("iiii", Language::En) - width("mmmm", Language::En)).abs() > 10.0);
        let years = width("1972", Language::En);
        assert!((24.0..36.0).contains(&years), "{years}");
        assert!(width("", Language::En).abs() < f32::EPSILON);
    }

    #[test]
    fn heavier_is_wider_and_a_projector_is_half_as_large_again() {
        let light = measure(ThemeId::Light);
        let text = "Joint Communique";
        let plain = light.width_points(text, TextRole::MarkLabel, Language::En);
        let strong = light.width_points(text, TextRole::MarkLabelSelected, Language::En);
        assert!(strong > plain * 1.01, "{strong} {plain}");
        let wall =
            measure(ThemeId::Projector).width_points(text, TextRole::MarkLabel, Language::En);
        assert!((wall / plain - 1.5).abs() < 1e-4);
    }

    #[test]
    fn wide_signs_are_as_wide_as_their_language_sets_them() {
        let light = measure(ThemeId::Light);
        let width = |language| light.width_points("…", TextRole::MarkLabel, language);
        assert!(width(Language::Ja) > width(Language::En));
        assert!((width(Language::Ko) - width(Language::En)).abs() < 0.01);
    }

    #[test]
    fn no_text_is_cut_within_its_room_and_each_that_is_cut_says_so() {
        let light = measure(ThemeId::Light);
        let width = |text: &str| light.width_points(text, TextRole::MarkLabel, Language::En);
        let text = "Treaty of Peace and Friendship";
        assert_eq!(elided(text, width(text), width).as_deref(), Some(text));
        for room in [30.0, 80.0, 150.0] {
            let cut = elided(text, room, width).expect("some of it has room");
            assert!(cut.ends_with('…') && width(&cut) <= room + 0.1, "{cut}");
            assert!(!cut.contains(" …"), "{cut}");
        }
        assert_eq!(elided(text, 3.0, width), None);
        assert_eq!(elided("", 0.0, width).as_deref(), Some(""));
    }

    #[test]
    fn an_accent_stays_on_its_letter() {
        let by_count = |text: &str| text.chars().count() as f32;
        assert_eq!(
            elided("abce\u{301}fgh", 5.0, by_count).as_deref(),
            Some("abc…")
        );
    }
}
