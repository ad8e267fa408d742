//! Actors, sources, bands and stories: read, checked, and known to the events by their ids.

use std::ops::Range;

use super::super::decode;
use super::super::diagnostic::Code;
use super::super::json::{Node, Tag};
use super::super::shown::Shown;
use super::super::source::SourceDate;
use super::super::text::{LangTag, Text};
use super::Checker;
use super::declared::{Declared, StepTarget};
use crate::date::Zone;

/// Reads the record's fields other than `events`.
#[derive(Debug, Default)]
pub(crate) struct HeaderReader {
    pub check: Checker,
    pub declared: Declared,
}

impl HeaderReader {
    /// Reads one field of the record, whose value starts `base` bytes into the file. `language`
    /// must be read before all others.
    pub(crate) fn field(&mut self, name: &str, node: Node, base: u64) {
        self.check.base = base;
        match name {
            "title" => self.declared.header.title = self.title(node),
            "license" => {
                let license = self.check.string(name, node);
                self.declared.header.license = license.map(std::borrow::Cow::into_owned);
            }
            "language" => self.language(node),
            "notes" => self.notes(node),
            "events" => self.check.wrong_type(name, node, "a list of events"),
            "actors" => self.each(name, node, Self::actor),
            "sources" => self.each(name, node, Self::source),
            "bands" => self.each(name, node, Self::band),
            "stories" => self.each(name, node, Self::story),
            _ => {}
        }
    }

    /// Reads the field `format`; whether it is of a later version, which may only be read.
    pub(crate) fn format(&mut self, node: Node, base: u64) -> bool {
        self.check.base = base;
        if node.is_null() {
            self.no_format(node.span());
        }
        let Some(format) = self.check.string("format", node) else {
            return false;
        };
        self.declared.header.format = Some(format.clone().into_owned());
        let version = format
            .strip_prefix("nenpyo/")
            .filter(|version| version.bytes().all(|byte| byte.is_ascii_digit()))
            .filter(|version| !version.is_empty())
            // A number too large to hold is a later version, too.
            .map(|version| version.parse().unwrap_or(u32::MAX));
        match version {
            Some(1) => false,
            Some(later) if later > 1 => {
                self.check.note(Code::NewerFormat, node.span(), || {
                    format!(
                        "the record is of a later version, {}; this program reads nenpyo/1, so the \
                         record opens read-only and may hold more than is shown",
                        Shown(&format)
                    )
                });
                true
            }
            _ => {
                self.check.note(Code::WrongFormat, node.span(), || {
                    format!(
                        "\"{}\" is not a format of this program; a record says \"nenpyo/1\"",
                        Shown(&format)
                    )
                });
                false
            }
        }
    }

    /// Notes that the file does not say what it is, at `span` from the base.
    pub(crate) fn no_format(&mut self, span: Range<usize>) {
        self.check.note(Code::NoFormat, span, || {
            "the file does not name its format; write \"format\": \"nenpyo/1\" at its top"
                .to_owned()
        });
    }

    fn own(&self) -> LangTag {
        self.declared.header.language.clone()
    }

    fn title(&mut self, node: Node) -> Text {
        self.check.text("title", node);
        decode::text(node, &self.own()).unwrap_or_default()
    }

    /// One paragraph, or a list of them.
    fn notes(&mut self, node: Node) {
        let own = self.own();
        let items = if node.tag() == Tag::Array {
            node.items().collect()
        } else {
            vec![node]
        };
        for item in items {
            self.check.text("notes", item);
            self.declared.header.notes.extend(decode::text(item, &own));
        }
    }

    fn language(&mut self, node: Node) {
        self.check.language("language", node);
        if let Some(tag) = node.as_str().filter(|tag| LangTag::is_well_formed(tag)) {
            self.declared.header.language = LangTag::new(tag.into_owned());
        }
    }

    fn each(&mut self, field: &str, node: Node, mut read: impl FnMut(&mut Self, Node)) {
        let what = "a list of objects";
        for item in self.check.items(field, node, what) {
            if self.check.is_object(field, item, what) {
                read(self, item);
            }
        }
    }

    /// The id of an actor, a source or a story; notes one that is missing, empty or taken.
    fn id(
        &mut self,
        what: &str,
        node: Node,
        taken: impl Fn(&Self, &str) -> bool,
    ) -> Option<String> {
        let Some(value) = node.field("id").filter(|id| !id.is_null()) else {
            self.check.note(Code::NoId, node.span(), || {
                format!("this {what} has no id, so nothing can name it; give it one in `id`")
            });
            return None;
        };
        let id = self.check.string("id", value)?.into_owned();
        if id.is_empty() {
            self.check.note(Code::EmptyId, value.span(), || {
                format!("the {what}'s id is empty; give it a name that is its own")
            });
            return None;
        }
        if taken(self, &id) {
            self.check.note(Code::DuplicateId, value.span(), || {
                format!(
                    "another {what} before has the id \"{}\" already, and that one counts; give \
                     this one an id of its own",
                    Shown(&id)
                )
            });
            return None;
        }
        Some(id)
    }

    fn actor(&mut self, node: Node) {
        for (key, value) in node.members() {
            match key.as_str().as_deref() {
                Some(field @ ("name" | "formal_name" | "note")) => {
                    self.check.text(field, value);
                }
                Some("kind") => {
                    self.check.is_string("kind", value);
                }
                _ => {}
            }
        }
        let Some(id) = self.id("actor", node, |r, id| r.declared.actors.find(id).is_some()) else {
            return;
        };
        if let Some(actor) = decode::actor(node, &self.own()) {
            self.declared.actors.place(&id);
            self.declared.actor_list.push(actor);
        }
    }

    fn source(&mut self, node: Node) {
        for (key, value) in node.members() {
            match key.as_str().as_deref() {
                Some(
                    field
                    @ ("title" | "container-title" | "publisher" | "publisher-place" | "note"),
                ) => {
                    self.check.text(field, value);
                }
                Some(field @ ("type" | "genre" | "archive" | "DOI")) => {
                    self.check.is_string(field, value);
                }
                Some(field @ ("volume" | "issue" | "page" | "number")) => {
                    self.check.string_or_number(field, value);
                }
                Some(field @ ("author" | "editor")) => self.names(field, value),
                Some(field @ ("issued" | "accessed")) => self.source_date(field, value),
                Some("URL") => self.check.link("URL", value),
                Some("language") => self.check.language("language", value),
                _ => {}
            }
        }
        let Some(id) = self.id("source", node, |r, id| {
            r.declared.sources.find(id).is_some()
        }) else {
            return;
        };
        if let Some(source) = decode::source(node, &self.own()) {
            self.declared.sources.place(&id);
            self.declared.source_list.push(source);
        }
    }

    fn names(&mut self, field: &str, node: Node) {
        for name in self.check.items(field, node, "a list of names") {
            if self
                .check
                .is_object(field, name, "an object with family and given, or literal")
            {
                for (key, value) in name.members() {
                    if let Some(part @ ("family" | "given" | "literal")) = key.as_str().as_deref() {
                        self.check.is_string(part, value);
                    }
                }
            }
        }
    }

    fn source_date(&mut self, field: &str, node: Node) {
        if node.tag() == Tag::String {
            self.check.edtf(field, node);
        } else if node.tag() != Tag::Object {
            self.check
                .wrong_type(field, node, "an EDTF date, or a date as CSL-JSON has it");
        } else if node.field("date-parts").is_some()
            && !matches!(decode::source_date(node), Some(SourceDate::Edtf(_)))
        {
            self.check.note(Code::BadDate, node.span(), || {
                "the date-parts are no date; they look like [[2024, 12, 31]]".to_owned()
            });
        }
    }

    fn band(&mut self, node: Node) {
        let mut zone = Zone::UTC;
        for (key, value) in node.members() {
            match key.as_str().as_deref() {
                Some(field @ ("group" | "label" | "office" | "note")) => {
                    self.check.text(field, value);
                }
                Some("time_zone") => zone = self.check.zone("time_zone", value).unwrap_or(zone),
                Some("actor") => self.band_actor(value),
                Some("acting") if value.as_bool().is_none() => {
                    self.check.wrong_type("acting", value, "true or false");
                }
                Some("sources") => {
                    for item in self.check.items("sources", value, "a list of citations") {
                        self.check.citation(item, self.declared.known());
                    }
                }
                _ => {}
            }
        }
        if node.field("label").is_none_or(|label| label.is_null()) {
            self.check.note(Code::NoTitle, node.span(), || {
                "this band has no label; write what stands on it in `label`".to_owned()
            });
        }
        let Some(value) = node.field("date").filter(|date| !date.is_null()) else {
            self.check.note(Code::NoDate, node.span(), || {
                "this band has no date; write from when to when in `date`, such as \
                 \"1972-07-07/1974-12-09\""
                    .to_owned()
            });
            return;
        };
        let Some(date) = self.check.edtf("date", value) else {
            return;
        };
        if self.check.extent(&date, zone, value).is_some()
            && let Some(band) = decode::band(node, &self.own())
        {
            self.declared.bands.push(band);
        }
    }

    fn band_actor(&mut self, node: Node) {
        if let Some(id) = self.check.string("actor", node)
            && !self
                .declared
                .known()
                .actor(&id)
                .is_some_and(|(_, declared)| declared)
        {
            let known = self.declared.known();
            self.check
                .note(Code::UnknownActor, node.span(), || known.unknown_actor(&id));
        }
    }

    fn story(&mut self, node: Node) {
        let id = self.id("story", node, |r, id| r.declared.story_ids.contains(id));
        if let Some(title) = node.field("title") {
            self.check.text("title", title);
        }
        if let Some(steps) = node.field("steps") {
            self.each("steps", steps, Self::step);
        }
        if let Some(id) = id
            && let Some(story) = decode::story(node, &self.own())
        {
            self.declared.story_ids.insert(id);
            self.declared.stories.push(story);
        }
    }

    fn step(&mut self, node: Node) {
        for (key, value) in node.members() {
            match key.as_str().as_deref() {
                Some(field @ ("title" | "text" | "notes")) => {
                    self.check.text(field, value);
                }
                Some("event") => {
                    if let Some(id) = self.check.string("event", value) {
                        let span = value.span();
                        let offset = self.check.base + span.start as u64;
                        let event = id.into_owned();
                        self.declared.steps.push(StepTarget {
                            offset,
                            len: span.len(),
                            event,
                        });
                    }
                }
                Some("window") => {
                    if let Some(window) = self.check.edtf("window", value) {
                        self.check.extent(&window, Zone::UTC, value);
                    }
                }
                _ => {}
            }
        }
    }
}
