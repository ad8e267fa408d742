//! Reading many events: each is checked whole, and becomes a head.

mod conclude;

use std::borrow::Cow;
use std::hash::RandomState;
use std::ops::Range;

use super::super::diagnostic::Code;
use super::super::event::{DEFAULT_IMPORTANCE, Status};
use super::super::head::Flags;
use super::super::ids::{ActorIx, CountryIx, KindIx, TagIx};
use super::super::json::{Node, SyntaxErrorKind, Tag, Tape, string_at};
use super::super::kind::Kind;
use super::super::vocabulary::Vocabulary;
use super::Checker;
use super::chunk::{Chunk, PendingLink, Rejected};
use super::declared::Known;
use super::parts::is_blank;
use crate::date::{Edtf, Zone};

/// Reads events, one after the other.
#[derive(Debug)]
pub(crate) struct EventChecker<'d> {
    known: Known<'d>,
    hasher: RandomState,
    check: Checker,
    chunk: Chunk,
    tape: Tape,
    actors: Vec<ActorIx>,
    tags: Vec<TagIx>,
}

/// What is gathered while an event's fields pass.
struct Gathered<'t> {
    id: Option<Node<'t>>,
    title: Option<Node<'t>>,
    /// Where a title stands that has no words.
    blank_title: Option<Range<usize>>,
    /// What is wrong with what stands where the title should.
    title_fault: Option<String>,
    date: Option<(Edtf, Node<'t>)>,
    /// What is wrong with what stands where the date should.
    date_fault: Option<String>,
    zone: Option<Zone>,
    kind: Kind,
    kind_name: KindIx,
    country: Option<CountryIx>,
    importance: u8,
    tone: Option<i8>,
    quotes: usize,
    sources: usize,
    images: usize,
    flags: Flags,
}

impl<'d> EventChecker<'d> {
    pub(crate) fn new(known: Known<'d>, hasher: RandomState) -> Self {
        Self {
            known,
            hasher,
            check: Checker::default(),
            chunk: Chunk::default(),
            tape: Tape::new(),
            actors: Vec::new(),
            tags: Vec::new(),
        }
    }

    /// What was read so far, which ends the chunk.
    pub(crate) fn finish(mut self) -> Chunk {
        self.chunk.findings = self.check.findings;
        self.chunk
    }

    /// Reads the event (or whatever stands in its place) in `bytes`, `offset` into the file.
    pub(crate) fn read(&mut self, bytes: &[u8], offset: u64) {
        self.check.base = offset;
        let first_finding = self.check.findings.list.len();
        let first_link = self.chunk.links.len();
        let mut tape = std::mem::take(&mut self.tape);
        let outcome = self.parse(bytes, &mut tape);
        self.tape = tape;
        let rejected_id = outcome.err().map(|(id, message)| {
            self.chunk.links.truncate(first_link);
            let len = bytes.len() as u64;
            self.chunk.rejected.push(Rejected {
                offset,
                len,
                id: id.clone(),
                message,
            });
            id
        });
        if self.check.findings.list.len() > first_finding {
            let read_id = || {
                self.chunk
                    .slots
                    .last()
                    .and_then(|slot| id_in(bytes, slot.id_at))
            };
            let id = rejected_id.unwrap_or_else(read_id);
            for finding in self.check.findings.list.iter_mut().skip(first_finding) {
                finding.event.clone_from(&id);
            }
        }
    }

    /// Notes what makes the event unreadable.
    #[cold]
    fn fatal(&mut self, code: Code, at: Range<usize>, message: String) -> String {
        self.check.note(code, at, || message.clone());
        message
    }

    fn parse(&mut self, bytes: &[u8], tape: &mut Tape) -> Result<(), (Option<String>, String)> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let at = error.valid_up_to();
            let message = "the text is not UTF-8 here; save the file as UTF-8".to_owned();
            (None, self.fatal(Code::InvalidUtf8, at..at + 1, message))
        })?;
        let node = tape.parse(text).map_err(|error| {
            let deep = error.kind == SyntaxErrorKind::TooDeep;
            let code = if deep {
                Code::TooDeep
            } else {
                Code::JsonSyntax
            };
            (
                None,
                self.fatal(code, error.at..error.at + 1, error.kind.to_string()),
            )
        })?;
        if node.tag() != Tag::Object {
            let found = node.tag().in_words();
            let message = format!(
                "this is {found} in `events`; an event is an object with a title and a date"
            );
            return Err((None, self.fatal(Code::WrongType, node.span(), message)));
        }
        let gathered = self.gather(node);
        self.conclude(node, &gathered, bytes.len())
    }

    fn gather<'t>(&mut self, node: Node<'t>) -> Gathered<'t> {
        let mut found = Gathered {
            id: None,
            title: None,
            blank_title: None,
            title_fault: None,
            date: None,
            date_fault: None,
            zone: None,
            kind: Kind::Other,
            kind_name: KindIx(Kind::Other as u32),
            country: None,
            importance: DEFAULT_IMPORTANCE,
            tone: None,
            quotes: 0,
            sources: 0,
            images: 0,
            flags: Flags::default(),
        };
        self.actors.clear();
        self.tags.clear();
        self.check.duplicates(node);
        for (key, value) in node.members() {
            let Some(key) = key.as_str() else { continue };
            self.field(&key, value, &mut found);
        }
        found
    }

    /// Takes note of one field. Of several with one name the last counts, so each begins anew.
    #[inline]
    fn field<'t>(&mut self, key: &str, value: Node<'t>, found: &mut Gathered<'t>) {
        let check = &mut self.check;
        match key {
            "id" => {
                found.id = if check.is_string("id", value) {
                    Some(value)
                } else {
                    None
                }
            }
            "title" => {
                let (fits, fault) = check.listen(|check| check.text("title", value));
                let blank = is_blank(value);
                found.title = if fits && !blank { Some(value) } else { None };
                found.blank_title = (blank && !value.is_null()).then(|| value.span());
                found.title_fault = fault;
            }
            "date" => {
                let (date, fault) = check.listen(|check| check.edtf("date", value));
                found.date = date.map(|date| (date, value));
                found.date_fault = fault;
            }
            "time_zone" => {
                found.zone = check.zone("time_zone", value);
                found.flags.put(Flags::ZONED, found.zone.is_some());
            }
            "kind" => self.kind(value, found),
            "actors" => self.actors(value),
            "tags" => self.tags(value),
            "people" => check.strings("people", value),
            "summary" | "notes" => {
                check.text(key, value);
            }
            "place" => {
                let place = check.place(value);
                found.flags.put(Flags::LOCATED, place.located);
                let place_of = |country: Cow<str>| CountryIx(self.chunk.countries.place(&country));
                found.country = place.country.map(place_of);
            }
            "importance" => {
                found.importance = check.importance(value).unwrap_or(DEFAULT_IMPORTANCE);
            }
            "tone" => found.tone = check.tone(value),
            "quotes" => {
                found.quotes = 0;
                found.flags.clear(Flags::DISPUTED);
                for quote in check.items("quotes", value, "a list of objects with text and source")
                {
                    if let Some(disputes) = check.quote(quote, self.known) {
                        found.quotes += 1;
                        found.flags.set(Flags::DISPUTED, disputes);
                    }
                }
            }
            "sources" => {
                let what = "a list of objects with source and locator";
                found.sources = 0;
                for item in check.items("sources", value, what) {
                    found.sources += usize::from(check.citation(item, self.known));
                }
            }
            "relations" => self.relations(value),
            "images" => {
                let what = "a list of objects with path, caption and credit";
                found.images = 0;
                for item in check.items("images", value, what) {
                    found.images += usize::from(check.image(item));
                }
            }
            "status" => {
                let status = check.word("status", value, Code::UnknownWord);
                let other = value.tag() == Tag::String && status != Some(Status::Confirmed);
                found.flags.put(Flags::UNCONFIRMED, other);
            }
            _ => {}
        }
    }

    fn kind(&mut self, node: Node, found: &mut Gathered) {
        (found.kind, found.kind_name) = (Kind::Other, KindIx(Kind::Other as u32));
        if let Some(kind) = self.check.word::<Kind>("kind", node, Code::UnknownKind) {
            (found.kind, found.kind_name) = (kind, KindIx(kind as u32));
        } else if let Some(name) = node.as_str() {
            let unknown = self.chunk.kinds.place(&name);
            found.kind_name = KindIx(Kind::ALL.len() as u32 + unknown);
        }
    }

    fn actors(&mut self, node: Node) {
        self.actors.clear();
        for item in self.check.items("actors", node, "a list of actors' ids") {
            let Some(id) = self.check.string("actors", item) else {
                continue;
            };
            let known = self.known.actor(&id);
            if !known.is_some_and(|(_, declared)| declared) {
                self.check.note(Code::UnknownActor, item.span(), || {
                    self.known.unknown_actor(&id)
                });
            }
            let actor = known.map_or_else(
                || self.known.actors.items().len() as u32 + self.chunk.actors.place(&id),
                |(place, _)| place,
            );
            self.actors.push(ActorIx(actor));
        }
    }

    fn tags(&mut self, node: Node) {
        self.tags.clear();
        for item in self.check.items("tags", node, "a list of strings") {
            if let Some(tag) = self.check.string("tags", item) {
                self.tags.push(TagIx(self.chunk.tags.place(&tag)));
            }
        }
    }

    fn relations(&mut self, node: Node) {
        let what = "a list of objects with type and event";
        let from = self.chunk.heads.len() as u32;
        while self.chunk.links.last().is_some_and(|l| l.from == from) {
            self.chunk.links.pop();
        }
        for item in self.check.items("relations", node, what) {
            if !self.check.is_object("relations", item, what) {
                continue;
            }
            let (mut kind, mut target) = (None, None);
            for (key, value) in item.members() {
                match key.as_str().as_deref() {
                    Some("type") => kind = self.check.word("type", value, Code::UnknownRelation),
                    Some("event") => target = self.check.is_string("event", value).then_some(value),
                    _ => {}
                }
            }
            let Some(target) = target else {
                self.check.note(Code::RelationToNothing, item.span(), || {
                    "the relation names no event; write the other event's id in `event`".to_owned()
                });
                continue;
            };
            let span = target.span();
            self.chunk.links.push(PendingLink {
                from,
                kind,
                offset: self.check.base + span.start as u64,
                len: span.len() as u32,
            });
        }
    }
}

fn id_in(bytes: &[u8], at: u32) -> Option<String> {
    string_at(bytes, at as usize).map(Cow::into_owned)
}
