//! What an edit is called in the history: "Change the date of Lima summit".

use serde::{Deserialize, Serialize};

use crate::date::{Five, Language};

/// What an edit does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum What {
    Add,
    Change,
    ChangeDate,
    ChangeActors,
    Duplicate,
    Delete,
    Merge,
    Paste,
    ChangeRecord,
    MergeFiles,
    TakeBack,
    ChangeSource,
    ChangeSources,
    ChangeTitle,
    ChangeSummary,
    ChangeKind,
    ChangePeople,
    ChangePlace,
    ChangeTags,
    ChangeImportance,
    ChangeTone,
    ChangeQuotes,
    ChangeRelations,
    ChangePictures,
    ChangeStatus,
    ChangeNotes,
}

/// An edit's name: what it does and to which event, or to how many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// What it does.
    pub what: What,
    /// The event's title as it was shown; it is not said where there are several.
    pub title: Box<str>,
    /// How many events.
    pub events: usize,
}

impl Label {
    /// The label of an edit of one event.
    pub fn one(what: What, title: &str) -> Self {
        Self {
            what,
            title: title.into(),
            events: 1,
        }
    }

    /// The label of an edit of several events.
    pub fn several(what: What, events: usize) -> Self {
        Self {
            what,
            title: Box::default(),
            events,
        }
    }

    /// The label for a reader of `language`.
    ///
    /// ```
    /// use nenpyo::date::Language;
    /// use nenpyo::document::{Label, What};
    /// let label = Label::one(What::ChangeDate, "Lima summit");
    /// assert_eq!(label.words(Language::En), "Change the date of Lima summit");
    /// assert_eq!(Label::several(What::Delete, 3).words(Language::Ja), "3件を削除");
    /// ```
    pub fn words(&self, language: Language) -> String {
        let of = self.subject(language);
        self.what.around().get(language).replace("{}", &of)
    }

    fn subject(&self, language: Language) -> String {
        const TITLE: Five = Five::new("{}", "「{}」", "“{}”", "「{}」", "‘{}’");
        const COUNT: Five = Five::new("{} events", "{}件", "{}项", "{}項", "{}건");
        if self.events > 1 {
            COUNT.get(language).replace("{}", &self.events.to_string())
        } else {
            TITLE.get(language).replace("{}", &self.title)
        }
    }
}

impl What {
    /// What is said around the event's title, which stands at `{}`.
    #[rustfmt::skip]
    const fn around(self) -> Five {
        match self {
            Self::Add => Five::new("Add {}", "{}を追加", "添加{}", "新增{}", "{} 추가"),
            Self::Change => Five::new("Change {}", "{}を変更", "更改{}", "變更{}", "{} 변경"),
            Self::ChangeDate => Five::new("Change the date of {}", "{}の日付を変更", "更改{}的日期", "變更{}的日期", "{}의 날짜 변경"),
            Self::ChangeActors => Five::new("Change the actors of {}", "{}の主体を変更", "更改{}的主体", "變更{}的主體", "{}의 주체 변경"),
            Self::Duplicate => Five::new("Duplicate {}", "{}を複製", "复制{}", "複製{}", "{} 복제"),
            Self::Delete => Five::new("Delete {}", "{}を削除", "删除{}", "刪除{}", "{} 삭제"),
            Self::Merge => Five::new("Merge into {}", "{}に統合", "合并到{}", "合併到{}", "{}에 병합"),
            Self::Paste => Five::new("Paste {}", "{}を貼り付け", "粘贴{}", "貼上{}", "{} 붙여넣기"),
            Self::MergeFiles => Five::new("Merge {} with the changed file", "{}を変更後のファイルに統合", "将{}合并到更改后的文件", "將{}合併到變更後的檔案", "바뀐 파일에 {} 병합"),
            Self::TakeBack => Five::new("Undo a change of {}", "{}の変更を元に戻す", "撤销对{}的更改", "復原對{}的變更", "{}의 변경 실행 취소"),
            Self::ChangeSource => Five::new("Change the source {}", "出典{}を変更", "更改来源{}", "變更來源{}", "출처 {} 변경"),
            Self::ChangeSources => Five::new("Change sources of {}", "{}の出典を変更", "更改{}的来源", "變更{}的來源", "{}의 출처 변경"),
            Self::ChangeTitle => Five::new("Change the title of {}", "{}の題名を変更", "更改{}的标题", "變更{}的標題", "{}의 제목 변경"),
            Self::ChangeSummary => Five::new("Change the summary of {}", "{}の要約を変更", "更改{}的摘要", "變更{}的摘要", "{}의 요약 변경"),
            Self::ChangeKind => Five::new("Change the kind of {}", "{}の種類を変更", "更改{}的类型", "變更{}的類型", "{}의 종류 변경"),
            Self::ChangePeople => Five::new("Change the people of {}", "{}の人物を変更", "更改{}的人物", "變更{}的人物", "{}의 인물 변경"),
            Self::ChangePlace => Five::new("Change the place of {}", "{}の場所を変更", "更改{}的地点", "變更{}的地點", "{}의 장소 변경"),
            Self::ChangeTags => Five::new("Change the tags of {}", "{}のタグを変更", "更改{}的标签", "變更{}的標籤", "{}의 태그 변경"),
            Self::ChangeImportance => Five::new("Change the importance of {}", "{}の重要度を変更", "更改{}的重要程度", "變更{}的重要程度", "{}의 중요도 변경"),
            Self::ChangeTone => Five::new("Change the tone of {}", "{}のトーンを変更", "更改{}的基调", "變更{}的基調", "{}의 논조 변경"),
            Self::ChangeQuotes => Five::new("Change the quotes of {}", "{}の引用を変更", "更改{}的引文", "變更{}的引文", "{}의 인용 변경"),
            Self::ChangeRelations => Five::new("Change the connections of {}", "{}のつながりを変更", "更改{}的关联", "變更{}的關聯", "{}의 연결 변경"),
            Self::ChangePictures => Five::new("Change the pictures of {}", "{}の画像を変更", "更改{}的图片", "變更{}的影像", "{}의 그림 변경"),
            Self::ChangeStatus => Five::new("Change the status of {}", "{}の状態を変更", "更改{}的状态", "變更{}的狀態", "{}의 상태 변경"),
            Self::ChangeNotes => Five::new("Change the notes of {}", "{}の注記を変更", "更改{}的注记", "變更{}的註記", "{}의 주 변경"),
            Self::ChangeRecord => Five::new("Change the record", "記録を変更", "更改记录", "變更記錄", "기록 변경"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_edit_has_a_name_of_its_own_in_every_language() {
        let all = [
            What::Add,
            What::Change,
            What::ChangeDate,
            What::ChangeActors,
            What::Duplicate,
            What::Delete,
            What::Merge,
            What::Paste,
            What::ChangeRecord,
            What::MergeFiles,
            What::TakeBack,
            What::ChangeSource,
            What::ChangeSources,
            What::ChangeTitle,
            What::ChangeSummary,
            What::ChangeKind,
            What::ChangePeople,
            What::ChangePlace,
            What::ChangeTags,
            What::ChangeImportance,
            What::ChangeTone,
            What::ChangeQuotes,
            What::ChangeRelations,
            What::ChangePictures,
            What::ChangeStatus,
            What::ChangeNotes,
        ];
        for language in Language::ALL {
            let words = all.map(|what| Label::one(what, "{} Lima").words(language));
            let mut once = words.to_vec();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), all.len(), "{words:?}");
            let titled = words.iter().filter(|words| words.contains("{} Lima"));
            assert_eq!(titled.count(), all.len() - 1, "a title is said as it is");
        }
    }
}
