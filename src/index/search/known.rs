//! What an event says by an id or in one language only, and the record knows in more: its actors'
//! names, and those of people who held an office.

use std::borrow::Cow;

use super::Field;
use super::names::{Name, Names};
use super::word::Word;
use crate::index::fold::fold;
use crate::record::{ActorIx, LangTag, Text, Timeline, bare_name, names_of, people};

/// Words are told apart in names by one bit each; more words than bits are looked for in the
/// decoded event alone.
pub(super) const MOST_QUICK_WORDS: usize = 64;

/// Which words of a search stand in names that events do not write out.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// For each actor of the record, the words in its names.
    actors: Vec<u64>,
    /// Names that lack a word which the same person's name in another language holds.
    people: Vec<Alias>,
    /// For each word, the other names of those whom it names.
    names: Names,
}

/// A name under which a person can stand in an event.
#[derive(Clone, Debug)]
struct Alias {
    /// The name as an event writes it.
    name: String,
    /// The same for the quick look.
    word: Word,
    /// The words in the person's other names.
    bits: u64,
}

impl Known {
    /// Looks for the words in all names; takes time with the actors and bands, not the events.
    pub(super) fn of(timeline: &Timeline, words: &[Word]) -> Self {
        let words = &words[..words.len().min(MOST_QUICK_WORDS)];
        let actors = timeline.actors().iter();
        let people = people(timeline.bands());
        let mut aliases: Vec<Alias> = Vec::new();
        for person in &people {
            let names = person.names();
            let each = names.iter().map(|(name, _)| bits_in(name, words));
            let each: Vec<u64> = each.collect();
            let all = each.iter().fold(0, |all, bits| all | bits);
            for ((name, _), own) in names.iter().zip(each) {
                let bits = all & !own;
                if bits != 0
                    && let Some(word) = Word::new(name)
                {
                    aliases.push(Alias {
                        name: (*name).to_owned(),
                        word,
                        bits,
                    });
                }
            }
        }
        Self {
            actors: actors.map(|actor| bits_of(&actor.name, words)).collect(),
            people: aliases,
            names: Names::of(&people, words),
        }
    }

    /// The words that an event with these actors and this folded text may hold by other names.
    pub(super) fn named(&self, actors: &[ActorIx], folded: &str) -> u64 {
        let of_actors = actors.iter().filter_map(|at| self.actors.get(at.index()));
        let people = self.people.iter();
        let of_people = people
            .filter(|alias| alias.word.may_be_in(folded).is_some())
            .map(|alias| &alias.bits);
        let known = of_actors.chain(of_people).fold(0, |all, bits| all | bits);
        known | self.names.may_be_in(folded)
    }

    /// The other names of the person whom the word at this place names.
    pub(super) fn names(&self, word: usize) -> &[Name] {
        self.names.of_word(word)
    }

    /// The names in other languages of those of these people whose names matter to the search.
    pub(super) fn each_other_name<'t>(
        &self,
        timeline: &'t Timeline,
        people: &[String],
        mut each: impl FnMut(Field, Option<&'t LangTag>, Cow<'t, str>),
    ) {
        for person in people {
            let matters = |alias: &Alias| alias.name == bare_name(person);
            if !self.people.iter().any(matters) {
                continue;
            }
            let names = names_of(timeline.bands(), person);
            for (lang, name) in names.iter().flat_map(|names| names.entries()) {
                if name != person {
                    each(Field::People, Some(lang), Cow::Borrowed(name));
                }
            }
        }
    }
}

fn bits_of(names: &Text, words: &[Word]) -> u64 {
    let names = names.entries();
    names.fold(0, |bits, (_, name)| bits | bits_in(name, words))
}

fn bits_in(name: &str, words: &[Word]) -> u64 {
    let folded = fold(name);
    let bit = |(at, word): (usize, &Word)| u64::from(word.hold(&folded).is_some()) << at;
    words
        .iter()
        .enumerate()
        .map(bit)
        .fold(0, |all, bit| all | bit)
}
