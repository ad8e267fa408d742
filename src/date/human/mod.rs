//! Dates as people type them, in English, Japanese, Chinese and Korean.
//!
//! [`read_human`] reads EDTF first and then, whatever the keyboard (full or half width, Arabic or
//! Han numerals):
//!
//! | Typed | Read as |
//! |---|---|
//! | `29 Sep 1972`, `September 29, 1972`, `29/9/1972`, `1972年9月29日`, `1972년 9월 29일` | `1972-09-29` |
//! | `昭和47年9月29日`, `S47.9.29`, `Shōwa 47`, `民國61年9月29日`, `令和元年` | the Gregorian day or year |
//! | `明治`, `昭和30年代` | the era's days, one of its ten years |
//! | `c. 1972`, `about`, `約`, `頃`, `약`; `1972?`, `perhaps` | `1972~`; `1972?` |
//! | `before 1980`, `1980年以前`; `after`, `以後` | `/1980`; `1980/` |
//! | `until 1980`, `まで`; `since 1980`, `から` | `../1980`; `1980/..` |
//! | `1972 to 1978`, `1972–78`, `25-30 September 1972`, `1972年から1978年` | `1972/1978` and so on |
//! | `between 1972 and 1978`; `1972 or 1973` | `[1972..1978]`; `[1972,1973]` |
//! | `1970s`, `19th century`, `spring 1972`, `44 BC` | `197X`, `18XX`, `1972-21`, `-0043` |
//! | `early 1970s`, `mid-1970s`, `late 1970s` | `[1970..1973]`, `[1973..1977]`, `[1976..1979]` |
//! | `early September 1972`, `1972年9月下旬` | `[1972-09-01..1972-09-10]` and so on |
//! | `15 November 2024, 14:30 (UTC+9)`, `14時30分` | `2024-11-15T14:30:00+09:00` |
//! | `September 1972, day not known`, `a day in September 1972` | `1972-09-XX` |
//!
//! EDTF has no bound that leaves its own date out: `/1980` reaches to the end of 1980. A vague date
//! at the end of an interval becomes an approximate one: `1857 to mid 1860s` is `1857/1867~`.
//!
//! It never invents: no day or month is added (only to hours and minutes EDTF wants seconds), a number of two digits is no year, 3/4/1972 is
//! refused with both its readings, and so is 1900s, which may be ten years or a hundred. A day
//! that its era did not have is refused with the era it was in. Months and days of Meiji 1 to 5
//! are the lunisolar ones of the time: 明治4年7月29日 is 1871-09-13.

mod clock;
mod east_asian;
mod era_date;
mod eras;
mod error;
mod error_words;
mod lexicon;
mod normal;
mod numeric;
mod parts;
mod phrase;
mod range;
mod reader;
mod reading;
#[cfg(test)]
mod tests;
mod token;

use crate::date::Edtf;

pub use error::HumanDateError;
pub(crate) use lexicon::ENGLISH_MONTHS;

use parts::Fail;
use token::{NoTokens, Token};

/// The longest text that is looked at, in bytes; no date is longer.
const LONGEST_BYTES: usize = 400;
/// The longest text that an error repeats, in characters.
const LONGEST_ECHO_CHARS: usize = 60;

/// Reads a date as people type it: EDTF first, then words and figures in English, Japanese, Chinese
/// and Korean.
///
/// # Errors
/// When the text is no date, or may be two; the error is a sentence that says what would be right.
///
/// ```
/// use nenpyo::date::read_human;
/// let read = |text| read_human(text).unwrap().to_string();
/// assert_eq!(read("1972-09-29"), "1972-09-29");
/// assert_eq!(read("Sept. 1972"), "1972-09");
/// assert_eq!(read("昭和47年9月29日"), "1972-09-29");
/// assert_eq!(read("circa 1972"), "1972~");
/// assert_eq!(read("25-30 September 1972"), "1972-09-25/1972-09-30");
/// ```
pub fn read_human(text: &str) -> Result<Edtf, HumanDateError> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(HumanDateError::Empty);
    }
    let edtf_error = match Edtf::parse(trimmed) {
        Ok(edtf) => return Ok(edtf),
        Err(error) => error,
    };
    if trimmed.len() > LONGEST_BYTES {
        return Err(not_a_date(trimmed));
    }
    let normalised = normal::normalised(trimmed);
    let as_edtf = normal::as_edtf(&normalised);
    if let Some(edtf) = as_edtf.as_deref().and_then(|text| Edtf::parse(text).ok()) {
        return Ok(edtf);
    }
    read_words(&normalised, trimmed).map_err(|error| {
        if looks_like_edtf(trimmed) {
            edtf_error.into()
        } else {
            error
        }
    })
}

/// Whether the text is of EDTF's signs and begins as EDTF does, so that its error is the useful one.
fn looks_like_edtf(text: &str) -> bool {
    let year = text.trim_start_matches(['-', '[', '{', '.', '/', '?', '~', '%']);
    let digits = year
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || *byte == b'X')
        .count();
    let of_signs = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"XTZYES-/.,[]{}?~%:+".contains(&byte));
    of_signs && (year.starts_with('Y') || digits == 4)
}

fn read_words(normalised: &str, typed: &str) -> Result<Edtf, HumanDateError> {
    let tokens = token::tokens(normalised).map_err(|error| match error {
        NoTokens::Unknown(word) => HumanDateError::NotUnderstood {
            word: shortened(&word),
        },
        NoTokens::TimeOfDay => HumanDateError::TimeOfDay,
        NoTokens::TooMany => not_a_date(typed),
    })?;
    let edtf = phrase::edtf(&tokens).map_err(|fail| match fail {
        Fail::NotThis if tokens.iter().any(|token| matches!(token, Token::Time(_))) => {
            HumanDateError::TimeOfDay
        }
        Fail::NotThis => not_a_date(typed),
        Fail::Wrong(error) => *error,
    })?;
    Edtf::parse(&edtf).map_err(|error| HumanDateError::Nonsense {
        edtf,
        kind: error.kind,
    })
}

fn not_a_date(typed: &str) -> HumanDateError {
    HumanDateError::NotADate {
        text: shortened(typed),
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_ECHO_CHARS) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
