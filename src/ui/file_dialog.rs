//! The system's dialog for files.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use egui::Context;

use super::phrases::Phrase;
use crate::app::Command;
use crate::app::command::{Form, PathFor};
use crate::date::Language;

/// How the names of pictures end; what they are is told by their bytes.
const PICTURES: [&str; 5] = ["png", "jpg", "jpeg", "webp", "gif"];

/// An answer of none within this time is that of a system without a dialog: neither a portal nor
/// zenity is there, as on a bare window manager. That is known within 14 ms (two cores, no session
/// bus); a person who sees a dialog and closes it takes longer.
const NONE_SHOWN: Duration = Duration::from_millis(300);

/// Asks for a file on a thread of its own, and sends what is to be done with it: the dialog is
/// another program's and takes its time.
pub(super) fn ask(
    ctx: &Context,
    of: PathFor,
    send: Sender<Command>,
    near: Option<PathBuf>,
    language: Language,
) {
    let ctx = ctx.clone();
    let spawned = std::thread::Builder::new()
        .name("file dialog".into())
        .spawn(move || {
            let (kind, names) = match of {
                PathFor::Open | PathFor::SaveAs => (Phrase::Record, &["json"][..]),
                PathFor::Picture => (Phrase::Pictures, &PICTURES[..]),
            };
            let mut dialog = rfd::FileDialog::new().add_filter(kind.words(language), names);
            if let Some(folder) = near.as_deref().and_then(std::path::Path::parent) {
                dialog = dialog.set_directory(folder);
            }
            let asked = Instant::now();
            let command = match of {
                PathFor::Open => dialog
                    .set_title(Phrase::OpenARecord.words(language))
                    .pick_file()
                    .map(Command::Open),
                PathFor::SaveAs => dialog
                    .set_title(Phrase::SaveARecord.words(language))
                    .set_file_name(name(near.as_deref()))
                    .save_file()
                    .map(Command::SaveAs),
                PathFor::Picture => dialog
                    .set_title(Phrase::AddAPicture.words(language))
                    .pick_file()
                    .map(|path| Command::Form(Form::AddPicture(path))),
            };
            let took = asked.elapsed();
            let is_none_shown = cfg!(target_os = "linux") && took < NONE_SHOWN;
            if command.is_none() {
                tracing::debug!(?took, is_none_shown, "no file was chosen");
            }
            let type_it = || is_none_shown.then_some(Command::TypePath(of));
            if let Some(command) = command.or_else(type_it) {
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
