//! How the holder of an office is named, on the canvas and in the status line alike.

use crate::date::Language;
use crate::record::Text;

pub use crate::record::family_name;

/// A person's name and whose glyphs it needs: in the reader's language, else for readers of
/// Chinese as it is written in the other script or in Japan, else as the record says it.
pub fn person_name(label: &Text, reader: Language) -> (Language, &str) {
    let in_han = |name: &str| {
        name.chars()
            .all(|c| matches!(c, '\u{3400}'..='\u{9FFF}' | '々'))
    };
    let also: &[Language] = match reader {
        Language::ZhHans => &[Language::ZhHans, Language::ZhHant, Language::Ja],
        Language::ZhHant => &[Language::ZhHant, Language::ZhHans, Language::Ja],
        Language::En | Language::Ja | Language::Ko => &[],
    };
    let close = also.iter().find_map(|&language| {
        let name = label.get(language)?;
        (language == reader || in_han(name)).then_some((language, name))
    });
    close.unwrap_or_else(|| {
        let picked = label.pick_entry(reader);
        picked.map_or((reader, ""), |(tag, name)| {
            (tag.language().unwrap_or(reader), name)
        })
    })
}

/// What follows the name of one who only stood in.
pub fn acting_words(language: Language) -> &'static str {
    match language {
        Language::En => " (acting)",
        Language::Ja => "（代行）",
        Language::ZhHans | Language::ZhHant => "（代理）",
        Language::Ko => " (대행)",
    }
}
