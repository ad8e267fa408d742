//! One spelling for what keyboards write in many: full width, wave dashes, ligatures.

use unicode_normalization::UnicodeNormalization;

/// The text with full-width and compatibility characters as plain ones (NFKC), in small letters.
///
/// The full-width tilde, which Japanese keyboards give for 〜, becomes that dash; the tilde of
/// ASCII stays, for it means "about" in EDTF.
pub(super) fn normalised(text: &str) -> String {
    text.trim()
        .chars()
        .map(|c| if c == '\u{ff5e}' { '〜' } else { c })
        .nfkc()
        .flat_map(char::to_lowercase)
        .collect()
}

/// The text as EDTF would be written: capital letters, plain hyphens, no spaces around; `None` if
/// it holds anything that EDTF has not.
pub(super) fn as_edtf(normalised: &str) -> Option<String> {
    normalised
        .chars()
        .map(|c| match c {
            '0'..='9'
            | '-'
            | '/'
            | '.'
            | ','
            | '['
            | ']'
            | '{'
            | '}'
            | '?'
            | '~'
            | '%'
            | ':'
            | '+' => Some(c),
            'x' | 't' | 'z' | 'y' | 'e' | 's' => Some(c.to_ascii_uppercase()),
            '\u{2010}' | '\u{2011}' | '\u{2212}' => Some('-'),
            _ => None,
        })
        .collect()
}

/// A number written in Han numerals, by places (一九七二) or by tens (四十七, 二千二十四); `None` if
/// the numerals make no number.
pub(super) fn han_number(numerals: &str) -> Option<HanNumber> {
    let mut by_places: Option<i64> = Some(0);
    // By tens: what is complete, and the digit that waits for its power.
    let (mut sum, mut waiting): (i64, Option<i64>) = (0, None);
    let mut last_power = i64::MAX;
    let mut has_power = false;
    let mut count = 0_u32;
    for numeral in numerals.chars() {
        count += 1;
        match value(numeral)? {
            Numeral::Digit(digit) => {
                by_places = by_places.and_then(|n| n.checked_mul(10)?.checked_add(digit));
                if has_power && waiting.is_some_and(|waiting| waiting != 0) {
                    return None;
                }
                waiting = Some(digit);
            }
            Numeral::Power(power) => {
                if power >= last_power {
                    return None;
                }
                if !has_power && count > 2 {
                    return None;
                }
                sum = sum.checked_add(waiting.take().unwrap_or(1).checked_mul(power)?)?;
                (last_power, has_power) = (power, true);
            }
            Numeral::Tens(tens) => {
                if waiting.is_some() || last_power <= 10 {
                    return None;
                }
                sum = sum.checked_add(tens)?;
                (last_power, has_power) = (10, true);
            }
        }
    }
    if has_power {
        let value = sum.checked_add(waiting.unwrap_or(0))?;
        let digits = value.checked_ilog10().unwrap_or(0) + 1;
        return Some(HanNumber { value, digits });
    }
    (count > 0).then_some(HanNumber {
        value: by_places?,
        digits: count,
    })
}

/// What [`han_number`] read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HanNumber {
    pub value: i64,
    /// How many digits it has in Arabic numerals as written.
    pub digits: u32,
}

enum Numeral {
    Digit(i64),
    Power(i64),
    /// 廿 and 卅, which are numbers of their own.
    Tens(i64),
}

fn value(numeral: char) -> Option<Numeral> {
    const DIGITS: &str = "〇一二三四五六七八九";
    Some(match numeral {
        '零' => Numeral::Digit(0),
        '十' => Numeral::Power(10),
        '百' => Numeral::Power(100),
        '千' => Numeral::Power(1000),
        '廿' => Numeral::Tens(20),
        '卅' => Numeral::Tens(30),
        _ => Numeral::Digit(
            DIGITS
                .chars()
                .position(|digit| digit == numeral)
                .and_then(|digit| i64::try_from(digit).ok())?,
        ),
    })
}

/// Whether the character is a Han numeral.
pub(super) fn is_han_numeral(c: char) -> bool {
    value(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_numerals_by_places_and_by_tens() {
        let known = [
            ("四十七", 47, 2),
            ("十", 10, 2),
            ("二十九", 29, 2),
            ("廿二", 22, 2),
            ("一九七二", 1972, 4),
            ("二〇二四", 2024, 4),
            ("二千二十四", 2024, 4),
            ("千九百七十二", 1972, 4),
            ("百二", 102, 3),
            ("九", 9, 1),
            ("〇八", 8, 2),
        ];
        for (numerals, value, digits) in known {
            assert_eq!(
                han_number(numerals),
                Some(HanNumber { value, digits }),
                "{numerals}"
            );
        }
        for numerals in ["", "十百", "十十", "一二十", "廿卅", "十二三", "年"] {
            assert_eq!(han_number(numerals), None, "{numerals}");
        }
        assert_eq!(han_number(&"九".repeat(40)), None);
    }

    #[test]
    fn keyboards_are_made_one() {
        assert_eq!(normalised(" １９７２年９月～Sept. "), "1972年9月〜sept.");
        assert_eq!(normalised("㍼47年"), "昭和47年");
        assert_eq!(normalised("㋿6年"), "令和6年");
        assert_eq!(as_edtf("1972\u{2010}09"), Some("1972-09".to_owned()));
        assert_eq!(as_edtf("197x~"), Some("197X~".to_owned()));
        assert_eq!(as_edtf("1972 to 1978"), None);
    }
}
