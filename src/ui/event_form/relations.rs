//! How the event stands to others: picked by a few letters of a title, or on the canvas.

use egui::{Align, Layout, Ui};

use super::choice::{Choice, Manner, choice_ui};
use super::desk::{self, Desk};
use super::field::Field;
use super::findings_ui;
use super::list::{Picked, Unknown, pick_ui};
use super::phrases::{self, Phrase};
use crate::app::command::{Command, Form as Asked};
use crate::app::form::offers;
use crate::document::draft::{RelationDraft, Spot};
use crate::record::{RelationKind, Vocabulary};
use crate::scene::{cut, relation_name, relation_seen_from};
use crate::theme::{TextRole, symbol};

/// The relations of the event's own text, then those of others that name it.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk) {
    let (look, colors, language) = (desk.look, desk.look.colors(), desk.look.language);
    ui.add_space(look.grid(4.0));
    let count = desk.draft().relations.len();
    let counted = super::quotes::counted(count, phrases::connections, language);
    super::quotes::section_ui(ui, desk, Phrase::Connected, &counted);
    for at in 0..count {
        if at > 0 {
            ui.add_space(look.grid(1.5));
        }
        relation_ui(ui, desk, at);
        findings_ui(ui, desk, Spot::Relation(at));
    }
    from_others_ui(ui, desk);
    if count > 0 {
        ui.add_space(look.grid(2.0));
    }
    let words = format!("{} {}", symbol::ADD, Phrase::AddRelation.words(language));
    if super::field::link_ui(ui, &look, &words).clicked() {
        desk.change().relations.push(RelationDraft {
            kind: RelationKind::FollowsFrom.name().to_owned(),
            ..RelationDraft::default()
        });
        desk.typing.wants = Some(desk::id("relation", count));
    }
    if desk.form.picking().is_some() {
        ui.add_space(look.grid(1.0));
        let text = look.text(
            TextRole::Meta,
            colors.accent,
            Phrase::ClickOnEvent.words(language),
        );
        ui.add(egui::Label::new(text).wrap());
    }
}

fn relation_ui(ui: &mut Ui, desk: &mut Desk, at: usize) {
    let (look, language) = (desk.look, desk.look.language);
    let Some(relation) = desk.draft().relations.get(at).cloned() else {
        return;
    };
    ui.horizontal(|ui| {
        let chosen = RelationKind::from_name(&relation.kind);
        let words = match chosen {
            Some(kind) => relation_name(Some(kind), language),
            None => &relation.kind,
        };
        let options = RelationKind::ALL.iter().map(|kind| Choice {
            value: Some(*kind),
            words: relation_name(Some(*kind), language),
        });
        let name = Phrase::Relation.words(language);
        let taken = choice_ui(ui, &look, Manner::Link, name, words, &chosen, options);
        if let Some(Some(kind)) = taken
            && let Some(relation) = desk.change().relations.get_mut(at)
        {
            kind.name().clone_into(&mut relation.kind);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let title = relation.event.clone();
            let name = phrases::remove(&title, language);
            if cross_ui(ui, &look, &name) {
                desk.change().relations.remove(at);
            }
            let picks = desk.form.picking() == Some(at);
            let words = if picks {
                Phrase::StopPicking
            } else {
                Phrase::PickOnTimeline
            };
            if super::field::link_ui(ui, &look, words.words(language)).clicked() {
                let picked = (!picks).then_some(at);
                desk.send.push(Command::Form(Asked::Pick(picked)));
            }
        });
    });
    ui.add_space(look.grid(1.0));
    event_ui(ui, desk, at, &relation);
}

/// The other event: its title, and a field to choose another.
fn event_ui(ui: &mut Ui, desk: &mut Desk, at: usize, relation: &RelationDraft) {
    let language = desk.look.language;
    let timeline = desk.timeline();
    let event = timeline.find(&relation.event);
    let title = match event {
        Some(event) => cut(timeline.title(event, language)).into_owned(),
        None => relation.event.clone(),
    };
    let hint = if title.is_empty() {
        Phrase::RelationHint.words(language).to_owned()
    } else {
        title.clone()
    };
    let own = desk.form.subject().event();
    let name = format!("{} {title}", Phrase::OtherEvent.words(language));
    let id = desk::id("relation", at);
    desk.typing.stand(ui, id, &title);
    let field = Field {
        hint: &hint,
        ..Field::line(id, &name, language.tag())
    };
    let offers = |typed: &str| offers::events(timeline, typed, own, language);
    let (picked, _) = pick_ui(ui, desk, field, Unknown::No, offers);
    if let Some(Picked::Offer(event)) = picked
        && let Some(other) = timeline.id(event)
        && let Some(relation) = desk.change().relations.get_mut(at)
    {
        relation.event = other.into_owned();
        desk.typing
            .choose(ui, id, &cut(timeline.title(event, language)));
    }
}

/// "recalled by  Lima summit": what other events say, which is changed there.
fn from_others_ui(ui: &mut Ui, desk: &mut Desk) {
    let (look, colors, language) = (desk.look, desk.look.colors(), desk.look.language);
    let timeline = desk.timeline();
    let Some(event) = desk.form.subject().event() else {
        return;
    };
    for link in timeline.relations_to(event).iter().take(20) {
        ui.add_space(look.grid(1.5));
        ui.horizontal(|ui| {
            let words = relation_seen_from(link, event, language);
            let text = look.text(TextRole::Meta, colors.muted, words);
            ui.add(egui::Label::new(text).selectable(false));
            let title = cut(timeline.title(link.from, language)).into_owned();
            let text = look.text(TextRole::Control, colors.ink, title);
            ui.add(egui::Label::new(text).selectable(false).truncate());
        });
    }
}

/// The sign that takes something away.
pub(super) fn cross_ui(ui: &mut Ui, look: &crate::ui::look::Look, name: &str) -> bool {
    let response = super::field::link_ui(ui, look, symbol::CLOSE);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response.clicked()
}
