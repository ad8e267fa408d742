//! What was found wrong in the open record, with its place in the file.

use std::sync::Arc;

use egui::{Label, Rect, ScrollArea, Ui, UiBuilder, pos2};

use super::super::look::Look;
use super::super::phrases::Phrase::Close;
use super::phrases::{self, Phrase};
use crate::app::command::Copied;
use crate::app::{Command, State, catalogue};
use crate::date::Language;
use crate::format::report;
use crate::record::{Report, Severity};
use crate::theme::{TextRole, ThemeId};

/// The list, each problem with its line and column.
#[derive(Default)]
pub struct Problems {
    lain_out: Option<LainOut>,
}

/// Where the rows begin, for a report at a width. A message wraps, so that each row has a height of
/// its own; of the thousand that a report lists at most, only those in view are made.
struct LainOut {
    report: Arc<Report>,
    stamp: Stamp,
    /// Each row's top from the list's; behind the last, where the list ends.
    tops: Vec<f32>,
}

/// What the rows' heights depend on besides their words.
#[derive(Clone, Copy, PartialEq)]
struct Stamp {
    theme: ThemeId,
    language: Language,
    width_points: f32,
    pixels_per_point: f32,
}

/// A row in words.
struct Row<'r> {
    severity: Severity,
    place: Option<String>,
    event: Option<String>,
    message: std::borrow::Cow<'r, str>,
}

impl<'r> Row<'r> {
    /// A problem, or behind the last one what the report counted and did not list.
    fn of(found: &'r Report, at: usize, language: Language) -> Option<Self> {
        if let Some(diagnostic) = found.diagnostics.get(at) {
            return Some(Self {
                severity: diagnostic.severity(),
                place: Some(phrases::place(diagnostic.line, diagnostic.column, language)),
                event: (diagnostic.event.as_ref()).map(|id| phrases::event(id, language)),
                message: diagnostic.message.as_str().into(),
            });
        }
        let &(code, count) = found.left_out.get(at - found.diagnostics.len())?;
        Some(Self {
            severity: code.severity(),
            place: None,
            event: None,
            message: phrases::left_out(code, count, language).into(),
        })
    }
}

impl Problems {
    /// What was found, the list, and what can be done.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        look: &Look,
        first: bool,
        send: &mut Vec<Command>,
    ) {
        let (colors, language) = (look.colors(), look.language);
        let found = &state.document.report;
        let name = state.document.origin.name();
        ui.label(look.text(
            TextRole::EventTitle,
            colors.ink,
            phrases::problems_in(&state.document.origin, language),
        ));
        ui.label(look.text(
            TextRole::Body,
            colors.ink,
            phrases::summary(found, state.document.timeline.is_empty(), language),
        ));
        ui.add_space(look.grid(2.0));
        self.list(ui, found, look);
        ui.add_space(look.grid(2.0));
        ui.horizontal(|ui| {
            let close = look.button(ui, Close.words(language), false);
            if first {
                close.request_focus();
            }
            if close.clicked() {
                send.push(Command::Escape);
            }
            let copy = Phrase::CopyAll.words(language);
            if !found.diagnostics.is_empty() && look.button(ui, copy, false).clicked() {
                let text = report::lines(&name, found).join("\n");
                send.push(Command::Copy {
                    text,
                    what: Copied::Problems,
                });
            }
            let reload = catalogue::words(&Command::Reload, language);
            if state.path().is_some() && look.button(ui, reload, false).clicked() {
                send.push(Command::Escape);
                send.push(Command::Reload);
            }
        });
    }

    fn list(&mut self, ui: &mut Ui, found: &Arc<Report>, look: &Look) {
        let step = look.sizes().control_height;
        let room = (ui.ctx().content_rect().height() - 260.0).max(120.0);
        ScrollArea::vertical()
            .max_height(room)
            .min_scrolled_height(room)
            .auto_shrink([false, true])
            .show_viewport(ui, |ui, viewport| {
                let bar = ui.spacing().scroll.bar_width;
                let width = (ui.available_width() - bar).max(step);
                let tops = self.tops(ui, found, look, width);
                ui.set_height(tops.last().copied().unwrap_or_default());
                super::scroll_by_keys(ui, step, room * 0.9);
                let origin = ui.max_rect().min;
                for (at, ends) in tops.windows(2).enumerate() {
                    if ends[1] < viewport.top() || ends[0] > viewport.bottom() {
                        continue;
                    }
                    let place = Rect::from_min_max(
                        pos2(origin.x, origin.y + ends[0]),
                        pos2(origin.x + width, origin.y + ends[1]),
                    );
                    if let Some(row) = Row::of(found, at, look.language) {
                        let builder = UiBuilder::new().max_rect(place).id_salt(at);
                        ui.scope_builder(builder, |ui| row_ui(ui, look, &row, width));
                    }
                }
            });
    }

    fn tops(&mut self, ui: &Ui, found: &Arc<Report>, look: &Look, width_points: f32) -> &[f32] {
        let stamp = Stamp {
            theme: look.theme.id,
            language: look.language,
            width_points,
            pixels_per_point: ui.ctx().pixels_per_point(),
        };
        let fits = |kept: &LainOut| Arc::ptr_eq(&kept.report, found) && kept.stamp == stamp;
        let kept = self.lain_out.take().filter(fits);
        let kept = kept.unwrap_or_else(|| LainOut {
            report: Arc::clone(found),
            stamp,
            tops: tops(ui, found, look, width_points),
        });
        &self.lain_out.insert(kept).tops
    }
}

fn tops(ui: &Ui, found: &Report, look: &Look, width_points: f32) -> Vec<f32> {
    let between = look.grid(BETWEEN_ROWS);
    let head = head_height(ui, look) + look.grid(UNDER_HEAD);
    let mut end = 0.0;
    let mut tops = vec![end];
    let rows = found.diagnostics.len() + found.left_out.len();
    tops.extend((0..rows).filter_map(|at| {
        let row = Row::of(found, at, look.language)?;
        end += head + message(ui, look, &row, width_points).size().y + between;
        Some(end)
    }));
    tops
}

/// Steps of the grid under a row, and under its first line.
const BETWEEN_ROWS: f32 = 3.0;
const UNDER_HEAD: f32 = 0.5;

fn head_height(ui: &Ui, look: &Look) -> f32 {
    let height = |role| {
        let color = look.colors().ink;
        let tag = look.language.tag();
        look.galley(ui, role, color, tag, "Ag", f32::INFINITY)
            .size()
            .y
    };
    height(TextRole::Strong).max(height(TextRole::Meta))
}

/// The message in as many lines as it needs: its end says what would be right.
fn message(ui: &Ui, look: &Look, row: &Row<'_>, width_points: f32) -> Arc<egui::Galley> {
    let (color, tag) = (look.colors().ink, look.language.tag());
    look.galley(ui, TextRole::Body, color, tag, &row.message, width_points)
}

/// How bad it is and where, and under it the message.
fn row_ui(ui: &mut Ui, look: &Look, row: &Row<'_>, width_points: f32) {
    let muted = look.colors().muted;
    ui.spacing_mut().item_spacing.y = look.grid(UNDER_HEAD);
    ui.spacing_mut().interact_size.y = head_height(ui, look);
    ui.horizontal(|ui| {
        let word = phrases::severity(row.severity, look.language);
        let color = match row.severity {
            Severity::Error => look.colors().error,
            Severity::Warning => look.colors().warning,
        };
        ui.label(look.text(TextRole::Strong, color, word));
        if let Some(place) = &row.place {
            ui.label(look.text(TextRole::Meta, muted, place));
        }
        if let Some(event) = &row.event {
            ui.add(Label::new(look.text(TextRole::Meta, muted, event)).truncate());
        }
    });
    ui.add(Label::new(message(ui, look, row, width_points)));
}
