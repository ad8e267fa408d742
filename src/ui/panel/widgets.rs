//! The few shapes that the panel's parts are made of.

use std::path::Path;

use egui::accesskit::Role;
use egui::text_selection::LabelSelectionState;
use egui::{Label, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::documents::{Document, Link};
use super::line::{Line, Pen};
use super::place::PanelPlace;
use crate::app::Command;
use crate::record::Kind;
use crate::theme::Shape;
use crate::ui::fonts::color32;
use crate::ui::look::{Look, kind_color};
use crate::ui::pictures::Pictures;

/// What the panel's parts paint with and where they put what the reader asks for.
pub(super) struct Hands<'a> {
    pub pen: Pen<'a>,
    pub send: &'a mut Vec<Command>,
    /// The quote, by its position, that is to be copied.
    pub copy: &'a mut Option<usize>,
    /// The panel's width, and what it may be.
    pub place: &'a PanelPlace,
    /// Whether the first thing that can have the keyboard is to take it.
    pub takes_focus: &'a mut bool,
    /// The rows that a summary has at first where the panel is low; none where it is not.
    pub summary_rows: Option<usize>,
    /// Whether the reader wants all of the summary.
    pub whole_summary: &'a mut bool,
    /// Whether the reader wants to go to both sides' words.
    pub to_sides: &'a mut bool,
    /// What shows pictures, and the record that they stand beside.
    pub pictures: &'a Pictures,
    pub record: Option<&'a Path>,
    /// "Open source ↗".
    pub open_source: &'a str,
    /// "Copy with citation".
    pub copy_quote: &'a str,
}

impl Hands<'_> {
    pub(super) fn look(&self) -> Look {
        *self.pen.look
    }

    /// Steps of the grid of four points.
    pub(super) fn grid(&self, steps: f32) -> f32 {
        self.pen.look.grid(steps)
    }
}

/// A paragraph; its text can be selected.
pub(super) fn line_ui(ui: &mut Ui, pen: Pen<'_>, line: &Line) -> Response {
    let job = line.job(ui, pen);
    ui.add(Label::new(job).wrap())
}

/// A paragraph of short facts, each of which is whole where it fits; its text can be selected.
pub(super) fn facts_ui(ui: &mut Ui, pen: Pen<'_>, line: &Line) -> Response {
    let job = line.whole_job(ui, pen, ui.available_width());
    ui.add(Label::new(job).wrap())
}

/// A heading, which a screen reader can go to; the event's title is of level 1.
pub(super) fn heading_ui(ui: &mut Ui, pen: Pen<'_>, line: &Line, level: usize) -> Response {
    let response = line_ui(ui, pen, line);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        node.clear_value();
        node.set_label(line.text());
    });
    response
}

/// A link with words of the interface; `about` tells a screen reader which of many it is.
pub(super) fn link_ui(ui: &mut Ui, pen: Pen<'_>, words: &str, about: &str) -> Response {
    let response = pen.look.link(ui, words);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if !about.is_empty() {
            node.set_description(about);
        }
    });
    bring_into_view(&response);
    response
}

/// What the keyboard comes to is scrolled into view.
pub(super) fn bring_into_view(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// A document, and the way to it or why there is none.
pub(super) fn document_ui(ui: &mut Ui, hands: &mut Hands<'_>, document: &Document) {
    line_ui(ui, hands.pen, &document.line);
    match &document.link {
        Link::Open(url) => {
            ui.add_space(hands.grid(0.5));
            open_link_ui(ui, hands, document, url);
        }
        Link::Closed(reason) => {
            ui.add_space(hands.grid(0.5));
            line_ui(ui, hands.pen, reason);
        }
        Link::Nowhere => {}
    }
}

/// "Open source ↗", with the address on hover.
pub(super) fn open_link_ui(ui: &mut Ui, hands: &mut Hands<'_>, document: &Document, url: &str) {
    let about = document.line.text();
    let response = link_ui(ui, hands.pen, hands.open_source, &about).on_hover_ui(|ui| {
        ui.label(url);
    });
    if std::mem::take(hands.takes_focus) {
        response.request_focus();
    }
    if response.clicked() {
        hands.send.push(Command::OpenLink(url.to_owned()));
    }
}

/// A kind in a rounded field, with its mark before it.
pub(super) fn kind_chip_ui(ui: &mut Ui, pen: Pen<'_>, name: &Line, kind: Kind) {
    chip_ui(ui, pen, name, Some(kind));
}

/// A name in a rounded field: a click finds the events that hold it, a drag selects its text.
pub(super) fn find_chip_ui(ui: &mut Ui, hands: &mut Hands<'_>, name: &Line) {
    let response = chip_ui(ui, hands.pen, name, None);
    if std::mem::take(hands.takes_focus) {
        response.request_focus();
    }
    hands.pen.look.focus_ring(ui, &response);
    if response.clicked() {
        hands.send.push(Command::FindText(phrase(name.text())));
    }
}

/// The words of a search for a name as a whole.
fn phrase(name: String) -> String {
    if name.contains(char::is_whitespace) {
        format!("\"{name}\"")
    } else {
        name
    }
}

fn chip_ui(ui: &mut Ui, pen: Pen<'_>, line: &Line, kind: Option<Kind>) -> Response {
    let look = pen.look;
    let sizes = look.sizes();
    let padding = vec2(look.grid(2.5), look.grid(0.75));
    let radius = sizes.mark_radius;
    let lead = if kind.is_some() {
        2.0 * radius + sizes.label_gap
    } else {
        0.0
    };
    let mut job = (*line.job(ui, pen)).clone();
    job.wrap.max_width = (ui.max_rect().width() - 2.0 * padding.x - lead).max(sizes.grid);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let mut size = galley.size() + 2.0 * padding + vec2(lead, 0.0);
    size.y = size.y.max(sizes.chip_height);
    let (sense, role) = if kind.is_some() {
        (Sense::click_and_drag() - Sense::FOCUSABLE, Role::Label)
    } else {
        (Sense::click_and_drag(), Role::Button)
    };
    let (rect, mut response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| WidgetInfo::labeled(role, true, line.text()));
    if ui.is_rect_visible(rect) {
        let colors = look.colors();
        let fill = if kind.is_none() && response.hovered() {
            response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
            colors.hovered
        } else {
            colors.faint
        };
        let corner = sizes.chip_height / 2.0;
        ui.painter().rect_filled(rect, corner, color32(fill));
        if let Some(kind) = kind {
            let centre = pos2(rect.left() + padding.x + radius, rect.center().y);
            mark_ui(ui, look, kind, centre, radius);
        }
        let at = pos2(
            rect.left() + padding.x + lead,
            rect.center().y - galley.size().y / 2.0,
        );
        let ink = color32(look.colors().ink);
        LabelSelectionState::label_text_selection(ui, &response, at, galley, ink, Stroke::NONE);
    }
    response
}

/// The mark of a kind, as it stands on the canvas.
fn mark_ui(ui: &Ui, look: &Look, kind: Kind, centre: Pos2, radius: f32) {
    let kind = kind_color(kind);
    let fill = color32(look.colors().kind(kind));
    let reach = radius * kind.shape().reach();
    let corner = |x: f32, y: f32| centre + vec2(x, y) * reach;
    let corners = match kind.shape() {
        Shape::Circle | Shape::SmallCircle => {
            ui.painter().circle_filled(centre, reach, fill);
            return;
        }
        Shape::Diamond => vec![
            corner(0.0, -1.0),
            corner(1.0, 0.0),
            corner(0.0, 1.0),
            corner(-1.0, 0.0),
        ],
        // Equilateral, its weight about the centre.
        Shape::Triangle => vec![corner(0.0, -0.9), corner(0.87, 0.6), corner(-0.87, 0.6)],
    };
    ui.painter()
        .add(egui::Shape::convex_polygon(corners, fill, Stroke::NONE));
}

/// The underlines and the ring of a painted link, whose text stands in `lines`.
pub(super) fn link_state_ui(ui: &Ui, look: &Look, response: &Response, lines: &[Rect]) {
    if response.hovered() || response.has_focus() {
        let stroke = Stroke::new(look.sizes().hairline, color32(look.colors().accent));
        for line in lines {
            ui.painter()
                .hline(line.x_range(), line.bottom() - 1.0, stroke);
        }
    }
    look.focus_ring(ui, response);
}
