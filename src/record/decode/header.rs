//! Actors, bands and stories.

use super::super::header::{Actor, Band, Step, Story};
use super::super::json::Node;
use super::super::text::{LangTag, Text};
use super::{citation, edtf, list, string, text, zone};

/// An actor; `None` without an id.
pub(crate) fn actor(node: Node, language: &LangTag) -> Option<Actor> {
    let id = string(node.field("id")?)?;
    let name = node.field("name").and_then(|name| text(name, language));
    Some(Actor {
        name: name.unwrap_or_else(|| Text::plain(id.clone(), language.clone())),
        id,
        kind: node.field("kind").and_then(string),
        formal_name: node
            .field("formal_name")
            .and_then(|name| text(name, language)),
        note: node.field("note").and_then(|note| text(note, language)),
        declared: true,
    })
}

/// A band; `None` without a label and a date that can be read.
pub(crate) fn band(node: Node, language: &LangTag) -> Option<Band> {
    let date = edtf(node.field("date")?)?;
    let label = text(node.field("label")?, language)?;
    let field = |name| node.field(name);
    Some(Band {
        group: field("group")
            .and_then(|group| text(group, language))
            .unwrap_or_default(),
        label,
        date,
        time_zone: field("time_zone").and_then(zone),
        actor: field("actor").and_then(string),
        office: field("office").and_then(|office| text(office, language)),
        acting: field("acting")
            .and_then(|acting| acting.as_bool())
            .unwrap_or(false),
        sources: field("sources")
            .map(|sources| list(sources, citation))
            .unwrap_or_default(),
        note: field("note").and_then(|note| text(note, language)),
    })
}

/// A story; `None` without an id.
pub(crate) fn story(node: Node, language: &LangTag) -> Option<Story> {
    let id = string(node.field("id")?)?;
    let title = node.field("title").and_then(|title| text(title, language));
    let steps = node
        .field("steps")
        .map(|steps| list(steps, |s| Some(step(s, language))));
    Some(Story {
        title: title.unwrap_or_else(|| Text::plain(id.clone(), language.clone())),
        id,
        steps: steps.unwrap_or_default(),
    })
}

fn step(node: Node, language: &LangTag) -> Step {
    let words = |name| node.field(name).and_then(|node| text(node, language));
    Step {
        title: words("title"),
        text: words("text"),
        notes: words("notes"),
        event: node.field("event").and_then(string),
        window: node.field("window").and_then(edtf),
    }
}
