//! What to show of an event found: a stretch of its text around the words.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use super::texts::each_text;
use super::{Field, Search, hold_in};
use crate::date::Language;
use crate::index::fold::{fold, fold_into};
use crate::record::{EventIx, LangTag, Timeline};

/// Columns shown before the first word found, and half of those after it; an East Asian character
/// takes two.
pub(super) const AROUND: usize = 28;

/// A stretch of an event's text around words that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Where it is from.
    pub field: Field,
    /// The language of the text; none where the record does not say.
    pub lang: Option<LangTag>,
    /// The text, cut around the words, in one line.
    pub text: String,
    /// Bytes of the text that are the words looked for, ascending and apart.
    pub marks: Vec<Range<usize>>,
}

/// How good a text is to show: words that the title lacks, words, those as they were typed, field,
/// in the reader's language.
type Rank = (usize, usize, usize, Reverse<Field>, bool);

impl Search {
    /// What to show of an event found, under its title as a reader of `language` sees it: the text
    /// that holds the most words that the title lacks, then the most words, cut around them. None
    /// when only the title holds any.
    pub fn excerpt(
        &self,
        timeline: &Timeline,
        event: EventIx,
        language: Language,
    ) -> Option<Excerpt> {
        let whole = timeline.event(event)?;
        let title = whole.title.pick(language);
        let shown = fold(title);
        let mut best: Option<(Rank, Option<LangTag>, String)> = None;
        let mut folded = String::new();
        let mut look = |field, lang: Option<&LangTag>, text: Cow<str>| {
            if field == Field::Title && text == title {
                return;
            }
            folded.clear();
            fold_into(&text, &mut folded);
            let (mut all, mut new, mut typed) = (0, 0, 0);
            for (at, word) in self.words.iter().enumerate() {
                let is_in = |text: &str| {
                    let hold = hold_in(text, word, self.names(at), &whole.people);
                    hold.is_some_and(|hold| hold <= self.least_hold())
                };
                if is_in(&folded) {
                    all += 1;
                    new += usize::from(!is_in(&shown));
                    typed += usize::from(word.hold(&folded).is_some());
                }
            }
            // A title that says the same in another language tells nothing.
            if all == 0 || (field == Field::Title && new == 0) {
                return;
            }
            let own = lang.is_some_and(|lang| lang.language() == Some(language));
            let rank = (new, all, typed, Reverse(field), own);
            if best.as_ref().is_none_or(|(known, ..)| rank > *known) {
                best = Some((rank, lang.cloned(), text.into_owned()));
            }
        };
        each_text(timeline, &whole, &mut look);
        if let Some(known) = &self.known {
            known.each_other_name(&whole.people, &mut look);
        }
        let ((.., Reverse(field), _), lang, text) = best?;
        let (text, marks) = self.cut(&text);
        Some(Excerpt {
            field,
            lang,
            text,
            marks,
        })
    }

    /// The text around the first word, and where the words are in it.
    pub(super) fn cut(&self, text: &str) -> (String, Vec<Range<usize>>) {
        let marks = self.marks(text);
        let first = marks.first().cloned().unwrap_or(0..0);
        let start = first.start - fitting(text[..first.start].chars().rev(), AROUND);
        let end = first.end + fitting(text[first.end..].chars(), AROUND * 2);
        let more = |there: bool| if there { "…" } else { "" };
        let (before, after) = (more(start > 0), more(end < text.len()));
        let line: String = text[start..end]
            .chars()
            .map(|c| if c.is_ascii_control() { ' ' } else { c })
            .collect();
        let moved = |at: usize| at.clamp(start, end) - start + before.len();
        let inside = marks
            .into_iter()
            .map(|mark| moved(mark.start)..moved(mark.end))
            .filter(|mark| !mark.is_empty())
            .collect();
        (format!("{before}{line}{after}"), inside)
    }
}

/// Bytes of the first of these characters, as many as stand in so many columns.
fn fitting(chars: impl Iterator<Item = char>, columns: usize) -> usize {
    let mut left = columns;
    let mut bytes = 0;
    for c in chars {
        let is_wide = c >= '\u{1100}' && !('\u{FF61}'..='\u{FFDC}').contains(&c);
        let Some(rest) = left.checked_sub(1 + usize::from(is_wide)) else {
            break;
        };
        left = rest;
        bytes += c.len_utf8();
    }
    bytes
}
