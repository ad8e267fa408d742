//! State, commands, and the one place that changes state. Knows no window.
//!
//! State is three things that never mix: the [`document`](crate::document) (what is open), the
//! view (the window of time, the selection, what is drawn; remembered in [`settings`]) and the
//! transient (a half-typed search, running jobs, notices).

pub mod catalogue;
pub mod command;
pub mod editing;
pub mod find;
pub mod form;
pub mod jobs;
pub mod message;
pub mod motion;
mod moving;
pub mod notice;
mod opening;
mod selecting;
pub mod settings;
mod state;
pub mod table;
pub mod trail;
mod update;

pub use command::Command;
pub use settings::Settings;
pub use state::{Dialog, Effect, Pointer, State, WholeSpan};

#[cfg(test)]
mod tests;
