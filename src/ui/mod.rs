//! The window: panels and canvas read the state, paint, and send commands.

mod app;
pub mod canvas;
mod cities;
pub mod dialogs;
pub mod find_field;
pub mod fonts;
pub mod keys;
pub mod look;
mod menu;
mod open;
pub mod panel;
mod status_line;
mod system_fonts;
mod toasts;
mod top_bar;
mod watch;

pub use app::NenpyoApp;
pub use open::{OpenWindowError, open};
