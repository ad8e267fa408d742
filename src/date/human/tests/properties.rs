//! What holds for any text, and for the words of any date.

use proptest::prelude::*;

use super::read_human;
use crate::date::{
    Calendar, CivilDate, Edtf, Language, Precision, in_calendar, in_words, japanese_eras,
};

/// Days from the first of Meiji to 2100, by their numbers.
fn era_day() -> impl Strategy<Value = CivilDate> {
    let first = japanese_eras()[0].start.days_from_epoch();
    let last = CivilDate::new(2100, 12, 31).map_or(first, CivilDate::days_from_epoch);
    (first..=last).prop_map(CivilDate::from_days)
}

/// EDTF values of the kinds that the words of every language can be read back from.
fn plain_value() -> BoxedStrategy<String> {
    let year = || 1000..=2999_i64;
    let day = || {
        (1000..=2999_i64, 1..=12_u8, 1..=28_u8)
            .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
    };
    let one = prop_oneof![
        year().prop_map(|year| year.to_string()),
        (year(), 1..=12_u8).prop_map(|(year, month)| format!("{year}-{month:02}")),
        day(),
        (year(), 21..=24_u8).prop_map(|(year, code)| format!("{year}-{code}")),
        (year(), 33..=36_u8).prop_map(|(year, code)| format!("{year}-{code}")),
        (year(), 40..=41_u8).prop_map(|(year, code)| format!("{year}-{code}")),
        (10..=29_i64, 1..=9_u8).prop_map(|(century, decade)| format!("{century}{decade}X")),
        (10..=29_i64).prop_map(|century| format!("{century}XX")),
        (0..=998_i64)
            .prop_map(|year| format!("-{year:04}"))
            .prop_filter("no -0000", |text| text != "-0000"),
        (1..=999_i64).prop_map(|year| format!("{year:04}")),
        (10_000..=9_999_999_999_i64).prop_map(|year| format!("Y{year}")),
    ];
    let marked = (
        one,
        prop_oneof![3 => Just(""), 1 => Just("~"), 1 => Just("?"), 1 => Just("%")],
    )
        .prop_map(|(date, mark)| format!("{date}{mark}"));
    let ordered = |a: String, b: String| if a <= b { (a, b) } else { (b, a) };
    let time = (
        day(),
        0..=23_u8,
        0..=59_u8,
        0..=59_u8,
        "(Z|[+-]0[1-9]:[03]0)?",
    )
        .prop_map(|(day, h, m, s, shift)| format!("{day}T{h:02}:{m:02}:{s:02}{shift}"));
    let unknown = (year(), 1..=12_u8).prop_flat_map(|(year, month)| {
        proptest::sample::select(vec![
            format!("{year}-XX"),
            format!("{year}-XX-XX"),
            format!("{year}-{month:02}-XX"),
            format!("XXXX-{month:02}"),
            format!("XXXX-{month:02}-28"),
        ])
    });
    prop_oneof![
        1 => time,
        1 => unknown,
        4 => marked.clone(),
        1 => marked.clone().prop_map(|date| format!("/{date}")),
        1 => marked.clone().prop_map(|date| format!("{date}/")),
        1 => marked.clone().prop_map(|date| format!("../{date}")),
        1 => marked.prop_map(|date| format!("{date}/..")),
        2 => (day(), day()).prop_map(move |(a, b)| {
            let (a, b) = ordered(a, b);
            format!("{a}/{b}")
        }),
        1 => (1000..=1999_i64, 2000..=2999_i64).prop_map(|(a, b)| format!("{a}/{b}")),
        1 => (year(), 1..=6_u8, 7..=12_u8).prop_map(|(y, a, b)| format!("{y}-{a:02}/{y}-{b:02}")),
        1 => (year(), 1..=12_u8, 1..=14_u8, 15..=28_u8)
            .prop_map(|(y, m, a, b)| format!("{y}-{m:02}-{a:02}/{y}-{m:02}-{b:02}")),
        1 => (1000..=1999_i64, 2000..=2999_i64).prop_map(|(a, b)| format!("[{a},{b}]")),
        1 => (1000..=1999_i64, 2000..=2999_i64).prop_map(|(a, b)| format!("[{a}..{b}]")),
        1 => (year()).prop_map(|year| format!("[..{year}]")),
    ]
    .boxed()
}

/// Pieces of dates in any order, and anything between them.
fn scraps() -> impl Strategy<Value = String> {
    const SCRAPS: [&str; 65] = [
        "昭和",
        "令和",
        "明治",
        "平",
        "元",
        "年",
        "月",
        "日",
        "閏",
        "十",
        "百",
        "千",
        "廿",
        "一",
        "九",
        "〇",
        "１",
        "９",
        "民國",
        "民國前",
        "紀元前",
        "西暦",
        "世紀",
        "年代",
        "前半",
        "末",
        "頃",
        "約",
        "以前",
        "から",
        "まで",
        "〜",
        "（金）",
        "または",
        "と",
        "、",
        "년",
        "월",
        "일",
        "부터",
        "경",
        "1972",
        "9",
        "29",
        "0",
        "99999999999999999999",
        "999999999999999",
        "00",
        "-",
        "/",
        ".",
        "–",
        "~",
        "?",
        ",",
        " ",
        "s",
        "c.",
        "Sept",
        "early",
        "before",
        "between",
        "and",
        "BC",
        "th",
    ];
    proptest::collection::vec(
        prop_oneof![
            20 => proptest::sample::select(&SCRAPS[..]).prop_map(str::to_owned),
            1 => any::<char>().prop_map(String::from),
        ],
        0..14,
    )
    .prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        if let Err(error) = read_human(&text) {
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn any_scraps_are_read_or_refused(text in scraps()) {
        match read_human(&text) {
            Ok(edtf) => {
                // What is read is EDTF, and can be said.
                prop_assert_eq!(Edtf::parse(&edtf.to_string()), Ok(edtf.clone()));
                for language in Language::ALL {
                    prop_assert!(!in_words(&edtf, language).is_empty());
                }
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }

    #[test]
    fn days_in_calendars_are_read_back(day in era_day()) {
        for calendar in [Calendar::Gregorian, Calendar::JapaneseEra, Calendar::Minguo] {
            for language in Language::ALL {
                let text = in_calendar(day, Precision::Day, calendar, language).unwrap();
                let read = read_human(&text).map(|edtf| edtf.to_string());
                prop_assert_eq!(read, Ok(day.to_string()), "{}", text);
            }
        }
    }

    #[test]
    fn months_and_years_of_one_era_are_read_back(year in 1873..=2100_i64, month in 1..=12_u8) {
        let day = CivilDate { year, month, day: 1 };
        for (precision, edtf) in [
            (Precision::Month, format!("{year}-{month:02}")),
            (Precision::Year, year.to_string()),
        ] {
            for language in Language::ALL {
                let text = in_calendar(day, precision, Calendar::JapaneseEra, language).unwrap();
                if text.contains(['・', '／']) || text.contains(" / ") {
                    // Two eras: each half is the whole month or year.
                    let half = text.split(['・', '／', '/']).next().unwrap();
                    prop_assert_eq!(read_human(half).unwrap().to_string(), edtf.clone());
                } else {
                    prop_assert_eq!(read_human(&text).unwrap().to_string(), edtf.clone(), "{}", text);
                }
            }
        }
    }

    #[test]
    fn words_are_read_back(text in plain_value()) {
        let edtf = Edtf::parse(&text).unwrap();
        for language in Language::ALL {
            let words = in_words(&edtf, language);
            let read = read_human(&words).map(|edtf| edtf.to_string());
            prop_assert_eq!(read, Ok(text.clone()), "{}", words);
        }
    }
}
