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

/// Han that only simplified Chinese writes so: none of them is in JIS X 0208 or in Big5. They are those
/// of the bundled record's Chinese texts, which are about the same things.
const SIMPLIFIED: &str = "专业东两严为举义乐乔习书亚产亲亿仓们众伟传兰关军凯击则创别务动劳势勋华协卢卫历县\
    发变启员响团园围场坚坛墙处备头妇孙实宪宫宽宾对导尔层岘岛币带应开张弹强归录彻态总\
    恶战扩扬护报择损换搁摇时暂权标栏树桥榈欢毕汉沟泽测济渔滩灾烦焕爱环现电监础积稳竞\
    笔签简紧纠红约级纪纯纳纽线组细织终经绑结绕给络统继续绳维绿缅缔罗联胁脑舰苏荣营萨\
    袭见观规视计认让议记讲许论设访评识试话该说诸诺谁调谈谊谋贝负责贯贷贸资赋赖赛赢赵\
    轨轮轰轴辉输边达过运还这进连选逊邓邻鉴钓钩铃铉银链锋锡锦键镕长门问闯间闻阁队阳阶\
    际陈难韩页项顺须顿领频颗题飘飞饭馆马驻验鱼鲁鲜鸠鸭鹏龙龟";

/// Han that traditional Chinese writes so, and Japanese of today otherwise: those of the same texts
/// that are neither jōyō kanji nor in GB 2312.
const TRADITIONAL: &str = "亂亞來們內兩凱劃勛勞勳區參啟喬嚴國團奧學實寶將專對屆峇峴峽帶廠廣彈彥悅悳惡應懷戰\
    擊擔擱擴斷晉暎曆會條榮樂樣櫚權歐歡歷歸氣沒淵溫潛潽澤濟濤濬瀋灘灣煥燈營爭爲爾獨獻\
    產當發盧碕禦簽紐絲綁經綠綺緬縣總繩繼續聯聰聲聽腦臺與舊艱莊萬蔣薩蘆蘇蘭處號裝觀訊\
    說誼證變豐賴賽趙轟辭迺這邇邊鄧鄰鉉鋒錄錫鎔闖關雙顆飄驗魯鳩鴨鵬麥黃點黨龍龜";

/// The language of typed words, by their letters: kana are Japanese, hangul Korean. Han alone may be
/// any of three: letters that only one of them has tell, else it is taken for the reader's where that
/// is one of them; a few among many Latin letters are an English text's.
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
        let among = |set: &str| text.chars().filter(|c| set.contains(*c)).count();
        // One may stand in an old Japanese name: 田中角榮.
        let is_traditional = reader != Language::Ja && among(TRADITIONAL) > 1;
        match reader {
            _ if among(SIMPLIFIED) > 0 => Language::ZhHans,
            _ if is_traditional => Language::ZhHant,
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
            ("中国和韩国的会谈", Language::En, "zh-Hans"),
            ("中国和韩国的会谈", Language::Ja, "zh-Hans"),
            ("中韓兩國關係", Language::En, "zh-Hant"),
            ("田中角榮訪中", Language::En, "ja"),
            ("APEC首脳会議", Language::En, "ja"),
            ("Japan (日本) and China sign", Language::ZhHans, "en"),
            ("ASEAN Plus Threeのサミット", Language::En, "ja"),
            ("한일 정상회담", Language::En, "ko"),
        ] {
            assert_eq!(language_of(text, reader), language, "{text}");
        }
    }
}
