//! Bytes to record and back, one file a format.
//!
//! [`native`] is the program's own JSON; [`sample`] makes large records of it for measurements;
//! [`schema`] describes it to editors, [`report`] tells what is wrong in a file. [`citation`] reads
//! what an editor pastes as sources, and [`picture`] the pictures beside a record.

pub mod citation;
pub mod native;
mod open_error;
pub mod picture;
mod progress;
pub mod report;
pub mod sample;
pub mod schema;

pub use open_error::OpenError;
pub use progress::Progress;

use crate::record::{Report, Timeline};

/// A record that was read, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The record, with the events that could be read.
    pub timeline: Timeline,
    /// Errors, warnings, and events that could not be read.
    pub report: Report,
}
