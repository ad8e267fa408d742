//! Chinese and Korean lunisolar dates: 壬子年八月廿二, 임자년 8월 22일.
//!
//! The days come from `icu_calendar`, which agrees with the published tables (Purple Mountain and
//! Hong Kong observatories; Korea Astronomy and Space Science Institute) for the lunar years 1900
//! to 2100 and only estimates beyond. A date that may be a day or a month off is worse than none,
//! so other years are not covered here.
//!
//! The two calendars follow one rule on two clocks (UTC+8 and UTC+9; Korea at times UTC+8:30), so
//! a new moon or a solstice near midnight makes their months differ by a day and, as in 2012, even
//! the leap month by one.

use std::fmt::Write as _;

use icu_calendar::cal::{ChineseTraditional, KoreanTraditional};
use icu_calendar::types::Month;
use icu_calendar::{Date, Iso};

use crate::date::words::gregorian::english_ordinal;
use crate::date::{CivilDate, Language};

use super::Part;
use super::numerals::kanji_number;

/// First and last lunar year (by the Gregorian year in which it begins) with published tables.
const LUNAR_YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Whose table is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Almanac {
    /// The Chinese calendar (農曆).
    Chinese,
    /// The Korean calendar (Dangi, 음력).
    Korean,
}

/// A day of a lunisolar calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LunarDate {
    /// The Gregorian year in which the lunar year begins.
    pub related_year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Whether this is the leap month (閏) that follows `month`.
    pub leap: bool,
    /// Day of the month, 1 to 30.
    pub day: u8,
}

impl LunarDate {
    /// The lunar day of a Gregorian day; `None` outside the lunar years 1900 to 2100, for which
    /// tables are published.
    ///
    /// ```
    /// use nenpyo::date::{Almanac, CivilDate, LunarDate};
    /// let day = CivilDate { year: 1972, month: 9, day: 29 };
    /// let lunar = LunarDate::from_civil(day, Almanac::Chinese).unwrap();
    /// assert_eq!((lunar.month, lunar.leap, lunar.day), (8, false, 22));
    /// ```
    pub fn from_civil(date: CivilDate, almanac: Almanac) -> Option<Self> {
        let year = i32::try_from(date.year).ok()?;
        let iso = Date::try_new_iso(year, date.month, date.day).ok()?;
        let (related_year, month, day) = match almanac {
            Almanac::Chinese => {
                let lunar = iso.to_calendar(ChineseTraditional::new());
                (
                    lunar.cyclic_year().related_iso,
                    lunar.month().to_input(),
                    lunar.day_of_month().0,
                )
            }
            Almanac::Korean => {
                let lunar = iso.to_calendar(KoreanTraditional::new());
                (
                    lunar.cyclic_year().related_iso,
                    lunar.month().to_input(),
                    lunar.day_of_month().0,
                )
            }
        };
        LUNAR_YEARS.contains(&related_year).then(|| Self {
            related_year,
            month: month.number(),
            leap: month.is_leap(),
            day,
        })
    }

    /// The Gregorian day of a lunar day; `None` if there is no such day in the covered years.
    pub fn to_civil(self, almanac: Almanac) -> Option<CivilDate> {
        if !LUNAR_YEARS.contains(&self.related_year) || !(1..=12).contains(&self.month) {
            return None;
        }
        let month = if self.leap {
            Month::leap(self.month)
        } else {
            Month::new(self.month)
        };
        let iso: Date<Iso> = match almanac {
            Almanac::Chinese => {
                Date::try_new_chinese_traditional(self.related_year, month, self.day)
                    .ok()?
                    .to_calendar(Iso)
            }
            Almanac::Korean => Date::try_new_korean_traditional(self.related_year, month, self.day)
                .ok()?
                .to_calendar(Iso),
        };
        Some(CivilDate {
            year: i64::from(iso.year().extended_year()),
            month: iso.month().number(),
            day: iso.day_of_month().0,
        })
    }
}

/// The date in words of the almanac. A Gregorian month is no lunar month and has no text; a year is
/// named by the lunar year that begins in it.
pub(super) fn in_almanac(
    date: CivilDate,
    part: Part,
    almanac: Almanac,
    language: Language,
) -> Option<String> {
    match part {
        Part::Day => {
            let lunar = LunarDate::from_civil(date, almanac)?;
            Some(day_text(lunar, almanac, language))
        }
        Part::Month => None,
        Part::Year => {
            let year = i32::try_from(date.year).ok()?;
            LUNAR_YEARS
                .contains(&year)
                .then(|| year_name(year, almanac, language))
        }
    }
}

fn day_text(lunar: LunarDate, almanac: Almanac, language: Language) -> String {
    let LunarDate {
        related_year,
        month,
        leap,
        day,
    } = lunar;
    let year = year_name(related_year, almanac, language);
    match language {
        Language::En => {
            let leap = if leap { "leap " } else { "" };
            let (d, m) = (english_ordinal(day.into()), english_ordinal(month.into()));
            format!("{d} day of the {leap}{m} month, {year}")
        }
        Language::Ja => {
            let leap = if leap { "閏" } else { "" };
            let month = if month == 1 && leap.is_empty() {
                "正".to_owned()
            } else {
                kanji_number(month)
            };
            format!("{year}{leap}{month}月{}日", kanji_number(day))
        }
        Language::ZhHans | Language::ZhHant => {
            let mut text = year;
            if leap {
                text.push_str(if language == Language::ZhHans {
                    "闰"
                } else {
                    "閏"
                });
            }
            text.push_str(chinese_month(month, language));
            text.push_str(&chinese_day(day));
            text
        }
        Language::Ko => {
            let leap = if leap { "윤" } else { "" };
            format!("{year} {leap}{month}월 {day}일")
        }
    }
}

/// 正月, 二月 … 冬月, 臘月 (腊月 in simplified script).
fn chinese_month(month: u8, language: Language) -> &'static str {
    const MONTHS: [&str; 11] = [
        "正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月",
    ];
    let last = if language == Language::ZhHans {
        "腊月"
    } else {
        "臘月"
    };
    MONTHS
        .get(usize::from(month.saturating_sub(1)))
        .copied()
        .unwrap_or(last)
}

/// 初一 … 初十, 十一 … 二十, 廿一 … 廿九, 三十.
fn chinese_day(day: u8) -> String {
    match day {
        0..=10 => format!("初{}", kanji_number(day)),
        21..=29 => format!("廿{}", kanji_number(day - 20)),
        _ => kanji_number(day),
    }
}

static STEMS: [(&str, &str, &str, &str); 10] = [
    // Han, pinyin, Korean, Korean romanised
    ("甲", "jia", "갑", "gap"),
    ("乙", "yi", "을", "eul"),
    ("丙", "bing", "병", "byeong"),
    ("丁", "ding", "정", "jeong"),
    ("戊", "wu", "무", "mu"),
    ("己", "ji", "기", "gi"),
    ("庚", "geng", "경", "gyeong"),
    ("辛", "xin", "신", "sin"),
    ("壬", "ren", "임", "im"),
    ("癸", "gui", "계", "gye"),
];

static BRANCHES: [(&str, &str, &str, &str); 12] = [
    ("子", "zi", "자", "ja"),
    ("丑", "chou", "축", "chuk"),
    ("寅", "yin", "인", "in"),
    ("卯", "mao", "묘", "myo"),
    ("辰", "chen", "진", "jin"),
    ("巳", "si", "사", "sa"),
    ("午", "wu", "오", "o"),
    ("未", "wei", "미", "mi"),
    ("申", "shen", "신", "sin"),
    ("酉", "you", "유", "yu"),
    ("戌", "xu", "술", "sul"),
    ("亥", "hai", "해", "hae"),
];

/// The year's name in the cycle of sixty: 壬子年, "ren-zi year", 임자년.
fn year_name(related_year: i32, almanac: Almanac, language: Language) -> String {
    // Year 4 was the first of a cycle.
    let place = (related_year - 4).rem_euclid(60).unsigned_abs() as usize;
    let (stem, branch) = (STEMS[place % 10], BRANCHES[place % 12]);
    let mut name = String::with_capacity(16);
    // Writing to a String cannot fail.
    let _ = match (language, almanac) {
        (Language::En, Almanac::Chinese) => write!(name, "{}-{} year", stem.1, branch.1),
        (Language::En, Almanac::Korean) => write!(name, "{}-{} year", stem.3, branch.3),
        (Language::Ko, _) => write!(name, "{}{}년", stem.2, branch.2),
        _ => write!(name, "{}{}年", stem.0, branch.0),
    };
    name
}
