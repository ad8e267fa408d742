//! Quotation marks, which each language has of its own.

use crate::date::Language;

/// The words between the quotation marks of their language; words that bring their own keep them.
pub(super) fn in_quotation_marks(words: &str, lang: &str) -> String {
    let words = words.trim();
    if brings_its_own(words) {
        return words.to_owned();
    }
    match Language::from_tag(lang) {
        Some(Language::Ja | Language::ZhHant) => format!("「{words}」"),
        _ => format!("“{words}”"),
    }
}

/// Whether the first mark opens and the last one closes the same quotation.
fn brings_its_own(words: &str) -> bool {
    const PAIRS: [(char, char); 5] = [
        ('“', '”'),
        ('「', '」'),
        ('『', '』'),
        ('«', '»'),
        ('"', '"'),
    ];
    let Some(&(open, close)) = PAIRS.iter().find(|(open, _)| words.starts_with(*open)) else {
        return false;
    };
    let mut depth = 0_usize;
    for (at, c) in words.char_indices() {
        if c == open && (open != close || at == 0) {
            depth += 1;
        } else if c == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + c.len_utf8() == words.len();
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_marks() {
        assert_eq!(in_quotation_marks("peace", "en-GB"), "“peace”");
        assert_eq!(in_quotation_marks("平和", "ja"), "「平和」");
        assert_eq!(in_quotation_marks("和平", "zh-TW"), "「和平」");
        assert_eq!(in_quotation_marks("和平", "zh-Hans"), "“和平”");
        assert_eq!(in_quotation_marks(" 평화 ", "ko"), "“평화”");
    }

    #[test]
    fn words_that_bring_their_marks_keep_them() {
        assert_eq!(in_quotation_marks("「平和」", "ja"), "「平和」");
        assert_eq!(
            in_quotation_marks("“peace” and “war”", "en"),
            "““peace” and “war””"
        );
        assert_eq!(
            in_quotation_marks("「平和」と「戦争」", "ja"),
            "「「平和」と「戦争」」"
        );
        assert_eq!(in_quotation_marks("“互为合作伙伴”", "zh"), "“互为合作伙伴”");
    }
}
