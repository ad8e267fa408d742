//! Where each item of a long JSON array starts and ends, found without reading the items.
//!
//! 64 bytes at a time, a bit for each: quotation marks tell what is inside a string, and of the
//! brackets outside only those are looked at that can end an item. The comparisons are loops that
//! compilers turn into vector instructions: about 2 GB a second here, a tenth of the time that
//! reading the items takes.

use crate::record::Span;
use crate::record::json::{SyntaxErrorKind, number, skip_whitespace, string};

/// The items of an array.
#[derive(Default, Debug)]
pub(super) struct Elements {
    pub spans: Vec<Span>,
    /// What is wrong between the items: a comma missing or too many, words that are no JSON.
    pub gaps: Vec<(usize, SyntaxErrorKind)>,
}

/// The array does not end, or ends with the wrong bracket.
#[derive(Debug)]
pub(super) struct Unbalanced {
    /// Start of the item that was open at the end of the file.
    pub open_item: Option<usize>,
}

/// The bits of a block of 64 bytes that matter.
struct Block {
    quotes: u64,
    backslashes: u64,
    opens: u64,
    closes: u64,
}

impl Block {
    #[inline]
    fn of(bytes: &[u8; 64]) -> Self {
        // A byte of 0 or 1 for each: a loop that compilers turn into vector instructions.
        let (mut quotes, mut backslashes) = ([0; 64], [0; 64]);
        let (mut opens, mut closes) = ([0; 64], [0; 64]);
        for (at, &byte) in bytes.iter().enumerate() {
            // `{` and `[`, `}` and `]` differ in one bit.
            let folded = byte | 0x20;
            quotes[at] = u8::from(byte == b'"');
            backslashes[at] = u8::from(byte == b'\\');
            opens[at] = u8::from(folded == b'{');
            closes[at] = u8::from(folded == b'}');
        }
        Self {
            quotes: packed(&quotes),
            backslashes: packed(&backslashes),
            opens: packed(&opens),
            closes: packed(&closes),
        }
    }
}

/// 64 bytes of 0 or 1 as bits.
#[inline]
fn packed(bytes: &[u8; 64]) -> u64 {
    let mut bits = 0;
    for (at, word) in bytes.as_chunks::<8>().0.iter().enumerate() {
        // Moves the lowest bit of each byte into the topmost byte.
        let word = u64::from_le_bytes(*word).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits |= word << (at * 8);
    }
    bits
}

/// What a block must know of those before it.
#[derive(Default)]
struct Carry {
    /// All bits set while a string goes on.
    in_string: u64,
    /// The first byte is escaped by the last one before it.
    escaped: bool,
}

impl Carry {
    /// A bit for each byte inside a string (the opening quotation mark counts, the closing not).
    #[inline]
    fn strings(&mut self, block: &Block) -> u64 {
        let escaped = if block.backslashes == 0 && !self.escaped {
            0
        } else {
            self.escapes(block.backslashes)
        };
        let mut inside = block.quotes & !escaped;
        for shift in [1, 2, 4, 8, 16, 32] {
            inside ^= inside << shift;
        }
        inside ^= self.in_string;
        self.in_string = ((inside as i64) >> 63) as u64;
        inside
    }

    /// A bit for each byte that a backslash before it escapes.
    fn escapes(&mut self, backslashes: u64) -> u64 {
        let mut escaped = 0;
        let mut at = u32::from(self.escaped);
        if self.escaped {
            escaped |= 1;
        }
        self.escaped = false;
        while at < 64 {
            let next = backslashes >> at;
            if next == 0 {
                break;
            }
            at += next.trailing_zeros() + 1;
            if at < 64 {
                escaped |= 1 << at;
                at += 1;
            } else {
                self.escaped = true;
            }
        }
        escaped
    }
}

/// Finds the items of the array whose first byte after the `[` is at `from`; the position after
/// its `]` comes with them. `every` is told how far the reading is, and says whether to go on.
pub(super) fn elements(
    bytes: &[u8],
    from: usize,
    mut every: impl FnMut(usize) -> bool,
) -> Result<Option<(Elements, usize)>, Unbalanced> {
    const TOLD_EVERY: usize = 1 << 22;
    let mut found = Elements::default();
    let mut carry = Carry::default();
    let mut depth = 0_u32;
    let mut item = from;
    let mut gap = from;
    let mut at = from;
    let mut tell_at = from + TOLD_EVERY;
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        let block = if let Some(chunk) = rest.first_chunk::<64>() {
            Block::of(chunk)
        } else {
            let mut last = [b' '; 64];
            for (to, &byte) in last.iter_mut().zip(rest) {
                *to = byte;
            }
            Block::of(&last)
        };
        let outside = !carry.strings(&block);
        let (opens, closes) = (block.opens & outside, block.closes & outside);
        if depth > closes.count_ones() {
            // No item can end in here.
            depth = depth + opens.count_ones() - closes.count_ones();
        } else {
            let mut brackets = opens | closes;
            while brackets != 0 {
                let bit = brackets & brackets.wrapping_neg();
                let place = at + brackets.trailing_zeros() as usize;
                brackets ^= bit;
                if opens & bit != 0 {
                    if depth == 0 {
                        found.between(bytes, gap, place);
                        item = place;
                    }
                    depth += 1;
                } else if depth == 0 {
                    if bytes.get(place) != Some(&b']') {
                        return Err(Unbalanced { open_item: None });
                    }
                    found.last_gap(bytes, gap, place);
                    return Ok(Some((found, place + 1)));
                } else {
                    depth -= 1;
                    if depth == 0 {
                        gap = place + 1;
                        found.push(item, gap);
                    }
                }
            }
        }
        at += 64;
        if at >= tell_at {
            tell_at = at + TOLD_EVERY;
            if !every(at) {
                return Ok(None);
            }
        }
    }
    Err(Unbalanced {
        open_item: (depth > 0).then_some(item),
    })
}

impl Elements {
    fn push(&mut self, start: usize, end: usize) {
        self.spans.push(Span {
            start: start as u64,
            len: (end - start) as u64,
        });
    }

    /// Looks at what stands before the item at `end`: nothing for the first, a comma for others.
    #[inline]
    fn between(&mut self, bytes: &[u8], start: usize, end: usize) {
        let mut at = skip_whitespace(bytes, start);
        if !self.spans.is_empty() && bytes.get(at) == Some(&b',') {
            at = skip_whitespace(bytes, at + 1);
        } else if !self.spans.is_empty() {
            at = start;
        }
        if at != end || (start == end && !self.spans.is_empty()) {
            self.odd_gap(bytes, start, end, true);
        }
    }

    /// Looks at what stands between the last item and the `]` at `end`.
    fn last_gap(&mut self, bytes: &[u8], start: usize, end: usize) {
        if skip_whitespace(bytes, start) != end {
            self.odd_gap(bytes, start, end, false);
        }
    }

    /// Reads a gap item by item: numbers, strings and words are items too (bad ones, as events).
    #[cold]
    fn odd_gap(&mut self, bytes: &[u8], start: usize, end: usize, more: bool) {
        let mut comma_wanted = !self.spans.is_empty();
        let mut at = start;
        let mut comma_at = None;
        loop {
            at = skip_whitespace(bytes, at);
            if at >= end {
                break;
            }
            if bytes.get(at) == Some(&b',') {
                if !comma_wanted {
                    self.gaps.push((at, SyntaxErrorKind::ExpectedValue));
                }
                comma_at = Some(at);
                comma_wanted = false;
                at += 1;
                continue;
            }
            if comma_wanted {
                self.gaps
                    .push((at, SyntaxErrorKind::ExpectedCommaOrBracket));
            }
            comma_wanted = true;
            comma_at = None;
            let scalar = match bytes.get(at) {
                Some(b'"') => string(bytes, at).map(|(end, _)| end).ok(),
                Some(b'-' | b'0'..=b'9') => number(bytes, at).ok(),
                _ => ["null", "true", "false"]
                    .iter()
                    .find(|word| {
                        bytes
                            .get(at..end)
                            .is_some_and(|b| b.starts_with(word.as_bytes()))
                    })
                    .map(|word| at + word.len()),
            };
            if let Some(after) = scalar.filter(|&after| after <= end) {
                self.push(at, after);
                at = after;
            } else {
                self.gaps.push((at, SyntaxErrorKind::ExpectedValue));
                return;
            }
        }
        match comma_at {
            Some(comma) if !more => self.gaps.push((comma, SyntaxErrorKind::TrailingComma)),
            None if more && comma_wanted => {
                self.gaps
                    .push((end, SyntaxErrorKind::ExpectedCommaOrBracket));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn items(text: &str) -> Option<(Vec<&str>, usize)> {
        let (found, end) = elements(text.as_bytes(), 0, |_| true).ok()??;
        let slice = |span: &Span| &text[span.start as usize..(span.start + span.len) as usize];
        assert_eq!(end, text.trim_end().len(), "{text}");
        Some((found.spans.iter().map(slice).collect(), found.gaps.len()))
    }

    #[test]
    fn items_are_found_whatever_their_strings_hold() {
        let text = r#" {"a": "}]\"{"} ,{"b":[1,{"c":"\\"}]}, [ ] ]"#;
        let expected = vec![r#"{"a": "}]\"{"}"#, r#"{"b":[1,{"c":"\\"}]}"#, "[ ]"];
        assert_eq!(items(text), Some((expected, 0)));
        assert_eq!(items("  ]"), Some((vec![], 0)));
    }

    #[test]
    fn what_stands_between_items_is_looked_at() {
        assert_eq!(items("{} {}]"), Some((vec!["{}", "{}"], 1)));
        assert_eq!(items("{}{}]"), Some((vec!["{}", "{}"], 1)));
        assert_eq!(items("{},,{}]"), Some((vec!["{}", "{}"], 1)));
        assert_eq!(items("{},]"), Some((vec!["{}"], 1)));
        assert_eq!(items(",{}]"), Some((vec!["{}"], 1)));
        assert_eq!(
            items(r#"1, "a]", null, {}]"#),
            Some((vec!["1", "\"a]\"", "null", "{}"], 0))
        );
        assert_eq!(items("{}, // and then {}]"), Some((vec!["{}", "{}"], 1)));
    }

    #[test]
    fn an_array_without_end_is_told() {
        for text in ["", "{}", "{", "{\"a\": \"]", "{]", "{}}"] {
            assert!(elements(text.as_bytes(), 0, |_| true).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_blocks_find_what_a_plain_walk_finds(
            words in prop::collection::vec(
                prop::sample::select(vec!["\"", "\\", "{", "}", "[", "]", "a", " ", ",", "年"]),
                0..300,
            ),
        ) {
            let text = words.concat();
            let bytes = text.as_bytes();
            let (mut depth, mut in_string, mut start) = (0_usize, false, 0);
            let mut plain = Vec::new();
            let mut end = None;
            let mut at = 0;
            while at < bytes.len() {
                match bytes[at] {
                    // Only what would be a quotation mark matters.
                    b'\\' if matches!(bytes.get(at + 1), Some(b'"' | b'\\')) => at += 1,
                    b'"' => in_string = !in_string,
                    _ if in_string => {}
                    b'{' | b'[' => {
                        if depth == 0 { start = at; }
                        depth += 1;
                    }
                    b'}' | b']' if depth == 0 => {
                        end = (bytes[at] == b']').then_some(at + 1);
                        break;
                    }
                    b'}' | b']' => {
                        depth -= 1;
                        if depth == 0 { plain.push((start, at + 1)); }
                    }
                    _ => {}
                }
                at += 1;
            }
            let found = elements(bytes, 0, |_| true).ok().flatten();
            prop_assert_eq!(found.as_ref().map(|(_, end)| *end), end);
            if let Some((found, _)) = found {
                let containers: Vec<_> = found
                    .spans
                    .iter()
                    .map(|s| (s.start as usize, (s.start + s.len) as usize))
                    .filter(|&(start, _)| matches!(bytes[start], b'{' | b'['))
                    .collect();
                prop_assert_eq!(containers, plain);
            }
        }
    }
}
