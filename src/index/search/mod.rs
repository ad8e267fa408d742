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

use crate::date::Language;
use crate::index::fold::{Folded, fold, fold_into};
use crate::record::{Event, EventIx, LangTag, Text, Timeline};

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
        let five: [&'static str; 5] = match self {
            Self::Title => ["title", "題名", "标题", "標題", "제목"],
            Self::People => ["people", "人物", "人物", "人物", "인물"],
            Self::Place => ["place", "場所", "地点", "地點", "장소"],
            Self::Actor => ["actor", "主体", "主体", "主體", "주체"],
            Self::Tag => ["tag", "タグ", "标签", "標籤", "태그"],
            Self::Quote => ["quote", "引用", "引文", "引文", "인용"],
            Self::Summary => ["summary", "概要", "摘要", "摘要", "요약"],
            Self::Notes => ["notes", "注記", "备注", "備註", "비고"],
        };
        let at = Language::ALL
            .iter()
            .position(|other| *other == language)
            .unwrap_or(0);
        five[at]
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
    /// For each actor of the record, which words its names hold; found at the first step.
    actors: Option<Vec<u64>>,
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

/// Words are told apart in actors' names by one bit each; more words than bits are looked for in
/// the decoded event alone.
const MOST_QUICK_WORDS: usize = 64;

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
            actors: None,
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
        let actors = self
            .actors
            .take()
            .unwrap_or_else(|| self.words_in_actors(timeline));
        let end = self.next.saturating_add(events).min(timeline.len());
        for at in self.next..end {
            let event = EventIx::from_index(at);
            if self.may_hold(timeline, event, &actors)
                && let Some(hit) = self.look_in(timeline, event)
            {
                found(hit);
            }
        }
        self.actors = Some(actors);
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

    /// Which words the names of each actor hold; events have only their ids.
    fn words_in_actors(&self, timeline: &Timeline) -> Vec<u64> {
        let words = &self.words[..self.words.len().min(MOST_QUICK_WORDS)];
        let of_actor = |names: &Text| {
            let mut bits = 0;
            for (_, name) in names.entries() {
                let folded = fold(name);
                for (at, word) in words.iter().enumerate() {
                    bits |= u64::from(word.is_in(&folded)) << at;
                }
            }
            bits
        };
        timeline
            .actors()
            .iter()
            .map(|actor| of_actor(&actor.name))
            .collect()
    }

    /// A look at the event's own text: false only if a word is surely not there.
    fn may_hold(&mut self, timeline: &Timeline, event: EventIx, actors: &[u64]) -> bool {
        let json = timeline.event_json(event);
        // A character written as \u may be part of a word.
        if find(json.as_bytes(), b"\\u").is_some() {
            return true;
        }
        let set = timeline.actor_set(timeline.head(event).actors);
        let named = set
            .iter()
            .filter_map(|actor| actors.get(actor.index()))
            .fold(0, |all, bits| all | bits);
        self.buffer.clear();
        fold_into(json, &mut self.buffer);
        let folded = self.buffer.as_bytes();
        let mut words = self.words.iter().take(MOST_QUICK_WORDS).enumerate();
        words.all(|(at, word)| named >> at & 1 == 1 || word.plain.find(folded).is_some())
    }

    fn look_in(&self, timeline: &Timeline, event: EventIx) -> Option<Found> {
        let whole = timeline.event(event)?;
        let mut missing: Vec<bool> = vec![true; self.words.len()];
        let mut first: Option<Field> = None;
        let mut folded = String::new();
        each_text(timeline, &whole, |field, _, text| {
            folded.clear();
            fold_into(&text, &mut folded);
            for (word, missing) in self.words.iter().zip(&mut missing) {
                if word.is_in(&folded) {
                    *missing = false;
                    first = Some(first.map_or(field, |known| known.min(field)));
                }
            }
        });
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
        let mut best: Option<(Rank, Option<&LangTag>, Cow<str>)> = None;
        let mut folded = String::new();
        each_text(timeline, &whole, |field, lang, text| {
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
                best = Some((rank, lang, text));
            }
        });
        let ((.., Reverse(field), _), lang, text) = best?;
        let (text, marks) = self.cut(&text);
        Some(Excerpt {
            field,
            lang: lang.cloned(),
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

/// Every text of an event that a reader can look for, with its language where the record says it.
fn each_text<'t>(
    timeline: &'t Timeline,
    event: &'t Event,
    mut each: impl FnMut(Field, Option<&'t LangTag>, Cow<'t, str>),
) {
    let mut all = |field: Field, text: &'t Text| {
        for (lang, text) in text.entries() {
            each(field, Some(lang), Cow::Borrowed(text));
        }
    };
    all(Field::Title, &event.title);
    event
        .summary
        .iter()
        .for_each(|summary| all(Field::Summary, summary));
    event
        .notes
        .iter()
        .for_each(|notes| all(Field::Notes, notes));
    if let Some(name) = event.place.as_ref().and_then(|place| place.name.as_ref()) {
        all(Field::Place, name);
    }
    for quote in &event.quotes {
        all(Field::Quote, &quote.translations);
        quote
            .speaker
            .iter()
            .for_each(|speaker| all(Field::Quote, speaker));
    }
    for actor in &event.actors {
        let known = timeline
            .find_actor(actor)
            .and_then(|actor| timeline.actor(actor));
        if let Some(actor) = known {
            all(Field::Actor, &actor.name);
        }
    }
    for quote in &event.quotes {
        each(
            Field::Quote,
            quote.lang.as_ref(),
            Cow::Borrowed(&quote.text),
        );
    }
    for person in &event.people {
        each(Field::People, None, Cow::Borrowed(person));
    }
    for tag in &event.tags {
        each(Field::Tag, None, Cow::Borrowed(tag));
        if tag.contains(['-', '_']) {
            each(Field::Tag, None, Cow::Owned(tag.replace(['-', '_'], " ")));
        }
    }
}

#[cfg(test)]
mod tests;
