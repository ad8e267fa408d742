//! Events on the clipboard: as a small record, which pastes into any other with the actors and the
//! sources that its events refer to, and as rows, which a spreadsheet reads and writes.
//!
//! What is pasted becomes one [`Edit`](super::Edit). An event whose id is taken gets a new one, and
//! relations among what is pasted follow; what cannot be read is told by its row or line, and the
//! rest is pasted. Nothing is pasted half.

mod json;
mod paste;
mod rows;
mod table;
mod told;
mod tongue;

pub use json::to_json;
pub use paste::{Pasted, paste, paste_unless_cancelled};
pub use rows::to_rows;
pub use told::{ClipError, Place, Rejected, Why};

use serde_json::Value;

/// The most events that are pasted at once; a larger record is opened as a file.
pub const MOST_EVENTS: usize = 2_000;

/// One event as it stands on the clipboard.
struct Piece {
    /// Where it stands there.
    place: Place,
    /// Its JSON object.
    text: String,
}

/// What was read from the clipboard.
#[derive(Default)]
struct Clip {
    pieces: Vec<Piece>,
    /// The language of its plain strings; none: that of the record into which it is pasted.
    language: Option<String>,
    actors: Vec<Value>,
    sources: Vec<Value>,
    rejected: Vec<Rejected>,
    unknown_columns: Vec<String>,
}

#[cfg(test)]
mod tests;
