//! Events moved on the canvas by the pointer, and the same by keys.

use nenpyo::record::ReadOnlyReason;
use nenpyo::scene::{Mark, Scene};

use super::*;

/// Points from the window's top to the canvas, under the top bar.
const TOP: f32 = 48.0;

const RECORD: &str = r#"{"format": "nenpyo/1", "title": "Drags", "actors": [
    {"id": "JPN", "name": {"en": "Japan"}}, {"id": "CHN", "name": {"en": "China"}},
    {"id": "KOR", "name": {"en": "South Korea"}}], "events": [
    {"id": "communique", "title": "Communique", "date": "1972-09-29", "actors": ["JPN", "CHN"]},
    {"id": "nixon", "title": "Nixon visits China", "date": "1972-02-21/1972-02-28", "actors": ["CHN"]},
    {"id": "talks", "title": "Talks", "date": "1972-05-10/1972-07-20", "actors": ["JPN"]},
    {"id": "treaty", "title": "Treaty", "date": "1972-11-08", "actors": ["KOR"]}]}"#;

struct Hand {
    harness: Harness<'static, NenpyoApp>,
    _folder: tempfile::TempDir,
}

/// A record of the year 1972, with lanes by actor, all of the year in view.
fn over(record: &str) -> Hand {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("drags.json");
    std::fs::write(&path, record).expect("written");
    let mut harness = usual();
    harness.run();
    open(&mut harness, &path);
    harness
        .state_mut()
        .command(Command::GroupBy(Grouping::Actor));
    // 1972, of which each day is about four points.
    let (start_s, end_s) = (63_072_000.0, 94_694_400.0);
    harness
        .state_mut()
        .command(Command::Hand(Gesture::Show { start_s, end_s }));
    harness.run();
    Hand {
        harness,
        _folder: folder,
    }
}

impl Hand {
    fn scene(&self) -> &Scene {
        self.harness.state().canvas().scene().expect("a picture")
    }

    /// The first mark of an event.
    fn mark(&self, id: &str) -> Mark {
        let event = self.harness.state().state().document.timeline.find(id);
        let event = event.expect("the event is there");
        let mut marks = self.scene().marks.iter();
        let mark = marks.find(|mark| mark.event == event);
        mark.expect("it has a mark").clone()
    }

    fn at(&self, id: &str) -> egui::Pos2 {
        let centre = self.mark(id).centre;
        egui::pos2(centre.x, centre.y + TOP)
    }

    fn points_a_day(&self) -> f32 {
        (86_400.0 / self.scene().viewport.seconds_per_point) as f32
    }

    /// Presses at a place and moves on to another, in steps as a hand does.
    fn press_and_move(&mut self, from: egui::Pos2, to: egui::Pos2) {
        self.harness.hover_at(from);
        self.harness.step();
        self.harness.drag_at(from);
        self.harness.step();
        for share in [0.3, 0.7, 1.0, 1.0] {
            self.harness.hover_at(from + (to - from) * share);
            self.harness.step();
        }
    }

    fn drop_at(&mut self, to: egui::Pos2) {
        self.harness.drop_at(to);
        self.harness.run();
    }

    fn drag(&mut self, from: egui::Pos2, to: egui::Pos2) {
        self.press_and_move(from, to);
        self.drop_at(to);
    }

    fn date(&self, id: &str) -> String {
        let timeline = &self.harness.state().state().document.timeline;
        let event = timeline.find(id).expect("the event is there");
        timeline.event(event).expect("whole").date.to_string()
    }

    fn edits(&self) -> usize {
        self.harness.state().state().editing.history().point()
    }

    fn is_shown(&self, text: &str) -> bool {
        is_shown(&self.harness, text)
    }
}

#[test]
fn a_mark_that_is_dragged_moves_its_event_and_not_the_paper() {
    let mut hand = over(RECORD);
    let before = hand.harness.state().state().viewport;
    let from = hand.at("communique");
    // To 13 October: there is nothing near that would draw it.
    let to = from + vec2(14.0 * hand.points_a_day(), 0.0);
    hand.press_and_move(from, to);
    assert!(hand.is_shown("13 October 1972"), "the card says the date");
    assert_eq!(hand.date("communique"), "1972-09-29", "until it is let go");
    hand.drop_at(to);
    assert_eq!(hand.date("communique"), "1972-10-13");
    assert_eq!(hand.edits(), 1);
    assert!(hand.is_shown("Moved to 13 October 1972"));
    let state = hand.harness.state().state();
    assert_eq!(state.viewport, before, "the paper stays where it was");
    let moved = state.document.timeline.find("communique");
    assert_eq!(state.selected, moved, "the panel tells of what was moved");
    // The record's own text is as it was but for that date.
    let text = String::from_utf8(state.document.timeline.to_bytes()).expect("text");
    assert_eq!(text, RECORD.replace("1972-09-29", "1972-10-13"));
    hand.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    hand.harness.run();
    assert_eq!(hand.date("communique"), "1972-09-29");
}

#[test]
fn a_drag_beside_the_marks_still_moves_the_paper_and_a_click_still_selects() {
    let mut hand = over(RECORD);
    let before = hand.harness.state().state().viewport;
    let from = hand.at("communique");
    press_at(&mut hand.harness, from);
    let state = hand.harness.state().state();
    assert_eq!(state.selected, state.document.timeline.find("communique"));
    let beside = hand.at("communique") - vec2(60.0, 0.0);
    hand.drag(beside, beside - vec2(200.0, 0.0));
    assert!(hand.harness.state().state().viewport.start_s > before.start_s);
    assert_eq!(
        (hand.date("communique").as_str(), hand.edits()),
        ("1972-09-29", 0)
    );
}

#[test]
fn what_is_near_draws_the_event_and_is_named_unless_alt_is_held() {
    let mut hand = over(RECORD);
    let day = hand.points_a_day();
    let from = hand.at("communique");
    // A day and a half before the treaty.
    let near = from + vec2(38.5 * day, 0.0);
    hand.press_and_move(from, near);
    assert!(hand.is_shown("= Treaty"));
    assert!(hand.is_shown("8 November 1972"));
    // A day and a half after the tick of October.
    let tick = from + vec2(3.5 * day, 0.0);
    hand.harness.hover_at(tick);
    hand.harness.step();
    hand.harness.step();
    assert!(hand.is_shown("= 1 October 1972"));
    hand.harness
        .event(egui::Event::ModifiersChanged(Modifiers::ALT));
    hand.harness.hover_at(tick + vec2(0.5, 0.0));
    hand.harness.step();
    hand.harness.step();
    assert!(!hand.is_shown("= 1 October 1972"));
    assert!(hand.is_shown("3 October 1972") || hand.is_shown("2 October 1972"));
    hand.harness
        .event(egui::Event::ModifiersChanged(Modifiers::NONE));
    hand.drop_at(near);
}

#[test]
fn escape_puts_the_event_back_and_the_hand_holds_nothing_more() {
    let mut hand = over(RECORD);
    let before = hand.harness.state().state().viewport;
    let from = hand.at("communique");
    let to = from + vec2(14.0 * hand.points_a_day(), 0.0);
    hand.press_and_move(from, to);
    assert!(hand.is_shown("13 October 1972"));
    hand.harness.key_press(Key::Escape);
    hand.harness.step();
    hand.harness.hover_at(to + vec2(50.0, 0.0));
    hand.harness.step();
    hand.harness.step();
    assert!(!hand.is_shown("October 1972"));
    hand.drop_at(to + vec2(50.0, 0.0));
    let state = hand.harness.state().state();
    assert_eq!((state.viewport, state.moving.is_some()), (before, false));
    assert_eq!(
        (hand.date("communique").as_str(), hand.edits()),
        ("1972-09-29", 0)
    );
    // The next drag is as any other.
    hand.drag(from, to);
    assert_eq!(hand.date("communique"), "1972-10-13");
}

#[test]
fn an_end_is_pulled_alone_and_stops_at_the_other() {
    let mut hand = over(RECORD);
    let day = hand.points_a_day();
    let bounds = hand.mark("talks").bounds();
    let end = egui::pos2(bounds.right - 2.0, bounds.centre().y + TOP);
    hand.drag(end, end + vec2(25.0 * day, 0.0));
    assert_eq!(hand.date("talks"), "1972-05-10/1972-08-14");
    let bounds = hand.mark("talks").bounds();
    let start = egui::pos2(bounds.left + 2.0, bounds.centre().y + TOP);
    hand.drag(start, start + vec2(140.0 * day, 0.0));
    assert_eq!(hand.date("talks"), "1972-08-14/1972-08-14");
    assert_eq!(hand.edits(), 2);
}

#[test]
fn another_lane_asks_before_it_changes_the_actors() {
    let mut hand = over(RECORD);
    let from = hand.at("treaty");
    let lanes = &hand.scene().lanes;
    let key = nenpyo::scene::LaneKey::Actor("CHN".to_owned());
    let lane = lanes.iter().find(|lane| lane.key == key).expect("a lane");
    let to = egui::pos2(from.x, lane.rect.centre().y + TOP);
    hand.press_and_move(from, to);
    assert!(hand.is_shown("China"));
    hand.drop_at(to);
    assert!(hand.is_shown("Change the actors from South Korea to China?"));
    assert_eq!(hand.harness.state().state().dialog, Some(Dialog::MoveLane));
    hand.harness.key_press(Key::Enter);
    hand.harness.run();
    let state = hand.harness.state().state();
    let timeline = &state.document.timeline;
    let event = timeline.find("treaty").expect("there");
    assert_eq!(timeline.event(event).expect("whole").actors, ["CHN"]);
    assert_eq!((state.dialog, hand.edits()), (None, 1));
}

#[test]
fn a_record_for_reading_only_says_so_and_stays() {
    let broken = RECORD.replacen("\"nenpyo/1\"", "\"nenpyo/99\"", 1);
    let mut hand = over(&broken);
    let reason = hand
        .harness
        .state()
        .state()
        .document
        .timeline
        .read_only_reason();
    assert_eq!(reason, Some(ReadOnlyReason::NewerFormat));
    hand.harness.key_press(Key::Escape);
    hand.harness.run();
    let from = hand.at("communique");
    hand.drag(from, from + vec2(60.0, 0.0));
    assert_eq!(
        (hand.date("communique").as_str(), hand.edits()),
        ("1972-09-29", 0)
    );
    assert!(hand.is_shown("open for reading only"));
}

#[test]
fn keys_alone_move_an_event_and_its_ends() {
    let mut hand = over(RECORD);
    hand.harness
        .get_by_label_contains("1972-05-10/1972-07-20, Talks")
        .focus();
    hand.harness.run();
    hand.harness.key_press(Key::Enter);
    hand.harness.run();
    let press = |hand: &mut Hand, modifiers, key| {
        hand.harness.key_press_modifiers(modifiers, key);
        hand.harness.run();
        hand.date("talks")
    };
    let alt_shift = Modifiers::ALT | Modifiers::SHIFT;
    let ctrl_shift = Modifiers::COMMAND | Modifiers::SHIFT;
    let later = press(&mut hand, alt_shift, Key::ArrowRight);
    assert_eq!(later, "1972-05-11/1972-07-21");
    let end = press(&mut hand, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(end, "1972-05-11/1972-07-22");
    let start = press(&mut hand, ctrl_shift, Key::ArrowLeft);
    assert_eq!(start, "1972-05-10/1972-07-22");
    assert_eq!(hand.edits(), 3);
    let focused = hand.harness.query_all_by(|node| {
        node.is_focused() && node.label().is_some_and(|label| label.contains("Talks"))
    });
    assert_eq!(focused.count(), 1, "the keyboard stays with the event");
    press(&mut hand, alt_shift, Key::ArrowDown);
    let asks = hand.harness.state().state().dialog == Some(Dialog::MoveLane);
    let says = hand.is_shown("No lane on that side");
    assert!(asks || says);
    hand.harness.key_press(Key::Escape);
    hand.harness.run();
    assert_eq!(hand.harness.state().state().dialog, None);
}
