//! A document as the panel tells it: what it is, where in it, and whether it can be opened.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::line::{Ink, Line};
use super::phrases::Phrase;
use super::reader::Reader;
use crate::date::in_words;
use crate::export::{address, cite, number};
use crate::record::{Citation, Name, Source, SourceDate, Timeline};
use crate::theme::{TextRole, symbol};

/// A document and where in it.
#[derive(Debug)]
pub(super) struct Document {
    /// Title, author, publisher, date, locator.
    pub line: Line,
    /// The way to it.
    pub link: Link,
}

/// Whether a document can be opened.
#[derive(Debug)]
pub(super) enum Link {
    /// At this address, which is http, https or mailto.
    Open(String),
    /// Not, for this reason.
    Closed(Line),
    /// There is no address, and nothing is known about it.
    Nowhere,
}

/// Tells an event's documents one after another. Why one cannot be opened is told once, where the
/// document comes first.
pub(super) struct Shelf<'t> {
    timeline: &'t Timeline,
    reader: Reader,
    told: RefCell<BTreeSet<String>>,
}

impl<'t> Shelf<'t> {
    pub(super) fn new(timeline: &'t Timeline, reader: Reader) -> Self {
        Self {
            timeline,
            reader,
            told: RefCell::default(),
        }
    }

    /// The document of this id.
    pub(super) fn document(&self, id: &str, locator: Option<&str>) -> Document {
        let reader = self.reader;
        let Some(source) = self.timeline.source(id) else {
            let missing = format!("{id} ({})", Phrase::NotInRecord.words(reader.language));
            let line = Line::of(TextRole::Meta, Ink::Muted, reader.tag(), missing);
            return Document {
                line,
                link: Link::Nowhere,
            };
        };
        let is_first = self.told.borrow_mut().insert(id.to_owned());
        let line = document_line(source, locator, reader);
        let link = match link(source, reader) {
            Link::Closed(_) if !is_first => Link::Nowhere,
            link => link,
        };
        Document { line, link }
    }

    /// A document that is not shown at first: what is told of it counts as not told.
    pub(super) fn document_aside(&self, id: &str) -> Document {
        let told = self.told.borrow().contains(id);
        let document = self.document(id, None);
        if !told {
            self.told.borrow_mut().remove(id);
        }
        document
    }

    /// Says that a text stands where the one above it does.
    pub(super) fn same_document(&self) -> Document {
        let words = Phrase::SameDocument.words(self.reader.language);
        Document {
            line: Line::of(TextRole::Meta, Ink::Muted, self.reader.tag(), words),
            link: Link::Nowhere,
        }
    }

    /// A source of the whole event, cited in full.
    pub(super) fn cited(&self, citation: &Citation) -> Document {
        let (reader, locator) = (self.reader, citation.locator.as_deref());
        let mut found = self.document(&citation.source, locator);
        if let Some(source) = self.timeline.source(&citation.source) {
            let words = cite(self.timeline, &citation.source, locator, reader.language);
            let lang = source
                .language
                .as_ref()
                .map_or(reader.tag(), |tag| tag.as_str());
            found.line = Line::of(TextRole::Meta, Ink::Text, lang, words);
        }
        found
    }
}

fn document_line(source: &Source, locator: Option<&str>, reader: Reader) -> Line {
    let mut line = Line::default();
    let own = source
        .language
        .as_ref()
        .map_or(reader.tag(), |tag| tag.as_str());
    if let Some(title) = &source.title {
        // A plain title stands in the document's language, whatever the record's is.
        let (tag, words) = reader.pick(title);
        line.push(
            TextRole::Meta,
            Ink::Text,
            if title.is_plain() { own } else { tag },
            words,
        );
    }
    let mut add = |lang: &str, words: &str| {
        line.push_after(symbol::BETWEEN, TextRole::Meta, Ink::Muted, lang, words);
    };
    let people = if source.author.is_empty() {
        &source.editor
    } else {
        &source.author
    };
    add(own, &names(people));
    let container = source
        .container_title
        .as_ref()
        .map(|text| reader.pick(text));
    let publisher = source.publisher.as_ref().map(|text| reader.pick(text));
    let number = number(source);
    match (container, &number) {
        (Some((tag, words)), Some(number)) => add(tag, &format!("{words} {number}")),
        (Some((tag, words)), None) => add(tag, words),
        (None, number) => add(own, number.as_deref().unwrap_or_default()),
    }
    if let Some((tag, words)) = publisher.filter(|publisher| container != Some(*publisher)) {
        add(tag, words);
    }
    match &source.issued {
        Some(SourceDate::Edtf(date)) => add(reader.tag(), &in_words(date, reader.language)),
        Some(SourceDate::Literal(words)) => add(own, words),
        None => {}
    }
    add(own, locator.or(source.page.as_deref()).unwrap_or_default());
    if line.is_empty() {
        line.push(TextRole::Meta, Ink::Muted, reader.tag(), source.id.as_str());
    }
    line
}

/// "Haruka Satake", "Ministry of Foreign Affairs": up to three, as they write themselves.
fn names(people: &[Name]) -> String {
    const MOST: usize = 3;
    let mut words: Vec<String> = people.iter().take(MOST).map(name).collect();
    if people.len() > MOST {
        words.push(symbol::MORE.to_owned());
    }
    words.join(", ")
}

fn name(name: &Name) -> String {
    if let Some(literal) = &name.literal {
        return literal.clone();
    }
    match (name.family.as_deref(), name.given.as_deref()) {
        // Chinese, Japanese and Korean names in their own script stand family first, unspaced.
        (Some(family), Some(given))
            if !family.is_ascii() && given.chars().all(|c| c > '\u{2E7F}') =>
        {
            format!("{family}{given}")
        }
        (Some(family), Some(given)) => format!("{given} {family}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => String::new(),
    }
}

fn link(source: &Source, reader: Reader) -> Link {
    let closed =
        |lang: &str, words: &str| Link::Closed(Line::of(TextRole::Label, Ink::Muted, lang, words));
    if let Some(url) = address(source) {
        return Link::Open(url);
    }
    if source.url.is_some() {
        return closed(reader.tag(), Phrase::UnsafeLink.words(reader.language));
    }
    match source.note.as_ref().map(|note| reader.pick(note)) {
        Some((tag, words)) if !words.is_empty() => closed(tag, words),
        _ => Link::Nowhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Language;
    use crate::format::native;

    fn documents() -> Timeline {
        let record = r#"{"format": "nenpyo/1", "events": [], "sources": [
            {"id": "satake", "title": "Positivity peaks", "language": "en", "publisher": "East Asia Forum",
             "author": [{"family": "Satake", "given": "Haruka"}], "issued": "2024-12",
             "URL": "https://example.org/a"},
            {"id": "journal", "title": "A Rising Sea", "container-title": "Pacific Notes", "volume": "12",
             "issue": "3", "page": "4–9", "URL": "javascript:alert(1)", "DOI": "10.1/x"},
            {"id": "sly", "title": "Sly", "URL": "javascript:alert(1)"},
            {"id": "paper", "title": "会談録", "language": "ja", "author": [{"family": "佐竹", "given": "遥"}],
             "note": "Read on paper; not linked."}]}"#;
        native::read(record).unwrap().timeline
    }

    fn of(id: &str, locator: Option<&str>) -> Document {
        let reader = Reader {
            language: Language::En,
            second: Language::Ja,
            zone: None,
        };
        Shelf::new(&documents(), reader).document(id, locator)
    }

    #[test]
    fn a_document_says_title_author_publisher_date_and_place() {
        let document = of("satake", Some("¶4"));
        let words = "Positivity peaks · Haruka Satake · East Asia Forum · December 2024 · ¶4";
        assert_eq!(document.line.text(), words);
        assert!(matches!(document.link, Link::Open(url) if url == "https://example.org/a"));
        assert_eq!(of("paper", None).line.text(), "会談録 · 佐竹遥");
    }

    #[test]
    fn a_document_says_its_number_and_page_as_its_citation_does() {
        let document = of("journal", None);
        let words = "A Rising Sea · Pacific Notes 12(3) · 4–9";
        assert_eq!(document.line.text(), words);
        assert!(matches!(document.link, Link::Open(url) if url == "https://doi.org/10.1/x"));
        assert_eq!(
            of("journal", Some("p. 7")).line.text(),
            words.replace("4–9", "p. 7")
        );
    }

    #[test]
    fn only_a_safe_address_is_a_link_and_the_reason_is_told() {
        assert!(matches!(of("sly", None).link, Link::Closed(_)));
        let Link::Closed(reason) = of("paper", None).link else {
            panic!("it has no address")
        };
        assert_eq!(reason.text(), "Read on paper; not linked.");
        assert_eq!(of("gone", None).line.text(), "gone (not in this record)");
    }

    #[test]
    fn why_a_document_cannot_be_opened_is_told_once() {
        let timeline = documents();
        let reader = Reader {
            language: Language::En,
            second: Language::Ja,
            zone: None,
        };
        let shelf = Shelf::new(&timeline, reader);
        let told = |document: Document| match document.link {
            Link::Closed(reason) => reason.text(),
            Link::Open(_) | Link::Nowhere => String::new(),
        };
        let reason = "Read on paper; not linked.";
        assert_eq!(told(shelf.document_aside("paper")), reason, "not seen yet");
        assert_eq!(told(shelf.document("paper", None)), reason);
        assert_eq!(told(shelf.document("paper", Some("p. 2"))), "");
        assert_eq!(told(shelf.document_aside("paper")), "");
    }
}
