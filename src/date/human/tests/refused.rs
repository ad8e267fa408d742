//! What is refused, and the sentences that say why.

use super::{HumanDateError, all_read_as, read_human, says};

#[test]
fn nothing_is_guessed() {
    says(
        "3/4/1972",
        "\"3/4/1972\" may be 3 April 1972 or 4 March 1972: write 1972-04-03 or 1972-03-04",
    );
    says(
        "03.04.1972",
        "\"03.04.1972\" may be 3 April 1972 or 4 March 1972: write 1972-04-03 or 1972-03-04",
    );
    all_read_as("1972-05-05", &["5/5/1972"]);
    says(
        "1900s",
        "\"1900s\" may be ten years or a hundred: write 190X for 1900–1909 or 19XX for 1900–1999",
    );
    for short in [
        "72",
        "'72",
        "29/9/72",
        "29 Sep 72",
        "Sep 72",
        "70s",
        "10年5月3日",
    ] {
        assert!(
            matches!(read_human(short), Err(HumanDateError::ShortYear { .. })),
            "{short}: {:?}",
            read_human(short)
        );
    }
    assert_eq!(
        read_human("12 January"),
        Err(HumanDateError::NoYear {
            month: 1,
            day: Some(12)
        })
    );
    assert_eq!(
        read_human("11月"),
        Err(HumanDateError::NoYear {
            month: 11,
            day: None
        })
    );
    assert_eq!(
        read_human("30, 1972"),
        Err(HumanDateError::NoMonth { day: 30 })
    );
}

#[test]
fn days_that_do_not_exist() {
    says(
        "29 Feb 1973",
        "there is no day 29 in February 1973: that month has 28 days",
    );
    says(
        "1972年13月",
        "there is no month 13: months run from 1 to 12",
    );
    says(
        "Thursday, 29 September 1972",
        "1972-09-29 was no Thursday: it was a Friday; correct the one or the other",
    );
    // What is written in EDTF's signs has EDTF's error.
    says(
        "2024-11-31",
        "day 31 does not exist: this month runs from 01 to 30 (character 9)",
    );
}

#[test]
fn what_is_no_date_is_told_so() {
    assert_eq!(read_human(""), Err(HumanDateError::Empty));
    assert_eq!(read_human(" 　"), Err(HumanDateError::Empty));
    assert_eq!(
        read_human("Lima 2024"),
        Err(HumanDateError::NotUnderstood {
            word: "lima".to_owned()
        })
    );
    assert!(matches!(
        read_human("1972 1973"),
        Err(HumanDateError::NotADate { .. })
    ));
    // Once overflowed in sharing the century.
    assert!(read_human("99999999999999999999 BC – 9年").is_err());
    let long = "年".repeat(10_000);
    let sentence = read_human(&long).unwrap_err().to_string();
    assert!(sentence.len() < 500, "{sentence}");
}
