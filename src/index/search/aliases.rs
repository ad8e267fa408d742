//! Names under which people stand in events, and what the same people are called in other
//! languages.
//!
//! Hardly a search names one person: the first letter typed stands in the names of nearly all. So
//! an event is not searched for every name; the few that it lists are looked up, and the names of
//! the bands are put together once a search.

use std::borrow::Cow;
use std::collections::HashMap;

use memchr::memmem::Finder;

use super::Field;
use super::listed::each_listed;
use crate::record::{LangTag, Person, Text, bare_name};

/// The key under which an event lists its people.
const KEY: &str = "\"people\"";

/// Names that lack a word which the same person's name in another language holds.
#[derive(Clone, Debug)]
pub(super) struct Aliases {
    of_name: HashMap<String, Alias>,
    /// For each person of these names, all names as the bands have them.
    bearers: Vec<Vec<Text>>,
    /// The words in any of the other names.
    all: u64,
    key: Finder<'static>,
}

/// A name under which a person can stand in an event.
#[derive(Clone, Copy, Debug)]
struct Alias {
    /// The person, as a position in [`Aliases::bearers`].
    bearer: usize,
    /// The words in the person's other names, a bit each.
    bits: u64,
}

impl Aliases {
    /// Finds the names that matter; `bits_in` tells which words a name holds, a bit each.
    pub(super) fn of(people: &[Person], bits_in: impl Fn(&str) -> u64) -> Self {
        let mut aliases = Self {
            of_name: HashMap::new(),
            bearers: Vec::new(),
            all: 0,
            key: Finder::new(KEY),
        };
        for person in people {
            let names = person.names();
            let each: Vec<u64> = names.iter().map(|(name, _)| bits_in(name)).collect();
            let all = each.iter().fold(0, |all, bits| all | bits);
            let bearer = aliases.bearers.len();
            let mut matters = false;
            for ((name, _), own) in names.iter().zip(each) {
                let bits = all & !own;
                if bits != 0 {
                    matters = true;
                    aliases.all |= bits;
                    let alias = Alias { bearer, bits };
                    aliases.of_name.insert((*name).to_owned(), alias);
                }
            }
            if matters {
                let names = person.labels().into_iter().cloned();
                aliases.bearers.push(names.collect());
            }
        }
        aliases
    }

    /// The words in other names of those whom an event may list; `json` is its own text.
    pub(super) fn may_be_in(&self, json: &str) -> u64 {
        let mut bits = 0;
        if self.all == 0 {
            return bits;
        }
        for at in self.key.find_iter(json.as_bytes()) {
            each_listed(&json[at + KEY.len()..], |name| {
                bits |= if name.contains('\\') {
                    self.all
                } else {
                    self.of_name
                        .get(bare_name(name))
                        .map_or(0, |alias| alias.bits)
                };
            });
        }
        bits
    }

    /// The names in other languages of those of these people whose names matter.
    pub(super) fn each_other_name<'k>(
        &'k self,
        people: &[String],
        mut each: impl FnMut(Field, Option<&'k LangTag>, Cow<'k, str>),
    ) {
        for person in people {
            let Some(alias) = self.of_name.get(bare_name(person)) else {
                continue;
            };
            let names = self.bearers[alias.bearer].iter();
            for (lang, name) in names.flat_map(Text::entries) {
                if name != person {
                    each(Field::People, Some(lang), Cow::Borrowed(name));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::people;

    const RECORD: &str = r#"{"format": "nenpyo/1", "language": "en", "events": [
        {"id": "listed", "title": "Talks", "date": "2013", "people": ["Xi Jinping (left)"]},
        {"id": "told", "title": "Xi Jinping speaks", "date": "2014"},
        {"id": "escaped", "title": "Talks", "date": "2015", "people": ["A \"B\" C"]}],
        "bands": [
        {"group": "Leader", "label": {"en": "Xi Jinping", "ja": "習近平"}, "date": "2012/.."},
        {"group": "Chairman", "label": {"en": "Xi Jinping (acting)", "ko": "시진핑"}, "date": "2013/.."},
        {"group": "Leader", "label": {"en": "A \"B\" C", "ja": "習甲"}, "date": "2002/2012"}]}"#;

    #[test]
    fn only_names_that_an_event_lists_are_looked_up() {
        let opened = crate::format::native::read(RECORD).expect("a record");
        let timeline = opened.timeline;
        let holders = people(timeline.bands());
        let aliases = Aliases::of(&holders, |name| u64::from(name.contains('習')));
        let heads = timeline.heads().iter().enumerate();
        let bits: Vec<u64> = heads
            .map(|(at, _)| crate::record::EventIx::from_index(at))
            .map(|event| aliases.may_be_in(timeline.event_json(event)))
            .collect();
        assert_eq!(bits, [1, 0, 1]);
        let listed = |people: &[&str]| {
            let people: Vec<String> = people.iter().map(|&name| name.to_owned()).collect();
            let mut names = Vec::new();
            aliases.each_other_name(&people, |_, _, name| names.push(name));
            names
        };
        let others = ["習近平", "Xi Jinping (acting)", "시진핑"];
        assert_eq!(listed(&["Xi Jinping"]), others);
        assert_eq!(listed(&["A \"B\" C"]), ["習甲"]);
        assert!(
            listed(&["習近平", "Xi"]).is_empty(),
            "they hold the word themselves, or are nobody"
        );
    }

    #[test]
    fn a_record_without_such_names_has_none_to_look_up() {
        let aliases = Aliases::of(&[], |_| 1);
        assert_eq!(aliases.may_be_in(r#"{"people": ["\\"]}"#), 0);
    }
}
