//! Why a paste could not be read, in the reader's language.

use super::{CitationError, MOST_BYTES, MOST_SOURCES};
use crate::date::{Five, Language};

const EMPTY: Five = Five::new(
    "there is nothing here: paste an address, a citation, BibTeX, RIS or CSL-JSON",
    "何もありません：URL、引用文、BibTeX、RIS、CSL-JSONのどれかを貼り付けてください",
    "没有内容：请粘贴网址、引文、BibTeX、RIS 或 CSL-JSON",
    "沒有內容：請貼上網址、引文、BibTeX、RIS 或 CSL-JSON",
    "내용이 없습니다: 주소, 인용문, BibTeX, RIS, CSL-JSON 중 하나를 붙여 넣으세요",
);
const TOO_LONG: Five = Five::new(
    "the text is too long: paste a part of it",
    "文章が長すぎます：一部だけを貼り付けてください",
    "文字太长：请只粘贴一部分",
    "文字太長：請只貼上一部分",
    "글이 너무 깁니다: 일부만 붙여 넣으세요",
);
const TOO_MANY: Five = Five::new(
    "there are too many sources: paste a part of them",
    "出典が多すぎます：一部だけを貼り付けてください",
    "来源太多：请只粘贴一部分",
    "來源太多：請只貼上一部分",
    "출처가 너무 많습니다: 일부만 붙여 넣으세요",
);
const NOT_UNDERSTOOD: Five = Five::new(
    "no source was found here: a citation has a title in quotation marks and a date",
    "出典が見つかりません：URLか、「題名」と日付のある引用文を貼り付けてください",
    "没有找到来源：请粘贴网址，或带有“标题”和日期的引文",
    "沒有找到來源：請貼上網址，或帶有「標題」和日期的引文",
    "출처를 찾지 못했습니다: 주소 또는 “제목”과 날짜가 있는 인용문을 붙여 넣으세요",
);
const LONG_PARAGRAPH: Five = Five::new(
    "this is too long for one citation: leave an empty line between two",
    "一つの引用文には長すぎます：間に空行を入れてください",
    "作为一条引文太长：请在两条之间空一行",
    "作為一條引文太長：請在兩條之間空一行",
    "인용문 하나로는 너무 깁니다: 사이에 빈 줄을 넣으세요",
);
const ADDRESS: Five = Five::new(
    "an address begins with https:// or http://",
    "URLは https:// か http:// で始めてください",
    "网址请以 https:// 或 http:// 开头",
    "網址請以 https:// 或 http:// 開頭",
    "주소는 https:// 또는 http://로 시작하게 쓰세요",
);
const JSON: Five = Five::new(
    "this is no JSON",
    "JSONとして読めません",
    "无法读作 JSON",
    "無法讀作 JSON",
    "JSON으로 읽을 수 없습니다",
);
const NO_ITEM: Five = Five::new(
    "this is no source in CSL-JSON: write type and title",
    "CSL-JSONの出典ではありません：type と title を書いてください",
    "不是 CSL-JSON 的来源：请写 type 和 title",
    "不是 CSL-JSON 的來源：請寫 type 和 title",
    "CSL-JSON 출처가 아닙니다: type과 title을 쓰세요",
);
const UNCLOSED: Five = Five::new(
    "this entry is not closed: write } at its end",
    "項目が閉じていません：最後に } を書いてください",
    "条目没有结束：请在最后写 }",
    "條目沒有結束：請在最後寫 }",
    "항목이 닫히지 않았습니다: 끝에 } 기호를 쓰세요",
);
const FIELD: Five = Five::new(
    "a field is written name = {value}, with a comma after it",
    "name = {value} と書き、後にコンマを入れてください",
    "请写成 name = {value}，并以 , 分开",
    "請寫成 name = {value}，並以 , 分開",
    "name = {value}처럼 쓰고 뒤에 쉼표를 넣으세요",
);
const LARGE: Five = Five::new(
    "this entry is too large, or its braces are nested too deep",
    "項目が大きすぎるか、{ } の重なりが深すぎます",
    "条目太大，或 { } 的层数太多",
    "條目太大，或 { } 的層數太多",
    "항목이 너무 크거나 { } 기호가 너무 많이 겹쳐 있습니다",
);
const BARE: Five = Five::new(
    "this entry has neither a title nor an address",
    "題名もURLもありません",
    "没有标题，也没有网址",
    "沒有標題，也沒有網址",
    "제목도 주소도 없습니다",
);

impl CitationError {
    /// The line of the paste that is meant, from 1; `None` when it is the whole.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Empty | Self::TooLong { .. } | Self::TooMany | Self::NotUnderstood => None,
            Self::NoCitation { line }
            | Self::LongParagraph { line }
            | Self::Address { line }
            | Self::Json { line, .. }
            | Self::NoItem { line }
            | Self::Unclosed { line }
            | Self::Field { line }
            | Self::Large { line }
            | Self::Bare { line } => Some(*line),
        }
    }

    /// The sentence in a language; in English it is the error's own.
    ///
    /// ```
    /// use nenpyo::date::Language;
    /// use nenpyo::format::citation::CitationError;
    /// let error = CitationError::Unclosed { line: 3 };
    /// assert_eq!(
    ///     error.words(Language::Ja),
    ///     "3行目：項目が閉じていません：最後に } を書いてください"
    /// );
    /// ```
    pub fn words(&self, language: Language) -> String {
        if language == Language::En {
            return self.to_string();
        }
        let words = self.five().get(language);
        let words = match self {
            Self::TooLong { .. } => format!("{words} (≤ {} MB)", MOST_BYTES >> 20),
            Self::TooMany => format!("{words} (≤ {MOST_SOURCES})"),
            Self::Json { kind, .. } => match language {
                Language::Ko => format!("{words}: {kind}"),
                _ => format!("{words}：{kind}"),
            },
            _ => words.to_owned(),
        };
        let Some(line) = self.line() else {
            return words;
        };
        match language {
            Language::En | Language::Ja => format!("{line}行目：{words}"),
            Language::ZhHans | Language::ZhHant => format!("第{line}行：{words}"),
            Language::Ko => format!("{line}행: {words}"),
        }
    }

    const fn five(&self) -> Five {
        match self {
            Self::Empty => EMPTY,
            Self::TooLong { .. } => TOO_LONG,
            Self::TooMany => TOO_MANY,
            Self::NotUnderstood | Self::NoCitation { .. } => NOT_UNDERSTOOD,
            Self::LongParagraph { .. } => LONG_PARAGRAPH,
            Self::Address { .. } => ADDRESS,
            Self::Json { .. } => JSON,
            Self::NoItem { .. } => NO_ITEM,
            Self::Unclosed { .. } => UNCLOSED,
            Self::Field { .. } => FIELD,
            Self::Large { .. } => LARGE,
            Self::Bare { .. } => BARE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_speaks_each_language() {
        let all = [
            EMPTY,
            TOO_LONG,
            TOO_MANY,
            NOT_UNDERSTOOD,
            LONG_PARAGRAPH,
            ADDRESS,
            JSON,
            NO_ITEM,
            UNCLOSED,
            FIELD,
            LARGE,
            BARE,
        ];
        for five in all {
            five.assert_spoken();
        }
    }

    #[test]
    fn a_line_is_told_where_there_is_one() {
        for language in Language::ALL {
            let told = CitationError::Field { line: 17 }.words(language);
            assert!(told.contains("17"), "{told}");
            let whole = CitationError::TooMany.words(language);
            assert!(whole.contains("10000"), "{whole}");
        }
    }
}
