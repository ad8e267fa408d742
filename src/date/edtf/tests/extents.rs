//! Where dates lie on the line of time.

use crate::date::{EdgeKind, Edtf, Extent, Instant, Zone};

fn extent(text: &str, zone: Zone) -> Extent {
    match Edtf::parse(text) {
        Ok(date) => date.extent(zone),
        Err(error) => panic!("{text}: {error}"),
    }
}

fn in_utc(text: &str) -> (String, String) {
    let Extent { start, end } = extent(text, Zone::UTC);
    (start.at.to_utc().to_string(), end.at.to_utc().to_string())
}

fn kinds(text: &str) -> (EdgeKind, EdgeKind) {
    let Extent { start, end } = extent(text, Zone::UTC);
    (start.kind, end.kind)
}

/// Text, first day and the day after the last, all at midnight.
const DAYS: &[(&str, &str, &str)] = &[
    ("1972", "1972-01-01", "1973-01-01"),
    ("1972-12", "1972-12-01", "1973-01-01"),
    ("1972-12-31", "1972-12-31", "1973-01-01"),
    ("-0001", "-0001-01-01", "0000-01-01"),
    ("9999-12-31", "9999-12-31", "10000-01-01"),
    // Parts of the year.
    ("2001-21", "2001-03-01", "2001-06-01"),
    ("2001-22", "2001-06-01", "2001-09-01"),
    ("2001-23", "2001-09-01", "2001-12-01"),
    ("2001-24", "2001-12-01", "2002-03-01"),
    ("2001-28", "2001-12-01", "2002-03-01"),
    ("2001-29", "2001-09-01", "2001-12-01"),
    ("2001-32", "2001-06-01", "2001-09-01"),
    ("2001-34", "2001-04-01", "2001-07-01"),
    ("2001-36", "2001-10-01", "2002-01-01"),
    ("2001-39", "2001-09-01", "2002-01-01"),
    ("2001-41", "2001-07-01", "2002-01-01"),
    // Unspecified digits.
    ("197X", "1970-01-01", "1980-01-01"),
    ("1XX9", "1009-01-01", "2000-01-01"),
    ("1972-XX-XX", "1972-01-01", "1973-01-01"),
    ("1984-1X", "1984-10-01", "1985-01-01"),
    ("1984-X1", "1984-01-01", "1984-12-01"),
    ("1984-0X-3X", "1984-01-30", "1984-10-01"),
    ("1984-02-2X", "1984-02-20", "1984-03-01"),
    ("1985-02-2X", "1985-02-20", "1985-03-01"),
    ("1985-02-X9", "1985-02-09", "1985-02-20"),
    ("156X-12-25", "1560-12-25", "1569-12-26"),
    ("190X-02-29", "1904-02-29", "1908-03-01"),
    ("XXXX-12-XX", "0000-12-01", "10000-01-01"),
    ("-15XX-12-25", "-1599-12-25", "-1500-12-26"),
    ("-000X", "-0009-01-01", "0000-01-01"),
    ("-XXXX-XX-23", "-9999-01-23", "-0001-12-24"),
    // Significant digits.
    ("1950S2", "1900-01-01", "2000-01-01"),
    ("-1950S2", "-1999-01-01", "-1899-01-01"),
    ("1950S9", "1950-01-01", "1951-01-01"),
    ("Y171010000S3", "171000000-01-01", "172000000-01-01"),
    ("Y-17E7", "-170000000-01-01", "-169999999-01-01"),
    // Several dates.
    ("1972-09-25/1972-09-30", "1972-09-25", "1972-10-01"),
    ("1972/1978-08", "1972-01-01", "1978-09-01"),
    ("1985-04/..", "1985-04-01", "1985-05-01"),
    ("/1985-04-12", "1985-04-12", "1985-04-13"),
    ("198X/1999", "1980-01-01", "2000-01-01"),
    ("[1667,1668,1670..1672]", "1667-01-01", "1673-01-01"),
    ("{1960,1961-12}", "1960-01-01", "1962-01-01"),
    ("{1970,1960..1961}", "1960-01-01", "1971-01-01"),
    ("[..1984]", "1984-01-01", "1985-01-01"),
    ("{..1984,1970}", "1970-01-01", "1985-01-01"),
    ("[1760-01,1760-12..]", "1760-01-01", "1761-01-01"),
];

#[test]
fn the_first_day_is_in_and_the_end_is_out() {
    for &(text, first, end) in DAYS {
        let midnights = (format!("{first}T00:00:00"), format!("{end}T00:00:00"));
        assert_eq!(in_utc(text), midnights, "{text}");
    }
}

#[test]
fn times_count_to_the_second_and_with_their_shift() {
    let start_in = |text: &str, zone| extent(text, zone).start.at.to_utc().to_string();
    let text = "2024-11-15T18:30:00";
    assert_eq!(start_in(text, Zone::LIMA), "2024-11-15T23:30:00");
    assert_eq!(start_in(text, Zone::TOKYO), "2024-11-15T09:30:00");
    for zone in [Zone::LIMA, Zone::TOKYO] {
        let of = |shift: &str| start_in(&format!("{text}{shift}"), zone);
        assert_eq!(of("Z"), "2024-11-15T18:30:00");
        assert_eq!(of("-05"), "2024-11-15T23:30:00");
        assert_eq!(of("+05:30"), "2024-11-15T13:00:00");
        assert_eq!(of("-00:30"), "2024-11-15T19:00:00");
    }
    assert_eq!(extent(text, Zone::UTC).length_s(), 1);
    assert_eq!(
        start_in("2024-12-31T24:00:00", Zone::UTC),
        "2025-01-01T00:00:00"
    );
    assert_eq!(
        start_in("2016-12-31T23:59:60Z", Zone::UTC),
        "2017-01-01T00:00:00"
    );
}

#[test]
fn a_day_is_the_day_of_its_zone() {
    let lima = extent("2024-11-15", Zone::LIMA);
    assert_eq!(lima.start.at.to_utc().to_string(), "2024-11-15T05:00:00");
    assert_eq!(lima.end.at.to_utc().to_string(), "2024-11-16T05:00:00");
    // The day on which Washington's clocks are put back has 25 hours, and a year 365 days.
    assert_eq!(
        extent("2024-11-03", Zone::WASHINGTON).length_s(),
        25 * 3_600
    );
    assert_eq!(
        extent("2024-03-10", Zone::WASHINGTON).length_s(),
        23 * 3_600
    );
    assert_eq!(extent("2023", Zone::WASHINGTON).length_s(), 365 * 86_400);
}

#[test]
fn edges_say_how_sure_they_are() {
    use EdgeKind::{Fuzzy, Open, Sharp, Unknown};
    let known = [
        ("1972", (Sharp, Sharp)),
        ("1972-09-29T10:00:00Z", (Sharp, Sharp)),
        ("1972?", (Fuzzy, Fuzzy)),
        ("1972-~09-29", (Fuzzy, Fuzzy)),
        ("197X", (Fuzzy, Fuzzy)),
        ("1972-21", (Fuzzy, Fuzzy)),
        ("1972-34", (Sharp, Sharp)),
        ("1950S2", (Fuzzy, Fuzzy)),
        ("1972/1978~", (Sharp, Fuzzy)),
        ("1972-09-XX/1972-10-03", (Fuzzy, Sharp)),
        ("1972/..", (Sharp, Open)),
        ("1972/", (Sharp, Unknown)),
        ("../1972~", (Open, Fuzzy)),
        ("/1972", (Unknown, Sharp)),
        ("../", (Open, Unknown)),
        ("/..", (Unknown, Open)),
        ("[1972]", (Sharp, Sharp)),
        ("[1972,1974]", (Fuzzy, Fuzzy)),
        ("[1972..1974]", (Fuzzy, Fuzzy)),
        ("{1972,1974~}", (Sharp, Fuzzy)),
        ("{..1984}", (Open, Sharp)),
        ("[1984..]", (Fuzzy, Open)),
        ("{..1984,1990}", (Open, Sharp)),
    ];
    for (text, expected) in known {
        assert_eq!(kinds(text), expected, "{text}");
    }
}

#[test]
fn years_beyond_the_line_saturate() {
    let far = extent("Y9E99", Zone::TOKYO);
    assert_eq!((far.start.at, far.end.at), (Instant::MAX, Instant::MAX));
    let far = extent("Y-9E99", Zone::TOKYO);
    assert_eq!((far.start.at, far.end.at), (Instant::MIN, Instant::MIN));
    let all = extent("../..", Zone::TOKYO);
    assert_eq!((all.start.at, all.end.at), (Instant::MIN, Instant::MAX));
    let near = extent("Y290000000000", Zone::TOKYO);
    assert!(near.start.at < near.end.at && near.end.at < Instant::MAX);
}
