//! The words of the dialogs in the five languages.

use crate::date::{Edtf, Five, Instant, Language, Zone, in_words, phrases};
use crate::document::Origin;
use crate::record::{Code, Report, Severity};

phrases! {
    /// A word or a few that stand alone.
    pub(super) enum Phrase {
        GoToDate => Five::new("Go to date", "日付へ移動", "转到日期", "移至日期", "날짜로 이동"),
        Date => Five::new("Date", "日付", "日期", "日期", "날짜"),
        DateExamples => Five::new("29 Sep 1972, 昭和47年9月29日, 1972, 1970s", "1972年9月29日、昭和47年9月29日、1972、1970年代", "1972年9月29日、1972年9月、1972、1970年代", "1972年9月29日、民國61年9月29日、1972、1970年代", "1972년 9월 29일, 1972년 9월, 1972, 1970년대"),
        DateKinds => Five::new("A day, a month, a year, a decade or a span", "日・月・年・年代・期間のどれでも", "日、月、年、年代或时段", "日、月、年、年代或期間", "일, 월, 년, 연대 또는 기간"),
        Today => Five::new("Today", "今日", "今天", "今天", "오늘"),
        TypeCommand => Five::new("Type a command", "コマンドを入力", "输入命令", "輸入指令", "명령 입력"),
        Command => Five::new("Command", "コマンド", "命令", "指令", "명령"),
        NoCommand => Five::new("No command holds these words", "この言葉を含むコマンドはありません", "没有命令包含这些词语", "沒有指令包含這些詞語", "이 낱말이 있는 명령이 없습니다"),
        Canvas => Five::new("Canvas", "年表の上で", "在年表上", "在年表上", "연표에서"),
        Or => Five::new("or", "または", "或", "或", "또는"),
        History => Five::new("History", "履歴", "历史记录", "歷史記錄", "기록 이력"),
        AsOpened => Five::new("As it was opened", "開いたときの状態", "打开时的状态", "開啟時的狀態", "열었을 때의 상태"),
        EarliestKept => Five::new("The earliest point that is kept", "残っている最も古い時点", "保留的最早状态", "保留的最早狀態", "남아 있는 가장 이른 시점"),
        ClosingHeading => Five::new("Your last changes are not on the disk", "最後の変更がディスクに書かれていません", "最近的更改还没有写入磁盘", "最近的變更還沒有寫入磁碟", "마지막 변경이 디스크에 기록되지 않았습니다"),
        ClosingAbout => Five::new("If the window closes now, they are lost.", "今ウィンドウを閉じると失われます。", "现在关闭窗口就会失去它们。", "現在關閉視窗就會失去它們。", "지금 창을 닫으면 사라집니다."),
        CloseAnyway => Five::new("Close and lose them", "失って閉じる", "不保存并关闭", "不保存並關閉", "버리고 닫기"),
        GoOn => Five::new("Go on editing", "編集を続ける", "继续编辑", "繼續編輯", "계속 편집"),
        LeftHeading => Five::new("Changes that were not saved", "保存されていない変更", "未保存的更改", "未保存的變更", "저장되지 않은 변경"),
        LeftAbout => Five::new("The program ended before it could save them. They are kept until you choose.", "プログラムは保存する前に終了しました。選ぶまで変更は残っています。", "程序在保存之前就结束了。在您选择之前，更改会一直保留。", "程式在保存之前就結束了。在您選擇之前，變更會一直保留。", "저장하기 전에 프로그램이 끝났습니다. 선택할 때까지 변경은 남아 있습니다."),
        BringBack => Five::new("Bring them back", "元に戻す", "恢复更改", "復原變更", "되살리기"),
        LeaveOut => Five::new("Open without them", "変更なしで開く", "不用更改而打开", "不用變更而開啟", "변경 없이 열기"),
        Versions => Five::new("Earlier versions", "以前の版", "早期版本", "早期版本", "이전 판"),
        VersionsAbout => Five::new("One opens for reading; save it under another name to go on with it.", "開いて読むことができます。続けて使うには別の名前で保存してください。", "可以打开阅读；要继续使用，请另存为其他名称。", "可以開啟閱讀；要繼續使用，請另存為其他名稱。", "열어서 읽을 수 있습니다. 계속 쓰려면 다른 이름으로 저장하세요."),
        ChangeIt => Five::new("Change", "変更する", "更改", "變更", "변경"),
        OnlyTheDate => Five::new("Only the date", "日付だけ", "只改日期", "只改日期", "날짜만"),
        NoFileDialog => Five::new("This system shows no dialog for files; type where the file is", "このシステムにはファイルを選ぶ画面がありません。ファイルの場所を入力してください", "此系统没有文件对话框；请输入文件的位置", "此系統沒有檔案對話框；請輸入檔案的位置", "이 시스템에는 파일 대화 상자가 없습니다. 파일의 위치를 입력하세요"),
        NoSaveDialog => Five::new("This system shows no dialog for files; type where to save it", "このシステムにはファイルを選ぶ画面がありません。保存する場所を入力してください", "此系统没有文件对话框；请输入保存的位置", "此系統沒有檔案對話框；請輸入保存的位置", "이 시스템에는 파일 대화 상자가 없습니다. 저장할 위치를 입력하세요"),
        NameMissing => Five::new("Add the name of the file", "ファイル名まで入力してください", "请输入文件名", "請輸入檔案名", "파일 이름까지 입력하세요"),
        Save => Five::new("Save", "保存", "保存", "保存", "저장"),
        AddIt => Five::new("Add", "追加", "添加", "新增", "추가"),
        CopyAll => Five::new("Copy all", "すべてコピー", "全部复制", "全部複製", "모두 복사"),
    }
}

/// "3 changes, 1 taken back".
pub(super) fn changes(made: usize, undone: usize, language: Language) -> String {
    let made = match language {
        Language::En if made == 1 => "1 change".to_owned(),
        Language::En => format!("{made} changes"),
        Language::Ja => format!("変更{made}件"),
        Language::ZhHans => format!("{made}项更改"),
        Language::ZhHant => format!("{made}項變更"),
        Language::Ko => format!("변경 {made}건"),
    };
    if undone == 0 {
        return made;
    }
    match language {
        Language::En => format!("{made}, {undone} taken back"),
        Language::Ja => format!("{made}、取り消し{undone}件"),
        Language::ZhHans => format!("{made}，已撤销{undone}项"),
        Language::ZhHant => format!("{made}，已復原{undone}項"),
        Language::Ko => format!("{made}, 되돌림 {undone}건"),
    }
}

/// "27 November 2026, 17:16", by the clock of a zone.
pub(super) fn moment(second: i64, zone: Zone, language: Language) -> String {
    let clock = zone.to_civil(Instant(second));
    let day = Edtf::parse(&clock.date.to_string());
    let day = day.map_or_else(|_| clock.date.to_string(), |day| in_words(&day, language));
    format!("{day} {:02}:{:02}", clock.hour, clock.minute)
}

/// How bad a problem is.
pub(super) const fn severity(severity: Severity, language: Language) -> &'static str {
    let words = match severity {
        Severity::Error => Five::new("Error", "エラー", "错误", "錯誤", "오류"),
        Severity::Warning => Five::new("Warning", "警告", "警告", "警告", "경고"),
    };
    words.get(language)
}

/// "Problems in east-asia.json".
pub(super) fn problems_in(origin: &Origin, language: Language) -> String {
    let name = match (origin, language) {
        (Origin::Bundled, Language::Ja) => "付属の記録".to_owned(),
        (Origin::Bundled, Language::ZhHans) => "自带的记录".to_owned(),
        (Origin::Bundled, Language::ZhHant) => "內建的記錄".to_owned(),
        (Origin::Bundled, Language::Ko) => "기본 제공 기록".to_owned(),
        (Origin::Bundled, Language::En) | (Origin::File(_), _) => origin.name(),
    };
    match language {
        Language::En => format!("Problems in {name}"),
        Language::Ja => format!("{name}の問題点"),
        Language::ZhHans => format!("{name}中的问题"),
        Language::ZhHant => format!("{name}中的問題"),
        Language::Ko => format!("{name}의 문제"),
    }
}

/// "line 3, column 4".
pub(super) fn place(line: u32, column: u32, language: Language) -> String {
    match language {
        Language::En => format!("line {line}, column {column}"),
        Language::Ja => format!("{line}行目、{column}文字目"),
        Language::ZhHans => format!("第{line}行，第{column}列"),
        Language::ZhHant => format!("第{line}行，第{column}欄"),
        Language::Ko => format!("{line}행 {column}열"),
    }
}

/// "event lima".
pub(super) fn event(id: &str, language: Language) -> String {
    let event = Five::new("event", "出来事", "事件", "事件", "사건");
    format!("{} {id}", event.get(language))
}

/// "3 more of this kind (unknown-kind) are not listed".
pub(super) fn left_out(code: Code, count: u64, language: Language) -> String {
    match language {
        Language::En => {
            let are = if count == 1 { "is" } else { "are" };
            format!("{count} more of this kind ({code}) {are} not listed")
        }
        Language::Ja => format!("同じ種類（{code}）があと{count}件ありますが、一覧にはありません"),
        Language::ZhHans => format!("同类问题（{code}）另有{count}个，未列出"),
        Language::ZhHant => format!("同類問題（{code}）另有{count}個，未列出"),
        Language::Ko => format!("같은 종류({code})의 문제 {count}건은 싣지 않았습니다"),
    }
}

/// "1 error and 2 warnings", and what became of the events.
pub(super) fn summary(found: &Report, is_empty: bool, language: Language) -> String {
    let (errors, warnings) = (found.errors(), found.warnings());
    if errors == 0 && warnings == 0 {
        return Five::new(
            "Nothing was found wrong in this record.",
            "この記録に問題点は見つかりませんでした。",
            "此记录中未发现问题。",
            "此記錄中未發現問題。",
            "이 기록에서 문제를 찾지 못했습니다.",
        )
        .get(language)
        .to_owned();
    }
    let counts = match language {
        Language::En => format!(
            "{} and {}.",
            counted(errors, "error"),
            counted(warnings, "warning")
        ),
        Language::Ja => format!("エラー{errors}件、警告{warnings}件。"),
        Language::ZhHans => format!("{errors}个错误，{warnings}条警告。"),
        Language::ZhHant => format!("{errors}個錯誤，{warnings}則警告。"),
        Language::Ko => format!("오류 {errors}건, 경고 {warnings}건."),
    };
    let between = match language {
        Language::En | Language::Ko => " ",
        Language::Ja | Language::ZhHans | Language::ZhHant => "",
    };
    let events = if is_empty && found.rejected.is_empty() {
        Five::new(
            "No event was found in it.",
            "出来事は見つかりませんでした。",
            "其中未发现事件。",
            "其中未發現事件。",
            "사건을 찾지 못했습니다.",
        )
        .get(language)
        .to_owned()
    } else {
        events(found.rejected.len() as u64, language)
    };
    format!("{counts}{between}{events}")
}

/// What became of the events, so many of which could not be read.
fn events(rejected: u64, language: Language) -> String {
    if rejected == 0 {
        return Five::new(
            "Every event opened.",
            "出来事はすべて開けました。",
            "所有事件均已打开。",
            "所有事件均已開啟。",
            "모든 사건을 열었습니다.",
        )
        .get(language)
        .to_owned();
    }
    match language {
        Language::En => {
            let are = if rejected == 1 { "is" } else { "are" };
            format!(
                "{} could not be read and {are} not shown; the others are open for reading only. \
                 Mend the file in an editor and reload it.",
                counted(rejected, "event")
            )
        }
        Language::Ja => format!(
            "読めなかった出来事{rejected}件は表示されません。ほかは読み取り専用で開いています。\
             エディターでファイルを直し、再読み込みしてください。"
        ),
        Language::ZhHans => format!(
            "有{rejected}个事件无法读取，未显示；其余以只读方式打开。\
             请用编辑器修正文件，然后重新加载。"
        ),
        Language::ZhHant => format!(
            "有{rejected}個事件無法讀取，未顯示；其餘以唯讀方式開啟。\
             請用編輯器修正檔案，然後重新載入。"
        ),
        Language::Ko => format!(
            "사건 {rejected}건은 읽을 수 없어 표시하지 않고, 나머지는 읽기 전용으로 열었습니다. \
             편집기에서 파일을 고친 뒤 다시 불러오세요."
        ),
    }
}

fn counted(count: u64, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::read_human;

    #[test]
    fn every_phrase_is_spoken_in_every_language() {
        for phrase in Phrase::ALL {
            phrase.five().assert_spoken();
        }
    }

    #[test]
    fn the_dates_given_as_examples_can_be_typed() {
        for language in Language::ALL {
            let examples = Phrase::DateExamples.words(language);
            for example in examples.split([',', '、']) {
                let read = read_human(example.trim());
                assert!(read.is_ok(), "{example}: {read:?}");
            }
        }
    }
}
