//! Documents, in CSL-JSON's names.

use super::super::json::{Node, Tag};
use super::super::source::{Name, Source, SourceDate};
use super::super::text::LangTag;
use super::{lang_tag, list, string, string_or_number, text};
use crate::date::Edtf;

/// A source; `None` without an id.
pub(crate) fn source(node: Node, language: &LangTag) -> Option<Source> {
    let id = string(node.field("id")?)?;
    Some(source_named(node, language, id))
}

/// A source that bears an id, whatever the file has for one.
pub(crate) fn source_named(node: Node, language: &LangTag, id: String) -> Source {
    let mut source = Source::new(id);
    for (key, value) in node.members() {
        let Some(key) = key.as_str() else { continue };
        match &*key {
            "type" => source.kind = string(value),
            "title" => source.title = text(value, language),
            "author" => source.author = list(value, name),
            "editor" => source.editor = list(value, name),
            "container-title" => source.container_title = text(value, language),
            "publisher" => source.publisher = text(value, language),
            "publisher-place" => source.publisher_place = text(value, language),
            "issued" => source.issued = source_date(value),
            "accessed" => source.accessed = source_date(value),
            "volume" => source.volume = string_or_number(value),
            "issue" => source.issue = string_or_number(value),
            "page" => source.page = string_or_number(value),
            "number" => source.number = string_or_number(value),
            "genre" => source.genre = string(value),
            "archive" => source.archive = string(value),
            "DOI" => source.doi = string(value),
            "URL" => source.url = string(value),
            "language" => source.language = lang_tag(value),
            "note" => source.note = text(value, language),
            _ => {}
        }
    }
    source
}

fn name(node: Node) -> Option<Name> {
    let field = |name| node.field(name).and_then(string);
    let name = Name {
        family: field("family"),
        given: field("given"),
        literal: field("literal"),
    };
    (name != Name::default()).then_some(name)
}

/// A date in EDTF or in one of CSL-JSON's forms.
pub(crate) fn source_date(node: Node) -> Option<SourceDate> {
    if let Some(words) = node.as_str() {
        return Some(match Edtf::parse(&words) {
            Ok(date) => SourceDate::Edtf(date),
            Err(_) => SourceDate::Literal(words.into_owned()),
        });
    }
    if let Some(parts) = node.field("date-parts") {
        let about = if node.field("circa").is_some_and(is_true) {
            "~"
        } else {
            ""
        };
        let date = |parts| date_parts(parts).map(|date| date + about);
        let dates: Option<Vec<String>> = parts.items().map(date).collect();
        return Edtf::parse(&dates?.join("/")).ok().map(SourceDate::Edtf);
    }
    let words = string(node.field("literal").or_else(|| node.field("raw"))?)?;
    Some(Edtf::parse(&words).map_or(SourceDate::Literal(words), SourceDate::Edtf))
}

/// Whether CSL-JSON means yes: it has `true`, `1` and `"true"`.
fn is_true(node: Node) -> bool {
    let words = node.as_str();
    node.as_bool() == Some(true)
        || node.as_f64().is_some_and(|number| number != 0.0)
        || words.is_some_and(|words| !matches!(&*words, "" | "0" | "false"))
}

/// `[2024, 12, 1]` (or strings of digits) as `2024-12-01`.
fn date_parts(node: Node) -> Option<String> {
    let number = |node: Node| -> Option<i64> {
        match node.tag() {
            Tag::Number => node.raw().parse().ok(),
            Tag::String => node.as_str()?.trim().parse().ok(),
            _ => None,
        }
    };
    let mut date = String::new();
    for (place, part) in node.items().take(3).enumerate() {
        let part = number(part)?;
        if place == 0 {
            let sign = if part < 0 { "-" } else { "" };
            date = format!("{sign}{:04}", part.unsigned_abs());
        } else {
            date = format!("{date}-{part:02}");
        }
    }
    (!date.is_empty()).then_some(date)
}
