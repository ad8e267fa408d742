//! An event in the hand: how the hand takes it, and what is shown of where it would be.

use egui::{Area, CursorIcon, Frame, Id, Order, Pos2, Rect, Stroke, Ui, pos2, vec2};

use super::super::fonts::color32;
use super::super::look::{Look, faded, kind_color};
use super::hands::screen_rect;
use super::mesh::MeshBuilder;
use crate::app::editing::{Move, Moving};
use crate::app::{Command, State};
use crate::date::{Grip, in_words};
use crate::scene::{self, Lane, Mark, Scene, Shape, cut, pack, snap};
use crate::theme::{TextRole, symbol};

/// How strong the ghost's body is.
const GHOST: f32 = 0.5;
/// The widest that the card gets, in steps of the grid.
const CARD_WIDTH: f32 = 80.0;
/// How far the card stands from the line, in points.
const ASIDE: f32 = 12.0;

/// What a hand that begins to drag at a place takes hold of; none where no event is.
pub(super) fn begin(scene: &Scene, state: &State, at: Pos2) -> Option<Command> {
    let grab = scene.grab(&state.document.timeline, at.x, at.y)?;
    Some(Command::Move(Move::Begin {
        event: grab.event,
        lane: grab.lane,
        grip: grab.grip,
    }))
}

/// Where a hand is that began at `from_s`, a time on the axis.
pub(super) fn to(ui: &Ui, scene: &Scene, state: &State, from_s: f64, at: Pos2) -> Option<Command> {
    let moving = state.moving.as_ref()?;
    let (clock, header) = (state.clock(), scene.layout.header.right);
    let by_s = scene.viewport.time_at(at.x - header) - from_s;
    let is_free = ui.input(|input| input.modifiers.alt);
    let drawn = (!is_free).then(|| {
        let begins_s = moving.begins(&moving.from, clock)?.0 as f64;
        let x = header + scene.viewport.x_of(begins_s + by_s);
        let carried = moving.carried(clock);
        snap(scene, &state.document.timeline, state.zone(), &carried, x)
    });
    let lane = lane_at(scene, at.y).map(|lane| lane.index_lane);
    let snapped = drawn.flatten();
    Some(Command::Move(Move::To {
        by_s,
        snapped,
        lane,
    }))
}

fn lane_at(scene: &Scene, y: f32) -> Option<&Lane> {
    let room = scene.layout.lanes;
    let in_room = (room.top..room.bottom).contains(&y);
    let mut lanes = scene.lanes.iter().filter(|_| in_room);
    lanes.find(|lane| (lane.rect.top..lane.rect.bottom).contains(&y))
}

/// Says by the pointer's sign that an end can be pulled.
pub(super) fn cursor(ui: &Ui, scene: &Scene, state: &State, pointer: Option<Pos2>) {
    let grab = pointer.and_then(|at| scene.grab(&state.document.timeline, at.x, at.y));
    if grab.is_some_and(|grab| grab.grip != Grip::Whole) {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
}

/// Shows where the event in the hand would be, if one is.
pub(super) fn show(ui: &Ui, scene: &Scene, state: &State, rect: Rect, look: &Look) {
    let Some(moving) = &state.moving else { return };
    if moving.asked.is_none() {
        ui.ctx().set_cursor_icon(match moving.grip {
            Grip::Whole => CursorIcon::Grabbing,
            Grip::Start | Grip::End => CursorIcon::ResizeHorizontal,
        });
    }
    let Some(ghost) = Ghost::new(scene, state, moving, look) else {
        return;
    };
    ghost.paint(ui, scene, state, rect, look);
    let over = moving.over.filter(|over| *over != moving.lane);
    let over = over.filter(|_| moving.grip == Grip::Whole);
    let lane = scene
        .lanes
        .iter()
        .find(|lane| over == Some(lane.index_lane));
    // A question says what it is about itself.
    if moving.asked.is_none() {
        card(ui, state, moving, lane, &ghost, rect, look);
    }
}

/// Where an event would be, in points from the canvas' corner.
struct Ghost {
    /// Its bar, or a box around its point.
    rect: scene::Rect,
    shape: Shape,
    is_point: bool,
    /// Where the line stands.
    x: f32,
}

impl Ghost {
    fn new(scene: &Scene, state: &State, moving: &Moving, look: &Look) -> Option<Self> {
        let head = state.document.timeline.heads().get(moving.event.index())?;
        let metrics = look.metrics();
        let extent = moving.to.extent(moving.zone);
        let plot = scene.layout.plot();
        let x_of = |at| plot.left + scene.viewport.x_of_instant(at);
        let (left, right) = (x_of(extent.start.at), x_of(extent.end.at));
        let radius = metrics.radius(head.importance);
        let place = pack::Extent::between(left, right, radius);
        let (is_point, half) = if place.is_point() {
            (true, radius)
        } else {
            (false, metrics.bar_height / 2.0)
        };
        let y = height(scene, moving)?;
        let x = match (is_point, moving.grip) {
            (true, _) => f32::midpoint(place.left, place.right),
            (false, Grip::End) => place.right,
            (false, Grip::Start | Grip::Whole) => place.left,
        };
        // What lies far beyond the window is drawn as far as its edge.
        let beyond = |x: f32| x.clamp(plot.left - 2.0 * radius, plot.right + 2.0 * radius);
        let rect = scene::Rect::new(beyond(place.left), y - half, beyond(place.right), y + half);
        Some(Self {
            rect,
            shape: Shape::of(head.kind),
            is_point,
            x,
        })
    }

    fn paint(&self, ui: &Ui, scene: &Scene, state: &State, rect: Rect, look: &Look) {
        let colors = look.colors();
        let Some(moving) = &state.moving else { return };
        let kind = state.document.timeline.head(moving.event).kind;
        let plot = screen_rect(rect.min, scene.layout.plot());
        let painter = ui.painter().with_clip_rect(plot.intersect(ui.clip_rect()));
        let accent = color32(colors.accent);
        let stroke = Stroke::new(look.sizes().stroke, accent);
        let x = rect.left() + self.x;
        let line = [pos2(x, plot.top()), pos2(x, plot.bottom())];
        painter.extend(egui::Shape::dashed_line(&line, stroke, 4.0, 4.0));
        let mut mesh = MeshBuilder::new(ui.pixels_per_point());
        let body = screen_rect(rect.min, self.rect);
        let fill = faded(colors.kind(kind_color(kind)), GHOST);
        if self.is_point {
            let radius = body.height() / 2.0;
            mesh.mark(self.shape, body.center(), radius, fill);
            mesh.ring(self.shape, body.center(), radius, stroke.width, accent);
        } else {
            let corner = body.height() / 2.0;
            mesh.bar(body, corner, fill);
            mesh.bar_edge(body, corner, stroke.width, accent);
        }
        painter.add(mesh.finish());
    }
}

/// How far down the ghost stands: beside its mark, or in the middle of the lane under the hand.
fn height(scene: &Scene, moving: &Moving) -> Option<f32> {
    let lane_of = |mark: &Mark| scene.lanes.get(usize::from(mark.lane));
    let in_lane = |index: u16| move |lane: &&Lane| lane.index_lane == index;
    let over = moving.over.filter(|over| *over != moving.lane);
    let over = over.filter(|_| moving.grip == Grip::Whole);
    if let Some(over) = over {
        let lane = scene.lanes.iter().find(in_lane(over))?;
        return Some(lane.rect.centre().y);
    }
    let own = scene.marks.iter().find(|mark| {
        mark.event == moving.event
            && lane_of(mark).is_some_and(|lane| lane.index_lane == moving.lane)
    });
    let lane = || scene.lanes.iter().find(in_lane(moving.lane));
    own.map(|mark| mark.centre.y)
        .or_else(|| Some(lane()?.overflow_y))
}

/// Says the date as it is understood, what it was drawn to, and the lane where that is another.
fn card(
    ui: &Ui,
    state: &State,
    moving: &Moving,
    lane: Option<&Lane>,
    ghost: &Ghost,
    rect: Rect,
    look: &Look,
) {
    let (colors, language) = (look.colors(), look.language);
    let timeline = &state.document.timeline;
    let x = (rect.left() + ghost.x).clamp(rect.left(), rect.right());
    let at = pos2(x, rect.top() + ghost.rect.bottom) + vec2(ASIDE, look.grid(2.0));
    Area::new(Id::unique("moving card"))
        .order(Order::Tooltip)
        .interactable(false)
        .fixed_pos(at)
        .constrain(true)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style())
                .inner_margin(look.grid(2.0))
                .show(ui, |ui| {
                    ui.set_max_width(look.grid(CARD_WIDTH));
                    ui.spacing_mut().item_spacing.y = look.grid(1.0);
                    ui.spacing_mut().interact_size.y = 0.0;
                    let date = in_words(&moving.to, language);
                    ui.label(look.text(TextRole::Strong, colors.ink, date));
                    if let Some(snapped) = &moving.snapped {
                        let there = snapped.words(timeline, &moving.from, language);
                        let there = format!("= {there}");
                        ui.label(look.text(TextRole::Meta, colors.accent, there));
                    }
                    if let Some(lane) = lane {
                        let name = scene::lane_name(timeline, &lane.key, language);
                        let name = format!("{} {}", symbol::GO, cut(name));
                        ui.label(look.text(TextRole::Meta, colors.muted, name));
                    }
                });
        });
}
