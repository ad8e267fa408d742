//! What the offices of the bundled record are called in the languages it does not name them in.

use crate::date::{Five, Language};
use crate::record::Text;

/// Offices, found by their English name.
const OFFICES: [Five; 11] = [
    Five::new(
        "Prime Minister of Japan",
        "日本国内閣総理大臣",
        "日本首相",
        "日本首相",
        "일본 총리",
    ),
    Five::new(
        "Supreme Commander for the Allied Powers",
        "連合国軍最高司令官",
        "驻日盟军总司令",
        "駐日盟軍總司令",
        "연합국 최고사령관",
    ),
    Five::new(
        "Paramount leader of China",
        "中国の最高指導者",
        "中国最高领导人",
        "中國最高領導人",
        "중국 최고 지도자",
    ),
    Five::new(
        "Chairman, then General Secretary of the CCP",
        "中国共産党主席・総書記",
        "中共中央主席、总书记",
        "中共中央主席、總書記",
        "중국공산당 주석·총서기",
    ),
    Five::new(
        "Premier of China",
        "中国国務院総理",
        "中国国务院总理",
        "中國國務院總理",
        "중국 국무원 총리",
    ),
    Five::new(
        "President of South Korea",
        "韓国大統領",
        "韩国总统",
        "韓國總統",
        "대한민국 대통령",
    ),
    Five::new(
        "Head of the executive of South Korea, 1960–63",
        "韓国の行政首班 1960–63",
        "韩国政府首脑 1960–63",
        "韓國政府首腦 1960–63",
        "대한민국 행정 수반 1960–63",
    ),
    Five::new(
        "Leader of North Korea",
        "北朝鮮の最高指導者",
        "朝鲜最高领导人",
        "北韓最高領導人",
        "북한 최고 지도자",
    ),
    Five::new(
        "Premier, then President of North Korea",
        "北朝鮮の首相・国家主席",
        "朝鲜首相、国家主席",
        "北韓首相、國家主席",
        "북한 수상·국가주석",
    ),
    Five::new(
        "President of the United States",
        "米国大統領",
        "美国总统",
        "美國總統",
        "미국 대통령",
    ),
    Five::new(
        "President of the ROC (Taiwan)",
        "中華民国（台湾）総統",
        "中华民国（台湾）总统",
        "中華民國（台灣）總統",
        "중화민국(대만) 총통",
    ),
];

/// What a group of bands is called and whose glyphs that needs: in the reader's language where
/// the record or this list has it, else as the record says it.
pub fn office_name(group: &Text, reader: Language) -> (Language, &str) {
    if let Some(name) = group.get(reader) {
        return (reader, name);
    }
    let known = group.get(Language::En).and_then(|english| {
        let office = (OFFICES.iter()).find(|office| office.get(Language::En) == english)?;
        Some(office.get(reader))
    });
    match (known, group.pick_entry(reader)) {
        (Some(name), _) => (reader, name),
        (None, Some((tag, name))) => (tag.language().unwrap_or(reader), name),
        (None, None) => (reader, ""),
    }
}
