//! People, places and topics that the record's events name, gathered once to complete words by.

use std::collections::HashMap;

use crate::document::draft::{Draft, PlaceDraft};
use crate::format::Progress;
use crate::record::Timeline;

/// The most events that are read for it.
const MOST_EVENTS: usize = 300_000;

/// What events name that the record has no list of.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// People, those of most events first.
    pub people: Vec<String>,
    /// Places, those of most events first.
    pub places: Vec<KnownPlace>,
    /// What quotes are on, those of most quotes first.
    pub topics: Vec<String>,
}

/// A place of the record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KnownPlace {
    /// Its names, country and position.
    pub place: PlaceDraft,
    /// The time zone of the events there.
    pub time_zone: String,
}

impl Known {
    /// Takes up what an event names that was just saved.
    pub fn learn(&mut self, draft: &Draft) {
        let add = |all: &mut Vec<String>, name: &String| {
            if !all.contains(name) {
                all.push(name.clone());
            }
        };
        for person in &draft.people {
            add(&mut self.people, person);
        }
        for topic in draft.quotes.iter().flat_map(|quote| &quote.topic) {
            add(&mut self.topics, topic);
        }
        let place = KnownPlace {
            place: draft.place.clone(),
            time_zone: draft.time_zone.clone(),
        };
        if !place.place.name.is_empty() && !self.places.contains(&place) {
            self.places.push(place);
        }
    }

    /// How much there is of all: it differs before and after a gathering.
    pub fn count(&self) -> usize {
        self.people.len() + self.places.len() + self.topics.len()
    }

    /// Reads the record's events; stops early where the progress says so.
    pub fn gather(timeline: &Timeline, progress: &Progress) -> Self {
        let mut people: HashMap<String, usize> = HashMap::new();
        let mut places: HashMap<KnownPlace, usize> = HashMap::new();
        let mut topics: HashMap<String, usize> = HashMap::new();
        let language = timeline.language().as_str();
        for event in timeline.events().take(MOST_EVENTS) {
            if progress.is_cancelled() {
                return Self::default();
            }
            let draft = Draft::read(timeline.event_json(event), language);
            for person in draft.people {
                *people.entry(person).or_default() += 1;
            }
            for topic in draft.quotes.into_iter().flat_map(|quote| quote.topic) {
                *topics.entry(topic).or_default() += 1;
            }
            if !draft.place.name.is_empty() {
                let place = KnownPlace {
                    place: draft.place,
                    time_zone: draft.time_zone,
                };
                *places.entry(place).or_default() += 1;
            }
        }
        let mut places: Vec<(KnownPlace, usize)> = places.into_iter().collect();
        let name = |place: &KnownPlace| {
            let name = place.place.name.first();
            name.map_or_else(String::new, |words| words.text.clone())
        };
        places.sort_by_cached_key(|(place, count)| (usize::MAX - count, name(place)));
        Self {
            people: most_first(people),
            places: places.into_iter().map(|(place, _)| place).collect(),
            topics: most_first(topics),
        }
    }
}

fn most_first(counts: HashMap<String, usize>) -> Vec<String> {
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
    counts.into_iter().map(|(name, _)| name).collect()
}
