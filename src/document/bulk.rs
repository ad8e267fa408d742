//! One change of many events: what is given stands in each of them afterwards.

use super::draft::{Draft, NewActor, Unfinished, addition};
use super::edit::{Change, Edit};
use super::label::{Label, What};
use crate::record::{EventIx, Timeline};

/// What is to be changed of every event; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bulk {
    /// The kind that all of them get.
    pub kind: Option<String>,
    /// The status that all of them get.
    pub status: Option<String>,
    /// Tags that those get which lack them.
    pub add_tags: Vec<String>,
    /// Tags that are taken away.
    pub remove_tags: Vec<String>,
    /// Actors that those get which lack them.
    pub add_actors: Vec<String>,
    /// Actors that are taken away.
    pub remove_actors: Vec<String>,
    /// Actors that the record does not have yet, of those that are added.
    pub new_actors: Vec<NewActor>,
}

impl Bulk {
    /// Whether it changes nothing.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// The edit of these events; `language` is the reader's, for the label.
    pub fn edit(
        &self,
        timeline: &Timeline,
        events: &[EventIx],
        language: crate::date::Language,
    ) -> Result<Edit, Unfinished> {
        let own = timeline.language().as_str();
        let mut changed = Vec::new();
        for &event in events {
            let before = Draft::read(timeline.event_json(event), own);
            let after = self.applied(before.clone());
            if after != before {
                let text = after.text(&before, timeline, Some(event))?;
                let text = text.into();
                changed.push(Change::Replace { event, text });
            }
        }
        let label = match *changed {
            [] => return Err(Unfinished::Same),
            [Change::Replace { event, .. }] => {
                Label::one(What::Change, &timeline.title(event, language))
            }
            _ => Label::several(What::Change, changed.len()),
        };
        let new = self.new_actors.iter();
        let new = new.filter(|new| self.add_actors.contains(&new.id));
        let new = new.map(NewActor::json).collect();
        let mut changes: Vec<Change> = addition(timeline, "actors", new)?.into_iter().collect();
        changes.append(&mut changed);
        Ok(Edit { label, changes })
    }

    fn applied(&self, mut draft: Draft) -> Draft {
        if let Some(kind) = &self.kind {
            draft.kind.clone_from(kind);
        }
        if let Some(status) = &self.status {
            draft.status.clone_from(status);
        }
        change(&mut draft.tags, &self.remove_tags, &self.add_tags);
        change(&mut draft.actors, &self.remove_actors, &self.add_actors);
        draft
    }
}

fn change(list: &mut Vec<String>, remove: &[String], add: &[String]) {
    list.retain(|one| !remove.contains(one));
    for one in add {
        if !list.contains(one) {
            list.push(one.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Language;
    use crate::document::History;

    const RECORD: &str = r#"{
  "format": "nenpyo/1",
  "events": [
    {"id": "a", "title": "A", "date": "1972", "tags": ["x", "y"], "x-own": [1,  2]},
    {"id": "b", "title": "B", "date": "1973", "kind": "talks"},
    {"id": "c", "title": "C", "date": "1974", "kind": "talks", "tags": ["new"]}
  ]
}
"#;

    #[test]
    fn each_event_gets_what_it_lacks_and_keeps_all_else() {
        let opened = crate::format::native::read(RECORD.to_owned());
        let mut timeline = opened.expect("a record").timeline;
        let events: Vec<EventIx> = timeline.events().collect();
        let bulk = Bulk {
            kind: Some("talks".to_owned()),
            add_tags: vec!["new".to_owned()],
            remove_tags: vec!["x".to_owned()],
            add_actors: vec!["ASEAN".to_owned()],
            new_actors: vec![NewActor {
                id: "ASEAN".to_owned(),
                name: crate::document::draft::Words::new("en", "ASEAN"),
            }],
            ..Bulk::default()
        };
        let edit = bulk
            .edit(&timeline, &events, Language::En)
            .expect("it changes");
        assert_eq!(edit.label.words(Language::En), "Change 3 events");
        let mut history = History::default();
        history.edit(&mut timeline, edit, ()).expect("made");
        let event = |at: usize| timeline.event(events[at]).expect("there");
        assert_eq!(event(0).tags, ["y", "new"]);
        assert_eq!(event(2).tags, ["new"]);
        assert!((0..3).all(|at| event(at).actors == ["ASEAN"]));
        assert!(timeline.event_json(events[0]).contains("[1,  2]"));
        assert!(
            timeline
                .find_actor("ASEAN")
                .and_then(|at| timeline.actor(at))
                .expect("new")
                .declared
        );
        assert!(matches!(
            Bulk {
                kind: Some("talks".to_owned()),
                ..Bulk::default()
            }
            .edit(&timeline, &events, Language::En),
            Err(Unfinished::Same)
        ));
        history.go_to(&mut timeline, 0);
        assert_eq!(timeline.to_bytes(), RECORD.as_bytes());
    }
}
