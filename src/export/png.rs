//! An SVG of this program as pixels, with the bundled fonts and no others.
//!
//! A text asks for families by name; here each list of names leads to one of the theme's chains of
//! faces, so that a picture's 直 has the form of its language on every machine.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, FontFamily, FontResolver, fontdb};
use skrifa::{FontRef, MetadataProvider as _};
use thiserror::Error;

use crate::theme::{Face, FontLanguage, FontStyle, chain, family_name, system_families};

/// Why a picture could not be made.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The SVG is none; a fault of this program when it wrote it.
    #[error("the picture's SVG cannot be read: {0}")]
    Svg(#[from] usvg::Error),
    /// More pixels than a picture may have.
    #[error(
        "a picture of {width} × {height} pixels is too large; at most {most} pixels in all are drawn"
    )]
    TooLarge {
        /// Pixels from left to right.
        width: u64,
        /// Pixels from top to bottom.
        height: u64,
        /// Pixels there may be.
        most: u64,
    },
    /// The pixels could not be written as PNG.
    #[error("the picture could not be written as PNG: {0}")]
    Encode(Box<dyn std::error::Error + Send + Sync>),
}

/// 16,384 × 8,192: half a gigabyte while it is drawn.
const MOST_PIXELS: u64 = 1 << 27;

/// Draws an SVG at `scale` pixels a point and writes it as PNG.
///
/// # Errors
/// When the text is no SVG, has no size, or the picture would be too large.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, ExportError> {
    let tree = usvg::Tree::from_str(svg, &options())?;
    let size = tree.size();
    let pixels = |points: f32| (points * scale).round().clamp(1.0, 1e9) as u32;
    let (width, height) = (pixels(size.width()), pixels(size.height()));
    let too_large = || ExportError::TooLarge {
        width: width.into(),
        height: height.into(),
        most: MOST_PIXELS,
    };
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(too_large());
    }
    let mut pixmap = Pixmap::new(width, height).ok_or_else(too_large)?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    pixmap
        .encode_png()
        .map_err(|error| ExportError::Encode(error.into()))
}

fn options() -> usvg::Options<'static> {
    static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::new);
    let fonts: &'static Fonts = &FONTS;
    usvg::Options {
        fontdb: fonts.database.clone(),
        font_resolver: FontResolver {
            select_font: Box::new(|font, _| fonts.first(font)),
            select_fallback: Box::new(|character, used, _| fonts.next(character, used)),
        },
        ..usvg::Options::default()
    }
}

/// One face in one chain; a face that stands in several chains is there several times, since all
/// that is known when another is asked for is which came before.
struct Link {
    face: Face,
    chain: (FontLanguage, FontStyle),
}

struct Fonts {
    database: Arc<fontdb::Database>,
    links: HashMap<fontdb::ID, Link>,
    chains: HashMap<(FontLanguage, FontStyle), Vec<fontdb::ID>>,
}

impl Fonts {
    fn new() -> Self {
        let mut database = fontdb::Database::new();
        let mut links = HashMap::new();
        let mut chains: HashMap<_, Vec<_>> = HashMap::new();
        for style in [FontStyle::Sans, FontStyle::SansStrong, FontStyle::Serif] {
            for language in FontLanguage::ALL {
                for face in chain(language, style) {
                    let id = database.push_face_info(info(face, family_name(language, style)));
                    let chain = (language, style);
                    links.insert(id, Link { face, chain });
                    chains.entry(chain).or_default().push(id);
                }
            }
        }
        Self {
            database: Arc::new(database),
            links,
            chains,
        }
    }

    /// The first face of the chain that a text asks for.
    fn first(&self, font: &usvg::Font) -> Option<fontdb::ID> {
        self.chains.get(&wanted(font))?.first().copied()
    }

    /// The next face of the chain that has the character.
    fn next(&self, character: char, used: &[fontdb::ID]) -> Option<fontdb::ID> {
        let chain = self.links.get(used.first()?)?.chain;
        self.chains.get(&chain)?.iter().copied().find(|id| {
            !used.contains(id)
                && self.links.get(id).is_some_and(|link| {
                    FontRef::from_index(link.face.bytes, link.face.index)
                        .is_ok_and(|font| font.charmap().map(character).is_some())
                })
        })
    }
}

/// The chain for a text's families and weight.
fn wanted(font: &usvg::Font) -> (FontLanguage, FontStyle) {
    const STRONG_FROM: u16 = 600;
    let families = font.families();
    let serif = families
        .iter()
        .any(|family| matches!(family, FontFamily::Serif));
    let style = match (serif, font.weight() >= STRONG_FROM) {
        (true, _) => FontStyle::Serif,
        (false, true) => FontStyle::SansStrong,
        (false, false) => FontStyle::Sans,
    };
    let asks_for = |language: &FontLanguage| {
        let known = system_families(*language, style);
        families.iter().any(
            |family| matches!(family, FontFamily::Named(name) if known.contains(&name.as_str())),
        )
    };
    let language = FontLanguage::ALL.into_iter().find(asks_for);
    (language.unwrap_or_default(), style)
}

fn info(face: Face, family: &str) -> fontdb::FaceInfo {
    fontdb::FaceInfo {
        id: fontdb::ID::dummy(),
        source: fontdb::Source::Binary(Arc::new(face.bytes)),
        index: face.index,
        families: vec![(family.to_owned(), fontdb::Language::English_UnitedStates)],
        post_script_name: face.name.to_owned(),
        style: fontdb::Style::Normal,
        weight: fontdb::Weight::NORMAL,
        stretch: fontdb::Stretch::Normal,
        monospaced: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(families: &str, weight: u16, words: &str) -> String {
        format!(
            concat!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">"#,
                r#"<text x="4" y="30" font-size="30" font-family="{}" font-weight="{}">{}</text></svg>"#
            ),
            families, weight, words
        )
    }

    fn pixels(families: &str, weight: u16, words: &str) -> Vec<u8> {
        let png = png(&text(families, weight, words), 1.0).expect("it is an SVG");
        Pixmap::decode_png(&png)
            .expect("it is a PNG")
            .data()
            .to_vec()
    }

    #[test]
    fn one_character_has_each_languages_form() {
        let forms = ["Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans CJK TC"]
            .map(|family| pixels(&format!("Inter, {family}, sans-serif"), 400, "骨"));
        assert!(forms[0].iter().any(|&byte| byte > 0), "something is drawn");
        assert_ne!(forms[0], forms[1]);
        assert_ne!(forms[1], forms[2]);
    }

    #[test]
    fn weight_and_family_are_heard() {
        assert_ne!(pixels("Inter", 400, "1972"), pixels("Inter", 600, "1972"));
        assert_ne!(pixels("Inter", 600, "1972"), pixels("Inter", 700, "1972"));
        assert_ne!(
            pixels("Inter", 400, "1972"),
            pixels("Inter, serif", 400, "1972")
        );
        assert_eq!(
            pixels("Inter", 400, "1972"),
            pixels("Nobody Has This", 400, "1972")
        );
    }

    #[test]
    fn the_same_picture_is_the_same_bytes() {
        let svg = text("Inter", 400, "年表");
        assert_eq!(png(&svg, 2.0).ok(), png(&svg, 2.0).ok());
        let scaled = png(&svg, 2.0).expect("it is an SVG");
        let pixmap = Pixmap::decode_png(&scaled).expect("it is a PNG");
        assert_eq!((pixmap.width(), pixmap.height()), (160, 80));
    }

    #[test]
    fn what_cannot_be_drawn_is_an_error() {
        assert!(matches!(png("no picture", 1.0), Err(ExportError::Svg(_))));
        let error = png(&text("Inter", 400, "x"), 1e4).expect_err("it is too large");
        assert!(
            error.to_string().contains("800000 × 400000 pixels"),
            "{error}"
        );
    }
}
