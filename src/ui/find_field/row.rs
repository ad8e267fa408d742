//! A row of the found list: an event's date and title, and the words where they were found.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Rect, Response, Ui, pos2, vec2};

use super::snippet::{self, Lines, Marked};
use crate::app::State;
use crate::date::{Language, in_words};
use crate::record::EventIx;
use crate::theme::{Rgb, TextRole};
use crate::ui::fonts::{self, color32};
use crate::ui::look::Look;

/// A row in words.
pub(super) struct RowWords {
    date: String,
    lines: Lines,
}

impl RowWords {
    pub(super) fn new(state: &State, event: EventIx, language: Language) -> Option<Self> {
        let timeline = &state.document.timeline;
        let lines = snippet::lines(timeline, state.find.search()?, event, language)?;
        let date = in_words(&timeline.event(event)?.date, language);
        Some(Self { date, lines })
    }

    /// What a screen reader says.
    pub(super) fn name(&self) -> String {
        let Lines {
            title,
            field,
            second,
        } = &self.lines;
        if second.marks.is_empty() {
            format!("{}, {}", self.date, title.text)
        } else {
            format!("{}, {}, {field}: {}", self.date, title.text, second.text)
        }
    }
}

/// What lies under a row.
#[derive(Clone, Copy)]
pub(super) enum Ground {
    Plain,
    Hovered,
    Current,
}

pub(super) fn ground(response: &Response, is_current: bool) -> Ground {
    match (is_current, response.hovered()) {
        (true, _) => Ground::Current,
        (false, true) => Ground::Hovered,
        (false, false) => Ground::Plain,
    }
}

/// Two lines: date and title with the field's name at the right, and the words found.
pub(super) fn paint(ui: &Ui, rect: Rect, words: &RowWords, look: &Look, ground: Ground) {
    let (colors, pad) = (look.colors(), look.grid(2.0));
    let fill = match ground {
        Ground::Plain => None,
        Ground::Hovered => Some(colors.hovered),
        Ground::Current => Some(colors.selected),
    };
    if let Some(fill) = fill {
        ui.painter()
            .rect_filled(rect, look.sizes().corner_small, color32(fill));
    }
    let inner = rect.shrink2(vec2(pad, look.grid(1.0)));
    let tag = look.language.tag();
    let field = look.galley(
        ui,
        TextRole::Label,
        colors.muted,
        tag,
        words.lines.field,
        f32::INFINITY,
    );
    let mut right = inner.right() - field.size().x;
    ui.painter()
        .galley(pos2(right, inner.top()), field, color32(colors.muted));
    right -= pad;

    let line_height = inner.height() / 2.0;
    let date = look.galley(
        ui,
        TextRole::Meta,
        colors.muted,
        tag,
        &words.date,
        f32::INFINITY,
    );
    let left = inner.left() + date.size().x + pad;
    ui.painter()
        .galley(inner.left_top(), date, color32(colors.muted));
    let title = one_line(
        look,
        ui,
        TextRole::CanvasStrong,
        colors.ink,
        &words.lines.title,
        right - left,
    );
    ui.painter()
        .galley(pos2(left, inner.top()), title, color32(colors.ink));
    let text = one_line(
        look,
        ui,
        TextRole::Meta,
        colors.muted,
        &words.lines.second,
        inner.width(),
    );
    ui.painter().galley(
        pos2(inner.left(), inner.top() + line_height),
        text,
        color32(colors.ink),
    );
}

/// A text in one line, its end cut with an ellipsis where it is too long, the marked bytes in ink on
/// the ground of what was found.
fn one_line(
    look: &Look,
    ui: &Ui,
    role: TextRole,
    color: Rgb,
    line: &Marked,
    width_points: f32,
) -> std::sync::Arc<egui::Galley> {
    let colors = look.colors();
    let Marked { lang, text, marks } = line;
    let plain = fonts::text_format_for(ui.ctx(), look.theme, role, lang, color, text);
    let mut marked = plain.clone();
    marked.color = color32(colors.ink);
    marked.background = color32(colors.found);
    let mut job = LayoutJob::default();
    for (piece, is_marked) in snippet::pieces(text, marks) {
        job.append(
            piece,
            0.0,
            if is_marked {
                marked.clone()
            } else {
                plain.clone()
            },
        );
    }
    job.wrap = TextWrapping {
        break_anywhere: true,
        ..TextWrapping::truncate_at_width(width_points.max(0.0))
    };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
