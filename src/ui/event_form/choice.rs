//! A field that opens a menu of a few choices.

use egui::style::ScrollAnimation;
use egui::{Align, Id, Response, Ui, WidgetInfo, vec2};

use crate::theme::{TextRole, symbol};
use crate::ui::fonts::color32;
use crate::ui::look::Look;
use crate::ui::menu;

/// One of the choices.
pub(super) struct Choice<'c, T> {
    pub value: T,
    pub words: &'c str,
}

/// How a choice stands in the form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// A field as wide as its room.
    Field,
    /// Words in the accent colour, as in a sentence.
    Link,
    /// The same for one more of something.
    Add,
}

/// Shows what is chosen; its menu returns what was chosen instead.
pub(super) fn choice_ui<'c, T: PartialEq>(
    ui: &mut Ui,
    look: &Look,
    manner: Manner,
    name: &str,
    now: &str,
    chosen: &T,
    options: impl Iterator<Item = Choice<'c, T>>,
) -> Option<T> {
    let response = match manner {
        Manner::Field => field_ui(ui, look, now),
        Manner::Link => look.link(ui, &format!("{now} {}", symbol::CHOOSE)),
        Manner::Add => look.link(ui, &format!("{} {now}", symbol::ADD)),
    };
    let called = format!("{name}, {now}");
    menu_ui(&response, look, &called, chosen, options)
}

/// The menu under what opens it; returns what was chosen.
pub(super) fn menu_ui<'c, T: PartialEq>(
    response: &Response,
    look: &Look,
    called: &str,
    chosen: &T,
    options: impl Iterator<Item = Choice<'c, T>>,
) -> Option<T> {
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, called));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let mut taken = None;
    let id = response.id.with("shown");
    menu::under(response, look, false, |ui| {
        let opens = has_just_opened(ui, id);
        for option in options {
            let is_chosen = option.value == *chosen;
            let row = menu::Row {
                words: option.words,
                lang: look.language.tag(),
                keys: None,
                chosen: Some(is_chosen),
                enabled: true,
            };
            let row = menu::row(ui, look, &row);
            if row.gained_focus() {
                row.scroll_to_me(None);
            }
            if opens && is_chosen {
                row.request_focus();
                row.scroll_to_me_animation(Some(Align::Center), ScrollAnimation::none());
            }
            if row.clicked() {
                // By Enter, too, which is no click outside.
                ui.close();
                taken = Some(option.value);
            }
        }
    });
    if taken.is_some() {
        response.request_focus();
    }
    taken
}

/// Whether a menu is shown for the first time, or for the second: in the first it is only measured.
fn has_just_opened(ui: &Ui, id: Id) -> bool {
    let frame = ui.ctx().cumulative_frame_nr();
    ui.data_mut(|data| {
        let (first, last) = data.get_temp_mut_or(id, (frame, frame));
        if *last + 1 < frame {
            *first = frame;
        }
        *last = frame;
        frame <= *first + 1
    })
}

fn field_ui(ui: &mut Ui, look: &Look, now: &str) -> Response {
    let (colors, sizes) = (look.colors(), look.sizes());
    let font = egui::FontId::new(
        look.theme.text.style(TextRole::Body).size_points,
        crate::ui::fonts::family_for(look.language.tag(), TextRole::Body),
    );
    // As high as a field with one row.
    let row = ui.fonts_mut(|fonts| fonts.row_height(&font));
    let height = row + look.grid(3.5);
    let size = vec2(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    let pad = look.grid(2.5);
    let sign = look.galley(
        ui,
        TextRole::Label,
        colors.muted,
        "en",
        symbol::CHOOSE,
        f32::INFINITY,
    );
    let room = rect.width() - 2.0 * pad - sign.size().x - look.grid(1.0);
    let lang = look.language.tag();
    let words = look.cut_galley(ui, TextRole::Body, colors.ink, lang, now, room);
    ui.painter()
        .rect_filled(rect, sizes.corner, color32(colors.paper));
    super::field::edge_ui(ui, look, rect, response.has_focus(), false);
    let middle = |height: f32| rect.center().y - height / 2.0;
    let at = egui::pos2(rect.left() + pad, middle(words.size().y));
    ui.painter().galley(at, words, color32(colors.ink));
    let at = egui::pos2(rect.right() - pad - sign.size().x, middle(sign.size().y));
    ui.painter().galley(at, sign, color32(colors.muted));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
