//! Folding: what a reader takes for the same word is the same text.
//!
//! Case, width (Ａ and A, ｶ and カ), katakana and hiragana, accents, typographic quotes and
//! dashes, and the forms of Han characters in Chinese and Japanese (國, 国) fold together. A
//! folded text knows for each of its bytes where it came from, so that a match can be marked in
//! the original.

use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

/// Groups of Han characters; see the head of the file for where they are from.
const HAN_VARIANTS: &str = include_str!("han_variants.txt");
const FIRST_HAN: u32 = 0x4E00;
const LAST_HAN: u32 = 0x9FFF;

/// For each character from U+4E00 to U+9FFF the form that stands for its group.
static HAN: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table: Vec<u16> = (FIRST_HAN..=LAST_HAN).map(|c| c as u16).collect();
    for group in groups() {
        let mut forms = group.chars();
        let Some(stands_for_all) = forms.next() else {
            continue;
        };
        for form in forms {
            let at = (form as u32).wrapping_sub(FIRST_HAN) as usize;
            if let Some(entry) = table.get_mut(at) {
                *entry = stands_for_all as u16;
            }
        }
    }
    table
});

fn groups() -> impl Iterator<Item = &'static str> {
    let lines = HAN_VARIANTS.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace)
}

/// A folded text and where it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each byte of `text`, the byte of the original at which its character begins; one more
    /// at the end.
    origins: Vec<u32>,
}

impl Folded {
    /// Folds a text.
    pub fn new(text: &str) -> Self {
        let mut origins = Vec::with_capacity(text.len() + 1);
        let mut folded = String::with_capacity(text.len());
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            fold_char(c, &mut chars, &mut folded);
            // A voicing mark changes the character before it and belongs to it.
            origins.resize(folded.len(), at as u32);
        }
        origins.push(text.len() as u32);
        Self {
            text: folded,
            origins,
        }
    }

    /// The part of the original from which a part of the folded text came.
    ///
    /// A character that folds to several is in it whole.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.origins.get(byte).copied();
        let Some(start) = at(range.start) else {
            return 0..0;
        };
        if range.is_empty() {
            return start as usize..start as usize;
        }
        let last = at(range.end - 1).unwrap_or(start);
        let after = self.origins.iter().skip(range.end);
        let end = after.copied().find(|&origin| origin > last).unwrap_or(last);
        start as usize..end.max(start) as usize
    }
}

/// A text folded, without a map.
///
/// ```
/// use nenpyo::index::fold;
/// assert_eq!(fold("Ｃommuniqué ｶﾞ 国會"), fold("communique が 國会"));
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends a folded text.
pub fn fold_into(text: &str, out: &mut String) {
    let mut rest = text;
    loop {
        // Most of a record is ASCII: whole runs of it, not character by character.
        let run = rest
            .bytes()
            .position(|byte| !byte.is_ascii())
            .unwrap_or(rest.len());
        let from = out.len();
        out.push_str(&rest[..run]);
        out[from..].make_ascii_lowercase();
        rest = &rest[run..];
        let mut chars = rest.char_indices().peekable();
        let Some((_, c)) = chars.next() else { return };
        fold_char(c, &mut chars, out);
        let next = chars.peek().map_or(rest.len(), |&(at, _)| at);
        rest = &rest[next..];
    }
}

type Chars<'a> = std::iter::Peekable<std::str::CharIndices<'a>>;

/// Appends one character folded, with those after it that are one syllable with it.
fn fold_char(c: char, chars: &mut Chars, out: &mut String) {
    match c {
        '\0'..='\x7F' => out.push(c.to_ascii_lowercase()),
        '\u{4E00}'..='\u{9FFF}' => {
            let form = u32::from(HAN[(c as u32 - FIRST_HAN) as usize]);
            out.push(char::from_u32(form).unwrap_or(c));
        }
        '\u{30A1}'..='\u{30F6}' => out.push(hiragana(c)),
        '\u{AC00}'..='\u{D7A3}' | '\u{3041}'..='\u{3096}' => out.push(c),
        '\u{3099}' | '\u{309A}' | '\u{FF9E}' | '\u{FF9F}' => voice(out, c),
        '\u{1100}'..='\u{11FF}' => {
            let mut jamo = String::from(c);
            while let Some(&(_, next @ '\u{1100}'..='\u{11FF}')) = chars.peek() {
                jamo.push(next);
                chars.next();
            }
            out.extend(jamo.nfc());
        }
        _ => other(c, out),
    }
}

fn hiragana(katakana: char) -> char {
    char::from_u32(katakana as u32 - 0x60).unwrap_or(katakana)
}

/// Adds a voicing mark to the kana before it: か and ゛ are が.
fn voice(out: &mut String, mark: char) {
    let mark = match mark {
        '\u{FF9E}' => '\u{3099}',
        '\u{FF9F}' => '\u{309A}',
        mark => mark,
    };
    if let Some(last) = out.chars().next_back()
        && let Some(voiced) = compose(last, mark)
    {
        out.pop();
        out.push(voiced);
    }
}

/// Everything that has no short way.
fn other(c: char, out: &mut String) {
    match c {
        '‘' | '’' | '‚' | '‛' => return out.push('\''),
        '“' | '”' | '„' => return out.push('"'),
        '‐'..='―' | '−' => return out.push('-'),
        'ß' | 'ẞ' => return out.push_str("ss"),
        'æ' | 'Æ' => return out.push_str("ae"),
        'œ' | 'Œ' => return out.push_str("oe"),
        'ø' | 'Ø' => return out.push('o'),
        'ł' | 'Ł' => return out.push('l'),
        'đ' | 'Đ' => return out.push('d'),
        'ı' => return out.push('i'),
        _ => {}
    }
    for c in std::iter::once(c).nfkc() {
        match c {
            '\u{30A1}'..='\u{30F6}' => out.push(hiragana(c)),
            '\u{3099}' | '\u{309A}' => voice(out, c),
            // Han by its compatibility form, kana, hangul: nothing to take off.
            '\u{2E80}'..'\u{1_0000}' => {
                let at = (c as u32).wrapping_sub(FIRST_HAN) as usize;
                let form = HAN
                    .get(at)
                    .and_then(|&form| char::from_u32(u32::from(form)));
                out.push(form.unwrap_or(c));
            }
            _ => {
                let letters = std::iter::once(c).nfd().filter(|&c| !is_combining_mark(c));
                let small = letters.flat_map(char::to_lowercase);
                // İ in small letters is an i with a dot on it.
                out.extend(small.filter(|&c| !is_combining_mark(c)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_readers_take_for_the_same_folds_together() {
        let same = [
            ("Joint Communiqué", "joint COMMUNIQUE"),
            ("ＪＯＩＮＴ　１９７２", "joint 1972"),
            ("ニッポン", "にっぽん"),
            ("ﾆｯﾎﾟﾝ ｶﾞｲｺｳ", "にっぽん がいこう"),
            ("か\u{3099}", "が"),
            ("日本國", "日本国"),
            ("首脳会談", "首脑会谈"),
            ("会談", "會談"),
            ("経済", "經濟"),
            ("经济", "經濟"),
            ("田中角栄", "田中角榮"),
            ("戦略的", "戰略的"),
            ("沢 澤", "泽 泽"),
            ("発表", "发表"),
            ("辺", "邊"),
            ("対", "对"),
            ("関係", "关系"),
            ("\u{1112}\u{1161}\u{11AB}국", "한국"),
            ("“quoted” – it’s", "\"quoted\" - it's"),
            ("Straße Łódź", "strasse lodz"),
            ("㍼", "昭和"),
            ("E\u{301}", "é"),
        ];
        for (one, other) in same {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
    }

    #[test]
    fn what_is_different_stays_different() {
        for (one, other) in [
            ("が", "か"),
            ("日", "月"),
            ("a", "b"),
            ("한", "항"),
            ("中国", "韓国"),
        ] {
            assert_ne!(fold(one), fold(other));
        }
    }

    #[test]
    fn no_character_is_in_two_groups() {
        let mut seen = std::collections::HashSet::new();
        for group in groups() {
            assert!(group.chars().count() > 1, "{group}");
            for c in group.chars() {
                assert!(('\u{4E00}'..='\u{9FFF}').contains(&c), "{group}");
                assert!(seen.insert(c), "{c}");
            }
        }
        assert!(seen.len() > 4_500);
    }

    #[test]
    fn a_match_is_marked_in_the_original() {
        let part = |text: &'static str, word: &str| {
            let folded = Folded::new(text);
            let at = folded.text.find(word).expect("it is there");
            &text[folded.original(at..at + word.len())]
        };
        assert_eq!(
            part("The Communiqué of ニッポン", "communique"),
            "Communiqué"
        );
        assert_eq!(part("The Communiqué of ニッポン", "にっぽん"), "ニッポン");
        assert_eq!(part("The Communiqué of ニッポン", "nique"), "niqué");
        assert_eq!(part("東京で ﾆｯﾎﾟﾝ と言う", "にっぽん"), "ﾆｯﾎﾟﾝ");
        assert_eq!(part("㍼47", "昭"), "㍼");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "[a-zA-Zéüß０-９ぁ-んァ-ヶｦ-ﾟ一-龥가-힣]{0,30}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn maps_stay_on_characters(text in "\\PC{0,40}") {
            let folded = Folded::new(&text);
            prop_assert_eq!(&folded.text, &fold(&text));
            let mut begin = 0;
            for (at, c) in folded.text.char_indices() {
                let range = folded.original(at..at + c.len_utf8());
                prop_assert!(text.get(range.clone()).is_some_and(|part| !part.is_empty()), "{range:?}");
                prop_assert!(range.start >= begin);
                begin = range.start;
            }
        }
    }
}
