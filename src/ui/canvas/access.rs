//! The canvas for the keyboard and for screen readers: a named node for each thing in view.

use egui::{Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::super::fonts::color32;
use super::super::look::Look;
use super::clicks::{adds, choose_mark, open_pill};
use super::event_id;
use super::hands::screen_rect;
use super::relatives;
use crate::app::command::{Editing, Form};
use crate::app::{Command, State};
use crate::scene::{self, Cluster, Hit, Mark, MarkForm, MarkPlace, Scene};

/// Nodes for events in view; more would cost a frame, and nobody steps through more.
const MOST_EVENTS: usize = 400;
/// The least height and width of a target, in points.
pub(super) const LEAST_TARGET: f32 = 16.0;

/// Makes the nodes; a click or Enter on one does what the pointer would. Returns which mark or pill
/// has the keyboard.
pub fn nodes(
    ui: &Ui,
    scene: &Scene,
    rect: Rect,
    state: &mut State,
    look: &Look,
    send: &mut Vec<Command>,
) -> Option<Hit> {
    let to_focus = to_focus(scene, state);
    let mut focused = None;
    let mut clicked = None;
    for stop in stops(scene) {
        let Some(response) = stop.node(ui, scene, rect, state, look) else {
            continue;
        };
        if response.clicked() {
            match pointed(&response, rect, scene).unwrap_or(stop.hit) {
                Hit::Event { event, mark } => {
                    let by_enter = ui.input(|input| input.key_pressed(Key::Enter));
                    let chosen = choose_mark(ui.ctx(), scene, state, mark);
                    let picks = matches!(chosen, Some(Command::Form(_))) || adds(ui.ctx());
                    if by_enter && state.selected == Some(event) && !picks {
                        send.push(Command::Form(Form::Edit));
                        continue;
                    }
                    send.extend(chosen);
                    clicked = Some(event);
                    if response.double_clicked() && !adds(ui.ctx()) {
                        send.push(Command::CentreSelection);
                    }
                }
                hit => {
                    let pill = pill_of(scene, hit);
                    send.extend(pill.and_then(|pill| open_pill(scene, state, pill)));
                }
            }
        }
        if response.has_focus() {
            focused = Some(stop.hit);
        }
        if let Hit::Event { mark, .. } = stop.hit {
            let wanted = to_focus == Some(mark);
            if wanted && !ui.ctx().text_edit_focused() && state.dialog.is_none() {
                response.request_focus();
                state.focus_event = None;
            }
        }
        match stop.hit {
            Hit::Event { mark, .. } if scene.marks.get(mark).is_some_and(|mark| mark.selected) => {
                selected_ring(ui, scene, rect, mark, &response, look);
            }
            _ => ring(ui, &response, look),
        }
    }
    // The press took the keyboard from what had it: Tab goes on from here.
    state.focus_event = clicked.or(state.focus_event);
    if ui.ctx().text_edit_focused() || state.dialog.is_some() {
        // Who writes keeps the keyboard, also when the event comes into view later.
        state.focus_event = None;
    }
    lanes(ui, scene, rect, look, send);
    relatives::nodes(ui, scene, rect, state, look, send);
    focused
}

/// A mark or a pill that the keyboard comes to.
struct Stop {
    hit: Hit,
    /// Position of its lane in the scene.
    lane: usize,
    /// Where its time begins in view, from the canvas' left edge.
    x: f32,
}

/// The marks and the pills in the order in which Tab goes through them: lane by lane as time goes,
/// whatever rows they stand in.
fn stops(scene: &Scene) -> Vec<Stop> {
    let marks = || scene.marks.iter().enumerate();
    let labelled = marks().filter(|(_, mark)| mark.place != MarkPlace::Overflow);
    let dots = marks().filter(|(_, mark)| mark.place == MarkPlace::Overflow);
    let shown = labelled.chain(dots).take(MOST_EVENTS);
    let events = shown.map(|(at, mark)| Stop {
        hit: Hit::Event {
            event: mark.event,
            mark: at,
        },
        lane: usize::from(mark.lane),
        x: begins_at(mark),
    });
    let clusters = scene.clusters.iter().enumerate();
    let clusters = clusters.map(|(at, pill)| Stop {
        hit: Hit::Cluster(at),
        lane: usize::from(pill.lane),
        x: pill.rect.left,
    });
    // What runs on from before the window stands beside the lane's name.
    let lanes = scene.lanes.iter().enumerate();
    let running = lanes.filter(|(_, lane)| lane.running.is_some());
    let running = running.map(|(at, _)| Stop {
        hit: Hit::Running(at),
        lane: at,
        x: 0.0,
    });
    let mut stops: Vec<Stop> = running.chain(events).chain(clusters).collect();
    stops.sort_by(|a, b| a.lane.cmp(&b.lane).then(a.x.total_cmp(&b.x)));
    stops
}

/// Where a mark's time begins; of what began before the window, where the window does.
fn begins_at(mark: &Mark) -> f32 {
    match mark.form {
        MarkForm::Point { .. } => mark.centre.x,
        MarkForm::Span { rect, .. } => rect.left,
    }
}

impl Stop {
    /// Its node, none where nothing of it is in view.
    fn node(
        &self,
        ui: &Ui,
        scene: &Scene,
        rect: Rect,
        state: &State,
        look: &Look,
    ) -> Option<egui::Response> {
        if let Hit::Event { event, mark } = self.hit {
            let mark = scene.marks.get(mark)?;
            let mut target = screen_rect(rect.min, mark.pill());
            let centre_y = rect.top() + mark.centre.y;
            target.min.y = target.min.y.min(centre_y - LEAST_TARGET / 2.0);
            target.max.y = target.max.y.max(centre_y + LEAST_TARGET / 2.0);
            let target = target.intersect(screen_rect(rect.min, scene.layout.plot()));
            let id = event_id(event, mark.lane);
            let response = target
                .is_positive()
                .then(|| ui.interact(target, id, Sense::click()))?;
            response.widget_info(|| {
                let name = scene::event_name(&state.document.timeline, event, look.language);
                WidgetInfo::selected(Role::Button, true, mark.selected, name)
            });
            return Some(response);
        }
        let pill = pill_of(scene, self.hit)?;
        let clip = match self.hit {
            Hit::Running(_) => scene.layout.lanes,
            _ => scene.layout.plot(),
        };
        let target = screen_rect(rect.min, pill.rect).intersect(screen_rect(rect.min, clip));
        let id = egui::Id::unique(("pill", pill.lane, pill.low, pill.high));
        let response = target
            .is_positive()
            .then(|| ui.interact(target, id, Sense::click()))?;
        response.widget_info(|| {
            let name = scene::cluster_name(pill, state.zone(), look.language);
            WidgetInfo::labeled(Role::Button, true, name)
        });
        Some(response)
    }
}

/// The pill that a hit means.
fn pill_of(scene: &Scene, hit: Hit) -> Option<&Cluster> {
    match hit {
        Hit::Cluster(at) => scene.clusters.get(at),
        Hit::Running(at) => scene.lanes.get(at)?.running.as_ref(),
        _ => None,
    }
}

/// Delete deletes the selected event, unless a lane's name took it, somebody writes, or a dialog
/// lies over the canvas.
pub fn delete(ui: &Ui, state: &State, send: &mut Vec<Command>) {
    let free = !ui.ctx().text_edit_focused() && state.dialog.is_none();
    if free
        && state.selected.is_some()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete))
    {
        send.push(Command::Editing(Editing::Delete));
    }
}

/// The mark that is to have the keyboard: of an event that stands in several lanes the one in the
/// lane where it was selected.
fn to_focus(scene: &Scene, state: &State) -> Option<usize> {
    let event = state.focus_event?;
    let lane_of = |mark: &scene::Mark| scene.lanes.get(usize::from(mark.lane));
    let of_event = |(_, mark): &(usize, &scene::Mark)| mark.event == event;
    let found = scene.marks.iter().enumerate().filter(of_event);
    found
        .min_by_key(|(_, mark)| lane_of(mark).map(|lane| lane.index_lane) != state.selected_lane)
        .map(|(at, _)| at)
}

/// The mark or pill under the pointer that clicked: targets of neighbours lie over each other, and
/// what the pointer's card names is what its click must open. None when a key or a screen reader
/// did.
fn pointed(response: &egui::Response, rect: Rect, scene: &Scene) -> Option<Hit> {
    let by_pointer = response.ctx.input(|input| input.pointer.any_click());
    let at = response.interact_pointer_pos().filter(|_| by_pointer)? - rect.min;
    let hit = scene.hit(at.x, at.y)?;
    matches!(hit, Hit::Event { .. } | Hit::Cluster(_) | Hit::Running(_)).then_some(hit)
}

fn lanes(ui: &Ui, scene: &Scene, rect: Rect, look: &Look, send: &mut Vec<Command>) {
    let header = scene.layout.header.right;
    let clip = screen_rect(rect.min, scene.layout.lanes);
    for (at, lane) in scene.lanes.iter().enumerate() {
        let mut target = screen_rect(rect.min, lane.rect);
        target.max.x = rect.left() + header;
        let target = target.intersect(clip);
        if !target.is_positive() {
            continue;
        }
        // The pointer's own work (fold, drag, menu) is the canvas': this node is for the keyboard.
        let response = ui.interact(
            target,
            egui::Id::unique(("lane", &lane.key)),
            Sense::focusable_noninteractive(),
        );
        response.widget_info(|| {
            WidgetInfo::selected(
                Role::DisclosureTriangle,
                true,
                !lane.folded,
                scene::lane_name_in_full(lane),
            )
        });
        if activated(ui, &response) {
            send.push(Command::ToggleFold(lane.key.clone()));
        }
        if response.has_focus() {
            send.extend(arranged(ui, scene, at));
        }
        ring(ui, &response, look);
    }
}

/// What the keys of a focused lane do beside folding it: Delete hides it, Alt with an arrow moves it
/// up or down.
fn arranged(ui: &Ui, scene: &Scene, at: usize) -> Option<Command> {
    let key = |at: usize| scene.lanes.get(at).map(|lane| lane.key.clone());
    let lane = key(at)?;
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::NONE, Key::Delete) {
        return Some(Command::HideLane(lane));
    }
    if at > 0 && pressed(Modifiers::ALT, Key::ArrowUp) {
        let before = key(at - 1);
        return Some(Command::MoveLane { lane, before });
    }
    if at + 1 < scene.lanes.len() && pressed(Modifiers::ALT, Key::ArrowDown) {
        let before = key(at + 2);
        return Some(Command::MoveLane { lane, before });
    }
    None
}

/// Whether a key or a screen reader pressed a node that the pointer's clicks pass through.
pub(super) fn activated(ui: &Ui, response: &egui::Response) -> bool {
    let click = egui::accesskit::Action::Click;
    let id = response.id;
    ui.ctx()
        .accesskit_node_builder(id, |node| node.add_action(click));
    let focused = response.has_focus();
    ui.input(|input| {
        let pressed = input.key_pressed(Key::Enter) || input.key_pressed(Key::Space);
        (focused && pressed) || input.has_accesskit_action_request(id, click)
    })
}

/// The ring of the selected event is its pill's own outline, only stronger: two would be too many.
fn selected_ring(
    ui: &Ui,
    scene: &Scene,
    rect: Rect,
    mark: usize,
    response: &egui::Response,
    look: &Look,
) {
    let Some(mark) = scene.marks.get(mark).filter(|_| response.has_focus()) else {
        return;
    };
    let half = look.metrics().selected_half_height();
    let mut pill = screen_rect(rect.min, mark.pill());
    pill.min.y = rect.top() + mark.centre.y - half;
    pill.max.y = rect.top() + mark.centre.y + half;
    let stroke = Stroke::new(look.sizes().focus_ring, color32(look.colors().accent));
    let lanes = screen_rect(rect.min, scene.layout.plot());
    ui.painter()
        .with_clip_rect(lanes.intersect(ui.clip_rect()))
        .rect_stroke(pill, half, stroke, StrokeKind::Outside);
}

pub(super) fn ring(ui: &Ui, response: &egui::Response, look: &Look) {
    if response.has_focus() {
        let stroke = Stroke::new(look.sizes().focus_ring, color32(look.colors().accent));
        let rect = response.rect.expand2(vec2(1.0, 0.0));
        // As round as a pill; a lane's name is no pill.
        let most = look.metrics().row_height / 2.0;
        let corner = (rect.height() / 2.0).min(most);
        ui.painter()
            .rect_stroke(rect, corner, stroke, StrokeKind::Outside);
    }
}
