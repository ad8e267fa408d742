//! Where a date lies on the line of time, and how surely.

use super::instant::Instant;

/// What an end of an [`Extent`] is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// Known to the date's precision.
    Sharp,
    /// Approximate, uncertain, unspecified, one of several, or a season: draw it soft.
    Fuzzy,
    /// Given as open (`..`): time goes on past this edge; draw an arrow.
    Open,
    /// Left unknown (an interval's empty end): there is an end, and nobody says when.
    Unknown,
}

/// One end of an [`Extent`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edge {
    /// Where it is. An open or unknown edge lies at the far side of the date at the other end, so
    /// that `1985/..` spans its known year; with no date at all it lies at the end of time.
    pub at: Instant,
    /// What it is like.
    pub kind: EdgeKind,
}

/// The stretch of time that a date covers: all instants it may mean, from `start` up to but not
/// including `end`. 1972 is from 1972-01-01T00:00 to 1973-01-01T00:00 in the event's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Extent {
    /// The first instant.
    pub start: Edge,
    /// The first instant after.
    pub end: Edge,
}

impl Extent {
    /// Whether the instant lies within.
    pub fn contains(&self, instant: Instant) -> bool {
        self.start.at <= instant && instant < self.end.at
    }

    /// Whether some instant lies in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start.at < other.end.at && other.start.at < self.end.at
    }

    /// From start to end, in seconds.
    pub fn length_s(&self) -> i64 {
        self.end.at.seconds_since(self.start.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(start: i64, end: i64) -> Extent {
        let sharp = |at| Edge {
            at: Instant(at),
            kind: EdgeKind::Sharp,
        };
        Extent {
            start: sharp(start),
            end: sharp(end),
        }
    }

    #[test]
    fn the_end_is_outside() {
        let day = extent(0, 10);
        assert!(day.contains(Instant(0)) && day.contains(Instant(9)));
        assert!(!day.contains(Instant(10)) && !day.contains(Instant(-1)));
        assert!(!day.overlaps(&extent(10, 20)));
        assert!(day.overlaps(&extent(9, 20)));
        assert_eq!(day.length_s(), 10);
    }
}
