//! The menus of the real program in windows of the sizes that projectors have.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::date::Language;
use crate::theme::ThemeId;
use crate::ui::NenpyoApp;

fn projector(width: f32, height: f32) -> Harness<'static, NenpyoApp> {
    let settings = Settings {
        theme: ThemeId::Projector.name().to_owned(),
        ..Settings::default()
    };
    let mut harness = Harness::builder()
        .with_size(vec2(width, height))
        .with_max_steps(240)
        .build_eframe(move |creation| {
            NenpyoApp::for_test(&creation.egui_ctx, settings).expect("the bundled record opens")
        });
    harness.run();
    harness
}

/// Clicks a button or a row by its label; of several the last, which lies on top.
fn press(harness: &mut Harness<'static, NenpyoApp>, label: &str) {
    let row = harness.query_all_by(|node| {
        node.role() == Role::Button && node.label().is_some_and(|own| own == label)
    });
    row.last().expect("the row is there").click();
    harness.run();
    harness.run();
}

fn bottoms(harness: &Harness<'static, NenpyoApp>, labels: &[&str]) -> Vec<f32> {
    let bottom = |label: &&str| {
        let rows = harness.query_all_by_label(label);
        rows.last().map(|row| row.rect().bottom())
    };
    labels.iter().filter_map(bottom).collect()
}

#[test]
fn the_view_menu_stays_in_a_projectors_window() {
    for (width, height) in [(1024.0, 640.0), (1280.0, 720.0)] {
        let mut harness = projector(width, height);
        press(&mut harness, "Menu");
        press(&mut harness, "View");
        let rows = [
            "Side panel",
            "Language",
            "Time zone",
            "Office holders shown",
        ];
        let bottoms = bottoms(&harness, &rows);
        assert_eq!(bottoms.len(), rows.len(), "{bottoms:?}");
        assert!(
            bottoms.iter().all(|&bottom| bottom <= height),
            "{bottoms:?}"
        );
        press(&mut harness, "Theme");
        press(&mut harness, "Light theme");
        assert_eq!(harness.state().state().settings.theme(), ThemeId::Light);
    }
}

#[test]
fn a_menu_longer_than_the_window_is_scrolled() {
    let mut harness = projector(1024.0, 400.0);
    press(&mut harness, "Theme");
    let last = |harness: &Harness<'static, NenpyoApp>| bottoms(harness, &["한국어"])[0];
    assert!(last(&harness) > 400.0, "{}", last(&harness));
    let row = harness.get_by_label("Dark theme").rect();
    harness.hover_at(row.center());
    harness.run();
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -900.0),
        phase: egui::TouchPhase::Move,
        modifiers: egui::Modifiers::NONE,
        source: egui::MouseWheelSource::Unknown,
    });
    harness.run();
    assert!(last(&harness) <= 400.0, "{}", last(&harness));
}

#[test]
fn the_theme_menu_closes_after_a_choice_and_stays_for_sizes() {
    let mut harness = projector(1280.0, 720.0);
    press(&mut harness, "Theme");
    press(&mut harness, "Larger");
    assert!(harness.state().state().settings.scale > 1.0);
    press(&mut harness, "Smaller");
    press(&mut harness, "Dark theme");
    assert_eq!(harness.state().state().settings.theme(), ThemeId::Dark);
    assert!(harness.query_by_label("Larger").is_none(), "it is closed");
    press(&mut harness, "Theme");
    press(&mut harness, "日本語");
    assert_eq!(harness.state().state().language(), Language::Ja);
    assert!(harness.query_by_label("大きく").is_none(), "it is closed");
}
