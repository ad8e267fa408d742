//! The table's own words in the five languages. What columns are called stands in
//! [`crate::app::table::Column`].

use crate::date::{Five, phrases};

phrases! {
    /// A word or a few that stand alone.
    pub(super) enum Phrase {
        Ascending => Five::new("ascending", "昇順", "升序", "由小到大", "오름차순"),
        Descending => Five::new("descending", "降順", "降序", "由大到小", "내림차순"),
        Sorting => Five::new("Sorting…", "並べ替え中…", "正在排序…", "正在排序…", "정렬 중…"),
        SortTip => Five::new("Sort by this column; by keys: Alt ↑ and Alt ↓", "この列で並べ替える。キーでは Alt ↑・Alt ↓", "按此列排序；按键：Alt ↑、Alt ↓", "依此欄排序；按鍵：Alt ↑、Alt ↓", "이 열로 정렬. 키는 Alt ↑, Alt ↓"),
        ColumnWidth => Five::new("Column width", "列の幅", "列宽", "欄寬", "열 너비"),
        NoEvents => Five::new("No events", "出来事はありません", "没有事件", "沒有事件", "사건이 없습니다"),
        ScrollRows => Five::new("Scroll the rows", "行をスクロール", "滚动行", "捲動列", "줄 스크롤"),
        ScrollColumns => Five::new("Scroll the columns", "列をスクロール", "滚动列", "捲動欄", "열 스크롤"),
        Add => Five::new("Add", "追加", "添加", "新增", "추가"),
        KeysHint => Five::new("↵ down · ⇥ right · Esc leaves it as it was", "↵ 下へ · ⇥ 右へ · Esc 元のまま", "↵ 向下 · ⇥ 向右 · Esc 不更改", "↵ 向下 · ⇥ 向右 · Esc 不變更", "↵ 아래로 · ⇥ 오른쪽으로 · Esc 그대로 두기"),
        DateHint => Five::new("29 Sep 1972, 昭和47年9月, circa 1972", "1972年9月29日、昭和47年9月、1972年頃", "1972年9月29日、1972年9月", "1972年9月29日、民國61年9月", "1972년 9월 29일, 1972년 9월"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_spoken_in_every_language() {
        for phrase in Phrase::ALL {
            phrase.five().assert_spoken();
        }
    }
}
