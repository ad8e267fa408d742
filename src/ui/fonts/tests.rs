//! The bundled faces draw the whole record, each language in its own forms, on one baseline.

mod words;

use egui::{RawInput, epaint::text::MissingGlyphPolicy};
use skrifa::{
    instance::{LocationRef, Size},
    metrics::Metrics,
};

use super::*;
use crate::theme::{ThemeId, symbol};

const AGAIN: &str = "run assets/make-fonts.py again, as assets/README.md says";

fn font(face: Face) -> FontRef<'static> {
    FontRef::from_index(face.bytes, face.index).unwrap()
}

fn has(face: Face, character: char) -> bool {
    font(face).charmap().map(character).is_some()
}

/// Every string of the bundled record with the tag of the map or quote it stands in, if any.
fn record_texts() -> Vec<(String, String)> {
    fn walk(value: &serde_json::Value, tag: &str, texts: &mut Vec<(String, String)>) {
        match value {
            serde_json::Value::String(text) => texts.push((tag.into(), text.clone())),
            serde_json::Value::Array(list) => {
                for item in list {
                    walk(item, tag, texts);
                }
            }
            serde_json::Value::Object(map) => {
                let own = map.get("lang").and_then(serde_json::Value::as_str);
                for (key, item) in map {
                    let tag = match key.as_str() {
                        "en" | "ja" | "zh-Hans" | "zh-Hant" | "ko" => key,
                        "text" => own.unwrap_or(tag),
                        _ => "",
                    };
                    walk(item, tag, texts);
                }
            }
            _ => {}
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/east-asia.json");
    let record = std::fs::read_to_string(path).unwrap();
    let mut texts = Vec::new();
    walk(&serde_json::from_str(&record).unwrap(), "", &mut texts);
    texts
}

#[test]
fn bundled_faces_alone_draw_the_whole_record_in_every_family() {
    let mut characters: Vec<char> = record_texts()
        .iter()
        .flat_map(|(_, text)| text.chars())
        .chain(symbol::ALL.iter().flat_map(|sign| sign.chars()))
        .filter(|character| !character.is_control())
        .collect();
    characters.sort_unstable();
    characters.dedup();
    assert!(characters.len() > 1000, "that is not the record");
    for (language, style) in all_families() {
        let faces = chain(language, style);
        for &character in &characters {
            let drawn = faces.iter().any(|&face| has(face, character));
            assert!(drawn, "{language:?} {style:?} lacks {character:?}: {AGAIN}");
        }
    }
}

#[test]
fn the_record_is_drawn_in_the_forms_of_its_languages() {
    for (tag, text) in record_texts() {
        let language = FontLanguage::from_tag(&tag);
        if language == FontLanguage::Latin {
            continue;
        }
        for style in STYLES {
            // A quote in Korean may hold Japanese words; those are another language's letters.
            for character in text.chars().filter(|&c| is_han(c)) {
                let face = Face::of_language(language, style);
                let drawn = has(face, character);
                assert!(drawn, "{face:?} lacks {character} of: {text}: {AGAIN}");
            }
        }
    }
}

fn is_han(character: char) -> bool {
    ('\u{3400}'..='\u{9FFF}').contains(&character)
}

#[test]
fn interface_signs_are_in_the_interface_face() {
    let inter = chain(FontLanguage::Latin, FontStyle::Sans)[0];
    for character in symbol::ALL.iter().flat_map(|sign| sign.chars()) {
        assert!(is_han(character) || has(inter, character), "{character:?}");
    }
}

#[test]
fn languages_keep_their_own_forms() {
    use FontLanguage::{Ja, Ko, ZhHans, ZhHant};
    // Pairs that national standards draw differently.
    for (character, one, two) in [
        ('直', Ja, ZhHans),
        ('骨', Ja, ZhHans),
        ('角', Ja, ZhHans),
        ('海', Ja, ZhHans),
        ('骨', ZhHant, ZhHans),
        ('終', Ja, ZhHant),
        ('令', ZhHans, ZhHant),
        ('神', Ja, Ko),
    ] {
        for style in [FontStyle::Sans, FontStyle::Serif] {
            let glyph = |language| {
                font(Face::of_language(language, style))
                    .charmap()
                    .map(character)
            };
            assert_ne!(glyph(one), glyph(two), "{character}: {one:?} and {two:?}");
        }
    }
}

#[test]
fn chinese_and_japanese_take_wide_signs_from_their_own_face() {
    for language in [FontLanguage::Ja, FontLanguage::ZhHans, FontLanguage::ZhHant] {
        for style in STYLES {
            for sign in ['…', '“', '—', '×'] {
                let first = chain(language, style)
                    .into_iter()
                    .find(|&face| has(face, sign));
                let first = first.unwrap();
                assert!(
                    first.is_east_asian(),
                    "{language:?} {style:?}: {sign} of {first:?}"
                );
            }
            for letter in ['A', '7', '(', 'ō'] {
                let first = chain(language, style)
                    .into_iter()
                    .find(|&face| has(face, letter));
                assert!(
                    !first.unwrap().is_east_asian(),
                    "{language:?} {style:?}: {letter}"
                );
            }
        }
    }
}

#[test]
fn all_faces_of_a_row_stand_on_one_baseline() {
    for (language, style) in all_families() {
        let faces = chain(language, style);
        let middle = |face: &Face| {
            let metrics = Metrics::new(&font(*face), Size::new(1.0), LocationRef::default());
            f32::midpoint(metrics.ascent, metrics.descent)
        };
        for face in &faces {
            // egui centres line boxes; 0.02 em is a third of a pixel at 18 points.
            let off = (middle(face) - middle(&faces[0])).abs();
            assert!(
                off < 0.02,
                "{language:?} {style:?}: {face:?} is {off} em off"
            );
        }
    }
}

#[test]
fn a_text_is_set_in_one_face() {
    let ctx = Context::default();
    install(&ctx);
    let family = |role, text| family_for_text(&ctx, "ja", role, text).to_string();
    // Escaped, since the font script gives the strong faces all that the source spells out.
    let rare = "\u{9B51}\u{9B45}の会談";
    assert_eq!(family(TextRole::Quote, "首相、会談"), "quote-ja");
    assert_eq!(family(TextRole::Quote, rare), "ja");
    assert_eq!(family(TextRole::Strong, rare), "ja");
    assert_eq!(family(TextRole::Strong, "Ishiba — Xi"), "ja-strong");
}

#[test]
fn every_role_can_be_laid_out_in_every_language() {
    let ctx = Context::default();
    ctx.set_missing_glyph_policy(MissingGlyphPolicy::Panic);
    install(&ctx);
    install(&ctx);
    let mut heights = Vec::new();
    let output = ctx.run_ui(RawInput::default(), |ui| {
        for id in ThemeId::ALL {
            let theme = Theme::of(id);
            for tag in ["en", "ja", "zh-Hans", "zh-Hant", "ko"] {
                for role in TextRole::ALL {
                    let format = text_format(theme, role, tag, theme.colors.ink);
                    let job = egui::text::LayoutJob::single_section(
                        "Shōwa 47, 年表 연표 “…” ①".into(),
                        format,
                    );
                    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
                    heights.push((id, role, galley.size().y));
                }
            }
        }
    });
    output.drop_without_applying_deltas();
    // One role is as high in every language, so that a row does not jump.
    for group in heights.chunk_by(|one, two| (one.0, one.1) == (two.0, two.1)) {
        assert!(
            group.iter().all(|row| (row.2 - group[0].2).abs() < 0.1),
            "{group:?}"
        );
    }
}
