//! What it says of an event to stand in another lane, and the event's text when it does.

use serde_json::Value;

use crate::document::What;
use crate::format::native::edit::{At, EditError, get, remove, set};
use crate::index::LaneKey;
use crate::record::{EventIx, Timeline};

/// What of an event a lane changes, from what to what: ids and words as in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum LaneChange {
    Actors { from: Vec<String>, to: Vec<String> },
    Tags { from: Vec<String>, to: Vec<String> },
    Kind { from: String, to: String },
    Country { from: Option<String>, to: String },
}

impl LaneChange {
    /// What it says of an event that it goes from one lane to another; none where it says nothing:
    /// what all other events have in common is not a thing to have.
    pub(super) fn between(
        timeline: &Timeline,
        event: EventIx,
        from: &LaneKey,
        to: &LaneKey,
    ) -> Option<Self> {
        let whole = timeline.event(event)?;
        let change = match to {
            LaneKey::Actors(actors) => {
                let to = actors.clone();
                let from = whole.actors;
                let same = from.len() == to.len() && from.iter().all(|id| to.contains(id));
                return (!same).then_some(Self::Actors { from, to });
            }
            LaneKey::Around(actor) | LaneKey::Actor(actor) => Self::Actors {
                to: with(&whole.actors, from, actor)?,
                from: whole.actors,
            },
            LaneKey::Tag(tag) => Self::Tags {
                to: with(&whole.tags, from, tag)?,
                from: whole.tags,
            },
            LaneKey::Kind(kind) => Self::Kind {
                from: timeline
                    .kind_name(timeline.head(event).kind_name)
                    .to_owned(),
                to: kind.clone(),
            },
            LaneKey::Country(country) => Self::Country {
                from: whole.place.and_then(|place| place.country),
                to: country.clone(),
            },
            LaneKey::Multilateral | LaneKey::Rest | LaneKey::All => return None,
        };
        Some(change)
    }

    /// What such an edit is called in the history.
    pub(super) fn what(&self) -> What {
        match self {
            Self::Actors { .. } => What::ChangeActors,
            Self::Tags { .. } | Self::Kind { .. } | Self::Country { .. } => What::Change,
        }
    }

    /// An event's text with the change made.
    pub(super) fn applied(&self, text: &str) -> Result<String, EditError> {
        match self {
            Self::Actors { to, .. } => listed(text, "actors", to),
            Self::Tags { to, .. } => listed(text, "tags", to),
            Self::Kind { to, .. } => set(text, &[At::Field("kind")], &json(to)),
            Self::Country { to, .. } => {
                const PLACE: At = At::Field("place");
                let place = get(text, &[PLACE])?;
                if place.is_some_and(|place| place.starts_with('{')) {
                    set(text, &[PLACE, At::Field("country")], &json(to))
                } else {
                    set(text, &[PLACE], &format!(r#"{{"country": {}}}"#, json(to)))
                }
            }
        }
    }
}

/// Names with another in the place of the one whose lane was left, or after the others; none where
/// it is among them already.
fn with(names: &[String], left: &LaneKey, new: &str) -> Option<Vec<String>> {
    if names.iter().any(|name| name == new) {
        return None;
    }
    let mut names = names.to_vec();
    let old = match left {
        LaneKey::Actor(old) | LaneKey::Tag(old) => names.iter().position(|name| name == old),
        _ => None,
    };
    match old {
        Some(at) => new.clone_into(&mut names[at]),
        None => names.push(new.to_owned()),
    }
    Some(names)
}

/// The text with these in a list and no others: what is in it already stays where it stands, and
/// what is new takes the places of what goes.
fn listed(text: &str, name: &str, wanted: &[String]) -> Result<String, EditError> {
    let field = At::Field(name);
    let written = get(text, &[field])?;
    let Some(Ok(now)) = written.map(serde_json::from_str::<Vec<Value>>) else {
        let all: Vec<String> = wanted.iter().map(|name| json(name)).collect();
        return set(text, &[field], &format!("[{}]", all.join(", ")));
    };
    let is_wanted = |item: &Value| wanted.iter().any(|name| item == name);
    let is_new = |name: &&String| !now.iter().any(|item| item == *name);
    let mut new = wanted.iter().filter(is_new);
    let mut text = text.to_owned();
    let mut gone = Vec::new();
    for (at, _) in now.iter().enumerate().filter(|(_, item)| !is_wanted(item)) {
        match new.next() {
            Some(name) => text = set(&text, &[field, At::Item(at)], &json(name))?,
            None => gone.push(at),
        }
    }
    // From the last: those before keep their places.
    for at in gone.into_iter().rev() {
        text = remove(&text, &[field, At::Item(at)])?;
    }
    for (more, name) in new.enumerate() {
        text = set(&text, &[field, At::Item(now.len() + more)], &json(name))?;
    }
    Ok(text)
}

fn json(text: &str) -> String {
    Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENT: &str = r#"{"id": "e", "title": "Talks", "date": "1972",
    "actors": [
      "JPN",
      "CHN"
    ], "tags": ["peace"], "kind": "talks"}"#;

    fn between(from: &LaneKey, to: &LaneKey) -> Option<LaneChange> {
        let record = format!(r#"{{"format": "nenpyo/1", "events": [{EVENT}]}}"#);
        let opened = crate::format::native::read(record).expect("a record");
        LaneChange::between(&opened.timeline, EventIx(0), from, to)
    }

    fn actor(id: &str) -> LaneKey {
        LaneKey::Actor(id.to_owned())
    }

    fn set_of(ids: &[&str]) -> LaneKey {
        LaneKey::Actors(ids.iter().map(|id| (*id).to_owned()).collect())
    }

    fn text(from: &LaneKey, to: &LaneKey) -> String {
        let change = between(from, to).expect("it changes something");
        let text = change.applied(EVENT).expect("the text is JSON");
        let lines = text.lines().map(str::trim);
        lines.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_lane_of_actors_gives_its_own() {
        let pair = set_of(&["JPN", "CHN"]);
        let other = text(&pair, &set_of(&["JPN", "KOR"]));
        assert!(
            other.contains(r#""actors": [ "JPN", "KOR" ], "tags""#),
            "{other}"
        );
        let one = text(&pair, &set_of(&["CHN"]));
        assert!(one.contains(r#""actors": [ "CHN" ], "tags""#), "{one}");
        let around = text(&pair, &LaneKey::Around("PRK".into()));
        assert!(around.contains(r#"[ "JPN", "CHN", "PRK" ]"#), "{around}");
        assert_eq!(between(&pair, &set_of(&["CHN", "JPN"])), None);
        assert_eq!(between(&pair, &LaneKey::Multilateral), None);
        assert_eq!(between(&pair, &LaneKey::Rest), None);
    }

    #[test]
    fn an_actor_takes_the_place_of_the_one_whose_lane_was_left() {
        let moved = text(&actor("JPN"), &actor("KOR"));
        assert!(moved.contains(r#"[ "KOR", "CHN" ]"#), "{moved}");
        assert_eq!(
            between(&actor("JPN"), &actor("CHN")),
            None,
            "it stands there"
        );
    }

    #[test]
    fn kinds_tags_and_countries_are_changed_where_they_stand() {
        let kind = text(
            &LaneKey::Kind("talks".into()),
            &LaneKey::Kind("summit".into()),
        );
        assert!(kind.ends_with(r#""kind": "summit"}"#), "{kind}");
        let tag = text(&LaneKey::Tag("peace".into()), &LaneKey::Tag("oil".into()));
        assert!(tag.contains(r#""tags": ["oil"]"#), "{tag}");
        let more = text(&LaneKey::Rest, &LaneKey::Tag("oil".into()));
        assert!(more.contains(r#""tags": ["peace", "oil"]"#), "{more}");
        let country = text(&LaneKey::Rest, &LaneKey::Country("PER".into()));
        assert!(
            country.contains(r#""place": {"country": "PER"}"#),
            "{country}"
        );
        let placed = r#"{"place": {"name": "Lima", "country": "JPN"}}"#;
        let change = LaneChange::Country {
            from: Some("JPN".into()),
            to: "PER".into(),
        };
        let placed = change.applied(placed).expect("JSON");
        assert_eq!(placed, r#"{"place": {"name": "Lima", "country": "PER"}}"#);
    }

    #[test]
    fn what_has_no_list_gets_one() {
        let change = LaneChange::Actors {
            from: Vec::new(),
            to: vec!["JPN".into(), "CHN".into()],
        };
        let text = change.applied(r#"{"title": "T", "date": "1972"}"#);
        let text = text.expect("JSON");
        assert!(text.contains(r#""actors": ["JPN", "CHN"]"#), "{text}");
    }
}
