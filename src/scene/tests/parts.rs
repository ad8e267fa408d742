//! Relations, lanes, bands, overview, tone, words for a screen reader.

use std::collections::BTreeSet;

use super::*;

const LINKED: [Made<'static>; 3] = [
    Made {
        more: r#", "relations": [{"type": "recalls", "event": "e1"}, {"type": "part_of", "event": "e2"}]"#,
        date: "2024-11-15",
        ..EVENT
    },
    Made {
        date: "1972-09-29",
        ..EVENT
    },
    Made {
        date: "2024-11-16",
        title: "Summit in Lima",
        actors: &["USA", "CHN"],
        ..EVENT
    },
];

#[test]
fn relatives_on_screen_have_arcs_and_others_arrows_that_lead_there() {
    let mut stage = Stage::new(record(&LINKED), Grouping::Pair);
    stage.selected = Some(stage.event("e0"));
    let scene = stage.scene(window(day(1960, 1, 1), day(2030, 1, 1)));
    assert_eq!(scene.arcs.len(), 2);
    assert!(scene.edge_arrows.is_empty());
    let arc = &scene.arcs[0];
    assert_eq!(
        (&*arc.label.text, arc.other),
        ("recalls", stage.event("e1"))
    );
    let here = mark_of(&scene, &stage, "e0").centre;
    let there = mark_of(&scene, &stage, "e1").centre;
    assert_eq!((arc.curve[0], arc.curve[3]), (here, there));
    let pill = arc.pill.expect("its word has room");
    let other = scene.arcs[1].pill;
    assert!(other.is_none_or(|other| !other.overlaps(&pill)));
    let word = pill.centre();
    assert_eq!(scene.hit(word.x, word.y), Some(Hit::Arc(0)));

    let scene = stage.scene(window(day(2024, 1, 1), day(2025, 6, 1)));
    assert_eq!(scene.arcs.len(), 1);
    let arrow = &scene.edge_arrows[0];
    assert_eq!((arrow.target, arrow.side), (stage.event("e1"), Side::Left));
    let place = arrow.rect.centre();
    assert_eq!(scene.hit(place.x, place.y), Some(Hit::EdgeArrow(0)));

    // The other direction: the arc still points at the event that is named.
    stage.selected = Some(stage.event("e1"));
    let scene = stage.scene(window(day(1960, 1, 1), day(2030, 1, 1)));
    assert_eq!(scene.arcs.len(), 1);
    assert_eq!(scene.arcs[0].other, stage.event("e0"));
    assert_eq!(scene.arcs[0].curve[3], mark_of(&scene, &stage, "e1").centre);
}

#[test]
fn lanes_have_names_in_two_languages_and_their_counts() {
    let mut stage = Stage::new(record(&LINKED), Grouping::Pair);
    let scene = stage.scene(window(day(1960, 1, 1), day(2030, 1, 1)));
    let names: Vec<(&str, &str)> = scene
        .lanes
        .iter()
        .map(|lane| (&*lane.title.text, &*lane.subtitle.text))
        .collect();
    assert_eq!(names[0], ("Japan – China", "日中 2 events"));
    assert_eq!(names[1], ("Other", "その他 1 event"));
}

#[test]
fn lanes_that_do_not_fit_scroll() {
    let mut stage = Stage::new(record(&LINKED), Grouping::Actor);
    stage.height = 150.0;
    stage.scroll = 1e6;
    let scene = stage.scene(window(day(1960, 1, 1), day(2030, 1, 1)));
    assert_eq!(scene.lanes.len(), 3);
    let room = scene.layout.lanes.height();
    assert!(scene.lanes_height > room);
    assert!((scene.scroll - (scene.lanes_height - room)).abs() < 0.01);
    let last = scene.lanes.last().expect("three lanes").rect;
    assert!((last.bottom - scene.layout.lanes.bottom).abs() < 0.01);
    // An event of two actors stands in both their lanes.
    stage.scroll = 0.0;
    stage.height = 900.0;
    let scene = stage.scene(window(day(1960, 1, 1), day(2030, 1, 1)));
    let event = stage.event("e1");
    let lanes: BTreeSet<u16> = scene
        .marks
        .iter()
        .filter(|mark| mark.event == event)
        .map(|mark| mark.lane)
        .collect();
    assert_eq!(lanes.len(), 2);
}

#[test]
fn bands_say_who_was_in_office_and_hold_their_text_in_view() {
    let bands = r#", "bands": [
        {"group": "Prime Minister", "label": "Sato", "date": "1964-11-09/1972-07-07"},
        {"group": "Prime Minister", "label": "Tanaka", "date": "1972-07-07/1974-12-09"},
        {"group": "President", "label": "Nixon", "date": "1969-01-20/1974-08-09"}]"#;
    let mut stage = Stage::new(record_with(&[EVENT], bands), Grouping::None);
    stage.bands = vec![0, 1, 9];
    let scene = stage.scene(window(day(1971, 1, 1), day(1975, 1, 1)));
    assert_eq!(scene.bands.len(), 2);
    let row = &scene.bands[0];
    assert_eq!(&*row.title.text, "Prime Minister");
    let names: Vec<&str> = row.segments.iter().map(|segment| &*segment.name).collect();
    assert_eq!(names, ["Sato", "Tanaka"]);
    assert_eq!(row.segments[0].start, SpanEdge::Beyond);
    let label = row.segments[0].label.as_ref().expect("there is room");
    assert!(label.left() >= row.rect.left);
    let centre = row.segments[1].rect.centre();
    assert_eq!(scene.hit(centre.x, centre.y), Some(Hit::Band(0, 1)));
    // From afar there is no room for words.
    let scene = stage.scene(window(day(1000, 1, 1), day(2000, 1, 1)));
    assert!(
        scene.bands[0]
            .segments
            .iter()
            .all(|segment| segment.label.is_none())
    );
}

#[test]
fn the_overview_knows_where_the_window_is() {
    let mut stage = Stage::new(record(&LINKED), Grouping::Pair);
    stage.overview = true;
    let scene = stage.scene(window(day(2000, 1, 1), day(2010, 1, 1)));
    let overview = scene.overview.clone().expect("asked for");
    let error = overview.time_at(overview.window.left) - day(2000, 1, 1);
    assert!(error.abs() < overview.seconds_per_point * 0.01);
    assert!(
        overview
            .density
            .iter()
            .any(|&height| (height - 1.0).abs() < 1e-6)
    );
    assert!(overview.ticks.len() >= 4);
    assert_eq!(&*overview.subtitle.text, "3 events");
    let y = overview.rect.centre().y;
    let part = |x: f32| scene.hit(x, y);
    assert_eq!(
        part(overview.window.left),
        Some(Hit::Overview(OverviewPart::Start))
    );
    assert_eq!(
        part(overview.window.right - 1.0),
        Some(Hit::Overview(OverviewPart::End))
    );
    assert_eq!(
        part(overview.window.centre().x),
        Some(Hit::Overview(OverviewPart::Window))
    );
    assert_eq!(
        part(overview.rect.left + 1.0),
        Some(Hit::Overview(OverviewPart::Strip))
    );
}

#[test]
fn tones_stand_at_their_time_once_each() {
    let tone = |date, more| Made {
        date,
        more,
        ..EVENT
    };
    let events = [
        tone("1972-09-29", r#", "tone": {"value": 4, "reason": "warm"}"#),
        tone("1982-07-01", r#", "tone": {"value": -3, "reason": "cold"}"#),
        tone("1985-07-01", ""),
    ];
    let mut stage = Stage::new(record(&events), Grouping::Actor);
    stage.tone = true;
    let view = window(day(1970, 1, 1), day(1990, 1, 1));
    let scene = stage.scene(view);
    let tones: Vec<i8> = scene.tone.iter().map(|point| point.tone).collect();
    assert_eq!(tones, [4, -3]);
    let x = stage.metrics.header_width + view.x_of(day(1972, 9, 29) + 43_200.0);
    assert!((scene.tone[0].x - x).abs() < 0.1);
}

#[test]
fn a_screen_reader_hears_the_date_the_title_the_kind_and_the_quotes() {
    let quotes = r#", "quotes": [{"text": "a", "lang": "en", "source": "s"}, {"text": "b", "lang": "en", "source": "s"}, {"text": "c", "lang": "ja", "source": "s"}]"#;
    let timeline = record_with(
        &[
            Made {
                title: "Japan-China Joint Communique",
                more: quotes,
                ..EVENT
            },
            Made {
                date: "1972",
                ..EVENT
            },
        ],
        r#", "sources": [{"id": "s", "title": "S"}]"#,
    );
    let name = |id: &str| {
        event_name(
            &timeline,
            timeline.find(id).expect("there"),
            crate::date::Language::En,
        )
    };
    assert_eq!(
        name("e0"),
        "1972-09-29, Japan-China Joint Communique, joint statement, 3 quotes"
    );
    assert_eq!(name("e1"), "1972, Joint Communique, joint statement");
}

#[test]
fn the_line_of_today_is_there_when_in_view() {
    let mut stage = Stage::new(record(&[EVENT]), Grouping::None);
    let scene = stage.scene(window(day(1970, 1, 1), day(1980, 1, 1)));
    assert_eq!(scene.today_x, None);
    let request = |now| SceneRequest {
        timeline: &stage.timeline,
        index: &stage.index,
        viewport: window(day(1970, 1, 1), day(1980, 1, 1)),
        height_points: 500.0,
        metrics: &stage.metrics,
        language: crate::date::Language::Ja,
        second_language: crate::date::Language::En,
        zone: crate::date::Zone::TOKYO,
        calendar: None,
        lanes: &stage.lanes,
        scroll_points: 0.0,
        bands: &[],
        selected: None,
        matches: None,
        now: Some(crate::date::Instant(now)),
        tone: false,
        overview: false,
        measure: &PlainMeasure,
    };
    let x = |now: f64| request(now as i64).build(&mut SceneCache::new()).today_x;
    assert!(x(day(1975, 1, 1)).is_some_and(|x| (x - 672.0).abs() < 1.0));
    assert_eq!(x(day(1985, 1, 1)), None);
}

/// A scene whose first event names 40 others, with the stage it was made on.
fn hub(from: f64, to: f64) -> (Stage, Scene) {
    let named: Vec<String> = (1..=40)
        .map(|at| format!(r#"{{"type": "recalls", "event": "e{at}"}}"#))
        .collect();
    let more = format!(r#", "relations": [{}]"#, named.join(","));
    let dates: Vec<String> = (0..40).map(|at| format!("{}-05-01", 1930 + at)).collect();
    let mut events = vec![Made {
        more: &more,
        date: "1972-09-29",
        ..EVENT
    }];
    events.extend(dates.iter().enumerate().map(|(at, date)| Made {
        date,
        importance: if at % 8 == 0 { 5 } else { 2 },
        actors: if at % 2 == 0 {
            &["JPN", "CHN"]
        } else {
            &["PRK"]
        },
        ..EVENT
    }));
    let mut stage = Stage::new(record(&events), Grouping::Pair);
    stage.selected = Some(stage.event("e0"));
    stage.height = 900.0;
    let scene = stage.scene(window(from, to));
    (stage, scene)
}

#[test]
fn arrows_at_an_edge_are_few_important_and_inside_the_plot() {
    let (stage, scene) = hub(day(1971, 1, 1), day(1974, 1, 1));
    assert_eq!(scene.edge_arrows.len(), 6);
    let plot = scene.layout.plot();
    for (at, arrow) in scene.edge_arrows.iter().enumerate() {
        assert!(is_inside(&plot, &arrow.rect), "{:?}", arrow.rect);
        if at < 5 {
            assert_eq!(stage.timeline.head(arrow.target).importance, 5);
        } else {
            assert_eq!(&*arrow.label.text, "+35 more");
        }
        for other in &scene.edge_arrows[at + 1..] {
            assert!(!arrow.rect.overlaps(&other.rect));
        }
    }
    // As many as there is room for when the lanes are low.
    for height in [36.0, 50.0, 70.0, 100.0, 140.0] {
        let (mut stage, _) = hub(0.0, 1.0);
        stage.height = height;
        for scroll in [0.0, 80.0] {
            stage.scroll = scroll;
            let scene = stage.scene(window(day(1940, 1, 1), day(1945, 1, 1)));
            let plot = scene.layout.plot();
            for (at, arrow) in scene.edge_arrows.iter().enumerate() {
                assert!(is_inside(&plot, &arrow.rect), "{:?}", arrow.rect);
                let mut others = scene.edge_arrows[at + 1..].iter();
                assert!(others.all(|other| !other.rect.overlaps(&arrow.rect)));
            }
        }
    }
}

#[test]
fn words_of_arcs_lie_on_nothing_and_what_is_not_painted_is_not_hit() {
    let (_, scene) = hub(day(1925, 1, 1), day(1980, 1, 1));
    assert_eq!(scene.arcs.len(), 40);
    let said: Vec<(usize, Rect)> = scene
        .arcs
        .iter()
        .enumerate()
        .filter_map(|(at, arc)| Some((at, arc.pill?)))
        .collect();
    assert!(!said.is_empty() && said.len() <= 6, "{}", said.len());
    let plot = scene.layout.plot();
    for (nth, (at, pill)) in said.iter().enumerate() {
        assert!(is_inside(&plot, pill));
        assert!(
            said[nth + 1..]
                .iter()
                .all(|(_, other)| !other.overlaps(pill))
        );
        for label in scene.marks.iter().filter_map(|mark| mark.label.as_ref()) {
            let y = label.anchor.y;
            let words = Rect::new(label.left(), y - 8.0, label.right(), y + 8.0);
            assert!(!words.overlaps(pill), "{}", label.text);
        }
        let centre = pill.centre();
        assert_eq!(scene.hit(centre.x, centre.y), Some(Hit::Arc(*at)));
    }
    // Nothing of a relation answers outside the lanes.
    for x in 0..117 {
        let hit = scene.hit(x as f32 * 10.0, scene.layout.lanes.top - 2.0);
        assert!(!matches!(hit, Some(Hit::Arc(_) | Hit::EdgeArrow(_))));
    }
}

#[test]
fn a_band_with_an_open_end_is_drawn_on_and_zooms_to_what_is_dated() {
    let bands = r#", "bands": [{"group": "Leader", "label": "Xi", "date": "2012-11-15/.."}]"#;
    let mut stage = Stage::new(record_with(&[], bands), Grouping::None);
    stage.bands = vec![0];
    let scene = stage.scene(window(day(2010, 1, 1), day(2030, 1, 1)));
    let segment = &scene.bands[0].segments[0];
    assert_eq!(segment.end, SpanEdge::Open);
    assert!((segment.rect.right - scene.layout.canvas.right).abs() < 0.01);
    assert_eq!(segment.start_s as f64, day(2012, 11, 15));
    assert!(segment.end_s > segment.start_s && (segment.end_s as f64) <= day(2012, 11, 17));
}

/// A record with an event every nine days, whose tones are all but regular.
fn toned() -> Stage {
    let more: Vec<String> = (0..400)
        .map(|at| {
            let tone = (at * 7 + at / 11) % 11 - 5;
            format!(r#", "tone": {{"value": {tone}, "reason": "because"}}"#)
        })
        .collect();
    let dates: Vec<String> = (0..400)
        .map(|at| format!("{}-{:02}-{:02}", 1970 + at / 40, 1 + at % 12, 1 + at % 28))
        .collect();
    let events: Vec<Made> = more
        .iter()
        .zip(&dates)
        .enumerate()
        .map(|(at, (more, date))| Made {
            date,
            importance: 1 + (at % 5) as u8,
            more: if at % 3 == 0 { "" } else { more },
            ..EVENT
        })
        .collect();
    let mut stage = Stage::new(record(&events), Grouping::None);
    stage.tone = true;
    stage
}

#[test]
fn a_tone_in_view_keeps_its_dot_while_one_pans() {
    let mut stage = toned();
    let mut view = window(day(1965, 1, 1), day(1985, 1, 1));
    let mut before = stage.scene(view);
    assert!(before.tone.len() > 60, "{}", before.tone.len());
    for _ in 0..40 {
        view = view.pan(-7.3);
        let after = stage.scene(view);
        for point in &before.tone {
            let is_seen = point.at_s >= view.start_s && point.at_s <= view.end_s();
            let still = after.tone.iter().any(|other| other.event == point.event);
            assert_eq!(is_seen, still, "{point:?}");
        }
        before = after;
    }
}

#[test]
fn events_without_a_tone_take_no_place_and_the_selected_one_is_there() {
    let mut stage = toned();
    let view = window(day(1900, 1, 1), day(2100, 1, 1));
    let column = stage.scene(view).tone;
    let tones: BTreeSet<i8> = column.iter().map(|point| point.tone).collect();
    assert_eq!(tones.len(), 11);
    // The one that lost to others still has its dot when it is selected.
    let lost = stage.timeline.events().find(|event| {
        stage.timeline.head(*event).tone.is_some()
            && column.iter().all(|point| point.event != *event)
    });
    stage.selected = lost;
    let chosen = stage.scene(view).tone;
    assert!(lost.is_some() && chosen.iter().any(|point| point.selected));
    assert_eq!(chosen.len(), column.len() + 1);
}

#[test]
fn one_who_only_stood_in_is_named_as_such_and_people_by_their_family() {
    let bands = r#", "bands": [
        {"group": "President", "actor": "KOR", "label": {"en": "Syngman Rhee"}, "date": "1948-07-24/1960-04-27"},
        {"group": "President", "actor": "KOR", "label": {"en": "Heo Jeong"}, "date": "1960-04-27/1963-06-15", "acting": true}]"#;
    let mut stage = Stage::new(record_with(&[EVENT], bands), Grouping::None);
    stage.bands = vec![0];
    let mut labels = |from, to| {
        let scene = stage.scene(window(day(from, 1, 1), day(to, 1, 1)));
        let row = scene.bands[0].clone();
        let said = |at: usize| {
            let label = row.segments[at].label.as_ref();
            label.map_or(String::new(), |label| label.text.to_string())
        };
        assert_eq!(&*row.segments[1].name, "Heo Jeong (acting)");
        assert!(row.segments[1].acting && !row.segments[0].acting);
        (said(0), said(1))
    };
    let label = |rhee: &str, heo: &str| (rhee.to_owned(), heo.to_owned());
    assert_eq!(
        labels(1948, 1964),
        label("Syngman Rhee", "Heo Jeong (acting)")
    );
    assert_eq!(labels(1940, 1970), label("Syngman Rhee", "Heo (acting)"));
    assert_eq!(labels(1800, 2020), label("Rhee", ""));
}
