//! What removing events changes: they go, and so do the relations of others that name them.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::edit::Change;
use crate::format::native::edit::{At, get, remove};
use crate::record::{EventIx, Timeline};

/// Removes events, and from others the relations that would lead nowhere.
pub fn removal(timeline: &Timeline, events: &[EventIx]) -> Vec<Change> {
    let ids = events.iter().filter_map(|event| timeline.id(*event));
    let ids: HashSet<String> = ids.map(std::borrow::Cow::into_owned).collect();
    let links = events
        .iter()
        .flat_map(|event| timeline.relations_to(*event));
    let from: BTreeSet<EventIx> = links.map(|link| link.from).collect();
    let others = from.into_iter().filter(|from| !events.contains(from));
    let without = others.filter_map(|event| {
        let text = without_relations_to(timeline.event_json(event), &ids)?;
        Some(Change::Replace { event, text })
    });
    without
        .chain(events.iter().copied().map(Change::Remove))
        .collect()
}

/// An event's text without its relations to others; none where it cannot be taken apart.
pub(super) fn without_relations_to(text: &str, ids: &HashSet<String>) -> Option<Arc<str>> {
    const RELATIONS: At = At::Field("relations");
    let relations = get(text, &[RELATIONS]).ok()??;
    let relations: Vec<serde_json::Value> = serde_json::from_str(relations).ok()?;
    let leads_there = |relation: &serde_json::Value| {
        relation["event"]
            .as_str()
            .is_some_and(|id| ids.contains(id))
    };
    if relations.iter().all(leads_there) {
        return remove(text, &[RELATIONS]).ok().map(Arc::from);
    }
    let mut text = text.to_owned();
    // From the last: those before keep their places.
    for at in (0..relations.len())
        .rev()
        .filter(|&at| leads_there(&relations[at]))
    {
        text = remove(&text, &[RELATIONS, At::Item(at)]).ok()?;
    }
    Some(text.into())
}
