//! What a legend calls the looks of kinds, in the window and under a picture alike.

use crate::date::{Five, Language};
use crate::theme::KindColor;

/// The looks in the order in which a legend lists them; speech and all else share one.
pub const LEGEND: [KindColor; 7] = [
    KindColor::Summit,
    KindColor::Visit,
    KindColor::Agreed,
    KindColor::Framework,
    KindColor::Rupture,
    KindColor::Weapons,
    KindColor::Speech,
];

/// What the kinds of one look are called: "War, incident, sanction".
pub fn legend_words(look: KindColor, language: Language) -> &'static str {
    let words = match look {
        KindColor::Summit => Five::new("Summit", "首脳会談", "首脑会晤", "領袖會晤", "정상회담"),
        KindColor::Visit => Five::new(
            "Visit, talks, forum",
            "訪問・協議・フォーラム",
            "访问、会谈、论坛",
            "訪問、會談、論壇",
            "방문·회담·포럼",
        ),
        KindColor::Agreed => Five::new(
            "Treaty, statement",
            "条約・声明・合意",
            "条约、声明、协议",
            "條約、聲明、協議",
            "조약·성명·합의",
        ),
        KindColor::Framework => Five::new("Framework", "枠組み", "框架", "框架", "기본틀"),
        KindColor::Rupture => Five::new(
            "War, incident, sanction",
            "戦争・事件・制裁",
            "战争、事件、制裁",
            "戰爭、事件、制裁",
            "전쟁·사건·제재",
        ),
        KindColor::Weapons => Five::new(
            "Nuclear, missile",
            "核・ミサイル",
            "核试验、导弹",
            "核試爆、飛彈",
            "핵·미사일",
        ),
        KindColor::Speech | KindColor::Other => Five::new(
            "Speech, other",
            "演説・その他",
            "讲话、其他",
            "講話、其他",
            "연설·기타",
        ),
    };
    words.get(language)
}

/// The same in a word, where there is no room for more.
pub fn short_legend_words(look: KindColor, language: Language) -> &'static str {
    let words = match look {
        KindColor::Summit => Five::new("Summit", "首脳", "首脑", "領袖", "정상"),
        KindColor::Visit => Five::new("Visit", "訪問", "访问", "訪問", "방문"),
        KindColor::Agreed => Five::new("Treaty", "条約", "条约", "條約", "조약"),
        KindColor::Framework => Five::new("Framework", "枠組み", "框架", "框架", "기본틀"),
        KindColor::Rupture => Five::new("Incident", "事件", "事件", "事件", "사건"),
        KindColor::Weapons => Five::new("Nuclear", "核", "核试", "核試", "핵"),
        KindColor::Speech | KindColor::Other => {
            Five::new("Other", "その他", "其他", "其他", "기타")
        }
    };
    words.get(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_look_is_listed_in_every_language() {
        for look in KindColor::ALL {
            for language in Language::ALL {
                for say in [legend_words, short_legend_words] {
                    let said = say(look, language);
                    let is_listed = LEGEND.iter().any(|&listed| say(listed, language) == said);
                    assert!(is_listed && !said.is_empty(), "{look:?}");
                }
            }
        }
    }

    #[test]
    fn a_short_word_is_one_of_the_full_ones() {
        for look in LEGEND {
            for language in Language::ALL {
                let (short, full) = (
                    short_legend_words(look, language),
                    legend_words(look, language),
                );
                let is_there = full.to_lowercase().contains(&short.to_lowercase());
                assert!(is_there, "{short} of {full}");
            }
        }
    }
}
