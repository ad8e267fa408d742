//! What a click means, by what is under it.

use egui::{Context, Pos2, Rect, Response};

use super::wheel::WHEEL_FACTOR;
use crate::app::State;
use crate::app::command::{Command, Form, Gesture, Selecting};
use crate::date::Instant;
use crate::scene::{Cluster, Hit, Lane, Mark, MarkPlace, OverviewPart, Scene};

/// Turns a click of this frame into commands.
pub(super) fn clicks(
    response: &Response,
    rect: Rect,
    scene: &Scene,
    state: &mut State,
    send: &mut Vec<Command>,
) {
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
        Some(Hit::Event { mark, .. }) => {
            send.extend(choose_mark(&response.ctx, scene, state, mark));
            // The press took the keyboard from what had it: Tab goes on from here.
            state.focus_event = scene.marks.get(mark).map(|mark| mark.event);
        }
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
            if let Some(lane) = lane_at(scene, at).filter(|_| response.double_clicked()) {
                let x = at.x - scene.layout.header.right;
                send.push(new_event_at(scene, state, x, lane));
            } else if response.double_clicked() {
                let x = at.x - scene.layout.header.right;
                send.push(Command::Hand(Gesture::Wheel {
                    x,
                    factor: WHEEL_FACTOR * WHEEL_FACTOR,
                }));
            } else if !adds(&response.ctx) {
                send.push(Command::ClearSelection);
            }
        }
    }
}

/// The lane of an empty place in the plot.
fn lane_at(scene: &Scene, at: Pos2) -> Option<&Lane> {
    let plot = scene.layout.plot();
    let is_in_plot = at.x > plot.left && (plot.top..plot.bottom).contains(&at.y);
    let mut lanes = scene.lanes.iter().filter(|_| is_in_plot);
    lanes.find(|lane| (lane.rect.top..lane.rect.bottom).contains(&at.y))
}

/// A form for a new event at a place: its date as exactly as a hand can point there.
fn new_event_at(scene: &Scene, state: &State, x: f32, lane: &Lane) -> Command {
    /// The least width of what is pointed at, in points.
    const LEAST_POINTS: f64 = 4.0;
    let second = scene.viewport.time_at(x);
    let per_point = scene.viewport.length_s() / f64::from(scene.viewport.width_points);
    let day = state
        .zone()
        .to_civil(Instant(second as i64))
        .date
        .to_string();
    let parts = match per_point * LEAST_POINTS {
        least if least <= 86_400.0 => 3,
        least if least <= 30.0 * 86_400.0 => 2,
        _ => 1,
    };
    // A year before our era begins with the sign that divides the others.
    let (sign, digits) = match day.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", &*day),
    };
    let parts: Vec<&str> = digits.split('-').take(parts).collect();
    Command::Form(Form::NewAt {
        date: format!("{sign}{}", parts.join("-")),
        lane: Some(lane.key.clone()),
    })
}

/// What pointing at the event of a mark means: selecting it, or, while the open form asks for an
/// event to relate to, that this is the one. With Ctrl it joins those that are selected or leaves
/// them, with Shift all from the selected one to it join them; for the keyboard both are one.
pub fn choose_mark(ctx: &Context, scene: &Scene, state: &State, mark: usize) -> Option<Command> {
    let picks = state
        .forms
        .open()
        .is_some_and(|form| form.picking().is_some());
    if picks {
        let event = scene.marks.get(mark)?.event;
        return Some(Command::Form(Form::Picked(event)));
    }
    let select = select_mark(scene, mark)?;
    let Command::SelectInLane { event, lane } = select else {
        return Some(select);
    };
    let (held, by_pointer) = ctx.input(|input| (input.modifiers, input.pointer.any_click()));
    Some(match (held.command, held.shift) {
        (false, false) => select,
        (false, true) if by_pointer => Command::Selecting(Selecting::Range { event, lane }),
        _ => Command::Selecting(Selecting::Toggle { event, lane }),
    })
}

/// Whether what is held makes a click add to what is selected.
pub fn adds(ctx: &Context) -> bool {
    ctx.input(|input| input.modifiers.command || input.modifiers.shift)
}

/// Selects the event of a mark, in the lane where the mark stands.
fn select_mark(scene: &Scene, mark: usize) -> Option<Command> {
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

/// A span with room around it.
fn with_margin(start_s: i64, end_s: i64) -> (f64, f64) {
    let (start, end) = (start_s as f64, end_s as f64);
    let margin = ((end - start) * 0.15).max(3600.0);
    (start - margin, end + margin)
}
