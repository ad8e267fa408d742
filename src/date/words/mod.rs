//! Dates in sentences: what EDTF says in signs, said in the five languages.
//!
//! The words say neither more nor less than the value: its precision, what is uncertain or
//! approximate, which digits are missing, which ends are open or unknown. Most of what is written
//! here can be typed again (see [`read_human`](crate::date::read_human)).

mod compound;
pub(in crate::date) mod gregorian;
mod names;
mod precision;
mod single;
#[cfg(test)]
mod tests;
mod time;
mod year;

use crate::date::{Edtf, Language, Shape};

pub use names::{NameWidth, month_name, weekday_name};
pub use precision::precision_in_words;

/// The date in words: "15 November 2024", "about 1972", "25–30 September 1972", 2024年11月15日.
///
/// ```
/// use nenpyo::date::{Edtf, Language, in_words};
/// let words = |text, language| in_words(&Edtf::parse(text).unwrap(), language);
/// assert_eq!(words("2024-11-15", Language::En), "15 November 2024");
/// assert_eq!(words("1972~", Language::En), "about 1972");
/// assert_eq!(words("1972-09-25/1972-09-30", Language::En), "25–30 September 1972");
/// assert_eq!(words("197X", Language::Ja), "1970年代");
/// assert_eq!(words("/1980", Language::ZhHant), "1980年以前");
/// ```
pub fn in_words(edtf: &Edtf, language: Language) -> String {
    match edtf.shape() {
        Shape::Date(date) => single::date(date, language),
        Shape::DateTime(time) => time::date_time(time, language),
        Shape::Interval(interval) => compound::interval(interval, language),
        Shape::Set(set) => compound::set(set, language),
    }
}
