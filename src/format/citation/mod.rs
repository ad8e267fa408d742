//! What an editor pastes, as sources of the record: addresses, BibTeX, RIS, CSL-JSON and
//! citations in prose. [`crate::export::cite`] is the other direction.
//!
//! [`read`] recognises the manner by itself. It never invents: a part of a citation in prose that
//! may be two things is no field of the source but stands in [`Pasted::left`], for the editor to
//! place. Texts are hostile too: sizes and depths are bounded, and every manner is read in one
//! pass.

mod address;
mod bibtex;
mod csl;
mod dates;
mod error;
mod error_words;
mod identity;
mod languages;
mod prose;
mod ris;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use error::CitationError;
pub use identity::{id_for, same_source};

use crate::record::{LangTag, Source};

/// The longest text that is looked at, in bytes: a library of ten thousand entries.
pub const MOST_BYTES: usize = 8 << 20;
/// The most sources in one paste.
pub const MOST_SOURCES: usize = 10_000;
/// The longest value that [`Pasted::left`] repeats, in characters.
const LONGEST_ECHO_CHARS: usize = 200;

/// How a source was written down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Manner {
    /// An address or a DOI.
    Address,
    /// BibTeX or BibLaTeX.
    Bibtex,
    /// RIS, as reference managers and libraries export it.
    Ris,
    /// CSL-JSON.
    CslJson,
    /// A citation as it stands in a bibliography or a footnote.
    Prose,
}

/// One source that was pasted.
#[derive(Clone, PartialEq, Debug)]
pub struct Pasted {
    /// What was understood. Its id is the one of the paste, empty where that has none:
    /// [`id_for`] makes one.
    pub source: Source,
    /// How it was written down.
    pub manner: Manner,
    /// The line of the paste on which it begins, from 1.
    pub line: usize,
    /// What was not understood or has no place in a source; parts are set apart by ` … `.
    pub left: String,
}

/// What a paste held: at least one source, and what is wrong with the others.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reading {
    /// The sources, in the order of the paste.
    pub found: Vec<Pasted>,
    /// Why the others could not be read, in their order.
    pub refused: Vec<CitationError>,
}

/// Reads what was pasted. Plain texts, such as titles, count as in the language of the record.
///
/// # Errors
/// When there is no source in it at all; the error is a sentence that says what would be right.
///
/// ```
/// use nenpyo::format::citation::read;
/// use nenpyo::record::LangTag;
/// let pasted = "Satake, Haruka. “Positivity peaks.” East Asia Forum, 15 December 2024.";
/// let reading = read(pasted, &LangTag::new("en")).unwrap();
/// let source = &reading.found[0].source;
/// assert_eq!(source.author[0].family.as_deref(), Some("Satake"));
/// assert_eq!(source.title.as_ref().unwrap().original(), "Positivity peaks");
/// assert_eq!(reading.found[0].left, "");
/// ```
pub fn read(pasted: &str, language: &LangTag) -> Result<Reading, CitationError> {
    if pasted.len() > MOST_BYTES {
        return Err(CitationError::TooLong {
            bytes: pasted.len(),
        });
    }
    let text = cleaned(pasted);
    if text.trim().is_empty() {
        return Err(CitationError::Empty);
    }
    let reading = if looks_like_json(&text) {
        csl::read(&text, language)?
    } else if text.lines().any(bibtex::begins) {
        bibtex::read(&text, language)?
    } else if text.lines().any(ris::begins) {
        ris::read(&text, language)?
    } else if let Some(found) = address::read(&text, language)? {
        found
    } else {
        prose::read(&text, language)?
    };
    match (reading.found.is_empty(), reading.refused.first()) {
        (true, first) => Err(first.copied().unwrap_or(CitationError::NotUnderstood)),
        (false, _) => Ok(reading),
    }
}

/// The text without a byte order mark, and with spaces for the control characters that are no
/// line ends.
fn cleaned(pasted: &str) -> Cow<'_, str> {
    let text = pasted.trim_start_matches('\u{FEFF}');
    let is_odd = |c: char| c.is_control() && c != '\n';
    if text.contains(is_odd) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        Cow::Owned(text.replace(is_odd, " "))
    } else {
        Cow::Borrowed(text)
    }
}

/// A brace, or a bracket before one; `[1] Satake, …` is a line of a bibliography.
fn looks_like_json(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with('{')
        || text
            .strip_prefix('[')
            .is_some_and(|rest| rest.trim_start().starts_with(['{', ']']))
}

/// Collects the parts that were not understood.
#[derive(Default)]
struct Left(Vec<String>);

impl Left {
    /// A part, cut when it is long.
    fn add(&mut self, part: &str) {
        let part = part.trim();
        if !part.chars().any(char::is_alphanumeric) {
            return;
        }
        self.0
            .push(match part.char_indices().nth(LONGEST_ECHO_CHARS) {
                None => part.to_owned(),
                Some((end, _)) => format!("{}…", &part[..end]),
            });
    }

    /// A field by its name in the paste.
    fn field(&mut self, name: &str, value: &str) {
        if !value.trim().is_empty() {
            self.add(&format!("{name}: {}", value.trim()));
        }
    }

    fn into_text(self) -> String {
        self.0.join(" … ")
    }
}

/// Counts the sources and the refusals of a paste.
struct Tally {
    reading: Reading,
}

impl Tally {
    fn new() -> Self {
        Self {
            reading: Reading::default(),
        }
    }

    fn add(&mut self, one: Result<Pasted, CitationError>) -> Result<(), CitationError> {
        if self.reading.found.len() + self.reading.refused.len() >= MOST_SOURCES {
            return Err(CitationError::TooMany);
        }
        match one {
            Ok(pasted) => self.reading.found.push(pasted),
            Err(error) => self.reading.refused.push(error),
        }
        Ok(())
    }
}

/// A text with single spaces.
fn single_spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
