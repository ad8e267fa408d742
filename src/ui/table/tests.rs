//! What a frame of the table costs: words for the rows that came into view, and for no other.

use std::sync::Arc;

use egui::{Context, Event, Pos2, RawInput};

use super::*;
use crate::app::Settings;
use crate::app::table::Step;
use crate::document::{Document, Origin};
use crate::theme::{Theme, ThemeId};

struct Stage {
    ctx: Context,
    state: State,
    view: TableView,
}

impl Stage {
    fn new(events: usize) -> Self {
        let record = crate::format::sample::record(events, 1972);
        let opened = crate::format::native::read(record).expect("a record");
        let document = Document {
            timeline: Arc::new(opened.timeline),
            report: Arc::new(opened.report),
            origin: Origin::Bundled,
            stamp: None,
        };
        let ctx = Context::default();
        crate::ui::fonts::install(&ctx);
        let mut state = State::new(document, Settings::default(), Arc::new(|| {}));
        state.update(Command::Table(Asked::Toggle));
        Self {
            ctx,
            state,
            view: TableView::default(),
        }
    }

    fn frame(&mut self, events: Vec<Event>) {
        let look = Look {
            theme: Theme::of(ThemeId::Light),
            language: self.state.language(),
        };
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 900.0))),
            events,
            ..RawInput::default()
        };
        let mut sent = Vec::new();
        let mut output = self.ctx.run_ui(input, |ui| {
            (self.view).show(ui, &mut self.state, &look, &mut sent);
        });
        output.textures_delta.clear();
        for command in sent {
            self.state.update(command);
        }
    }

    fn step(&mut self, step: Step) {
        self.state.update(Command::Table(Asked::Step(step)));
        self.frame(Vec::new());
    }
}

#[test]
fn a_row_is_worded_when_it_comes_into_view_and_only_then() {
    let mut stage = Stage::new(3_000);
    stage.frame(Vec::new());
    let in_view = stage.view.worded();
    assert!((20..40).contains(&in_view), "{in_view} rows");
    stage.frame(Vec::new());
    assert_eq!(stage.view.worded(), in_view);
    stage.step(Step::Top);
    assert_eq!(stage.view.worded(), in_view, "nothing came into view");
    stage.step(Step::Bottom);
    let at_end = stage.view.worded();
    assert!(at_end <= 2 * in_view, "{at_end} rows");
    stage.step(Step::Up(1));
    assert_eq!(stage.view.worded(), at_end);
    stage
        .state
        .update(Command::UseLanguage(crate::date::Language::Ja));
    stage.frame(Vec::new());
    assert!(stage.view.worded() > at_end);
}
