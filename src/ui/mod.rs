//! The window: panels and canvas read the state, paint, and send commands.
//!
//! All that the program itself says in the window is in the reader's language, for sight and for a
//! screen reader alike; each part has its words in a file `phrases`. English everywhere are only
//! reports on a record, which name lines and columns and are quoted to others, and the command
//! line.

mod app;
pub mod canvas;
mod cities;
mod clipboard;
pub mod dialogs;
mod display;
pub mod event_form;
mod file_dialog;
pub mod find_field;
pub mod fonts;
pub mod keys;
pub mod look;
mod menu;
mod open;
pub mod panel;
mod phrases;
pub mod pictures;
mod polyglot;
#[cfg(unix)]
mod signals;
mod status_line;
mod system_fonts;
pub mod table;
mod toasts;
mod top_bar;
mod watch;
mod window_place;

/// Characters that a field for words or a date takes; who pastes a book looks for none of it.
const MOST_TYPED: usize = 400;

pub use app::NenpyoApp;
pub use open::{OpenWindowError, open};
