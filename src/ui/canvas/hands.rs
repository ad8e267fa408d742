//! What hands do on the canvas: drag, throw, wheel, pinch, held keys, lane headers, the overview.

use egui::{Event, Key, PointerButton, Pos2, Rect, Response, Ui, Vec2, pos2, vec2};

use super::super::fonts::color32;
use super::super::look::Look;
use super::super::phrases::Phrase;
use crate::app::command::{Command, Gesture};
use crate::app::motion::Held;
use crate::app::{State, catalogue};
use crate::date::Language;
use crate::scene::{Cluster, Hit, LaneKey, Mark, MarkPlace, OverviewPart, Scene};

/// One step of the wheel without and with Ctrl.
const WHEEL_FACTOR: f64 = 1.25;
const FINE_FACTOR: f64 = 1.05;
/// Points that a wheel reports for one step.
const WHEEL_STEP_POINTS: f32 = 50.0;

/// What is being dragged.
#[derive(Clone, Debug, PartialEq)]
enum Drag {
    /// The paper.
    Paper,
    /// A part of the overview, with the window when it began.
    Overview {
        part: OverviewPart,
        start_s: f64,
        end_s: f64,
        from_s: f64,
    },
    /// A lane by its header.
    Lane(LaneKey),
}

/// Keys that move the window, by where they lie and not by what is printed on them.
#[derive(Clone, Copy, Debug, Default)]
struct Keys {
    earlier: bool,
    later: bool,
    closer: bool,
    further: bool,
}

/// Hands on the canvas.
#[derive(Default)]
pub struct Hands {
    drag: Option<Drag>,
    keys: Keys,
}

impl Hands {
    /// Where the pointer is on the canvas, when nothing covers it.
    pub fn pointer_over(&self, ui: &Ui, response: &Response, rect: Rect) -> Option<Pos2> {
        let at = ui.input(|input| input.pointer.hover_pos())?;
        let free = response.contains_pointer() && self.drag.is_none();
        free.then(|| (at - rect.min).to_pos2())
    }

    /// Turns the input of this frame into commands.
    pub fn work(
        &mut self,
        ui: &Ui,
        response: &Response,
        rect: Rect,
        scene: &Scene,
        state: &mut State,
        send: &mut Vec<Command>,
    ) {
        let plot_left = rect.left() + scene.layout.header.right;
        let pointer = ui
            .input(|input| input.pointer.hover_pos())
            .filter(|_| response.contains_pointer());
        state.pointer_x = pointer.map(|at| at.x - plot_left).filter(|x| *x >= 0.0);
        wheel(ui, pointer, plot_left, rect, scene, send);
        self.drag(ui, response, rect, scene, state, send);
        self.held(ui, state);
        clicks(response, rect, scene, state, send);
        menu(response, rect, scene, state.language(), send);
    }

    fn drag(
        &mut self,
        ui: &Ui,
        response: &Response,
        rect: Rect,
        scene: &Scene,
        state: &State,
        send: &mut Vec<Command>,
    ) {
        if response.drag_started_by(PointerButton::Primary)
            || response.drag_started_by(PointerButton::Middle)
        {
            let origin = ui
                .input(|input| input.pointer.press_origin())
                .or(response.interact_pointer_pos());
            let at = origin.map(|at| (at - rect.min).to_pos2());
            let drag = at.map_or(Drag::Paper, |at| begin(at, scene, state));
            if !matches!(drag, Drag::Lane(_)) {
                send.push(Command::Hand(Gesture::Grab));
            }
            self.drag = Some(drag);
            response.request_focus();
        }
        let Some(drag) = self.drag.clone() else {
            return;
        };
        let at = response
            .interact_pointer_pos()
            .map(|at| (at - rect.min).to_pos2());
        if response.dragged() {
            let delta = response.drag_delta();
            match (&drag, at) {
                (Drag::Paper, _) => {
                    if delta.x != 0.0 {
                        send.push(Command::Hand(Gesture::Drag(delta.x)));
                    }
                    if delta.y != 0.0 && scene.lanes_height > scene.layout.lanes.height() {
                        send.push(Command::Hand(Gesture::Scroll(-delta.y)));
                    }
                }
                (
                    Drag::Overview {
                        part,
                        start_s,
                        end_s,
                        from_s,
                    },
                    Some(at),
                ) => {
                    if let Some(shown) =
                        overview_window(scene, at, *part, (*start_s, *end_s), *from_s)
                    {
                        send.push(Command::Hand(shown));
                    }
                }
                _ => {}
            }
        }
        if response.drag_stopped() {
            match (drag, at) {
                (Drag::Paper, _) => {
                    let velocity = ui.input(|input| input.pointer.velocity().x);
                    send.push(Command::Hand(Gesture::Throw(velocity)));
                }
                (Drag::Lane(lane), Some(at)) => {
                    send.push(Command::MoveLane {
                        lane,
                        before: drop_place(scene, at),
                    });
                }
                _ => {}
            }
            self.drag = None;
        }
    }

    /// W and S zoom, A and D pan, while they are held.
    fn held(&mut self, ui: &Ui, state: &mut State) {
        let typing = ui.ctx().text_edit_focused() || state.dialog.is_some();
        ui.input(|input| {
            for event in &input.events {
                match event {
                    Event::Key {
                        key,
                        physical_key,
                        pressed,
                        modifiers,
                        ..
                    } => {
                        let down = *pressed && !typing && !modifiers.any();
                        match physical_key.unwrap_or(*key) {
                            Key::A => self.keys.earlier = down,
                            Key::D => self.keys.later = down,
                            Key::W => self.keys.closer = down,
                            Key::S => self.keys.further = down,
                            _ => {}
                        }
                    }
                    Event::WindowFocused(false) => self.keys = Keys::default(),
                    _ => {}
                }
            }
        });
        if typing {
            self.keys = Keys::default();
        }
        let way = |on: bool| f64::from(u8::from(on));
        let pan = way(self.keys.later) - way(self.keys.earlier);
        let zoom = way(self.keys.closer) - way(self.keys.further);
        let for_s = if state.held.any() {
            state.held.for_s
        } else {
            0.0
        };
        state.held = Held { pan, zoom, for_s };
    }

    /// Shows where a dragged lane will stand.
    pub fn paint(&self, ui: &Ui, scene: &Scene, rect: Rect, look: &Look) {
        let Some(Drag::Lane(_)) = &self.drag else {
            return;
        };
        let Some(at) = ui.input(|input| input.pointer.hover_pos()) else {
            return;
        };
        let before = drop_place(scene, (at - rect.min).to_pos2());
        let lane = before.and_then(|key| scene.lanes.iter().find(|lane| lane.key == key));
        let y = lane.map_or_else(
            || scene.lanes.last().map_or(0.0, |lane| lane.rect.bottom),
            |lane| lane.rect.top,
        );
        let stroke = egui::Stroke::new(look.sizes().focus_ring, color32(look.colors().accent));
        ui.painter().hline(rect.x_range(), rect.top() + y, stroke);
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    }
}

fn begin(at: Pos2, scene: &Scene, state: &State) -> Drag {
    match scene.hit(at.x, at.y) {
        Some(Hit::Overview(part)) => {
            let from_s = scene
                .overview
                .as_ref()
                .map_or(0.0, |overview| overview.time_at(at.x));
            let (start_s, end_s) = (state.viewport.start_s, state.viewport.end_s());
            Drag::Overview {
                part,
                start_s,
                end_s,
                from_s,
            }
        }
        Some(Hit::LaneHeader(lane)) => scene
            .lanes
            .get(lane)
            .map_or(Drag::Paper, |lane| Drag::Lane(lane.key.clone())),
        _ => Drag::Paper,
    }
}

/// The window that a drag in the overview asks for.
fn overview_window(
    scene: &Scene,
    at: Pos2,
    part: OverviewPart,
    (start_s, end_s): (f64, f64),
    from_s: f64,
) -> Option<Gesture> {
    let overview = scene.overview.as_ref()?;
    let now_s = overview.time_at(at.x.clamp(overview.rect.left, overview.rect.right));
    let moved = now_s - from_s;
    Some(match part {
        OverviewPart::Start => Gesture::Show {
            start_s: now_s.min(end_s - 60.0),
            end_s,
        },
        OverviewPart::End => Gesture::Show {
            start_s,
            end_s: now_s.max(start_s + 60.0),
        },
        OverviewPart::Window => Gesture::Show {
            start_s: start_s + moved,
            end_s: end_s + moved,
        },
        // Beside the window: a new one is drawn.
        OverviewPart::Strip => Gesture::Show {
            start_s: from_s.min(now_s),
            end_s: from_s.max(now_s).max(from_s.min(now_s) + 60.0),
        },
    })
}

fn lane_at(scene: &Scene, at: Pos2) -> Option<LaneKey> {
    let place = crate::scene::Point::new(at.x, at.y);
    scene
        .lanes
        .iter()
        .find(|lane| lane.rect.contains(place))
        .map(|lane| lane.key.clone())
}

/// The lane before which a dropped lane will stand; none is the end.
fn drop_place(scene: &Scene, at: Pos2) -> Option<LaneKey> {
    scene
        .lanes
        .iter()
        .find(|lane| at.y < lane.rect.centre().y)
        .map(|lane| lane.key.clone())
}

/// A span with room around it.
fn with_margin(start_s: i64, end_s: i64) -> (f64, f64) {
    let (start, end) = (start_s as f64, end_s as f64);
    let margin = ((end - start) * 0.15).max(3600.0);
    (start - margin, end + margin)
}

/// Selects the event of a mark, in the lane where the mark stands.
pub fn select_mark(scene: &Scene, mark: usize) -> Option<Command> {
    let mark = scene.marks.get(mark)?;
    let lane = scene.lanes.get(usize::from(mark.lane))?.index_lane;
    let event = mark.event;
    Some(Command::SelectInLane { event, lane })
}

/// Zooms to what a pill holds. Where the window is there already, and its events still find no
/// room, each further click selects the next of them.
pub fn open_pill(scene: &Scene, state: &State, pill: &Cluster) -> Option<Command> {
    let (start_s, end_s) = with_margin(pill.start_s, pill.end_s);
    let seen = state.motion.target(state.viewport);
    let is_there = seen.start_s <= pill.start_s as f64
        && seen.end_s() >= pill.end_s as f64
        && seen.length_s() <= (end_s - start_s) * 1.1;
    if !is_there {
        return Some(Command::FlyTo { start_s, end_s });
    }
    let lane = scene.lanes.get(usize::from(pill.lane))?.index_lane;
    let columns = state.index.lanes().get(usize::from(lane))?;
    let has_row = |event| {
        let row = |mark: &&Mark| mark.event == event && mark.place != MarkPlace::Overflow;
        scene.marks.iter().find(row).is_some()
    };
    let mut held = (pill.low as usize..pill.high as usize).map(|at| columns.event(at));
    let first = held.clone().find(|&event| !has_row(event));
    let past = state
        .selected
        .is_some_and(|selected| held.by_ref().any(|event| event == selected));
    let next = past.then(|| held.find(|&event| !has_row(event))).flatten();
    let event = next.or(first)?;
    Some(Command::SelectInLane { event, lane })
}

fn zoom_to(start_s: i64, end_s: i64) -> Command {
    let (start_s, end_s) = with_margin(start_s, end_s);
    Command::FlyTo { start_s, end_s }
}

/// The middle of a rectangle of the scene on the screen.
pub fn screen_rect(origin: Pos2, rect: crate::scene::Rect) -> Rect {
    Rect::from_min_max(
        origin + vec2(rect.left, rect.top),
        pos2(origin.x + rect.right, origin.y + rect.bottom),
    )
}

fn wheel(
    ui: &Ui,
    pointer: Option<Pos2>,
    plot_left: f32,
    rect: Rect,
    scene: &Scene,
    send: &mut Vec<Command>,
) {
    let Some(at) = pointer else { return };
    let x = (at.x - plot_left).max(0.0);
    let over_lane_names = at.x < plot_left;
    let (events, pinch) = ui.input(|input| {
        let touching = input.multi_touch().map(|touch| f64::from(touch.zoom_delta));
        (input.events.clone(), touching)
    });
    if let Some(factor) = pinch.filter(|factor| (factor - 1.0).abs() > 1e-4) {
        send.push(Command::Hand(Gesture::Pinch { x, factor }));
    }
    for event in events {
        match event {
            Event::Zoom(factor) => {
                send.push(Command::Hand(Gesture::Pinch {
                    x,
                    factor: f64::from(factor),
                }));
            }
            Event::MouseWheel {
                unit,
                delta,
                modifiers,
                source,
                ..
            } => {
                let points = match unit {
                    egui::MouseWheelUnit::Point => delta,
                    egui::MouseWheelUnit::Line => delta * WHEEL_STEP_POINTS,
                    egui::MouseWheelUnit::Page => delta * rect.height(),
                };
                let trackpad = is_trackpad(source, unit);
                scrolled(points, modifiers, trackpad, x, over_lane_names, scene, send);
            }
            _ => {}
        }
    }
}

/// Whether two fingers scrolled. Only macOS tells; elsewhere a wheel counts lines and fingers
/// count points (egui-winit 0.37, `on_mouse_wheel`). The tail of a flick is the fingers' too.
fn is_trackpad(source: egui::MouseWheelSource, unit: egui::MouseWheelUnit) -> bool {
    use egui::MouseWheelSource as From;
    match source {
        From::Trackpad | From::Momentum => true,
        From::Unknown => unit == egui::MouseWheelUnit::Point,
        From::Wheel => false,
    }
}

fn scrolled(
    points: Vec2,
    modifiers: egui::Modifiers,
    trackpad: bool,
    x: f32,
    over_lane_names: bool,
    scene: &Scene,
    send: &mut Vec<Command>,
) {
    if modifiers.shift || (points.x.abs() > points.y.abs() && !trackpad) {
        let along = if points.x.abs() > points.y.abs() {
            points.x
        } else {
            points.y
        };
        send.push(Command::Hand(Gesture::Nudge(along * 2.0)));
    } else if modifiers.ctrl || modifiers.command {
        let steps = f64::from(points.y / WHEEL_STEP_POINTS);
        send.push(Command::Hand(Gesture::Wheel {
            x,
            factor: FINE_FACTOR.powf(steps),
        }));
    } else if trackpad {
        send.push(Command::Hand(Gesture::Drag(points.x)));
        send.push(Command::Hand(Gesture::Scroll(-points.y)));
    } else if over_lane_names && scene.lanes_height > scene.layout.lanes.height() {
        send.push(Command::Hand(Gesture::Scroll(-points.y)));
    } else {
        let steps = f64::from(points.y / WHEEL_STEP_POINTS);
        send.push(Command::Hand(Gesture::Wheel {
            x,
            factor: WHEEL_FACTOR.powf(steps),
        }));
    }
}

fn clicks(response: &Response, rect: Rect, scene: &Scene, state: &State, send: &mut Vec<Command>) {
    if !response.clicked() && !response.double_clicked() {
        return;
    }
    let Some(at) = response
        .interact_pointer_pos()
        .map(|at| (at - rect.min).to_pos2())
    else {
        return;
    };
    match scene.hit(at.x, at.y) {
        Some(Hit::Event { mark, .. }) => send.extend(select_mark(scene, mark)),
        Some(Hit::Cluster(cluster)) => {
            if let Some(cluster) = scene.clusters.get(cluster) {
                send.extend(open_pill(scene, state, cluster));
            }
        }
        Some(Hit::Running(lane)) => {
            if let Some(pill) = scene.lanes.get(lane).and_then(|lane| lane.running.as_ref()) {
                send.extend(open_pill(scene, state, pill));
            }
        }
        Some(Hit::LaneHeader(lane)) => {
            if let Some(lane) = scene.lanes.get(lane) {
                send.push(Command::ToggleFold(lane.key.clone()));
            }
        }
        Some(Hit::Arc(arc)) => {
            if let Some(arc) = scene.arcs.get(arc) {
                send.push(Command::Reveal(arc.other));
            }
        }
        Some(Hit::EdgeArrow(arrow)) => {
            if let Some(arrow) = scene.edge_arrows.get(arrow) {
                send.push(Command::Reveal(arrow.target));
            }
        }
        Some(Hit::Band(row, segment)) => {
            let segment = scene
                .bands
                .get(row)
                .and_then(|row| row.segments.get(segment));
            if let Some(segment) = segment.filter(|_| response.double_clicked()) {
                send.push(zoom_to(segment.start_s, segment.end_s));
            }
        }
        Some(Hit::Overview(OverviewPart::Strip)) => {
            if let Some(overview) = &scene.overview {
                let middle = overview.time_at(at.x);
                let half = scene.viewport.length_s() / 2.0;
                send.push(Command::FlyTo {
                    start_s: middle - half,
                    end_s: middle + half,
                });
            }
        }
        Some(Hit::Overview(_)) => {}
        None => {
            if response.double_clicked() {
                let x = at.x - scene.layout.header.right;
                send.push(Command::Hand(Gesture::Wheel {
                    x,
                    factor: WHEEL_FACTOR * WHEEL_FACTOR,
                }));
            } else {
                send.push(Command::ClearSelection);
            }
        }
    }
}

fn menu(
    response: &Response,
    rect: Rect,
    scene: &Scene,
    language: Language,
    send: &mut Vec<Command>,
) {
    let lane_id = response.id.with("menu lane");
    if response.secondary_clicked() {
        let lane = response
            .interact_pointer_pos()
            .and_then(|at| lane_at(scene, (at - rect.min).to_pos2()));
        response
            .ctx
            .data_mut(|data| data.insert_temp(lane_id, lane));
    }
    let lane: Option<LaneKey> = response.ctx.data(|data| data.get_temp(lane_id)).flatten();
    response.context_menu(|ui| {
        let mut item = |ui: &mut Ui, words: &str, command: Command| {
            if ui.button(words).clicked() {
                send.push(command);
                ui.close();
            }
        };
        if let Some(lane) = &lane {
            let (fold, hide) = (Phrase::FoldLane, Phrase::HideLane);
            item(ui, fold.words(language), Command::ToggleFold(lane.clone()));
            item(ui, hide.words(language), Command::HideLane(lane.clone()));
        }
        let mut named = |ui: &mut Ui, command: Command| {
            let words = catalogue::words(&command, language);
            item(ui, words, command);
        };
        named(ui, Command::ShowAllLanes);
        ui.separator();
        named(ui, Command::FitAll);
        named(ui, Command::GoToDate);
    });
}
