//! How the holder of an office is named, on the canvas and in the status line alike.

use crate::date::Language;
use crate::record::{Text, bare_name};

/// Actors whose people's names begin with the family name when they are written in Latin letters.
const FAMILY_NAME_FIRST: [&str; 6] = ["CHN", "KOR", "PRK", "TWN", "VNM", "HKG"];
/// Their people who are known by the Western order.
const WESTERN_ORDER: [&str; 1] = ["Syngman Rhee"];

/// The part of a name by which a newspaper calls its bearer: the family name where the name is
/// written in several words, all of it in others. A remark in parentheses is no part of it.
pub fn family_name<'n>(name: &'n str, actor: Option<&str>) -> &'n str {
    let bare = bare_name(name);
    let family_first = actor.is_some_and(|actor| FAMILY_NAME_FIRST.contains(&actor))
        && !WESTERN_ORDER.contains(&bare);
    let mut words = bare.split_whitespace();
    let word = if family_first {
        words.next()
    } else {
        words.next_back()
    };
    word.unwrap_or(name)
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn family_names_stand_first_or_last() {
        assert_eq!(family_name("Kakuei Tanaka", Some("JPN")), "Tanaka");
        assert_eq!(family_name("Xi Jinping", Some("CHN")), "Xi");
        assert_eq!(family_name("Choi Kyu-hah (acting)", Some("KOR")), "Choi");
        assert_eq!(family_name("Gerald R. Ford", Some("USA")), "Ford");
        assert_eq!(family_name("Syngman Rhee", Some("KOR")), "Rhee");
        assert_eq!(family_name("Syngman Rhee (acting)", Some("KOR")), "Rhee");
        assert_eq!(family_name("石破茂", Some("JPN")), "石破茂");
        assert_eq!(family_name("Nixon", Some("USA")), "Nixon");
        assert_eq!(family_name("", None), "");
    }
}
