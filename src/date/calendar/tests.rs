//! Days in other calendars, each checked by hand.

use super::*;

fn civil(year: i64, month: u8, day: u8) -> CivilDate {
    CivilDate { year, month, day }
}

/// The date in the five languages.
fn five(date: CivilDate, precision: Precision, calendar: Calendar) -> [String; 5] {
    Language::ALL.map(|language| {
        in_calendar(date, precision, calendar, language).unwrap_or_else(|| "-".to_owned())
    })
}

#[test]
fn a_day_in_every_calendar_and_language() {
    let day = civil(1972, 9, 29);
    assert_eq!(
        five(day, Precision::Day, Calendar::Gregorian),
        [
            "29 September 1972",
            "1972年9月29日",
            "1972年9月29日",
            "1972年9月29日",
            "1972년 9월 29일"
        ]
    );
    assert_eq!(
        five(day, Precision::Day, Calendar::JapaneseEra),
        [
            "29 September Shōwa 47",
            "昭和47年9月29日",
            "昭和47年9月29日",
            "昭和47年9月29日",
            "쇼와 47년 9월 29일"
        ]
    );
    assert_eq!(
        five(day, Precision::Day, Calendar::Minguo),
        [
            "29 September Minguo 61",
            "民国61年9月29日",
            "民国61年9月29日",
            "民國61年9月29日",
            "민국 61년 9월 29일"
        ]
    );
    assert_eq!(
        five(day, Precision::Day, Calendar::ChineseLunar),
        [
            "22nd day of the 8th month, ren-zi year",
            "壬子年八月二十二日",
            "壬子年八月廿二",
            "壬子年八月廿二",
            "임자년 8월 22일"
        ]
    );
    assert_eq!(
        five(day, Precision::Day, Calendar::KoreanLunar)[0],
        "22nd day of the 8th month, im-ja year"
    );
}

#[test]
fn precision_is_never_invented() {
    let day = civil(1972, 9, 29);
    assert_eq!(
        five(day, Precision::Month, Calendar::JapaneseEra),
        [
            "September Shōwa 47",
            "昭和47年9月",
            "昭和47年9月",
            "昭和47年9月",
            "쇼와 47년 9월"
        ]
    );
    assert_eq!(
        five(day, Precision::Year, Calendar::Minguo),
        ["Minguo 61", "民国61年", "民国61年", "民國61年", "민국 61년"]
    );
    assert_eq!(
        five(day, Precision::Year, Calendar::ChineseLunar),
        ["ren-zi year", "壬子年", "壬子年", "壬子年", "임자년"]
    );
    assert_eq!(
        five(day, Precision::Month, Calendar::ChineseLunar),
        ["-"; 5]
    );
    for calendar in Calendar::ALL {
        assert_eq!(five(day, Precision::Decade, calendar), ["-"; 5]);
        assert_eq!(
            five(day, Precision::Minute, calendar),
            five(day, Precision::Day, calendar)
        );
    }
}

#[test]
fn the_first_year_of_an_era_is_gannen() {
    assert_eq!(
        five(civil(2019, 5, 1), Precision::Day, Calendar::JapaneseEra),
        [
            "1 May Reiwa 1",
            "令和元年5月1日",
            "令和元年5月1日",
            "令和元年5月1日",
            "레이와 원년 5월 1일"
        ]
    );
    assert_eq!(
        five(civil(1912, 1, 1), Precision::Day, Calendar::Minguo),
        [
            "1 January Minguo 1",
            "民国元年1月1日",
            "民国元年1月1日",
            "民國元年1月1日",
            "민국 원년 1월 1일"
        ]
    );
}

#[test]
fn eras_change_within_a_year() {
    let ja = |date, precision| {
        in_calendar(date, precision, Calendar::JapaneseEra, Language::Ja).unwrap()
    };
    assert_eq!(ja(civil(1989, 1, 7), Precision::Day), "昭和64年1月7日");
    assert_eq!(ja(civil(1989, 1, 8), Precision::Day), "平成元年1月8日");
    assert_eq!(
        ja(civil(1989, 1, 1), Precision::Month),
        "昭和64年1月・平成元年1月"
    );
    assert_eq!(ja(civil(1989, 2, 1), Precision::Month), "平成元年2月");
    assert_eq!(ja(civil(2019, 4, 1), Precision::Month), "平成31年4月");
    assert_eq!(ja(civil(2019, 7, 1), Precision::Year), "平成31年・令和元年");
    assert_eq!(ja(civil(1912, 1, 1), Precision::Year), "明治45年・大正元年");
    assert_eq!(
        in_calendar(
            civil(1926, 1, 1),
            Precision::Year,
            Calendar::JapaneseEra,
            Language::En
        )
        .unwrap(),
        "Taishō 15 / Shōwa 1"
    );
}

#[test]
fn meiji_days_before_1873_are_lunisolar() {
    let day = civil(1871, 9, 13);
    assert_eq!(
        five(day, Precision::Day, Calendar::JapaneseEra),
        [
            "29th day of the 7th month, Meiji 4",
            "明治4年7月29日",
            "明治4年7月29日",
            "明治4年7月29日",
            "메이지 4년 7월 29일"
        ]
    );
    assert_eq!(five(day, Precision::Month, Calendar::JapaneseEra), ["-"; 5]);
    assert_eq!(
        five(day, Precision::Year, Calendar::JapaneseEra)[1],
        "明治4年"
    );
    // January 1869 was still the first year of Meiji.
    assert_eq!(
        five(civil(1869, 1, 1), Precision::Day, Calendar::JapaneseEra)[1],
        "明治元年11月19日"
    );
    assert_eq!(
        five(civil(1870, 11, 25), Precision::Day, Calendar::JapaneseEra),
        [
            "3rd day of the leap 10th month, Meiji 3",
            "明治3年閏10月3日",
            "明治3年闰10月3日",
            "明治3年閏10月3日",
            "메이지 3년 윤10월 3일"
        ]
    );
    assert_eq!(
        five(civil(1872, 12, 31), Precision::Day, Calendar::JapaneseEra)[1],
        "明治5年12月2日"
    );
    assert_eq!(
        five(civil(1873, 1, 1), Precision::Day, Calendar::JapaneseEra)[1],
        "明治6年1月1日"
    );
}

#[test]
fn nothing_is_said_outside_a_calendar() {
    assert_eq!(
        five(civil(1868, 10, 22), Precision::Day, Calendar::JapaneseEra),
        ["-"; 5]
    );
    assert_eq!(
        five(civil(1867, 1, 1), Precision::Year, Calendar::JapaneseEra),
        ["-"; 5]
    );
    assert_eq!(
        five(civil(1900, 1, 30), Precision::Day, Calendar::ChineseLunar),
        ["-"; 5]
    );
    assert_eq!(
        five(civil(1900, 1, 31), Precision::Day, Calendar::ChineseLunar)[2],
        "庚子年正月初一"
    );
    assert_eq!(
        five(civil(2101, 1, 28), Precision::Day, Calendar::KoreanLunar)[4],
        "경신년 12월 29일"
    );
    assert_eq!(
        five(civil(2101, 1, 29), Precision::Day, Calendar::KoreanLunar),
        ["-"; 5]
    );
    assert_eq!(
        five(civil(1972, 2, 30), Precision::Day, Calendar::Gregorian),
        ["-"; 5]
    );
    for calendar in Calendar::ALL {
        for year in [i64::MIN, i64::MAX, 0] {
            let _ = five(civil(year, 1, 1), Precision::Year, calendar);
            let _ = five(civil(year, 1, 1), Precision::Day, calendar);
        }
    }
}

#[test]
fn years_before_the_republic() {
    assert_eq!(
        five(civil(1911, 12, 31), Precision::Day, Calendar::Minguo),
        [
            "31 December, year 1 before Minguo",
            "民国前1年12月31日",
            "民国前1年12月31日",
            "民國前1年12月31日",
            "민국 전 1년 12월 31일"
        ]
    );
    assert_eq!(
        five(civil(1895, 4, 17), Precision::Year, Calendar::Minguo)[3],
        "民國前17年"
    );
}

#[test]
fn leap_months_and_the_two_lunar_calendars() {
    assert_eq!(
        five(civil(2020, 5, 24), Precision::Day, Calendar::ChineseLunar),
        [
            "2nd day of the leap 4th month, geng-zi year",
            "庚子年閏四月二日",
            "庚子年闰四月初二",
            "庚子年閏四月初二",
            "경자년 윤4월 2일"
        ]
    );
    // In 2012 the leap month came after the fourth in China, after the third in Korea.
    let day = civil(2012, 5, 1);
    assert_eq!(
        five(day, Precision::Day, Calendar::ChineseLunar)[2],
        "壬辰年四月十一"
    );
    assert_eq!(
        five(day, Precision::Day, Calendar::KoreanLunar)[4],
        "임진년 윤3월 11일"
    );
    // New Year 1997: a day later in Korea.
    let day = civil(1997, 2, 7);
    assert_eq!(
        five(day, Precision::Day, Calendar::ChineseLunar)[3],
        "丁丑年正月初一"
    );
    assert_eq!(
        five(day, Precision::Day, Calendar::KoreanLunar)[4],
        "병자년 12월 30일"
    );
    assert_eq!(
        five(civil(2024, 1, 11), Precision::Day, Calendar::ChineseLunar)[2],
        "癸卯年腊月初一"
    );
    assert_eq!(
        five(civil(2023, 12, 13), Precision::Day, Calendar::ChineseLunar)[3],
        "癸卯年冬月初一"
    );
}

/// Lunar New Years as the two countries' almanacs have them.
#[test]
fn lunar_new_years() {
    let chinese = [
        civil(1949, 1, 29),
        civil(1972, 2, 15),
        civil(2000, 2, 5),
        civil(2024, 2, 10),
        civil(2027, 2, 6),
        civil(2033, 1, 31),
    ];
    for day in chinese {
        let lunar = LunarDate::from_civil(day, Almanac::Chinese).unwrap();
        assert_eq!((lunar.month, lunar.leap, lunar.day), (1, false, 1), "{day}");
    }
    for day in [civil(1972, 2, 15), civil(2024, 2, 10), civil(2027, 2, 7)] {
        let lunar = LunarDate::from_civil(day, Almanac::Korean).unwrap();
        assert_eq!((lunar.month, lunar.leap, lunar.day), (1, false, 1), "{day}");
    }
}

#[test]
fn every_covered_lunar_day_goes_there_and_back() {
    let first = civil(1900, 1, 31).days_from_epoch();
    let last = civil(2101, 1, 28).days_from_epoch();
    for almanac in [Almanac::Chinese, Almanac::Korean] {
        for days in (first..=last).step_by(7) {
            let day = CivilDate::from_days(days);
            let lunar = LunarDate::from_civil(day, almanac).unwrap();
            assert_eq!(lunar.to_civil(almanac), Some(day), "{almanac:?}");
        }
    }
    let absurd = LunarDate {
        related_year: 2000,
        month: 200,
        leap: true,
        day: 99,
    };
    assert_eq!(absurd.to_civil(Almanac::Chinese), None);
}

#[test]
fn no_field_panics() {
    let fields = [0, 1, 2, 12, 13, 28, 31, 32, 255];
    for year in [
        i64::MIN,
        -9999,
        0,
        1868,
        1869,
        1873,
        1989,
        2024,
        2100,
        i64::MAX,
    ] {
        for month in fields {
            for day in fields {
                let date = CivilDate { year, month, day };
                for calendar in Calendar::ALL {
                    for precision in Precision::ALL {
                        let _ = in_calendar(date, precision, calendar, Language::Ko);
                    }
                }
            }
        }
    }
}

#[test]
fn calendars_have_names_of_their_own() {
    for language in Language::ALL {
        let mut names = Calendar::ALL.map(|calendar| calendar.name(language));
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
