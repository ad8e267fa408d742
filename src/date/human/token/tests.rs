//! Tests of cutting typed dates into tokens.

use super::*;
use crate::date::human::normal::normalised;

fn of(text: &str) -> Vec<Token> {
    tokens(&normalised(text)).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn number(value: i64, digits: u32) -> Token {
    Token::Number(Number {
        value,
        digits,
        ordinal: false,
        grouped: false,
    })
}

#[test]
fn letters_mean_what_their_neighbours_make_them() {
    assert_eq!(of("s47"), [Token::Word(Word::Era(2)), number(47, 2)]);
    assert_eq!(of("1970s"), [number(1970, 4), Token::Word(Word::Plural)]);
    assert_eq!(of("1970's"), [number(1970, 4), Token::Word(Word::Plural)]);
    assert_eq!(of("19c"), [number(19, 2), Token::Word(Word::Century)]);
    assert_eq!(of("c.1860"), [Token::Word(Word::About), number(1860, 4)]);
    assert_eq!(
        of("44 B.C."),
        [number(44, 2), Token::Word(Word::BeforeChrist)]
    );
    assert_eq!(of("44 b.c.e"), of("44 bce"));
    assert_eq!(
        of("平元"),
        [Token::Word(Word::Era(3)), Token::Word(Word::First)]
    );
    assert_eq!(of("大约"), [Token::Word(Word::About)]);
}

#[test]
fn the_longest_word_counts() {
    assert_eq!(of("1970年代")[1], Token::Word(Word::DecadeUnit));
    assert_eq!(of("西元前")[0], Token::Word(Word::BeforeChrist));
    assert_eq!(
        of("29日(金)")[2],
        Token::Word(Word::Weekday(crate::date::Weekday::Friday))
    );
    assert_eq!(of("2千年紀"), [number(2, 1), Token::Word(Word::Millennium)]);
}

#[test]
fn what_is_in_no_date_is_named() {
    let unknown = |text: &str| tokens(&normalised(text)).unwrap_err();
    assert_eq!(unknown("Lima 2024"), NoTokens::Unknown("lima".to_owned()));
    assert_eq!(unknown("2024 π"), NoTokens::Unknown("π".to_owned()));
    assert_eq!(unknown("1972 $"), NoTokens::Unknown("$".to_owned()));
    assert_eq!(unknown("2024-11-15 14時"), NoTokens::TimeOfDay);
    assert_eq!(unknown("2024-11-15 2:30 p.m."), NoTokens::TimeOfDay);
    assert_eq!(unknown(&"1 ".repeat(100)), NoTokens::TooMany);
    assert_eq!(unknown("99999999999999999999 BC"), NoTokens::TooMany);
    assert_eq!(unknown(&"九".repeat(16)), NoTokens::TooMany);
    assert_eq!(unknown("十百"), NoTokens::Unknown("十百".to_owned()));
}
