//! What holds for the words of any value.

use proptest::prelude::*;

use super::in_words;
use crate::date::{CivilDate, Edtf, Language};

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        "[?~%]?-?[0-9X]{4}[?~%]?",
        "[0-9X]{4}-[?~%]?(0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[01]|XX|1X|0X)[?~%]?",
        "[?~%]?[0-9X]{4}[?~%]?-(0[1-9]|1[0-2]|XX)-[?~%]?(0[1-9]|1[0-9]|2[0-8]|XX|2X)[?~%]?",
        "Y-?[1-9][0-9]{4,25}(S[1-9])?",
        "Y-?[1-9][0-9]{0,3}E[1-9][0-9]{0,4}(S[1-9])?",
        "-?[1-9][0-9]{3}S[1-4]",
    ]
}

fn value() -> impl Strategy<Value = String> {
    let end = || prop_oneof![4 => date(), 1 => Just("..".to_owned()), 1 => Just(String::new())];
    prop_oneof![
        3 => date(),
        2 => (end(), end()).prop_map(|(start, end)| format!("{start}/{end}")),
        1 => proptest::collection::vec(date(), 1..4).prop_map(|dates| format!("[{}]", dates.join(","))),
        1 => (date(), date()).prop_map(|(first, last)| format!("{{{first}..{last}}}")),
        1 => "[0-9]{4}-0[1-9]-[12][0-8]T[01][0-9]:[0-5][0-9]:[0-5][0-9](Z|[+-]0[1-9](:[0-5][0-9])?)?",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn every_value_has_words_in_every_language(text in value()) {
        if let Ok(edtf) = Edtf::parse(&text) {
            for language in Language::ALL {
                let words = in_words(&edtf, language);
                prop_assert!(!words.is_empty(), "{text}");
                prop_assert_eq!(words.trim(), words.as_str(), "{}", text);
                prop_assert!(!words.contains("  "), "{text}: {words}");
            }
        }
    }

    #[test]
    fn no_two_days_have_the_same_words(days in -800_000..800_000_i64, later in 1..100_000_i64) {
        let words = |days| {
            let text = CivilDate::from_days(days).to_string();
            Edtf::parse(&text).map(|edtf| Language::ALL.map(|language| in_words(&edtf, language)))
        };
        let (one, other) = (words(days), words(days + later));
        if let (Ok(one), Ok(other)) = (one, other) {
            prop_assert!(one.iter().zip(&other).all(|(one, other)| one != other));
        }
    }
}
