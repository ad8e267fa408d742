//! The words of a merge in the five languages.

use crate::date::{Five, Language, phrases};

phrases! {
    /// A word or a few that stand alone.
    pub(super) enum Phrase {
        Heading => Five::new("Changed here and in the file", "ここでもファイルでも変更された箇所", "此处与文件中的不同更改", "此處與檔案中的不同變更", "여기와 파일에서 모두 바뀐 곳"),
        About => Five::new("Another program changed the file, and here are other changes of the same. Choose for each what is to stand in the file; until then nothing is overwritten.", "別のプログラムがファイルを変更しましたが、ここでも同じ箇所が変更されています。どちらを残すか選んでください。それまで何も上書きされません。", "其他程序更改了文件，此处对同一内容有不同的更改。请选择要保留的内容；在此之前不会覆盖任何内容。", "其他程式變更了檔案，此處對同一內容有不同的變更。請選擇要保留的內容；在此之前不會覆蓋任何內容。", "다른 프로그램이 파일을 바꾸었고 여기에서도 같은 곳을 바꾸었습니다. 각각 무엇을 남길지 선택하세요. 그때까지 아무것도 덮어쓰지 않습니다."),
        AllOfMine => Five::new("Keep all of mine", "すべて自分の変更にする", "全部保留您的更改", "全部保留您的變更", "모두 내 것으로"),
        AllOfTheirs => Five::new("Take all of theirs", "すべて相手の変更にする", "全部使用对方的更改", "全部使用對方的變更", "모두 상대 것으로"),
        Mine => Five::new("Mine", "自分", "您的更改", "您的變更", "내 것"),
        Theirs => Five::new("In the file", "ファイル", "文件中", "檔案中", "파일"),
        KeepMine => Five::new("Keep mine", "自分の変更にする", "保留您的更改", "保留您的變更", "내 것으로"),
        TakeTheirs => Five::new("Take theirs", "相手の変更にする", "使用对方的更改", "使用對方的變更", "상대 것으로"),
        Finish => Five::new("Finish the merge", "統合する", "完成合并", "完成合併", "병합 마치기"),
        Later => Five::new("Decide later", "あとで決める", "以后再定", "以後再定", "나중에 정하기"),
        Record => Five::new("The record", "この記録", "此记录", "此記錄", "이 기록"),
        Nothing => Five::new("Nothing", "なし", "无", "無", "없음"),
        Deleted => Five::new("Deleted", "削除", "已移除", "已移除", "삭제됨"),
        WholeEvent => Five::new("The whole event", "出来事の全体", "整个事件", "整個事件", "사건 전체"),
    }
}

/// A name, and what belongs to it.
pub(super) fn joined(name: &str, of: &str, language: Language) -> String {
    let colon = super::super::super::phrases::colon(language);
    format!("{name}{colon}{of}")
}

/// What a button is called for who does not see what it stands beside: "Keep mine: Lima summit, title".
pub(super) fn button(words: &str, subject: &str, field: &str, language: Language) -> String {
    let comma = match language {
        Language::En | Language::Ko => ", ",
        Language::Ja => "、",
        Language::ZhHans | Language::ZhHant => "，",
    };
    joined(words, &format!("{subject}{comma}{field}"), language)
}

/// "Before: Lima summit".
pub(super) fn before(value: &str, language: Language) -> String {
    const BEFORE: Five = Five::new("Before", "変更前", "更改前", "變更前", "이전");
    joined(BEFORE.get(language), value, language)
}

/// "1 of 3 decided".
pub(super) fn decided(decided: usize, all: usize, language: Language) -> String {
    match language {
        Language::En => format!("{decided} of {all} decided"),
        Language::Ja => format!("{all}件のうち{decided}件を選びました"),
        Language::ZhHans => format!("共{all}项，已选择{decided}项"),
        Language::ZhHant => format!("共{all}項，已選擇{decided}項"),
        Language::Ko => format!("{all}건 중 {decided}건 선택"),
    }
}

/// What a field of the record's format is called; none for one that this version does not know.
#[rustfmt::skip]
pub(super) fn field(name: &str, language: Language) -> Option<&'static str> {
    let words = match name {
        "title" => Five::new("Title", "題名", "标题", "標題", "제목"),
        "summary" => Five::new("Summary", "概要", "摘要", "摘要", "요약"),
        "date" => Five::new("Date", "日付", "日期", "日期", "날짜"),
        "time_zone" => Five::new("Time zone", "タイムゾーン", "时区", "時區", "시간대"),
        "kind" | "type" => Five::new("Kind", "種類", "类型", "類型", "종류"),
        "actors" | "actor" => Five::new("Actors", "主体", "主体", "主體", "주체"),
        "people" => Five::new("People", "人物", "人物", "人物", "인물"),
        "place" => Five::new("Place", "場所", "地点", "地點", "장소"),
        "country" => Five::new("Country", "国", "国家", "國家", "국가"),
        "tags" => Five::new("Tags", "タグ", "标签", "標籤", "태그"),
        "importance" => Five::new("Importance", "重要度", "重要程度", "重要程度", "중요도"),
        "tone" => crate::scene::TONE,
        "reason" => Five::new("Reason", "理由", "理由", "理由", "이유"),
        "quotes" => Five::new("Quotes", "引用", "引文", "引文", "인용"),
        "text" => Five::new("Text", "文言", "文字", "文字", "글"),
        "sources" | "source" => Five::new("Sources", "出典", "来源", "來源", "출처"),
        "relations" => Five::new("Connected", "つながり", "关联", "關聯", "연결"),
        "images" => Five::new("Pictures", "画像", "附件", "附件", "그림"),
        "status" => Five::new("Status", "状態", "状态", "狀態", "상태"),
        "notes" | "note" => Five::new("Notes", "注記", "注记", "註記", "주"),
        "name" => Five::new("Name", "名前", "名称", "名稱", "이름"),
        "bands" => Five::new("Office holders", "在任者", "在任者", "在任者", "재임자"),
        "stories" => Five::new("Stories", "物語", "故事", "故事", "이야기"),
        "language" => Five::new("Language", "言語", "语言", "語言", "언어"),
        _ => return None,
    };
    Some(words.get(language))
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
}
