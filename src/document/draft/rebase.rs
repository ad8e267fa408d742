//! A draft over an event that was changed elsewhere: what the person changed stays, all else is as
//! the event is now.

use super::{
    CitationDraft, Draft, ImageDraft, PlaceDraft, QuoteDraft, RelationDraft, SourceChange,
    SourceDraft, ToneDraft, Words, items,
};
use crate::record::{LangTag, Timeline, free_id};

impl Draft {
    /// The draft over the event as it is `now`; `before` is the form as it was opened.
    ///
    /// Items of lists are found again by what they held, so that a change of one never lands in
    /// another that took its place.
    #[must_use]
    pub fn rebased(&self, before: &Self, now: &Self) -> Self {
        Self {
            date: field(&self.date, &before.date, &now.date),
            time_zone: field(&self.time_zone, &before.time_zone, &now.time_zone),
            title: texts(&self.title, &before.title, &now.title),
            summary: texts(&self.summary, &before.summary, &now.summary),
            kind: field(&self.kind, &before.kind, &now.kind),
            actors: set(&self.actors, &before.actors, &now.actors),
            people: set(&self.people, &before.people, &now.people),
            place: place(&self.place, &before.place, &now.place),
            tags: set(&self.tags, &before.tags, &now.tags),
            importance: field(&self.importance, &before.importance, &now.importance),
            tone: ToneDraft {
                value: field(&self.tone.value, &before.tone.value, &now.tone.value),
                reason: texts(&self.tone.reason, &before.tone.reason, &now.tone.reason),
            },
            quotes: items(&self.quotes, &before.quotes, &now.quotes),
            sources: items(&self.sources, &before.sources, &now.sources),
            relations: items(&self.relations, &before.relations, &now.relations),
            images: items(&self.images, &before.images, &now.images),
            status: field(&self.status, &before.status, &now.status),
            notes: texts(&self.notes, &before.notes, &now.notes),
            new_actors: self.new_actors.clone(),
            new_sources: self.new_sources.clone(),
            changed_sources: self.changed_sources.clone(),
        }
    }
}

impl Draft {
    /// Takes up what the record has by now of the actors and sources that come with the draft: what
    /// it has is no longer new, and of what is changed in it the rest is as it is there.
    pub fn follow(&mut self, timeline: &Timeline) {
        self.new_actors.retain(|new| {
            let known = timeline.find_actor(&new.id);
            let known = known.and_then(|actor| timeline.actor(actor));
            !known.is_some_and(|actor| actor.declared)
        });
        let now = |id: &str| {
            let source = timeline.source(id)?;
            Some(SourceDraft::of(source, id.to_owned()))
        };
        let (mut taken, mut renamed) = (Vec::new(), Vec::new());
        for new in std::mem::take(&mut self.new_sources) {
            let is_it = now(&new.id).map(|known| known.says_the_same(&new));
            match is_it {
                Some(true) => {}
                None => taken.push(new),
                Some(false) => {
                    // Another document came to this id meanwhile.
                    let is_taken = |id: &str| {
                        timeline.source(id).is_some() || taken.iter().any(|new| new.id == id)
                    };
                    let id = free_id(&new.id, is_taken);
                    renamed.push((new.id.clone(), id.clone()));
                    taken.push(SourceDraft { id, ..new });
                }
            }
        }
        self.new_sources = taken;
        let cited = self.quotes.iter_mut().map(|quote| &mut quote.source);
        let cited = cited.chain(self.sources.iter_mut().map(|citation| &mut citation.source));
        for source in cited {
            if let Some((_, id)) = renamed.iter().find(|(before, _)| before == source) {
                source.clone_from(id);
            }
        }
        for change in &mut self.changed_sources {
            if let Some(now) = now(&change.now.id) {
                change.follow(now);
            }
        }
        self.changed_sources.retain(SourceChange::differs);
    }
}

impl SourceDraft {
    /// Whether both make the same source.
    fn says_the_same(&self, other: &Self) -> bool {
        let english = LangTag::new("en");
        items::source(self, &english) == items::source(other, &english)
    }
}

/// What was changed here goes before what was changed there.
fn field<T: Clone + PartialEq>(own: &T, before: &T, now: &T) -> T {
    if own == before { now } else { own }.clone()
}

/// Language by language.
fn texts(own: &[Words], before: &[Words], now: &[Words]) -> Vec<Words> {
    let of = |texts: &[Words], lang: &str| {
        let words = texts.iter().find(|words| words.lang == lang);
        words.map(|words| words.text.clone())
    };
    let added = own
        .iter()
        .filter(|words| of(now, &words.lang).is_none())
        .map(|words| &words.lang);
    let langs = now.iter().map(|words| &words.lang).chain(added);
    let rebased = langs.filter_map(|lang| {
        let text = field(&of(own, lang), &of(before, lang), &of(now, lang))?;
        Some(Words::new(lang, text))
    });
    rebased.collect()
}

fn place(own: &PlaceDraft, before: &PlaceDraft, now: &PlaceDraft) -> PlaceDraft {
    // A point has both of its numbers from one hand.
    let point = |place: &PlaceDraft| (place.lat.clone(), place.lon.clone());
    let (lat, lon) = field(&point(own), &point(before), &point(now));
    PlaceDraft {
        name: texts(&own.name, &before.name, &now.name),
        country: field(&own.country, &before.country, &now.country),
        lat,
        lon,
    }
}

/// What is there now, with what was added here and without what was taken out here.
fn set(own: &[String], before: &[String], now: &[String]) -> Vec<String> {
    let stays = |item: &&String| own.contains(item) || !before.contains(item);
    let mut all: Vec<String> = now.iter().filter(stays).cloned().collect();
    for added in own.iter().filter(|item| !before.contains(item)) {
        if !all.contains(added) {
            all.push(added.clone());
        }
    }
    all
}

/// An item that knows its place in the list as it was opened.
trait Placed: Clone + PartialEq {
    fn place(&mut self) -> &mut Option<usize>;

    fn at(&self, place: Option<usize>) -> Self {
        let mut item = self.clone();
        *item.place() = place;
        item
    }

    /// Whether both hold the same.
    fn is_like(&self, other: &Self) -> bool {
        self.at(None) == other.at(None)
    }
}

macro_rules! placed {
    ($($item:ty),+) => {
        $(impl Placed for $item {
            fn place(&mut self) -> &mut Option<usize> {
                &mut self.from
            }
        })+
    };
}
placed!(QuoteDraft, CitationDraft, RelationDraft, ImageDraft);

fn items<T: Placed>(own: &[T], before: &[T], now: &[T]) -> Vec<T> {
    // Which of the items as they are now each of those before is; each is one.
    let mut free: Vec<Option<&T>> = now.iter().map(Some).collect();
    let matched: Vec<Option<T>> = before
        .iter()
        .map(|old| {
            let same = |place: &&mut Option<&T>| place.is_some_and(|new| new.is_like(old));
            free.iter_mut().find(same).and_then(Option::take).cloned()
        })
        .collect();
    let of = |item: &T| {
        let place = *item.clone().place();
        let at = before
            .iter()
            .position(|old| *old.clone().place() == place)?;
        Some((before.get(at)?, matched.get(at)?.as_ref()))
    };
    let mut all = Vec::new();
    for item in own {
        let is_new = item.clone().place().is_none();
        match of(item).filter(|_| !is_new) {
            None => all.push(item.clone()),
            // Both are the same item; what was typed stands in it.
            Some((_, Some(new))) => all.push(item.at(*new.clone().place())),
            // It was changed or taken out there, and not here.
            Some((old, None)) if item.is_like(old) => {}
            // Here, too: what was typed stays, as an item of its own.
            Some((_, None)) => all.push(item.at(None)),
        }
    }
    // What was added or changed there.
    all.extend(free.into_iter().flatten().cloned());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_changed_here_keeps_the_language_that_was_added_there() {
        let words = |all: &[(&str, &str)]| -> Vec<Words> {
            all.iter()
                .map(|(lang, text)| Words::new(*lang, *text))
                .collect()
        };
        let before = words(&[("en", "Talks"), ("ja", "会談")]);
        let own = words(&[("en", "Tea"), ("ja", "会談"), ("zh-Hans", "茶")]);
        let now = words(&[("en", "Talks"), ("ja", "協議"), ("ko", "회담")]);
        let expected = words(&[
            ("en", "Tea"),
            ("ja", "協議"),
            ("ko", "회담"),
            ("zh-Hans", "茶"),
        ]);
        assert_eq!(texts(&own, &before, &now), expected);
        let gone = words(&[("en", "Talks")]);
        assert_eq!(
            texts(&gone, &before, &before),
            gone,
            "what was taken out stays out"
        );
        assert_eq!(texts(&before, &before, &gone), gone);
    }

    #[test]
    fn a_place_moved_there_keeps_the_name_that_was_mended_here() {
        let place = |name: &str, lat: &str| PlaceDraft {
            name: vec![Words::new("en", name)],
            lat: lat.to_owned(),
            lon: "116".to_owned(),
            ..PlaceDraft::default()
        };
        let before = place("Bejing", "39");
        let rebased = super::place(&place("Beijing", "39"), &before, &place("Bejing", "40"));
        assert_eq!(rebased, place("Beijing", "40"));
    }
}
