//! A date in years of the Republic of China (民國), which count from 1912.
//!
//! Months and days are Gregorian. Years before 1912 count backwards as 民國前, as Taiwan's
//! registers and schoolbooks have them: 1911 is 民國前1年, and there is no year 0.

use crate::date::words::{NameWidth, gregorian, month_name};
use crate::date::{CivilDate, Language};

use super::Part;

/// The first year of the republic.
const FIRST_YEAR: i64 = 1912;

/// The date in Minguo years.
pub(super) fn in_minguo(date: CivilDate, part: Part, language: Language) -> String {
    let mut year = year_text(date.year, language);
    if part == Part::Year {
        return year;
    }
    if language == Language::En && date.year < FIRST_YEAR {
        // "31 December, year 1 before Minguo".
        let day_or_month = match part {
            Part::Day => gregorian::day_of_any_year(date.month, date.day, language),
            Part::Month | Part::Year => {
                month_name(date.month, language, NameWidth::Long).to_owned()
            }
        };
        year.insert_str(0, &format!("{day_or_month}, "));
        return year;
    }
    match part {
        Part::Day => gregorian::day_in_year(&year, date.month, date.day, language),
        Part::Month | Part::Year => gregorian::month_in_year(&year, date.month, language),
    }
}

fn year_text(year: i64, language: Language) -> String {
    let name = match language {
        Language::En => "Minguo",
        Language::Ja | Language::ZhHans => "民国",
        Language::ZhHant => "民國",
        Language::Ko => "민국",
    };
    let before = FIRST_YEAR.saturating_sub(year);
    if before > 0 {
        return match language {
            Language::En => format!("year {before} before {name}"),
            Language::Ko => format!("{name} 전 {before}년"),
            _ => format!("{name}前{before}年"),
        };
    }
    let number = year.saturating_sub(FIRST_YEAR).saturating_add(1);
    match (language, number) {
        (Language::En, _) => format!("{name} {number}"),
        (Language::Ko, 1) => format!("{name} 원년"),
        (Language::Ko, _) => format!("{name} {number}년"),
        (_, 1) => format!("{name}元年"),
        _ => format!("{name}{number}年"),
    }
}
