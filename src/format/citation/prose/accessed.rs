//! "Accessed 3 May 2024", 2024年5月3日閲覧: when the author of a citation saw the page.

use std::ops::Range;

use super::super::dates;
use crate::date::Edtf;

/// Words before the date, small.
const BEFORE: [&str; 24] = [
    "last accessed",
    "date accessed",
    "accessed",
    "retrieved",
    "last viewed",
    "viewed",
    "last visited",
    "visited",
    "consulted",
    "最終閲覧日",
    "最終閲覧",
    "閲覧日",
    "閲覧",
    "最終アクセス日",
    "アクセス日",
    "アクセス",
    "参照日",
    "访问日期",
    "访问时间",
    "检索日期",
    "訪問日期",
    "檢索日期",
    "瀏覽日期",
    "접속일",
];
const KOREAN_BEFORE: [&str; 3] = ["검색일", "열람일", "접근일"];
/// Words after the date.
const AFTER: [&str; 14] = [
    "最終閲覧",
    "閲覧",
    "最終アクセス",
    "アクセス",
    "参照",
    "取得",
    "访问",
    "检索",
    "訪問",
    "檢索",
    "瀏覽",
    "접속",
    "검색",
    "열람",
];

/// The date with the words around it.
pub(super) fn find(text: &str) -> Option<(Range<usize>, Edtf)> {
    dates::all(text)
        .into_iter()
        .find_map(|(range, date)| Some((with_words(text, &range)?, date)))
}

fn with_words(text: &str, date: &Range<usize>) -> Option<Range<usize>> {
    let is_gap = |c: char| c == ' ' || ":：,，、([（".contains(c);
    let before = text[..date.start].trim_end_matches(is_gap);
    let before = before.strip_suffix(" on").unwrap_or(before);
    let before = before.trim_end_matches(is_gap);
    for word in BEFORE.iter().chain(&KOREAN_BEFORE) {
        let start = before.len().saturating_sub(word.len());
        let is_word = before
            .get(start..)
            .is_some_and(|end| end.to_lowercase() == *word);
        let is_whole = !before[..before.floor_char_boundary(start)]
            .ends_with(|c: char| c.is_ascii_alphanumeric());
        if is_word && is_whole {
            let rest = text[date.end..].trim_start_matches([',', ' ']);
            let from = rest
                .strip_prefix("from")
                .filter(|rest| rest.starts_with([' ', ':', '\0']));
            let end = from.map_or(date.end, |rest| text.len() - rest.len());
            return Some(start..end);
        }
    }
    let after = text[date.end..].trim_start_matches([' ', 'に', '에']);
    let word = AFTER.iter().find(|word| after.starts_with(**word))?;
    // 閲覧日 and 접속일 belong to the date after them.
    if after[word.len()..].starts_with(['日', '일', ':', '：']) {
        return None;
    }
    Some(date.start..text.len() - after.len() + word.len())
}
