//! The order of dates.

use crate::date::Edtf;

/// Each comes after the one before it.
const ASCENDING: &[&str] = &[
    "../..",
    "Y-2E99999999999999999999999999",
    "Y-300000000001",
    "Y-3E11",
    "Y-17E7",
    "Y-10000",
    "-9999",
    "-0044-03-15",
    "-0043",
    "0000",
    "1972-09-28T22:00:00-03:00",
    "1972-09-29T01:00:00Z",
    "1972-09-29T10:00:00",
    "1972-09-30",
    "1972-10-01",
    "1972-10-01/1972-10-02",
    "1972-10",
    "1972-36",
    "1973",
    "197X-12",
    "198X",
    "1980/1995",
    "9999",
    "Y10000",
    "Y171010000S3",
    "Y171010000",
    "Y2E11",
    "Y300000000001",
    "Y300000000002",
    "Y17E20S1",
    "Y17E20",
    "Y171E19",
    "Y2E99999999999999999999999999",
];

#[test]
fn dates_are_in_order_of_time_whatever_their_size() {
    // 1972-36 begins with 1972-10, 197X-12 in 1970: put them where they begin.
    let mut dates: Vec<Edtf> = ASCENDING
        .iter()
        .filter(|text| **text != "197X-12")
        .map(|text| Edtf::parse(text).unwrap())
        .collect();
    let expected: Vec<String> = dates.iter().map(ToString::to_string).collect();
    dates.reverse();
    dates.sort();
    let sorted: Vec<String> = dates.iter().map(ToString::to_string).collect();
    assert_eq!(sorted, expected);
}

#[test]
fn equal_stretches_are_told_apart_by_their_text_only() {
    let parse = |text: &str| Edtf::parse(text).unwrap();
    for (one, other) in [
        ("1972", "1972?"),
        ("Y17E7", "Y170000000"),
        ("1972", "1972-XX"),
    ] {
        assert_ne!(parse(one), parse(other));
        assert!(parse(one).cmp(&parse(other)).is_ne());
        assert_eq!(parse(one).cmp(&parse(other)), one.cmp(other));
    }
    assert!(parse("1972").cmp(&parse("1972")).is_eq());
}
