//! How East Asian languages abbreviate who deals with whom: 日中韓, 中美, 한미일.
//!
//! Each language has one character for a state and an order in which it names them; the tables
//! follow common newspaper usage (Japanese names itself first and the United States before China,
//! Korean names North Korea before others: 북미, 북중).

use crate::date::Language;

/// A state's character in Japanese, simplified and traditional Chinese, and Korean.
type Row = (&'static str, [&'static str; 4]);

/// States in the order in which Japanese names them.
const JA: [Row; 12] = [
    ("JPN", ["日", "日", "日", "일"]),
    ("USA", ["米", "美", "美", "미"]),
    ("CHN", ["中", "中", "中", "중"]),
    ("KOR", ["韓", "韩", "韓", "한"]),
    ("PRK", ["朝", "朝", "朝", "북"]),
    ("RUS", ["露", "俄", "俄", "러"]),
    ("TWN", ["台", "台", "台", "대만"]),
    ("GBR", ["英", "英", "英", "영"]),
    ("FRA", ["仏", "法", "法", "프"]),
    ("DEU", ["独", "德", "德", "독"]),
    ("IND", ["印", "印", "印", "인"]),
    ("AUS", ["豪", "澳", "澳", "호"]),
];

const ZH_ORDER: [&str; 12] = [
    "CHN", "USA", "JPN", "KOR", "PRK", "RUS", "TWN", "GBR", "FRA", "DEU", "IND", "AUS",
];
const KO_ORDER: [&str; 12] = [
    "KOR", "PRK", "USA", "CHN", "JPN", "RUS", "TWN", "GBR", "FRA", "DEU", "IND", "AUS",
];

/// The abbreviation for dealings between these actors; `None` where one of them has no character
/// in the language, and in English.
pub fn abbreviation(actors: &[&str], language: Language) -> Option<String> {
    let column = match language {
        Language::En => return None,
        Language::Ja => 0,
        Language::ZhHans => 1,
        Language::ZhHant => 2,
        Language::Ko => 3,
    };
    if actors.len() < 2 {
        return None;
    }
    let mut two = [*actors.first()?, *actors.get(1)?];
    two.sort_unstable();
    if actors.len() == 2 && two == ["KOR", "PRK"] {
        return Some(
            match language {
                Language::Ja | Language::Ko => {
                    ["南北", "남북"][usize::from(language == Language::Ko)]
                }
                Language::ZhHans => "朝韩",
                _ => "兩韓",
            }
            .to_owned(),
        );
    }
    let place = |actor: &str| match language {
        Language::Ko => KO_ORDER.iter().position(|&id| id == actor),
        Language::ZhHans | Language::ZhHant => ZH_ORDER.iter().position(|&id| id == actor),
        _ => JA.iter().position(|row| row.0 == actor),
    };
    let mut places = Vec::with_capacity(actors.len());
    for actor in actors {
        let character = JA.iter().find(|row| row.0 == *actor)?.1[column];
        places.push((place(actor)?, character));
    }
    places.sort_unstable();
    Some(places.into_iter().map(|(_, character)| character).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_in_its_own_order() {
        let all = |actors: &[&str]| {
            [
                Language::Ja,
                Language::ZhHans,
                Language::ZhHant,
                Language::Ko,
            ]
            .map(|language| abbreviation(actors, language).unwrap())
        };
        assert_eq!(all(&["JPN", "CHN"]), ["日中", "中日", "中日", "중일"]);
        assert_eq!(
            all(&["JPN", "CHN", "KOR"]),
            ["日中韓", "中日韩", "中日韓", "한중일"]
        );
        assert_eq!(all(&["CHN", "USA"]), ["米中", "中美", "中美", "미중"]);
        assert_eq!(all(&["JPN", "KOR"]), ["日韓", "日韩", "日韓", "한일"]);
        assert_eq!(all(&["USA", "PRK"]), ["米朝", "美朝", "美朝", "북미"]);
        assert_eq!(all(&["KOR", "PRK"]), ["南北", "朝韩", "兩韓", "남북"]);
    }

    #[test]
    fn no_abbreviation_where_there_is_none() {
        assert_eq!(abbreviation(&["JPN", "SGP"], Language::Ja), None);
        assert_eq!(abbreviation(&["JPN"], Language::Ja), None);
        assert_eq!(abbreviation(&["JPN", "CHN"], Language::En), None);
        assert_eq!(abbreviation(&[], Language::Ja), None);
    }
}
