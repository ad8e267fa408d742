//! The date that a typed text is, and where it stands among what the text finds.
//!
//! Nearly every number can be read as a year: `200` may be typed to find Resolution 200. So a date
//! comes before what was found only where the record has something to show near it.

use crate::app::find::Find;
use crate::date::{Edtf, Extent, Language, Zone, in_words, read_human};

/// Seconds of an extent or a span: the first, and the first after.
type SpanS = (i64, i64);

/// Where the date stands among what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before it: Enter goes to the date first.
    First,
    /// After it, to be clicked.
    Last,
}

/// The date that the text in the field is, read and worded once.
#[derive(Default)]
pub struct TypedDate {
    text: String,
    language: Option<Language>,
    date: Option<Date>,
}

struct Date {
    words: String,
    extent_s: SpanS,
    /// Whether it is a letter and a number, as S47 is 1972: a letter may mean many things.
    is_initial: bool,
}

impl TypedDate {
    /// Reads the text, if it is not the one read last.
    pub fn read(&mut self, text: &str, language: Language) {
        let text = text.trim();
        if self.text != text || self.language != Some(language) {
            text.clone_into(&mut self.text);
            self.language = Some(language);
            self.date = date_of(text).map(|date| Date::new(text, &date, language));
        }
    }

    /// The date in words.
    pub fn words(&self) -> Option<&str> {
        self.date.as_ref().map(|date| date.words.as_str())
    }

    /// Where it stands among what a record with this span has for the text; none where the text
    /// is no date to offer.
    pub fn place(&self, span_s: Option<SpanS>, find: &Find) -> Option<Place> {
        let date = self.date.as_ref()?;
        date.place(span_s, find.count() > 0, find.is_running())
    }
}

impl Date {
    fn new(text: &str, date: &Edtf, language: Language) -> Self {
        let Extent { start, end } = date.extent(Zone::UTC);
        Self {
            words: in_words(date, language),
            extent_s: (start.at.0, end.at.0),
            is_initial: is_initial(text),
        }
    }

    fn place(&self, span_s: Option<SpanS>, has_found: bool, is_running: bool) -> Option<Place> {
        if self.is_initial {
            let is_within = span_s.is_some_and(|span_s| overlap(self.extent_s, span_s));
            return (is_within && has_found).then_some(Place::First);
        }
        let is_near = span_s.is_some_and(|span_s| overlap(self.extent_s, around(span_s)));
        // Something may be found yet.
        let is_alone = !has_found && !is_running;
        Some(if is_near || is_alone {
            Place::First
        } else {
            Place::Last
        })
    }
}

/// The date that a text is; none for a sign alone, such as the slash of an interval.
fn date_of(text: &str) -> Option<Edtf> {
    let is_spoken = text.contains(char::is_alphanumeric);
    is_spoken.then(|| read_human(text).ok()).flatten()
}

/// Whether the text is one letter with a number after it, and not EDTF's Y of long years.
fn is_initial(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next();
    let is_letter = first.is_some_and(|first| first.is_ascii_alphabetic() && first != 'Y');
    is_letter && text.len() > 1 && letters.all(char::is_numeric)
}

fn overlap(one: SpanS, other: SpanS) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// The span with as much again on both sides.
fn around((start, end): SpanS) -> SpanS {
    let width = end.saturating_sub(start);
    (start.saturating_sub(width), end.saturating_add(width))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The place of a text where a record from 1945 to 2024 has nothing, or something, for it.
    fn places(text: &str) -> [Option<Place>; 2] {
        let extent = |text: &str| {
            let extent = Edtf::parse(text).expect("a date").extent(Zone::UTC);
            (extent.start.at.0, extent.end.at.0)
        };
        let span_s = Some((extent("1945").0, extent("2024").1));
        let date = date_of(text).map(|date| Date::new(text, &date, Language::En));
        [false, true].map(|has_found| date.as_ref()?.place(span_s, has_found, false))
    }

    #[test]
    fn a_number_far_from_the_record_is_no_date_before_what_it_finds() {
        let (first, last) = (Some(Place::First), Some(Place::Last));
        for (text, expected) in [
            ("1972", [first, first]),
            ("29 Sep 1972", [first, first]),
            ("昭和47年", [first, first]),
            ("1900", [first, first]),
            ("2100", [first, first]),
            ("1945/2024", [first, first]),
            ("200", [first, last]),
            ("1500", [first, last]),
            ("9999", [first, last]),
            ("Y-170000", [first, last]),
            ("talks", [None, None]),
        ] {
            assert_eq!(places(text), expected, "{text}");
        }
    }

    #[test]
    fn signs_and_a_letter_with_a_number_are_offered_only_where_they_find_their_years() {
        for text in ["/", "..", "../..", "/..", "[]", "-", "M1", "T1"] {
            assert_eq!(places(text), [None, None], "{text}");
        }
        for text in ["H1", "S47", "s47"] {
            assert_eq!(places(text), [None, Some(Place::First)], "{text}");
        }
        assert_eq!(places("S47.9.29"), [Some(Place::First); 2], "a whole date");
    }

    #[test]
    fn a_search_that_has_found_nothing_yet_is_waited_for() {
        let date = date_of("200").expect("a year");
        let date = Date::new("200", &date, Language::En);
        assert_eq!(date.place(None, false, true), Some(Place::Last));
        assert_eq!(date.place(None, false, false), Some(Place::First));
    }

    #[test]
    fn a_text_is_read_and_worded_once() {
        let mut typed = TypedDate::default();
        typed.read(" 1972-09 ", Language::En);
        assert_eq!(typed.words(), Some("September 1972"));
        typed.read("1972-09", Language::Ja);
        assert_eq!(typed.words(), Some("1972年9月"));
        typed.read("talks", Language::Ja);
        assert_eq!(typed.words(), None);
    }
}
