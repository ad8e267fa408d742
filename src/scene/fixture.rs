//! Small records for this room's tests.

use std::fmt::Write as _;

use super::{LaneSettings, Metrics, PlainMeasure, Scene, SceneCache, SceneRequest, Viewport};
use crate::date::{CivilDate, Language, Zone};
use crate::index::{Grouping, Index};
use crate::record::{EventIx, Timeline};

/// One event of a test's record.
#[derive(Clone, Copy)]
pub struct Made<'a> {
    pub date: &'a str,
    pub title: &'a str,
    pub kind: &'a str,
    pub actors: &'a [&'a str],
    pub importance: u8,
    /// Whatever else the JSON object should have, beginning with a comma.
    pub more: &'a str,
}

/// An event between Japan and China.
pub const EVENT: Made<'static> = Made {
    date: "1972-09-29",
    title: "Joint Communique",
    kind: "joint_statement",
    actors: &["JPN", "CHN"],
    importance: 3,
    more: "",
};

/// A record of events whose ids are e0, e1, …
pub fn record(events: &[Made]) -> Timeline {
    record_with(events, "")
}

/// The same with more fields of the record, beginning with a comma.
pub fn record_with(events: &[Made], more: &str) -> Timeline {
    let mut text = String::from(
        r#"{"format": "nenpyo/1", "title": "Test", "actors": [
        {"id": "JPN", "name": {"en": "Japan", "ja": "日本"}},
        {"id": "CHN", "name": {"en": "China (PRC)", "ja": "中国"}},
        {"id": "KOR", "name": {"en": "South Korea (ROK)", "ja": "韓国"}},
        {"id": "PRK", "name": {"en": "North Korea (DPRK)", "ja": "北朝鮮"}},
        {"id": "USA", "name": {"en": "United States", "ja": "米国"}}]"#,
    );
    text.push_str(more);
    text.push_str(", \"events\": [");
    for (at, event) in events.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        let actors: Vec<String> = event.actors.iter().map(|id| format!("\"{id}\"")).collect();
        let _ = write!(
            text,
            r#"{comma}{{"id": "e{at}", "title": {:?}, "date": "{}", "kind": "{}", "actors": [{}],
            "importance": {}{}}}"#,
            event.title,
            event.date,
            event.kind,
            actors.join(","),
            event.importance,
            event.more,
        );
    }
    text.push_str("]}");
    crate::format::native::read(text)
        .expect("the test's record reads")
        .timeline
}

/// The second at which a day begins in UTC.
pub fn day(year: i64, month: u8, day: u8) -> f64 {
    let date = CivilDate { year, month, day };
    date.days_from_epoch() as f64 * 86_400.0
}

/// A window in a plot of 1,000 points.
pub fn window(from: f64, to: f64) -> Viewport {
    Viewport::new(from, to, 1_000.0)
}

/// A record with what a request needs, changed at will.
pub struct Stage {
    pub timeline: Timeline,
    pub index: Index,
    pub metrics: Metrics,
    pub lanes: LaneSettings,
    pub selected: Option<EventIx>,
    pub matches: Option<crate::index::EventSet>,
    pub bands: Vec<usize>,
    pub language: Language,
    pub height: f32,
    pub scroll: f32,
    pub tone: bool,
    pub overview: bool,
    pub cache: SceneCache,
}

impl Stage {
    pub fn new(timeline: Timeline, grouping: Grouping) -> Self {
        let index = Index::build(&timeline, grouping, None);
        Self {
            timeline,
            index,
            metrics: Metrics::default(),
            lanes: LaneSettings::default(),
            selected: None,
            matches: None,
            bands: Vec::new(),
            language: Language::En,
            height: 700.0,
            scroll: 0.0,
            tone: false,
            overview: false,
            cache: SceneCache::new(),
        }
    }

    pub fn scene(&mut self, viewport: Viewport) -> Scene {
        SceneRequest {
            timeline: &self.timeline,
            index: &self.index,
            viewport,
            height_points: self.height,
            metrics: &self.metrics,
            language: self.language,
            second_language: Language::Ja,
            zone: Zone::UTC,
            calendar: None,
            lanes: &self.lanes,
            scroll_points: self.scroll,
            bands: &self.bands,
            selected: self.selected,
            matches: self.matches.as_ref(),
            now: None,
            tone: self.tone,
            overview: self.overview,
            measure: &PlainMeasure,
        }
        .build(&mut self.cache)
    }

    pub fn event(&self, id: &str) -> EventIx {
        self.timeline.find(id).expect("the test's event is there")
    }
}
