//! The table of all events: only the rows in view are worded, laid out and told to a screen reader,
//! and a row that does not change is worded once.
//!
//! A million rows are higher than 32-bit points can count, so that the table scrolls by rows.

mod columns;
mod editor;
mod header;
mod keys;
mod phrases;
mod row;
mod scroll;

use egui::accesskit::Role;
use egui::{
    EventFilter, Id, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::canvas::{Galleys, canvas_id};
use super::fonts::color32;
use super::look::Look;
use crate::app::catalogue;
use crate::app::table::{Asked, Column};
use crate::app::{Command, State};
use crate::record::EventIx;
use crate::theme::TextRole;
use columns::{Columns, Widths};
use editor::Editor;
use phrases::Phrase;
use row::Rows;
use scroll::Scroll;

/// Heights in steps of the grid.
const ROW: f32 = 7.0;
const HEADER: f32 = 8.0;

/// What the table keeps between frames.
#[derive(Default)]
pub struct TableView {
    rows: Rows,
    galleys: Galleys,
    widths: Widths,
    scroll: Scroll,
    editor: Editor,
    /// The cell that was brought into view last, and in how many rows it stood.
    shown: Option<(Option<usize>, Column, usize)>,
}

impl TableView {
    /// Rows that were worded since the table is there, for tests and benches.
    pub fn worded(&self) -> usize {
        self.rows.worded()
    }

    /// Shows the table in all the room there is.
    pub fn show(&mut self, ui: &mut Ui, state: &mut State, look: &Look, send: &mut Vec<Command>) {
        let rect = ui.available_rect_before_wrap();
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        (ui.painter()).rect_filled(rect, 0.0, color32(look.colors().panel));
        self.galleys.begin(ui, look);
        self.rows.begin(state, look);
        let height = look.grid(HEADER);
        let right = rect.right() - Scroll::gutter(look);
        let header = rect.with_max_y(rect.top() + height).with_max_x(right);
        let mut body = rect.with_min_y(rect.top() + height).with_max_x(right);
        let mut columns = Columns::new(&self.widths, look, body.width(), self.scroll.left);
        if columns.total > body.width() {
            body.max.y -= Scroll::gutter(look);
        }
        self.focus(ui, rect, state, look);

        let count = state.table.rows().len();
        self.scroll.begin(count, body.height() / look.grid(ROW));
        self.scroll.wheel(ui, body, look.grid(ROW));
        self.bring_into_view(state, &columns);
        columns = Columns::new(&self.widths, look, body.width(), self.scroll.left);
        self.scroll.left = columns.left;

        if count == 0 {
            let words = Phrase::NoEvents.words(look.language);
            let words = look.galley(
                ui,
                TextRole::Body,
                look.colors().muted,
                look.language.tag(),
                words,
                f32::INFINITY,
            );
            let at = body.center() - words.size() / 2.0;
            ui.painter().galley(at, words, color32(look.colors().muted));
        }
        let rows = self.scroll.first()..(self.scroll.first() + self.scroll.in_view()).min(count);
        for row in rows {
            if let Some(event) = state.table.rows().get(row).copied() {
                let top = body.top() + self.scroll.y_of(row, look.grid(ROW));
                let place =
                    Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), look.grid(ROW)));
                self.row(ui, place, body, row, event, &columns, state, look, send);
            }
        }
        let hairline = Stroke::new(look.sizes().hairline, color32(look.colors().line));
        if let Some(x) = columns.edge() {
            ui.painter()
                .vline(rect.left() + x, rect.y_range(), hairline);
        }
        header::show(ui, header, &columns, &mut self.widths, state, look, send);
        self.scroll.bars(ui, body, &columns, look);
        let cell = state.table.cell();
        let at = cell.and_then(|cell| {
            self.cell_rect(cell.event(), cell.column(), body, &columns, state, look)
        });
        self.editor.show(ui, at, body, state, look, send);
    }

    /// The node of the whole table, which has the keyboard for all of its cells.
    fn focus(&self, ui: &Ui, rect: Rect, state: &mut State, look: &Look) {
        let id = canvas_id();
        let response = ui.interact(rect, id, Sense::click());
        let table = &state.table;
        let at_hand = table.row().filter(|row| self.scroll.is_in_view(*row));
        let at_hand = at_hand.and_then(|row| table.rows().get(row));
        let at_hand = at_hand.map(|event| cell_id(*event, table.column()));
        response.widget_info(|| {
            let name = catalogue::words(&Command::Table(Asked::Toggle), look.language);
            let count = crate::scene::count_words(table.rows().len(), look.language);
            WidgetInfo::labeled(Role::Grid, true, format!("{name}, {count}"))
        });
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_row_count(table.rows().len());
            node.set_column_count(Column::ALL.len());
            if let Some(cell) = at_hand {
                node.set_active_descendant(cell.accesskit_id());
            }
        });
        let is_free = !ui.ctx().text_edit_focused() && state.dialog.is_none();
        let wants = state.focus_event.take().is_some() && is_free;
        if wants || response.clicked() {
            response.request_focus();
        }
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: false,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }

    /// Scrolls to the cell at hand when it is another one, or stands elsewhere.
    fn bring_into_view(&mut self, state: &mut State, columns: &Columns) {
        let table = &state.table;
        let shown = (table.row(), table.column(), table.rows().len());
        let is_asked = state.bring_into_view.take().is_some();
        if self.shown == Some(shown) && !is_asked {
            return;
        }
        self.shown = Some(shown);
        if let Some(row) = table.row() {
            self.scroll.show_row(row);
            self.scroll.left = columns.left_for(table.column());
        }
    }

    /// Where a cell stands, as far as it is in view.
    fn cell_rect(
        &self,
        event: EventIx,
        column: Column,
        body: Rect,
        columns: &Columns,
        state: &State,
        look: &Look,
    ) -> Option<Rect> {
        let row = state
            .table
            .row()
            .filter(|row| state.table.rows().get(*row) == Some(&event))?;
        let top = body.top() + self.scroll.y_of(row, look.grid(ROW));
        let x = columns.range(column);
        let place = Rect::from_x_y_ranges(
            body.left() + x.min..=body.left() + x.max,
            top..=top + look.grid(ROW),
        );
        Some(place)
    }

    #[expect(clippy::too_many_arguments, reason = "a row is where all of it meets")]
    fn row(
        &mut self,
        ui: &mut Ui,
        place: Rect,
        body: Rect,
        at: usize,
        event: EventIx,
        columns: &Columns,
        state: &State,
        look: &Look,
        send: &mut Vec<Command>,
    ) {
        let (colors, sizes) = (look.colors(), look.sizes());
        let table = &state.table;
        let is_selected = state.selected == Some(event) || state.selected_more.contains(&event);
        let builder = UiBuilder::new()
            .scope_id(Id::unique(("table row", event.0)))
            .max_rect(place)
            .accessibility_parent(canvas_id())
            .accessibility_role(Role::Row);
        let mut row = ui.new_child(builder);
        row.set_clip_rect(body.intersect(ui.clip_rect()));
        let id = row.unique_id();
        row.ctx().accesskit_node_builder(id, |node| {
            node.set_row_index(at + 1);
            node.set_selected(is_selected);
            node.set_bounds(bounds(place.intersect(body)));
        });
        let painter = row.painter().clone();
        if is_selected {
            painter.rect_filled(place, 0.0, color32(colors.selected));
        }
        let hairline = Stroke::new(sizes.hairline, color32(colors.faint));
        painter.hline(
            place.x_range(),
            place.bottom() - sizes.hairline / 2.0,
            hairline,
        );
        let Some(words) = self.rows.get(state, event, look) else {
            return;
        };
        for column in columns.in_view() {
            let x = columns.range(column);
            let cell =
                Rect::from_x_y_ranges(place.left() + x.min..=place.left() + x.max, place.y_range());
            let clip = columns.clip(column, body);
            row.set_clip_rect(clip.intersect(ui.clip_rect()));
            let response = row.interact(cell, cell_id(event, column), Sense::CLICK);
            response.widget_info(|| {
                let (name, said) = (column.words(look.language), words.said(column));
                let colon = super::phrases::colon(look.language);
                WidgetInfo::labeled(Role::GridCell, true, format!("{name}{colon}{said}"))
            });
            let is_cursor = table.column() == column
                && (table.row() == Some(at) || table.row().is_none() && table.last_row() == at);
            row.ctx().accesskit_node_builder(response.id, |node| {
                node.set_row_index(at + 1);
                node.set_column_index(column.at());
                node.set_selected(is_cursor && is_selected);
            });
            if response.clicked() {
                send.push(Command::Table(Asked::GoTo { event, column }));
                ui.memory_mut(|memory| memory.request_focus(canvas_id()));
                if response.double_clicked() {
                    send.push(Command::Table(Asked::Open));
                }
            }
            row::paint(&row, cell, column, words, &mut self.galleys, look);
            if is_cursor {
                let has_focus = ui.memory(|memory| memory.has_focus(canvas_id()));
                let width = if has_focus {
                    sizes.focus_ring
                } else {
                    sizes.hairline
                };
                let stroke = Stroke::new(width, color32(colors.accent));
                row.painter()
                    .rect_stroke(cell, sizes.corner_small, stroke, StrokeKind::Inside);
            }
        }
    }
}

/// The id of a cell's node.
fn cell_id(event: EventIx, column: Column) -> Id {
    Id::unique(("table cell", event.0, column.at()))
}

fn bounds(rect: Rect) -> egui::accesskit::Rect {
    egui::accesskit::Rect {
        x0: rect.left().into(),
        y0: rect.top().into(),
        x1: rect.right().into(),
        y1: rect.bottom().into(),
    }
}

#[cfg(test)]
mod tests;
