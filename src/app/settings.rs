//! What is remembered between runs: how the reader likes to look, never what the record says.

mod file;
mod merge;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::date::{Calendar, Language, Zone};
use crate::scene::{Grouping, LaneSettings};
use crate::theme::ThemeId;

pub use file::SettingsFile;

/// How many files *Open recent* keeps.
pub const RECENT_FILES: usize = 10;
/// Smallest and largest interface scale.
pub const SCALE: std::ops::RangeInclusive<f32> = 0.75..=2.0;

/// The reader's choices. Every field has a default, so that an older file still reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The theme's name: see [`ThemeId::name`].
    pub theme: String,
    /// Factor on every size, 1.0 is normal.
    pub scale: f32,
    /// BCP 47 tag of the language of the program, titles, names and dates.
    pub language: String,
    /// IANA name of the zone dates are read in; without, an event's own, and Tokyo's on the axis.
    pub zone: Option<String>,
    /// The calendar of the second axis row.
    pub second_calendar: Option<CalendarName>,
    /// What lanes are made of.
    pub grouping: Grouping,
    /// Order, folding and hiding of lanes, by grouping.
    pub lanes: BTreeMap<Grouping, LaneSettings>,
    /// Whether the office holders' stripes are drawn.
    pub bands: bool,
    /// Names of the groups of bands to draw; none means the record's first.
    pub band_groups: Vec<String>,
    /// Whether the tone strip is drawn.
    pub tone: bool,
    /// Whether the overview is drawn.
    pub overview: bool,
    /// Whether the side panel is open.
    pub panel: bool,
    /// Width of the side panel in points, before the scale.
    pub panel_width_points: f32,
    /// Files opened before, latest first.
    pub recent: Vec<PathBuf>,
    /// Whether a record is saved a while after its last edit.
    pub autosave: bool,
    /// The copy of the bundled record that the user edits.
    pub own_copy: Option<PathBuf>,
    /// The window of time last shown, by record (its path, empty for the bundled one).
    pub places: BTreeMap<String, Place>,
}

/// A window of time and a selection, as remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// First second in view since 1970 (UTC).
    pub start_s: f64,
    /// First second past the view.
    pub end_s: f64,
    /// The id of the selected event.
    pub selected: Option<String>,
}

impl Place {
    /// Whether there can be such a place: the file may have been changed by hand.
    pub fn is_sane(&self) -> bool {
        /// The seconds that an instant may count.
        const FARTHEST_S: f64 = 9.3e18;
        let there = |second: f64| second.abs() < FARTHEST_S;
        there(self.start_s) && there(self.end_s) && self.end_s > self.start_s
    }
}

/// A calendar's name in the settings file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum CalendarName {
    JapaneseEra,
    Minguo,
    ChineseLunar,
    KoreanLunar,
}

impl CalendarName {
    /// The calendars in the order that [`super::Command::CycleCalendar`] steps through them.
    pub const ALL: [Self; 4] = [
        Self::JapaneseEra,
        Self::Minguo,
        Self::ChineseLunar,
        Self::KoreanLunar,
    ];

    /// The calendar meant.
    pub fn calendar(self) -> Calendar {
        match self {
            Self::JapaneseEra => Calendar::JapaneseEra,
            Self::Minguo => Calendar::Minguo,
            Self::ChineseLunar => Calendar::ChineseLunar,
            Self::KoreanLunar => Calendar::KoreanLunar,
        }
    }

    /// The name of a calendar; Gregorian needs none, it is always drawn.
    pub fn of(calendar: Calendar) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|name| name.calendar() == calendar)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeId::default().name().to_owned(),
            scale: 1.0,
            language: Language::En.tag().to_owned(),
            zone: None,
            second_calendar: Some(CalendarName::JapaneseEra),
            grouping: Grouping::Pair,
            lanes: BTreeMap::new(),
            bands: true,
            band_groups: Vec::new(),
            tone: false,
            overview: true,
            panel: true,
            panel_width_points: 420.0,
            recent: Vec::new(),
            autosave: true,
            own_copy: None,
            places: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// Reads settings as saved. A field that cannot be read has its default and takes no other with
    /// it, since a spoilt settings file must never keep a record from opening.
    pub fn read(json: &str) -> Self {
        Self::read_over(json, &Self::default()).unwrap_or_default()
    }

    /// The same with the fields that are missing or cannot be read as in `otherwise`; `None` for
    /// what is no JSON object.
    fn read_over(json: &str, otherwise: &Self) -> Option<Self> {
        let Ok(Value::Object(saved)) = serde_json::from_str(json) else {
            return None;
        };
        let Ok(Value::Object(mut sound)) = serde_json::to_value(otherwise) else {
            return None;
        };
        for (name, mut value) in saved {
            if name == "places"
                && let Value::Object(places) = &mut value
            {
                places.retain(|_, place| {
                    Place::deserialize(&*place).is_ok_and(|place| place.is_sane())
                });
            }
            let alone = Value::Object(Map::from_iter([(name.clone(), value.clone())]));
            if serde_json::from_value::<Self>(alone).is_ok() {
                sound.insert(name, value);
            }
        }
        let mut settings: Self = serde_json::from_value(Value::Object(sound)).unwrap_or_default();
        settings.scale = if settings.scale.is_finite() {
            settings.scale.clamp(*SCALE.start(), *SCALE.end())
        } else {
            1.0
        };
        if !settings.panel_width_points.is_finite() {
            settings.panel_width_points = Self::default().panel_width_points;
        }
        settings.recent.truncate(RECENT_FILES);
        Some(settings)
    }

    /// The settings as they are saved.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Colours and sizes.
    pub fn theme(&self) -> ThemeId {
        ThemeId::from_name(&self.theme).unwrap_or_default()
    }

    /// The language of the program, titles, names and dates.
    pub fn language(&self) -> Language {
        Language::from_tag(&self.language).unwrap_or(Language::En)
    }

    /// The zone dates are read in; none is each event's own.
    pub fn zone(&self) -> Option<Zone> {
        self.zone.as_deref().and_then(|name| Zone::parse(name).ok())
    }

    /// The lanes' order, folding and hiding under the present grouping.
    pub fn lane_settings(&self) -> LaneSettings {
        self.lanes.get(&self.grouping).cloned().unwrap_or_default()
    }

    /// Changes the lanes' order, folding and hiding under the present grouping.
    pub fn lane_settings_mut(&mut self) -> &mut LaneSettings {
        self.lanes.entry(self.grouping).or_default()
    }

    /// Puts a file first among the recent ones.
    pub fn remember_file(&mut self, path: PathBuf) {
        self.recent.retain(|known| *known != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT_FILES);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_a_round_trip() {
        let mut settings = Settings {
            scale: 1.25,
            tone: true,
            ..Settings::default()
        };
        settings.remember_file("a.json".into());
        settings.places.insert(
            String::new(),
            Place {
                start_s: 1.0,
                end_s: 2.0,
                selected: None,
            },
        );
        assert_eq!(Settings::read(&settings.write()), settings);
    }

    #[test]
    fn spoilt_settings_read_as_the_default() {
        for text in ["", "{", "[]", "{\"scale\": \"big\"}"] {
            assert_eq!(Settings::read(text), Settings::default(), "{text}");
        }
    }

    #[test]
    fn one_spoilt_field_takes_no_other_with_it() {
        let read = Settings::read(
            r#"{"theme": "dark", "grouping": "nope", "second_calendar": "mayan", "tone": true,
                "recent": ["a.json"], "places": {
                    "a.json": {"start_s": 1.0, "end_s": 2.0, "selected": null},
                    "b.json": {"start_s": -1e308, "end_s": 1e308, "selected": null},
                    "c.json": null}}"#,
        );
        assert_eq!(read.theme, "dark");
        assert!(read.tone);
        assert_eq!(read.grouping, Grouping::Pair);
        assert_eq!(read.recent, [PathBuf::from("a.json")]);
        assert_eq!(read.places.keys().collect::<Vec<_>>(), ["a.json"]);
    }

    #[test]
    fn a_wild_scale_is_tamed() {
        assert!((Settings::read("{\"scale\": 900}").scale - 2.0).abs() < f32::EPSILON);
    }

    #[test]
    fn recent_files_stand_once_latest_first_and_are_few() {
        let mut settings = Settings::default();
        for name in 0..20 {
            settings.remember_file(format!("{name}.json").into());
        }
        settings.remember_file("15.json".into());
        assert_eq!(settings.recent.len(), RECENT_FILES);
        assert_eq!(settings.recent[0], PathBuf::from("15.json"));
        assert_eq!(
            settings
                .recent
                .iter()
                .filter(|p| p.ends_with("15.json"))
                .count(),
            1
        );
    }
}
