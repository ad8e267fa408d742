//! What an edit is called in the history: "Change the date of Lima summit".

use crate::date::Language;

/// What an edit does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

/// An edit's name: what it does and to which event, or to how many.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        match language {
            Language::En => self.in_english(&of),
            Language::Ja => self.in_japanese(&of),
            Language::ZhHans => self.in_simplified(&of),
            Language::ZhHant => self.in_traditional(&of),
            Language::Ko => self.in_korean(&of),
        }
    }

    fn subject(&self, language: Language) -> String {
        let (title, count) = (&self.title, self.events);
        match (language, count) {
            (Language::En, 0 | 1) => title.to_string(),
            (Language::Ja | Language::ZhHant, 0 | 1) => format!("「{title}」"),
            (Language::ZhHans, 0 | 1) => format!("“{title}”"),
            (Language::Ko, 0 | 1) => format!("‘{title}’"),
            (Language::En, _) => format!("{count} events"),
            (Language::Ja, _) => format!("{count}件"),
            (Language::ZhHans, _) => format!("{count}项"),
            (Language::ZhHant, _) => format!("{count}項"),
            (Language::Ko, _) => format!("{count}건"),
        }
    }

    fn in_english(&self, of: &str) -> String {
        match self.what {
            What::Add => format!("Add {of}"),
            What::Change => format!("Change {of}"),
            What::ChangeDate => format!("Change the date of {of}"),
            What::ChangeActors => format!("Change the actors of {of}"),
            What::Duplicate => format!("Duplicate {of}"),
            What::Delete => format!("Delete {of}"),
            What::Merge => format!("Merge into {of}"),
            What::Paste => format!("Paste {of}"),
            What::ChangeRecord => "Change the record".to_owned(),
        }
    }

    fn in_japanese(&self, of: &str) -> String {
        match self.what {
            What::Add => format!("{of}を追加"),
            What::Change => format!("{of}を変更"),
            What::ChangeDate => format!("{of}の日付を変更"),
            What::ChangeActors => format!("{of}の主体を変更"),
            What::Duplicate => format!("{of}を複製"),
            What::Delete => format!("{of}を削除"),
            What::Merge => format!("{of}に統合"),
            What::Paste => format!("{of}を貼り付け"),
            What::ChangeRecord => "記録を変更".to_owned(),
        }
    }

    fn in_simplified(&self, of: &str) -> String {
        match self.what {
            What::Add => format!("添加{of}"),
            What::Change => format!("更改{of}"),
            What::ChangeDate => format!("更改{of}的日期"),
            What::ChangeActors => format!("更改{of}的主体"),
            What::Duplicate => format!("创建{of}的副本"),
            What::Delete => format!("删除{of}"),
            What::Merge => format!("合并到{of}"),
            What::Paste => format!("粘贴{of}"),
            What::ChangeRecord => "更改记录".to_owned(),
        }
    }

    fn in_traditional(&self, of: &str) -> String {
        match self.what {
            What::Add => format!("新增{of}"),
            What::Change => format!("變更{of}"),
            What::ChangeDate => format!("變更{of}的日期"),
            What::ChangeActors => format!("變更{of}的主體"),
            What::Duplicate => format!("製作{of}的副本"),
            What::Delete => format!("刪除{of}"),
            What::Merge => format!("合併到{of}"),
            What::Paste => format!("貼上{of}"),
            What::ChangeRecord => "變更記錄".to_owned(),
        }
    }

    fn in_korean(&self, of: &str) -> String {
        match self.what {
            What::Add => format!("{of} 추가"),
            What::Change => format!("{of} 변경"),
            What::ChangeDate => format!("{of}의 날짜 변경"),
            What::ChangeActors => format!("{of}의 주체 변경"),
            What::Duplicate => format!("{of} 복제"),
            What::Delete => format!("{of} 삭제"),
            What::Merge => format!("{of}에 병합"),
            What::Paste => format!("{of} 붙여넣기"),
            What::ChangeRecord => "기록 변경".to_owned(),
        }
    }
}
