//! Which face draws which part of a text.
//!
//! The bundled faces answer first, so that a record gives the same picture on every machine. What
//! none of them has (emoji, Arabic, Thai) is drawn with [`MoreFaces`] of the machine, and where these
//! lack it too, as a box.

use std::collections::HashMap;
use std::sync::Arc;

use skrifa::instance::Size;
use skrifa::raw::types::GlyphId;
use skrifa::{FontRef, MetadataProvider as _};

use crate::theme::{FontLanguage, FontStyle, Weight, chain, family_name};

/// The bytes of a font file, however they are held.
pub type FontBytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Faces beside the bundled ones, for characters that those lack. Whoever may read disks finds them.
#[derive(Clone, Default)]
pub struct MoreFaces(Vec<(FontBytes, u32)>);

impl MoreFaces {
    /// Adds a face: a file and the position of the face in it.
    pub fn add(&mut self, bytes: FontBytes, index: u32) {
        self.0.push((bytes, index));
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The files and the positions in them.
    pub fn iter(&self) -> impl Iterator<Item = (&FontBytes, u32)> {
        self.0.iter().map(|(bytes, index)| (bytes, *index))
    }
}

impl std::fmt::Debug for MoreFaces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} faces", self.0.len())
    }
}

/// How a picture's text names a face: the family of its chain, and its position there.
pub(super) fn face_name(language: FontLanguage, style: FontStyle, face: usize) -> String {
    format!("{}-{face}", family_name(language, style))
}

/// The face of one character as readers count them, and how wide it sets it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Set {
    /// Position in the chain; those of [`MoreFaces`] follow the bundled ones.
    pub(super) face: usize,
    /// The sum of its advances.
    pub(super) ems: f32,
    /// No face has it, and a box stands for it.
    pub(super) is_box: bool,
}

const ASCII: usize = 128;

/// The faces of one chain at one weight, and what they were asked before.
pub(super) struct Chain {
    faces: Vec<(FontBytes, u32)>,
    bundled: usize,
    weight: Weight,
    ascii: [Option<Set>; ASCII],
    others: HashMap<char, Set>,
    clusters: HashMap<Box<str>, Set>,
}

impl Chain {
    pub(super) fn new(
        language: FontLanguage,
        style: FontStyle,
        weight: Weight,
        more: &MoreFaces,
    ) -> Self {
        let mut faces: Vec<(FontBytes, u32)> = Vec::new();
        for face in chain(language, style) {
            faces.push((Arc::new(face.bytes), face.index));
        }
        let bundled = faces.len();
        faces.extend(more.0.iter().cloned());
        Self {
            faces,
            bundled,
            weight,
            ascii: [None; ASCII],
            others: HashMap::new(),
            clusters: HashMap::new(),
        }
    }

    /// The face for one character as readers count them: all of it stands in one face, so that an
    /// accent is on its letter and a family of four one picture.
    pub(super) fn of(&mut self, cluster: &str) -> Set {
        let mut characters = cluster.chars();
        match (characters.next(), characters.next()) {
            (Some(character), None) => self.of_character(character),
            _ => {
                if let Some(&known) = self.clusters.get(cluster) {
                    return known;
                }
                let set = self.look_up(cluster);
                self.clusters.insert(cluster.into(), set);
                set
            }
        }
    }

    pub(super) fn of_character(&mut self, character: char) -> Set {
        let at = character as usize;
        let known = match self.ascii.get(at) {
            Some(known) => *known,
            None => self.others.get(&character).copied(),
        };
        known.unwrap_or_else(|| {
            let set = self.look_up(character.encode_utf8(&mut [0; 4]));
            match self.ascii.get_mut(at) {
                Some(place) => *place = Some(set),
                None => {
                    self.others.insert(character, set);
                }
            }
            set
        })
    }

    fn look_up(&self, cluster: &str) -> Set {
        let drawn = || cluster.chars().filter(|&c| !is_invisible(c));
        let has = |font: &FontRef, c: char| font.charmap().map(c).is_some();
        let find = |holds: &dyn Fn(&FontRef) -> bool| {
            (0..self.faces.len()).find(|&at| self.font(at).is_some_and(|font| holds(&font)))
        };
        let whole = find(&|font| drawn().all(|c| has(font, c)));
        let face = whole.or_else(|| find(&|font| drawn().next().is_some_and(|c| has(font, c))));
        let at = face.unwrap_or(0);
        let ems = if drawn().nth(1).is_none() {
            let font = self.font(at);
            let widths = drawn()
                .zip(font)
                .map(|(c, font)| advance(&font, c, self.weight));
            widths.sum()
        } else {
            self.shaped(at, cluster, false).unwrap_or(BOX_EM)
        };
        Set {
            face: at,
            ems,
            is_box: whole.is_none(),
        }
    }

    /// Whether the face joins letters or turns their order, so that only all of a run has a width:
    /// the bundled ones do not.
    pub(super) fn joins(&self, face: usize) -> bool {
        face >= self.bundled
    }

    /// The width in ems of several characters that are set together: Arabic letters join, an accent
    /// takes no room of its own, and a family of four is one picture.
    pub(super) fn shaped(&self, face: usize, text: &str, is_rtl: bool) -> Option<f32> {
        let (bytes, index) = self.faces.get(face)?;
        let font = harfrust::FontRef::from_index((**bytes).as_ref(), *index).ok()?;
        let weight = [(harfrust::Tag::new(b"wght"), self.weight.value())];
        let instance = harfrust::ShaperInstance::from_variations(&font, weight);
        let data = harfrust::ShaperData::new(&font);
        let shaper = data.shaper(&font).instance(Some(&instance)).build();
        let mut buffer = harfrust::UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if is_rtl {
            harfrust::Direction::RightToLeft
        } else {
            harfrust::Direction::LeftToRight
        });
        buffer.guess_segment_properties();
        let glyphs = shaper.shape(buffer, harfrust::ShapeOptions::new());
        let advances = glyphs.glyph_positions().iter().map(|glyph| glyph.x_advance);
        let units: i32 = advances.sum();
        Some(units.unsigned_abs() as f32 / shaper.units_per_em() as f32)
    }

    /// Reads a few bytes of the file's head; what is found is kept, and not the reader.
    fn font(&self, at: usize) -> Option<FontRef<'_>> {
        let (bytes, index) = self.faces.get(at)?;
        FontRef::from_index((**bytes).as_ref(), *index).ok()
    }
}

/// The advance in ems; of what the face lacks, that of its box.
fn advance(font: &FontRef, character: char, weight: Weight) -> f32 {
    let weight = [("wght", weight.value())];
    let location = font.axes().location(weight);
    let glyph = font.charmap().map(character).unwrap_or(GlyphId::NOTDEF);
    font.glyph_metrics(Size::new(1.0), &location)
        .advance_width(glyph)
        .unwrap_or(BOX_EM)
}

/// The width of most boxes.
const BOX_EM: f32 = 0.6;

/// Whether the character only says how others are set: joiners, directions, choices of form.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sans(language: FontLanguage) -> Chain {
        Chain::new(
            language,
            FontStyle::Sans,
            Weight::Regular,
            &MoreFaces::default(),
        )
    }

    #[test]
    fn a_character_is_drawn_by_one_face_and_all_that_belongs_to_it_too() {
        let mut sans = sans(FontLanguage::Ja);
        let (latin, han) = (sans.of("a"), sans.of("年"));
        assert_ne!(latin.face, han.face);
        assert!((han.ems - 1.0).abs() < 1e-3);
        // In two code points or in one, é is as wide.
        let (two, one) = (sans.of("e\u{301}"), sans.of("é"));
        assert!(
            !two.is_box && (two.ems - one.ems).abs() < 0.01,
            "{two:?} {one:?}"
        );
        // What chooses a form takes no room.
        assert_eq!(sans.of("年\u{FE00}").ems, han.ems);
    }

    #[test]
    fn what_no_face_has_is_as_wide_as_its_box() {
        let mut sans = sans(FontLanguage::Latin);
        let shown = sans.of("\u{1F600}");
        assert!(shown.is_box && shown.face == 0 && shown.ems > 0.2);
        assert_eq!(sans.of("\u{200D}").ems, 0.0);
        assert!(!sans.of("\u{200D}").is_box);
    }
}
