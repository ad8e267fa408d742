//! What is typed into a cell, as a change of the event's draft.

use super::cell::Refusal;
use super::column::Column;
use super::words::{BETWEEN, kind_words, status_words};
use crate::app::form::known::KnownPlace;
use crate::app::form::offers::{self, Offer};
use crate::app::form::words::{actor_name, language_of};
use crate::date::Language;
use crate::document::draft::{Draft, NewActor, PlaceDraft, Words, actor_id};
use crate::index::fold;
use crate::record::{Kind, Open, Status, Timeline, Vocabulary};

/// What divides the names of a list, and what divides them where a name holds one of these.
const COMMAS: [char; 4] = [',', '，', '、', '､'];
const SEMICOLONS: [char; 2] = [';', '；'];

/// What an open cell begins with.
pub(super) fn begun(
    draft: &Draft,
    column: Column,
    timeline: &Timeline,
    language: Language,
) -> String {
    let own = |texts: &[Words]| {
        own(texts, language)
            .map_or("", |at| &texts[at].text)
            .to_owned()
    };
    match column {
        Column::Date => draft.date.clone(),
        Column::Title => own(&draft.title),
        Column::Kind => kind_words(&Open::from_name(&draft.kind), language).into_owned(),
        Column::Actors => {
            let names = draft.actors.iter();
            let names = names.map(|id| actor_name(timeline, id, language));
            listed(&names.collect::<Vec<_>>())
        }
        Column::Place => {
            let name = own_or_first(&draft.place.name, language);
            name.map_or_else(String::new, |at| draft.place.name[at].text.clone())
        }
        Column::Tags => listed(&draft.tags),
        Column::Importance => draft.importance.to_string(),
        Column::Status => status_words(&Open::from_name(&draft.status), language).to_owned(),
        Column::Tone | Column::Quotes | Column::Sources => String::new(),
    }
}

/// Whether the words of a cell are read as the very names that it was made of: a name may hold what
/// divides them.
pub(super) fn reads_back(
    draft: &Draft,
    column: Column,
    begun: &str,
    timeline: &Timeline,
    language: Language,
) -> bool {
    match column {
        Column::Tags => names(begun).eq(&draft.tags),
        Column::Actors => {
            let mut read = draft.clone();
            set_actors(&mut read, begun, timeline, language);
            read.actors == draft.actors
        }
        _ => true,
    }
}

/// The draft with what was typed; `place` is the known place that was taken for it.
pub(super) fn applied(
    before: &Draft,
    column: Column,
    typed: &str,
    place: Option<&KnownPlace>,
    timeline: &Timeline,
    language: Language,
) -> Result<Draft, Refusal> {
    let mut draft = before.clone();
    let text = typed.trim();
    match column {
        Column::Date => text.clone_into(&mut draft.date),
        Column::Title => {
            let at = own(&draft.title, language);
            put(&mut draft.title, at, text, || language.tag());
        }
        Column::Kind => {
            let now = Open::<Kind>::from_name(&before.kind);
            let all = Kind::ALL.iter().map(|kind| Open::Known(*kind));
            let kind = all
                .chain([now])
                .find(|kind| same(text, &kind_words(kind, language)) || same(text, kind.name()));
            kind.ok_or(Refusal::NoSuchKind)?
                .name()
                .clone_into(&mut draft.kind);
        }
        Column::Actors => set_actors(&mut draft, text, timeline, language),
        Column::Place => match place {
            Some(known) => {
                draft.place = known.place.clone();
                if !known.time_zone.is_empty() {
                    draft.time_zone.clone_from(&known.time_zone);
                }
            }
            None => {
                // Another place has other names and lies elsewhere.
                let lang = language_of(text, language);
                draft.place = PlaceDraft {
                    name: vec![Words::new(lang, text)],
                    ..PlaceDraft::default()
                };
            }
        },
        Column::Tags => draft.tags = tags(text, &before.tags, timeline),
        Column::Importance => {
            let number = fold(text)
                .parse()
                .ok()
                .filter(|number| (1..=5).contains(number));
            draft.importance = number.ok_or(Refusal::OneToFive)?;
        }
        Column::Status => {
            let now = Open::<Status>::from_name(&before.status);
            let all = Status::ALL.iter().map(|status| Open::Known(*status));
            let status = all.chain([now]).find(|status| {
                same(text, status_words(status, language)) || same(text, status.name())
            });
            status
                .ok_or(Refusal::NoSuchStatus)?
                .name()
                .clone_into(&mut draft.status);
        }
        Column::Tone | Column::Quotes | Column::Sources => {}
    }
    Ok(draft)
}

/// What is offered for what is typed: in words, with the text that stands in the cell once it is
/// taken.
pub(super) fn offered(
    column: Column,
    typed: &str,
    is_untouched: bool,
    timeline: &Timeline,
    language: Language,
) -> Vec<Offer<String>> {
    let narrowed = |all: Vec<String>| {
        let wanted = fold(typed.trim());
        let fits = |words: &String| is_untouched || fold(words).contains(&wanted);
        all.into_iter().filter(fits).map(plain).collect()
    };
    match column {
        Column::Kind => {
            let mut kinds = Kind::ALL.to_vec();
            kinds.sort_by_key(|kind| kind.family());
            let words = kinds
                .into_iter()
                .map(|kind| kind_words(&Open::Known(kind), language).into_owned());
            narrowed(words.collect())
        }
        Column::Status => {
            let words = Status::ALL
                .iter()
                .map(|status| status_words(&Open::Known(*status), language).to_owned());
            narrowed(words.collect())
        }
        Column::Actors | Column::Tags => {
            let (before, last) = last_name(typed);
            if last.is_empty() || is_untouched {
                return Vec::new();
            }
            let offers = if column == Column::Actors {
                let there = names(before).map(|name| find_actor(timeline, name, language));
                let there: Vec<String> = there.flatten().collect();
                offers::actors(timeline, last, &there, language)
            } else {
                let there: Vec<String> = names(before).map(str::to_owned).collect();
                offers::tags(timeline, last, &there)
            };
            let taken = offers.into_iter().map(|offer| Offer {
                value: with_last(before, &offer.words),
                ..offer
            });
            taken.collect()
        }
        _ => Vec::new(),
    }
}

/// "Japan, Chi" as what is before the name that is typed, and that name.
pub(super) fn last_name(typed: &str) -> (&str, &str) {
    let divides = dividers(typed);
    let at = typed.rfind(divides);
    let end = at.map_or(0, |at| {
        at + typed[at..].chars().next().map_or(0, char::len_utf8)
    });
    (&typed[..end], typed[end..].trim())
}

/// A list that ends with another name.
fn with_last(before: &str, name: &str) -> String {
    if before.is_empty() {
        return name.to_owned();
    }
    let space = if before.ends_with([',', ';']) {
        " "
    } else {
        ""
    };
    format!("{}{space}{name}", before.trim_end())
}

fn plain(words: String) -> Offer<String> {
    Offer {
        value: words.clone(),
        words,
        about: String::new(),
    }
}

fn dividers(typed: &str) -> &'static [char] {
    if typed.contains(SEMICOLONS) {
        &SEMICOLONS
    } else {
        &COMMAS
    }
}

/// The names of a list, each once.
fn names(typed: &str) -> impl Iterator<Item = &str> {
    let all = typed.split(dividers(typed)).map(str::trim);
    all.filter(|name| !name.is_empty())
}

/// Names as a list that is read as these names again.
fn listed(names: &[String]) -> String {
    let holds_comma = names.iter().any(|name| name.contains(COMMAS));
    let between = if holds_comma { "; " } else { BETWEEN };
    let list = names.join(between);
    if holds_comma && names.len() == 1 {
        list + ";"
    } else {
        list
    }
}

fn set_actors(draft: &mut Draft, typed: &str, timeline: &Timeline, language: Language) {
    let before = std::mem::take(&mut draft.actors);
    for name in names(typed) {
        let own = before
            .iter()
            .find(|id| same(name, &actor_name(timeline, id, language)));
        let own = own
            .cloned()
            .or_else(|| find_actor(timeline, name, language));
        let new = || {
            draft
                .new_actors
                .iter()
                .find(|new| same(name, &new.name.text))
        };
        let id = own.or_else(|| new().map(|new| new.id.clone()));
        let id = id.unwrap_or_else(|| {
            let words = Words::new(language_of(name, language), name);
            let taken = |id: &str| {
                timeline.find_actor(id).is_some() || draft.new_actors.iter().any(|new| new.id == id)
            };
            let id = actor_id(&words, taken);
            draft.new_actors.push(NewActor {
                id: id.clone(),
                name: words,
            });
            id
        });
        if !draft.actors.contains(&id) {
            draft.actors.push(id);
        }
    }
}

/// The actor of the record that is called so, in any language.
fn find_actor(timeline: &Timeline, name: &str, language: Language) -> Option<String> {
    let found = offers::actors(timeline, name, &[], language);
    let is_it = |offer: &Offer<String>| {
        let actor = timeline.find_actor(&offer.value);
        let actor = actor.and_then(|actor| timeline.actor(actor));
        let mut names = actor.into_iter().flat_map(|actor| actor.name.entries());
        same(name, &offer.value) || names.any(|(_, text)| same(name, text))
    };
    found.into_iter().find(is_it).map(|offer| offer.value)
}

fn tags(typed: &str, own: &[String], timeline: &Timeline) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for name in names(typed) {
        let own = own.iter().find(|tag| same(name, tag)).cloned();
        let known = || timeline.tags().iter().find(|tag| same(name, tag));
        let known = own.or_else(|| known().map(ToString::to_string));
        let tag = known.unwrap_or_else(|| name.to_owned());
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

fn same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

/// The text in the reader's language.
fn own(texts: &[Words], language: Language) -> Option<usize> {
    let exact = texts.iter().position(|words| words.lang == language.tag());
    let of = |words: &Words| Language::from_tag(&words.lang) == Some(language);
    exact.or_else(|| texts.iter().position(of))
}

fn own_or_first(texts: &[Words], language: Language) -> Option<usize> {
    own(texts, language).or((!texts.is_empty()).then_some(0))
}

/// Puts a text in the place of the one that is there, or takes it away where nothing is left of it.
fn put(texts: &mut Vec<Words>, at: Option<usize>, text: &str, lang: impl FnOnce() -> &'static str) {
    match at {
        Some(at) if text.is_empty() => drop(texts.remove(at)),
        Some(at) => text.clone_into(&mut texts[at].text),
        None if text.is_empty() => {}
        None => texts.push(Words::new(lang(), text)),
    }
}
