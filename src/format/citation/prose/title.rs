//! Where the title of a citation stands: in quotation marks, or by its position.

use std::ops::Range;

use super::authors;
use super::slate::TAKEN;
use crate::date::Edtf;
use crate::format::citation::dates;

/// Pairs of marks; those of books and periodicals come last.
const MARKS: [(char, char); 9] = [
    ('“', '”'),
    ('"', '"'),
    ('「', '」'),
    ('｢', '｣'),
    ('〈', '〉'),
    ('«', '»'),
    ('‘', '’'),
    ('『', '』'),
    ('《', '》'),
];
/// The longest title, in characters.
const LONGEST_CHARS: usize = 400;
/// The longest date in parentheses.
const LONGEST_DATE_BYTES: usize = 48;

/// A title's place in a citation.
#[derive(Debug, PartialEq)]
pub(super) struct Found {
    /// The title alone.
    pub title: Range<usize>,
    /// With its marks; what stands before are the authors, what comes after is the rest.
    pub whole: Range<usize>,
    /// The periodical or book, when it has marks of its own; with and without them.
    pub container: Option<(Range<usize>, Range<usize>)>,
    /// The date in parentheses before it.
    pub issued: Option<(Range<usize>, Edtf)>,
    pub form: Form,
}

/// What the marks say of the document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    /// A part of something: in quotation marks.
    Part,
    /// A whole: in the marks of a book.
    Whole,
    /// By its position only.
    Bare,
    /// By its letter in brackets, as GB/T 7714 has it.
    Typed(&'static str),
}

/// Types of GB/T 7714, with the words of CSL.
const TYPES: &[(&str, &str)] = &[
    ("J", "article-journal"),
    ("N", "article-newspaper"),
    ("M", "book"),
    ("R", "report"),
    ("D", "thesis"),
    ("C", "paper-conference"),
    ("G", "book"),
    ("EB", "webpage"),
    ("Z", "document"),
    ("A", "document"),
];

pub(super) fn find(text: &str) -> Option<Found> {
    let quoted = quoted(text, 0);
    let before_quote = quoted
        .as_ref()
        .map_or(text.len(), |(whole, ..)| whole.start);
    if let Some(found) = typed(text, before_quote) {
        return Some(found);
    }
    let dated = dated(text, before_quote);
    if let Some((close, issued)) = dated {
        let rest = &text[close..];
        let title = rest.trim_start_matches([' ', '.', ',', ':', '．', '，', '：']);
        let start = text.len() - title.len();
        if start == before_quote {
            return Some(with_marks(text, quoted?, Some(issued)));
        }
        let end = start + sentence_end(title);
        return bare(text, start..end, Some(issued));
    }
    if let Some(quoted) = quoted {
        return Some(with_marks(text, quoted, None));
    }
    noted(text).or_else(|| by_sentences(text))
}

type Quoted = (Range<usize>, Range<usize>, char);

/// The first text in marks from a place on: with them, without them, and the opening one.
fn quoted(text: &str, from: usize) -> Option<Quoted> {
    for (at, open) in text[from..].char_indices() {
        let Some((_, close)) = MARKS.iter().find(|(sign, _)| *sign == open) else {
            continue;
        };
        let start = from + at + open.len_utf8();
        let Some(end) = closing(text, start, open, *close) else {
            continue;
        };
        let inside = &text[start..end];
        let fits = inside.chars().count() <= LONGEST_CHARS;
        if fits && inside.chars().any(char::is_alphanumeric) && !inside.contains(TAKEN) {
            return Some((from + at..end + close.len_utf8(), start..end, open));
        }
    }
    None
}

fn closing(text: &str, start: usize, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text[start..].char_indices() {
        let after = text[start + at + c.len_utf8()..].chars().next();
        // The apostrophe of ‘China’s quest’ does not close.
        let apostrophe = c == '’' && after.is_some_and(char::is_alphanumeric);
        if c == close && !apostrophe {
            if depth == 0 {
                return Some(start + at);
            }
            depth -= 1;
        } else if c == open && open != close {
            depth += 1;
        }
    }
    None
}

fn with_marks(text: &str, quoted_title: Quoted, issued: Option<(Range<usize>, Edtf)>) -> Found {
    let (whole, inside, open) = quoted_title;
    let is_book = |open: char| matches!(open, '『' | '《');
    let next = quoted(text, whole.end).filter(|(_, _, open)| is_book(*open));
    // A second one far away belongs to something else.
    let next = next.filter(|(next, ..)| !text[whole.end..next.start].contains(['。', TAKEN]));
    let form = match (is_book(open), &next) {
        (true, None) => Form::Whole,
        _ => Form::Part,
    };
    let words = text[inside.clone()].trim_end_matches([',', '，', ' ']);
    let words = match words.strip_suffix('.') {
        Some(bare) if !bare.ends_with('.') && !ends_with_initial(bare) => bare,
        _ => words,
    };
    Found {
        title: inside.start..inside.start + words.len(),
        whole,
        container: next.map(|(whole, inside, _)| (whole, inside)),
        issued,
        form,
    }
}

fn ends_with_initial(text: &str) -> bool {
    let mut letters = text.chars().rev();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_none_or(|c| c == '.' || c == ' ')
}

/// `Authors. Title[J]. Periodical, 2008`.
fn typed(text: &str, before: usize) -> Option<Found> {
    for (open, _) in text[..before].match_indices('[') {
        let rest = &text[open + 1..];
        let Some(close) = rest.bytes().take(8).position(|byte| byte == b']') else {
            continue;
        };
        let letter = rest[..close].split('/').next().unwrap_or_default();
        let Some((_, csl)) = TYPES.iter().find(|(known, _)| *known == letter) else {
            continue;
        };
        let start = sentence_end(&text[..open]);
        let start = if start >= open { 0 } else { start };
        let title = text[start..open]
            .trim_start_matches(|c: char| !c.is_alphanumeric() && !"“《「".contains(c));
        let start = open - title.len();
        let title = text[start..open].trim_end();
        return (!title.is_empty()).then(|| Found {
            title: start..start + title.len(),
            whole: start..open + close + 2,
            container: None,
            issued: None,
            form: Form::Typed(csl),
        });
    }
    None
}

/// `Authors (2024, December 15)`: where the parenthesis ends, and the date.
fn dated(text: &str, before: usize) -> Option<(usize, (Range<usize>, Edtf))> {
    let open = text[..before].find(['(', '（'])?;
    let width = text[open..].chars().next().map_or(1, char::len_utf8);
    let inside = &text[open + width..];
    let length = inside
        .find([')', '）'])
        .filter(|&length| length <= LONGEST_DATE_BYTES)?;
    let close_width = inside[length..].chars().next().map_or(1, char::len_utf8);
    let close = open + width + length + close_width;
    // 2024a tells two of one year apart.
    let words = inside[..length].trim();
    let bare = words.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let words = if bare.len() + 1 == words.len() && bare.ends_with(|c: char| c.is_ascii_digit()) {
        bare
    } else {
        words
    };
    let (range, date) = dates::all(words).into_iter().next()?;
    let whole = range.start == 0 && range.end == words.len();
    let authors = authors::parse(&text[..open]).is_some();
    (whole && authors).then_some((close, (open..close, date)))
}

/// `Family, Given. Title. Place: Publisher, Year.`
fn by_sentences(text: &str) -> Option<Found> {
    let authors = author_sentence_end(text)?;
    let title = text[authors..].trim_start_matches([' ', '.']);
    let start = text.len() - title.len();
    let inverted = authors::parse(&text[..authors])?
        .names
        .first()
        .is_some_and(|name| name.family.is_some());
    if !inverted {
        return None;
    }
    // `Smith, Sheila A. 2015. Title.`
    let first = start + sentence_end(title);
    let year = text[start..first].trim_end_matches('.');
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    if is_year && let Ok(date) = Edtf::parse(year) {
        let title = text[first..].trim_start();
        let title_at = text.len() - title.len();
        let issued = (start..first, date);
        let end = title_at + sentence_end(title);
        return bare(text, title_at..end, Some(issued));
    }
    bare(text, start..first, None)
}

/// `Ezra F. Vogel, Deng Xiaoping (Cambridge, MA: Belknap Press, 2011)`, as footnotes have it.
fn noted(text: &str) -> Option<Found> {
    let open = text.match_indices('(').map(|(open, _)| open).find(|open| {
        let inside = text[open + 1..].split(')').next().unwrap_or_default();
        let year = inside.rsplit([',', ' ']).next().unwrap_or_default();
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        is_year && inside.contains(": ")
    })?;
    let (people, title) = text[..open].split_once(", ")?;
    let in_order = people.contains(' ') && authors::parse(people).is_some();
    let more_people = title.contains(", and ") || title.contains(" & ");
    let starts = title.chars().next().is_some_and(char::is_uppercase);
    if !in_order || more_people || !starts {
        return None;
    }
    let start = open - title.len();
    bare(text, start..open, None)
}

fn bare(text: &str, whole: Range<usize>, issued: Option<(Range<usize>, Edtf)>) -> Option<Found> {
    let words = text
        .get(whole.clone())?
        .trim_end_matches(['.', '。', ' ', ',']);
    let fits = words.chars().count() <= LONGEST_CHARS && words.chars().any(char::is_alphabetic);
    fits.then(|| Found {
        title: whole.start..whole.start + words.len(),
        whole,
        container: None,
        issued,
        form: Form::Bare,
    })
}

/// Where the sentence of the authors ends: an initial after a given name ends it when a longer
/// word follows, as in `Garver, John W. China's Quest.`
fn author_sentence_end(text: &str) -> Option<usize> {
    let end = sentence_end(text);
    let sentence = &text[..end];
    let comma = sentence.find(',')?;
    let is_and = |word: &str| matches!(word, "and" | "&");
    let mut at = comma + 1;
    let mut given = false;
    for word in sentence[comma + 1..].split(' ') {
        let is_initial = |word: &str| word.len() == 2 && word.ends_with('.');
        let next = sentence.get(at + word.len() + 1..).unwrap_or_default();
        let next = next.split(' ').next().unwrap_or_default();
        if is_and(word) {
            break;
        }
        if matches!(word, "ed." | "eds." | "(ed.)." | "(eds.).") {
            return Some(at + word.len());
        }
        if is_initial(word) && given && !(next.is_empty() || is_initial(next) || is_and(next)) {
            return Some(at + word.len());
        }
        given |= word.chars().count() > 2;
        at += word.len() + 1;
    }
    Some(end)
}

fn is_east_asian(c: char) -> bool {
    c > '\u{2E7F}' && c.is_alphanumeric()
}

/// Where the first sentence ends, after its full stop; the whole where it has none.
pub(super) fn sentence_end(text: &str) -> usize {
    const ABBREVIATED: [&str; 18] = [
        "vol", "no", "pp", "ed", "eds", "st", "dr", "mr", "mrs", "ms", "jr", "sr", "vs", "rev",
        "univ", "gen", "col", "trans",
    ];
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let next = text[end..].chars().next();
        let ends = next.is_none_or(|c| c == ' ' || c == TAKEN);
        match c {
            TAKEN if at > 0 => return at,
            '。' | '．' => return end,
            '?' | '!' | '？' | '！' if ends => return end,
            // 作者.题名: no space is needed there.
            '.' if next.is_some_and(is_east_asian) && text[..at].ends_with(is_east_asian) => {
                return end;
            }
            '.' if ends => {
                let word = text[..at]
                    .rsplit([' ', '(', TAKEN])
                    .next()
                    .unwrap_or_default();
                let small = word.to_lowercase();
                let initial = ends_with_initial(word) || word.contains('.');
                if !initial && !ABBREVIATED.contains(&small.as_str()) {
                    return end;
                }
            }
            _ => {}
        }
    }
    text.len()
}
