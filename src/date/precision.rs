//! How exactly a date is known.

/// The stretch of time to which a date is known, from fine to coarse.
///
/// It counts what is *known*, not what is written: `1985-XX-XX` is written to the day and known to
/// the year, `197X` is known to the decade. EDTF has no minutes and hours alone; they are here for
/// time axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// To the second.
    Second,
    /// To the minute.
    Minute,
    /// To the hour.
    Hour,
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To a season or a quarter: three months.
    Season,
    /// To a third of a year: four months.
    Quadrimester,
    /// To half a year: six months.
    Semester,
    /// To the year.
    Year,
    /// To ten years.
    Decade,
    /// To a hundred years.
    Century,
    /// To a thousand years.
    Millennium,
    /// To ten thousand years or more, or not at all.
    Ages,
}

impl Precision {
    /// All, from fine to coarse.
    pub const ALL: [Self; 13] = [
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Month,
        Self::Season,
        Self::Quadrimester,
        Self::Semester,
        Self::Year,
        Self::Decade,
        Self::Century,
        Self::Millennium,
        Self::Ages,
    ];

    /// The precision of a year of which this many digits at the right are not known.
    pub(crate) const fn of_unknown_year_digits(digits: u32) -> Self {
        match digits {
            0 => Self::Year,
            1 => Self::Decade,
            2 => Self::Century,
            3 => Self::Millennium,
            _ => Self::Ages,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_runs_from_fine_to_coarse() {
        assert!(Precision::ALL.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(Precision::ALL.first(), Some(&Precision::Second));
        assert_eq!(Precision::ALL.last(), Some(&Precision::Ages));
    }
}
