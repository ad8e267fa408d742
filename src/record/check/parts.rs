//! The parts of an event that have parts of their own: place, tone, quotes, citations, images.

use super::super::decode::{degrees, whole};
use super::super::diagnostic::Code;
use super::super::json::{Node, Tag};
use super::super::nearest::nearest;
use super::super::quote::{About, Stance};
use super::super::shown::Shown;
use super::super::text;
use super::super::vocabulary::Vocabulary;
use super::Checker;
use super::declared::Known;

/// What of a place the event's head keeps.
#[derive(Default)]
pub(super) struct PlaceFacts<'t> {
    pub country: Option<std::borrow::Cow<'t, str>>,
    pub located: bool,
}

impl Checker {
    pub(super) fn place<'t>(&mut self, node: Node<'t>) -> PlaceFacts<'t> {
        let mut facts = PlaceFacts::default();
        if !self.is_object("place", node, "an object with name, country, lat and lon") {
            return facts;
        }
        let (mut lat, mut lon) = (None, None);
        for (key, value) in node.members() {
            match key.as_str().as_deref() {
                Some("name") => {
                    self.text("name", value);
                }
                Some("country") => facts.country = self.string("country", value),
                Some("lat") => {
                    lat = (!value.is_null()).then(|| (key, self.degrees("lat", value, 90)));
                }
                Some("lon") => {
                    lon = (!value.is_null()).then(|| (key, self.degrees("lon", value, 180)));
                }
                _ => {}
            }
        }
        facts.located = matches!((&lat, &lon), (Some((_, true)), Some((_, true))));
        if let (Some((key, _)), None) | (None, Some((key, _))) = (lat, lon) {
            self.note(Code::HalfPosition, key.span(), || {
                "a position needs both lat and lon; only one of them is here".to_owned()
            });
        }
        facts
    }

    fn degrees(&mut self, field: &str, node: Node, most: u8) -> bool {
        if node.tag() != Tag::Number {
            self.wrong_type(field, node, "a number of degrees");
            return false;
        }
        let fits = degrees(node, f64::from(most)).is_some();
        if !fits {
            let (code, name) = if field == "lat" {
                (Code::LatitudeOutOfRange, "latitude")
            } else {
                (Code::LongitudeOutOfRange, "longitude")
            };
            self.note(code, node.span(), || {
                format!(
                    "the {name} {} is out of range; it lies between -{most} and {most}",
                    Shown(node.raw())
                )
            });
        }
        fits
    }

    /// The tone's value, when there is one that counts.
    pub(super) fn tone(&mut self, node: Node) -> Option<i8> {
        if !self.is_object("tone", node, "an object with value and reason") {
            return None;
        }
        let mut value = None;
        let mut any = false;
        let mut reason = false;
        for (key, field) in node.members() {
            match key.as_str().as_deref() {
                Some("value") if field.tag() == Tag::Number => {
                    any = true;
                    value = whole(field, -5, 5);
                    if value.is_none() {
                        self.note(Code::ToneOutOfRange, field.span(), || {
                            format!(
                                "the tone {} is out of range; it is a whole number from -5 \
                                 (hostile) to 5 (warm)",
                                Shown(field.raw())
                            )
                        });
                    }
                }
                Some("value") => {
                    value = None;
                    any = !field.is_null();
                    self.wrong_type("value", field, "a whole number from -5 to 5");
                }
                Some("reason") => reason = self.text("reason", field) && !is_blank(field),
                _ => {}
            }
        }
        if !any {
            self.note(Code::ToneWithoutValue, node.span(), || {
                "the tone has no value; write a whole number from -5 (hostile) to 5 (warm) in \
                 `value`"
                    .to_owned()
            });
        }
        if value.is_some() && !reason {
            self.note(Code::ToneWithoutReason, node.span(), || {
                "the tone has no reason; say in `reason` why it is coded so".to_owned()
            });
        }
        value
    }

    /// The importance, when it is one.
    pub(super) fn importance(&mut self, node: Node) -> Option<u8> {
        if node.tag() != Tag::Number {
            self.wrong_type("importance", node, "a whole number from 1 to 5");
            return None;
        }
        let value = whole(node, 1, 5);
        if value.is_none() {
            self.note(Code::ImportanceOutOfRange, node.span(), || {
                format!(
                    "the importance {} is out of range; it is a whole number from 1 to 5",
                    Shown(node.raw())
                )
            });
        }
        value
    }

    /// A word of a list that may grow; `None` for one that is not (or not yet) in it.
    pub(super) fn word<V: Vocabulary>(&mut self, field: &str, node: Node, code: Code) -> Option<V> {
        let name = self.string(field, node)?;
        let word = V::from_name(&name);
        if word.is_none() {
            self.note(code, node.span(), || {
                let known = V::ALL.iter().map(|word| word.name());
                let hint = nearest(&name, known.clone()).map_or_else(
                    || format!("one of {}", known.collect::<Vec<_>>().join(", ")),
                    |near| format!("perhaps \"{near}\""),
                );
                let kept = if code == Code::UnknownKind {
                    "it reads as itself and draws as other"
                } else {
                    "it is kept as it is"
                };
                let name = Shown(&name);
                format!("\"{name}\" is not a {field} that this version knows, so {kept}; {hint}?")
            });
        }
        word
    }

    /// A quote; whether it counts, and whether it disputes the record.
    pub(super) fn quote(&mut self, node: Node, known: Known) -> Option<bool> {
        if !self.is_object("quotes", node, "a list of objects with text and source") {
            return None;
        }
        let (mut text, mut source, mut disputes) = (false, false, false);
        for (key, value) in node.members() {
            let Some(key) = key.as_str() else { continue };
            match &*key {
                "text" => text = self.is_string("text", value) && !is_blank(value),
                "lang" => self.language("lang", value),
                "translations" => self.translations(value),
                "translation_sources" => self.translation_sources(value, known),
                "source" => source = self.source("source", value, known),
                "locator" | "side" => {
                    self.is_string(&key, value);
                }
                "about" => {
                    for word in self.items("about", value, "a list of words") {
                        self.word::<About>("about", word, Code::UnknownWord);
                    }
                }
                "stance" => {
                    disputes =
                        self.word("stance", value, Code::UnknownWord) == Some(Stance::Disputes);
                }
                "topic" => self.strings("topic", value),
                "seen_at" => self.link_or_words("seen_at", value),
                "speaker" | "issuer" | "via" | "note" => {
                    self.text(&key, value);
                }
                _ => {}
            }
        }
        if !text {
            self.note(Code::QuoteWithoutText, node.span(), || {
                "the quote has no words; write them in `text`".to_owned()
            });
            return None;
        }
        if !source {
            self.note(Code::QuoteWithoutSource, node.span(), || {
                "the quote names no source; write the id of one of the record's sources in `source`"
                    .to_owned()
            });
        }
        Some(disputes)
    }

    fn translations(&mut self, node: Node) {
        if self.is_object("translations", node, "a text for each language") {
            self.text("translations", node);
        }
    }

    fn translation_sources(&mut self, node: Node, known: Known) {
        let field = "translation_sources";
        if self.is_object(field, node, "a source's id for each language") {
            for (tag, source) in node.members() {
                self.language_tag(tag);
                self.source(field, source, known);
            }
        }
    }

    /// The id of a source that must be there. Whether one is named at all.
    fn source(&mut self, field: &str, node: Node, known: Known) -> bool {
        let Some(id) = self.string(field, node) else {
            return false;
        };
        if known.sources.find(&id).is_none() {
            self.note(Code::SourceToNothing, node.span(), || {
                let near = nearest(&id, known.sources.items().iter());
                format!(
                    "there is no source with the id \"{}\" in `sources`{}",
                    Shown(&id),
                    did_you_mean(near)
                )
            });
        }
        true
    }

    /// A document that is cited; whether it counts.
    pub(super) fn citation(&mut self, node: Node, known: Known) -> bool {
        if !self.is_object("sources", node, "a list of objects with source and locator") {
            return false;
        }
        let mut named = false;
        let mut any = false;
        for (key, value) in node.members() {
            match key.as_str().as_deref() {
                Some("source") => {
                    any = !value.is_null();
                    named = self.source("source", value, known);
                }
                Some("locator") => {
                    self.is_string("locator", value);
                }
                _ => {}
            }
        }
        if !any {
            self.note(Code::SourceToNothing, node.span(), || {
                "the citation names no source; write the id of one of the record's sources in \
                 `source`"
                    .to_owned()
            });
        }
        named
    }

    /// A picture; whether it counts.
    pub(super) fn image(&mut self, node: Node) -> bool {
        if !self.is_object(
            "images",
            node,
            "a list of objects with path, caption and credit",
        ) {
            return false;
        }
        let mut beside = false;
        for (key, value) in node.members() {
            match key.as_str().as_deref() {
                Some("path") => beside = self.image_path(value),
                Some(name @ ("caption" | "credit")) => {
                    self.text(name, value);
                }
                _ => {}
            }
        }
        beside
    }
}

/// Whether a text is empty, in every language.
pub(super) fn is_blank(node: Node) -> bool {
    let blank = |node: Node| node.as_str().is_none_or(|words| text::is_blank(&words));
    if node.tag() == Tag::Object {
        node.members().all(|(_, text)| blank(text))
    } else {
        blank(node)
    }
}

/// The end of a sentence that offers the nearest name.
pub(crate) fn did_you_mean<N: AsRef<str>>(name: Option<N>) -> String {
    name.map_or_else(String::new, |name| {
        format!("; did you mean \"{}\"?", Shown(name.as_ref()))
    })
}
