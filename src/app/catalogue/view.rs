//! What is drawn and how large.

use super::Menu::View;
use super::{Command as C, Entry};
use crate::app::table::Asked;
use crate::date::Five;

/// The menu for viewing, without what offers one of several.
#[rustfmt::skip]
pub(super) fn entries() -> Vec<Entry> {
    let entry = |command, keys, words, tip| Entry { command, words, tip, keys, menu: View };
    vec![
        entry(C::Table(Asked::Toggle), &["G"][..],
            Five::new("Table of events", "出来事の表", "事件表格", "事件表格", "사건 표"),
            Five::new("All events in rows, to sort and to change; again for the timeline", "すべての出来事を行で表示し、並べ替え・変更する。もう一度で年表へ", "以行显示所有事件，可排序和更改；再按一次回到年表", "以列顯示所有事件，可排序和變更；再按一次回到年表", "모든 사건을 줄로 보고 정렬하고 바꾸기. 다시 누르면 연표로")),
        entry(C::TogglePanel, &["P"],
            Five::new("Side panel", "サイドパネル", "侧边栏", "側邊欄", "사이드 패널"),
            Five::new("Show or hide the words that were said", "発言と文言を表示する・隠す", "显示或隐藏当时的原话", "顯示或隱藏當時的原話", "발언과 문구를 보이거나 숨기기")),
        entry(C::ToggleTone, &["T"],
            crate::scene::TONE,
            Five::new("How warm or hostile each event was, under the lanes", "各出来事の友好・敵対の度合いをレーンの下に表示", "在泳道下方显示各事件的友好或敌对程度", "在泳道下方顯示各事件的友好或敵對程度", "사건마다 우호·적대의 정도를 레인 아래에 표시")),
        entry(C::ToggleBands, &["B"],
            Five::new("Office holders", "在任者", "在任者", "在任者", "재임자"),
            Five::new("Who was in office, as stripes under the axis", "誰が在任していたかを時間軸の下に帯で表示", "在时间轴下方以色带显示谁在任", "在時間軸下方以色帶顯示誰在任", "누가 재임했는지 시간축 아래에 띠로 표시")),
        entry(C::ToggleOverview, &["O"],
            Five::new("Overview", "全体図", "概览", "總覽", "개요"),
            Five::new("The whole record as a strip", "記録全体を細い帯で表示", "以细条显示整个记录", "以細條顯示整個記錄", "기록 전체를 띠로 표시")),
        entry(C::CycleCalendar, &["C"],
            Five::new("Second calendar", "第二の暦", "第二历法", "第二曆法", "둘째 역법"),
            Five::new("Step through Japanese eras, Minguo, lunisolar months and none", "元号・民国紀元・旧暦・なしを順に切り替え", "依次切换日本年号、民国纪年、农历和不显示", "依序切換日本年號、民國紀年、農曆和不顯示", "일본 연호, 민국 연도, 음력, 없음을 차례로 전환")),
        entry(C::ShowAllLanes, &[],
            Five::new("Show hidden lanes", "隠したレーンを表示", "显示隐藏的泳道", "顯示隱藏的泳道", "숨긴 레인 보기"),
            Five::new("Bring hidden lanes back", "隠したレーンをすべて元に戻す", "恢复所有隐藏的泳道", "恢復所有隱藏的泳道", "숨긴 레인을 모두 되돌리기")),
        entry(C::CycleTheme, &["Ctrl+T"],
            Five::new("Next theme", "次のテーマ", "下一个主题", "下一個主題", "다음 테마"),
            Five::new("Light, dark, projector, dark projector", "ライト、ダーク、プロジェクター、プロジェクター（暗）", "浅色、深色、投影、深色投影", "淺色、深色、投影、深色投影", "밝은 테마, 어두운 테마, 프로젝터, 어두운 프로젝터")),
        entry(C::CycleLanguage, &["L"],
            Five::new("Next language", "次の言語", "下一种语言", "下一種語言", "다음 언어"),
            Five::new("The program, titles, names and dates in the next of five languages", "画面・題名・名前・日付を五つの言語の次のもので表示", "以五种语言中的下一种显示界面、标题、名称和日期", "以五種語言中的下一種顯示介面、標題、名稱和日期", "화면, 제목, 이름, 날짜를 다섯 언어 중 다음 언어로 표시")),
        entry(C::ScaleUp, &["Ctrl+Plus", "Ctrl+Equals"],
            Five::new("Larger", "大きく", "放大文字", "放大文字", "크게"),
            Five::new("Larger text and marks", "文字と印を大きく表示", "放大文字和标记", "放大文字和標記", "글자와 표시를 크게")),
        entry(C::ScaleDown, &["Ctrl+Minus"],
            Five::new("Smaller", "小さく", "缩小文字", "縮小文字", "작게"),
            Five::new("Smaller text and marks", "文字と印を小さく表示", "缩小文字和标记", "縮小文字和標記", "글자와 표시를 작게")),
        entry(C::ScaleReset, &[],
            Five::new("Normal size", "標準の大きさ", "标准大小", "標準大小", "기본 크기"),
            Five::new("Text and marks at their own size", "文字と印を元の大きさで表示", "文字和标记恢复原来大小", "文字和標記恢復原來大小", "글자와 표시를 원래 크기로")),
    ]
}
