//! Which moment the line tells of, and its date in words.

use super::clock::{self, Grain};
use crate::app::State;
use crate::app::settings::CalendarName;
use crate::date::{Calendar, Five, Instant, Language, Zone, in_words};
use crate::record::EventIx;
use crate::scene::cut;

/// Where the moment comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// The time under the pointer.
    Pointer,
    /// The date of the selected event, while the view has it.
    Event(EventIx),
    /// Without either, the middle of the view.
    Middle,
}

/// All that the words depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    told: Told,
    /// The first second of what is said.
    second: i64,
    grain: Grain,
    zone: Zone,
    calendar: Option<Calendar>,
    pub language: Language,
    pub revision: u64,
}

/// The words for a moment.
#[derive(Clone, Debug, Default)]
pub(super) struct DateWords {
    /// What the date is of: empty for the pointer, which shows that itself.
    of: &'static str,
    date: String,
    /// With what stands before it, empty or " · 令和6年".
    calendar: String,
}

impl DateWords {
    /// From the fullest to the least: without the second calendar, and without what it is of.
    pub fn variants(&self) -> [String; 3] {
        let Self { of, date, calendar } = self;
        [
            format!("{of}{date}{calendar}"),
            format!("{of}{date}"),
            date.clone(),
        ]
    }
}

/// The moment of this frame, and the very second whose office holders count.
pub(super) fn moment(state: &State) -> (Moment, i64) {
    let viewport = state.viewport;
    let timeline = &state.document.timeline;
    let selected = state.selected.filter(|&event| is_in_view(state, event));
    let (told, x) = match (state.pointer_x, selected) {
        (Some(x), _) => (Told::Pointer, x),
        (None, Some(event)) => (Told::Event(event), 0.0),
        (None, None) => (Told::Middle, viewport.width_points / 2.0),
    };
    let zone = state.zone();
    let grain = Grain::of(viewport.seconds_per_point);
    let (second, exact) = match told {
        Told::Event(event) => {
            let start = timeline.head(event).start.0;
            (start, start)
        }
        Told::Pointer | Told::Middle => {
            let at = viewport.time_at(x);
            (grain.floor(at, zone), at as i64)
        }
    };
    let moment = Moment {
        told,
        second,
        grain,
        zone,
        calendar: state.settings.second_calendar.map(CalendarName::calendar),
        language: state.language(),
        revision: state.index.revision(),
    };
    (moment, exact)
}

/// Whether an event of the record is within the window of time.
fn is_in_view(state: &State, event: EventIx) -> bool {
    let timeline = &state.document.timeline;
    if event.index() >= timeline.len() || timeline.is_removed(event) {
        return false;
    }
    let (head, view) = (timeline.head(event), state.viewport);
    (head.start.0 as f64) < view.end_s() && (head.end.0 as f64) > view.start_s
}

impl Moment {
    /// Its date in words.
    pub fn words(&self, state: &State) -> DateWords {
        let language = self.language;
        let of = match self.told {
            Told::Pointer => "",
            Told::Event(_) => {
                Five::new("Selected: ", "選択中：", "所选：", "所選：", "선택: ").get(language)
            }
            Told::Middle => Five::new(
                "Middle of the view: ",
                "表示の中央：",
                "视图中央：",
                "畫面中央：",
                "화면 중앙: ",
            )
            .get(language),
        };
        let timeline = &state.document.timeline;
        let event = match self.told {
            Told::Event(event) => timeline.event(event),
            Told::Pointer | Told::Middle => None,
        };
        let (date, precision) = match &event {
            Some(event) => (
                cut(in_words(&event.date, language)).into_owned(),
                event.date.precision(),
            ),
            None => (
                clock::words(self.second, self.grain, self.zone, language),
                self.grain.precision(),
            ),
        };
        let day = event.and_then(|event| event.date.civil());
        let day = day.unwrap_or_else(|| self.zone.to_civil(Instant(self.second)).date);
        let calendar = self
            .calendar
            .and_then(|calendar| clock::calendar_words(day, precision, calendar, language));
        DateWords {
            of,
            date,
            calendar: calendar.unwrap_or_default(),
        }
    }
}
