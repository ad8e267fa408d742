//! Widths of text from the faces that draw it, without a window.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use skrifa::instance::Size;
use skrifa::{FontRef, MetadataProvider as _};
use unicode_segmentation::UnicodeSegmentation as _;

use super::faces::{Chain, MoreFaces, Set};
use super::look::role_of;
use super::runs::{Cluster, Run, runs};
use crate::date::Language;
use crate::scene::{TextMeasure, TextRole};
use crate::theme::{self, FontLanguage, FontStyle, Theme, TypeScale, Weight, chain};

/// Measures text as a picture's faces set it: the sum of the advances, each character from the
/// first face of its chain that has it. Pairs are not kerned and letters not joined, which at most
/// leaves a label a little more room than it needs.
///
/// A character costs a look into the fonts once, about a microsecond; later a look into a table.
pub struct FontMeasure {
    scale: TypeScale,
    more: MoreFaces,
    chains: RefCell<HashMap<(FontLanguage, FontStyle, Weight), Chain>>,
    boxes: RefCell<BTreeSet<char>>,
}

impl FontMeasure {
    /// A measure by the bundled faces for the sizes of this theme.
    pub fn new(theme: &Theme) -> Self {
        Self::with(theme, MoreFaces::default())
    }

    /// A measure that knows more faces than the bundled ones.
    pub fn with(theme: &Theme, more: MoreFaces) -> Self {
        Self {
            scale: theme.text,
            more,
            chains: RefCell::default(),
            boxes: RefCell::default(),
        }
    }

    /// Characters that were measured and that no face has.
    pub fn boxes(&self) -> BTreeSet<char> {
        self.boxes.borrow().clone()
    }

    /// Width in points of a text on one line in a role of the theme.
    pub fn width_in(&self, text: &str, role: theme::TextRole, language: Language) -> f32 {
        let style = self.scale.style(role);
        let ems: f32 = self.with_chain(role, language, |chain| {
            if text.is_ascii() {
                return text.chars().map(|c| chain.of_character(c).ems).sum();
            }
            let clusters = self.clusters(chain, text);
            if clusters.iter().any(|cluster| chain.joins(cluster.face)) {
                let runs = runs(text, &clusters, chain);
                runs.iter().map(|run| run.ems).sum()
            } else {
                clusters.iter().map(|cluster| cluster.ems).sum()
            }
        });
        let spacing = style.letter_spacing_points * text.chars().count() as f32;
        ems * style.size_points + spacing
    }

    /// The runs in which a text is drawn, from left to right.
    pub(super) fn runs(&self, text: &str, role: theme::TextRole, language: Language) -> Vec<Run> {
        self.with_chain(role, language, |chain| {
            let clusters = self.clusters(chain, text);
            runs(text, &clusters, chain)
        })
    }

    fn clusters(&self, chain: &mut Chain, text: &str) -> Vec<Cluster> {
        let noted = |(at, cluster): (usize, &str)| {
            let Set { face, ems, .. } = self.noted(chain, cluster);
            let range = at..at + cluster.len();
            Cluster { range, face, ems }
        };
        text.grapheme_indices(true).map(noted).collect()
    }

    fn noted(&self, chain: &mut Chain, cluster: &str) -> Set {
        let set = chain.of(cluster);
        if set.is_box {
            let lacking = cluster.chars().filter(|&c| chain.of_character(c).is_box);
            self.boxes.borrow_mut().extend(lacking);
        }
        set
    }

    fn with_chain<T>(
        &self,
        role: theme::TextRole,
        language: Language,
        ask: impl FnOnce(&mut Chain) -> T,
    ) -> T {
        let style = self.scale.style(role);
        let language = FontLanguage::from_tag(language.tag());
        let mut chains = self.chains.borrow_mut();
        let chain = chains
            .entry((language, style.style, style.weight))
            .or_insert_with(|| Chain::new(language, style.style, style.weight, &self.more));
        ask(chain)
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
    // An accent stays on its letter.
    let ends: Vec<usize> = text
        .grapheme_indices(true)
        .map(|(at, _)| at)
        .skip(1)
        .collect();
    let cut = |end: usize| format!("{}{}", text[..end].trim_end(), theme::symbol::MORE);
    let fitting = ends.partition_point(|&end| width(&cut(end)) <= room);
    let end = *ends.get(fitting.checked_sub(1)?)?;
    Some(cut(end).into())
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
