//! Menus: rows with their words, a check and a shortcut, read from the catalogue.

pub mod choices;
pub mod parts;

use egui::{
    Frame, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::keys;
use super::look::Look;
use crate::app::catalogue;
use crate::app::command::{Clip, Editing, Form};
use crate::app::settings::CalendarName;
use crate::app::table::Asked;
use crate::app::{Command, Settings, State};
use crate::document::OnDisk;
use crate::record::ReadOnlyReason;
use crate::theme::{TextRole, symbol};
use crate::ui::fonts::color32;
use choices::Choice;

/// One row of a menu.
pub struct Row<'a> {
    /// The label.
    pub words: &'a str,
    /// BCP 47 tag of the label, for its glyphs.
    pub lang: &'a str,
    /// The shortcut as shown.
    pub keys: Option<String>,
    /// Whether it is in force; none where that makes no sense.
    pub chosen: Option<bool>,
    /// Whether it can be called now.
    pub enabled: bool,
}

/// What stays free between a menu and the window's end, in points.
const BELOW_POINTS: f32 = 8.0;

/// A menu under a button that opens and closes with it. One that stays open after a click closes
/// what it must itself.
pub fn under(button: &Response, look: &Look, stays_open: bool, content: impl FnOnce(&mut Ui)) {
    let padding = vec2(look.grid(2.0), look.grid(1.0));
    let behaviour = if stays_open {
        PopupCloseBehavior::CloseOnClickOutside
    } else {
        PopupCloseBehavior::CloseOnClick
    };
    Popup::menu(button)
        .gap(look.grid(1.0))
        .close_behavior(behaviour)
        .style(move |style: &mut egui::Style| {
            egui::containers::menu::menu_style(style);
            style.spacing.button_padding = padding;
            style.spacing.item_spacing.y = 0.0;
        })
        .show(|ui| scrolled(ui, button.rect.bottom() + look.grid(1.0), content));
}

/// The rows of a menu of which the window shows no more than fits below `top_points`; the rest is
/// scrolled to.
fn scrolled(ui: &mut Ui, top_points: f32, rows: impl FnOnce(&mut Ui)) {
    let margins = Frame::menu(ui.style()).total_margin().sum().y;
    let bottom = ui.ctx().content_rect().bottom() - BELOW_POINTS;
    let most = (bottom - top_points - margins).max(0.0);
    // A menu has as much room as the window leaves; the room it was given at first is a guess.
    ScrollArea::vertical()
        .max_height(most)
        .min_scrolled_height(most)
        .show(ui, rows);
}

/// A row that runs its command when it is clicked; says whether it was.
pub fn choice(
    ui: &mut Ui,
    look: &Look,
    state: &State,
    choice: &Choice,
    send: &mut Vec<Command>,
) -> bool {
    let row = Row {
        words: &choice.words,
        lang: choice.language.tag(),
        keys: keys::words_for(&choice.command, is_mac(ui)),
        chosen: is_on(state, &choice.command),
        enabled: can(state, &choice.command),
    };
    let response = self::row(ui, look, &row);
    if !choice.tip.is_empty() {
        response.clone().on_hover_text(look.text(
            TextRole::Meta,
            look.colors().ink,
            choice.tip.as_ref(),
        ));
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        send.push(choice.command.clone());
    }
    response.clicked()
}

/// A row for a command of the catalogue; says whether it was clicked.
pub fn command(
    ui: &mut Ui,
    look: &Look,
    state: &State,
    command: &Command,
    send: &mut Vec<Command>,
) -> bool {
    catalogue::entry(command)
        .is_some_and(|found| choice(ui, look, state, &Choice::of(found, look.language), send))
}

/// A thin line between groups of rows.
pub fn line(ui: &mut Ui, look: &Look) {
    ui.add_space(look.grid(1.0));
    let (rect, _) =
        ui.allocate_at_least(vec2(look.grid(2.0), look.sizes().hairline), Sense::hover());
    ui.painter()
        .rect_filled(rect, 0.0, color32(look.colors().line));
    ui.add_space(look.grid(1.0));
}

/// A heading over a group of rows.
pub fn heading(ui: &mut Ui, look: &Look, words: &str) {
    ui.horizontal(|ui| {
        ui.add_space(look.grid(2.0));
        ui.add(
            egui::Label::new(look.text(TextRole::Section, look.colors().muted, words))
                .selectable(false)
                .extend(),
        );
    });
}

/// Paints a row and says whether it was clicked.
pub fn row(ui: &mut Ui, look: &Look, row: &Row) -> Response {
    row_within(ui, look, row, f32::INFINITY)
}

/// The same in a list of this width: words that are longer are cut.
pub fn row_within(ui: &mut Ui, look: &Look, row: &Row, width_points: f32) -> Response {
    let (colors, pad) = (look.colors(), look.grid(2.0));
    let ink = match (row.enabled, row.chosen) {
        (false, _) => colors.soft,
        (true, Some(true)) => colors.accent,
        (true, _) => colors.ink,
    };
    let second = if row.enabled {
        colors.muted
    } else {
        colors.soft
    };
    let shown_keys = row.keys.as_deref().unwrap_or_default();
    let shown_keys = look.galley(ui, TextRole::Label, second, "en", shown_keys, f32::INFINITY);
    let check = if row.chosen == Some(true) {
        symbol::GOOD
    } else {
        ""
    };
    let check = look.galley(
        ui,
        TextRole::Control,
        colors.accent,
        "en",
        check,
        f32::INFINITY,
    );
    let check_room = if row.chosen.is_some() {
        look.grid(5.0)
    } else {
        0.0
    };
    let keys_room = if row.keys.is_some() {
        shown_keys.size().x + look.grid(6.0)
    } else {
        0.0
    };
    let room = width_points - pad * 2.0 - keys_room - check_room;
    let words = look.cut_galley(ui, TextRole::Control, ink, row.lang, row.words, room);
    let width = if width_points.is_finite() {
        width_points
    } else {
        pad * 2.0 + words.size().x + keys_room + check_room
    };
    let wanted = vec2(width, look.sizes().control_height);

    let sense = if row.enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_at_least(wanted, sense);
    response.widget_info(|| match row.chosen {
        Some(on) => WidgetInfo::selected(Role::Button, row.enabled, on, row.words),
        None => WidgetInfo::labeled(Role::Button, row.enabled, row.words),
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    if row.enabled && (response.hovered() || response.has_focus()) {
        painter.rect_filled(rect, look.sizes().corner_small, color32(colors.hovered));
    }
    let middle = |height: f32| rect.center().y - height / 2.0;
    painter.galley(
        pos2(rect.left() + pad, middle(words.size().y)),
        words,
        color32(ink),
    );
    let mut right = rect.right() - pad;
    if row.keys.is_some() {
        right -= shown_keys.size().x;
        painter.galley(
            pos2(right, middle(shown_keys.size().y)),
            shown_keys,
            color32(second),
        );
        right -= look.grid(2.0);
    }
    if row.chosen == Some(true) {
        painter.galley(
            pos2(right - check.size().x, middle(check.size().y)),
            check,
            color32(colors.accent),
        );
    }
    if response.has_focus() {
        let ring = egui::Stroke::new(look.sizes().focus_ring, color32(colors.accent));
        painter.rect_stroke(
            rect,
            look.sizes().corner_small,
            ring,
            egui::StrokeKind::Inside,
        );
    }
    response
}

/// Whether what a command sets is in force now; none for commands that set nothing.
pub fn is_on(state: &State, command: &Command) -> Option<bool> {
    let settings: &Settings = &state.settings;
    match command {
        Command::Table(Asked::Toggle) => Some(state.table.is_shown()),
        Command::TogglePanel => Some(settings.panel),
        Command::ToggleTone => Some(settings.tone),
        Command::ToggleBands => Some(settings.bands),
        Command::ToggleOverview => Some(settings.overview),
        Command::GroupBy(grouping) => Some(settings.grouping == *grouping),
        Command::UseTheme(theme) => Some(settings.theme() == *theme),
        Command::UseLanguage(language) => Some(settings.language() == *language),
        Command::ReadIn(zone) => Some(settings.zone() == *zone),
        Command::SecondCalendar(calendar) => {
            Some(settings.second_calendar.map(CalendarName::calendar) == *calendar)
        }
        Command::Editing(Editing::ToggleAutosave) => Some(state.settings.autosave),
        Command::ToggleBandGroup(name) => Some(
            state
                .shown_bands()
                .into_iter()
                .filter_map(|at| state.band_groups.get(at))
                .any(|group| group.name.original() == name),
        ),
        _ => None,
    }
}

/// Whether a command would do anything now.
pub fn can(state: &State, command: &Command) -> bool {
    match command {
        Command::Back => state.trail.can_go_back(),
        Command::Forward => state.trail.can_go_forward(),
        Command::Reload | Command::Editing(Editing::ToggleVersions) => state.path().is_some(),
        Command::CentreSelection
        | Command::ClearSelection
        | Command::Move(_)
        | Command::Form(Form::Edit)
        | Command::Clip(Clip::Copy | Clip::CopyRows)
        | Command::Editing(Editing::Delete | Editing::Duplicate | Editing::ToggleBulk) => {
            state.selected.is_some()
        }
        Command::Editing(Editing::Unite) => state.selection().len() == 2,
        Command::Form(Form::Save) => state.forms.open().is_some(),
        Command::Editing(Editing::Undo) => state.editing.history().to_undo().is_some(),
        Command::Editing(Editing::Redo) => state.editing.history().to_redo().is_some(),
        Command::Editing(Editing::Save) => {
            state.editing.is_modified() || state.changed_on_disk == Some(OnDisk::Gone)
        }
        Command::Editing(Editing::EditAnyway) => {
            let reason = state.document.timeline.read_only_reason();
            reason.is_some_and(ReadOnlyReason::user_decides)
        }
        Command::Editing(Editing::TryToSave) => state.editing.is_in_memory_only(),
        Command::FindNext | Command::FindPrevious => state.find.count() > 0,
        Command::ShowAllLanes => hidden_lanes(state) > 0,
        _ => true,
    }
}

/// How many lanes are hidden under the present grouping.
pub fn hidden_lanes(state: &State) -> usize {
    state
        .settings
        .lanes
        .get(&state.settings.grouping)
        .map_or(0, |lanes| lanes.hidden.len())
}

/// Whether keys are named as on a Mac.
pub fn is_mac(ui: &Ui) -> bool {
    ui.ctx().os() == egui::os::OperatingSystem::Mac
}

#[cfg(test)]
mod tests;
