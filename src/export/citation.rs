//! A source as a reader of each language expects it cited, and a quote with it, as plain text.

use crate::date::{Language, in_words};
use crate::record::{Event, LangTag, Name, Quote, Source, SourceDate, Timeline, link_is_safe};

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

/// A quote, who said it on which occasion, and its source: what "Copy quote with citation" copies.
///
/// Under words in another language stands their translation for the reader, where there is one,
/// with the document that it stands in where that is another one.
pub fn quote_with_citation(
    timeline: &Timeline,
    event: &Event,
    quote: &Quote,
    language: Language,
) -> String {
    let own = quote.lang.as_ref().unwrap_or(timeline.language());
    let translation = translation_for(quote, own, language);
    let document = quote
        .source
        .as_deref()
        .map(|source| cite(timeline, source, quote.locator.as_deref(), language));
    let other_document = translation.and_then(|(tag, _)| {
        let source = translation_document(quote, tag)?;
        let is_other = quote.source.as_deref() != Some(source);
        is_other.then(|| cite(timeline, source, None, language))
    });
    let said = said(event, quote, language);
    let translated = translation.map(|(tag, words)| quoted(words, tag.language()));
    let mut lines = vec![quoted(&quote.text, own.language())];
    match (translated, other_document) {
        // Each text with its own document, as the panel shows them.
        (Some(translated), Some(other)) => {
            lines.push(said);
            lines.extend(document);
            lines.extend([String::new(), translated, other]);
        }
        (translated, _) => {
            lines.extend(translated);
            lines.push(said);
            lines.extend(document);
        }
    }
    lines.join("\n")
}

/// "— Xi Jinping, Ishiba and Xi meet, 15 November 2024".
fn said(event: &Event, quote: &Quote, language: Language) -> String {
    let mut said: Vec<String> = Vec::new();
    let speaker = words(quote.speaker.as_ref(), language);
    if let Some(speaker) = speaker.or_else(|| words(quote.issuer.as_ref(), language)) {
        let via = words(quote.via.as_ref(), language);
        said.push(via.map_or_else(|| speaker.to_owned(), |via| relayed(speaker, via, language)));
    }
    said.push(event.title.pick(language).to_owned());
    said.push(in_words(&event.date, language));
    format!("— {}", said.join(Style::of(language).comma))
}

/// The translation that a reader of `language` is shown under words in the language `own`; none
/// where the words are in the reader's language.
pub(crate) fn translation_for<'q>(
    quote: &'q Quote,
    own: &LangTag,
    language: Language,
) -> Option<(&'q LangTag, &'q str)> {
    if own.language() == Some(language) {
        return None;
    }
    let is_other = |(tag, _): &(&LangTag, &str)| *tag != own;
    let best = quote.translations.pick_entry(language).filter(is_other);
    best.or_else(|| quote.translations.entries().find(is_other))
}

/// The id of the document in which a quote's translation stands, where the record says so.
pub(crate) fn translation_document<'q>(quote: &'q Quote, tag: &LangTag) -> Option<&'q str> {
    let entries = || quote.translation_sources.entries();
    let language = tag.language();
    entries()
        .find(|(other, _)| *other == tag)
        .or_else(|| entries().find(|(other, _)| language.is_some() && other.language() == language))
        .map(|(_, source)| source)
}

/// Quotation marks as the language of the words has them.
fn quoted(text: &str, language: Option<Language>) -> String {
    let (open, close) = match language {
        Some(Language::Ja | Language::ZhHant) => ("「", "」"),
        _ => ("“", "”"),
    };
    format!("{open}{text}{close}")
}

/// A speaker whose words came through somebody.
fn relayed(speaker: &str, via: &str, language: Language) -> String {
    match language {
        Language::En => format!("{speaker} (via {via})"),
        Language::Ja => format!("{speaker}（{via}による）"),
        Language::ZhHans => format!("{speaker}（据{via}）"),
        Language::ZhHant => format!("{speaker}（據{via}）"),
        Language::Ko => format!("{speaker}({via} 전언)"),
    }
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

/// The authors, or the editors where nobody wrote it.
fn authors(source: &Source, language: Language) -> Option<String> {
    const MOST: usize = 3;
    let people = if source.author.is_empty() {
        &source.editor
    } else {
        &source.author
    };
    let first_is_sorted = language == Language::En;
    let names: Vec<String> = people
        .iter()
        .enumerate()
        .map(|(at, name)| written(name, first_is_sorted && at == 0))
        .filter(|name| !name.is_empty())
        .collect();
    let (last, others) = names.split_last()?;
    if names.len() > MOST {
        let first = &names[0];
        return Some(match language {
            Language::En => format!("{first} et al."),
            Language::Ja => format!("{first}ほか"),
            Language::ZhHans | Language::ZhHant => format!("{first}等"),
            Language::Ko => format!("{first} 외"),
        });
    }
    if others.is_empty() {
        return Some(last.clone());
    }
    Some(match language {
        Language::En => format!("{} and {last}", others.join(", ")),
        Language::Ko => names.join("·"),
        Language::Ja => names.join("・"),
        Language::ZhHans | Language::ZhHant => names.join("、"),
    })
}

/// A name as one writes it: 佐竹知彦 and Satake, Haruka.
fn written(name: &Name, sorted: bool) -> String {
    let part = |part: &Option<String>| part.as_deref().unwrap_or_default().trim().to_owned();
    let (family, given) = (part(&name.family), part(&name.given));
    match (family.is_empty(), given.is_empty()) {
        (true, true) => part(&name.literal),
        (true, false) => given,
        (false, true) => family,
        (false, false) if is_east_asian(&family) => format!("{family}{given}"),
        (false, false) if sorted => format!("{family}, {given}"),
        (false, false) => format!("{given} {family}"),
    }
}

fn is_east_asian(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{20000}'..='\u{3FFFF}'))
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

/// How a language punctuates a citation.
struct Style {
    author_stop: &'static str,
    title: (&'static str, &'static str),
    title_stop: &'static str,
    after_title: &'static str,
    book: (&'static str, &'static str),
    comma: &'static str,
    stop: &'static str,
}

impl Style {
    const fn of(language: Language) -> Self {
        match language {
            Language::En => Self {
                author_stop: ". ",
                title: ("“", "”"),
                title_stop: ".",
                after_title: " ",
                book: ("", ""),
                comma: ", ",
                stop: ".",
            },
            Language::Ja => Self {
                author_stop: "",
                title: ("「", "」"),
                title_stop: "",
                after_title: "、",
                book: ("『", "』"),
                comma: "、",
                stop: "。",
            },
            Language::ZhHans => Self {
                author_stop: "：",
                title: ("《", "》"),
                title_stop: "",
                after_title: "，",
                book: ("《", "》"),
                comma: "，",
                stop: "。",
            },
            Language::ZhHant => Self {
                author_stop: "：",
                title: ("〈", "〉"),
                title_stop: "",
                after_title: "，",
                book: ("《", "》"),
                comma: "，",
                stop: "。",
            },
            Language::Ko => Self {
                author_stop: ", ",
                title: ("「", "」"),
                title_stop: "",
                after_title: ", ",
                book: ("『", "』"),
                comma: ", ",
                stop: ".",
            },
        }
    }

    /// "et al." has its full stop already.
    fn after_author(&self, authors: &str) -> &'static str {
        if self.author_stop == ". " && authors.ends_with('.') {
            " "
        } else {
            self.author_stop
        }
    }

    /// The parts with commas between them and a full stop; nothing for none.
    fn sentence(&self, parts: &[String]) -> String {
        if parts.is_empty() {
            return String::new();
        }
        let joined = parts.join(self.comma);
        let stop = if joined.ends_with(['.', '。']) {
            ""
        } else {
            self.stop
        };
        format!("{joined}{stop}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(sources: &str, quote: &str) -> Timeline {
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

    #[test]
    fn a_quote_is_copied_with_who_when_and_where() {
        let quote = r#"{"text": "吾往かん", "lang": "ja", "translations": {"en": "I will go"},
            "speaker": "Xi Jinping", "via": "an official", "source": "s", "locator": "p. 2"}"#;
        let timeline = record(r#"{"id": "s", "title": "T", "publisher": "P"}"#, quote);
        let event = timeline.event(timeline.find("e").unwrap()).unwrap();
        assert_eq!(
            quote_with_citation(&timeline, &event, &event.quotes[0], Language::En),
            "「吾往かん」\n“I will go”\n\
             — Xi Jinping (via an official), Ishiba and Xi meet, 15 November 2024\n“T.” P, p. 2."
        );
        assert_eq!(
            quote_with_citation(&timeline, &event, &event.quotes[0], Language::Ja),
            "「吾往かん」\n— Xi Jinping（an officialによる）、日中首脳会談、2024年11月15日\n「T」、P、p. 2。"
        );
    }

    #[test]
    fn each_text_that_is_copied_is_copied_with_its_own_document() {
        let sources = r#"{"id": "ja", "title": "会談録", "publisher": "外務省", "language": "ja"},
            {"id": "en", "title": "Record", "publisher": "WorldJPN", "issued": "1972-09",
             "URL": "https://example.org/en"}"#;
        let quote = r#"{"text": "吾往かん", "lang": "ja", "translations": {"zh-Hans": "吾往矣", "en": "I will go"},
            "translation_sources": {"zh-Hans": "ja", "en": "en"},
            "speaker": "Tanaka", "source": "ja", "locator": "p. 2"}"#;
        let timeline = record(sources, quote);
        let event = timeline.event(timeline.find("e").unwrap()).unwrap();
        let copied = |language| quote_with_citation(&timeline, &event, &event.quotes[0], language);
        assert_eq!(
            copied(Language::En),
            "「吾往かん」\n— Tanaka, Ishiba and Xi meet, 15 November 2024\n“会談録.” 外務省, p. 2.\n\n\
             “I will go”\n“Record.” WorldJPN, September 1972. https://example.org/en"
        );
        let chinese = copied(Language::ZhHans);
        assert!(
            chinese.contains("“吾往矣”") && chinese.matches("会談録").count() == 1,
            "one document for both is cited once: {chinese}"
        );
        assert!(!copied(Language::Ja).contains("Record"), "it is not copied");
    }

    #[test]
    fn a_reader_without_a_translation_of_their_own_copies_the_one_shown() {
        let quote = r#"{"text": "吾往かん", "lang": "ja", "translations": {"en": "I will go"}}"#;
        let timeline = record("", quote);
        let event = timeline.event(timeline.find("e").unwrap()).unwrap();
        let copied = quote_with_citation(&timeline, &event, &event.quotes[0], Language::Ko);
        assert!(
            copied.starts_with("「吾往かん」\n“I will go”\n— "),
            "{copied}"
        );
    }
}
