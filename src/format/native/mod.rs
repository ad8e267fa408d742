//! Nenpyo's own format: one JSON file that a person can read, diff and mail.
//!
//! Opening is one pass for the places of the events ([`elements`]), one for their contents on all
//! processors ([`crate::record`]'s checks), and one to join what was read. Nothing is copied: the
//! timeline keeps the file's bytes.

pub mod edit;
mod elements;
mod outline;
mod read;
mod sniff;
mod write;

pub use read::{read, read_with};
pub use write::{Style, value, write};

#[cfg(test)]
mod tests;
