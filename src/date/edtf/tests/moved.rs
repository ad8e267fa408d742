//! Dates that are moved: what they say stays as exact and as sure as it was.

use proptest::prelude::*;

use super::properties::valid;
use crate::date::{CivilDate, CivilDateTime, Clock, Edtf, Grip, NotMoved, Zone};

fn date(text: &str) -> Edtf {
    Edtf::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn day(year: i64, month: u8, day: u8) -> CivilDateTime {
    CivilDate { year, month, day }.at_midnight()
}

/// The date moved to a day, as text; why not where it cannot be.
fn to(text: &str, grip: Grip, there: CivilDateTime) -> Result<String, NotMoved> {
    let moved = date(text).moved_to(grip, Clock::Kept, there)?;
    Ok(moved.to_string())
}

fn whole(text: &str, there: CivilDateTime) -> String {
    to(text, Grip::Whole, there).unwrap_or_else(|error| format!("{text}: {error}"))
}

#[test]
fn a_date_over_another_day_stays_as_exact_as_it_was() {
    let march = day(1974, 3, 9);
    for (before, after) in [
        ("1972", "1974"),
        ("1972~", "1974~"),
        ("?1972-09%", "?1974-03%"),
        ("1972-09", "1974-03"),
        ("1972-09-29", "1974-03-09"),
        ("1972-09-29?", "1974-03-09?"),
        ("1972-?09-29", "1974-?03-09"),
        ("195X", "197X"),
        ("18XX", "19XX"),
        ("1XXX", "1XXX"),
        ("2X72", "1X72"),
        ("195X-05", "197X-05"),
        ("1972-XX-XX", "1974-XX-XX"),
        ("1972-XX-31", "1974-XX-31"),
        ("1972-09-XX", "1974-03-XX"),
        ("1972-09-2X", "1974-03-2X"),
        ("1972-21", "1974-21"),
        ("1972-23", "1974-21"),
        ("1972-30", "1974-31"),
        ("1972-33", "1974-33"),
        ("1972-39", "1974-37"),
        ("1972-41", "1974-40"),
        ("1872S2", "1972S2"),
        ("Y12345", "1974"),
        ("-0044-03-15", "1974-03-09"),
    ] {
        assert_eq!(whole(before, march), after, "{before}");
    }
}

#[test]
fn parts_of_a_year_go_by_the_months_they_cover() {
    // The winter of 1972 is that of December 1972 to February 1973.
    assert_eq!(whole("1972-21", day(1973, 1, 20)), "1972-24");
    assert_eq!(whole("1972-21", day(1973, 3, 1)), "1973-21");
    // In the south summer begins in December.
    assert_eq!(whole("1972-31", day(1973, 1, 20)), "1972-30");
    assert_eq!(whole("1972-33", day(1973, 1, 20)), "1973-33");
}

#[test]
fn a_time_of_day_stays_unless_it_is_moved() {
    let there = CivilDateTime {
        hour: 8,
        minute: 30,
        ..day(1974, 3, 9)
    };
    assert_eq!(whole("1972-09-29T23:20:30Z", there), "1974-03-09T23:20:30Z");
    assert_eq!(whole("1972-09-29T24:00:00", there), "1974-03-09T24:00:00");
    let moved = |text| date(text).moved_to(Grip::Whole, Clock::Moves, there);
    let text = |text| moved(text).expect("it moves").to_string();
    assert_eq!(
        text("1972-09-29T23:20:30+09:00"),
        "1974-03-09T08:30:00+09:00"
    );
    assert_eq!(text("1974-03-09T08:30:00"), "1974-03-09T08:30:00");
    // There was no leap second on that day.
    assert_eq!(
        to("1972-06-30T23:59:60Z", Grip::Whole, there),
        Err(NotMoved::NoSuchDate)
    );
}

#[test]
fn a_clock_is_that_of_the_place_or_the_times_own() {
    let at = Zone::TOKYO.to_instant(day(2024, 11, 16));
    let reads = |text| date(text).clock_at(at, Zone::LIMA).to_string();
    assert_eq!(reads("2024-11-15"), "2024-11-15T10:00:00");
    assert_eq!(reads("2024-11-15T00:00:00+01:00"), "2024-11-15T16:00:00");
    for text in ["2024-11-15", "2024-11-15T00:00:00+01:00"] {
        let date = date(text);
        let clock = date.clock_at(at, Zone::LIMA);
        assert_eq!(date.instant_of(clock, Zone::LIMA), at);
    }
}

#[test]
fn what_lasts_keeps_its_length_in_its_own_unit() {
    for (before, there, after) in [
        (
            "1972-09-25/1972-09-30",
            day(1974, 2, 27),
            "1974-02-27/1974-03-04",
        ),
        ("1972-09/1973-02", day(1974, 1, 9), "1974-01/1974-06"),
        ("1972/1978", day(1974, 1, 9), "1974/1980"),
        ("197X~/199X?", day(1961, 1, 9), "196X~/198X?"),
        // Two units: by the longer one.
        ("1972-09-25/1978", day(1974, 9, 30), "1974-09-25/1980"),
        ("1972-09-25/1978", day(1973, 2, 1), "1972-09-25/1978"),
        ("1972-09-30/1973-01", day(1973, 2, 20), "1973-02-28/1973-06"),
        ("1972/1973-05", day(1974, 6, 1), "1974/1975-05"),
        ("1972-21/1973-40", day(1974, 4, 1), "1974-21/1975-40"),
        // One date and an open or an unknown end.
        ("1985/..", day(1990, 5, 1), "1990/.."),
        ("/1985-04", day(1990, 5, 1), "/1990-05"),
    ] {
        assert_eq!(whole(before, there), after, "{before}");
    }
}

#[test]
fn an_end_that_is_moved_stops_at_the_other() {
    let days = "1972-09-25/1972-09-30";
    let start = |there| to(days, Grip::Start, there).expect("it moves");
    let end = |there| to(days, Grip::End, there).expect("it moves");
    assert_eq!(start(day(1972, 9, 20)), "1972-09-20/1972-09-30");
    assert_eq!(start(day(1980, 1, 1)), "1972-09-30/1972-09-30");
    assert_eq!(end(day(1972, 10, 3)), "1972-09-25/1972-10-03");
    assert_eq!(end(day(1960, 1, 1)), "1972-09-25/1972-09-25");
    // A year may end what began within it only where EDTF says so.
    assert_eq!(
        to("1972-09-25/1978", Grip::End, day(1960, 1, 1)).expect("it moves"),
        "1972-09-25/1973"
    );
    assert_eq!(
        to("1972/1978-03", Grip::Start, day(1990, 1, 1)).expect("it moves"),
        "1978/1978-03"
    );
    assert_eq!(
        to("1985/..", Grip::Start, day(1990, 1, 1)).expect("it moves"),
        "1990/.."
    );
}

#[test]
fn what_cannot_be_moved_says_why() {
    let there = day(1974, 3, 9);
    for (text, grip, why) in [
        ("[1972,1974]", Grip::Whole, NotMoved::Several),
        ("{1972..1974}", Grip::Start, NotMoved::Several),
        ("1985/..", Grip::End, NotMoved::Open),
        ("/1985", Grip::Start, NotMoved::Unknown),
        ("../..", Grip::Whole, NotMoved::Open),
        ("/..", Grip::Whole, NotMoved::Unknown),
        ("1972", Grip::End, NotMoved::NoEnds),
        ("1972-09-29T10:00:00", Grip::Start, NotMoved::NoEnds),
        ("XXXX", Grip::Whole, NotMoved::NothingKnown),
        ("XXXX-12-25", Grip::Whole, NotMoved::NothingKnown),
        ("1974-01-3X", Grip::Whole, NotMoved::NoSuchDate),
        ("Y17E30", Grip::Whole, NotMoved::NoSuchDate),
        ("-1950S2", Grip::Whole, NotMoved::NoSuchDate),
    ] {
        let there = if text.ends_with("3X") {
            day(1974, 2, 9)
        } else {
            there
        };
        assert_eq!(to(text, grip, there), Err(why), "{text}");
    }
}

#[test]
fn steps_are_of_its_own_unit_also_about_the_year_nought() {
    let stepped = |text: &str, steps| {
        let moved = date(text).stepped(Grip::Whole, Clock::Kept, steps);
        moved.map_or_else(|error| error.to_string(), |date| date.to_string())
    };
    for (before, steps, after) in [
        ("0001", -2, "-0001"),
        ("000X", -1, "-000X"),
        ("-000X", 1, "000X"),
        ("-19XX", -1, "-20XX"),
        ("0001-01-01", -1, "0000-12-31"),
        ("-0001-12", 1, "0000-01"),
        ("9999", 1, "Y10000"),
        ("Y10000", -1, "9999"),
        ("Y17E7", 1, "Y18E7"),
        ("Y171010000S3", -1, "Y170010000S3"),
        ("0950S2", 1, "1050S2"),
        ("1972-02-29", 365, "1973-02-28"),
        ("1972-09-29T10:00:00", -29, "1972-08-31T10:00:00"),
    ] {
        assert_eq!(stepped(before, steps), after, "{before}");
    }
    for beyond in [
        "9999-12",
        "9999-12-31",
        "999X",
        "9950S2",
        "9999-12-31T00:00:00",
    ] {
        assert_eq!(
            stepped(beyond, 1),
            NotMoved::NoSuchDate.to_string(),
            "{beyond}"
        );
    }
}

fn marks(date: &Edtf) -> String {
    let marks = |c: &char| "?~%XS/.[]{}".contains(*c);
    date.to_string().chars().filter(marks).collect()
}

fn grip() -> impl Strategy<Value = Grip> {
    prop_oneof![2 => Just(Grip::Whole), 1 => Just(Grip::Start), 1 => Just(Grip::End)]
}

fn clock() -> impl Strategy<Value = Clock> {
    prop_oneof![Just(Clock::Kept), Just(Clock::Moves)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_move_makes_a_date_more_exact_or_more_sure(
        text in valid(), grip in grip(), clock in clock(), seconds in any::<i64>(), steps in -400..400_i64,
    ) {
        let before = date(&text);
        let there = CivilDateTime::from_clock_seconds(seconds);
        let near = CivilDateTime::from_clock_seconds(seconds % 400_000_000_000);
        for moved in [
            before.moved_to(grip, clock, there),
            before.moved_to(grip, clock, near),
            before.stepped(grip, clock, steps),
            before.stepped(grip, clock, seconds),
        ].into_iter().flatten() {
            prop_assert_eq!(moved.precision(), before.precision(), "{} {}", before, moved);
            prop_assert_eq!(marks(&moved), marks(&before), "{} {}", before, moved);
            prop_assert_eq!(Edtf::parse(&moved.to_string()), Ok(moved));
        }
    }

    #[test]
    fn what_moves_holds_what_it_was_moved_to_and_moves_back(
        text in valid(), clock in clock(), days in -1_000_000..2_000_000_i64,
    ) {
        let before = date(&text);
        let there = CivilDate::from_days(days).at_midnight();
        let Ok(moved) = before.moved_to(Grip::Whole, clock, there) else { return Ok(()) };
        let (from, hold) = (before.hold(Grip::Whole, clock), moved.hold(Grip::Whole, clock));
        let (from, hold) = (from.expect("it moved"), hold.expect("it moves still"));
        // Of digits in between, an exponent and two units, what is held is not all that a step is.
        let plain = !text.contains(['E', 'X', '/']);
        prop_assert!(!plain || hold.contains(there), "{} {} {:?}", before, moved, hold);
        // A length in two units may lose a day at the end of a short month.
        if !text.contains('/') {
            let back = moved.moved_to(Grip::Whole, clock, from.middle());
            prop_assert_eq!(back, Ok(before));
        }
    }

    #[test]
    fn as_many_steps_back_give_the_same(text in valid(), clock in clock(), steps in -400..400_i64) {
        let before = date(&text);
        let Ok(moved) = before.stepped(Grip::Whole, clock, steps) else { return Ok(()) };
        let dates: Vec<_> = before.dates().map(crate::date::Date::precision).collect();
        if dates.windows(2).all(|pair| pair[0] == pair[1]) {
            prop_assert_eq!(moved.stepped(Grip::Whole, clock, -steps), Ok(before));
        }
    }

    #[test]
    fn an_end_moves_alone(text in valid(), days in -1_000_000..2_000_000_i64) {
        let before = date(&text);
        let there = CivilDate::from_days(days).at_midnight();
        let ends = |date: &Edtf| {
            let text = date.to_string();
            text.split_once('/').map(|(start, end)| (start.to_owned(), end.to_owned()))
        };
        if let Ok(moved) = before.moved_to(Grip::Start, Clock::Kept, there) {
            prop_assert_eq!(ends(&moved).expect("two").1, ends(&before).expect("two").1);
        }
        if let Ok(moved) = before.moved_to(Grip::End, Clock::Kept, there) {
            prop_assert_eq!(ends(&moved).expect("two").0, ends(&before).expect("two").0);
        }
    }
}
