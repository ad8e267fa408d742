//! What the standard allows, its level, and its precision.

use crate::date::{Edtf, Part, Precision};

/// Text, level and precision of one or more values of each feature.
const ACCEPTED: &[(&str, u8, Precision)] = &[
    // Level 0: dates, times, intervals.
    ("1972-09-29", 0, Precision::Day),
    ("2000-02-29", 0, Precision::Day),
    ("0000-01-01", 0, Precision::Day),
    ("1972-09", 0, Precision::Month),
    ("1972", 0, Precision::Year),
    ("0000", 0, Precision::Year),
    ("1972-09-29T10:20:30", 0, Precision::Second),
    ("1972-09-29T24:00:00", 0, Precision::Second),
    ("1972-09-29T10:20:30Z", 0, Precision::Second),
    ("1972-09-29T10:20:30+09", 0, Precision::Second),
    ("1972-09-29T10:20:30+00", 0, Precision::Second),
    ("1972-09-29T10:20:30-03:30", 0, Precision::Second),
    ("1972-09-29T10:20:30-00:30", 0, Precision::Second),
    ("1972-09-29T10:20:30+14:00", 0, Precision::Second),
    ("1972-09-29T10:20:30-12:00", 0, Precision::Second),
    ("2016-12-31T23:59:60Z", 0, Precision::Second),
    ("2017-01-01T08:59:60+09:00", 0, Precision::Second),
    ("2017-01-01T08:59:60", 0, Precision::Second),
    ("1972/1978", 0, Precision::Year),
    ("1972-09-25/1972-09-30", 0, Precision::Day),
    ("1972-09/1978-08-12", 0, Precision::Month),
    ("1972/1972-09-29", 0, Precision::Year),
    ("1972/1972", 0, Precision::Year),
    // Level 1.
    ("Y12345", 1, Precision::Year),
    ("Y-12345", 1, Precision::Year),
    ("Y12345~", 1, Precision::Year),
    ("Y123456789012345678901234567890", 1, Precision::Year),
    ("1972-21", 1, Precision::Season),
    ("1972-24", 1, Precision::Season),
    ("1972-24~", 1, Precision::Season),
    ("1972?", 1, Precision::Year),
    ("1972-09~", 1, Precision::Month),
    ("1972-09-29%", 1, Precision::Day),
    ("197X", 1, Precision::Decade),
    ("19XX", 1, Precision::Century),
    ("1972-XX", 1, Precision::Year),
    ("1972-09-XX", 1, Precision::Month),
    ("1972-XX-XX", 1, Precision::Year),
    ("197X?", 1, Precision::Decade),
    ("1972/..", 1, Precision::Year),
    ("../1972-09", 1, Precision::Month),
    ("1972-09-29/", 1, Precision::Day),
    ("/1972", 1, Precision::Year),
    ("../..", 1, Precision::Ages),
    ("../", 1, Precision::Ages),
    ("/..", 1, Precision::Ages),
    ("/", 1, Precision::Ages),
    ("1972~/1978?", 1, Precision::Year),
    ("1972-21/1973", 1, Precision::Year),
    ("-0043", 1, Precision::Year),
    ("-0043-03-15", 1, Precision::Day),
    ("-0003/0003", 1, Precision::Year),
    ("-0043-03-15T12:00:00Z", 1, Precision::Second),
    ("Y-14000/-0300", 1, Precision::Year),
    // Level 2: years.
    ("Y17E7", 2, Precision::Year),
    ("Y-17E7", 2, Precision::Year),
    ("Y1E4", 2, Precision::Year),
    ("Y17E99999999999999999999999999", 2, Precision::Year),
    ("1950S2", 2, Precision::Century),
    ("1950S3", 2, Precision::Decade),
    ("1950S4", 2, Precision::Year),
    ("1950S99999999999999999999999999", 2, Precision::Year),
    ("1950S2?", 2, Precision::Century),
    ("-1950S1", 2, Precision::Millennium),
    ("Y171010000S3", 2, Precision::Ages),
    ("Y3388E2S3", 2, Precision::Millennium),
    // Level 2: parts of the year.
    ("1972-25", 2, Precision::Season),
    ("1972-32", 2, Precision::Season),
    ("1972-33", 2, Precision::Season),
    ("1972-37", 2, Precision::Quadrimester),
    ("1972-41", 2, Precision::Semester),
    ("-0043-41", 2, Precision::Semester),
    ("197X-22", 2, Precision::Decade),
    // Level 2: sets.
    ("[1667,1668,1670..1672]", 2, Precision::Year),
    ("[1667]", 2, Precision::Year),
    ("[..1984]", 2, Precision::Year),
    ("[1984..]", 2, Precision::Year),
    ("[..1972-09-29,1975..]", 2, Precision::Year),
    ("[1667,1760-12]", 2, Precision::Year),
    ("{1972-09-25..1972-09-29,1978-10}", 2, Precision::Month),
    ("{1972-21,1973-22}", 2, Precision::Season),
    ("{-0043,0043}", 2, Precision::Year),
    ("{Y12345..Y12350}", 2, Precision::Year),
    ("{1972?,~1973-09}", 2, Precision::Year),
    ("{197X,1983-XX}", 2, Precision::Decade),
    // Level 2: marks on parts.
    ("1972-09~-29", 2, Precision::Day),
    ("1972?-09-29", 2, Precision::Day),
    ("?1972-09-~29", 2, Precision::Day),
    ("1972-%09-29", 2, Precision::Day),
    ("%1972", 2, Precision::Year),
    ("?-0043-03", 2, Precision::Month),
    ("?1972~-%09?-~29%", 2, Precision::Day),
    ("1972?-21", 2, Precision::Season),
    ("~Y12345", 2, Precision::Year),
    // Level 2: unspecified digits.
    ("156X-12-25", 2, Precision::Decade),
    ("15XX-12-25", 2, Precision::Century),
    ("XXXX-12-XX", 2, Precision::Ages),
    ("1XXX-XX", 2, Precision::Millennium),
    ("1XXX-12", 2, Precision::Millennium),
    ("1984-1X", 2, Precision::Year),
    ("1984-X2", 2, Precision::Year),
    ("1984-02-X9", 2, Precision::Month),
    ("1984-0X-3X", 2, Precision::Year),
    ("19X4-02-29", 2, Precision::Century),
    ("-XXXX", 2, Precision::Ages),
    ("-000X", 1, Precision::Decade),
    ("XXXX", 2, Precision::Ages),
    ("1X72", 2, Precision::Millennium),
    ("XXXX-02-29", 2, Precision::Ages),
    // Level 2: intervals of them.
    ("1972-09-~25/1972-09-~30", 2, Precision::Day),
    ("1972-09-XX/1972-10-03", 2, Precision::Month),
    ("198X/1999", 2, Precision::Decade),
    ("1972-12-02/1972-XX-04", 2, Precision::Year),
    ("1950S2/1960", 2, Precision::Century),
];

#[test]
fn each_form_is_read_and_printed_with_its_level_and_precision() {
    for &(text, level, precision) in ACCEPTED {
        let date = Edtf::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(date.to_string(), text);
        assert_eq!(date.level(), level, "level of {text}");
        assert_eq!(date.precision(), precision, "precision of {text}");
    }
}

#[test]
fn marks_are_kept_for_each_part() {
    let date = Edtf::parse("?2004-06-~11").unwrap();
    let date = date.dates().next().unwrap();
    let marks = |part| {
        let of = date.qualification(part);
        (of.uncertain, of.approximate)
    };
    assert_eq!(marks(Part::Year), (true, false));
    assert_eq!(marks(Part::Month), (false, false));
    assert_eq!(marks(Part::Day), (false, true));
    assert!(!date.is_qualified_as_a_whole());

    let whole = |text: &str| {
        let date = Edtf::parse(text).unwrap();
        date.dates()
            .all(super::super::Date::is_qualified_as_a_whole)
    };
    assert!(whole("2004-06-11~") && whole("2004?") && whole("~2004-~06"));
    assert!(!whole("2004~-06") && !whole("2004-06") && !whole("2004?-~06"));
}

#[test]
fn flags_speak_for_every_date_within() {
    let flags = |text: &str| {
        let date = Edtf::parse(text).unwrap();
        (
            date.is_uncertain(),
            date.is_approximate(),
            date.has_unspecified(),
        )
    };
    assert_eq!(flags("1972"), (false, false, false));
    assert_eq!(flags("1972%"), (true, true, false));
    assert_eq!(flags("1972/1973-~09"), (false, true, false));
    assert_eq!(flags("{1972,1973..1974?}"), (true, false, false));
    assert_eq!(flags("../197X"), (false, false, true));
    assert_eq!(flags("1972-09-29T00:00:00Z"), (false, false, false));
}

#[test]
fn a_day_is_named_only_where_it_is_whole() {
    let civil = |text: &str| {
        Edtf::parse(text)
            .unwrap()
            .civil()
            .map(|date| date.to_string())
    };
    assert_eq!(civil("1972-09-29").as_deref(), Some("1972-09-29"));
    assert_eq!(civil("-0043-03-15?").as_deref(), Some("-0043-03-15"));
    assert_eq!(civil("1972-09-29T10:00:00").as_deref(), Some("1972-09-29"));
    for text in ["1972-09", "1972-09-2X", "1972-21", "1972-09-29/1972-09-30"] {
        assert_eq!(civil(text), None, "{text}");
    }
}
