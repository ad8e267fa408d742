//! The menu of the canvas, with what can be done to the lane under the pointer.

use egui::{Pos2, Rect, Response, Ui};

use super::super::phrases::Phrase;
use crate::app::catalogue;
use crate::app::command::Command;
use crate::date::Language;
use crate::scene::{LaneKey, Scene};

/// Opens the menu where the second button was clicked.
pub(super) fn menu(
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

fn lane_at(scene: &Scene, at: Pos2) -> Option<LaneKey> {
    let place = crate::scene::Point::new(at.x, at.y);
    scene
        .lanes
        .iter()
        .find(|lane| lane.rect.contains(place))
        .map(|lane| lane.key.clone())
}
