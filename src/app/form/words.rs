//! Words that the form and the table share.

use crate::date::{Five, Language};
use crate::record::{Status, Timeline};

/// A status in a word.
pub const fn status(status: Status, language: Language) -> &'static str {
    let words = match status {
        Status::Confirmed => Five::new("Confirmed", "確認済み", "已证实", "已證實", "확인됨"),
        Status::Reported => Five::new("Reported", "未確認", "未证实", "未證實", "미확인"),
        Status::Disputed => Five::new("Disputed", "争いあり", "有争议", "有爭議", "이견 있음"),
        Status::Planned => Five::new("Planned", "予定", "计划中", "計劃中", "예정"),
        Status::Cancelled => Five::new("Cancelled", "中止", "已取消", "已取消", "취소"),
        Status::Draft => Five::new("Draft", "下書き", "草稿", "草稿", "초안"),
    };
    words.get(language)
}

/// The language of typed words, by their letters: kana are Japanese, hangul Korean. Han alone may be
/// any of three, and is taken for the reader's where that is one of them; a few among many Latin
/// letters are an English text's.
pub fn language_of(text: &str, reader: Language) -> &'static str {
    let has = |letter: fn(char) -> bool| text.chars().any(letter);
    let is_han: fn(char) -> bool = |c| ('\u{3400}'..='\u{9FFF}').contains(&c);
    let count = |letter: fn(char) -> bool| text.chars().filter(|c| letter(*c)).count();
    let (han, latin) = (count(is_han), count(|c| c.is_ascii_alphabetic()));
    let guess = if has(|c| ('\u{3041}'..='\u{30FF}').contains(&c)) {
        Language::Ja
    } else if has(|c| ('\u{AC00}'..='\u{D7A3}').contains(&c)) {
        Language::Ko
    } else if han > 0 && han * 3 >= latin {
        match reader {
            Language::ZhHans | Language::ZhHant => reader,
            Language::En | Language::Ja | Language::Ko => Language::Ja,
        }
    } else {
        Language::En
    };
    guess.tag()
}

/// An actor's whole name: what is in brackets tells it apart from others.
pub fn actor_name(timeline: &Timeline, id: &str, language: Language) -> String {
    let actor = timeline
        .find_actor(id)
        .and_then(|actor| timeline.actor(actor));
    let name = actor.map_or("", |actor| actor.name.pick(language));
    if name.is_empty() { id } else { name }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_texts_language_is_that_of_its_letters() {
        for (text, reader, language) in [
            ("Signed", Language::Ja, "en"),
            ("日中共同声明", Language::En, "ja"),
            ("日中共同声明", Language::ZhHant, "zh-Hant"),
            ("APEC首脳会議", Language::En, "ja"),
            ("Japan (日本) and China sign", Language::ZhHans, "en"),
            ("ASEAN Plus Threeのサミット", Language::En, "ja"),
            ("한일 정상회담", Language::En, "ko"),
        ] {
            assert_eq!(language_of(text, reader), language, "{text}");
        }
    }
}
