//! What was said, as the panel tells it: built once for an event and a reader.

use super::arrange::{Part, arrange};
use super::documents::{Document, Shelf};
use super::line::{Ink, Line};
use super::marks::in_quotation_marks;
use super::phrases::{self, Phrase};
use super::quote_languages::{can_be_read, language_count, language_line};
use super::reader::Reader;
use super::sentences;
use crate::date::Language;
use crate::export::{translation_document, translation_for};
use crate::record::{About, Event, LangTag, Open, Quote, Text, Timeline, tag_words};
use crate::scene::{capitalised, quote_words};
use crate::theme::{TextRole, symbol};

/// All quotes of an event.
#[derive(Debug)]
pub(super) struct Quotes {
    /// "2 quotes · 2 languages": of the words that are shown at first.
    pub count: Line,
    /// How many quotes there are.
    pub len: usize,
    /// In reading order.
    pub sections: Vec<Section>,
}

/// A part of what was said.
#[derive(Debug)]
pub(super) enum Section {
    /// One quote.
    Quote(Box<QuoteCard>),
    /// A small heading: what the next quotes dispute.
    Disputed(Line),
    /// The heading that ends what is disputed: the next quotes are not.
    Also(Line),
    /// The heading over the two sides' words.
    Sides(Line),
    /// What the sides said on one topic.
    Topic(TopicCards),
}

/// What the sides said on one topic.
#[derive(Debug)]
pub(super) struct TopicCards {
    /// The topic.
    pub heading: Line,
    /// The sides' names and quotes.
    pub sides: Vec<(Line, Vec<QuoteCard>)>,
    /// The sides that say nothing on it: "China: not in the text as seen".
    pub silent: Vec<Line>,
}

/// One quote.
#[derive(Debug)]
pub(super) struct QuoteCard {
    /// Position in the event's list.
    pub at: usize,
    /// Whether it contradicts the record or another quote.
    pub disputes: bool,
    /// What a screen reader calls the group: "Quote 2 of 5, Xi Jinping".
    pub name: String,
    /// "日本語 · JAPANESE", and that there is no translation for the reader.
    pub language: Line,
    /// The words.
    pub said: Line,
    /// The words in other languages.
    pub translations: Vec<Translation>,
    /// How many of the translations are always shown.
    pub shown: usize,
    /// "2 more languages".
    pub more: String,
    /// "Fewer languages".
    pub fewer: &'static str,
    /// Who said them.
    pub speaker: Option<Line>,
    /// Issued by whom, through whom, seen where.
    pub facts: Vec<Line>,
    /// Where they stand.
    pub document: Option<Document>,
    /// A remark.
    pub note: Option<Line>,
}

/// The words in another language.
#[derive(Debug)]
pub(super) struct Translation {
    /// The language, where the reader would not know it.
    pub language: Line,
    /// The words.
    pub said: Line,
    /// Where they stand.
    pub document: Option<Document>,
}

impl QuoteCard {
    /// All its words' length, for guessing how high it is.
    pub(super) fn chars(&self) -> usize {
        let shown = self.translations.iter().take(self.shown);
        self.said.chars() + shown.map(|other| other.said.chars()).sum::<usize>()
    }
}

/// The quotes of an event; nothing when it has none.
pub(super) fn quotes(
    timeline: &Timeline,
    event: &Event,
    shelf: &Shelf<'_>,
    reader: Reader,
) -> Option<Quotes> {
    if event.quotes.is_empty() {
        return None;
    }
    let card = |at: usize| quote_card(timeline, event, at, shelf, reader);
    let mut sections = Vec::new();
    let mut in_dispute = false;
    for part in arrange(&event.quotes) {
        let after_dispute = in_dispute;
        in_dispute = matches!(part, Part::Disputed { .. });
        match part {
            Part::Quote(at) => {
                if after_dispute {
                    let words = Phrase::AlsoSaid.words(reader.language);
                    let heading = Line::of(TextRole::Strong, Ink::Text, reader.tag(), words);
                    sections.push(Section::Also(heading));
                }
                sections.push(Section::Quote(Box::new(card(at))));
            }
            Part::Disputed { about, quotes } => {
                let heading = disputed_words(&about, reader.language);
                sections.push(Section::Disputed(Line::of(
                    TextRole::Strong,
                    Ink::Error,
                    reader.tag(),
                    heading,
                )));
                sections.extend(
                    quotes
                        .into_iter()
                        .map(|at| Section::Quote(Box::new(card(at)))),
                );
            }
            Part::Sides(topics) => {
                let heading = Phrase::BothSides.words(reader.language);
                sections.push(Section::Sides(section_line(heading, reader)));
                for topic in topics {
                    let side = |(id, quotes): (String, Vec<usize>)| {
                        let (tag, name) = reader.actor(timeline, &id);
                        let name = Line::of(TextRole::Strong, Ink::Text, tag, name);
                        (name, quotes.into_iter().map(card).collect())
                    };
                    let silent = |id: &String| {
                        let (_, name) = reader.actor(timeline, id);
                        let words = sentences::silent(name, reader.language);
                        Line::of(TextRole::Meta, Ink::Muted, reader.tag(), words)
                    };
                    let words = plain_words(&topic.name);
                    sections.push(Section::Topic(TopicCards {
                        heading: Line::of(TextRole::Meta, Ink::Muted, reader.tag(), words),
                        silent: topic.silent.iter().map(silent).collect(),
                        sides: topic.sides.into_iter().map(side).collect(),
                    }));
                }
            }
        }
    }
    let words = format!(
        "{}{}{}",
        quote_words(
            u16::try_from(event.quotes.len()).unwrap_or(u16::MAX),
            reader.language
        ),
        symbol::BETWEEN,
        sentences::languages(
            language_count(timeline, event, reader.language),
            reader.language
        ),
    );
    let count = Line::of(TextRole::Label, Ink::Muted, reader.tag(), words);
    Some(Quotes {
        count,
        len: event.quotes.len(),
        sections,
    })
}

/// A section's heading in small spaced capitals.
pub(super) fn section_line(words: &str, reader: Reader) -> Line {
    Line::of(
        TextRole::Section,
        Ink::Muted,
        reader.tag(),
        words.to_uppercase(),
    )
}

fn quote_card(
    timeline: &Timeline,
    event: &Event,
    at: usize,
    shelf: &Shelf<'_>,
    reader: Reader,
) -> QuoteCard {
    let quote = &event.quotes[at];
    let own = quote.lang.as_ref().unwrap_or(timeline.language());
    let lang = own.as_str();
    let pick = |text: &Option<Text>| {
        let text = text.as_ref()?;
        let (tag, words) = reader.pick(text);
        (!words.is_empty()).then(|| (tag.to_owned(), words.to_owned()))
    };
    let (speaker, issuer) = (pick(&quote.speaker), pick(&quote.issuer));
    let side = quote.side.as_deref().map(|id| {
        let (tag, name) = reader.actor(timeline, id);
        (tag.to_owned(), name.to_owned())
    });
    let muted = |lang: &str, words: String| Line::of(TextRole::Meta, Ink::Muted, lang, words);
    let mut facts = Vec::new();
    if let Some((tag, words)) = issuer.as_ref().filter(|_| speaker.is_some()) {
        facts.push(muted(tag, words.clone()));
    }
    if let Some((tag, words)) = pick(&quote.via) {
        // A name reads as "via AFP"; a whole remark stands for itself.
        let is_name = !words.contains([':', '：', ';', '.']);
        facts.push(muted(
            &tag,
            if is_name {
                sentences::via(&words, reader.language)
            } else {
                words
            },
        ));
    }
    if let Some(place) = &quote.seen_at {
        let words = format!("{}: {place}", Phrase::SeenAt.words(reader.language));
        facts.push(Line::of(TextRole::Label, Ink::Muted, reader.tag(), words));
    }
    let who = speaker.or(issuer).or(side);
    let mut name = sentences::quote_of(at + 1, event.quotes.len(), reader.language);
    if let Some((_, who)) = &who {
        name = format!("{name}, {who}");
    }
    let first = translation_for(quote, own, reader.language).map(|(tag, _)| tag);
    // The original's document is told first: it stands first.
    let document = (quote.source.as_deref()).map(|id| shelf.document(id, quote.locator.as_deref()));
    let translations = translations(quote, own, first, shelf, reader);
    let mut language = language_line(lang, reader);
    if !can_be_read(quote, own, reader.language) {
        let words = Phrase::NoTranslation.words(reader.language);
        language.push_after("   ", TextRole::Label, Ink::Muted, reader.tag(), words);
    }
    let shown = usize::from(first.is_some());
    QuoteCard {
        at,
        disputes: quote.stance.name() == "disputes",
        name,
        language,
        said: Line::of(
            TextRole::Quote,
            Ink::Text,
            lang,
            in_quotation_marks(&quote.text, lang),
        ),
        more: sentences::more_languages(translations.len() - shown, reader.language),
        fewer: Phrase::FewerLanguages.words(reader.language),
        translations,
        shown,
        speaker: who.map(|(tag, who)| Line::of(TextRole::Strong, Ink::Text, &tag, who)),
        facts,
        document,
        note: pick(&quote.note).map(|(tag, words)| muted(&tag, words)),
    }
}

/// The translations, the one that the reader reads first.
fn translations(
    quote: &Quote,
    own: &LangTag,
    first: Option<&LangTag>,
    shelf: &Shelf<'_>,
    reader: Reader,
) -> Vec<Translation> {
    let mut entries: Vec<_> = quote
        .translations
        .entries()
        .filter(|(tag, _)| *tag != own)
        .collect();
    entries.sort_by_key(|(tag, _)| Some(*tag) != first);
    entries
        .into_iter()
        .map(|(tag, words)| {
            let document = translation_document(quote, tag).map(|id| match id {
                id if quote.source.as_deref() == Some(id) => shelf.same_document(),
                id if Some(tag) == first => shelf.document(id, None),
                id => shelf.document_aside(id),
            });
            Translation {
                language: language_line(tag.as_str(), reader),
                said: Line::of(
                    TextRole::Translation,
                    Ink::Text,
                    tag.as_str(),
                    in_quotation_marks(words, tag.as_str()),
                ),
                document,
            }
        })
        .collect()
}

/// "Disputed: wording".
fn disputed_words(about: &[Open<About>], language: Language) -> String {
    let what: Vec<String> = about
        .iter()
        .filter_map(|about| match about {
            Open::Known(about) => phrases::about(*about, language).map(str::to_owned),
            Open::Named(name) => Some(plain_words(name)),
        })
        .collect();
    let disputed = Phrase::Disputed.words(language);
    match language {
        _ if what.is_empty() => disputed.to_owned(),
        Language::En | Language::Ko => format!("{disputed}: {}", what.join(", ")),
        _ => format!("{disputed}：{}", what.join("、")),
    }
}

/// "Strategic relationship" of `strategic-relationship`.
pub(super) fn plain_words(name: &str) -> String {
    capitalised(&tag_words(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dispute_says_of_what() {
        let about = [
            Open::Known(About::Date),
            Open::Known(About::Wording),
            Open::Known(About::Other),
        ];
        assert_eq!(
            disputed_words(&about, Language::En),
            "Disputed: date, wording"
        );
        assert_eq!(disputed_words(&about[2..], Language::En), "Disputed");
    }

    #[test]
    fn a_quote_that_disputes_nothing_does_not_stand_under_the_heading_of_those_that_do() {
        let record = r#"{"format": "nenpyo/1", "events": [{"title": "x", "date": "2024", "quotes": [
            {"text": "warm", "about": ["tone"]},
            {"text": "cold", "about": ["tone"], "stance": "disputes"},
            {"text": "elsewhere", "about": ["place"]}, {"text": "and there"}]}]}"#;
        let timeline = crate::format::native::read(record).unwrap().timeline;
        let event = timeline.event(timeline.events().next().unwrap()).unwrap();
        let reader = Reader {
            language: Language::En,
            second: Language::Ja,
            zone: None,
        };
        let quotes = quotes(&timeline, &event, &Shelf::new(&timeline, reader), reader).unwrap();
        let said: Vec<String> = (quotes.sections.iter())
            .map(|section| match section {
                Section::Quote(card) => card.said.text(),
                Section::Disputed(line) | Section::Also(line) => format!("{}:", line.text()),
                Section::Sides(_) | Section::Topic(_) => String::new(),
            })
            .collect();
        let expected = [
            "Disputed: tone:",
            "“warm”",
            "“cold”",
            "Also said:",
            "“elsewhere”",
            "“and there”",
        ];
        assert_eq!(said, expected);
    }
}
