//! The form for an event, in the side panel's place: what is typed, what is understood of it, and
//! what is wrong, beside each field.
//!
//! The form itself is the state's; here is only how far the hand is: an unfinished composition, an
//! open list, and which quote is unfolded. All parts write into one copy of the draft, which is
//! made at the first change of a frame and sent at its end.

mod account;
mod bulk;
mod chips;
mod choice;
mod date;
mod desk;
mod details;
mod field;
mod images;
mod list;
mod phrases;
mod place;
mod quote;
mod quotes;
mod relations;
mod source;
mod source_card;
mod texts;
mod twins;
mod typing;

use egui::{Align, Context, Id, Layout, Rect, ScrollArea, Ui, vec2};

use crate::app::State;
use crate::app::command::{Command, Form as Asked};
use crate::app::form::{Form, Subject};
use crate::date::Language;
use crate::document::draft::{Finding, Problem, Spot};
use crate::theme::{TextRole, symbol};
use crate::ui::look::Look;
use crate::ui::pictures::Pictures;
pub use bulk::BulkForm;
pub(super) use date::understood;
use desk::Desk;
use phrases::Phrase;
use typing::Typing;

/// The form as it is shown.
#[derive(Default)]
pub struct EventForm {
    typing: Typing,
    pictures: Pictures,
    /// The first thing of the form that can have the keyboard is to take it.
    takes_focus: bool,
    /// So is the field that keeps it from being saved.
    takes_focus_at_problem: bool,
    /// The form that was shown last, so that another one begins at its top.
    shown: Option<u64>,
    rect: Option<Rect>,
}

impl EventForm {
    /// A form that shows these pictures.
    pub fn with(pictures: Pictures) -> Self {
        Self {
            pictures,
            ..Self::default()
        }
    }

    /// Gives the keyboard to the first field.
    pub fn take_focus(&mut self) {
        self.takes_focus = true;
    }

    /// Gives the keyboard to the first field that keeps the form from being saved.
    pub fn take_focus_at_problem(&mut self) {
        self.takes_focus_at_problem = true;
    }

    /// Whether an input method composes in one of the fields.
    pub fn is_composing(&self) -> bool {
        self.typing.is_composing()
    }

    /// Whether something in the form has the keyboard.
    pub fn has_focus(&self, ctx: &Context) -> bool {
        let focused = ctx.memory(egui::Memory::focused);
        let at = focused
            .and_then(|id| ctx.read_response(id))
            .map(|field| field.rect.center());
        at.zip(self.rect)
            .is_some_and(|(at, rect)| rect.x_range().contains(at.x))
    }

    /// Shows the form that is open in the room that `ui` has; `saves`: the key that saves it was
    /// pressed in this frame.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        form: &Form,
        look: &Look,
        saves: bool,
        send: &mut Vec<Command>,
    ) {
        self.rect = Some(ui.max_rect());
        let is_new = self.shown != Some(form.opening());
        if is_new {
            self.shown = Some(form.opening());
            self.typing = Typing::default();
        }
        self.typing.begin(ui);
        if std::mem::take(&mut self.takes_focus) {
            self.typing.wants = Some(first_field(form));
        }
        if std::mem::take(&mut self.takes_focus_at_problem) {
            self.typing.wants = form
                .checked()
                .first_block()
                .map(|finding| spot_field(form, finding));
        }
        let foot = foot_height(look);
        let all = ui.available_rect_before_wrap();
        let mut desk = Desk::new(*look, state, form, &mut self.typing, saves, send);
        let top = all.with_max_y(all.bottom() - foot);
        ui.scope_builder(egui::UiBuilder::new().max_rect(top), |ui| {
            // The scroll bar lies in what the frame leaves at the right.
            let right = (look.sizes().panel_margin - look.grid(2.0)).max(0.0);
            head_ui(ui, &desk, right);
            ui.add_space(look.grid(3.0));
            let mut area = ScrollArea::vertical()
                .id_salt("event form")
                .auto_shrink(false);
            if is_new {
                area = area.vertical_scroll_offset(0.0);
            }
            area.show(ui, |ui| {
                ui.set_width((ui.available_width() - right).max(look.grid(20.0)));
                ui.spacing_mut().item_spacing = vec2(look.grid(2.0), 0.0);
                parts_ui(ui, &mut desk, &self.pictures);
            });
        });
        let bottom = all.with_min_y(all.bottom() - foot);
        ui.scope_builder(egui::UiBuilder::new().max_rect(bottom), |ui| {
            foot_ui(ui, &mut desk);
        });
        desk.finish();
    }
}

fn foot_height(look: &Look) -> f32 {
    look.sizes().control_height + look.grid(6.0)
}

/// The field that gets the keyboard when the form opens: the first that says nothing yet.
fn first_field(form: &Form) -> Id {
    if form.draft().date.is_empty() || form.subject() != Subject::New {
        desk::id("date", 0)
    } else {
        desk::id("title", 0)
    }
}

/// The field that a finding is told beside.
fn spot_field(form: &Form, finding: &Finding) -> Id {
    let draft = form.draft();
    match finding.spot {
        Spot::Date | Spot::Event => desk::id("date", 0),
        Spot::TimeZone => desk::id("zone", 0),
        Spot::Title => desk::id("title", 0),
        Spot::Place => desk::id("lat", 0),
        Spot::Actors => desk::id("actors", 0),
        Spot::Tone => desk::id("tone reason", 0),
        Spot::Quote(at) => desk::id("quote text", at),
        Spot::QuoteSource(at) => desk::id("quote source", at),
        Spot::NewSource(at) => {
            let source = draft.new_sources.get(at);
            source.map_or(Id::NULL, |source| {
                source_card::wrong_id(source, &finding.problem)
            })
        }
        Spot::ChangedSource(at) => {
            let change = draft.changed_sources.get(at);
            change.map_or(Id::NULL, |change| {
                source_card::wrong_id(&change.now, &finding.problem)
            })
        }
        Spot::Sources => desk::id("sources", 0),
        Spot::Relation(at) => desk::id("relation", at),
        Spot::Image(at) => texts::first_id(images::CREDIT, at),
    }
}

fn head_ui(ui: &mut Ui, desk: &Desk, right: f32) {
    let (look, colors) = (desk.look, desk.look.colors());
    let words = match desk.form.subject() {
        Subject::New => Phrase::NewEvent,
        Subject::Event(_) => Phrase::EditEvent,
    };
    ui.horizontal(|ui| {
        ui.set_width((ui.available_width() - right).max(look.grid(20.0)));
        let title = look.text(TextRole::EventTitle, colors.ink, words.words(look.language));
        let title = ui.add(egui::Label::new(title).selectable(false));
        ui.ctx().accesskit_node_builder(title.id, |node| {
            node.set_role(egui::accesskit::Role::Heading);
            node.set_level(1);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let hint = look.text(
                TextRole::Label,
                colors.muted,
                Phrase::DraftKept.words(look.language),
            );
            ui.add(egui::Label::new(hint).selectable(false).truncate());
        });
    });
}

/// All parts, from the date to the notes.
fn parts_ui(ui: &mut Ui, desk: &mut Desk, pictures: &Pictures) {
    date::show(ui, desk);
    texts::title_ui(ui, desk);
    twins::show(ui, desk);
    place::kind_and_place_ui(ui, desk);
    chips::actors_and_people_ui(ui, desk);
    quotes::show(ui, desk);
    relations::show(ui, desk);
    images::show(ui, desk, pictures);
    details::show(ui, desk);
    ui.add_space(desk.look.grid(6.0));
}

/// What keeps the form from being saved, or what it lacks, and the buttons.
fn foot_ui(ui: &mut Ui, desk: &mut Desk) {
    let (look, colors) = (desk.look, desk.look.colors());
    let line = egui::Stroke::new(
        look.sizes().hairline,
        crate::ui::fonts::color32(colors.line),
    );
    let rect = ui.max_rect();
    let left = look.sizes().panel_margin;
    ui.painter()
        .hline(rect.left() - left..=rect.right() + left, rect.top(), line);
    let right = (left - look.grid(2.0)).max(0.0);
    ui.set_width((ui.available_width() - right).max(look.grid(20.0)));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let words = match desk.form.subject() {
            Subject::New => Phrase::AddEvent,
            Subject::Event(_) => Phrase::SaveChanges,
        };
        if primary_button(ui, &look, words.words(look.language)).clicked() {
            desk.wants_save = true;
        }
        let discard = look.button(ui, Phrase::Discard.words(look.language), false);
        if discard.clicked() {
            desk.send.push(Command::Form(Asked::Discard));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let (color, words) = standing(desk);
            let text = look.text(TextRole::Label, color, words);
            let label = ui.add(egui::Label::new(text).selectable(false).truncate());
            ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_live(egui::accesskit::Live::Polite);
            });
        });
    });
}

/// How the form stands: what keeps it from being saved once that was tried, else what it lacks.
fn standing(desk: &Desk) -> (crate::theme::Rgb, String) {
    let (colors, language) = (desk.look.colors(), desk.look.language);
    let findings = &desk.form.checked().findings;
    let blocking = findings
        .iter()
        .filter(|finding| finding.problem.blocks())
        .count();
    if desk.form.was_tried() && blocking > 0 {
        return (colors.error, to_mend(blocking, language));
    }
    let warning = findings.iter().find(|finding| !finding.problem.blocks());
    let words = match warning.map(|finding| &finding.problem) {
        Some(problem) => problem.words(language),
        None => String::new(),
    };
    (colors.muted, words)
}

/// "2 fields to mend".
fn to_mend(count: usize, language: Language) -> String {
    match language {
        Language::En if count == 1 => "1 field to mend".to_owned(),
        Language::En => format!("{count} fields to mend"),
        Language::Ja => format!("直す項目：{count}"),
        Language::ZhHans => format!("需要改正：{count}项"),
        Language::ZhHant => format!("需要改正：{count}項"),
        Language::Ko => format!("고칠 항목 {count}건"),
    }
}

/// The button of what the form is for, with its keys.
fn primary_button(ui: &mut Ui, look: &Look, words: &str) -> egui::Response {
    let colors = look.colors();
    let save = Command::Form(Asked::Save);
    let keys = crate::ui::keys::words_for(&save, crate::ui::menu::is_mac(ui)).unwrap_or_default();
    let keys = keys.replace("Ctrl Enter", "Ctrl ↵");
    let text = look.text(
        TextRole::Control,
        colors.on_accent,
        format!("{words}   {keys}"),
    );
    let button = egui::Button::new(text)
        .fill(crate::ui::fonts::color32(colors.accent))
        .stroke(egui::Stroke::NONE)
        .corner_radius(look.sizes().corner)
        .min_size(vec2(0.0, look.sizes().control_height));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words));
    look.focus_ring(ui, &response);
    response
}

/// A sentence below a field: what is understood (`✓`), what is wrong, or what to look at.
fn below_ui(ui: &mut Ui, look: &Look, color: crate::theme::Rgb, sign: &str, words: &str) {
    let words = if sign.is_empty() {
        words.to_owned()
    } else {
        format!("{sign} {words}")
    };
    ui.add_space(look.grid(1.0));
    let label = ui.add(egui::Label::new(look.text(TextRole::Meta, color, words)).wrap());
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
}

/// The findings beside one part: what blocks in the colour of errors, what warns in that of
/// warnings. What is only missing is not said before a save was tried.
fn findings_ui(ui: &mut Ui, desk: &Desk, spot: Spot) {
    findings_of_ui(ui, desk, spot, |_| true);
}

/// The same for those that are about one field of the part.
fn findings_of_ui(ui: &mut Ui, desk: &Desk, spot: Spot, is_about: impl Fn(&Problem) -> bool) {
    let look = desk.look;
    for problem in desk
        .form
        .checked()
        .of(spot)
        .filter(|problem| is_about(problem))
    {
        let is_missing = matches!(
            problem,
            Problem::NoTitle
                | Problem::NoDate
                | Problem::NoSourceTitle
                | Problem::NoWords
                | Problem::NoSourceOfQuote
                | Problem::NoOtherEvent
        );
        if desk.typing.is_composing() || is_missing && !desk.form.was_tried() {
            continue;
        }
        let (color, sign) = if problem.blocks() {
            (look.colors().error, symbol::BAD)
        } else {
            (look.colors().warning, "")
        };
        below_ui(ui, &look, color, sign, &problem.words(look.language));
    }
}
