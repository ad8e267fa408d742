//! The job of a merge: the file is read and compared with what is open.

use std::path::Path;
use std::sync::Arc;

use crate::document::merge::{Merge, merge};
use crate::document::{Document, OpenFileError, Stamp};
use crate::format::{OpenError, Progress, native};
use crate::index::{Grouping, Index};
use crate::record::{ReadOnlyReason, Snapshot, Timeline};

/// What the file is, compared with what is open.
#[derive(Debug)]
pub(super) enum Compared {
    /// Its bytes are those that we know; only its time is another.
    Same(Option<Stamp>),
    /// It may be read only.
    ReadOnly,
    /// Another; the merge, and the file with its index.
    Merged(Box<Merge>, Box<(Document, Index)>),
}

/// Reads the file, and merges `ours` with it; `base` is the record as it was saved last, if it was.
pub(super) fn compare(
    path: &Path,
    base: Option<&Snapshot>,
    ours: &Timeline,
    grouping: Grouping,
    progress: &Progress,
) -> Result<Compared, OpenFileError> {
    let mut document = Document::open(path, progress)?;
    let reason = document.timeline.read_only_reason();
    if !reason.is_none_or(ReadOnlyReason::user_decides) {
        return Ok(Compared::ReadOnly);
    }
    let base = base.map_or_else(|| ours.original().to_vec(), Snapshot::to_bytes);
    if base == document.timeline.original()[..] {
        return Ok(Compared::Same(document.stamp));
    }
    let base = native::read_with(base, progress).map_err(|error| match error {
        OpenError::Cancelled => OpenFileError::Cancelled,
        source @ OpenError::Refused(_) => OpenFileError::Format {
            path: path.to_owned(),
            source,
        },
    })?;
    let merge = merge(&base.timeline, ours, &document.timeline);
    // What it is read-only for, the reader had decided about when our edits were made.
    Arc::make_mut(&mut document.timeline).set_read_only(None);
    let index = Index::build(&document.timeline, grouping, None);
    Ok(Compared::Merged(
        Box::new(merge),
        Box::new((document, index)),
    ))
}
