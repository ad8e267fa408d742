//! What the edit of a draft is called in the history.

use super::super::label::{Label, What};
use super::Draft;

/// Takes over one part of a draft.
type Part = (What, fn(&mut Draft, &Draft));

/// The parts of a draft that have a name in the history.
const PARTS: [Part; 16] = [
    (What::ChangeDate, |draft, new| {
        draft.date.clone_from(&new.date);
        draft.time_zone.clone_from(&new.time_zone);
    }),
    (What::ChangeActors, |draft, new| {
        draft.actors.clone_from(&new.actors);
        draft.new_actors.clone_from(&new.new_actors);
    }),
    (What::ChangeTitle, |draft, new| {
        draft.title.clone_from(&new.title);
    }),
    (What::ChangeSummary, |draft, new| {
        draft.summary.clone_from(&new.summary);
    }),
    (What::ChangeKind, |draft, new| {
        draft.kind.clone_from(&new.kind);
    }),
    (What::ChangePeople, |draft, new| {
        draft.people.clone_from(&new.people);
    }),
    (What::ChangePlace, |draft, new| {
        draft.place.clone_from(&new.place);
        draft.time_zone.clone_from(&new.time_zone);
    }),
    (What::ChangeTags, |draft, new| {
        draft.tags.clone_from(&new.tags);
    }),
    (What::ChangeImportance, |draft, new| {
        draft.importance = new.importance;
    }),
    (What::ChangeTone, |draft, new| {
        draft.tone.clone_from(&new.tone);
    }),
    (What::ChangeQuotes, |draft, new| {
        draft.quotes.clone_from(&new.quotes);
        draft.new_sources.clone_from(&new.new_sources);
        draft.changed_sources.clone_from(&new.changed_sources);
    }),
    (What::ChangeSources, |draft, new| {
        draft.sources.clone_from(&new.sources);
        draft.new_sources.clone_from(&new.new_sources);
        draft.changed_sources.clone_from(&new.changed_sources);
    }),
    (What::ChangeRelations, |draft, new| {
        draft.relations.clone_from(&new.relations);
    }),
    (What::ChangePictures, |draft, new| {
        draft.images.clone_from(&new.images);
    }),
    (What::ChangeStatus, |draft, new| {
        draft.status.clone_from(&new.status);
    }),
    (What::ChangeNotes, |draft, new| {
        draft.notes.clone_from(&new.notes);
    }),
];

impl Draft {
    /// What the change is called: that of one thing alone by its name.
    pub(super) fn what(&self, before: &Self) -> What {
        let is_only = |with: fn(&mut Self, &Self)| {
            let mut changed = before.clone();
            with(&mut changed, self);
            changed == *self
        };
        let only = PARTS.iter().find(|(_, with)| is_only(*with));
        only.map_or(What::Change, |(what, _)| *what)
    }

    /// What a change of sources alone is called: by the only one, else by the event that cites them.
    pub(super) fn label_of_sources(&self, language: &str) -> Label {
        let mut changed = self.changed();
        match (changed.next(), changed.next()) {
            (Some(only), None) => Label::one(What::ChangeSource, only.now.title.trim()),
            _ => Label::one(What::ChangeSources, self.title_in(language)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{draft, record};
    use super::*;

    #[test]
    fn a_change_of_one_thing_alone_is_called_by_it() {
        let timeline = record();
        let (event, before) = draft(&timeline, "normal-1972");
        let called = |change: fn(&mut Draft)| {
            let mut after = before.clone();
            change(&mut after);
            let edit = after.edit(&before, &timeline, Some(event), "en").unwrap();
            edit.label.words(crate::date::Language::En)
        };
        let of = |part: &str| format!("Change the {part} of Japan and China sign");
        assert_eq!(
            called(|draft| draft.tags.push("peace".to_owned())),
            of("tags")
        );
        assert_eq!(called(|draft| draft.quotes[0].text.push('!')), of("quotes"));
        assert_eq!(
            called(|draft| draft.place.name[0].text.push('!')),
            of("place")
        );
        let both = called(|draft| {
            draft.tags.push("peace".to_owned());
            draft.importance = 5;
        });
        assert_eq!(both, "Change Japan and China sign");
    }
}
