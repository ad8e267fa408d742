//! Edits whose file is nowhere any more, to be merged by what the journal itself says of it.
//!
//! The journal has the text of each event before and after its changes. So the base can be made up:
//! it is their record, with the events that we changed as they were when we began. Of a changed field
//! of the record the journal has only the new value; its base is then taken to be nothing, so that
//! whatever differs is the reader's to decide.

use std::collections::HashMap;

use super::super::journal::{Failed, Recovered, replay_on};
use super::super::named::{Name, Named};
use super::pairs::counterpart;
use crate::record::Timeline;

/// The two sides of a merge that their record is the third of.
pub(in crate::document) struct StandIn {
    /// What our edits were made on, as far as they tell.
    pub base: Timeline,
    /// The same with our edits.
    pub ours: Timeline,
    /// Edits that could not be made again.
    pub failed: Vec<Failed>,
}

/// Makes up the base of a journal's edits from their record.
pub(in crate::document) fn stand_in(theirs: &Timeline, recovered: &Recovered) -> StandIn {
    let mut base = Base {
        timeline: theirs.clone(),
        made: HashMap::new(),
    };
    base.timeline.set_read_only(None);
    for change in recovered.edits().flat_map(|edit| &edit.changes) {
        base.take(change);
    }
    let replayed = replay_on(base.timeline.clone(), recovered.edits());
    StandIn {
        base: base.timeline,
        ours: replayed.timeline,
        failed: replayed.failed,
    }
}

struct Base<'r> {
    timeline: Timeline,
    /// Texts of events that the journal's own changes made, and how many have each.
    made: HashMap<&'r str, usize>,
}

impl<'r> Base<'r> {
    fn take(&mut self, change: &'r Named) {
        match change {
            Named::Replace { event, text } => {
                self.was(event);
                self.make(text);
            }
            Named::Add { text, .. } => self.make(text),
            Named::Remove { event } => self.was(event),
            Named::Restore { event, .. } => {
                if let Some(text) = &event.text {
                    self.make(text);
                }
            }
            Named::SetField { name, .. } => {
                if self.timeline.field(name).is_some() {
                    // `null` is JSON, and `events` is no field that can be set.
                    let _ = self.timeline.set_field(name, "null");
                }
            }
            Named::TakeBackField { .. } => {}
        }
    }

    fn make(&mut self, text: &'r str) {
        *self.made.entry(text).or_default() += 1;
    }

    /// An event was so before a change: if no change made it so, it was so in the base.
    fn was(&mut self, event: &'r Name) {
        let Some(text) = event.text.as_deref() else {
            return;
        };
        if let Some(count) = self.made.get_mut(text).filter(|count| **count > 0) {
            *count -= 1;
            return;
        }
        // What cannot be put there is missed when the edits are made again, and told then.
        let timeline = &mut self.timeline;
        let _ = match counterpart(timeline, event.id.as_deref(), text) {
            Some(known) if timeline.event_json(known) == text => Ok(()),
            Some(known) => timeline.replace_event(known, text).map(|_| ()),
            None => timeline.add_event(text, None).map(|_| ()),
        };
    }
}
