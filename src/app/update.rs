//! Carries out commands: the only place that changes [`State`].

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::command::{Command, Gesture};
use super::jobs::{Ended, Job};
use super::motion::{Motion, held, limited};
use super::settings::{CalendarName, SCALE};
use super::state::{Dialog, Effect, Spot, State};
use crate::date::{Calendar, Language, Zone, read_human};
use crate::document::{Document, OpenFileError, Origin, Stamp};
use crate::index::{Grouping, Index};
use crate::record::{EventIx, link_is_safe};
use crate::scene::{LaneKey, Viewport};
use crate::theme::ThemeId;

/// One step of the zoom keys and of the wheel.
pub const ZOOM_STEP: f64 = 1.25;
/// A slower hand lays the paper down instead of throwing it.
const LEAST_THROW_POINTS_PER_S: f32 = 60.0;
/// An event to fly to gets at least this much time around it.
const ROOM_S: f64 = 400.0 * 86_400.0;
/// Share of the window's width left free when something is fitted into it.
const FIT_MARGIN: f64 = 0.03;

impl State {
    /// Carries out one command.
    pub fn update(&mut self, command: Command) {
        match command {
            Command::OpenDialog => self.effects.push(Effect::AskForFile),
            Command::Open(path) => self.open(path),
            Command::OpenBundled => self.open_bundled(),
            Command::Reload => self.reload(),
            Command::KeepAsIs => self.keep_as_is(),
            Command::CancelLoad => self.load = None,
            Command::ToggleProblems => self.toggle_dialog(Dialog::Problems),
            Command::Quit => self.effects.push(Effect::Close),

            Command::FitAll => {
                let (start, end) = self.whole();
                self.fly(Viewport::fit(
                    start,
                    end,
                    FIT_MARGIN,
                    self.viewport.width_points,
                ));
            }
            Command::CentreSelection => self.centre_selection(),
            Command::ZoomIn => self.zoom(ZOOM_STEP),
            Command::ZoomOut => self.zoom(1.0 / ZOOM_STEP),
            Command::FlyTo { start_s, end_s } => {
                self.fly(Viewport::new(start_s, end_s, self.viewport.width_points));
            }
            Command::GoToDate => self.toggle_dialog(Dialog::GoTo),
            Command::GoTo(text) => self.go_to(&text),
            Command::GoToToday => self.go_to_today(),
            Command::Back => {
                let here = self.spot();
                if let Some(spot) = self.trail.back(here) {
                    self.return_to(&spot);
                }
            }
            Command::Forward => {
                let here = self.spot();
                if let Some(spot) = self.trail.forward(here) {
                    self.return_to(&spot);
                }
            }

            Command::Select(event) => self.select(Some(event)),
            Command::Reveal(event) => self.reveal(event),
            Command::ClearSelection => self.select(None),
            Command::NextInLane => self.step_in_lane(true),
            Command::PreviousInLane => self.step_in_lane(false),

            Command::GroupBy(grouping) => self.group_by(grouping),
            Command::ToggleFold(lane) => {
                toggle(&mut self.settings.lane_settings_mut().folded, lane);
            }
            Command::HideLane(lane) => {
                self.settings.lane_settings_mut().hidden.insert(lane);
            }
            Command::ShowAllLanes => self.settings.lane_settings_mut().hidden.clear(),
            Command::MoveLane { lane, before } => self.move_lane(&lane, before.as_ref()),
            Command::ToggleBands => self.settings.bands = !self.settings.bands,
            Command::ToggleBandGroup(name) => self.toggle_band_group(name),
            Command::ToggleTone => self.settings.tone = !self.settings.tone,
            Command::ToggleOverview => self.settings.overview = !self.settings.overview,
            Command::TogglePanel => self.settings.panel = !self.settings.panel,
            Command::SecondCalendar(calendar) => self.use_calendar(calendar),
            Command::CycleCalendar => self.cycle_calendar(),

            Command::UseTheme(theme) => theme.name().clone_into(&mut self.settings.theme),
            Command::CycleTheme => {
                let next = following(&ThemeId::ALL, &self.settings.theme());
                next.name().clone_into(&mut self.settings.theme);
            }
            Command::ScaleUp => self.scale_by(1.1),
            Command::ScaleDown => self.scale_by(1.0 / 1.1),
            Command::ScaleReset => self.settings.scale = 1.0,
            Command::UseLanguage(language) => self.use_language(language),
            Command::CycleLanguage => {
                self.use_language(following(&Language::ALL, &self.language()));
            }
            Command::ReadIn(zone) => {
                self.settings.zone = zone.map(|zone: Zone| zone.name().to_owned());
            }

            Command::Hand(gesture) => self.hand(gesture),
            Command::PanelWidth(points) => self.settings.panel_width_points = points,
            Command::CloseNotice(at) => self.notices.close(at),

            Command::FindText(text) => self.find.set_text(text),
            Command::Find => self.effects.push(Effect::FocusFind),
            Command::FindNext => self.find_step(true),
            Command::FindPrevious => self.find_step(false),
            Command::ClearFind => {
                self.find.clear();
                self.effects.push(Effect::FocusCanvas);
            }

            Command::Palette => self.toggle_dialog(Dialog::Palette),
            Command::Keys => self.toggle_dialog(Dialog::Keys),
            Command::Escape => self.escape(),
            Command::Copy { text, what } => {
                self.effects.push(Effect::Copy(text));
                self.notices.done(format!("{what} copied"));
            }
            Command::OpenLink(link) => self.open_link(link),
        }
    }

    /// Lets time pass: moves the window, ends messages and takes what jobs have done.
    ///
    /// Returns the seconds after which it wants to be called again: 0 at once, none when nothing
    /// moves.
    pub fn pass(&mut self, seconds: f64) -> Option<f64> {
        let (viewport, motion) = self.motion.step(self.viewport, seconds);
        let mut viewport = viewport;
        if self.held.any() {
            let anchor = self.anchor_x();
            viewport = held(viewport, &self.held, seconds, anchor);
            self.held.for_s += seconds;
        }
        (self.viewport, self.motion) = limited(viewport, motion, &self.limits());
        self.take_load();
        let searching = self.find.step(&self.document.timeline);
        let notice_s = self.notices.pass(seconds);
        if self.motion != Motion::Still || self.held.any() || searching {
            Some(0.0)
        } else {
            notice_s
        }
    }

    fn hand(&mut self, gesture: Gesture) {
        match gesture {
            Gesture::Grab => self.leave_spot(),
            Gesture::Drag(points) => self.show_now(self.viewport.pan(points)),
            Gesture::Pinch { x, factor } => {
                let zoomed = self
                    .viewport
                    .zoom_about(x, factor)
                    .clamped(&self.limits(), x);
                self.show_now(zoomed);
            }
            Gesture::Show { start_s, end_s } => {
                self.show_now(Viewport::new(start_s, end_s, self.viewport.width_points));
            }
            Gesture::Throw(speed) => {
                if speed.abs() > LEAST_THROW_POINTS_PER_S {
                    self.motion = Motion::Thrown(speed);
                }
            }
            Gesture::Wheel { x, factor } => self.zoom_softly(x, factor),
            Gesture::Nudge(points) => {
                let target = self.motion.target(self.viewport).pan(points);
                self.motion = self.motion.glide_to(self.viewport, target);
            }
            Gesture::Scroll(points) => self.scroll_points = (self.scroll_points + points).max(0.0),
        }
    }

    /// Shows a window at once; what was in motion stops.
    fn show_now(&mut self, viewport: Viewport) {
        self.motion = Motion::Still;
        self.viewport = viewport.clamped(&self.limits(), viewport.width_points / 2.0);
    }

    fn zoom_softly(&mut self, x: f32, factor: f64) {
        let target = self
            .motion
            .target(self.viewport)
            .zoom_about(x, factor)
            .clamped(&self.limits(), x);
        self.motion = self.motion.glide_to(self.viewport, target);
    }

    fn leave_spot(&mut self) {
        let here = self.spot();
        self.trail.leave(here);
    }

    /// Where zoom keys hold the time: under the pointer, else the selection, else the middle.
    fn anchor_x(&self) -> f32 {
        let selected = self.selected.map(|event| {
            let head = self.document.timeline.head(event);
            self.viewport
                .x_of(f64::midpoint(head.start.0 as f64, head.end.0 as f64))
        });
        let inside = selected.filter(|x| (0.0..=self.viewport.width_points).contains(x));
        self.pointer_x
            .or(inside)
            .unwrap_or(self.viewport.width_points / 2.0)
    }

    fn zoom(&mut self, factor: f64) {
        let x = self.anchor_x();
        self.zoom_softly(x, factor);
    }

    /// Flies to a window and remembers the place that was left.
    fn fly(&mut self, target: Viewport) {
        let target = target.clamped(&self.limits(), target.width_points / 2.0);
        if self.motion.target(self.viewport) == target {
            return;
        }
        self.leave_spot();
        self.motion = self.motion.fly_to(self.viewport, target);
    }

    fn return_to(&mut self, spot: &Spot) {
        let target = Viewport::new(spot.start_s, spot.end_s, self.viewport.width_points);
        self.selected = spot.selected;
        self.motion = self.motion.fly_to(self.viewport, target);
    }

    fn select(&mut self, event: Option<EventIx>) {
        if self.selected != event {
            self.leave_spot();
            self.selected = event;
        }
        if event.is_some() && !self.settings.panel {
            self.settings.panel = true;
        }
    }

    fn reveal(&mut self, event: EventIx) {
        self.select(Some(event));
        let (start, end) = self.extent_s(event);
        let target = self.motion.target(self.viewport);
        let length = target.length_s().max((end - start) * 1.2);
        let inside = start >= target.start_s + 0.05 * target.length_s()
            && end <= target.end_s() - 0.05 * target.length_s();
        if inside {
            return;
        }
        let length = length.min(ROOM_S.max((end - start) * 3.0).max(target.length_s()));
        let middle = f64::midpoint(start, end);
        let window = Viewport::new(
            middle - length / 2.0,
            middle + length / 2.0,
            target.width_points,
        );
        self.motion = self
            .motion
            .fly_to(self.viewport, window.clamped(&self.limits(), 0.0));
    }

    fn centre_selection(&mut self) {
        let Some(event) = self.selected else {
            self.notices
                .done("Select an event first: click it, or press Tab");
            return;
        };
        let (start, end) = self.extent_s(event);
        let now = self.motion.target(self.viewport);
        let centred = now
            .centred_on(f64::midpoint(start, end))
            .clamped(&self.limits(), 0.0);
        let is_centred = (centred.centre_s() - now.centre_s()).abs() < now.length_s() * 1e-3;
        if is_centred {
            self.fly(Viewport::fit(start, end, 0.3, now.width_points));
        } else {
            self.fly(centred);
        }
    }

    /// First and last second of an event.
    fn extent_s(&self, event: EventIx) -> (f64, f64) {
        let head = self.document.timeline.head(event);
        (head.start.0 as f64, head.end.0 as f64)
    }

    fn go_to(&mut self, text: &str) {
        match read_human(text) {
            Ok(date) => {
                let extent = date.extent(self.zone());
                let (start, end) = (extent.start.at.0 as f64, extent.end.at.0 as f64);
                self.dialog = None;
                self.fly(Viewport::fit(start, end, 0.3, self.viewport.width_points));
            }
            Err(error) => self
                .notices
                .problem(format!("'{text}' is no date: {error}")),
        }
    }

    fn go_to_today(&mut self) {
        let Some(now) = self.now else { return };
        let length = self.motion.target(self.viewport).length_s();
        let width = self.viewport.width_points;
        let now = now.0 as f64;
        let (_, end) = self.whole();
        if now > end + length {
            self.notices.done("The record ends before today");
        }
        self.fly(Viewport::new(now - length / 2.0, now + length / 2.0, width));
    }

    fn step_in_lane(&mut self, forward: bool) {
        let heads = self.document.timeline.heads();
        let next = match self.selected {
            Some(event) => self.index.neighbour(heads, event, None, forward),
            // Nothing selected: begin with the first event in view.
            None => self.first_in_view(),
        };
        if let Some(event) = next {
            self.reveal(event);
        }
    }

    fn first_in_view(&self) -> Option<EventIx> {
        let heads = self.document.timeline.heads();
        let (start, end) = (self.viewport.start_s, self.viewport.end_s());
        let in_view = |at: &usize| {
            heads
                .get(*at)
                .is_some_and(|head| (start..end).contains(&(head.start.0 as f64)))
        };
        (0..heads.len())
            .filter(in_view)
            .min_by_key(|&at| heads[at].start)
            .map(EventIx::from_index)
    }

    fn group_by(&mut self, grouping: Grouping) {
        self.settings.grouping = grouping;
        self.index = Arc::new(Index::build(&self.document.timeline, grouping, None));
        self.scroll_points = 0.0;
    }

    fn move_lane(&mut self, lane: &LaneKey, before: Option<&LaneKey>) {
        let mut order: Vec<LaneKey> = self.settings.lane_settings().order;
        for key in self.index.keys() {
            if !order.contains(key) {
                order.push(key.clone());
            }
        }
        order.retain(|key| key != lane);
        let at = before
            .and_then(|before| order.iter().position(|key| key == before))
            .unwrap_or(order.len());
        order.insert(at, lane.clone());
        self.settings.lane_settings_mut().order = order;
    }

    fn toggle_band_group(&mut self, name: String) {
        let chosen = &mut self.settings.band_groups;
        if chosen.is_empty()
            && let Some(first) = self.band_groups.first()
        {
            chosen.push(first.name.original().to_owned());
        }
        if let Some(at) = chosen.iter().position(|known| *known == name) {
            chosen.remove(at);
        } else {
            chosen.push(name);
        }
        self.settings.bands = !chosen.is_empty();
    }

    fn use_calendar(&mut self, calendar: Option<Calendar>) {
        self.settings.second_calendar = calendar.and_then(CalendarName::of);
    }

    fn cycle_calendar(&mut self) {
        let all = CalendarName::ALL;
        let at = self
            .settings
            .second_calendar
            .and_then(|now| all.iter().position(|name| *name == now));
        self.settings.second_calendar = match at {
            None => all.first().copied(),
            Some(at) => all.get(at + 1).copied(),
        };
    }

    fn use_language(&mut self, language: Language) {
        language.tag().clone_into(&mut self.settings.language);
    }

    fn scale_by(&mut self, factor: f32) {
        self.settings.scale = (self.settings.scale * factor).clamp(*SCALE.start(), *SCALE.end());
        if (self.settings.scale - 1.0).abs() < 0.02 {
            self.settings.scale = 1.0;
        }
    }

    fn find_step(&mut self, forward: bool) {
        if let Some(event) = self.find.step_to(forward) {
            self.reveal(event);
        } else if self.find.text().is_empty() {
            self.effects.push(Effect::FocusFind);
        } else {
            self.notices
                .done(format!("No event holds '{}'", self.find.text()));
        }
    }

    fn toggle_dialog(&mut self, dialog: Dialog) {
        self.dialog = if self.dialog == Some(dialog) {
            None
        } else {
            Some(dialog)
        };
    }

    fn escape(&mut self) {
        if self.dialog.take().is_some() {
            self.effects.push(Effect::FocusCanvas);
        } else if !self.find.text().is_empty() {
            self.update(Command::ClearFind);
        } else if self.selected.is_some() {
            self.select(None);
        }
    }

    fn open_link(&mut self, link: String) {
        if link_is_safe(&link) {
            self.effects.push(Effect::OpenLink(link));
        } else {
            self.notices.problem(format!(
                "'{link}' was not opened: only http, https and mailto links are"
            ));
        }
    }

    fn open(&mut self, path: PathBuf) {
        self.remember_place();
        let label = format!("Opening {}", Origin::File(path.clone()).name());
        let grouping = self.settings.grouping;
        self.load = Some(Job::start(label, Arc::clone(&self.wake), move |progress| {
            let document = Document::open(&path, progress)?;
            let index = Index::build(&document.timeline, grouping, None);
            Ok((document, index))
        }));
    }

    fn open_bundled(&mut self) {
        self.remember_place();
        match Document::bundled() {
            Ok(document) => {
                let index = Index::build(&document.timeline, self.settings.grouping, None);
                self.show(document, index);
            }
            Err(error) => self
                .notices
                .problem(format!("The bundled record is broken: {error}")),
        }
    }

    fn reload(&mut self) {
        match self.path() {
            Some(path) => self.open(path),
            None => self.notices.done("The bundled record does not change"),
        }
    }

    fn keep_as_is(&mut self) {
        self.document.stamp = self.changed_on_disk.take().or(self.document.stamp);
    }

    /// Notes what the open file looks like on disk now, as a watcher saw it.
    pub fn saw_file(&mut self, path: &Path, stamp: Stamp) {
        let is_open = self.document.origin.path() == Some(path);
        let changed = self.document.stamp.is_some_and(|read| read != stamp);
        self.changed_on_disk = (is_open && changed).then_some(stamp);
    }

    fn take_load(&mut self) {
        let Some(ended) = self.load.as_ref().and_then(Job::poll) else {
            return;
        };
        self.load = None;
        match ended {
            Ended::Done(Ok((document, index))) => {
                if let Some(path) = document.origin.path() {
                    self.settings.remember_file(path.to_owned());
                }
                self.show(document, index);
            }
            Ended::Done(Err(OpenFileError::Cancelled)) => {}
            Ended::Done(Err(error)) => self.notices.problem(error.to_string()),
            Ended::Broke => {
                self.notices.problem(
                    "Opening broke off by a fault of the program; what was open is still open",
                );
            }
        }
    }

    /// Shows a record that was read.
    fn show(&mut self, document: Document, index: Index) {
        let again = document.origin == self.document.origin;
        let spot = self.spot();
        let selected = self.selected.and_then(|event| {
            self.document
                .timeline
                .id(event)
                .map(std::borrow::Cow::into_owned)
        });
        self.band_groups = crate::scene::band_groups(&document.timeline);
        // A grouping chosen while the file was read.
        self.index = if index.grouping() == self.settings.grouping {
            Arc::new(index)
        } else {
            Arc::new(Index::build(
                &document.timeline,
                self.settings.grouping,
                None,
            ))
        };
        let problems = document.report.errors();
        self.document = document;
        self.changed_on_disk = None;
        self.trail = super::trail::Trail::default();
        self.scroll_points = 0.0;
        self.selected = None;
        self.find.restart();
        if again {
            self.selected = selected.and_then(|id| self.document.timeline.find(&id));
            self.viewport = Viewport::new(spot.start_s, spot.end_s, self.viewport.width_points);
            self.motion = Motion::Still;
        } else {
            self.restore_place();
        }
        if problems > 0 {
            self.dialog = Some(Dialog::Problems);
        }
    }
}

fn toggle<T: Ord>(set: &mut std::collections::BTreeSet<T>, item: T) {
    if !set.remove(&item) {
        set.insert(item);
    }
}

/// The item after this one, around the end.
fn following<T: Copy + PartialEq>(all: &[T], now: &T) -> T {
    let at = all
        .iter()
        .position(|item| item == now)
        .map_or(0, |at| (at + 1) % all.len());
    all[at]
}
