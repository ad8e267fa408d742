//! What follows the title: where it appeared, who published it.

use std::ops::Range;

use super::authors;
use super::slate::{Slate, TAKEN};
use super::title::{Form, sentence_end};
use crate::record::{LangTag, Source, Text};

/// The longest name of a periodical or a publisher, in characters.
const LONGEST_CHARS: usize = 120;
/// What publishers of books are called.
const PUBLISHERS: [&str; 22] = [
    "press",
    "publishing",
    "publishers",
    "publications",
    "books",
    "verlag",
    "routledge",
    "springer",
    "palgrave macmillan",
    "出版社",
    "出版",
    "出版会",
    "出版部",
    "書店",
    "书店",
    "書房",
    "書局",
    "书局",
    "書院",
    "新社",
    "출판사",
    "출판부",
];

/// Where what is published comes from, which is no periodical.
const PLACES: [&str; 22] = [
    "Beijing",
    "Berlin",
    "Cambridge",
    "Geneva",
    "Hong Kong",
    "London",
    "Moscow",
    "New York",
    "Osaka",
    "Oxford",
    "Paris",
    "Seoul",
    "Shanghai",
    "Singapore",
    "Taipei",
    "Tokyo",
    "Washington",
    "東京",
    "北京",
    "上海",
    "台北",
    "서울",
];

/// Takes the parts of which it is sure.
pub(super) fn take(
    slate: &mut Slate,
    from: usize,
    form: Form,
    source: &mut Source,
    language: &LangTag,
) {
    let is_whole = match form {
        Form::Whole => true,
        Form::Bare => source.volume.is_none() && place_in(slate.text(), from).is_some(),
        Form::Part => false,
        Form::Typed(kind) => kind == "book",
    };
    if let Some((place, publisher)) = place_in(slate.text(), from) {
        let in_parentheses = slate.text()[..place.start]
            .trim_end()
            .ends_with(['(', '（']);
        if is_whole || in_parentheses || matches!(form, Form::Typed(_)) {
            let plain = |words: String| Some(Text::plain(words.trim(), language.clone()));
            source.publisher_place = plain(slate.take(place));
            source.publisher = plain(slate.take(publisher));
        }
    }
    let mut is_first = true;
    for range in segments(slate.text(), from) {
        let words = slate.text()[range.clone()].to_owned();
        let plain = |words: &str| Some(Text::plain(words, language.clone()));
        if let Some(names) = words
            .strip_prefix("edited by ")
            .or(words.strip_prefix("ed. "))
        {
            if let Some(people) = authors::parse(names) {
                source.editor = people.names;
                slate.take(range);
            }
            continue;
        }
        let inside = words.strip_prefix("In ").or(words.strip_prefix("in "));
        let name = inside.unwrap_or(&words);
        if !is_title_like(name) {
            continue;
        }
        let publishes = is_publisher(name);
        if PLACES.contains(&name) && source.publisher_place.is_none() {
            source.publisher_place = plain(name);
            slate.take(range);
            // What comes after a place may be more of it.
            is_first = false;
            continue;
        }
        let fits_container = source.container_title.is_none() && is_first && !is_whole;
        // The Associated Press is read as a newspaper is.
        let surely_publishes = publishes
            && (form == Form::Bare || !name.is_ascii() || name.ends_with("University Press"));
        if fits_container && !surely_publishes {
            source.container_title = plain(name);
            if inside.is_some() {
                source.kind = Some("chapter".to_owned());
            }
            slate.take(range);
        } else if source.publisher.is_none() && publishes {
            source.publisher = plain(name);
            slate.take(range);
        }
        is_first = false;
    }
    if is_whole && source.publisher.is_some() && source.kind.is_none() {
        source.kind = Some("book".to_owned());
    }
}

/// The pieces between commas, full stops, parentheses and what was taken.
fn segments(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = from;
    let mut push = |start: usize, end: usize| {
        let is_edge = |c: char| c.is_whitespace() || "-–—:：\"“”".contains(c);
        let piece = &text[start..end];
        let head = piece.trim_start_matches(|c| is_edge(c) || c == '.');
        let words = head.trim_end_matches(is_edge);
        if words.chars().any(char::is_alphanumeric) {
            let start = end - head.len();
            found.push(start..start + words.len());
        }
    };
    // Where the sentence ends that a place is in; abbreviations do not end it.
    let mut stop = from + sentence_end(&text[from..]);
    for (at, c) in text[from..].char_indices() {
        let at = from + at;
        let end = at + c.len_utf8();
        if at >= stop {
            stop = at + sentence_end(&text[at..]).max(1);
        }
        let divides =
            ",，、;；。．()（）[]：『』《》".contains(c) || c == TAKEN || (c == '.' && end == stop);
        if divides {
            push(start, at);
            start = end;
        }
    }
    push(start, text.len());
    found
}

fn is_title_like(words: &str) -> bool {
    const LEADING: [&str; 6] = [
        "Available at",
        "Available from",
        "Available online",
        "Retrieved from",
        "URL",
        "DOI",
    ];
    // 第1版 is a page or an edition.
    let counts = ["第", "제"].into_iter().any(|sign| {
        let rest = words.strip_prefix(sign).map(str::trim_start);
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let small = words.chars().next().is_some_and(char::is_lowercase);
    let is_site = words.contains('.') && !words.contains(' ');
    letters >= 2
        && (!small || is_site)
        && !counts
        && !LEADING.contains(&words)
        && words.chars().count() <= LONGEST_CHARS
}

fn is_publisher(words: &str) -> bool {
    let small = words.to_lowercase();
    PUBLISHERS.iter().any(|known| {
        small
            .strip_suffix(known)
            .is_some_and(|before| !known.is_ascii() || before.is_empty() || before.ends_with(' '))
    })
}

/// `Cambridge, MA: Harvard University Press`: the place, and the publisher up to a comma.
fn place_in(text: &str, from: usize) -> Option<(Range<usize>, Range<usize>)> {
    let tail = text.get(from..)?;
    for (at, sign) in tail.match_indices([':', '：']) {
        let before = &tail[..at];
        let signs = ['。', '(', '（', TAKEN, '，'];
        let sign_end = before.rfind(signs).map_or(0, |at| {
            at + before[at..].chars().next().map_or(1, char::len_utf8)
        });
        let stop_end = before.rfind(". ").map_or(0, |at| at + 2);
        let place = &before[sign_end.max(stop_end)..];
        let place = place.trim_start_matches(['.', ' ']);
        let start = before.len() - place.len();
        let after = &tail[at + sign.len()..];
        let publisher = after.trim_start();
        let length = publisher
            .find([',', '，', '(', ')', '（', '）', TAKEN])
            .unwrap_or(publisher.len())
            .min(sentence_end(publisher));
        let at_publisher = from + tail.len() - publisher.len();
        let is_place = place
            .split([' ', ','])
            .filter(|word| !word.is_empty())
            .count()
            <= 4
            && is_title_like(place)
            && !place.contains(|c: char| c.is_ascii_digit());
        let publisher = publisher[..length].trim_end_matches(['.', '。', ' ']);
        let no_digits = !publisher.contains(|c: char| c.is_ascii_digit());
        if is_place && is_title_like(publisher) && no_digits {
            return Some((
                from + start..from + at,
                at_publisher..at_publisher + publisher.len(),
            ));
        }
    }
    None
}
