//! What may be wrong with a draft, in a sentence that says what would be right.

use crate::date::{Five, HumanDateError, Language};

/// One thing that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// There is no title in any language.
    NoTitle,
    /// There is no date.
    NoDate,
    /// The date cannot be read, or means two things.
    BadDate(HumanDateError),
    /// The date's end is before its start.
    EndBeforeStart,
    /// There is no such time zone.
    UnknownZone,
    /// It is no number of degrees, or lies beyond ±90 or ±180.
    BadPosition,
    /// Latitude or longitude is missing.
    HalfPosition,
    /// A tone without its reason.
    NoReason,
    /// A quote without words.
    NoWords,
    /// A quote without a source.
    NoSourceOfQuote,
    /// An event without any source.
    NoSource,
    /// An actor that the record does not have.
    UnknownActor(String),
    /// A source that the record does not have.
    UnknownSource(String),
    /// A relation to an event that is not there.
    UnknownEvent(String),
    /// A relation to no event.
    NoOtherEvent,
    /// A source's title is missing.
    NoSourceTitle,
    /// An address that is neither http, https nor mailto.
    BadAddress,
    /// A picture that does not say whose it is.
    NoCredit,
    /// What the record's own checks say, in English.
    Record(String),
}

impl Problem {
    /// Whether the event cannot be saved so; else it only warns.
    pub const fn blocks(&self) -> bool {
        match self {
            Self::NoTitle
            | Self::NoDate
            | Self::BadDate(_)
            | Self::EndBeforeStart
            | Self::UnknownZone
            | Self::BadPosition
            | Self::NoReason
            | Self::NoWords
            | Self::NoOtherEvent
            | Self::NoSourceTitle
            | Self::BadAddress => true,
            Self::HalfPosition
            | Self::NoSourceOfQuote
            | Self::NoSource
            | Self::NoCredit
            | Self::UnknownActor(_)
            | Self::UnknownSource(_)
            | Self::UnknownEvent(_)
            | Self::Record(_) => false,
        }
    }

    /// The sentence for a reader of `language`.
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::BadDate(error) => error.words(language),
            Self::Record(message) => message.clone(),
            Self::UnknownActor(name) | Self::UnknownSource(name) | Self::UnknownEvent(name) => {
                self.sentence().get(language).replace("{}", name)
            }
            _ => self.sentence().get(language).to_owned(),
        }
    }

    #[rustfmt::skip]
    const fn sentence(&self) -> Five {
        match self {
            Self::NoTitle => Five::new("Give the event a title, in any language", "題名を書いてください（どの言語でも）", "请填写标题，语言不限", "請填寫標題，語言不限", "제목을 쓰세요. 어느 언어든 됩니다"),
            Self::NoDate => Five::new("Say when it was, as exactly as is known: 1972, 29 Sep 1972, 昭和47年9月", "分かる範囲で日付を書いてください：1972年、1972年9月29日、昭和47年9月", "请按已知的程度填写日期：1972年、1972年9月29日", "請按已知的程度填寫日期：1972年、1972年9月29日", "아는 만큼 날짜를 쓰세요: 1972년, 1972년 9월 29일"),
            Self::EndBeforeStart => Five::new("The end is before the start; write the earlier date first", "終わりが始まりより前です。早い日付を先に書いてください", "结束在开始之前；请先写较早的日期", "結束在開始之前；請先寫較早的日期", "끝이 시작보다 앞섭니다. 이른 날짜를 먼저 쓰세요"),
            Self::UnknownZone => Five::new("There is no such time zone; choose one from the list", "その時間帯はありません。一覧から選んでください", "没有这个时区；请从列表中选择", "沒有這個時區；請從清單中選擇", "그런 시간대는 없습니다. 목록에서 고르세요"),
            Self::BadPosition => Five::new("Write degrees: latitude from -90 to 90, longitude from -180 to 180, such as 35.68 and 139.76", "度で書いてください：緯度は-90〜90、経度は-180〜180（例：35.68、139.76）", "请写度数：纬度-90至90，经度-180至180，例如35.68和139.76", "請寫度數：緯度-90至90，經度-180至180，例如35.68和139.76", "도 단위로 쓰세요: 위도 -90~90, 경도 -180~180 (예: 35.68, 139.76)"),
            Self::HalfPosition => Five::new("A position needs both latitude and longitude", "位置には緯度と経度の両方が必要です", "位置需要纬度和经度", "位置需要緯度和經度", "위치에는 위도와 경도가 모두 필요합니다"),
            Self::NoReason => Five::new("Say why the tone is coded so", "この評価の理由を書いてください", "请说明如此评价的理由", "請說明如此評價的理由", "이렇게 평가한 이유를 쓰세요"),
            Self::NoWords => Five::new("Write the words that were said, or remove the quote", "発言の言葉を書くか、引用を取り除いてください", "请填写所说的话，或移除引文", "請填寫所說的話，或移除引文", "말한 그대로 쓰거나 인용을 지우세요"),
            Self::NoSourceOfQuote => Five::new("The quote names no source yet; it can be saved so", "引用の出典がまだありません（このまま保存できます）", "引文还没有来源；可以先保存", "引文還沒有來源；可以先保存", "인용의 출처가 아직 없습니다. 그대로 저장할 수 있습니다"),
            Self::NoSource => Five::new("No source yet: allowed", "出典なし（保存できます）", "还没有来源（可以保存）", "還沒有來源（可以保存）", "아직 출처 없음 (저장 가능)"),
            Self::UnknownActor(_) => Five::new("The record has no actor “{}”; choose one or add it", "記録に「{}」という主体はありません。選ぶか追加してください", "记录中没有主体“{}”；请选择或添加", "記錄中沒有主體「{}」；請選擇或新增", "기록에 ‘{}’ 주체가 없습니다. 고르거나 추가하세요"),
            Self::UnknownSource(_) => Five::new("The record has no source “{}”; choose one or add it", "記録に「{}」という出典はありません。選ぶか追加してください", "记录中没有来源“{}”；请选择或添加", "記錄中沒有來源「{}」；請選擇或新增", "기록에 ‘{}’ 출처가 없습니다. 고르거나 추가하세요"),
            Self::UnknownEvent(_) => Five::new("The record has no event “{}”; choose another", "記録に「{}」という出来事はありません。選び直してください", "记录中没有事件“{}”；请另选", "記錄中沒有事件「{}」；請另選", "기록에 ‘{}’ 사건이 없습니다. 다시 고르세요"),
            Self::NoOtherEvent => Five::new("Choose the other event, or remove the connection", "相手の出来事を選ぶか、つながりを取り除いてください", "请选择另一事件，或移除这个关联", "請選擇另一事件，或移除這個關聯", "다른 사건을 고르거나 연결을 지우세요"),
            Self::NoSourceTitle => Five::new("Give the source a title or an address", "出典の題名かアドレスを書いてください", "请填写来源的标题或网址", "請填寫來源的標題或網址", "출처의 제목이나 주소를 쓰세요"),
            Self::BadAddress => Five::new("An address begins with https:// or http://", "アドレスは https:// か http:// で始まります", "网址以 https:// 或 http:// 开头", "網址以 https:// 或 http:// 開頭", "주소는 https:// 또는 http://로 시작합니다"),
            Self::NoCredit => Five::new("Say who made the picture, and by which licence it is used", "画像の作者と利用条件を書いてください", "请填写图片的作者和使用许可", "請填寫影像的作者和使用許可", "그림을 만든 사람과 이용 조건을 쓰세요"),
            // Their words come with them.
            Self::BadDate(_) | Self::Record(_) => Five::same(""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::read_human;

    #[test]
    fn every_problem_is_told_in_every_language() {
        let name = || "XXX".to_owned();
        let all = [
            Problem::NoTitle,
            Problem::NoDate,
            Problem::EndBeforeStart,
            Problem::UnknownZone,
            Problem::BadPosition,
            Problem::HalfPosition,
            Problem::NoReason,
            Problem::NoWords,
            Problem::NoSourceOfQuote,
            Problem::NoSource,
            Problem::UnknownActor(name()),
            Problem::UnknownSource(name()),
            Problem::UnknownEvent(name()),
            Problem::NoOtherEvent,
            Problem::NoSourceTitle,
            Problem::BadAddress,
            Problem::NoCredit,
        ];
        for problem in &all {
            problem.sentence().assert_spoken();
        }
        for language in Language::ALL {
            let mut words: Vec<String> = all.iter().map(|p| p.words(language)).collect();
            words.sort();
            words.dedup();
            assert_eq!(words.len(), all.len());
            assert!(words.iter().all(|words| !words.contains("{}")));
        }
        let error = read_human("29 September").expect_err("no year");
        let words = Problem::BadDate(error.clone()).words(Language::Ja);
        assert_eq!(words, error.words(Language::Ja));
    }
}
