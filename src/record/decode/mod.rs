//! From checked JSON to the record's types. What is not as it should be is left out here: it is
//! [`check`](super::check) that tells the reader, once, when the record is opened.

mod event;
mod header;
mod source;

pub(crate) use event::{degrees, event, whole};
pub(crate) use header::{actor, band, story};
pub(crate) use source::{source, source_date, source_named};

use super::json::{Node, Tag};
use super::quote::Citation;
use super::text::{LangTag, Text};
use crate::date::{Edtf, Zone};

/// A plain string.
fn string(node: Node) -> Option<String> {
    node.as_str().map(std::borrow::Cow::into_owned)
}

/// A string, or a number as it is written.
fn string_or_number(node: Node) -> Option<String> {
    if node.tag() == Tag::Number {
        Some(node.raw().to_owned())
    } else {
        string(node)
    }
}

/// A plain string or a map of languages.
pub(crate) fn text(node: Node, language: &LangTag) -> Option<Text> {
    match node.tag() {
        Tag::String => Some(Text::plain(string(node)?, language.clone())),
        Tag::Object => {
            let entry = |(tag, text): (Node, Node)| {
                Some((LangTag::new(tag.as_str()?.into_owned()), string(text)?))
            };
            let entries: Vec<_> = node.members().filter_map(entry).collect();
            (!entries.is_empty()).then(|| Text::map(entries, language.as_str()))
        }
        _ => None,
    }
}

/// The items of a list that `read` accepts.
fn list<'t, T>(node: Node<'t>, read: impl FnMut(Node<'t>) -> Option<T>) -> Vec<T> {
    node.items().filter_map(read).collect()
}

fn edtf(node: Node) -> Option<Edtf> {
    Edtf::parse(&node.as_str()?).ok()
}

fn zone(node: Node) -> Option<Zone> {
    Zone::parse(&node.as_str()?).ok()
}

fn lang_tag(node: Node) -> Option<LangTag> {
    string(node).map(LangTag::new)
}

/// A document that is cited; `None` when none is named.
fn citation(node: Node) -> Option<Citation> {
    let source = string(node.field("source")?)?;
    Some(Citation {
        source,
        locator: node.field("locator").and_then(string),
    })
}
