//! A field to type into: its label above, its text in the glyphs of its language.

use std::borrow::Cow;

use egui::{Frame, Id, Margin, Response, Stroke, StrokeKind, TextEdit, Ui};

use super::desk::Desk;
use crate::date::Language;
use crate::theme::TextRole;
use crate::ui::fonts::{self, color32};
use crate::ui::look::Look;

/// The most that is typed into one field; a treaty's article has room.
const MOST_CHARS: usize = 20_000;

/// A text longer than this is not laid out in a form.
const MOST_SHOWN_BYTES: usize = 200_000;

/// "Too long to be changed here: 300000 characters".
fn too_long(letters: usize, language: Language) -> String {
    match language {
        Language::En => format!("Too long to be changed here: {letters} characters"),
        Language::Ja => format!("長すぎてここでは変更できません：{letters}字"),
        Language::ZhHans => format!("太长，无法在此更改：{letters}字"),
        Language::ZhHant => format!("太長，無法在此變更：{letters}字"),
        Language::Ko => format!("너무 길어 여기서 바꿀 수 없습니다: {letters}자"),
    }
}

/// How many letters a field takes that holds `value` now.
fn most_chars(value: &str) -> usize {
    // No text has more letters than bytes.
    if value.len() <= MOST_CHARS {
        MOST_CHARS
    } else {
        value.chars().count().max(MOST_CHARS)
    }
}

/// "This field is full…".
fn full(language: Language) -> String {
    match language {
        Language::En => format!("This field is full: {MOST_CHARS} characters; more is left out"),
        Language::Ja => format!("この項目は{MOST_CHARS}字までです。それを超える分は入りません"),
        Language::ZhHans => format!("此项最多{MOST_CHARS}字，超出部分未填入"),
        Language::ZhHant => format!("此項最多{MOST_CHARS}字，超出部分未填入"),
        Language::Ko => format!("이 칸은 {MOST_CHARS}자까지입니다. 넘는 부분은 들어가지 않습니다"),
    }
}

/// What a field is.
#[derive(Clone, Copy)]
pub(super) struct Field<'f> {
    pub id: Id,
    /// What it is called by a screen reader.
    pub name: &'f str,
    /// What stands there while nothing is typed.
    pub hint: &'f str,
    /// The language of its text.
    pub lang: &'f str,
    pub role: TextRole,
    /// The rows of a field of several; none: it has one.
    pub rows: Option<usize>,
    /// Whether what is typed cannot be saved.
    pub is_wrong: bool,
    /// Room at its right that something else takes.
    pub right_points: f32,
    /// Whether Escape means something else here than to leave the form.
    pub keeps_escape: bool,
}

impl<'f> Field<'f> {
    /// A field of one row.
    pub fn line(id: Id, name: &'f str, lang: &'f str) -> Self {
        Self {
            id,
            name,
            hint: "",
            lang,
            role: TextRole::Body,
            rows: None,
            is_wrong: false,
            right_points: 0.0,
            keeps_escape: false,
        }
    }
}

/// The label above a field.
pub(super) fn label_ui(ui: &mut Ui, look: &Look, words: &str) -> Response {
    let text = look
        .text(TextRole::Label, look.colors().muted, words)
        .strong();
    let label = ui.add(egui::Label::new(text).selectable(false));
    ui.add_space(look.grid(1.0));
    label
}

/// Words that do something, which come into view when they get the keyboard.
pub(super) fn link_ui(ui: &mut Ui, look: &Look, words: &str) -> Response {
    let link = look.link(ui, words);
    if link.gained_focus() {
        link.scroll_to_me(None);
    }
    link
}

/// Shows a field that holds `value`; returns what it holds when that was changed, and finished: what
/// an input method composes is not typed yet.
pub(super) fn text_ui(ui: &mut Ui, desk: &mut Desk, field: Field, value: &str) -> Option<String> {
    let (changed, _) = field_ui(ui, desk, field, value);
    changed
}

/// The same, with the response of the field.
pub(super) fn field_ui(
    ui: &mut Ui,
    desk: &mut Desk,
    field: Field,
    value: &str,
) -> (Option<String>, Response) {
    let look = desk.look;
    let shown = ground(&look, field.right_points).show(ui, |ui| {
        ui.set_width(ui.available_width());
        bare_ui(ui, desk, field, value)
    });
    let (changed, response) = shown.inner;
    edge_ui(
        ui,
        &look,
        shown.response.rect,
        response.has_focus(),
        field.is_wrong,
    );
    let is_full = value.len() >= MOST_CHARS && value.chars().count() >= MOST_CHARS;
    if is_full && value.len() <= MOST_SHOWN_BYTES {
        super::below_ui(ui, &look, look.colors().warning, "", &full(look.language));
    }
    (changed, response)
}

/// The ground of a field that leaves room free at its right.
pub(super) fn ground(look: &Look, right_points: f32) -> Frame {
    let side = look.grid(2.5);
    let margin = Margin {
        left: side as i8,
        right: (side + right_points) as i8,
        top: look.grid(1.75) as i8,
        bottom: look.grid(1.75) as i8,
    };
    Frame::new()
        .fill(color32(look.colors().paper))
        .corner_radius(look.sizes().corner)
        .inner_margin(margin)
}

/// The outline of a field.
pub(super) fn edge_ui(ui: &Ui, look: &Look, rect: egui::Rect, has_focus: bool, is_wrong: bool) {
    let (colors, sizes) = (look.colors(), look.sizes());
    let (width, color) = match (has_focus, is_wrong) {
        (true, _) => (sizes.focus_ring, colors.accent),
        (false, true) => (sizes.hairline, colors.error),
        (false, false) => (sizes.hairline, colors.line),
    };
    let stroke = Stroke::new(width, color32(color));
    ui.painter()
        .rect_stroke(rect, sizes.corner, stroke, StrokeKind::Inside);
}

/// The text alone, on a ground that is there.
pub(super) fn bare_ui(
    ui: &mut Ui,
    desk: &mut Desk,
    field: Field,
    value: &str,
) -> (Option<String>, Response) {
    let (look, colors) = (desk.look, desk.look.colors());
    if value.len() > MOST_SHOWN_BYTES {
        // A layout of all of it would take the frame and the memory of many.
        let words = too_long(value.chars().count(), look.language);
        let text = look.text(TextRole::Meta, colors.warning, words);
        return (None, ui.add(egui::Label::new(text).wrap()));
    }
    let mut text = match desk.typing.take_composed(field.id) {
        Some(composed) => Cow::Owned(composed),
        None => Cow::Borrowed(value),
    };
    let style = look.theme.text.style(field.role);
    let font = egui::FontId::new(
        style.size_points,
        fonts::family_for_text(ui.ctx(), field.lang, field.role, &text),
    );
    // A field is as high as its rows, however high a button is.
    ui.spacing_mut().interact_size.y = 0.0;
    let edit = match field.rows {
        Some(rows) => TextEdit::multiline(&mut text).desired_rows(rows),
        None => TextEdit::singleline(&mut text),
    };
    let edit = edit
        .id(field.id)
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .font(font)
        .text_color(color32(colors.ink))
        .hint_text(
            look.text(field.role, colors.muted, field.hint)
                .line_height(None),
        )
        .desired_width(f32::INFINITY)
        // What is longer already can be changed, and not grow.
        .char_limit(most_chars(value))
        .event_filter(egui::EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            // A list or an input method has its own use for it.
            escape: field.keeps_escape || desk.typing.is_composing(),
        });
    let edit = if field.rows.is_none() {
        edit.return_key(None)
    } else {
        edit
    };
    let response = ui.add(edit);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(field.name);
        if field.is_wrong {
            node.set_invalid(egui::accesskit::Invalid::True);
        }
    });
    if desk.typing.wants == Some(field.id) {
        desk.typing.wants = None;
        response.request_focus();
        response.scroll_to_me(Some(egui::Align::Center));
    } else if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let is_changed = *text != *value;
    if desk.typing.is_composing() && ui.memory(|memory| memory.has_focus(field.id)) {
        desk.typing.compose(field.id, text.into_owned());
        return (None, response);
    }
    (is_changed.then(|| text.into_owned()), response)
}
