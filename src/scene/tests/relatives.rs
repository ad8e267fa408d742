//! What arcs and edge arrows say, and where they stay.

use super::*;

const LINKED: [Made<'static>; 2] = [
    Made {
        more: r#", "relations": [{"type": "builds_on", "event": "e1"}]"#,
        date: "1978-08-12",
        title: "Treaty of Peace",
        ..EVENT
    },
    Made {
        date: "1972-09-29",
        ..EVENT
    },
];

#[test]
fn words_of_relations_are_said_from_the_selected_events_side() {
    let mut stage = Stage::new(record(&LINKED), Grouping::Pair);
    let both = window(day(1960, 1, 1), day(1990, 1, 1));
    for (selected, words) in [("e0", "builds on"), ("e1", "built on by")] {
        stage.selected = Some(stage.event(selected));
        assert_eq!(&*stage.scene(both).arcs[0].label.text, words);
    }
    let scene = stage.scene(window(day(1972, 1, 1), day(1973, 1, 1)));
    let arrow = &scene.edge_arrows[0];
    assert_eq!(arrow.side, Side::Right);
    assert_eq!(&*arrow.label.text, "built on by · Treaty of Peace");
}
