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
/// Under words in another language stands their translation for the reader, where there is one.
pub fn quote_with_citation(
    timeline: &Timeline,
    event: &Event,
    quote: &Quote,
    language: Language,
) -> String {
    let own = quote
        .lang
        .as_ref()
        .unwrap_or(timeline.language())
        .language();
    let mut lines = vec![quoted(&quote.text, own)];
    if own != Some(language)
        && let Some(translation) = quote.translations.get(language)
    {
        lines.push(quoted(translation, Some(language)));
    }
    let style = Style::of(language);
    let mut said: Vec<String> = Vec::new();
    if let Some(speaker) = words(quote.speaker.as_ref(), language) {
        let via = words(quote.via.as_ref(), language);
        said.push(via.map_or_else(|| speaker.to_owned(), |via| relayed(speaker, via, language)));
    }
    said.push(event.title.pick(language).to_owned());
    said.push(in_words(&event.date, language));
    lines.push(format!("— {}", said.join(style.comma)));
    if let Some(source) = &quote.source {
        lines.push(cite(timeline, source, quote.locator.as_deref(), language));
    }
    lines.join("\n")
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
    let number = match (&source.volume, &source.issue) {
        (Some(volume), Some(issue)) => Some(format!("{volume}({issue})")),
        (Some(one), None) | (None, Some(one)) => Some(one.clone()),
        (None, None) => None,
    };
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

/// The address, when it can be opened safely; else that of the document's DOI.
fn address(source: &Source) -> Option<String> {
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
}
