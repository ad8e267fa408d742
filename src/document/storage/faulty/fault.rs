//! How the disk of the tests fails, and what is left then.

use std::io;

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The disk is full; a write writes half.
    NoSpace,
    /// The user may not.
    Denied,
    /// The device fails; a write writes half.
    Broken,
    /// The power goes: a write writes half, and nothing more is done.
    Crash,
}

impl Fault {
    /// Those after which the program goes on.
    pub(crate) const ERRORS: [Self; 3] = [Self::NoSpace, Self::Denied, Self::Broken];

    pub(super) fn error(self) -> io::Error {
        match self {
            Self::NoSpace => io::ErrorKind::StorageFull.into(),
            Self::Denied => io::ErrorKind::PermissionDenied.into(),
            Self::Broken => io::Error::other("input/output error"),
            Self::Crash => io::Error::other("the power is off"),
        }
    }
}

/// What became of that which nobody waited for when the power went.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Loss {
    /// How much of the bytes is there: none, half, or all, in halves.
    pub(super) halves_of_data: usize,
    /// Whether names are as they were last.
    pub(super) names: bool,
}

impl Loss {
    /// Every way.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..3).flat_map(|halves_of_data| {
            [false, true].map(|names| Self {
                halves_of_data,
                names,
            })
        })
    }
}
