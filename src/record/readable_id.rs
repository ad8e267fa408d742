//! Ids that a person can read: ASCII words of a name, and a number where another has it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text's words in ASCII letters and digits, in lower case and divided by single spaces. Letters of
/// other scripts divide words; accents go, and `ß`, `ø`, `æ` … are written out.
///
/// ```
/// use nenpyo::record::ascii_words;
/// assert_eq!(ascii_words("Côte d’Azur, Große Tagung (2008)"), "cote dazur grosse tagung 2008");
/// assert_eq!(ascii_words("日中共同声明"), "");
/// ```
pub fn ascii_words(text: &str) -> String {
    let mut words = String::new();
    // Taken apart, an accented letter is the letter and its accent.
    for c in text.nfkd().filter(|&c| !is_combining_mark(c)) {
        match c {
            'ß' => words.push_str("ss"),
            'æ' | 'Æ' => words.push_str("ae"),
            'œ' | 'Œ' => words.push_str("oe"),
            'ø' | 'Ø' => words.push('o'),
            'ł' | 'Ł' => words.push('l'),
            'đ' | 'Đ' => words.push('d'),
            'ı' => words.push('i'),
            '\'' | '’' | 'ʼ' | '‘' => {}
            c if c.is_ascii_alphanumeric() => words.push(c.to_ascii_lowercase()),
            _ if words.is_empty() || words.ends_with(' ') => {}
            _ => words.push(' '),
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// The id, or the id with a number that nobody has.
///
/// ```
/// use nenpyo::record::free_id;
/// assert_eq!(free_id("lima", |id| id == "lima" || id == "lima-2"), "lima-3");
/// ```
pub fn free_id(base: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(base) {
        return base.to_owned();
    }
    // Far steps first, then the gap halved: thousands of one name need few questions.
    let id = |number: usize| format!("{base}-{number}");
    let (mut taken, mut free) = (1, 2);
    while is_taken(&id(free)) {
        (taken, free) = (free, free * 2);
    }
    while free - taken > 1 {
        let middle = usize::midpoint(taken, free);
        if is_taken(&id(middle)) {
            taken = middle;
        } else {
            free = middle;
        }
    }
    id(free)
}
