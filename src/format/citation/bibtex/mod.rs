//! BibTeX and BibLaTeX.
//!
//! The grammar inside an entry, LaTeX's accents and the parts of names are the crate `biblatex`'s.
//! It refuses a file for one fault, and never returns from an abbreviation or a cross reference to
//! itself; so entries are set apart here, abbreviations and parents are put in here, once each, and
//! the crate is given one value at a time.

mod entry;
mod latex;
mod names;
mod scan;

use std::collections::HashMap;

use biblatex::{RawBibliography, RawChunk};

use super::{CitationError, Reading, Tally};
use crate::record::LangTag;
use scan::{Block, Blocks, Fault};

/// The longest text that an abbreviation stands for, in bytes.
const MOST_ABBREVIATED_BYTES: usize = 2 << 10;

/// Whether a line begins an entry.
pub(super) fn begins(line: &str) -> bool {
    scan::opening(line.trim_start()).is_some()
}

/// An entry with its fields as they are written, abbreviations replaced.
struct Raw<'t> {
    kind: String,
    key: &'t str,
    line: usize,
    /// Names in small letters, in the order of the entry.
    fields: Vec<(String, String)>,
}

impl Raw<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

pub(super) fn read(text: &str, language: &LangTag) -> Result<Reading, CitationError> {
    let mut abbreviations: HashMap<String, String> = HashMap::new();
    let mut raws: Vec<Result<Raw, CitationError>> = Vec::new();
    for block in Blocks::new(text) {
        if raws.len() > super::MOST_SOURCES {
            return Err(CitationError::TooMany);
        }
        match block {
            Err(Fault::Unclosed { line }) => raws.push(Err(CitationError::Unclosed { line })),
            Err(Fault::Large { line }) => raws.push(Err(CitationError::Large { line })),
            Ok(block) => match block.kind.to_ascii_lowercase().as_str() {
                "comment" | "preamble" | "set" | "control" => {}
                "string" => match fields(&block, "", &abbreviations) {
                    Ok((_, defined)) => abbreviations.extend(
                        defined
                            .into_iter()
                            .filter(|(_, value)| value.len() <= MOST_ABBREVIATED_BYTES),
                    ),
                    Err(error) => raws.push(Err(error)),
                },
                kind => raws.push(
                    fields(&block, "k,", &abbreviations).map(|(key, fields)| Raw {
                        kind: kind.to_owned(),
                        key,
                        line: block.line,
                        fields,
                    }),
                ),
            },
        }
    }
    let parents: HashMap<&str, &Raw> = raws.iter().flatten().map(|raw| (raw.key, raw)).collect();
    let mut tally = Tally::new();
    for raw in &raws {
        match raw {
            Err(error) => tally.add(Err(*error))?,
            // An entry that only lends its fields to others.
            Ok(raw) if raw.kind == "xdata" => {}
            Ok(raw) => {
                let parent = raw.get("crossref").or_else(|| raw.get("xdata"));
                let parent = parent.and_then(|key| parents.get(key.trim()).copied());
                tally.add(entry::pasted(raw, parent, language))?;
            }
        }
    }
    Ok(tally.reading)
}

type Fields = Vec<(String, String)>;

/// The key and the fields of a block. `head` stands in for the key, so that any key will do.
fn fields<'t>(
    block: &Block<'t>,
    head: &str,
    abbreviations: &HashMap<String, String>,
) -> Result<(&'t str, Fields), CitationError> {
    let (key, rest) = if head.is_empty() {
        ("", block.body)
    } else {
        key_and_rest(block.body)
    };
    let kind = if head.is_empty() { "string" } else { "misc" };
    let before = format!("@{kind}{{{head}");
    let text = format!("{before}{rest}}}");
    let raw = RawBibliography::parse(&text).map_err(|error| {
        let place =
            (error.span.start).clamp(before.len(), before.len() + rest.len()) - before.len();
        let skipped = block.body.len() - rest.len() + place;
        let passed = block.body.as_bytes().get(..skipped).unwrap_or_default();
        CitationError::Field {
            line: block.line + memchr::memchr_iter(b'\n', passed).count(),
        }
    })?;
    let pairs = match raw.entries.into_iter().next() {
        Some(entry) => entry.v.fields,
        None => raw.abbreviations,
    };
    let fields = pairs.into_iter().map(|pair| {
        let mut value = String::new();
        for chunk in pair.value.v {
            match chunk.v {
                RawChunk::Normal(text) => value.push_str(text),
                // The names of months, and what is defined elsewhere, stand for themselves.
                RawChunk::Abbreviation(name) => {
                    let known = abbreviations.get(&name.to_ascii_lowercase());
                    value.push_str(known.map_or(name, String::as_str));
                }
            }
        }
        (pair.key.v.to_ascii_lowercase(), value)
    });
    Ok((key, fields.collect()))
}

/// The key before the first comma, where there is one, and the fields.
fn key_and_rest(body: &str) -> (&str, &str) {
    let end = body.find([',', '=', '{', '"']);
    match end {
        Some(end) if body[end..].starts_with(',') => (body[..end].trim(), &body[end + 1..]),
        Some(_) => ("", body),
        None => (body.trim(), ""),
    }
}
