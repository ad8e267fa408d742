//! Scrolling by rows: places of rows are counted from the first one in view, so that the last of ten
//! million stands as exactly as the first.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::columns::Columns;
use super::phrases::Phrase;
use crate::ui::fonts::color32;
use crate::ui::look::Look;

/// Width of the bars, their distance from the edge and their least length, in steps of the grid.
const WIDTH: f32 = 1.25;
const INSET: f32 = 0.5;
const LEAST: f32 = 6.0;

/// How far the table is scrolled.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scroll {
    /// Rows above the view; a part of one, too.
    top: f64,
    /// Points left of the view.
    pub left: f32,
    rows: usize,
    /// Rows that have room.
    room: f64,
}

impl Scroll {
    pub fn begin(&mut self, rows: usize, room: f32) {
        self.rows = rows;
        self.room = f64::from(room).max(1.0);
        self.clamp();
    }

    fn clamp(&mut self) {
        // The last rows stand whole, as the first ones do.
        let most = (self.rows as f64 - self.room).ceil().max(0.0);
        self.top = self.top.clamp(0.0, most);
    }

    /// The first row in view.
    pub fn first(&self) -> usize {
        self.top as usize
    }

    /// Rows of which something is in view.
    pub fn in_view(&self) -> usize {
        self.room.ceil() as usize + 1
    }

    /// Rows that Page Down goes on by: one less than have room.
    pub fn page(&self) -> usize {
        (self.room as usize).saturating_sub(1).max(1)
    }

    /// Where a row stands, in points from the body's top.
    pub fn y_of(&self, row: usize, height: f32) -> f32 {
        ((row as f64 - self.top) * f64::from(height)) as f32
    }

    pub fn is_in_view(&self, row: usize) -> bool {
        (self.first()..self.first() + self.in_view()).contains(&row)
    }

    /// Scrolls as far as is needed to see all of a row; one that is far away comes to the middle.
    pub fn show_row(&mut self, row: usize) {
        let row = row as f64;
        let (above, below) = (self.top - row, row + 1.0 - self.top - self.room);
        if above > self.room || below > self.room {
            self.top = (row - self.room / 2.0).ceil();
        } else if above > 0.0 {
            self.top = row;
        } else if below > 0.0 {
            self.top = (self.top + below).ceil().min(row);
        }
        self.clamp();
    }

    /// The wheel and two fingers.
    pub fn wheel(&mut self, ui: &Ui, body: Rect, height: f32) {
        let over = ui.rect_contains_pointer(body);
        let by = ui.input(egui::InputState::smooth_scroll_delta);
        if over && by != egui::Vec2::ZERO {
            self.top -= f64::from(by.y / height);
            self.left -= by.x;
            self.clamp();
        }
    }

    /// The room beside rows and columns in which the bars stand.
    pub fn gutter(look: &Look) -> f32 {
        look.grid(WIDTH + 2.0 * INSET)
    }

    /// The bars, where not all has room; a drag scrolls.
    pub fn bars(&mut self, ui: &Ui, body: Rect, columns: &Columns, look: &Look) {
        let (width, inset) = (look.grid(WIDTH), look.grid(INSET));
        let way = body.height();
        if let Some((start, length)) =
            thumb(way, self.rows as f64, self.room, self.top, look.grid(LEAST))
        {
            let at = pos2(body.right() + inset, body.top() + start);
            let bar = Rect::from_min_size(at, vec2(width, length));
            let by = bar_ui(ui, bar, "table's rows", Phrase::ScrollRows, look).y;
            self.top += f64::from(by / (way - length)) * (self.rows as f64 - self.room);
            self.clamp();
        }
        let way = body.width() - inset;
        let (room, total) = (f64::from(body.width()), f64::from(columns.total));
        if let Some((start, length)) =
            thumb(way, total, room, columns.left.into(), look.grid(LEAST))
        {
            let at = pos2(body.left() + inset + start, body.bottom() + inset);
            let bar = Rect::from_min_size(at, vec2(length, width));
            let by = bar_ui(ui, bar, "table's columns", Phrase::ScrollColumns, look).x;
            self.left += by / (way - length) * (total - room) as f32;
        }
    }
}

/// Where a bar stands along a way of this length, and how long it is; none where all has room.
fn thumb(way: f32, total: f64, room: f64, before: f64, least: f32) -> Option<(f32, f32)> {
    let hidden = total - room;
    if hidden < 1e-3 || way <= least {
        return None;
    }
    let length = ((f64::from(way) * room / total) as f32).max(least);
    let share = (before / hidden).clamp(0.0, 1.0) as f32;
    Some(((way - length) * share, length))
}

fn bar_ui(ui: &Ui, bar: Rect, name: &str, phrase: Phrase, look: &Look) -> egui::Vec2 {
    let around = bar.expand(look.grid(INSET));
    let response = ui.interact(around, Id::unique(name), Sense::DRAG);
    response
        .widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, phrase.words(look.language)));
    let colors = look.colors();
    let held = response.dragged() || response.hovered();
    let color = if held { colors.muted } else { colors.line };
    ui.painter()
        .rect_filled(bar, bar.size().min_elem() / 2.0, color32(color));
    response.drag_delta()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_ten_million_stand_exactly() {
        let mut scroll = Scroll::default();
        scroll.begin(10_000_000, 20.5);
        scroll.show_row(9_999_999);
        assert_eq!(scroll.first(), 9_999_980);
        let step = scroll.y_of(9_999_990, 28.0) - scroll.y_of(9_999_989, 28.0);
        assert_eq!(step, 28.0);
        assert_eq!(scroll.y_of(9_999_999, 28.0) + 28.0, 20.0 * 28.0);
    }

    #[test]
    fn a_row_in_view_does_not_scroll_and_one_before_is_the_first() {
        let mut scroll = Scroll::default();
        scroll.begin(100, 10.0);
        scroll.show_row(9);
        assert_eq!(scroll.first(), 0);
        scroll.show_row(10);
        assert_eq!(scroll.first(), 1);
        scroll.show_row(0);
        assert_eq!(scroll.first(), 0);
        scroll.show_row(50);
        assert_eq!(scroll.first(), 45, "a far one comes to the middle");
        scroll.begin(3, 10.0);
        assert_eq!(scroll.first(), 0);
    }

    #[test]
    fn a_bar_reaches_both_ends_of_its_way() {
        assert_eq!(thumb(100.0, 10.0, 10.0, 0.0, 24.0), None);
        assert_eq!(thumb(100.0, 20.0, 10.0, 10.0, 24.0), Some((50.0, 50.0)));
        assert_eq!(thumb(100.0, 1e7, 10.0, 1e7, 24.0), Some((76.0, 24.0)));
    }
}
