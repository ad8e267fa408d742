//! Moving through time and from event to event.

use super::Menu::Go;
use super::{Command as C, Entry};
use crate::app::command::{Gesture, Way};
use crate::date::Five;

/// How far Page Down scrolls the lanes: some rows less than the lowest window shows.
const PAGE_POINTS: f32 = 240.0;

/// The menu for going.
#[rustfmt::skip]
pub(super) fn entries() -> Vec<Entry> {
    let entry = |command, keys, words, tip| Entry { command, words, tip, keys, menu: Go };
    vec![
        entry(C::FitAll, &["Home", "Ctrl+0"][..],
            Five::new("Whole record", "全体を表示", "显示全部", "顯示全部", "전체 보기"),
            Five::new("Show all events at once", "すべての出来事を一度に表示", "一次显示所有事件", "一次顯示所有事件", "모든 사건을 한 번에 보기")),
        entry(C::CentreSelection, &["F"],
            Five::new("Centre selection", "選択を中央に", "选中项居中", "選取項目置中", "선택 항목을 가운데로"),
            Five::new("Centre the selected event; press again to fit its span", "選んだ出来事を中央に。もう一度押すと期間に合わせる", "将所选事件居中；再按一次则按其时段缩放", "將所選事件置中；再按一次則依其期間縮放", "선택한 사건을 가운데로. 다시 누르면 기간에 맞춤")),
        entry(C::ZoomIn, &["Plus", "Equals"],
            Five::new("Zoom in", "拡大", "放大", "放大", "확대"),
            Five::new("See less time in more detail, about the pointer", "ポインターを中心に、短い期間を詳しく見る", "以指针为中心，查看较短时段的细节", "以指標為中心，檢視較短期間的細節", "포인터를 중심으로 짧은 기간을 자세히 보기")),
        entry(C::ZoomOut, &["Minus"],
            Five::new("Zoom out", "縮小", "缩小", "縮小", "축소"),
            Five::new("See more time, about the pointer", "ポインターを中心に、長い期間を見る", "以指针为中心，查看较长时段", "以指標為中心，檢視較長期間", "포인터를 중심으로 긴 기간 보기")),
        entry(C::GoToDate, &["Ctrl+G"],
            Five::new("Go to date…", "日付へ移動…", "转到日期…", "移至日期…", "날짜로 이동…"),
            Five::new("Fly to a date: 29 Sep 1972, 昭和47年9月29日, 1972", "日付へ移る：1972年9月29日、昭和47年9月29日、1972", "转到某个日期：1972年9月29日、1972年9月、1972", "移至某個日期：1972年9月29日、民國61年9月29日、1972", "날짜로 이동: 1972년 9월 29일, 1972년 9월, 1972")),
        entry(C::GoToToday, &[],
            Five::new("Go to today", "今日へ移動", "转到今天", "移至今天", "오늘로 이동"),
            Five::new("Show the present day", "今日の日付を表示", "显示今天", "顯示今天", "오늘 날짜 보기")),
        entry(C::Back, &["Alt+ArrowLeft"],
            Five::new("Back", "戻る", "后退", "返回", "뒤로"),
            Five::new("The place shown before this one", "直前に見ていた場所へ", "回到之前查看的位置", "回到先前檢視的位置", "조금 전에 보던 곳으로")),
        entry(C::Forward, &["Alt+ArrowRight"],
            Five::new("Forward", "進む", "前进", "前進", "앞으로"),
            Five::new("The place left with Back", "「戻る」で離れた場所へ", "回到用“后退”离开的位置", "回到用「返回」離開的位置", "‘뒤로’로 떠나온 곳으로")),
        entry(C::NextInLane, &["Period"],
            Five::new("Next event in lane", "レーンの次の出来事", "泳道中的下一个事件", "泳道中的下一個事件", "레인의 다음 사건"),
            Five::new("Select the event that follows in the same lane", "同じレーンの次の出来事を選ぶ", "选择同一泳道中的下一个事件", "選取同一泳道中的下一個事件", "같은 레인의 다음 사건 선택")),
        entry(C::PreviousInLane, &["Comma"],
            Five::new("Previous event in lane", "レーンの前の出来事", "泳道中的上一个事件", "泳道中的上一個事件", "레인의 이전 사건"),
            Five::new("Select the event before in the same lane", "同じレーンの前の出来事を選ぶ", "选择同一泳道中的上一个事件", "選取同一泳道中的上一個事件", "같은 레인의 이전 사건 선택")),
        entry(C::Hand(Gesture::Scroll(PAGE_POINTS)), &["PageDown"],
            Five::new("Lower lanes", "下のレーン", "下方的泳道", "下方的泳道", "아래 레인"),
            Five::new("Scroll the lanes down", "レーンを下へスクロール", "向下滚动泳道", "向下捲動泳道", "레인을 아래로 스크롤")),
        entry(C::Hand(Gesture::Scroll(-PAGE_POINTS)), &["PageUp"],
            Five::new("Upper lanes", "上のレーン", "上方的泳道", "上方的泳道", "위 레인"),
            Five::new("Scroll the lanes up", "レーンを上へスクロール", "向上滚动泳道", "向上捲動泳道", "레인을 위로 스크롤")),
        entry(C::ChangePane, &["F6"],
            Five::new("Other pane", "もう一方の面へ", "转到另一栏", "前往另一欄", "다른 칸으로"),
            Five::new("From the event to what was said, and back", "出来事から発言へ、またその逆へ", "从事件转到原话，或转回", "從事件前往原話，或返回", "사건에서 발언으로, 또는 그 반대로")),
        entry(C::Read(Way::On), &["Shift+PageDown"],
            Five::new("Read on", "続きを読む", "继续阅读", "繼續閱讀", "이어 읽기"),
            Five::new("Scroll the side panel down by a page", "サイドパネルを一画面ぶん下へ", "侧边栏向下滚动一页", "側邊欄向下捲動一頁", "사이드 패널을 한 쪽 아래로")),
        entry(C::Read(Way::Back), &["Shift+PageUp"],
            Five::new("Read back", "前に戻って読む", "往回阅读", "往回閱讀", "되돌아 읽기"),
            Five::new("Scroll the side panel up by a page", "サイドパネルを一画面ぶん上へ", "侧边栏向上滚动一页", "側邊欄向上捲動一頁", "사이드 패널을 한 쪽 위로")),
        entry(C::Find, &["Ctrl+F"],
            Five::new("Find…", "検索…", "搜索…", "搜尋…", "찾기…"),
            Five::new("Find words in titles, quotes, people, places and tags", "題名・引用・人物・場所・タグの言葉を検索", "在标题、引文、人物、地点和标签中搜索", "在標題、引文、人物、地點和標籤中搜尋", "제목, 인용, 인물, 장소, 태그에서 낱말 찾기")),
        entry(C::FindNext, &["F3"],
            Five::new("Find next", "次を検索", "下一个结果", "下一個結果", "다음 찾기"),
            Five::new("Fly to the next event found", "見つかった次の出来事へ移る", "转到找到的下一个事件", "移至找到的下一個事件", "찾은 다음 사건으로 이동")),
        entry(C::FindPrevious, &["Shift+F3"],
            Five::new("Find previous", "前を検索", "上一个结果", "上一個結果", "이전 찾기"),
            Five::new("Fly to the event found before", "見つかった前の出来事へ移る", "转到找到的上一个事件", "移至找到的上一個事件", "찾은 이전 사건으로 이동")),
        entry(C::ClearSelection, &[],
            Five::new("Clear selection", "選択を解除", "取消选择", "取消選取", "선택 해제"),
            Five::new("Select nothing", "何も選ばない", "不选择任何事件", "不選取任何事件", "아무것도 선택하지 않음")),
    ]
}
