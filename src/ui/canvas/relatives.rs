//! The nodes of what the selected event is connected with: the word on each line, and the arrow to
//! a relative that is out of view.

use egui::{Rect, Role, Sense, Ui, WidgetInfo};

use super::super::look::Look;
use super::access::{LEAST_TARGET, activated, ring};
use super::hands::screen_rect;
use crate::app::{Command, State};
use crate::scene::{self, Scene};
use crate::theme::symbol;

/// Makes the nodes; a click or Enter on one goes to the relative.
pub(super) fn nodes(
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
