//! The words of the panel while nothing is selected, in the five languages.

use crate::date::{Five, Language, phrases};

phrases! {
    /// A word or a few that stand alone.
    pub(super) enum Phrase {
        NothingSelected => Five::new(
            "Nothing is selected",
            "何も選ばれていません",
            "未选择任何事件",
            "未選擇任何事件",
            "선택한 사건이 없습니다",
        ),
        Record => Five::new("This record", "この記録", "本记录", "本記錄", "이 기록"),
        RecordNotes => Five::new(
            "Notes on this record",
            "この記録についての注記",
            "关于本记录的说明",
            "關於本記錄的說明",
            "이 기록에 대한 설명",
        ),
    }
}

/// What can be done, a line each.
pub(super) const fn invitation(language: Language) -> [&'static str; 4] {
    match language {
        Language::En => [
            "Click an event to read what was said, by whom, and where it is written.",
            "Drag to move through time; turn the wheel to come closer.",
            "By keyboard: Tab goes to the next event, Enter opens it.",
            "Ctrl+F finds words, ? lists every key.",
        ],
        Language::Ja => [
            "出来事をクリックすると、誰が何と言い、どこに書かれているかを読めます。",
            "ドラッグで時間を移動し、ホイールで拡大・縮小します。",
            "キーボードでは、Tab で次の出来事へ移り、Enter で開きます。",
            "Ctrl+F で言葉を探し、? でキーの一覧を見ます。",
        ],
        Language::ZhHans => [
            "点击事件，阅读谁说了什么、载于何处。",
            "拖动可沿时间移动，滚轮可缩放。",
            "用键盘时，Tab 移到下一个事件，Enter 打开。",
            "Ctrl+F 搜索词语，? 列出所有快捷键。",
        ],
        Language::ZhHant => [
            "點選事件，閱讀誰說了什麼、載於何處。",
            "拖曳可沿時間移動，滾輪可縮放。",
            "用鍵盤時，Tab 移到下一個事件，Enter 開啟。",
            "Ctrl+F 搜尋詞語，? 列出所有快速鍵。",
        ],
        Language::Ko => [
            "사건을 누르면 누가 무엇을 말했고 어디에 적혀 있는지 읽을 수 있습니다.",
            "끌면 시간을 따라 이동하고, 휠을 돌리면 확대·축소합니다.",
            "키보드로는 Tab으로 다음 사건에 가고 Enter로 엽니다.",
            "Ctrl+F로 낱말을 찾고, ?로 모든 단축키를 봅니다.",
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_spoken_in_every_language() {
        for phrase in Phrase::ALL {
            phrase.five().assert_spoken();
        }
    }

    #[test]
    fn the_invitation_names_no_field_of_a_file() {
        for line in Language::ALL.into_iter().flat_map(invitation) {
            assert!(!line.contains(['_', '{', '"', '`']), "{line}");
        }
    }
}
