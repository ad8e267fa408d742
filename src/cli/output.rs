//! What goes out: lines and pictures to standard output, sentences to standard error, files that
//! are whole or not there at all.

use std::fmt::Display;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::input::STANDARD;
use crate::record::OneLine;

/// Says on standard error what is wrong; when nobody listens there, nothing more can be done.
pub fn complain(what: &dyn Display) {
    // A file's name may hold a line break or a terminal's commands.
    let what = what.to_string();
    let _ = writeln!(io::stderr(), "nenpyo: {}", OneLine(&what));
}

/// Writes to standard output. A reader that has seen enough (`| head`) is no error.
pub fn to_standard_output(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// Scalable vector graphics.
    Svg,
    /// Pixels.
    Png,
}

/// Where a picture goes, and how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// SVG on standard output.
    Standard,
    /// A file, by its ending.
    File(PathBuf, PictureFormat),
}

/// Why a picture cannot go there.
#[derive(Debug, PartialEq, Eq, Error)]
pub enum TargetError {
    /// An ending that is announced and not yet there.
    #[error("PDF is not written yet; name an .svg, which a browser prints as PDF, or a .png")]
    Pdf,
    /// Another ending, or none.
    #[error("the ending says how the picture is written, and must be .svg or .png")]
    Ending,
}

impl Target {
    /// From what follows `-o`.
    pub fn parse(text: &str) -> Result<Self, TargetError> {
        if text == STANDARD {
            return Ok(Self::Standard);
        }
        let path = PathBuf::from(text);
        let ending = path
            .extension()
            .and_then(|ending| ending.to_str())
            .map(str::to_ascii_lowercase);
        match ending.as_deref() {
            Some("svg") => Ok(Self::File(path, PictureFormat::Svg)),
            Some("png") => Ok(Self::File(path, PictureFormat::Png)),
            Some("pdf") => Err(TargetError::Pdf),
            _ => Err(TargetError::Ending),
        }
    }
}

/// Why a file was not written; what stood there before still does.
#[derive(Debug, Error)]
#[error("{} could not be written: {source}", path.display())]
pub struct WriteError {
    path: PathBuf,
    source: io::Error,
}

/// Writes a file as a whole: beside it first, then over it in one step.
///
/// What is no plain file (a device, a pipe) is written to directly; a link is followed.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    replace(path, bytes).map_err(|source| WriteError {
        path: path.to_owned(),
        source,
    })
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let there = fs::metadata(path);
    if there.as_ref().is_ok_and(|meta| !meta.is_file()) {
        return fs::OpenOptions::new()
            .write(true)
            .open(path)?
            .write_all(bytes);
    }
    let path = if there.is_ok() {
        fs::canonicalize(path)?
    } else {
        path.to_owned()
    };
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut beside = std::ffi::OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = path.with_file_name(beside);
    let written = (|| {
        let mut file = fs::File::create_new(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        if let Ok(meta) = there {
            fs::set_permissions(&beside, meta.permissions())?;
        }
        fs::rename(&beside, &path)
    })();
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_says_how() {
        assert_eq!(Target::parse("-"), Ok(Target::Standard));
        let png = Target::File(PathBuf::from("a b/X.PNG"), PictureFormat::Png);
        assert_eq!(Target::parse("a b/X.PNG"), Ok(png));
        assert_eq!(Target::parse("x.pdf"), Err(TargetError::Pdf));
        assert_eq!(Target::parse("svg"), Err(TargetError::Ending));
    }

    #[test]
    fn a_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("picture.svg");
        for text in ["first, which is longer", "second"] {
            write_file(&path, text.as_bytes()).expect("it is written");
            assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
        }
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn what_cannot_be_written_names_the_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let error =
            write_file(&folder.path().join("none/picture.svg"), b"").expect_err("no folder");
        assert!(
            error
                .to_string()
                .contains("picture.svg could not be written: "),
            "{error}"
        );
        assert!(write_file(folder.path(), b"").is_err());
    }
}
