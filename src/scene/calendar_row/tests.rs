use super::*;
use crate::scene::PlainMeasure;
use crate::scene::fixture::day;

fn row(calendar: Calendar, language: Language, from: f64, to: f64) -> SegmentRow {
    let widths = Widths::new(&PlainMeasure);
    let request = CalendarRequest {
        calendar,
        viewport: Viewport::new(from, to, 1_000.0),
        rect: Rect::new(0.0, 0.0, 1_172.0, 22.0),
        header_width: 172.0,
        zone: Zone::UTC,
        language,
        widths: &widths,
    };
    calendar_row(&request, &mut LunarMemory::new())
}

fn names(row: &SegmentRow) -> Vec<&str> {
    row.segments.iter().map(|segment| &*segment.name).collect()
}

#[test]
fn from_afar_eras_have_both_names() {
    let row = row(
        Calendar::JapaneseEra,
        Language::En,
        day(1960, 1, 1),
        day(2030, 1, 1),
    );
    assert_eq!(names(&row), ["昭和 Shōwa", "平成 Heisei", "令和 Reiwa"]);
    assert!(row.segments.iter().all(|segment| segment.label.is_some()));
    assert_eq!(&*row.title.text, Calendar::JapaneseEra.name(Language::En));
}

#[test]
fn a_year_in_which_eras_change_is_divided_on_the_day() {
    let row = row(
        Calendar::JapaneseEra,
        Language::Ja,
        day(2018, 7, 1),
        day(2020, 7, 1),
    );
    assert_eq!(names(&row), ["平成30年", "平成31年", "令和元年", "令和2年"]);
    assert_eq!(row.segments[2].start_s, day(2019, 5, 1) as i64);
}

#[test]
fn months_and_days_follow_when_there_is_room() {
    let of_months = row(
        Calendar::JapaneseEra,
        Language::Ja,
        day(1972, 8, 1),
        day(1973, 1, 1),
    );
    assert_eq!(names(&of_months)[1], "昭和47年9月");
    let of_days = row(
        Calendar::Minguo,
        Language::ZhHant,
        day(1972, 9, 27),
        day(1972, 10, 1),
    );
    assert_eq!(names(&of_days)[2], "民國61年9月29日");
}

#[test]
fn minguo_years_join_from_afar() {
    let row = row(
        Calendar::Minguo,
        Language::ZhHant,
        day(1900, 1, 1),
        day(2030, 1, 1),
    );
    let names = names(&row);
    // What is in view of the first one after the year of the founding may be its end only.
    let expected = ["民國元年–49年", "民國50年–99年", "民國100年–149年"];
    assert_eq!(names[1..], expected, "{names:?}");
}

#[test]
fn lunar_years_begin_at_their_new_year() {
    let row = row(
        Calendar::ChineseLunar,
        Language::ZhHans,
        day(1970, 1, 1),
        day(1976, 1, 1),
    );
    assert!(names(&row).contains(&"壬子年"));
    let segment = row
        .segments
        .iter()
        .find(|segment| &*segment.name == "壬子年");
    assert_eq!(
        segment.map(|segment| segment.start_s),
        Some(day(1972, 2, 15) as i64)
    );
}

#[test]
fn lunar_months_are_months_of_the_moon() {
    let row = row(
        Calendar::ChineseLunar,
        Language::ZhHant,
        day(1972, 8, 1),
        day(1973, 2, 1),
    );
    let month = row
        .segments
        .iter()
        .find(|segment| &*segment.name == "壬子年8月");
    let month = month.expect("the eighth month is in view");
    assert_eq!(month.start_s, day(1972, 9, 8) as i64);
    assert_eq!((month.end_s - month.start_s) % 86_400, 0);
    // 2023 has a second second month.
    let row = self::row(
        Calendar::KoreanLunar,
        Language::Ko,
        day(2023, 2, 1),
        day(2023, 7, 1),
    );
    assert!(
        names(&row).iter().any(|name| name.contains("윤2월")),
        "{:?}",
        names(&row)
    );
}

#[test]
fn stretches_follow_each_other_and_stay_in_the_row() {
    for calendar in Calendar::ALL {
        for language in Language::ALL {
            for days in [3.0, 20.0, 200.0, 3_000.0, 40_000.0, 4e6] {
                let row = row(
                    calendar,
                    language,
                    day(1940, 1, 1),
                    day(1940, 1, 1) + days * 86_400.0,
                );
                for pair in row.segments.windows(2) {
                    assert!(
                        pair[0].rect.right <= pair[1].rect.left + 0.01,
                        "{calendar:?} {days}"
                    );
                }
                for segment in &row.segments {
                    assert!(
                        segment.rect.left >= row.rect.left && segment.rect.right <= row.rect.right
                    );
                    if let Some(label) = &segment.label {
                        assert!(label.right() <= segment.rect.right + 0.01);
                    }
                }
            }
        }
    }
}
