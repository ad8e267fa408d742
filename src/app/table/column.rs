//! What the table tells of each event.

use crate::date::{Five, Language};

/// A column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Column {
    #[default]
    Date,
    Title,
    Kind,
    Actors,
    Place,
    Tags,
    Importance,
    Tone,
    Status,
    Quotes,
    Sources,
}

/// How a column's cells are changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Words or a number are typed.
    Typed,
    /// One of a few is chosen.
    Chosen,
    /// Names are listed.
    Listed,
    /// In the form: a cell does not hold all that belongs to it.
    InForm,
}

impl Column {
    /// Every column, from left to right.
    pub const ALL: [Self; 11] = [
        Self::Date,
        Self::Title,
        Self::Kind,
        Self::Actors,
        Self::Place,
        Self::Tags,
        Self::Importance,
        Self::Tone,
        Self::Status,
        Self::Quotes,
        Self::Sources,
    ];

    /// Its place from the left.
    pub const fn at(self) -> usize {
        self as usize
    }

    /// How its cells are changed.
    pub const fn manner(self) -> Manner {
        match self {
            Self::Date | Self::Title | Self::Place | Self::Importance => Manner::Typed,
            Self::Kind | Self::Status => Manner::Chosen,
            Self::Actors | Self::Tags => Manner::Listed,
            Self::Tone | Self::Quotes | Self::Sources => Manner::InForm,
        }
    }

    /// Whether it holds numbers, which stand at the right.
    pub const fn is_number(self) -> bool {
        matches!(
            self,
            Self::Importance | Self::Tone | Self::Quotes | Self::Sources
        )
    }

    /// What stands above it.
    #[rustfmt::skip]
    pub const fn words(self, language: Language) -> &'static str {
        let words = match self {
            Self::Date => Five::new("Date", "日付", "日期", "日期", "날짜"),
            Self::Title => Five::new("Title", "題名", "标题", "標題", "제목"),
            Self::Kind => Five::new("Kind", "種類", "类型", "類型", "종류"),
            Self::Actors => Five::new("Actors", "主体", "主体", "主體", "주체"),
            Self::Place => Five::new("Place", "場所", "地点", "地點", "장소"),
            Self::Tags => Five::new("Tags", "タグ", "标签", "標籤", "태그"),
            Self::Importance => Five::new("Importance", "重要度", "重要程度", "重要程度", "중요도"),
            Self::Tone => crate::scene::TONE,
            Self::Status => Five::new("Status", "状態", "状态", "狀態", "상태"),
            Self::Quotes => Five::new("Quotes", "引用", "引文", "引文", "인용"),
            Self::Sources => Five::new("Sources", "出典", "来源", "來源", "출처"),
        };
        words.get(language)
    }

    /// The column at a place, the last one beyond.
    pub(super) fn nth(at: usize) -> Self {
        Self::ALL[at.min(Self::ALL.len() - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_are_named_apart_in_every_language() {
        for language in Language::ALL {
            let mut names = Column::ALL.map(|column| column.words(language));
            names.sort_unstable();
            assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
        }
        for (at, column) in Column::ALL.into_iter().enumerate() {
            assert_eq!(column.at(), at);
            assert_eq!(Column::nth(at), column);
        }
    }
}
