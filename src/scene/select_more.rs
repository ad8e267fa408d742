//! Events that are selected beside the main one: their marks and pills are drawn as its are, and
//! nothing makes way for them.

use std::collections::BTreeSet;

use super::types::Scene;
use crate::index::{Index, reach};
use crate::record::{EventHead, EventIx};

impl Scene {
    /// Marks these events as selected, too.
    pub fn select_more(&mut self, events: &BTreeSet<EventIx>, index: &Index, heads: &[EventHead]) {
        if events.is_empty() {
            return;
        }
        for mark in &mut self.marks {
            mark.selected |= events.contains(&mark.event);
        }
        for &event in events {
            let Some(head) = heads.get(event.index()) else {
                continue;
            };
            let start = reach(head).0;
            for &lane in index.lanes_of(head) {
                let columns = index.lanes().get(usize::from(lane));
                let Some(at) = columns.and_then(|columns| columns.position(event, start)) else {
                    continue;
                };
                let at = at as u32;
                let shows = |event| self.marks.iter().any(|mark| mark.event == event);
                if shows(event) {
                    continue;
                }
                for pill in &mut self.clusters {
                    let of = self.lanes.get(usize::from(pill.lane));
                    let is_here = of.is_some_and(|of| of.index_lane == lane);
                    pill.selected |= is_here && (pill.low..pill.high).contains(&at);
                }
            }
        }
    }
}
