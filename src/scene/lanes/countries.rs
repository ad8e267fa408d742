//! Names of countries by their ISO 3166-1 alpha-3 code, for lanes by country of the place.
//!
//! The record names its actors itself; a meeting place need not be one of them. These are the
//! places where East Asia's diplomats have met; any other is shown by its code.

use crate::date::Language;

/// Code, then English, Japanese, simplified and traditional Chinese, Korean.
const NAMES: [(&str, [&str; 5]); 52] = [
    (
        "ARE",
        [
            "United Arab Emirates",
            "アラブ首長国連邦",
            "阿联酋",
            "阿聯",
            "아랍에미리트",
        ],
    ),
    (
        "ARG",
        [
            "Argentina",
            "アルゼンチン",
            "阿根廷",
            "阿根廷",
            "아르헨티나",
        ],
    ),
    (
        "AUS",
        ["Australia", "オーストラリア", "澳大利亚", "澳洲", "호주"],
    ),
    (
        "AUT",
        ["Austria", "オーストリア", "奥地利", "奧地利", "오스트리아"],
    ),
    ("BEL", ["Belgium", "ベルギー", "比利时", "比利時", "벨기에"]),
    ("BRA", ["Brazil", "ブラジル", "巴西", "巴西", "브라질"]),
    ("BRN", ["Brunei", "ブルネイ", "文莱", "汶萊", "브루나이"]),
    ("CAN", ["Canada", "カナダ", "加拿大", "加拿大", "캐나다"]),
    ("CHE", ["Switzerland", "スイス", "瑞士", "瑞士", "스위스"]),
    ("CHL", ["Chile", "チリ", "智利", "智利", "칠레"]),
    ("CHN", ["China", "中国", "中国", "中國", "중국"]),
    ("CUB", ["Cuba", "キューバ", "古巴", "古巴", "쿠바"]),
    ("DEU", ["Germany", "ドイツ", "德国", "德國", "독일"]),
    ("EGY", ["Egypt", "エジプト", "埃及", "埃及", "이집트"]),
    ("ESP", ["Spain", "スペイン", "西班牙", "西班牙", "스페인"]),
    ("FRA", ["France", "フランス", "法国", "法國", "프랑스"]),
    ("GBR", ["United Kingdom", "英国", "英国", "英國", "영국"]),
    ("HKG", ["Hong Kong", "香港", "香港", "香港", "홍콩"]),
    (
        "IDN",
        [
            "Indonesia",
            "インドネシア",
            "印度尼西亚",
            "印尼",
            "인도네시아",
        ],
    ),
    ("IND", ["India", "インド", "印度", "印度", "인도"]),
    ("IRN", ["Iran", "イラン", "伊朗", "伊朗", "이란"]),
    (
        "ISL",
        ["Iceland", "アイスランド", "冰岛", "冰島", "아이슬란드"],
    ),
    ("ITA", ["Italy", "イタリア", "意大利", "義大利", "이탈리아"]),
    ("JPN", ["Japan", "日本", "日本", "日本", "일본"]),
    (
        "KAZ",
        [
            "Kazakhstan",
            "カザフスタン",
            "哈萨克斯坦",
            "哈薩克",
            "카자흐스탄",
        ],
    ),
    (
        "KHM",
        ["Cambodia", "カンボジア", "柬埔寨", "柬埔寨", "캄보디아"],
    ),
    ("KOR", ["South Korea", "韓国", "韩国", "韓國", "한국"]),
    ("LAO", ["Laos", "ラオス", "老挝", "寮國", "라오스"]),
    ("MEX", ["Mexico", "メキシコ", "墨西哥", "墨西哥", "멕시코"]),
    ("MMR", ["Myanmar", "ミャンマー", "缅甸", "緬甸", "미얀마"]),
    ("MNG", ["Mongolia", "モンゴル", "蒙古国", "蒙古", "몽골"]),
    (
        "MYS",
        [
            "Malaysia",
            "マレーシア",
            "马来西亚",
            "馬來西亞",
            "말레이시아",
        ],
    ),
    (
        "NLD",
        ["Netherlands", "オランダ", "荷兰", "荷蘭", "네덜란드"],
    ),
    (
        "NZL",
        [
            "New Zealand",
            "ニュージーランド",
            "新西兰",
            "紐西蘭",
            "뉴질랜드",
        ],
    ),
    (
        "PAK",
        ["Pakistan", "パキスタン", "巴基斯坦", "巴基斯坦", "파키스탄"],
    ),
    ("PER", ["Peru", "ペルー", "秘鲁", "秘魯", "페루"]),
    (
        "PHL",
        ["Philippines", "フィリピン", "菲律宾", "菲律賓", "필리핀"],
    ),
    (
        "PNG",
        [
            "Papua New Guinea",
            "パプアニューギニア",
            "巴布亚新几内亚",
            "巴布亞紐幾內亞",
            "파푸아뉴기니",
        ],
    ),
    ("POL", ["Poland", "ポーランド", "波兰", "波蘭", "폴란드"]),
    ("PRK", ["North Korea", "北朝鮮", "朝鲜", "北韓", "북한"]),
    ("QAT", ["Qatar", "カタール", "卡塔尔", "卡達", "카타르"]),
    ("RUS", ["Russia", "ロシア", "俄罗斯", "俄羅斯", "러시아"]),
    (
        "SAU",
        [
            "Saudi Arabia",
            "サウジアラビア",
            "沙特阿拉伯",
            "沙烏地阿拉伯",
            "사우디아라비아",
        ],
    ),
    (
        "SGP",
        ["Singapore", "シンガポール", "新加坡", "新加坡", "싱가포르"],
    ),
    (
        "SRB",
        ["Serbia", "セルビア", "塞尔维亚", "塞爾維亞", "세르비아"],
    ),
    ("SWE", ["Sweden", "スウェーデン", "瑞典", "瑞典", "스웨덴"]),
    ("THA", ["Thailand", "タイ", "泰国", "泰國", "태국"]),
    ("TUR", ["Türkiye", "トルコ", "土耳其", "土耳其", "튀르키예"]),
    ("TWN", ["Taiwan", "台湾", "台湾", "臺灣", "대만"]),
    ("USA", ["United States", "米国", "美国", "美國", "미국"]),
    ("VNM", ["Vietnam", "ベトナム", "越南", "越南", "베트남"]),
    (
        "ZAF",
        [
            "South Africa",
            "南アフリカ",
            "南非",
            "南非",
            "남아프리카공화국",
        ],
    ),
];

/// A country's name; `None` for a code that is not among them.
pub fn country_name(code: &str, language: Language) -> Option<&'static str> {
    let column = Language::ALL.iter().position(|&other| other == language)?;
    let row = NAMES.binary_search_by_key(&code, |row| row.0).ok()?;
    NAMES[row].1.get(column).copied()
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
        assert!(
            NAMES
                .iter()
                .all(|row| row.1.iter().all(|name| !name.is_empty()))
        );
    }
}
