//! Finding as one types: which events hold all the words, in which field, and where.
//!
//! Nothing is prepared: an event's own text in the file is folded and looked through, about a
//! microsecond a kilobyte, and only what may hold all the words is decoded and looked at field by
//! field. So a search takes no memory, is never out of date, and a record of a million events is
//! searched in steps between which it can be dropped. The words around what was found are cut out
//! only when they are asked for: a search may find a million events, and a screen shows ten.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use memchr::memmem::{Finder, find};

use crate::date::{Five, Language};
use crate::index::fold::{Folded, fold, fold_into};
use crate::record::{EventIx, LangTag, Timeline};

mod known;
mod texts;

use known::Known;
use texts::each_text;

/// Columns shown before the first word found, and half of those after it; an East Asian character
/// takes two.
const AROUND: usize = 28;

/// Which part of an event holds the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Field {
    Title,
    People,
    Place,
    Actor,
    Tag,
    Quote,
    Summary,
    Notes,
}

impl Field {
    /// What the field is called, in lower case.
    pub fn words(self, language: Language) -> &'static str {
        let words = match self {
            Self::Title => Five::new("title", "題名", "标题", "標題", "제목"),
            Self::People => Five::new("people", "人物", "人物", "人物", "인물"),
            Self::Place => Five::new("place", "場所", "地点", "地點", "장소"),
            Self::Actor => Five::new("actor", "主体", "主体", "主體", "주체"),
            Self::Tag => Five::new("tag", "タグ", "标签", "標籤", "태그"),
            Self::Quote => Five::new("quote", "引用", "引文", "引文", "인용"),
            Self::Summary => Five::new("summary", "概要", "摘要", "摘要", "요약"),
            Self::Notes => Five::new("notes", "注記", "备注", "備註", "비고"),
        };
        words.get(language)
    }
}

/// An event that holds all the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The event.
    pub event: EventIx,
    /// The first field that holds one of the words.
    pub field: Field,
}

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

/// A search that goes through a record a part at a time.
#[derive(Clone, Debug)]
pub struct Search {
    words: Vec<Word>,
    next: usize,
    buffer: String,
    /// What events name by an id or in one language only; found at the first step.
    known: Option<Known>,
}

/// One word (or words in quotation marks) to look for.
#[derive(Clone, Debug)]
struct Word {
    finder: Finder<'static>,
    /// Its longest part without spaces and signs that JSON may escape: the quick look's needle.
    plain: Finder<'static>,
}

impl Word {
    fn new(word: &str) -> Option<Self> {
        let folded = fold(word);
        let folded = folded.trim();
        let escaped = |c: char| c.is_whitespace() || matches!(c, '"' | '\\' | '/' | '-' | '_');
        let plain = folded.split(escaped).max_by_key(|part| part.len())?;
        (!folded.is_empty()).then(|| Self {
            finder: Finder::new(folded).into_owned(),
            plain: Finder::new(plain).into_owned(),
        })
    }

    fn is_in(&self, folded: &str) -> bool {
        self.finder.find(folded.as_bytes()).is_some()
    }
}

/// How good a text is to show: words that the title lacks, words, field, in the reader's language.
type Rank = (usize, usize, Reverse<Field>, bool);

impl Search {
    /// A search for all of these words; words in quotation marks stand together.
    pub fn new(words: &str) -> Self {
        let mut found = Vec::new();
        for (at, part) in words.split(['"', '“', '”', '「', '」']).enumerate() {
            if at % 2 == 1 {
                found.extend(Word::new(part));
            } else {
                found.extend(part.split_whitespace().filter_map(Word::new));
            }
        }
        Self {
            words: found,
            next: 0,
            buffer: String::new(),
            known: None,
        }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How much of the record has been looked through, 0 to 1.
    pub fn fraction(&self, timeline: &Timeline) -> f32 {
        self.next as f32 / timeline.len().max(1) as f32
    }

    /// Searches the next `events` events; true while there are more.
    pub fn step(
        &mut self,
        timeline: &Timeline,
        events: usize,
        mut found: impl FnMut(Found),
    ) -> bool {
        if self.words.is_empty() {
            return false;
        }
        let known = self
            .known
            .take()
            .unwrap_or_else(|| Known::of(timeline, &self.words));
        let end = self.next.saturating_add(events).min(timeline.len());
        for at in self.next..end {
            let event = EventIx::from_index(at);
            if !timeline.is_removed(event)
                && self.may_hold(timeline, event, &known)
                && let Some(hit) = self.look_in(timeline, event, &known)
            {
                found(hit);
            }
        }
        self.known = Some(known);
        self.next = end;
        end < timeline.len()
    }

    /// The bytes of any text in which words of this search occur, ascending and apart: what to
    /// mark in a title or a quote.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        self.marks_in(&Folded::new(text))
    }

    fn marks_in(&self, folded: &Folded) -> Vec<Range<usize>> {
        let mut marks: Vec<Range<usize>> = Vec::new();
        for word in &self.words {
            let length = word.finder.needle().len();
            for at in word.finder.find_iter(folded.text.as_bytes()) {
                marks.push(folded.original(at..at + length));
            }
        }
        marks.sort_by_key(|mark| (mark.start, mark.end));
        let mut apart: Vec<Range<usize>> = Vec::new();
        for mark in marks {
            match apart.last_mut() {
                Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
                _ => apart.push(mark),
            }
        }
        apart
    }

    /// A look at the event's own text: false only if a word is surely not there.
    fn may_hold(&mut self, timeline: &Timeline, event: EventIx, known: &Known) -> bool {
        let json = timeline.event_json(event);
        // A character written as \u may be part of a word.
        if find(json.as_bytes(), b"\\u").is_some() {
            return true;
        }
        self.buffer.clear();
        fold_into(json, &mut self.buffer);
        let folded = self.buffer.as_bytes();
        let set = timeline.actor_set(timeline.head(event).actors);
        let named = known.named(set, folded);
        let mut words = self.words.iter().take(known::MOST_QUICK_WORDS).enumerate();
        words.all(|(at, word)| named >> at & 1 == 1 || word.plain.find(folded).is_some())
    }

    fn look_in(&self, timeline: &Timeline, event: EventIx, known: &Known) -> Option<Found> {
        let whole = timeline.event(event)?;
        let mut missing: Vec<bool> = vec![true; self.words.len()];
        let mut first: Option<Field> = None;
        let mut folded = String::new();
        let mut look = |field, _: Option<&LangTag>, text: Cow<str>| {
            folded.clear();
            fold_into(&text, &mut folded);
            for (word, missing) in self.words.iter().zip(&mut missing) {
                if word.is_in(&folded) {
                    *missing = false;
                    first = Some(first.map_or(field, |before: Field| before.min(field)));
                }
            }
        };
        each_text(timeline, &whole, &mut look);
        known.each_other_name(timeline, &whole.people, &mut look);
        let field = first.filter(|_| !missing.contains(&true))?;
        Some(Found { event, field })
    }

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
            let held = self.words.iter().filter(|word| word.is_in(&folded));
            let (mut all, mut new) = (0, 0);
            for word in held {
                all += 1;
                new += usize::from(!word.is_in(&shown));
            }
            // A title that says the same in another language tells nothing.
            if all == 0 || (field == Field::Title && new == 0) {
                return;
            }
            let own = lang.is_some_and(|lang| lang.language() == Some(language));
            let rank = (new, all, Reverse(field), own);
            if best.as_ref().is_none_or(|(known, ..)| rank > *known) {
                best = Some((rank, lang.cloned(), text.into_owned()));
            }
        };
        each_text(timeline, &whole, &mut look);
        if let Some(known) = &self.known {
            known.each_other_name(timeline, &whole.people, &mut look);
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
    fn cut(&self, text: &str) -> (String, Vec<Range<usize>>) {
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

#[cfg(test)]
mod tests;
