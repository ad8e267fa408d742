//! The canvas for the keyboard and for screen readers: a named node for each thing in view.

use egui::{Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::super::fonts::color32;
use super::super::look::Look;
use super::clicks::{open_pill, select_mark};
use super::event_id;
use super::hands::screen_rect;
use crate::app::{Command, State};
use crate::scene::{self, Hit, MarkPlace, Scene};
use crate::theme::symbol;

/// Nodes for events in view; more would cost a frame, and nobody steps through more.
const MOST_EVENTS: usize = 400;
/// The least height and width of a target, in points.
const LEAST_TARGET: f32 = 16.0;

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
    let clip = screen_rect(rect.min, scene.layout.plot());
    let mut focused = None;
    let marks = || scene.marks.iter().enumerate();
    let labelled = marks().filter(|(_, mark)| mark.place != MarkPlace::Overflow);
    let dots = marks().filter(|(_, mark)| mark.place == MarkPlace::Overflow);
    // Tab goes through them as time does, whatever rows they stand in.
    let mut nodes: Vec<(usize, &scene::Mark)> = labelled.chain(dots).take(MOST_EVENTS).collect();
    nodes.sort_by(|(_, a), (_, b)| {
        let lane = a.lane.cmp(&b.lane);
        lane.then(a.centre.x.total_cmp(&b.centre.x))
    });
    let to_focus = to_focus(scene, state);
    let mut clicked = None;
    for (at, mark) in nodes {
        let mut target = screen_rect(rect.min, mark.pill());
        let centre_y = rect.top() + mark.centre.y;
        target.min.y = target.min.y.min(centre_y - LEAST_TARGET / 2.0);
        target.max.y = target.max.y.max(centre_y + LEAST_TARGET / 2.0);
        let target = target.intersect(clip);
        if !target.is_positive() {
            continue;
        }
        let response = ui.interact(target, event_id(mark.event, mark.lane), Sense::click());
        response.widget_info(|| {
            let name = scene::event_name(&state.document.timeline, mark.event, look.language);
            WidgetInfo::selected(Role::Button, true, mark.selected, name)
        });
        if response.clicked() {
            let at = pointed(&response, rect, scene).unwrap_or(at);
            send.extend(select_mark(scene, at));
            clicked = scene.marks.get(at).map(|mark| mark.event);
        }
        if response.double_clicked() {
            send.push(Command::CentreSelection);
        }
        if to_focus == Some(at) && !ui.ctx().text_edit_focused() && state.dialog.is_none() {
            response.request_focus();
            state.focus_event = None;
        }
        if response.has_focus() {
            let event = mark.event;
            focused = Some(Hit::Event { event, mark: at });
        }
        ring(ui, &response, look);
    }
    // The press took the keyboard from what had it: Tab goes on from here.
    state.focus_event = clicked.or(state.focus_event);
    if ui.ctx().text_edit_focused() || state.dialog.is_some() {
        // Who writes keeps the keyboard, also when the event comes into view later.
        state.focus_event = None;
    }
    // What runs on from before the window stands beside the lane's name.
    let whole = screen_rect(rect.min, scene.layout.lanes);
    let running = scene.lanes.iter().enumerate();
    let running = running.filter_map(|(at, lane)| {
        let pill = lane.running.as_ref()?;
        Some((Hit::Running(at), pill, whole))
    });
    let pills = scene.clusters.iter().enumerate();
    let pills = pills.map(|(at, cluster)| (Hit::Cluster(at), cluster, clip));
    for (hit, cluster, clip) in pills.chain(running) {
        let target = screen_rect(rect.min, cluster.rect).intersect(clip);
        if !target.is_positive() {
            continue;
        }
        let id = egui::Id::unique(("pill", cluster.lane, cluster.low, cluster.high));
        let response = ui.interact(target, id, Sense::click());
        response.widget_info(|| {
            WidgetInfo::labeled(
                Role::Button,
                true,
                scene::cluster_name(cluster, state.zone(), look.language),
            )
        });
        if response.clicked() {
            send.extend(open_pill(scene, state, cluster));
        }
        if response.has_focus() {
            focused = Some(hit);
        }
        ring(ui, &response, look);
    }
    lanes(ui, scene, rect, look, send);
    relatives(ui, scene, rect, state, look, send);
    focused
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

/// The mark under the pointer that clicked: targets of neighbours lie over each other, and what
/// the pointer's card names is what its click must select. None when a key or a screen reader did.
fn pointed(response: &egui::Response, rect: Rect, scene: &Scene) -> Option<usize> {
    let by_pointer = response.ctx.input(|input| input.pointer.any_click());
    let at = response.interact_pointer_pos().filter(|_| by_pointer)? - rect.min;
    match scene.hit(at.x, at.y) {
        Some(Hit::Event { mark, .. }) => Some(mark),
        _ => None,
    }
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
fn activated(ui: &Ui, response: &egui::Response) -> bool {
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

fn relatives(
    ui: &Ui,
    scene: &Scene,
    rect: Rect,
    state: &State,
    look: &Look,
    send: &mut Vec<Command>,
) {
    let clip = screen_rect(rect.min, scene.layout.plot());
    let arcs = scene.arcs.iter().map(|arc| {
        // An arc without its word is a node at its relative, for the keyboard only.
        let there = if arc.link.from == arc.other { 0 } else { 3 };
        let end = arc.curve[there];
        let around = scene::Rect::new(end.x, end.y, end.x, end.y).grown(LEAST_TARGET / 2.0);
        (
            arc.pill.unwrap_or(around),
            arc.pill.is_some(),
            arc.other,
            &arc.label.text,
        )
    });
    let arrows = scene
        .edge_arrows
        .iter()
        .map(|arrow| (arrow.rect, true, arrow.target, &arrow.label.text));
    for (at, (target, painted, other, words)) in arcs.chain(arrows).enumerate() {
        let target = screen_rect(rect.min, target).intersect(clip);
        if !target.is_positive() {
            continue;
        }
        let sense = if painted {
            Sense::click()
        } else {
            Sense::focusable_noninteractive()
        };
        let id = egui::Id::unique(("relative", at, other.0));
        let response = ui.interact(target, id, sense);
        response.widget_info(|| {
            let title = scene::cut(state.document.timeline.title(other, look.language));
            WidgetInfo::labeled(Role::Link, true, relative_name(words, &title))
        });
        if response.clicked() || (!painted && activated(ui, &response)) {
            send.push(Command::Reveal(other));
        }
        ring(ui, &response, look);
    }
}

/// "builds on: Lima summit"; an arrow's own words hold the title already.
fn relative_name(words: &str, title: &str) -> String {
    let before = words.strip_suffix(title);
    if before.is_some_and(|before| before.is_empty() || before.ends_with(symbol::BETWEEN)) {
        words.to_owned()
    } else {
        format!("{words}: {title}")
    }
}

fn ring(ui: &Ui, response: &egui::Response, look: &Look) {
    if response.has_focus() {
        let stroke = Stroke::new(look.sizes().focus_ring, color32(look.colors().accent));
        let rect = response.rect.expand2(vec2(1.0, 0.0));
        ui.painter()
            .rect_stroke(rect, rect.height() / 2.0, stroke, StrokeKind::Outside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_reader_hears_the_title_of_a_relative_once() {
        let title = "Lima summit";
        let said = [
            relative_name("recalls", title),
            relative_name("recalls · Lima summit", title),
            relative_name("+3 more", title),
            relative_name("recalls", "call"),
            relative_name(title, title),
        ];
        let expected = [
            "recalls: Lima summit",
            "recalls · Lima summit",
            "+3 more: Lima summit",
            "recalls: call",
            "Lima summit",
        ];
        assert_eq!(said, expected);
    }
}
