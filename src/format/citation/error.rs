//! Why nothing could be made of a paste, or of one entry of it.

use thiserror::Error;

use super::{MOST_BYTES, MOST_SOURCES};
use crate::record::json::SyntaxErrorKind;

/// Why a text is no source.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum CitationError {
    /// No text at all.
    #[error("there is nothing here: paste an address, a citation, BibTeX, RIS or CSL-JSON")]
    Empty,
    /// More text than is looked at.
    #[error("the text is of {} MB and may be of {}: paste a part of it", bytes.div_ceil(1 << 20), MOST_BYTES >> 20)]
    TooLong {
        /// The size of the text.
        bytes: usize,
    },
    /// More sources than are read at once.
    #[error("there are more than {MOST_SOURCES} sources here: paste a part of them")]
    TooMany,
    /// Words in which no source was found.
    #[error(
        "no source was found in these words: paste an address (https://…), or a citation with a title in quotation marks and a date"
    )]
    NotUnderstood,
    /// A paragraph in which no source was found.
    #[error(
        "line {line}: no source was found in these words; a citation has a title in quotation marks and a date"
    )]
    NoCitation {
        /// Its first line, from 1.
        line: usize,
    },
    /// A paragraph that is no citation.
    #[error("line {line}: this is too long for one citation; leave an empty line between two")]
    LongParagraph {
        /// Its first line, from 1.
        line: usize,
    },
    /// An address that is not of the web.
    #[error("line {line}: an address begins with https:// or http://")]
    Address {
        /// Its line, from 1.
        line: usize,
    },
    /// A text that begins as JSON and is none.
    #[error("line {line}, column {column}: {kind}")]
    Json {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is wrong.
        kind: SyntaxErrorKind,
    },
    /// JSON that is no source.
    #[error(
        "line {line}: this is no source in CSL-JSON; it is an object with \"type\" and \"title\", or a list of such"
    )]
    NoItem {
        /// The line, from 1.
        line: usize,
    },
    /// A BibTeX entry without its end.
    #[error("line {line}: this entry is not closed; a }} is missing")]
    Unclosed {
        /// The entry's first line, from 1.
        line: usize,
    },
    /// A BibTeX entry whose fields are not written as fields.
    #[error("line {line}: expected a field written name = {{value}}, with a comma after it")]
    Field {
        /// The line, from 1.
        line: usize,
    },
    /// An entry that is no entry by its size or its braces.
    #[error("line {line}: this entry is too large, or its braces are nested too deep")]
    Large {
        /// The line, from 1.
        line: usize,
    },
    /// An entry of which nothing is known.
    #[error("line {line}: this entry has neither a title nor an address")]
    Bare {
        /// The entry's first line, from 1.
        line: usize,
    },
}
