//! The list of keys, and what hands do on the canvas.

use egui::{Grid, ScrollArea, Ui};

use super::super::keys::Chord;
use super::super::look::Look;
use super::super::phrases::Phrase::Close;
use super::phrases::Phrase;
use crate::app::Command;
use crate::app::catalogue::{self, Menu, catalogue};
use crate::app::table::Asked;
use crate::date::Five;
use crate::theme::TextRole;

/// What the canvas does with keys and hands, which no menu lists.
#[rustfmt::skip]
const HANDS: [(Five, Five); 15] = [
    (Five::new("Drag", "ドラッグ", "拖动", "拖曳", "끌기"),
     Five::new("Move through time; let go in motion to throw", "時間を移動。動かしながら放すと滑る", "沿时间移动；移动中松开会继续滑行", "沿時間移動；移動中放開會繼續滑行", "시간을 따라 이동. 움직이면서 놓으면 미끄러짐")),
    (Five::new("Drag an event", "出来事をドラッグ", "拖动事件", "拖曳事件", "사건 끌기"),
     Five::new("Move it, or one end of it; Alt keeps it from snapping, Esc puts it back", "出来事またはその端を移動。Alt で吸着なし、Esc で元に戻す", "移动事件或它的一端；按住 Alt 可自由移动，按 Esc 放回", "移動事件或它的一端；按住 Alt 可自由移動，按 Esc 放回", "사건이나 그 한쪽 끝을 이동. Alt는 붙지 않게, Esc는 되돌리기")),
    (Five::new("Wheel", "ホイール", "滚轮", "滾輪", "휠"),
     Five::new("Zoom about the pointer", "ポインターを中心に拡大・縮小", "以指针为中心缩放", "以指標為中心縮放", "포인터를 중심으로 확대·축소")),
    (Five::new("Ctrl wheel", "Ctrl ホイール", "Ctrl 滚轮", "Ctrl 滾輪", "Ctrl 휠"),
     Five::new("Zoom finely", "細かく拡大・縮小", "精细缩放", "精細縮放", "조금씩 확대·축소")),
    (Five::new("Shift wheel", "Shift ホイール", "Shift 滚轮", "Shift 滾輪", "Shift 휠"),
     Five::new("Move through time", "時間を移動", "沿时间移动", "沿時間移動", "시간을 따라 이동")),
    (Five::new("Pinch", "ピンチ", "双指捏合", "雙指縮放", "두 손가락으로 벌리기"),
     Five::new("Zoom", "拡大・縮小", "缩放", "縮放", "확대·축소")),
    (Five::same("W  S"),
     Five::new("Zoom in and out while held", "押している間、拡大・縮小", "按住时放大、缩小", "按住時放大、縮小", "누르고 있는 동안 확대·축소")),
    (Five::same("A  D"),
     Five::new("Move earlier and later while held", "押している間、前後の時代へ移動", "按住时向前、向后移动", "按住時向前、向後移動", "누르고 있는 동안 앞뒤 시대로 이동")),
    (Five::same("Tab"),
     Five::new("Next event in view", "見えている次の出来事", "画面中的下一个事件", "畫面中的下一個事件", "화면에 보이는 다음 사건")),
    (Five::same("Enter"),
     Five::new("Select the event that has the focus", "フォーカスのある出来事を選ぶ", "选择焦点所在的事件", "選取焦點所在的事件", "초점이 있는 사건 선택")),
    (Five::new("Click a pill", "件数の印をクリック", "点击计数标记", "點選計數標記", "건수 표시 누르기"),
     Five::new("Zoom to the events it counts", "まとめられた出来事へ拡大", "放大到其中的事件", "放大到其中的事件", "그 안의 사건으로 확대")),
    (Five::new("Click a lane’s name", "レーン名をクリック", "点击泳道名称", "點選泳道名稱", "레인 이름 누르기"),
     Five::new("Fold or unfold the lane; drag to reorder", "折りたたむ・広げる。ドラッグで並べ替え", "折叠或展开泳道；拖动可调整顺序", "摺疊或展開泳道；拖曳可調整順序", "레인 접기·펼치기. 끌어서 순서 바꾸기")),
    (Five::same("Alt ↑  ↓"),
     Five::new("Move the lane that has the focus", "フォーカスのあるレーンを移動", "移动焦点所在的泳道", "移動焦點所在的泳道", "초점이 있는 레인 이동")),
    (Five::same("Delete"),
     Five::new("Hide the lane that has the focus", "フォーカスのあるレーンを隠す", "隐藏焦点所在的泳道", "隱藏焦點所在的泳道", "초점이 있는 레인 숨기기")),
    (Five::same("Esc"),
     Five::new("Close, clear the search, or select nothing", "閉じる、検索を消す、選択を解除する", "关闭、清除搜索或取消选择", "關閉、清除搜尋或取消選取", "닫기, 찾기 지우기, 선택 해제")),
];

/// What the table does with keys.
#[rustfmt::skip]
const TABLE: [(Five, Five); 7] = [
    (Five::same("↑ ↓ ← →"),
     Five::new("Another cell", "ほかのセルへ", "另一格", "另一格", "다른 칸으로")),
    (Five::same("Home  End"),
     Five::new("The row’s first and last cell; with Ctrl the table’s", "行の最初・最後のセル。Ctrl では表の", "行首、行尾；加 Ctrl 为表首、表尾", "列首、列尾；加 Ctrl 為表首、表尾", "줄의 처음과 끝 칸. Ctrl은 표의 처음과 끝")),
    (Five::same("Enter  F2"),
     Five::new("Change the cell", "セルを変更", "更改这一格", "變更這一格", "칸을 바꾸기")),
    (Five::same("Tab"),
     Five::new("Save the cell and go right", "セルを保存して右へ", "保存并向右", "保存並向右", "칸을 저장하고 오른쪽으로")),
    (Five::same("Alt ↑  ↓"),
     Five::new("Sort by the column, either way", "この列で並べ替え（昇順・降順）", "按此列排序（升序、降序）", "依此欄排序", "이 열로 정렬 (오름차순·내림차순)")),
    (Five::same("Shift ←  →"),
     Five::new("Narrower or wider column", "列の幅を狭く・広く", "缩小或放大列宽", "縮小或放大欄寬", "열 너비를 좁게·넓게")),
    (Five::same("Delete"),
     Five::new("Delete the row’s event", "行の出来事を削除", "删除该行的事件", "刪除該列的事件", "그 줄의 사건 삭제")),
];

/// All keys, by menu.
pub fn show(ui: &mut Ui, look: &Look, first: bool, send: &mut Vec<Command>) {
    let colors = look.colors();
    let language = look.language;
    let title = catalogue::words(&Command::Keys, language);
    ui.label(look.text(TextRole::EventTitle, colors.ink, title));
    ui.add_space(look.grid(2.0));
    let mac = ui.ctx().os() == egui::os::OperatingSystem::Mac;
    let room = (ui.ctx().content_rect().height() - 220.0).max(160.0);
    ScrollArea::vertical()
        .max_height(room)
        .min_scrolled_height(room)
        .show(ui, |ui| {
            super::scroll_by_keys(ui, look.sizes().control_height, room * 0.9);
            ui.columns(2, |columns| {
                if let [left, right] = columns {
                    for menu in [Menu::Go, Menu::Edit, Menu::Record, Menu::Help] {
                        group(left, look, menu, mac);
                    }
                    group(right, look, Menu::View, mac);
                    let in_table = Command::Table(Asked::Toggle);
                    heading(left, look, catalogue::words(&in_table, language));
                    let words = |(keys, words): &(Five, Five)| {
                        (keys.get(language).to_owned(), words.get(language))
                    };
                    table(left, look, "table", TABLE.iter().map(words));
                    heading(right, look, Phrase::Canvas.words(language));
                    table(
                        right,
                        look,
                        "canvas",
                        HANDS.iter().map(|(keys, words)| {
                            (keys.get(language).to_owned(), words.get(language))
                        }),
                    );
                }
            });
        });
    ui.add_space(look.grid(2.0));
    let close = look.button(ui, Close.words(language), false);
    if first {
        close.request_focus();
    }
    if close.clicked() {
        send.push(Command::Escape);
    }
}

fn group(ui: &mut Ui, look: &Look, menu: Menu, mac: bool) {
    let language = look.language;
    let name = menu.words().get(language);
    heading(ui, look, name);
    let or = format!("  {}  ", Phrase::Or.words(language));
    let rows = catalogue()
        .iter()
        .filter(|entry| entry.menu == menu)
        .filter(|entry| !entry.keys.is_empty())
        .map(|entry| {
            let chords = entry.keys.iter().filter_map(|keys| Chord::parse(keys));
            let words: Vec<String> = chords.map(|chord| chord.words(mac)).collect();
            (words.join(&or), entry.words.get(language))
        });
    table(ui, look, name, rows);
}

fn heading(ui: &mut Ui, look: &Look, words: &str) {
    ui.add_space(look.grid(2.0));
    ui.label(look.text(TextRole::Section, look.colors().muted, words.to_uppercase()));
}

fn table(ui: &mut Ui, look: &Look, name: &str, rows: impl Iterator<Item = (String, &'static str)>) {
    let colors = look.colors();
    Grid::new(("keys", name))
        .num_columns(2)
        .min_col_width(look.grid(28.0))
        .show(ui, |ui| {
            for (keys, words) in rows {
                ui.label(look.text(TextRole::Strong, colors.ink, keys));
                ui.label(look.text(TextRole::Body, colors.ink, words));
                ui.end_row();
            }
        });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hands_do_is_told_in_every_language() {
        for (_, words) in HANDS.iter().chain(&TABLE) {
            words.assert_spoken();
        }
    }
}
