//! A few small pictures of the whole window, where there is an adapter that draws on the processor
//! (on Debian `mesa-vulkan-drivers`); without one they are not looked at, and the test says so. Each
//! graphics card rounds in its own way: no picture of one can be held against another's.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test pictures` draws them anew.

use eframe::egui_wgpu::RendererOptions;
use eframe::wgpu::DeviceType;
use egui::vec2;
use egui_kittest::wgpu::{WgpuTestRenderer, create_render_state, default_wgpu_setup};
use egui_kittest::{Harness, SnapshotOptions};
use nenpyo::app::{Command, Settings};
use nenpyo::ui::NenpyoApp;

/// A picture may differ in this many pixels: drivers round the edges of round things differently.
const PIXELS: usize = 400;

fn software_renderer() -> Option<WgpuTestRenderer> {
    let make = || create_render_state(default_wgpu_setup(), RendererOptions::PREDICTABLE);
    let state = std::panic::catch_unwind(make).ok()?;
    let is_software = state.adapter.get_info().device_type == DeviceType::Cpu;
    is_software.then(|| WgpuTestRenderer::from_render_state(state))
}

/// Draws the window with an event selected and compares it with the picture of that name.
fn look(name: &str, event: &str, settings: Settings) {
    let Some(renderer) = software_renderer() else {
        eprintln!("no software adapter: the picture {name} was not looked at");
        return;
    };
    let mut harness: Harness<NenpyoApp> = Harness::builder()
        .with_size(vec2(1000.0, 620.0))
        .with_max_steps(240)
        .renderer(renderer)
        .build_eframe(move |creation| {
            NenpyoApp::for_test(&creation.egui_ctx, settings).expect("the bundled record opens")
        });
    harness.run();
    let timeline = &harness.state().state().document.timeline;
    let event = timeline.find(event).expect("the event is there");
    harness.state_mut().command(Command::Reveal(event));
    harness.run();
    let options = SnapshotOptions::new().max_failed_pixels(PIXELS);
    harness.snapshot_options(name, &options);
}

#[test]
fn reading_in_the_light() {
    let settings = Settings {
        scale: 1.0,
        panel_width_points: 360.0,
        ..Settings::default()
    };
    look("window-light", "japan-china-joint-statement-2008", settings);
}

#[test]
fn reading_in_japanese_in_the_dark_with_tone() {
    let settings = Settings {
        theme: "dark".into(),
        language: "ja".into(),
        tone: true,
        panel_width_points: 360.0,
        ..Settings::default()
    };
    look("window-dark-ja", "ishiba-xi-summit-lima-2024", settings);
}
