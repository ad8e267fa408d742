//! The window’s parts in every theme and size.

use super::*;

#[test]
fn the_list_of_what_was_found_has_room_for_its_rows() {
    let mut harness = usual();
    find(&mut harness, "北朝鮮");
    let rows = harness.query_all_by(|node| {
        let label = node.label().unwrap_or_default();
        // The best hits are titles: each row says what it is and shows the word.
        let says = ["title: ", "actor: ", "tag: "]
            .iter()
            .any(|field| label.contains(field));
        node.role() == Role::Button && says && label.contains("北朝鮮")
    });
    let shown = rows.filter(|row| row.rect().height() > 30.0).count();
    assert!(shown >= 6, "{shown} rows");
    // A screen reader is told where the list is.
    let list = harness.get_by_role_and_label(Role::List, "Events found");
    let place = list.rect();
    assert!(
        place.is_finite() && place.height() > 6.0 * 30.0,
        "{place:?}"
    );
}

#[test]
fn every_theme_language_and_grouping_draws_at_both_sizes() {
    for (width, height) in [(1280.0, 720.0), (1920.0, 1080.0)] {
        let mut harness = window(
            width,
            height,
            Settings {
                tone: true,
                ..Settings::default()
            },
        );
        for theme in nenpyo::theme::ThemeId::ALL {
            harness.state_mut().command(Command::UseTheme(theme));
            harness.run();
        }
        for language in Language::ALL {
            harness.state_mut().command(Command::UseLanguage(language));
            harness.run();
        }
        for grouping in Grouping::ALL {
            harness.state_mut().command(Command::GroupBy(grouping));
            harness.run();
            let scene = harness.state().canvas().scene().expect("a picture");
            assert!(
                !scene.lanes.is_empty() && !scene.marks.is_empty(),
                "{grouping:?}"
            );
        }
    }
}

#[test]
fn the_smallest_window_holds_every_theme_at_twice_the_size() {
    // At twice the size there is no room for the panel beside the plot.
    for (scale, has_panel) in [(1.0, true), (2.0, false)] {
        let settings = Settings {
            scale,
            tone: true,
            ..Settings::default()
        };
        let mut harness = window(720.0, 480.0, settings);
        harness.run();
        select(&mut harness, COMMUNIQUE);
        for theme in nenpyo::theme::ThemeId::ALL {
            harness.state_mut().command(Command::UseTheme(theme));
            harness.run();
            let resize = harness.query_by_role_and_label(Role::Splitter, "Resize panel");
            assert_eq!(resize.is_some(), has_panel, "{theme:?} at {scale}");
            let plot = harness.state().state().viewport.width_points;
            assert!(plot >= 199.0, "{theme:?} at {scale}: {plot}");
        }
    }
}

#[test]
fn a_projectors_window_at_twice_the_size_still_holds_the_panel() {
    let settings = Settings {
        theme: "projector".into(),
        scale: 2.0,
        ..Settings::default()
    };
    let mut harness = window(1280.0, 720.0, settings);
    harness.run();
    select(&mut harness, COMMUNIQUE);
    harness.get_by_role_and_label(Role::Splitter, "Resize panel");
}

#[test]
fn an_open_panel_leaves_room_for_time() {
    let settings = Settings {
        theme: "projector".into(),
        ..Settings::default()
    };
    let mut harness = window(720.0, 480.0, settings);
    harness.run();
    let plot = harness.state().state().viewport.width_points;
    assert!(plot >= 199.0, "{plot}");
}

#[test]
fn the_panel_has_its_own_width_again_when_there_is_room() {
    let mut harness = usual();
    harness.run();
    let before = harness.state().state().viewport.width_points;
    harness.set_size(vec2(760.0, 900.0));
    harness.run();
    harness.set_size(vec2(1600.0, 900.0));
    harness.run();
    let after = harness.state().state().viewport.width_points;
    assert!((before - after).abs() < 1.0, "{before} {after}");
}

#[test]
fn the_panels_handle_answers_on_both_sides_of_its_line() {
    for aside in [-2.0, 0.0, 2.0] {
        let mut harness = usual();
        harness.run();
        let view = harness.state().state().viewport;
        let handle = harness.get_by_label("Resize panel").rect();
        let line = egui::pos2(handle.center().x + aside, handle.center().y);
        harness.hover_at(line);
        harness.drag_at(line);
        harness.step();
        harness.hover_at(line - egui::vec2(60.0, 0.0));
        harness.step();
        harness.drop_at(line - egui::vec2(60.0, 0.0));
        harness.run();
        let now = harness.state().state().viewport;
        assert_eq!(
            now.start_s, view.start_s,
            "{aside}: the timeline was not panned"
        );
        let width = harness.state().state().settings.panel_width_points;
        assert!(width > 460.0, "{aside}: {width}");
    }
}
