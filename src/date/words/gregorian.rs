//! Years, months and days of the Gregorian calendar in words, before any "about" or "until".
//!
//! Astronomical years become the years people count: 0 is 1 BC, −43 is 44 BC. Years of fewer than
//! four digits carry their era ("79 AD", 西暦79年), so that they are not taken for something else;
//! English groups the digits of years beyond 9999.

use super::names::{NameWidth, month_name};
use crate::date::Five;
use crate::date::{CivilDate, Language};

const BEFORE_CHRIST: Five = Five::new("BC", "紀元前", "公元前", "西元前", "기원전 ");
const AFTER_CHRIST: Five = Five::new("AD", "西暦", "公元", "西元", "서기 ");

/// "29 September 1972", 1972年9月29日, 1972년 9월 29일.
pub(in crate::date) fn day(date: CivilDate, language: Language) -> String {
    let year = year(date.year, language);
    day_in_year(&year, date.month, date.day, language)
}

/// "September 1972", 1972年9月, 1972년 9월.
pub(in crate::date) fn month_of_year(year_number: i64, month: u8, language: Language) -> String {
    month_in_year(&year(year_number, language), month, language)
}

/// "1972", 1972年, 1972년; "44 BC", 紀元前44年, 公元前44年, 기원전 44년.
pub(in crate::date) fn year(astronomical: i64, language: Language) -> String {
    let counted = counted_year(astronomical);
    let era = match astronomical {
        ..=0 => BEFORE_CHRIST.get(language),
        1..=999 => AFTER_CHRIST.get(language),
        _ => "",
    };
    match language {
        Language::En if era.is_empty() => english_number(counted),
        Language::En => format!("{} {era}", english_number(counted)),
        Language::Ko => format!("{era}{counted}년"),
        _ => format!("{era}{counted}年"),
    }
}

/// The year as people count it: year 0 is 1 BC.
pub(super) const fn counted_year(astronomical: i64) -> u64 {
    if astronomical > 0 {
        astronomical.unsigned_abs()
    } else {
        astronomical.unsigned_abs() + 1
    }
}

/// A year's number without its era, as in "44–31 BC".
pub(super) fn english_number(number: u64) -> String {
    if number > 9999 {
        grouped(&number.to_string())
    } else {
        number.to_string()
    }
}

/// Digits in groups of three: 170,000,002.
pub(super) fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A day with the text of its year: "29 September Shōwa 47", 昭和47年9月29日.
pub(in crate::date) fn day_in_year(year: &str, month: u8, day: u8, language: Language) -> String {
    let day_of_year = day_of_any_year(month, day, language);
    with_year(year, &day_of_year, language)
}

/// A month with the text of its year: "September Shōwa 47", 昭和47年9月.
pub(in crate::date) fn month_in_year(year: &str, month: u8, language: Language) -> String {
    let month = month_name(month, language, NameWidth::Long);
    with_year(year, month, language)
}

/// Puts the year where the language has it: after the day in English, before it elsewhere.
pub(super) fn with_year(year: &str, of_year: &str, language: Language) -> String {
    match language {
        Language::En => format!("{of_year} {year}"),
        Language::Ko => format!("{year} {of_year}"),
        _ => format!("{year}{of_year}"),
    }
}

/// A day without its year: "29 September", 9月29日, 9월 29일.
pub(in crate::date) fn day_of_any_year(month: u8, day: u8, language: Language) -> String {
    let month = month_name(month, language, NameWidth::Long);
    match language {
        Language::En => format!("{day} {month}"),
        Language::Ko => format!("{month} {day}일"),
        _ => format!("{month}{day}日"),
    }
}

/// "1st", "2nd", "3rd", "11th".
pub(in crate::date) fn english_ordinal(number: u64) -> String {
    let suffix = match (number % 10, number % 100) {
        (1, n) if n != 11 => "st",
        (2, n) if n != 12 => "nd",
        (3, n) if n != 13 => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(astronomical: i64) -> [String; 5] {
        Language::ALL.map(|language| year(astronomical, language))
    }

    #[test]
    fn years_are_counted_as_people_do() {
        assert_eq!(
            years(1972),
            ["1972", "1972年", "1972年", "1972年", "1972년"]
        );
        assert_eq!(
            years(-43),
            [
                "44 BC",
                "紀元前44年",
                "公元前44年",
                "西元前44年",
                "기원전 44년"
            ]
        );
        assert_eq!(years(0)[0], "1 BC");
        assert_eq!(
            years(79),
            ["79 AD", "西暦79年", "公元79年", "西元79年", "서기 79년"]
        );
        assert_eq!(years(-9999)[0], "10,000 BC");
        assert_eq!(years(170_000_002)[0], "170,000,002");
        assert_eq!(years(i64::MIN)[0], "9,223,372,036,854,775,809 BC");
        assert_eq!(years(i64::MAX)[1], "9223372036854775807年");
    }

    #[test]
    fn ordinals() {
        let words: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111]
            .into_iter()
            .map(english_ordinal)
            .collect();
        assert_eq!(
            words,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st",
                "111th"
            ]
        );
    }
}
