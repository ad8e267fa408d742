//! CSL-JSON: the record's own names, so that the record's own reader does most of it.

use super::{CitationError, Left, MOST_SOURCES, Manner, Pasted, Reading, Tally, languages};
use crate::record::json::{Node, Tag, Tape};
use crate::record::{LangTag, Name, SOURCE_FIELDS, Text, places, source_named};

/// Fields that say nothing which a citation tells.
const QUIET: [&str; 12] = [
    "abstract",
    "source",
    "ISSN",
    "ISBN",
    "journalAbbreviation",
    "container-title-short",
    "title-short",
    "citation-label",
    "number-of-pages",
    "page-first",
    "keyword",
    "system_id",
];
/// Where other programs keep the list of items in an object.
const LISTS: [&str; 3] = ["items", "references", "sources"];

pub(super) fn read(text: &str, language: &LangTag) -> Result<Reading, CitationError> {
    let mut tape = Tape::new();
    let root = tape.parse(text).map_err(|error| {
        let place = places(text.as_bytes(), &[error.at as u64]);
        let (line, column) = place.first().map_or((1, 1), |at| (at.line, at.column));
        CitationError::Json {
            line: line as usize,
            column: column as usize,
            kind: error.kind,
        }
    })?;
    let list = LISTS
        .iter()
        .filter_map(|name| root.field(name))
        .find(|list| list.tag() == Tag::Array);
    let items: Vec<Node> = match list {
        None if root.tag() == Tag::Object => vec![root],
        list => list
            .unwrap_or(root)
            .items()
            .take(MOST_SOURCES + 1)
            .collect(),
    };
    let starts: Vec<u64> = items.iter().map(|item| item.span().start as u64).collect();
    let mut tally = Tally::new();
    for (node, place) in items.into_iter().zip(places(text.as_bytes(), &starts)) {
        tally.add(item(node, place.line as usize, language))?;
    }
    Ok(tally.reading)
}

fn item(node: Node, line: usize, language: &LangTag) -> Result<Pasted, CitationError> {
    let id = node.field("id").map(|id| match id.tag() {
        Tag::String => id.as_str().unwrap_or_default().into_owned(),
        _ => id.raw().to_owned(),
    });
    let mut source = source_named(node, language, id.unwrap_or_default());
    if source.title.is_none() && source.url.is_none() && source.doi.is_none() {
        return Err(CitationError::NoItem { line });
    }
    with_particles(&mut source.author, node.field("author"));
    with_particles(&mut source.editor, node.field("editor"));
    source.title = source.title.take().map(without_markup);
    source.container_title = source.container_title.take().map(without_markup);
    let mut left = Left::default();
    if let Some(tag) = &source.language
        && !LangTag::is_well_formed(tag.as_str())
    {
        left.field("language", tag.as_str());
        source.language = None;
    } else if let Some(tag) = &source.language
        && tag.language().is_none()
    {
        source.language = languages::tag(tag.as_str()).or(source.language);
    }
    for (key, value) in node.members() {
        let Some(key) = key.as_str() else { continue };
        let is_known = SOURCE_FIELDS.contains(&&*key) || &*key == "citation-key";
        if !is_known && !QUIET.contains(&&*key) {
            match value.as_str() {
                Some(words) => left.field(&key, &words),
                None if value.tag() == Tag::Number => left.field(&key, value.raw()),
                None => left.add(&key),
            }
        }
    }
    Ok(Pasted {
        source,
        manner: Manner::CslJson,
        line,
        left: left.into_text(),
    })
}

/// CSL keeps "van der" and "Jr." apart from the family name; the record does not.
fn with_particles(names: &mut [Name], list: Option<Node>) {
    let Some(list) = list else { return };
    let nodes = list.items().filter(|node| {
        ["family", "given", "literal"]
            .iter()
            .any(|part| node.field(part).is_some_and(|node| node.as_str().is_some()))
    });
    for (name, node) in names.iter_mut().zip(nodes) {
        let part = |part| node.field(part).and_then(|part| part.as_str());
        let parts = [
            part("dropping-particle"),
            part("non-dropping-particle"),
            name.family.clone().map(Into::into),
            part("suffix"),
        ];
        if parts[0].is_some() || parts[1].is_some() || parts[3].is_some() {
            let parts: Vec<_> = parts.into_iter().flatten().collect();
            name.family = Some(parts.join(" "));
        }
    }
}

/// The text without the few tags that CSL-JSON allows in one.
fn without_markup(text: Text) -> Text {
    const TAGS: [&str; 10] = [
        "<i>",
        "</i>",
        "<b>",
        "</b>",
        "<sup>",
        "</sup>",
        "<sub>",
        "</sub>",
        "<span class=\"nocase\">",
        "</span>",
    ];
    let clean = |words: &str| {
        TAGS.iter()
            .fold(words.to_owned(), |words, tag| words.replace(tag, ""))
    };
    if !text.entries().any(|(_, words)| words.contains('<')) {
        return text;
    }
    let mut entries: Vec<(LangTag, String)> = text
        .entries()
        .map(|(tag, words)| (tag.clone(), clean(words)))
        .collect();
    if text.is_plain()
        && let Some((tag, words)) = entries.pop()
    {
        return Text::plain(words, tag);
    }
    let own = text.entries().find(|(_, words)| *words == text.original());
    let own = own.map_or_else(String::new, |(tag, _)| tag.to_string());
    Text::map(entries, &own)
}
