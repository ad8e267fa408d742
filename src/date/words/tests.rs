//! Dates in words, in the five languages.

mod compound;
mod doubt;
mod properties;

use super::in_words;
use crate::date::{Edtf, Language};

/// EDTF, and its words in English, Japanese, simplified and traditional Chinese and Korean.
type Row = (&'static str, [&'static str; 5]);

#[track_caller]
fn are_worded(rows: &[Row]) {
    for (text, words) in rows {
        let edtf = Edtf::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        for (language, expected) in Language::ALL.into_iter().zip(words) {
            assert_eq!(in_words(&edtf, language), *expected, "{text}");
        }
    }
}

#[test]
fn days_months_and_years() {
    are_worded(&[
        (
            "2024-11-15",
            [
                "15 November 2024",
                "2024年11月15日",
                "2024年11月15日",
                "2024年11月15日",
                "2024년 11월 15일",
            ],
        ),
        (
            "1972-09",
            [
                "September 1972",
                "1972年9月",
                "1972年9月",
                "1972年9月",
                "1972년 9월",
            ],
        ),
        ("1972", ["1972", "1972年", "1972年", "1972年", "1972년"]),
        (
            "-0043-03-15",
            [
                "15 March 44 BC",
                "紀元前44年3月15日",
                "公元前44年3月15日",
                "西元前44年3月15日",
                "기원전 44년 3월 15일",
            ],
        ),
        (
            "0079",
            ["79 AD", "西暦79年", "公元79年", "西元79年", "서기 79년"],
        ),
        (
            "Y-170000002",
            [
                "170,000,003 BC",
                "紀元前170000003年",
                "公元前170000003年",
                "西元前170000003年",
                "기원전 170000003년",
            ],
        ),
        (
            "Y17E20",
            [
                "the year 17 × 10^20",
                "17 × 10^20年",
                "17 × 10^20年",
                "17 × 10^20年",
                "17 × 10^20년",
            ],
        ),
        (
            "1950S2",
            [
                "1950 (to 2 significant digits)",
                "1950年（有効数字2桁）",
                "1950年（有效数字2位）",
                "1950年（有效數字2位）",
                "1950년(유효 숫자 2자리)",
            ],
        ),
    ]);
}

#[test]
fn stretches_of_years() {
    are_worded(&[
        (
            "197X",
            ["the 1970s", "1970年代", "1970年代", "1970年代", "1970년대"],
        ),
        // "the 1900s" would be a century to most readers.
        (
            "190X",
            [
                "the decade 1900–1909",
                "1900〜1909年",
                "1900至1909年",
                "1900至1909年",
                "1900~1909년",
            ],
        ),
        (
            "007X",
            [
                "the decade 70–79 AD",
                "70〜79年",
                "70至79年",
                "70至79年",
                "70~79년",
            ],
        ),
        (
            "-004X",
            [
                "the decade 50–41 BC",
                "紀元前50〜41年",
                "公元前50至41年",
                "西元前50至41年",
                "기원전 50~41년",
            ],
        ),
        (
            "18XX",
            ["the 19th century", "19世紀", "19世纪", "19世紀", "19세기"],
        ),
        (
            "-01XX",
            [
                "the 2nd century BC",
                "紀元前2世紀",
                "公元前2世纪",
                "西元前2世紀",
                "기원전 2세기",
            ],
        ),
        (
            "1XXX",
            [
                "the 2nd millennium",
                "2千年紀",
                "第2个千年",
                "第2個千年",
                "제2천년기",
            ],
        ),
        (
            "19X2",
            [
                "year 19X2 (X not known)",
                "19X2年（Xは不明）",
                "19X2年（X不详）",
                "19X2年（X不詳）",
                "19X2년(X는 미상)",
            ],
        ),
    ]);
}

#[test]
fn parts_of_a_year() {
    are_worded(&[
        (
            "1972-21",
            [
                "spring 1972",
                "1972年春",
                "1972年春",
                "1972年春",
                "1972년 봄",
            ],
        ),
        (
            "1972-29",
            [
                "spring 1972 (southern hemisphere)",
                "1972年春（南半球）",
                "1972年春（南半球）",
                "1972年春（南半球）",
                "1972년 봄(남반구)",
            ],
        ),
        (
            "1972-34",
            [
                "the second quarter of 1972",
                "1972年第2四半期",
                "1972年第二季度",
                "1972年第二季度",
                "1972년 2분기",
            ],
        ),
        (
            "1972-38",
            [
                "the second third of 1972",
                "1972年5月〜8月期",
                "1972年5月至8月期",
                "1972年5月至8月期",
                "1972년 5월~8월기",
            ],
        ),
        (
            "1972-41",
            [
                "the second half of 1972",
                "1972年下半期",
                "1972年下半年",
                "1972年下半年",
                "1972년 하반기",
            ],
        ),
    ]);
}

#[test]
fn times_to_the_minute() {
    are_worded(&[
        (
            "2024-11-15T14:30:00",
            [
                "15 November 2024, 14:30",
                "2024年11月15日 14:30",
                "2024年11月15日 14:30",
                "2024年11月15日 14:30",
                "2024년 11월 15일 14:30",
            ],
        ),
        (
            "2024-11-15T14:30:05+09:00",
            [
                "15 November 2024, 14:30:05 (UTC+9)",
                "2024年11月15日 14:30:05（UTC+9）",
                "2024年11月15日 14:30:05（UTC+9）",
                "2024年11月15日 14:30:05（UTC+9）",
                "2024년 11월 15일 14:30:05(UTC+9)",
            ],
        ),
    ]);
    let english = |text| in_words(&Edtf::parse(text).unwrap(), Language::En);
    assert_eq!(
        english("2024-11-15T14:30:00Z"),
        "15 November 2024, 14:30 (UTC)"
    );
    assert_eq!(
        english("2024-11-15T14:30:00+05:30"),
        "15 November 2024, 14:30 (UTC+5:30)"
    );
    assert_eq!(
        english("2024-11-15T14:30:00-05"),
        "15 November 2024, 14:30 (UTC−5)"
    );
    assert_eq!(english("2024-11-15T24:00:00"), "15 November 2024, 24:00");
}
