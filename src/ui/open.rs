//! Opens the window: by the GPU where there is one, by OpenGL otherwise.

use std::path::PathBuf;

use eframe::{NativeOptions, Renderer};
use egui::{ViewportBuilder, vec2};
use thiserror::Error;

use super::NenpyoApp;

/// Why there is no window.
#[derive(Debug, Error)]
pub enum OpenWindowError {
    /// There is no display to open it on.
    #[error(
        "there is no display to open a window on (neither WAYLAND_DISPLAY nor DISPLAY is set). \
         Start it from a desktop, or use a command that needs none: 'nenpyo check FILE' or \
         'nenpyo render FILE -o OUT.svg'"
    )]
    NoDisplay,
    /// Neither renderer would start.
    #[error(
        "the window could not be opened: {0}. Updating the graphics driver may help; 'nenpyo render' works without one"
    )]
    Renderer(String),
}

/// Opens the window on a file, or on the bundled record, and stays until it is closed.
pub fn open(file: Option<PathBuf>) -> Result<(), OpenWindowError> {
    if cfg!(all(unix, not(target_os = "macos"))) && !has_display() {
        return Err(OpenWindowError::NoDisplay);
    }
    let first = run(Renderer::Wgpu, file.clone());
    let Err(error) = first else { return Ok(()) };
    tracing::warn!(%error, "no window by the GPU; trying OpenGL");
    run(Renderer::Glow, file).map_err(|second| {
        // The first reason is the better one when both say the same.
        OpenWindowError::Renderer(format!("{error}; with OpenGL: {second}"))
    })
}

fn has_display() -> bool {
    ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn run(renderer: Renderer, file: Option<PathBuf>) -> eframe::Result {
    let options = NativeOptions {
        renderer,
        viewport: ViewportBuilder::default()
            .with_title("Nenpyo")
            .with_app_id("nenpyo")
            .with_inner_size(vec2(1280.0, 800.0))
            .with_min_inner_size(vec2(720.0, 480.0))
            .with_drag_and_drop(true),
        run_and_return: true,
        ..NativeOptions::default()
    };
    eframe::run_native(
        "nenpyo",
        options,
        Box::new(|creation| Ok(Box::new(NenpyoApp::new(creation, file)?))),
    )
}
