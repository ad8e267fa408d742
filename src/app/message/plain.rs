//! What is said of the window, of looking for something and of opening.

use crate::app::catalogue::way_to;
use crate::app::command::{Command, Copied};
use crate::date::{Five, HumanDateError, Language};

pub(super) const ENDS_BEFORE_TODAY: Five = Five::new(
    "The record ends before today",
    "記録は今日より前に終わっています",
    "记录在今天之前就结束了",
    "記錄在今天之前就結束了",
    "기록은 오늘보다 앞서 끝납니다",
);
pub(super) const SELECT_FIRST: Five = Five::new(
    "Select an event first: click it, or press Tab",
    "先に出来事を選んでください：クリックするか Tab を押します",
    "请先选择一个事件：点击它，或按 Tab",
    "請先選取一個事件：點選它，或按 Tab",
    "먼저 사건을 선택하세요: 누르거나 Tab을 누릅니다",
);
pub(super) const LANE_IS_HIDDEN: Five = Five::new(
    "Its lane is hidden: ",
    "そのレーンは隠れています：",
    "它所在的泳道已隐藏：",
    "它所在的泳道已隱藏：",
    "그 레인은 숨겨져 있습니다: ",
);
pub(super) const BUNDLED_DOES_NOT_CHANGE: Five = Five::new(
    "The bundled record does not change",
    "付属の記録は変わりません",
    "自带的记录不会改变",
    "內建的記錄不會改變",
    "기본 제공 기록은 바뀌지 않습니다",
);
pub(super) const BUNDLED_IS_BROKEN: Five = Five::new(
    "The bundled record is broken: ",
    "付属の記録が壊れています：",
    "自带的记录已损坏：",
    "內建的記錄已損毀：",
    "기본 제공 기록이 손상되었습니다: ",
);
pub(super) const SETTINGS_NOT_SAVED: Five = Five::new(
    "What you choose here will not be remembered; your settings could not be saved: ",
    "設定を保存できないため、次に開いたときには元に戻ります：",
    "设置无法保存，下次打开时不会保留：",
    "設定無法保存，下次開啟時不會保留：",
    "설정을 저장할 수 없어 다음에 열 때 기억되지 않습니다: ",
);
pub(super) const SETTINGS_SPOILT: Five = Five::new(
    "Your settings could not be read and are as at the first start; the old ones are kept here: ",
    "設定を読めなかったため、初めの状態に戻しました。元の設定：",
    "设置无法读取，已恢复为初始状态。原来的设置：",
    "設定無法讀取，已回到最初的狀態。原來的設定：",
    "설정을 읽을 수 없어 처음 상태로 되돌렸습니다. 이전 설정: ",
);
pub(super) const NO_ROOM_FOR_TONE: Five = Five::new(
    "The window is too low for the tone strip",
    "ウィンドウが低すぎて、トーンを表示できません",
    "窗口高度不足，无法显示基调",
    "視窗高度不足，無法顯示基調",
    "창이 낮아 논조를 표시할 수 없습니다",
);
pub(super) const OPENING_BROKE: Five = Five::new(
    "Opening broke off by a fault of the program; what was open is still open",
    "プログラムの不具合で開けませんでした。これまでの記録は開いたままです",
    "因程序故障而未能打开；原来打开的内容仍然打开着",
    "因程式故障而未能開啟；原來開啟的內容仍然開啟著",
    "프로그램의 결함으로 열지 못했습니다. 열려 있던 것은 그대로입니다",
);
pub(super) const PASTING_BROKE: Five = Five::new(
    "Pasting broke off by a fault of the program; nothing was added",
    "プログラムの不具合で貼り付けが中断しました。何も追加されていません",
    "因程序故障，粘贴中断；没有添加任何内容",
    "因程式故障，貼上中斷；沒有新增任何內容",
    "프로그램의 결함으로 붙여넣기가 중단되었습니다. 아무것도 추가되지 않았습니다",
);
pub(super) const SAVING_BROKE: Five = Five::new(
    "Saving broke off by a fault of the program; save under another name again",
    "プログラムの不具合で保存が中断しました。もう一度別の名前で保存してください",
    "因程序故障，保存中断；请再次另存为其他名称",
    "因程式故障，保存中斷；請再次另存為其他名稱",
    "프로그램의 결함으로 저장이 중단되었습니다. 다른 이름으로 다시 저장하세요",
);
pub(super) const VERSIONS_BROKE: Five = Five::new(
    "Earlier versions could not be listed by a fault of the program",
    "プログラムの不具合で以前の版を表示できませんでした",
    "因程序故障，未能列出早期版本",
    "因程式故障，未能列出早期版本",
    "프로그램의 결함으로 이전 판을 표시하지 못했습니다",
);
pub(super) const ARRANGING_BROKE: Five = Five::new(
    "The lanes could not be arranged by a fault of the program",
    "プログラムの不具合でレーンを並べられませんでした",
    "因程序故障而未能排列泳道",
    "因程式故障而未能排列泳道",
    "프로그램의 결함으로 레인을 배치하지 못했습니다",
);

pub(super) const fn copied(what: Copied) -> Five {
    match what {
        Copied::QuoteAndCitation => Five::new(
            "Quote and citation copied",
            "引用と出典をコピーしました",
            "已复制引文和出处",
            "已複製引文和出處",
            "인용과 출처를 복사했습니다",
        ),
        Copied::Problems => Five::new(
            "List of problems copied",
            "問題点の一覧をコピーしました",
            "已复制问题列表",
            "已複製問題清單",
            "문제 목록을 복사했습니다",
        ),
    }
}

pub(super) fn no_event_holds(words: &str, language: Language) -> String {
    match language {
        Language::En => format!("No event holds '{words}'"),
        Language::Ja => format!("「{words}」を含む出来事はありません"),
        Language::ZhHans => format!("没有包含“{words}”的事件"),
        Language::ZhHant => format!("沒有包含「{words}」的事件"),
        Language::Ko => format!("‘{words}’ 낱말이 있는 사건이 없습니다"),
    }
}

pub(super) fn link_not_opened(link: &str, language: Language) -> String {
    match language {
        Language::En => {
            format!("'{link}' was not opened: only http, https and mailto links are")
        }
        Language::Ja => {
            format!("「{link}」は開きません：開くのは http、https、mailto のリンクだけです")
        }
        Language::ZhHans => {
            format!("未打开“{link}”：只打开 http、https 和 mailto 链接")
        }
        Language::ZhHant => {
            format!("未開啟「{link}」：只開啟 http、https 和 mailto 連結")
        }
        Language::Ko => {
            format!("‘{link}’ 링크는 열지 않습니다: http, https, mailto 링크만 엽니다")
        }
    }
}

pub(super) fn no_date(text: &str, error: &HumanDateError, language: Language) -> String {
    let error = error.words(language);
    match language {
        Language::En => format!("'{text}' is no date: {error}"),
        Language::Ja => format!("「{text}」は日付ではありません：{error}"),
        Language::ZhHans => format!("“{text}”不是日期：{error}"),
        Language::ZhHant => format!("「{text}」不是日期：{error}"),
        Language::Ko => format!("‘{text}’ 날짜가 아닙니다: {error}"),
    }
}

pub(super) fn beyond_the_axis(date: &str, language: Language) -> String {
    match language {
        Language::En => format!("'{date}' is farther away than the axis reaches"),
        Language::Ja => format!("「{date}」は時間軸の届かない遠い時です"),
        Language::ZhHans => format!("“{date}”超出了时间轴的范围"),
        Language::ZhHant => format!("「{date}」超出了時間軸的範圍"),
        Language::Ko => format!("‘{date}’ 날짜는 시간축이 닿지 않는 때입니다"),
    }
}

pub(super) fn opened_with_warnings(count: u64, language: Language) -> String {
    let way = way_to(&Command::ToggleProblems, language);
    match language {
        Language::En => {
            let them = if count == 1 { "warning" } else { "warnings" };
            format!("Opened with {count} {them}: {way}")
        }
        Language::Ja => format!("開きました。警告が{count}件あります：{way}"),
        Language::ZhHans => format!("已打开，有{count}条警告：{way}"),
        Language::ZhHant => format!("已開啟，有{count}則警告：{way}"),
        Language::Ko => format!("열었습니다. 경고 {count}건: {way}"),
    }
}
