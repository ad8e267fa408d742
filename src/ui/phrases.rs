//! The words of the bars, the menus and the cards around the canvas, in the five languages. What
//! commands are called stands in [`crate::app::catalogue`].

use crate::date::{Five, Language, phrases};
use crate::index::Grouping;

phrases! {
    /// A word or a few that stand alone.
    pub(super) enum Phrase {
        Close => Five::new("Close", "閉じる", "关闭", "關閉", "닫기"),
        Cancel => Five::new("Cancel", "キャンセル", "取消", "取消", "취소"),
        Keep => Five::new("Keep what is open", "今の内容のまま使う", "保留当前内容", "保留目前內容", "지금 내용 유지"),
        FileChanged => Five::new("Another program changed the open file", "開いているファイルが別のプログラムで変更されました", "打开的文件已被其他程序更改", "開啟的檔案已被其他程式變更", "열려 있는 파일이 다른 프로그램에서 바뀌었습니다"),
        FileGone => Five::new("The open file was moved or deleted", "開いているファイルが移動または削除されました", "打开的文件已不在原处", "開啟的檔案已不在原處", "열려 있는 파일이 옮겨졌거나 삭제되었습니다"),
        OpenARecord => Five::new("Open a record", "記録を開く", "打开记录", "開啟記錄", "기록 열기"),
        SaveARecord => Five::new("Save the record as", "記録の保存先", "记录另存为", "記錄另存為", "기록을 다른 이름으로 저장"),
        Pictures => Five::new("Pictures", "画像", "图片", "影像", "그림"),
        AddAPicture => Five::new("Add a picture", "画像を追加", "添加图片", "新增影像", "그림 추가"),
        Record => Five::new("Record", "記録", "记录", "記錄", "기록"),
        KeysHint => Five::new("? keys", "? キー操作", "? 快捷键", "? 快速鍵", "? 단축키"),
        Fit => Five::new("Fit", "全体", "全部", "全部", "전체"),
        Lanes => Five::new("Lanes", "レーン", "泳道", "泳道", "레인"),
        Theme => Five::new("Theme", "テーマ", "主题", "主題", "테마"),
        Language => Five::new("Language", "言語", "语言", "語言", "언어"),
        TimeZone => Five::new("Time zone", "タイムゾーン", "时区", "時區", "시간대"),
        Calendar => Five::new("Calendar", "暦", "历法", "曆法", "역법"),
        OfficeHolders => Five::new("Office holders", "在任者", "在任者", "在任者", "재임자"),
        OfficeHoldersShown => Five::new("Office holders shown", "表示する在任者", "显示的在任者", "顯示的在任者", "표시할 재임자"),
        OpenedBefore => Five::new("Opened before", "最近開いた記録", "最近打开的记录", "最近開啟的記錄", "최근에 연 기록"),
        NotSaved => Five::new("Not saved", "未保存", "未保存", "未保存", "저장 안 됨"),
        Open => Five::new("Open", "開く", "打开", "開啟", "열기"),
        FoldLane => Five::new("Fold or unfold lane", "レーンを折りたたむ・広げる", "折叠或展开泳道", "摺疊或展開泳道", "레인 접기·펼치기"),
        HideLane => Five::new("Hide lane", "レーンを隠す", "隐藏泳道", "隱藏泳道", "레인 숨기기"),
        JapaneseEras => Five::new("Japanese eras", "日本の元号", "日本年号", "日本年號", "일본 연호"),
        MinguoYears => Five::new("Minguo years", "民国紀元", "民国纪年", "民國紀年", "민국 연도"),
        ChineseMonths => Five::new("Chinese lunisolar months", "中国の旧暦", "中国农历", "中國農曆", "중국 음력"),
        KoreanMonths => Five::new("Korean lunisolar months", "韓国の旧暦", "韩国农历", "韓國農曆", "한국 음력"),
        NoCalendar => Five::new("No second calendar", "第二の暦なし", "不显示第二历法", "不顯示第二曆法", "둘째 역법 없음"),
        LanguageTip => Five::new("Language of the program, titles, names and dates", "画面・題名・名前・日付の言語", "界面、标题、名称和日期的语言", "介面、標題、名稱和日期的語言", "화면, 제목, 이름, 날짜의 언어"),
        CalendarTip => Five::new("Second row of the time axis", "時間軸の二段目", "时间轴的第二行", "時間軸的第二列", "시간축의 둘째 줄"),
        ResizePanel => Five::new("Resize panel", "パネルの幅を変える", "调整面板宽度", "調整面板寬度", "패널 너비 바꾸기"),
        ScrollLanes => Five::new("Scroll the lanes", "レーンをスクロール", "滚动泳道", "捲動泳道", "레인 스크롤"),
        OfficeHoldersTip => Five::new("Show or hide these office holders", "この在任者を表示する・隠す", "显示或隐藏这些在任者", "顯示或隱藏這些在任者", "이 재임자들을 보이거나 숨기기"),
    }
}

/// What stands between a name and what it names.
pub(super) const fn colon(language: Language) -> &'static str {
    match language {
        Language::En | Language::Ko => ": ",
        Language::Ja | Language::ZhHans | Language::ZhHant => "：",
    }
}

/// "Lanes: pair".
pub(super) fn lanes_by(grouping: Grouping, language: Language) -> String {
    let of = match grouping {
        Grouping::Pair => Five::new("pair", "二国間", "双边", "雙邊", "양자"),
        Grouping::Actor => Five::new("actor", "主体", "主体", "主體", "주체"),
        Grouping::Kind => Five::new("kind", "種類", "类型", "類型", "종류"),
        Grouping::Country => Five::new("country", "国", "国家", "國家", "국가"),
        Grouping::Tag => Five::new("tag", "タグ", "标签", "標籤", "태그"),
        Grouping::None => Five::new("one", "なし", "不分", "不分", "하나"),
    };
    let lanes = Phrase::Lanes.words(language);
    format!("{lanes}{}{}", colon(language), of.get(language))
}

/// "Size: 110 %".
pub(super) fn size(scale: f32, language: Language) -> String {
    let size = Five::new("Size", "表示の大きさ", "显示大小", "顯示大小", "표시 크기");
    let percent = scale * 100.0;
    format!("{}{}{percent:.0} %", size.get(language), colon(language))
}

/// "Opening east-asia.json".
pub(super) fn opening(name: &str, language: Language) -> String {
    match language {
        Language::En => format!("Opening {name}"),
        Language::Ja => format!("{name} を開いています"),
        Language::ZhHans => format!("正在打开 {name}"),
        Language::ZhHant => format!("正在開啟 {name}"),
        Language::Ko => format!("{name} 여는 중"),
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
    fn the_lanes_are_named_apart_in_every_language() {
        for language in Language::ALL {
            let mut named = Grouping::ALL.map(|grouping| lanes_by(grouping, language));
            named.sort_unstable();
            assert!(named.windows(2).all(|pair| pair[0] != pair[1]), "{named:?}");
        }
        assert_eq!(lanes_by(Grouping::Pair, Language::En), "Lanes: pair");
        assert_eq!(size(1.1, Language::Ja), "表示の大きさ：110 %");
    }
}
