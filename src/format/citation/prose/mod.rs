//! A citation as people write them: in the manners of Chicago, MLA, APA, GB/T 7714, and of Japan,
//! China and Korea.
//!
//! It takes out what can be told by its form: addresses, when the page was seen, the title in its
//! marks or by its position, volume and pages, the date, who stands before the title and what
//! comes after it. What may be two things is left, and told.

mod accessed;
mod authors;
mod numbers;
mod slate;
mod tail;
mod title;

use super::{CitationError, Left, Manner, Pasted, Reading, Tally, address, dates, single_spaced};
use crate::date::Edtf;
use crate::record::{LangTag, Source, SourceDate, Text};
use slate::{Slate, TAKEN};
use title::Form;

/// The longest citation, in bytes; the time that one costs grows with its square.
const MOST_BYTES: usize = 4 << 10;

pub(super) fn read(text: &str, language: &LangTag) -> Result<Reading, CitationError> {
    let mut tally = Tally::new();
    for paragraph in paragraphs(text) {
        for (line, text) in citations(&paragraph, language) {
            if text.len() > MOST_BYTES {
                tally.add(Err(CitationError::LongParagraph { line }))?;
                continue;
            }
            let one = one(&text, language).map(|(source, left)| Pasted {
                source,
                manner: Manner::Prose,
                line,
                left,
            });
            tally.add(one.ok_or(CitationError::NoCitation { line }))?;
        }
    }
    let mut reading = tally.reading;
    if reading.found.is_empty() && reading.refused.len() == 1 {
        // One text has no need of its line.
        reading
            .refused
            .retain(|error| !matches!(error, CitationError::NoCitation { .. }));
    }
    Ok(reading)
}

/// The date of a text that only says when a page was seen.
pub(super) fn accessed_alone(text: &str) -> Option<Edtf> {
    let text = text.get(..MOST_BYTES.min(text.len()))?;
    let (range, date) = accessed::find(text)?;
    let outside = [&text[..range.start], &text[range.end..]];
    let alone = !outside
        .iter()
        .any(|part| part.contains(char::is_alphanumeric));
    alone.then_some(date)
}

/// The lines between empty ones, with the number of the first.
struct Paragraph<'t> {
    line: usize,
    lines: Vec<&'t str>,
}

fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut inside = false;
    for (at, line) in text.lines().enumerate() {
        let line_text = line.trim();
        if line_text.is_empty() {
            inside = false;
            continue;
        }
        match found.last_mut() {
            Some(last) if inside => last.lines.push(line_text),
            _ => found.push(Paragraph {
                line: at + 1,
                lines: vec![line_text],
            }),
        }
        inside = true;
    }
    found
}

/// The citations of a paragraph: each of its lines, when each is one, or all of it.
fn citations(paragraph: &Paragraph, language: &LangTag) -> Vec<(usize, String)> {
    let is_whole = |line: &&str| {
        line.len() <= MOST_BYTES
            && one(line, language).is_some_and(|(source, _)| {
                source.title.is_some() && (source.issued.is_some() || source.url.is_some())
            })
    };
    let numbered = paragraph.lines.iter().enumerate();
    if paragraph.lines.len() > 1 && paragraph.lines.iter().all(|line| is_whole(&line.trim())) {
        return numbered
            .map(|(at, line)| (paragraph.line + at, single_spaced(line)))
            .collect();
    }
    vec![(paragraph.line, single_spaced(&paragraph.lines.join(" ")))]
}

/// One citation, and what of it was not understood.
fn one(text: &str, language: &LangTag) -> Option<(Source, String)> {
    let text = without_number(text);
    let mut slate = Slate::new(text);
    let mut source = Source::new("");
    for (range, found) in address::all(text) {
        if address::put(&mut source, found) {
            slate.take(range);
        }
    }
    if let Some((range, date)) = accessed::find(slate.text()) {
        slate.take(range);
        source.accessed = Some(SourceDate::Edtf(date));
    }
    let plain = |words: &str| Some(Text::plain(words.trim(), language.clone()));
    let mut others = false;
    if let Some(found) = title::find(slate.text()) {
        source.title = plain(&slate.text()[found.title.clone()]);
        let after = found.whole.end;
        slate.take(found.whole.clone());
        if let Some((range, date)) = found.issued {
            slate.take(range);
            source.issued = Some(SourceDate::Edtf(date));
        }
        if let Some((whole, inside)) = found.container {
            source.container_title = plain(&slate.text()[inside]);
            slate.take(whole);
        }
        if let Form::Typed(kind) = found.form {
            source.kind = Some(kind.to_owned());
            take_bracketed_day(&mut slate, after, &mut source);
        }
        numbers::take(&mut slate, after, &mut source);
        take_date(&mut slate, &mut source);
        others = take_authors(&mut slate, found.whole.start, &mut source);
        tail::take(&mut slate, after, found.form, &mut source, language);
        if source.kind.is_none()
            && source.volume.is_some()
            && source.issue.is_some()
            && source.container_title.is_some()
        {
            source.kind = Some("article-journal".to_owned());
        }
    } else {
        take_date(&mut slate, &mut source);
    }
    source.language = spoken(source.title.as_ref());
    let has_address = source.url.is_some();
    let has_frame = !source.author.is_empty()
        || source.container_title.is_some()
        || source.publisher.is_some()
        || source.issued.is_some();
    if !(has_address || source.title.is_some() && has_frame) {
        return None;
    }
    if source.title.is_none() && source.kind.is_none() {
        let page = source.doi.is_none();
        source.kind = Some(if page { "webpage" } else { "document" }.to_owned());
    }
    let mut left = Left::default();
    for part in slate.left() {
        left.add(part);
    }
    if others {
        left.add("et al.");
    }
    Some((source, left.into_text()))
}

/// Without the number or the dot of a list: `[1]`, `12.`, `•`.
fn without_number(text: &str) -> &str {
    let text = text.trim_start_matches(['•', '*', '-', '–', ' ']);
    let bracketed = text.strip_prefix(['[', '(']).and_then(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let after = rest[digits..].strip_prefix([']', ')'])?;
        (1..4).contains(&digits).then_some(after)
    });
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let dotted = || {
        let after = text[digits..].strip_prefix(". ")?;
        (1..4).contains(&digits).then_some(after)
    };
    bracketed.or_else(dotted).unwrap_or(text).trim_start()
}

/// The one date that is left; of two that differ none is surely the right one, but a day is more
/// exact than its year.
fn take_date(slate: &mut Slate, source: &mut Source) {
    let mut found = dates::all(slate.text());
    if let Some(SourceDate::Edtf(known)) = &source.issued {
        let known = known.to_string();
        found.retain(|(_, date)| date.to_string().starts_with(&known));
    }
    let Some(longest) = found
        .iter()
        .max_by_key(|(_, date)| date.to_string().len())
        .cloned()
    else {
        return;
    };
    let whole = longest.1.to_string();
    if found
        .iter()
        .all(|(_, date)| whole.starts_with(&date.to_string()))
    {
        for (range, _) in found {
            slate.take(range);
        }
        source.issued = Some(SourceDate::Edtf(longest.1));
    }
}

/// `[2024-05-03]` after the type, which GB/T 7714 has for the day on which a page was seen.
fn take_bracketed_day(slate: &mut Slate, from: usize, source: &mut Source) {
    let tail = &slate.text()[from..];
    let Some(open) = tail.find('[') else { return };
    let Some(length) = tail[open..].find(']') else {
        return;
    };
    let range = from + open..from + open + length + 1;
    let inside = &slate.text()[range.start + 1..range.end - 1];
    if let Ok(date) = Edtf::parse(inside.trim())
        && source.accessed.is_none()
    {
        source.accessed = Some(SourceDate::Edtf(date));
        slate.take(range);
    }
}

/// Takes who stands before the title; whether there are more than are named.
fn take_authors(slate: &mut Slate, before: usize, source: &mut Source) -> bool {
    let text = &slate.text()[..before];
    let says = |part: &&str| part.chars().any(char::is_alphanumeric);
    let Some(part) = text.split(TAKEN).find(says) else {
        return false;
    };
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    let Some(people) = authors::parse(part) else {
        return false;
    };
    slate.take(start..start + part.len());
    if people.edited {
        source.editor = people.names;
    } else {
        source.author = people.names;
    }
    people.and_others
}

/// Kana and Hangul tell the language of a title; Han and Latin letters do not.
fn spoken(title: Option<&Text>) -> Option<LangTag> {
    let title = title?.original();
    let has = |range: std::ops::RangeInclusive<char>| title.chars().any(|c| range.contains(&c));
    if has('\u{3041}'..='\u{309F}') {
        Some(LangTag::new("ja"))
    } else if has('\u{AC00}'..='\u{D7A3}') {
        Some(LangTag::new("ko"))
    } else {
        None
    }
}
