//! `nenpyo check`: what is wrong in records, for people and for scripts.

use std::fmt::Write as _;
use std::path::Path;

use super::args::Check;
use super::input::{self, name_of};
use super::{Ending, output};
use crate::format::{OpenError, native, report};
use crate::record::Report;

/// What was found in all files.
#[derive(Default)]
struct Totals {
    files: usize,
    unread: usize,
    errors: u64,
    warnings: u64,
}

/// Checks each file; the summary goes to standard error, so that the findings can be piped.
pub fn check(asked: &Check) -> Ending {
    let mut totals = Totals::default();
    for file in &asked.files {
        totals.files += 1;
        let found = match report_on(file) {
            Ok(found) => found,
            Err(error) => {
                output::complain(&error);
                totals.unread += 1;
                continue;
            }
        };
        totals.errors += found.errors();
        totals.warnings += found.warnings();
        let name = name_of(file);
        let lines = if asked.json {
            report::json_lines(&name, &found)
        } else {
            report::lines(&name, &found)
        };
        let mut text = String::new();
        for line in lines {
            let _ = writeln!(text, "{line}");
        }
        if let Err(error) = output::to_standard_output(text.as_bytes()) {
            output::complain(&format!("standard output cannot be written: {error}"));
            return Ending::Failed;
        }
    }
    output::complain(&totals.sentence());
    if totals.errors > 0 || totals.unread > 0 {
        Ending::Failed
    } else {
        Ending::Good
    }
}

fn report_on(file: &Path) -> Result<Report, input::ReadError> {
    Ok(match native::read(input::read(file)?) {
        Ok(opened) => opened.report,
        Err(error @ (OpenError::Refused(_) | OpenError::Cancelled)) => report::of_error(&error),
    })
}

impl Totals {
    /// "2 files: 3 errors, 1 warning".
    fn sentence(&self) -> String {
        let counted = |count: u64, one: &str| match count {
            0 => format!("no {one}s"),
            1 => format!("1 {one}"),
            _ => format!("{count} {one}s"),
        };
        let mut sentence = format!(
            "{}: {}, {}",
            counted(self.files as u64, "file"),
            counted(self.errors, "error"),
            counted(self.warnings, "warning")
        );
        if self.unread > 0 {
            let _ = write!(sentence, "; {} could not be read", self.unread);
        }
        sentence
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_counts_in_words() {
        let totals = Totals {
            files: 1,
            unread: 0,
            errors: 0,
            warnings: 1,
        };
        assert_eq!(totals.sentence(), "1 file: no errors, 1 warning");
        let totals = Totals {
            files: 3,
            unread: 1,
            errors: 2,
            warnings: 0,
        };
        assert_eq!(
            totals.sentence(),
            "3 files: 2 errors, no warnings; 1 could not be read"
        );
    }
}
