//! The line at the foot of the window: a date, who was in office then, what the shapes mean, and
//! where to find the keys.

mod clock;
mod fit;
mod legend;
mod moment;
mod office;

pub(super) use legend::paint_mark;

use std::ops::Range;

use egui::text::LayoutJob;
use egui::{Align, Label, Layout, Rect, Role, Ui, UiBuilder, WidgetInfo, pos2};

use super::look::Look;
use super::phrases::Phrase;
use super::polyglot::Polyglot;
use crate::app::command::Command;
use crate::app::{State, catalogue};
use crate::theme::TextRole;
use fit::{Widths, fit};
pub use legend::InView;
use legend::Legend;
use moment::{Moment, moment};
use office::{OfficeRequest, Offices};

/// The share of the line that the date holds where there is room, so that the words beside it
/// stand still.
const DATE_SHARE: f32 = 0.26;

/// The status line with what it last said, so that nothing is worded twice.
#[derive(Default)]
pub struct StatusLine {
    said_for: Option<Moment>,
    /// While nobody takes or leaves an office: the seconds for which `in_office` holds.
    office_holds: Range<i64>,
    /// The date, from the fullest words to the least.
    dates: [String; 3],
    offices: Offices,
    /// Who was in office, with all names and with fewer.
    in_office: Vec<Polyglot>,
    in_full: Polyglot,
}

impl StatusLine {
    /// Shows the line in all the room of `ui`; the kinds `in_view` are what its legend explains.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        look: &Look,
        in_view: InView,
        send: &mut Vec<Command>,
    ) {
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
        let dates = self.dates.each_ref().map(|words| {
            let mut date = Polyglot::default();
            date.push(look.language, words);
            date.job(ui, look, TextRole::Control, colors.ink)
        });
        let date_widths = dates.each_ref().map(|date| width(ui, date.clone()));
        let offices: Vec<LayoutJob> = (self.in_office.iter())
            .map(|office| office.job(ui, look, TextRole::Meta, colors.muted))
            .collect();
        let office_widths: Vec<f32> = (offices.iter())
            .map(|office| width(ui, office.clone()))
            .collect();
        let legend = Legend::new(ui, look, in_view);
        let space = end - room.left();
        let fit = fit(
            space,
            &Widths {
                dates: date_widths,
                offices: &office_widths,
                legends: legend.widths(),
                gap,
            },
        );

        let office_width = fit.office.map_or(0.0, |at| office_widths[at] + gap);
        let date_width = date_widths[fit.date].min(space.max(0.0));
        let legend_room = space - date_width - gap - office_width;
        let place = pos2(end, room.center().y);
        let legend_left = legend.show(ui, look, place, legend_room, fit.legend == 2);
        // What is left over keeps the names at one place while the date changes.
        let spare = legend_left - gap - office_width - room.left();
        let date_room = date_width.max(spare.min(room.width() * DATE_SHARE));
        let date = dates.into_iter().nth(fit.date);
        let date_end = room.left() + date_room;
        say(
            ui,
            date.unwrap_or_default(),
            None,
            room.with_max_x(date_end),
        );
        if let Some(office) = fit.office.and_then(|at| offices.into_iter().nth(at)) {
            let from = date_end + gap;
            let office_room = room.with_min_x(from).with_max_x(legend_left);
            let full = self.in_full.job(ui, look, TextRole::Meta, colors.ink);
            say(ui, office, Some(full), office_room);
        }
    }

    /// Words the moment under the pointer, of the selected event, or in the middle of the view.
    fn word(&mut self, state: &State) {
        let (moment, second) = moment(state);
        let is_said = self.said_for == Some(moment);
        if !is_said {
            self.said_for = Some(moment);
            self.dates = moment.words(state).variants();
            self.offices.follow(OfficeRequest {
                timeline: &state.document.timeline,
                revision: moment.revision,
                groups: &state.band_groups,
                language: moment.language,
                now: state.now,
            });
        }
        // The very moment counts, not the start of its month.
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

    const TWO: &str = r#"{"format": "nenpyo/1", "title": "t", "events": [
        {"id": "then", "title": "Then", "date": "1972-09-29", "time_zone": "Asia/Shanghai"}], "bands": [
        {"group": "Prime Minister", "actor": "JPN", "label": "Kakuei Tanaka", "date": "1972-07-07/1974-12-09"}
    ]}"#;

    /// A record seen at ten days a point from noon on 2 October 2024.
    fn state_over(record: &'static str) -> State {
        let opened = native::read(record).expect("a record");
        let document = Document {
            timeline: Arc::new(opened.timeline),
            report: Arc::new(opened.report),
            origin: Origin::Bundled,
            stamp: None,
        };
        let mut state = State::new(document, Settings::default(), Arc::new(|| {}));
        let start_s = 1_727_870_400.0;
        state.viewport = Viewport::new(start_s, start_s + 864_000.0 * 1_000.0, 1_000.0);
        state
    }

    #[test]
    fn who_is_in_office_follows_the_pointer_within_a_month() {
        let mut state = state_over(RECORD);
        let mut line = StatusLine::default();
        let mut said = |x: f32| {
            state.pointer_x = Some(x);
            line.word(&state);
            (line.dates[0].clone(), line.in_office[0].text())
        };
        let (before, after) = (said(0.0), said(1.0));
        assert_eq!(before.0, after.0, "the month is the same");
        assert!(before.1.contains("Kishida"), "{}", before.1);
        assert!(after.1.contains("Ishiba"), "{}", after.1);
        assert_eq!(said(0.0), before);
    }

    #[test]
    fn without_a_pointer_the_line_tells_of_the_selected_event_or_says_that_it_is_the_middle() {
        let mut state = state_over(TWO);
        let mut line = StatusLine::default();
        line.word(&state);
        assert_eq!(line.dates[0], "Middle of the view: June 2038 · Reiwa 20");
        // What is out of view is not what one looks at.
        state.selected = state.document.timeline.find("then");
        line.word(&state);
        assert_eq!(line.dates[0], "Middle of the view: June 2038 · Reiwa 20");
        let view = state.viewport;
        state.viewport = Viewport::new(0.0, 864_000.0 * 1_000.0, 1_000.0);
        line.word(&state);
        assert_eq!(line.dates[0], "Selected: 29 September 1972 · Shōwa 47");
        assert_eq!(line.in_office[0].text(), "In office: Tanaka");
        state.viewport = view;
        state.pointer_x = Some(0.0);
        line.word(&state);
        assert_eq!(line.dates[1], "October 2024");
    }
}
