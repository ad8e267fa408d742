//! Changing events.

use super::Menu::Edit;
use super::{Command as C, Entry};
use crate::app::command::{Clip, Editing as E, Form as F, Selecting};
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
        entry(C::Clip(Clip::Copy), &["Ctrl+C"],
            Five::new("Copy events", "出来事をコピー", "复制所选事件", "複製所選事件", "사건 복사"),
            Five::new("Copy the selected events as JSON, with their actors and sources", "選んだ出来事を主体・出典とともに JSON としてコピーする", "将所选事件连同主体和来源复制为 JSON", "將所選事件連同主體和來源複製為 JSON", "선택한 사건을 주체, 출처와 함께 JSON으로 복사")),
        entry(C::Clip(Clip::CopyRows), &[],
            Five::new("Copy events as table rows", "出来事を表の行としてコピー", "将事件复制为表格行", "將事件複製為表格列", "사건을 표의 행으로 복사"),
            Five::new("Copy the selected events as CSV, for a spreadsheet", "選んだ出来事を表計算用に CSV としてコピーする", "将所选事件复制为 CSV，用于电子表格", "將所選事件複製為表格用的 CSV", "선택한 사건을 표 계산용 CSV로 복사")),
        entry(C::Clip(Clip::AskToPaste), &["Ctrl+V"],
            Five::new("Paste events", "出来事を貼り付け", "粘贴事件", "貼上事件", "사건 붙여넣기"),
            Five::new("Add the events on the clipboard: JSON, or a table with column names", "コピーした出来事を追加する：JSON、または列名のある表", "添加已复制的事件：JSON 或带列名的表格", "新增已複製的事件：JSON 或帶欄名的表格", "복사한 사건을 추가: JSON 또는 열 이름이 있는 표")),
        entry(C::Selecting(Selecting::All), &["Ctrl+A"],
            Five::new("Select all", "すべて選択", "全选", "全選", "모두 선택"),
            Five::new("Select the events found, or all in view", "見つかった出来事、または表示中のすべてを選ぶ", "选择找到的事件，或当前显示的所有事件", "選取找到的事件，或目前顯示的所有事件", "찾은 사건 또는 보이는 사건을 모두 선택")),
        entry(C::Editing(E::ToggleBulk), &["Ctrl+E"],
            Five::new("Change selected events…", "選んだ出来事を変更…", "更改所选事件…", "變更所選事件…", "선택한 사건 변경…"),
            Five::new("Kind, status, tags and actors of all of them at once", "種類・状態・タグ・主体をまとめて変更する", "一次更改它们的类型、状态、标签和主体", "一次變更它們的類型、狀態、標籤和主體", "종류, 상태, 태그, 주체를 한꺼번에 변경")),
        entry(C::Editing(E::Unite), &[],
            Five::new("Merge two events", "二つの出来事を統合", "合并两个事件", "合併兩個事件", "두 사건 병합"),
            Five::new("Bring the second selected event into the first", "二つ目に選んだ出来事を一つ目に統合する", "将第二个所选事件合并到第一个", "將第二個所選事件合併到第一個", "둘째로 선택한 사건을 첫째에 병합")),
        entry(C::Editing(E::EditAnyway), &[],
            Five::new("Edit anyway", "それでも編集する", "仍要编辑", "仍要編輯", "그래도 편집"),
            Five::new("Let a record with errors be changed", "エラーのある記録を変更できるようにする", "使有错误的记录可以更改", "使有錯誤的記錄可以變更", "오류가 있는 기록을 바꿀 수 있게 하기")),
    ]
}
