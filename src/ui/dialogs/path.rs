//! A file's path to type, where the system has no dialog for files.

use std::path::{Path, PathBuf};

use egui::text::{CCursor, CCursorRange};
use egui::{Id, Key, Role, TextEdit, Ui, WidgetInfo};

use super::super::find_field::input_method::InputMethod;
use super::super::look::Look;
use super::super::phrases::Phrase as Common;
use super::phrases::Phrase;
use crate::app::command::{Form, PathFor};
use crate::app::{Command, State};
use crate::theme::TextRole;

/// What was typed.
#[derive(Default)]
pub struct TypedPath {
    /// What was typed last, and what for: where it led nowhere it is there to be mended.
    of: Option<PathFor>,
    text: String,
    input_method: InputMethod,
}

impl TypedPath {
    /// The field, and below it the whole path that is meant.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        look: &Look,
        (of, first): (PathFor, bool),
        send: &mut Vec<Command>,
    ) {
        let (colors, language) = (look.colors(), look.language);
        let (heading, verb) = match of {
            PathFor::Open => (Common::OpenARecord, Common::Open.words(language)),
            PathFor::SaveAs => (Common::SaveARecord, Phrase::Save.words(language)),
            PathFor::Picture => (Common::AddAPicture, Phrase::AddIt.words(language)),
        };
        let heading = heading.words(language);
        ui.label(look.text(TextRole::EventTitle, colors.ink, heading));
        let about = match of {
            PathFor::SaveAs => Phrase::NoSaveDialog,
            PathFor::Open | PathFor::Picture => Phrase::NoFileDialog,
        };
        let about = about.words(language);
        let about = look.text(TextRole::Meta, colors.muted, about);
        ui.add(egui::Label::new(about).wrap());
        ui.add_space(look.grid(2.0));

        let home = std::env::home_dir();
        let near = state.path();
        if first {
            let before = meant(&self.text, near.as_deref(), home.as_deref());
            let led_here = before.is_none() || before == near;
            if self.of.replace(of) != Some(of) || led_here {
                self.text = begin(of, near.as_deref(), home.as_deref());
            }
        }
        let id = Id::unique("path field");
        let focused = ui.memory(|memory| memory.has_focus(id));
        let touched = self.input_method.follow(ui, focused);
        let mut shown = TextEdit::singleline(&mut self.text)
            .id(id)
            .char_limit(super::super::MOST_TYPED)
            .desired_width(f32::INFINITY)
            .show(ui);
        let field = shown.response.response;
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, heading));
        if first {
            field.request_focus();
            let end = CCursor::new(self.text.chars().count());
            let range = Some(CCursorRange::one(end));
            shown.state.cursor.set_char_range(range);
            shown.state.store(ui.ctx(), id);
        }
        let path = meant(&self.text, near.as_deref(), home.as_deref());
        let whole = path.as_deref().filter(|path| {
            // As it was typed it needs no second line.
            *path != Path::new(self.text.trim())
        });
        let is_folder = path.is_none() && !self.text.trim().is_empty();
        let whole = match whole {
            Some(path) => path.display().to_string(),
            None if is_folder => Phrase::NameMissing.words(language).to_owned(),
            None => String::new(),
        };
        ui.add_space(look.grid(1.0));
        let whole = look.text(TextRole::Meta, colors.muted, whole);
        ui.add(egui::Label::new(whole).truncate());
        ui.add_space(look.grid(2.0));
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let enters = entered && !touched;
        ui.horizontal(|ui| {
            let pressed = look.button(ui, verb, true).clicked();
            if let Some(path) = path
                && (pressed || enters)
            {
                send.push(Command::Escape);
                send.push(match of {
                    PathFor::Open => Command::Open(path),
                    PathFor::SaveAs => Command::SaveAsNew(path),
                    PathFor::Picture => Command::Form(Form::AddPicture(path)),
                });
            } else if pressed || entered {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            if look
                .button(ui, Common::Cancel.words(language), false)
                .clicked()
            {
                send.push(Command::Escape);
            }
        });
    }
}

/// What the field begins with: the open file's folder, or the user's own.
fn begin(of: PathFor, near: Option<&Path>, home: Option<&Path>) -> String {
    let folder = near.and_then(Path::parent).or(home);
    let folder = folder.unwrap_or(Path::new("/"));
    let name = near.and_then(Path::file_name);
    let path = match of {
        PathFor::SaveAs => folder.join(name.unwrap_or("record.json".as_ref())),
        // With the sign that a name is to follow.
        PathFor::Open | PathFor::Picture => folder.join(""),
    };
    path.display().to_string()
}

/// The file that is meant: from the open file's folder on, `~` the user's own; none: a folder or
/// nothing.
fn meant(typed: &str, near: Option<&Path>, home: Option<&Path>) -> Option<PathBuf> {
    let typed = typed.trim();
    let is_folder = matches!(
        typed.rsplit(std::path::is_separator).next(),
        Some("" | "~" | "." | "..")
    );
    if is_folder {
        return None;
    }
    let of_user = typed.strip_prefix('~').filter(|rest| {
        // "~name" is another user's, or a file of that name.
        rest.starts_with(std::path::is_separator)
    });
    if let (Some(rest), Some(home)) = (of_user, home) {
        return Some(home.join(rest.trim_start_matches(std::path::is_separator)));
    }
    let folder = near.and_then(Path::parent).or(home);
    Some(folder.unwrap_or(Path::new("/")).join(typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_meant_from_the_open_files_folder_on() {
        let near = Some(Path::new("/data/a.json"));
        let home = Some(Path::new("/home/ann"));
        for (typed, path) in [
            ("b.json", Some("/data/b.json")),
            (" /tmp/b.json ", Some("/tmp/b.json")),
            ("~/b.json", Some("/home/ann/b.json")),
            ("~b.json", Some("/data/~b.json")),
            ("../b.json", Some("/data/../b.json")),
            ("/tmp/", None),
            ("", None),
            ("~", None),
            ("..", None),
            ("/tmp/..", None),
        ] {
            assert_eq!(meant(typed, near, home).as_deref(), path.map(Path::new));
        }
        assert_eq!(meant("b.json", None, home), Some("/home/ann/b.json".into()));
        assert_eq!(begin(PathFor::SaveAs, near, home), "/data/a.json");
        assert_eq!(begin(PathFor::SaveAs, None, home), "/home/ann/record.json");
        assert_eq!(begin(PathFor::Open, None, home), "/home/ann/");
    }
}
