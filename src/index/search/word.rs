//! One word to look for, and where texts hold it.
//!
//! Where words are divided by spaces a word is looked for at the beginning of others, as the
//! search of a desktop does: `nego` finds negotiations, `lima` not the climate. Chinese, Japanese
//! and Korean words run together, so theirs are found anywhere.

use std::ops::Range;

use memchr::memmem::Finder;

use super::field::Hold;
use crate::index::fold::fold;

/// One word, or words in quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Word {
    finder: Finder<'static>,
    /// Its longest part without spaces and signs that JSON may escape: the quick look's needle.
    plain: Finder<'static>,
    folded: String,
}

impl Word {
    pub(super) fn new(word: &str) -> Option<Self> {
        let folded = fold(word);
        let folded = folded.trim();
        let escaped = |c: char| c.is_whitespace() || matches!(c, '"' | '\\' | '/' | '-' | '_');
        let plain = folded.split(escaped).max_by_key(|part| part.len())?;
        (!folded.is_empty()).then(|| Self {
            finder: Finder::new(folded).into_owned(),
            plain: Finder::new(plain).into_owned(),
            folded: folded.to_owned(),
        })
    }

    /// The word as it is looked for.
    pub(super) fn folded(&self) -> &str {
        &self.folded
    }

    /// How a folded text holds the word at best.
    pub(super) fn hold(&self, text: &str) -> Option<Hold> {
        let mut best = None;
        for (_, hold) in self.places(text) {
            if hold == Hold::Whole {
                return Some(hold);
            }
            best = Some(best.map_or(hold, |best: Hold| best.min(hold)));
        }
        best
    }

    /// Where a folded text holds the word, and how.
    pub(super) fn places<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = (Range<usize>, Hold)> + 't {
        let places = self.finder.find_iter(text.as_bytes());
        places.map(move |at| {
            let place = at..at + self.folded.len();
            let hold = hold_at(text, &place);
            (place, hold)
        })
    }

    /// Whether a folded text has it as a word of its own, and not as the beginning of a name such
    /// as Xi'an.
    pub(super) fn is_named_in(&self, text: &str) -> bool {
        self.named_places(text).next().is_some()
    }

    /// Where a folded text has it as a word of its own.
    pub(super) fn named_places<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = Range<usize>> + 't {
        let is_whole = |(place, hold): (Range<usize>, Hold)| {
            let after = text[place.end..].strip_prefix('\'');
            let runs_on = after.is_some_and(|after| {
                after.starts_with(is_spaced) && !(after.starts_with('s') && ends(&after[1..]))
            });
            (hold == Hold::Whole && !runs_on).then_some(place)
        };
        self.places(text).filter_map(is_whole)
    }

    /// A quick look at the folded JSON of an event: [`Hold::Begins`] where it may stand at the
    /// beginning of a word, none where it surely is nowhere.
    pub(super) fn may_be_in(&self, json: &str) -> Option<Hold> {
        let needle = self.plain.needle();
        let mut places = self.plain.find_iter(json.as_bytes());
        let first = places.next()?;
        let begins = |at: usize| {
            let before = json.as_bytes()[..at].last_chunk();
            // Of "\nLima" the n is no letter of the text.
            matches!(before, Some([b'\\', b'b' | b'f' | b'n' | b'r' | b't']))
                || hold_at(json, &(at..at + needle.len())) != Hold::Inside
        };
        let any = std::iter::once(first).chain(places).any(begins);
        Some(if any { Hold::Begins } else { Hold::Inside })
    }
}

/// How a place in a text stands among its words.
fn hold_at(text: &str, place: &Range<usize>) -> Hold {
    let found = &text[place.clone()];
    if found.starts_with(is_spaced) && text[..place.start].ends_with(is_spaced) {
        Hold::Inside
    } else if found.ends_with(is_spaced) && !ends(&text[place.end..]) {
        Hold::Begins
    } else {
        Hold::Whole
    }
}

/// Whether a word is over before the rest of its text.
fn ends(rest: &str) -> bool {
    !rest.starts_with(is_spaced)
}

/// Letters and figures of the scripts that put spaces between words.
pub(super) fn is_spaced(c: char) -> bool {
    let of_script = matches!(c, '\0'..='\u{0DFF}' | '\u{1E00}'..='\u{1FFF}');
    of_script && c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_where_letters_do_and_east_asian_ones_anywhere() {
        for (word, text, hold) in [
            ("lima", "Summit in Lima", Some(Hold::Whole)),
            ("lima", "Kuilima Declaration", Some(Hold::Inside)),
            ("lima", "Kuilima, then Lima", Some(Hold::Whole)),
            ("nego", "Negotiations", Some(Hold::Begins)),
            ("72", "1972", Some(Hold::Inside)),
            ("47", "昭和47年", Some(Hold::Whole)),
            ("京", "東京都", Some(Hold::Whole)),
            ("핑", "시진핑", Some(Hold::Whole)),
            ("korea", "north-korea", Some(Hold::Whole)),
            ("communique", "Communiqués", Some(Hold::Begins)),
            ("lima", "Peru", None),
        ] {
            let found = Word::new(word).expect("a word").hold(&fold(text));
            assert_eq!(found, hold, "{word} in {text}");
        }
    }

    #[test]
    fn a_name_is_not_the_beginning_of_another() {
        let xi = Word::new("Xi").expect("a word");
        for (text, is_there) in [
            ("Xi’s visit", true),
            ("Ishiba–Xi", true),
            ("in Xi’an", false),
            ("Xinjiang", false),
        ] {
            assert_eq!(xi.is_named_in(&fold(text)), is_there, "{text}");
        }
    }

    #[test]
    fn a_line_break_in_json_is_no_letter_before_a_word() {
        let lima = Word::new("lima").expect("a word");
        assert_eq!(lima.may_be_in(r#""peru\nlima""#), Some(Hold::Begins));
        assert_eq!(lima.may_be_in(r#""climate""#), Some(Hold::Inside));
        assert_eq!(lima.may_be_in(r#""peru""#), None);
    }
}
