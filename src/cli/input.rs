//! What comes in: a record from a file or standard input, and a window of time from its words.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::date::{Edge, EdgeKind, Edtf, Zone, read_human};

/// The name that means standard input or output.
pub const STANDARD: &str = "-";

/// Why a file could not be read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// It is a folder.
    #[error("{} is a folder; name a file in it", .0.display())]
    Folder(PathBuf),
    /// It is a device, which may have no end.
    #[error("{} is a device and no file; name a file, or - for standard input", .0.display())]
    Device(PathBuf),
    /// The system did not give it.
    #[error("{name} could not be read: {source}")]
    Io {
        /// The file, or what standard input is called.
        name: String,
        /// What the system said.
        source: io::Error,
    },
}

/// What a file is called in messages; standard input is `<stdin>`, as compilers have it.
pub fn name_of(file: &Path) -> String {
    if file.as_os_str() == STANDARD {
        "<stdin>".to_owned()
    } else {
        file.display().to_string()
    }
}

/// All bytes of a file, or of standard input.
pub fn read(file: &Path) -> Result<Vec<u8>, ReadError> {
    let failed = |source| ReadError::Io {
        name: name_of(file),
        source,
    };
    if file.as_os_str() == STANDARD {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(failed)?;
        return Ok(bytes);
    }
    if file.is_dir() {
        return Err(ReadError::Folder(file.to_owned()));
    }
    if is_device(file) {
        return Err(ReadError::Device(file.to_owned()));
    }
    fs::read(file).map_err(failed)
}

/// Whether a path leads to a device, such as `/dev/zero`; pipes have an end and may be read.
#[cfg(unix)]
fn is_device(file: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    fs::metadata(file).is_ok_and(|meta| {
        let kind = meta.file_type();
        kind.is_char_device() || kind.is_block_device()
    })
}

#[cfg(not(unix))]
fn is_device(_: &Path) -> bool {
    false
}

/// A window of time as it was asked for; a side that was left open is the record's own end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    start_s: Option<i64>,
    end_s: Option<i64>,
}

/// Why words are no window of time.
#[derive(Debug, PartialEq, Eq, Error)]
pub enum WindowError {
    /// A part is no date.
    #[error("“{text}” is no date: {reason}")]
    Date {
        /// The part.
        text: String,
        /// What the reader of dates said.
        reason: String,
    },
    /// Neither side is a date.
    #[error("at least one side must be a date")]
    Empty,
    /// The second date is before the first.
    #[error("the window ends before it starts")]
    Reversed,
    /// It lies where seconds cannot be counted.
    #[error(
        "the window lies beyond what an axis can show, 292 thousand million years to each side of 1970"
    )]
    BeyondTime,
}

impl Window {
    /// The zone in which its days begin, which is also that of the axis.
    pub const ZONE: Zone = Zone::TOKYO;

    /// Reads a date or two with a slash between, as EDTF or as people write them.
    pub fn parse(text: &str) -> Result<Self, WindowError> {
        // A slash may also be a date's own, as in 29/9/1972: so the whole is tried first.
        let (start, end) = match (human(text), text.split_once('/')) {
            (Ok(date), _) => {
                let extent = date.extent(Self::ZONE);
                (known(extent.start), known(extent.end))
            }
            // Three parts are no two dates, and what is wrong with the whole is what helps.
            (Err(error), Some((_, last))) if last.contains('/') => return Err(error),
            (Err(_), Some((first, last))) => (
                side(first)?.and_then(|date| known(date.extent(Self::ZONE).start)),
                side(last)?.and_then(|date| known(date.extent(Self::ZONE).end)),
            ),
            (Err(error), None) => return Err(error),
        };
        match (start, end) {
            (None, None) => Err(WindowError::Empty),
            (Some(i64::MAX), _) | (_, Some(i64::MIN)) => Err(WindowError::BeyondTime),
            (Some(start), Some(end)) if end <= start => Err(WindowError::Reversed),
            (start_s, end_s) => Ok(Self { start_s, end_s }),
        }
    }

    /// First second and the second after the last, its open side filled from a record's span.
    pub fn within(self, record_s: Option<(i64, i64)>) -> (f64, f64) {
        /// Beside the one date that is known, where the record has nothing there.
        const TEN_YEARS_S: i64 = 315_569_520;
        let (first, last) = record_s.unwrap_or((i64::MAX, i64::MIN));
        let start = self.start_s.or_else(|| {
            let end = self.end_s?;
            Some(if first < end {
                first
            } else {
                end.saturating_sub(TEN_YEARS_S)
            })
        });
        let start = start.unwrap_or(first);
        let end = self.end_s.unwrap_or(if last > start {
            last
        } else {
            start.saturating_add(TEN_YEARS_S)
        });
        (start as f64, end as f64)
    }
}

fn known(edge: Edge) -> Option<i64> {
    matches!(edge.kind, EdgeKind::Sharp | EdgeKind::Fuzzy).then_some(edge.at.0)
}

/// One side of the slash; `..` and nothing are an open side.
fn side(text: &str) -> Result<Option<Edtf>, WindowError> {
    match text.trim() {
        "" | ".." => Ok(None),
        text => human(text).map(Some),
    }
}

fn human(text: &str) -> Result<Edtf, WindowError> {
    read_human(text.trim()).map_err(|error| WindowError::Date {
        text: text.trim().to_owned(),
        reason: error.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_beyond_all_counted_time_is_told_so() {
        for text in ["Y1E18/Y2E18", "Y1E18", "Y-2E18/Y-1E18", "Y1E18/.."] {
            assert_eq!(Window::parse(text), Err(WindowError::BeyondTime), "{text}");
        }
        assert!(Window::parse("1972/Y1E18").is_ok());
        assert_eq!(Window::parse("1973/1972"), Err(WindowError::Reversed));
    }

    fn days(text: &str) -> (Option<String>, Option<String>) {
        let window = Window::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let day = |second: i64| {
            Window::ZONE
                .to_civil(crate::date::Instant(second))
                .date
                .to_string()
        };
        (
            window.start_s.map(day),
            window.end_s.map(|end| day(end - 1)),
        )
    }

    #[test]
    fn a_window_is_a_date_or_two() {
        let both = |from: &str, to: &str| (Some(from.to_owned()), Some(to.to_owned()));
        assert_eq!(days("1972"), both("1972-01-01", "1972-12-31"));
        assert_eq!(
            days("2024-11-10/2024-11-20"),
            both("2024-11-10", "2024-11-20")
        );
        assert_eq!(days("29 Sep 1972"), both("1972-09-29", "1972-09-29"));
        assert_eq!(
            days("25 Sep 1972 / 昭和47年9月30日"),
            both("1972-09-25", "1972-09-30")
        );
        for text in ["29/9/1972", "1972/9/29"] {
            assert_eq!(days(text), both("1972-09-29", "1972-09-29"));
        }
        assert_eq!(days("1972/.."), (Some("1972-01-01".to_owned()), None));
        assert_eq!(days("../Sept. 1972"), (None, Some("1972-09-30".to_owned())));
    }

    #[test]
    fn what_is_no_window_says_why() {
        let error = Window::parse("1972/whenever").expect_err("no date");
        assert!(
            error.to_string().starts_with("“whenever” is no date: "),
            "{error}"
        );
        // Which is the day is anybody's guess; the whole is what is told.
        let error = Window::parse("5/6/1972").expect_err("two dates");
        assert!(error.to_string().contains("5/6/1972"), "{error}");
        assert_eq!(Window::parse("../.."), Err(WindowError::Empty));
        assert_eq!(
            Window::parse("30 Sep 1972/25 Sep 1972"),
            Err(WindowError::Reversed)
        );
        assert!(Window::parse("").is_err());
    }

    #[test]
    fn an_open_side_goes_on_to_the_records_end() {
        let open = Window {
            start_s: Some(100),
            end_s: None,
        };
        assert_eq!(open.within(Some((0, 500))), (100.0, 500.0));
        assert!(open.within(Some((0, 50))).1 > 100.0);
        let until = Window {
            start_s: None,
            end_s: Some(100),
        };
        assert_eq!(until.within(Some((0, 500))), (0.0, 100.0));
        assert!(until.within(Some((200, 500))).0 < 100.0);
        assert!(until.within(None).0 < 100.0);
    }
}
