//! What is found wrong while a text is read, before lines and columns are counted.

use std::fmt::Write as _;
use std::ops::Range;

use super::super::diagnostic::{Code, Diagnostic};
use super::super::lines::{Place, place, places};
use super::super::vocabulary::Vocabulary;

/// How many findings of one code are listed; a file with a million of the same is not told line by line.
pub(crate) const LISTED_PER_CODE: u64 = 200;

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub code: Code,
    /// Bytes from the start of the file.
    pub offset: u64,
    pub len: u64,
    pub event: Option<String>,
    /// A sentence without its full stop.
    pub message: String,
    /// Another place that the message is about, in bytes from the start of the file.
    pub other: Option<u64>,
}

impl Finding {
    /// The finding with the line and column at which it stands in `bytes`.
    pub(crate) fn into_diagnostic(self, bytes: &[u8]) -> Diagnostic {
        let own = place(bytes, self.offset);
        let other = self.other.map_or(own, |other| place(bytes, other));
        self.told(own, other)
    }

    fn told(self, own: Place, other: Place) -> Diagnostic {
        let mut message = self.message;
        if self.other.is_some() {
            let Place { line, column } = other;
            let _ = write!(message, "; the other is at line {line}, column {column}");
        }
        Diagnostic {
            code: self.code,
            offset: self.offset,
            len: self.len,
            line: own.line,
            column: own.column,
            event: self.event,
            message,
        }
    }
}

/// All that was found, of each code the first [`LISTED_PER_CODE`].
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub list: Vec<Finding>,
    /// How many of each code were found, by its position in [`Code::ALL`].
    counts: Vec<u64>,
}

impl Findings {
    /// Adds a finding at `span`, bytes from `base`; the finding, unless there are too many.
    #[cold]
    pub(crate) fn add(
        &mut self,
        code: Code,
        base: u64,
        span: Range<usize>,
        message: impl FnOnce() -> String,
    ) -> Option<&mut Finding> {
        let before = self.count(code);
        self.add_count(code, 1);
        if before >= LISTED_PER_CODE {
            return None;
        }
        self.list.push(Finding {
            code,
            offset: base + span.start as u64,
            len: span.len() as u64,
            event: None,
            message: message(),
            other: None,
        });
        self.list.last_mut()
    }

    /// Takes over what another reader found further on in the file.
    pub(crate) fn absorb(&mut self, other: Self) {
        for finding in other.list {
            // The other's list is cut at the same length, so what is listed is what was counted.
            let listed = self.count(finding.code);
            self.add_count(finding.code, 1);
            if listed < LISTED_PER_CODE {
                self.list.push(finding);
            }
        }
        for (&code, count) in Code::ALL.iter().zip(other.counts) {
            self.add_count(code, count.saturating_sub(LISTED_PER_CODE));
        }
    }

    /// What was found, in the order of the text `bytes`, with lines and columns.
    pub(crate) fn into_diagnostics(mut self, bytes: &[u8]) -> Vec<Diagnostic> {
        if self.list.is_empty() {
            return Vec::new();
        }
        self.list.sort_by_key(|finding| finding.offset);
        let mut offsets: Vec<u64> = self.list.iter().map(|finding| finding.offset).collect();
        offsets.extend(
            self.list
                .iter()
                .map(|finding| finding.other.unwrap_or(finding.offset)),
        );
        let places = places(bytes, &offsets);
        let (own, others) = places.split_at(self.list.len());
        let places = own.iter().zip(others);
        let told = self.list.into_iter().zip(places);
        told.map(|(finding, (own, other))| finding.told(*own, *other))
            .collect()
    }

    /// How many of each code are not in the list.
    pub(crate) fn left_out(&self) -> Vec<(Code, u64)> {
        let left = |&code: &Code| (code, self.count(code).saturating_sub(LISTED_PER_CODE));
        Code::ALL
            .iter()
            .map(left)
            .filter(|&(_, count)| count > 0)
            .collect()
    }

    /// How many of a code were found.
    pub(crate) fn count(&self, code: Code) -> u64 {
        self.counts.get(code as usize).copied().unwrap_or(0)
    }

    fn add_count(&mut self, code: Code, count: u64) {
        if self.counts.is_empty() {
            self.counts.resize(Code::ALL.len(), 0);
        }
        if let Some(total) = self.counts.get_mut(code as usize) {
            *total += count;
        }
    }
}
