use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::document::sample::{RECORD, change, edit, edits, open, text, written};
use crate::format::native::read;
use crate::index::{Grouping, Index};
use crate::record::EventIx;

proptest! {
    #[test]
    fn all_undone_is_the_same_bytes_and_all_redone_gives_them_back(
        edits in edits(24),
        stops in prop::collection::vec(0..24_usize, 0..6),
    ) {
        let mut timeline = open();
        let mut history = History::default();
        let mut states = vec![RECORD.to_owned()];
        for numbers in edits {
            let before = written(&timeline);
            let changes = numbers.into_iter().map(|numbers| change(&timeline, numbers)).collect();
            match history.edit(&mut timeline, edit(changes), ()) {
                Ok(_) => states.push(written(&timeline)),
                // One change that cannot be made leaves none.
                Err(_) => prop_assert_eq!(written(&timeline), before),
            }
        }
        let last = states.len() - 1;
        let mut index = Index::build(&timeline, Grouping::None, None);
        prop_assert_eq!(history.entries().len(), last);
        for point in stops.into_iter().chain([0, last]) {
            let point = point.min(last);
            let walked = history.go_to(&mut timeline, point);
            prop_assert_eq!(walked.stopped, None);
            let _ = index.patch(&timeline, &walked.events);
            let anew = Index::build(&timeline, Grouping::None, None);
            prop_assert_eq!(index.len(), anew.len());
            prop_assert_eq!(index.span_s(), anew.span_s());
            let starts = |index: &Index| index.lanes().first().map(|lane| lane.starts().to_vec());
            prop_assert_eq!(starts(&index), starts(&anew));
            prop_assert_eq!(&written(&timeline), &states[point]);
            prop_assert_eq!(history.point(), point);
            // What is open is what is written.
            let again = read(written(&timeline)).expect("a record").timeline;
            prop_assert_eq!(again.title_text(), timeline.title_text());
            prop_assert_eq!(again.sources(), timeline.sources());
            prop_assert_eq!(again.events().count(), timeline.events().count());
        }
    }
}

#[test]
fn modified_means_another_revision_than_the_saved_one() {
    let (mut timeline, mut history) = (open(), History::default());
    let first = EventIx::from_index(0);
    assert!(!history.is_modified());
    let remove = |history: &mut History<u8>, timeline: &mut Timeline, view| {
        let made = history.edit(timeline, edit(vec![Change::Remove(first)]), view);
        made.expect("removed");
    };
    remove(&mut history, &mut timeline, 1);
    assert!(history.is_modified());
    let saved = history.revision();
    history.set_saved(saved);
    assert!(!history.is_modified());
    let walked = history.go_to(&mut timeline, 0);
    let events: Vec<EventIx> = walked.events.iter().map(|(event, _)| *event).collect();
    assert_eq!((events, walked.view), (vec![first], Some(1)));
    assert!(history.is_modified());
    assert_eq!(history.go_to(&mut timeline, 1).stopped, None);
    assert!(!history.is_modified(), "the same state is the saved one");
    assert_eq!(history.go_to(&mut timeline, 0).stopped, None);
    remove(&mut history, &mut timeline, 2);
    assert!(history.is_modified(), "made anew, it is another edit");
    assert_eq!(history.entries().len(), 1, "what was undone is forgotten");
}

#[test]
fn the_oldest_steps_go_when_memory_is_full_and_the_last_stays() {
    let (mut timeline, mut history) = (open(), History::with_limit(4000));
    let first = EventIx::from_index(0);
    let mut states = vec![written(&timeline)];
    for id in 0..40 {
        let text = text(id, usize::from(id));
        let changes = vec![Change::Replace { event: first, text }];
        history
            .edit(&mut timeline, edit(changes), ())
            .expect("made");
        states.push(written(&timeline));
    }
    let kept = history.entries().len();
    assert!((2..40).contains(&kept), "{kept}");
    assert_eq!(history.go_to(&mut timeline, 0).stopped, None);
    assert_eq!(written(&timeline), states[40 - kept]);
    assert!(
        history.is_modified(),
        "the first state is not reached any more"
    );
    let big: Arc<str> = format!(
        "{{\"title\": \"{}\", \"date\": \"1900\"}}",
        "x".repeat(9000)
    )
    .into();
    let changes = vec![Change::Replace {
        event: first,
        text: big,
    }];
    history
        .edit(&mut timeline, edit(changes), ())
        .expect("made");
    assert_eq!(history.entries().len(), 1);
    assert_eq!(history.go_to(&mut timeline, 0).stopped, None);
    assert_eq!(written(&timeline), states[40 - kept]);
}

#[test]
fn a_record_for_reading_only_is_not_changed() {
    let mut timeline = open();
    timeline.set_read_only(Some(crate::record::ReadOnlyReason::Errors));
    let refused = History::default().edit(
        &mut timeline,
        edit(vec![Change::Remove(EventIx::from_index(0))]),
        (),
    );
    assert_eq!(refused.err(), Some(EditError::ReadOnly));
    assert_eq!(written(&timeline), RECORD);
}

#[test]
fn a_single_step_is_called_by_its_edit_whichever_way_it_goes() {
    let (mut timeline, mut history) = (open(), History::default());
    for (at, title) in ["Lima summit", "Seoul summit"].into_iter().enumerate() {
        let change = Change::Remove(EventIx::from_index(at));
        let label = Label::one(What::Delete, title);
        let changes = vec![change];
        history
            .edit(&mut timeline, Edit { label, changes }, ())
            .expect("removed");
    }
    let words = |history: &History<()>, point| {
        let label = history.step_to(point)?;
        Some(label.words(crate::date::Language::En))
    };
    assert_eq!(
        words(&history, 1).as_deref(),
        Some("Undo a change of Seoul summit")
    );
    assert_eq!(words(&history, 0), None, "these are two");
    assert_eq!(words(&history, 2), None, "nobody goes");
    assert_eq!(history.go_to(&mut timeline, 1).stopped, None);
    assert_eq!(words(&history, 2).as_deref(), Some("Delete Seoul summit"));
    assert_eq!(
        words(&history, 0).as_deref(),
        Some("Undo a change of Lima summit")
    );
}
