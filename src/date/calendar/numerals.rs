//! Numbers up to 99 as Han numerals, as lunar months and days are written.

const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A number below 100 in Han numerals: 8 is 八, 22 is 二十二.
pub(in crate::date) fn kanji_number(number: u8) -> String {
    let (tens, ones) = (usize::from(number / 10 % 10), usize::from(number % 10));
    let mut text = String::with_capacity(9);
    if tens > 1 {
        text.push_str(DIGITS[tens]);
    }
    if tens > 0 {
        text.push('十');
    }
    if ones > 0 || tens == 0 {
        text.push_str(DIGITS[ones]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::kanji_number;

    #[test]
    fn tens_and_ones() {
        let written: Vec<String> = [0, 1, 8, 10, 11, 20, 22, 30, 99]
            .into_iter()
            .map(kanji_number)
            .collect();
        assert_eq!(
            written,
            [
                "〇",
                "一",
                "八",
                "十",
                "十一",
                "二十",
                "二十二",
                "三十",
                "九十九"
            ]
        );
    }
}
