//! Opening and closing records, and looking things up.

use super::Menu::{self, Help, Record};
use super::{Command as C, Entry};
use crate::app::command::Editing as E;
use crate::app::editing::Merging;
use crate::date::Five;

fn entry(menu: Menu, command: C, keys: &'static [&'static str], words: Five, tip: Five) -> Entry {
    Entry {
        command,
        words,
        tip,
        keys,
        menu,
    }
}

/// The first menu.
#[rustfmt::skip]
pub(super) fn opening() -> Vec<Entry> {
    vec![
        entry(Record, C::OpenDialog, &["Ctrl+O"],
            Five::new("Open…", "開く…", "打开…", "開啟…", "열기…"),
            Five::new("Open a record from a file", "ファイルから記録を開く", "从文件打开记录", "從檔案開啟記錄", "파일에서 기록 열기")),
        entry(Record, C::OpenBundled, &[],
            Five::new("Open the bundled record", "付属の記録を開く", "打开自带的记录", "開啟內建的記錄", "기본 제공 기록 열기"),
            Five::new("East Asian diplomacy since 1945", "1945年以降の東アジア外交", "1945年以来的东亚外交", "1945年以來的東亞外交", "1945년 이후 동아시아 외교")),
        entry(Record, C::Reload, &["Ctrl+R"],
            Five::new("Reload", "再読み込み", "重新加载", "重新載入", "다시 불러오기"),
            Five::new("Read the open file again", "開いているファイルを読み直す", "重新读取打开的文件", "重新讀取開啟的檔案", "열려 있는 파일을 다시 읽기")),
        entry(Record, C::Editing(E::Save), &["Ctrl+S"],
            Five::new("Save", "保存", "保存", "保存", "저장"),
            Five::new("Save the record now; it is saved by itself, too", "記録を今すぐ保存する（自動でも保存されます）", "立即保存记录（也会自动保存）", "立即保存記錄（也會自動保存）", "기록을 지금 저장 (자동으로도 저장됨)")),
        entry(Record, C::Editing(E::ToggleAutosave), &[],
            Five::new("Save automatically", "自動で保存", "自动保存", "自動保存", "자동 저장"),
            Five::new("Save two seconds after the last change; when off, as you ask and when the record is closed", "最後の変更の2秒後に保存する（オフの場合は指示したときと記録を閉じるとき）", "在最后一次更改两秒后保存；关闭时则在要求时和关闭记录时保存", "在最後一次變更兩秒後保存；關閉時則在要求時和關閉記錄時保存", "마지막 변경 2초 뒤에 저장하기. 끄면 지시할 때와 기록을 닫을 때 저장")),
        entry(Record, C::SaveAsDialog, &["Ctrl+Shift+S"],
            Five::new("Save as…", "名前を付けて保存…", "另存为…", "另存為…", "다른 이름으로 저장…"),
            Five::new("Save the record as another file and go on with that one", "別のファイルとして保存し、そのファイルで続ける", "另存为其他文件并继续使用它", "另存為其他檔案並繼續使用它", "다른 파일로 저장하고 그 파일로 계속하기")),
        entry(Record, C::Editing(E::ToggleVersions), &[],
            Five::new("Earlier versions…", "以前の版…", "早期版本…", "早期版本…", "이전 판…"),
            Five::new("What was saved over, to read it or to go back to it", "上書きされた版を読む・そこへ戻る", "查看或回到被覆盖的版本", "查看或回到被覆蓋的版本", "덮어쓴 판을 읽거나 되돌아가기")),
        entry(Record, C::Editing(E::TryToSave), &[],
            Five::new("Try again to save", "もう一度保存する", "再次尝试保存", "再次嘗試保存", "다시 저장 시도"),
            Five::new("Begin again with what could not be saved", "保存できなかったものをやり直す", "重新保存未能保存的内容", "重新保存未能保存的內容", "저장하지 못한 것을 다시 저장")),
        entry(Record, C::Editing(E::Merge(Merging::Begin)), &[],
            Five::new("Merge with the file…", "ファイルと統合…", "与文件合并…", "與檔案合併…", "파일과 병합…"),
            Five::new("Bring your changes and those of another program together", "自分の変更と別のプログラムの変更を一つにする", "合并您的更改与其他程序的更改", "合併您的變更與其他程式的變更", "내 변경과 다른 프로그램의 변경을 합치기")),
        entry(Record, C::ToggleProblems, &[],
            Five::new("Show problems", "問題点を表示", "显示问题", "顯示問題", "문제 보기"),
            Five::new("What was found wrong in the record", "記録で見つかった問題点", "记录中发现的问题", "記錄中發現的問題", "기록에서 발견된 문제")),
        entry(Record, C::Quit, &["Ctrl+Q"],
            Five::new("Quit", "終了", "退出", "結束", "종료"),
            Five::new("Close the window", "ウィンドウを閉じる", "关闭窗口", "關閉視窗", "창 닫기")),
    ]
}

/// The last menu.
#[rustfmt::skip]
pub(super) fn help() -> Vec<Entry> {
    vec![
        entry(Help, C::Palette, &["Ctrl+Shift+P"],
            Five::new("All commands…", "すべてのコマンド…", "所有命令…", "所有指令…", "모든 명령…"),
            Five::new("Find a command by its words", "コマンドを言葉で探す", "按文字查找命令", "以文字尋找指令", "낱말로 명령 찾기")),
        entry(Help, C::Keys, &["Questionmark", "F1"],
            Five::new("Keys", "キー操作", "快捷键", "快速鍵", "단축키"),
            Five::new("The list of keys", "キーの一覧", "快捷键列表", "快速鍵清單", "단축키 목록")),
    ]
}
