//! Single dates, in every calendar and script.

use super::{HumanDateError, all_read_as, read_human, says};
use crate::date::{Calendar, CivilDate, Era, Language, Precision, in_calendar, japanese_eras};

#[test]
fn a_day() {
    all_read_as(
        "1972-09-29",
        &[
            "1972-09-29",
            " 1972-09-29 ",
            "29 Sep 1972",
            "29 sept. 1972",
            "September 29, 1972",
            "Sept 29th, 1972",
            "the 29th of September 1972",
            "Friday, 29 September 1972",
            "29. September 1972",
            "29-Sep-1972",
            "1972 Sep 29",
            "29/9/1972",
            "9/29/1972",
            "29.9.1972",
            "1972/9/29",
            "1972-9-29",
            "1972.9.29",
            "1972. 9. 29.",
            "1972. 9. 29. 금요일",
            "19720929",
            "1972年9月29日",
            "１９７２年９月２９日",
            "１９７２－０９－２９",
            "一九七二年九月二十九日",
            "千九百七十二年九月廿九日",
            "1972年9月29日(金)",
            "1972年9月29日（金曜日）",
            "1972年9月29日 星期五",
            "1972年9月29號",
            "1972년 9월 29일",
            "1972년 9월 29일 금요일",
            "昭和47年9月29日",
            "昭和四十七年九月二十九日",
            "㍼47年9月29日",
            "昭和47.9.29",
            "昭和47/9/29",
            "昭47.9.29",
            "S47.9.29",
            "s47-9-29",
            "29 September Shōwa 47",
            "쇼와 47년 9월 29일",
            "民國61年9月29日",
            "中华民国六十一年九月二十九日",
            "민국 61년 9월 29일",
        ],
    );
}

#[test]
fn a_month_or_a_year_and_no_more() {
    all_read_as(
        "1972-09",
        &[
            "Sept. 1972",
            "September 1972",
            "9/1972",
            "1972/9",
            "1972.9",
            "1972年9月",
        ],
    );
    all_read_as(
        "2024-11",
        &["令和6年11月", "R6.11", "민국 113년 11월", "Nov 2024"],
    );
    all_read_as(
        "1972",
        &[
            "1972年",
            "1972년",
            "昭和47年",
            "S47",
            "Shōwa 47",
            "民國61年",
            "民国61年",
            "the year 1972",
        ],
    );
    all_read_as(
        "2019",
        &["令和元年", "Reiwa 1", "레이와 원년", "平成31年", "R1"],
    );
}

#[test]
fn eras_are_kept_to_their_days() {
    all_read_as("1989-01-08", &["平成元年1月8日", "H1.1.8", "平元.1.8"]);
    all_read_as("1989-01-07", &["昭和64年1月7日"]);
    all_read_as("1989-01", &["昭和64年1月", "平成元年1月"]);
    says(
        "平成元年1月7日",
        "Heisei (平成) began on 1989-01-08: 1989-01-07 is 昭和64年1月7日",
    );
    says(
        "昭和64年1月8日",
        "Shōwa (昭和) ended on 1989-01-07: 1989-01-08 is 平成元年1月8日",
    );
    says(
        "昭和64年2月",
        "Shōwa (昭和) ended on 1989-01-07: 1989-02 is 平成元年2月",
    );
    says(
        "昭和65年",
        "Shōwa (昭和) ended on 1989-01-07: 1990 is 平成2年",
    );
    says(
        "令和元年4月",
        "Reiwa (令和) began on 2019-05-01: 2019-04 is 平成31年4月",
    );
    assert_eq!(read_human("昭和0年2月3日"), Err(HumanDateError::YearZero));
    says(
        "昭和2月3日",
        "the year of Shōwa (昭和) is missing: write it before the month, as in 昭和47年9月29日",
    );
}

#[test]
fn an_era_alone_is_all_its_days() {
    all_read_as("1868-10-23/1912-07-29", &["明治", "Meiji", "明治時代"]);
    all_read_as("2019-05-01/..", &["令和", "레이와 시대"]);
    all_read_as("[1955..1964]", &["昭和30年代"]);
    all_read_as("[1985..1989]", &["昭和60年代"]);
}

#[test]
fn meiji_before_1873_is_lunisolar() {
    all_read_as(
        "1871-09-13",
        &[
            "明治4年7月29日",
            "M4.7.29",
            "29th day of the 7th month, Meiji 4",
        ],
    );
    all_read_as("1871-08-16/1871-09-14", &["明治4年7月"]);
    all_read_as("1870-11-25", &["明治3年閏10月3日"]);
    all_read_as("1868-04-06", &["明治元年3月14日"]);
    all_read_as("1872-12-31", &["明治5年12月2日"]);
    all_read_as("1873-01-01", &["明治6年1月1日"]);
    all_read_as("1871", &["明治4年"]);
    for never_was in ["明治5年12月3日", "明治3年閏9月1日", "明治元年1月30日"] {
        assert!(read_human(never_was).is_err(), "{never_was}");
    }
    assert_eq!(
        read_human("昭和47年閏9月1日"),
        Err(HumanDateError::LeapMonth)
    );
}

#[test]
fn years_of_the_republic() {
    all_read_as("1912-01-01", &["民國元年1月1日", "민국 원년 1월 1일"]);
    all_read_as(
        "1911-12-31",
        &[
            "民國前1年12月31日",
            "民前1年12月31日",
            "민국 전 1년 12월 31일",
        ],
    );
    all_read_as("1972", &["Minguo 61", "ROC 61"]);
    assert_eq!(read_human("民國0年"), Err(HumanDateError::YearZero));
}

#[test]
fn before_christ_and_after() {
    all_read_as(
        "-0043",
        &[
            "44 BC",
            "44 BCE",
            "44 B.C.",
            "BC 44",
            "紀元前44年",
            "公元前44年",
            "기원전 44년",
        ],
    );
    all_read_as("-0043-03-15", &["15 March 44 BC", "紀元前44年3月15日"]);
    all_read_as(
        "0079",
        &[
            "79 AD",
            "AD 79",
            "79 CE",
            "西暦79年",
            "公元79年",
            "서기 79년",
        ],
    );
    all_read_as("Y12000", &["12,000", "12000年"]);
    all_read_as("Y170000002", &["170,000,002"]);
    // Without the commas its digits are those of 1 January 4734.
    all_read_as("Y47340101", &["47,340,101"]);
    all_read_as("4734-01-01", &["47340101"]);
    all_read_as("Y-11999", &["12000 BC", "12,000 BC"]);
    assert!(read_human("0 AD").is_err());
}

#[test]
fn times_of_day() {
    all_read_as(
        "2024-11-15T14:30:00",
        &[
            "15 November 2024, 14:30",
            "2024-11-15 14:30",
            "2024年11月15日 14:30",
            "2024年11月15日14時30分",
            "2024년 11월 15일 14시 30분",
            "令和6年11月15日(金)14時30分",
        ],
    );
    all_read_as(
        "2024-11-15T14:30:05+09:00",
        &[
            "15 November 2024, 14:30:05 (UTC+9)",
            "2024/11/15 14:30:05 +09:00",
        ],
    );
    all_read_as("2024-11-15T14:30:00Z", &["15 November 2024, 14:30 (UTC)"]);
    for typed in [
        "14:30",
        "November 2024, 14:30",
        "2024-11-15 14時",
        "15 Nov 2024 2:30 pm",
    ] {
        assert_eq!(read_human(typed), Err(HumanDateError::TimeOfDay), "{typed}");
    }
    says(
        "2024-11-15 25:00",
        "that would be 2024-11-15T25:00:00: hour 25 does not exist: hours run from 00 to 23",
    );
}

#[test]
fn the_days_around_every_change_are_read_back() {
    for pair in japanese_eras().windows(2) {
        for days in -2..=2 {
            let day = pair[1].start.add_days(days);
            let text =
                in_calendar(day, Precision::Day, Calendar::JapaneseEra, Language::Ja).unwrap();
            assert_eq!(read_human(&text).unwrap().to_string(), day.to_string());
            let other = if days < 0 { &pair[1] } else { &pair[0] };
            let wrong = wrong_era(other, day);
            assert!(read_human(&wrong).is_err(), "{wrong}");
        }
    }
}

/// The day in the year of an era that it is not of.
fn wrong_era(era: &Era, day: CivilDate) -> String {
    format!(
        "{}{}年{}月{}日",
        era.name(Language::Ja),
        era.year_of(day.year),
        day.month,
        day.day
    )
}
