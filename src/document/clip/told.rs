//! What is said of a clipboard that cannot be pasted, or not all of it.

use thiserror::Error;

use crate::date::{Five, Language};
use crate::document::draft::Problem;
use crate::record::json::SyntaxErrorKind;

/// Why nothing is pasted.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.words(Language::En))]
pub enum ClipError {
    /// It is neither JSON nor a table of events.
    NoEvents,
    /// A table lacks a column that every event needs.
    NoColumn(&'static str),
    /// It begins as JSON does and is none.
    NotJson {
        /// Line, from 1.
        line: u32,
        /// Column in characters, from 1.
        column: u32,
        /// What is wrong.
        kind: SyntaxErrorKind,
    },
    /// It holds so many events, more than are pasted at once.
    TooMany(usize),
    /// The record, or a text, cannot be taken apart.
    Text(String),
}

impl ClipError {
    /// The sentence for a reader of `language`.
    #[rustfmt::skip]
    pub fn words(&self, language: Language) -> String {
        const NO_EVENTS: Five = Five::new(
            "Nothing was pasted: copy events first, or a table whose first row names the columns title and date",
            "貼り付けできません：先に出来事をコピーするか、最初の行に title と date の列名がある表をコピーしてください",
            "没有粘贴：请先复制事件，或复制首行含有 title 和 date 列名的表格",
            "沒有貼上：請先複製事件，或複製首行含有 title 和 date 欄名的表格",
            "붙여넣지 않았습니다: 먼저 사건을 복사하거나 첫 행에 title, date 열 이름이 있는 표를 복사하세요",
        );
        const NO_COLUMN: Five = Five::new(
            "Nothing was pasted: the first row of the table names no column {}",
            "貼り付けできません：表の最初の行に {} という列名がありません",
            "没有粘贴：表格首行没有列名 {}",
            "沒有貼上：表格首行沒有欄名 {}",
            "붙여넣지 않았습니다: 표의 첫 행에 {} 열 이름이 없습니다",
        );
        const NOT_JSON: Five = Five::new(
            "Nothing was pasted: line {line}, column {column}: {}",
            "貼り付けできません：{line}行{column}文字目：{}",
            "没有粘贴：第{line}行第{column}个字符：{}",
            "沒有貼上：第{line}行第{column}個字元：{}",
            "붙여넣지 않았습니다: {line}행 {column}번째 글자: {}",
        );
        const TOO_MANY: Five = Five::new(
            "Nothing was pasted: {} events are too many at once; save them as a file and open it",
            "貼り付けできません：{}件は一度に多すぎます。ファイルに保存して開いてください",
            "没有粘贴：{}个事件一次太多；请保存为文件再打开",
            "沒有貼上：{}個事件一次太多；請保存為檔案再開啟",
            "붙여넣지 않았습니다: 사건 {}건은 한 번에 너무 많습니다. 파일로 저장해서 여세요",
        );
        match self {
            Self::NoEvents => NO_EVENTS.get(language).to_owned(),
            Self::NoColumn(name) => NO_COLUMN.get(language).replace("{}", name),
            Self::NotJson { line, column, kind } => NOT_JSON
                .get(language)
                .replace("{line}", &line.to_string())
                .replace("{column}", &column.to_string())
                .replace("{}", &kind.to_string()),
            Self::TooMany(count) => TOO_MANY.get(language).replace("{}", &count.to_string()),
            Self::Text(error) => error.clone(),
        }
    }
}

/// Where something stands on the clipboard, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A line of JSON.
    Line(u32),
    /// A row of a table; the row of names is the first.
    Row(u32),
}

/// Why one event is not pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// As a form says it.
    Draft(Problem),
    /// As the record's own checks say it, in English.
    Text(String),
    /// It is no object but this.
    NoObject(&'static str),
    /// The importance is none.
    Importance(String),
    /// The tone is none.
    Tone(String),
}

/// One event that is not pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Where it stands.
    pub place: Place,
    /// What is wrong, and what would be right.
    pub why: Why,
}

impl Rejected {
    /// "Row 4: give the event a title, in any language".
    #[rustfmt::skip]
    pub fn words(&self, language: Language) -> String {
        const ROW: Five = Five::new("Row {}: ", "{}行目：", "第{}行：", "第{}列：", "{}행: ");
        const LINE: Five = Five::new("Line {}: ", "{}行目：", "第{}行：", "第{}行：", "{}행: ");
        const IMPORTANCE: Five = Five::new(
            "'{}' is no importance; write a number from 1 to 5",
            "「{}」は重要度ではありません。1〜5の数を書いてください",
            "“{}”不是重要度；请写1至5的数字",
            "「{}」不是重要度；請寫1至5的數字",
            "‘{}’ 값은 중요도가 아닙니다. 1에서 5까지의 수를 쓰세요",
        );
        const TONE: Five = Five::new(
            "'{}' is no tone; write a number from -5 to 5",
            "「{}」はトーンではありません。-5〜5の数を書いてください",
            "“{}”不是基调；请写-5至5的数字",
            "「{}」不是基調；請寫-5至5的數字",
            "‘{}’ 값은 논조가 아닙니다. -5에서 5까지의 수를 쓰세요",
        );
        let (place, number) = match self.place {
            Place::Row(row) => (ROW, row),
            Place::Line(line) => (LINE, line),
        };
        let place = place.get(language).replace("{}", &number.to_string());
        let why = match &self.why {
            Why::Draft(problem) => problem.words(language),
            Why::Text(message) => message.clone(),
            Why::NoObject(found) => format!("expected an event (an object), found {found}"),
            Why::Importance(cell) => IMPORTANCE.get(language).replace("{}", cell),
            Why::Tone(cell) => TONE.get(language).replace("{}", cell),
        };
        format!("{place}{why}")
    }
}
