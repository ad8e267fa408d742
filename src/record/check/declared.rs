//! What a record has outside its events, as events may name it.

use std::collections::HashSet;

use super::super::header::{Actor, Band, Header, Story};
use super::super::nearest::nearest;
use super::super::pool::Pool;
use super::super::shown::Shown;
use super::super::source::Source;

/// What the record has outside its events, and what events may name.
#[derive(Debug, Default)]
pub(crate) struct Declared {
    pub header: Header,
    pub actors: Pool<str>,
    pub actor_list: Vec<Actor>,
    pub sources: Pool<str>,
    pub source_list: Vec<Source>,
    pub bands: Vec<Band>,
    pub stories: Vec<Story>,
    pub story_ids: HashSet<String>,
    /// The events that steps of stories name: looked up when all events are read.
    pub steps: Vec<StepTarget>,
}

/// Whom and what events may name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'d> {
    pub actors: &'d Pool<str>,
    /// By the same positions.
    pub actor_list: &'d [Actor],
    pub sources: &'d Pool<str>,
}

impl Declared {
    /// Whom and what events may name.
    pub(crate) fn known(&self) -> Known<'_> {
        Known {
            actors: &self.actors,
            actor_list: &self.actor_list,
            sources: &self.sources,
        }
    }
}

impl Known<'_> {
    /// The position of an actor, and whether the record declares it.
    pub(super) fn actor(&self, id: &str) -> Option<(u32, bool)> {
        let place = self.actors.find(id)?;
        Some((
            place,
            self.actor_list
                .get(place as usize)
                .is_some_and(|actor| actor.declared),
        ))
    }

    /// The sentence about an actor that the record does not declare.
    pub(super) fn unknown_actor(&self, id: &str) -> String {
        let declared = self.actor_list.iter().filter(|actor| actor.declared);
        let near = nearest(id, declared.map(|actor| &actor.id));
        let near = super::parts::did_you_mean(near);
        format!(
            "there is no actor with the id \"{}\" in `actors`, so it is shown by that name{near}",
            Shown(id)
        )
    }
}

/// The event that a story's step names, and where.
#[derive(Debug)]
pub(crate) struct StepTarget {
    pub offset: u64,
    pub len: usize,
    pub event: String,
}
