//! What the shapes and colours of the marks mean: of those in view first.

use std::sync::Arc;

use egui::{
    Galley, Painter, Pos2, Rect, Role, Sense, Shape as Paint, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::scene::{LEGEND, Scene, legend_words, short_legend_words};
use crate::theme::{KindColor, Shape, TextRole};
use crate::ui::fonts::color32;
use crate::ui::look::{Look, kind_color};

/// Which looks there are in view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InView([bool; LEGEND.len()]);

impl InView {
    /// Those of the marks and the tones in a scene.
    pub fn of(scene: &Scene) -> Self {
        let mut shown = Self::default();
        let marks = scene.marks.iter().map(|mark| mark.kind);
        for kind in marks.chain(scene.tone.iter().map(|point| point.kind)) {
            let kind = match kind_color(kind) {
                KindColor::Other => KindColor::Speech,
                kind => kind,
            };
            for (listed, is_shown) in LEGEND.into_iter().zip(&mut shown.0) {
                *is_shown |= listed == kind;
            }
        }
        shown
    }
}

/// The looks with their words laid out.
pub struct Legend {
    full: [Arc<Galley>; LEGEND.len()],
    short: [Arc<Galley>; LEGEND.len()],
    in_view: InView,
    /// Width of an item without its words.
    around: f32,
}

impl Legend {
    /// Lays the words out.
    pub fn new(ui: &Ui, look: &Look, in_view: InView) -> Self {
        let galley = |words: &str| {
            let (role, ink) = (TextRole::Label, look.colors().muted);
            look.galley(ui, role, ink, look.language.tag(), words, f32::INFINITY)
        };
        Self {
            full: LEGEND.map(|kind| galley(legend_words(kind, look.language))),
            short: LEGEND.map(|kind| galley(short_legend_words(kind, look.language))),
            in_view,
            around: look.grid(4.0) + look.grid(3.0),
        }
    }

    /// Its widths: of every kind, of those in view, of those in view in short words.
    pub fn widths(&self) -> [f32; 3] {
        let all = InView([true; LEGEND.len()]);
        let width = |galleys: &[Arc<Galley>], of: InView| -> f32 {
            let shown = galleys.iter().zip(of.0).filter(|(_, is_shown)| *is_shown);
            shown.map(|(galley, _)| galley.size().x + self.around).sum()
        };
        [
            width(&self.full, all),
            width(&self.full, self.in_view),
            width(&self.short, self.in_view),
        ]
    }

    /// The kinds that have room: those in view first.
    fn chosen(&self, galleys: &[Arc<Galley>], room: f32) -> [bool; LEGEND.len()] {
        let mut chosen = [false; LEGEND.len()];
        let mut left = room + 0.5;
        for wanted in [true, false] {
            for at in 0..LEGEND.len() {
                let width = galleys[at].size().x + self.around;
                if self.in_view.0[at] == wanted && width <= left {
                    chosen[at] = true;
                    left -= width;
                }
            }
        }
        chosen
    }

    /// Shows what fits into `room` points, ending at `right`; returns where it begins.
    pub fn show(&self, ui: &Ui, look: &Look, right: Pos2, room: f32, in_short: bool) -> f32 {
        let (colors, language) = (look.colors(), look.language);
        let sign = look.grid(4.0);
        let galleys = if in_short { &self.short } else { &self.full };
        let chosen = self.chosen(galleys, room);
        let items = || {
            let all = LEGEND.into_iter().zip(galleys).zip(chosen);
            all.filter_map(|(item, is_chosen)| is_chosen.then_some(item))
        };
        let width: f32 = items()
            .map(|(_, galley)| galley.size().x + self.around)
            .sum();
        let left = right.x - width;
        let mut x = left;
        for (kind, galley) in items() {
            let size = galley.size();
            let centre = pos2(x + sign / 2.0 - look.grid(0.5), right.y);
            let (radius, color) = (look.sizes().mark_radius, color32(colors.kind(kind)));
            paint_mark(ui.painter(), kind.shape(), centre, radius, color);
            let top = right.y - size.y / 2.0;
            (ui.painter()).galley(pos2(x + sign, top), galley.clone(), color32(colors.muted));
            let place = Rect::from_min_size(pos2(x, top), vec2(sign + size.x, size.y));
            let id = ui.scope_id().with(("legend", kind as u8));
            let response = ui.interact(place, id, Sense::hover());
            let words = legend_words(kind, language);
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
            if in_short {
                response.on_hover_text(look.text(TextRole::Meta, colors.ink, words));
            }
            x += size.x + self.around;
        }
        left
    }
}

/// The outline of a kind's marks, filled.
pub fn paint_mark(
    painter: &Painter,
    shape: Shape,
    centre: Pos2,
    radius: f32,
    color: egui::Color32,
) {
    let reach = radius * shape.reach();
    let corner =
        |angle: f32| centre + reach * vec2(angle.to_radians().cos(), angle.to_radians().sin());
    let polygon = |angles: &[f32]| {
        Paint::convex_polygon(
            angles.iter().map(|&angle| corner(angle)).collect(),
            color,
            Stroke::NONE,
        )
    };
    painter.add(match shape {
        Shape::Circle | Shape::SmallCircle => Paint::circle_filled(centre, reach, color),
        Shape::Diamond => polygon(&[-90.0, 0.0, 90.0, 180.0]),
        Shape::Triangle => polygon(&[-90.0, 30.0, 150.0]),
    });
}
