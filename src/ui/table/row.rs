//! The words of the rows in view, made once for a record and a reader, and how they are painted.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use egui::{Galley, Rect, Ui, pos2};

use crate::app::State;
use crate::app::table::{Column, actors_words, kind_words, place_words, status_words, tone_words};
use crate::date::{Language, in_words};
use crate::record::EventIx;
use crate::scene::{Align, Ink, Point, TextLine, TextRole, cut, glyphs_of};
use crate::theme::{KindColor, Rgb};
use crate::ui::canvas::Galleys;
use crate::ui::fonts::color32;
use crate::ui::look::{Look, kind_color};
use crate::ui::status_line::paint_mark;

/// Rows kept in words; when there are more, all are worded anew.
const KEPT: usize = 600;
/// Space at a cell's sides, and before a date's EDTF, in steps of the grid.
const PAD: f32 = 2.5;
const BEFORE_EDTF: f32 = 2.0;

/// A row in words.
pub(super) struct RowWords {
    cells: [(Arc<str>, Language); 11],
    /// The date as the file has it.
    edtf: Arc<str>,
    kind: KindColor,
}

impl RowWords {
    fn new(state: &State, event: EventIx, language: Language) -> Option<Self> {
        let timeline = &state.document.timeline;
        let whole = timeline.event(event)?;
        let head = timeline.head(event);
        let title = whole.title.pick_entry(language);
        let (tag, title) = title.map_or((language.tag(), ""), |(tag, title)| (tag.as_str(), title));
        let title_language = Language::from_tag(tag).unwrap_or(language);
        let place = whole.place.as_ref();
        let count = |count: u16| {
            if count == 0 {
                String::new()
            } else {
                count.to_string()
            }
        };
        let words: [Cow<str>; 11] = [
            in_words(&whole.date, language).into(),
            title.into(),
            kind_words(&whole.kind, language),
            actors_words(timeline, &whole, language).into(),
            place.map_or("".into(), |place| place_words(timeline, place, language)),
            whole.tags.join(", ").into(),
            whole.importance.to_string().into(),
            head.tone.map_or_else(String::new, tone_words).into(),
            status_words(&whole.status, language).into(),
            count(head.quotes).into(),
            count(head.sources).into(),
        ];
        let mut at = 0;
        let cells = words.map(|words| {
            let words = one_line(&words);
            let own = if at == Column::Title.at() {
                title_language
            } else {
                glyphs_of(&words, language)
            };
            at += 1;
            (words, own)
        });
        Some(Self {
            cells,
            edtf: one_line(&whole.date.to_string()),
            kind: kind_color(head.kind),
        })
    }

    /// What a screen reader says of a cell.
    pub fn said(&self, column: Column) -> &str {
        &self.cells[column.at()].0
    }
}

/// A text as a line has room for it.
fn one_line(text: &str) -> Arc<str> {
    cut(text).replace(['\n', '\r', '\t'], " ").into()
}

/// The words of the rows that were shown.
#[derive(Default)]
pub(super) struct Rows {
    made_for: Option<(u64, Language)>,
    rows: HashMap<EventIx, RowWords>,
    worded: usize,
}

impl Rows {
    /// Forgets all when the record or the reader is another.
    pub fn begin(&mut self, state: &State, look: &Look) {
        let made_for = Some((state.index.revision(), look.language));
        if self.made_for != made_for || self.rows.len() > KEPT {
            self.rows.clear();
            self.made_for = made_for;
        }
    }

    /// How many rows were worded.
    pub fn worded(&self) -> usize {
        self.worded
    }

    /// A row's words.
    pub fn get(&mut self, state: &State, event: EventIx, look: &Look) -> Option<&RowWords> {
        match self.rows.entry(event) {
            Entry::Occupied(kept) => Some(kept.into_mut()),
            Entry::Vacant(place) => {
                let words = RowWords::new(state, event, look.language)?;
                self.worded += 1;
                Some(place.insert(words))
            }
        }
    }
}

/// Paints a cell's words.
pub(super) fn paint(
    ui: &Ui,
    cell: Rect,
    column: Column,
    words: &RowWords,
    galleys: &mut Galleys,
    look: &Look,
) {
    let colors = look.colors();
    let pad = look.grid(PAD);
    let (left, right) = (cell.left() + pad, cell.right() - pad);
    let (text, language) = &words.cells[column.at()];
    let language = *language;
    let mut laid_out = |text: &Arc<str>, language, role, room: f32| {
        let line = TextLine {
            text: Arc::clone(text),
            role,
            ink: Ink::Strong,
            language,
            anchor: Point { x: 0.0, y: 0.0 },
            align: Align::Left,
            max_width: room,
            alpha: 1.0,
        };
        galleys.get(ui, look, &line)
    };
    let put = |galley: Arc<Galley>, ink: Rgb, x: f32| {
        let at = pos2(x, cell.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, color32(ink));
    };
    let role = TextRole::MarkLabel;
    let room = (right - left).max(1.0);
    match column {
        Column::Date => {
            let date = laid_out(text, language, role, room);
            let x = left + date.size().x + look.grid(BEFORE_EDTF);
            put(date, colors.ink, left);
            let edtf = laid_out(&words.edtf, Language::En, TextRole::MarkNote, f32::INFINITY);
            // A part of an EDTF would be another date.
            if *words.edtf != **text && edtf.size().x <= right - x {
                put(edtf, colors.muted, x);
            }
        }
        Column::Kind => {
            let radius = look.sizes().mark_radius;
            let centre = pos2(left + radius, cell.center().y);
            let color = color32(colors.kind(words.kind));
            paint_mark(ui.painter(), words.kind.shape(), centre, radius, color);
            let x = left + 2.0 * radius + look.sizes().label_gap;
            put(
                laid_out(text, language, role, (right - x).max(1.0)),
                colors.ink,
                x,
            );
        }
        Column::Title => put(laid_out(text, language, role, room), colors.ink, left),
        _ if column.is_number() => {
            let number = laid_out(text, language, role, room);
            let x = right - number.size().x;
            put(number, colors.ink, x);
        }
        _ => put(laid_out(text, language, role, room), colors.muted, left),
    }
}
