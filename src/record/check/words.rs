//! Dates, zones, language tags, links: strings that must be well formed.

use super::super::diagnostic::Code;
use super::super::json::Node;
use super::super::paths::{link_is_safe, path_stays_beside};
use super::super::shown::Shown;
use super::super::text::LangTag;
use super::Checker;
use crate::date::{DateErrorKind, Edtf, Extent, Zone};

impl Checker {
    /// A language tag, as a map's key or a field's value.
    pub(super) fn language_tag(&mut self, node: Node) {
        if matches!(node.body(), "en" | "ja" | "ko" | "zh-Hans" | "zh-Hant") {
            return;
        }
        if let Some(tag) = node.as_str().filter(|tag| !LangTag::is_well_formed(tag)) {
            self.note(Code::BadLanguageTag, node.span(), || {
                format!(
                    "\"{}\" is not a language tag; tags look like en, ja, zh-Hans, ko (BCP 47)",
                    Shown(&tag)
                )
            });
        }
    }

    /// A field that names a language.
    pub(super) fn language(&mut self, field: &str, node: Node) {
        if self.is_string(field, node) {
            self.language_tag(node);
        }
    }

    /// An EDTF date.
    pub(super) fn edtf(&mut self, field: &str, node: Node) -> Option<Edtf> {
        let Some(text) = node.as_str() else {
            self.wrong_type(
                field,
                node,
                "a string with an EDTF date, such as \"1972-09-29\"",
            );
            return None;
        };
        match Edtf::parse(&text) {
            Ok(date) => Some(date),
            Err(error) => {
                let span = node.span();
                // Inside an escaped string the error's position is not the file's.
                let at = if node.is_escaped() {
                    0
                } else {
                    error.position.min(text.len())
                };
                let place = (span.start + 1 + at).min(span.end.saturating_sub(1));
                let rest = place..span.end.saturating_sub(1).max(place + 1);
                if let DateErrorKind::EndBeforeStart { .. } = error.kind {
                    self.note(Code::EndBeforeStart, rest, || error.kind.to_string());
                } else {
                    self.note(Code::BadDate, rest, || {
                        let text = Shown(&text);
                        format!("\"{text}\" is not an EDTF date: {}", error.kind)
                    });
                }
                None
            }
        }
    }

    /// The extent of a date, which must not end before it starts.
    pub(super) fn extent(&mut self, date: &Edtf, zone: Zone, node: Node) -> Option<Extent> {
        let extent = date.extent(zone);
        if extent.start.at <= extent.end.at {
            return Some(extent);
        }
        self.note(Code::EndBeforeStart, node.span(), || {
            let date = date.to_string();
            let date = Shown(&date);
            format!("\"{date}\" ends before it starts; the earlier date comes first")
        });
        None
    }

    /// A time zone's name.
    pub(super) fn zone(&mut self, field: &str, node: Node) -> Option<Zone> {
        let name = self.string(field, node)?;
        if let Some(zone) = self.last_zone.filter(|zone| zone.name() == name) {
            return Some(zone);
        }
        let zone = Zone::parse(&name).ok();
        self.last_zone = zone.or(self.last_zone);
        if zone.is_none() {
            self.note(Code::UnknownTimeZone, node.span(), || {
                let name = Shown(&name);
                format!(
                    "\"{name}\" is no time zone of the IANA database; zones look like Asia/Tokyo, \
                     America/Lima, UTC. The date is read in UTC"
                )
            });
        }
        zone
    }

    /// A link that a reader may open.
    pub(super) fn link(&mut self, field: &str, node: Node) {
        if let Some(url) = self.string(field, node)
            && !link_is_safe(&url)
        {
            self.note(Code::UnsafeLink, node.span(), || {
                let url = Shown(&url);
                format!(
                    "\"{url}\" cannot be opened; a link starts with https://, http:// or mailto:"
                )
            });
        }
    }

    /// A place where something was seen: a link, or words.
    pub(super) fn link_or_words(&mut self, field: &str, node: Node) {
        let Some(words) = self.string(field, node) else {
            return;
        };
        let looks_like_link = words.split_once(':').is_some_and(|(scheme, rest)| {
            !scheme.is_empty()
                && scheme
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
                && !rest.starts_with(' ')
                && !words.contains(' ')
        });
        if looks_like_link {
            self.link(field, node);
        }
    }

    /// The path of an image beside the record.
    pub(super) fn image_path(&mut self, node: Node) -> bool {
        let Some(path) = self.string("path", node) else {
            return false;
        };
        let beside = path_stays_beside(&path);
        if !beside {
            self.note(Code::ImageOutside, node.span(), || {
                let path = Shown(&path);
                format!(
                    "the image \"{path}\" is outside the record's folder; put it beside the record \
                     and write its path from there, such as images/lima.jpg"
                )
            });
        }
        beside
    }
}
