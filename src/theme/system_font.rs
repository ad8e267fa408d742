//! The names of fonts that come with operating systems, by the language they are drawn for.

use super::{FontLanguage, FontStyle};

/// Fonts of operating systems that are drawn for this language, the best first.
///
/// By name, since asking a system for "any font with 直" can answer with one that has it in
/// another country's shape (Droid Sans Fallback does, on many Linux machines). Windows, macOS and
/// Linux each know some of these. Latin text stays with the bundled faces: the interface was
/// measured with them.
#[must_use]
pub const fn system_families(language: FontLanguage, style: FontStyle) -> &'static [&'static str] {
    use FontLanguage::{Ja, Ko, Latin, ZhHans, ZhHant};
    match (language, style) {
        (Latin, _) => &[],
        (Ja, FontStyle::Serif) => &[
            "Hiragino Mincho ProN",
            "Yu Mincho",
            "YuMincho",
            "Noto Serif CJK JP",
            "Noto Serif JP",
            "Source Han Serif",
            "Source Han Serif JP",
        ],
        (Ja, _) => &[
            "Hiragino Sans",
            "Hiragino Kaku Gothic ProN",
            "Yu Gothic UI",
            "Yu Gothic",
            "YuGothic",
            "Noto Sans CJK JP",
            "Noto Sans JP",
            "Source Han Sans",
            "Source Han Sans JP",
        ],
        (ZhHans, FontStyle::Serif) => &[
            "Songti SC",
            "Noto Serif CJK SC",
            "Noto Serif SC",
            "Source Han Serif SC",
            "Source Han Serif CN",
        ],
        (ZhHans, _) => &[
            "PingFang SC",
            "Microsoft YaHei UI",
            "Microsoft YaHei",
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "Source Han Sans CN",
        ],
        (ZhHant, FontStyle::Serif) => &[
            "Songti TC",
            "Noto Serif CJK TC",
            "Noto Serif TC",
            "Source Han Serif TC",
            "Source Han Serif TW",
        ],
        (ZhHant, _) => &[
            "PingFang TC",
            "Microsoft JhengHei UI",
            "Microsoft JhengHei",
            "Noto Sans CJK TC",
            "Noto Sans TC",
            "Source Han Sans TC",
            "Source Han Sans TW",
        ],
        (Ko, FontStyle::Serif) => &[
            "AppleMyungjo",
            "Noto Serif CJK KR",
            "Noto Serif KR",
            "Source Han Serif K",
            "Source Han Serif KR",
            "Nanum Myeongjo",
            "Batang",
        ],
        (Ko, _) => &[
            "Apple SD Gothic Neo",
            "Malgun Gothic",
            "Noto Sans CJK KR",
            "Noto Sans KR",
            "Source Han Sans K",
            "Source Han Sans KR",
            "Nanum Gothic",
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_font_is_named_for_two_languages() {
        for style in [FontStyle::Sans, FontStyle::SansStrong, FontStyle::Serif] {
            let mut names: Vec<_> = FontLanguage::ALL
                .iter()
                .flat_map(|&language| system_families(language, style))
                .collect();
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count, "{style:?}");
        }
    }
}
