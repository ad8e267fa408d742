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
/// any of three, and is taken for the reader's where that is one of them.
pub fn language_of(text: &str, reader: Language) -> &'static str {
    let has = |letter: fn(char) -> bool| text.chars().any(letter);
    let is_han = |c: char| ('\u{3400}'..='\u{9FFF}').contains(&c);
    let guess = if has(|c| ('\u{3041}'..='\u{30FF}').contains(&c)) {
        Language::Ja
    } else if has(|c| ('\u{AC00}'..='\u{D7A3}').contains(&c)) {
        Language::Ko
    } else if text.chars().any(is_han) {
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
