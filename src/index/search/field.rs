//! The parts of an event, and how well one fits words that were found in it.

use crate::date::{Five, Language};

/// Which part of an event holds the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Field {
    Title,
    Date,
    People,
    Place,
    Actor,
    Tag,
    Quote,
    Summary,
    Notes,
}

impl Field {
    /// What the field is called, in lower case.
    pub fn words(self, language: Language) -> &'static str {
        let words = match self {
            Self::Title => Five::new("title", "題名", "标题", "標題", "제목"),
            Self::Date => Five::new("date", "日付", "日期", "日期", "날짜"),
            Self::People => Five::new("people", "人物", "人物", "人物", "인물"),
            Self::Place => Five::new("place", "場所", "地点", "地點", "장소"),
            Self::Actor => Five::new("actor", "主体", "主体", "主體", "주체"),
            Self::Tag => Five::new("tag", "タグ", "标签", "標籤", "태그"),
            Self::Quote => Five::new("quote", "引用", "引文", "引文", "인용"),
            Self::Summary => Five::new("summary", "概要", "摘要", "摘要", "요약"),
            Self::Notes => Five::new("notes", "注記", "注记", "註記", "주"),
        };
        words.get(language)
    }
}

/// How a text holds a word, the best first. In writing without spaces between words there is only
/// the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hold {
    /// As a word of the text.
    Whole,
    /// As the beginning of a word.
    Begins,
    /// Inside of a word only: `Lima` in `climate`.
    Inside,
}

/// What an event is mainly about stands before what it also says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Title,
    /// Who, where and when.
    Named,
    Rest,
}

impl From<Field> for Part {
    fn from(field: Field) -> Self {
        match field {
            Field::Title => Self::Title,
            Field::Date | Field::People | Field::Place | Field::Actor => Self::Named,
            Field::Tag | Field::Quote | Field::Summary | Field::Notes => Self::Rest,
        }
    }
}

/// How well an event fits what was looked for; the least fits best. It is the fit of the word that
/// fits worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fit {
    inside: bool,
    part: Part,
    hold: Hold,
}

impl Fit {
    /// The fit of a word that this field holds so.
    pub(super) fn new(field: Field, hold: Hold) -> Self {
        Self {
            inside: hold == Hold::Inside,
            part: field.into(),
            hold,
        }
    }

    /// Whether a word stands only inside of others.
    pub fn is_inside(self) -> bool {
        self.inside
    }
}
