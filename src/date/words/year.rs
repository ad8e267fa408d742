//! A year in words, also one of which digits are missing or only some count.

use super::gregorian::{self, counted_year, english_number, english_ordinal, grouped};
use crate::date::Five;
use crate::date::{Language, LongYear, PlainYear, Year};

/// What can be said of a year.
pub(super) enum YearWords {
    /// A year, or a stretch of years, that a month can be said to lie in.
    Known(String),
    /// Nothing: all four digits are missing.
    Unknown,
}

/// "1972", "the 1970s", "the 19th century", "170,000,002".
pub(super) fn year(year: &Year, language: Language) -> YearWords {
    match year {
        Year::Plain(plain) => match plain.value() {
            Some(number) => YearWords::Known(gregorian::year(number, language)),
            None => stretch_of_years(*plain, language),
        },
        Year::Long(long) => YearWords::Known(long_year(long, language)),
    }
}

/// A year with missing digits.
fn stretch_of_years(year: PlainYear, language: Language) -> YearWords {
    let digits = year.digits();
    let value = |known: &[u8]| {
        known.iter().try_fold(0_i64, |sum, &digit| {
            char::from(digit)
                .to_digit(10)
                .map(|digit| sum * 10 + i64::from(digit))
        })
    };
    let negative = year.is_negative();
    let text = match digits {
        [b'X', b'X', b'X', b'X'] => return YearWords::Unknown,
        [a, b'X', b'X', b'X'] => {
            value(&[a]).map(|thousands| millennium(thousands + 1, negative, language))
        }
        [a, b, b'X', b'X'] => {
            value(&[a, b]).map(|hundreds| century(hundreds + 1, negative, language))
        }
        [a, b, c, b'X'] => value(&[a, b, c]).map(|tens| decade(tens, negative, language)),
        _ => None,
    };
    YearWords::Known(text.unwrap_or_else(|| written_year(year, language)))
}

/// The ten years that begin with these digits.
fn decade(tens: i64, negative: bool, language: Language) -> String {
    let nearest_zero = tens * 10;
    if negative {
        let (first, last) = (counted_year(-nearest_zero - 9), counted_year(-nearest_zero));
        return match language {
            Language::En => format!("the decade {first}–{last} BC"),
            Language::Ja => format!("紀元前{first}〜{last}年"),
            Language::ZhHans => format!("公元前{first}至{last}年"),
            Language::ZhHant => format!("西元前{first}至{last}年"),
            Language::Ko => format!("기원전 {first}~{last}년"),
        };
    }
    let last = nearest_zero + 9;
    // "the 1900s" is a century to most readers, and "the 70s" a decade of the last one.
    if tens % 10 == 0 || tens < 10 {
        let era = if nearest_zero < 1000 { " AD" } else { "" };
        return match language {
            Language::En => format!("the decade {nearest_zero}–{last}{era}"),
            Language::Ja => format!("{nearest_zero}〜{last}年"),
            Language::Ko => format!("{nearest_zero}~{last}년"),
            _ => format!("{nearest_zero}至{last}年"),
        };
    }
    match language {
        Language::En => format!("the {nearest_zero}s"),
        Language::Ko => format!("{nearest_zero}년대"),
        _ => format!("{nearest_zero}年代"),
    }
}

fn century(number: i64, negative: bool, language: Language) -> String {
    let before = before_christ(negative, language);
    match language {
        Language::En => format!(
            "the {} century{before}",
            english_ordinal(number.unsigned_abs())
        ),
        Language::ZhHans => format!("{before}{number}世纪"),
        Language::Ja | Language::ZhHant => format!("{before}{number}世紀"),
        Language::Ko => format!("{before}{number}세기"),
    }
}

fn millennium(number: i64, negative: bool, language: Language) -> String {
    let before = before_christ(negative, language);
    match language {
        Language::En => format!(
            "the {} millennium{before}",
            english_ordinal(number.unsigned_abs())
        ),
        Language::Ja => format!("{before}{number}千年紀"),
        Language::ZhHans => format!("{before}第{number}个千年"),
        Language::ZhHant => format!("{before}第{number}個千年"),
        Language::Ko => format!("{before}제{number}천년기"),
    }
}

const fn before_christ(negative: bool, language: Language) -> &'static str {
    if negative {
        Five::new(" BC", "紀元前", "公元前", "西元前", "기원전 ").get(language)
    } else {
        ""
    }
}

/// A year whose missing digits are not the last ones, as it is written: 19X2.
fn written_year(year: PlainYear, language: Language) -> String {
    match language {
        Language::En => format!("year {year} (X not known)"),
        Language::Ja => format!("{year}年（Xは不明）"),
        Language::ZhHans => format!("{year}年（X不详）"),
        Language::ZhHant => format!("{year}年（X不詳）"),
        Language::Ko => format!("{year}년(X는 미상)"),
    }
}

/// A year of any size.
fn long_year(year: &LongYear, language: Language) -> String {
    let text = match year.value() {
        Some(number) => gregorian::year(number, language),
        None => beyond_numbers(year, language),
    };
    let Some(significant) = year.significant() else {
        return text;
    };
    match language {
        Language::En if significant == "1" => format!("{text} (to 1 significant digit)"),
        Language::En => format!("{text} (to {significant} significant digits)"),
        Language::Ja => format!("{text}（有効数字{significant}桁）"),
        Language::ZhHans => format!("{text}（有效数字{significant}位）"),
        Language::ZhHant => format!("{text}（有效數字{significant}位）"),
        Language::Ko => format!("{text}(유효 숫자 {significant}자리)"),
    }
}

/// A year of more digits than a number here holds: as astronomers write it, for at this distance
/// one year between the two ways to count is nothing.
fn beyond_numbers(year: &LongYear, language: Language) -> String {
    let sign = if year.is_negative() { "−" } else { "" };
    let digits = match (language, year.digits().parse::<u64>()) {
        (Language::En, Ok(number)) => english_number(number),
        (Language::En, Err(_)) => grouped(year.digits()),
        _ => year.digits().to_owned(),
    };
    let power = year
        .exponent()
        .map(|exponent| format!(" × 10^{exponent}"))
        .unwrap_or_default();
    match language {
        Language::En => format!("the year {sign}{digits}{power}"),
        Language::Ko => format!("{sign}{digits}{power}년"),
        _ => format!("{sign}{digits}{power}年"),
    }
}
