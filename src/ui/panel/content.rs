//! All words of the panel for one event and reader, built once and painted many times.

use super::date_line::{DateLine, date_line};
use super::documents::{Document, Shelf};
use super::images::{Picture, pictures};
use super::line::{Ink, Line};
use super::phrases::{self, Phrase};
use super::quotes::{Quotes, Section, plain_words, quotes, section_line};
use super::reader::Reader;
use super::sentences;
use crate::date::{Calendar, Instant, Language, Precision, in_calendar};
use crate::record::{Event, EventIx, Kind, Open, Timeline, Tone, tag_words};
use crate::scene::{cut, kind_name, others_words, relation_name, relation_seen_from};
use crate::theme::{TextRole, symbol};

/// Connections that are listed.
const MOST_CONNECTIONS: usize = 300;

/// An event, as the panel tells it.
#[derive(Debug)]
pub(super) struct PanelContent {
    pub date: DateLine,
    pub title: Line,
    /// The title in the language of those who acted.
    pub other_title: Option<Line>,
    pub kind: KindChip,
    /// Actors, then people.
    pub chips: Vec<Line>,
    /// Why the event is not certain.
    pub status: Option<Line>,
    pub summary: Option<Line>,
    pub pictures: Vec<Picture>,
    pub tone: Option<ToneLine>,
    pub headings: Headings,
    pub quotes: Option<Quotes>,
    /// "Both sides’ words ↓", where other quotes come first.
    pub to_sides: Option<String>,
    pub connected: Vec<Connection>,
    pub sources: Vec<Document>,
    pub tags: Vec<Line>,
    pub notes: Option<Line>,
    /// The words on the links of quotes and sources.
    pub open_source: String,
    pub copy_quote: &'static str,
}

/// The kind, told by shape and word.
#[derive(Debug)]
pub(super) struct KindChip {
    pub kind: Kind,
    pub name: Line,
}

/// The headings of the panel's sections.
#[derive(Debug)]
pub(super) struct Headings {
    pub said: Line,
    pub connected: Line,
    pub sources: Line,
    pub tags: Line,
    pub notes: Line,
}

/// The tone with its reason.
#[derive(Debug)]
pub(super) struct ToneLine {
    /// −5 to +5.
    pub value: i8,
    /// "Tone".
    pub label: Line,
    /// "+4 symbolic appeal to 1972".
    pub words: Line,
    /// "Tone +4 of 5: symbolic appeal to 1972".
    pub name: String,
}

/// Another event that this one stands in a relation to.
#[derive(Debug)]
pub(super) struct Connection {
    /// "recalls", "recalled by".
    pub relation: Line,
    /// The other event; none when the record does not have it.
    pub event: Option<EventIx>,
    /// "Tanaka visits China, 1972".
    pub title: Line,
    /// "recalls Tanaka visits China, 1972".
    pub name: String,
}

impl PanelContent {
    /// Everything there is to say about an event.
    pub(super) fn build(timeline: &Timeline, ix: EventIx, event: &Event, reader: Reader) -> Self {
        let language = reader.language;
        let shelf = Shelf::new(timeline, reader);
        let (tag, title) = reader.pick(&event.title);
        let heading = |phrase: Phrase| section_line(phrase.words(language), reader);
        let text = |role, ink, text: &crate::record::Text| {
            let (tag, words) = reader.pick(text);
            (!words.is_empty()).then(|| {
                let mut line = Line::of(role, ink, tag, words);
                // A text that is not in the reader's language says which it is in.
                let other = Language::from_tag(tag).filter(|&other| other != language);
                let name = other.map_or("", |other| other.name(language));
                line.push_after("  ", TextRole::Meta, Ink::Muted, reader.tag(), name);
                line
            })
        };
        let actor = |id: &String| {
            let (tag, name) = reader.actor(timeline, id);
            Line::of(TextRole::Meta, Ink::Text, tag, name)
        };
        let person = |name: &String| {
            let (tag, name) = reader.person(timeline, name);
            Line::of(TextRole::Meta, Ink::Text, tag, name)
        };
        let quotes = quotes(timeline, event, &shelf, reader);
        Self {
            date: date_line(timeline, event, reader),
            title: Line::of(TextRole::EventTitle, Ink::Text, tag, cut(title)),
            other_title: other_title(event, title, reader),
            kind: kind_chip(event, reader),
            chips: event
                .actors
                .iter()
                .map(actor)
                .chain(event.people.iter().map(person))
                .collect(),
            status: status_words(event, reader),
            summary: event
                .summary
                .as_ref()
                .and_then(|words| text(TextRole::Body, Ink::Text, words)),
            pictures: pictures(event, reader),
            tone: event.tone.as_ref().map(|tone| tone_line(tone, reader)),
            headings: Headings {
                said: heading(Phrase::Said),
                connected: heading(Phrase::Connected),
                sources: heading(Phrase::Sources),
                tags: heading(Phrase::Tags),
                notes: heading(Phrase::Notes),
            },
            to_sides: quotes
                .as_ref()
                .and_then(|quotes| to_sides(quotes, language)),
            quotes,
            connected: connections(timeline, ix, event, reader),
            sources: event
                .sources
                .iter()
                .map(|source| shelf.cited(source))
                .collect(),
            tags: event
                .tags
                .iter()
                .map(|tag| Line::of(TextRole::Meta, Ink::Muted, reader.tag(), tag_words(tag)))
                .collect(),
            notes: event
                .notes
                .as_ref()
                .and_then(|words| text(TextRole::Body, Ink::Muted, words)),
            open_source: format!(
                "{} {}",
                Phrase::OpenSource.words(language),
                crate::theme::symbol::OPEN_OUTSIDE
            ),
            copy_quote: Phrase::CopyQuote.words(language),
        }
    }
}

/// The words of the link to both sides' words, where more than one quote comes before them.
fn to_sides(quotes: &Quotes, language: Language) -> Option<String> {
    let mut sections = quotes.sections.iter();
    let before = sections.position(|section| matches!(section, Section::Sides(_)))?;
    let words = Phrase::BothSides.words(language);
    (before > 1).then(|| format!("{words} {}", symbol::DOWN))
}

/// The title in Japanese where Japan took part, else in the language of another who did, else in
/// the reader's second one; nothing that would only say the same again.
fn other_title(event: &Event, title: &str, reader: Reader) -> Option<Line> {
    const LANGUAGES: [(&str, Language); 5] = [
        ("JPN", Language::Ja),
        ("CHN", Language::ZhHans),
        ("TWN", Language::ZhHant),
        ("KOR", Language::Ko),
        ("PRK", Language::Ko),
    ];
    LANGUAGES
        .into_iter()
        .filter(|(id, _)| event.actors.iter().any(|actor| actor == id))
        .map(|(_, language)| language)
        .chain([reader.second])
        .filter(|&language| language != reader.language)
        .find_map(|language| Some((language, event.title.get(language)?)))
        .filter(|(_, words)| *words != title)
        .map(|(language, words)| {
            Line::of(
                TextRole::OriginalTitle,
                Ink::Muted,
                language.tag(),
                cut(words),
            )
        })
}

fn kind_chip(event: &Event, reader: Reader) -> KindChip {
    let name = match &event.kind {
        Open::Known(kind) => kind_name(*kind, reader.language).to_owned(),
        Open::Named(name) => name.clone(),
    };
    let name = Line::of(TextRole::Meta, Ink::Text, reader.tag(), plain_words(&name));
    KindChip {
        kind: event.kind.drawn(),
        name,
    }
}

fn status_words(event: &Event, reader: Reader) -> Option<Line> {
    let words = match &event.status {
        Open::Known(status) => phrases::status(*status, reader.language)?.to_owned(),
        Open::Named(name) => name.replace('_', " "),
    };
    let words = format!("{} {words}", crate::theme::symbol::WARNING);
    Some(Line::of(
        TextRole::Control,
        Ink::Warning,
        reader.tag(),
        words,
    ))
}

/// "+4", "0", "−3".
pub(super) fn signed(value: i8) -> String {
    match value {
        0 => "0".to_owned(),
        1.. => format!("+{value}"),
        // A minus, not a hyphen.
        ..0 => format!("−{}", value.unsigned_abs()),
    }
}

fn tone_line(tone: &Tone, reader: Reader) -> ToneLine {
    let label = Phrase::Tone.words(reader.language);
    let signed = signed(tone.value);
    let mut words = Line::of(TextRole::Strong, Ink::Text, reader.tag(), signed.as_str());
    let mut name = format!(
        "{label} {}",
        sentences::tone_of_five(&signed, reader.language)
    );
    if let Some(reason) = &tone.reason {
        let (tag, reason) = reader.pick(reason);
        words.push_after("  ", TextRole::Meta, Ink::Muted, tag, reason);
        name = format!("{name}: {reason}");
    }
    let label = Line::of(TextRole::Meta, Ink::Muted, reader.tag(), label);
    ToneLine {
        value: tone.value,
        label,
        words,
        name,
    }
}

/// The event's own relations in the record's order, then what names it, by time; of very many the
/// first, and how many others there are.
fn connections(timeline: &Timeline, ix: EventIx, event: &Event, reader: Reader) -> Vec<Connection> {
    let mut all: Vec<Connection> = event
        .relations
        .iter()
        .take(MOST_CONNECTIONS)
        .map(|relation| {
            let words = match &relation.kind {
                Open::Known(kind) => relation_name(Some(*kind), reader.language).to_owned(),
                Open::Named(name) => name.replace('_', " "),
            };
            match timeline.find(&relation.event) {
                Some(other) => connection(timeline, &words, other, reader),
                None => missing_connection(&words, &relation.event, reader),
            }
        })
        .collect();
    let mut links: Vec<_> = timeline
        .relations_to(ix)
        .iter()
        .filter(|link| link.from != ix)
        .collect();
    links.sort_by_key(|link| {
        timeline
            .heads()
            .get(link.from.index())
            .map(|head| head.start)
    });
    let count = event.relations.len() + links.len();
    let room = MOST_CONNECTIONS - all.len();
    all.extend(links.into_iter().take(room).map(|link| {
        let words = relation_seen_from(link, ix, reader.language);
        connection(timeline, words, link.from, reader)
    }));
    let others = count - all.len();
    if others > 0 {
        let words = others_words(others, reader.language);
        all.push(Connection {
            relation: Line::default(),
            event: None,
            title: Line::of(TextRole::Meta, Ink::Muted, reader.tag(), words.as_str()),
            name: words,
        });
    }
    all
}

fn connection(timeline: &Timeline, words: &str, other: EventIx, reader: Reader) -> Connection {
    let relation = Line::of(TextRole::Meta, Ink::Muted, reader.tag(), words);
    let Some(event) = timeline.event(other) else {
        return missing_connection(words, "", reader);
    };
    let (tag, title) = reader.pick(&event.title);
    let mut line = Line::of(TextRole::Control, Ink::Accent, tag, cut(title));
    if let Some(year) = year_of(&event, reader.language) {
        line.push_after(", ", TextRole::Control, Ink::Accent, reader.tag(), &year);
    }
    let name = format!("{words} {}", line.text());
    Connection {
        relation,
        event: Some(other),
        title: line,
        name,
    }
}

fn missing_connection(words: &str, id: &str, reader: Reader) -> Connection {
    let missing = format!("{id} ({})", Phrase::NotInRecord.words(reader.language));
    Connection {
        relation: Line::of(TextRole::Meta, Ink::Muted, reader.tag(), words),
        event: None,
        name: format!("{words} {missing}"),
        title: Line::of(TextRole::Meta, Ink::Muted, reader.tag(), missing),
    }
}

/// The year in which an event began, where it was.
fn year_of(event: &Event, language: Language) -> Option<String> {
    let start = event.extent().start.at;
    // What no instant counts has no year that could be told in a word.
    if start == Instant::MIN || start == Instant::MAX {
        return None;
    }
    let day = event.zone().to_civil(start).date;
    in_calendar(day, Precision::Year, Calendar::Gregorian, language)
}
