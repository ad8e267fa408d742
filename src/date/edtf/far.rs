//! Years of any size, in order.
//!
//! `Y17E123456789` has more digits than memory, so a year here is its leading digits and the
//! *number* of its digits, and that number is itself kept as decimal text.

use std::cmp::Ordering;

use super::year::LongYear;

/// Years up to this far from year 0 have their seconds in `i64`; beyond, order goes by digits.
const CLOCK_YEAR_LIMIT: i64 = 290_000_000_000;
/// No year with more digits than this is within the limit.
const CLOCK_YEAR_DIGITS: u64 = 12;

/// A whole number of any size from 0, as decimal digits without leading zeros.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Count(String);

impl Count {
    fn from_digits(digits: &str) -> Self {
        Self(digits.trim_start_matches('0').to_owned())
    }

    fn from_number(number: usize) -> Self {
        Self::from_digits(&number.to_string())
    }

    fn plus(&self, other: &Self) -> Self {
        let mut sum = Vec::new();
        let mut carry = 0;
        let (mut left, mut right) = (self.0.bytes().rev(), other.0.bytes().rev());
        loop {
            let pair = (left.next(), right.next());
            if pair == (None, None) && carry == 0 {
                break;
            }
            let digit = |byte: Option<u8>| byte.map_or(0, |byte| byte.wrapping_sub(b'0'));
            let total = digit(pair.0) + digit(pair.1) + carry;
            sum.push(b'0' + total % 10);
            carry = total / 10;
        }
        Self(sum.iter().rev().map(|&byte| char::from(byte)).collect())
    }

    /// The number, held at the largest that fits.
    fn saturating(&self) -> u64 {
        if self.0.is_empty() {
            return 0;
        }
        self.0.parse().unwrap_or(u64::MAX)
    }
}

impl Ord for Count {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0
            .len()
            .cmp(&other.0.len())
            .then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Count {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A year other than 0, of any size.
#[derive(Clone, Debug)]
pub(crate) struct FarYear {
    negative: bool,
    /// How many digits it has.
    order: Count,
    /// The leading digits; those after are zeros …
    leading: String,
    /// … save that all from this many on are nines.
    nines_from: Option<Count>,
}

impl FarYear {
    /// The year as a number while its seconds fit `i64`.
    pub(crate) fn clock_year(&self) -> Option<i64> {
        let order = self.order.saturating();
        if order > CLOCK_YEAR_DIGITS {
            return None;
        }
        let nines_from = self.nines_from.as_ref().map_or(u64::MAX, Count::saturating);
        let mut leading = self.leading.bytes();
        let mut magnitude = 0_i64;
        for index in 0..order {
            let digit = match leading.next() {
                Some(byte) if index < nines_from => i64::from(byte.wrapping_sub(b'0')),
                _ if index < nines_from => 0,
                _ => 9,
            };
            magnitude = magnitude * 10 + digit;
        }
        let within = magnitude <= CLOCK_YEAR_LIMIT;
        within.then_some(if self.negative { -magnitude } else { magnitude })
    }

    pub(crate) const fn is_negative(&self) -> bool {
        self.negative
    }

    fn magnitude_cmp(&self, other: &Self) -> Ordering {
        self.order
            .cmp(&other.order)
            .then_with(|| self.leading_cmp(other))
            .then_with(|| match (&self.nines_from, &other.nines_from) {
                (None, None) => Ordering::Equal,
                (Some(_), None) => Ordering::Greater,
                (None, Some(_)) => Ordering::Less,
                // Nines that begin sooner make more.
                (Some(one), Some(other)) => other.cmp(one),
            })
    }

    fn leading_cmp(&self, other: &Self) -> Ordering {
        let length = self.leading.len().max(other.leading.len());
        let padded = |year: &Self| {
            let nines_from = year.nines_from.as_ref().map_or(u64::MAX, Count::saturating);
            let leading = year.leading.clone().into_bytes();
            (0_u64..)
                .take(length)
                .enumerate()
                .map(move |(index, place)| {
                    if place >= nines_from {
                        b'9'
                    } else {
                        leading.get(index).copied().unwrap_or(b'0')
                    }
                })
        };
        padded(self).cmp(padded(other))
    }
}

impl Ord for FarYear {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.magnitude_cmp(other),
            (true, true) => other.magnitude_cmp(self),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }
}

impl PartialOrd for FarYear {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for FarYear {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for FarYear {}

fn order(year: &LongYear) -> Count {
    let exponent = Count::from_digits(year.exponent.as_deref().unwrap_or(""));
    Count::from_number(year.digits.trim_start_matches('0').len()).plus(&exponent)
}

/// The significant digits of a year, if there are fewer than it has digits. A four-digit year
/// counts its leading zeros, as in `0950S2`: some year from 900 to 999.
fn significant(year: &LongYear) -> Option<Count> {
    let written = Count::from_digits(year.significant.as_deref()?);
    if year.letter {
        return (written < order(year)).then_some(written);
    }
    let zeros = year.digits.len() - year.digits.trim_start_matches('0').len();
    let kept = usize::try_from(written.saturating()).unwrap_or(usize::MAX);
    (kept < year.digits.len()).then(|| Count::from_number(kept.saturating_sub(zeros)))
}

/// How many digits at the right of a year are not known.
pub(crate) fn unknown_digits(year: &LongYear) -> u32 {
    let Some(known) = significant(year) else {
        return 0;
    };
    let unknown = order(year).saturating().saturating_sub(known.saturating());
    // Two counts too big for `u64` still differ.
    u32::try_from(unknown).unwrap_or(u32::MAX).max(1)
}

/// The first and the last year that are meant: the same, unless only some digits count.
pub(crate) fn first_and_last(year: &LongYear) -> (FarYear, FarYear) {
    let order = order(year);
    let digits = year.digits.trim_start_matches('0');
    let known = significant(year);
    let kept = known.as_ref().map_or(u64::MAX, Count::saturating);
    let kept = usize::try_from(kept)
        .unwrap_or(usize::MAX)
        .min(digits.len());
    let least = FarYear {
        negative: year.negative,
        order,
        leading: digits.get(..kept).unwrap_or(digits).to_owned(),
        nines_from: None,
    };
    let most = FarYear {
        nines_from: known,
        ..least.clone()
    };
    if year.negative {
        (most, least)
    } else {
        (least, most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(text: &str) -> (FarYear, FarYear) {
        let (text, significant) = match text.split_once('S') {
            Some((year, significant)) => (year, Some(significant)),
            None => (text, None),
        };
        let (text, exponent) = match text.split_once('E') {
            Some((year, exponent)) => (year, Some(exponent)),
            None => (text, None),
        };
        let digits = text.trim_start_matches(['Y', '-']);
        first_and_last(&LongYear {
            letter: text.starts_with('Y'),
            negative: text.contains('-'),
            digits: digits.into(),
            exponent: exponent.map(Into::into),
            significant: significant.map(Into::into),
        })
    }

    fn clock_years(text: &str) -> (Option<i64>, Option<i64>) {
        let (first, last) = years(text);
        (first.clock_year(), last.clock_year())
    }

    #[test]
    fn significant_digits_give_a_range() {
        let known = [
            ("1950S2", 1900, 1999),
            ("1859S5", 1859, 1859),
            ("-1859S2", -1899, -1800),
            ("0950S2", 900, 999),
            ("Y171010000S3", 171_000_000, 171_999_999),
            ("Y3388E2S3", 338_000, 338_999),
            ("Y-171010000S2", -179_999_999, -170_000_000),
            ("Y17E5S4", 1_700_000, 1_700_999),
            ("Y-17E7", -170_000_000, -170_000_000),
        ];
        for (text, first, last) in known {
            assert_eq!(clock_years(text), (Some(first), Some(last)), "{text}");
        }
    }

    #[test]
    fn years_beyond_the_clock_keep_their_order() {
        let ascending = [
            "Y-1E99999999999999999999999999",
            "Y-29E18446744073709551616",
            "Y-28E18446744073709551616",
            "Y-300000000001",
            "Y300000000001",
            "Y300000000002",
            "Y17101E20",
            "Y171011E19",
            "Y17102E20",
            "Y2E24",
            "Y1E18446744073709551615",
            "Y1E18446744073709551616",
        ];
        for pair in ascending.windows(2) {
            let [one, other] = pair else { unreachable!() };
            assert!(years(one).0 < years(other).0, "{one} < {other}");
            assert_eq!(years(one).0.clock_year(), None, "{one}");
        }
        assert!(years("Y17E30").0 == years("Y1700E28").0);
    }

    #[test]
    fn ranges_of_far_years_hold_what_they_mean() {
        let (first, last) = years("Y17101E30S3");
        let inside = years("Y17199999E27").0;
        assert!(first < inside && inside < last);
        assert!(years("Y17000E30").0 > years("Y16E33S2").1);
        assert!(last < years("Y172E32").0);
        // Two ranges with the same beginning: the one with fewer digits reaches further.
        assert!(years("Y17E99S2").1 > years("Y17E99S5").1);
        let (first, last) = years("Y-17101E30S3");
        assert!(first < years("Y-17150E30").0 && years("Y-17150E30").0 < last);
    }
}
