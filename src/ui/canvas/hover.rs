//! What is under the pointer, and the card that appears when it rests there.

use egui::{Area, CursorIcon, Frame, Id, Order, Ui, vec2};

use super::super::fonts::color32;
use super::super::look::{Look, kind_color};
use crate::app::State;
use crate::date::{Language, in_words};
use crate::record::EventIx;
use crate::scene::{Hit, OverviewPart, Scene, SceneCache, first_events, first_running, kind_name};
use crate::theme::TextRole;

/// Widest that a card gets, in points before the theme's scale.
const CARD_WIDTH: f32 = 320.0;

/// What the pointer rests on and since when.
#[derive(Default)]
pub struct Hover {
    hit: Option<Hit>,
    event: Option<EventIx>,
    since_s: f64,
}

impl Hover {
    /// Notes what is under the pointer in this frame.
    pub fn note(&mut self, ui: &Ui, hit: Option<Hit>) {
        let cursor = match &hit {
            Some(Hit::Overview(OverviewPart::Start | OverviewPart::End)) => {
                CursorIcon::ResizeHorizontal
            }
            Some(Hit::Overview(OverviewPart::Window)) => CursorIcon::Grab,
            Some(Hit::Band(..)) | None => CursorIcon::Default,
            Some(_) => CursorIcon::PointingHand,
        };
        if hit.is_some() {
            ui.ctx().set_cursor_icon(cursor);
        }
        if hit != self.hit {
            self.since_s = ui.input(|input| input.time);
            self.event = match &hit {
                Some(Hit::Event { event, .. }) => Some(*event),
                _ => None,
            };
            self.hit = hit;
        }
    }

    /// The event under the pointer.
    pub fn event(&self) -> Option<EventIx> {
        self.event
    }

    /// The pill under the pointer.
    pub fn cluster(&self) -> Option<usize> {
        match self.hit {
            Some(Hit::Cluster(cluster)) => Some(cluster),
            _ => None,
        }
    }

    /// Shows the card once the pointer has rested.
    pub fn card(&self, ui: &Ui, scene: &Scene, cache: &SceneCache, state: &State, look: &Look) {
        let Some(hit) = &self.hit else { return };
        let lines = match hit {
            Hit::Event { event, .. } => vec![*event],
            Hit::Cluster(cluster) => scene
                .clusters
                .get(*cluster)
                .map(|pill| first_events(scene, cache, &state.index, pill))
                .unwrap_or_default(),
            Hit::Running(lane) => first_running(scene, cache, &state.index, *lane),
            Hit::Band(row, segment) => {
                let name = scene
                    .bands
                    .get(*row)
                    .and_then(|row| row.segments.get(*segment));
                if let Some(segment) = name {
                    self.wait_then(ui, look, |ui| {
                        ui.label(look.text(
                            TextRole::Strong,
                            look.colors().ink,
                            segment.name.as_ref(),
                        ));
                    });
                }
                return;
            }
            _ => return,
        };
        if lines.is_empty() || state.motion != crate::app::motion::Motion::Still {
            return;
        }
        let pill = match hit {
            Hit::Cluster(cluster) => scene.clusters.get(*cluster),
            Hit::Running(lane) => scene
                .lanes
                .get(*lane)
                .and_then(|lane| lane.running.as_ref()),
            _ => None,
        };
        let more = pill.map_or(0, |pill| (pill.count as usize).saturating_sub(lines.len()));
        self.wait_then(ui, look, |ui| {
            for event in &lines {
                row(ui, state, look, *event);
            }
            if more > 0 {
                let words = format!("and {more} more: click to zoom in");
                ui.label(look.text(TextRole::Meta, look.colors().muted, words));
            }
        });
    }

    /// Shows a card beside the pointer when it has rested long enough; else asks for that frame.
    fn wait_then(&self, ui: &Ui, look: &Look, add: impl FnOnce(&mut Ui)) {
        let rested = ui.input(|input| input.time) - self.since_s;
        let delay = f64::from(look.theme.motion.hover_delay_s);
        if rested < delay {
            ui.ctx()
                .request_repaint_after_secs((delay - rested) as f32 + 0.01);
            return;
        }
        let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else {
            return;
        };
        let width = CARD_WIDTH * look.sizes().grid / 4.0;
        Area::new(Id::unique("hover card"))
            .order(Order::Tooltip)
            .interactable(false)
            .fixed_pos(pointer + vec2(14.0, 18.0))
            .constrain(true)
            .show(ui.ctx(), |ui| {
                Frame::popup(ui.style())
                    .inner_margin(look.grid(3.0))
                    .show(ui, |ui| {
                        ui.set_max_width(width);
                        ui.spacing_mut().item_spacing.y = look.grid(1.0);
                        // Nothing in it is pressed: its lines are as high as their words.
                        ui.spacing_mut().interact_size.y = 0.0;
                        add(ui);
                    });
            });
    }
}

fn row(ui: &mut Ui, state: &State, look: &Look, event: EventIx) {
    let colors = look.colors();
    let timeline = &state.document.timeline;
    let head = timeline.head(event);
    let Some(whole) = timeline.event(event) else {
        return;
    };
    let language: Language = look.language;
    ui.label(look.text(
        TextRole::CanvasStrong,
        colors.ink,
        whole.title.pick(language),
    ));
    let place = whole
        .place
        .as_ref()
        .and_then(|place| place.name.as_ref())
        .map(|name| name.pick(language).to_owned());
    let mut facts = format!(
        "{} · {}",
        in_words(&whole.date, language),
        kind_name(head.kind, language)
    );
    if let Some(place) = place {
        facts.push_str(" · ");
        facts.push_str(&place);
    }
    ui.horizontal(|ui| {
        let (dot, _) =
            ui.allocate_exact_size(egui::Vec2::splat(look.grid(2.0)), egui::Sense::hover());
        let fill = color32(colors.kind(kind_color(head.kind)));
        ui.painter()
            .circle_filled(dot.center(), look.grid(1.0), fill);
        ui.label(look.text(TextRole::Meta, colors.muted, facts));
    });
}
