//! A source as a reader of each language expects it cited, as plain text.

mod authors;
mod quote;
mod style;

use authors::authors;
pub use quote::quote_with_citation;
pub(crate) use quote::{translation_document, translation_for};
use style::Style;

use crate::date::{Language, in_words};
use crate::record::{LangTag, Source, SourceDate, Timeline, link_is_safe};

/// A source of the record: author, title, where it appeared, date in words, place in it, address.
///
/// A source that the record does not have is cited by its id. An address that could not be opened
/// safely is left out.
///
/// ```
/// use nenpyo::{date::Language, export::cite, format::native};
/// let record = r#"{"format": "nenpyo/1", "title": "T", "events": [], "sources": [{
///     "id": "satake", "title": "Positivity peaks", "publisher": "East Asia Forum",
///     "author": [{"family": "Satake", "given": "Haruka"}], "issued": "2024-12"}]}"#;
/// let opened = native::read(record).unwrap();
/// assert_eq!(
///     cite(&opened.timeline, "satake", Some("¶4"), Language::En),
///     "Satake, Haruka. “Positivity peaks.” East Asia Forum, December 2024, ¶4."
/// );
/// ```
pub fn cite(
    timeline: &Timeline,
    source: &str,
    locator: Option<&str>,
    language: Language,
) -> String {
    let style = Style::of(language);
    let Some(source) = timeline.source(source) else {
        let parts = [Some(source.to_owned()), locator.map(str::to_owned)];
        return style.sentence(&parts.into_iter().flatten().collect::<Vec<_>>());
    };
    let mut text = String::new();
    if let Some(authors) = authors(source, language) {
        text.push_str(&authors);
        text.push_str(style.after_author(&authors));
    }
    let details = details(source, locator, language, &style);
    if let Some(title) = words(source.title.as_ref(), language) {
        let closes = title.ends_with(['.', '?', '!', '。', '？', '！']);
        let stop = if closes || details.is_empty() {
            ""
        } else {
            style.title_stop
        };
        text.push_str(style.title.0);
        text.push_str(title);
        text.push_str(stop);
        text.push_str(style.title.1);
        if !details.is_empty() {
            text.push_str(style.after_title);
        }
    } else if text.is_empty() && details.is_empty() {
        text.push_str(&source.id);
    }
    text.push_str(&style.sentence(&details));
    if let Some(address) = address(source) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&address);
    }
    text
}

/// What comes after the title: journal, publisher, date, place in the document.
fn details(
    source: &Source,
    locator: Option<&str>,
    language: Language,
    style: &Style,
) -> Vec<String> {
    let container = words(source.container_title.as_ref(), language);
    let publisher = words(source.publisher.as_ref(), language);
    let number = number(source);
    let container = match (container, number) {
        (Some(name), Some(number)) => {
            Some(format!("{}{name}{} {number}", style.book.0, style.book.1))
        }
        (Some(name), None) => Some(format!("{}{name}{}", style.book.0, style.book.1)),
        (None, number) => number,
    };
    let publisher =
        publisher.filter(|name| words(source.container_title.as_ref(), language) != Some(name));
    let issued = source.issued.as_ref().map(|date| match date {
        SourceDate::Edtf(date) => in_words(date, language),
        SourceDate::Literal(words) => words.clone(),
    });
    let place = locator.map(str::to_owned).or_else(|| source.page.clone());
    [container, publisher.map(str::to_owned), issued, place]
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect()
}

/// "12(3)": volume and issue.
pub(crate) fn number(source: &Source) -> Option<String> {
    match (&source.volume, &source.issue) {
        (Some(volume), Some(issue)) => Some(format!("{volume}({issue})")),
        (Some(one), None) | (None, Some(one)) => Some(one.clone()),
        (None, None) => None,
    }
}

/// The address, when it can be opened safely; else that of the document's DOI.
pub(crate) fn address(source: &Source) -> Option<String> {
    let doi = source
        .doi
        .as_ref()
        .map(|doi| format!("https://doi.org/{doi}"));
    source
        .url
        .clone()
        .filter(|url| link_is_safe(url))
        .or(doi)
        .filter(|url| link_is_safe(url))
}

/// A text for the reader, when it says something.
fn words(text: Option<&crate::record::Text>, language: Language) -> Option<&str> {
    let words = text?
        .pick_entry(language)
        .map(|(_, words): (&LangTag, &str)| words.trim())?;
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn record(sources: &str, quote: &str) -> Timeline {
        let text = format!(
            r#"{{"format": "nenpyo/1", "title": "T", "sources": [{sources}], "events": [
            {{"id": "e", "title": {{"en": "Ishiba and Xi meet", "ja": "日中首脳会談"}},
            "date": "2024-11-15", "quotes": [{quote}]}}]}}"#
        );
        crate::format::native::read(text)
            .expect("the record reads")
            .timeline
    }

    const FULL: &str = r#"{"id": "s", "title": {"en": "A Rising Sea", "ja": "満ちる海"},
        "author": [{"family": "Park", "given": "Cheol"}, {"literal": "Ministry of Seas"}],
        "container-title": "Pacific Notes", "volume": "12", "issue": "3", "publisher": "Tide Press",
        "issued": "2024-12", "page": "4–9", "URL": "https://example.org/a"}"#;

    fn cited(source: &str, locator: Option<&str>, language: Language) -> String {
        cite(&record(source, ""), "s", locator, language)
    }

    #[test]
    fn each_language_cites_in_its_own_way() {
        assert_eq!(
            cited(FULL, Some("p. 7"), Language::En),
            "Park, Cheol and Ministry of Seas. “A Rising Sea.” Pacific Notes 12(3), Tide Press, \
             December 2024, p. 7. https://example.org/a"
        );
        assert_eq!(
            cited(FULL, None, Language::Ja),
            "Cheol Park・Ministry of Seas「満ちる海」、『Pacific Notes』 12(3)、Tide Press、2024年12月、4–9。 \
             https://example.org/a"
        );
        assert!(
            cited(FULL, None, Language::ZhHant).contains("〈A Rising Sea〉，《Pacific Notes》")
        );
        assert!(
            cited(FULL, None, Language::Ko).contains("「A Rising Sea」, 『Pacific Notes』 12(3), ")
        );
    }

    #[test]
    fn what_is_missing_leaves_no_trace() {
        assert_eq!(
            cited(r#"{"id": "s", "title": "Alone"}"#, None, Language::En),
            "“Alone”"
        );
        assert_eq!(
            cited(
                r#"{"id": "s", "title": "Why?", "publisher": "P"}"#,
                None,
                Language::En
            ),
            "“Why?” P."
        );
        assert_eq!(cited(r#"{"id": "s"}"#, None, Language::En), "s");
        assert_eq!(
            cite(&record("", ""), "gone", Some("¶2"), Language::En),
            "gone, ¶2."
        );
    }

    #[test]
    fn only_safe_addresses_are_given() {
        let unsafe_link =
            r#"{"id": "s", "title": "T", "publisher": "P", "URL": "javascript:alert(1)"}"#;
        assert_eq!(cited(unsafe_link, None, Language::En), "“T.” P.");
        let doi = r#"{"id": "s", "title": "T", "publisher": "P", "DOI": "10.1/x"}"#;
        assert_eq!(
            cited(doi, None, Language::En),
            "“T.” P. https://doi.org/10.1/x"
        );
    }

    #[test]
    fn east_asian_names_are_written_as_at_home() {
        let authors =
            r#"{"id": "s", "title": "T", "author": [{"family": "佐竹", "given": "知彦"}]}"#;
        assert_eq!(cited(authors, None, Language::Ja), "佐竹知彦「T」");
        let four = r#"{"id": "s", "title": "T", "author": [{"family": "A", "given": "B"},
            {"family": "C"}, {"family": "D"}, {"family": "E"}]}"#;
        assert_eq!(cited(four, None, Language::En), "A, B et al. “T”");
    }
}
