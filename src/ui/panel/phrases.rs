//! The panel's own words in the five languages.

use crate::date::{Five, Language, phrases};
use crate::record::{About, Status};

phrases! {
    /// A word or a few that stand alone.
    pub(super) enum Phrase {
        Said => Five::new("What was said", "発言と文言", "原话", "原話", "발언과 문구"),
        BothSides => Five::new("Both sides’ words", "双方の発表", "双方的说法", "雙方的說法", "양측의 발표"),
        BesideEachOther => Five::new("Beside each other", "並べて表示", "并排显示", "並排顯示", "나란히 보기"),
        Disputed => Five::new("Disputed", "争いあり", "有争议", "有爭議", "이견 있음"),
        AlsoSaid => Five::new("Also said", "そのほかの発言", "其他发言", "其他發言", "그 밖의 발언"),
        Connected => Five::new("Connected", "つながり", "关联", "關聯", "연결"),
        Sources => Five::new("Sources", "出典", "来源", "來源", "출처"),
        Tags => Five::new("Tags", "タグ", "标签", "標籤", "태그"),
        Notes => Five::new("Notes", "注記", "注记", "註記", "주"),
        Tone => crate::scene::TONE,
        OpenSource => Five::new("Open source", "出典を開く", "打开来源", "開啟來源", "출처 열기"),
        CopyQuote => Five::new("Copy with citation", "出典つきでコピー", "连同出处复制", "連同出處複製", "출처와 함께 복사"),
        UnsafeLink => Five::new("The address is no web or mail address, so it is not opened.", "ウェブやメールのアドレスではないため、開きません。", "该地址不是网页或邮件地址，因此不打开。", "該位址不是網頁或郵件位址，因此不開啟。", "웹이나 메일 주소가 아니어서 열지 않습니다."),
        NotInRecord => Five::new("not in this record", "この記録にはありません", "不在本记录中", "不在本記錄中", "이 기록에 없음"),
        Approximate => Five::new("The date is approximate", "おおよその日付", "日期为约数", "日期為約數", "대략적인 날짜"),
        Uncertain => Five::new("The date is uncertain", "日付は不確か", "日期不确定", "日期不確定", "불확실한 날짜"),
        NoonThere => Five::new("At noon of that day where it happened", "現地のその日の正午の時点", "以当地当日正午计", "以當地當日正午計", "현지 그날 정오 기준"),
        SeenAt => Five::new("Seen at", "閲覧先", "见于", "見於", "확인한 곳"),
        FewerLanguages => Five::new("Fewer languages", "言語を減らす", "收起其他语言", "收起其他語言", "다른 언어 접기"),
        SameDocument => Five::new("In the same document", "同じ文書", "同一文件", "同一文件", "같은 문서"),
        AllOfSummary => Five::new("Read on", "続きを読む", "继续阅读", "繼續閱讀", "더 읽기"),
        NoTranslation => Five::new("no English", "日本語訳なし", "无中文译文", "無中文譯文", "한국어 번역 없음"),
    }
}

/// What a quote bears on; nothing for what the word would not tell.
pub(super) const fn about(about: About, language: Language) -> Option<&'static str> {
    let words = match about {
        About::Date => Five::new("date", "日付", "日期", "日期", "날짜"),
        About::Place => Five::new("place", "場所", "地点", "地點", "장소"),
        About::Participants => Five::new("participants", "当事者", "当事方", "當事方", "당사자"),
        About::Wording => Five::new("wording", "文言", "措辞", "措辭", "문구"),
        About::Tone => Five::new("tone", "トーン", "基调", "基調", "논조"),
        About::Other => return None,
    };
    Some(words.get(language))
}

/// What a status other than confirmed means for the reader.
pub(super) const fn status(status: Status, language: Language) -> Option<&'static str> {
    let words = match status {
        Status::Confirmed => return None,
        Status::Reported => Five::new(
            "Reported: one side or one report says so",
            "未確認：一方または一報道のみによる",
            "未证实：仅一方或一家报道所言",
            "未證實：僅一方或一家報導所言",
            "미확인: 한쪽 또는 한 보도만의 주장",
        ),
        Status::Disputed => Five::new(
            "Disputed: sources contradict each other",
            "争いあり：史料が食い違う",
            "有争议：来源互相矛盾",
            "有爭議：來源互相矛盾",
            "이견 있음: 출처가 서로 다름",
        ),
        Status::Planned => Five::new(
            "Planned: announced, not yet happened",
            "予定：発表済みでまだ起きていない",
            "计划中：已宣布，尚未发生",
            "計劃中：已宣布，尚未發生",
            "예정: 발표되었으나 아직 일어나지 않음",
        ),
        Status::Cancelled => Five::new(
            "Cancelled: announced, did not happen",
            "中止：発表されたが起きなかった",
            "已取消：宣布过但未发生",
            "已取消：宣布過但未發生",
            "취소: 발표되었으나 일어나지 않음",
        ),
        Status::Draft => Five::new(
            "Draft: the author is not done with it",
            "下書き：作成中",
            "草稿：尚未完成",
            "草稿：尚未完成",
            "초안: 작성 중",
        ),
    };
    Some(words.get(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Field;
    use crate::record::Vocabulary as _;

    #[test]
    fn every_phrase_is_spoken_in_every_language() {
        for phrase in Phrase::ALL {
            phrase.five().assert_spoken();
        }
    }

    #[test]
    fn the_list_of_what_was_found_calls_the_parts_of_an_event_as_the_panel_does() {
        for language in Language::ALL {
            let notes = Phrase::Notes.words(language).to_lowercase();
            assert_eq!(Field::Notes.words(language), notes);
            let tags = Phrase::Tags.words(language).to_lowercase();
            assert!(tags.starts_with(Field::Tag.words(language)), "{tags}");
        }
    }

    #[test]
    fn only_a_confirmed_event_needs_no_word() {
        for &word in Status::ALL {
            assert_eq!(
                status(word, Language::Ko).is_none(),
                word == Status::Confirmed
            );
        }
    }
}
