//! A value on a [`Tape`](super::Tape), with the bytes it came from.

use std::borrow::Cow;
use std::ops::Range;

use super::scan::unescape;
use super::tape::{Entry, Tag};

/// One JSON value and its place in the text.
#[derive(Clone, Copy, Debug)]
pub struct Node<'t> {
    entries: &'t [Entry],
    text: &'t str,
    at: u32,
}

impl<'t> Node<'t> {
    pub(super) fn root(entries: &'t [Entry], text: &'t str) -> Self {
        Self {
            entries,
            text,
            at: 0,
        }
    }

    #[inline]
    fn entry(&self) -> Entry {
        const NOTHING: Entry = Entry {
            start: 0,
            end: 0,
            next: u32::MAX,
            tag: Tag::Null,
            escaped: false,
        };
        self.entries
            .get(self.at as usize)
            .copied()
            .unwrap_or(NOTHING)
    }

    #[inline]
    fn at(&self, at: u32) -> Self {
        Self { at, ..*self }
    }

    /// The type of the value.
    #[inline]
    pub fn tag(&self) -> Tag {
        self.entry().tag
    }

    /// Whether the value is `null`.
    pub fn is_null(&self) -> bool {
        self.tag() == Tag::Null
    }

    /// The bytes the value covers, from the start of the text that was read.
    #[inline]
    pub fn span(&self) -> Range<usize> {
        let entry = self.entry();
        entry.start as usize..entry.end as usize
    }

    /// The value as it is written.
    #[inline]
    pub fn raw(&self) -> &'t str {
        self.text.get(self.span()).unwrap_or_default()
    }

    /// A string's text; `None` for another type of value.
    #[inline]
    pub fn as_str(&self) -> Option<Cow<'t, str>> {
        let entry = self.entry();
        if entry.tag != Tag::String {
            return None;
        }
        let body = self.body();
        Some(if entry.escaped {
            Cow::Owned(unescape(body))
        } else {
            Cow::Borrowed(body)
        })
    }

    /// A string's text between its quotation marks, as it is written.
    #[inline]
    pub fn body(&self) -> &'t str {
        let entry = self.entry();
        let inside = (entry.start as usize + 1)..(entry.end as usize).saturating_sub(1);
        self.text.get(inside).unwrap_or_default()
    }

    /// The bytes of [`Node::body`].
    #[inline]
    pub(crate) fn body_bytes(&self) -> &'t [u8] {
        let entry = self.entry();
        let inside = (entry.start as usize + 1)..(entry.end as usize).saturating_sub(1);
        self.text.as_bytes().get(inside).unwrap_or_default()
    }

    /// Whether a string holds escapes, so that its [`Node::body`] is not its text.
    pub fn is_escaped(&self) -> bool {
        self.entry().escaped
    }

    /// A number's value; `None` for another type of value.
    pub fn as_f64(&self) -> Option<f64> {
        if self.tag() == Tag::Number {
            self.raw().parse().ok()
        } else {
            None
        }
    }

    /// `true` or `false`; `None` for another type of value.
    pub fn as_bool(&self) -> Option<bool> {
        match self.tag() {
            Tag::True => Some(true),
            Tag::False => Some(false),
            _ => None,
        }
    }

    /// An object's fields, in the order of the text; none for another type of value.
    #[inline]
    pub fn members(&self) -> Members<'t> {
        let entry = self.entry();
        let end = if entry.tag == Tag::Object {
            entry.next
        } else {
            self.at + 1
        };
        Members {
            node: self.at(self.at + 1),
            end,
        }
    }

    /// An array's items; none for another type of value.
    #[inline]
    pub fn items(&self) -> impl Iterator<Item = Node<'t>> + use<'t> {
        let entry = self.entry();
        let end = if entry.tag == Tag::Array {
            entry.next
        } else {
            self.at + 1
        };
        let mut node = self.at(self.at + 1);
        std::iter::from_fn(move || {
            if node.at >= end {
                return None;
            }
            let item = node;
            node = node.at(item.entry().next);
            Some(item)
        })
    }

    /// The value of the last field called `name`, the one that counts when there are several.
    pub fn field(&self, name: &str) -> Option<Node<'t>> {
        let mut found = None;
        for (key, value) in self.members() {
            if key.as_str().as_deref() == Some(name) {
                found = Some(value);
            }
        }
        found
    }
}

/// The fields of an object: each name and its value.
#[derive(Clone, Debug)]
pub struct Members<'t> {
    node: Node<'t>,
    end: u32,
}

impl<'t> Iterator for Members<'t> {
    type Item = (Node<'t>, Node<'t>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.node.at >= self.end {
            return None;
        }
        let key = self.node;
        let value = key.at(key.at + 1);
        self.node = value.at(value.entry().next);
        Some((key, value))
    }
}
