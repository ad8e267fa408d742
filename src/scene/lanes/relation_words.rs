//! What a relation is called in the five languages, from either of its ends.

use crate::date::{Five, Language};
use crate::record::{EventIx, Link, RelationKind};

/// A relation as one of its two events would say it: "builds on", or "built on by" where `event`
/// is the one that is named.
pub fn relation_seen_from(link: &Link, event: EventIx, language: Language) -> &'static str {
    if link.from == event {
        relation_name(link.kind, language)
    } else {
        reverse_relation(link.kind, language)
    }
}

/// A relation as the event that has it would say it: "recalls".
pub fn relation_name(kind: Option<RelationKind>, language: Language) -> &'static str {
    let words: Five = match kind {
        Some(RelationKind::FollowsFrom) => {
            Five::new("follows from", "を受けて", "源于", "源於", "후속")
        }
        Some(RelationKind::BuildsOn) => Five::new("builds on", "を発展", "深化", "深化", "발전"),
        Some(RelationKind::Recalls) => Five::new("recalls", "想起", "回顾", "回顧", "상기"),
        Some(RelationKind::RespondsTo) => {
            Five::new("responds to", "への応答", "回应", "回應", "대응")
        }
        Some(RelationKind::PartOf) => Five::new("part of", "上位の出来事", "属于", "屬於", "일부"),
        Some(RelationKind::Reverses) => Five::new("reverses", "覆す", "推翻", "推翻", "번복"),
        None => Five::new("related", "関連", "相关", "相關", "관련"),
    };
    words.get(language)
}

/// A relation as the event that another one names would say it: "recalled by".
pub fn reverse_relation(kind: Option<RelationKind>, language: Language) -> &'static str {
    let words: Five = match kind {
        Some(RelationKind::FollowsFrom) => {
            Five::new("led to", "これを受けて", "引出", "引出", "이어짐")
        }
        Some(RelationKind::BuildsOn) => Five::new(
            "built on by",
            "のちに発展",
            "后续深化",
            "後續深化",
            "뒤에 발전",
        ),
        Some(RelationKind::Recalls) => Five::new(
            "recalled by",
            "のちに想起",
            "后被回顾",
            "後被回顧",
            "뒤에 상기",
        ),
        Some(RelationKind::RespondsTo) => Five::new(
            "answered by",
            "これへの応答",
            "引起回应",
            "引起回應",
            "뒤의 대응",
        ),
        Some(RelationKind::PartOf) => Five::new("includes", "含む", "包括", "包括", "포함"),
        Some(RelationKind::Reverses) => Five::new(
            "reversed by",
            "のちに覆る",
            "后被推翻",
            "後被推翻",
            "뒤에 번복",
        ),
        None => Five::new("related", "関連", "相关", "相關", "관련"),
    };
    words.get(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Vocabulary as _;

    #[test]
    fn relations_read_differently_from_the_other_end() {
        for language in Language::ALL {
            for &kind in RelationKind::ALL {
                let there = relation_name(Some(kind), language);
                let back = reverse_relation(Some(kind), language);
                assert!(!there.is_empty() && !back.is_empty());
                assert_ne!(there, back, "{kind:?} {language:?}");
            }
        }
    }

    #[test]
    fn the_event_that_is_named_says_the_relation_backwards() {
        let link = Link {
            from: EventIx(1),
            to: EventIx(0),
            kind: Some(RelationKind::BuildsOn),
        };
        let seen = |event| relation_seen_from(&link, EventIx(event), Language::En);
        assert_eq!((seen(1), seen(0)), ("builds on", "built on by"));
    }
}
