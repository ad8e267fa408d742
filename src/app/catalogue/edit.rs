//! Changing events.

use super::Menu::Edit;
use super::{Command as C, Entry};
use crate::app::command::{Editing as E, Form as F};
use crate::date::Five;

/// The menu.
#[rustfmt::skip]
pub(super) fn entries() -> Vec<Entry> {
    let entry = |command, keys, words, tip| Entry { command, words, tip, keys, menu: Edit };
    vec![
        entry(C::Editing(E::Undo), &["Ctrl+Z"][..],
            Five::new("Undo", "元に戻す", "撤销", "復原", "실행 취소"),
            Five::new("Take the last change back", "最後の変更を取り消す", "撤销上一次更改", "復原上一次變更", "마지막 변경을 되돌리기")),
        entry(C::Editing(E::Redo), &["Ctrl+Shift+Z", "Ctrl+Y"],
            Five::new("Redo", "やり直す", "重做", "重做", "다시 실행"),
            Five::new("Make the change again that was taken back", "取り消した変更をもう一度行う", "重新进行已撤销的更改", "重新進行已復原的變更", "되돌린 변경을 다시 하기")),
        entry(C::Editing(E::ToggleHistory), &["Ctrl+H"],
            Five::new("History…", "履歴…", "历史记录…", "歷史記錄…", "기록 이력…"),
            Five::new("Every change, to go to any point of them", "すべての変更。どの時点にも移れる", "所有更改，可回到任何一点", "所有變更，可回到任何一點", "모든 변경. 어느 시점으로나 이동")),
        entry(C::Form(F::New), &["N"],
            Five::new("New event", "新しい出来事", "新事件", "新事件", "새 사건"),
            Five::new("Fill in a form for a new event", "新しい出来事のフォームに記入する", "填写新事件的表单", "填寫新事件的表單", "새 사건의 양식을 채우기")),
        entry(C::Form(F::Edit), &["E"],
            Five::new("Edit event", "出来事を編集", "编辑事件", "編輯事件", "사건 편집"),
            Five::new("Change the selected event in a form", "選んだ出来事をフォームで変更する", "在表单中更改所选事件", "在表單中變更所選事件", "선택한 사건을 양식에서 바꾸기")),
        entry(C::Form(F::Save), &["Ctrl+Enter"],
            Five::new("Save the form", "フォームを保存", "保存表单", "保存表單", "양식 저장"),
            Five::new("Add or change the event as the form says", "フォームの内容で出来事を追加・変更する", "按表单内容添加或更改事件", "按表單內容新增或變更事件", "양식대로 사건을 추가하거나 변경하기")),
        entry(C::Editing(E::Duplicate), &["Ctrl+D"],
            Five::new("Duplicate event", "出来事を複製", "复制事件", "複製事件", "사건 복제"),
            Five::new("Add a second event like the selected one", "選んだ出来事と同じものをもう一つ追加する", "再添加一个与所选相同的事件", "新增一個與所選相同的事件", "선택한 사건과 같은 것을 하나 더 추가")),
        entry(C::Editing(E::Delete), &["Delete"],
            Five::new("Delete event", "出来事を削除", "删除事件", "刪除事件", "사건 삭제"),
            Five::new("Delete the selected event; Undo brings it back", "選んだ出来事を削除する（元に戻せます）", "删除所选事件（可撤销）", "刪除所選事件（可復原）", "선택한 사건을 삭제 (되돌릴 수 있음)")),
        entry(C::Editing(E::EditAnyway), &[],
            Five::new("Edit anyway", "それでも編集する", "仍要编辑", "仍要編輯", "그래도 편집"),
            Five::new("Let a record with errors be changed", "エラーのある記録を変更できるようにする", "使有错误的记录可以更改", "使有錯誤的記錄可以變更", "오류가 있는 기록을 바꿀 수 있게 하기")),
    ]
}
