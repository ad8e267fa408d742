//! What removing events changes: they go, and with them the relations of others and the steps of
//! stories that name them. A step keeps its words and its window.

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
    let stories = timeline.field("stories");
    let told = stories.and_then(|stories| {
        let value = without_steps_to(stories, &ids)?.into();
        let name = "stories".to_owned();
        Some(Change::SetField { name, value })
    });
    without
        .chain(told)
        .chain(events.iter().copied().map(Change::Remove))
        .collect()
}

/// The stories, whose steps show none of the events; none where that changes nothing.
fn without_steps_to(stories: &str, ids: &HashSet<String>) -> Option<String> {
    let all: serde_json::Value = serde_json::from_str(stories).ok()?;
    let mut text = None;
    for (story, told) in all.as_array()?.iter().enumerate() {
        let steps = told["steps"].as_array().into_iter().flatten();
        for (step, told) in steps.enumerate() {
            let shows = told["event"].as_str();
            if shows.is_some_and(|id| ids.contains(id)) {
                let path = [At::Item(story), At::Field("steps"), At::Item(step)];
                let path = [path[0], path[1], path[2], At::Field("event")];
                text = Some(remove(text.as_deref().unwrap_or(stories), &path).ok()?);
            }
        }
    }
    text
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

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::document::edit::make;
    use crate::format::native::read;

    use super::*;

    #[test]
    fn a_record_without_any_one_of_its_events_has_no_error() {
        let bundled = Document::bundled().expect("it opens").timeline;
        let told: Vec<EventIx> = bundled
            .stories()
            .iter()
            .flat_map(|story| &story.steps)
            .filter_map(|step| bundled.find(step.event.as_deref()?))
            .collect();
        assert!(!told.is_empty(), "a story tells of some");
        let mut timeline = Timeline::clone(&bundled);
        let changes = removal(&timeline, &told);
        let made = make(&mut timeline, &changes).expect("made");
        let text = String::from_utf8(timeline.to_bytes()).expect("text");
        assert_eq!(read(text).expect("a record").report.errors(), 0);
        make(&mut timeline, &made.back).expect("taken back");
        assert_eq!(timeline.to_bytes(), bundled.to_bytes());
    }
}
