//! The names of the columns: a click sorts by one, a drag at its end makes it wider.

use egui::accesskit::{Role, SortDirection};
use egui::{CursorIcon, Id, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2};

use super::columns::{Columns, Widths};
use super::phrases::Phrase;
use crate::app::table::{Asked, Column, Direction};
use crate::app::{Command, State};
use crate::theme::{TextRole, symbol};
use crate::ui::canvas::canvas_id;
use crate::ui::fonts::color32;
use crate::ui::look::Look;

/// Space at a name's sides, in steps of the grid; that of the cells.
const PAD: f32 = 2.5;
/// Half the width of the handle at a column's end, in steps of the grid.
const HANDLE: f32 = 1.0;

pub(super) fn show(
    ui: &mut Ui,
    place: Rect,
    columns: &Columns,
    widths: &mut Widths,
    state: &State,
    look: &Look,
    send: &mut Vec<Command>,
) {
    let (colors, language) = (look.colors(), look.language);
    ui.painter().rect_filled(place, 0.0, color32(colors.panel));
    let builder = UiBuilder::new()
        .scope_id(Id::unique("table header"))
        .max_rect(place)
        .accessibility_parent(canvas_id())
        .accessibility_role(Role::Row);
    let mut row = ui.new_child(builder);
    let sorting = state.table.sorting();
    for column in columns.in_view() {
        let x = columns.range(column);
        let cell =
            Rect::from_x_y_ranges(place.left() + x.min..=place.left() + x.max, place.y_range());
        row.set_clip_rect(columns.clip(column, place).intersect(ui.clip_rect()));
        let id = Id::unique(("table header", column.at()));
        let response = row.interact(cell, id, Sense::CLICK);
        let sorted = (sorting.column == column).then_some(sorting.direction);
        let name = column.words(language);
        response.widget_info(|| {
            let words = match sorted {
                None => name.to_owned(),
                Some(_) if state.table.is_sorting() => {
                    format!("{name}, {}", Phrase::Sorting.words(language))
                }
                Some(Direction::Up) => format!("{name}, {}", Phrase::Ascending.words(language)),
                Some(Direction::Down) => format!("{name}, {}", Phrase::Descending.words(language)),
            };
            WidgetInfo::labeled(Role::ColumnHeader, true, words)
        });
        row.ctx().accesskit_node_builder(id, |node| {
            node.set_column_index(column.at());
            match sorted {
                Some(Direction::Up) => node.set_sort_direction(SortDirection::Ascending),
                Some(Direction::Down) => node.set_sort_direction(SortDirection::Descending),
                None => {}
            }
        });
        if response.clicked() {
            send.push(Command::Table(Asked::SortBy(column)));
        }
        if response.hovered() {
            row.painter()
                .rect_filled(cell, 0.0, color32(colors.hovered));
        }
        name_ui(&row, cell, column, sorted, state, look);
        response.on_hover_text(look.text(
            TextRole::Meta,
            colors.ink,
            Phrase::SortTip.words(language),
        ));
        handle_ui(&row, cell, column, widths, look);
    }
    let line = Stroke::new(look.sizes().hairline, color32(colors.line));
    let all = ui.max_rect().x_range();
    ui.painter().hline(all, place.bottom(), line);
}

/// The column's name, and by a sign whether the rows are sorted by it.
fn name_ui(
    ui: &Ui,
    cell: Rect,
    column: Column,
    sorted: Option<Direction>,
    state: &State,
    look: &Look,
) {
    let (colors, tag) = (look.colors(), look.language.tag());
    let sign = match sorted {
        None => "",
        Some(_) if state.table.is_sorting() => symbol::MORE,
        Some(Direction::Up) => symbol::UP,
        Some(Direction::Down) => symbol::DOWN,
    };
    let ink = if sorted.is_some() {
        colors.ink
    } else {
        colors.muted
    };
    let pad = look.grid(PAD);
    let sign = look.galley(
        ui,
        TextRole::Label,
        colors.accent,
        "en",
        sign,
        f32::INFINITY,
    );
    let sign_room = if sorted.is_some() {
        sign.size().x + look.grid(1.0)
    } else {
        0.0
    };
    let words = column.words(look.language);
    let room = cell.width() - 2.0 * pad - sign_room;
    let name = look.cut_galley(ui, TextRole::Label, ink, tag, words, room);
    let y = |height: f32| cell.center().y - height / 2.0;
    let x = if column.is_number() {
        cell.right() - pad - sign_room - name.size().x
    } else {
        cell.left() + pad
    };
    let sign_at = pos2(x + name.size().x + look.grid(1.0), y(sign.size().y));
    ui.painter()
        .galley(pos2(x, y(name.size().y)), name, color32(ink));
    ui.painter().galley(sign_at, sign, color32(colors.accent));
}

/// The end of a column, which a drag moves.
fn handle_ui(ui: &Ui, cell: Rect, column: Column, widths: &mut Widths, look: &Look) {
    let half = look.grid(HANDLE);
    let place = Rect::from_x_y_ranges(cell.right() - half..=cell.right() + half, cell.y_range());
    let id = Id::unique(("table column's end", column.at()));
    let response = ui.interact(place, id, Sense::DRAG);
    response.widget_info(|| {
        let words = Phrase::ColumnWidth.words(look.language);
        let colon = crate::ui::phrases::colon(look.language);
        let name = column.words(look.language);
        WidgetInfo::labeled(Role::Splitter, true, format!("{words}{colon}{name}"))
    });
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeColumn);
        let line = Stroke::new(look.sizes().focus_ring, color32(look.colors().accent));
        ui.painter()
            .vline(cell.right() - look.sizes().hairline, cell.y_range(), line);
    }
    let by = response.drag_delta().x;
    if by != 0.0 {
        widths.widen(column, by / look.grid(1.0));
    }
}
