//! What people call a time zone: the city that stands for it.

use std::borrow::Cow;

use crate::date::{Five, Language, Zone};

/// Names of the zones that the bundled record and its readers use; others go by the city in their
/// IANA name.
#[rustfmt::skip]
const CITIES: [(&str, Five); 25] = [
    ("America/Anchorage", Five::new("Anchorage", "アンカレッジ", "安克雷奇", "安克拉治", "앵커리지")),
    ("America/Lima", Five::new("Lima", "リマ", "利马", "利馬", "리마")),
    ("America/Los_Angeles", Five::new("Los Angeles", "ロサンゼルス", "洛杉矶", "洛杉磯", "로스앤젤레스")),
    ("America/New_York", Five::new("Washington", "ワシントン", "华盛顿", "華盛頓", "워싱턴")),
    ("Asia/Bangkok", Five::new("Bangkok", "バンコク", "曼谷", "曼谷", "방콕")),
    ("Asia/Ho_Chi_Minh", Five::new("Vietnam", "ベトナム", "越南", "越南", "베트남")),
    ("Asia/Jakarta", Five::new("Jakarta", "ジャカルタ", "雅加达", "雅加達", "자카르타")),
    ("Asia/Makassar", Five::new("Bali", "バリ", "巴厘岛", "峇里島", "발리")),
    ("Asia/Manila", Five::new("Manila", "マニラ", "马尼拉", "馬尼拉", "마닐라")),
    ("Asia/Pyongyang", Five::new("Pyongyang", "平壌", "平壤", "平壤", "평양")),
    ("Asia/Seoul", Five::new("Seoul", "ソウル", "首尔", "首爾", "서울")),
    ("Asia/Shanghai", Five::new("Beijing", "北京", "北京", "北京", "베이징")),
    ("Asia/Singapore", Five::new("Singapore", "シンガポール", "新加坡", "新加坡", "싱가포르")),
    ("Asia/Taipei", Five::new("Taipei", "台北", "台北", "臺北", "타이베이")),
    ("Asia/Tokyo", Five::new("Tokyo", "東京", "东京", "東京", "도쿄")),
    ("Asia/Vientiane", Five::new("Vientiane", "ビエンチャン", "万象", "永珍", "비엔티안")),
    ("Asia/Yakutsk", Five::new("Yakutsk", "ヤクーツク", "雅库茨克", "雅庫茨克", "야쿠츠크")),
    ("Asia/Yangon", Five::new("Yangon", "ヤンゴン", "仰光", "仰光", "양곤")),
    ("Europe/Belgrade", Five::new("Belgrade", "ベオグラード", "贝尔格莱德", "貝爾格勒", "베오그라드")),
    ("Europe/Moscow", Five::new("Moscow", "モスクワ", "莫斯科", "莫斯科", "모스크바")),
    ("Europe/Paris", Five::new("Paris", "パリ", "巴黎", "巴黎", "파리")),
    ("Europe/Stockholm", Five::new("Stockholm", "ストックホルム", "斯德哥尔摩", "斯德哥爾摩", "스톡홀름")),
    ("Europe/Zurich", Five::new("Zurich", "チューリッヒ", "苏黎世", "蘇黎世", "취리히")),
    ("Pacific/Honolulu", Five::new("Honolulu", "ホノルル", "檀香山", "檀香山", "호놀룰루")),
    ("UTC", Five::same("UTC")),
];

/// The zones that have names here.
pub fn known() -> impl Iterator<Item = Zone> {
    CITIES.iter().filter_map(|(name, _)| Zone::parse(name).ok())
}

/// The zone's city in a language.
pub fn city(zone: Zone, language: Language) -> Cow<'static, str> {
    let known = CITIES.iter().find(|(name, _)| *name == zone.name());
    match known {
        Some((_, words)) => Cow::Borrowed(words.get(language)),
        None => {
            let city = zone.name().rsplit('/').next().unwrap_or_default();
            Cow::Owned(city.replace('_', " "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_of_the_table_is_one() {
        for (name, _) in CITIES {
            assert!(Zone::parse(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_zone_without_an_own_name_goes_by_its_iana_city() {
        let zone = Zone::parse("America/Argentina/Buenos_Aires").unwrap();
        assert_eq!(city(zone, Language::Ja), "Buenos Aires");
        assert_eq!(city(Zone::BEIJING, Language::Ko), "베이징");
    }
}
