//! The words on the axis in five languages; always with the year somewhere in view.

use super::step::Step;
use crate::date::{CivilDate, CivilDateTime, Language, NameWidth, month_name, weekday_name};

/// From this step on, years are counted in millions before now.
const DEEP_TIME: i64 = 1_000_000;

/// The words at one tick of a step.
pub fn tick(clock: CivilDateTime, step: Step, language: Language) -> String {
    let CivilDate { year, month, day } = clock.date;
    match step {
        Step::Years(n) => year_on_axis(year, n, language),
        Step::Months(_) => month_name(month, language, NameWidth::Short).to_owned(),
        Step::Day | Step::TenDays => match language {
            Language::En => day.to_string(),
            Language::Ko => format!("{day}일"),
            _ => format!("{day}日"),
        },
        Step::Hours(_) | Step::Minutes(_) => format!("{:02}:{:02}", clock.hour, clock.minute),
        Step::Seconds(_) => format!("{:02}:{:02}:{:02}", clock.hour, clock.minute, clock.second),
    }
}

/// A day with its day of the week: "Fri 29", 29日(金).
pub fn weekday(clock: CivilDateTime, language: Language) -> String {
    let day = tick(clock, Step::Day, language);
    let name = weekday_name(clock.date.weekday(), language, NameWidth::Short);
    match language {
        Language::En => format!("{name} {day}"),
        _ => format!("{day}({name})"),
    }
}

/// The words of the unit over the ticks: a year, a month with its year, a day with its year.
pub fn context(clock: CivilDateTime, unit: Step, language: Language) -> String {
    let CivilDate { year, month, day } = clock.date;
    let of_year = year_before_more(year, language);
    match (unit, language) {
        (Step::Months(_), Language::En) => {
            format!("{} {of_year}", month_name(month, language, NameWidth::Long))
        }
        (Step::Months(_), Language::Ko) => format!("{of_year} {month}월"),
        (Step::Months(_), _) => format!("{of_year}{month}月"),
        (Step::Day, Language::En) => {
            format!(
                "{day} {} {of_year}",
                month_name(month, language, NameWidth::Long)
            )
        }
        (Step::Day, Language::Ko) => format!("{of_year} {month}월 {day}일"),
        (Step::Day, _) => format!("{of_year}{month}月{day}日"),
        _ => of_year,
    }
}

/// A year where months follow: with the unit that those languages write.
fn year_before_more(year: i64, language: Language) -> String {
    let plain = year_on_axis(year, 1, language);
    match language {
        Language::En => plain,
        Language::Ko => format!("{plain}년"),
        _ => format!("{plain}年"),
    }
}

/// A year as a tick: 1972, 500 BCE, 12,000 BCE, 13.8 Gya.
pub fn year_on_axis(year: i64, step: i64, language: Language) -> String {
    if step >= DEEP_TIME && year.unsigned_abs() >= DEEP_TIME as u64 {
        return deep_time(year, step, language);
    }
    if year >= 1 {
        return if year < 10_000 {
            year.to_string()
        } else {
            grouped(year)
        };
    }
    let before = 1i64.saturating_sub(year);
    let number = if before < 10_000 {
        before.to_string()
    } else {
        grouped(before)
    };
    match language {
        Language::En => format!("{number} BCE"),
        Language::Ko => format!("기원전 {number}"),
        _ => format!("前{number}"),
    }
}

/// Digits in threes: 12,000.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('−');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Millions and thousand millions of years, as far from now as the step can tell.
fn deep_time(year: i64, step: i64, language: Language) -> String {
    let ago = -(year as f64);
    let in_giga = ago.abs() >= 1e9;
    let decimals = |unit: f64| {
        let step = step as f64 / unit;
        if step >= 1.0 {
            0
        } else {
            (-step.log10()).ceil() as usize
        }
    };
    let future = ago < 0.0;
    if language == Language::En {
        let (unit, word) = match (in_giga, future) {
            (true, false) => (1e9, "Gya"),
            (false, false) => (1e6, "Mya"),
            (true, true) => (1e9, "Gy hence"),
            (false, true) => (1e6, "My hence"),
        };
        return format!("{:.*} {word}", decimals(unit), ago.abs() / unit);
    }
    // 億 is a hundred millions, 万 ten thousands.
    let (unit, word) = match (ago.abs() >= 1e8, language) {
        (true, Language::Ko) => (1e8, "억"),
        (true, Language::ZhHans) => (1e8, "亿"),
        (true, _) => (1e8, "億"),
        (false, Language::Ko) => (1e4, "만"),
        (false, Language::ZhHant) => (1e4, "萬"),
        (false, _) => (1e4, "万"),
    };
    let ago = format!("{:.*}{word}", decimals(unit), ago.abs() / unit);
    match (language, future) {
        (Language::Ko, false) => format!("{ago} 년 전"),
        (Language::Ko, true) => format!("{ago} 년 후"),
        (Language::ZhHant | Language::Ja, true) => format!("{ago}年後"),
        (Language::ZhHans, true) => format!("{ago}年后"),
        _ => format!("{ago}年前"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_near_and_far() {
        let en = |year, step| year_on_axis(year, step, Language::En);
        assert_eq!(en(1972, 1), "1972");
        assert_eq!(en(1, 500), "1");
        assert_eq!(en(-499, 500), "500 BCE");
        assert_eq!(en(0, 1), "1 BCE");
        assert_eq!(en(-11_999, 1000), "12,000 BCE");
        assert_eq!(en(-65_999_999, 1_000_000), "66 Mya");
        assert_eq!(en(-13_799_999_999, 100_000_000), "13.8 Gya");
        assert_eq!(en(-13_999_999_999, 1_000_000_000), "14 Gya");
        assert_eq!(en(12_000, 1000), "12,000");
    }

    #[test]
    fn every_language_writes_its_own_way() {
        let clock = CivilDate {
            year: 1972,
            month: 9,
            day: 29,
        }
        .at_midnight();
        let all = |words: fn(CivilDateTime, Step, Language) -> String, step| {
            Language::ALL.map(|language| words(clock, step, language))
        };
        assert_eq!(
            all(context, Step::Day),
            [
                "29 September 1972",
                "1972年9月29日",
                "1972年9月29日",
                "1972年9月29日",
                "1972년 9월 29일"
            ]
        );
        assert_eq!(
            all(context, Step::Months(1)),
            [
                "September 1972",
                "1972年9月",
                "1972年9月",
                "1972年9月",
                "1972년 9월"
            ]
        );
        assert_eq!(
            all(context, Step::Years(1)),
            ["1972", "1972年", "1972年", "1972年", "1972년"]
        );
        assert_eq!(
            all(tick, Step::Months(3)),
            ["Sep", "9月", "9月", "9月", "9월"]
        );
        assert_eq!(all(tick, Step::Day), ["29", "29日", "29日", "29日", "29일"]);
        assert_eq!(
            Language::ALL.map(|language| weekday(clock, language)),
            ["Fri 29", "29日(金)", "29日(周五)", "29日(週五)", "29일(금)"]
        );
        let far = |language| year_on_axis(-13_799_999_999, 100_000_000, language);
        assert_eq!(
            Language::ALL.map(far),
            [
                "13.8 Gya",
                "138億年前",
                "138亿年前",
                "138億年前",
                "138억 년 전"
            ]
        );
    }
}
