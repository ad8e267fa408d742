//! The line at the foot of the window: the cursor's date, who was in office then, what the shapes
//! mean, and where to find the keys.

mod clock;
mod legend;
mod office;

use std::ops::Range;

use egui::text::LayoutJob;
use egui::{Align, Label, Layout, Rect, Role, Ui, UiBuilder, WidgetInfo, pos2};

use super::look::Look;
use super::phrases::Phrase;
use super::polyglot::Polyglot;
use crate::app::command::Command;
use crate::app::{State, catalogue};
use crate::date::{Calendar, Language, Zone};
use crate::theme::TextRole;
use clock::Grain;
use office::{OfficeRequest, Offices};

/// The share of the line that the date holds, so that the words beside it stand still.
const DATE_SHARE: f32 = 0.26;

/// The status line with what it last said, so that nothing is worded twice.
#[derive(Default)]
pub struct StatusLine {
    said_for: Option<Moment>,
    /// While nobody takes or leaves an office: the seconds for which `in_office` holds.
    office_holds: Range<i64>,
    date: String,
    offices: Offices,
    in_office: Polyglot,
    in_full: Polyglot,
}

/// All that the words depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    second: i64,
    grain: Grain,
    language: Language,
    zone: Zone,
    calendar: Option<Calendar>,
    revision: u64,
}

impl StatusLine {
    /// Shows the line in all the room of `ui`.
    pub fn show(&mut self, ui: &mut Ui, state: &State, look: &Look, send: &mut Vec<Command>) {
        self.word(state);
        let room = ui.max_rect();
        let gap = look.grid(5.0);
        let colors = look.colors();

        let layout = Layout::right_to_left(Align::Center);
        let right = ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
            keys_button(ui, look, send);
            ui.min_rect().left()
        });
        let end = right.inner - gap;

        let width = |ui: &Ui, mut job: LayoutJob| {
            job.wrap.max_width = f32::INFINITY;
            ui.fonts_mut(|fonts| fonts.layout_job(job)).size().x
        };
        let mut date = Polyglot::default();
        date.push(look.language, &self.date);
        let date = date.job(ui, look, TextRole::Control, colors.ink);
        let office = self.in_office.job(ui, look, TextRole::Meta, colors.muted);
        let date_width = width(ui, date.clone()).min(room.width() * 0.5);
        let office_width = width(ui, office.clone());
        let date_end = room.left()
            + date_width
                .max(room.width() * DATE_SHARE)
                .min((end - room.left()).max(0.0));
        say(ui, date, None, room.with_max_x(date_end));

        // The legend gives way to who was in office, item by item.
        let legend_room = end - date_end - gap * 2.0 - office_width;
        let legend_left = legend::show(ui, look, pos2(end, room.center().y), legend_room);
        let office_room = Rect::from_min_max(
            pos2(date_end + gap, room.top()),
            pos2((legend_left - gap).max(date_end + gap), room.bottom()),
        );
        if !self.in_office.is_empty() && office_room.width() > look.grid(16.0) {
            let full = self.in_full.job(ui, look, TextRole::Meta, colors.ink);
            say(ui, office, Some(full), office_room);
        }
    }

    /// Words the moment under the pointer, or in the middle of the window.
    fn word(&mut self, state: &State) {
        let viewport = state.viewport;
        let x = state.pointer_x.unwrap_or(viewport.width_points / 2.0);
        let grain = Grain::of(viewport.seconds_per_point);
        let zone = state.zone();
        let moment = Moment {
            second: grain.floor(viewport.time_at(x), zone),
            grain,
            language: state.language(),
            zone,
            calendar: state
                .settings
                .second_calendar
                .map(crate::app::settings::CalendarName::calendar),
            revision: state.index.revision(),
        };
        let is_said = self.said_for == Some(moment);
        if !is_said {
            self.said_for = Some(moment);
            self.date = clock::words(moment.second, grain, zone, moment.calendar, moment.language);
            self.offices.follow(OfficeRequest {
                timeline: &state.document.timeline,
                revision: moment.revision,
                groups: &state.band_groups,
                language: moment.language,
                now: state.now,
            });
        }
        // The very moment counts, not the start of its month.
        let second = viewport.time_at(x) as i64;
        if !is_said || !self.office_holds.contains(&second) {
            self.office_holds = self.offices.steady(second);
            (self.in_office, self.in_full) = self.offices.at(second, moment.language);
        }
    }
}

/// A text in one line, cut with an ellipsis where it must be; `more` is shown on hover.
fn say(ui: &mut Ui, text: LayoutJob, more: Option<LayoutJob>, room: Rect) {
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
        let label = Label::new(text).selectable(false).truncate();
        let more = more.filter(|more| !more.is_empty());
        let response = ui.add(label.show_tooltip_when_elided(more.is_none()));
        if let Some(more) = more {
            response.on_hover_text(more);
        }
    });
}

fn keys_button(ui: &mut Ui, look: &Look, send: &mut Vec<Command>) {
    let hint = Phrase::KeysHint.words(look.language);
    let words = look.text(TextRole::Meta, look.colors().muted, hint);
    let response = ui.add(egui::Button::new(words).frame(false));
    response.widget_info(|| {
        let name = catalogue::words(&Command::Keys, look.language);
        WidgetInfo::labeled(Role::Button, true, name)
    });
    look.focus_ring(ui, &response);
    if response.clicked() {
        send.push(Command::Keys);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::settings::Settings;
    use crate::document::{Document, Origin};
    use crate::format::native;
    use crate::scene::Viewport;

    const RECORD: &str = r#"{"format": "nenpyo/1", "title": "t", "events": [], "bands": [
        {"group": "Prime Minister", "actor": "JPN", "label": "Fumio Kishida", "date": "2021-10-04/2024-10-08"},
        {"group": "Prime Minister", "actor": "JPN", "label": "Shigeru Ishiba", "date": "2024-10-09/.."}
    ]}"#;

    #[test]
    fn who_is_in_office_follows_the_pointer_within_a_month() {
        let opened = native::read(RECORD).expect("a record");
        let document = Document {
            timeline: Arc::new(opened.timeline),
            report: Arc::new(opened.report),
            origin: Origin::Bundled,
            stamp: None,
        };
        let mut state = State::new(document, Settings::default(), Arc::new(|| {}));
        // Ten days a point from noon on 2 October 2024.
        let start_s = 1_727_870_400.0;
        state.viewport = Viewport::new(start_s, start_s + 864_000.0 * 1_000.0, 1_000.0);
        let mut line = StatusLine::default();
        let mut said = |x: f32| {
            state.pointer_x = Some(x);
            line.word(&state);
            (line.date.clone(), line.in_office.text())
        };
        let (before, after) = (said(0.0), said(1.0));
        assert_eq!(before.0, after.0, "the month is the same");
        assert!(before.1.contains("Kishida"), "{}", before.1);
        assert!(after.1.contains("Ishiba"), "{}", after.1);
        assert_eq!(said(0.0), before);
    }
}
