//! Finds, among the operating system's fonts, the ones drawn for each East Asian language.

use std::sync::Arc;

use egui::{
    FontData,
    epaint::text::{FontTweak, VariationCoords},
};
use fontique::{
    Attributes, Collection, CollectionOptions, FontStyle as Slant, FontWeight, FontWidth,
    QueryFont, QueryStatus, SourceCache, SourceCacheOptions,
};
use skrifa::{
    FontRef, MetadataProvider as _,
    instance::{LocationRef, Size},
    raw::TableProvider as _,
};

use crate::theme::{FontLanguage, FontStyle, chain, system_families};

/// One of the system's faces, chosen for a language and style.
pub(super) struct SystemFace {
    pub language: FontLanguage,
    pub style: FontStyle,
    /// A name that no other face has.
    pub name: String,
    /// The file, mapped into memory.
    pub data: Arc<FontData>,
}

/// The system's face for each language and style, where it has a good one. Takes as long as the
/// system takes to list its fonts.
pub(super) fn find() -> Vec<SystemFace> {
    let mut collection = Collection::new(CollectionOptions {
        shared: false,
        system_fonts: true,
    });
    let mut cache = SourceCache::new(SourceCacheOptions::default());
    let mut found = Vec::new();
    for style in [FontStyle::Sans, FontStyle::SansStrong, FontStyle::Serif] {
        for language in FontLanguage::ALL {
            for &name in system_families(language, style) {
                if let Some(face) = face_of(&mut collection, &mut cache, name, language, style) {
                    tracing::debug!("{language:?} {style:?}: {}", face.name);
                    found.push(face);
                    break;
                }
            }
        }
    }
    found
}

/// The face of the named family with this style's weight, if it is fit for this language.
fn face_of(
    collection: &mut Collection,
    cache: &mut SourceCache,
    name: &str,
    language: FontLanguage,
    style: FontStyle,
) -> Option<SystemFace> {
    let weight = match style {
        FontStyle::SansStrong => FontWeight::BOLD,
        FontStyle::Sans | FontStyle::Serif => FontWeight::NORMAL,
    };
    let mut query = collection.query(cache);
    query.set_families([name]);
    query.set_attributes(Attributes::new(FontWidth::NORMAL, Slant::Normal, weight));
    let mut best = None;
    query.matches_with(|font| {
        best = Some(font.clone());
        QueryStatus::Stop
    });
    let font: QueryFont = best?;
    // A family without the weight would pretend to have it.
    if font.synthesis.embolden() {
        return None;
    }
    let mut coords = VariationCoords::default();
    for (axis, value) in font.synthesis.variation_settings() {
        coords.push(axis.to_be_bytes(), *value);
    }
    let tweak = FontTweak {
        y_offset_factor: baseline_shift(&font, language, style)?,
        coords,
        hinting: super::fonts::hinting(true),
        ..FontTweak::default()
    };
    let index = font.index;
    let (bytes, _) = font.blob.into_raw_parts();
    Some(SystemFace {
        language,
        style,
        name: format!("system:{name}:{index}:{style:?}"),
        data: Arc::new(FontData::from_blob(bytes, index).tweak(tweak)),
    })
}

/// How far down the face must be moved, in em, to stand on the baseline of the face that begins
/// the chain: egui centres the line boxes of faces in a row, and boxes differ. `None` if the face
/// is broken, lacks what its language needs, or is made of bitmaps (which take no colour).
fn baseline_shift(font: &QueryFont, language: FontLanguage, style: FontStyle) -> Option<f32> {
    let face = FontRef::from_index(font.blob.as_ref(), font.index).ok()?;
    let characters = face.charmap();
    let is_complete = probe(language).chars().all(|c| characters.map(c).is_some());
    let has_bitmaps = face.ebdt().is_ok() || face.cbdt().is_ok() || face.sbix().is_ok();
    if !is_complete || has_bitmaps || face.colr().is_ok() {
        return None;
    }
    let first = *chain(language, style).first()?;
    let first = FontRef::from_index(first.bytes, first.index).ok()?;
    Some((baseline(&first) - baseline(&face)) / 2.0)
}

/// Twice the distance of the baseline below the middle of the line box, in em.
fn baseline(face: &FontRef<'_>) -> f32 {
    let metrics = face.metrics(Size::new(1.0), LocationRef::default());
    metrics.ascent + metrics.descent
}

/// Some characters that a face for this language cannot be without.
const fn probe(language: FontLanguage) -> &'static str {
    match language {
        FontLanguage::Latin => "",
        FontLanguage::Ja => {
            "あいうえおがぱっアイウエオー、。「」日本国首相会談共同声明条約昭和令和直骨海写収戦後"
        }
        FontLanguage::ZhHans => "，。“”《》中华人民共和国政府联合声明条约领导会谈直骨海门边为这亚",
        FontLanguage::ZhHant => "，。「」《》中華民國政府聯合聲明條約領導會談直骨海門邊為這亞",
        FontLanguage::Ko => "대한민국조선민주주의인민공화국정상회담공동선언평화우호조약뷁",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Says nothing on a machine without such fonts; Debian's `fonts-noto-cjk` is enough.
    #[test]
    fn what_is_found_fits_its_language_and_stands_on_the_baseline() {
        for face in find() {
            let font = FontRef::from_index(face.data.bytes(), face.data.index).unwrap();
            let lacks = |c: &char| font.charmap().map(*c).is_none();
            let missing: String = probe(face.language).chars().filter(lacks).collect();
            assert!(missing.is_empty(), "{} lacks {missing}", face.name);

            let first = chain(face.language, face.style)[0];
            let first = FontRef::from_index(first.bytes, first.index).unwrap();
            let moved = baseline(&font) / 2.0 + face.data.tweak.y_offset_factor;
            assert!(
                (moved - baseline(&first) / 2.0).abs() < 1e-4,
                "{}",
                face.name
            );

            let known = system_families(face.language, face.style);
            assert!(
                known.iter().any(|name| face.name.contains(name)),
                "{}",
                face.name
            );
        }
    }
}
