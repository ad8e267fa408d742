//! The names of months and weekdays, long for sentences and short for axis ticks.

use crate::date::Five;
use crate::date::{Language, Season, Weekday};

/// How long a name may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameWidth {
    /// For a tick: "Sep", "Fri", 金.
    Short,
    /// For a sentence: "September", "Friday", 金曜日.
    Long,
}

static ENGLISH_MONTHS: [(&str, &str); 12] = [
    ("Jan", "January"),
    ("Feb", "February"),
    ("Mar", "March"),
    ("Apr", "April"),
    ("May", "May"),
    ("Jun", "June"),
    ("Jul", "July"),
    ("Aug", "August"),
    ("Sep", "September"),
    ("Oct", "October"),
    ("Nov", "November"),
    ("Dec", "December"),
];

static HAN_MONTHS: [&str; 12] = [
    "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
];

static KOREAN_MONTHS: [&str; 12] = [
    "1월", "2월", "3월", "4월", "5월", "6월", "7월", "8월", "9월", "10월", "11월", "12월",
];

/// The name of a month, 1 to 12; empty for any other number.
///
/// ```
/// use nenpyo::date::{Language, NameWidth, month_name};
/// assert_eq!(month_name(9, Language::En, NameWidth::Short), "Sep");
/// assert_eq!(month_name(9, Language::Ja, NameWidth::Long), "9月");
/// ```
pub fn month_name(month: u8, language: Language, width: NameWidth) -> &'static str {
    let place = usize::from(month).wrapping_sub(1);
    let name = match language {
        Language::En => ENGLISH_MONTHS.get(place).map(|(short, long)| match width {
            NameWidth::Short => *short,
            NameWidth::Long => *long,
        }),
        Language::Ja | Language::ZhHans | Language::ZhHant => HAN_MONTHS.get(place).copied(),
        Language::Ko => KOREAN_MONTHS.get(place).copied(),
    };
    name.unwrap_or("")
}

/// The name of a day of the week.
///
/// ```
/// use nenpyo::date::{Language, NameWidth, Weekday, weekday_name};
/// assert_eq!(weekday_name(Weekday::Friday, Language::En, NameWidth::Long), "Friday");
/// assert_eq!(weekday_name(Weekday::Friday, Language::Ja, NameWidth::Short), "金");
/// ```
pub const fn weekday_name(weekday: Weekday, language: Language, width: NameWidth) -> &'static str {
    let (short, long) = match weekday {
        Weekday::Monday => (
            Five::new("Mon", "月", "周一", "週一", "월"),
            Five::new("Monday", "月曜日", "星期一", "星期一", "월요일"),
        ),
        Weekday::Tuesday => (
            Five::new("Tue", "火", "周二", "週二", "화"),
            Five::new("Tuesday", "火曜日", "星期二", "星期二", "화요일"),
        ),
        Weekday::Wednesday => (
            Five::new("Wed", "水", "周三", "週三", "수"),
            Five::new("Wednesday", "水曜日", "星期三", "星期三", "수요일"),
        ),
        Weekday::Thursday => (
            Five::new("Thu", "木", "周四", "週四", "목"),
            Five::new("Thursday", "木曜日", "星期四", "星期四", "목요일"),
        ),
        Weekday::Friday => (
            Five::new("Fri", "金", "周五", "週五", "금"),
            Five::new("Friday", "金曜日", "星期五", "星期五", "금요일"),
        ),
        Weekday::Saturday => (
            Five::new("Sat", "土", "周六", "週六", "토"),
            Five::new("Saturday", "土曜日", "星期六", "星期六", "토요일"),
        ),
        Weekday::Sunday => (
            Five::new("Sun", "日", "周日", "週日", "일"),
            Five::new("Sunday", "日曜日", "星期日", "星期日", "일요일"),
        ),
    };
    match width {
        NameWidth::Short => short.get(language),
        NameWidth::Long => long.get(language),
    }
}

/// The name of a season as it stands beside a year.
pub(super) const fn season_name(season: Season, language: Language) -> &'static str {
    let names = match season {
        Season::Spring => Five::new("spring", "春", "春", "春", "봄"),
        Season::Summer => Five::new("summer", "夏", "夏", "夏", "여름"),
        Season::Autumn => Five::new("autumn", "秋", "秋", "秋", "가을"),
        Season::Winter => Five::new("winter", "冬", "冬", "冬", "겨울"),
    };
    names.get(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_english_names_begin_the_long_ones() {
        for month in 1..=12 {
            let long = month_name(month, Language::En, NameWidth::Long);
            assert!(long.starts_with(month_name(month, Language::En, NameWidth::Short)));
        }
        for weekday in Weekday::ALL {
            let long = weekday_name(weekday, Language::En, NameWidth::Long);
            assert!(long.starts_with(weekday_name(weekday, Language::En, NameWidth::Short)));
        }
    }

    #[test]
    fn han_and_korean_months_are_their_numbers() {
        for month in 1..=12 {
            let expected = format!("{month}月");
            assert_eq!(month_name(month, Language::Ja, NameWidth::Long), expected);
            let expected = format!("{month}월");
            assert_eq!(month_name(month, Language::Ko, NameWidth::Short), expected);
        }
        for month in [0, 13, 255] {
            assert_eq!(month_name(month, Language::En, NameWidth::Long), "");
        }
    }

    #[test]
    fn no_two_weekdays_share_a_name() {
        for language in Language::ALL {
            for width in [NameWidth::Short, NameWidth::Long] {
                let mut names = Weekday::ALL.map(|day| weekday_name(day, language, width));
                names.sort_unstable();
                assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
            }
        }
    }
}
