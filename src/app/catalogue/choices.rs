//! Commands that set one of several: what lanes are made of, the theme, the zone of dates.

use super::Menu::View;
use super::{Command as C, Entry};
use crate::date::{Five, Zone};
use crate::scene::Grouping;
use crate::theme::ThemeId;

/// All of them, each sort together.
#[rustfmt::skip]
pub(super) fn entries() -> Vec<Entry> {
    let entry = |command, words, tip| Entry { command, words, tip, keys: &[], menu: View };
    let divided = Five::new("How the canvas is divided", "年表の分け方", "年表的划分方式", "年表的劃分方式", "연표를 나누는 방법");
    let looks = Five::new("Colours and sizes", "色と大きさ", "颜色和大小", "顏色和大小", "색과 크기");
    let local = Five::new("Local time where the event was", "出来事が起きた場所の時間", "事件发生地的时间", "事件發生地的時間", "사건이 일어난 곳의 현지 시간");
    let zone = Five::new("The zone in which dates are read", "日付を読むタイムゾーン", "显示日期所用的时区", "顯示日期所用的時區", "날짜를 읽는 시간대");
    let lanes = Grouping::ALL.map(|grouping| entry(C::GroupBy(grouping), lanes(grouping), divided));
    let themes = ThemeId::ALL.map(|theme| entry(C::UseTheme(theme), self::theme(theme), looks));
    let own = Five::new("Dates in each event’s own zone", "出来事ごとの現地時間で表示", "按事件当地时间显示日期", "依事件當地時間顯示日期", "사건이 일어난 곳의 시간으로 표시");
    let zones = zones().map(|(of, words)| entry(C::ReadIn(Some(of)), words, zone));
    let own = entry(C::ReadIn(None), own, local);
    lanes.into_iter().chain(themes).chain([own]).chain(zones).collect()
}

#[rustfmt::skip]
const fn lanes(grouping: Grouping) -> Five {
    match grouping {
        Grouping::Pair => Five::new("Lanes by pair of actors", "二国間ごとのレーン", "按双边关系分泳道", "依雙邊關係分泳道", "양자 관계별 레인"),
        Grouping::Actor => Five::new("Lanes by actor", "主体ごとのレーン", "按主体分泳道", "依主體分泳道", "주체별 레인"),
        Grouping::Kind => Five::new("Lanes by kind", "種類ごとのレーン", "按类型分泳道", "依類型分泳道", "종류별 레인"),
        Grouping::Country => Five::new("Lanes by country", "国ごとのレーン", "按国家分泳道", "依國家分泳道", "국가별 레인"),
        Grouping::Tag => Five::new("Lanes by tag", "タグごとのレーン", "按标签分泳道", "依標籤分泳道", "태그별 레인"),
        Grouping::None => Five::new("One lane", "レーンを分けない", "不分泳道", "不分泳道", "레인 하나로"),
    }
}

#[rustfmt::skip]
const fn theme(theme: ThemeId) -> Five {
    match theme {
        ThemeId::Light => Five::new("Light theme", "ライトテーマ", "浅色主题", "淺色主題", "밝은 테마"),
        ThemeId::Dark => Five::new("Dark theme", "ダークテーマ", "深色主题", "深色主題", "어두운 테마"),
        ThemeId::Projector => Five::new("Projector theme", "プロジェクターテーマ", "投影主题", "投影主題", "프로젝터 테마"),
        ThemeId::ProjectorDark => Five::new("Dark projector theme", "プロジェクターテーマ（暗）", "深色投影主题", "深色投影主題", "어두운 프로젝터 테마"),
    }
}

/// The zones a reader may look by.
#[rustfmt::skip]
const fn zones() -> [(Zone, Five); 5] {
    [
        (Zone::TOKYO, Five::new("Dates in Tokyo time", "東京時間で表示", "按东京时间显示日期", "依東京時間顯示日期", "도쿄 시간으로 표시")),
        (Zone::BEIJING, Five::new("Dates in Beijing time", "北京時間で表示", "按北京时间显示日期", "依北京時間顯示日期", "베이징 시간으로 표시")),
        (Zone::SEOUL, Five::new("Dates in Seoul time", "ソウル時間で表示", "按首尔时间显示日期", "依首爾時間顯示日期", "서울 시간으로 표시")),
        (Zone::WASHINGTON, Five::new("Dates in Washington time", "ワシントン時間で表示", "按华盛顿时间显示日期", "依華盛頓時間顯示日期", "워싱턴 시간으로 표시")),
        (Zone::UTC, Five::new("Dates in UTC", "UTC で表示", "按 UTC 显示日期", "依 UTC 顯示日期", "UTC로 표시")),
    ]
}
