//! A text from which parts are taken, so that in the end what nobody took can be told.

use std::cmp::Ordering;
use std::ops::Range;

/// What stands where a part was taken; the text that is read has none.
pub(super) const TAKEN: char = '\0';
/// Words that only lead to the next part.
const FILLERS: [&str; 26] = [
    "a",
    "accessed",
    "and",
    "at",
    "available",
    "by",
    "doi",
    "ed",
    "eds",
    "from",
    "in",
    "link",
    "no",
    "of",
    "on",
    "online",
    "p",
    "pp",
    "retrieved",
    "s",
    "see",
    "the",
    "url",
    "vol",
    "年",
    "第",
];

pub(super) struct Slate {
    text: String,
}

impl Slate {
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
        }
    }

    /// The text, with [`TAKEN`] for each byte that was taken: places do not move.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Takes a part and returns it.
    pub(super) fn take(&mut self, range: Range<usize>) -> String {
        let Some(part) = self.text.get(range.clone()).map(str::to_owned) else {
            return String::new();
        };
        let blank = String::from(TAKEN).repeat(range.len());
        self.text.replace_range(range, &blank);
        part
    }

    /// The parts that were not taken and say something.
    pub(super) fn left(&self) -> Vec<&str> {
        let is_edge = |c: char| !c.is_alphanumeric() && !"\"“”「」『』《》()（）".contains(c);
        self.text
            .split(TAKEN)
            .map(|part| part.trim_matches(is_edge))
            .map(without_lone_brackets)
            .filter(|part| {
                part.split(|c: char| !c.is_alphanumeric())
                    .any(|word| !word.is_empty() && !FILLERS.contains(&&*word.to_lowercase()))
            })
            .collect()
    }
}

/// Brackets whose other half was taken.
fn without_lone_brackets(part: &str) -> &str {
    let part =
        part.trim_matches(|c: char| "\"“”「」『』《》".contains(c) && part.matches(c).count() == 1);
    let opens = part.matches(['(', '（']).count();
    let closes = part.matches([')', '）']).count();
    let part = match opens.cmp(&closes) {
        Ordering::Less => part.trim_matches([')', '）']),
        Ordering::Greater => part.trim_matches(['(', '（']),
        Ordering::Equal => part,
    };
    part.trim_matches(|c: char| c.is_whitespace() || ",.;:，。、：；".contains(c))
}
