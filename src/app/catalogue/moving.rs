//! Moving the selected event by steps of its date's own unit, and to the lanes beside its own.

use super::Menu::Edit;
use super::{Command as C, Entry};
use crate::app::editing::Move as M;
use crate::date::{Five, Grip};

/// The lower part of the menu that changes events.
#[rustfmt::skip]
pub(super) fn entries() -> Vec<Entry> {
    let entry = |command, keys, words, tip| Entry { command: C::Move(command), words, tip, keys, menu: Edit };
    let step = |grip, steps| M::Step { grip, steps };
    vec![
        entry(step(Grip::Whole, -1), &["Alt+Shift+ArrowLeft"][..],
            Five::new("Move one step earlier", "一つ前へ移動", "向前移动一步", "向前移動一步", "한 단계 앞으로 이동"),
            Five::new("By a day where the date is a day, by a year where it is a year", "日付が日なら一日、年なら一年だけ移動する", "日期是日则移一日，是年则移一年", "日期是日則移一日，是年則移一年", "날짜가 일이면 하루, 연도이면 한 해 이동")),
        entry(step(Grip::Whole, 1), &["Alt+Shift+ArrowRight"],
            Five::new("Move one step later", "一つ後へ移動", "向后移动一步", "向後移動一步", "한 단계 뒤로 이동"),
            Five::new("By a day where the date is a day, by a year where it is a year", "日付が日なら一日、年なら一年だけ移動する", "日期是日则移一日，是年则移一年", "日期是日則移一日，是年則移一年", "날짜가 일이면 하루, 연도이면 한 해 이동")),
        entry(step(Grip::Start, -1), &["Ctrl+Shift+ArrowLeft"],
            Five::new("Begin one step earlier", "始まりを一つ前へ", "开始提前一步", "開始提前一步", "시작을 한 단계 앞으로"),
            Five::new("Move the date from which the event lasts", "出来事の始まりの日付を移動する", "移动事件的开始日期", "移動事件的開始日期", "사건이 시작되는 날짜를 이동")),
        entry(step(Grip::Start, 1), &["Ctrl+Shift+ArrowRight"],
            Five::new("Begin one step later", "始まりを一つ後へ", "开始推后一步", "開始推後一步", "시작을 한 단계 뒤로"),
            Five::new("Move the date from which the event lasts", "出来事の始まりの日付を移動する", "移动事件的开始日期", "移動事件的開始日期", "사건이 시작되는 날짜를 이동")),
        entry(step(Grip::End, -1), &["Shift+ArrowLeft"],
            Five::new("End one step earlier", "終わりを一つ前へ", "结束提前一步", "結束提前一步", "끝을 한 단계 앞으로"),
            Five::new("Move the date to which the event lasts", "出来事の終わりの日付を移動する", "移动事件的结束日期", "移動事件的結束日期", "사건이 끝나는 날짜를 이동")),
        entry(step(Grip::End, 1), &["Shift+ArrowRight"],
            Five::new("End one step later", "終わりを一つ後へ", "结束推后一步", "結束推後一步", "끝을 한 단계 뒤로"),
            Five::new("Move the date to which the event lasts", "出来事の終わりの日付を移動する", "移动事件的结束日期", "移動事件的結束日期", "사건이 끝나는 날짜를 이동")),
        entry(M::Lane(-1), &["Alt+Shift+ArrowUp"],
            Five::new("Move to the lane above", "上のレーンへ移動", "移到上面的泳道", "移到上面的泳道", "위 레인으로 이동"),
            Five::new("Change the actors, the kind or what else the lanes are by, after asking", "主体や種類など、レーンの分け方に当たるものを確認してから変更する", "确认后更改主体、类型等泳道所依据的内容", "確認後變更主體、類型等泳道所依據的內容", "확인한 뒤 주체나 종류 등 레인의 기준을 변경")),
        entry(M::Lane(1), &["Alt+Shift+ArrowDown"],
            Five::new("Move to the lane below", "下のレーンへ移動", "移到下面的泳道", "移到下面的泳道", "아래 레인으로 이동"),
            Five::new("Change the actors, the kind or what else the lanes are by, after asking", "主体や種類など、レーンの分け方に当たるものを確認してから変更する", "确认后更改主体、类型等泳道所依据的内容", "確認後變更主體、類型等泳道所依據的內容", "확인한 뒤 주체나 종류 등 레인의 기준을 변경")),
    ]
}
