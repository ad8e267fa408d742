//! Finding as one types: which events hold all the words, in which field, and where.
//!
//! Nothing is prepared: an event's own text in the file is folded and looked through, about a
//! microsecond a kilobyte, and only what may hold all the words is decoded and looked at field by
//! field. So a search takes no memory, is never out of date, and a record of a million events is
//! searched in steps between which it can be dropped. The words around what was found are cut out
//! only when they are asked for: a search may find a million events, and a screen shows ten.
//!
//! What is found comes with how well it fits ([`Fit`]): in the title before people, places and
//! dates before the rest, a whole word before the beginning of one. Inside of words of the scripts
//! that divide them nothing is found as long as anything is found otherwise. A word that is a date
//! finds what lies in it, and a name the same person under other names.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem::find;

use crate::index::fold::{Folded, fold_into};
use crate::record::{Event, EventIx, LangTag, Timeline};

mod aliases;
mod dated;
mod excerpt;
mod field;
mod known;
mod listed;
mod names;
mod texts;
mod word;

pub use excerpt::Excerpt;
pub use field::{Field, Fit};

use dated::Dated;
use field::Hold;
use known::Known;
use names::Name;
use texts::each_text;
use word::Word;

/// An event that holds all the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The event.
    pub event: EventIx,
    /// The first field that holds one of the words.
    pub field: Field,
    /// How well it fits.
    pub fit: Fit,
}

/// A search that goes through a record a part at a time.
#[derive(Clone, Debug)]
pub struct Search {
    words: Vec<Word>,
    /// For each word, the date that it is.
    dates: Vec<Option<Dated>>,
    /// The date that all the words are together.
    date: Option<Dated>,
    next: usize,
    /// Whether an event was found that does not hold a word only inside of others.
    has_begun: bool,
    buffer: String,
    /// What events name by an id or in one language only; found at the first step.
    known: Option<Known>,
}

/// The parts of a word with hyphens between letters; others are whole.
fn joined(word: &str) -> impl Iterator<Item = &str> {
    let letters = word
        .split('-')
        .all(|part| part.chars().all(char::is_alphabetic));
    let by_parts = letters && word.split('-').all(|part| part.chars().count() > 1);
    let whole = (!by_parts).then_some(word);
    let parts = by_parts.then(|| word.split('-'));
    whole.into_iter().chain(parts.into_iter().flatten())
}

impl Search {
    /// A search for all of these words; words in quotation marks stand together.
    pub fn new(text: &str) -> Self {
        let (mut words, mut dates) = (Vec::new(), Vec::new());
        let mut add = |word: &str, date: Option<Dated>| {
            if let Some(word) = Word::new(word) {
                words.push(word);
                dates.push(date);
            }
        };
        for (at, part) in text.split(['"', '“', '”', '「', '」']).enumerate() {
            if at % 2 == 1 {
                add(part, None);
            } else {
                for word in part.split_whitespace() {
                    match Dated::new(word) {
                        // Il-sung is also written Il Sung.
                        None => joined(word).for_each(|word| add(word, None)),
                        date => add(word, date),
                    }
                }
            }
        }
        Self {
            date: (words.len() > 1).then(|| Dated::new(text)).flatten(),
            words,
            dates,
            next: 0,
            has_begun: false,
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
    ///
    /// Events that hold a word only inside of others ([`Fit::is_inside`]) come until the first
    /// comes that does not. They are not what was looked for then, and no more of them come.
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
                && let Some(hold) = self.may_hold(timeline, event, &known)
                && hold <= self.least_hold()
                && let Some(hit) = self.look_in(timeline, event, &known)
                && !(hit.fit.is_inside() && self.has_begun)
            {
                self.has_begun |= !hit.fit.is_inside();
                found(hit);
            }
        }
        self.known = Some(known);
        self.next = end;
        end < timeline.len()
    }

    /// All events of a record that it finds, in the order of the record.
    pub fn all(mut self, timeline: &Timeline) -> Vec<Found> {
        let mut all: Vec<Found> = Vec::new();
        self.step(timeline, timeline.len(), |hit| {
            if all.last().is_some_and(|last| last.fit.is_inside()) && !hit.fit.is_inside() {
                all.clear();
            }
            all.push(hit);
        });
        all
    }

    /// What is found now: inside of words only as long as nothing else is.
    fn least_hold(&self) -> Hold {
        if self.has_begun {
            Hold::Begins
        } else {
            Hold::Inside
        }
    }

    /// The bytes of any text in which words of this search occur, ascending and apart: what to
    /// mark in a title or a quote.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::new(text);
        let mut marks: Vec<Range<usize>> = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            let places = word.places(&folded.text);
            let places = places.filter(|(_, hold)| *hold <= self.least_hold());
            marks.extend(places.map(|(place, _)| folded.original(place)));
            for name in self.names(at) {
                let places = name.word().named_places(&folded.text);
                marks.extend(places.map(|place| folded.original(place)));
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

    /// The other names of the person whom a word names; none before the first step.
    fn names(&self, word: usize) -> &[Name] {
        self.known.as_ref().map_or(&[], |known| known.names(word))
    }

    /// A look at the event's own text: none only if a word is surely not there.
    fn may_hold(&mut self, timeline: &Timeline, event: EventIx, known: &Known) -> Option<Hold> {
        let head = timeline.head(event);
        if self.date.as_ref().is_some_and(|date| date.may_hold(head)) {
            return Some(Hold::Begins);
        }
        let json = timeline.event_json(event);
        // A character written as \u may be part of a word.
        if find(json.as_bytes(), b"\\u").is_some() {
            return Some(Hold::Begins);
        }
        self.buffer.clear();
        fold_into(json, &mut self.buffer);
        let named = known.named(timeline.actor_set(head.actors), json, &self.buffer);
        let mut least = Hold::Begins;
        let words = self.words.iter().zip(&self.dates).enumerate();
        for (at, (word, date)) in words.take(known::MOST_QUICK_WORDS) {
            let is_known = named >> at & 1 == 1;
            if is_known || date.as_ref().is_some_and(|date| date.may_hold(head)) {
                continue;
            }
            least = least.max(word.may_be_in(&self.buffer)?);
        }
        Some(least)
    }

    fn look_in(&self, timeline: &Timeline, event: EventIx, known: &Known) -> Option<Found> {
        let whole = timeline.event(event)?;
        let mut fits: Vec<Option<Fit>> = self.dates_of(&whole);
        let mut first = fits.iter().any(Option::is_some).then_some(Field::Date);
        let mut folded = String::new();
        let mut look = |field: Field, _: Option<&LangTag>, text: Cow<str>| {
            folded.clear();
            fold_into(&text, &mut folded);
            for (at, (word, fit)) in self.words.iter().zip(&mut fits).enumerate() {
                let hold = hold_in(&folded, word, known.names(at), &whole.people);
                if let Some(hold) = hold {
                    let this = Fit::new(field, hold);
                    *fit = Some(fit.map_or(this, |before: Fit| before.min(this)));
                    first = Some(first.map_or(field, |before: Field| before.min(field)));
                }
            }
        };
        each_text(timeline, &whole, &mut look);
        known.each_other_name(&whole.people, &mut look);
        let words = fits.into_iter().collect::<Option<Vec<Fit>>>();
        let words = words.and_then(|fits| fits.into_iter().max());
        let date = self.date.as_ref().filter(|date| date.holds(&whole));
        let date = date.map(|_| Fit::new(Field::Date, Hold::Whole));
        Some(Found {
            event,
            field: first.unwrap_or(Field::Date),
            fit: words.into_iter().chain(date).min()?,
        })
    }

    /// The fit of each word that is a date in which the event lies.
    fn dates_of(&self, event: &Event) -> Vec<Option<Fit>> {
        let fit = |date: &Option<Dated>| {
            let date = date.as_ref().filter(|date| date.holds(event));
            date.map(|_| Fit::new(Field::Date, Hold::Whole))
        };
        self.dates.iter().map(fit).collect()
    }
}

/// How a folded text holds the word, or another name of the person whom it names.
fn hold_in(folded: &str, word: &Word, names: &[Name], people: &[String]) -> Option<Hold> {
    let hold = word.hold(folded);
    let is_there = |name: &Name| name.word().is_named_in(folded) && name.can_be_among(people);
    if hold != Some(Hold::Whole) && names.iter().any(is_there) {
        return Some(Hold::Whole);
    }
    hold
}

#[cfg(test)]
mod tests;
