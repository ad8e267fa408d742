//! The year of a date, as it is written: four digits, or of any length.

use std::fmt::{self, Write};

/// Stands for a digit that is not specified.
pub(crate) const UNSPECIFIED: u8 = b'X';

/// A year as EDTF writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Year {
    /// Four digits, some perhaps unspecified: `1972`, `-0044`, `19XX`.
    Plain(PlainYear),
    /// After the letter Y, or with significant digits: `Y-17E7`, `1950S2`.
    Long(Box<LongYear>),
}

/// A year of four digits, each a digit or `X`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PlainYear {
    pub(crate) negative: bool,
    pub(crate) digits: [u8; 4],
}

/// A year of any size. Numbers stand as their digits, which may be more than any machine number
/// holds; none begins with a zero, save the year itself where it has no letter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LongYear {
    pub(crate) letter: bool,
    pub(crate) negative: bool,
    pub(crate) digits: Box<str>,
    pub(crate) exponent: Option<Box<str>>,
    pub(crate) significant: Option<Box<str>>,
}

impl PlainYear {
    /// Whether the year stands after a minus sign.
    pub const fn is_negative(self) -> bool {
        self.negative
    }

    /// The four characters, each `0` to `9` or `X`.
    pub const fn digits(self) -> [u8; 4] {
        self.digits
    }

    /// How many digits, counted from the right to the leftmost `X`, are not known: 0 for `1972`,
    /// 2 for `19XX`, 3 for `1X99`.
    pub fn unknown_digits(self) -> u32 {
        let leftmost = self.digits.iter().position(|&digit| digit == UNSPECIFIED);
        leftmost.map_or(0, |index| u32::try_from(4 - index).unwrap_or(4))
    }

    /// The astronomical year, or `None` while a digit is unspecified.
    pub fn value(self) -> Option<i64> {
        if self.digits.contains(&UNSPECIFIED) {
            return None;
        }
        Some(self.with_unspecified_as(b'0'))
    }

    /// The year with each `X` replaced by one digit.
    pub(crate) fn with_unspecified_as(self, digit: u8) -> i64 {
        let magnitude = self.digits.iter().fold(0, |sum, &written| {
            let digit = if written == UNSPECIFIED {
                digit
            } else {
                written
            };
            sum * 10 + i64::from(digit.wrapping_sub(b'0'))
        });
        if self.negative { -magnitude } else { magnitude }
    }
}

impl LongYear {
    /// Whether the year stands after the letter Y.
    pub const fn has_letter(&self) -> bool {
        self.letter
    }

    /// Whether the year is before year 0.
    pub const fn is_negative(&self) -> bool {
        self.negative
    }

    /// The digits of the year without its sign, before any exponent.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// The power of ten by which the digits are multiplied.
    pub fn exponent(&self) -> Option<&str> {
        self.exponent.as_deref()
    }

    /// How many of the digits count, from the left.
    pub fn significant(&self) -> Option<&str> {
        self.significant.as_deref()
    }

    /// The year that is written (the estimate, where only some digits count), if `i64` holds it.
    pub fn value(&self) -> Option<i64> {
        let exponent = match &self.exponent {
            Some(digits) => digits.parse::<u32>().ok()?,
            None => 0,
        };
        let magnitude = self.digits.parse::<i64>().ok()?;
        let magnitude = magnitude.checked_mul(10_i64.checked_pow(exponent)?)?;
        Some(if self.negative { -magnitude } else { magnitude })
    }
}

impl Year {
    /// The astronomical year as a number: the estimate where only some digits count, `None` where
    /// a digit is unspecified or `i64` is too small.
    pub fn value(&self) -> Option<i64> {
        match self {
            Self::Plain(year) => year.value(),
            Self::Long(year) => year.value(),
        }
    }

    /// Whether the year is before year 0.
    pub fn is_negative(&self) -> bool {
        match self {
            Self::Plain(year) => year.negative,
            Self::Long(year) => year.negative,
        }
    }
}

impl fmt::Display for PlainYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negative {
            f.write_char('-')?;
        }
        self.digits
            .iter()
            .try_for_each(|&digit| f.write_char(char::from(digit)))
    }
}

impl fmt::Display for LongYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.letter {
            f.write_char('Y')?;
        }
        if self.negative {
            f.write_char('-')?;
        }
        f.write_str(&self.digits)?;
        if let Some(exponent) = &self.exponent {
            write!(f, "E{exponent}")?;
        }
        if let Some(significant) = &self.significant {
            write!(f, "S{significant}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(year) => year.fmt(f),
            Self::Long(year) => year.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(negative: bool, digits: [u8; 4]) -> PlainYear {
        PlainYear { negative, digits }
    }

    #[test]
    fn plain_years_have_values_and_unknown_digits() {
        assert_eq!(plain(false, *b"1972").value(), Some(1972));
        assert_eq!(plain(true, *b"0044").value(), Some(-44));
        assert_eq!(plain(false, *b"19X2").value(), None);
        assert_eq!(plain(false, *b"1972").unknown_digits(), 0);
        assert_eq!(plain(false, *b"197X").unknown_digits(), 1);
        assert_eq!(plain(false, *b"1X72").unknown_digits(), 3);
        assert_eq!(plain(true, *b"XXXX").with_unspecified_as(b'9'), -9999);
    }

    #[test]
    fn long_years_have_values_while_they_fit() {
        let long = |digits: &str, exponent: Option<&str>| LongYear {
            letter: true,
            negative: true,
            digits: digits.into(),
            exponent: exponent.map(Into::into),
            significant: None,
        };
        assert_eq!(long("17", Some("7")).value(), Some(-170_000_000));
        assert_eq!(long("17", Some("18")).value(), None);
        assert_eq!(long("17", Some("99999999999999999999")).value(), None);
        assert_eq!(long("170000002", None).value(), Some(-170_000_002));
        assert_eq!(long("17", Some("7")).to_string(), "Y-17E7");
    }
}
