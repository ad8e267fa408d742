//! Bringing an index up to date after an edit, without building it anew.

use std::sync::atomic::Ordering;

use super::lane::reach;
use super::{Index, REVISION, reach_known, span};
use crate::record::{EventHead, EventIx, Flags, Timeline};

/// An event that an edit touched, and its head before; none when it was not there.
pub type Touched = (EventIx, Option<EventHead>);

/// Whether the lanes of an index still serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Patched {
    /// Each event stands where it belongs. Which sets have lanes of their own, and their order,
    /// is as when the lanes were found: a lane does not come or go under the hand that edits.
    Whole,
    /// The edit asks for a lane that the index has not, or leaves one empty: the columns are
    /// right as far as they go, and the index is to be built anew.
    LanesDiffer,
}

/// What the last patch of an index touched: all else stands where it stood.
#[derive(Clone, Debug)]
pub struct LastPatch {
    /// The index' revision before it.
    after: u64,
    /// The events.
    pub events: Vec<EventIx>,
    /// By lane, whether one of them stands or stood in it.
    pub lanes: Vec<bool>,
    /// Whether the record's first or last second is another.
    pub moves_ends: bool,
}

impl Index {
    /// What differs from the index of that revision, where this is the same with one patch more.
    pub fn patched_since(&self, revision: u64) -> Option<&LastPatch> {
        self.last_patch
            .as_ref()
            .filter(|patch| patch.after == revision)
    }

    /// Takes over an edit of a record whose index this is, made without a filter.
    ///
    /// The work is a few passes over the lanes that the events stand in, and one over all heads
    /// when the record's first or last event goes.
    pub fn patch(&mut self, timeline: &Timeline, touched: &[Touched]) -> Patched {
        let (after, ends_before) = (self.revision, self.span_s);
        self.revision = REVISION.fetch_add(1, Ordering::Relaxed);
        let mut whole = true;
        let mut ends_touched = self.span_s.is_none();
        let mut lanes_touched = vec![false; self.lanes.len()];
        for &(event, before) in touched {
            let was = before.filter(is_there);
            if let Some(head) = was {
                self.events -= 1;
                ends_touched |= self.span_s.is_some_and(|(first, last)| {
                    reach_known(&head).is_some_and(|(start, end)| start == first || end == last)
                });
                for &lane in self.assignment.lanes_of(&head) {
                    if let Some(columns) = self.lanes.get_mut(usize::from(lane)) {
                        columns.take_out(event, reach(&head).0);
                        lanes_touched[usize::from(lane)] = true;
                    }
                }
            }
            let now = timeline.heads().get(event.index()).copied();
            let Some(head) = now.filter(is_there) else {
                continue;
            };
            self.events += 1;
            if let (Some((first, last)), Some((start, end))) =
                (&mut self.span_s, reach_known(&head))
            {
                (*first, *last) = ((*first).min(start), (*last).max(end));
            }
            whole &= self.assignment.knows(timeline, &head);
            for &lane in self.assignment.lanes_of(&head) {
                if let Some(columns) = self.lanes.get_mut(usize::from(lane)) {
                    columns.put_in(event, &head);
                    lanes_touched[usize::from(lane)] = true;
                }
            }
        }
        for (columns, touched) in self.lanes.iter_mut().zip(&lanes_touched) {
            if *touched {
                columns.finish();
                whole &= !columns.is_empty();
            }
        }
        if ends_touched {
            self.span_s = span(timeline.heads(), None);
        }
        self.last_patch = Some(LastPatch {
            after,
            events: touched.iter().map(|(event, _)| *event).collect(),
            lanes: lanes_touched,
            moves_ends: self.span_s != ends_before,
        });
        if whole {
            Patched::Whole
        } else {
            Patched::LanesDiffer
        }
    }
}

fn is_there(head: &EventHead) -> bool {
    !head.flags.has(Flags::REMOVED)
}
