//! Opens the window: by the GPU where there is one, by OpenGL otherwise.

use std::path::PathBuf;

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;
use thiserror::Error;

use super::{NenpyoApp, display, window_place};

/// The program's name for the desktop, and that of its folder for settings.
pub(super) const APP_ID: &str = "nenpyo";

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
    /// The display that is named does not answer.
    #[error(
        "the display does not answer ({names}): {reason}. Start it from a desktop, or correct these \
         variables; 'nenpyo check' and 'nenpyo render' need no display"
    )]
    DeadDisplay {
        /// The variables that name it, with their values.
        names: String,
        /// What the system said.
        reason: String,
    },
    /// Neither renderer would start.
    #[error(
        "the window could not be opened: {0}. Updating the graphics driver may help; 'nenpyo render' works without one"
    )]
    Renderer(String),
}

/// Opens the window on a file, or on the bundled record, and stays until it is closed.
pub fn open(file: Option<PathBuf>) -> Result<(), OpenWindowError> {
    if cfg!(all(unix, not(target_os = "macos"))) && !display::is_named() {
        return Err(OpenWindowError::NoDisplay);
    }
    let first = run(Renderer::Wgpu, file.clone());
    let Err(error) = first else { return Ok(()) };
    if let eframe::Error::WinitEventLoop(reason) = &error {
        // No renderer can help where there is no event loop, and only one may be made.
        return Err(OpenWindowError::DeadDisplay {
            names: display::names(),
            reason: last_clause(&reason.to_string()),
        });
    }
    tracing::warn!(%error, "no window by the GPU; trying OpenGL");
    run(Renderer::Glow, file).map_err(|second| {
        // The first reason is the better one when both say the same.
        OpenWindowError::Renderer(format!("{error}; with OpenGL: {second}"))
    })
}

/// What a library's message ends on: before it stand the places in its source.
fn last_clause(message: &str) -> String {
    message.rsplit(": ").next().unwrap_or(message).to_owned()
}

fn run(renderer: Renderer, file: Option<PathBuf>) -> eframe::Result {
    let options = NativeOptions {
        renderer,
        viewport: ViewportBuilder::default()
            .with_title("Nenpyo")
            .with_app_id(APP_ID)
            .with_inner_size(window_place::USUAL_POINTS)
            .with_min_inner_size(window_place::LEAST_POINTS)
            .with_drag_and_drop(true),
        run_and_return: true,
        event_loop_builder: display::event_loop_hook(),
        ..NativeOptions::default()
    };
    eframe::run_native(
        APP_ID,
        options,
        Box::new(|creation| Ok(Box::new(NenpyoApp::new(creation, file)?))),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_told_without_the_places_in_a_librarys_source() {
        let message = "winit EventLoopError: os error at /a/b.rs:788: Failed to open connection";
        assert_eq!(last_clause(message), "Failed to open connection");
        assert_eq!(last_clause("plain"), "plain");
    }
}
