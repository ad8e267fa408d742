//! From a record and a few choices to a finished picture: index, scene, painter.

use std::collections::BTreeSet;

use super::faces::MoreFaces;
use super::look::metrics_of;
use super::measure::FontMeasure;
use super::svg::{Page, svg};
use crate::date::{Calendar, Language, Zone};
use crate::index::{EventSet, Index};
use crate::record::{EventIx, Timeline};
use crate::scene::{Grouping, LaneSettings, SceneCache, SceneRequest, Viewport, band_groups};
use crate::theme::Theme;

/// All that decides what a picture shows. What is not here is as in a window that was just opened.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// The record.
    pub timeline: &'a Timeline,
    /// Its file's name, for the line at the bottom.
    pub source: &'a str,
    /// Colours and sizes.
    pub theme: &'a Theme,
    /// Language of titles, ticks and names.
    pub language: Language,
    /// Zone the days of the axis begin in.
    pub zone: Zone,
    /// Width and height in points.
    pub size_points: (f32, f32),
    /// First second and the second after the last; the whole record without.
    pub window_s: Option<(f64, f64)>,
    /// What lanes are made of.
    pub grouping: Grouping,
    /// Events to show; all without.
    pub filter: Option<&'a EventSet>,
    /// The event whose relations are drawn.
    pub selected: Option<EventIx>,
    /// Whether the tone strip is drawn.
    pub tone: bool,
    /// The faces beside the bundled ones of a picture that is drawn here, as pixels; none for an SVG
    /// that others draw, with faces of their own.
    pub faces: Option<&'a MoreFaces>,
}

/// A finished picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The document.
    pub svg: String,
    /// Height the picture would need for everything that is asked for to be in it, in points, when
    /// some lanes, or parts around them, are not.
    pub height_wanted: Option<f32>,
    /// Characters of its texts that no face has: boxes stand for them.
    pub boxes: BTreeSet<char>,
}

/// Room beside the first and last event when all of a record is shown, as a share of the width.
const MARGIN: f64 = 0.03;
/// A plot narrower than this shows nothing; the picture is then wider than asked.
const LEAST_PLOT: f32 = 48.0;
/// A title and a legend stand only beside so many lanes.
const LEAST_LANES: f32 = 1.0;
/// What is shown of a record without events.
const EMPTY_S: (i64, i64) = (0, 80 * crate::scene::SECONDS_PER_YEAR as i64);

impl<'a> Picture<'a> {
    /// All of a record under a theme, 1600 × 900 points, in lanes by pair.
    pub fn of(timeline: &'a Timeline, source: &'a str, theme: &'a Theme) -> Self {
        Self {
            timeline,
            source,
            theme,
            language: Language::En,
            zone: Zone::TOKYO,
            size_points: (1600.0, 900.0),
            window_s: None,
            grouping: Grouping::Pair,
            filter: None,
            selected: None,
            tone: false,
            faces: None,
        }
    }

    /// Draws it.
    pub fn draw(&self) -> Drawn {
        let measure = FontMeasure::with(self.theme, self.faces.cloned().unwrap_or_default());
        let index = Index::build(self.timeline, self.grouping, self.filter);
        let page = Page {
            timeline: self.timeline,
            events: index.len(),
            language: self.language,
            zone: self.zone,
            span_s: index.span_s().filter(|_| self.filter.is_none()),
            source: self.source,
            measure: &measure,
            names_faces: self.faces.is_some(),
            title: true,
            legend: true,
        };
        let (width, height) = self.size_points;
        let metrics = metrics_of(self.theme).for_width(width);
        let least = metrics.axis_height + LEAST_LANES * metrics.lane_min_height;
        let around = page.around(self.theme, width);
        let page = page.that_fits(self.theme, self.size_points, least);
        let height_points = (height - page.around(self.theme, width)).max(1.0);
        let plot_width = (width - metrics.header_width).max(LEAST_PLOT);
        let bands: &[usize] = if band_groups(self.timeline).is_empty() {
            &[]
        } else {
            &[0]
        };
        let request = SceneRequest {
            timeline: self.timeline,
            index: &index,
            viewport: self.viewport(&index, plot_width),
            height_points,
            metrics: &metrics,
            language: self.language,
            second_language: if self.language == Language::Ja {
                Language::En
            } else {
                Language::Ja
            },
            zone: self.zone,
            calendar: Some(Calendar::JapaneseEra),
            lanes: &self.lanes(&index),
            scroll_points: 0.0,
            bands,
            selected: self.selected,
            matches: None,
            // A picture of the same record is the same picture tomorrow.
            now: None,
            tone: self.tone,
            overview: true,
            measure: &measure,
        };
        let scene = request.build(&mut SceneCache::new());
        let is_whole = page.title
            && page.legend
            && !scene.lacks_a_part(&request)
            && scene.lanes_height - scene.layout.lanes.height() <= 0.5;
        let wanted = around + request.height_for(scene.lanes_height);
        Drawn {
            svg: svg(&scene, self.theme, &page),
            height_wanted: (!is_whole).then(|| wanted.ceil()),
            boxes: measure.boxes(),
        }
    }

    /// Lanes that a filter left nothing in are not drawn.
    fn lanes(&self, index: &Index) -> LaneSettings {
        let mut lanes = LaneSettings::default();
        if self.filter.is_some() {
            let held = index.keys().iter().zip(index.lanes());
            let empty = held.filter(|(_, columns)| columns.is_empty());
            lanes.hidden = empty.map(|(key, _)| key.clone()).collect();
        }
        lanes
    }

    fn viewport(&self, index: &Index, plot_width: f32) -> Viewport {
        if let Some((start, end)) = self.window_s {
            return Viewport::new(start, end, plot_width);
        }
        let (start, end) = index.span_s().unwrap_or(EMPTY_S);
        Viewport::fit(start as f64, end as f64, MARGIN, plot_width)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use resvg::usvg::roxmltree;

    use super::*;
    use crate::theme::ThemeId;

    /// A record with one event for each of these dates, all of one kind.
    fn record(dates: &[&str], more: &str) -> Timeline {
        let mut text =
            String::from(r#"{"format": "nenpyo/1", "title": "A <b> & \"c\"", "events": ["#);
        for (at, date) in dates.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            let _ = write!(
                text,
                r#"{comma}{{"id": "e{at}", "title": "Title {at} <&>", "date": "{date}",
                "kind": "treaty", "actors": ["JPN", "CHN"], "tone": {{"value": 3, "reason": "r"}}{more}}}"#
            );
        }
        text.push_str("]}");
        crate::format::native::read(text)
            .expect("the record reads")
            .timeline
    }

    fn light(timeline: &Timeline) -> Picture<'_> {
        Picture::of(timeline, "a.json", Theme::of(ThemeId::Light))
    }

    fn titles(svg: &str) -> Vec<String> {
        let document = roxmltree::Document::parse(svg).expect("it is well formed");
        document
            .descendants()
            .filter(|node| node.has_tag_name("title"))
            .filter_map(|node| node.text().map(str::to_owned))
            .collect()
    }

    #[test]
    fn every_event_in_view_has_a_name() {
        let timeline = record(
            &["1972-09-29", "1978-08-12", "1998", "2008-05-07/2008-05-10"],
            "",
        );
        let titles = titles(&light(&timeline).draw().svg);
        for at in 0..4 {
            let name = format!("Title {at} <&>, treaty");
            assert!(
                titles.iter().any(|title| title.contains(&name)),
                "{name} in {titles:?}"
            );
        }
        assert_eq!(titles[0], "A <b> & \"c\"");
    }

    #[test]
    fn every_theme_language_grouping_and_size_is_well_formed() {
        let timeline = record(
            &[
                "1972-09-29",
                "1978~",
                "1990/..",
                "2001?/2004",
                "/1950",
                "2024-11",
            ],
            "",
        );
        for id in ThemeId::ALL {
            for language in Language::ALL {
                let picture = Picture {
                    language,
                    theme: Theme::of(id),
                    size_points: (400.0, 300.0),
                    tone: true,
                    selected: timeline.find("e0"),
                    ..light(&timeline)
                };
                assert!(!titles(&picture.draw().svg).is_empty());
            }
        }
        for grouping in Grouping::ALL {
            let picture = Picture {
                grouping,
                size_points: (320.0, 200.0),
                ..light(&timeline)
            };
            assert!(!titles(&picture.draw().svg).is_empty());
        }
    }

    #[test]
    fn doubtful_spans_fade_by_a_gradient_that_is_there() {
        let timeline = record(&["1990~/1999?", "1972-09-29"], "");
        let svg = light(&timeline).draw().svg;
        for id in ["fade-agreed-left", "fade-agreed-right"] {
            assert!(svg.contains(&format!("url(#{id})")), "{id}");
            assert!(
                svg.contains(&format!("<linearGradient id=\"{id}\"")),
                "{id}"
            );
        }
    }

    #[test]
    fn a_filter_leaves_only_its_events_and_their_lanes() {
        let timeline = record(&["1972-09-29", "1978-08-12"], "");
        let mut filter = EventSet::new();
        filter.insert(timeline.find("e1").expect("it is there"));
        let picture = Picture {
            filter: Some(&filter),
            window_s: Some((0.0, 1e9)),
            ..light(&timeline)
        };
        let svg = picture.draw().svg;
        assert!(svg.contains("Title 1 ") && !svg.contains("Title 0 "));
        assert!(!svg.contains("0 events"), "empty lanes are not drawn");
        assert!(svg.contains("<desc>A timeline of 1 event</desc>"));
    }

    #[test]
    fn a_record_without_events_is_a_picture_too() {
        let timeline = record(&[], "");
        let drawn = light(&timeline).draw();
        assert!(drawn.svg.contains("1970"), "the axis stands");
        assert_eq!(drawn.height_wanted, None);
    }

    #[test]
    fn lanes_that_find_no_room_are_told() {
        let timeline = record(&["1972-09-29"], "");
        let picture = |height| Picture {
            size_points: (800.0, height),
            grouping: Grouping::Actor,
            ..light(&timeline)
        };
        let wanted = picture(200.0).draw().height_wanted;
        let wanted = wanted.expect("two lanes do not fit");
        assert_eq!(picture(wanted).draw().height_wanted, None);
        assert!(picture(wanted - 2.0).draw().height_wanted.is_some());
    }

    #[test]
    fn a_relation_of_the_selected_event_is_drawn_with_its_word() {
        let more = r#", "relations": [{"type": "recalls", "event": "e0"}]"#;
        let timeline = record(&["1972-09-29", "2024-11-15"], more);
        let plain = light(&timeline).draw().svg;
        let selected = Picture {
            selected: timeline.find("e1"),
            ..light(&timeline)
        }
        .draw()
        .svg;
        assert!(!plain.contains("stroke-dasharray") && selected.contains("stroke-dasharray"));
        assert!(selected.contains(">recalls</text>"));
    }

    /// Titles in scripts that the bundled faces have and in such as they lack, alone and mixed.
    const TITLES: [&str; 8] = [
        "Joint Communique, fi ffl",
        "日本 and 中国: 共同声明",
        "😀日本語 after an emoji 日本",
        "שלום ABC 123 (שלום)",
        "هذا اتفاق ١٩٧٩ 年",
        "e\u{301}\u{301}é Việt 한국어 한",
        "👨\u{200D}👩\u{200D}👧 🇯🇵 #️⃣",
        "\u{200F}\u{301}\u{FE0F}",
    ];

    fn titled(titles: &[&str]) -> Timeline {
        let event = |(at, title): (usize, &&str)| {
            let date = 1950 + at * 10;
            let title = serde_json::to_string(title).expect("a string");
            format!(r#"{{"id": "e{at}", "title": {title}, "date": "{date}", "actors": ["A"]}}"#)
        };
        let events: Vec<String> = titles.iter().enumerate().map(event).collect();
        let text = format!(
            r#"{{"format": "nenpyo/1", "events": [{}]}}"#,
            events.join(",")
        );
        crate::format::native::read(text)
            .expect("the record reads")
            .timeline
    }

    #[test]
    fn a_text_is_as_wide_in_pixels_as_it_was_measured() {
        let timeline = titled(&TITLES);
        let none = MoreFaces::default();
        let picture = Picture {
            faces: Some(&none),
            size_points: (4000.0, 600.0),
            ..light(&timeline)
        };
        let drawn = picture.draw();
        assert!(drawn.boxes.contains(&'😀') && !drawn.boxes.contains(&'日'));
        let measure = FontMeasure::new(picture.theme);
        let mut compared = 0;
        for (title, drawn) in crate::export::png::widths_in(&drawn.svg) {
            if TITLES.contains(&&*title) {
                compared += 1;
                let measured =
                    measure.width_in(&title, crate::theme::TextRole::Canvas, Language::En);
                let close = measured * 0.93 - 2.0..=measured + 1.5;
                assert!(close.contains(&drawn), "{title}: {drawn} of {measured}");
            }
        }
        assert!(
            compared >= 4,
            "{compared} titles stand as they were written"
        );
        assert!(crate::export::png(&drawn.svg, 1.0, &none).is_ok());
    }

    #[test]
    fn an_svg_for_others_names_no_face_of_ours() {
        let timeline = titled(&TITLES);
        assert!(!light(&timeline).draw().svg.contains("tspan"));
    }
}
