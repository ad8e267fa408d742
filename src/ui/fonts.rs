//! Hands the faces of `theme` to egui, and turns a role and a language into a text format.
//!
//! The bundled faces are installed at once, so the first picture waits for nothing. The operating
//! system's own fonts come after it, from a thread ([`load_system_fonts`]): for each language the
//! best one drawn for that language goes before the bundled face, which stays behind it. Listing
//! the system's fonts took 20 ms of one core on Linux with 161 faces and takes hundreds on others,
//! so it must not stand before the first picture.
//!
//! Two faces in one word look wrong. The strong and the serif faces hold fewer characters than the
//! plain ones, so [`family_for_text`] chooses by the whole text: all of it in the wanted face, or
//! all of it in the plain one. A chain goes on to other faces only so that nothing is ever a box.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use egui::{
    Color32, Context, FontData, FontDefinitions, FontFamily, FontId, Id, TextFormat, TextStyle,
    epaint::{
        FontColorTransferFunction,
        text::{TextOptions, VariationCoords},
    },
};
use skrifa::{FontRef, MetadataProvider as _};

use super::system_fonts::{self, SystemFace};
use crate::theme::{
    Face, FontLanguage, FontStyle, Rgb, TextRole, Theme, TypeScale, Weight, chain, faces,
    family_name,
};

const STYLES: [FontStyle; 3] = [FontStyle::Sans, FontStyle::SansStrong, FontStyle::Serif];

/// Installs the bundled faces. Call once, when the window is made; a second call does nothing.
pub fn install(ctx: &Context) {
    if shelf(ctx).is_none() {
        set_shelf(ctx, Shelf::default());
    }
}

/// Puts the operating system's fonts before the bundled ones, on a thread of its own.
///
/// Call once, after the first picture. Text is laid out anew when it is done, and one more frame
/// is asked for. Without such fonts, and when no thread can be had, the bundled ones stay.
pub fn load_system_fonts(ctx: &Context) {
    let ctx = ctx.clone();
    let spawned = std::thread::Builder::new()
        .name("system fonts".into())
        .spawn(move || {
            let system = system_fonts::find();
            if !system.is_empty() {
                set_shelf(&ctx, Shelf { system });
                ctx.request_repaint();
            }
        });
    if let Err(error) = spawned {
        tracing::warn!("The system's fonts are not used: {error}");
    }
}

/// The family for text of this BCP 47 language in this role.
///
/// Where the text is at hand, [`family_for_text`] avoids mixing faces within it.
#[must_use]
pub fn family_for(lang_tag: &str, role: TextRole) -> FontFamily {
    family(FontLanguage::from_tag(lang_tag), style_of(role))
}

/// The family in which all of this text is in one face for its language: the role's own family,
/// or the plain one of the language if the role's face lacks a character.
#[must_use]
pub fn family_for_text(ctx: &Context, lang_tag: &str, role: TextRole, text: &str) -> FontFamily {
    let (language, style) = (FontLanguage::from_tag(lang_tag), style_of(role));
    let whole = style == FontStyle::Sans
        || !text.contains(is_east_asian)
        || shelf(ctx).is_none_or(|shelf| shelf.covers(language, style, text));
    family(language, if whole { style } else { FontStyle::Sans })
}

/// How text of this role and language is set; [`text_format_for`] also looks at the text.
#[must_use]
pub fn text_format(theme: &Theme, role: TextRole, lang_tag: &str, color: Rgb) -> TextFormat {
    format_in(theme, role, family_for(lang_tag, role), color)
}

/// How this text is set in this role, all of it in one face.
#[must_use]
pub fn text_format_for(
    ctx: &Context,
    theme: &Theme,
    role: TextRole,
    lang_tag: &str,
    color: Rgb,
    text: &str,
) -> TextFormat {
    let family = family_for_text(ctx, lang_tag, role, text);
    let is_plain_instead = family != family_for(lang_tag, role);
    let mut format = format_in(theme, role, family, color);
    if is_plain_instead {
        // Its digits and Latin letters must not stand out from characters that have one weight.
        format.coords = weight(Weight::Regular);
    }
    format
}

/// The text styles of egui's own widgets, for an interface in this language.
#[must_use]
pub fn text_styles(theme: &Theme, lang_tag: &str) -> BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, TextRole::Label),
        (TextStyle::Body, TextRole::Body),
        (TextStyle::Monospace, TextRole::Body),
        (TextStyle::Button, TextRole::Control),
        (TextStyle::Heading, TextRole::RecordTitle),
    ]
    .into_iter()
    .map(|(style, role)| {
        let size = theme.text.style(role).size_points;
        (style, FontId::new(size, family_for(lang_tag, role)))
    })
    .collect()
}

/// How glyphs become pixels: on a dark ground egui's own setting makes text look a weight heavier.
#[must_use]
pub fn text_options(theme: &Theme) -> TextOptions {
    TextOptions {
        color_transfer_function: if theme.id.is_dark() {
            FontColorTransferFunction::Gamma(0.7)
        } else {
            FontColorTransferFunction::LIGHT_MODE_DEFAULT
        },
        ..TextOptions::default()
    }
}

/// A theme's colour as egui takes it.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "the one door for the theme's colours"
)]
pub const fn color32(color: Rgb) -> Color32 {
    Color32::from_rgb(color.red, color.green, color.blue)
}

fn style_of(role: TextRole) -> FontStyle {
    TypeScale::scaled(1.0).style(role).style
}

fn family(language: FontLanguage, style: FontStyle) -> FontFamily {
    static NAMES: LazyLock<BTreeMap<(FontLanguage, FontStyle), Arc<str>>> = LazyLock::new(|| {
        all_families()
            .map(|(language, style)| ((language, style), family_name(language, style).into()))
            .collect()
    });
    NAMES
        .get(&(language, style))
        .map_or(FontFamily::Proportional, |name| {
            FontFamily::Name(name.clone())
        })
}

fn format_in(theme: &Theme, role: TextRole, family: FontFamily, color: Rgb) -> TextFormat {
    let style = theme.text.style(role);
    TextFormat {
        font_id: FontId::new(style.size_points, family),
        color: color32(color),
        line_height: style.line_height_points(),
        extra_letter_spacing: style.letter_spacing_points,
        coords: weight(style.weight),
        ..TextFormat::default()
    }
}

fn weight(weight: Weight) -> VariationCoords {
    VariationCoords::new([(b"wght", weight.value())])
}

/// Whether a face's outlines are fitted to pixels: not the East Asian ones. Fitting made the first
/// picture of 45 mixed lines take 57 ms instead of 16, and one has to look twice to see it.
pub(super) const fn hinting(is_east_asian: bool) -> Option<bool> {
    if is_east_asian { Some(false) } else { None }
}

fn all_families() -> impl Iterator<Item = (FontLanguage, FontStyle)> {
    STYLES
        .into_iter()
        .flat_map(|style| FontLanguage::ALL.map(|language| (language, style)))
}

/// Whether a character is one that a Chinese, Japanese or Korean face draws.
fn is_east_asian(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}' | '\u{1F200}'..='\u{1F2FF}'
        | '\u{20000}'..='\u{3FFFD}')
}

/// What is installed beyond the bundled faces.
#[derive(Default)]
struct Shelf {
    system: Vec<SystemFace>,
}

impl Shelf {
    fn system_face(&self, language: FontLanguage, style: FontStyle) -> Option<&SystemFace> {
        self.system
            .iter()
            .find(|face| (face.language, face.style) == (language, style))
    }

    /// Whether the language's face of this style has all the East Asian characters of the text.
    fn covers(&self, language: FontLanguage, style: FontStyle, text: &str) -> bool {
        let bundled = Face::of_language(language, style);
        let (bytes, index) = self
            .system_face(language, style)
            .map_or((bundled.bytes, bundled.index), |face| {
                (face.data.bytes(), face.data.index)
            });
        FontRef::from_index(bytes, index).is_ok_and(|font| {
            let characters = font.charmap();
            text.chars()
                .filter(|&c| is_east_asian(c))
                .all(|c| characters.map(c).is_some())
        })
    }

    fn definitions(&self) -> FontDefinitions {
        static BUNDLED: LazyLock<Vec<(Face, Arc<FontData>)>> = LazyLock::new(|| {
            faces()
                .into_iter()
                .map(|face| {
                    let mut data = FontData::from_static(face.bytes);
                    data.index = face.index;
                    data.tweak.hinting = hinting(face.is_east_asian());
                    (face, Arc::new(data))
                })
                .collect()
        });

        // egui's own faces, where it is built with them, end every chain: emoji and code.
        let mut definitions = FontDefinitions::default();
        let last_of_all = definitions
            .families
            .get(&FontFamily::Proportional)
            .cloned()
            .unwrap_or_default();
        for (face, data) in BUNDLED.iter() {
            definitions.font_data.insert(face.name.into(), data.clone());
        }
        for face in &self.system {
            definitions
                .font_data
                .insert(face.name.clone(), face.data.clone());
        }
        for (language, style) in all_families() {
            let mut names: Vec<String> = Vec::new();
            let mut add = |name: &str| {
                if !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            };
            for face in chain(language, style) {
                self.system
                    .iter()
                    .filter(|system| face == Face::of_language(system.language, system.style))
                    .for_each(|system| add(&system.name));
                add(face.name);
            }
            for name in &last_of_all {
                add(name);
            }
            definitions.families.insert(family(language, style), names);
        }

        let interface = definitions
            .families
            .get(&family(FontLanguage::Latin, FontStyle::Sans))
            .cloned()
            .unwrap_or_default();
        let code = definitions
            .families
            .entry(FontFamily::Monospace)
            .or_default();
        for name in &interface {
            if !code.contains(name) {
                code.push(name.clone());
            }
        }
        definitions
            .families
            .insert(FontFamily::Proportional, interface);
        definitions
    }
}

fn shelf_id() -> Id {
    Id::unique("nenpyo fonts")
}

fn shelf(ctx: &Context) -> Option<Arc<Shelf>> {
    ctx.data(|data| data.get_temp(shelf_id()))
}

fn set_shelf(ctx: &Context, shelf: Shelf) {
    ctx.set_fonts(shelf.definitions());
    ctx.data_mut(|data| data.insert_temp(shelf_id(), Arc::new(shelf)));
}

#[cfg(test)]
mod tests;
