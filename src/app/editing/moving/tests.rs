//! Events that are moved, from the command to the record's bytes.

use super::super::tests::Desk;
use super::*;
use crate::app::command::Editing as Asked;
use crate::date::{CivilDate, Language};
use crate::index::Grouping;
use crate::record::ReadOnlyReason;
use crate::scene::{SnapTo, Viewport};

const RECORD: &str = r#"{"format": "nenpyo/1", "actors": [
    {"id": "JPN", "name": "Japan"}, {"id": "CHN", "name": "China"}, {"id": "KOR", "name": "South Korea"}],
  "events": [
    {"id": "day", "title": "A day", "date": "1972-09-29",  "kind": "talks", "actors": ["JPN", "CHN"]},
    {"id": "year", "title": "A year", "date": "1972~", "kind": "summit", "actors": ["JPN", "KOR"]},
    {"id": "span", "title": "A span", "date": "1972-09-25/1972-09-30", "actors": ["JPN"]},
    {"id": "time", "title": "A time", "date": "1972-09-29T10:20:00Z", "actors": ["CHN"]},
    {"id": "set", "title": "A set", "date": "[1972,1974]", "actors": ["KOR"]}]}"#;

const DAY_S: f64 = 86_400.0;

/// The record in a window of ten years, with lanes by actor.
fn desk() -> Desk {
    let mut desk = Desk::over(RECORD);
    desk.state.update(Command::GroupBy(Grouping::Actor));
    desk.state.viewport = Viewport::new(0.0, 3_652.0 * DAY_S, 1_000.0);
    desk
}

impl Desk {
    fn lane(&self, actor: &str) -> u16 {
        let key = LaneKey::Actor(actor.to_owned());
        let keys = self.state.index.keys();
        keys.iter().position(|other| *other == key).expect("a lane") as u16
    }

    fn send(&mut self, what: Move) {
        self.state.update(Command::Move(what));
    }

    fn take(&mut self, id: &str, actor: &str, grip: Grip) {
        let event = self.timeline().find(id).expect("it is there");
        let lane = self.lane(actor);
        self.send(Move::Begin { event, lane, grip });
    }

    fn carry(&mut self, days: f64, over: Option<&str>) {
        let lane = over.map(|actor| self.lane(actor));
        self.send(Move::To {
            by_s: days * DAY_S,
            snapped: None,
            lane,
        });
    }

    /// Takes an event, carries it so many days and lets go.
    fn drag(&mut self, id: &str, grip: Grip, days: f64) -> String {
        let event = self.timeline().find(id).expect("it is there");
        let lane = self.state.index.lanes_of(self.timeline().head(event))[0];
        self.send(Move::Begin { event, lane, grip });
        self.carry(days, None);
        self.send(Move::Drop);
        self.date(id)
    }

    fn date(&self, id: &str) -> String {
        let event = self.timeline().find(id).expect("it is there");
        self.timeline()
            .event(event)
            .expect("whole")
            .date
            .to_string()
    }

    fn actors(&self, id: &str) -> Vec<String> {
        let event = self.timeline().find(id).expect("it is there");
        self.timeline().event(event).expect("whole").actors
    }

    fn edits(&self) -> usize {
        self.state.editing.history().point()
    }

    fn said(&self) -> String {
        let last = self.state.notices.all().last();
        last.map_or_else(String::new, |notice| notice.message.words(Language::En))
    }
}

#[test]
fn an_event_that_is_let_go_elsewhere_is_one_edit_of_its_date_and_undo_gives_the_same_bytes() {
    let mut desk = desk();
    let before = desk.bytes();
    desk.take("day", "JPN", Grip::Whole);
    for days in [1.0, 2.0, 3.9] {
        desk.carry(days, None);
        assert_eq!(desk.bytes(), before, "in the hand nothing changes");
    }
    desk.send(Move::Drop);
    assert_eq!(desk.edits(), 1);
    assert_eq!(desk.said(), "Moved to 3 October 1972");
    let offer = desk.state.notices.all().last().expect("said").offer.clone();
    assert_eq!(offer, Some(Command::Editing(Asked::Undo)));
    let made = desk.state.editing.history().to_undo().expect("an edit");
    assert_eq!(made.label.words(Language::En), "Change the date of A day");
    let after = String::from_utf8(desk.bytes()).expect("text");
    let expected = RECORD.replacen("1972-09-29\"", "1972-10-03\"", 1);
    assert_eq!(after, expected, "no other byte is touched");
    desk.state.update(Command::Editing(Asked::Undo));
    assert_eq!(desk.bytes(), before);
    assert_eq!(desk.state.moving, None);
}

#[test]
fn what_comes_back_to_its_place_and_what_is_put_back_is_no_edit() {
    let mut desk = desk();
    assert_eq!(desk.drag("day", Grip::Whole, 0.4), "1972-09-29");
    assert_eq!(desk.drag("year", Grip::Whole, 150.0), "1972~");
    desk.take("day", "JPN", Grip::Whole);
    desk.carry(30.0, Some("KOR"));
    desk.state.update(Command::Escape);
    assert_eq!((&desk.state.moving, desk.state.dialog), (&None, None));
    // The hand is still down: it holds nothing.
    desk.carry(31.0, Some("KOR"));
    desk.send(Move::Drop);
    assert_eq!(desk.edits(), 0);
    assert!(desk.state.notices.all().is_empty());
}

#[test]
fn an_escape_that_puts_an_event_back_leaves_the_selection() {
    let mut desk = desk();
    let event = desk.select("day");
    desk.take("day", "JPN", Grip::Whole);
    desk.state.update(Command::Escape);
    assert_eq!(desk.state.selected, Some(event));
    desk.state.update(Command::Escape);
    assert_eq!(desk.state.selected, None);
}

#[test]
fn each_date_moves_in_its_own_unit() {
    let mut desk = desk();
    assert_eq!(desk.drag("year", Grip::Whole, 600.0), "1974~");
    assert_eq!(desk.drag("span", Grip::Whole, 3.0), "1972-09-28/1972-10-03");
    assert_eq!(
        desk.drag("span", Grip::Start, -3.0),
        "1972-09-25/1972-10-03"
    );
    assert_eq!(desk.drag("span", Grip::End, -90.0), "1972-09-25/1972-09-25");
    assert_eq!(desk.drag("time", Grip::Whole, 1.2), "1972-09-30T10:20:00Z");
    assert_eq!(desk.edits(), 5);
}

#[test]
fn a_time_of_day_moves_where_one_can_aim_at_it() {
    let mut desk = desk();
    let start_s = CivilDate::new(1972, 9, 29)
        .expect("a day")
        .days_from_epoch() as f64
        * DAY_S;
    desk.state.viewport = Viewport::new(start_s, start_s + DAY_S, 1_000.0);
    let minutes = |minutes: f64| minutes / 24.0 / 60.0;
    let time = desk.drag("time", Grip::Whole, minutes(47.0));
    assert_eq!(time, "1972-09-29T11:05:00Z");
    let time = desk.drag("time", Grip::Whole, minutes(2.0));
    assert_eq!(time, "1972-09-29T11:05:00Z", "less than a step");
    // A day there still moves by days.
    assert_eq!(desk.drag("day", Grip::Whole, 0.3), "1972-09-29");
    assert_eq!(desk.drag("day", Grip::Whole, 0.7), "1972-09-30");
}

#[test]
fn what_it_was_drawn_to_is_where_it_goes() {
    let mut desk = desk();
    desk.take("day", "JPN", Grip::Whole);
    let at = CivilDate::new(1972, 10, 1).expect("a day").at_midnight();
    let to = SnapTo::Tick;
    desk.send(Move::To {
        by_s: 4.0 * DAY_S,
        snapped: Some(Snapped { at, to }),
        lane: None,
    });
    desk.send(Move::Drop);
    assert_eq!(desk.date("day"), "1972-10-01");
}

#[test]
fn what_cannot_be_moved_says_why_and_is_not_taken() {
    let mut desk = desk();
    desk.take("set", "KOR", Grip::Whole);
    assert_eq!(desk.state.moving, None);
    assert!(desk.said().contains("several dates"), "{}", desk.said());
    let read_only = Some(ReadOnlyReason::EarlierVersion);
    Arc::make_mut(&mut desk.state.document.timeline).set_read_only(read_only);
    desk.take("day", "JPN", Grip::Whole);
    assert_eq!(desk.state.moving, None);
    assert!(desk.said().contains("reading only"), "{}", desk.said());
    desk.select("day");
    for what in [
        Move::Lane(1),
        Move::Step {
            grip: Grip::Whole,
            steps: 1,
        },
    ] {
        desk.send(what);
    }
    assert_eq!((desk.date("day").as_str(), desk.edits()), ("1972-09-29", 0));
    assert_eq!(desk.state.dialog, None);
}

#[test]
fn another_lane_asks_first_and_is_one_edit_with_the_date() {
    let mut desk = desk();
    let before = desk.bytes();
    desk.take("day", "CHN", Grip::Whole);
    desk.carry(4.0, Some("KOR"));
    desk.send(Move::Drop);
    assert_eq!(desk.state.dialog, Some(Dialog::MoveLane));
    assert_eq!(desk.bytes(), before, "nothing before the answer");
    // The hand is empty: what moves now moves nothing.
    desk.carry(40.0, None);
    desk.send(Move::Drop);
    desk.send(Move::Answer { change: true });
    assert_eq!((desk.state.dialog, desk.edits()), (None, 1));
    assert_eq!(desk.actors("day"), ["JPN", "KOR"]);
    assert_eq!(desk.date("day"), "1972-10-03");
    let made = desk.state.editing.history().to_undo().expect("an edit");
    assert_eq!(made.label.words(Language::En), "Change the actors of A day");
    desk.state.update(Command::Editing(Asked::Undo));
    assert_eq!(desk.bytes(), before);
}

#[test]
fn the_answers_but_change_keep_the_actors() {
    let mut desk = desk();
    let drop = |desk: &mut Desk| {
        desk.take("day", "CHN", Grip::Whole);
        desk.carry(4.0, Some("KOR"));
        desk.send(Move::Drop);
    };
    drop(&mut desk);
    desk.send(Move::Answer { change: false });
    assert_eq!(desk.date("day"), "1972-10-03");
    drop(&mut desk);
    desk.send(Move::Cancel);
    drop(&mut desk);
    desk.state.update(Command::Escape);
    assert_eq!((desk.date("day").as_str(), desk.edits()), ("1972-10-03", 1));
    assert_eq!(desk.actors("day"), ["JPN", "CHN"]);
    assert_eq!((&desk.state.moving, desk.state.dialog), (&None, None));
}

#[test]
fn a_lane_that_says_nothing_of_the_event_does_not_ask() {
    let mut desk = desk();
    // It stands there already.
    desk.take("day", "CHN", Grip::Whole);
    desk.carry(4.0, Some("JPN"));
    desk.send(Move::Drop);
    assert_eq!(desk.state.dialog, None);
    assert_eq!(desk.date("day"), "1972-10-03");
    // An end has no lane of its own.
    desk.take("span", "JPN", Grip::End);
    desk.carry(4.0, Some("KOR"));
    desk.send(Move::Drop);
    assert_eq!(desk.state.dialog, None);
    assert_eq!(desk.date("span"), "1972-09-25/1972-10-04");
}

#[test]
fn kinds_are_changed_after_asking_too() {
    let mut desk = desk();
    desk.state.update(Command::GroupBy(Grouping::Kind));
    let event = desk.select("day");
    let lane = desk.state.index.lanes_of(desk.timeline().head(event))[0];
    desk.state.selected_lane = Some(lane);
    let kinds = desk.state.index.keys().to_vec();
    let by = if usize::from(lane) + 1 < kinds.len() {
        1
    } else {
        -1
    };
    desk.send(Move::Lane(by));
    assert_eq!(desk.state.dialog, Some(Dialog::MoveLane));
    desk.send(Move::Answer { change: true });
    assert_eq!(desk.edits(), 1);
    assert_eq!(desk.said(), "Changed: A day");
    let kind = desk.timeline().head(event).kind_name;
    assert_ne!(desk.timeline().kind_name(kind), "talks");
}

#[test]
fn steps_by_keys_move_by_the_dates_own_unit_and_each_is_an_edit() {
    let mut desk = desk();
    let step = |desk: &mut Desk, id: &str, grip, steps| {
        desk.select(id);
        desk.send(Move::Step { grip, steps });
        desk.date(id)
    };
    assert_eq!(step(&mut desk, "day", Grip::Whole, 1), "1972-09-30");
    assert_eq!(step(&mut desk, "day", Grip::Whole, 1), "1972-10-01");
    assert_eq!(step(&mut desk, "year", Grip::Whole, -1), "1971~");
    assert_eq!(
        step(&mut desk, "span", Grip::End, -1),
        "1972-09-25/1972-09-29"
    );
    assert_eq!(
        step(&mut desk, "time", Grip::Whole, -1),
        "1972-09-28T10:20:00Z"
    );
    assert_eq!(desk.edits(), 5);
    assert_eq!(step(&mut desk, "day", Grip::End, 1), "1972-10-01");
    assert!(desk.said().contains("has one date"), "{}", desk.said());
    for _ in 0..6 {
        step(&mut desk, "span", Grip::Start, 1);
    }
    assert_eq!(desk.date("span"), "1972-09-29/1972-09-29");
    assert_eq!(desk.said(), "It begins and ends on one date already");
    desk.state.update(Command::ClearSelection);
    desk.send(Move::Step {
        grip: Grip::Whole,
        steps: 1,
    });
    assert!(desk.said().starts_with("Select an event first"));
}

#[test]
fn an_edit_or_a_dialog_takes_the_event_out_of_the_hand() {
    let mut desk = desk();
    desk.select("year");
    desk.take("day", "JPN", Grip::Whole);
    desk.carry(4.0, None);
    desk.state.update(Command::Editing(Asked::Delete));
    assert_eq!(desk.state.moving, None);
    desk.take("day", "CHN", Grip::Whole);
    desk.carry(4.0, Some("KOR"));
    desk.send(Move::Drop);
    desk.state.update(Command::Palette);
    assert_eq!(
        (&desk.state.moving, desk.state.dialog),
        (&None, Some(Dialog::Palette))
    );
    desk.state.update(Command::Escape);
    assert_eq!(desk.state.dialog, None);
}
