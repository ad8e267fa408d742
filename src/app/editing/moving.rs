//! An event in the hand: taken hold of, moved through time and to other lanes, and let go. Until
//! then the record does not change; then it does by one edit, which the keyboard's steps are too.

mod lane;

use std::sync::Arc;

pub use lane::LaneChange;

use crate::app::command::{Command, Editing as Asked};
use crate::app::message::Message;
use crate::app::state::{Dialog, Effect, State};
use crate::date::{CivilDateTime, Clock, Edtf, Grip, Instant, Shape, Zone};
use crate::document::{Change, Edit, EditError, Label, What};
use crate::format::native::edit::{At, set};
use crate::index::LaneKey;
use crate::record::EventIx;
use crate::scene::{Carried, LanePlan, Metrics, Snapped};

/// From how many seconds a point on a time of day moves: an hour is then eight points wide, and one
/// can aim within it.
const CLOCK_MOVES_S: f64 = 450.0;
/// Times of day move by the least of these that is a point wide, in seconds.
const TIME_STEPS_S: [i64; 6] = [1, 10, 60, 300, 600, 900];

/// What a hand or a key does to an event's date and lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Move {
    /// Take hold of an event.
    Begin {
        /// The event.
        event: EventIx,
        /// The lane it stands in there, by position in the index.
        lane: u16,
        /// All of it or one end.
        grip: Grip,
    },
    /// The hand is there now.
    To {
        /// How far from where it began, in seconds.
        by_s: f64,
        /// What it was drawn to there.
        snapped: Option<Snapped>,
        /// The lane under it, by position in the index.
        lane: Option<u16>,
    },
    /// Let go.
    Drop,
    /// As if it had never been taken.
    Cancel,
    /// The answer to whether the lane that it was let go over changes the event.
    Answer {
        /// Whether it does; else only the date is moved.
        change: bool,
    },
    /// Move the selected event by so many steps of its date's own unit.
    Step {
        /// All of it or one end.
        grip: Grip,
        /// Below 0 earlier.
        steps: i64,
    },
    /// Move the selected event to the lane above (below 0) or below.
    Lane(i8),
}

/// An event in the hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Moving {
    /// The event.
    pub event: EventIx,
    /// What of its date moves.
    pub grip: Grip,
    /// The lane it was taken in, by position in the index.
    pub lane: u16,
    /// The lane under the hand.
    pub over: Option<u16>,
    /// Its date in the record.
    pub from: Edtf,
    /// The zone of its date.
    pub zone: Zone,
    /// What its date is to be.
    pub to: Edtf,
    /// What it was drawn to.
    pub snapped: Option<Snapped>,
    /// It was let go, and this waits for an answer.
    pub asked: Option<LaneChange>,
}

impl Moving {
    /// What is moved, for what draws it.
    pub fn carried(&self, clock: Clock) -> Carried<'_> {
        Carried {
            event: self.event,
            date: &self.from,
            zone: self.zone,
            grip: self.grip,
            clock,
        }
    }

    /// When what is held of a date, the one in the record or the one that it is to be, begins.
    pub fn begins(&self, date: &Edtf, clock: Clock) -> Option<Instant> {
        let hold = date.hold(self.grip, clock).ok()?;
        Some(date.instant_of(hold.start, self.zone))
    }

    /// Whether its date is to be another than it is.
    pub fn is_elsewhere(&self) -> bool {
        self.to != self.from
    }
}

impl State {
    /// Carries out one command.
    pub(in crate::app) fn update_moving(&mut self, what: Move) {
        match what {
            Move::Begin { event, lane, grip } => self.take_hold(event, lane, grip),
            Move::To {
                by_s,
                snapped,
                lane,
            } => self.carry(by_s, snapped, lane),
            Move::Drop => self.let_it_go(),
            Move::Cancel => {
                self.cancel_move();
            }
            Move::Answer { change } => self.answer_move(change),
            Move::Step { grip, steps } => self.step_selected(grip, steps),
            Move::Lane(by) => self.move_to_next_lane(by),
        }
    }

    /// Whether a time of day moves in this window of time, or the day under it.
    pub fn clock(&self) -> Clock {
        if self.viewport.seconds_per_point <= CLOCK_MOVES_S {
            Clock::Moves
        } else {
            Clock::Kept
        }
    }

    /// By how many seconds times of day move.
    fn time_step_s(&self) -> i64 {
        let point_s = self.viewport.seconds_per_point;
        let wide = |step: &i64| *step as f64 >= point_s;
        TIME_STEPS_S.into_iter().find(wide).unwrap_or(900)
    }

    /// Puts an event that is in the hand back; says whether one was.
    pub(in crate::app) fn cancel_move(&mut self) -> bool {
        let was = self.moving.take().is_some();
        if self.dialog == Some(Dialog::MoveLane) {
            self.dialog = None;
            self.effects.push(Effect::FocusCanvas);
        }
        was
    }

    fn take_hold(&mut self, event: EventIx, lane: u16, grip: Grip) {
        self.moving = None;
        if self.left.is_some() {
            self.dialog = Some(Dialog::Left);
        } else if self.document.timeline.read_only_reason().is_some() {
            self.tell_not_edited(&EditError::ReadOnly);
        } else {
            self.moving = self.held(event, lane, grip);
        }
    }

    /// An event taken hold of; says why where its date cannot be moved so.
    fn held(&mut self, event: EventIx, lane: u16, grip: Grip) -> Option<Moving> {
        let whole = self.document.timeline.event(event)?;
        let held = whole.date.hold(grip, self.clock());
        if let Err(why) = held {
            self.notices.done(Message::NotMoved(why));
            return None;
        }
        Some(Moving {
            event,
            grip,
            lane,
            over: None,
            zone: whole.zone(),
            to: whole.date.clone(),
            from: whole.date,
            snapped: None,
            asked: None,
        })
    }

    fn carry(&mut self, by_s: f64, snapped: Option<Snapped>, lane: Option<u16>) {
        let (clock, step_s) = (self.clock(), self.time_step_s());
        let Some(moving) = self.moving.as_mut().filter(|moving| moving.asked.is_none()) else {
            return;
        };
        moving.over = lane;
        let there = snapped.map(|snapped| snapped.at);
        let there = there.or_else(|| under_the_hand(moving, clock, step_s, by_s));
        let moved = there.map(|there| moving.from.moved_to(moving.grip, clock, there));
        // Where no such date is, it stays at the last that there was.
        if let Some(Ok(to)) = moved {
            (moving.to, moving.snapped) = (to, snapped);
        }
    }

    fn let_it_go(&mut self) {
        let Some(moving) = self.moving.take_if(|moving| moving.asked.is_none()) else {
            return;
        };
        self.ask_or_move(moving);
    }

    /// Asks where the lane says something of the event, else moves its date.
    fn ask_or_move(&mut self, mut moving: Moving) {
        let key = |lane: u16| self.index.keys().get(usize::from(lane));
        let change = (moving.over.filter(|over| *over != moving.lane))
            .filter(|_| moving.grip == Grip::Whole)
            .and_then(|over| {
                let timeline = &self.document.timeline;
                LaneChange::between(timeline, moving.event, key(moving.lane)?, key(over)?)
            });
        if change.is_some() {
            moving.asked = change;
            self.moving = Some(moving);
            self.dialog = Some(Dialog::MoveLane);
        } else {
            self.make_move(&moving, None);
        }
    }

    fn answer_move(&mut self, change: bool) {
        let moving = self.moving.take();
        self.cancel_move();
        let Some(mut moving) = moving else { return };
        let asked = moving.asked.take().filter(|_| change);
        self.make_move(&moving, asked.as_ref());
    }

    /// The one edit that a move is; says whether it was made.
    fn make_move(&mut self, moving: &Moving, change: Option<&LaneChange>) -> bool {
        if !moving.is_elsewhere() && change.is_none() {
            return false;
        }
        let event = moving.event;
        let mut text = self.document.timeline.event_json(event).to_owned();
        if moving.is_elsewhere() {
            let value = serde_json::Value::from(moving.to.to_string()).to_string();
            match set(&text, &[At::Field("date")], &value) {
                Ok(moved) => text = moved,
                // What was read can be read again.
                Err(_) => return false,
            }
        }
        if let Some(change) = change {
            match change.applied(&text) {
                Ok(changed) => text = changed,
                Err(_) => return false,
            }
        }
        let what = change.map_or(What::ChangeDate, LaneChange::what);
        let title = self.short_title(event);
        let edit = Edit {
            label: Label::one(what, &title),
            changes: vec![Change::Replace {
                event,
                text: Arc::from(text),
            }],
        };
        if self.edit(edit).is_none() {
            return false;
        }
        let message = if moving.is_elsewhere() {
            Message::Moved(Box::new(moving.to.clone()))
        } else {
            Message::Changed(title)
        };
        let undo = Command::Editing(Asked::Undo);
        self.notices.done_but(message, undo);
        // What was moved is what the panel tells of; the hand took the keyboard from it.
        if !self.selection().contains(&event) {
            self.select(Some(event));
        }
        if self.selected == Some(event) {
            self.focus_event = Some(event);
        }
        true
    }

    fn step_selected(&mut self, grip: Grip, steps: i64) {
        let Some(event) = self.selected_for_edit() else {
            return;
        };
        let lane = self.selected_lane.unwrap_or_default();
        let Some(mut moving) = self.held(event, lane, grip) else {
            return;
        };
        let clock = self.clock();
        let by_time = clock == Clock::Moves && matches!(moving.from.shape(), Shape::DateTime(_));
        let unit = if by_time { self.time_step_s() } else { 1 };
        match moving.from.stepped(grip, clock, steps.saturating_mul(unit)) {
            Ok(to) if to == moving.from => self.notices.done(Message::EndsMeet),
            Ok(to) => {
                moving.to = to;
                if self.make_move(&moving, None) {
                    self.keep_in_view(event);
                }
            }
            Err(why) => self.notices.done(Message::NotMoved(why)),
        }
    }

    fn move_to_next_lane(&mut self, by: i8) {
        let Some(event) = self.selected_for_edit() else {
            return;
        };
        if self.document.timeline.read_only_reason().is_some() {
            self.tell_not_edited(&EditError::ReadOnly);
            return;
        }
        let head = *self.document.timeline.head(event);
        let of = self.index.lanes_of(&head);
        let lane = self.selected_lane.filter(|lane| of.contains(lane));
        let Some(lane) = lane.or_else(|| of.first().copied()) else {
            return;
        };
        let Some(whole) = self.document.timeline.event(event) else {
            return;
        };
        let moving = |over| Moving {
            event,
            grip: Grip::Whole,
            lane,
            over: Some(over),
            zone: whole.zone(),
            from: whole.date.clone(),
            to: whole.date.clone(),
            snapped: None,
            asked: None,
        };
        // The next lane that says something else of it.
        let lanes = self.lanes_from(lane, by);
        let timeline = &self.document.timeline;
        let key = |lane: u16| self.index.keys().get(usize::from(lane));
        let over = lanes.into_iter().find(|over| {
            let keys: Option<(&LaneKey, &LaneKey)> = key(lane).zip(key(*over));
            keys.is_some_and(|(from, to)| LaneChange::between(timeline, event, from, to).is_some())
        });
        match over {
            Some(over) => self.ask_or_move(moving(over)),
            None => self.notices.done(Message::NoLaneThere),
        }
    }

    /// The lanes above (below 0) or below one, as they are shown, the nearest first.
    fn lanes_from(&self, lane: u16, by: i8) -> Vec<u16> {
        let settings = self.settings.lane_settings();
        let plan = LanePlan::new(&self.index, &settings, &Metrics::default(), 0.0);
        let lanes: Vec<u16> = plan.lanes.iter().map(|lane| lane.index_lane).collect();
        let at = lanes.iter().position(|other| *other == lane);
        match at {
            Some(at) if by < 0 => lanes[..at].iter().rev().copied().collect(),
            Some(at) => lanes[at + 1..].to_vec(),
            None => Vec::new(),
        }
    }

    /// The keyboard stays with what it moved, and the window goes along.
    fn keep_in_view(&mut self, event: EventIx) {
        let lane = self.selected_lane;
        self.reveal(event);
        self.selected_lane = lane;
    }
}

/// What the event's clock reads where the hand holds it.
fn under_the_hand(moving: &Moving, clock: Clock, step_s: i64, by_s: f64) -> Option<CivilDateTime> {
    let hold = moving.from.hold(moving.grip, clock).ok()?;
    let by_time = clock == Clock::Moves && matches!(moving.from.shape(), Shape::DateTime(_));
    if by_time && by_s.abs() < step_s as f64 {
        return Some(hold.start);
    }
    let from = moving.from.instant_of(hold.middle(), moving.zone);
    let at = Instant(from.0.saturating_add(by_s as i64));
    let reads = moving.from.clock_at(at, moving.zone);
    if !by_time {
        return Some(reads);
    }
    let seconds = reads.clock_seconds();
    let steps = seconds.saturating_add(step_s / 2).div_euclid(step_s);
    Some(CivilDateTime::from_clock_seconds(steps * step_s))
}

#[cfg(test)]
mod tests;
