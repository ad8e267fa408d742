//! The list under the find field: each event found, with its date, its title, and the words that
//! were found where they stand.
//!
//! Only the rows in view are worded, and each only once: a search may find a hundred thousand.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use egui::{
    Align, Frame, Id, Layout, Popup, PopupAnchor, Rect, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};

use super::phrases::{self, Phrase};
use super::row::{RowWords, ground, paint};
use super::typed_date::Place;
use crate::app::State;
use crate::date::Language;
use crate::record::EventIx;
use crate::theme::TextRole;
use crate::ui::fonts::color32;
use crate::ui::look::Look;

/// Rows shown at once; more are scrolled to.
const ROWS: usize = 10;
/// What stays free between the list and the window's end, in points.
const BELOW_POINTS: f32 = 8.0;
/// The list's width, before the theme's scale.
const WIDTH: f32 = 480.0;
/// Rows kept in words; when there are more, all are worded anew.
const KEPT: usize = 400;

/// The list, with the words of the rows that were shown.
#[derive(Default)]
pub struct Results {
    text: String,
    language: Option<Language>,
    revision: u64,
    rows: HashMap<EventIx, RowWords>,
    ids: Vec<Id>,
    shown_current: Option<usize>,
}

/// What the list was asked for in a frame.
#[derive(Clone, Copy, Debug, Default)]
pub struct Chosen {
    /// The event that was clicked.
    pub event: Option<EventIx>,
    /// Whether the date that was typed was clicked.
    pub date: bool,
    /// Whether the pointer clicked outside of the list.
    pub clicked_elsewhere: bool,
}

/// What was clicked in the list.
#[derive(Clone, Copy)]
enum Click {
    /// The row of this place among what was found.
    Row(usize),
    /// The date that was typed.
    Date,
}

impl Results {
    /// Whether a row of the list has this id.
    pub fn holds(&self, id: Id) -> bool {
        self.ids.contains(&id)
    }

    /// Shows the list under the field, which lies in `under`; `date` is one that was typed, with
    /// where it stands and its words.
    pub fn show(
        &mut self,
        ui: &Ui,
        field: &Response,
        under: Rect,
        date: Option<(Place, &str)>,
        state: &State,
        look: &Look,
    ) -> Chosen {
        self.forget_if_changed(state, look);
        let scale = look.sizes().grid / 4.0;
        let window = ui.ctx().content_rect();
        let width = (WIDTH * scale)
            .max(under.width())
            .min(window.width() - look.grid(4.0));
        let row_height = look.grid(11.0);
        let (gap, frame) = (look.grid(1.0), Frame::popup(ui.style()));
        let date_height = date.map_or(0.0, |_| look.sizes().control_height);
        let around = gap + frame.total_margin().sum().y + BELOW_POINTS + date_height;
        let rows = rows_that_fit(window.bottom() - under.bottom() - around, row_height);
        let shown = Popup::from_response(field)
            .anchor(PopupAnchor::ParentRect(under))
            // Anywhere else it would lie over what is typed.
            .align_alternatives(&[])
            .open(true)
            .gap(gap)
            .frame(frame)
            .width(width)
            .show(|ui| {
                ui.set_width(width - look.grid(4.0));
                ui.spacing_mut().item_spacing.y = 0.0;
                self.ids.clear();
                let date_row = |this: &mut Self, here: Place, ui: &mut Ui| {
                    let words = date.filter(|(place, _)| *place == here);
                    words.is_some_and(|(_, words)| this.date_row(ui, words, date_height, look))
                };
                let first = date_row(self, Place::First, ui);
                let row = self.rows(ui, rows, row_height, state, look);
                let last = date_row(self, Place::Last, ui);
                name_list(ui, look);
                let date = (first || last).then_some(Click::Date);
                date.or(row.map(Click::Row))
            });
        let Some(shown) = shown else {
            return Chosen::default();
        };
        let event = match shown.inner {
            Some(Click::Row(at)) => state.find.results().get(at).map(|found| found.event),
            Some(Click::Date) | None => None,
        };
        Chosen {
            event,
            date: matches!(shown.inner, Some(Click::Date)),
            clicked_elsewhere: shown.response.clicked_elsewhere(),
        }
    }

    /// The events found, `most_rows` of them at a time, or why there is none; returns the row that
    /// was clicked.
    fn rows(
        &mut self,
        ui: &mut Ui,
        most_rows: usize,
        row_height: f32,
        state: &State,
        look: &Look,
    ) -> Option<usize> {
        let count = state.find.count();
        let current = state.find.current();
        let jump = (current != self.shown_current).then_some(current).flatten();
        self.shown_current = current;
        if count == 0 {
            let phrase = if state.find.is_running() {
                Phrase::Searching
            } else {
                Phrase::NoEventHolds
            };
            let words = phrase.words(look.language);
            ui.label(look.text(TextRole::Meta, look.colors().muted, words));
            return None;
        }
        let height = row_height * count.min(most_rows) as f32;
        let mut area = ScrollArea::vertical()
            .max_height(height)
            // The popup was as low as one line while nothing was found.
            .min_scrolled_height(height)
            .auto_shrink([false, true]);
        if let Some(at) = jump {
            let offset = (at as f32 + 0.5) * row_height - height / 2.0;
            area = area.vertical_scroll_offset(offset.max(0.0));
        }
        let shown = area.show_rows(ui, row_height, count, |ui, range| {
            let mut clicked = None;
            for at in range {
                if self.row(ui, at, row_height, state, look) {
                    clicked = Some(at);
                }
            }
            clicked
        });
        shown.inner
    }

    /// "Go to 29 September 1972", the first or the last row; says whether it was clicked.
    fn date_row(&mut self, ui: &mut Ui, date: &str, height: f32, look: &Look) -> bool {
        let words = phrases::go_to(date, look.language);
        let size = vec2(ui.available_width(), height);
        let layout = Layout::left_to_right(Align::Center);
        let response = ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_size(size);
            ui.add_space(look.grid(2.0));
            look.link(ui, &words)
        });
        self.ids.push(response.inner.id);
        response.inner.clicked()
    }

    fn forget_if_changed(&mut self, state: &State, look: &Look) {
        let changed = self.text != state.find.text()
            || self.language != Some(look.language)
            || self.revision != state.index.revision()
            || self.rows.len() > KEPT;
        if changed {
            self.rows.clear();
            state.find.text().clone_into(&mut self.text);
            self.language = Some(look.language);
            self.revision = state.index.revision();
        }
    }

    /// One row; says whether it was clicked.
    fn row(&mut self, ui: &mut Ui, at: usize, height: f32, state: &State, look: &Look) -> bool {
        let Some(event) = state.find.results().get(at).map(|found| found.event) else {
            return false;
        };
        let words = match self.rows.entry(event) {
            Entry::Occupied(kept) => kept.into_mut(),
            Entry::Vacant(place) => match RowWords::new(state, event, look.language) {
                Some(words) => place.insert(words),
                None => return false,
            },
        };
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        self.ids.push(response.id);
        let is_current = state.find.current() == Some(at);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_current, words.name()));
        if ui.is_rect_visible(rect) {
            paint(ui, rect, words, look, ground(&response, is_current));
            if response.has_focus() {
                let ring = Stroke::new(look.sizes().focus_ring, color32(look.colors().accent));
                ui.painter()
                    .rect_stroke(rect, look.sizes().corner_small, ring, StrokeKind::Inside);
            }
        }
        response.clicked()
    }
}

/// Tells a screen reader what the list is and where: egui gives what it lays out in a popup no place.
fn name_list(ui: &Ui, look: &Look) {
    let place = ui.min_rect();
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::List);
        node.set_label(Phrase::EventsFound.words(look.language));
        node.set_bounds(egui::accesskit::Rect {
            x0: place.left().into(),
            y0: place.top().into(),
            x1: place.right().into(),
            y1: place.bottom().into(),
        });
    });
}

/// How many whole rows have room; one is always shown.
fn rows_that_fit(room_points: f32, row_height_points: f32) -> usize {
    ((room_points / row_height_points) as usize).clamp(1, ROWS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_as_many_whole_rows_as_have_room() {
        assert_eq!(rows_that_fit(565.0, 66.0), 8);
        assert_eq!(rows_that_fit(528.0, 66.0), 8);
        assert_eq!(rows_that_fit(527.9, 66.0), 7);
        assert_eq!(rows_that_fit(9_000.0, 44.0), ROWS);
        assert_eq!(rows_that_fit(-20.0, 44.0), 1);
    }
}
