//! Volume, issue and pages.

use std::ops::Range;

use super::slate::{Slate, TAKEN};
use crate::record::Source;

const VOLUMES: [&str; 2] = ["volume", "vol"];
const ISSUES: [&str; 4] = ["issue", "number", "no", "nr"];
const PAGES: [&str; 4] = ["pages", "page", "pp", "p"];
const VOLUME_UNITS: [&str; 3] = ["巻", "卷", "권"];
const ISSUE_UNITS: [&str; 4] = ["号", "號", "期", "호"];
const PAGE_UNITS: [&str; 6] = ["ページ", "頁", "页", "쪽", "面", "면"];

/// Takes the numbers that stand from a place on.
pub(super) fn take(slate: &mut Slate, from: usize, source: &mut Source) {
    if let Some((range, volume, issue)) = volume_with_issue(slate.text(), from) {
        slate.take(range);
        (source.volume, source.issue) = (volume, Some(issue));
    }
    if source.volume.is_none()
        && let Some((range, number)) = labelled(slate.text(), from, &VOLUMES)
            .or_else(|| counted(slate.text(), from, &VOLUME_UNITS))
    {
        slate.take(range);
        source.volume = Some(number);
    }
    if source.issue.is_none()
        && let Some((range, number)) = labelled(slate.text(), from, &ISSUES)
            .or_else(|| counted(slate.text(), from, &ISSUE_UNITS))
    {
        // "Pacific Notes 12, no. 3": the volume stands before.
        if source.volume.is_none()
            && let Some((before, volume)) = number_before(slate.text(), from, range.start)
        {
            slate.take(before);
            source.volume = Some(volume);
        }
        slate.take(range);
        source.issue = Some(number);
    }
    let has_number = source.volume.is_some() || source.issue.is_some();
    if let Some((range, pages)) = labelled(slate.text(), from, &PAGES)
        .or_else(|| counted(slate.text(), from, &PAGE_UNITS))
        .or_else(|| bare_pages(slate.text(), from, has_number))
    {
        slate.take(range);
        source.page = Some(pages);
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '〜' | '～' | '~')
}

/// The length of a number or a range of numbers at the start of a text.
fn number_length(text: &str) -> usize {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let is_part = |c: char| c.is_ascii_digit() || is_dash(c);
    let end = text.find(|c: char| !is_part(c)).unwrap_or(text.len());
    text[..end].trim_end_matches(is_dash).len()
}

/// `vol. 12`, `No 3`, `pp. 4–9`.
fn labelled(text: &str, from: usize, labels: &[&str]) -> Option<(Range<usize>, String)> {
    let bytes = text.as_bytes();
    for start in from..text.len() {
        let boundary = start == 0 || !bytes[start - 1].is_ascii_alphanumeric();
        if !boundary || !bytes[start].is_ascii_alphabetic() {
            continue;
        }
        for label in labels {
            let Some(rest) = bytes.get(start..start + label.len()) else {
                continue;
            };
            if !rest.eq_ignore_ascii_case(label.as_bytes()) {
                continue;
            }
            let Some(after) = text.get(start + label.len()..) else {
                continue;
            };
            let number = after.trim_start_matches('.').trim_start_matches(' ');
            let length = number_length(number);
            if length > 0 {
                let end = text.len() - number.len() + length;
                return Some((start..end, number[..length].to_owned()));
            }
        }
    }
    None
}

/// 第12巻, 3号, 4–9頁.
fn counted(text: &str, from: usize, units: &[&str]) -> Option<(Range<usize>, String)> {
    let tail = text.get(from..)?;
    for (at, _) in tail.char_indices() {
        let Some(unit) = units.iter().find(|unit| tail[at..].starts_with(**unit)) else {
            continue;
        };
        let before = tail[..at].trim_end_matches(' ');
        let head = before.trim_end_matches(|c: char| c.is_ascii_digit() || is_dash(c));
        let number = before[head.len()..].trim_start_matches(is_dash);
        if number.is_empty() {
            continue;
        }
        let start = before.len() - number.len();
        let ordinal = ["第", "제"]
            .into_iter()
            .find(|sign| before[..start].trim_end().ends_with(sign));
        let start = ordinal.map_or(start, |sign| before[..start].trim_end().len() - sign.len());
        return Some((from + start..from + at + unit.len(), number.to_owned()));
    }
    None
}

/// `12(3)`, `30 (4–5)`; of `2007(6)` the issue alone.
fn volume_with_issue(text: &str, from: usize) -> Option<(Range<usize>, Option<String>, String)> {
    let tail = text.get(from..)?;
    for (open, _) in tail.match_indices('(') {
        let before = tail[..open].strip_suffix(' ').unwrap_or(&tail[..open]);
        let head = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let volume = &before[head.len()..];
        let length = number_length(&tail[open + 1..]);
        let issue = &tail[open + 1..open + 1 + length];
        let is_number = issue
            .split(is_dash)
            .all(|part| (1..4).contains(&part.len()));
        let closed = tail[open + 1 + length..].starts_with(')');
        let alone = !head.ends_with(|c: char| c.is_alphanumeric() || is_dash(c));
        if (1..=4).contains(&volume.len()) && is_number && closed && alone {
            let is_year = volume.len() == 4;
            let start = if is_year { open } else { head.len() };
            let range = from + start..from + open + length + 2;
            return Some((
                range,
                (!is_year).then(|| volume.to_owned()),
                issue.to_owned(),
            ));
        }
    }
    None
}

/// A number of one to three digits before a place, with a comma between.
fn number_before(text: &str, from: usize, place: usize) -> Option<(Range<usize>, String)> {
    let before = text.get(from..place)?.trim_end_matches([' ', ',']);
    let head = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &before[head.len()..];
    let alone = head.ends_with([' ', ',', TAKEN]);
    ((1..4).contains(&number.len()) && alone)
        .then(|| (from + head.len()..from + before.len(), number.to_owned()))
}

/// `: 4–9`, `, 4–9.`: a range that stands alone, after a number or a parenthesis.
fn bare_pages(text: &str, from: usize, has_number: bool) -> Option<(Range<usize>, String)> {
    let tail = text.get(from..)?;
    for (at, sign) in tail.match_indices([',', ':', '，', '：']) {
        let after = tail[at + sign.len()..].trim_start_matches(' ');
        let length = number_length(after);
        let number = &after[..length];
        let ends = after[length..].is_empty()
            || after[length..].starts_with(['.', ',', ' ', ';', '。', '，', TAKEN]);
        let sure = has_number || tail[..at].ends_with([')', '）']);
        if number.contains(is_dash) && ends && sure {
            let start = from + tail.len() - after.len();
            return Some((start..start + length, number.to_owned()));
        }
    }
    None
}
