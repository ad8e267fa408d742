//! The five Japanese eras since 1868, with the days on which they changed.
//!
//! Start days in Gregorian days:
//!
//! | Era | From | How |
//! |---|---|---|
//! | Meiji | 1868-10-23 | proclaimed (明治元年9月8日), retroactive to 1868-01-25 (慶応4年1月1日) |
//! | Taishō | 1912-07-30 | the day the Meiji emperor died |
//! | Shōwa | 1926-12-25 | the day the Taishō emperor died |
//! | Heisei | 1989-01-08 | the day after the Shōwa emperor died |
//! | Reiwa | 2019-05-01 | the day of the succession |
//!
//! The old era ends on the day before the new one starts: one day, one era. Meiji starts here on
//! the day it was proclaimed, because on the days before it people wrote Keiō 4; as the
//! proclamation was retroactive, a *typed* 明治元年3月14日 is still read
//! (see [`crate::date::read_human`]).

use crate::date::{CivilDate, Language};

use crate::date::Five;

/// One Japanese era: its name and its days.
///
/// ```
/// use nenpyo::date::{CivilDate, Era, Language};
/// let era = Era::on(CivilDate { year: 1972, month: 9, day: 29 }).unwrap();
/// assert_eq!(era.name(Language::En), "Shōwa");
/// assert_eq!(era.name(Language::Ja), "昭和");
/// assert_eq!(era.year_of(1972), 47);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Era {
    /// The first day of the era.
    pub start: CivilDate,
    /// The last day of the era; `None` for the era that still runs.
    pub last: Option<CivilDate>,
    /// The letter that forms use for it: S in S47.9.29.
    pub letter: char,
    names: Five,
}

const fn civil(year: i64, month: u8, day: u8) -> CivilDate {
    CivilDate { year, month, day }
}

static ERAS: [Era; 5] = [
    Era {
        start: civil(1868, 10, 23),
        last: Some(civil(1912, 7, 29)),
        letter: 'M',
        names: Five::new("Meiji", "明治", "明治", "明治", "메이지"),
    },
    Era {
        start: civil(1912, 7, 30),
        last: Some(civil(1926, 12, 24)),
        letter: 'T',
        names: Five::new("Taishō", "大正", "大正", "大正", "다이쇼"),
    },
    Era {
        start: civil(1926, 12, 25),
        last: Some(civil(1989, 1, 7)),
        letter: 'S',
        names: Five::new("Shōwa", "昭和", "昭和", "昭和", "쇼와"),
    },
    Era {
        start: civil(1989, 1, 8),
        last: Some(civil(2019, 4, 30)),
        letter: 'H',
        names: Five::new("Heisei", "平成", "平成", "平成", "헤이세이"),
    },
    Era {
        start: civil(2019, 5, 1),
        last: None,
        letter: 'R',
        names: Five::new("Reiwa", "令和", "令和", "令和", "레이와"),
    },
];

/// The Japanese eras from Meiji to Reiwa, oldest first.
pub fn japanese_eras() -> &'static [Era] {
    &ERAS
}

impl Era {
    /// The era's name: "Shōwa", 昭和, 쇼와.
    pub const fn name(&self, language: Language) -> &'static str {
        self.names.get(language)
    }

    /// The era of a day; `None` before 1868-10-23.
    pub fn on(date: CivilDate) -> Option<&'static Self> {
        ERAS.iter().rev().find(|era| era.start <= date)
    }

    /// The number that the Gregorian year `year` has in this era (1 is 元年). It is 0 or less for
    /// years before the era, and runs on after its end.
    pub const fn year_of(&self, year: i64) -> i64 {
        year.saturating_sub(self.start.year).saturating_add(1)
    }

    /// The Gregorian year of the era's year `era_year` (1 is 元年).
    pub const fn gregorian_year(&self, era_year: i64) -> i64 {
        self.start.year.saturating_add(era_year).saturating_sub(1)
    }

    /// The number of the era's last year (64 for Shōwa); `None` for the era that still runs.
    pub fn last_year(&self) -> Option<i64> {
        self.last.map(|day| self.year_of(day.year))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_era_ends_the_day_before_the_next_begins() {
        for pair in japanese_eras().windows(2) {
            let last = pair[0].last.unwrap();
            assert_eq!(Era::on(last), Some(&pair[0]));
            assert_eq!(Era::on(pair[1].start), Some(&pair[1]));
            assert_eq!(
                pair[1].start.days_from_epoch() - last.days_from_epoch(),
                1,
                "no gap between {:?} and {:?}",
                pair[0].names,
                pair[1].names
            );
        }
        assert_eq!(Era::on(civil(1868, 10, 22)), None);
        assert_eq!(japanese_eras()[4].last, None);
    }

    #[test]
    fn years_are_counted_from_one() {
        let [meiji, taisho, showa, heisei, reiwa] = ERAS;
        assert_eq!(showa.year_of(1972), 47);
        assert_eq!(showa.gregorian_year(47), 1972);
        assert_eq!(reiwa.year_of(2019), 1);
        assert_eq!(
            [meiji, taisho, showa, heisei, reiwa].map(|era| era.last_year()),
            [Some(45), Some(15), Some(64), Some(31), None]
        );
        assert_eq!(reiwa.gregorian_year(i64::MAX), i64::MAX - 1);
    }
}
