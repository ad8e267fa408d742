use proptest::prelude::*;

use super::*;
use crate::scene::measure::PlainMeasure;
use crate::scene::viewport::SECONDS_PER_YEAR;

const RECT: Rect = Rect::new(172.0, 48.0, 1172.0, 84.0);

fn axis_of(start_s: f64, length_s: f64, zone: Zone, language: Language) -> (Step, Axis) {
    let widths = Widths::new(&PlainMeasure);
    let request = AxisRequest {
        viewport: Viewport::new(start_s, start_s + length_s, RECT.width()),
        rect: RECT,
        zone,
        language,
        widths: &widths,
    };
    (step_for(&request), axis(&request))
}

fn texts(lines: &[TextLine]) -> Vec<&str> {
    lines.iter().map(|line| &*line.text).collect()
}

/// Midnight of a day in Tokyo.
fn tokyo(year: i64, month: u8, day: u8) -> f64 {
    let date = crate::date::CivilDate { year, month, day };
    Zone::TOKYO.to_instant(date.at_midnight()).0 as f64
}

#[test]
fn eighty_years_are_decades_with_five_years_between() {
    let (step, axis) = axis_of(
        tokyo(1968, 1, 1),
        58.0 * SECONDS_PER_YEAR,
        Zone::TOKYO,
        Language::En,
    );
    assert_eq!(step, Step::Years(5));
    assert_eq!(
        texts(&axis.upper),
        [
            "1970", "1975", "1980", "1985", "1990", "1995", "2000", "2005", "2010", "2015", "2020",
            "2025"
        ]
    );
    assert_eq!(axis.upper[0].role, TextRole::AxisMajor);
    assert_eq!(axis.upper[1].ink, Ink::Muted);
    assert!(axis.lower.is_empty());
}

#[test]
fn a_year_is_months_under_the_year() {
    let (step, axis) = axis_of(
        tokyo(1972, 1, 1),
        SECONDS_PER_YEAR,
        Zone::TOKYO,
        Language::En,
    );
    assert_eq!(step, Step::Months(1));
    assert_eq!(texts(&axis.upper), ["1972"]);
    assert_eq!(
        axis.lower[..3].iter().map(|l| &*l.text).collect::<Vec<_>>(),
        ["Jan", "Feb", "Mar"]
    );
    assert_eq!(axis.lower.len(), 12);
}

#[test]
fn a_fortnight_is_days_under_the_month_with_its_year() {
    let (step, axis) = axis_of(
        tokyo(1972, 9, 25),
        14.0 * 86_400.0,
        Zone::TOKYO,
        Language::Ja,
    );
    assert_eq!(step, Step::Day);
    assert_eq!(texts(&axis.upper), ["1972年9月", "1972年10月"]);
    assert_eq!(texts(&axis.lower)[4..7], ["29日", "30日", "1日"]);
}

#[test]
fn an_afternoon_is_hours_under_the_day_with_its_year() {
    let (step, axis) = axis_of(
        tokyo(1972, 9, 29) + 12.0 * 3600.0,
        6.0 * 3600.0,
        Zone::TOKYO,
        Language::En,
    );
    assert_eq!(step, Step::Minutes(30));
    assert_eq!(texts(&axis.upper), ["29 September 1972"]);
    assert_eq!(texts(&axis.lower)[..3], ["12:00", "12:30", "13:00"]);
}

#[test]
fn the_same_instant_is_another_day_in_another_zone() {
    let noon = tokyo(2024, 11, 16) + 8.0 * 3600.0;
    let tokyo = axis_of(noon, 3600.0, Zone::TOKYO, Language::En).1;
    let lima = axis_of(noon, 3600.0, Zone::LIMA, Language::En).1;
    assert_eq!(texts(&tokyo.upper), ["16 November 2024"]);
    assert_eq!(texts(&lima.upper), ["15 November 2024"]);
    assert_eq!(&*tokyo.lower[0].text, "08:00");
    assert_eq!(&*lima.lower[0].text, "18:00");
}

#[test]
fn the_age_of_the_universe_fits_on_the_axis() {
    let (_, axis) = axis_of(
        -13.8e9 * SECONDS_PER_YEAR,
        13.9e9 * SECONDS_PER_YEAR,
        Zone::TOKYO,
        Language::En,
    );
    assert!(axis.upper.len() >= 5, "{:?}", texts(&axis.upper));
    assert!(
        texts(&axis.upper).contains(&"10 Gya"),
        "{:?}",
        texts(&axis.upper)
    );
    let (_, axis) = axis_of(
        -14_000.0 * SECONDS_PER_YEAR,
        14_000.0 * SECONDS_PER_YEAR,
        Zone::TOKYO,
        Language::En,
    );
    assert!(
        texts(&axis.upper).contains(&"10,000 BCE"),
        "{:?}",
        texts(&axis.upper)
    );
}

#[test]
fn a_minute_in_the_hour_that_is_read_twice_has_ticks() {
    // 2024-11-03 06:30 UTC is the second 01:30 in Washington.
    let (_, axis) = axis_of(1_730_615_400.0, 120.0, Zone::WASHINGTON, Language::En);
    assert!(axis.lower.len() >= 4, "{:?}", texts(&axis.lower));
    assert_eq!(texts(&axis.upper), ["3 November 2024"]);
}

#[test]
fn the_word_of_a_tick_does_not_stay_when_the_tick_has_gone() {
    let day_s = 86_400.0;
    let (step, axis) = axis_of(tokyo(2024, 10, 9), 75.0 * day_s, Zone::TOKYO, Language::En);
    assert_eq!(step, Step::TenDays);
    assert_eq!(
        texts(&axis.lower)[..3],
        ["11", "21", "1"],
        "the 1st is out of view"
    );
    assert_eq!(texts(&axis.upper)[0], "October 2024", "the month is not");
    let (step, axis) = axis_of(
        tokyo(2024, 10, 9) + day_s / 2.0,
        9.0 * day_s,
        Zone::TOKYO,
        Language::En,
    );
    assert_eq!(step, Step::Day);
    assert!(
        texts(&axis.lower)[0].contains('9'),
        "half of the day is in view"
    );
}

#[test]
fn finer_lines_fade_in_before_their_words() {
    let lines = |years: f64| {
        let (_, axis) = axis_of(
            tokyo(1970, 1, 1),
            years * SECONDS_PER_YEAR,
            Zone::TOKYO,
            Language::En,
        );
        axis.lines
            .iter()
            .filter(|line| line.alpha < 0.99)
            .map(|line| line.alpha)
            .fold(0.0, f32::max)
    };
    assert!(
        lines(150.0) > 0.0 && lines(150.0) < lines(100.0),
        "{} {}",
        lines(150.0),
        lines(100.0)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn words_never_overlap_or_leave_the_axis_and_a_year_is_always_there(
        year in -13_000i64..5000,
        log_length in 1.0f64..11.6,
        offset in 0.0f64..1.0,
        zone in prop::sample::select(vec![Zone::UTC, Zone::TOKYO, Zone::WASHINGTON, Zone::LIMA]),
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let start = (year as f64 - 1970.0 + offset) * SECONDS_PER_YEAR;
        let (step, axis) = axis_of(start, 10f64.powf(log_length), zone, language);
        for row in [&axis.upper, &axis.lower] {
            for line in row {
                prop_assert!(line.left() >= RECT.left - 0.01 && line.right() <= RECT.right + 0.01);
            }
            for pair in row.windows(2) {
                prop_assert!(pair[0].right() <= pair[1].left(), "{step:?} {:?} {:?}", pair[0].text, pair[1].text);
            }
        }
        prop_assert!(!axis.upper.is_empty(), "{step:?} {axis:?}");
        prop_assert!(axis.lines.len() <= 300);
        prop_assert!(axis.lines.iter().all(|line| (0.0..=1.0).contains(&line.alpha)));
    }

    #[test]
    fn no_window_panics(start in -9e18f64..9e18, log_length in 0.0f64..18.5) {
        let _ = axis_of(start, 10f64.powf(log_length), Zone::TOKYO, Language::En);
    }
}
