//! Where words were found, as one line: the field's name, a stretch of its text, and the marks.

use std::ops::Range;

use crate::date::Language;
use crate::index::{Field, Search};
use crate::record::{Event, EventIx, LangTag, Text, Timeline};

/// Characters of a summary that are laid out; no list is so wide.
const SUMMARY_CHARS: usize = 160;
/// The same of a title, whose words found may stand late.
const TITLE_CHARS: usize = 400;

/// A text with the words found in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// BCP 47 tag of the text.
    pub lang: String,
    /// The text.
    pub text: String,
    /// The words found, in bytes of `text`, in order.
    pub marks: Vec<Range<usize>>,
}

/// What the list says of an event found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// The title.
    pub title: Marked,
    /// What the second line is, or where the words are: "quote".
    pub field: &'static str,
    /// A stretch of text with the words found; the beginning of the summary, without marks, where
    /// only the title holds them.
    pub second: Marked,
}

/// The lines for an event that a search found; none where the record does not have the event.
pub fn lines(
    timeline: &Timeline,
    search: &Search,
    event: EventIx,
    language: Language,
) -> Option<Lines> {
    let whole = timeline.event(event)?;
    let title = title(search, &whole, language);
    let excerpt = search.excerpt(timeline, event, language);
    let field = match &excerpt {
        Some(found) => found.field,
        // What no text holds was found by its date.
        None if title.marks.is_empty() => Field::Date,
        None => Field::Title,
    };
    let second = match excerpt {
        Some(found) => Marked {
            lang: (found.lang.as_ref())
                .map_or(language.tag(), LangTag::as_str)
                .to_owned(),
            text: found.text,
            marks: found.marks,
        },
        None => whole.summary.as_ref().map_or_else(Marked::default, |text| {
            picked(text, language, SUMMARY_CHARS)
        }),
    };
    Some(Lines {
        title,
        field: field.words(language),
        second,
    })
}

fn title(search: &Search, event: &Event, language: Language) -> Marked {
    let mut title = picked(&event.title, language, TITLE_CHARS);
    title.marks = search.marks(&title.text);
    title
}

/// The text's beginning for this reader.
fn picked(text: &Text, language: Language, chars: usize) -> Marked {
    let Some((lang, text)) = text.pick_entry(language) else {
        return Marked::default();
    };
    Marked {
        lang: lang.as_str().to_owned(),
        text: text.chars().take(chars).collect(),
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

    const RECORD: &str = r#"{"format": "nenpyo/1", "language": "en", "events": [
        {"id": "jc", "title": {"en": "Joint Communiqué", "ja": "日中共同声明"}, "date": "1972-09-29",
         "summary": "Relations become normal.", "people": ["Tanaka"],
         "quotes": [{"text": "ニッポンと中國の ﾍｲﾜ 友好関係", "lang": "ja",
                     "translations": {"en": "peace and friendship"}}]}]}"#;

    fn found(words: &str, language: Language) -> Lines {
        let timeline = crate::format::native::read(RECORD)
            .expect("a record")
            .timeline;
        lines(
            &timeline,
            &Search::new(words),
            EventIx::from_index(0),
            language,
        )
        .expect("the event")
    }

    fn marked(text: &Marked) -> Vec<&str> {
        pieces(&text.text, &text.marks)
            .into_iter()
            .filter(|(_, is_marked)| *is_marked)
            .map(|(piece, _)| piece)
            .collect()
    }

    #[test]
    fn a_hit_in_a_quote_shows_its_words_marked() {
        let lines = found("friendship", Language::En);
        assert_eq!((lines.field, lines.second.lang.as_str()), ("quote", "en"));
        assert_eq!(marked(&lines.second), ["friendship"]);
        assert_eq!(lines.title.text, "Joint Communiqué");
        assert_eq!(marked(&lines.title), [""; 0]);
        assert_eq!(found("friendship", Language::Ja).field, "引用");
    }

    #[test]
    fn a_hit_by_the_date_says_so() {
        let lines = found("1972", Language::En);
        assert_eq!(lines.field, "date");
        assert_eq!(lines.second.text, "Relations become normal.");
    }

    #[test]
    fn a_hit_in_japanese_is_marked_as_it_is_written() {
        for (words, as_written) in [
            ("にっぽん", "ニッポン"),
            ("中国", "中國"),
            ("へいわ", "ﾍｲﾜ"),
            ("ヘイワ", "ﾍｲﾜ"),
        ] {
            let lines = found(words, Language::En);
            assert_eq!(lines.second.lang, "ja", "{words}");
            assert_eq!(marked(&lines.second), [as_written], "{words}");
        }
    }

    #[test]
    fn a_hit_in_the_title_is_marked_there_and_not_said_again() {
        let lines = found("communique", Language::En);
        assert_eq!(lines.field, "title");
        assert_eq!(marked(&lines.title), ["Communiqué"]);
        assert_eq!(lines.second.text, "Relations become normal.");
        assert_eq!(marked(&lines.second), [""; 0]);
        let both = found("communique tanaka", Language::En);
        assert_eq!(marked(&both.title), ["Communiqué"]);
        assert_eq!(marked(&both.second), ["Tanaka"]);
    }

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
