//! Carries out commands: the only place that changes [`State`].

use super::command::{Command, PathFor};
use super::message::Message;
use super::motion::{Motion, held, limited};
use super::settings::{CalendarName, SCALE};
use super::state::{Dialog, Effect, State};
use crate::date::{Calendar, Language, Zone};
use crate::record::{EventIx, link_is_safe};
use crate::scene::{LaneKey, Viewport};
use crate::theme::ThemeId;

/// One step of the zoom keys and of the wheel.
pub const ZOOM_STEP: f64 = 1.25;

impl State {
    /// Carries out one command.
    pub fn update(&mut self, command: Command) {
        self.focus_event = (self.focus_event).filter(|_| !command.takes_the_keyboard());
        match command {
            Command::OpenDialog => self.effects.push(Effect::AskForFile),
            Command::Open(path) => self.open(path),
            Command::OpenBundled => self.open_bundled(),
            Command::SaveAsDialog => self.effects.push(Effect::AskWhereToSave),
            Command::SaveAs(path) => self.save_as(path, true),
            Command::SaveAsNew(path) => self.save_as(path, false),
            // What was opened meanwhile stays.
            Command::TypePath(of) => self.dialog = self.dialog.or(Some(Dialog::Path(of))),
            Command::Reload => self.reload(),
            Command::KeepAsIs => self.keep_as_is(),
            Command::CancelLoad => self.load = None,
            Command::ToggleProblems => self.toggle_dialog(Dialog::Problems),
            Command::Quit => self.effects.push(Effect::Close),

            Command::Editing(asked) => self.update_editing(asked),
            Command::ChangeSelected(bulk) => self.change_selected(&bulk),
            Command::Clip(asked) => self.update_clip(asked),
            Command::Form(asked) => self.update_form(asked),
            Command::Move(what) => self.update_moving(what),
            Command::Table(asked) => self.update_table(asked),

            Command::FitAll => {
                self.scroll_points = 0.0;
                self.fly(self.whole_fitted());
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
            Command::Back => self.go_back(),
            Command::Forward => self.go_forward(),

            Command::Select(event) => self.select(Some(event)),
            Command::SelectInLane { event, lane } => {
                self.select(Some(event));
                self.selected_lane = Some(lane);
            }
            Command::Reveal(event) => self.reveal(event),
            Command::Selecting(asked) => self.update_selection(asked),
            Command::ClearSelection => self.select(None),
            Command::NextInLane => self.step_in_lane(true),
            Command::PreviousInLane => self.step_in_lane(false),

            Command::GroupBy(grouping) => self.group_by(grouping),
            Command::ToggleFold(lane) => self.toggle_fold(lane),
            Command::HideLane(lane) => {
                self.settings.lane_settings_mut().hidden.insert(lane);
            }
            Command::ShowAllLanes => self.settings.lane_settings_mut().hidden.clear(),
            Command::MoveLane { lane, before } => self.move_lane(&lane, before.as_ref()),
            Command::ToggleBands => self.settings.bands = !self.settings.bands,
            Command::ToggleBandGroup(name) => self.toggle_band_group(name),
            Command::ToggleTone => self.toggle_tone(),
            Command::ToggleOverview => self.settings.overview = !self.settings.overview,
            Command::TogglePanel => self.settings.panel = !self.settings.panel,
            Command::ChangePane => self.ask_of_panel(Effect::ChangePane),
            Command::Read(way) => self.ask_of_panel(Effect::TurnPage(way)),
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
                // The keyboard goes on from the event that was found.
                self.focus_event = self.selected;
                self.effects.push(Effect::FocusCanvas);
            }

            Command::Palette => self.toggle_dialog(Dialog::Palette),
            Command::Keys => self.toggle_dialog(Dialog::Keys),
            Command::Escape => self.escape(),
            Command::Copy { text, what } => {
                self.effects.push(Effect::Copy(text));
                self.notices.done(Message::Copied(what));
            }
            Command::OpenLink(link) => self.open_link(link),
        }
    }

    /// Lets time pass: moves the window, ends messages and takes what jobs have done.
    ///
    /// `step_s` is how far what moves may go on: one usual frame after a rest. `passed_s` is what
    /// the clock says. Returns the seconds after which it wants to be called again: 0 at once, none
    /// when nothing moves.
    pub fn pass(&mut self, step_s: f64, passed_s: f64) -> Option<f64> {
        let (viewport, motion) = self.motion.step(self.viewport, step_s);
        let mut viewport = viewport;
        let mut anchor_x = viewport.width_points / 2.0;
        if self.held.any() {
            if self.held.for_s == 0.0 {
                self.leave_spot_after_rest();
            }
            anchor_x = self.anchor_x();
            viewport = held(viewport, &self.held, step_s, anchor_x);
            self.held.for_s += step_s;
        }
        (self.viewport, self.motion) = limited(viewport, motion, &self.limits(), anchor_x);
        let moves = self.motion != Motion::Still || self.held.any();
        self.still_s = if moves { 0.0 } else { self.still_s + passed_s };
        // Before jobs are taken: what they say has been shown for no time yet.
        self.notices.pass(passed_s);
        self.take_load();
        self.take_regroup();
        let wanted_by_edits = self.pass_edits(passed_s);
        let wanted_by_cell = self.pass_cell(passed_s);
        let wanted_by_forms = self.pass_forms(passed_s);
        // A search takes a part of what its frames really take: where they are slow, much is done in
        // each. Before its first was a rest.
        let has_begun = self.find.fraction(&self.document.timeline) > 0.0;
        let frame_s = if has_begun { passed_s } else { step_s };
        let searching = self.find.step(&self.document.timeline, frame_s);
        self.pass_table();
        if moves || searching {
            return Some(0.0);
        }
        let wanted = self.notices.pass(0.0).into_iter();
        let wanted = wanted.chain(wanted_by_edits);
        let wanted = wanted.chain(wanted_by_forms).chain(wanted_by_cell);
        wanted.reduce(f64::min)
    }

    pub(super) fn select(&mut self, event: Option<EventIx>) {
        self.selected_more.clear();
        if self.selected != event {
            self.leave_spot();
            self.selected = event;
            self.selected_lane = None;
        }
        self.settings.panel |= event.is_some();
    }

    fn step_in_lane(&mut self, forward: bool) {
        let heads = self.document.timeline.heads();
        let next = match self.selected {
            Some(event) => {
                let lane = self.lane_to_step_in(event);
                let next = self.index.neighbour(heads, event, lane, forward);
                next.map(|event| (event, lane))
            }
            // Nothing selected: begin with the first event in view.
            None => self.first_in_view(),
        };
        if let Some((event, lane)) = next {
            self.reveal(event);
            self.selected_lane = lane;
            self.focus_event = Some(event);
        }
    }

    /// The lane in which the event was selected, else the first of its lanes that is shown.
    fn lane_to_step_in(&self, event: EventIx) -> Option<u16> {
        let hidden = self.settings.lane_settings().hidden;
        let of = self
            .index
            .lanes_of(self.document.timeline.head(event))
            .iter()
            .copied();
        let shown = |lane: &u16| {
            let key = self.index.keys().get(usize::from(*lane));
            key.is_some_and(|key| !hidden.contains(key))
        };
        self.selected_lane.or_else(|| of.clone().find(shown))
    }

    /// The first event that begins in view in a lane that is shown, and that lane.
    fn first_in_view(&self) -> Option<(EventIx, Option<u16>)> {
        let hidden = self.settings.lane_settings().hidden;
        let (start, end) = (self.viewport.start_s as i64, self.viewport.end_s() as i64);
        let lanes = self.index.keys().iter().zip(self.index.lanes()).enumerate();
        lanes
            .filter(|(_, (key, _))| !hidden.contains(key))
            .filter_map(|(at, (_, columns))| {
                let first = columns.starting_in(start, end).next()?;
                Some((columns.start(first), columns.event(first), at as u16))
            })
            .min_by_key(|&(start, event, _)| (start, event))
            .map(|(_, event, lane)| (event, Some(lane)))
    }

    fn toggle_tone(&mut self) {
        self.settings.tone = !self.settings.tone;
        self.tone_is_new = self.settings.tone;
        // The lanes have other room now.
        self.bring_into_view = self.selected;
    }

    /// Asks something of the side panel, which is shown then.
    fn ask_of_panel(&mut self, effect: Effect) {
        self.settings.panel = true;
        self.effects.push(effect);
    }

    fn toggle_fold(&mut self, lane: LaneKey) {
        toggle(&mut self.settings.lane_settings_mut().folded, lane);
    }

    fn move_lane(&mut self, lane: &LaneKey, before: Option<&LaneKey>) {
        if before == Some(lane) {
            // It was let go over itself.
            return;
        }
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

    /// Adds a group to those that are drawn, or takes it from them. What was chosen in other records
    /// is theirs.
    fn toggle_band_group(&mut self, name: String) {
        let name_of = |at: usize| Some(self.band_groups.get(at)?.name.original().to_owned());
        let mut shown: Vec<String> = self.shown_bands().into_iter().filter_map(name_of).collect();
        match shown.iter().position(|known| *known == name) {
            Some(at) => drop(shown.remove(at)),
            None => shown.push(name),
        }
        self.settings.bands = !shown.is_empty();
        let groups = &self.band_groups;
        let is_here = |name: &String| groups.iter().any(|group| group.name.original() == name);
        self.settings.band_groups.retain(|name| !is_here(name));
        self.settings.band_groups.append(&mut shown);
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
            let words = self.find.text().to_owned();
            self.notices.done(Message::NoEventHolds(words));
        }
    }

    pub(super) fn toggle_dialog(&mut self, dialog: Dialog) {
        self.cancel_move();
        self.dialog = if self.dialog == Some(dialog) {
            None
        } else {
            Some(dialog)
        };
    }

    fn escape(&mut self) {
        if self.cancel_move() {
            // What was in the hand is back, and nothing else is given up.
        } else if let Some(dialog) = self.dialog.take() {
            self.put_off_merge(dialog);
            // What was left by a program that died waits for the reader's choice.
            self.dialog = self.left.is_some().then_some(Dialog::Left);
            self.effects.push(match dialog {
                Dialog::Path(PathFor::Picture) => Effect::FocusForm,
                _ => Effect::FocusCanvas,
            });
        } else if !self.find.text().is_empty() {
            self.update(Command::ClearFind);
        } else if self
            .forms
            .open()
            .is_some_and(|form| form.picking().is_some())
        {
            self.update(Command::Form(super::command::Form::Pick(None)));
        } else if self.forms.open().is_some() {
            self.update(Command::Form(super::command::Form::Leave));
        } else if self.table.is_shown() {
            self.update(Command::Table(super::table::Asked::Toggle));
        } else if self.selected.is_some() {
            self.select(None);
        }
    }

    fn open_link(&mut self, link: String) {
        if link_is_safe(&link) {
            self.effects.push(Effect::OpenLink(link));
        } else {
            self.notices.problem(Message::LinkNotOpened(link));
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
