//! The bar that shows where the lanes are scrolled to, where not all of them have room.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::Command;
use crate::app::command::Gesture;
use crate::scene::Scene;
use crate::ui::fonts::color32;
use crate::ui::look::Look;
use crate::ui::phrases::Phrase;

/// Width of the bar, and its distance from the edge, in steps of the grid.
const WIDTH: f32 = 1.25;
const INSET: f32 = 0.5;
/// The least length of the bar, in steps of the grid.
const LEAST: f32 = 6.0;

/// Where the bar stands along a way of this length, and how long it is.
fn thumb(way: f32, wanted: f32, scroll: f32, least: f32) -> Option<(f32, f32)> {
    let hidden = wanted - way;
    if hidden < 1.0 || way <= least {
        return None;
    }
    let length = (way * way / wanted).max(least);
    Some(((way - length) * (scroll / hidden).clamp(0.0, 1.0), length))
}

/// Shows the bar at the right edge of the lanes; a drag scrolls them.
pub(super) fn show(ui: &Ui, scene: &Scene, canvas: Rect, look: &Look, send: &mut Vec<Command>) {
    let lanes = scene.layout.lanes;
    let inset = look.grid(INSET);
    let way = lanes.height() - 2.0 * inset;
    // The bar's way is a little shorter than the lanes' room, and so is what it stands for.
    let wanted = scene.lanes_height - 2.0 * inset;
    let Some((top, length)) = thumb(way, wanted, scene.scroll, look.grid(LEAST)) else {
        return;
    };
    let right = canvas.left() + lanes.right - look.grid(INSET);
    let top = canvas.top() + lanes.top + look.grid(INSET) + top;
    let width = look.grid(WIDTH);
    let bar = Rect::from_min_size(pos2(right - width, top), vec2(width, length));
    let response = ui.interact(
        bar.expand(look.grid(INSET)),
        Id::unique("lanes' scroll bar"),
        Sense::drag(),
    );
    response.widget_info(|| {
        let words = Phrase::ScrollLanes.words(look.language);
        WidgetInfo::labeled(Role::ScrollBar, true, words)
    });
    let colors = look.colors();
    let held = response.dragged() || response.hovered();
    let color = if held { colors.muted } else { colors.line };
    ui.painter().rect_filled(bar, width / 2.0, color32(color));
    let by = response.drag_delta().y;
    if by != 0.0 && way > length {
        let points = by * (wanted - way) / (way - length);
        send.push(Command::Hand(Gesture::Scroll(points)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_as_long_as_the_share_in_view_and_reaches_both_ends() {
        assert_eq!(thumb(100.0, 100.0, 0.0, 24.0), None, "all lanes have room");
        assert_eq!(thumb(100.0, 200.0, 0.0, 24.0), Some((0.0, 50.0)));
        assert_eq!(thumb(100.0, 200.0, 100.0, 24.0), Some((50.0, 50.0)));
        assert_eq!(thumb(100.0, 1e6, 1e6, 24.0), Some((76.0, 24.0)));
        assert_eq!(thumb(20.0, 200.0, 0.0, 24.0), None, "no room for a bar");
    }
}
