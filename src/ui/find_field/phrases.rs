//! The words of the find field and its list, in the five languages.

use crate::date::{Five, Language, korean_to, phrases};

phrases! {
    /// A word or a few that stand alone.
    pub(super) enum Phrase {
        Find => Five::new("Find", "検索", "搜索", "搜尋", "찾기"),
        FindInMuch => Five::new("Find in titles and quotes", "題名と引用を検索", "搜索标题和引文", "搜尋標題和引文", "제목과 인용에서 찾기"),
        FindInAll => Five::new("Find in titles, quotes, people, places, tags", "題名・引用・人物・場所・タグを検索", "搜索标题、引文、人物、地点、标签", "搜尋標題、引文、人物、地點、標籤", "제목, 인용, 인물, 장소, 태그에서 찾기"),
        Empty => Five::new("Empty the find field", "検索欄を空にする", "清空搜索框", "清空搜尋框", "찾기 칸 비우기"),
        NoneFound => Five::new("None found", "見つかりません", "未找到", "找不到", "찾지 못함"),
        EventsFound => Five::new("Events found", "見つかった出来事", "找到的事件", "找到的事件", "찾은 사건"),
        Searching => Five::new("Searching", "検索中", "正在搜索", "正在搜尋", "찾는 중"),
        NoEventHolds => Five::new("No event holds these words", "この言葉を含む出来事はありません", "没有事件包含这些词语", "沒有事件包含這些詞語", "이 낱말이 있는 사건이 없습니다"),
    }
}

impl Phrase {
    /// The field's hint, from the longest: the first that fits is shown.
    pub(super) const HINTS: [Self; 3] = [Self::FindInAll, Self::FindInMuch, Self::Find];
}

/// "12 found".
pub(super) fn found(count: usize, language: Language) -> String {
    match language {
        Language::En => format!("{count} found"),
        Language::Ja => format!("{count}件"),
        Language::ZhHans => format!("找到{count}项"),
        Language::ZhHant => format!("找到{count}項"),
        Language::Ko => format!("{count}건 찾음"),
    }
}

/// "3 of 12".
pub(super) fn place_among(number: usize, count: usize, language: Language) -> String {
    match language {
        Language::En => format!("{number} of {count}"),
        Language::Ja => format!("{count}件中{number}件目"),
        Language::ZhHans => format!("第{number}项，共{count}项"),
        Language::ZhHant => format!("第{number}項，共{count}項"),
        Language::Ko => format!("{count}건 중 {number}번째"),
    }
}

/// "Go to 29 September 1972".
pub(super) fn go_to(date: &str, language: Language) -> String {
    match language {
        Language::En => format!("Go to {date}"),
        Language::Ja => format!("{date}へ移動"),
        Language::ZhHans => format!("转到{date}"),
        Language::ZhHant => format!("移至{date}"),
        Language::Ko => format!("{date}{} 이동", korean_to(date)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_spoken_in_every_language() {
        for phrase in Phrase::ALL {
            phrase.five().assert_spoken();
        }
    }

    #[test]
    fn hints_grow_shorter() {
        for language in Language::ALL {
            let lengths = Phrase::HINTS.map(|hint| hint.words(language).chars().count());
            assert!(lengths[0] > lengths[1] && lengths[1] > lengths[2]);
        }
    }

    #[test]
    fn counts_are_told_in_every_language() {
        for language in Language::ALL {
            assert!(found(12, language).contains("12"));
            let place = place_among(3, 12, language);
            assert!(place.contains('3') && place.contains("12"), "{place}");
        }
        assert_eq!(go_to("1972年9月29日", Language::Ja), "1972年9月29日へ移動");
        assert_eq!(go_to("1972년", Language::Ko), "1972년으로 이동");
        assert_eq!(
            go_to("1972년 9월 29일", Language::Ko),
            "1972년 9월 29일로 이동"
        );
    }
}
