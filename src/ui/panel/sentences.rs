//! The panel's phrases that hold a number or a name.

use crate::date::Language;

/// "known to within a year".
pub(super) fn precision(words: &str, language: Language) -> String {
    match language {
        Language::En => format!("known to within {words}"),
        Language::Ja => format!("精度は{words}"),
        Language::ZhHans => format!("精确到{words}"),
        Language::ZhHant => format!("精確到{words}"),
        Language::Ko => format!("정밀도 {words}"),
    }
}

/// "16 November in Tokyo".
pub(super) fn elsewhere(day: &str, city: &str, language: Language) -> String {
    match language {
        Language::En => format!("{day} in {city}"),
        Language::Ja => format!("{city}では{day}"),
        Language::ZhHans => format!("{city}时间{day}"),
        Language::ZhHant => format!("{city}時間{day}"),
        Language::Ko => format!("{city} 시간으로 {day}"),
    }
}

/// "Lima time (UTC−5)".
pub(super) fn local_time(city: &str, ahead_of_utc_s: i64, language: Language) -> String {
    let sign = if ahead_of_utc_s < 0 { '−' } else { '+' };
    let minutes = ahead_of_utc_s.abs() / 60;
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let minutes = if minutes == 0 {
        String::new()
    } else {
        format!(":{minutes:02}")
    };
    let shift = format!("UTC{sign}{hours}{minutes}");
    match language {
        Language::En => format!("{city} time ({shift})"),
        Language::Ja | Language::ZhHant => format!("{city}時間（{shift}）"),
        Language::ZhHans => format!("{city}时间（{shift}）"),
        Language::Ko => format!("{city} 시간({shift})"),
    }
}

/// "via a Japanese official".
pub(super) fn via(who: &str, language: Language) -> String {
    match language {
        Language::En => format!("via {who}"),
        Language::Ja => format!("経由：{who}"),
        Language::ZhHans => format!("经由：{who}"),
        Language::ZhHant => format!("經由：{who}"),
        Language::Ko => format!("경유: {who}"),
    }
}

/// "2 languages".
pub(super) fn languages(count: usize, language: Language) -> String {
    match language {
        Language::En if count == 1 => "1 language".to_owned(),
        Language::En => format!("{count} languages"),
        Language::Ja => format!("{count}言語"),
        Language::ZhHans => format!("{count}种语言"),
        Language::ZhHant => format!("{count}種語言"),
        Language::Ko => format!("{count}개 언어"),
    }
}

/// "2 more languages".
pub(super) fn more_languages(count: usize, language: Language) -> String {
    match language {
        Language::En if count == 1 => "1 more language".to_owned(),
        Language::En => format!("{count} more languages"),
        Language::Ja => format!("ほか{count}言語"),
        Language::ZhHans => format!("另有{count}种语言"),
        Language::ZhHant => format!("另有{count}種語言"),
        Language::Ko => format!("{count}개 언어 더"),
    }
}

/// "China: not in the text as seen": a side from which the record has no words on a topic.
pub(super) fn silent(side: &str, language: Language) -> String {
    match language {
        Language::En => format!("{side}: not in the text as seen"),
        Language::Ja => format!("{side}：確認した文面にはなし"),
        Language::ZhHans => format!("{side}：所见文本中没有"),
        Language::ZhHant => format!("{side}：所見文本中沒有"),
        Language::Ko => format!("{side}: 확인한 글에는 없음"),
    }
}

/// "Quote 2 of 5".
pub(super) fn quote_of(number: usize, of: usize, language: Language) -> String {
    match language {
        Language::En => format!("Quote {number} of {of}"),
        Language::Ja => format!("引用 {number}／{of}"),
        Language::ZhHans | Language::ZhHant => format!("引文 {number}／{of}"),
        Language::Ko => format!("인용 {number}/{of}"),
    }
}

/// "+4 of 5".
pub(super) fn tone_of_five(signed: &str, language: Language) -> String {
    match language {
        Language::En => format!("{signed} of 5"),
        Language::Ja => format!("5段階で{signed}"),
        Language::ZhHans => format!("{signed}（满值5）"),
        Language::ZhHant => format!("{signed}（滿值5）"),
        Language::Ko => format!("5단계 중 {signed}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        assert_eq!(languages(1, Language::En), "1 language");
        assert_eq!(more_languages(2, Language::En), "2 more languages");
        assert_eq!(languages(5, Language::ZhHant), "5種語言");
    }
}
