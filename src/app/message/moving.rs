//! What is said of events that are moved.

use crate::date::{Edtf, Endpoint, Five, Language, NotMoved, Shape, in_words, korean_to};

pub(super) const CHANGED: Five = Five::new(
    "Changed: ",
    "変更しました：",
    "已更改：",
    "已變更：",
    "변경함: ",
);
pub(super) const ENDS_MEET: Five = Five::new(
    "It begins and ends on one date already",
    "始まりと終わりはすでに同じ日付です",
    "开始和结束已是同一日期",
    "開始和結束已是同一日期",
    "시작과 끝이 이미 같은 날짜입니다",
);
pub(super) const NO_LANE_THERE: Five = Five::new(
    "No lane on that side would change the event",
    "その側に、出来事を変更するレーンはありません",
    "那一侧没有可以更改此事件的泳道",
    "那一側沒有可以變更此事件的泳道",
    "그쪽에는 사건을 바꿀 레인이 없습니다",
);

/// "Moved to 3 October 1972"; with an end that has no date "Moved: from 1985".
pub(super) fn moved(date: &Edtf, language: Language) -> String {
    let words = in_words(date, language);
    let has_dates = match date.shape() {
        Shape::Interval(interval) => [interval.start(), interval.end()]
            .into_iter()
            .all(|end| matches!(end, Endpoint::Date(_))),
        _ => true,
    };
    if !has_dates {
        const MOVED: Five = Five::new(
            "Moved: ",
            "移動しました：",
            "已移动：",
            "已移動：",
            "이동함: ",
        );
        return format!("{}{words}", MOVED.get(language));
    }
    match language {
        Language::En => format!("Moved to {words}"),
        Language::Ja => format!("{words}に移動しました"),
        Language::ZhHans | Language::ZhHant => format!("已移到{words}"),
        Language::Ko => format!("{words}{} 이동함", korean_to(&words)),
    }
}

/// Why an event is not moved.
pub(super) const fn not_moved(why: NotMoved) -> Five {
    match why {
        NotMoved::Several => Five::new(
            "This event has several dates, and nothing says which of them is to move",
            "この出来事には複数の日付があり、どれを移動するか決まりません",
            "此事件有多个日期，无法确定移动哪一个",
            "此事件有多個日期，無法確定移動哪一個",
            "이 사건에는 날짜가 여럿이어서 무엇을 옮길지 알 수 없습니다",
        ),
        NotMoved::Open => Five::new(
            "This end is open: there is no date to move",
            "この端は開いていて、移動する日付がありません",
            "这一端是开放的，没有可以移动的日期",
            "這一端是開放的，沒有可以移動的日期",
            "이쪽 끝은 열려 있어 옮길 날짜가 없습니다",
        ),
        NotMoved::Unknown => Five::new(
            "This end is not known: there is no date to move",
            "この端は不明で、移動する日付がありません",
            "这一端未知，没有可以移动的日期",
            "這一端未知，沒有可以移動的日期",
            "이쪽 끝은 알 수 없어 옮길 날짜가 없습니다",
        ),
        NotMoved::NoEnds => Five::new(
            "This event has one date, without a beginning and an end to move apart",
            "この出来事の日付は一つで、始まりと終わりに分かれていません",
            "此事件只有一个日期，没有可以分开移动的开始和结束",
            "此事件只有一個日期，沒有可以分開移動的開始和結束",
            "이 사건은 날짜가 하나여서 시작과 끝을 따로 옮길 수 없습니다",
        ),
        NotMoved::NothingKnown => Five::new(
            "No digit of its year is known, so there is nothing to move",
            "年の数字が一つも分からないので、移動できません",
            "年份的数字都未知，无法移动",
            "年份的數字都未知，無法移動",
            "연도의 숫자를 하나도 알 수 없어 옮길 수 없습니다",
        ),
        NotMoved::NoSuchDate => Five::new(
            "There is no such date to move it to",
            "移動先にそのような日付はありません",
            "没有可以移到的日期",
            "沒有可以移到的日期",
            "그곳으로 옮길 수 있는 날짜가 없습니다",
        ),
    }
}
