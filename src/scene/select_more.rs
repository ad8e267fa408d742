//! Events that are selected beside the main one: their marks and pills are drawn as its are, and
//! nothing makes way for them.

use std::collections::{BTreeSet, HashSet};

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
        let shown: HashSet<EventIx> = self.marks.iter().map(|mark| mark.event).collect();
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
                if shown.contains(&event) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Grouping;
    use crate::scene::fixture::{EVENT, Made, Stage, day, record, window};

    #[test]
    fn marks_and_pills_with_selected_events_are_drawn_so_and_nothing_moves() {
        let crowd = Made {
            date: "1980-01-01",
            importance: 1,
            ..EVENT
        };
        let mut events = vec![EVENT; 1];
        events.extend(std::iter::repeat_n(crowd, 400));
        let mut stage = Stage::new(record(&events), Grouping::None);
        let view = window(day(1970, 1, 1), day(1990, 1, 1));
        let before = stage.scene(view);
        let shown = |event| before.marks.iter().any(|mark| mark.event == event);
        let all = || (1..events.len()).map(EventIx::from_index);
        let hidden = all()
            .find(|event| !shown(*event))
            .expect("one is in a pill");
        let mut scene = before.clone();
        let more = BTreeSet::from([stage.event("e0"), hidden]);
        scene.select_more(&more, &stage.index, stage.timeline.heads());
        let marks = scene.marks.iter().filter(|mark| mark.selected);
        let marks: Vec<EventIx> = marks.map(|mark| mark.event).collect();
        assert_eq!(marks, [stage.event("e0")]);
        assert!(scene.clusters.iter().any(|pill| pill.selected));
        for (new, old) in scene.marks.iter().zip(&before.marks) {
            assert_eq!((new.event, new.centre), (old.event, old.centre));
        }
    }
}
