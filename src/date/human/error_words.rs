//! Why a typed date could not be read, in the reader's language.
//!
//! What is wrong with the signs of EDTF is for who writes those signs, and stays in English but for
//! the commonest.

use super::HumanDateError;
use crate::date::words::gregorian;
use crate::date::{
    Calendar, CivilDate, DateErrorKind, Era, Language, NameWidth, Precision, in_calendar,
    weekday_name,
};

/// Japanese, simplified Chinese, traditional Chinese, Korean.
type Four = [String; 4];

impl HumanDateError {
    /// The sentence in a language; in English it is the error's own.
    ///
    /// ```
    /// use nenpyo::date::{Language, read_human};
    /// let error = read_human("29 September").unwrap_err();
    /// assert_eq!(
    ///     error.words(Language::Ja),
    ///     "年がありません：1972年9月29日のように書くか、不明なら XXXX-09-29 と書いてください"
    /// );
    /// ```
    pub fn words(&self, language: Language) -> String {
        let at = match language {
            Language::En => return self.to_string(),
            Language::Ja => 0,
            Language::ZhHans => 1,
            Language::ZhHant => 2,
            Language::Ko => 3,
        };
        let mut four = of_writing(self)
            .or_else(|| of_figures(self))
            .or_else(|| of_eras(self, language))
            .unwrap_or_else(|| of_days(self, language));
        std::mem::take(&mut four[at])
    }
}

/// What is no date at all.
fn of_writing(error: &HumanDateError) -> Option<Four> {
    Some(match error {
        HumanDateError::Empty => [
            "日付が空です：1972年9月29日、昭和47年9月29日のように書いてください".to_owned(),
            "日期为空：请写成1972年9月29日或1972-09-29".to_owned(),
            "日期是空的：請寫成1972年9月29日或1972-09-29".to_owned(),
            "날짜가 비어 있습니다: 1972년 9월 29일, 1972-09-29처럼 쓰세요".to_owned(),
        ],
        HumanDateError::NotADate { text } => [
            format!(
                "「{text}」は日付として読めません：1972年9月29日、1972年9月、昭和47年9月29日のように書いてください"
            ),
            format!("“{text}”无法读作日期：请写成1972年9月29日、1972年9月或1972"),
            format!("「{text}」無法讀作日期：請寫成1972年9月29日、1972年9月或民國61年9月29日"),
            format!(
                "‘{text}’ 날짜로 읽을 수 없습니다: 1972년 9월 29일, 1972년 9월, 1972처럼 쓰세요"
            ),
        ],
        HumanDateError::NotUnderstood { word } => [
            format!(
                "「{word}」は日付に使う言葉ではありません：1972年9月29日のように日付だけを書いてください"
            ),
            format!("“{word}”不是日期用语：请只写日期，如1972年9月29日"),
            format!("「{word}」不是日期用語：請只寫日期，如1972年9月29日"),
            format!("‘{word}’ 날짜에 쓰는 낱말이 아닙니다: 1972년 9월 29일처럼 날짜만 쓰세요"),
        ],
        HumanDateError::Edtf(error) => of_signs(&error.kind),
        HumanDateError::Nonsense { kind, .. } => of_signs(kind),
        HumanDateError::TimeOfDay => [
            "時刻は年月日の後に24時間制で書いてください：2024-11-15T14:30:00+09:00".to_owned(),
            "时刻须写在完整日期之后，用24小时制：2024-11-15T14:30:00+09:00".to_owned(),
            "時刻須寫在完整日期之後，用24小時制：2024-11-15T14:30:00+09:00".to_owned(),
            "시각은 온전한 날짜 뒤에 24시간제로 쓰세요: 2024-11-15T14:30:00+09:00".to_owned(),
        ],
        _ => return None,
    })
}

/// What is wrong with the signs.
fn of_signs(kind: &DateErrorKind) -> Four {
    match kind {
        DateErrorKind::NoSuchMonth { month } => no_month(i64::from(*month)),
        DateErrorKind::NoSuchDay { day, last } => no_day(i64::from(*day), *last),
        DateErrorKind::EndBeforeStart { start, end } => [
            format!("終わりの {end} が始めの {start} より前です：早い日付を先に書いてください"),
            format!("结束 {end} 早于开始 {start}：请先写较早的日期"),
            format!("結束 {end} 早於開始 {start}：請先寫較早的日期"),
            format!("끝 {end} 날짜가 시작 {start}보다 앞섭니다: 이른 날짜를 먼저 쓰세요"),
        ],
        DateErrorKind::TimeEndsTooSoon => [
            "時刻は時、分、秒まで書いてください：1972-09-29T10:20:00".to_owned(),
            "时刻要写到时、分、秒：1972-09-29T10:20:00".to_owned(),
            "時刻要寫到時、分、秒：1972-09-29T10:20:00".to_owned(),
            "시각은 시, 분, 초까지 쓰세요: 1972-09-29T10:20:00".to_owned(),
        ],
        other => [
            format!("日付の記号に誤りがあります：{other}"),
            format!("日期的记号有误：{other}"),
            format!("日期的記號有誤：{other}"),
            format!("날짜 기호가 잘못되었습니다: {other}"),
        ],
    }
}

/// Figures that may mean more than one thing, or too little.
fn of_figures(error: &HumanDateError) -> Option<Four> {
    Some(match error {
        HumanDateError::Ambiguous {
            text,
            day_first,
            month_first,
        } => {
            let day = |language| {
                (
                    gregorian::day(*day_first, language),
                    gregorian::day(*month_first, language),
                )
            };
            let (ja, hans) = (day(Language::Ja), day(Language::ZhHans));
            let (hant, ko) = (day(Language::ZhHant), day(Language::Ko));
            [
                format!(
                    "「{text}」は{}とも{}とも読めます：{day_first} か {month_first} と書いてください",
                    ja.0, ja.1
                ),
                format!(
                    "“{text}”可能是{}或{}：请写成 {day_first} 或 {month_first}",
                    hans.0, hans.1
                ),
                format!(
                    "「{text}」可能是{}或{}：請寫成 {day_first} 或 {month_first}",
                    hant.0, hant.1
                ),
                format!(
                    "‘{text}’ 표기는 {}도 {}도 될 수 있습니다: {day_first} 또는 {month_first}처럼 쓰세요",
                    ko.0, ko.1
                ),
            ]
        }
        HumanDateError::DecadeOrCentury { first } => {
            let (ten, hundred) = (first + 9, first + 99);
            let decade = format!("{:03}X", first / 10);
            let century = format!("{:02}XX", first / 100);
            [
                format!(
                    "「{first}s」は10年とも100年とも読めます：{first}–{ten}年なら {decade}、{first}–{hundred}年なら {century} と書いてください"
                ),
                format!(
                    "“{first}s”可能是十年或一百年：{first}–{ten}年请写 {decade}，{first}–{hundred}年请写 {century}"
                ),
                format!(
                    "「{first}s」可能是十年或一百年：{first}–{ten}年請寫 {decade}，{first}–{hundred}年請寫 {century}"
                ),
                format!(
                    "‘{first}s’ 표기는 10년도 100년도 될 수 있습니다: {first}–{ten}년은 {decade}, {first}–{hundred}년은 {century}처럼 쓰세요"
                ),
            ]
        }
        HumanDateError::ShortYear { year } => [
            format!(
                "{year}年は何世紀の年か分かりません：1972のように4桁で、または昭和47年のように元号をつけて書いてください"
            ),
            format!("{year}年不知是哪个世纪的：请写四位数，如1972"),
            format!("{year}年不知是哪個世紀的：請寫四位數，如1972，或寫民國61年"),
            format!("{year}년은 어느 세기인지 알 수 없습니다: 1972처럼 네 자리로 쓰세요"),
        ],
        HumanDateError::NoYear { month, day } => {
            let day = day.map_or_else(String::new, |day| format!("-{day:02}"));
            let unknown = format!("XXXX-{month:02}{day}");
            [
                format!(
                    "年がありません：1972年9月29日のように書くか、不明なら {unknown} と書いてください"
                ),
                format!("缺少年份：请写成1972年9月29日；若年份不详，请写 {unknown}"),
                format!("缺少年份：請寫成1972年9月29日；若年份不詳，請寫 {unknown}"),
                format!(
                    "해가 없습니다: 1972년 9월 29일처럼 쓰거나, 알 수 없으면 {unknown}처럼 쓰세요"
                ),
            ]
        }
        HumanDateError::NoMonth { day } => [
            format!("{day}日の月がありません：1972年9月{day}日のように書いてください"),
            format!("{day}日缺少月份：请写成1972年9月{day}日"),
            format!("{day}日缺少月份：請寫成1972年9月{day}日"),
            format!("{day}일의 달이 없습니다: 1972년 9월 {day}일처럼 쓰세요"),
        ],
        HumanDateError::NoSuchMonth { month } => no_month(*month),
        HumanDateError::NoSuchDay { day, last, .. } => no_day(*day, *last),
        _ => return None,
    })
}

fn no_month(month: i64) -> Four {
    [
        format!("{month}月はありません：月は1月から12月までです"),
        format!("没有{month}月：月份从1到12"),
        format!("沒有{month}月：月份從1到12"),
        format!("{month}월은 없습니다: 달은 1월부터 12월까지입니다"),
    ]
}

fn no_day(day: i64, last: u8) -> Four {
    [
        format!("その月に{day}日はありません：{last}日までです"),
        format!("该月没有{day}日：只到{last}日"),
        format!("該月沒有{day}日：只到{last}日"),
        format!("그 달에 {day}일은 없습니다: {last}일까지입니다"),
    ]
}

/// Years and days that an era did not have.
fn of_eras(error: &HumanDateError, language: Language) -> Option<Four> {
    let name = |era: &Era| {
        let (own, readers) = (era.name(Language::Ja), era.name(language));
        if own == readers {
            own.to_owned()
        } else {
            format!("{readers}({own})")
        }
    };
    Some(match error {
        HumanDateError::BeforeEra {
            era,
            date,
            precision,
            edtf,
        } => {
            let (name, start) = (name(era), era.start);
            let right = right_era(*date, *precision, edtf);
            [
                format!("{name}は {start} からです：{edtf} は{right}です"),
                format!("{name}始于 {start}：{edtf} 是{right}"),
                format!("{name}始於 {start}：{edtf} 是{right}"),
                format!("{name} 연호는 {start}부터입니다: {edtf} 날짜는 {right}입니다"),
            ]
        }
        HumanDateError::AfterEra {
            era,
            date,
            precision,
            edtf,
        } => {
            let name = name(era);
            let last = era.last.map_or_else(String::new, |day| day.to_string());
            let right = right_era(*date, *precision, edtf);
            [
                format!("{name}は {last} までです：{edtf} は{right}です"),
                format!("{name}止于 {last}：{edtf} 是{right}"),
                format!("{name}止於 {last}：{edtf} 是{right}"),
                format!("{name} 연호는 {last}까지입니다: {edtf} 날짜는 {right}입니다"),
            ]
        }
        HumanDateError::YearZero => [
            "年は1から数えます：元号の最初の年は元年で、紀元前1年の次が紀元1年です".to_owned(),
            "年从1数起：年号的第一年是元年，公元前1年之后是公元1年".to_owned(),
            "年從1數起：年號的第一年是元年，公元前1年之後是公元1年".to_owned(),
            "해는 1부터 셉니다: 연호의 첫해는 원년이고, 기원전 1년 다음이 서기 1년입니다"
                .to_owned(),
        ],
        HumanDateError::EraYearMissing { era } => {
            let name = name(era);
            [
                format!("{name}の年がありません：昭和47年9月29日のように月の前に書いてください"),
                format!("{name}缺少年份：请写在月份之前，如昭和47年9月29日"),
                format!("{name}缺少年份：請寫在月份之前，如昭和47年9月29日"),
                format!("{name} 연호의 해가 없습니다: 昭和47年9月29日처럼 달 앞에 쓰세요"),
            ]
        }
        HumanDateError::NoSuchLunarMonth { meiji_year } => [
            format!(
                "明治{meiji_year}年にその月はありません：日本の月は明治5年12月2日（1872-12-31）まで旧暦で、閏月は明治元年4月と明治3年10月の後にありました"
            ),
            format!(
                "明治{meiji_year}年没有这个月：日本在明治5年12月2日（1872-12-31）以前用旧历，闰月在明治元年4月和明治3年10月之后"
            ),
            format!(
                "明治{meiji_year}年沒有這個月：日本在明治5年12月2日（1872-12-31）以前用舊曆，閏月在明治元年4月和明治3年10月之後"
            ),
            format!(
                "메이지 {meiji_year}년에 그런 달은 없습니다: 일본의 달은 1872-12-31까지 음력이었고, 윤달은 메이지 원년 4월과 3년 10월 뒤에 있었습니다"
            ),
        ],
        HumanDateError::NoSuchLunarDay { last } => [
            format!(
                "その月は{last}日までです：日本の月は明治5年12月2日（1872-12-31）まで旧暦で、翌日が明治6年1月1日（1873-01-01）です"
            ),
            format!(
                "该月只到{last}日：日本在明治5年12月2日（1872-12-31）以前用旧历，次日是明治6年1月1日（1873-01-01）"
            ),
            format!(
                "該月只到{last}日：日本在明治5年12月2日（1872-12-31）以前用舊曆，次日是明治6年1月1日（1873-01-01）"
            ),
            format!(
                "그 달은 {last}일까지입니다: 일본의 달은 1872-12-31까지 음력이었고, 이튿날이 메이지 6년 1월 1일(1873-01-01)입니다"
            ),
        ],
        _ => return None,
    })
}

/// The same date in the era that it is of, as Japan writes it.
fn right_era(date: CivilDate, precision: Precision, edtf: &str) -> String {
    in_calendar(date, precision, Calendar::JapaneseEra, Language::Ja)
        .unwrap_or_else(|| edtf.to_owned())
}

/// Days that are not what they are said to be.
fn of_days(error: &HumanDateError, language: Language) -> Four {
    match error {
        HumanDateError::WrongWeekday {
            date,
            written,
            right,
        } => {
            let name = |weekday| weekday_name(weekday, language, NameWidth::Long);
            let (written, right) = (name(*written), name(*right));
            [
                format!("{date} は{written}ではなく{right}です：どちらかを直してください"),
                format!("{date} 不是{written}，而是{right}：请改正其中之一"),
                format!("{date} 不是{written}，而是{right}：請改正其中之一"),
                format!("{date} 날짜는 {written}이 아니라 {right}입니다: 어느 한쪽을 고치세요"),
            ]
        }
        HumanDateError::LeapMonth => [
            "新暦に閏月はありません：「閏」を除くか、新暦の日付を書いてください".to_owned(),
            "公历没有闰月：请去掉“闰”，或写公历日期".to_owned(),
            "西曆沒有閏月：請去掉「閏」，或寫西曆日期".to_owned(),
            "양력에는 윤달이 없습니다: ‘윤’을 빼거나 양력 날짜를 쓰세요".to_owned(),
        ],
        other => std::array::from_fn(|_| other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::read_human;

    /// Texts that are refused, each for a reason of its own.
    const REFUSED: [&str; 19] = [
        "",
        "1972 1973",
        "Lima 2024",
        "3/4/1972",
        "1900s",
        "72",
        "12 January",
        "30, 1972",
        "1972年13月",
        "29 Feb 1973",
        "2024-11-31",
        "2024-13-01",
        "1980/1972",
        "Thursday, 29 September 1972",
        "平成元年1月7日",
        "昭和64年1月8日",
        "昭和0年",
        "昭和9月29日",
        "明治5年12月3日",
    ];

    #[test]
    fn every_reason_is_told_in_every_language() {
        for text in REFUSED {
            let error = read_human(text).expect_err(text);
            assert_eq!(error.words(Language::En), error.to_string());
            for language in [
                Language::Ja,
                Language::ZhHans,
                Language::ZhHant,
                Language::Ko,
            ] {
                let words = error.words(language);
                let letters = |c: char| c.is_ascii_lowercase() && !text.contains(c);
                let own = words.replace("lima", "");
                assert!(!own.contains(letters), "{text}: {words}");
            }
        }
    }

    #[test]
    fn what_is_wrong_with_a_sign_is_told_in_english_after_a_word_of_it() {
        let error = read_human("[1972").expect_err("not closed");
        assert!(
            error
                .words(Language::Ko)
                .starts_with("날짜 기호가 잘못되었습니다: ")
        );
    }
}
