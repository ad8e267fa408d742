//! JSON read strictly and in place: a flat list of spans over the text, no copies.
//!
//! serde decodes into values and forgets where they stood. A record's errors must name line and
//! column, an edit must replace one value's bytes, and a million events must be checked in a
//! second or two, so the text is read once into a reusable [`Tape`] whose [`Node`]s know their
//! place. No recursion: any depth is met with an error, never with a full stack.

mod error;
mod node;
mod scan;
mod tape;

pub use error::{SyntaxError, SyntaxErrorKind};
pub use node::{Members, Node};
pub(crate) use scan::{number, skip_whitespace, string, string_at};
pub use tape::{MAX_DEPTH, Tag, Tape, check_grammar};

#[cfg(test)]
mod tests;
