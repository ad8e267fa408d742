//! What an event that is moved is drawn to: other events in view, and the ticks.
//!
//! Dates are drawn to dates as they are written: to be on the day of a summit in Lima is to have the
//! day that it was there.

use std::cmp::Reverse;

use super::Scene;
use super::cut::cut;
use crate::date::{
    CivilDateTime, Clock, Edtf, Grip, Instant, Language, Precision, Shape, Zone, in_words,
};
use crate::record::{EventIx, Timeline};

/// How near a place must be to draw, in points.
const REACH: f32 = 8.0;
/// Lines fainter than this have no words as yet: nobody aims at them.
const PLAIN_LINE: f32 = 0.99;

/// What is moved.
#[derive(Clone, Copy, Debug)]
pub struct Carried<'a> {
    /// The event.
    pub event: EventIx,
    /// Its date, before it was moved.
    pub date: &'a Edtf,
    /// The zone of its date.
    pub zone: Zone,
    /// What of the date is moved.
    pub grip: Grip,
    /// What becomes of its time of day.
    pub clock: Clock,
}

/// What a place was drawn to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapTo {
    /// A tick of the axis.
    Tick,
    /// The beginning or the end of another event.
    Event(EventIx),
}

/// A place with what it was drawn to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snapped {
    /// What the clock reads there, by which the moved event is dated.
    pub at: CivilDateTime,
    /// What is there.
    pub to: SnapTo,
}

impl Snapped {
    /// What it was drawn to: "1 October 1972", "Nixon visits China". A tick is named as exactly as
    /// the moved date is.
    pub fn words(&self, timeline: &Timeline, date: &Edtf, language: Language) -> String {
        if let SnapTo::Event(event) = self.to {
            return cut(timeline.title(event, language)).into_owned();
        }
        let day = self.at.date;
        let text = match date.precision() {
            _ if moves_by_clock(date, Clock::Moves) && self.at != day.at_midnight() => {
                self.at.to_string()
            }
            Precision::Second | Precision::Minute | Precision::Hour | Precision::Day => {
                day.to_string()
            }
            precision if precision < Precision::Year => {
                let day = day.to_string();
                day.rsplit_once('-')
                    .map_or_else(String::new, |(month, _)| month.to_owned())
            }
            _ => format!(
                "{}{:04}",
                if day.year < 0 { "-" } else { "" },
                day.year.abs()
            ),
        };
        Edtf::parse(&text).map_or(text, |date| in_words(&date, language))
    }
}

fn moves_by_clock(date: &Edtf, clock: Clock) -> bool {
    clock == Clock::Moves && matches!(date.shape(), Shape::DateTime(_))
}

impl Carried<'_> {
    /// Where what is held would begin if it were moved there, in seconds since 1970; none where it
    /// cannot lie there.
    fn begins_s(&self, at: CivilDateTime) -> Option<(f64, CivilDateTime)> {
        let moved = self.date.moved_to(self.grip, self.clock, at).ok()?;
        let hold = moved.hold(self.grip, self.clock).ok()?;
        let begins = moved.instant_of(hold.start, self.zone);
        hold.contains(at).then_some((begins.0 as f64, hold.start))
    }

    /// Where what is held begins before it is moved.
    fn taken_from_s(&self) -> Option<f64> {
        let hold = self.date.hold(self.grip, self.clock).ok()?;
        Some(self.date.instant_of(hold.start, self.zone).0 as f64)
    }

    fn moves_by_clock(&self) -> bool {
        moves_by_clock(self.date, self.clock)
    }
}

/// What draws an event whose held part would begin at `x` on the canvas: the nearest beginning or
/// end of another event in view, else a tick. What is farther than where it was taken from draws
/// nothing: a small move is not a jump. `zone` is the axis'.
pub fn snap(
    scene: &Scene,
    timeline: &Timeline,
    zone: Zone,
    carried: &Carried,
    x: f32,
) -> Option<Snapped> {
    let own = carried.taken_from_s().map_or(f32::INFINITY, |begins_s| {
        (scene.layout.header.right + scene.viewport.x_of(begins_s) - x).abs()
    });
    let apart = |at: CivilDateTime| {
        let (begins_s, _) = carried.begins_s(at)?;
        let apart = (scene.layout.header.right + scene.viewport.x_of(begins_s) - x).abs();
        (apart <= REACH && apart < own).then_some(apart)
    };
    let events = near_events(scene, timeline, carried, x).filter_map(|(event, at)| {
        let rank = (apart(at)?, Reverse(timeline.head(event).importance));
        let to = SnapTo::Event(event);
        Some((rank, Snapped { at, to }))
    });
    let nearest =
        events.min_by(|(one, _), (other, _)| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let near = |line_x: f32| (line_x - x).abs() <= REACH && (line_x - x).abs() < own;
    let tick = || {
        let lines = scene.axis.lines.iter();
        let lines = lines.filter(|line| line.alpha >= PLAIN_LINE && near(line.x));
        let ticks = lines.filter_map(|line| {
            let instant = Instant(line.at_s);
            let at = if carried.moves_by_clock() {
                carried.date.clock_at(instant, carried.zone)
            } else {
                zone.to_civil(instant)
            };
            // In the middle of what is moved a tick is no place to begin.
            let (_, begins) = carried.begins_s(at)?;
            let to = SnapTo::Tick;
            (begins == at).then_some(((line.x - x).abs(), Snapped { at, to }))
        });
        ticks.min_by(|(one, _), (other, _)| one.total_cmp(other))
    };
    nearest
        .map(|(_, snapped)| snapped)
        .or_else(|| tick().map(|(_, snapped)| snapped))
}

/// Beginnings and ends of events in view, near a place and as exact as what is moved.
fn near_events(
    scene: &Scene,
    timeline: &Timeline,
    carried: &Carried,
    x: f32,
) -> impl Iterator<Item = (EventIx, CivilDateTime)> {
    let held = carried.date.hold(carried.grip, carried.clock).ok();
    let length_s = held.map_or(0, |hold| {
        let (start, end) = (hold.start.clock_seconds(), hold.end.clock_seconds());
        end.saturating_sub(start)
    });
    // As far as what is held may begin before a time that lies in it.
    let room = REACH + (length_s as f64 / scene.viewport.seconds_per_point) as f32 * 1.1;
    let is_near = move |at: Instant| {
        let there = scene.layout.header.right + scene.viewport.x_of_instant(at);
        (there - x).abs() <= room
    };
    let by_clock = carried.moves_by_clock();
    let exact = |precision: Precision| {
        if by_clock {
            precision
        } else {
            precision.max(Precision::Day)
        }
    };
    let own = exact(carried.date.precision());
    let mut events: Vec<EventIx> = (scene.marks.iter())
        .map(|mark| mark.event)
        .filter(|event| *event != carried.event)
        .filter(|event| {
            let head = timeline.head(*event);
            exact(head.precision) == own && (is_near(head.start) || is_near(head.end))
        })
        .collect();
    // Of an event in several lanes there are several marks.
    events.sort_unstable();
    events.dedup();
    events.into_iter().flat_map(move |event| {
        let whole = timeline.event(event);
        let readings = whole.map_or([None, None], |whole| {
            let own = |clock: CivilDateTime| {
                if by_clock {
                    let at = whole.date.instant_of(clock, whole.zone());
                    carried.date.clock_at(at, carried.zone)
                } else {
                    clock
                }
            };
            ends(&whole.date).map(|clock| clock.map(own))
        });
        readings.into_iter().flatten().map(move |at| (event, at))
    })
}

/// Where the first and the last date of an event begin, on its own clock.
fn ends(date: &Edtf) -> [Option<CivilDateTime>; 2] {
    let start_of = |grip| date.hold(grip, Clock::Moves).ok().map(|hold| hold.start);
    match date.shape() {
        Shape::Interval(_) => [start_of(Grip::Start), start_of(Grip::End)],
        _ => [start_of(Grip::Whole), None],
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{EVENT, Made, Stage, day, record, window};
    use super::*;
    use crate::index::Grouping;

    const MADE: [Made; 4] = [
        Made {
            date: "1972-09-29",
            title: "Communique",
            ..EVENT
        },
        Made {
            date: "1972-02-21/1972-02-28",
            title: "Nixon visits China",
            importance: 5,
            ..EVENT
        },
        Made {
            date: "1972-07-07",
            title: "Tanaka",
            more: r#", "time_zone": "Asia/Tokyo""#,
            ..EVENT
        },
        Made {
            date: "1972",
            title: "The year",
            ..EVENT
        },
    ];

    struct Hand {
        stage: Stage,
        scene: Scene,
    }

    fn hand(from: f64, to: f64) -> Hand {
        let mut stage = Stage::new(record(&MADE), Grouping::None);
        let scene = stage.scene(window(from, to));
        Hand { stage, scene }
    }

    impl Hand {
        /// What draws an event of this date that is held so many points beside a time.
        fn snap(&self, date: &str, grip: Grip, at_s: f64, beside: f32) -> Option<String> {
            let date = Edtf::parse(date).expect("a date");
            let carried = Carried {
                event: self.stage.event("e0"),
                date: &date,
                zone: Zone::UTC,
                grip,
                clock: Clock::Kept,
            };
            let x = self.scene.layout.header.right + self.scene.viewport.x_of(at_s) + beside;
            let timeline = &self.stage.timeline;
            let snapped = snap(&self.scene, timeline, Zone::UTC, &carried, x)?;
            let moved = date
                .moved_to(grip, Clock::Kept, snapped.at)
                .expect("it moves");
            let words = snapped.words(timeline, &date, Language::En);
            Some(format!("{moved} = {words}"))
        }
    }

    #[test]
    fn other_events_draw_before_ticks_and_none_to_itself() {
        let hand = hand(day(1972, 1, 1), day(1973, 1, 1));
        let snap = |at_s, beside| hand.snap("1972-09-29", Grip::Whole, at_s, beside);
        let visit = day(1972, 2, 21);
        assert_eq!(
            snap(visit, 6.0),
            Some("1972-02-21 = Nixon visits China".to_owned())
        );
        assert_eq!(snap(visit, -40.0), None);
        assert_eq!(
            snap(day(1972, 2, 28), 5.0),
            Some("1972-02-28 = Nixon visits China".to_owned())
        );
        // The day as it was in Tokyo, not the evening before in UTC.
        assert_eq!(
            snap(day(1972, 7, 7), 2.0),
            Some("1972-07-07 = Tanaka".to_owned())
        );
        assert_eq!(
            snap(day(1972, 10, 1), 5.0),
            Some("1972-10-01 = 1 October 1972".to_owned())
        );
        // It was taken there, and the first of the month is near.
        assert_eq!(snap(day(1972, 9, 29), 0.0), None);
        assert_eq!(snap(day(1972, 9, 29), 2.0), None);
        assert_eq!(
            snap(day(1972, 9, 29), 4.0),
            Some("1972-10-01 = 1 October 1972".to_owned())
        );
        assert_eq!(snap(day(1972, 10, 16), 0.0), None);
    }

    #[test]
    fn a_tick_draws_only_what_can_begin_there_and_says_no_more_than_the_date() {
        let hand = hand(day(1970, 1, 1), day(1974, 1, 1));
        let month = |at_s| hand.snap("1971-05", Grip::Whole, at_s, 3.0);
        assert_eq!(
            month(day(1973, 1, 1)),
            Some("1973-01 = January 1973".to_owned())
        );
        let year = |at_s| hand.snap("1971~", Grip::Whole, at_s, 3.0);
        assert_eq!(year(day(1973, 1, 1)), Some("1973~ = 1973".to_owned()));
        assert_eq!(
            year(day(1973, 7, 1)),
            None,
            "a tick within a year is none of its own"
        );
    }

    #[test]
    fn what_is_less_or_more_exact_does_not_draw() {
        let hand = hand(day(1971, 1, 1), day(1974, 1, 1));
        // The event of 1972 begins there too; it does not say that it was on New Year's Day.
        let snapped = hand.snap("1972-09-29", Grip::Whole, day(1972, 1, 1), 0.0);
        assert_eq!(snapped, Some("1972-01-01 = 1 January 1972".to_owned()));
        let snapped = hand.snap("1973", Grip::Whole, day(1972, 1, 1), 0.0);
        assert_eq!(snapped, Some("1972 = The year".to_owned()));
    }

    #[test]
    fn an_end_is_drawn_by_its_own_date_and_never_beyond_the_other() {
        let hand = hand(day(1972, 1, 1), day(1973, 1, 1));
        let days = "1972-05-10/1972-08-10";
        let end = |at_s| hand.snap(days, Grip::End, at_s, 2.0);
        assert_eq!(
            end(day(1972, 7, 7)),
            Some("1972-05-10/1972-07-07 = Tanaka".to_owned())
        );
        assert_eq!(end(day(1972, 2, 21)), None);
    }
}
