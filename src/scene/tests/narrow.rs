//! Plots narrower than the words in them.

use super::*;
use crate::theme::{Theme, ThemeId};

#[test]
fn a_plot_narrower_than_a_word_is_drawn_without_it() {
    let bands =
        r#", "bands": [{"group": "Prime Minister", "label": "Tanaka", "date": "1972-07-07/.."}]"#;
    let events = [
        Made {
            more: r#", "tone": {"value": 3, "reason": "warm"}, "relations": [{"type": "recalls", "event": "e1"}]"#,
            ..EVENT
        },
        Made {
            date: "2024-11-15/..",
            ..EVENT
        },
        Made {
            date: "1972",
            ..EVENT
        },
    ];
    for theme in ThemeId::ALL {
        let mut stage = Stage::new(record_with(&events, bands), Grouping::Pair);
        stage.metrics = crate::export::metrics_of(Theme::of(theme));
        (stage.tone, stage.overview, stage.bands) = (true, true, vec![0]);
        stage.selected = Some(stage.event("e0"));
        for width in [0.0, 1.0, 2.0, 5.0, 20.0, 60.0] {
            for (from, to) in [(1970, 2030), (1972, 1973), (2000, 2001)] {
                for height in [0.0, 20.0, 120.0, 700.0] {
                    stage.height = height;
                    let made = Viewport::new(day(from, 1, 1), day(to, 1, 1), width);
                    for width_points in [width, made.width_points] {
                        let scene = stage.scene(Viewport {
                            width_points,
                            ..made
                        });
                        assert_eq!(scene.overview.is_some(), height == 700.0);
                        if let Some(overview) = &scene.overview {
                            assert!(overview.window.right >= overview.window.left);
                        }
                        let axis = scene.layout.axis;
                        for line in scene.axis.upper.iter().chain(&scene.axis.lower) {
                            assert!(line.max_width <= axis.width());
                        }
                    }
                }
            }
        }
    }
}
