//! Words that name a person, and the person's other names, which are found as well wherever they
//! stand: a speaker's, in a title, in a summary.
//!
//! Words name a person when they are a whole name of one who held an office, or a family name that
//! nobody else of them has. Which characters of a name that is written without spaces are the
//! family name, nobody says; it is whatever begins the name and nobody else's.

use super::word::{Word, is_spaced};
use crate::index::fold::fold;
use crate::record::{Person, bare_name, family_name, family_name_is_first};

/// A Japanese family name is rarely of one character; Chinese and Korean ones mostly are.
const LEAST_JAPANESE_CHARS: usize = 2;

/// For each word of a search, the other names of those whom it names.
#[derive(Clone, Debug)]
pub(super) struct Names {
    of_words: Vec<Vec<Name>>,
}

/// One name of a person.
#[derive(Clone, Debug)]
pub(super) struct Name {
    word: Word,
    /// Where it is the family name alone: all names of its bearer, folded. It is not found in an
    /// event whose people are others of that name.
    bearer: Option<Vec<String>>,
}

impl Name {
    /// The name as a word.
    pub(super) fn word(&self) -> &Word {
        &self.word
    }

    /// Whether it can be the bearer's in an event with these people.
    pub(super) fn can_be_among(&self, people: &[String]) -> bool {
        let Some(bearer) = &self.bearer else {
            return true;
        };
        let mut names = people.iter().map(|person| fold(bare_name(person)));
        let is_others = |name: &String| self.word.is_named_in(name) && !bearer.contains(name);
        !names.any(|name| is_others(&name))
    }
}

impl Names {
    /// Finds out whom the words name.
    pub(super) fn of(people: &[Person], words: &[Word]) -> Self {
        let people: Vec<Bearer> = people.iter().map(Bearer::new).collect();
        let mut of_words = vec![Vec::new(); words.len()];
        for (at, bearer) in people.iter().enumerate() {
            let others = Others {
                people: &people,
                at,
            };
            let named = bearer.named_by(words, others);
            if named.is_empty() {
                continue;
            }
            let names = bearer.names_to_find(others);
            for at in named {
                let is_other = |name: &&Name| words[at].hold(name.word.folded()).is_none();
                of_words[at].extend(names.iter().filter(is_other).cloned());
            }
        }
        Self { of_words }
    }

    /// The names to look for beside the word at this place.
    pub(super) fn of_word(&self, at: usize) -> &[Name] {
        self.of_words.get(at).map_or(&[], Vec::as_slice)
    }

    /// The words of which the folded JSON of an event may hold another name, a bit each.
    pub(super) fn may_be_in(&self, json: &str) -> u64 {
        let is_there = |names: &Vec<Name>| {
            let mut names = names.iter();
            names.any(|name| name.word.may_be_in(json).is_some())
        };
        let each = self.of_words.iter().enumerate();
        each.fold(0, |bits, (at, names)| {
            bits | u64::from(is_there(names)) << at
        })
    }
}

/// A person's names, folded.
struct Bearer {
    names: Vec<BearerName>,
}

struct BearerName {
    folded: String,
    /// The family name, where it stands apart.
    family: Option<String>,
    /// The least characters that can be the family name, where it does not.
    least_chars: usize,
}

/// Everybody but one.
#[derive(Clone, Copy)]
struct Others<'p> {
    people: &'p [Bearer],
    at: usize,
}

impl Others<'_> {
    fn any_name(self, test: impl Fn(&BearerName) -> bool) -> bool {
        let others = self.people.iter().enumerate();
        let mut others = others.filter(|(at, _)| *at != self.at);
        others.any(|(_, other)| other.names.iter().any(&test))
    }

    /// Whether the word is a part of another's name.
    fn have(self, word: &Word) -> bool {
        self.any_name(|name| word.is_named_in(&name.folded))
    }
}

impl Bearer {
    fn new(person: &Person) -> Self {
        let names = person.names().into_iter().map(|(name, actor)| BearerName {
            folded: fold(name),
            family: name
                .contains(char::is_whitespace)
                .then(|| fold(family_name(name, actor))),
            least_chars: if family_name_is_first(actor) {
                1
            } else {
                LEAST_JAPANESE_CHARS
            },
        });
        Self {
            names: names.collect(),
        }
    }

    /// The places of the words that name this person.
    fn named_by(&self, words: &[Word], others: Others) -> Vec<usize> {
        let mut named = Vec::new();
        for name in &self.names {
            let parts: Vec<&str> = name.folded.split_whitespace().collect();
            let places = |part: &str| words.iter().position(|word| word.folded() == part);
            let all: Option<Vec<usize>> = parts.iter().map(|part| places(part)).collect();
            named.extend(all.unwrap_or_default());
            let short = words
                .iter()
                .enumerate()
                .filter(|(_, word)| word.folded() == name.folded || name.is_short(word, others));
            named.extend(short.map(|(at, _)| at));
        }
        named.sort_unstable();
        named.dedup();
        named
    }

    /// The names by which it is found: those that are no part of another's.
    fn names_to_find(&self, others: Others) -> Vec<Name> {
        let all = || self.names.iter().map(|name| name.folded.clone()).collect();
        let whole = self.names.iter().map(|name| (&name.folded, None));
        let families = self.names.iter().filter_map(|name| name.family.as_ref());
        let names = whole.chain(families.map(|family| (family, Some(all()))));
        let words = names.filter_map(|(name, bearer)| {
            Some(Name {
                word: Word::new(name)?,
                bearer,
            })
        });
        words.filter(|name| !others.have(&name.word)).collect()
    }
}

impl BearerName {
    /// Whether the word is the family name, and nobody else's.
    fn is_short(&self, word: &Word, others: Others) -> bool {
        match &self.family {
            Some(family) => family == word.folded() && !others.have(word),
            None => {
                !word.folded().contains(is_spaced)
                    && self.folded.starts_with(word.folded())
                    && word.folded().chars().count() >= self.least_chars
                    && !others.any_name(|name| name.folded.starts_with(word.folded()))
            }
        }
    }
}
