//! Texts longer than any line.

use super::*;
use crate::date::Language;

#[test]
fn a_title_of_megabytes_is_cut_wherever_a_scene_says_it() {
    const MOST_BYTES: usize = 8_192;
    let title = "条約 ".repeat(1 << 20);
    let bands =
        format!(r#", "bands": [{{"group": "{title}", "label": "{title}", "date": "1970/1980"}}]"#);
    let events = [
        Made {
            title: &title,
            more: r#", "relations": [{"type": "recalls", "event": "e1"}, {"type": "recalls", "event": "e2"}]"#,
            ..EVENT
        },
        Made {
            title: &title,
            date: "2024-11-15",
            ..EVENT
        },
        Made {
            title: &title,
            date: "Y1E18",
            ..EVENT
        },
    ];
    let mut stage = Stage::new(record_with(&events, &bands), Grouping::Pair);
    stage.bands = vec![0];
    stage.selected = Some(stage.event("e0"));
    for (from, to) in [(1960, 1985), (1960, 2030)] {
        let scene = stage.scene(window(day(from, 1, 1), day(to, 1, 1)));
        let marks = scene.marks.iter();
        let of_marks = marks.flat_map(|mark| mark.label.iter().chain(&mark.note));
        let of_bands = scene.bands.iter().flat_map(|row| {
            let labels = row
                .segments
                .iter()
                .filter_map(|segment| segment.label.as_ref());
            labels.chain([&row.title])
        });
        let arrows = scene.edge_arrows.iter().map(|arrow| &arrow.label);
        let lines: Vec<&TextLine> = of_marks.chain(of_bands).chain(arrows).collect();
        assert!(lines.iter().any(|line| line.text.ends_with('…')));
        for line in lines {
            assert!(line.text.len() < MOST_BYTES, "{} bytes", line.text.len());
        }
        for mark in &scene.marks {
            let name = event_name(&stage.timeline, mark.event, Language::En);
            assert!(name.len() < MOST_BYTES, "{} bytes", name.len());
        }
        for row in &scene.bands {
            let names = row.segments.iter().map(|segment| segment.name.len());
            assert!(names.max().is_none_or(|bytes| bytes < MOST_BYTES));
        }
    }
}
