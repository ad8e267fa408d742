//! eframe's App: one frame from input to paint.

mod home;
mod rooms;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{Context, Ui};

use super::canvas::{Canvas, canvas_id};
use super::dialogs::Dialogs;
use super::event_form::EventForm;
use super::file_dialog;
use super::find_field::FindField;
use super::fonts;
use super::look::Look;
use super::open::APP_ID;
use super::panel::Panel as SidePanel;
use super::pictures::Pictures;
use super::table::TableView;
use super::watch::Watch;
use super::{clipboard, keys, status_line, window_place};
use crate::app::command::{Command, Form, PathFor};
use crate::app::jobs::Wake;
use crate::app::message::Message;
use crate::app::settings::SettingsFile;
use crate::app::{Dialog, Effect, Settings, State};
use crate::date::{Instant, Language};
use crate::document::Document;
use crate::format::OpenError;
use crate::scene;
use crate::theme::{Theme, ThemeId};

/// The program in its window.
pub struct NenpyoApp {
    state: State,
    canvas: Canvas,
    table: TableView,
    panel: SidePanel,
    dialogs: Dialogs,
    find_field: FindField,
    form: EventForm,
    pictures: Pictures,
    status: status_line::StatusLine,
    watch: Watch,
    chosen_files: (Sender<Command>, Receiver<Command>),
    styled_for: Option<(ThemeId, Language)>,
    /// The record (by its index), the language and whether it is modified, for which the window's
    /// title was made.
    named_for: Option<(u64, Language, bool)>,
    system_fonts: SystemFonts,
    last_frame_s: Option<f64>,
    clock: fn() -> Instant,
    /// None in tests, and where there is no folder for it.
    settings_file: Option<SettingsFile>,
}

/// The present in tests: 1 January 2026, noon in Tokyo.
const TEST_NOW: Instant = Instant(1_767_236_400);

/// How far the loading of the system's fonts is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SystemFonts {
    /// They wait for the first picture.
    AfterFirstFrame,
    /// They were asked for.
    Asked,
    /// They are not wanted: pictures must not depend on the machine.
    Never,
}

impl NenpyoApp {
    /// The program with the bundled record open; `file` is opened as soon as the window stands.
    ///
    /// # Errors
    /// When the bundled record itself cannot be read, which a test rules out.
    pub fn new(
        creation: &eframe::CreationContext,
        file: Option<PathBuf>,
    ) -> Result<Self, OpenError> {
        let waker = creation.egui_ctx.clone();
        let wake: Wake = Arc::new(move || waker.request_repaint());
        let opened = eframe::storage_dir(APP_ID).map(|folder| SettingsFile::open(&folder, wake));
        let (settings_file, settings) = opened.unzip();
        let mut app = Self::with_settings(&creation.egui_ctx, settings.unwrap_or_default())?;
        app.settings_file = settings_file;
        if let Some(path) = app
            .settings_file
            .as_mut()
            .and_then(SettingsFile::take_spoilt)
        {
            app.state.notices.problem(Message::SettingsSpoilt(path));
        }
        app.state.home = home::of_user();
        #[cfg(unix)]
        super::signals::close_on_request(&creation.egui_ctx);
        // The record that the user edits is theirs, and the bundled one its template.
        let own = app.state.settings.own_copy.clone();
        if let Some(file) = file.or_else(|| own.filter(|path| path.is_file())) {
            app.state.update(Command::Open(file));
        }
        Ok(app)
    }

    /// The program with these settings, as tests make it: no fonts but the bundled ones, and a
    /// day that stays, so that a picture is the same next year.
    ///
    /// # Errors
    /// When the bundled record itself cannot be read.
    pub fn for_test(ctx: &Context, settings: Settings) -> Result<Self, OpenError> {
        let mut app = Self::with_settings(ctx, settings)?;
        app.system_fonts = SystemFonts::Never;
        app.clock = || TEST_NOW;
        Ok(app)
    }

    fn with_settings(ctx: &Context, settings: Settings) -> Result<Self, OpenError> {
        fonts::install(ctx);
        let waker = ctx.clone();
        let wake = Arc::new(move || waker.request_repaint());
        let state = State::new(Document::bundled()?, settings, wake);
        let pictures = Pictures::default();
        Ok(Self {
            state,
            canvas: Canvas::default(),
            panel: SidePanel::with(pictures.clone()),
            table: TableView::default(),
            dialogs: Dialogs::default(),
            find_field: FindField::default(),
            form: EventForm::with(pictures.clone()),
            pictures,
            status: status_line::StatusLine::default(),
            watch: Watch::start(ctx.clone()),
            chosen_files: channel(),
            styled_for: None,
            named_for: None,
            system_fonts: SystemFonts::AfterFirstFrame,
            last_frame_s: None,
            clock: || Instant(chrono::Utc::now().timestamp()),
            settings_file: None,
        })
    }

    /// The state, for tests.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Carries out a command, for tests.
    pub fn command(&mut self, command: Command) {
        self.state.update(command);
    }

    /// Has edits kept in this folder, for tests: without, they are in memory only.
    pub fn keep_in(&mut self, folder: &Path) {
        self.state.home = Some(home::in_folder(folder));
    }

    /// The canvas, for tests.
    pub fn canvas(&self) -> &Canvas {
        &self.canvas
    }

    /// The pictures on the screen, for tests.
    pub fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    fn look(&self) -> Look {
        Look {
            theme: Theme::of(self.state.settings.theme()),
            language: self.state.language(),
        }
    }

    fn restyle(&mut self, ctx: &Context, look: &Look) {
        let wanted = (look.theme.id, look.language);
        if self.styled_for != Some(wanted) {
            self.styled_for = Some(wanted);
            let style = look.style();
            ctx.set_theme(if look.theme.id.is_dark() {
                egui::Theme::Dark
            } else {
                egui::Theme::Light
            });
            ctx.all_styles_mut(|old| *old = style.clone());
            let slop = look.sizes().drag_threshold;
            ctx.options_mut(|options| options.input_options.max_click_dist = slop);
        }
        let scale = self.state.settings.scale;
        if (ctx.zoom_factor() - scale).abs() > 1e-3 {
            ctx.set_zoom_factor(scale);
        }
    }

    /// Lets time pass and asks for the next frame only if something moves.
    fn pass_time(&mut self, ctx: &Context) {
        let now_s = ctx.input(|input| input.time);
        // After a rest the first step is a usual frame, not the rest's length.
        let passed = self.last_frame_s.map_or(0.0, |last| now_s - last);
        let step = if passed > 0.1 {
            f64::from(ctx.input(|input| input.predicted_dt))
        } else {
            passed
        };
        self.last_frame_s = Some(now_s);
        self.state.now = Some((self.clock)());
        match self.state.pass(step, passed) {
            Some(0.0) => ctx.request_repaint(),
            Some(seconds) => ctx.request_repaint_after_secs(seconds as f32),
            None => {}
        }
    }

    fn take_files(&mut self, ctx: &Context) {
        let dropped: Vec<PathBuf> = ctx.input(|input| {
            let files = input.raw.dropped_files.iter();
            files.map(|file| file.path().to_owned()).collect()
        });
        let dropped = dropped.into_iter().map(|path| self.state.dropped(path));
        // Of several records one can be open, and of pictures each is one of the event's.
        let is_record = |command: &Command| matches!(command, Command::Open(_));
        let mut commands: Vec<Command> = dropped.collect();
        let first = commands.iter().position(is_record);
        let mut at = 0..;
        commands.retain(|command| at.next() == first || !is_record(command));
        commands.extend(self.chosen_files.1.try_iter());
        for command in commands {
            self.state.update(command);
        }
        self.watch.look_at(self.state.path());
        if let Some((path, stamp)) = self.watch.seen() {
            self.state.saw_file(&path, stamp);
        }
    }

    fn carry_out(&mut self, ctx: &Context, sent: Vec<Command>) {
        let any = !sent.is_empty();
        for command in sent {
            self.state.update(command);
        }
        // What was chosen outlives a kill; what a hand still holds is saved when it lets go.
        if any
            && !ctx.input(|input| input.pointer.any_down())
            && let Some(file) = &mut self.settings_file
        {
            file.save(&self.state.settings);
        }
        if let Some(error) = self.settings_file.as_mut().and_then(SettingsFile::failure) {
            let message = Message::SettingsNotSaved(error.to_string());
            self.state.notices.problem(message);
        }
        for effect in self.state.take_effects() {
            match effect {
                Effect::AskForFile => self.ask_for_file(ctx, PathFor::Open),
                Effect::AskWhereToSave => self.ask_for_file(ctx, PathFor::SaveAs),
                Effect::AskForPicture => self.ask_for_file(ctx, PathFor::Picture),
                Effect::AskForClipboard => {
                    ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
                }
                Effect::Copy(text) => ctx.copy_text(text),
                Effect::OpenLink(link) => ctx.open_url(egui::OpenUrl::new_tab(link)),
                Effect::TurnPage(way) => self.panel.turn_page(way),
                Effect::ChangePane if self.panel.has_focus(ctx) || self.form.has_focus(ctx) => {
                    self.state.focus_event = self.state.selected;
                }
                Effect::ChangePane if self.state.forms.open().is_some() => self.form.take_focus(),
                Effect::ChangePane => self.panel.take_focus(),
                Effect::FocusForm => self.form.take_focus(),
                Effect::FocusProblem => self.form.take_focus_at_problem(),
                Effect::FocusFind => self.find_field.focus(ctx),
                Effect::FocusCanvas => ctx.memory_mut(|memory| memory.request_focus(canvas_id())),
                Effect::Remember => {
                    if let Some(file) = &mut self.settings_file {
                        file.save(&self.state.settings);
                    }
                }
                Effect::Close => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            }
            ctx.request_repaint();
        }
    }

    fn ask_for_file(&self, ctx: &Context, of: PathFor) {
        let (send, near) = (self.chosen_files.0.clone(), self.state.path());
        file_dialog::ask(ctx, of, send, near, self.state.language());
    }

    fn name_window(&mut self, ctx: &Context, look: &Look) {
        let revision = self.state.index.revision();
        let named_for = (revision, look.language, self.state.editing.is_modified());
        if self.named_for != Some(named_for) {
            self.named_for = Some(named_for);
            let title = self.window_title(look.language);
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
    }

    fn window_title(&self, language: Language) -> String {
        let document = &self.state.document;
        let title = match document.timeline.title_text().pick(language) {
            "" => scene::cut(document.origin.name()),
            title => scene::cut(title),
        };
        let modified = if self.state.editing.is_modified() {
            "• "
        } else {
            ""
        };
        format!("{modified}{title} — Nenpyo")
    }
}

impl eframe::App for NenpyoApp {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let look = self.look();
        let is_first = self.last_frame_s.is_none();
        self.restyle(&ctx, &look);
        self.take_files(&ctx);
        self.pass_time(&ctx);
        self.name_window(&ctx, &look);
        if ctx.input(|input| input.viewport().close_requested()) && !self.state.may_close() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        }

        let mut sent = Vec::new();
        self.table.take_keys(&ctx, &self.state, &mut sent);
        sent.extend(keys::pressed(&ctx, self.state.dialog.is_some()));
        sent.extend(clipboard::asked(&ctx, &self.state));
        // An open menu takes the key itself.
        // So does a list of names under a field of the form for several events.
        let over = self.state.dialog;
        let free = (!ctx.text_edit_focused() || over.is_some_and(|over| over != Dialog::Bulk))
            && !egui::Popup::is_any_open(&ctx);
        if free
            && ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape))
        {
            sent.push(Command::Escape);
        }
        // What was typed in this frame comes before the key that saves it.
        let save = Command::Form(Form::Save);
        let saves = sent.contains(&save);
        sent.retain(|command| *command != save);
        self.show(ui, &look, saves, &mut sent);
        self.pictures.end_frame(&ctx);
        self.carry_out(&ctx, sent);
        if self.state.motion != crate::app::motion::Motion::Still
            || self.state.held.any()
            || self.state.find.is_running()
        {
            ctx.request_repaint();
        }
        if is_first {
            window_place::correct(&ctx, frame);
            // The first Tab goes to the events and not to the bar.
            ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
        }
        if self.system_fonts == SystemFonts::AfterFirstFrame {
            self.system_fonts = SystemFonts::Asked;
            fonts::load_system_fonts(&ctx);
        }
    }

    /// The last edits are on the disk before the program ends.
    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.state.end();
        if let Some(file) = &mut self.settings_file {
            file.save(&self.state.settings);
        }
    }

    /// What is worth keeping stands in the settings, where it is checked; egui's own memory (its zoom
    /// among it) is restored unchecked and could keep the window from opening.
    fn persist_egui_memory(&self) -> bool {
        false
    }

    /// Settings have a file of their own: eframe empties its file before it writes, so that a kill
    /// in between loses all that stands in it. What stands there is the window's place and no more.
    fn save(&mut self, _storage: &mut dyn eframe::Storage) {
        self.state.remember_place();
        if let Some(file) = &mut self.settings_file {
            file.save(&self.state.settings);
        }
    }
}

#[cfg(test)]
mod tests;
