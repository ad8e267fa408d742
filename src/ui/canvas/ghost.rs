//! Where the date of the open form lies: a line (or as much as the date leaves open) through the
//! lanes, with the date's words above it.

use std::sync::Arc;

use egui::{Align2, Galley, Rect, Shape, Stroke, Ui, pos2, vec2};

use crate::app::State;
use crate::app::form::Form;
use crate::date::{Extent, Language, in_words};
use crate::scene::Scene;
use crate::theme::{TextRole, symbol};
use crate::ui::fonts::color32;
use crate::ui::look::{Look, faded};

/// A date that covers less than this is a line.
const LEAST_WIDTH: f32 = 3.0;
/// Dashes and the gaps between them, in points.
const DASH: f32 = 4.0;

/// The words of the date, made once for each change of the form.
#[derive(Default)]
pub struct Ghost {
    made_for: Option<(u64, Language, f32)>,
    words: Option<Arc<Galley>>,
    arrows: [Option<Arc<Galley>>; 2],
}

impl Ghost {
    /// Draws it over the lanes.
    pub fn show(&mut self, ui: &Ui, scene: &Scene, rect: Rect, state: &State, look: &Look) {
        let Some(form) = state.forms.open() else {
            self.made_for = None;
            return;
        };
        let Some(extent) = form.checked().extent() else {
            return;
        };
        self.word(ui, form, look);
        let plot = Rect::from_min_max(
            rect.min + vec2(scene.layout.header.right, 0.0),
            pos2(rect.right(), rect.top() + scene.layout.lanes.bottom),
        );
        let top = rect.top() + scene.layout.lanes.top;
        let painter = ui.painter().with_clip_rect(plot);
        let (left, right) = reach(extent, scene, plot);
        let accent = color32(look.colors().accent);
        let stroke = Stroke::new(look.sizes().stroke, accent);
        let line = |x: f32| {
            let ends = [pos2(x, top), pos2(x, plot.bottom())];
            Shape::dashed_line(&ends, stroke, DASH, DASH)
        };
        if right - left < LEAST_WIDTH {
            painter.extend(line(f32::midpoint(left, right)));
        } else {
            let body = Rect::from_x_y_ranges(left..=right, top..=plot.bottom());
            painter.rect_filled(body, 0.0, faded(look.colors().accent, 0.1));
            painter.extend(line(left));
            painter.extend(line(right));
        }
        self.pill(&painter, plot, top, f32::midpoint(left, right), look);
    }

    fn word(&mut self, ui: &Ui, form: &Form, look: &Look) {
        let made_for = Some((form.revision(), look.language, ui.ctx().pixels_per_point()));
        if self.made_for == made_for {
            return;
        }
        self.made_for = made_for;
        let color = look.colors().on_accent;
        let tag = look.language.tag();
        let galley =
            |words: &str| look.galley(ui, TextRole::CanvasStrong, color, tag, words, f32::INFINITY);
        self.words = form
            .date()
            .map(|date| galley(&in_words(date, look.language)));
        self.arrows = [symbol::BACK, symbol::GO].map(|sign| Some(galley(sign)));
    }

    /// The words on the accent's ground; where the date is out of view they stand at that edge.
    fn pill(&self, painter: &egui::Painter, plot: Rect, top: f32, x: f32, look: &Look) {
        let Some(words) = &self.words else { return };
        let color = color32(look.colors().on_accent);
        let pad = vec2(look.grid(2.5), look.grid(0.75));
        let arrow = match x {
            x if x < plot.left() => self.arrows[0].as_ref(),
            x if x > plot.right() => self.arrows[1].as_ref(),
            _ => None,
        };
        let lead = arrow.map_or(0.0, |arrow| arrow.size().x + look.grid(1.0));
        let size = words.size() + 2.0 * pad + vec2(lead, 0.0);
        let half = size.x / 2.0 + look.grid(1.0);
        let x = x.clamp(
            plot.left() + half,
            (plot.right() - half).max(plot.left() + half),
        );
        let centre = pos2(x, top - size.y / 2.0);
        let pill = Align2::CENTER_CENTER.anchor_size(centre, size);
        painter.rect_filled(pill, size.y / 2.0, color32(look.colors().accent));
        let mut at = pill.min + pad;
        if let Some(arrow) = arrow {
            painter.galley(at, Arc::clone(arrow), color);
            at.x += lead;
        }
        painter.galley(at, Arc::clone(words), color);
    }
}

/// From where to where the date reaches on the screen; what is far out of view is cut there.
fn reach(extent: Extent, scene: &Scene, plot: Rect) -> (f32, f32) {
    let (far_left, far_right) = (plot.left() - 1e4, plot.right() + 1e4);
    let x = |at| (plot.left() + scene.viewport.x_of_instant(at)).clamp(far_left, far_right);
    (x(extent.start.at), x(extent.end.at))
}
