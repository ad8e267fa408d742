//! Where words were found, as one line: the field's name, a stretch of its text, and the marks.

use std::ops::Range;

use crate::date::Language;
use crate::index::Found;
use crate::record::Timeline;

/// A stretch of text in which something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What the text is: "Quote".
    pub field: &'static str,
    /// BCP 47 tag of the text.
    pub lang: String,
    /// The text, cut around the words found.
    pub text: String,
    /// The words found, in bytes of `text`, in order.
    pub marks: Vec<Range<usize>>,
}

/// The line for an event found.
pub fn line(timeline: &Timeline, found: &Found, language: Language) -> Line {
    Line {
        field: "Title",
        lang: language.tag().to_owned(),
        text: timeline.title(found.event, language).into_owned(),
        marks: Vec::new(),
    }
}

/// The text as pieces, each with whether it is marked. Marks that lie outside of the text, inside
/// of a character or over another mark are left out.
pub fn pieces<'t>(text: &'t str, marks: &[Range<usize>]) -> Vec<(&'t str, bool)> {
    let mut pieces = Vec::with_capacity(marks.len() * 2 + 1);
    let mut at = 0;
    for mark in marks {
        if mark.start < at || mark.is_empty() {
            continue;
        }
        if let (Some(before), Some(marked)) = (text.get(at..mark.start), text.get(mark.clone())) {
            if !before.is_empty() {
                pieces.push((before, false));
            }
            pieces.push((marked, true));
            at = mark.end;
        }
    }
    match text.get(at..) {
        Some(rest) if !rest.is_empty() || pieces.is_empty() => pieces.push((rest, false)),
        _ => {}
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_divide_the_text_and_lose_nothing() {
        let text = "日本と中国";
        assert_eq!(
            pieces(text, &[0..6, 9..15]),
            [("日本", true), ("と", false), ("中国", true)]
        );
        assert_eq!(pieces("", &[]), [("", false)]);
    }

    #[test]
    fn a_mark_that_fits_no_text_is_left_out() {
        let joined = |marks: &[Range<usize>]| {
            pieces("中国", marks)
                .iter()
                .map(|(piece, _)| *piece)
                .collect::<String>()
        };
        assert_eq!(joined(&[1..3, 2..2, 3..90]), "中国");
        assert_eq!(pieces("abc", &[0..2, 1..3]), [("ab", true), ("c", false)]);
    }
}
