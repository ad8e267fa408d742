//! What a form offers for a few typed letters: names of the record, in whatever language it has them.

use super::known::{Known, KnownPlace};
use crate::date::{Language, Zone};
use crate::index::fold;
use crate::record::{EventIx, SourceDate, Text, Timeline, names_of};

/// The most that is offered at once.
pub const MOST: usize = 8;

/// One thing that is offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer<T> {
    /// What is chosen by it.
    pub value: T,
    /// What it is called.
    pub words: String,
    /// What tells it from others of that name.
    pub about: String,
}

/// How well a name fits what was typed: the less, the better; none: it does not.
fn fit(name: &str, typed: &str) -> Option<u8> {
    let name = fold(name);
    if name == *typed {
        return Some(0);
    }
    let at = name.find(typed)?;
    let before = name.get(..at).and_then(|before| before.chars().next_back());
    Some(match before {
        None => 1,
        Some(before) if !before.is_alphanumeric() => 2,
        Some(_) => 3,
    })
}

/// The best of many, those that fit equally in their order. `names` are the ways to call one.
fn best<T>(
    all: impl Iterator<Item = T>,
    typed: &str,
    mut names: impl FnMut(&T, &mut dyn FnMut(&str)),
) -> Vec<T> {
    let typed = fold(typed.trim());
    let mut found: Vec<(u8, T)> = Vec::new();
    for one in all {
        let mut fits = None;
        names(&one, &mut |name| {
            let of_name = fit(name, &typed);
            fits = [fits, of_name].into_iter().flatten().min();
        });
        let Some(fits) = fits else { continue };
        let at = found.partition_point(|(other, _)| *other <= fits);
        if at < MOST {
            found.insert(at, (fits, one));
            found.truncate(MOST);
        }
    }
    found.into_iter().map(|(_, one)| one).collect()
}

/// Actors, but for those in `without`.
pub fn actors(
    timeline: &Timeline,
    typed: &str,
    without: &[String],
    language: Language,
) -> Vec<Offer<String>> {
    let all = timeline.actors().iter();
    let all = all.filter(|actor| actor.declared && !without.contains(&actor.id));
    let found = best(all, typed, |actor, name| {
        name(&actor.id);
        actor.name.entries().for_each(|(_, text)| name(text));
    });
    let found = found.into_iter().map(|actor| {
        let words = actor.name.pick(language);
        Offer {
            value: actor.id.clone(),
            words: if words.is_empty() { &actor.id } else { words }.to_owned(),
            about: actor.id.clone(),
        }
    });
    found.collect()
}

/// People, but for those in `without`, found by their names in other languages, too.
pub fn people(
    timeline: &Timeline,
    known: &Known,
    typed: &str,
    without: &[String],
    language: Language,
) -> Vec<Offer<String>> {
    let all = known.people.iter();
    let all = all.filter(|person| !without.contains(person));
    let found = best(all, typed, |person, name| {
        name(person);
        let labels = names_of(timeline.bands(), person);
        let names = labels.iter().flat_map(|label| label.entries());
        names.for_each(|(_, text)| name(text));
    });
    let found = found.into_iter().map(|person| {
        let labels = names_of(timeline.bands(), person);
        let other = labels.iter().find_map(|label| label.get(language));
        Offer {
            value: person.clone(),
            words: person.clone(),
            about: other
                .filter(|other| other != person)
                .unwrap_or_default()
                .to_owned(),
        }
    });
    found.collect()
}

/// Tags, but for those in `without`.
pub fn tags(timeline: &Timeline, typed: &str, without: &[String]) -> Vec<Offer<String>> {
    words(timeline.tags().iter().map(|tag| &**tag), typed, without)
}

/// What quotes are on, but for those in `without`.
pub fn topics(known: &Known, typed: &str, without: &[String]) -> Vec<Offer<String>> {
    words(known.topics.iter().map(String::as_str), typed, without)
}

/// Words with hyphens that stand for themselves (`mutually-beneficial`).
fn words<'w>(
    all: impl Iterator<Item = &'w str>,
    typed: &str,
    without: &[String],
) -> Vec<Offer<String>> {
    let all = all.filter(|word| !without.iter().any(|other| other == word));
    let found = best(all, typed, |word, name| {
        name(word);
        name(&word.replace('-', " "));
    });
    let found = found.into_iter().map(|word| Offer {
        value: word.to_owned(),
        words: word.to_owned(),
        about: String::new(),
    });
    found.collect()
}

/// Places.
pub fn places(known: &Known, typed: &str, language: Language) -> Vec<Offer<KnownPlace>> {
    let found = best(known.places.iter(), typed, |known, name| {
        known.place.name.iter().for_each(|words| name(&words.text));
    });
    let found = found.into_iter().map(|known| {
        let names = &known.place.name;
        let own = names.iter().find(|words| words.lang == language.tag());
        let words = own.or(names.first()).map_or("", |words| &words.text);
        Offer {
            value: known.clone(),
            words: words.to_owned(),
            about: known.place.country.clone(),
        }
    });
    found.collect()
}

/// Sources, by title, author, publisher and id.
pub fn sources(timeline: &Timeline, typed: &str, language: Language) -> Vec<Offer<String>> {
    let found = best(timeline.sources().iter(), typed, |source, name| {
        name(&source.id);
        let texts = [&source.title, &source.publisher, &source.container_title];
        let texts = texts.into_iter().flatten();
        texts
            .flat_map(Text::entries)
            .for_each(|(_, text)| name(text));
        let authors = source.author.iter();
        let names = authors.flat_map(|author| [&author.family, &author.literal]);
        names.flatten().for_each(|author| name(author));
        if let Some(url) = &source.url {
            name(url);
        }
    });
    let found = found.into_iter().map(|source| {
        let title = source
            .title
            .as_ref()
            .map_or("", |title| title.pick(language));
        let year = match &source.issued {
            Some(SourceDate::Edtf(date)) => date.to_string().get(..4).map(str::to_owned),
            _ => None,
        };
        Offer {
            value: source.id.clone(),
            words: if title.is_empty() { &source.id } else { title }.to_owned(),
            about: year.unwrap_or_default(),
        }
    });
    found.collect()
}

/// The most events that are looked through for a title in one frame.
const MOST_TITLES: usize = 100_000;

/// Events by their titles in any language or their ids, but for `own`.
pub fn events(
    timeline: &Timeline,
    typed: &str,
    own: Option<EventIx>,
    language: Language,
) -> Vec<Offer<EventIx>> {
    let all = timeline.events().filter(|event| Some(*event) != own);
    let found = best(all.take(MOST_TITLES), typed, |event, name| {
        for language in Language::ALL {
            name(&timeline.title(*event, language));
        }
        if let Some(id) = timeline.id(*event) {
            name(&id);
        }
    });
    let found = found.into_iter().map(|event| Offer {
        value: event,
        words: timeline.title(event, language).into_owned(),
        about: timeline
            .event(event)
            .map_or_else(String::new, |event| event.date.to_string()),
    });
    found.collect()
}

/// Time zones by their names.
pub fn zones(typed: &str) -> Vec<Offer<String>> {
    let found = best(Zone::all(), typed, |zone, name| {
        name(zone.name());
        name(&zone.name().replace(['/', '_'], " "));
    });
    let found = found.into_iter().map(|zone| Offer {
        value: zone.name().to_owned(),
        words: zone.name().to_owned(),
        about: String::new(),
    });
    found.collect()
}
