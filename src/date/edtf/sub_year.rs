//! Seasons and the other parts of a year that EDTF numbers from 21 to 41.

use crate::date::precision::Precision;

/// A part of a year, by its EDTF code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubYear(u8);

/// A season by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// The half of the Earth whose season is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Hemisphere {
    Northern,
    Southern,
}

/// What a [`SubYear`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SubYearKind {
    /// 21 to 24 (of no stated hemisphere), 25 to 28 northern, 29 to 32 southern.
    Season(Season, Option<Hemisphere>),
    /// 33 to 36: quarter 1 to 4.
    Quarter(u8),
    /// 37 to 39: four months, 1 to 3.
    Quadrimester(u8),
    /// 40 and 41: half a year, 1 or 2.
    Semester(u8),
}

/// The months that a [`SubYear`] covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Months {
    /// 1 to 12.
    pub first: u8,
    /// From the first on; a winter of the north runs into the next year.
    pub count: u8,
}

impl SubYear {
    /// The first code.
    pub const FIRST: u8 = 21;
    /// The last code.
    pub const LAST: u8 = 41;

    /// The part of the year with that code, 21 to 41.
    pub const fn from_code(code: u8) -> Option<Self> {
        if code >= Self::FIRST && code <= Self::LAST {
            Some(Self(code))
        } else {
            None
        }
    }

    /// The EDTF code, 21 to 41.
    pub const fn code(self) -> u8 {
        self.0
    }

    /// What it is.
    pub const fn kind(self) -> SubYearKind {
        match self.0 {
            code @ 33..=36 => SubYearKind::Quarter(code - 32),
            code @ 37..=39 => SubYearKind::Quadrimester(code - 36),
            code @ 40.. => SubYearKind::Semester(code - 39),
            code => {
                let season = match (code - 21) % 4 {
                    0 => Season::Spring,
                    1 => Season::Summer,
                    2 => Season::Autumn,
                    _ => Season::Winter,
                };
                let hemisphere = match code {
                    ..=24 => None,
                    25..=28 => Some(Hemisphere::Northern),
                    _ => Some(Hemisphere::Southern),
                };
                SubYearKind::Season(season, hemisphere)
            }
        }
    }

    /// How long it is.
    pub const fn precision(self) -> Precision {
        match self.kind() {
            SubYearKind::Season(..) | SubYearKind::Quarter(_) => Precision::Season,
            SubYearKind::Quadrimester(_) => Precision::Quadrimester,
            SubYearKind::Semester(_) => Precision::Semester,
        }
    }

    /// The months it covers. The standard gives seasons no dates: these are the meteorologists',
    /// northern where no hemisphere is given, and winter begins in the December of its year.
    pub(crate) const fn months(self) -> Months {
        let (first, count) = match self.kind() {
            SubYearKind::Season(season, Some(Hemisphere::Southern)) => match season {
                Season::Spring => (9, 3),
                Season::Summer => (12, 3),
                Season::Autumn => (3, 3),
                Season::Winter => (6, 3),
            },
            SubYearKind::Season(season, _) => match season {
                Season::Spring => (3, 3),
                Season::Summer => (6, 3),
                Season::Autumn => (9, 3),
                Season::Winter => (12, 3),
            },
            SubYearKind::Quarter(number) => (number * 3 - 2, 3),
            SubYearKind::Quadrimester(number) => (number * 4 - 3, 4),
            SubYearKind::Semester(number) => (number * 6 - 5, 6),
        };
        Months { first, count }
    }

    /// Whether its limits are a matter of custom, as a season's are.
    pub(crate) const fn is_soft(self) -> bool {
        matches!(self.kind(), SubYearKind::Season(..))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_outside_are_none() {
        for code in [0, 12, 20, 42, 99] {
            assert_eq!(SubYear::from_code(code), None);
        }
    }

    #[test]
    fn each_code_is_what_the_standard_lists() {
        use Hemisphere::{Northern, Southern};
        let kind = |code| SubYear::from_code(code).unwrap().kind();
        assert_eq!(kind(21), SubYearKind::Season(Season::Spring, None));
        assert_eq!(kind(24), SubYearKind::Season(Season::Winter, None));
        assert_eq!(
            kind(26),
            SubYearKind::Season(Season::Summer, Some(Northern))
        );
        assert_eq!(
            kind(31),
            SubYearKind::Season(Season::Autumn, Some(Southern))
        );
        assert_eq!(kind(33), SubYearKind::Quarter(1));
        assert_eq!(kind(36), SubYearKind::Quarter(4));
        assert_eq!(kind(37), SubYearKind::Quadrimester(1));
        assert_eq!(kind(39), SubYearKind::Quadrimester(3));
        assert_eq!(kind(40), SubYearKind::Semester(1));
        assert_eq!(kind(41), SubYearKind::Semester(2));
    }

    #[test]
    fn the_parts_of_a_kind_fill_the_year() {
        for (codes, count) in [(33..=36, 3), (37..=39, 4), (40..=41, 6)] {
            let mut next = 1;
            for code in codes {
                let months = SubYear::from_code(code).unwrap().months();
                assert_eq!(months, Months { first: next, count });
                next += count;
            }
            assert_eq!(next, 13);
        }
    }
}
