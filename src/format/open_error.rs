//! Why a file cannot be opened at all.

use thiserror::Error;

use crate::record::Diagnostic;

/// Nothing could be opened.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum OpenError {
    /// The bytes are no record; the diagnostic says what they are instead, and where it shows.
    #[error("line {}, column {}: {}", .0.line, .0.column, .0.message)]
    Refused(Box<Diagnostic>),
    /// The reader was asked to stop.
    #[error("opening was cancelled")]
    Cancelled,
}

impl OpenError {
    /// What is wrong and where; `None` when the reader was asked to stop.
    pub fn diagnostic(&self) -> Option<&Diagnostic> {
        match self {
            Self::Refused(diagnostic) => Some(diagnostic),
            Self::Cancelled => None,
        }
    }
}
