//! How exactly a date is known, in words.

use crate::date::Five;
use crate::date::{Language, Precision};

/// The stretch to which a date is known: "a day", 1日, 하루.
///
/// ```
/// use nenpyo::date::{Language, Precision, precision_in_words};
/// assert_eq!(precision_in_words(Precision::Month, Language::En), "a month");
/// ```
pub const fn precision_in_words(precision: Precision, language: Language) -> &'static str {
    let words = match precision {
        Precision::Second => Five::new("a second", "1秒", "一秒", "一秒", "1초"),
        Precision::Minute => Five::new("a minute", "1分", "一分钟", "一分鐘", "1분"),
        Precision::Hour => Five::new("an hour", "1時間", "一小时", "一小時", "1시간"),
        Precision::Day => Five::new("a day", "1日", "一天", "一天", "하루"),
        Precision::Month => Five::new("a month", "1か月", "一个月", "一個月", "한 달"),
        Precision::Season => Five::new("three months", "3か月", "三个月", "三個月", "석 달"),
        Precision::Quadrimester => Five::new("four months", "4か月", "四个月", "四個月", "넉 달"),
        Precision::Semester => Five::new("half a year", "半年", "半年", "半年", "반년"),
        Precision::Year => Five::new("a year", "1年", "一年", "一年", "1년"),
        Precision::Decade => Five::new("a decade", "10年", "十年", "十年", "10년"),
        Precision::Century => Five::new("a century", "1世紀", "一个世纪", "一個世紀", "1세기"),
        Precision::Millennium => Five::new("a millennium", "千年", "一千年", "一千年", "천 년"),
        Precision::Ages => Five::new(
            "more than a millennium",
            "千年を超える期間",
            "一千年以上",
            "一千年以上",
            "천 년 이상",
        ),
    };
    words.get(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_precision_has_its_own_words_in_every_language() {
        for language in Language::ALL {
            let mut words = Precision::ALL.map(|precision| precision_in_words(precision, language));
            words.sort_unstable();
            assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{words:?}");
            assert!(words.iter().all(|text| !text.is_empty()));
        }
    }
}
