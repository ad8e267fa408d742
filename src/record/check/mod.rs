//! Reading a text with an eye for what is wrong in it, and what would be right.

mod chunk;
mod declared;
mod event;
mod findings;
mod header;
mod parts;
mod words;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

pub(crate) use chunk::{Chunk, PendingLink, Rejected};
pub(crate) use declared::{Declared, Known, StepTarget};
pub(crate) use event::EventChecker;
pub(crate) use findings::{Finding, Findings};
pub(crate) use header::HeaderReader;
pub(crate) use parts::did_you_mean;

use super::diagnostic::{Code, Severity};
use super::json::{Node, Tag};
use super::shown::Shown;
use crate::date::Zone;

/// Where findings go, and how far from the file's start the text under reading begins.
#[derive(Debug, Default)]
pub(crate) struct Checker {
    pub findings: Findings,
    pub base: u64,
    /// The zone last read: neighbours are often in one.
    last_zone: Option<Zone>,
    /// What [`Checker::listen`] waits for.
    listening: bool,
    heard: Option<String>,
}

impl Checker {
    /// Notes that something is wrong at `span` of the text under reading.
    #[cold]
    fn note(&mut self, code: Code, span: Range<usize>, message: impl FnOnce() -> String) {
        // A field that stands twice is an error, and yet spoils nothing.
        let spoils = code.severity() == Severity::Error && code != Code::DuplicateKey;
        if self.listening && self.heard.is_none() && spoils {
            let message = message();
            self.heard = Some(message.clone());
            self.findings.add(code, self.base, span, || message);
        } else {
            self.findings.add(code, self.base, span, message);
        }
    }

    /// What `read` says, and the first error that it noted: also when there were too many of its
    /// kind before to list it.
    fn listen<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> (T, Option<String>) {
        self.listening = true;
        let said = read(self);
        self.listening = false;
        (said, self.heard.take())
    }

    /// Notes a value of the wrong JSON type; `null` is as good as nothing and passes in silence.
    #[cold]
    fn wrong_type(&mut self, field: &str, node: Node, expected: &str) {
        if !node.is_null() {
            self.note(Code::WrongType, node.span(), || {
                format!(
                    "`{field}` is {} here; it should be {expected}",
                    node.tag().in_words()
                )
            });
        }
    }

    /// A string; `None` (and a note, unless it is `null`) for anything else.
    fn string<'t>(&mut self, field: &str, node: Node<'t>) -> Option<Cow<'t, str>> {
        let found = node.as_str();
        if found.is_none() {
            self.wrong_type(field, node, "a string");
        }
        found
    }

    /// Whether a string stands here, which nobody needs to look into.
    fn is_string(&mut self, field: &str, node: Node) -> bool {
        let fits = node.tag() == Tag::String;
        if !fits {
            self.wrong_type(field, node, "a string");
        }
        fits
    }

    /// A string or a number, as CSL-JSON allows for pages and volumes.
    fn string_or_number(&mut self, field: &str, node: Node) {
        if !matches!(node.tag(), Tag::String | Tag::Number) {
            self.wrong_type(field, node, "a string or a number");
        }
    }

    /// Whether a plain string or a map of languages stands here.
    fn text(&mut self, field: &str, node: Node) -> bool {
        match node.tag() {
            Tag::String => true,
            Tag::Object => {
                self.duplicates(node);
                let mut any = false;
                for (tag, text) in node.members() {
                    self.language_tag(tag);
                    any |= self.is_string(field, text);
                }
                any
            }
            _ => {
                self.wrong_type(field, node, "a string, or a text for each language");
                false
            }
        }
    }

    /// The items of a list; none (and a note) when something else stands here.
    fn items<'t>(
        &mut self,
        field: &str,
        node: Node<'t>,
        what: &str,
    ) -> impl Iterator<Item = Node<'t>> + use<'t> {
        if node.tag() != Tag::Array {
            self.wrong_type(field, node, what);
        }
        node.items()
    }

    /// Whether an object stands here; its field names are looked through for repetitions.
    fn is_object(&mut self, field: &str, node: Node, what: &str) -> bool {
        let fits = node.tag() == Tag::Object;
        if fits {
            self.duplicates(node);
        } else {
            self.wrong_type(field, node, what);
        }
        fits
    }

    /// A list of strings.
    fn strings(&mut self, field: &str, node: Node) {
        for item in self.items(field, node, "a list of strings") {
            self.is_string(field, item);
        }
    }

    /// Looks through an object's field names for one that stands twice.
    fn duplicates(&mut self, node: Node) {
        // A bit per likely name: only a bit seen before calls for a closer look. Where there are
        // more fields than bits help with, the names themselves are kept.
        let mut seen = 0_u64;
        let mut names: Option<HashSet<Cow<str>>> = None;
        for (at, (key, _)) in node.members().enumerate() {
            let twice = if at < FEW_FIELDS {
                let bit = name_bit(key);
                let suspect = seen & bit != 0;
                seen |= bit;
                suspect && {
                    let name = key.as_str();
                    let mut earlier = node.members().take(at);
                    earlier.any(|(other, _)| other.as_str() == name)
                }
            } else {
                let names = names.get_or_insert_with(|| {
                    let earlier = node.members().take(at);
                    earlier.filter_map(|(key, _)| key.as_str()).collect()
                });
                key.as_str().is_some_and(|name| !names.insert(name))
            };
            if twice {
                self.note(Code::DuplicateKey, key.span(), || {
                    format!(
                        "the field `{}` stands twice in one object, and the last one counts; \
                         leave out one of them",
                        Shown(&key.as_str().unwrap_or_default())
                    )
                });
            }
        }
    }
}

/// Up to this many fields are compared with each other where their bits agree.
const FEW_FIELDS: usize = 32;

/// One of 64 bits for a field's name; all of them for a name that escapes hide.
#[inline]
fn name_bit(key: Node) -> u64 {
    if key.is_escaped() {
        return u64::MAX;
    }
    let body = key.body_bytes();
    let byte = |at: Option<&u8>| at.map_or(0, |&b| u32::from(b));
    let hash = byte(body.first())
        .wrapping_mul(7)
        .wrapping_add(byte(body.last()).wrapping_mul(3))
        .wrapping_add(byte(body.get(body.len() / 2)))
        .wrapping_add(body.len() as u32 * 11);
    1 << (hash & 63)
}
