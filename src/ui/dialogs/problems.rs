//! What was found wrong in the open record, with its place in the file.

use egui::{ScrollArea, Ui};

use super::super::look::Look;
use crate::app::{Command, State};
use crate::format::report;
use crate::record::Severity;
use crate::theme::TextRole;

/// The list, each problem with its line and column.
pub fn show(ui: &mut Ui, state: &State, look: &Look, send: &mut Vec<Command>) {
    let colors = look.colors();
    let found = &state.document.report;
    let name = state.document.origin.name();
    ui.label(look.text(
        TextRole::EventTitle,
        colors.ink,
        format!("Problems in {name}"),
    ));
    let rejected = found.rejected.len();
    let summary = match (found.errors(), found.warnings(), rejected) {
        (0, 0, _) => "Nothing was found wrong in this record.".to_owned(),
        (errors, warnings, 0) => {
            format!("{errors} errors and {warnings} warnings. Every event opened.")
        }
        (errors, warnings, rejected) => format!(
            "{errors} errors and {warnings} warnings. {rejected} events could not be read and are not shown; \
             the others are open for reading only. Mend the file in an editor and reload it."
        ),
    };
    ui.label(look.text(TextRole::Body, colors.ink, summary));
    ui.add_space(look.grid(2.0));
    let height = look.sizes().control_height;
    let room = (ui.ctx().content_rect().height() - 260.0).max(120.0);
    ScrollArea::both()
        .max_height(room)
        .auto_shrink([false, true])
        .show_rows(ui, height, found.diagnostics.len(), |ui, rows| {
            for diagnostic in found.diagnostics.get(rows).unwrap_or_default() {
                ui.horizontal(|ui| {
                    let (word, color) = match diagnostic.severity() {
                        Severity::Error => ("Error", colors.error),
                        Severity::Warning => ("Warning", colors.warning),
                    };
                    ui.label(look.text(TextRole::Strong, color, word));
                    let place = format!("line {}, column {}", diagnostic.line, diagnostic.column);
                    ui.label(look.text(TextRole::Meta, colors.muted, place));
                    let text = diagnostic.message.clone();
                    ui.add(
                        egui::Label::new(look.text(TextRole::Body, colors.ink, text))
                            .wrap_mode(egui::TextWrapMode::Extend),
                    );
                });
            }
        });
    ui.add_space(look.grid(2.0));
    ui.horizontal(|ui| {
        if look.button(ui, "Close", false).clicked() {
            send.push(Command::Escape);
        }
        if !found.diagnostics.is_empty() && look.button(ui, "Copy all", false).clicked() {
            let text = report::lines(&name, found).join("\n");
            send.push(Command::Copy {
                text,
                what: "List of problems",
            });
        }
        if state.path().is_some() && look.button(ui, "Reload", false).clicked() {
            send.push(Command::Escape);
            send.push(Command::Reload);
        }
    });
}
