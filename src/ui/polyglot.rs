//! A line in which each name stands in the glyphs of its own language.

use egui::Ui;
use egui::text::LayoutJob;

use crate::date::Language;
use crate::theme::{Rgb, TextRole};
use crate::ui::fonts::text_format_for;
use crate::ui::look::Look;

/// Words of one or more languages, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Polyglot {
    pieces: Vec<(Language, String)>,
}

impl Polyglot {
    /// Adds words of a language at the end.
    pub fn push(&mut self, language: Language, words: &str) {
        match self.pieces.last_mut() {
            _ if words.is_empty() => {}
            Some((last, text)) if *last == language => text.push_str(words),
            _ => self.pieces.push((language, words.to_owned())),
        }
    }

    /// Its parts, each of one language.
    pub fn pieces(&self) -> impl Iterator<Item = (Language, &str)> {
        let pieces = self.pieces.iter();
        pieces.map(|(language, words)| (*language, words.as_str()))
    }

    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// All of it as plain text.
    pub fn text(&self) -> String {
        self.pieces().map(|(_, words)| words).collect()
    }

    /// How it is set.
    pub fn job(&self, ui: &Ui, look: &Look, role: TextRole, color: Rgb) -> LayoutJob {
        let mut job = LayoutJob::default();
        for (language, words) in self.pieces() {
            let tag = language.tag();
            let format = text_format_for(ui.ctx(), look.theme, role, tag, color, words);
            job.append(words, 0.0, format);
        }
        job
    }
}
