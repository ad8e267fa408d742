//! Names of countries by their ISO 3166-1 alpha-3 code, for lanes by country of the place.
//!
//! The record names its actors itself; a meeting place need not be one of them. These are the
//! places where East Asia's diplomats have met; any other is shown by its code.

use crate::date::{Five, Language};

/// Names by code.
const NAMES: [(&str, Five); 52] = [
    (
        "ARE",
        Five::new(
            "United Arab Emirates",
            "アラブ首長国連邦",
            "阿联酋",
            "阿聯",
            "아랍에미리트",
        ),
    ),
    (
        "ARG",
        Five::new(
            "Argentina",
            "アルゼンチン",
            "阿根廷",
            "阿根廷",
            "아르헨티나",
        ),
    ),
    (
        "AUS",
        Five::new("Australia", "オーストラリア", "澳大利亚", "澳洲", "호주"),
    ),
    (
        "AUT",
        Five::new("Austria", "オーストリア", "奥地利", "奧地利", "오스트리아"),
    ),
    (
        "BEL",
        Five::new("Belgium", "ベルギー", "比利时", "比利時", "벨기에"),
    ),
    (
        "BRA",
        Five::new("Brazil", "ブラジル", "巴西", "巴西", "브라질"),
    ),
    (
        "BRN",
        Five::new("Brunei", "ブルネイ", "文莱", "汶萊", "브루나이"),
    ),
    (
        "CAN",
        Five::new("Canada", "カナダ", "加拿大", "加拿大", "캐나다"),
    ),
    (
        "CHE",
        Five::new("Switzerland", "スイス", "瑞士", "瑞士", "스위스"),
    ),
    ("CHL", Five::new("Chile", "チリ", "智利", "智利", "칠레")),
    ("CHN", Five::new("China", "中国", "中国", "中國", "중국")),
    ("CUB", Five::new("Cuba", "キューバ", "古巴", "古巴", "쿠바")),
    (
        "DEU",
        Five::new("Germany", "ドイツ", "德国", "德國", "독일"),
    ),
    (
        "EGY",
        Five::new("Egypt", "エジプト", "埃及", "埃及", "이집트"),
    ),
    (
        "ESP",
        Five::new("Spain", "スペイン", "西班牙", "西班牙", "스페인"),
    ),
    (
        "FRA",
        Five::new("France", "フランス", "法国", "法國", "프랑스"),
    ),
    (
        "GBR",
        Five::new("United Kingdom", "英国", "英国", "英國", "영국"),
    ),
    (
        "HKG",
        Five::new("Hong Kong", "香港", "香港", "香港", "홍콩"),
    ),
    (
        "IDN",
        Five::new(
            "Indonesia",
            "インドネシア",
            "印度尼西亚",
            "印尼",
            "인도네시아",
        ),
    ),
    ("IND", Five::new("India", "インド", "印度", "印度", "인도")),
    ("IRN", Five::new("Iran", "イラン", "伊朗", "伊朗", "이란")),
    (
        "ISL",
        Five::new("Iceland", "アイスランド", "冰岛", "冰島", "아이슬란드"),
    ),
    (
        "ITA",
        Five::new("Italy", "イタリア", "意大利", "義大利", "이탈리아"),
    ),
    ("JPN", Five::new("Japan", "日本", "日本", "日本", "일본")),
    (
        "KAZ",
        Five::new(
            "Kazakhstan",
            "カザフスタン",
            "哈萨克斯坦",
            "哈薩克",
            "카자흐스탄",
        ),
    ),
    (
        "KHM",
        Five::new("Cambodia", "カンボジア", "柬埔寨", "柬埔寨", "캄보디아"),
    ),
    (
        "KOR",
        Five::new("South Korea", "韓国", "韩国", "韓國", "한국"),
    ),
    ("LAO", Five::new("Laos", "ラオス", "老挝", "寮國", "라오스")),
    (
        "MEX",
        Five::new("Mexico", "メキシコ", "墨西哥", "墨西哥", "멕시코"),
    ),
    (
        "MMR",
        Five::new("Myanmar", "ミャンマー", "缅甸", "緬甸", "미얀마"),
    ),
    (
        "MNG",
        Five::new("Mongolia", "モンゴル", "蒙古国", "蒙古", "몽골"),
    ),
    (
        "MYS",
        Five::new(
            "Malaysia",
            "マレーシア",
            "马来西亚",
            "馬來西亞",
            "말레이시아",
        ),
    ),
    (
        "NLD",
        Five::new("Netherlands", "オランダ", "荷兰", "荷蘭", "네덜란드"),
    ),
    (
        "NZL",
        Five::new(
            "New Zealand",
            "ニュージーランド",
            "新西兰",
            "紐西蘭",
            "뉴질랜드",
        ),
    ),
    (
        "PAK",
        Five::new("Pakistan", "パキスタン", "巴基斯坦", "巴基斯坦", "파키스탄"),
    ),
    ("PER", Five::new("Peru", "ペルー", "秘鲁", "秘魯", "페루")),
    (
        "PHL",
        Five::new("Philippines", "フィリピン", "菲律宾", "菲律賓", "필리핀"),
    ),
    (
        "PNG",
        Five::new(
            "Papua New Guinea",
            "パプアニューギニア",
            "巴布亚新几内亚",
            "巴布亞紐幾內亞",
            "파푸아뉴기니",
        ),
    ),
    (
        "POL",
        Five::new("Poland", "ポーランド", "波兰", "波蘭", "폴란드"),
    ),
    (
        "PRK",
        Five::new("North Korea", "北朝鮮", "朝鲜", "北韓", "북한"),
    ),
    (
        "QAT",
        Five::new("Qatar", "カタール", "卡塔尔", "卡達", "카타르"),
    ),
    (
        "RUS",
        Five::new("Russia", "ロシア", "俄罗斯", "俄羅斯", "러시아"),
    ),
    (
        "SAU",
        Five::new(
            "Saudi Arabia",
            "サウジアラビア",
            "沙特阿拉伯",
            "沙烏地阿拉伯",
            "사우디아라비아",
        ),
    ),
    (
        "SGP",
        Five::new("Singapore", "シンガポール", "新加坡", "新加坡", "싱가포르"),
    ),
    (
        "SRB",
        Five::new("Serbia", "セルビア", "塞尔维亚", "塞爾維亞", "세르비아"),
    ),
    (
        "SWE",
        Five::new("Sweden", "スウェーデン", "瑞典", "瑞典", "스웨덴"),
    ),
    ("THA", Five::new("Thailand", "タイ", "泰国", "泰國", "태국")),
    (
        "TUR",
        Five::new("Türkiye", "トルコ", "土耳其", "土耳其", "튀르키예"),
    ),
    ("TWN", Five::new("Taiwan", "台湾", "台湾", "臺灣", "대만")),
    (
        "USA",
        Five::new("United States", "米国", "美国", "美國", "미국"),
    ),
    (
        "VNM",
        Five::new("Vietnam", "ベトナム", "越南", "越南", "베트남"),
    ),
    (
        "ZAF",
        Five::new(
            "South Africa",
            "南アフリカ",
            "南非",
            "南非",
            "남아프리카공화국",
        ),
    ),
];

/// A country's name; `None` for a code that is not among them.
pub fn country_name(code: &str, language: Language) -> Option<&'static str> {
    let row = NAMES.binary_search_by_key(&code, |row| row.0).ok()?;
    Some(NAMES[row].1.get(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_every_name_is_there() {
        assert!(NAMES.is_sorted_by_key(|row| row.0));
        assert_eq!(country_name("PER", Language::Ja), Some("ペルー"));
        assert_eq!(country_name("ZAF", Language::En), Some("South Africa"));
        assert_eq!(country_name("XYZ", Language::En), None);
        for language in Language::ALL {
            assert!(NAMES.iter().all(|row| !row.1.get(language).is_empty()));
        }
    }
}
