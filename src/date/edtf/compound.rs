//! Values made of several dates: intervals and sets.

use std::fmt::{self, Write};

use super::date::Date;

/// One end of an interval.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Endpoint {
    /// A date.
    Date(Date),
    /// `..`: none, or not given.
    Open,
    /// Nothing written: there is one, and it is not known.
    Unknown,
}

impl Endpoint {
    /// The date, if there is one.
    pub const fn date(&self) -> Option<&Date> {
        match self {
            Self::Date(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }
}

/// From one date to another, both included.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    pub(crate) start: Endpoint,
    pub(crate) end: Endpoint,
}

impl Interval {
    /// Where it begins.
    pub const fn start(&self) -> &Endpoint {
        &self.start
    }

    /// Where it ends.
    pub const fn end(&self) -> &Endpoint {
        &self.end
    }

    /// The lowest conformance level that has this form. Unspecified digits in an interval are of
    /// level 2 wherever they stand.
    pub(crate) fn level(&self) -> u8 {
        [&self.start, &self.end]
            .into_iter()
            .map(|endpoint| match endpoint {
                Endpoint::Date(date) if date.has_unspecified() => 2,
                Endpoint::Date(date) => date.level(),
                Endpoint::Open | Endpoint::Unknown => 1,
            })
            .max()
            .unwrap_or(0)
    }
}

/// Whether a set is a choice or a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SetKind {
    /// `[…]`: one of the members, and it is not known which.
    OneOf,
    /// `{…}`: all of the members.
    AllOf,
}

/// A member of a set.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Member {
    /// A date.
    Date(Date),
    /// `1670..1672`: every value from the first to the second, both included.
    Range(Date, Date),
    /// `..1984`, at the beginning only: that date and all before.
    UpTo(Date),
    /// `1984..`, at the end only: that date and all after.
    From(Date),
}

impl Member {
    /// The first date written.
    pub const fn first(&self) -> &Date {
        match self {
            Self::Date(date) | Self::Range(date, _) | Self::UpTo(date) | Self::From(date) => date,
        }
    }

    /// The last date written.
    pub const fn last(&self) -> &Date {
        match self {
            Self::Date(date) | Self::Range(_, date) | Self::UpTo(date) | Self::From(date) => date,
        }
    }
}

/// One of several dates, or all of several dates.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Set {
    pub(crate) kind: SetKind,
    pub(crate) members: Box<[Member]>,
}

impl Set {
    /// Whether it is a choice or a list.
    pub const fn kind(&self) -> SetKind {
        self.kind
    }

    /// The members in the order written, at least one.
    pub const fn members(&self) -> &[Member] {
        &self.members
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Range(first, last) => write!(f, "{first}..{last}"),
            Self::UpTo(date) => write!(f, "..{date}"),
            Self::From(date) => write!(f, "{date}.."),
        }
    }
}

impl fmt::Display for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (open, close) = match self.kind {
            SetKind::OneOf => ('[', ']'),
            SetKind::AllOf => ('{', '}'),
        };
        f.write_char(open)?;
        for (index, member) in self.members.iter().enumerate() {
            if index > 0 {
                f.write_char(',')?;
            }
            member.fmt(f)?;
        }
        f.write_char(close)
    }
}
