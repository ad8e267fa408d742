//! Finds, among the system's fonts, faces for characters that the bundled ones lack.

use std::collections::BTreeSet;
use std::sync::Arc;

use fontique::{
    Blob, Collection, CollectionOptions, FontStyle, FontWeight, FontWidth, SourceCache,
    SourceCacheOptions,
};
use skrifa::{FontRef, MetadataProvider as _};

use crate::export::MoreFaces;

/// Faces of such names have a box for every character there is.
const ALL_BOXES: [&str; 3] = ["lastresort", "adobe blank", "adobeblank"];
/// No picture loads more faces than this.
const MOST: usize = 12;

/// Faces that together have as many of the characters as the system's fonts do. Takes as long as it
/// takes to look into each family of the system.
pub fn holding(characters: &BTreeSet<char>) -> MoreFaces {
    let mut collection = Collection::new(CollectionOptions {
        shared: false,
        system_fonts: true,
    });
    let mut cache = SourceCache::new(SourceCacheOptions::default());
    let mut names: Vec<String> = collection.family_names().map(str::to_owned).collect();
    // The same system gives the same picture.
    names.sort_unstable();
    let mut faces: Vec<Face> = names
        .iter()
        .filter_map(|name| Face::load(&mut collection, &mut cache, name, characters))
        .collect();
    let mut missing = characters.clone();
    let mut found = MoreFaces::default();
    for _ in 0..MOST {
        // Emoji where they are in colour; then the one that has the most, of equals a plain one, and
        // the first by name.
        let worth = |face: &Face| (face.is_emoji, face.has.len(), face.is_plain);
        let best = (0..faces.len())
            .rev()
            .filter(|&at| !faces[at].has.is_empty())
            .max_by_key(|&at| worth(&faces[at]));
        let Some(face) = best.map(|at| faces.remove(at)) else {
            break;
        };
        missing.retain(|character| !face.has.contains(character));
        for other in &mut faces {
            other.has.retain(|character| missing.contains(character));
        }
        found.add(Arc::new(face.bytes), face.index);
    }
    found
}

/// A face of the system that has some of the characters.
struct Face {
    bytes: Blob<u8>,
    index: u32,
    has: BTreeSet<char>,
    is_emoji: bool,
    /// Neither with serifs nor of one width.
    is_plain: bool,
}

impl Face {
    /// The upright regular face of a family, if it has any of the characters.
    fn load(
        collection: &mut Collection,
        cache: &mut SourceCache,
        name: &str,
        characters: &BTreeSet<char>,
    ) -> Option<Self> {
        let lower = name.to_lowercase();
        if ALL_BOXES.iter().any(|boxes| lower.contains(boxes)) {
            return None;
        }
        let family = collection.family_by_name(name)?;
        let font = family.match_font(
            FontWidth::NORMAL,
            FontStyle::Normal,
            FontWeight::NORMAL,
            false,
        )?;
        let bytes = font.load(Some(cache))?;
        let index = font.index();
        let charmap = FontRef::from_index(bytes.as_ref(), index).ok()?.charmap();
        let has: BTreeSet<char> = characters
            .iter()
            .copied()
            .filter(|&character| charmap.map(character).is_some())
            .collect();
        if has.is_empty() {
            return None;
        }
        Some(Self {
            bytes,
            index,
            has,
            is_emoji: lower.contains("emoji"),
            is_plain: !["mono", "serif", "roman"]
                .iter()
                .any(|word| lower.contains(word)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Says little on a machine without fonts.
    #[test]
    fn what_is_found_has_some_of_what_was_asked_for() {
        let wanted: BTreeSet<char> = ['ש', 'ה', '😀', 'ก'].into();
        let found = holding(&wanted);
        let mut left = wanted.clone();
        for (bytes, index) in found.iter() {
            let bytes: &[u8] = (**bytes).as_ref();
            let font = FontRef::from_index(bytes, index).expect("a font");
            let before = left.len();
            left.retain(|&character| font.charmap().map(character).is_none());
            assert!(left.len() < before, "a face that is not needed");
        }
    }

    #[test]
    fn for_no_character_there_is_no_face() {
        assert!(holding(&BTreeSet::new()).is_empty());
        assert!(holding(&['\u{10FFFD}'].into()).is_empty());
    }
}
