//! An SVG of this program as pixels, with the bundled fonts and, for what these lack, with others
//! that it is given.
//!
//! A text asks for families by name; here each list of names leads to one of the theme's chains of
//! faces, so that a picture's 直 has the form of its language on every machine. Parts of a text that
//! name a face have that one: what the renderer falls back to by itself goes wrong where faces shape
//! one text into different numbers of glyphs, and would not be what was measured.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, FontFamily, FontResolver, fontdb};
use skrifa::{FontRef, MetadataProvider as _};
use thiserror::Error;

use super::faces::{MoreFaces, face_name};
use crate::theme::{Face, FontLanguage, FontStyle, chain, family_name, system_families};

/// Why a picture could not be made.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The SVG is none; a fault of this program when it wrote it.
    #[error("the picture's SVG cannot be read: {0}")]
    Svg(#[from] usvg::Error),
    /// More pixels than a picture may have.
    #[error(
        "a picture of {width} × {height} pixels is too large: at most {most} in all are drawn, such as \
         16384 × 8192. Choose a smaller size, or an SVG"
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
pub fn png(svg: &str, scale: f32, more: &MoreFaces) -> Result<Vec<u8>, ExportError> {
    let tree = tree(svg, more)?;
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

/// What an SVG of this program draws, with its words set in the faces that it asks for.
pub(super) fn tree(svg: &str, more: &MoreFaces) -> Result<usvg::Tree, usvg::Error> {
    static BUNDLED: LazyLock<Fonts> = LazyLock::new(Fonts::new);
    usvg::Tree::from_str(svg, &options(&BUNDLED.with(more)))
}

fn options(fonts: &Fonts) -> usvg::Options<'_> {
    usvg::Options {
        fontdb: fonts.database.clone(),
        font_resolver: FontResolver {
            select_font: Box::new(|font, _| fonts.first(font)),
            select_fallback: Box::new(|character, used, _| fonts.next(character, used)),
        },
        ..usvg::Options::default()
    }
}

/// The family of faces that are asked for by their own names.
const NAMED: &str = "named";

/// One face in one chain; a face that stands in several chains is there several times, since all
/// that is known when another is asked for is which came before.
#[derive(Clone)]
struct Link {
    face: Face,
    chain: (FontLanguage, FontStyle),
}

#[derive(Clone)]
struct Fonts {
    database: Arc<fontdb::Database>,
    links: HashMap<fontdb::ID, Link>,
    chains: HashMap<(FontLanguage, FontStyle), Vec<fontdb::ID>>,
    /// By [`face_name`].
    named: HashMap<String, fontdb::ID>,
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
        let mut fonts = Self {
            database: Arc::new(database),
            links,
            chains,
            named: HashMap::new(),
        };
        for (language, style) in fonts.chains.keys().copied().collect::<Vec<_>>() {
            for (at, face) in (0..).zip(chain(language, style)) {
                fonts.name((language, style), at, info(face, NAMED));
            }
        }
        fonts
    }

    /// The same and the faces that follow the bundled ones in every chain.
    fn with(&self, more: &MoreFaces) -> Self {
        let mut fonts = self.clone();
        for ((language, style), faces) in &self.chains {
            for (at, (bytes, index)) in (faces.len()..).zip(more.iter()) {
                let source = fontdb::Source::Binary(Arc::clone(bytes));
                let info = face_info(source, index, NAMED, NAMED);
                fonts.name((*language, *style), at, info);
            }
        }
        fonts
    }

    /// Adds a face that only its name leads to. It stands in no chain: a text that names its faces
    /// falls back to no others.
    fn name(
        &mut self,
        (language, style): (FontLanguage, FontStyle),
        at: usize,
        info: fontdb::FaceInfo,
    ) {
        let id = Arc::make_mut(&mut self.database).push_face_info(info);
        self.named.insert(face_name(language, style, at), id);
    }

    /// The face that a text names, else the first of the chain that it asks for.
    fn first(&self, font: &usvg::Font) -> Option<fontdb::ID> {
        let named = font.families().iter().find_map(|family| match family {
            FontFamily::Named(name) => self.named.get(name),
            _ => None,
        });
        if let Some(&id) = named {
            return Some(id);
        }
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
    let source = fontdb::Source::Binary(Arc::new(face.bytes));
    face_info(source, face.index, family, face.name)
}

fn face_info(source: fontdb::Source, index: u32, family: &str, name: &str) -> fontdb::FaceInfo {
    fontdb::FaceInfo {
        id: fontdb::ID::dummy(),
        source,
        index,
        families: vec![(family.to_owned(), fontdb::Language::English_UnitedStates)],
        post_script_name: name.to_owned(),
        style: fontdb::Style::Normal,
        weight: fontdb::Weight::NORMAL,
        stretch: fontdb::Stretch::Normal,
        monospaced: false,
    }
}

/// Each text of an SVG and how wide it is drawn, for tests.
#[cfg(test)]
pub(super) fn widths_in(svg: &str) -> Vec<(String, f32)> {
    fn add(group: &usvg::Group, all: &mut Vec<(String, f32)>) {
        for node in group.children() {
            match node {
                usvg::Node::Group(group) => add(group, all),
                usvg::Node::Text(text) => {
                    let words = text.chunks().iter().map(usvg::TextChunk::text);
                    let bounds = text.bounding_box();
                    all.push((words.collect(), bounds.width()));
                }
                _ => {}
            }
        }
    }
    let fonts = Fonts::new();
    let tree = usvg::Tree::from_str(svg, &options(&fonts)).expect("it is an SVG");
    let mut all = Vec::new();
    add(tree.root(), &mut all);
    all
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
        let png =
            png(&text(families, weight, words), 1.0, &MoreFaces::default()).expect("it is an SVG");
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
        assert_eq!(
            png(&svg, 2.0, &MoreFaces::default()).ok(),
            png(&svg, 2.0, &MoreFaces::default()).ok()
        );
        let scaled = png(&svg, 2.0, &MoreFaces::default()).expect("it is an SVG");
        let pixmap = Pixmap::decode_png(&scaled).expect("it is a PNG");
        assert_eq!((pixmap.width(), pixmap.height()), (160, 80));
    }

    #[test]
    fn what_cannot_be_drawn_is_an_error() {
        assert!(matches!(
            png("no picture", 1.0, &MoreFaces::default()),
            Err(ExportError::Svg(_))
        ));
        let error =
            png(&text("Inter", 400, "x"), 1e4, &MoreFaces::default()).expect_err("it is too large");
        assert!(
            error.to_string().contains("800000 × 400000 pixels"),
            "{error}"
        );
    }
}
