//! What stands in a cell, and what its column is sorted by.

use std::borrow::Cow;

use crate::app::form::words::status;
use crate::date::Language;
use crate::record::{Event, Kind, Open, Place, Status, Timeline};
use crate::scene::{actor_name, capitalised, country_name, kind_name};

/// Between the names of a list.
pub(super) const BETWEEN: &str = ", ";

/// "Joint statement"; a kind that this version does not know as the file has it.
pub fn kind_words(kind: &Open<Kind>, language: Language) -> Cow<'_, str> {
    match kind {
        Open::Known(kind) => capitalised(kind_name(*kind, language)).into(),
        Open::Named(name) => name.as_str().into(),
    }
}

/// "Reported".
pub fn status_words(of: &Open<Status>, language: Language) -> &str {
    match of {
        Open::Known(known) => status(*known, language),
        Open::Named(name) => name,
    }
}

/// "Japan, China".
pub fn actors_words(timeline: &Timeline, event: &Event, language: Language) -> String {
    let names = event.actors.iter();
    let names = names.map(|id| actor_name(timeline, id, language));
    names.collect::<Vec<_>>().join(BETWEEN)
}

/// "Beijing"; where a place has no name of its own, its country's.
pub fn place_words<'p>(
    timeline: &'p Timeline,
    place: &'p Place,
    language: Language,
) -> Cow<'p, str> {
    let name = place.name.as_ref().map(|name| name.pick(language));
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        return name.into();
    }
    let Some(country) = place.country.as_deref() else {
        return "".into();
    };
    match country_name(country, language) {
        Some(name) if timeline.find_actor(country).is_none() => name.into(),
        _ => actor_name(timeline, country, language).into(),
    }
}

/// "+3", "−2", "0".
pub fn tone_words(tone: i8) -> String {
    match tone {
        0 => "0".to_owned(),
        1.. => format!("+{tone}"),
        _ => format!("−{}", tone.unsigned_abs()),
    }
}
