//! What reference managers call languages, as tags.

use crate::record::LangTag;

/// Names of Babel, codes of ISO 639-2 and names in words, small, with their tags.
const NAMES: &[(&str, &str)] = &[
    ("english", "en"),
    ("american", "en-US"),
    ("usenglish", "en-US"),
    ("british", "en-GB"),
    ("ukenglish", "en-GB"),
    ("eng", "en"),
    ("japanese", "ja"),
    ("jpn", "ja"),
    ("日本語", "ja"),
    ("chinese", "zh"),
    ("chi", "zh"),
    ("zho", "zh"),
    ("中文", "zh"),
    ("简体中文", "zh-Hans"),
    ("繁體中文", "zh-Hant"),
    ("chinese-hans", "zh-Hans"),
    ("chinese-hant", "zh-Hant"),
    ("chinese-simplified", "zh-Hans"),
    ("chinese-traditional", "zh-Hant"),
    ("korean", "ko"),
    ("kor", "ko"),
    ("한국어", "ko"),
    ("german", "de"),
    ("ngerman", "de"),
    ("ger", "de"),
    ("deu", "de"),
    ("french", "fr"),
    ("fre", "fr"),
    ("fra", "fr"),
    ("russian", "ru"),
    ("rus", "ru"),
    ("spanish", "es"),
    ("spa", "es"),
    ("italian", "it"),
    ("ita", "it"),
    ("portuguese", "pt"),
    ("por", "pt"),
    ("dutch", "nl"),
    ("vietnamese", "vi"),
    ("vie", "vi"),
    ("mongolian", "mn"),
    ("mon", "mn"),
    ("indonesian", "id"),
    ("ind", "id"),
    ("thai", "th"),
    ("tha", "th"),
];

/// The tag of a language by its name, its code or its tag; `None` when it is not known.
pub(super) fn tag(name: &str) -> Option<LangTag> {
    let name = name.trim();
    let small = name.to_lowercase();
    let known = NAMES.iter().find(|(known, _)| *known == small);
    if let Some((_, tag)) = known {
        return Some(LangTag::new(*tag));
    }
    let tag = name.replace('_', "-");
    let primary = tag.split('-').next().unwrap_or_default();
    let fits = primary.len() == 2 || (primary.len() == 3 && tag.len() > 3);
    (fits && LangTag::is_well_formed(&tag)).then(|| LangTag::new(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_codes_and_tags_are_known() {
        for (name, expected) in [
            ("Japanese", "ja"),
            ("jpn", "ja"),
            ("ja", "ja"),
            ("zh_TW", "zh-TW"),
            ("zh-Hant", "zh-Hant"),
            ("USenglish", "en-US"),
            ("中文", "zh"),
        ] {
            assert_eq!(tag(name).unwrap().as_str(), expected, "{name}");
        }
        for name in ["", "klingon", "en; ja", "e", "日本"] {
            assert_eq!(tag(name), None, "{name}");
        }
    }
}
