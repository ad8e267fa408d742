//! What lanes and kinds are called in the five languages.

use super::super::cut::cut;
use super::{abbreviation, country_name};
use crate::date::{Five, Language};
use crate::index::LaneKey;
use crate::record::{Kind, Timeline, Vocabulary, tag_words};

/// What a lane is called.
pub fn lane_name(timeline: &Timeline, key: &LaneKey, language: Language) -> String {
    lane_names(timeline, key, language).swap_remove(0)
}

/// What a lane is called, the fullest name first and then shorter ones for a narrow column.
pub fn lane_names(timeline: &Timeline, key: &LaneKey, language: Language) -> Vec<String> {
    let full = cut(full_name(timeline, key, language)).into_owned();
    let mut names = vec![full];
    if language == Language::En && matches!(key, LaneKey::Actors(_)) {
        let short = names[0]
            .replace("South ", "S. ")
            .replace("North ", "N. ")
            .replace("United States", "U.S.")
            .replace("United Kingdom", "U.K.")
            .replace("United Nations", "U.N.");
        names.push(short.replace(" – ", "–"));
        names.insert(1, short);
    }
    names
}

fn full_name(timeline: &Timeline, key: &LaneKey, language: Language) -> String {
    match key {
        LaneKey::Actors(ids) => {
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            if let Some(short) = abbreviation(&ids, language) {
                return short;
            }
            let between = match language {
                Language::En => " – ",
                Language::Ko => "·",
                _ => "・",
            };
            let names: Vec<String> = ids
                .iter()
                .map(|id| actor_name(timeline, id, language))
                .collect();
            names.join(between)
        }
        LaneKey::Around(id) | LaneKey::Actor(id) => actor_name(timeline, id, language),
        LaneKey::Multilateral => Five::new("Multilateral", "多国間", "多边", "多邊", "다자")
            .get(language)
            .to_owned(),
        LaneKey::Rest => Five::new("Other", "その他", "其他", "其他", "기타")
            .get(language)
            .to_owned(),
        LaneKey::All => Five::new(
            "All events",
            "すべての出来事",
            "全部事件",
            "全部事件",
            "모든 사건",
        )
        .get(language)
        .to_owned(),
        LaneKey::Kind(name) => match Kind::from_name(name) {
            Some(kind) => capitalised(kind_name(kind, language)),
            None => capitalised(&name.replace('_', " ")),
        },
        LaneKey::Country(code) => match country_name(code, language) {
            Some(name) => name.to_owned(),
            None => actor_name(timeline, code, language),
        },
        LaneKey::Tag(tag) => capitalised(&tag_words(tag)),
    }
}

/// A heading's first letter is a capital, where its script has them.
pub fn capitalised(name: &str) -> String {
    let mut rest = name.chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(rest).collect()
    })
}

/// An actor's name without what is in brackets after it: lanes are narrow.
pub fn actor_name(timeline: &Timeline, id: &str, language: Language) -> String {
    let Some(actor) = timeline
        .find_actor(id)
        .and_then(|actor| timeline.actor(actor))
    else {
        return id.to_owned();
    };
    let name = actor.name.pick(language);
    let end = name
        .char_indices()
        .find(|&(at, c)| at > 0 && matches!(c, '(' | '（' | '/' | '／'))
        .map_or(name.len(), |(at, _)| at);
    let short = name[..end].trim();
    if short.is_empty() { id } else { short }.to_owned()
}

/// What a kind of event is called, in lower case: "joint statement".
pub fn kind_name(kind: Kind, language: Language) -> &'static str {
    let words: Five = match kind {
        Kind::War => Five::new("war", "戦争", "战争", "戰爭", "전쟁"),
        Kind::Founding => Five::new("founding", "設立", "成立", "成立", "수립"),
        Kind::Summit => Five::new("summit", "首脳会談", "首脑会晤", "領袖會晤", "정상회담"),
        Kind::Treaty => Five::new("treaty", "条約", "条约", "條約", "조약"),
        Kind::JointStatement => Five::new(
            "joint statement",
            "共同声明",
            "联合声明",
            "聯合聲明",
            "공동성명",
        ),
        Kind::Framework => Five::new("framework", "枠組み", "框架", "框架", "기본틀"),
        Kind::Visit => Five::new("visit", "訪問", "访问", "訪問", "방문"),
        Kind::Normalisation => Five::new(
            "normalisation",
            "国交正常化",
            "邦交正常化",
            "建交",
            "국교 정상화",
        ),
        Kind::Talks => Five::new("talks", "協議", "会谈", "會談", "회담"),
        Kind::Agreement => Five::new("agreement", "合意", "协议", "協議", "합의"),
        Kind::Incident => Five::new("incident", "事件", "事件", "事件", "사건"),
        Kind::Sanction => Five::new("sanction", "制裁", "制裁", "制裁", "제재"),
        Kind::NuclearTest => Five::new("nuclear test", "核実験", "核试验", "核試爆", "핵실험"),
        Kind::MissileLaunch => Five::new(
            "missile launch",
            "ミサイル発射",
            "导弹发射",
            "飛彈發射",
            "미사일 발사",
        ),
        Kind::Speech => Five::new("speech", "演説", "讲话", "講話", "연설"),
        Kind::Forum => Five::new("forum", "フォーラム", "论坛", "論壇", "포럼"),
        Kind::Protest => Five::new("protest", "抗議", "抗议", "抗議", "항의"),
        Kind::Other => Five::new("other", "その他", "其他", "其他", "기타"),
    };
    words.get(language)
}

/// "79 events".
pub fn count_words(count: usize, language: Language) -> String {
    match language {
        Language::En if count == 1 => "1 event".to_owned(),
        Language::En => format!("{count} events"),
        Language::Ja => format!("{count}件"),
        Language::ZhHans => format!("{count}项"),
        Language::ZhHant => format!("{count}項"),
        Language::Ko => format!("{count}건"),
    }
}

/// What the warmth of an event is called, in commands, in the panel and beside the strip.
pub const TONE: Five = Five::new("Tone", "トーン", "基调", "基調", "논조");

/// The tone strip's name and the words at its two ends.
pub fn tone_strip(language: Language) -> [&'static str; 3] {
    [
        TONE.get(language),
        Five::new("+5 warm", "+5 友好", "+5 友好", "+5 友好", "+5 우호").get(language),
        Five::new("−5 hostile", "−5 敵対", "−5 敌对", "−5 敵對", "−5 적대").get(language),
    ]
}

/// The overview's name.
pub fn whole_record(language: Language) -> &'static str {
    Five::new(
        "Whole record",
        "全期間",
        "全部记录",
        "全部記錄",
        "전체 기록",
    )
    .get(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_name_in_every_language() {
        for language in Language::ALL {
            for &kind in Kind::ALL {
                assert!(!kind_name(kind, language).is_empty());
            }
        }
    }

    #[test]
    fn a_heading_begins_with_a_capital_where_there_are_any() {
        assert_eq!(capitalised("joint statement"), "Joint statement");
        assert_eq!(capitalised("首脳会談"), "首脳会談");
        assert_eq!(capitalised(""), "");
    }

    #[test]
    fn one_event_is_not_events() {
        assert_eq!(count_words(1, Language::En), "1 event");
        assert_eq!(count_words(79, Language::En), "79 events");
        assert_eq!(count_words(79, Language::Ko), "79건");
    }
}
