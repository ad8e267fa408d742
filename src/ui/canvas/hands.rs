//! What hands do on the canvas: drag and throw the paper, lanes and the overview's window, hold keys.

use egui::{Event, Key, PointerButton, Pos2, Rect, Response, Ui, pos2, vec2};

use super::super::fonts::color32;
use super::super::look::Look;
use super::clicks::clicks;
use super::context_menu::menu;
use super::moving;
use super::wheel::wheel;
use crate::app::State;
use crate::app::command::{Command, Gesture};
use crate::app::editing::Move;
use crate::app::motion::Held;
use crate::scene::{Hit, LaneKey, OverviewPart, Scene};

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
    /// An event, at a time of the axis.
    Event { from_s: f64 },
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
        // The overview has a time of its own.
        let on_axis = |at: &Pos2| at.y - rect.top() < scene.layout.overview.top;
        let over_time = pointer.filter(on_axis).map(|at| at.x - plot_left);
        state.pointer_x = over_time.filter(|x| *x >= 0.0);
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
            // The middle button moves the paper, whatever lies under it.
            let is_first = response.drag_started_by(PointerButton::Primary);
            let event = at.filter(|_| is_first);
            let event = event.and_then(|at| moving::begin(scene, state, at));
            let drag = match (event.is_some(), at) {
                (true, Some(at)) => Drag::Event {
                    from_s: scene.viewport.time_at(at.x - scene.layout.header.right),
                },
                (_, at) => at.map_or(Drag::Paper, |at| begin(at, scene, state)),
            };
            if matches!(drag, Drag::Paper | Drag::Overview { .. }) {
                send.push(Command::Hand(Gesture::Grab));
            }
            send.extend(event);
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
                (Drag::Event { from_s }, Some(at)) => {
                    send.extend(moving::to(ui, scene, state, *from_s, at));
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
                (Drag::Event { .. }, _) => send.push(Command::Move(Move::Drop)),
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

/// The lane before which a dropped lane will stand; none is the end.
fn drop_place(scene: &Scene, at: Pos2) -> Option<LaneKey> {
    scene
        .lanes
        .iter()
        .find(|lane| at.y < lane.rect.centre().y)
        .map(|lane| lane.key.clone())
}

/// The middle of a rectangle of the scene on the screen.
pub fn screen_rect(origin: Pos2, rect: crate::scene::Rect) -> Rect {
    Rect::from_min_max(
        origin + vec2(rect.left, rect.top),
        pos2(origin.x + rect.right, origin.y + rect.bottom),
    )
}
