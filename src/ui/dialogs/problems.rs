//! What was found wrong in the open record, with its place in the file.

use egui::{Label, RichText, ScrollArea, TextWrapMode, Ui};

use super::super::look::Look;
use crate::app::{Command, State};
use crate::format::report;
use crate::record::{Code, Diagnostic, Report, Severity};
use crate::theme::TextRole;

/// The list, each problem with its line and column.
pub fn show(ui: &mut Ui, state: &State, look: &Look, first: bool, send: &mut Vec<Command>) {
    let colors = look.colors();
    let found = &state.document.report;
    let name = state.document.origin.name();
    ui.label(look.text(
        TextRole::EventTitle,
        colors.ink,
        format!("Problems in {name}"),
    ));
    ui.label(look.text(TextRole::Body, colors.ink, summary(found)));
    ui.add_space(look.grid(2.0));
    let height = look.sizes().control_height;
    let room = (ui.ctx().content_rect().height() - 260.0).max(120.0);
    ScrollArea::both()
        .max_height(room)
        .min_scrolled_height(room)
        .auto_shrink([false, true])
        .show_rows(
            ui,
            height,
            found.diagnostics.len() + found.left_out.len(),
            |ui, rows| {
                super::scroll_by_keys(ui, height, room * 0.9);
                for at in rows {
                    let left_out = || found.left_out.get(at - found.diagnostics.len());
                    if let Some(diagnostic) = found.diagnostics.get(at) {
                        row(ui, look, diagnostic);
                    } else if let Some(&(code, count)) = left_out() {
                        left_out_row(ui, look, code, count);
                    }
                }
            },
        );
    ui.add_space(look.grid(2.0));
    ui.horizontal(|ui| {
        let close = look.button(ui, "Close", false);
        if first {
            close.request_focus();
        }
        if close.clicked() {
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

/// "1 error and 2 warnings", and what became of the events.
fn summary(found: &Report) -> String {
    let (errors, warnings) = (found.errors(), found.warnings());
    if errors == 0 && warnings == 0 {
        return "Nothing was found wrong in this record.".to_owned();
    }
    let counts = format!(
        "{} and {}.",
        counted(errors, "error"),
        counted(warnings, "warning")
    );
    let rejected = found.rejected.len() as u64;
    if rejected == 0 {
        return format!("{counts} Every event opened.");
    }
    let are = if rejected == 1 { "is" } else { "are" };
    format!(
        "{counts} {} could not be read and {are} not shown; the others are open for reading only. \
         Mend the file in an editor and reload it.",
        counted(rejected, "event")
    )
}

fn counted(count: u64, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn row(ui: &mut Ui, look: &Look, diagnostic: &Diagnostic) {
    let muted = look.colors().muted;
    ui.horizontal(|ui| {
        severity(ui, look, diagnostic.severity());
        let place = format!("line {}, column {}", diagnostic.line, diagnostic.column);
        ui.label(look.text(TextRole::Meta, muted, place));
        if let Some(event) = &diagnostic.event {
            ui.add(in_one_line(look.text(
                TextRole::Meta,
                muted,
                format!("event {event}"),
            )));
        }
        let text = diagnostic.message.clone();
        ui.add(in_one_line(look.text(
            TextRole::Body,
            look.colors().ink,
            text,
        )));
    });
}

/// What the report counted and did not list.
fn left_out_row(ui: &mut Ui, look: &Look, code: Code, count: u64) {
    ui.horizontal(|ui| {
        severity(ui, look, code.severity());
        let are = if count == 1 { "is" } else { "are" };
        let words = format!("{count} more of this kind ({code}) {are} not listed");
        ui.add(in_one_line(look.text(
            TextRole::Body,
            look.colors().ink,
            words,
        )));
    });
}

fn severity(ui: &mut Ui, look: &Look, severity: Severity) {
    let (word, color) = match severity {
        Severity::Error => ("Error", look.colors().error),
        Severity::Warning => ("Warning", look.colors().warning),
    };
    ui.label(look.text(TextRole::Strong, color, word));
}

fn in_one_line(text: RichText) -> Label {
    Label::new(text).wrap_mode(TextWrapMode::Extend)
}
