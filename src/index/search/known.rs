//! What an event says by an id or in one language only, and the record knows in more: its actors'
//! names, and those of people who held an office.

use std::borrow::Cow;

use super::Field;
use super::aliases::Aliases;
use super::names::{Name, Names};
use super::word::Word;
use crate::index::fold::fold;
use crate::record::{ActorIx, LangTag, Text, Timeline, people};

/// Words are told apart in names by one bit each; more words than bits are looked for in the
/// decoded event alone.
pub(super) const MOST_QUICK_WORDS: usize = 64;

/// Which words of a search stand in names that events do not write out.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// For each actor of the record, the words in its names.
    actors: Vec<u64>,
    /// The names of people that stand in events.
    aliases: Aliases,
    /// For each word, the other names of those whom it names.
    names: Names,
}

impl Known {
    /// Looks for the words in all names; takes time with the actors and bands, not the events.
    pub(super) fn of(timeline: &Timeline, words: &[Word]) -> Self {
        let words = &words[..words.len().min(MOST_QUICK_WORDS)];
        let actors = timeline.actors().iter();
        let people = people(timeline.bands());
        Self {
            actors: actors.map(|actor| bits_of(&actor.name, words)).collect(),
            aliases: Aliases::of(&people, |name| bits_in(name, words)),
            names: Names::of(&people, words),
        }
    }

    /// The words that an event with these actors and this text, plain and folded, may hold by
    /// other names.
    pub(super) fn named(&self, actors: &[ActorIx], json: &str, folded: &str) -> u64 {
        let of_actors = actors.iter().filter_map(|at| self.actors.get(at.index()));
        let known = of_actors.fold(0, |all, bits| all | bits);
        known | self.aliases.may_be_in(json) | self.names.may_be_in(folded)
    }

    /// The other names of the person whom the word at this place names.
    pub(super) fn names(&self, word: usize) -> &[Name] {
        self.names.of_word(word)
    }

    /// The names in other languages of those of these people whose names matter to the search.
    pub(super) fn each_other_name<'k>(
        &'k self,
        people: &[String],
        each: impl FnMut(Field, Option<&'k LangTag>, Cow<'k, str>),
    ) {
        self.aliases.each_other_name(people, each);
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
