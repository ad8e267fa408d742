//! The verdicts of several public test suites, where `NENPYO_FIXTURES` names their folder.
//!
//! The lists below hold every string on which this room and a suite differ, with the reason from
//! the specification of the Library of Congress ("the specification" here).

use std::collections::BTreeSet;

use crate::date::{EdgeKind, Edtf, Zone};

const FOUR_DIGITS: &str = "a year alone has four digits; the specification has no forms of two or three digits for centuries and decades";
const NO_SPACES: &str = "no spaces are allowed anywhere within a set";
const NO_FRACTION: &str =
    "a time has hours, minutes and seconds; the specification has no fraction";
const YEAR_ONLY: &str = "the letter Y signifies that the date is a year";
const SEASON_IS_A_DATE: &str = "a season stands in place of a month, so it may stand at one end of an interval, as another suite has it (1923-21/1924)";
const ANY_DATE_IN_INTERVAL: &str =
    "both ends of an interval are dates, and a year after Y is one; the order is right";
const NEGATIVE: &str = "negative years are a feature of level 1";
const MARK_AT_THE_END: &str = "a mark at the end of a date is of level 1, and a season is one";
const NO_LEVEL_3: &str = "that suite has a level 3 of its own for seasons in other forms";
const TWO_DIGITS: &str = "level 1 has at most two unspecified digits of a year, in a year alone";
const UNKNOWN_IS_NOT_TEN_YEARS: &str = "that suite sets an unknown end ten years off; here it is at the known date, and marked unknown";
const WINTER: &str = "that suite ends winter with December; here it has its three months";
const COLON: &str =
    "extended format is required: a shift is hours, or hours and minutes with a colon";

/// Valid in a suite, refused here.
const REFUSED_HERE: &[(&str, &str)] = &[
    ("-019", FOUR_DIGITS),
    ("-04", FOUR_DIGITS),
    ("-193", FOUR_DIGITS),
    ("00", FOUR_DIGITS),
    ("000", FOUR_DIGITS),
    ("009", FOUR_DIGITS),
    ("019", FOUR_DIGITS),
    ("19", FOUR_DIGITS),
    ("19%", FOUR_DIGITS),
    ("193", FOUR_DIGITS),
    ("197%", FOUR_DIGITS),
    ("197?", FOUR_DIGITS),
    ("197~", FOUR_DIGITS),
    ("19?", FOUR_DIGITS),
    ("19~", FOUR_DIGITS),
    ("2016-05-02T16:54:59+0000", COLON),
    ("2016-05-02T16:54:59+0230", COLON),
    ("2016-05-02T16:54:59+0410", COLON),
    ("2016-05-02T16:54:59+1200", COLON),
    ("2016-05-02T16:54:59+1330", COLON),
    ("2016-05-02T16:54:59+1400", COLON),
    ("2016-05-02T16:54:59-0015", COLON),
    ("2016-05-02T16:54:59-1159", COLON),
    ("2016-05-02T16:54:59-1200", COLON),
    ("2016-05-02T16:54:59.042", NO_FRACTION),
    ("2016-05-02T16:54:59.04200000", NO_FRACTION),
    ("2016-05-02T16:54:59.042123", NO_FRACTION),
    ("2016-05-02T16:54:59.042Z", NO_FRACTION),
    ("2016-05-02T16:54:59.4", NO_FRACTION),
    ("2016-05-02T16:54:59.42", NO_FRACTION),
    ("Y17000-08-16", YEAR_ONLY),
    ("[1667, 1668, 1670..1672]", NO_SPACES),
    ("[1667, 1672-12]", NO_SPACES),
    ("[1667, 1760-12]", NO_SPACES),
    ("[1760-01, 1760-02, 1760-12..]", NO_SPACES),
    ("{1667, 1670..1672}", NO_SPACES),
    ("{1667,1668, 1670..1672}", NO_SPACES),
    ("{1960 ,  1961-12}", NO_SPACES),
    ("{1960, 1961-12}", NO_SPACES),
];

/// Invalid in a suite, accepted here.
const ACCEPTED_HERE: &[(&str, &str)] = &[
    ("2018/2018-23", SEASON_IS_A_DATE),
    ("2018-01?/2018-23", SEASON_IS_A_DATE),
    ("Y-61000/-2000", ANY_DATE_IN_INTERVAL),
];

/// Of another level in a suite.
const OTHER_LEVEL: &[(&str, &str)] = &[
    ("-0002", NEGATIVE),
    ("-9999", NEGATIVE),
    ("2011-23~", MARK_AT_THE_END),
    ("2001-33?", NO_LEVEL_3),
    ("2001?-23", NO_LEVEL_3),
    ("2018-21/2018-23", NO_LEVEL_3),
    ("20XX-41", NO_LEVEL_3),
    ("XXXX", TWO_DIGITS),
    ("XXXX-XX", TWO_DIGITS),
    ("XXXX-XX-XX", TWO_DIGITS),
];

/// Of other limits in a suite.
const OTHER_BOUNDS: &[(&str, &str)] = &[
    ("/2006", UNKNOWN_IS_NOT_TEN_YEARS),
    ("1984-06-02?/", UNKNOWN_IS_NOT_TEN_YEARS),
    ("2004-06-01/", UNKNOWN_IS_NOT_TEN_YEARS),
    ("2010-24", WINTER),
];

/// A line of `edtf_cases.tsv`.
struct Case<'a> {
    text: &'a str,
    verdict: &'a str,
    level: Option<u8>,
    earliest: &'a str,
    latest: &'a str,
    note: &'a str,
}

fn fixture(name: &str) -> Option<String> {
    let folder = std::env::var_os("NENPYO_FIXTURES")?;
    let path = std::path::Path::new(&folder).join("edtf").join(name);
    Some(std::fs::read_to_string(path).expect("the fixtures are complete"))
}

fn cases(table: &str) -> impl Iterator<Item = Case<'_>> {
    table.lines().skip(1).map(|line| {
        let mut columns = line.split('\t').skip(2);
        let mut next = || columns.next().unwrap_or("");
        Case {
            text: next(),
            verdict: next(),
            level: next().parse().ok(),
            earliest: next(),
            latest: next(),
            note: next(),
        }
    })
}

/// Strings that differ, checked against the list of those that may: both ways, so that the list
/// never holds one that no longer differs.
fn assert_only_listed(differ: &BTreeSet<&str>, listed: &[(&str, &str)], what: &str) {
    let listed: BTreeSet<&str> = listed.iter().map(|(text, _)| *text).collect();
    let unlisted: Vec<_> = differ.difference(&listed).collect();
    assert!(unlisted.is_empty(), "{what}, but not listed: {unlisted:#?}");
    let obsolete: Vec<_> = listed.difference(differ).collect();
    assert!(obsolete.is_empty(), "{what}: no longer so: {obsolete:#?}");
}

#[test]
fn verdicts_and_levels_are_the_suites() {
    let Some(table) = fixture("edtf_cases.tsv") else {
        return;
    };
    let (mut refused, mut accepted, mut level) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let disagreements = fixture("edtf_disagreements.tsv").unwrap_or_default();
    let is_disputed = |text| {
        let mut lines = disagreements.lines().skip(1);
        lines.any(|line| line.split('\t').next() == Some(text))
    };
    let mut count = 0;
    for case in cases(&table).filter(|case| !is_disputed(case.text)) {
        let read = Edtf::parse(case.text);
        match case.verdict {
            "valid" => {
                if let Ok(date) = &read {
                    assert_eq!(date.to_string(), case.text);
                    if case.level.is_some_and(|expected| expected != date.level()) {
                        level.insert(case.text);
                    }
                } else {
                    refused.insert(case.text);
                }
            }
            // The draft's own forms are no longer valid.
            "invalid" | "valid-draft2012" => {
                if read.is_ok() {
                    accepted.insert(case.text);
                }
            }
            "invalid-at-level-1" => {
                assert!(
                    read.is_err() || read.is_ok_and(|date| date.level() == 2),
                    "{}",
                    case.text
                );
            }
            words => {
                assert!(words.starts_with("humanize"), "an unknown verdict: {words}");
                continue;
            }
        }
        count += 1;
    }
    assert!(count > 600, "only {count} cases were read");
    assert_only_listed(&refused, REFUSED_HERE, "valid in a suite, refused here");
    assert_only_listed(
        &accepted,
        ACCEPTED_HERE,
        "invalid in a suite, accepted here",
    );
    assert_only_listed(&level, OTHER_LEVEL, "of another level in a suite");
}

/// What was decided where suites disagree, from the specification.
const DECIDED: &[(&str, bool, &str)] = &[
    ("[1667,1668, 1670..1672]", false, NO_SPACES),
    (
        "[1760..]",
        true,
        "an open end of a set; refused by one suite only when kept to level 1",
    ),
    (
        "1800/1X01",
        true,
        "an unspecified digit in an interval; refused by one suite only when kept to level 1",
    ),
    ("2012-21/2012-22", true, SEASON_IS_A_DATE),
];

#[test]
fn each_disagreement_is_decided() {
    let Some(table) = fixture("edtf_disagreements.tsv") else {
        return;
    };
    let disputed: BTreeSet<&str> = table
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').next())
        .collect();
    let decided: BTreeSet<&str> = DECIDED.iter().map(|(text, ..)| *text).collect();
    assert_eq!(disputed, decided);
    for (text, is_valid, reason) in DECIDED {
        assert_eq!(Edtf::parse(text).is_ok(), *is_valid, "{text}: {reason}");
    }
}

/// The limits that a suite expects. Of a year with significant digits it gives the estimate, and
/// in a note the range, which is what is drawn here.
fn expected_limits<'a>(case: &Case<'a>) -> (&'a str, &'a str) {
    let range = case.note.split("(fuzzy ").nth(1).and_then(|note| {
        let (first, rest) = note.split_once("..")?;
        Some((first, rest.split(')').next()?))
    });
    match range {
        Some(range) if case.text.contains('S') => range,
        _ => (case.earliest, case.latest),
    }
}

#[test]
fn limits_are_the_suites() {
    let Some(table) = fixture("edtf_cases.tsv") else {
        return;
    };
    let mut differ = BTreeSet::new();
    let mut count = 0;
    for case in cases(&table).filter(|case| !case.earliest.is_empty()) {
        let Ok(date) = Edtf::parse(case.text) else {
            assert!(
                REFUSED_HERE.iter().any(|(text, _)| *text == case.text),
                "{}",
                case.text
            );
            continue;
        };
        count += 1;
        let extent = date.extent(Zone::UTC);
        let start = match extent.start.kind {
            EdgeKind::Open => "-inf".to_owned(),
            _ => extent.start.at.to_utc().date.to_string(),
        };
        let end = match extent.end.kind {
            EdgeKind::Open => "inf".to_owned(),
            _ => extent.end.at.saturating_add(-1).to_utc().date.to_string(),
        };
        if (start.as_str(), end.as_str()) != expected_limits(&case) {
            differ.insert(case.text);
        }
    }
    assert!(count > 60, "only {count} cases were read");
    assert_only_listed(&differ, OTHER_BOUNDS, "of other limits in a suite");
}
