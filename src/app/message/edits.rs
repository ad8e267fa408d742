//! What is said of edits and of how they are kept.

use std::path::Path;

use crate::date::{Five, Language};
use crate::record::ReadOnlyReason;

pub(super) const NOT_EDITED: Five = Five::new(
    "Nothing was changed: ",
    "何も変更されませんでした：",
    "未作任何更改：",
    "未作任何變更：",
    "아무것도 바뀌지 않았습니다: ",
);
pub(super) const HAS_ERRORS: Five = Five::new(
    "This record has errors and is open for reading only; if you edit it, what could not be read stays in the file as it is",
    "この記録にはエラーがあり、読み取り専用で開いています。編集しても、読めなかったものはファイルにそのまま残ります",
    "此记录有错误，以只读方式打开；编辑时，无法读取的内容会在文件中保持不变",
    "此記錄有錯誤，以唯讀方式開啟；編輯時，無法讀取的內容會在檔案中保持不變",
    "이 기록에는 오류가 있어 읽기 전용으로 열었습니다. 편집해도 읽지 못한 것은 파일에 그대로 남습니다",
);
pub(super) const NOT_KEPT: Five = Five::new(
    "Your last changes are not on the disk yet: ",
    "最後の変更はまだディスクに書かれていません：",
    "最近的更改还没有写入磁盘：",
    "最近的變更還沒有寫入磁碟：",
    "마지막 변경이 아직 디스크에 기록되지 않았습니다: ",
);
pub(super) const NOT_SAVED: Five = Five::new(
    "The record was not saved, and your changes are kept: ",
    "記録は保存できませんでした。変更は残っています：",
    "记录未能保存，您的更改仍然保留：",
    "記錄未能保存，您的變更仍然保留：",
    "기록을 저장하지 못했지만 변경은 남아 있습니다: ",
);
pub(super) const MERGE_PUT_OFF: Five = Five::new(
    "Another program changed what you changed; the file stays as it is until you choose, and your changes are kept",
    "変更した箇所が別のプログラムでも変更されています。選ぶまでファイルはそのままで、変更は残っています",
    "您更改的内容已被其他程序更改；在您选择之前文件保持不变，您的更改仍然保留",
    "您變更的內容已被其他程式變更；在您選擇之前檔案保持不變，您的變更仍然保留",
    "바꾼 곳을 다른 프로그램도 바꾸었습니다. 선택할 때까지 파일은 그대로이고 변경은 남아 있습니다",
);
pub(super) const SAVE_FIRST: Five = Five::new(
    "Your changes are not in the file yet; save them under another name first",
    "変更がまだファイルに保存されていません。先に別の名前で保存してください",
    "您的更改还没有保存到文件；请先另存为其他名称",
    "您的變更還沒有保存到檔案；請先另存為其他名稱",
    "변경이 아직 파일에 저장되지 않았습니다. 먼저 다른 이름으로 저장하세요",
);
pub(super) const NO_VERSIONS: Five = Five::new(
    "No earlier version of this record is kept yet",
    "この記録の以前の版はまだありません",
    "还没有保存此记录的早期版本",
    "還沒有保存此記錄的早期版本",
    "이 기록의 이전 판이 아직 없습니다",
);
pub(super) const ALL_SAVED: Five = Five::new(
    "Everything is saved",
    "すべて保存されています",
    "全部已保存",
    "全部已保存",
    "모두 저장되었습니다",
);
pub(super) const NOTHING_TO_UNDO: Five = Five::new(
    "There is nothing to undo",
    "元に戻す操作はありません",
    "没有可以撤销的操作",
    "沒有可以復原的操作",
    "실행 취소할 것이 없습니다",
);
pub(super) const NOTHING_TO_REDO: Five = Five::new(
    "There is nothing to redo",
    "やり直す操作はありません",
    "没有可以重做的操作",
    "沒有可以重做的操作",
    "다시 실행할 것이 없습니다",
);
pub(super) const EVENT_ADDED: Five = Five::new(
    "Added: ",
    "追加しました：",
    "已添加：",
    "已新增：",
    "추가함: ",
);
pub(super) const NOTHING_CHANGED: Five = Five::new(
    "Nothing was changed",
    "変更はありません",
    "没有更改",
    "沒有變更",
    "바뀐 것이 없습니다",
);
pub(super) const FORM_DISCARDED: Five = Five::new(
    "What was filled in is discarded",
    "入力した内容を破棄しました",
    "已放弃填写的内容",
    "已放棄填寫的內容",
    "입력한 내용을 버렸습니다",
);
pub(super) const EDITED_ELSEWHERE: Five = Five::new(
    "Another window edits this record: here it is open for reading, and can be edited when that window is closed",
    "この記録は別のウィンドウで編集中です。ここでは読み取り専用で、そのウィンドウを閉じると編集できます",
    "此记录正在另一窗口中编辑；这里只能读取，关闭那个窗口后即可编辑",
    "此記錄正在另一視窗中編輯；在此只能讀取，關閉那個視窗後即可編輯",
    "이 기록은 다른 창에서 편집 중입니다. 여기서는 읽기 전용이며, 그 창을 닫으면 편집할 수 있습니다",
);
/// Why the record may only be read, and what the reader may do.
pub(super) fn read_only(reason: ReadOnlyReason) -> Five {
    match reason {
        ReadOnlyReason::EditedElsewhere => EDITED_ELSEWHERE,
        _ => Five::new(
            "This record is open for reading only; save it under another name to change it",
            "この記録は読み取り専用です。変更するには、別の名前で保存してください",
            "此记录只能读取；要更改，请另存为其他名称",
            "此記錄只能讀取；要變更，請另存為其他名稱",
            "이 기록은 읽기 전용입니다. 바꾸려면 다른 이름으로 저장하세요",
        ),
    }
}
pub(super) const UNDONE: Five = Five::new(
    "Undone: ",
    "元に戻しました：",
    "已撤销：",
    "已復原：",
    "되돌림: ",
);
pub(super) const REDONE: Five = Five::new(
    "Done again: ",
    "やり直しました：",
    "已重做：",
    "已重做：",
    "다시 실행: ",
);
pub(super) const FORM_AGAIN: Five = Five::new(
    "This form was half filled in before; Discard empties it",
    "前に途中まで記入したフォームです。「破棄」で空になります",
    "这是先前填到一半的表单；可用“放弃”清空",
    "這是先前填到一半的表單；可用「放棄」清空",
    "전에 쓰다 만 양식입니다. ‘버리기’로 비울 수 있습니다",
);

/// "Saved as /home/a.json".
pub(super) fn saved_as(path: &Path, language: Language) -> String {
    let path = path.display();
    match language {
        Language::En => format!("Saved as {path}"),
        Language::Ja => format!("{path} に保存しました"),
        Language::ZhHans => format!("已另存为 {path}"),
        Language::ZhHant => format!("已另存為 {path}"),
        Language::Ko => format!("{path} 파일로 저장했습니다"),
    }
}

/// "/home/a.json is there already…".
pub(super) fn stands_there(path: &Path, language: Language) -> String {
    let path = path.display();
    match language {
        Language::En => format!("{path} is there already; nothing was saved. Replace it?"),
        Language::Ja => format!("{path} はすでにあります。まだ保存していません。置き換えますか？"),
        Language::ZhHans => format!("{path} 已经存在，尚未保存。要替换它吗？"),
        Language::ZhHant => format!("{path} 已經存在，尚未保存。要取代它嗎？"),
        Language::Ko => {
            format!("{path} 파일이 이미 있어 저장하지 않았습니다. 바꿀까요?")
        }
    }
}

/// "/home/a.json is edited in another window…".
pub(super) fn edited_there(path: &Path, language: Language) -> String {
    let path = path.display();
    match language {
        Language::En => format!(
            "{path} is being edited in another window; close it there, or save under another name"
        ),
        Language::Ja => format!(
            "{path} は別のウィンドウで編集中です。そこで閉じるか、別の名前で保存してください"
        ),
        Language::ZhHans => format!("{path} 正在另一窗口中编辑；请在那里关闭，或另存为其他名称"),
        Language::ZhHant => format!("{path} 正在另一視窗中編輯；請在那裡關閉，或另存為其他名稱"),
        Language::Ko => format!(
            "{path} 파일은 다른 창에서 편집 중입니다. 그 창을 닫거나 다른 이름으로 저장하세요"
        ),
    }
}
/// "/net/a.json is still being saved…".
pub(super) fn slow_to_save(path: &Path, language: Language) -> String {
    let path = path.display();
    match language {
        Language::En => format!(
            "{path} is still being saved: its disk or network is slow. Your changes are kept; you may go on, or save under another name"
        ),
        Language::Ja => format!(
            "{path} をまだ保存しています（ディスクかネットワークが遅いようです）。変更は残っています。このまま続けるか、別の名前で保存してください"
        ),
        Language::ZhHans => {
            format!("仍在保存 {path}：磁盘或网络较慢。您的更改仍然保留；可以继续，或另存为其他名称")
        }
        Language::ZhHant => {
            format!("仍在保存 {path}：磁碟或網路較慢。您的變更仍然保留；可以繼續，或另存為其他名稱")
        }
        Language::Ko => format!(
            "{path} 파일을 아직 저장하고 있습니다. 디스크나 네트워크가 느립니다. 변경은 남아 있으니 계속하거나 다른 이름으로 저장하세요"
        ),
    }
}
pub(super) const FREE_AGAIN: Five = Five::new(
    "The other window is closed: the record can be edited here now",
    "別のウィンドウが閉じたので、ここで記録を編集できます",
    "另一窗口已关闭：现在可以在这里编辑记录",
    "另一視窗已關閉：現在可以在這裡編輯記錄",
    "다른 창이 닫혔습니다. 이제 여기서 기록을 편집할 수 있습니다",
);
pub(super) const CANNOT_RELATE: Five = Five::new(
    "Choose another event: this one cannot be related to",
    "別の出来事を選んでください。これには関連付けられません",
    "请选择其他事件：无法与此事件关联",
    "請選擇其他事件：無法與此事件關聯",
    "다른 사건을 고르세요. 이것과는 관련지을 수 없습니다",
);

/// "A form is not finished yet: Lima summit".
pub(super) fn form_kept(title: &str, language: Language) -> String {
    const WORDS: Five = Five::new(
        "A form is half filled in and was kept",
        "入力途中のフォームが残っています",
        "保留了一份未填完的表单",
        "保留了一份未填完的表單",
        "작성하다 만 양식이 남아 있습니다",
    );
    let words = WORDS.get(language);
    if title.is_empty() {
        return words.to_owned();
    }
    match language {
        Language::En | Language::Ko => format!("{words}: {title}"),
        Language::Ja | Language::ZhHans | Language::ZhHant => format!("{words}：{title}"),
    }
}

/// "You edit a copy of the bundled record: /home/a/.local/share/nenpyo/east-asia.json".
pub(super) fn copy_made(path: &Path, language: Language) -> String {
    const WORDS: Five = Five::new(
        "You edit a copy of the bundled record, which stands here: ",
        "付属の記録の写しを編集しています。場所：",
        "您正在编辑自带记录的副本，位置：",
        "您正在編輯內建記錄的副本，位置：",
        "기본 제공 기록의 사본을 편집하고 있습니다. 위치: ",
    );
    format!("{}{}", WORDS.get(language), path.display())
}

/// "Deleted: Lima summit".
pub(super) fn deleted(title: &str, language: Language) -> String {
    const WORDS: Five = Five::new(
        "Deleted: ",
        "削除しました：",
        "已移除：",
        "已移除：",
        "삭제함: ",
    );
    format!("{}{title}", WORDS.get(language))
}

/// "Merged with the changes of another program: 3 events".
pub(super) fn merged(events: usize, language: Language) -> String {
    const WORDS: Five = Five::new(
        "Merged with the changes of another program",
        "別のプログラムの変更と統合しました",
        "已与其他程序的更改合并",
        "已與其他程式的變更合併",
        "다른 프로그램의 변경과 병합했습니다",
    );
    const UNDO: Five = Five::new(
        ". Undo goes back as far as this",
        "（元に戻せるのはここまで）",
        "（只能撤销到此处）",
        "（只能復原到此處）",
        " (여기까지만 되돌릴 수 있음)",
    );
    let words = WORDS.get(language);
    let told = match (language, events) {
        (_, 0) => words.to_owned(),
        (Language::En, 1) => format!("{words}: 1 event"),
        (Language::En, _) => format!("{words}: {events} events"),
        (Language::Ja, _) => format!("{words}：出来事{events}件"),
        (Language::ZhHans, _) => format!("{words}：{events}个事件"),
        (Language::ZhHant, _) => format!("{words}：{events}個事件"),
        (Language::Ko, _) => format!("{words}: 사건 {events}건"),
    };
    told + UNDO.get(language)
}

/// Says that changes of an earlier session cannot be brought back, why, and where they are.
pub(super) fn left_unusable(path: &Path, why: &str, language: Language) -> String {
    const WORDS: Five = Five::new(
        "Changes of an earlier session cannot be brought back: ",
        "前回の変更は元に戻せません：",
        "上次的更改无法恢复：",
        "上次的變更無法復原：",
        "지난번 변경을 되살릴 수 없습니다: ",
    );
    format!("{}{why} ({})", WORDS.get(language), path.display())
}

/// "2 changes of an earlier session could not be made again".
pub(super) fn left_failed(count: usize, language: Language) -> String {
    match language {
        Language::En => format!("{count} changes of an earlier session could not be made again"),
        Language::Ja => format!("前回の変更のうち{count}件は元に戻せませんでした"),
        Language::ZhHans => format!("上次的更改中有{count}项无法恢复"),
        Language::ZhHant => format!("上次的變更中有{count}項無法復原"),
        Language::Ko => format!("지난번 변경 {count}건을 되살리지 못했습니다"),
    }
}
