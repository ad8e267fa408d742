//! How much of a text is laid out. A file may hold a title of a hundred megabytes; no line on the
//! canvas has room for more than a few words, and fonts, pictures and screen readers take them all.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

/// No line has more characters, as readers count them; the widest canvas shows about half of them.
const LONGEST: usize = 300;
/// Nor more bytes: a reader's character may be a letter under a thousand accents.
const LONGEST_BYTES: usize = 4_096;

/// What follows a text that was cut.
const MORE: char = '…';

/// A text for one line: its beginning with "…" after it where it is longer than any line.
pub fn cut<'a>(text: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
    let text = text.into();
    if text.len() <= LONGEST {
        return text;
    }
    let head = &text[..text.floor_char_boundary(LONGEST_BYTES)];
    let mut ends = head.grapheme_indices(true).map(|(at, _)| at);
    let Some(end) = ends.clone().nth(LONGEST) else {
        if head.len() == text.len() {
            return text;
        }
        // The last character may go on beyond; one alone is cut in itself.
        let last = ends.next_back().filter(|&at| at > 0).unwrap_or(head.len());
        return format!("{}{MORE}", head[..last].trim_end()).into();
    };
    format!("{}{MORE}", head[..end].trim_end()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_line_may_hold_stays_as_it_is() {
        for text in ["", "年表", &"年".repeat(LONGEST), &"a".repeat(LONGEST)] {
            assert_eq!(cut(text), text);
        }
    }

    #[test]
    fn a_text_of_megabytes_is_cut_between_characters_and_says_so() {
        assert_eq!(
            cut("a".repeat(100 << 20)),
            format!("{}…", "a".repeat(LONGEST))
        );
        // A family of four is one character of seven code points.
        let family = "👨‍👩‍👧‍👦";
        let cut_families = cut(family.repeat(10_000));
        let families = cut_families.strip_suffix(MORE).expect("it was cut");
        assert_eq!(families.len() % family.len(), 0, "no family was parted");
        assert!(cut_families.len() <= LONGEST_BYTES + MORE.len_utf8());
        let flags = cut("🇯🇵".repeat(400));
        assert_eq!(flags, format!("{}…", "🇯🇵".repeat(LONGEST)));
        // No blank before the sign.
        assert!(!cut("ab ".repeat(1_000)).contains(" …"));
    }

    #[test]
    fn one_character_of_megabytes_is_cut_in_itself() {
        let tower = format!("a{}", "\u{301}".repeat(1 << 20));
        let shown = cut(tower.as_str());
        assert!(shown.len() <= LONGEST_BYTES + MORE.len_utf8());
        let behind = cut(format!("ab{}", "\u{301}".repeat(1 << 20)));
        assert_eq!(behind, "a…");
    }
}
