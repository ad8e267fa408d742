//! What is said of several events, and of the clipboard.

use crate::date::{Five, Language};
use crate::document::clip::Rejected;

/// How many of what could not be pasted are told; the rest is counted.
const MOST_TOLD: usize = 3;

#[rustfmt::skip]
pub(super) const SELECT_TWO: Five = Five::new(
    "Select two events first: click one, then the other with Ctrl; the second is merged into the first",
    "先に出来事を二つ選んでください：一つをクリックし、もう一つを Ctrl を押しながらクリックします。二つ目が一つ目に統合されます",
    "请先选择两个事件：点击一个，再按住 Ctrl 点击另一个；第二个会合并到第一个",
    "請先選取兩個事件：點選一個，再按住 Ctrl 點選另一個；第二個會合併到第一個",
    "먼저 사건 두 개를 선택하세요: 하나를 누르고 Ctrl을 누른 채 다른 것을 누릅니다. 둘째가 첫째에 병합됩니다",
);
#[rustfmt::skip]
pub(super) const NOTHING_TO_SELECT: Five = Five::new(
    "There is no event here to select",
    "ここに選べる出来事はありません",
    "此处没有可以选择的事件",
    "此處沒有可以選取的事件",
    "여기에는 선택할 사건이 없습니다",
);

/// "3 events" in a sentence's place `{}`; `one` is said of a single one.
fn counted(one: Five, many: Five, count: usize, language: Language) -> String {
    if count == 1 {
        return one.get(language).to_owned();
    }
    many.get(language).replace("{}", &count.to_string())
}

#[rustfmt::skip]
pub(super) fn copied(count: usize, language: Language) -> String {
    const ONE: Five = Five::new("Event copied", "出来事をコピーしました", "已复制事件", "已複製事件", "사건을 복사했습니다");
    const MANY: Five = Five::new("{} events copied", "出来事を{}件コピーしました", "已复制{}个事件", "已複製{}個事件", "사건 {}건을 복사했습니다");
    counted(ONE, MANY, count, language)
}

#[rustfmt::skip]
pub(super) fn copied_rows(count: usize, language: Language) -> String {
    const ONE: Five = Five::new("Event copied as a table row", "出来事を表の行としてコピーしました", "已将事件复制为表格行", "已將事件複製為表格列", "사건을 표의 행으로 복사했습니다");
    const MANY: Five = Five::new("{} events copied as table rows", "出来事{}件を表の行としてコピーしました", "已将{}个事件复制为表格行", "已將{}個事件複製為表格列", "사건 {}건을 표의 행으로 복사했습니다");
    counted(ONE, MANY, count, language)
}

#[rustfmt::skip]
pub(super) fn pasted(events: usize, title: &str, language: Language) -> String {
    const ONE: Five = Five::new("Pasted: {}", "貼り付けました：{}", "已粘贴：{}", "已貼上：{}", "붙여넣음: {}");
    const MANY: Five = Five::new("{} events pasted", "出来事を{}件貼り付けました", "已粘贴{}个事件", "已貼上{}個事件", "사건 {}건을 붙여넣었습니다");
    if events == 1 {
        return ONE.get(language).replace("{}", title);
    }
    counted(ONE, MANY, events, language)
}

/// "2 events were not pasted. Row 3: give the event a title".
#[rustfmt::skip]
pub(super) fn not_all_pasted(rejected: &[Rejected], language: Language) -> String {
    const ONE: Five = Five::new("One event was not pasted", "貼り付けられなかった出来事が1件あります", "有1个事件没有粘贴", "有1個事件沒有貼上", "사건 1건을 붙여넣지 못했습니다");
    const MANY: Five = Five::new("{} events were not pasted", "貼り付けられなかった出来事が{}件あります", "有{}个事件没有粘贴", "有{}個事件沒有貼上", "사건 {}건을 붙여넣지 못했습니다");
    let mut said = counted(ONE, MANY, rejected.len(), language);
    for one in rejected.iter().take(MOST_TOLD) {
        said.push('\n');
        said.push_str(&one.words(language));
    }
    if rejected.len() > MOST_TOLD {
        said.push_str("\n…");
    }
    said
}

#[rustfmt::skip]
pub(super) fn unknown_columns(names: &[String], language: Language) -> String {
    const WORDS: Five = Five::new("Columns that no event has were left out: ", "出来事にない列は省きました：", "已略去事件没有的列：", "已略去事件沒有的欄：", "사건에 없는 열은 뺐습니다: ");
    format!("{}{}", WORDS.get(language), names.join(", "))
}

#[rustfmt::skip]
pub(super) fn selected(count: usize, language: Language) -> String {
    const ONE: Five = Five::new("One event selected", "出来事を1件選択中", "已选择1个事件", "已選取1個事件", "사건 1건 선택됨");
    const MANY: Five = Five::new("{} events selected", "出来事を{}件選択中", "已选择{}个事件", "已選取{}個事件", "사건 {}건 선택됨");
    counted(ONE, MANY, count, language)
}

#[rustfmt::skip]
pub(super) fn selected_only(count: usize, language: Language) -> String {
    const WORDS: Five = Five::new("No more than {} events can be selected at once", "一度に選べる出来事は{}件までです", "一次最多选择{}个事件", "一次最多選取{}個事件", "한 번에 사건을 {}건까지만 선택할 수 있습니다");
    WORDS.get(language).replace("{}", &count.to_string())
}

#[rustfmt::skip]
pub(super) fn deleted(count: usize, language: Language) -> String {
    const WORDS: Five = Five::new("{} events deleted", "出来事を{}件削除しました", "已移除{}个事件", "已移除{}個事件", "사건 {}건을 삭제했습니다");
    WORDS.get(language).replace("{}", &count.to_string())
}

#[rustfmt::skip]
pub(super) fn changed(count: usize, language: Language) -> String {
    const WORDS: Five = Five::new("{} events changed", "出来事を{}件変更しました", "已更改{}个事件", "已變更{}個事件", "사건 {}건을 바꾸었습니다");
    WORDS.get(language).replace("{}", &count.to_string())
}

/// "Merged into Lima summit; where the two differ, its own were kept: date, kind".
#[rustfmt::skip]
pub(super) fn united(title: &str, kept: &[String], language: Language) -> String {
    const MERGED: Five = Five::new("Merged into: {}", "統合しました：{}", "已合并到：{}", "已合併到：{}", "병합함: {}");
    const KEPT: Five = Five::new("; where the two differ, the first one’s were kept: ", "。異なるものは一つ目のものを残しました：", "；不同之处保留了第一个的：", "；不同之處保留了第一個的：", "; 서로 다른 것은 첫째 것을 남겼습니다: ");
    let said = MERGED.get(language).replace("{}", title);
    if kept.is_empty() {
        return said;
    }
    let between = if matches!(language, Language::En | Language::Ko) { ", " } else { "、" };
    let names: Vec<&str> = kept.iter().map(|name| field(name, language)).collect();
    format!("{said}{}{}", KEPT.get(language), names.join(between))
}

/// What a field of an event is called; one that this version does not know by its own name.
#[rustfmt::skip]
fn field(name: &str, language: Language) -> &str {
    let words = match name {
        "title" => Five::new("title", "題名", "标题", "標題", "제목"),
        "summary" => Five::new("summary", "概要", "摘要", "摘要", "요약"),
        "notes" => Five::new("notes", "注記", "注记", "註記", "주"),
        "date" => Five::new("date", "日付", "日期", "日期", "날짜"),
        "time_zone" => Five::new("time zone", "タイムゾーン", "时区", "時區", "시간대"),
        "kind" => Five::new("kind", "種類", "类型", "類型", "종류"),
        "place" => Five::new("place", "場所", "地点", "地點", "장소"),
        "importance" => Five::new("importance", "重要度", "重要程度", "重要程度", "중요도"),
        "tone" => Five::new("tone", "トーン", "基调", "基調", "논조"),
        "status" => Five::new("status", "状態", "状态", "狀態", "상태"),
        _ => return name,
    };
    words.get(language)
}
