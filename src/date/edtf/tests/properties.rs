//! What holds for every valid value, and for any text at all.

use proptest::prelude::*;

use crate::date::{Edtf, Instant, Zone};

fn mark() -> impl Strategy<Value = &'static str> {
    prop_oneof![6 => Just(""), 1 => Just("?"), 1 => Just("~"), 1 => Just("%")]
}

fn plain_year() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "[0-9]{4}",
        1 => "-[1-9][0-9]{3}",
        1 => "-?[1-9X][0-9X]{3}",
    ]
    .boxed()
}

fn long_year() -> BoxedStrategy<String> {
    prop_oneof![
        "-?[1-9][0-9]{3}S[1-9][0-9]{0,3}",
        "Y-?[1-9][0-9]{4,30}(S[1-9][0-9]{0,2})?",
        "Y-?[1-9][0-9]{0,9}E[1-9][0-9]{1,25}(S[1-9][0-9]{0,20})?",
    ]
    .boxed()
}

fn month() -> BoxedStrategy<String> {
    prop_oneof![
        4 => (1..=12_u8).prop_map(|month| format!("{month:02}")),
        1 => prop_oneof![Just("XX"), Just("1X"), Just("0X"), Just("X1"), Just("X9")]
            .prop_map(str::to_owned),
    ]
    .boxed()
}

fn day() -> BoxedStrategy<String> {
    prop_oneof![
        4 => (1..=28_u8).prop_map(|day| format!("{day:02}")),
        1 => prop_oneof![Just("XX"), Just("1X"), Just("2X"), Just("X8")].prop_map(str::to_owned),
    ]
    .boxed()
}

/// A date of any form that is sure to exist.
fn date() -> BoxedStrategy<String> {
    let marks = || (mark(), mark());
    prop_oneof![
        2 => (marks(), plain_year()).prop_map(|((l, r), year)| format!("{l}{year}{r}")),
        1 => (marks(), long_year()).prop_map(|((l, r), year)| format!("{l}{year}{r}")),
        1 => (marks(), plain_year(), marks(), 21..=41_u8).prop_map(
            |((yl, yr), year, (sl, sr), code)| format!("{yl}{year}{yr}-{sl}{code}{sr}")
        ),
        2 => (marks(), plain_year(), marks(), month()).prop_map(
            |((yl, yr), year, (ml, mr), month)| format!("{yl}{year}{yr}-{ml}{month}{mr}")
        ),
        3 => (marks(), plain_year(), marks(), month(), marks(), day()).prop_map(
            |((yl, yr), year, (ml, mr), month, (dl, dr), day)| {
                format!("{yl}{year}{yr}-{ml}{month}{mr}-{dl}{day}{dr}")
            }
        ),
    ]
    .boxed()
}

fn date_time() -> BoxedStrategy<String> {
    let shift = prop_oneof![
        Just(String::new()),
        Just("Z".to_owned()),
        (0..=14_u8).prop_map(|hours| format!("+{hours:02}")),
        (1..=12_u8).prop_map(|hours| format!("-{hours:02}")),
        (0..=13_u8, 0..=59_u8).prop_map(|(hours, minutes)| format!("+{hours:02}:{minutes:02}")),
        (0..=11_u8, 1..=59_u8).prop_map(|(hours, minutes)| format!("-{hours:02}:{minutes:02}")),
    ];
    let day = (0..=9999_u16, 1..=12_u8, 1..=28_u8);
    let time = (0..=23_u8, 0..=59_u8, 0..=59_u8);
    (day, time, shift)
        .prop_map(|((year, month, day), (hour, minute, second), shift)| {
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{shift}")
        })
        .boxed()
}

/// Two dates of which the first certainly begins first, by their years.
fn ordered() -> impl Strategy<Value = (String, String)> {
    (0..5_000_u16, 5_000..=9_999_u16, mark(), mark()).prop_map(|(first, last, one, other)| {
        (format!("{first:04}{one}"), format!("{last:04}{other}"))
    })
}

fn interval() -> BoxedStrategy<String> {
    let without_date = || prop_oneof![Just(""), Just("..")];
    prop_oneof![
        ordered().prop_map(|(start, end)| format!("{start}/{end}")),
        (date(), without_date()).prop_map(|(start, end)| format!("{start}/{end}")),
        (without_date(), date()).prop_map(|(start, end)| format!("{start}/{end}")),
        (without_date(), without_date()).prop_map(|(start, end)| format!("{start}/{end}")),
    ]
    .boxed()
}

fn set() -> BoxedStrategy<String> {
    let member = prop_oneof![
        date(),
        ordered().prop_map(|(one, other)| format!("{one}..{other}"))
    ];
    let members = proptest::collection::vec(member, 0..4);
    let open = || proptest::option::of(date());
    (any::<bool>(), open(), members, date(), open())
        .prop_map(|(choice, up_to, members, one, from)| {
            let mut all: Vec<String> = up_to.map(|date| format!("..{date}")).into_iter().collect();
            all.extend(members);
            all.push(one);
            all.extend(from.map(|date| format!("{date}..")));
            let all = all.join(",");
            if choice {
                format!("[{all}]")
            } else {
                format!("{{{all}}}")
            }
        })
        .boxed()
}

pub(super) fn valid() -> BoxedStrategy<String> {
    prop_oneof![4 => date(), 1 => date_time(), 2 => interval(), 2 => set()].boxed()
}

/// Text that is often nearly a date.
fn nearly() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9XYES?~%/.,\\-\\[\\]{}TZ:+ ux]{0,24}",
        (valid(), any::<proptest::sample::Index>(), any::<char>()).prop_map(
            |(text, index, character)| {
                let mut characters: Vec<char> = text.chars().collect();
                let at = index.index(characters.len().max(1));
                if at < characters.len() {
                    characters[at] = character;
                }
                characters.into_iter().collect()
            }
        ),
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_valid_is_read_and_printed_as_it_was(text in valid()) {
        let date = match Edtf::parse(&text) {
            Ok(date) => date,
            Err(error) => return Err(TestCaseError::fail(format!("{text}: {error}"))),
        };
        prop_assert_eq!(date.to_string(), text);
    }

    #[test]
    fn the_start_is_never_after_the_end(text in valid()) {
        let date = Edtf::parse(&text).unwrap();
        for zone in [Zone::UTC, Zone::TOKYO, Zone::WASHINGTON] {
            let extent = date.extent(zone);
            let beyond = [Instant::MIN, Instant::MAX].contains(&extent.start.at);
            prop_assert!(extent.start.at < extent.end.at || beyond, "{}", text);
        }
    }

    #[test]
    fn no_text_panics_and_what_is_read_is_printed_the_same(text in nearly()) {
        match Edtf::parse(&text) {
            Ok(date) => {
                prop_assert_eq!(date.to_string(), text);
                let _ = (date.extent(Zone::LIMA), date.level(), date.precision());
            }
            Err(error) => {
                prop_assert!(text.is_char_boundary(error.position), "{}", text);
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }

    #[test]
    fn the_order_is_one_order(one in valid(), two in valid(), three in valid()) {
        let [one, two, three] = [one, two, three].map(|text| Edtf::parse(&text).unwrap());
        prop_assert_eq!(one.cmp(&two), two.cmp(&one).reverse());
        prop_assert_eq!(one == two, one.cmp(&two).is_eq());
        if one <= two && two <= three {
            prop_assert!(one <= three);
        }
    }
}
