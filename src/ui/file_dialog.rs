//! The system's dialog for files.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use egui::Context;

use super::phrases::Phrase;
use crate::app::Command;
use crate::app::command::Form;
use crate::date::Language;

/// How the names of pictures end; what they are is told by their bytes.
const PICTURES: [&str; 5] = ["png", "jpg", "jpeg", "webp", "gif"];

/// What the file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asking {
    /// To open it.
    WhatToOpen,
    /// To save the record as it.
    WhereToSave,
    /// To add it to an event.
    WhichPicture,
}

/// Asks for a file on a thread of its own, and sends what is to be done with it: the dialog is
/// another program's and takes its time.
pub(super) fn ask(
    ctx: &Context,
    asking: Asking,
    send: Sender<Command>,
    near: Option<PathBuf>,
    language: Language,
) {
    let ctx = ctx.clone();
    let spawned = std::thread::Builder::new()
        .name("file dialog".into())
        .spawn(move || {
            let (of, names) = match asking {
                Asking::WhatToOpen | Asking::WhereToSave => (Phrase::Record, &["json"][..]),
                Asking::WhichPicture => (Phrase::Pictures, &PICTURES[..]),
            };
            let mut dialog = rfd::FileDialog::new().add_filter(of.words(language), names);
            if let Some(folder) = near.as_deref().and_then(std::path::Path::parent) {
                dialog = dialog.set_directory(folder);
            }
            let command = match asking {
                Asking::WhatToOpen => dialog
                    .set_title(Phrase::OpenARecord.words(language))
                    .pick_file()
                    .map(Command::Open),
                Asking::WhereToSave => dialog
                    .set_title(Phrase::SaveARecord.words(language))
                    .set_file_name(name(near.as_deref()))
                    .save_file()
                    .map(Command::SaveAs),
                Asking::WhichPicture => dialog
                    .set_title(Phrase::AddAPicture.words(language))
                    .pick_file()
                    .map(|path| Command::Form(Form::AddPicture(path))),
            };
            if let Some(command) = command {
                // The window may be gone by now: then nobody wants the file.
                let _ = send.send(command);
                ctx.request_repaint();
            }
        });
    if let Err(error) = spawned {
        tracing::warn!(%error, "no thread for the file dialog");
    }
}

/// The name that the dialog begins with.
fn name(near: Option<&std::path::Path>) -> String {
    let name = near.and_then(std::path::Path::file_name);
    name.map_or_else(
        || "record.json".into(),
        |name| name.to_string_lossy().into_owned(),
    )
}
