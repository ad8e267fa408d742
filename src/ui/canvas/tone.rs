//! The tone strip: how warm or hostile each event was, on the canvas's own axis of time.

use egui::{Rect, Role, Sense, Ui, UiBuilder, WidgetInfo};
use egui_plot::{GridMark, HLine, MarkerShape, Plot, PlotPoint, Points};

use super::super::fonts::color32;
use super::super::look::{Look, faded, kind_color};
use super::super::phrases::colon;
use super::hands::screen_rect;
use crate::app::State;
use crate::app::command::{Command, Gesture};
use crate::date::in_words;
use crate::scene::{Scene, Shape, TonePoint, cut};
use crate::theme::{KindColor, TextRole};

/// The coding runs from −5 to +5; dots at the ends keep some room.
const REACH: f64 = 5.8;
/// How near the pointer must be to a dot, in points.
const NEAR_POINTS: f32 = 9.0;

/// Shows the strip in the room the scene left for it.
pub fn show(
    ui: &mut Ui,
    scene: &Scene,
    canvas: Rect,
    state: &State,
    look: &Look,
    send: &mut Vec<Command>,
) {
    let strip = screen_rect(canvas.min, scene.layout.tone);
    if !strip.is_positive() {
        return;
    }
    let colors = look.colors();
    let plot_rect = Rect::from_min_max(
        egui::pos2(canvas.left() + scene.layout.header.right, strip.top() + 4.0),
        egui::pos2(strip.right().max(canvas.right()), strip.bottom() - 4.0),
    );
    let whole = Rect::from_min_max(
        egui::pos2(canvas.left(), strip.top()),
        egui::pos2(canvas.right(), strip.bottom()),
    );
    ui.painter().rect_filled(whole, 0.0, color32(colors.panel));
    ui.painter().hline(
        whole.x_range(),
        strip.top(),
        egui::Stroke::new(1.0, color32(colors.line)),
    );
    heading(ui, plot_rect, canvas, look);

    let window = (scene.viewport.start_s, scene.viewport.end_s());
    let mut child = ui.new_child(UiBuilder::new().max_rect(plot_rect).id_salt("tone"));
    let response = Plot::new("tone strip")
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .allow_drag([true, false])
        .set_margin_fraction(egui::Vec2::ZERO)
        .show_axes(false)
        .show_background(false)
        .show_grid([false, true])
        .grid_color(color32(colors.grid))
        .y_grid_spacer(|_| {
            (-5..=5)
                .map(|tone| GridMark {
                    value: f64::from(tone),
                    step_size: 5.0,
                })
                .collect()
        })
        .show_x(false)
        .show_y(false)
        .width(plot_rect.width())
        .height(plot_rect.height())
        .show(&mut child, |plot| {
            let dragged = plot
                .response()
                .dragged()
                .then(|| plot.pointer_coordinate_drag_delta().x);
            plot.set_plot_bounds_x(window.0..=window.1);
            plot.set_plot_bounds_y(-REACH..=REACH);
            plot.hline(
                HLine::new("neutral", 0.0)
                    .color(color32(colors.soft))
                    .width(1.0),
            );
            for points in dots(scene, state, look) {
                plot.points(points);
            }
            (dragged, plot.pointer_coordinate())
        });
    let (dragged, pointer) = response.inner;
    if response.response.drag_started() {
        send.push(Command::Hand(Gesture::Grab));
    }
    if dragged.is_some() {
        send.push(Command::Hand(Gesture::Drag(
            response.response.drag_delta().x,
        )));
    }
    let near = pointer.and_then(|at| nearest(scene, at, plot_rect));
    if let Some(point) = near {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        if response.response.clicked() {
            send.push(Command::Select(point.event));
        }
        card(response.response, point, state, look);
    }
    nodes(ui, scene, plot_rect, state, look, send);
}

fn heading(ui: &Ui, plot: Rect, canvas: Rect, look: &Look) {
    let colors = look.colors();
    let left = canvas.left() + crate::scene::HEADER_INSET;
    let language = look.language;
    let write = |y: f32, role, color, words: &str| {
        let galley = look.galley(ui, role, color, language.tag(), words, f32::INFINITY);
        let at = egui::pos2(left, y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, color32(color));
    };
    let [name, warm, hostile] = crate::scene::tone_strip(language);
    // Each word stands at its own row of dots.
    let five = 5.0 * plot.height() / (2.0 * REACH as f32);
    let middle = plot.center().y;
    write(middle - five, TextRole::Label, colors.muted, warm);
    write(middle, TextRole::Strong, colors.ink, name);
    write(middle + five, TextRole::Label, colors.muted, hostile);
}

/// How a dot looks.
type Mark = (KindColor, Shape);

/// One item for each kind's colour and shape and one, on top, for the selected event: the plot pays by item.
fn dots(scene: &Scene, state: &State, look: &Look) -> Vec<Points<'static>> {
    let seen = if state.selected.is_none() { 0.9 } else { 0.7 };
    let mut kinds: Vec<(Mark, Vec<[f64; 2]>)> = Vec::new();
    let mut selected = None;
    for point in &scene.tone {
        let kind = (kind_color(point.kind), Shape::of(point.kind));
        let at = [point.at_s, f64::from(point.tone)];
        if point.selected {
            selected = Some((kind, at));
            continue;
        }
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, points)) => points.push(at),
            None => kinds.push((kind, vec![at])),
        }
    }
    let item = |(kind, shape), points: Vec<[f64; 2]>, growth: f32, alpha| {
        let (marker, factor) = match shape {
            Shape::Circle => (MarkerShape::Circle, 1.0),
            Shape::Diamond => (MarkerShape::Diamond, 1.2),
            Shape::Triangle => (MarkerShape::Up, 1.2),
            Shape::SmallCircle => (MarkerShape::Circle, 0.8),
        };
        Points::new("", points)
            .shape(marker)
            .radius((look.sizes().dot_radius + growth) * factor)
            .color(faded(look.colors().kind(kind), alpha))
            .allow_hover(false)
    };
    let mut items: Vec<Points> = kinds
        .into_iter()
        .map(|(kind, points)| item(kind, points, 0.5, seen))
        .collect();
    items.extend(selected.map(|(kind, at)| item(kind, vec![at], 2.0, 0.9)));
    items
}

/// The dot nearest to the pointer, if it is near.
fn nearest(scene: &Scene, at: PlotPoint, rect: Rect) -> Option<&TonePoint> {
    let per_tone = rect.height() / (2.0 * REACH as f32);
    let x = scene.viewport.x_of(at.x);
    let distance = |point: &TonePoint| {
        let dx = scene.viewport.x_of(point.at_s) - x;
        let dy = (f64::from(point.tone) - at.y) as f32 * per_tone;
        dx.hypot(dy)
    };
    let nearest = scene
        .tone
        .iter()
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    (distance(nearest) <= NEAR_POINTS).then_some(nearest)
}

fn card(response: egui::Response, point: &TonePoint, state: &State, look: &Look) {
    let timeline = &state.document.timeline;
    let Some(event) = timeline.event(point.event) else {
        return;
    };
    let colors = look.colors();
    response.on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(320.0);
        ui.label(look.text(
            TextRole::CanvasStrong,
            colors.ink,
            cut(event.title.pick(look.language)),
        ));
        let date = in_words(&event.date, look.language);
        let reason = event.tone.as_ref().and_then(|tone| tone.reason.as_ref());
        let reason = reason.map_or("", |reason| reason.pick(look.language));
        ui.label(look.text(
            TextRole::Meta,
            colors.muted,
            format!("{date} · {:+}  {reason}", point.tone),
        ));
    });
}

/// Named nodes, so that the strip is there for the keyboard and for a screen reader.
fn nodes(ui: &Ui, scene: &Scene, rect: Rect, state: &State, look: &Look, send: &mut Vec<Command>) {
    const MOST: usize = 200;
    for point in scene.tone.iter().take(MOST) {
        let x = rect.left() + scene.viewport.x_of(point.at_s);
        let y = rect.center().y - f32::from(point.tone) * rect.height() / (2.0 * REACH as f32);
        let target =
            Rect::from_center_size(egui::pos2(x, y), egui::Vec2::splat(10.0)).intersect(rect);
        if !target.is_positive() {
            continue;
        }
        let id = egui::Id::unique(("tone", point.event.0));
        let response = ui.interact(target, id, Sense::focusable_noninteractive());
        response.widget_info(|| {
            let title = cut(state.document.timeline.title(point.event, look.language));
            let [name, _, _] = crate::scene::tone_strip(look.language);
            let colon = colon(look.language);
            WidgetInfo::labeled(
                Role::Unknown,
                true,
                format!("{name} {:+}{colon}{title}", point.tone),
            )
        });
        if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
            send.push(Command::Select(point.event));
        }
        look.focus_ring(ui, &response);
    }
}
