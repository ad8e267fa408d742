//! In which languages an event's words are, and what those languages are called.

use super::line::{Ink, Line};
use super::reader::Reader;
use crate::date::Language;
use crate::export::translation_for;
use crate::record::{Event, LangTag, Quote, Timeline};
use crate::theme::{TextRole, symbol};

/// Whether the words, or a translation of them, are in the reader's language; either Chinese script
/// is read by a reader of the other.
pub(super) fn can_be_read(quote: &Quote, own: &LangTag, language: Language) -> bool {
    let is_chinese = |language| matches!(language, Language::ZhHans | Language::ZhHant);
    let reads = |tag: &LangTag| {
        tag.language()
            .is_some_and(|other| other == language || is_chinese(other) && is_chinese(language))
    };
    reads(own) || quote.translations.entries().any(|(tag, _)| reads(tag))
}

/// In how many languages the words are that are shown at first: the texts, and the translations
/// for this reader.
pub(super) fn language_count(timeline: &Timeline, event: &Event, language: Language) -> usize {
    let mut tags: Vec<&LangTag> = Vec::new();
    for quote in &event.quotes {
        let own = quote.lang.as_ref().unwrap_or(timeline.language());
        tags.push(own);
        tags.extend(translation_for(quote, own, language).map(|(tag, _)| tag));
    }
    tags.sort_unstable();
    tags.dedup();
    tags.len()
}

/// "日本語 · JAPANESE"; one of them where they are the same, the bare tag for other languages.
pub(super) fn language_line(lang: &str, reader: Reader) -> Line {
    let Some(language) = Language::from_tag(lang) else {
        return Line::of(
            TextRole::Section,
            Ink::Muted,
            reader.tag(),
            lang.to_uppercase(),
        );
    };
    let mut line = Line::default();
    if language != reader.language {
        line.push(
            TextRole::Section,
            Ink::Muted,
            language.tag(),
            language.own_name().to_uppercase(),
        );
    }
    let name = language.name(reader.language).to_uppercase();
    if name != line.text() {
        line.push_after(
            symbol::BETWEEN,
            TextRole::Section,
            Ink::Muted,
            reader.tag(),
            &name,
        );
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_named_in_itself_and_for_the_reader() {
        let english = Reader {
            language: Language::En,
            second: Language::Ja,
            zone: None,
        };
        let korean = Reader {
            language: Language::Ko,
            ..english
        };
        assert_eq!(language_line("ja", english).text(), "日本語 · JAPANESE");
        assert_eq!(language_line("en", english).text(), "ENGLISH");
        assert_eq!(language_line("ja", korean).text(), "日本語 · 일본어");
        assert_eq!(language_line("de", english).text(), "DE");
    }
}
