//! A quote with who said it and where it stands, as plain text.

use super::style::Style;
use super::{cite, words};
use crate::date::{Language, in_words};
use crate::record::{Event, LangTag, Quote, Timeline};

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

#[cfg(test)]
mod tests {
    use super::super::tests::record;
    use super::*;

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
