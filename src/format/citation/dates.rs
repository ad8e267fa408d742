//! Dates in a text, and the date that a field is.

use std::ops::Range;

use crate::date::{ENGLISH_MONTHS, Edtf, read_human};
use crate::record::SourceDate;

/// The most bytes before a year that may belong to its date.
const MOST_BEFORE_BYTES: usize = 48;
/// Months and seasons are known by their first letters, too, which is how they are abbreviated.
const SEASONS: [&str; 5] = ["spring", "summer", "autumn", "fall", "winter"];

/// A field that is a date; words where it cannot be read as one.
pub(super) fn date(value: &str) -> SourceDate {
    let value = value.trim();
    read_human(value).map_or_else(|_| SourceDate::Literal(value.to_owned()), SourceDate::Edtf)
}

/// A month by its number, name or abbreviation.
pub(super) fn month(word: &str) -> Option<u8> {
    let word = word.trim().trim_end_matches('.').to_ascii_lowercase();
    if let Ok(number) = word.parse::<u8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let at = ENGLISH_MONTHS
        .iter()
        .position(|month| word.len() >= 3 && (month.starts_with(&word) || word == "sept"))?;
    let at = if word == "sept" { 8 } else { at };
    u8::try_from(at + 1).ok()
}

fn is_date_word(word: &str) -> bool {
    let small = word.to_ascii_lowercase();
    let is_month = small.bytes().all(|byte| byte.is_ascii_alphabetic()) && month(&small).is_some();
    is_month || SEASONS.contains(&small.as_str())
}

/// The dates of a text that can be read in one way, with their places.
pub(super) fn all(text: &str) -> Vec<(Range<usize>, Edtf)> {
    let mut found: Vec<(Range<usize>, Edtf)> = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digit_or_year(text, at) {
        let after = found.last().map_or(0, |(range, _)| range.end);
        let rest = &text[start..];
        let unit = rest.chars().next().filter(|c| matches!(c, '年' | '년'));
        let (one, end) = match unit {
            Some(unit) => {
                let end = start + unit.len_utf8();
                (of_east_asia(text, after, start, end), end)
            }
            None => {
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                let end = start + digits;
                (of_figures(text, after, start, end), end)
            }
        };
        at = end;
        if let Some((range, date)) = one {
            at = at.max(range.end);
            found.push((range, date));
        }
    }
    found
}

/// The next run of digits or 年 from `at`.
fn next_digit_or_year(text: &str, at: usize) -> Option<usize> {
    let is_start = |c: char| c.is_ascii_digit() || matches!(c, '年' | '년');
    text[at..].find(is_start).map(|found| at + found)
}

fn is_digit_like(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇一二三四五六七八九十元".contains(c)
}

/// 2008年5月7日, 昭和47年9月29日, 2024년 12월 15일: `year..unit_end` is 年.
fn of_east_asia(
    text: &str,
    after: usize,
    year: usize,
    unit_end: usize,
) -> Option<(Range<usize>, Edtf)> {
    const ERAS: [&str; 8] = [
        "明治", "大正", "昭和", "平成", "令和", "民國", "民国", "西暦",
    ];
    // 1970年代, 2年間, 2008年度 and 2年ぶり are no days of a document.
    if text[unit_end..].starts_with(['代', '度', '間', '间', '来', '以', 'ぶ', '간', '대', '도'])
    {
        return None;
    }
    let before = text[after..year].trim_end_matches(' ');
    let digits = before.trim_end_matches(is_digit_like);
    let number = &before[digits.len()..];
    let era = ERAS.iter().find(|era| digits.ends_with(**era));
    let signs = number.chars().count();
    if number.is_empty() || signs > 4 || (era.is_none() && signs != 4) {
        return None;
    }
    let start = after + digits.len() - era.map_or(0, |era| era.len());
    let mut ends = vec![unit_end];
    let mut end = unit_end;
    for units in [['月', '월'], ['日', '일']] {
        let rest = &text[end..];
        let number = rest.trim_start_matches(' ');
        let signs = number
            .chars()
            .take_while(|&c| is_digit_like(c))
            .map(char::len_utf8)
            .sum();
        let unit = number[signs..].trim_start_matches(' ');
        let Some(unit_sign) = unit.chars().next().filter(|c| units.contains(c)) else {
            break;
        };
        if signs == 0 {
            break;
        }
        end = text.len() - unit.len() + unit_sign.len_utf8();
        ends.push(end);
    }
    // What is no day, as 2008年13月, is not a year either.
    let end = *ends.last()?;
    let date = read_human(&text[start..end]).ok()?;
    Some((start..end, date))
}

/// A date around a run of ASCII digits, when that is a year of four.
fn of_figures(text: &str, after: usize, start: usize, end: usize) -> Option<(Range<usize>, Edtf)> {
    let before = text[after..start].chars().next_back();
    let next = text[end..].chars().next();
    let stands_in_word =
        |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_east_asian(c));
    if let Some(numeric) = of_numbers(text, after, start, end) {
        return numeric;
    }
    let year: i32 = text[start..end].parse().ok()?;
    let is_year = end - start == 4 && (1000..2100).contains(&year);
    let is_unit = text[end..]
        .trim_start_matches(' ')
        .starts_with(['年', '년', '月', '월', '日', '일']);
    if !is_year || is_unit || stands_in_word(before) || stands_in_word(next) {
        return None;
    }
    let before = before_year(text, after, start);
    for from in before.starts {
        let words = text[from..end].trim();
        // March/April 2006 is an issue of both.
        let joined = words.contains('/').then(|| words.replace('/', "-"));
        let joined = joined.and_then(|words| read_human(&words).ok());
        if let Some(date) = read_human(words).ok().or(joined) {
            return Some((from..end, date));
        }
    }
    if before.is_number {
        return None;
    }
    if let Some(found) = month_after_year(text, start, end) {
        return Some(found);
    }
    let date = read_human(&text[start..end]).ok()?;
    Some((start..end, date))
}

fn is_east_asian(c: char) -> bool {
    c > '\u{2E7F}'
}

/// A date of figures alone, such as 2024-05-03, 2008.5.7, `2024. 12. 15.` or 3/4/1972, which is
/// none: `Some(None)` for figures that are no date or may be two.
#[allow(clippy::option_option)] // not figures, figures that are no date, a date
fn of_numbers(
    text: &str,
    after: usize,
    start: usize,
    end: usize,
) -> Option<Option<(Range<usize>, Edtf)>> {
    let is_sign = |c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | '–');
    let left = text[after..start].trim_end_matches(is_sign);
    let from = after + left.len();
    let right = text[end..].trim_start_matches(is_sign);
    let to = text.len() - right.len();
    let group = text[from..to].trim_end_matches(['.', '-', '–', '/']);
    let group = group.trim_start_matches(['.', '-', '–', '/']);
    let from = from + text[from..to].find(group)?;
    let to = from + group.len();
    if group.len() > end - start {
        // A page range or a number has no year in it.
        let date = read_human(group).ok().filter(|_| has_year(group));
        return Some(date.map(|date| (from..to, date)));
    }
    let (spaced_end, parts) = spaced_figures(text, end);
    if parts == 2 {
        let words: String = text[start..spaced_end].split_whitespace().collect();
        let date = read_human(words.trim_end_matches('.')).ok()?;
        return Some(Some((start..spaced_end, date)));
    }
    None
}

fn has_year(group: &str) -> bool {
    group
        .split(|c: char| !c.is_ascii_digit())
        .any(|run| run.len() == 4 && matches!(run.as_bytes()[0], b'1' | b'2'))
}

/// `. 12. 15.` after a year: where it ends, and how many numbers it has.
fn spaced_figures(text: &str, year_end: usize) -> (usize, usize) {
    let mut end = year_end;
    let mut parts = 0;
    while parts < 2 {
        let Some(rest) = text[end..].strip_prefix(". ") else {
            break;
        };
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&digits) {
            break;
        }
        end += 2 + digits;
        parts += 1;
    }
    if parts == 2 && text[end..].starts_with('.') {
        end += 1;
    }
    (end, parts)
}

/// What may belong to a date before its year.
struct Before {
    /// Where a date may begin, the longest first.
    starts: Vec<usize>,
    /// Whether figures and a slash stand directly before the year, so that it is not alone.
    is_number: bool,
}

/// "25–30 September", "Nov./Dec.", "December 15," before a year.
fn before_year(text: &str, after: usize, year: usize) -> Before {
    let mut floor = year.saturating_sub(MOST_BEFORE_BYTES).max(after);
    while !text.is_char_boundary(floor) {
        floor += 1;
    }
    let is_sign = |c: char| c == ' ' || matches!(c, ',' | '.' | '-' | '–' | '/');
    let mut starts = Vec::new();
    let mut at = year;
    let mut seen_word = false;
    let mut comma = false;
    loop {
        let gap = text[floor..at].trim_end_matches(is_sign);
        comma |= seen_word && text[floor + gap.len()..at].contains(',');
        let word_start = gap
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_alphanumeric())
            .last();
        let Some((word_at, _)) = word_start else {
            break;
        };
        let word = &gap[word_at..];
        let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let suffix = &word[number.len()..];
        let is_day = (1..=2).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && ["", "st", "nd", "rd", "th"].contains(&suffix);
        let is_word = is_date_word(word);
        let is_of = seen_word && word == "of";
        // 12, December 2024 is the twelfth volume.
        if !(is_day && !comma || is_word || is_of) {
            break;
        }
        seen_word |= is_word;
        at = floor + word_at;
        if seen_word && !is_of {
            starts.push(at);
        }
        if starts.is_empty() && is_day {
            comma |= text[at + word.len()..year].contains(',');
        }
    }
    let direct = text[after..year].trim_end_matches(' ');
    let is_number = direct.ends_with('/')
        && direct
            .trim_end_matches(['/', ' '])
            .ends_with(|c: char| c.is_ascii_digit());
    starts.reverse();
    Before { starts, is_number }
}

/// "2024, December 15", as one style writes it.
fn month_after_year(text: &str, start: usize, end: usize) -> Option<(Range<usize>, Edtf)> {
    let rest = text[end..].trim_start_matches([',', ' ']);
    let at = text.len() - rest.len();
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &rest[..letters];
    if at == end || !is_date_word(word) {
        return None;
    }
    let mut best = None;
    let mut to = at + letters;
    let dot = text[to..].starts_with('.') && word.len() < 5;
    to += usize::from(dot);
    let year = &text[start..end];
    if let Ok(date) = read_human(&format!("{word} {year}")) {
        best = Some((start..to, date));
    }
    let days = text[to..].trim_start_matches(' ');
    let days_at = text.len() - days.len();
    let length: usize = days
        .chars()
        .take_while(|&c| c.is_ascii_digit() || matches!(c, '-' | '–'))
        .map(char::len_utf8)
        .sum();
    let day = days[..length].trim_end_matches(['-', '–']);
    // A number of more digits, or with a year after it, is no day of this one.
    let other_year = days[length..].trim_start_matches([',', ' ']);
    let digits = other_year.bytes().take_while(u8::is_ascii_digit).count();
    if !day.is_empty()
        && digits != 4
        && let Ok(date) = read_human(&format!("{word} {day}, {year}"))
    {
        best = Some((start..days_at + day.len(), date));
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(text: &str) -> Vec<String> {
        let found = all(text);
        for (range, _) in &found {
            assert!(text.get(range.clone()).is_some(), "{text}: {range:?}");
        }
        found.iter().map(|(_, date)| date.to_string()).collect()
    }

    #[test]
    fn dates_are_found_as_people_write_them() {
        for (text, expected) in [
            ("East Asia Forum, 15 December 2024.", "2024-12-15"),
            ("Forum, December 15, 2024, p. 3", "2024-12-15"),
            ("(2024, December 15)", "2024-12-15"),
            ("(2024, Dec. 15)", "2024-12-15"),
            ("(2024, December)", "2024-12"),
            ("12(3), December 2024", "2024-12"),
            ("Notes 12, December 2024", "2024-12"),
            ("no. 3 (Spring 2019): 4–9", "2019-21"),
            ("25–30 September 1972", "1972-09-25/1972-09-30"),
            ("『誌名』2008年5月7日、3頁", "2008-05-07"),
            ("昭和47年9月29日付", "1972-09-29"),
            ("2008 年 5 月号", "2008-05"),
            ("民國61年9月29日", "1972-09-29"),
            ("2024년 12월 15일자", "2024-12-15"),
            ("한겨레, 2024. 12. 15.", "2024-12-15"),
            ("北京, 2008-05-07.", "2008-05-07"),
            ("2008.5.7", "2008-05-07"),
            ("Oxford, 2009.", "2009"),
            ("(2024) Title", "2024"),
            ("the 3rd of May 2024", "2024-05-03"),
            ("85, no. 2 (March/April 2006)", "2006-03/2006-04"),
        ] {
            assert_eq!(dates(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_may_be_two_dates_or_none_stays_out() {
        for text in [
            "3/4/1972",
            "3 / 4 / 1972",
            "03-04-1972",
            "1970年代",
            "2年ぶり",
            "2008年度",
            "2008年13月",
            "ISO8601",
            "A2024B",
            "12345",
            "pp. 12–19",
            "10.1080/1343",
        ] {
            assert_eq!(dates(text), [""; 0], "{text}");
        }
    }
}
